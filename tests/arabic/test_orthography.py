"""Spelling: what `clean` and `fold` make equal, and the laws they keep on any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.arabic.orthography import MARKS, clean, fold, fold_all, is_arabic
from tests.junk import texts


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("قَالَ الرَّئيسُ", "قال الرئيس"),  # the president said, with its vowels
        ("الســـعودية", "السعودية"),  # stretched
        ("\u202bبوتين\u202c", "بوتين"),  # embedded right-to-left
        ("می\u200cرود", "میرود"),  # Persian with its zero-width non-joiner
        ("ﺑﻮﺗﻴﻦ", "بوتين"),  # presentation forms
        ("ﻻفروف", "لافروف"),  # the ligature lam-alef
        ("ﷲ", "الله"),
        ("هذٰا", "هذا"),  # the superscript alef is a mark
        ("إلى الأمم", "إلى الأمم"),  # hamza is spelling, not a mark
        ("Putin ❤\ufe0f 2024", "Putin ❤ 2024"),
        ("", ""),
    ],
)
def test_clean(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إيران", "ايران"),
        ("آل ثاني", "ال ثاني"),
        ("ٱلرئيس", "الرئيس"),
        ("روسي", "روسى"),
        ("القاهرة", "القاهره"),
        ("رؤوس", "رووس"),
        ("الرئيس", "الرييس"),
        ("کیهان", "كيهان"),  # Keyhan in Persian letters
        ("١٣ يوليو ٢٠١٨", "13 يوليو 2018"),
        ("۱۳۹۷", "1397"),
        ("ﺍﻷﻣﻢ", "الامم"),
        ("ا\u0654حمد", "أحمد"),  # a hamza that is a sign of its own
    ],
)
def test_spelling_variants_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("عمر", "عمرو"), ("سوري", "سوريا"), ("جبير", "خبير"), ("باريس", "پاريس")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(texts | st.text())
def test_cleaning_and_folding_twice_change_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_a_cleaned_text_folds_alike(text: str) -> None:
    assert fold(clean(text)) == fold(text)


@given(texts, texts)
def test_words_fold_as_their_text_does(one: str, other: str) -> None:
    assert clean(one) + clean(other) == clean(one + other)
    assert fold(one) + fold(other) == fold(one + other)


@given(st.lists(texts))
def test_texts_fold_together_as_each_by_itself(several: list[str]) -> None:
    assert fold_all(several) == [fold(text) for text in several]


@given(texts)
def test_no_mark_is_left(text: str) -> None:
    assert not MARKS.search(clean(text))


@pytest.mark.parametrize("text", ["بوتين", "a ب", "ﺏ", "گ", "١م", "\u0640\u0640ب"])
def test_arabic_letters(text: str) -> None:
    assert is_arabic(text)


@pytest.mark.parametrize("text", ["", "Putin", "١٢٣", "،", "\u0640\u0640", "َ", "❤\ufe0f", "☎\ufe0e", "﹖", "\u200f"])
def test_signs_are_no_arabic_letters(text: str) -> None:
    assert not is_arabic(text)
