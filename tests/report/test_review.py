"""What a reader calls wrong on the page is saved as judgements that leave out just that."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from arner.linking.judgements import Judgement, read_judgements
from arner.linking.links import link
from arner.records import ArticleRecord, Span
from arner.report.build import write_report
from tests.report.conftest import Open, go
from tests.samples import first, second, signed, signing


def saved(page: Page, folder: Path) -> Path:
    go(page, "#/review")
    with page.expect_download() as download:
        page.locator(".save").click()
    assert download.value.suggested_filename == "judgements.csv"
    download.value.save_as(folder / "judgements.csv")
    return folder / "judgements.csv"


def behind_an_emoji(record: ArticleRecord) -> ArticleRecord:
    """The same article behind a character that is two units long in a browser; its id needs quotation marks in CSV."""

    def moved(value: object) -> object:
        if isinstance(value, dict):
            shift = {name: value[name] + 1 for name in ("start", "end") if isinstance(value.get(name), int)}
            return {name: moved(of) for name, of in value.items()} | shift
        return [moved(of) for of in value] if isinstance(value, list) else value

    data = moved(record.model_dump())
    assert isinstance(data, dict)
    return ArticleRecord.model_validate(data | {"text": f"😀{record.text}", "id": 'a "b", c'})


def test_every_button_says_what_it_stands_at(show: Open, tmp_path: Path) -> None:
    records = [behind_an_emoji(first()), second(), signing(), signed()]
    page = show(*records)
    for kind, total in (("entities", "entity"), ("events", "event")):
        for number in range(page.evaluate(f"{kind}.length")):
            go(page, f"#/{total}/{number}")
            for button in page.locator(".heading .judge").all():
                button.click()
                expect(button).to_have_attribute("aria-pressed", "true")
    go(page, "#/statements")
    for button in page.locator(".judge").all():
        button.click()
    judgements = read_judgements(saved(page, tmp_path))
    links = link(records, judgements)
    assert links.review.unfit() == []
    for record in records:
        left = links.review.applied(record)
        assert (left.people, left.all_events()) == ([], [])
        assert not any(statement.speakers for statement in left.statements)


def test_choices_are_kept_and_taken_back(show: Open, tmp_path: Path) -> None:
    page = show(first(), second(), at="#/event/0")
    expect(page.locator(".judge")).to_have_text(["Did not take place"])
    page.locator(".judge").click()
    go(page, "#/entity/0")
    page.locator(".heading .judge").click()
    page.reload()
    expect(page.locator(".heading .judge")).to_have_attribute("aria-pressed", "true")
    page.locator(".heading .judge").click()
    expect(page.locator(".heading .judge")).to_have_attribute("aria-pressed", "false")
    assert [judgement.word for judgement in read_judgements(saved(page, tmp_path))] == ["not held"]
    page.locator(".undo").click()
    assert read_judgements(saved(page, tmp_path)) == []


def test_two_events_of_one_sentence_are_told_apart(show: Open, tmp_path: Path) -> None:
    record = first()
    (meeting,) = record.meetings
    (told,) = meeting.evidence
    more = Span(start=told.start, end=told.end + 3, text=record.text[told.start : told.end + 3])
    visit = meeting.model_copy(update={"id": "m2", "kind": "visit", "participants": [], "evidence": [told, more]})
    record = record.model_copy(update={"meetings": [meeting, visit]})
    page = show(record)
    go(page, page.evaluate("`#/event/${events.findIndex((event) => event.kind === 'visit')}`"))
    page.locator(".judge").click()
    links = link([record], read_judgements(saved(page, tmp_path)))
    assert [event.id for event in links.review.applied(record).meetings] == ["m1"]
    go(page, page.evaluate("`#/event/${events.findIndex((event) => event.kind === 'meeting')}`"))
    assert page.locator(".judge").count() == 0  # nothing tells of it alone


def test_judgements_that_a_report_was_made_with_are_saved_again(show: Open, tmp_path: Path) -> None:
    given = [Judgement("sochi#p1", "reuters#p1", "different", "j.csv:2", note='father, "son"')]
    page = show(first(), second())
    with (tmp_path / "again.html").open("w", encoding="utf-8") as out:
        write_report([first(), second()], out, given)
    page.goto((tmp_path / "again.html").as_uri() + "#/statements")
    page.locator(".judge").first.click()
    old, new = read_judgements(saved(page, tmp_path))
    assert (old.left, old.right, old.word, old.note) == ("sochi#p1", "reuters#p1", "different", 'father, "son"')
    assert new.word == "wrong speaker"
