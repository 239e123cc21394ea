"""Days of publication as people write them: ISO, RFC 822, epoch, figures, months in Arabic and English, Hijri."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime

from arner.arabic.orthography import fold

_FIRST, _LAST = 1900, 2100  # years of publication
_FIGURES = re.compile(r"(\d{1,4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,4})(?![\d/.-]\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T_ ]?\d{4,6}Z?)?")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_ENGLISH = ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y", "%Y %B %d", "%Y %b %d")


def published_day(value: object, zone: tzinfo | None = None) -> str | None:
    """The ISO day that `value` gives, None where it gives none.

    A time with a zone is told in `zone` where one is given, else the day stays as it is written. Of two figures that
    may both be the month, the second is: Arab newspapers write the day first.

    >>> published_day("2018-04-11T08:30:00Z"), published_day("13/07/2018"), published_day("الجمعة 13 تموز 2018")
    ('2018-04-11', '2018-07-13', '2018-07-13')
    """
    if isinstance(value, datetime):
        return _of(value, zone)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value).removesuffix(".0")
    if not isinstance(value, str):
        return None
    text = fold(value).strip()
    for read in (_iso, _mail):
        if (found := read(text)) is not None and (day := _of(found, zone)) is not None:
            return day
    if _EPOCH.fullmatch(text):
        return _epoch(float(text), zone)
    if re.fullmatch(r"[34]\d{4}", text):  # what a spreadsheet counts: days since the end of 1899
        return (date(1899, 12, 30) + timedelta(days=int(text))).isoformat()
    return _compact(text) or _figures(text) or _english(text) or _arabic(value)


def _of(when: datetime, zone: tzinfo | None) -> str | None:
    try:
        day = when.astimezone(zone).date() if zone and when.tzinfo else when.date()
    except (OverflowError, ValueError):
        day = when.date()
    return day.isoformat() if _FIRST <= day.year <= _LAST else None


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if len(text) >= 10 and text[4:5] == "-" else None
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    """RFC 822: `Fri, 13 Jul 2018 10:00:00 +0300`."""
    if not re.search(r"\d{1,2} [A-Za-z]{3} \d{2,4} \d{1,2}:", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None


def _epoch(seconds: float, zone: tzinfo | None) -> str | None:
    if seconds >= 1e11:
        seconds /= 1000
    if not 1e8 <= seconds < 4.2e9:
        return None
    return _of(datetime.fromtimestamp(seconds, UTC), zone)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if _FIRST <= year <= _LAST else _hijri(year, month, day)
    except ValueError:
        return None


def _hijri(year: int, month: int, day: int) -> str | None:
    if not 1300 <= year <= 1500:
        return None
    from hijridate import Hijri

    try:
        return str(Hijri(year, month, day).to_gregorian().isoformat())
    except (ValueError, OverflowError):
        return None


def _compact(text: str) -> str | None:
    match = _COMPACT.fullmatch(text)
    return _day(*map(int, match.groups())) if match else None


def _figures(text: str) -> str | None:
    match = _FIGURES.search(text)
    if not match:
        return None
    one, two, three = map(int, match.groups())
    if len(match[1]) == 4:
        return _day(one, two, three)
    if len(match[3]) not in (2, 4):
        return None
    year = three if len(match[3]) == 4 else 2000 + three
    return _day(year, one, two) if two > 12 else _day(year, two, one)


def _english(text: str) -> str | None:
    words = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text.replace(",", " ").replace("-", " "))
    found = re.search(r"(?:\d{1,4} +)?[A-Za-z]{3,9}\.? +\d{1,4}(?: +\d{4})?", words)
    for shape in _ENGLISH if found else ():
        try:
            return datetime.strptime(" ".join(found[0].replace(".", "").split()), shape).date().isoformat()  # type: ignore[index]
        except ValueError:
            continue
    return None


def _arabic(text: str) -> str | None:
    """`الجمعة 13 تموز/يوليو 2018`, `29 شوال 1439 هـ`: the first expression that is one day."""
    from arner.dates import find

    for found in find(text[:200]):
        value = found.value
        if value.granularity == "day" and value.start and re.search(r"\d{4}", fold(value.text)):
            return value.start
    return None
