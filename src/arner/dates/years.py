"""Years by their number: `عام 2015`, `سنة 1436 هـ`, `عامي 2015 و2016`, `منذ 2003`."""

from __future__ import annotations

import re

from arner.arabic.numerals import cardinal
from arner.dates import calendar
from arner.dates import words as w
from arner.dates.calendar import Period, words_only
from arner.dates.text import DASHES, UNTIL, Found, Text

YEAR = re.compile(r"(1[0-9]{3}|2[01][0-9]{2})(م|ه)?")
_YEARS = re.compile(r"(1[0-9]{3}|2[01][0-9]{2})[-/](1[0-9]{3}|2[01][0-9]{2})")
_SHORT = re.compile(r"[4-9][0-9]")  # of the last century
_MOST = 6  # years that follow the first of several


def year(text: Text, i: int) -> Found | None:
    """`عام 2015`, `سنة 1436 هـ`, `عامي 2015 و2016`, `عام ألفين وثمانية عشر`."""
    word = text.word(i)
    if word in w.YEAR_NOUNS:
        return _titled(text, i)
    return _several(text, i) if word in w.YEARS_NOUNS else None


def _titled(text: Text, i: int) -> Found | None:
    if found := number(text, i + 1):
        return Found(found[0], period(found[1], found[2]), "year")
    if both := _YEARS.fullmatch(text.word(i + 1)):
        return Found(i + 2, _span(int(both[1]), int(both[2])), "year")
    if (short := _SHORT.fullmatch(text.word(i + 1))) and not _counts(text, i + 2):
        return Found(i + 2, calendar.years(1900 + int(short[0]), 1, "year"), "year")  # عام 67
    spelt = cardinal(text.words, i + 1)
    if spelt is None or not 1000 <= spelt.value < 2200:
        return None
    return Found(i + 1 + spelt.length, calendar.years(spelt.value, 1, "year"), "year")


def _several(text: Text, i: int) -> Found | None:
    first = number(text, i + 1)
    if first is None:
        return None
    last = first
    for _ in range(_MOST):
        joint = text.word(last[0])
        if joint in ("و", "،") or joint in UNTIL or joint in DASHES:
            more = number(text, last[0] + 1)
        elif joint[:1] == "و":
            more = number(text.instead(last[0], joint[1:]), last[0])
        else:
            break
        if more is None:
            break
        last = more
    return Found(last[0], calendar.joined(period(*first[1:]), period(*last[1:])), "year")


def number(text: Text, i: int) -> tuple[int, int, bool] | None:
    """End, number and whether it is a Hijri year."""
    match = YEAR.fullmatch(text.word(i))
    if match is None:
        return None
    value, mark, end = int(match[1]), match[2], i + 1
    if mark is None and text.word(end) in w.HIJRI_MARKS | w.GREGORIAN_MARKS:
        mark, end = text.word(end), end + 1
    hijri = mark in w.HIJRI_MARKS or (mark is None and 1400 <= value <= 1460)
    return end, value, hijri


def bare(text: Text, i: int) -> Found | None:
    """`منذ 2003`, `(1990-1991)`: four digits where a number of things is unlikely."""
    before = text.word(i - 1)
    if both := _YEARS.fullmatch(text.word(i)):
        return Found(i + 1, _span(int(both[1]), int(both[2])), "year")
    if not (found := number(text, i)) or (found[1] < 1800 and not found[2]) or found[1] > 2100:
        return None
    after = text.word(found[0])
    bracketed = before == "(" and after == ")"
    named = found[1] % 500 and 1900 < found[1] < 2100 and not _counts(text, found[0])
    if named and (before.removeprefix("و") in w.BOUND_BY_YEAR or (after == ")" and before.isalpha())):
        return Found(found[0], period(found[1], found[2]), "year")  # قبل 2011, (شنغهاي 2012)
    joined = after in UNTIL | DASHES and number(text, found[0] + 1) is not None
    likely = (before.removeprefix("و") in w.BARE_YEAR_AFTER or (before in w.FROM and joined)) and found[1] % 500
    return Found(found[0], period(found[1], found[2]), "year") if bracketed or likely else None


def _counts(text: Text, i: int) -> bool:
    """Whether the number before word `i` may count what stands there: `قبل 1948 [عاما]`, not `قبل 1948 وبعده`."""
    after = text.word(i)
    return after.isalpha() and after not in w.AFTER_YEAR and after[0] not in "وفبلك"


def period(number: int, hijri: bool) -> Period:
    return calendar.hijri_year(number) if hijri else calendar.years(number, 1, "year")


def _span(first: int, last: int) -> Period:
    return calendar.years(first, last - first + 1, "range") if first < last else words_only("range")
