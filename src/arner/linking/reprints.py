"""One story in several newspapers: articles that are mostly the same words, found by MinHash.

An agency's story that five newspapers print is one voice, not five. Texts are compared by their runs of four words
(shingles); of a pair that has much in common, the later is a copy of the earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
from datasketch import MinHash, MinHashLSH

from arner.arabic.orthography import fold
from arner.records import ArticleRecord

_WORD = re.compile(r"\w+")
_RUN = 4  # words of a shingle
_FEWEST = 12  # shingles of a text that says enough to be compared
_ALIKE = 0.4  # of all shingles of two texts, the share that both have: some 57 % of the words of each
_CANDIDATES = 0.25  # likeness at which pairs are looked at; MinHash estimates it
_PERMUTATIONS = 64
_BEGINNING = 8  # words of a statement by which it is known again in a copy

Shingles = np.ndarray[tuple[int], np.dtype[np.uint32]]


@dataclass(frozen=True, slots=True)
class Copy:
    """That an article is a reprint of `of`; `likeness` is the share of shingles that both have."""

    of: str
    likeness: float


@dataclass(slots=True)
class Stories:
    """The articles of a collection by what they print."""

    _ages: dict[str, tuple[str, str]] = field(default_factory=dict)
    _shingles: dict[str, Shingles] = field(default_factory=dict)
    _statements: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, record: ArticleRecord) -> None:
        self._ages[record.id] = (record.published or "9999", record.id)
        words = _words(record.text)
        runs = {crc32(" ".join(words[i : i + _RUN]).encode()) for i in range(len(words) - _RUN + 1)}
        self._shingles[record.id] = np.array(sorted(runs), dtype=np.uint32)
        said = {s.id: crc32(" ".join(_words(s.content.text)[:_BEGINNING]).encode()) for s in record.statements}
        self._statements[record.id] = said

    def copies(self) -> dict[str, Copy]:
        """Article → what it is a copy of: the earliest like it that is no copy itself."""
        found: dict[str, Copy] = {}
        originals = MinHashLSH(threshold=_CANDIDATES, num_perm=_PERMUTATIONS)
        for article in sorted(self._ages, key=lambda a: self._ages[a]):
            mine = self._shingles[article]
            if len(mine) < _FEWEST:
                continue
            sketch = MinHash(num_perm=_PERMUTATIONS, hashfunc=int)
            sketch.update_batch(mine)
            alike = [(-_likeness(mine, self._shingles[other]), self._ages[other]) for other in originals.query(sketch)]
            if alike and -min(alike)[0] >= _ALIKE:
                likeness, (_, of) = min(alike)
                found[article] = Copy(of, round(-likeness, 3))
            else:
                originals.insert(article, sketch)
        return found

    def retold(self, copies: Mapping[str, Copy]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
        """Statements of copies (article, id) with the same statement of the earliest article of the story."""
        first: dict[tuple[str, int], tuple[str, str]] = {}
        stories = {a: copies[a].of if a in copies else a for a in (*copies, *(copy.of for copy in copies.values()))}
        for article in sorted(stories, key=lambda a: (a in copies, self._ages[a])):
            taken = set()  # what one article says twice was said twice
            for statement, key in self._statements[article].items():
                known = first.setdefault((stories[article], key), (article, statement))
                if known[0] != article and key not in taken:
                    taken.add(key)
                    yield (article, statement), known


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _likeness(one: Shingles, other: Shingles) -> float:
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / (len(one) + len(other) - both)
