"""Parts of months and years: `أواخر مايو`, `النصف الثاني من العام الجاري`."""

from __future__ import annotations

from arner.arabic.numerals import ordinal
from arner.dates import calendar, months, units, years
from arner.dates import words as w
from arner.dates.calendar import Period, words_only
from arner.dates.text import Found, Text


def edge(text: Text, i: int) -> Found | None:
    """`مطلع الشهر المقبل`, `نهاية العام`, `أواخر مايو`: the value is the whole month's or year's."""
    named = w.EDGES.at(text.words, i)
    return _whole(text, named[0]) if named else None


def share(text: Text, i: int) -> Found | None:
    """`الأسبوع الأول من مايو`, `النصف الثاني من العام الجاري`, `الربع الأول من 2018`."""
    length = w.SHARES.get(text.word(i))
    number = ordinal(text.words, i + 1)
    if length is None or number is None:
        return None
    j = i + 1 + number.length
    whole = (years.year(text, j + 1) or _whole(text, j + 1)) if text.word(j) in ("من", "في") else None
    if whole is None:
        return None
    return whole._replace(period=_share_of(whole.period, length, number.value))


def _share_of(whole: Period, length: int, number: int) -> Period:
    """The `number`-th share of a year by its `length` in months, or with none the week of a month."""
    first = whole.first
    if first and whole.granularity == "year" and 0 < length * number <= 12:
        return calendar.months(first.year, length * (number - 1) + 1, length, "range")
    if first and whole.granularity == "month" and length == 0 and number <= 4:
        start = calendar.shifted(first, 7 * (number - 1))
        return Period(start, calendar.shifted(start, 6) if start else None, "week")
    return whole if length else words_only("week")


def _whole(text: Text, i: int) -> Found | None:
    """What a part may be taken of; without a modifier the present one: `الشهر`, `العام`, `2018`."""
    inner = max(
        filter(None, (read(text, i) for read in (units.unit, months.month, years.year, months.season, units.decade))),
        key=lambda found: found.end,
        default=None,
    )
    if inner:
        return inner
    if unit := w.THE_ONE.get(text.word(i)):
        return Found(i + 1, units.shifted(text, unit, 0), "unit")
    if year := years.number(text, i):
        return Found(year[0], years.period(year[1], year[2]), "year")
    return None
