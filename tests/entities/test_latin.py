"""Names in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.entities.latin import by_rule, name_latin
from arner.lexicon import lines


@pytest.mark.parametrize(
    ("name", "latin", "how"),
    [
        ("فلاديمير بوتين", "Vladimir Putin", "known"),
        ("بلينكن", "Blinken", "known"),
        ("فلاديمير سليم", "Vladimir Salim", "table"),
        ("عبد الرحمن الزمردي", "Abdul Rahman al-Zamradi", "rule"),
        ("عبدالله الثاني", "Abdullah II", "known"),
        ("شي جين بينغ", "Xi Jinping", "known"),
        ("كيم جونغ-أون", "Kim Jong Un", "known"),
        ("سليم زعنبوط", "Salim Zanbut", "rule"),
        ("John Smith", None, None),
    ],
)
def test_names(name: str, latin: str | None, how: str | None) -> None:
    assert name_latin(name) == (latin, how)


@pytest.mark.parametrize(("word", "latin"), [("زمردان", "zamradan"), ("غلوش", "ghalush"), ("كُمَيت", "kumayt")])
def test_the_rule(word: str, latin: str) -> None:
    assert by_rule(word) == latin


def test_the_table_of_names_is_in_order() -> None:
    table = lines("name_latin.tsv")
    assert table == sorted(table)  # it is searched by halves


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ -ًَُِّْـ«»12ab", max_size=30))
def test_any_name_gives_latin_letters_alone(name: str) -> None:
    latin, how = name_latin(name)
    assert (latin is None) == (how is None)
    assert all(not "\u0600" <= c <= "\u06ff" for c in latin or "")
