"""One story in several newspapers: articles that are mostly the same words, found by MinHash (Broder 1997).

An agency's story that five newspapers print is one voice, not five. Texts are compared by their runs of four words
(shingles); of a pair that has much in common, the later is a copy of the earlier. Only pairs whose sketches agree in
two bands at least are compared; a band that many articles share pairs each with the oldest and with the next older.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from zlib import crc32

import numpy as np
from datasketch import MinHash

from arner.arabic.orthography import fold
from arner.records import ArticleRecord

_WORD = re.compile(r"\w+")
_RUN = 4  # words of a shingle
_FEWEST = 12  # shingles of a text that says enough to be compared
_ALIKE = 0.4  # of all shingles of two texts, the share that both have: some 57 % of the words of each
_PERMUTATIONS, _ROWS = 64, 2  # values of a sketch; those of a band
BANDS = 2  # that two sketches must have in common: 97 % of the pairs that are just alike do
_OLDEST, _NEXT = 16, 8  # articles of a band with which one is paired
_BEGINNING = 8  # words of a statement by which it is known again in a copy

_BEGUN = 400  # characters that hold these words
_POWERS = np.array([0x9E3779B97F4A7C15**n % 2**64 for n in range(_RUN)], dtype=np.uint64)

Shingles = np.ndarray[tuple[int], np.dtype[np.uint32]]
Age = tuple[str, str]  # day of publication, id


@dataclass(frozen=True, slots=True)
class Copy:
    """That an article is a reprint of `of`; `likeness` is the share of shingles that both have."""

    of: str
    likeness: float


class Print(NamedTuple):
    """What of an article tells whether another reprints it."""

    age: Age
    shingles: Shingles
    bands: Sequence[int]
    statements: Mapping[str, int]
    """Of each statement, a number made of its first words."""

    @classmethod
    def of(cls, record: ArticleRecord) -> Print:
        shingles = _shingles(_words(record.text))
        said = {s.id: crc32(" ".join(_words(s.content.text[:_BEGUN])[:_BEGINNING]).encode()) for s in record.statements}
        return cls((record.published or "9999", record.id), shingles, _bands(shingles), said)


def _shingles(words: Sequence[str]) -> Shingles:
    """A number for each run of words, sorted: a polynomial of the words' own numbers."""
    if len(words) < _RUN:
        return np.array([], dtype=np.uint32)
    numbers = np.array([crc32(word.encode()) for word in words], dtype=np.uint64)
    runs = np.lib.stride_tricks.sliding_window_view(numbers, _RUN) @ _POWERS
    return np.unique((runs ^ (runs >> np.uint64(32))).astype(np.uint32))


def _bands(shingles: Shingles) -> list[int]:
    """A number for each band of the sketch: two texts have one in common the more probably the more they are alike."""
    if len(shingles) < _FEWEST:
        return []
    sketch = _sketch()
    sketch.clear()
    sketch.update_batch(shingles)
    rows = sketch.hashvalues.reshape(-1, _ROWS)
    return [crc32(row.tobytes()) << 8 | number for number, row in enumerate(rows)]


@lru_cache(maxsize=1)
def _sketch() -> MinHash:
    """One for all texts: drawing its permutations takes longer than using them. An archive keeps what comes of them
    for years, so the way they are drawn is told by its name.
    """
    return MinHash(num_perm=_PERMUTATIONS, hashfunc=int, scheme="affine32")


def pairs_of(band: Iterable[Age]) -> Iterator[tuple[Age, Age]]:
    """Pairs (younger, older) of the articles of one band."""
    ordered = sorted(band)
    for at, younger in enumerate(ordered):
        for older in dict.fromkeys((*ordered[: min(at, _OLDEST)], *ordered[max(0, at - _NEXT) : at])):
            yield younger, older


def likeness(one: Shingles, other: Shingles) -> float:
    """The share of all shingles of two texts that both have."""
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / (len(one) + len(other) - both)


def alike(share: float) -> bool:
    """Whether so many shingles in common make an article a reprint."""
    return share >= _ALIKE


def copies_among(pairs: Iterable[tuple[Age, Age, float]]) -> dict[str, Copy]:
    """Article → what it is a copy of: of pairs (younger, older, likeness) that are alike, the likest that is no copy
    itself, the oldest of equals.
    """
    found: dict[str, Copy] = {}
    for younger, older in groupby(sorted(pairs), key=lambda pair: pair[0]):
        originals = [(-share, age) for _, age, share in older if age[1] not in found]
        if originals:
            share, (_, of) = min(originals)
            found[younger[1]] = Copy(of, round(-share, 3))
    return found


def retold_among(
    story: Iterable[tuple[bool, Age, Mapping[str, int]]],
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Statements of reprints (article, id) with the same statement of the earliest article of the story.

    `story` has for each of its articles whether it is a copy, its age and its statements.
    """
    first: dict[int, tuple[str, str]] = {}
    for _, (_, article), statements in sorted(story, key=lambda told: told[:2]):
        taken = set()  # what one article says twice was said twice
        for statement, key in statements.items():
            known = first.setdefault(key, (article, statement))
            if known[0] != article and key not in taken:
                taken.add(key)
                yield (article, statement), known


@dataclass(slots=True)
class Stories:
    """The articles of a collection by what they print."""

    _prints: dict[str, Print] = field(default_factory=dict)

    def add(self, record: ArticleRecord) -> None:
        self._prints[record.id] = Print.of(record)

    def copies(self) -> dict[str, Copy]:
        """Article → what it is a copy of."""
        bands: dict[int, list[Age]] = {}
        for told in self._prints.values():
            for band in told.bands:
                bands.setdefault(band, []).append(told.age)
        shared = Counter(pair for band in bands.values() if len(band) > 1 for pair in pairs_of(band))
        candidates = [(*pair, self._likeness(*pair)) for pair, n in shared.items() if n >= BANDS]
        return copies_among(pair for pair in candidates if alike(pair[2]))

    def _likeness(self, one: Age, other: Age) -> float:
        return likeness(self._prints[one[1]].shingles, self._prints[other[1]].shingles)

    def retold(self, copies: Mapping[str, Copy]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
        """Statements of copies (article, id) with the same statement of the earliest article of the story."""
        stories: dict[str, list[str]] = {}
        for article, copy in copies.items():
            stories.setdefault(copy.of, [copy.of]).append(article)
        for articles in stories.values():
            yield from retold_among((a in copies, self._prints[a].age, self._prints[a].statements) for a in articles)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
