"""Step 5: what a first tagger takes each word for, over all corpora.

A surname that stands alone in one text stands behind a first name or a title in another. So a tagger that has learnt
little yet reads six million words, chosen so that nearly every word of the vectors is met, and how often it took a word
for the beginning of a person, for a place, … becomes columns of the word's vector: the next tagger knows from the
vectors what the rest of the world says of a word that its own sentence leaves open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.corpus import Corpus, fitting
from training.reading import NEAR, Reader

Counts = NDArray[np.int64]

READ = 6_000_000  # words
OFTEN = 6  # a sentence is read if it has a word that was read less often
SHORTEST, LONGEST = 5, 60  # words of a sentence

# Columns: the head (0: ANERcorp's tags, 1: CleanANERcorp's) and the tags whose share a column tells.
COLUMNS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (0, ("B-PER",)),
    (0, ("I-PER", "E-PER")),
    (0, ("S-PER",)),
    (0, ("B-LOC", "I-LOC", "E-LOC", "S-LOC")),
    (0, ("B-ORG", "I-ORG", "E-ORG", "S-ORG")),
    (0, ("B-MISC", "I-MISC", "E-MISC", "S-MISC")),
    (1, ("B-ORG", "I-ORG", "E-ORG", "S-ORG")),
    (1, ("B-MISC", "I-MISC", "E-MISC", "S-MISC")),
)
DOUBT = 1  # as if every word had been read so often more and taken for no name


def sentences(texts: Corpus, rows: Mapping[str, int], seed: int = 3) -> list[NDArray[np.int32]]:
    """Sentences in an order of chance, as positions in `texts.words`, each with a word of `rows` still rare in them."""
    row = np.array([rows.get(word, -1) for word in texts.words])
    starts, ends, order = fitting(texts.ids, SHORTEST, LONGEST)
    np.random.default_rng(seed).shuffle(order)
    met = np.zeros(max(rows.values()) + 1, dtype=np.int64)
    chosen, words = [], 0
    for at in order:
        sentence = texts.ids[starts[at] : ends[at]]
        here = row[sentence]
        here = here[here >= 0]
        if (met[here] < OFTEN).any():
            met[here] += 1
            chosen.append(sentence)
            words += len(sentence)
            if words >= READ:
                break
    return chosen


def count(reader: Reader, texts: Corpus, chosen: Sequence[NDArray[np.int32]], rows: Mapping[str, int]) -> list[Counts]:
    """How often each row of the vectors was given each tag: (rows, tags), one array a head."""
    row = np.array([rows.get(word, -1) for word in texts.words])
    many = max(rows.values()) + 1
    totals = [np.zeros(many * len(names), dtype=np.int64) for names in reader.names]
    for first in range(0, len(chosen), NEAR):
        near = chosen[first : first + NEAR]
        tags = list(reader.tags([[texts.words[i] for i in sentence] for sentence in near]))
        here = np.concatenate([row[sentence] for sentence in near])
        for head, (total, names) in enumerate(zip(totals, reader.names, strict=True)):
            given = np.concatenate([t[head] for t in tags])
            places = (here * len(names) + given)[here >= 0]
            total += np.bincount(places, minlength=len(total))
        print(f"{first + len(near):,} of {len(chosen):,} sentences read", flush=True)
    return [total.reshape(many, len(names)) for total, names in zip(totals, reader.names, strict=True)]


def shares(counts: Sequence[Counts], names: Sequence[Sequence[str]]) -> NDArray[np.float32]:
    """(rows, `COLUMNS`): the share of each column's tags among all that a word was given."""
    columns = [
        counts[head][:, [names[head].index(tag) for tag in tags if tag in names[head]]].sum(axis=1)
        / (counts[head].sum(axis=1) + DOUBT)
        for head, tags in COLUMNS
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def add(texts: Corpus, vectors: Path, tagger: Path, target: Path) -> None:
    """Write `vectors` with their last columns, which are zero, filled by what `tagger` reads."""
    table = torch.load(vectors, weights_only=True)
    rows: dict[str, int] = table["vocab"]["_unit2id"]
    reader = Reader([tagger], vectors)
    counts = count(reader, texts, sentences(texts, rows), rows)
    found = torch.from_numpy(shares(counts, reader.names)).half()
    table["emb"][: len(found), -len(COLUMNS) :] = found
    torch.save(table, target)
