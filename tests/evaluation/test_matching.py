"""When a record says what the gold says."""

from __future__ import annotations

import pytest
from hypothesis import given

from arner.evaluation.matching import (
    assign,
    covered,
    name_words,
    parties_f1,
    same_date,
    same_name,
    same_party,
    share,
    title_share,
)
from arner.records import DateValue, Granularity
from tests.junk import texts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("لافروف", "سيرغي لافروف", True),  # Lavrov
        ("عبد الفتّاح السيسي", "عبدالفتاح السيسى", True),  # al-Sisi, spelt in two ways
        ("الجبير", "عادل الجبير", True),
        ("سلمان بن عبدالعزيز", "محمد بن سلمان", False),  # father and son
        ("محمد بن سلمان", "محمد بن سلمان بن عبدالعزيز", True),
        ("بن", "محمد بن سلمان", False),  # "son of" alone is no name
        ("", "سيرغي لافروف", False),
        ("", "", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_the_servant_of_is_one_word() -> None:
    assert name_words("عبد العزيز") == name_words("عبدالعزيز")


@pytest.mark.parametrize(
    ("gold", "got", "same"),
    [
        ("RU", "RU", True),
        ("RU", "روسيا", False),
        ("مسؤول سعودي كبير", "مسؤول سعودي", True),  # only described (a high Saudi official): most words in common
        ("مسؤول سعودي", "وزير مصري", False),
        ("وزارة الدفاع الروسية", "وزارة الخارجية الروسية", False),  # two ministries: a name is no description
    ],
)
def test_parties(gold: str, got: str, same: bool) -> None:
    assert same_party(gold, got, {"وزارة الدفاع الروسية"}) is same


def test_who_takes_part() -> None:
    assert parties_f1(["RU", "سيرغي لافروف"], ["لافروف"], set()) == pytest.approx(2 / 3)
    assert parties_f1([], ["لافروف"], set()) == 0.75  # the text names nobody
    assert parties_f1(["RU"], [], set()) == 0


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("وزير الخارجية", "وزير خارجية", 1.0),  # minister of foreign affairs, with and without the article
        ("وزير الدفاع والإنتاج الحربي", "الوزير", 0.0),  # too little of it
        ("رئيس الوزراء", "نائب رئيس الوزراء", 0.0),  # the deputy's title begins otherwise
    ],
)
def test_titles(one: str, other: str, score: float) -> None:
    assert title_share(one, other) == pytest.approx(score)


def day(start: str | None, granularity: Granularity | None = "day", text: str = "أمس") -> DateValue:
    return DateValue(text=text, start=start, end=start, granularity=granularity)


@pytest.mark.parametrize(
    ("gold", "got", "same"),
    [
        ("2015-08-11", day("2015-08-11"), True),
        ("2015-08-11", day("2015-08-11", None), True),
        ("2015-08-11", day("2015-08-12"), False),
        ("2015-08-11", None, False),
        ("2015-08", day("2015-08-01", "month"), True),
        ("2015-08", day("2015-08-01", "day"), False),  # too exact
        ("2015", day("2015-01-01", "year"), True),
        ("2015-08-11/2015-08-12", day("2015-08-11"), False),  # no form of a gold date
        ("قبل أيام", day(None, None, "قبل أيام"), True),  # days ago: only the words are sure
        ("قبل أيام", day("2015-08-11"), False),
        (None, None, True),
        (None, day("2015-08-11"), False),
    ],
)
def test_dates(gold: str | None, got: DateValue | None, same: bool) -> None:
    assert same_date(gold, got) is same


def test_the_best_pair_comes_first_and_none_twice() -> None:
    scores = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "y"): 0.8, ("b", "x"): 0.4}
    assert assign(["a", "b"], ["x", "y"], lambda gold, got: scores[gold, got]) == [(0, 1)]


@given(texts, texts)
def test_overlaps_are_symmetric_shares(one: str, other: str) -> None:
    for score in (share, covered):
        assert 0 <= score(one, other) <= 1
        assert score(one, other) == pytest.approx(score(other, one))
    assert share(one, one) in (0, 1)
