"""Arithmetic of days: periods of the Gregorian calendar, and Hijri dates turned into them."""

from __future__ import annotations

from datetime import MINYEAR, date, timedelta
from typing import NamedTuple

from hijridate import Gregorian, Hijri

from arner.records import Granularity

# Umm al-Qura tables end here; months beyond cannot be told to the day.
HIJRI_YEARS = range(1343, 1501)


class Period(NamedTuple):
    """First and last day, both inclusive; None where only words are known."""

    first: date | None
    last: date | None
    granularity: Granularity | None


def counted_from(published: str | None) -> str | None:
    """The day (ISO) of publication that «yesterday» is counted from.

    None at the ends of the calendar, where the day before or the year after cannot be told: databases write
    0001-01-01 and 9999-12-31 for «no date».
    """
    return published if published and "0100" < published < "9900" else None


def words_only(granularity: Granularity | None = None) -> Period:
    return Period(None, None, granularity)


def day(value: date | None) -> Period:
    return Period(value, value, "day")


def shifted(value: date, days: int) -> date | None:
    """`days` later; None outside the years that `date` knows."""
    try:
        return value + timedelta(days=days)
    except OverflowError:
        return None


def gregorian_day(year: int, month: int, number: int) -> Period:
    try:
        return day(date(year, month, number))
    except ValueError:
        return words_only("day")


def week(value: date | None) -> Period:
    """The week from Monday to Sunday (ISO 8601) around a day."""
    if value is None:
        return words_only("week")
    monday = shifted(value, -value.weekday())
    return Period(monday, shifted(value, 6 - value.weekday()), "week")


def month(year: int, number: int) -> Period:
    """A month; `number` may run over the year's end: `month(2018, 13)` is January 2019."""
    return months(year, number, 1, "month")


def season(year: int, first_month: int) -> Period:
    """Three months; winter begins in the December of `year`."""
    return months(year, first_month, 3, "season")


def years(first: int, count: int, granularity: Granularity) -> Period:
    return months(first, 1, 12 * count, granularity)


def months(year: int, first: int, count: int, granularity: Granularity) -> Period:
    """`count` months from the month `first` of `year`."""
    begin, end = year * 12 + first - 1, year * 12 + first - 1 + count
    if begin < MINYEAR * 12 or end >= 9999 * 12:
        return words_only(granularity)
    after = date(end // 12, end % 12 + 1, 1)
    return Period(date(begin // 12, begin % 12 + 1, 1), after - timedelta(days=1), granularity)


def joined(first: Period, last: Period) -> Period:
    """From the beginning of one to the end of the other."""
    return first if first == last else Period(first.first, last.last, "range")


def hijri_year_of(value: date) -> int | None:
    """The Hijri year of a Gregorian day."""
    try:
        return int(Gregorian.fromdate(value).to_hijri().year)
    except (OverflowError, ValueError):
        return None


def hijri_day(year: int, number: int, day_number: int) -> Period:
    if year not in HIJRI_YEARS:
        return words_only("day")
    try:
        g = Hijri(year, number, day_number).to_gregorian()
    except (OverflowError, ValueError):
        return words_only("day")
    return day(date(g.year, g.month, g.day))


def hijri_month(year: int, number: int) -> Period:
    first = hijri_day(year, number, 1).first
    if first is None:
        return words_only("month")
    return Period(first, shifted(first, Hijri(year, number, 1).month_length() - 1), "month")


def hijri_year(year: int) -> Period:
    first, last = hijri_month(year, 1).first, hijri_month(year, 12).last
    return Period(first, last, "year") if first and last else words_only("year")
