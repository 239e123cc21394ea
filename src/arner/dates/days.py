"""Days: by their name (`مساء يوم الخميس`, `أمس`), their number in a month (`13 يوليو`) or in figures (`13/7/2018`)."""

from __future__ import annotations

import re
from datetime import date

from arner.arabic.numerals import ordinal
from arner.dates import calendar, months, units, years
from arner.dates import words as w
from arner.dates.calendar import Period, words_only
from arner.dates.tense import after_imperfect, tense
from arner.dates.text import DASHES, STEPS, UNTIL, Found, Text, points

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
    named = w.WEEKDAYS.at(text.words, i)
    if deictic := w.DEICTIC.at(text.words, i):
        found = _deictic(text, i, *deictic)
    elif named:
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
        return (_nth_weekday(text, *named) if named else None) or found
    closing = text.word(found.end) == "(" and text.word(exact.end) == ")"
    exact = exact._replace(end=exact.end + closing, period=_nearest_year(exact.period, found.period))
    if named is None or exact.period.first is None or exact.period.first.weekday() == named[1]:
        return exact
    return _nth_weekday(text, *named) or exact._replace(period=_agreeing(text, j, exact, named[1]))


def _nth_weekday(text: Text, end: int, weekday: int) -> Found | None:
    """`الثلاثاء الثالث من سبتمبر 2014`, `الجمعة الأخيرة من الشهر الماضي`: the weekday ends at `end`."""
    last = text.word(end) in ("الاخير", "الاخيره")
    number = None if last else ordinal(text.words, end)
    if not last and (number is None or not 0 < number.value <= 5 or not text.word(end).startswith("ال")):
        return None
    j = end + (number.length if number else 1)
    if text.word(j) != "من":
        return None
    month = months.month(text, j + 1) or units.month_of(text, j + 1)
    if month is None or month.period.first is None or month.period.last is None:
        return month._replace(period=words_only("day"), kind="date") if month else None
    if number is None:
        day = calendar.shifted(month.period.last, -((month.period.last.weekday() - weekday) % 7))
    else:
        first = (weekday - month.period.first.weekday()) % 7
        day = calendar.shifted(month.period.first, first + 7 * (number.value - 1))
    inside = day is not None and day <= month.period.last
    return month._replace(period=calendar.day(day) if inside else words_only("day"), kind="date")


def _agreeing(text: Text, i: int, exact: Found, weekday: int) -> Period:
    """The day of a date at word `i` that its own weekday contradicts: of another year, where none is written."""
    first = exact.period.first
    if first and not any(years.YEAR.fullmatch(word) for word in text.words[i : exact.end]):
        for year in (first.year + 1, first.year - 1):
            other = calendar.gregorian_day(year, first.month, first.day)
            if other.first and other.first.weekday() == weekday:
                return other
    return words_only("day")


def of_week(text: Text, i: int) -> Found | None:
    """`الأسبوع المقبل يوم الجمعة`, `الأسبوع الماضي يومي الاثنين والثلاثاء`."""
    week = units.unit(text, i)
    if week is None or week.period.granularity != "week":
        return None
    j = week.end + (text.word(week.end) in months.COMMAS)
    monday = week.period.first
    if text.word(j) == "يوم" and (named := w.WEEKDAYS.at(text.words, j + 1)):
        return week._replace(end=named[0], period=calendar.day(_later(monday, named[1])), kind="weekday")
    if text.word(j) == "يومي" and (both := _both_weekdays(text, j + 1)):
        end, first, second = both
        period = Period(_later(monday, first), _later(monday, second), "range") if first < second else week.period
        return week._replace(end=end, period=period, kind="weekday")
    return None


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
    """Not `صحيفة اليوم`, `«اليوم»`, `اليوم السابع`, `اليوم التالي`, `قناة روسيا اليوم`, `اليوم العالمي للمسرح`."""
    before, after = text.word(i - 1), text.word(i + 1)
    if {before, text.word(i - 2)} & w.NAMED_TODAY_AFTER or after in w.NAMED_DAY:
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
    joined = text.word(end)[1:] or text.word(end + 1)
    if weekday == 0 and before in ("بين", "وبين") and joined not in w.WEEKDAYS.heads:
        return None  # بين الاثنين: between the two
    modifier = text.modifier(end)
    if modifier and modifier[1] in (*STEPS, "narrated"):
        period = calendar.day(_of_weekday(text, weekday, modifier[1], i, end))
        return Found(modifier[0], period, "weekday", points(modifier[1]))
    if text.word(end) == "من" and (week := units.unit(text, end + 1)) and week.period.granularity == "week":
        return week._replace(period=calendar.day(_later(week.period.first, weekday)), kind="weekday")
    return Found(end, calendar.day(_of_weekday(text, weekday, None, i, end)), "weekday")


def _of_weekday(text: Text, weekday: int, modifier: str | None, i: int, end: int) -> date | None:
    """The weekday that is meant; without الماضي or المقبل the clause's tense decides."""
    today = text.today
    if today is None or modifier == "narrated":
        return None
    back = (today.weekday() - weekday) % 7
    if modifier in ("past", "before_last"):
        return calendar.shifted(today, -(back or 7) + 7 * (STEPS[modifier] + 1))
    if modifier in ("future", "after_next"):
        return calendar.shifted(today, 7 * STEPS[modifier] - back)
    if modifier == "current":
        return calendar.shifted(today, (3 - back) % 7 - 3)
    # «يلتقيه الاثنين»: an imperfect tells of the coming day where that is the nearer one
    ahead = tense(text, i, end) > 0 or (back > 3 and after_imperfect(text, i))
    return calendar.shifted(today, (7 - back) % 7 if ahead else -back)


def _two_weekdays(text: Text, i: int) -> Found | None:
    """`يومي الأحد والاثنين`."""
    both = _both_weekdays(text, i)
    if both is None:
        return None
    end, first, second = both
    step = text.step(end)
    end = step[0] if step else end
    begin = _of_weekday(text, first, step[1] if step else None, i, end)
    last = _later(begin, (second - first) % 7)
    return Found(end, Period(begin, last, "range"), "weekday", points(step[1] if step else None))


def _both_weekdays(text: Text, i: int) -> tuple[int, int, int] | None:
    """`الأحد والاثنين`: the end and the two weekdays."""
    first = w.WEEKDAYS.at(text.words, i)
    joint = text.word(first[0]) if first else ""
    if first is None or joint[:1] != "و":
        return None
    second = w.WEEKDAYS.at(text.instead(first[0], joint[1:]).words, first[0])
    return (second[0], first[1], second[1]) if second else None


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
    if named := months.name(text, j):
        return _of_named_month(text, i, named, months.tail(text, named.end), first, last)
    return _signed(text, i, j, first, last)


def _signed(text: Text, i: int, j: int, first: int, last: int) -> Found | None:
    """`4-سبتمبر-2018`, `16. نوفمبر. 2016`: the day's number at word `i`, the sign at `j`."""
    sign = text.word(j)
    named = months.name(text, j + 1) if sign in ("-", "/", ".") else None
    if named is None or text.word(named.end) != sign or not (year := years.number(text, named.end + 1)):
        return None
    return _of_named_month(text, i, named, months.Tail(*year), first, last)


def month_first(text: Text, i: int) -> Found | None:
    """`نوفمبر 17, 2016`; not without the year: `في نوفمبر 17 قتيلا`."""
    named = months.name(text, i)
    figure = _DAY.fullmatch(text.word(named.end)) if named else None
    if named is None or figure is None or not 1 <= int(figure[1]) <= 31:
        return None
    j = named.end + 1
    year = years.number(text, j + (text.word(j) in months.COMMAS))
    return _of_named_month(text, i, named, months.Tail(*year), int(figure[1]), int(figure[1])) if year else None


def _of_named_month(text: Text, i: int, month: months.MonthName, tail: months.Tail, first: int, last: int) -> Found:
    """The days `first` to `last`, written from word `i` on, of a month that is named: `14 رمضان 1436 هـ`."""
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
    return Found(tail.end, period, "date", points(tail.modifier))


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
    if text.word(i) == w.FIRST_OF_MONTH:
        return i + 1, 1  # فاتح ماي: the first of May
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
