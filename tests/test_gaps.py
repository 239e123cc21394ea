"""Wide gaps and odd spaces between words change nothing that is found, and every character keeps its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
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
    assume(not gaps.left_out)
    for at, char in enumerate(gaps.text):
        start, end = gaps.original(at, at + 1)
        assert end == start + 1
        assert text[start] == char or (char in " \n" and text[start].isspace())
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


WRAPPED = """التقى الرئيس الروسي فلاديمير
بوتين نظيره الصيني شي جين بينغ في
بكين أمس، وقال بوتين إن الشراكة بين
البلدين أقوى من أي وقت مضى."""  # "Putin met Xi in Beijing and said the partnership was strong."


def test_lines_that_an_editor_broke_are_whole() -> None:
    assert Gaps(WRAPPED).text == WRAPPED.replace("\n", " ")
    two = f"{WRAPPED}\n\n{WRAPPED}"
    assert Gaps(two).text == WRAPPED.replace("\n", " ") + "\n\n" + WRAPPED.replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير ذلك.\nوأضاف أن الأمر انتهى.\nوختم حديثه بالشكر.",  # paragraphs of a sentence each
        "عنوان قصير\n" + "كلمة " * 60 + "\n" + "كلمة " * 70,  # lines wider than a screen
        "نعم\nلا\nربما\nكلا",  # "yes, no, perhaps, not at all"
    ],
)
def test_paragraphs_stay(text: str) -> None:
    assert Gaps(text).text == text


def test_the_letters_of_pdf_files_are_put_in_order() -> None:
    """«الأمين العام للأمم المتحدة» (the Secretary-General of the United Nations) as a PDF gives it."""
    assert Gaps("قال األمين العام لألمم المتحدة").text == "قال الأمين العام للأمم المتحدة"
    assert Gaps("سافر لألمانيا أمس").text == "سافر لألمانيا أمس"  # to Germany, in a text that has its letters in order
