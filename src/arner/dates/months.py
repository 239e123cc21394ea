"""Months and seasons, and the year they are of: `فبراير 2022`, `شهر آذار الماضي`, `صيف 2015`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from arner.arabic.numerals import ordinal
from arner.dates import calendar, units, years
from arner.dates import words as w
from arner.dates.calendar import Period, words_only
from arner.dates.tense import tense
from arner.dates.text import STEPS, Found, Text, points
from arner.lexicon import word_class

_OF_YEAR = word_class("of_year")
_WITHIN = word_class("within_date")
COMMAS = frozenset("،,")
_FIGURES = re.compile(r"(?:ال)?[0-9]{1,2}")
# A date without a year is of the past unless that is longer ago than this (days).
_LONG_AGO = 300
_NAME = 4  # words between what is called after a date and the date: `مدينة السادس من أكتوبر`


class MonthName(NamedTuple):
    """A month by its name; `sure`: the words are nothing else."""

    end: int
    calendar: str
    number: int
    sure: bool


class Tail(NamedTuple):
    """What follows a month: its year, or the word that points at it (`modifier`)."""

    end: int
    year: int | None = None
    hijri: bool = False
    modifier: str | None = None


def name(text: Text, i: int) -> MonthName | None:
    """The month at `i`, by one name or two: `شباط/فبراير`, `يوليو تموز`."""
    named = w.MONTHS.at(text.words, i)
    if named is None:
        return None
    end, (kind, number, sure) = named
    joint = text.word(end)
    joined = joint in ("/", "(", "-", "–", "او")  # or nothing: نوفمبر تشرين الثاني
    other = w.MONTHS.at(text.words, end + joined)
    if other and other[1][:2] == (kind, number):
        closing = joint == "(" and text.word(other[0]) == ")"
        return MonthName(other[0] + closing, kind, number, True)
    return MonthName(end, kind, number, sure)


def month(text: Text, i: int) -> Found | None:
    """`فبراير 2022`, `شهر آذار الماضي`, `رمضان المقبل`."""
    titled = text.word(i) == "شهر"
    named = name(text, i + titled)
    if named is None:
        return None
    rest = tail(text, named.end)
    sure = named.sure or titled or rest.end > named.end or text.word(i - 1) in w.BEFORE_MONTH
    if not sure or in_name(text, i):
        return None
    if text.word(i - 1) in w.EVENTS_AFTER and rest.end == named.end:
        return Found(named.end, words_only("month"), "month")
    hijri = named.calendar == "hijri"

    def make(year: int) -> Period:
        return calendar.hijri_month(year, named.number) if hijri else calendar.month(year, named.number)

    return Found(rest.end, in_year(text, i, make, rest, hijri), "month", points(rest.modifier))


def season(text: Text, i: int) -> Found | None:
    """`صيف 2015`, `الخريف المقبل`, `هذا الصيف`."""
    this = text.word(i) in w.THIS
    named = w.SEASONS.at(text.words, i + this)
    if named is None:
        return None
    rest = tail(text, named[0])
    if this and rest.end == named[0]:
        rest = Tail(named[0], modifier="current")
    if rest.end == named[0] or rest.modifier == "narrated":
        return None
    if rest.hijri:
        return Found(rest.end, words_only("season"), "season")
    period = in_year(text, i, lambda year: calendar.season(year, named[1]), rest, False)
    return Found(rest.end, period, "season", points(rest.modifier))


def in_name(text: Text, i: int) -> bool:
    """Whether the date is what something is called: `مدينة السادس من أكتوبر`, `حركة 6 أبريل`."""
    for j in range(i - 1, max(i - _NAME, 0) - 1, -1):
        word = text.word(j)
        if word not in _WITHIN and not _FIGURES.fullmatch(word) and not ordinal(text.words, j):
            return word in w.NAMES_AFTER or word[1:] in w.NAMES_AFTER
    return False


def tail(text: Text, i: int) -> Tail:
    """The year after a month: `2018`, `، 2018`, `(2018)`, `من عام 2015`, `الماضي`, `من العام الجاري`."""
    if parted := _parted_year(text, i):
        return parted
    j = i + (text.word(i) == "من")
    titled = text.word(j) in w.YEAR_NOUNS or text.word(j) in _OF_YEAR
    if (j == i or titled) and (year := years.number(text, j + titled)):
        return Tail(*year)
    if (unit := units.unit(text, j)) and unit.period.granularity == "year":
        first = unit.period.first
        return Tail(unit.end, first.year) if first else Tail(unit.end, modifier="narrated")
    modifier = text.modifier(i)
    if modifier and modifier[1] in (*STEPS, "narrated"):
        return Tail(modifier[0], modifier=modifier[1])
    return Tail(i)


def _parted_year(text: Text, i: int) -> Tail | None:
    """`سبتمبر (2018)`, `سبتمبر، 2018`; not `في سبتمبر، 2018 لاجئا` (2018 refugees)."""
    sign = text.word(i)
    year = years.number(text, i + 1) if sign in COMMAS or sign == "(" else None
    if year is None:
        return None
    end, after = year[0], text.word(year[0])
    if sign == "(":
        return Tail(end + 1, *year[1:]) if after == ")" else None
    return None if after.isalpha() and after not in w.AFTER_YEAR else Tail(*year)


def in_year(text: Text, i: int, make: Callable[[int], Period], tail: Tail, hijri: bool) -> Period:
    """The day, month or season at word `i` in the year that its tail, or else the clause's tense, points at."""
    if tail.year is not None:
        return make(tail.year)
    granularity = make(1400 if hijri else 2000).granularity
    today = text.today
    base = (calendar.hijri_year_of(today) if hijri else today.year) if today else None
    if today is None or base is None or tail.modifier == "narrated":
        return words_only(granularity)
    if tail.modifier == "current":
        return make(base)
    sign = tense(text, i, tail.end) if tail.modifier is None else 0
    past, ahead = _nearest(make, base, today, tail.modifier, sign)
    step = STEPS.get(tail.modifier or "", sign)
    if tail.modifier is None and past and ahead:
        step = 1 if _lies_ahead(today, make(past), make(ahead), sign) else -1
    chosen = ahead if step > 0 else past
    beyond = step - points(tail.modifier) if tail.modifier else 0  # «قبل الماضي»: a year further
    return make(chosen + beyond) if chosen else words_only(granularity)


def _lies_ahead(today: date, past: Period, ahead: Period, sign: int) -> bool:
    """Whether a date without a year is the one to come, `ahead`, rather than the last one, `past`."""
    if past.last is None or ahead.first is None:
        return False
    ago, wait = (today - past.last).days, (ahead.first - today).days
    if sign == 0:
        return ago > _LONG_AGO and ago > wait
    # The verb may be another's: nearly a year ahead is less likely than just over.
    return sign > 0 and wait <= _LONG_AGO


def _nearest(
    make: Callable[[int], Period], base: int, today: date, modifier: str | None, sign: int
) -> tuple[int | None, int | None]:
    """The years of the last such period that has begun (that is over, with «past»), and of the first to come.

    One that lasts is to come too where the clause tells of what will be (`sign`).
    """
    past: int | None = None
    ahead: int | None = None
    for year in range(base - 2, base + 3):
        period = make(year)
        if period.first is None or period.last is None:
            continue
        if period.last < today if points(modifier) < 0 else period.first <= today:
            past = year
        lasts = sign > 0 and period.last >= today
        if ahead is None and (period.first > today or lasts):
            ahead = year
    return past, ahead
