"""Step 1: the raw corpora become one array of word numbers.

Only statistics of these texts may leave this folder: the texts are their publishers'. Words are cut and
cleaned as the library does when it reads an article, so that the vectors know the words that the tagger
will be shown.
"""

from __future__ import annotations

import json
import lzma
import re
from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from arner.arabic.orthography import clean, fold

# In the order of their worth for international news. saudinews_2015 is missing on purpose: its licence
# forbids commercial use, and whoever uses the bundled weights must be free.
CORPORA = (
    "ant_multisource",
    "osac_bbc_cnn",
    "jazeera_hespress_2022",
    "newspapers_2012",
    "alriyadh_2012",
    "misc_news",
    "jawhara_2013_2017",
    "sanad_khaleej",
    "wiki_long_docs",
    "arwiki_2017",
)

BREAK = -1  # between sentences: no word is the neighbour of one beyond it

_TOKEN = re.compile(r"\d+(?:[.,/:+٫٬-]\d+)*[^\W\d_]*|[A-Za-z][A-Za-z0-9]*(?:[&.'’-][A-Za-z0-9]+)*|[^\W_]+|[^\w\s]")
_SENTENCE_END = frozenset(".!؟?…")


@dataclass(frozen=True, slots=True)
class Corpus:
    """`ids`: the running text as positions in `words` (with `BREAK` between sentences), `counts` by word; where in
    `ids` each corpus begins."""

    words: list[str]
    counts: NDArray[np.int64]
    ids: NDArray[np.int32]
    begins: dict[str, int]


def tokens(text: str) -> list[str]:
    """`text` cleaned and cut into words, numbers and signs; lower case, as Stanza looks words up."""
    return _TOKEN.findall(clean(text).lower())


def sentences(path: Path) -> Iterator[list[str]]:
    """The sentences of one corpus; a line that was seen before (an agency's footer, a menu) is left out."""
    seen: set[int] = set()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            for paragraph in f"{article.get('title') or ''}\n{article.get('text') or ''}".split("\n"):
                if not paragraph or hash(paragraph) in seen:
                    continue
                seen.add(hash(paragraph))
                sentence: list[str] = []
                for word in tokens(paragraph):
                    sentence.append(word)
                    if word in _SENTENCE_END:
                        yield sentence
                        sentence = []
                if sentence:
                    yield sentence


def read(folder: Path, held_out: Collection[str] = frozenset(), names: tuple[str, ...] = CORPORA) -> Corpus:
    """All corpora of `folder`; sentences whose `key` is in `held_out` (those of the tests) are left out."""
    numbers: dict[str, int] = {}
    running = array("i")
    begins: dict[str, int] = {}
    for name in names:
        before, dropped = len(running), 0
        begins[name] = before
        for sentence in sentences(folder / f"{name}.jsonl.xz"):
            if len(sentence) >= 5 and key(sentence) in held_out:
                dropped += 1
                continue
            running.extend([numbers.setdefault(word, len(numbers)) for word in sentence])
            running.append(BREAK)
        print(f"{name}: {len(running) - before:,} words; {dropped} sentences of the tests left out", flush=True)
    ids = np.frombuffer(running, dtype=np.int32)
    counts = np.bincount(ids[ids != BREAK], minlength=len(numbers))
    return Corpus(list(numbers), counts, ids, begins)


def fitting(
    ids: NDArray[np.int32], shortest: int, longest: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Where each sentence of `ids` starts and ends, and the numbers of those with `shortest` to `longest` words."""
    ends = np.flatnonzero(ids == BREAK)
    starts = np.concatenate([[0], ends[:-1] + 1])
    lengths = ends - starts
    return starts, ends, np.flatnonzero((lengths >= shortest) & (lengths <= longest))


def key(words: Iterable[str]) -> str:
    """What two copies of one sentence share, however their tokens were cut or spelt."""
    return "".join(c for c in fold("".join(words)) if c.isalnum())
