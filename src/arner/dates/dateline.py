"""The day that a text gives itself, where its publication is not known: its dateline, or a line at its head.

Articles that lost their date on the way often keep it in the text: `رام الله 19-7-2012 وفا- أعلن`,
`تاريخ النشر: 11 أغسطس 2012`, `الأحد, 18 مارس, 2012, 09:24 بتوقيت القدس`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeGuard

from arner.dates import words as w
from arner.dates.reader import expression
from arner.dates.text import DASHES, Text
from arner.lexicon import word_class

LINES = 4  # lines at the head of a text in which its day may stand
WORDS = 20  # words of a line that only says when
PLACE = 4  # words of a dateline before its day: أديس أبابا في 6-5-2012
AGENCY = 3  # words between its day and its dash: وفا -
_SAYS_WHEN = word_class("says_when_written")
_BESIDE_DAY = word_class("beside_own_day")
_CLOCK = frozenset({"am", "pm"})


def own_day(words: Sequence[str]) -> date | None:
    """The day of its dateline or date line, of a text of the folded `words`, newlines among them.

    >>> own_day(["عنوان", "\\n", *"رام الله 19-7-2012 وفا - اعلن".split()])
    datetime.date(2012, 7, 19)
    """
    text = Text(words, None)
    for number, (start, end) in enumerate(_lines(words)):
        i = start
        while i < min(end, start + WORDS):
            found = expression(text, i) if words[i][:1].isalnum() else None
            if found is None:
                i += 1
                continue
            first, last, granularity = found.period
            if granularity == "day" and first == last and _in_figures(first, words[i : found.end]):
                alone = _says_only_when(words, start, end, i, found.end, titled=number == 0)
                known = alone or _dateline(words, start, i, found.end, end)
                return first if known and not _either_month(words, i, found.end, end) else None
            i = found.end
    return None


def _in_figures(day: date | None, words: Sequence[str]) -> TypeGuard[date]:
    """Whether the year of a day of our time is written: a Hijri day may be another by a day."""
    return day is not None and 1990 <= day.year <= 2100 and any(str(day.year) in word for word in words)


def _lines(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first lines that are not empty."""
    start = lines = 0
    for i, word in enumerate(words):
        if word.isspace():
            if i > start:
                yield start, i
                lines += 1
            start = i + 1
            if lines == LINES:
                return
    if start < len(words):
        yield start, len(words)


def _says_only_when(words: Sequence[str], start: int, end: int, i: int, after: int, *, titled: bool) -> bool:
    """Whether nothing but a day stands in a line, with its hour; or a short line that says that it says when.

    `titled`: the line is the first, which may have a day for its topic: `11 سبتمبر 2001`.
    """
    if end - start > WORDS:
        return False
    if any(word in _SAYS_WHEN for word in words[start:i]):
        return True
    others = [*words[start:i], *words[after:end]]
    topical = titled and words[i] not in w.WEEKDAYS.heads  # but الخميس 26 جويلية 2012
    return not topical and all(_beside(word) for word in others)


def _beside(word: str) -> bool:
    """Whether a word may stand beside a day in its line: a sign, an hour, the same day by another calendar."""
    return not word.isalpha() or word in _BESIDE_DAY or word in w.WEEKDAYS.heads or word in w.MONTHS.heads


def _dateline(words: Sequence[str], start: int, i: int, after: int, end: int) -> bool:
    """`[رام الله 19-7-2012 وفا -] أعلن`: a place, a day in figures, an agency and a dash, before the text goes on."""
    placed = 0 < i - start <= PLACE and all(word.isalpha() for word in words[start:i]) and words[i][:1].isdigit()
    near = range(after, min(after + AGENCY, end - 1))
    dash = next((j for j in near if words[j] in DASHES), None)
    return placed and dash is not None and all(word.isalpha() for word in words[after:dash])


def _either_month(words: Sequence[str], i: int, after: int, end: int) -> bool:
    """`07-08-2012 08:38 AM`: whoever writes the hour like that may write the month first."""
    figures = [int(part) for part in "".join(words[i:after]).replace("/", "-").split("-") if part.isdigit()]
    clock = any(word.lower() in _CLOCK for word in words[after:end])
    small = [figure for figure in figures if figure <= 12]
    return clock and len(figures) == 3 and len(small) == 2 and small[0] != small[1]
