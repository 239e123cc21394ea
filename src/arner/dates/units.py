"""Units of time counted from the publication: `الأسبوع الماضي`, `هذا العام`, `القرن العشرين`."""

from __future__ import annotations

import re

from arner.arabic.numerals import cardinal, ordinal
from arner.dates import calendar
from arner.dates import words as w
from arner.dates.calendar import Period, words_only
from arner.dates.text import STEPS, Found, Text, granularity_of, points

_FIGURES = re.compile(r"(?:ال)?[0-9]{1,2}")


def unit(text: Text, i: int) -> Found | None:
    """`الأسبوع الماضي`, `هذا العام`, `القرن العشرين`."""
    this = text.word(i) in w.THIS
    j = i + this
    if text.word(j) == "القرن":
        return century(text, j)
    named = w.THE_ONE.get(text.word(j))
    if named is None:
        return None
    modifier = text.modifier(j + 1)
    if text.word(j) == "العام" and text.word(i - 1).lstrip("ول") in w.GENERAL_AFTER:
        return None
    if this:
        end = modifier[0] if modifier and modifier[1] == "current" else j + 1
        return Found(end, shifted(text, named, 0), "unit")
    if modifier and modifier[1] in STEPS:
        period = shifted(text, named, STEPS[modifier[1]])
        return Found(modifier[0], period, "unit", points(modifier[1]))
    if modifier and modifier[1] in ("narrated", "recent"):
        return Found(modifier[0], words_only(granularity_of(named)), "unit")  # السنة الأخيرة
    return None


def month_of(text: Text, i: int) -> Found | None:
    """`الشهر الجاري`: the unit where it is a month."""
    found = unit(text, i)
    return found if found and found.period.granularity == "month" else None


def shifted(text: Text, unit: str, step: int) -> Period:
    """The day, week, month, year or decade `step` away from the publication."""
    granularity = granularity_of(unit)
    if text.today is None or granularity is None:
        return words_only(granularity)
    year = text.today.year
    if unit == "day":
        return calendar.day(calendar.shifted(text.today, step))
    if unit == "week":
        return calendar.week(calendar.shifted(text.today, 7 * step))
    if unit == "month":
        return calendar.month(year, text.today.month + step)
    if unit == "year":
        return calendar.years(year + step, 1, "year")
    return calendar.years((year + 10 * step) // 10 * 10, 10, "decade")


def _counted(text: Text, i: int) -> Found | None:
    """`العشرين سنة الماضية`, `الثلاثة أشهر المقبلة`, `الـ48 ساعة الماضية`: the number has the article."""
    word = text.word(i)
    if not word.startswith("ال") or not (word[2:].isdecimal() or cardinal([word])):
        return None
    unit = w.MANY.get(text.word(i + 1)) or w.ONE.get(text.word(i + 1))
    modifier = text.modifier(i + 2) if unit else None
    if modifier is None or modifier[1] in ("small", "narrated"):
        return None
    return Found(modifier[0], words_only("range"), "vague", points(modifier[1]))


def century(text: Text, i: int) -> Found | None:
    """`القرن الماضي`, `القرن التاسع عشر`."""
    if step := text.step(i + 1):
        end, by = step[0], STEPS[step[1]]
        if text.today is None:
            return Found(end, words_only("range"), "century", points(step[1]))
        number = (text.today.year - 1) // 100 + 1 + by
        return Found(end, _century(number), "century", points(step[1]))
    named = ordinal(text.words, i + 1)
    return Found(i + 1 + named.length, _century(named.value), "century") if named else None


def _century(number: int) -> Period:
    return calendar.years((number - 1) * 100 + 1, 100, "range")


def decade(text: Text, i: int) -> Found | None:
    """`تسعينيات القرن الماضي`, `الثمانينيات`; not `في الستينيات من عمره`."""
    named = w.DECADES.at(text.words, i)
    if named is None:
        return None
    end, tens = named
    j = end + (text.word(end) == "من")
    if text.word(j).startswith(("عمر", "العمر")):
        return None
    if text.word(j) == "القرن" and (within := century(text, j)):
        first = within.period.first
        start = first.year - 1 + tens if first else None
        end = within.end
    elif text.word(i).startswith("ال"):
        start = 1900 + tens
    else:
        return None
    return Found(end, calendar.years(start, 10, "decade") if start else words_only("decade"), "decade")


def some(text: Text, i: int) -> Found | None:
    """`الأيام القليلة المقبلة`, `السنوات الثلاث الماضية`, `العشرين سنة الماضية`: words only."""
    if counted := _counted(text, i):
        return counted
    this = text.word(i) in w.THIS
    j = i + this
    if text.word(j) not in w.THE_SOME:
        return None
    j += 1
    if this:
        return Found(j, words_only("range"), "vague")
    for _ in range(2):
        if text.modifier(j):
            break
        number = cardinal(text.words, j)
        if number:
            j += number.length
        elif text.word(j) in w.SMALL or _FIGURES.fullmatch(text.word(j)):
            j += 1
    modifier = text.modifier(j)
    if modifier is None or modifier[1] == "small":
        return None
    return Found(modifier[0], words_only("range"), "vague", points(modifier[1]))
