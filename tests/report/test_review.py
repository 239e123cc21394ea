"""What a reader calls wrong on the page is saved as judgements that leave out just that."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from arner.linking.judgements import Judgement, read_judgements
from arner.linking.links import link
from arner.records import ArticleRecord, Mention, Person, Span
from arner.report.build import write_report
from tests.report.conftest import Open, go
from tests.samples import first, retold, second, signed, signing


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


def spelt(id_: str, name: str, **update: object) -> ArticleRecord:
    """Another article that names somebody."""
    mention = Mention(start=0, end=len(name), text=name, kind="name")
    text = f"{name} {id_} " + " ".join(f"{id_}{n}" for n in range(30))
    return ArticleRecord(id=id_, text=text, people=[Person(id="p1", name=name, mentions=[mention])], **update)  # type: ignore[arg-type]


def number(page: Page, name: str) -> str:
    return f"#/entity/{page.evaluate('name => entities.findIndex((one) => one.name === name)', name)}"


def test_somebody_is_said_to_be_the_same(show: Open, tmp_path: Path) -> None:
    records = [spelt("a", "كريم حسن الراوي"), spelt("b", "أبو سليم"), spelt("c", "كريم حسن الراوي")]
    page = show(*records)
    go(page, number(page, "أبو سليم"))
    page.locator(".who summary").click()
    page.get_by_label("Same as …").fill("كريم")
    page.locator(".offers").get_by_role("button", name="The same", exact=True).click()
    expect(page.locator("#tabs [data-tab=review]")).to_have_text("Review 1")
    go(page, number(page, "كريم حسن الراوي"))  # the other one's page says it too
    page.locator(".who summary").first.click()
    page.get_by_label("Same as …").fill("سليم")
    button = page.locator(".offers").get_by_role("button", name="The same", exact=True)
    expect(button).to_have_attribute("aria-pressed", "true")
    judgements = read_judgements(saved(page, tmp_path))
    assert [(one.left, one.right, one.word) for one in judgements] == [("a#person@0-15", "b#person@0-8", "same")]
    assert judgements[0].note == "«أبو سليم» = «كريم حسن الراوي»"
    links = link(records, judgements)
    assert len({links.entity(article, "p1") for article in "abc"}) == 1
    assert len({link(records).entity(article, "p1") for article in "abc"}) == 2  # the line deleted


def test_a_spelling_and_an_article_are_said_to_be_of_another(show: Open, tmp_path: Path) -> None:
    foreign = ["سيرغي لافروف"] * 3 + ["سيرجي لافروف"]
    records = [spelt(f"n{i}", name) for i, name in enumerate(foreign)]
    assert len(link(records).entities) == 1
    page = show(*records, at="#/entity/0")
    page.locator(".who > summary").click()
    assert page.locator(".merged > ul > li > details > summary").all_inner_texts() == [
        "سيرغي لافروف 3",
        "سيرجي لافروف 1",
    ]
    page.locator(".merged > ul > li > button.judge").click()
    page.locator(".merged > ul > li > details > summary").first.click()
    page.locator(".merged li li button.judge").nth(1).click()
    judgements = read_judgements(saved(page, tmp_path))
    assert {one.word for one in judgements} == {"different"}
    links = link(records, judgements)
    assert links.review.unfit() == []
    first_, second_, third, spelt_otherwise = (links.entity(record.id, "p1") for record in records)
    assert first_ == third
    assert len({first_, second_, spelt_otherwise}) >= 2
    assert first_ not in (second_, spelt_otherwise)


def test_an_event_is_said_to_be_the_same_or_another(show: Open, tmp_path: Path) -> None:
    told = [first(), retold(first(), 1), retold(first(), 2)]
    assert [len(entity.members) for entity in link(told).entities.values() if entity.kind == "meeting"] == [3]
    page = show(*told, at="#/event/0")
    page.locator(".card").filter(has=page.locator("[href^='#/article/2']")).get_by_role(
        "button", name="Not the same"
    ).click()
    judgements = read_judgements(saved(page, tmp_path))
    links = link(told, judgements)
    assert links.entity("sochi", "m1") == links.entity("a1", "m1") != links.entity("a2", "m1")
    other = first().meetings[0].model_copy(update={"date": None, "kind": "call", "status": "planned"})
    two = [first(), retold(first(), 1, meetings=[other])]
    assert link(two).entity("sochi", "m1") != link(two).entity("a1", "m1")
    page = show(*two, at="#/event/0")
    page.locator(".who > summary").click()
    page.locator(".offers").get_by_role("button", name="The same", exact=True).click()
    links = link(two, read_judgements(saved(page, tmp_path)))
    assert links.entity("sochi", "m1") == links.entity("a1", "m1")


def test_a_judgement_of_before_is_taken_back_or_judged_anew(show: Open, tmp_path: Path) -> None:
    records = [spelt("a", "كريم حسن الراوي"), spelt("b", "أبو سليم"), spelt("c", "هشام فرح")]
    given = [
        Judgement("b#person@0-8", "a#person@0-15", "same", "j.csv:2"),
        Judgement("c#person@0-8", "", "not a person", "j.csv:3"),
    ]
    page = show(*records)
    with (tmp_path / "again.html").open("w", encoding="utf-8") as out:
        write_report(records, out, given)
    page.goto((tmp_path / "again.html").as_uri() + "#/review")
    undo = page.locator(".undo")
    undo.nth(1).click()
    expect(undo.nth(1)).to_have_attribute("aria-pressed", "true")
    assert [judgement.word for judgement in read_judgements(saved(page, tmp_path))] == ["same"]
    undo.nth(1).click()
    assert [judgement.word for judgement in read_judgements(saved(page, tmp_path))] == ["same", "not a person"]
    go(page, "#/entity/0")
    page.locator(".who > summary").click()
    page.locator(".merged > ul > li > button.judge").click()  # they are two after all
    judgements = read_judgements(saved(page, tmp_path))
    assert [judgement.word for judgement in judgements] == ["not a person", "different"]
    links = link(records, judgements)
    assert links.entity("a", "p1") != links.entity("b", "p1")


def test_the_last_word_on_two_holds(show: Open, tmp_path: Path) -> None:
    page = show(spelt("a", "كريم حسن الراوي"), spelt("b", "كريم علي سالم"), at="#/entity/0")
    page.locator(".who > summary").click()
    page.locator(".offers button").first.wait_for()
    same, different = page.locator(".offers button").all()  # offered unasked: they share a word
    same.click()
    different.click()
    expect(same).to_have_attribute("aria-pressed", "false")
    (judgement,) = read_judgements(saved(page, tmp_path))
    assert judgement.word == "different"


def test_an_id_that_a_spreadsheet_would_run(show: Open, tmp_path: Path) -> None:
    records = [spelt("=1+1", "كريم حسن الراوي"), spelt("-b", "أبو سليم")]
    page = show(*records, at="#/entity/0")
    page.locator(".who > summary").click()
    page.get_by_label("Same as …").fill("سليم")
    page.locator(".offers button").first.click()
    file = saved(page, tmp_path)
    assert "\n'-b#person" in file.read_text(encoding="utf-8-sig").replace("\r", "")
    links = link(records, read_judgements(file))
    assert links.entity("=1+1", "p1") == links.entity("-b", "p1")
