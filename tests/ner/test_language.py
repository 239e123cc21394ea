"""Tokens of news: words and signs apart, the text unchanged, the time linear."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from arner.arabic.orthography import fold
from tests.junk import articles, texts
from tests.timing import cpu_seconds

LANGUAGE = spacy.blank("arner")


def tokens(text: str) -> list[str]:
    return [t.text for t in LANGUAGE.make_doc(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال: «لن نتراجع».", "قال : « لن نتراجع » ."),  # he said: "We will not retreat".
        ("المتحدة،إنها", "المتحدة ، إنها"),  # punctuation glued on both sides
        ("تتراجع».وأضاف", "تتراجع » . وأضاف"),
        ("بـ“الشركاء”", "بـ “ الشركاء ”"),
        ('بـ"الشركاء"', 'بـ " الشركاء "'),
        ("‘نعم’", "‘ نعم ’"),
        ("''نعم''", "'' نعم ''"),
        ("#دونالد_ترمب", "# دونالد _ ترمب"),
        ("و(أ ف ب)", "و ( أ ف ب )"),
        ("(أ.ف.ب)", "( أ . ف . ب )"),
        ("في ١٣/٠٧/٢٠١٨م،", "في ١٣/٠٧/٢٠١٨م ،"),
        ("106,78 دولار", "106,78 دولار"),
        ("٣٫٥ و٢٠%", "٣٫٥ و٢٠ %"),
        ("مجموعة 5+1", "مجموعة 5+1"),
        ("10:30.", "10:30 ."),
        ("راجع https://example.org/a?b=1،ثم", "راجع https://example.org/a?b=1 ، ثم"),
        ("«www.spa.gov.sa»", "« www.spa.gov.sa »"),
        ("بريد a.b@example.com؟", "بريد a.b@example.com ؟"),
        ("Al-Jazeera قناة", "Al-Jazeera قناة"),
        ("قناةBBC", "قناةBBC"),
        ("ماذا؟!!...", "ماذا ؟ !! ..."),
        ("الرَّئيسُ", "الرَّئيسُ"),  # diacritics belong to the letter
        ("جونغ-أون", "جونغ - أون"),
        ("😀بوتين", "😀 بوتين"),
        ("", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert tokens(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عنوان\nنص", ["عنوان", "\n", "نص"]),
        ("عنوان \r\n نص", ["عنوان", "\r\n ", "نص"]),
        (" نص", [" ", "نص"]),
        ("نص  نص", ["نص", " ", "نص"]),
        ("نص ", ["نص"]),
        (" ", [" "]),
        ("\n\n", ["\n\n"]),
    ],
)
def test_white_space_is_a_token_but_for_one_space_after_a_word(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(texts | articles | st.text())
def test_the_text_comes_back(text: str) -> None:
    doc = LANGUAGE.make_doc(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t.text)] == t.text for t in doc)
    assert not any(t.text.strip() != t.text for t in doc if t.text.strip())


@given(texts | articles)
def test_the_norm_is_the_folded_word(text: str) -> None:
    assert all(t.norm_ == fold(t.text) for t in LANGUAGE.make_doc(text))


def test_the_text_survives_bytes() -> None:
    doc = LANGUAGE.make_doc("قال: «نعم».\r\n\u200fوأضاف ٢٠١٨ 😀")
    again = Doc(LANGUAGE.vocab).from_bytes(doc.to_bytes())
    assert [(t.text, t.idx, t.norm_) for t in again] == [(t.text, t.idx, t.norm_) for t in doc]


@pytest.mark.parametrize(
    "piece",
    [
        "!?",
        "ـ",
        "َ",
        "ا",
        "اَ",
        "a",
        "a.",
        "a@",
        "a-",
        "1.",
        "1",
        "1َ",
        "\u200f",
        "_",
        "#",
        "http://",
        "www.",
        " ",
        "\n",
        " \n",
        "»”",
    ],
)
def test_the_time_is_linear(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert LANGUAGE.make_doc(text).text == text
    assert cpu_seconds(lambda: LANGUAGE.make_doc(text), tries=1) < 3
