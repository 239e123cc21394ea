"""From one time to another: `من الاثنين إلى الأربعاء`, `بين عام 2011 وعام 2013`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from arner.dates import calendar, years
from arner.dates import words as w
from arner.dates.calendar import Period
from arner.dates.text import DASHES, UNTIL, Found, Text

Read = Callable[[Text, int], Found | None]


def extended(text: Text, i: int, first: Found, read: Read) -> Found:
    """The range that begins with `first` at word `i`, its end found by `read`; `first` alone where none stands."""
    joint, before = text.word(first.end), text.word(i - 1)
    if (before in w.FROM and joint in UNTIL) or joint in DASHES or (before in ("بين", "وبين") and joint == "و"):
        second = read(text, first.end + 1)
    elif before in ("بين", "وبين") and joint[:1] == "و":
        second = read(text.instead(first.end, joint[1:]), first.end)
    else:
        return first
    if second is None and first.kind == "year" and (year := years.number(text, first.end + 1)):
        second = Found(year[0], years.period(year[1], year[2]), "year")  # من 2014 إلى 2018
    start = first.period.first
    last = second.period.last if second else None
    if second is None or start is None or last is None:
        return first
    if last < start:
        start, last = _in_order(text, start, last, i, first.end, second)
    return Found(second.end, Period(start, last, "range"), "range", second.points) if start < last else first


def _in_order(text: Text, start: date, last: date, i: int, middle: int, second: Found) -> tuple[date, date]:
    """A range told in order whose ends were resolved apart: the one without a year follows the other."""
    if (start - last).days < 7 and second.period.granularity == "day":
        return start, calendar.shifted(last, 7) or last
    if not _has_year(text, middle, second.end):
        return start, calendar.gregorian_day(last.year + 1, last.month, last.day).first or last
    if not _has_year(text, i, middle):
        for year in (last.year, last.year - 1):
            earlier = calendar.gregorian_day(year, start.month, start.day).first
            if earlier and earlier < last:
                return earlier, last
    return start, last


def _has_year(text: Text, start: int, end: int) -> bool:
    return any(years.YEAR.fullmatch(word) for word in text.words[start:end])
