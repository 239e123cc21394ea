"""Proclitics off, and the first letters of names left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.arabic.orthography import fold
from arner.arabic.particles import bare, letters, readings, starts_with_and, without_particles

NAMES = frozenset({"وليد", "بوتين", "بايدن", "بلينكن", "لافروف", "فرنسا", "كرملين", "اسد", "كيري", "فيصل", "لبنان"})


@pytest.mark.parametrize(
    ("word", "name", "dropped"),
    [
        ("وليد", "وليد", 0),  # Walid
        ("ووليد", "وليد", 1),  # and Walid
        ("وبوتين", "بوتين", 1),  # and Putin
        ("لبوتين", "بوتين", 1),  # to Putin
        ("ولبوتين", "بوتين", 2),  # and to Putin
        ("فلافروف", "لافروف", 1),  # then Lavrov
        ("لبايدن", "بايدن", 1),  # to Biden
        ("بلينكن", "بلينكن", 0),  # Blinken, not «with Linken»
        ("لبنان", "لبنان", 0),  # Lebanon, not «for Banan»
        ("كيري", "كيري", 0),  # Kerry
        ("للكرملين", "الكرملين", 1),  # of the Kremlin: the second ل is the article's
        ("وللكرملين", "الكرملين", 2),
        ("بالاسد", "الاسد", 1),  # in Assad
        ("كالاسد", "الاسد", 1),  # like Assad
        ("والاسد", "الاسد", 1),
        ("بالحوثي", "الحوثي", 1),  # not known, but a particle by its form
        ("وسيبيها", "سيبيها", 1),  # not known: و is «and»
        ("بسيسكي", "بسيسكي", 0),  # not known: left whole
        ("وان", "وان", 0),  # too short to tell
        ("و", "و", 0),
        ("", "", 0),
    ],
)
def test_without_particles(word: str, name: str, dropped: int) -> None:
    assert without_particles(word, NAMES.__contains__) == (name, dropped)


@pytest.mark.parametrize(("word", "expected"), [("الاسد", "اسد"), ("الي", "الي"), ("الف", "الف"), ("بوتين", "بوتين")])
def test_bare(word: str, expected: str) -> None:
    assert bare(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("وقال", True), ("و", False), ("", False), ("َوقال", True), ("فقال", False)]
)
def test_starts_with_and(word: str, expected: bool) -> None:
    assert starts_with_and(word) is expected


@pytest.mark.parametrize(
    ("word", "count", "rest"),
    [
        ("وبوتين", 1, "بوتين"),
        ("وَبُوتين", 1, "بُوتين"),  # the mark on the particle goes with it
        ("وــبوتين", 1, "بوتين"),
        ("\u200fوبوتين", 1, "بوتين"),
        ("ولبوتين", 2, "بوتين"),
        ("بوتين", 0, "بوتين"),
        ("َبوتين", 0, "َبوتين"),
        ("ﻻ", 2, "ﻻ"),  # one character is two letters: nothing is cut
    ],
)
def test_letters(word: str, count: int, rest: str) -> None:
    assert word[letters(word, count) :] == rest


# no ligatures, of which one character is many letters
words = st.text(st.sampled_from("وفبلكالسيمأةﺑ\u064e\u0651\u0640\u200f"), max_size=12)


@given(words, st.integers(0, 4))
def test_letters_are_counted_without_marks(word: str, count: int) -> None:
    folded = fold(word)
    rest = word[letters(word, count) :]
    assert fold(rest) == (folded[count:] if count < len(folded) else folded)


@given(words.map(fold))
def test_readings_are_ends_of_the_word(word: str) -> None:
    found = readings(word)
    assert found[0] == (word, 0)
    for rest, dropped in found:
        assert word.endswith(rest) or ("ال" + word[dropped + 1 :] == rest and word[dropped - 1 : dropped + 1] == "لل")
        assert dropped == 0 or len(rest) >= 2


@given(words.map(fold), st.sets(words.map(fold)))
def test_what_is_known_by_itself_is_left_whole(word: str, known: set[str]) -> None:
    assert without_particles(word, {*known, word}.__contains__) == (word, 0)
    assert without_particles(word, known.__contains__) in [*readings(word), (word[1:], 1)]
