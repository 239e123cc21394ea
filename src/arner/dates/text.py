"""What the readers of dates share: the words of a text, and what is found in them.

All positions count words; an `end` is exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, overload

from arner.dates import words as w
from arner.dates.calendar import Period
from arner.layers import TimeKind
from arner.lexicon import word_class
from arner.records import Granularity

UNTIL = word_class("range_end")
DASHES = frozenset("-–—")
STEPS = {"before_last": -2, "past": -1, "current": 0, "future": 1, "after_next": 2}


class Found(NamedTuple):
    """An expression that ends before word `end`; `points` back (-1) or ahead (1) where its own words say so."""

    end: int
    period: Period
    kind: TimeKind
    points: int = 0


class Text:
    """Folded words, and the day from which «yesterday» is counted; None where that is not known.

    `vows`: where a verb says what I shall do (`سألتقي`): folded, it looks like a noun (`سابق`).
    """

    def __init__(self, words: Sequence[str], today: date | None, vows: frozenset[int] = frozenset()) -> None:
        self.words = words
        self.today = today
        self.vows = vows

    def word(self, i: int) -> str:
        """The word at `i`, empty outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def modifier(self, i: int) -> tuple[int, str] | None:
        """End and sense of `الماضي`, `المقبل` … at `i`."""
        return w.MODIFIERS.at(self.words, i)

    def step(self, i: int) -> tuple[int, str] | None:
        """The same, where it leads to the past, the present or the future."""
        modifier = self.modifier(i)
        return modifier if modifier and modifier[1] in STEPS else None

    def instead(self, i: int, word: str) -> Text:
        """The text as it reads with `word` at `i`: its particle taken off."""
        return Text(_Instead(self.words, i, word), self.today, self.vows)


class _Instead(Sequence[str]):
    """`words` with another one at `at`."""

    def __init__(self, words: Sequence[str], at: int, word: str) -> None:
        self._words, self._at, self._word = words, at, word

    def __len__(self) -> int:
        return len(self._words)

    @overload
    def __getitem__(self, i: int) -> str: ...
    @overload
    def __getitem__(self, i: slice) -> list[str]: ...
    def __getitem__(self, i: int | slice) -> str | list[str]:
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(len(self)))]
        return self._word if i == self._at else self._words[i]


def points(modifier: str | None) -> int:
    """Whether a modifier points back (-1), ahead (1) or nowhere (0)."""
    step = STEPS.get(modifier or "", 0)
    return (step > 0) - (step < 0)


def granularity_of(unit: str) -> Granularity | None:
    """The granularity that a unit of time is; None for what is finer than a day."""
    for known in ("day", "week", "month", "year", "decade"):
        if unit == known:
            return known
    return None
