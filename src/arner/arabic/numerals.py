"""Numbers written as words: `ثلاثة وعشرون` (twenty-three), `الحادي والعشرين` (the twenty-first), `مئتي ألف`.

All functions read folded words (`arner.arabic.orthography.fold`) from a position and say how many they took.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Number(NamedTuple):
    """A number and how many words it was written in."""

    value: int
    length: int


_UNIT_FORMS = {
    1: "واحد واحده احد احدي",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي",
    3: "ثلاث ثلاثه",
    4: "اربع اربعه",
    5: "خمس خمسه",
    6: "ست سته",
    7: "سبع سبعه",
    8: "ثمان ثماني ثمانيه",
    9: "تسع تسعه",
    10: "عشر عشره",
}
_TEN_STEMS = {
    20: "عشر",
    30: "ثلاث",
    40: "اربع",
    50: "خمس",
    60: "ست",
    70: "سبع",
    80: "ثمان",
    90: "تسع",
}
_HUNDRED_FORMS = ("مايه", "ميه")
_SCALE_FORMS = {
    1_000: "الف الفا الاف",
    1_000_000: "مليون مليونا ملايين",
    1_000_000_000: "مليار مليارا مليارات",
}
_DUAL_FORMS = {
    200: "ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي",
    2_000: "الفان الفين الفا الفي",
    2_000_000: "مليونان مليونين مليونا مليوني",
    2_000_000_000: "ملياران مليارين مليارا ملياري",
}
_ORDINAL_FORMS = {
    1: "اول اولي",
    2: "ثاني ثانيه",
    3: "ثالث ثالثه",
    4: "رابع رابعه",
    5: "خامس خامسه",
    6: "سادس سادسه",
    7: "سابع سابعه",
    8: "ثامن ثامنه",
    9: "تاسع تاسعه",
    10: "عاشر عاشره",
}

_UNITS = {form: n for n, forms in _UNIT_FORMS.items() for form in forms.split()}
_TENS = {stem + ending: n for n, stem in _TEN_STEMS.items() for ending in ("ون", "ين")}
_HUNDREDS = dict.fromkeys(_HUNDRED_FORMS, 100) | {
    stem + form: n // 10 * 100 for n, stem in _TEN_STEMS.items() if n > 20 for form in _HUNDRED_FORMS
}
_SCALES = {form: n for n, forms in _SCALE_FORMS.items() for form in forms.split()}
# `الفا` and `مليونا` are also the accusative singular (`عشرين الفا`), which is the commoner reading.
_DUALS = {form: n for n, forms in _DUAL_FORMS.items() for form in forms.split() if form not in _SCALES}
_ORDINALS = {form: n for n, forms in _ORDINAL_FORMS.items() for form in forms.split()}
_ELEVENTH = {"حادي": 1, "حاديه": 1}
# Words that may begin the ordinal of a day: `الثالث عشر من يوليو`, `أول مايو`.
ORDINAL_HEADS = frozenset({"ال" + w for w in (*_ORDINALS, *_ELEVENTH, *_TENS)} | {"اول"})
CARDINAL_HEADS = frozenset("ال" + form for form, n in _UNITS.items() if n > 2)  # `الثلاثة أشهر المقبلة`


def cardinal(words: Sequence[str], start: int = 0) -> Number | None:
    """The number that begins at `words[start]`, its longest reading; the article is allowed on its words.

    >>> cardinal(["خمسه", "وعشرين", "يوما"])
    Number(value=25, length=2)
    """
    total = group = 0  # finished thousands, millions …; what is counted since
    i = start
    smallest = 10**12  # of the finished scales: they come in falling order
    while i < len(words):
        word = words[i] if i == start else _joined(words[i])
        if word is None:
            break
        below = _below_thousand(words, i, word)
        if below is None or not _fits(group, below.value):
            scale = _SCALES.get(_bare(word)) or _DUALS.get(_bare(word))
            if scale is None or scale < 1_000 or scale >= smallest or group:
                break
            total, smallest, i = total + scale, 1_000, i + 1
            continue
        group += below.value
        i += below.length
        if i < len(words) and (scale := _SCALES.get(_bare(words[i]))) and scale < smallest:
            total, group, smallest, i = total + group * scale, 0, scale, i + 1
    return Number(total + group, i - start) if i > start else None


def ordinal(words: Sequence[str], start: int = 0) -> Number | None:
    """The ordinal of 1 to 99 that begins at `words[start]`, with or without the article.

    >>> ordinal(["الحادي", "والثلاثين", "من", "يناير"])
    Number(value=31, length=2)
    """
    if start >= len(words):
        return None
    word = _bare(words[start])
    following = words[start + 1] if start + 1 < len(words) else ""
    unit = _ORDINALS.get(word) or _ELEVENTH.get(word)
    if unit is None:
        tens = _TENS.get(word)
        # Without the article `عشرين` is a cardinal.
        return Number(tens, 1) if tens and words[start].startswith("ال") else None
    if unit < 10 and following in ("عشر", "عشره"):
        return Number(10 + unit, 2)
    if unit < 10 and (joined := _joined(following)) and (tens := _TENS.get(_bare(joined))):
        return Number(tens + unit, 2)
    return Number(unit, 1) if word in _ORDINALS else None


def _below_thousand(words: Sequence[str], i: int, word: str) -> Number | None:
    """A number under 1000 in one, two words: `خمسه`, `خمسه عشر`, `عشرين`, `ثلاثميه`, `ثلاث ميه`."""
    word = _bare(word)
    following = words[i + 1] if i + 1 < len(words) else ""
    if unit := _UNITS.get(word):
        if unit < 10 and following in ("عشر", "عشره"):
            return Number(10 + unit, 2)
        if unit > 2 and following in _HUNDRED_FORMS:
            return Number(unit * 100, 2)
        return Number(unit, 1)
    value = _TENS.get(word) or _HUNDREDS.get(word) or (200 if _DUALS.get(word) == 200 else None)
    return Number(value, 1) if value else None


def _fits(group: int, value: int) -> bool:
    """Whether `value` may be added: below 100 after hundreds, tens after units (`خمسه وعشرين`)."""
    if group % 100 == 0:
        return group == 0 or value < 100
    return group % 100 < 10 and value in _TEN_STEMS


def _joined(word: str) -> str | None:
    """A word that `و` joins to the number before it, without the و."""
    return word[1:] if word.startswith("و") and not word.startswith("واحد") else None


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and word not in _SCALES and word not in _DUALS else word
