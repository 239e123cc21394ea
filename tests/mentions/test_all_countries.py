"""Every state and territory is found by its name, its adjective and its capital, where news have a word for it.

Words that two of them share are listed here, with what decides: whoever adds a word that another has must look.
"""

from __future__ import annotations

import pytest

from arner.arabic.orthography import fold
from arner.lexicon import load
from arner.mentions.countries import _words, country_names, is_code
from tests.marked import read

LEXICON = load("countries")
CODES = sorted(code for code in LEXICON if is_code(code))
ADJECTIVES = {code: LEXICON[code]["adjectives"][0] for code in CODES if LEXICON[code].get("adjectives")}
CAPITALS = {code: LEXICON[code]["capitals"][0] for code in CODES if LEXICON[code].get("capitals")}

# A word that several share → the state it means when the article names none of them otherwise (None: none of them).
SHARED = {
    "كوريا": None,
    "كوري": None,
    "المملكة": None,
    "السلطنة": None,
    "عمان": "OM",
    "طرابلس": "LY",
    "قرطاج": None,
    "الكونغو": "CD",
    "الكونجو": "CD",
    "كونغولي": "CD",
    "غيني": "GN",
    "دومينيكي": "DO",
    "كينغستون": "JM",
    "جورج تاون": "GY",
    "هاميلتون": None,
    "ستانلي": None,
    "دوغلاس": None,
    "فيكتوريا": None,
    "سان دوني": None,
    "سان بيير": None,
}
# Capital → who acts from it now; the Soviet Union and Yugoslavia, whose capitals they were, have none of their own.
SUCCEEDED = {"موسكو": "RU", "بلغراد": "RS"}
# States of several that one phrase names at once, or that are spelt alike, one of them guarded.
TOGETHER = {"الكوريتان": {"KP", "KR"}, "الكوريتين": {"KP", "KR"}, "ماليه": {"ML", "MV"}}
# Named like their capital, or without one.
_NONE = "AQ BM BQ BV CC CX DJ DZ EH FK GI GS HK HM IM IO JE JO KW KY LU MC MO NF PM RE SC SG SM SU TF TK TN UM VA YU"
WITHOUT_CAPITAL = set(_NONE.split())


def codes(marked: str) -> set[str]:
    return {c.code for c in read(marked, stages=("arner_mentions", "arner_entities"))._.entities.countries}


def test_there_are_all_of_them() -> None:
    assert len(CODES) == 252  # the 249 of ISO 3166-1 and XK, SU, YU
    assert set(CODES) - set(CAPITALS) == WITHOUT_CAPITAL


@pytest.mark.parametrize("code", CODES)
def test_by_name(code: str) -> None:
    assert code in codes(f"قال مسؤول إن {{LOC:{country_names(code)[0]}}} تدرس الأمر.")  # … is studying the matter


@pytest.mark.parametrize("code", sorted(ADJECTIVES))
def test_by_adjective(code: str) -> None:
    masculine = " ".join(f"ال{word}" for word in ADJECTIVES[code].split())
    feminine = " ".join(f"ال{word}{'ة' if word.endswith('ي') else ''}" for word in ADJECTIVES[code].split())
    shared = SHARED.get(ADJECTIVES[code], code)
    assert shared is None or shared in codes(f"قال الرئيس {masculine} إن الأمر انتهى.")  # the … president
    assert shared is None or shared in codes(f"أعلنت الحكومة {feminine} أن الأمر انتهى.")  # the … government


@pytest.mark.parametrize("code", sorted(CAPITALS))
def test_by_its_capital_acting(code: str) -> None:
    assert code in codes(f"أعلنت {{LOC:{CAPITALS[code]}}} أن الأمر انتهى.")  # Moscow announced that the matter is over


@pytest.mark.parametrize(("capital", "code"), SUCCEEDED.items())
def test_by_the_capital_of_a_former_state(capital: str, code: str) -> None:
    assert codes(f"أعلنت {capital} أن الأمر انتهى.") == {code}


def test_every_shared_word_is_known() -> None:
    assert {fold(w) for entry in LEXICON["by_article"] for w in entry["words"]} == {fold(w) for w in SHARED}
    several = {" ".join(p): {r.code for r in found} for p, found in _words().phrases.items() if len(found) > 1}
    assert {word: found for word, found in several.items() if len(found) > 1} == TOGETHER


@pytest.mark.parametrize(
    "entry", [e for e in LEXICON["by_article"] if len(e["readings"]) > 1], ids=lambda e: e["words"][0]
)
def test_a_shared_word_means_whom_the_article_names(entry: dict[str, dict[str, str]]) -> None:
    word = next(iter(entry["words"]))
    adjective = "demonym" in entry["readings"].values()
    for code, how in entry["readings"].items():
        sentence = f"قال الرئيس ال{word} إن {country_names(code)[0]} آمنة." if adjective else (
            f"قال مسؤول من {country_names(code)[0]} إن {word} تدرس الأمر."  # an official of … said that …
        )  # fmt: skip
        found = {m.refs[0] for m in read(sentence, stages=("arner_mentions", "arner_entities"))._.mentions
                 if sentence[m.start : m.end] in (word, f"ال{word}") and m.type == "country"}  # fmt: skip
        assert found == (set() if how == "place" else {f"country:{code}"}), code


@pytest.mark.parametrize(("word", "code"), SHARED.items())
def test_a_shared_word_alone(word: str, code: str | None) -> None:
    adjective = any(word in e["words"] and "demonym" in e["readings"].values() for e in LEXICON["by_article"])
    assert codes(f"قال الرئيس ال{word} ذلك." if adjective else f"أعلنت {word} ذلك.") == ({code} if code else set())
