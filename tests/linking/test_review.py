"""A judgement on what one article tells leaves it out, whatever its id; taking the line back brings it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.graph.build import build_graph
from arner.linking.judgements import Judgement, JudgementError, Word, read_judgements
from arner.linking.links import link
from arner.records import ArticleRecord, Span
from tests.samples import first, second, signed, signing

RECORDS = [first(), second(), signing(), signed()]


def every(record: ArticleRecord) -> list[tuple[str, str, Word, str]]:
    """Each thing that may be judged: its id, where it stands, the word, the field of the record."""
    found: list[tuple[str, str, Word, str]] = []

    def add(id_: str, kind: str, span: Span, word: Word, field: str) -> None:
        found.append((id_, f"{record.id}#{kind}@{span.start}-{span.end}", word, field))

    for person in record.people:
        add(person.id, "person", person.mentions[0], "not a person", "people")
    for statement in record.statements:
        add(statement.id, "statement", statement.evidence, "wrong speaker", "statements")
    for kind, field in (("meeting", "meetings"), ("agreement", "agreements"), ("appointment", "appointments")):
        for event in getattr(record, field):
            add(event.id, kind, event.evidence[0], "not held", field)
    return found


EVERY = [(record, *one) for record in RECORDS for one in every(record)]


def drawn(records: Sequence[ArticleRecord], *judgements: Judgement) -> dict[str, Any]:
    """All that the graph says."""
    graph = build_graph(records, link(records, judgements))
    edges = sorted((a, b, repr(sorted(data.items()))) for a, b, data in graph.edges(data=True))
    return {"nodes": {node: repr(sorted(data.items())) for node, data in graph.nodes(data=True)}, "edges": edges}


@given(st.lists(st.sampled_from(EVERY), unique_by=lambda one: one[2]), st.randoms())
def test_each_judgement_does_what_it_says_and_is_undone(chosen: list[tuple[Any, ...]], random: Any) -> None:
    judgements = [Judgement(left, "", word) for _, _, left, word, _ in chosen]
    links = link(RECORDS, judgements)
    assert links.review.unfit() == []
    for record in RECORDS:
        left = links.review.applied(record)
        assert links.review.applied(left) == left
        mine = {(field, id_) for of, id_, _, _, field in chosen if of is record}
        for _, id_, _, _, field in [one for one in EVERY if one[0] is record]:
            there = [item for item in getattr(left, field) if item.id == id_]
            if field != "statements":
                assert bool(there) == ((field, id_) not in mine)
                assert ((record.id, id_) in links.of) == bool(there)
            elif (field, id_) in mine:
                assert there[0].speakers == []
            else:
                assert len(there) == 1
        gone = {id_ for field, id_ in mine if field == "people"}
        assert not any(f'"ref":"{id_}"' in left.model_dump_json() for id_ in gone)
    told = drawn(RECORDS, *judgements)
    shuffled = random.sample(judgements, len(judgements))
    assert drawn(RECORDS[::-1], *shuffled)["nodes"].keys() == told["nodes"].keys()


def test_a_judgement_leaves_everything_else_as_it_is() -> None:
    meeting = next(left for record, _, left, word, _ in EVERY if word == "not held" and record.id == "sochi")
    told, before = drawn(RECORDS, Judgement(meeting, "", "not held")), drawn(RECORDS)
    assert [node for node in before["nodes"] if node not in told["nodes"]] == [
        link(RECORDS).entity("sochi", "m1"),
    ]


def test_it_survives_a_new_extraction() -> None:
    record = first()
    (meeting,) = record.meetings
    (told,) = meeting.evidence
    wider = Span(start=told.start, end=told.end + 9, text=record.text[told.start : told.end + 9])
    again = record.model_copy(update={"meetings": [meeting.model_copy(update={"id": "m7", "evidence": [wider]})]})
    links = link([again], [Judgement(f"sochi#meeting@{told.start}-{told.end}", "", "not held")])
    assert links.review.unfit() == []
    assert links.review.applied(again).meetings == []


def test_what_fits_nothing_or_more_than_one_is_told() -> None:
    record = first()
    (meeting,) = record.meetings
    (told,) = meeting.evidence
    two = record.model_copy(update={"meetings": [meeting, meeting.model_copy(update={"id": "m2", "kind": "visit"})]})
    where = f"sochi#meeting@{told.start}-{told.end}"
    judgements = [
        Judgement(where, "", "not held", "j.csv:2"),
        Judgement("sochi#person@900-905", "", "not a person", "j.csv:3"),
        Judgement("nowhere#statement@1-5", "", "wrong speaker", "j.csv:4"),
    ]
    links = link([two], judgements)
    assert links.review.unfit() == [
        f"j.csv:2: {where!r} fits more than one: m1, m2",
        "j.csv:3: 'sochi#person@900-905' fits nothing in the records",
        "j.csv:4: 'nowhere#statement@1-5' fits nothing in the records",
    ]
    assert links.review.applied(two) == two


def test_who_is_no_person_is_not_the_same_as_anybody() -> None:
    lavrov = next(left for _, id_, left, _, field in EVERY if left.startswith("sochi#person") and id_ == "p1")
    judgements = [Judgement("sochi#p1", "reuters#p2", "same"), Judgement(lavrov, "", "not a person")]
    links = link(RECORDS, judgements)
    assert ("sochi", "p1") not in links.of
    assert links.entity("reuters", "p1") != links.entity("reuters", "p2")


def test_an_entity_is_not_parted_from_the_only_one_who_is_left_of_it() -> None:
    one = link(RECORDS).entity("sochi", "p1")
    assert one == link(RECORDS).entity("reuters", "p1")
    lavrov = next(left for _, id_, left, _, field in EVERY if left.startswith("sochi#person") and id_ == "p1")
    judgements = [Judgement("reuters#p1", one, "different"), Judgement(lavrov, "", "not a person")]
    assert ("reuters", "p1") in link(RECORDS, judgements).of
    assert ("sochi", "p1") not in link(RECORDS, [*judgements, Judgement("sochi#p1", "sochi#p1", "same")]).of
    with pytest.raises(JudgementError, match="'sochi#p9' is in no record"):
        link(RECORDS, [*judgements, Judgement("sochi#p9", one, "same")])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("sochi#m1,,not held", "'not held' is said of .*article#meeting@start-end.*, not of 'sochi#m1'"),
        ("sochi#statement@1-9,,not held", "not of 'sochi#statement@1-9'"),
        ("sochi#meeting@9-9,,not held", "not of"),
        ("sochi#meeting@1-9,,wrong speaker", "'wrong speaker' is said of article#statement@start-end"),
        ("sochi#statement@1-9,,not a person", "'not a person' is said of article#person@start-end"),
        ("sochi#person@1-9,sochi#p2,not a person", "nothing on the right, not 'sochi#p2'"),
    ],
)
def test_a_malformed_line_is_an_error_with_its_place(line: str, problem: str, tmp_path: Path) -> None:
    file = tmp_path / "j.csv"
    file.write_text(f"left,right,judgement\n{line}\n", encoding="utf-8")
    with pytest.raises(JudgementError, match=f"j.csv:2: .*{problem}"):
        read_judgements(file)


def test_an_id_of_any_form() -> None:
    record = first().model_copy(update={"id": "https://x.org/a#person@1-2,\n"})
    (judged,) = [left for id_, left, word, _ in every(record) if word == "not a person" and id_ == "p2"]
    assert [p.id for p in link([record], [Judgement(judged, "", "not a person")]).review.applied(record).people] == [
        "p1"
    ]
