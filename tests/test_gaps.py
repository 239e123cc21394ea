"""Wide gaps and odd spaces between words change nothing that is found, and every character keeps its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arner
from arner import Article, dates
from arner.gaps import Gaps
from tests.junk import articles, texts

# President Macron met his Egyptian counterpart in Paris on Tuesday. Local media reported that they agreed.
TEXT = (
    "التقى الرئيس الفرنسي إيمانويل ماكرون نظيره المصري عبد الفتاح السيسي في باريس الثلاثاء.\n"
    "وذكرت وسائل إعلام محلية أن الرئيسين اتفقا على «مواصلة الحوار»."
)


@given(articles | texts)
def test_every_character_is_where_it_was(text: str) -> None:
    gaps = Gaps(text)
    for at, char in enumerate(gaps.text):
        start, end = gaps.original(at, at + 1)
        assert end == start + 1
        assert text[start] == char or (char == " " and text[start].isspace())
    assert gaps.original(0, len(gaps.text))[0] == 0
    assert re.sub(r"\s", "", gaps.text) == re.sub(r"\s", "", text)
    assert Gaps(gaps.text).text == gaps.text


@pytest.mark.parametrize("text", ["", " ", "  ", "نعم", " نعم  ", "نعم \n لا", "نعم\tلا", "عمود      عمود", TEXT])
def test_one_plain_space_line_ends_and_tables_stay(text: str) -> None:
    assert Gaps(text).text == text


@given(st.lists(st.sampled_from([" ", "  ", "\u00a0", " \u00a0", "\u2009", "\u3000 "]), min_size=40, max_size=40))
def test_a_date_is_found_over_any_gap(spaces: list[str]) -> None:
    text = "يوم" + spaces[0] + "الثلاثاء" + spaces[1] + "14" + spaces[2] + "مايو" + spaces[3] + "2024"
    (found,) = dates.find(text)
    assert (found.value.start, text[found.start : found.end]) == ("2024-05-14", found.value.text)


@pytest.mark.parametrize("space", ["  ", "\u00a0", " \u00a0", "\u2009"])
def test_the_record_is_the_same(nlp: arner.Pipeline, space: str) -> None:
    def told(record: arner.ArticleRecord) -> list[object]:
        meetings = [(m.kind, m.place and m.place.name, [p.name for p in m.participants]) for m in record.meetings]
        statements = [
            ([s.name for s in t.speakers], t.verb, " ".join(t.content.text.split())) for t in record.statements
        ]
        return [[(p.name, [r.title for r in p.roles]) for p in record.people], meetings, statements]

    plain, wide = (nlp(Article(text=t, published="2024-05-16")) for t in (TEXT, TEXT.replace(" ", space)))
    assert told(wide) == told(plain)
    assert len(plain.statements) == len(plain.meetings) == 1
    assert all(wide.text[s.start : s.end] == s.text for s in wide.spans())
    assert wide.text == TEXT.replace(" ", space)
