"""Numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.arabic.numerals import cardinal, ordinal
from arner.arabic.orthography import fold


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("ثلاثة أيام", 3, 1),  # three days
        ("ثلاث سنوات", 3, 1),  # three years
        ("خمسة عشر يوما", 15, 2),  # fifteen days
        ("اثنتي عشرة سنة", 12, 2),  # twelve years
        ("خمسة وعشرين عاما", 25, 2),  # twenty-five years
        ("ثلاثون يوما", 30, 1),  # thirty days
        ("مئة يوم", 100, 1),  # a hundred days
        ("مئتي ألف شخص", 200_000, 2),  # 200,000 people
        ("ثلاثمائة وخمسة وستين يوما", 365, 3),  # 365 days
        ("ألفين وثمانية عشر", 2018, 3),  # two thousand and eighteen
        ("ألف وتسعمائة وسبعة وستين", 1967, 4),  # 1967
        ("ثلاثة ملايين وخمسين ألفا", 3_050_000, 4),  # three million fifty thousand
        ("خمسة وستة", 5, 1),  # five, and six
    ],
)
def test_cardinal(text: str, value: int, length: int) -> None:
    number = cardinal([fold(word) for word in text.split()])
    assert number == (value, length)


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("الأول من مايو", 1, 1),  # the first of May
        ("الثالث عشر من يوليو", 13, 2),  # the thirteenth of July
        ("الحادي والثلاثين من يناير", 31, 2),  # the 31st of January
        ("الحادية عشرة", 11, 2),  # the eleventh (hour)
        ("العشرين من مارس", 20, 1),  # the twentieth of March
        ("السادس والعشرون", 26, 2),  # the twenty-sixth
        ("الخامس والسادس من يونيو", 5, 1),  # the fifth and the sixth of June
    ],
)
def test_ordinal(text: str, value: int, length: int) -> None:
    assert ordinal([fold(word) for word in text.split()]) == (value, length)


@pytest.mark.parametrize("text", ["", "الحادي", "عشرين", "كتاب", "وثلاثة"])
def test_no_ordinal(text: str) -> None:
    assert ordinal(text.split()) is None


WORDS = ["ثلاثه", "عشر", "وعشرين", "الف", "مليون", "وميه", "واحد", "احدي", "الفين", "والف", "يوم"]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_never_takes_more_words_than_there_are(words: list[str]) -> None:
    for number in (cardinal(words), ordinal(words)):
        assert number is None or (1 <= number.length <= len(words) and number.value > 0)
