"""A user's word goes before every evidence, and taking it back undoes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from arner.linking.judgements import Judgement, JudgementError, Word, read_judgements
from arner.linking.links import link
from arner.records import ArticleRecord, Mention
from tests.linking.made import corpora, record
from tests.linking.test_links import together

SAME = [record(id_, "سيرغي لافروف|وزير الخارجية RU") for id_ in "abc"]


def test_different_splits_and_same_joins() -> None:
    assert together(link(SAME), "a#p1", "b#p1")
    links = link(SAME, [Judgement("a#p1", "b#p1", "different")])
    assert not together(links, "a#p1", "b#p1")

    two = [record("a", "محمد علي|لاعب EG"), record("b", "علي محمد|وزير YE")]
    assert not together(link(two), "a#p1", "b#p1")
    links = link(two, [Judgement("a#p1", "b#p1", "same", "private/folder/j.csv:2")])
    assert together(links, "a#p1", "b#p1")
    assert [(m.score, m.reasons) for m in links.merges()] == [(1.0, ("judged the same (j.csv:2)",))]


def test_entities_can_be_named_by_their_ids() -> None:
    two = [record("a", "محمد علي|لاعب EG"), record("b", "علي محمد|وزير YE")]
    ids = [link(two).entity(article, "p1") for article in "ab"]
    assert together(link(two, [Judgement(*ids, "same")]), "a#p1", "b#p1")
    one = link(SAME).entity("a", "p1")
    links = link(SAME, [Judgement("b#p1", one, "different")])  # he is none of them
    assert together(links, "a#p1", "c#p1")
    assert not together(links, "a#p1", "b#p1")


def named(record: ArticleRecord, id_: str = "p1") -> tuple[ArticleRecord, str]:
    """The record with a mention of its first person, and where that stands; the person has another id."""
    name = record.people[0].name
    mention = Mention(start=0, end=len(name), text=name, kind="name")
    people = [record.people[0].model_copy(update={"id": id_, "mentions": [mention]}), *record.people[1:]]
    return record.model_copy(update={"people": people}), f"{record.id}#person@0-{len(name)}"


def test_characters_name_somebody_whatever_the_id() -> None:
    (a, here), (b, there) = named(record("a", "محمد علي|لاعب EG")), named(record("b", "علي محمد|وزير YE"))
    assert together(link([a, b], [Judgement(here, there, "same")]), "a#p1", "b#p1")
    again, _ = named(a, "p7")  # a new extraction counts otherwise
    assert together(link([again, b], [Judgement(here, there, "same")]), "a#p7", "b#p1")
    people = [named(one) for one in SAME]
    records = [one for one, _ in people]
    links = link(records, [Judgement(people[0][1], people[1][1], "different"), Judgement("c#p1", people[0][1], "same")])
    assert together(links, "a#p1", "c#p1")
    assert not together(links, "a#p1", "b#p1")


def test_characters_that_name_nobody_are_a_warning() -> None:
    (a, here), (b, _) = named(record("a", "محمد علي|لاعب EG")), named(record("b", "علي محمد|وزير YE"))
    links = link([a, b], [Judgement(here, "b#person@90-99", "same", "j.csv:2")])
    assert not together(links, "a#p1", "b#p1")
    assert links.review.unfit() == ["j.csv:2: 'b#person@90-99' fits nothing in the records"]


def test_same_joins_whole_entities() -> None:
    records = [*SAME, record("x", "علي محمد|وزير YE"), record("y", "علي محمد|وزير YE")]
    assert together(link(records, [Judgement("a#p1", "x#p1", "same")]), "a#p1", "b#p1", "c#p1", "x#p1", "y#p1")


def test_who_is_told_to_be_the_same_leaves_together() -> None:
    # c#p1 leaves a#p2, who is not a#p3, for b#p1; when a#p1, who is a#p3, is told to be c#p1 too, b#p1 comes along.
    ali = "محمد أحمد علي"
    records = [record("a", ali, "لافروف", ali), record("b", ali), record("c", "لافروف")]
    judgements = [
        Judgement("a#p2", "a#p3", "different"),
        Judgement("c#p1", "b#p1", "same", "j.csv:3"),
        Judgement("a#p1", "c#p1", "same", "j.csv:4"),
    ]
    links = link(records, judgements)
    assert together(links, "a#p1", "c#p1")
    assert together(links, "b#p1", "c#p1")
    assert not together(links, "a#p2", "a#p3")


@pytest.mark.parametrize(
    ("judgements", "problem"),
    [
        ([Judgement("a#p1", "z#p1", "same", "j.csv:2")], "j.csv:2: 'z#p1' is in no record"),
        ([Judgement("a#p1", "a#p1", "different")], "the same"),
        ([Judgement("a#p1", "b#p1", "same"), Judgement("b#p1", "a#p1", "different")], "told to be the same"),
        (
            [
                Judgement("a#p1", "b#p1", "same"),
                Judgement("b#p1", "c#p1", "same"),
                Judgement("a#p1", "c#p1", "different"),
            ],
            "told to be the same",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(judgements: list[Judgement], problem: str) -> None:
    with pytest.raises(JudgementError, match=problem):
        link(SAME, judgements)


def mentioned(one: ArticleRecord) -> ArticleRecord:
    """Every person of the record with a mention of its own."""
    starts = [sum(len(p.name) + 1 for p in one.people[:n]) for n in range(len(one.people))]
    people = [
        person.model_copy(
            update={"mentions": [Mention(start=s, end=s + len(person.name), text=person.name, kind="name")]}
        )
        for s, person in zip(starts, one.people, strict=True)
    ]
    return one.model_copy(update={"people": people})


def side(one: ArticleRecord, number: int) -> str:
    """The person by its characters."""
    mention = one.people[number].mentions[0]
    return f"{one.id}#person@{mention.start}-{mention.end}"


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[ArticleRecord], list[Judgement]]:
    records = draw(corpora())
    refs = [f"{r.id}#{p.id}" for r in records for p in r.people]
    if len(refs) < 2:
        return records, []
    pairs = st.lists(st.sampled_from(refs), min_size=2, max_size=2, unique=True)
    word: st.SearchStrategy[Word] = st.sampled_from(["same", "different"])
    return records, [Judgement(*draw(pairs), draw(word)) for _ in range(draw(st.integers(1, 4)))]


@example(  # the president and, in every other article, his name alone
    (
        [record(f"a{n}", *[f"لافروف{office}"] * 3) for n, office in enumerate(["|الرئيس EG", ""] * 2)],
        [
            Judgement("a0#p1", "a0#p2", "same"),
            Judgement("a1#p1", "a0#p1", "same"),
            Judgement("a0#p3", "a3#p1", "different"),
        ],
    )
)
@example(  # two of one surname alone, each of whom is whoever bears it
    (
        [
            record("a", "لافروف|وزير الخارجية RU", "سيرغي لافروف|وزير الخارجية RU"),
            record("b", "سيرغي لافروف"),
            record("c", "سيرغي لافروف", "لافروف|وزير الخارجية RU"),
        ],
        [Judgement("a#p1", "c#p2", "different")],
    )
)
@given(judged())
def test_judgements_are_followed(told: tuple[list[ArticleRecord], list[Judgement]]) -> None:
    records, judgements = told
    try:
        links = link(records, judgements)
    except JudgementError:
        return  # they contradict each other
    for judgement in judgements:
        assert together(links, judgement.left, judgement.right) == (judgement.word == "same")
    assert all(links.of[x.to].entity == x.entity for x in links.merges() if x.to)
    assert set(links.of) == set(link(records).of)


@given(corpora(), st.data())
def test_a_judgement_by_characters_is_one_by_id(records: list[ArticleRecord], data: st.DataObject) -> None:
    records = [mentioned(one) for one in records]
    people = [(one, n) for one in records for n in range(len(one.people))]
    judgements: dict[str, list[Judgement]] = {"id": [], "characters": []}
    for _ in range(data.draw(st.integers(1, 3))):
        (a, m), (b, n) = data.draw(st.sampled_from(people)), data.draw(st.sampled_from(people))
        word: Word = data.draw(st.sampled_from(["same", "different"]))
        judgements["id"].append(Judgement(f"{a.id}#p{m + 1}", f"{b.id}#p{n + 1}", word))
        judgements["characters"].append(Judgement(side(a, m), side(b, n), word))
    try:
        links = link(records, judgements["id"])
    except JudgementError:
        with pytest.raises(JudgementError):
            link(records, judgements["characters"])
        return
    assert {m: x.entity for m, x in links.of.items()} == {
        m: x.entity for m, x in link(records, judgements["characters"]).of.items()
    }
    assert link(records).entities == link(records, []).entities


def test_a_file_of_judgements(tmp_path: Path) -> None:
    file = tmp_path / "j.csv"
    file.write_text("left,right,judgement,note\na#p1,b#p1,different,father and son\n,,,\n", encoding="utf-8-sig")
    assert read_judgements(file) == [Judgement("a#p1", "b#p1", "different", f"{file}:2")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("left,right\na,b\n", "no column judgement"),
        ("left,right,judgement\na,b,perhaps\n", "j.csv:2: the judgement is 'perhaps'"),
        ("left,right,judgement\na\n", "j.csv:2"),
        ("", "no column"),
    ],
)
def test_a_broken_file_of_judgements(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "j.csv").write_text(text, encoding="utf-8")
    with pytest.raises(JudgementError, match=problem):
        read_judgements(tmp_path / "j.csv")


def test_a_missing_file_of_judgements(tmp_path: Path) -> None:
    with pytest.raises(JudgementError, match="none"):
        read_judgements(tmp_path / "none.csv")
