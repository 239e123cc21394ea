"""Which of a series an encounter is: `رابع لقاء` (the fourth meeting), `القمة التاسعة والعشرون`, `للمرة الثالثة`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from arner.arabic.numerals import ordinal

_FIGURE = re.compile(r"ال(\d{1,3})")
_BEFORE, _AFTER = 8, 12  # words around the encounter in which «for the third time» stands
_SINCE = 14  # words after the encounter in which «since» counts its series anew
_ADJECTIVES = 3  # words between the noun and its ordinal: القمة العربية العادية التاسعة


def place_in_series(
    words: Sequence[str], start: int, end: int, right: int, definite: bool, dated: Collection[int] = ()
) -> int | None:
    """The ordinal of the encounter whose trigger is the folded `words[start:end]`, in a clause that ends at `right`.

    `definite`: whether the trigger has the article; `dated`: where dates begin, whose numbers are not its.

    >>> place_in_series("عقدا رابع لقاء بينهما".split(), 2, 3, 4, definite=False)
    4
    >>> place_in_series("انعقاد القمه العربيه التاسعه والعشرين".split(), 1, 2, 5, definite=True)
    29
    """
    if definite and (number := _adjective(words, end, right, dated)):
        return number
    if "منذ" in words[start : end + _SINCE]:
        return None  # أول زيارة منذ عامين: the first since then
    before = words[start - 1] if start else ""
    if not definite and not before.startswith("ال") and (found := ordinal([before]) or ordinal([before[1:]])):
        return found.value
    near = range(max(0, start - _BEFORE), min(right, end + _AFTER))
    return next((number for i in near if (number := _times(words, i))), None)


def _adjective(words: Sequence[str], end: int, right: int, dated: Collection[int]) -> int | None:
    """`القمة العربية [التاسعة والعشرون]`, `القمة [الـ29]`."""
    for i in range(end, min(end + _ADJECTIVES + 1, right)):
        if i in dated or not words[i].startswith("ال"):
            return None
        if figure := _FIGURE.fullmatch(words[i]):
            return int(figure[1])
        if number := ordinal(words, i):
            return number.value
    return None


def _times(words: Sequence[str], i: int) -> int | None:
    """`يلتقيان [للمرة] الثالثة`, `لأول [مرة]`."""
    number = None
    if words[i] in ("للمره", "المره") and i + 1 < len(words) and words[i + 1].startswith("ال"):
        number = ordinal(words, i + 1)
    if words[i] == "مره" and i:
        number = ordinal(words, i - 1) or ordinal([words[i - 1].removeprefix("ل")])
    return number.value if number else None
