"""Which of a series an encounter is: `رابع لقاء` (the fourth meeting), `القمة التاسعة والعشرون`, `للمرة الثالثة`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from arner.arabic.numerals import ordinal
from arner.lexicon import word_class

_FIGURE = re.compile(r"ال(\d{1,3})")
_BEFORE, _AFTER = 8, 12  # words around the encounter in which «for the third time» stands
_SINCE = 14  # words after the encounter in which «since» counts its series anew
_ADJECTIVES = 3  # words between the noun and its ordinal: القمة العربية العادية التاسعة
_SECOND = 4  # words from the noun to «second»: الزيارة الرسمية هي الثانية
_WITHIN = 10  # words from there to the time in which it is the second: ثاني زيارة رسمية يقوم بها الوزير إلى باريس خلال
_TWICE_IN = word_class("twice_within")


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
    if words[start].lstrip("وب").startswith("ال") and (number := _adjective(words, start + 1, end, dated)):
        return number  # الجولة الـ11 من المفاوضات
    if "منذ" in words[start : end + _SINCE]:
        return None  # أول زيارة منذ عامين: the first since then
    before = words[start - 1] if start else ""
    if not definite and not before.startswith("ال") and (found := ordinal([before]) or ordinal([before[1:]])):
        return found.value
    near = range(max(0, start - _BEFORE), min(right, end + _AFTER))
    return next((number for i in near if (number := _times(words, i))), None)


def again_within(words: Sequence[str], start: int, end: int, right: int) -> bool:
    """Whether the encounter at `start:end` is the second of the same within some time, so that one was before it.

    >>> again_within("ثاني زياره له الي دمشق خلال شهرين".split(), 1, 2, 7)
    True
    >>> again_within("زيارته الثانيه الي دمشق".split(), 0, 1, 4)
    False
    """
    second = start - 1 if start and _is_second(words[start - 1]) else None
    if second is None:
        second = next((i for i in range(end, min(end + _SECOND, right)) if _is_second(words[i])), None)
    if second is None:
        return False
    after = range(max(second, end), min(max(second, end) + _WITHIN, right))
    return any(words[i] in _TWICE_IN for i in after)


def _is_second(word: str) -> bool:
    """`ثاني`, `الثانية`, `وثاني`."""
    number = ordinal([word]) or ordinal([word[1:]])
    return number is not None and number.value == 2


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
