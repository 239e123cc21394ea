"""An archive under judgements: what linking in memory makes of its records with them, and nothing of it stays."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from arner.archive import Archive, open_archive
from arner.archive.graph import stored_graph
from arner.cli.app import app
from arner.graph.build import build_graph
from arner.linking.judgements import Judgement, JudgementError, Word
from arner.linking.links import link
from arner.records import ArticleRecord, Mention, Span
from tests.archive.test_archive import articles, links_of, told
from tests.archive.test_graph import content
from tests.linking.made import corpora, some_of_every_word
from tests.samples import first, retold, second, signed, signing


def spot(one: ArticleRecord, number: int) -> Span:
    """A place in the text for the person, or the meeting, of this number."""
    start = len(one.text) + 1 + 10 * number
    return Span(start=start, end=start + 9, text=9 * "x")


def standing(one: ArticleRecord) -> ArticleRecord:
    """The record with a place in the text for each of its people and meetings."""
    people, meetings = [], []
    for n, person in enumerate(one.people):
        mention = Mention(**vars(spot(one, n)), kind="name")
        people.append(person.model_copy(update={"mentions": [mention]}))
    for n, event in enumerate(one.meetings):
        meetings.append(event.model_copy(update={"evidence": [spot(one, n)]}))
    text = f"{one.text} {100 * 'x'}"
    return one.model_copy(update={"text": text, "people": people, "meetings": meetings})


def passage(one: ArticleRecord, kind: str, number: int) -> str:
    start = len(one.text) - 100 + 10 * number
    return f"{one.id}#{kind}@{start}-{start + 9}"


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[ArticleRecord], list[Judgement]]:
    """Records with judgements of every word, on whatever they can be said of, named in every way."""
    records = [standing(one) for one in draw(st.one_of(corpora(), articles()))]
    people = [(f"{r.id}#{p.id}", passage(r, "person", n)) for r in records for n, p in enumerate(r.people)]
    meetings = [(f"{r.id}#{m.id}", passage(r, "meeting", n)) for r in records for n, m in enumerate(r.meetings)]
    bodies = [(f"{r.id}#{b.id}",) for r in records for b in r.organizations]
    graph: dict[str, list[str]] = {}
    for entity in link(records).entities.values():
        graph.setdefault(entity.kind, []).append(entity.id)
    told: list[Judgement] = []
    for n in range(draw(st.integers(1, 5))):
        word: Word = draw(st.sampled_from(["same", "same", "different", "different", "not a person", "not held"]))
        if word in ("not a person", "not held"):
            if some := people if word == "not a person" else meetings:
                told.append(Judgement(draw(st.sampled_from(some))[-1], "", word, f"j.csv:{n}"))
            continue
        kinds = [(people, "person"), (people, "person"), (meetings, "meeting"), (bodies, "organization")]
        sides, kind = draw(st.sampled_from([(some, kind) for some, kind in kinds if some] or [([], "")]))
        names = [name for side in sides for name in side] + graph.get(kind, [])
        if len(names) > 1:
            told.append(Judgement(*draw(st.lists(st.sampled_from(names), min_size=2, max_size=2)), word, f"j.csv:{n}"))
    return records, told


def write(path: Path, judgements: list[Judgement]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["left", "right", "judgement"])
        rows.writerows((one.left, one.right, one.word) for one in judgements)


def test_the_command_follows_judgements_in_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    records = [sample() for sample in (first, second, signing, signed)]
    records += [retold(sample(), number) for number, sample in enumerate((first, signing, first, second, second))]
    judgements = some_of_every_word(records, link(records))
    write(tmp_path / "j.csv", judgements)
    (tmp_path / "records.jsonl").write_text("".join(one.model_dump_json() + "\n" for one in records), encoding="utf-8")
    run = CliRunner()
    assert run.invoke(app, ["link", "records.jsonl", "--into", "store"]).exit_code == 0
    for source in ("records.jsonl", "store"):
        out = ["-o", f"{source}.csv", "--links", f"{source}.links", "--articles"]
        result = run.invoke(app, ["graph", source, *out, "--judgements", "j.csv"])
        assert result.exit_code == 0, result.output
        assert (
            result.stderr.splitlines()[0] == "arner: warning: j.csv:5: 'nowhere#person@1-2' fits nothing in the records"
        )
    for name in ("nodes.csv", "edges.csv", "links"):
        assert Path(f"records.jsonl.{name}").read_text("utf-8") == Path(f"store.{name}").read_text("utf-8")
    write(tmp_path / "j.csv", [Judgement("z#p1", "sochi#p1", "same")])
    result = run.invoke(app, ["graph", "store", "-o", "x.json", "--judgements", "j.csv"])
    assert (result.exit_code, result.stderr) == (2, "arner: j.csv:2: 'z#p1' is in no record and no entity\n")


def reasons(archive: Archive) -> set[tuple[str, ...]]:
    return set(archive.rows("SELECT article, local, reasons FROM link"))


@settings(max_examples=6, deadline=None)
@given(judged())
def test_an_archive_is_judged_as_memory_is(told_of: tuple[list[ArticleRecord], list[Judgement]]) -> None:
    records, judgements = told_of
    try:
        expected = link(records, judgements)
    except JudgementError as error:
        with TemporaryDirectory() as folder, open_archive(folder, create=True) as archive:
            archive.add(records)
            archive.link()
            with pytest.raises(JudgementError, match=str(error).partition(":")[0]), archive.judged(judgements):
                pass
        return
    with TemporaryDirectory() as folder, open_archive(folder, create=True) as archive:
        archive.add(records)
        archive.link()
        before = links_of(archive), reasons(archive)
        with archive.judged(judgements) as found, stored_graph(found) as graph:
            assert links_of(found) == told(expected)
            assert content(graph) == content(build_graph(records, expected))
            assert sorted(found.review.unfit()) == sorted(expected.review.unfit())
        assert (links_of(archive), reasons(archive)) == before
        assert [path.name for path in Path(folder).iterdir() if path.name.startswith("tmp")] == []
