"""Days: by their name (`مساء يوم الخميس`, `أمس`), their number in a month (`13 يوليو`) or in figures (`13/7/2018`)."""

from __future__ import annotations

import re
from datetime import date

from arner.arabic.numerals import ordinal
from arner.dates import calendar, months, units
from arner.dates import words as w
from arner.dates.calendar import Period, words_only
from arner.dates.tense import after_imperfect, tense
from arner.dates.text import DASHES, STEPS, UNTIL, Found, Text

_NUMERIC = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})(ه|هجري|م)?")
_DAY = re.compile(r"(?:ال)?([0-9]{1,2})")
_DAYS = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})")
_MOST = 4  # days that follow the first of several: 3 و4 و5 مايو


def day(text: Text, i: int) -> Found | None:
    """`مساء يوم الخميس`, `أمس (الثلاثاء)`, `الخميس الماضي`, `13 يوليو`, `يومي 5 و6 مايو`."""
    part = w.PARTS.at(text.words, i)
    j = part[0] if part else i
    if part and text.word(j) == "من":
        j += 1
    if text.word(j) in w.SEVERAL_DAYS:
        return _two_weekdays(text, j + 1) or of_month(text, j + 1)
    if text.word(j) in w.DAY_HEADS and (named := _named(text, j + 1, "يوم")):
        return named
    if part and (night := _night(text, i, j)):
        return night
    # الليلة is a part of a day in ليلة أمس, a day of its own in الليلة الماضية
    return _named(text, j, text.word(j - 1)) or (_named(text, i, text.word(i - 1)) if part else None)


def _night(text: Text, i: int, j: int) -> Found | None:
    """`ليلة الاثنين الثلاثاء`: the night at word `i` between two days, of which the first is at `j`."""
    if text.word(i).removeprefix("ال") not in ("ليل", "ليله") or not (first := w.WEEKDAYS.at(text.words, j)):
        return None
    parted = text.word(first[0]) in DASHES or text.word(first[0]) == "/"
    second = w.WEEKDAYS.at(text.words, first[0] + parted)
    if second is None:
        return None
    evening = _of_weekday(text, first[1], None, i, second[0])
    return Found(second[0], Period(evening, _later(evening, 1), "range"), "weekday")


def _named(text: Text, i: int, before: str) -> Found | None:
    """A day by its name or its date, both when both stand: `اليوم الخميس 13 يوليو`."""
    if deictic := w.DEICTIC.at(text.words, i):
        found = _deictic(text, i, *deictic)
    elif named := w.WEEKDAYS.at(text.words, i):
        found = _weekday(text, i, *named, before)
    else:
        return numeric(text, i) or of_month(text, i)
    if found is None:
        return None
    j = found.end
    while text.word(j) in w.BEFORE_DATE:
        j += 1
    exact = numeric(text, j) or of_month(text, j)
    if exact is None or exact.period.granularity != "day":
        return found
    closing = text.word(found.end) == "(" and text.word(exact.end) == ")"
    return exact._replace(end=exact.end + closing, period=_nearest_year(exact.period, found.period))


def _deictic(text: Text, i: int, end: int, offset: int) -> Found | None:
    """`أمس (الثلاثاء)`, `اليوم`; `اليوم نفسه` is told from the words before."""
    if text.word(i) in w.ALSO_NOUNS and not _means_today(text, i):
        modifier = text.modifier(i + 1)
        narrated = modifier is not None and modifier[1] == "narrated"
        return Found(modifier[0], words_only("day"), "deictic") if modifier and narrated else None
    today = _later(text.today, offset)
    points = (offset > 0) - (offset < 0)
    j = end + (text.word(end) == "(")
    named = w.WEEKDAYS.at(text.words, j)
    if named is None:
        return Found(end, calendar.day(today), "deictic", points)
    if today:
        # An article may be dated a day late: the weekday is the surer word.
        today = calendar.shifted(today, (named[1] - today.weekday() + 3) % 7 - 3)
    closing = j > end and text.word(named[0]) == ")"
    return Found(named[0] + closing, calendar.day(today), "deictic", points)


def _means_today(text: Text, i: int) -> bool:
    """Not `صحيفة اليوم`, `«اليوم»`, `اليوم السابع`, `اليوم التالي`, `قناة روسيا اليوم`."""
    before, after = text.word(i - 1), text.word(i + 1)
    if {before, text.word(i - 2)} & w.NAMED_TODAY_AFTER:
        return False
    if before in ('"', "«", "“") and after in ('"', "»", "”"):
        return False
    modifier = text.modifier(i + 1)
    if modifier and modifier[1] == "narrated":
        return False
    return not (ordinal(text.words, i + 1) and after.startswith("ال") and after not in w.WEEKDAYS.heads)


def _weekday(text: Text, i: int, end: int, weekday: int, before: str) -> Found | None:
    """The weekday that stands at `i` up to `end`, with its week: `الخميس الماضي`, `الخميس من الأسبوع المقبل`."""
    if before in w.NOT_WEEKDAY_AFTER:
        return None
    if weekday == 0 and before in ("بين", "وبين") and text.word(end)[1:] not in w.WEEKDAYS.heads:
        return None  # بين الاثنين: between the two
    modifier = text.modifier(end)
    if modifier and modifier[1] in (*STEPS, "narrated"):
        period = calendar.day(_of_weekday(text, weekday, modifier[1], i, end))
        return Found(modifier[0], period, "weekday", STEPS.get(modifier[1], 0))
    if text.word(end) == "من" and (week := units.unit(text, end + 1)) and week.period.granularity == "week":
        return week._replace(period=calendar.day(_later(week.period.first, weekday)), kind="weekday")
    return Found(end, calendar.day(_of_weekday(text, weekday, None, i, end)), "weekday")


def _of_weekday(text: Text, weekday: int, modifier: str | None, i: int, end: int) -> date | None:
    """The weekday that is meant; without الماضي or المقبل the clause's tense decides."""
    today = text.today
    if today is None or modifier == "narrated":
        return None
    back = (today.weekday() - weekday) % 7
    if modifier == "past":
        return calendar.shifted(today, -(back or 7))
    if modifier == "future":
        return calendar.shifted(today, 7 - back)
    if modifier == "current":
        return calendar.shifted(today, (3 - back) % 7 - 3)
    # «يلتقيه الاثنين»: an imperfect tells of the coming day where that is the nearer one
    ahead = tense(text.words, i, end) > 0 or (back > 3 and after_imperfect(text.words, i))
    return calendar.shifted(today, (7 - back) % 7 if ahead else -back)


def _two_weekdays(text: Text, i: int) -> Found | None:
    """`يومي الأحد والاثنين`."""
    first = w.WEEKDAYS.at(text.words, i)
    if first is None or text.word(first[0])[:1] != "و":
        return None
    second = w.WEEKDAYS.at(text.instead(first[0], text.word(first[0])[1:]).words, first[0])
    if second is None:
        return None
    step = text.step(second[0])
    end = step[0] if step else second[0]
    begin = _of_weekday(text, first[1], step[1] if step else None, i, end)
    last = _later(begin, (second[1] - first[1]) % 7)
    return Found(end, Period(begin, last, "range"), "weekday", STEPS[step[1]] if step else 0)


def numeric(text: Text, i: int) -> Found | None:
    """`13/07/2018`, `2018-7-13`, `14 / 10 / 1436هـ`."""
    spaced = text.word(i + 1) in ("/", "-") and text.word(i + 3) == text.word(i + 1)
    last_word = i + 4 if spaced else i
    match = _NUMERIC.fullmatch("".join(text.words[i : last_word + 1]))
    if match is None:
        return None
    first, middle, last = int(match[1]), int(match[3]), int(match[4])
    year, month, number = (first, middle, last) if len(match[1]) == 4 else (last, middle, first)
    if year < 1000 or not (1 <= number <= 31):
        return None
    if month > 12 >= number:
        month, number = number, month
    if text.word(last_word + 1) in w.HIJRI_MARKS:
        return Found(last_word + 2, calendar.hijri_day(year, month, number), "date")
    hijri = match[5] in w.HIJRI_MARKS or year in calendar.HIJRI_YEARS
    make = calendar.hijri_day if hijri else calendar.gregorian_day
    return Found(last_word + 1, make(year, month, number), "date")


def of_month(text: Text, i: int) -> Found | None:
    """`13 يوليو`, `الثالث عشر من يوليو`, `5 و6 مايو`, `من 3 إلى 5 يونيو`, `13 من الشهر الجاري`."""
    numbers = _numbers(text, i)
    if numbers is None or months.in_name(text, i):
        return None
    j, first, last = numbers
    modifier = text.modifier(j)
    if modifier and modifier[1] == "current" and not text.word(i).startswith("الاول"):  # 13 الجاري
        month = calendar.month(text.today.year, text.today.month).first if text.today else None
        return Found(modifier[0], _between(month, first, last), "date")
    j += text.word(j) == "من"
    if unit := units.month_of(text, j):
        return unit._replace(period=_between(unit.period.first, first, last), kind="date")
    j += text.word(j) == "شهر"
    named = months.name(text, j)
    return _of_named_month(text, i, named, first, last) if named else None


def _of_named_month(text: Text, i: int, month: months.MonthName, first: int, last: int) -> Found:
    """The days `first` to `last`, written from word `i` on, of a month that is named: `14 رمضان 1436 هـ`."""
    tail = months.tail(text, month.end)
    hijri = month.calendar == "hijri"
    make_day = calendar.hijri_day if hijri else calendar.gregorian_day

    def make(year: int) -> Period:
        return calendar.joined(make_day(year, month.number, first), make_day(year, month.number, last))

    before = {text.word(i - 1), text.word(i - 2) if text.word(i - 1) == "يوم" else ""}
    if not tail.modifier and tail.year is None and before & w.EVENTS_AFTER:
        period = words_only("day")
    else:
        period = months.in_year(text, i, make, tail, hijri)
    if hijri and (same := _same_day(text, tail.end)):
        return same
    return Found(tail.end, period, "date", STEPS.get(tail.modifier or "", 0))


def _same_day(text: Text, i: int) -> Found | None:
    """What a Hijri date that ends at `i` is in the other calendar: `14 رمضان 1436 هـ الموافق 1 يوليو 2015`."""
    j = i + (text.word(i) == "(")
    j += text.word(j) == "الموافق"
    j += text.word(j) == "ل"
    same = (numeric(text, j) or of_month(text, j)) if j > i else None
    if same is None:
        return None
    closing = text.word(i) == "(" and text.word(same.end) == ")"
    return same._replace(end=same.end + closing)


def _numbers(text: Text, i: int) -> tuple[int, int, int] | None:
    """End, first and last of the days' numbers."""
    if both := _DAYS.fullmatch(text.word(i)):
        first, last, j = int(both[1]), int(both[2]), i + 1
        return (j, first, last) if 1 <= first <= last <= 31 else None
    one = _number(text, i)
    if one is None:
        return None
    j, first = one
    last = first
    for _ in range(_MOST):
        joint = text.word(j)
        if joint == "و" or joint in UNTIL or joint in DASHES:
            more = _number(text, j + 1)
        elif joint[:1] == "و" and len(joint) > 1:
            more = _number(text.instead(j, joint[1:]), j)
        else:
            break
        if more is None or more[1] <= last:
            break
        j, last = more
    return (j, first, last) if 1 <= first <= last <= 31 else None


def _number(text: Text, i: int) -> tuple[int, int] | None:
    if match := _DAY.fullmatch(text.word(i)):
        return i + 1, int(match[1])
    if text.word(i).endswith(("ه", "ولي")) or text.word(i - 1) in w.SHARES:
        return None  # الجولة الثانية، النصف الأول
    number = ordinal(text.words, i)
    return (i + number.length, number.value) if number else None


def _later(day: date | None, by: int) -> date | None:
    return calendar.shifted(day, by) if day else None


def _between(month: date | None, first: int, last: int) -> Period:
    if month is None:
        return words_only("day")
    return calendar.joined(*(calendar.gregorian_day(month.year, month.month, number) for number in (first, last)))


def _nearest_year(exact: Period, named: Period) -> Period:
    """The day that a date without a year means beside a weekday: `أمس، 12 أبريل`."""
    if exact.first is None or named.first is None:
        return exact
    for year in (exact.first.year - 1, exact.first.year + 1):
        other = calendar.gregorian_day(year, exact.first.month, exact.first.day)
        if other.first and abs(other.first - named.first).days <= 7:
            return other
    return exact
