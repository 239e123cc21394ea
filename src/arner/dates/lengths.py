"""Lengths of time before or after the publication (`قبل يومين`), and what only words tell (`وقت لاحق`, `نفس اليوم`)."""

from __future__ import annotations

from arner.arabic.numerals import cardinal
from arner.dates import days, months, units, years
from arner.dates import words as w
from arner.dates.calendar import words_only
from arner.dates.tense import tense
from arner.dates.text import Found, Text, granularity_of


def relative(text: Text, i: int) -> Found | None:
    """`قبل يومين`, `منذ خمس سنوات`, `بعد أسبوع`; of an event (`قبل يومين من القمة`) words only."""
    sign = w.BACK_OR_AHEAD.get(text.word(i))
    if sign is None or text.word(i - 1) == "من":
        return None
    j, vague = i + 1, False
    if about := w.ABOUT.at(text.words, j):
        j, vague = about
    measured = _length(text, j)
    if measured is None:
        return None
    j, count, unit = measured
    granularity = granularity_of(unit)
    if vague or count is None or text.word(j) in w.OF_AN_EVENT:
        return Found(j, words_only(granularity), "length", sign)
    if sign > 0 and tense(text, i, j) <= 0:
        return Found(j, words_only(granularity), "length", sign)  # «توفي بعد يومين»: counted from what was told before
    return Found(j, units.shifted(text, unit, sign * count), "length", sign)


def _length(text: Text, i: int) -> tuple[int, int | None, str] | None:
    """End, count and unit of a length of time; no count for `أيام`, `ساعات`."""
    word = text.word(i)
    if unit := w.ONE.get(word):
        # يوم الخميس، شهر رمضان، عام 2015 are no lengths
        if days.day(text, i) or months.month(text, i) or years.year(text, i):
            return None
        if word == "عقد" and text.word(i + 1).isalpha() and text.word(i + 1) not in w.AFTER_DECADE:
            return None  # بعد عقد اجتماع: after holding a meeting
        return i + 1 + (text.word(i + 1) in ("واحد", "واحده")), 1, unit
    if unit := w.TWO.get(word):
        return i + 1, 2, unit
    if unit := w.MANY.get(word):
        return i + 1, None, unit
    if word.isdecimal() and word.isascii() and len(word) < 6:
        count, j = int(word), i + 1
    elif number := cardinal(text.words, i):
        count, j = number.value, i + number.length
    else:
        return None
    unit = w.MANY.get(text.word(j)) or w.ONE.get(text.word(j))
    return (j + 1, count, unit) if unit else None


def phrase(text: Text, i: int) -> Found | None:
    """`وقت لاحق`, and with a day `وقت سابق من هذا الأسبوع`."""
    named = w.PHRASES.at(text.words, i)
    if named is None:
        return None
    j = named[0] + (text.word(named[0]) == "من")
    return days.day(text, j) or units.unit(text, j) or Found(named[0], words_only(), "vague")


def same(text: Text, i: int) -> Found | None:
    """`نفس اليوم`, `ذات الأسبوع`: what the text tells of says which, so words only."""
    if text.word(i) not in w.SAME:
        return None
    if inner := days.day(text, i + 1) or units.unit(text, i + 1):
        return Found(inner.end, words_only(inner.period.granularity), "vague")
    if unit := w.THE_ONE.get(text.word(i + 1)):
        return Found(i + 2, words_only(granularity_of(unit)), "vague")
    return None
