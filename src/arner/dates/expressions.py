"""Reading one time expression: which days, weeks, months, years it means, counted from the publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeVar

from arner.arabic.numerals import cardinal, ordinal
from arner.dates import calendar
from arner.dates import words as w
from arner.dates.calendar import Period, words_only
from arner.dates.tense import after_imperfect, tense
from arner.records import Granularity

_Read = TypeVar("_Read")

_NUMERIC = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})(ه|هجري|م)?")
_DAY = re.compile(r"(?:ال)?([0-9]{1,2})")
_DAYS = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})")
_YEAR = re.compile(r"(1[0-9]{3}|2[01][0-9]{2})(م|ه)?")
_YEARS = re.compile(r"(1[0-9]{3}|2[01][0-9]{2})[-/](1[0-9]{3}|2[01][0-9]{2})")
_DASHES = frozenset("-–—")
_UNTIL = frozenset({"الي", "حتي", "وحتي"})
_FROM = frozenset({"من", "ومن", "بين", "وبين"})
# Before a month whose name is also another word: في مارس
_BEFORE_MONTH = frozenset({"في", "منذ", "حتي", "خلال", "وفي", "بين"})
_HIJRI_MARKS = frozenset({"ه", "هجري", "هجريا", "هجريه"})
_GREGORIAN_MARKS = frozenset({"م", "ميلادي", "ميلاديه"})
_STEPS = {"past": -1, "current": 0, "future": 1}
# A date without a year is of the past unless that is longer ago than this (days).
_LONG_AGO = 300


# What may follow عقد that is a decade.
_AFTER_DECADE = frozenset({"من", "واحد", "علي", "ونصف", "كامل", "تقريبا", "في", "عن"})


class Found(NamedTuple):
    """An expression that ends before word `end`."""

    end: int
    period: Period


class Tail(NamedTuple):
    """What follows a month: its year, or the word that points at it (`modifier`)."""

    end: int
    year: int | None = None
    hijri: bool = False
    modifier: str | None = None


class Reader:
    """Reads expressions at word positions of one text: folded words, and the day it was published."""

    def __init__(self, words: list[str], published: date | None) -> None:
        self.words = words
        self.published = published

    def at(self, i: int) -> Found | None:
        """The longest expression that begins at word `i`, with `إلى …` when it is a range."""
        found = self._single(i)
        return self._range(i, found) if found else None

    def _single(self, i: int) -> Found | None:
        word = self._word(i)
        # Figures and ordinals begin only these.
        if word[:1].isdigit() or (word.startswith("ال") and word[2:3].isdigit()):
            readers: tuple[Callable[[int], Found | None], ...] = (self._day, self._bare_year)
        else:
            readers = self._readers
        best: Found | None = None
        for read in readers:
            found = read(i)
            if found and (best is None or found.end > best.end):
                best = found
        return best

    @property
    def _readers(self) -> tuple[Callable[[int], Found | None], ...]:
        return (
            self._day, self._unit, self._some, self._month, self._year, self._season,
            self._decade, self._edge, self._share, self._relative, self._phrase, self._same,
        )  # fmt: skip

    def _word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""

    def _modifier(self, i: int) -> tuple[int, str] | None:
        return w.MODIFIERS.at(self.words, i)

    # --- days

    def _day(self, i: int) -> Found | None:
        """`مساء يوم الخميس`, `أمس (الثلاثاء)`, `الخميس الماضي`, `13 يوليو`, `يومي 5 و6 مايو`."""
        j = i
        if part := w.PARTS.at(self.words, j):
            j = part[0]
            if self._word(j) == "من":
                j += 1
        if self._word(j) in ("يوم", "نهار", "اليوم") and (named := self._named_day(j + 1, "يوم")):
            if self._word(j) != "اليوم":
                return named
        elif self._word(j) in ("يومي", "ايام"):
            return self._two_days(j + 1) or self._day_of_month(j + 1)
        night = bool(part) and self._word(i).removeprefix("ال") in ("ليل", "ليله")
        if night and (first := w.WEEKDAYS.at(self.words, j)):
            k = first[0] + (self._word(first[0]) in _DASHES or self._word(first[0]) == "/")
            if second := w.WEEKDAYS.at(self.words, k):
                day = self._weekday(first[1], None, i, second[0])
                after = calendar.shifted(day, 1) if day else None
                return Found(second[0], Period(day, after, "range"))
        # الليلة is a part of a day in ليلة أمس, a day of its own in الليلة الماضية
        return self._named_day(j, self._word(j - 1)) or (self._named_day(i, self._word(i - 1)) if part else None)

    def _named_day(self, i: int, before: str) -> Found | None:
        """A day by its name or its date, both when both stand: `اليوم الخميس 13 يوليو`."""
        if deictic := w.DEICTIC.at(self.words, i):
            found = self._deictic(i, *deictic)
        elif weekday := w.WEEKDAYS.at(self.words, i):
            found = self._lone_weekday(i, *weekday, before)
        else:
            return self._numeric(i) or self._day_of_month(i)
        if found is None:
            return None
        j = found.end
        while self._word(j) in ("(", "الموافق", "الموافقه", "ل", "،"):
            j += 1
        closing = int(self._word(found.end) == "(")
        exact = self._numeric(j) or self._day_of_month(j)
        if exact and exact.period.granularity == "day":
            closing *= self._word(exact.end) == ")"
            return Found(exact.end + closing, _nearest_year(exact.period, found.period))
        return found

    def _deictic(self, i: int, end: int, offset: int) -> Found | None:
        if self._word(i) in ("اليوم", "الغد", "الامس") and not self._means_today(i):
            modifier = self._modifier(i + 1)
            narrated = modifier is not None and modifier[1] == "narrated"
            return Found(modifier[0], words_only("day")) if modifier and narrated else None
        day = calendar.shifted(self.published, offset) if self.published else None
        j = end + (self._word(end) == "(")
        weekday = w.WEEKDAYS.at(self.words, j)
        if weekday is None:
            return Found(end, calendar.day(day))
        if day:
            # An article may be dated a day late: the weekday is the surer word.
            day = calendar.shifted(day, (weekday[1] - day.weekday() + 3) % 7 - 3)
        closing = j > end and self._word(weekday[0]) == ")"
        return Found(weekday[0] + closing, calendar.day(day))

    def _means_today(self, i: int) -> bool:
        """Not `صحيفة اليوم`, `«اليوم»`, `اليوم السابع`, `اليوم التالي`, `قناة روسيا اليوم`."""
        words = self.words
        if {self._word(i - 1), self._word(i - 2)} & w.NAMED_TODAY_AFTER:
            return False
        if self._word(i - 1) in ('"', "«", "“") and self._word(i + 1) in ('"', "»", "”"):
            return False
        modifier = self._modifier(i + 1)
        follows = ordinal(words, i + 1)
        return not (modifier and modifier[1] == "narrated") and not (
            follows and words[i + 1].startswith("ال") and words[i + 1] not in w.WEEKDAYS.heads
        )

    def _lone_weekday(self, i: int, end: int, weekday: int, before: str) -> Found | None:
        if before in w.NOT_WEEKDAY_AFTER:
            return None
        if weekday == 0 and before in ("بين", "وبين") and self._word(end)[1:] not in w.WEEKDAYS.heads:
            return None  # بين الاثنين: between the two
        modifier = self._modifier(end)
        if modifier and modifier[1] in (*_STEPS, "narrated"):
            return Found(modifier[0], calendar.day(self._weekday(weekday, modifier[1], i, end)))
        if self._word(end) == "من" and (found := self._unit(end + 1)) and found.period.granularity == "week":
            monday = found.period.first
            return Found(found.end, calendar.day(calendar.shifted(monday, weekday) if monday else None))
        return Found(end, calendar.day(self._weekday(weekday, None, i, end)))

    def _weekday(self, weekday: int, modifier: str | None, i: int, end: int) -> date | None:
        """The weekday that is meant; without الماضي or المقبل the clause's tense decides."""
        if self.published is None or modifier == "narrated":
            return None
        back = (self.published.weekday() - weekday) % 7
        if modifier == "past":
            return calendar.shifted(self.published, -(back or 7))
        if modifier == "future":
            return calendar.shifted(self.published, 7 - back)
        if modifier == "current":
            return calendar.shifted(self.published, (3 - back) % 7 - 3)
        # «يلتقيه الاثنين»: an imperfect tells of the coming day where that is the nearer one
        ahead = tense(self.words, i, end) > 0 or (back > 3 and after_imperfect(self.words, i))
        return calendar.shifted(self.published, (7 - back) % 7 if ahead else -back)

    def _two_days(self, i: int) -> Found | None:
        """`يومي الأحد والاثنين`."""
        first = w.WEEKDAYS.at(self.words, i)
        if first is None or self._word(first[0])[:1] != "و":
            return None
        second = self._with_word(first[0], self._word(first[0])[1:], lambda k: w.WEEKDAYS.at(self.words, k))
        if second is None:
            return None
        modifier = self._modifier(second[0])
        kind = modifier[1] if modifier and modifier[1] in _STEPS else None
        end = modifier[0] if modifier and kind else second[0]
        day = self._weekday(first[1], kind, i, end)
        last = calendar.shifted(day, (second[1] - first[1]) % 7) if day else None
        return Found(end, Period(day, last, "range"))

    def _numeric(self, i: int) -> Found | None:
        """`13/07/2018`, `2018-7-13`, `14 / 10 / 1436هـ`."""
        spaced = self._word(i + 1) in ("/", "-") and self._word(i + 3) == self._word(i + 1)
        last_word = i + 4 if spaced else i
        match = _NUMERIC.fullmatch("".join(self.words[i : last_word + 1]))
        if match is None:
            return None
        first, middle, last = int(match[1]), int(match[3]), int(match[4])
        year, number, day = (first, middle, last) if len(match[1]) == 4 else (last, middle, first)
        if year < 1000 or not (1 <= day <= 31):
            return None
        if number > 12 >= day:
            number, day = day, number
        if self._word(last_word + 1) in _HIJRI_MARKS:
            return Found(last_word + 2, calendar.hijri_day(year, number, day))
        hijri = match[5] in _HIJRI_MARKS or year in calendar.HIJRI_YEARS
        make = calendar.hijri_day if hijri else calendar.gregorian_day
        return Found(last_word + 1, make(year, number, day))

    def _day_of_month(self, i: int) -> Found | None:
        """`13 يوليو`, `الثالث عشر من يوليو`, `5 و6 مايو`, `من 3 إلى 5 يونيو`, `13 من الشهر الجاري`."""
        numbers = self._day_numbers(i)
        if numbers is None:
            return None
        j, first, last = numbers
        before = {self._word(i - 1), self._word(i - 2) if self._word(i - 1) == "يوم" else ""}
        if self._in_name(i):
            return None
        bare_modifier = self._modifier(j)
        if bare_modifier and bare_modifier[1] == "current" and not self._word(i).startswith("الاول"):
            # 13 الجاري
            return Found(bare_modifier[0], self._days_of(calendar.month, 0, first, last))
        j += self._word(j) == "من"
        if (unit := self._unit(j)) and unit.period.granularity == "month":
            start = unit.period.first
            if start is None:
                return Found(unit.end, words_only("day"))
            month = calendar.month(start.year, start.month).first
            return Found(unit.end, _between(month, first, last))
        j += self._word(j) == "شهر"
        named = self._month_name(j)
        if named is None:
            return None
        j, kind, number, _ = named
        tail = self._tail(j)
        hijri = kind == "hijri"
        make_day = calendar.hijri_day if hijri else calendar.gregorian_day

        def make(year: int) -> Period:
            return _joined(make_day(year, number, first), make_day(year, number, last))

        if not tail.modifier and tail.year is None and before & w.EVENTS_AFTER:
            period = words_only("day")
        else:
            period = self._in_year(make, tail, hijri, i)
        # 14 رمضان 1436 هـ الموافق 1 يوليو 2015
        k = tail.end + (self._word(tail.end) == "(")
        k += self._word(k) == "الموافق"
        k += self._word(k) == "ل"
        if hijri and k > tail.end and (same := self._numeric(k) or self._day_of_month(k)):
            closing = self._word(tail.end) == "(" and self._word(same.end) == ")"
            return Found(same.end + closing, same.period)
        return Found(tail.end, period)

    def _day_numbers(self, i: int) -> tuple[int, int, int] | None:
        """End, first and last of the days' numbers."""
        if both := _DAYS.fullmatch(self._word(i)):
            first, last, j = int(both[1]), int(both[2]), i + 1
        else:
            one = self._day_number(i)
            if one is None:
                return None
            j, first = one
            last = first
            for _ in range(4):  # 3 و4 و5 مايو
                joint = self._word(j)
                if joint == "و" or joint in _UNTIL or joint in _DASHES:
                    more = self._day_number(j + 1)
                elif joint[:1] == "و":
                    more = self._with_word(j, joint[1:], self._day_number)
                else:
                    break
                if more is None or more[1] <= last:
                    break
                j, last = more
        return (j, first, last) if 1 <= first <= last <= 31 else None

    def _day_number(self, i: int) -> tuple[int, int] | None:
        if match := _DAY.fullmatch(self._word(i)):
            return i + 1, int(match[1])
        if self._word(i).endswith(("ه", "ولي")) or self._word(i - 1) in w.SHARES:
            return None  # الجولة الثانية، النصف الأول
        number = ordinal(self.words, i)
        return (i + number.length, number.value) if number else None

    def _days_of(self, month: Callable[[int, int], Period], step: int, first: int, last: int) -> Period:
        if self.published is None:
            return words_only("day")
        return _between(month(self.published.year, self.published.month + step).first, first, last)

    # --- weeks, months, years

    def _unit(self, i: int) -> Found | None:
        """`الأسبوع الماضي`, `هذا العام`, `القرن العشرين`."""
        this = self._word(i) in w.THIS
        j = i + this
        if self._word(j) == "القرن":
            return self._century(j)
        unit = w.THE_ONE.get(self._word(j))
        if unit is None:
            return None
        modifier = self._modifier(j + 1)
        if self._word(j) == "العام" and self._word(i - 1).lstrip("ول") in w.GENERAL_AFTER:
            return None
        if this:
            end = modifier[0] if modifier and modifier[1] == "current" else j + 1
            return Found(end, self._shifted_unit(unit, 0))
        if modifier and modifier[1] in _STEPS:
            return Found(modifier[0], self._shifted_unit(unit, _STEPS[modifier[1]]))
        if modifier and modifier[1] == "narrated":
            return Found(modifier[0], words_only(_granularity(unit)))
        return None

    def _share(self, i: int) -> Found | None:
        """`الأسبوع الأول من مايو`, `النصف الثاني من العام الجاري`, `الربع الأول من 2018`."""
        months = w.SHARES.get(self._word(i))
        number = ordinal(self.words, i + 1)
        if months is None or number is None:
            return None
        j = i + 1 + number.length
        if self._word(j) not in ("من", "في"):
            return None
        whole = self._year(j + 1) or self._edge_of(j + 1)
        if whole is None:
            return None
        first, granularity = whole.period.first, whole.period.granularity
        if first and granularity == "year" and 0 < months * number.value <= 12:
            return Found(whole.end, calendar.months(first.year, months * (number.value - 1) + 1, months, "range"))
        if first and granularity == "month" and months == 0 and number.value <= 4:
            start = calendar.shifted(first, 7 * (number.value - 1))
            return Found(whole.end, Period(start, calendar.shifted(start, 6) if start else None, "week"))
        return Found(whole.end, whole.period if months else words_only("week"))

    def _shifted_unit(self, unit: str, step: int) -> Period:
        """The day, week, month, year or decade `step` away from the publication."""
        granularity = _granularity(unit)
        if self.published is None or granularity is None:
            return words_only(granularity)
        year = self.published.year
        if unit == "day":
            return calendar.day(calendar.shifted(self.published, step))
        if unit == "week":
            return calendar.week(calendar.shifted(self.published, 7 * step))
        if unit == "month":
            return calendar.month(year, self.published.month + step)
        if unit == "year":
            return calendar.years(year + step, 1, "year")
        return calendar.years((year + 10 * step) // 10 * 10, 10, "decade")

    def _century(self, i: int) -> Found | None:
        """`القرن الماضي`, `القرن التاسع عشر`."""
        modifier = self._modifier(i + 1)
        if modifier and modifier[1] in _STEPS:
            if self.published is None:
                return Found(modifier[0], words_only("range"))
            number = (self.published.year - 1) // 100 + 1 + _STEPS[modifier[1]]
            return Found(modifier[0], calendar.years((number - 1) * 100 + 1, 100, "range"))
        number_word = ordinal(self.words, i + 1)
        if number_word is None:
            return None
        end = i + 1 + number_word.length
        return Found(end, calendar.years((number_word.value - 1) * 100 + 1, 100, "range"))

    def _some(self, i: int) -> Found | None:
        """`الأيام القليلة المقبلة`, `السنوات الثلاث الماضية`: words only."""
        this = self._word(i) in w.THIS
        j = i + this
        if self._word(j) not in w.THE_SOME:
            return None
        j += 1
        if this:
            return Found(j, words_only("range"))
        for _ in range(2):
            if self._modifier(j):
                break
            number = cardinal(self.words, j)
            if number:
                j += number.length
            elif self._word(j) in w.SMALL or _DAY.fullmatch(self._word(j)):
                j += 1
        modifier = self._modifier(j)
        if modifier and modifier[1] != "small":
            return Found(modifier[0], words_only("range"))
        return None

    def _month_name(self, i: int) -> tuple[int, str, int, bool] | None:
        """End, calendar, number and whether it is surely a month: `شباط/فبراير`, `يوليو تموز`."""
        named = w.MONTHS.at(self.words, i)
        if named is None:
            return None
        end, (kind, number, sure) = named
        joint = self._word(end)
        joined = joint in ("/", "(", "-", "–", "او")  # or nothing: نوفمبر تشرين الثاني
        other = w.MONTHS.at(self.words, end + joined)
        if other and other[1][:2] == (kind, number):
            closing = joint == "(" and self._word(other[0]) == ")"
            return other[0] + closing, kind, number, True
        return end, kind, number, sure

    def _month(self, i: int) -> Found | None:
        """`فبراير 2022`, `شهر آذار الماضي`, `رمضان المقبل`."""
        titled = self._word(i) == "شهر"
        named = self._month_name(i + titled)
        if named is None:
            return None
        end, kind, number, sure = named
        tail = self._tail(end)
        sure = sure or titled or tail.end > end or self._word(i - 1) in _BEFORE_MONTH
        if not sure or self._in_name(i):
            return None
        if self._word(i - 1) in w.EVENTS_AFTER and tail.end == end:
            return Found(end, words_only("month"))
        hijri = kind == "hijri"

        def make(year: int) -> Period:
            return calendar.hijri_month(year, number) if hijri else calendar.month(year, number)

        return Found(tail.end, self._in_year(make, tail, hijri, i))

    def _in_name(self, i: int) -> bool:
        """Whether the date is what something is called: `مدينة السادس من أكتوبر`, `حركة 6 أبريل`."""
        for j in range(i - 1, max(i - 5, -1), -1):
            word = self._word(j)
            if word not in ("من", "يوم", "عشر") and not _DAY.fullmatch(word) and not ordinal(self.words, j):
                return word in w.NAMES_AFTER or word[1:] in w.NAMES_AFTER
        return False

    def _tail(self, i: int) -> Tail:
        """The year after a month: `2018`, `من عام 2015`, `الماضي`, `من العام الجاري`."""
        j = i + (self._word(i) == "من")
        titled = self._word(j) in w.YEAR_NOUNS or self._word(j) in ("لعام", "للعام", "لسنه")
        if (j == i or titled) and (year := self._year_number(j + titled)):
            return Tail(year[0], year[1], year[2])
        if (unit := self._unit(j)) and unit.period.granularity == "year":
            first = unit.period.first
            return Tail(unit.end, first.year) if first else Tail(unit.end, modifier="narrated")
        modifier = self._modifier(i)
        if modifier and modifier[1] in (*_STEPS, "narrated"):
            return Tail(modifier[0], modifier=modifier[1])
        return Tail(i)

    def _in_year(self, make: Callable[[int], Period], tail: Tail, hijri: bool, i: int) -> Period:
        """The day, month or season in the year that its tail, or else the clause's tense, points at."""
        if tail.year is not None:
            return make(tail.year)
        granularity = make(1400 if hijri else 2000).granularity
        published = self.published
        if published is None or tail.modifier == "narrated":
            return words_only(granularity)
        base = calendar.hijri_year_of(published) if hijri else published.year
        if base is None:
            return words_only(granularity)
        if tail.modifier == "current":
            return make(base)
        past: tuple[date, Period] | None = None
        ahead: tuple[date, Period] | None = None
        for year in (base - 2, base - 1, base, base + 1, base + 2):
            period = make(year)
            if period.first is None or period.last is None:
                continue
            over = period.last < published if tail.modifier == "past" else period.first <= published
            if over:
                past = period.last, period
            if ahead is None and (
                period.first > published
                or (tail.modifier is None and tense(self.words, i, tail.end) > 0 and period.last >= published)
            ):
                ahead = period.first, period
        direction = _STEPS.get(tail.modifier or "") or tense(self.words, i, tail.end)
        if past and ahead and direction == 0:
            ago, wait = (published - past[0]).days, (ahead[0] - published).days
            direction = -1 if ago <= _LONG_AGO or ago <= wait else 1
        elif past and ahead and tail.modifier is None and direction > 0:
            # The verb may be another's: nearly a year ahead is less likely than just over.
            direction = 1 if (ahead[0] - published).days <= _LONG_AGO else -1
        chosen = ahead if direction > 0 else past
        return chosen[1] if chosen else words_only(granularity)

    def _year(self, i: int) -> Found | None:
        """`عام 2015`, `سنة 1436 هـ`, `عامي 2015 و2016`, `عام ألفين وثمانية عشر`."""
        word = self._word(i)
        if word in w.YEAR_NOUNS:
            found = self._year_number(i + 1)
            if found is None and (both := _YEARS.fullmatch(self._word(i + 1))):
                return Found(i + 2, _years(int(both[1]), int(both[2])))
            if found is None:
                number = cardinal(self.words, i + 1)
                if number is None or not 1000 <= number.value < 2200:
                    return None
                return Found(i + 1 + number.length, calendar.years(number.value, 1, "year"))
            return Found(found[0], _year(found[1], found[2]))
        if word in ("عامي", "سنتي", "اعوام", "سنوات", "العامين", "السنوات", "الاعوام") and (
            first := self._year_number(i + 1)
        ):
            last = first
            for _ in range(6):
                joint = self._word(last[0])
                if joint in ("و", "،") or joint in _UNTIL or joint in _DASHES:
                    more = self._year_number(last[0] + 1)
                elif joint[:1] == "و":
                    more = self._with_word(last[0], joint[1:], self._year_number)
                else:
                    break
                if more is None:
                    break
                last = more
            return Found(last[0], _joined(_year(first[1], first[2]), _year(last[1], last[2])))
        return None

    def _year_number(self, i: int) -> tuple[int, int, bool] | None:
        """End, number and whether it is a Hijri year."""
        match = _YEAR.fullmatch(self._word(i))
        if match is None:
            return None
        year, mark, end = int(match[1]), match[2], i + 1
        if mark is None and self._word(end) in _HIJRI_MARKS | _GREGORIAN_MARKS:
            mark, end = self._word(end), end + 1
        hijri = mark in _HIJRI_MARKS or (mark is None and 1400 <= year <= 1460)
        return end, year, hijri

    def _bare_year(self, i: int) -> Found | None:
        """`منذ 2003`, `(1990-1991)`: four digits where a number of things is unlikely."""
        before = self._word(i - 1)
        if both := _YEARS.fullmatch(self._word(i)):
            return Found(i + 1, _years(int(both[1]), int(both[2])))
        if not (found := self._year_number(i)) or (found[1] < 1800 and not found[2]) or found[1] > 2100:
            return None
        bracketed = before == "(" and self._word(found[0]) == ")"
        joined = self._word(found[0]) in _UNTIL | _DASHES and self._year_number(found[0] + 1) is not None
        likely = (before.removeprefix("و") in w.BARE_YEAR_AFTER or (before in _FROM and joined)) and found[1] % 500
        return Found(found[0], _year(found[1], found[2])) if bracketed or likely else None

    def _season(self, i: int) -> Found | None:
        """`صيف 2015`, `الخريف المقبل`, `هذا الصيف`."""
        this = self._word(i) in w.THIS
        season = w.SEASONS.at(self.words, i + this)
        if season is None:
            return None
        tail = self._tail(season[0])
        if this and tail.end == season[0]:
            tail = Tail(season[0], modifier="current")
        if tail.end == season[0] or tail.modifier == "narrated":
            return None
        if tail.hijri:
            return Found(tail.end, words_only("season"))
        return Found(tail.end, self._in_year(lambda year: calendar.season(year, season[1]), tail, False, i))

    def _decade(self, i: int) -> Found | None:
        """`تسعينيات القرن الماضي`, `الثمانينيات`; not `في الستينيات من عمره`."""
        decade = w.DECADES.at(self.words, i)
        if decade is None:
            return None
        end, tens = decade
        j = end + (self._word(end) == "من")
        if self._word(j).startswith(("عمر", "العمر")):
            return None
        if self._word(j) == "القرن" and (century := self._century(j)):
            first = century.period.first
            start = first.year - 1 + tens if first else None
            end = century.end
        elif self._word(i).startswith("ال"):
            start = 1900 + tens
        else:
            return None
        return Found(end, calendar.years(start, 10, "decade") if start else words_only("decade"))

    def _edge(self, i: int) -> Found | None:
        """`مطلع الشهر المقبل`, `نهاية العام`, `أواخر مايو`: the value is the whole month's or year's."""
        edge = w.EDGES.at(self.words, i)
        if edge is None:
            return None
        return self._edge_of(edge[0])

    def _edge_of(self, i: int) -> Found | None:
        """What a part may be taken of; without a modifier the present one: `الشهر`, `العام`, `2018`."""
        inner = max(
            filter(None, (read(i) for read in (self._unit, self._month, self._year, self._season, self._decade))),
            key=lambda found: found.end,
            default=None,
        )
        if inner:
            return inner
        if unit := w.THE_ONE.get(self._word(i)):
            return Found(i + 1, self._shifted_unit(unit, 0))
        if year := self._year_number(i):
            return Found(year[0], _year(year[1], year[2]))
        return None

    # --- counted from the publication

    def _relative(self, i: int) -> Found | None:
        """`قبل يومين`, `منذ خمس سنوات`, `بعد أسبوع`; of an event (`قبل يومين من القمة`) words only."""
        sign = w.BACK_OR_AHEAD.get(self._word(i))
        if sign is None or self._word(i - 1) == "من":
            return None
        j, vague = i + 1, False
        if about := w.ABOUT.at(self.words, j):
            j, vague = about
        length = self._length(j)
        if length is None:
            return None
        j, count, unit = length
        granularity = _granularity(unit)
        if vague or count is None or self._word(j) in w.OF_AN_EVENT:
            return Found(j, words_only(granularity))
        if sign > 0 and tense(self.words, i, j) <= 0:
            return Found(j, words_only(granularity))  # «توفي بعد يومين»: counted from what was told before
        return Found(j, self._shifted_unit(unit, sign * count))

    def _length(self, i: int) -> tuple[int, int | None, str] | None:
        """End, count and unit of a length of time; no count for `أيام`, `ساعات`."""
        word = self._word(i)
        if unit := w.ONE.get(word):
            # يوم الخميس، شهر رمضان، عام 2015 are no lengths
            dated = self._day(i) or self._month(i) or self._year(i)
            if dated:
                return None
            if word == "عقد" and self._word(i + 1).isalpha() and self._word(i + 1) not in _AFTER_DECADE:
                return None  # بعد عقد اجتماع: after holding a meeting
            return i + 1 + (self._word(i + 1) in ("واحد", "واحده")), 1, unit
        if unit := w.TWO.get(word):
            return i + 1, 2, unit
        if unit := w.MANY.get(word):
            return i + 1, None, unit
        if word.isdecimal() and word.isascii() and len(word) < 6:
            count, j = int(word), i + 1
        elif number := cardinal(self.words, i):
            count, j = number.value, i + number.length
        else:
            return None
        unit = w.MANY.get(self._word(j)) or w.ONE.get(self._word(j))
        return (j + 1, count, unit) if unit else None

    def _phrase(self, i: int) -> Found | None:
        """`وقت لاحق`, and with a day `وقت سابق من هذا الأسبوع`."""
        phrase = w.PHRASES.at(self.words, i)
        if phrase is None:
            return None
        j = phrase[0] + (self._word(phrase[0]) == "من")
        inner = self._day(j) or self._unit(j)
        return inner or Found(phrase[0], words_only())

    def _same(self, i: int) -> Found | None:
        """`نفس اليوم`, `ذات الأسبوع`: what the text tells of says which, so words only."""
        if self._word(i) not in w.SAME:
            return None
        inner = self._day(i + 1) or self._unit(i + 1)
        if inner is None and (unit := w.THE_ONE.get(self._word(i + 1))):
            inner = Found(i + 2, words_only(_granularity(unit)))
        return Found(inner.end, words_only(inner.period.granularity)) if inner else None

    # --- ranges

    def _range(self, i: int, first: Found) -> Found:
        """`من الاثنين إلى الأربعاء`, `بين عام 2011 وعام 2013`; `first` alone where no range stands."""
        joint, before = self._word(first.end), self._word(i - 1)
        if (before in _FROM and joint in _UNTIL) or joint in _DASHES:
            second = self._single(first.end + 1)
        elif before in ("بين", "وبين") and joint[:1] == "و":
            second = self._with_word(first.end, joint[1:], self._single)
        else:
            return first
        start = first.period.first
        last = second.period.last if second else None
        if second is None or start is None or last is None:
            return first
        if last < start:
            start, last = self._in_order(start, last, i, first.end, second)
        return Found(second.end, Period(start, last, "range")) if start < last else first

    def _in_order(self, start: date, last: date, i: int, middle: int, second: Found) -> tuple[date, date]:
        """A range told in order whose ends were resolved apart: the one without a year follows the other."""
        if (start - last).days < 7 and second.period.granularity == "day":
            return start, calendar.shifted(last, 7) or last
        if not any(_YEAR.fullmatch(word) for word in self.words[middle : second.end]):
            return start, calendar.gregorian_day(last.year + 1, last.month, last.day).first or last
        if not any(_YEAR.fullmatch(word) for word in self.words[i:middle]):
            for year in (last.year, last.year - 1):
                earlier = calendar.gregorian_day(year, start.month, start.day).first
                if earlier and earlier < last:
                    return earlier, last
        return start, last

    def _with_word(self, i: int, word: str, read: Callable[[int], _Read | None]) -> _Read | None:
        """What `read` finds at `i` when the word there is `word`: its particle taken off."""
        if not word:
            return None
        whole, self.words[i] = self.words[i], word
        try:
            return read(i)
        finally:
            self.words[i] = whole

    def without_particles(self, i: int, word: str) -> Found | None:
        """As `at`, with `word` in place of word `i`."""
        return self._with_word(i, word, self.at)


def _granularity(unit: str) -> Granularity | None:
    for known in ("day", "week", "month", "year", "decade"):
        if unit == known:
            return known
    return None


def _joined(first: Period, last: Period) -> Period:
    """From the beginning of one to the end of the other."""
    return first if first == last else Period(first.first, last.last, "range")


def _between(month: date | None, first: int, last: int) -> Period:
    if month is None:
        return words_only("day")
    days = [calendar.gregorian_day(month.year, month.month, number) for number in (first, last)]
    return _joined(*days)


def _year(number: int, hijri: bool) -> Period:
    return calendar.hijri_year(number) if hijri else calendar.years(number, 1, "year")


def _years(first: int, last: int) -> Period:
    return calendar.years(first, last - first + 1, "range") if first < last else words_only("range")


def _nearest_year(exact: Period, named: Period) -> Period:
    """The day that a date without a year means beside a weekday: `أمس، 12 أبريل`."""
    if exact.first is None or named.first is None:
        return exact
    for year in (exact.first.year - 1, exact.first.year + 1):
        other = calendar.gregorian_day(year, exact.first.month, exact.first.day)
        if other.first and abs(other.first - named.first).days <= 7:
            return other
    return exact
