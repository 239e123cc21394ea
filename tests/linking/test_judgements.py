"""A user's word goes before every evidence, and taking it back undoes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.linking.judgements import Judgement, JudgementError, read_judgements
from arner.linking.links import link
from arner.records import ArticleRecord
from tests.linking.made import corpora, record
from tests.linking.test_links import together

SAME = [record(id_, "سيرغي لافروف|وزير الخارجية RU") for id_ in "abc"]


def test_different_splits_and_same_joins() -> None:
    assert together(link(SAME), "a#p1", "b#p1")
    links = link(SAME, [Judgement("a#p1", "b#p1", "different")])
    assert not together(links, "a#p1", "b#p1")

    two = [record("a", "محمد علي|لاعب EG"), record("b", "علي محمد|وزير YE")]
    assert not together(link(two), "a#p1", "b#p1")
    links = link(two, [Judgement("a#p1", "b#p1", "same", "j.csv:2")])
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


def test_same_joins_whole_entities() -> None:
    records = [*SAME, record("x", "علي محمد|وزير YE"), record("y", "علي محمد|وزير YE")]
    assert together(link(records, [Judgement("a#p1", "x#p1", "same")]), "a#p1", "b#p1", "c#p1", "x#p1", "y#p1")


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


@given(corpora(), st.data())
def test_judgements_are_followed(records: list[ArticleRecord], data: st.DataObject) -> None:
    refs = [f"{r.id}#{p.id}" for r in records for p in r.people]
    if len(refs) < 2:
        return
    pairs = st.lists(st.sampled_from(refs), min_size=2, max_size=2, unique=True)
    word = st.sampled_from(["same", "different"])
    judgements = [Judgement(*data.draw(pairs), data.draw(word)) for _ in range(data.draw(st.integers(1, 4)))]
    try:
        links = link(records, judgements)
    except JudgementError:
        return  # they contradict each other
    for judgement in judgements:
        assert together(links, judgement.left, judgement.right) == (judgement.word == "same")
    assert set(links.of) == set(link(records).of)


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
