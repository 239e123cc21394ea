"""Step 2: word vectors by counting: PPMI of the words beside each word, then a truncated SVD.

What stands left and right is counted apart and only three words away: that groups words by what they are
(a surname, a town, a title) more than by their topic, which is what a name tagger asks for. Three columns
are put beside those of the SVD: how often the word is part of a name in Wikidata, the same without a
particle in front (`وبوتين`), and how common the word is. Words of names that the corpora lack get the
mean vector of names. Further columns stay empty for `usage`.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from stanza.models.common.pretrain import PretrainedWordVocab
from stanza.models.common.vocab import VOCAB_PREFIX

from training.corpus import Corpus
from training.usage import COLUMNS

WORDS = 130_000  # words of the corpora that get a vector
CONTEXTS = 20_000  # words that count as neighbours, the most frequent
WINDOW = 3
DIMENSIONS = 128
RARE_NAME = 2  # a name that the corpora lack needs so many bearers to get a vector
PARTICLES = ("و", "ل", "ب", "ك", "ف")

_INFLECTED = re.compile(
    r"""
    [وف]?(?:س[يتن]\w{3,} | [يتن]\w{2,}(?:ون|ان|ها|هم|وا|نا|ه) | \w{3,}(?:وا|تها|تهم|اتها|اتهم|ونها))
  | [وفبك]+ال\w{4,}(?:ات|ين|ية)
    """,
    re.VERBOSE,
)

Floats = NDArray[np.float32]


def cooccurrences(ids: NDArray[np.int32], words: int, contexts: int) -> sparse.csr_matrix:
    """Counts of (word, word on the left | word on the right), nearer ones weighing more."""
    total = sparse.csr_matrix((words, 2 * contexts), dtype=np.float32)
    chunk = 4_000_000
    for start in range(0, len(ids), chunk):
        part = ids[start : start + chunk]
        rows, columns, weights = [], [], []
        for distance in range(1, WINDOW + 1):
            left, right = part[:-distance], part[distance:]
            gap = np.zeros(len(left), dtype=bool)  # a sentence ends between the two
            for k in range(1, distance):
                gap |= part[k : k + len(left)] == -1
            ok = (left >= 0) & (left < contexts) & (right >= 0) & (right < words) & ~gap
            rows.append(right[ok])
            columns.append(left[ok])
            ok_right = (right >= 0) & (right < contexts) & (left >= 0) & (left < words) & ~gap
            rows.append(left[ok_right])
            columns.append(right[ok_right] + contexts)
            weights.append(np.full(int(ok.sum() + ok_right.sum()), 1 / distance, dtype=np.float32))
        pairs = (np.concatenate(rows), np.concatenate(columns))
        total = total + sparse.coo_matrix((np.concatenate(weights), pairs), shape=total.shape).tocsr()
    return total


def ppmi(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    """Positive pointwise mutual information, contexts smoothed (power 0.75) so that rare ones weigh less."""
    matrix = counts.tocoo()
    rows = np.asarray(counts.sum(axis=1)).ravel()
    columns = np.asarray(counts.sum(axis=0)).ravel() ** 0.75
    expected = rows[matrix.row] * (columns / columns.sum())[matrix.col]
    values = np.log(np.maximum(matrix.data, 1e-9) / np.maximum(expected, 1e-9)).astype(np.float32)
    keep = values > 0
    return sparse.csr_matrix((values[keep], (matrix.row[keep], matrix.col[keep])), shape=counts.shape)


def svd(matrix: sparse.csr_matrix, dimensions: int, rounds: int = 3, seed: int = 0) -> Floats:
    """Left singular vectors times the root of the singular values, by random projection and power rounds."""
    random = np.random.default_rng(seed)
    transposed = matrix.T.tocsr()
    basis = random.standard_normal((matrix.shape[1], dimensions + 20), dtype=np.float32)
    for _ in range(rounds):
        basis, _ = np.linalg.qr(matrix @ basis)
        basis, _ = np.linalg.qr(transposed @ basis)
    left, values, _ = np.linalg.svd(matrix @ basis, full_matrices=False)
    vectors: Floats = left[:, :dimensions] * np.sqrt(values[:dimensions])
    return vectors


def without_particle(word: str) -> str:
    return word[1:] if len(word) > 3 and word[0] in PARTICLES else ""


def rare_words(corpus: Corpus, names: Counter[str]) -> list[str]:
    """Words too rare for a vector that are inflected verbs, adverbs or plurals by their form, not names."""
    order = np.argsort(-corpus.counts, kind="stable")[WORDS : 3 * WORDS]
    words = (corpus.words[i] for i in order)
    return [w for w in words if _INFLECTED.fullmatch(w) and not names[w] and not names[without_particle(w)]]


def build(corpus: Corpus, names: Counter[str], target: Path) -> None:
    """Write the vectors as Stanza reads them, in float16 (half the size, loaded as they are)."""
    order = np.argsort(-corpus.counts, kind="stable")[:WORDS]
    rank = np.full(len(corpus.words) + 1, -2, dtype=np.int32)  # the last entry is BREAK's
    rank[order] = np.arange(len(order), dtype=np.int32)
    rank[-1] = -1
    words = [corpus.words[i] for i in order]
    matrix = ppmi(cooccurrences(rank[corpus.ids], len(words), CONTEXTS))
    print(f"{matrix.nnz:,} pairs of {len(words):,} words", flush=True)
    vectors = svd(matrix, DIMENSIONS)
    vectors /= vectors.std() * 3  # the size that Stanza's layers are used to

    known = set(words)
    extra = [w for w, count in names.items() if count >= RARE_NAME and w not in known]
    typical = vectors[[i for i, w in enumerate(words) if names[w] >= 20]].mean(axis=0)
    vectors = np.vstack([vectors, np.tile(typical, (len(extra), 1))])
    counts = np.concatenate([corpus.counts[order], np.zeros(len(extra), dtype=np.int64)])
    words += extra
    columns = [
        np.log1p([names[w] for w in words]) / 8,
        np.log1p([names[without_particle(w)] for w in words]) / 8,
        np.log1p(counts) / 15,
    ]
    empty = np.zeros((len(words), len(COLUMNS)))
    table = np.hstack([vectors, np.stack(columns, axis=1), empty]).astype(np.float32)
    table = np.vstack([np.zeros((len(VOCAB_PREFIX), table.shape[1]), dtype=np.float32), table])
    vocab = PretrainedWordVocab(words)
    assert len(vocab) == len(table)
    target.parent.mkdir(parents=True, exist_ok=True)
    data = {"vocab": vocab.state_dict(), "emb": torch.from_numpy(table).half()}
    torch.save(data, target)
    print(f"{target}: {len(words):,} words ({len(extra):,} only in names), {table.shape[1]} columns", flush=True)
