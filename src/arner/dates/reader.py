"""Reading one time expression: which days, weeks, months, years it means, counted from the publication."""

from __future__ import annotations

from collections.abc import Iterable

from arner.dates import days, lengths, months, parts, ranges, units, years
from arner.dates.ranges import Read
from arner.dates.text import Found, Text

# Figures and ordinals begin only these.
_OF_FIGURES: tuple[Read, ...] = (days.day, years.bare, units.some)
_OF_WORDS: tuple[Read, ...] = (
    days.day, days.month_first, days.of_week, units.unit, units.some, months.month, years.year, months.season,
    units.decade, parts.edge, parts.share, lengths.relative, lengths.phrase, lengths.same,
)  # fmt: skip


def expression(text: Text, i: int) -> Found | None:
    """The longest expression that begins at word `i`, with `إلى …` when it is a range."""
    found = _single(text, i)
    return ranges.extended(text, i, found, _single) if found else None


def _single(text: Text, i: int) -> Found | None:
    word = text.word(i)
    figures = word[:1].isdigit() or (word.startswith("ال") and word[2:3].isdigit())
    return _longest(read(text, i) for read in (_OF_FIGURES if figures else _OF_WORDS))


def _longest(readings: Iterable[Found | None]) -> Found | None:
    """The reading that takes most words; of two that take as many, the first."""
    return max(filter(None, readings), key=lambda found: found.end, default=None)
