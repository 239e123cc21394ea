"""Parts of speech in a sentence: a small convolutional tagger, numbers only, run with numpy.

A word goes in as a short vector of its own (where news have it often) and as the sum of small vectors of its letters at
both ends; two layers look at the words beside it; a head for each question answers: part of speech, which clitics it
carries, gender, number, definiteness, and its relation to the word that governs it. training/parts_of_speech.py makes
the file.
"""

from __future__ import annotations

import json
from collections.abc import Container
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from arner.arabic.orthography import clean, fold

Floats = npt.NDArray[np.float32]
REACH = 2  # words on either side that a layer looks at
_BESIDE = ("", "و", "ف", "ب", "ل", "ال", "وال", "بال", "لل", "س", "وس")
_LONGEST = 40  # characters of a word that are looked at
_KEPT = 100_000  # encoded words that are remembered
_PIECE = 20_000  # words tagged at a time, so that memory stays small


class Tags(NamedTuple):
    """The answers of every head for the words of a text: `labels[head]` names the columns of `scores[head]`."""

    labels: dict[str, list[str]]
    scores: dict[str, Floats]

    def best(self, head: str) -> list[str]:
        """The likeliest label of each word."""
        names = self.labels[head]
        return [names[k] for k in self.scores[head].argmax(axis=1)] if len(self.scores[head]) else []


def features(word: str) -> list[str]:
    """What a cleaned word looks like: its first and last letters, its length, the word itself.

    >>> features("قال")[:4]
    ['p ق', 's ل', 'p قا', 's ال']
    """
    found = []
    for n in (1, 2, 3, 4):
        found += [f"p {word[:n]}", f"s {word[-n:]}"]
    found += [f"ps {word[:1]} {word[-1:]}", f"ps {word[:2]} {word[-2:]}", f"l {min(len(word), 9)}", f"w {word}"]
    found.append("d" if word.isdigit() else "a" if word.isalpha() else "x")
    return found + [
        f"b {letters} {word[len(letters) : len(letters) + 2]} {word[-2:]}"
        for letters in _BESIDE
        if word.startswith(letters)
    ]


def shown(text: str) -> str:
    """What the tagger sees of a token: its letters, a long one cut, digits as 0."""
    word = clean(text)[:_LONGEST]
    return "0" * min(len(word), 4) if word.isdigit() else word


def paradigm(word: str, known: Container[str]) -> list[str]:
    """Which forms of the verb that a folded word may be are words too: `برهنت` has `يبرهن`, `مدينة` no such form.

    >>> paradigm("برهنت", {"برهن", "يبرهن"})
    ['v past', 'v past ت', 'v base']
    """
    found = []
    for rest in (word, word[1:] if word[:1] in ("و", "ف", "س", "ل") and len(word) > 3 else ""):
        for pronoun in ("", "ه", "ها", "هم"):
            if not rest or not rest.endswith(pronoun) or len(rest) - len(pronoun) < 3:
                continue
            core = rest[: len(rest) - len(pronoun)]
            for ending in ("", "ت", "وا", "تا", "ا", "نا"):
                base = core[: len(core) - len(ending)]
                if core.endswith(ending) and len(base) > 1 and ("ي" + base in known or _alternate(base) in known):
                    found += ["v past", f"v past {ending}"] + (["v base"] if ending and base in known else [])
            if core[0] in "يتن":
                base = core[1:].removesuffix("ون").removesuffix("وا").removesuffix("ان")
                if base in known or "ا" + base in known:
                    found += ["v present"]
                if core[0] != "ي" and "ي" + core[1:] in known:
                    found += ["v other"]
    return found


def _alternate(base: str) -> str:
    """The present of a past that begins with ا: `استقبل` → `يستقبل`."""
    return "ي" + base[1:] if base[:1] == "ا" else ""


class Tagger:
    """The numbers of one file; `encoded` remembers the vectors of words."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as numbers:
            self.weights: dict[str, Floats] = {
                name: numbers[name].astype(np.float32) for name in numbers.files if name not in ("text", "vectors")
            }
            told = json.loads(bytes(numbers["text"]).decode("utf-8"))
            self.vectors: npt.NDArray[np.int8] = numbers["vectors"]
        self.labels: dict[str, list[str]] = told["labels"]
        self.features: dict[str, int] = {name: n for n, name in enumerate(told["features"])}
        self.words: dict[str, int] = {}
        for n, word in enumerate(told["words"]):
            self.words.setdefault(word, n)
            self.words.setdefault(fold(word), n)
        self._encoded: dict[str, Floats] = {}

    def row(self, word: str) -> int:
        """The row of a word in the table of vectors, or of its likeliest rest without و ف س ل ب; -1 for none."""
        for rest in (word, fold(word), word[1:] if word[:1] in ("و", "ف", "ل", "ب", "س") and len(word) > 3 else word):
            row = self.words.get(rest)
            if row is not None:
                return row
        return -1

    def encode(self, word: str) -> Floats:
        """The vector of a word as `shown` gives it."""
        made = self._encoded.get(word)
        if made is None:
            if len(self._encoded) > _KEPT:
                self._encoded.clear()
            row = self.row(word)
            scale = self.weights["scale"]
            own = self.vectors[row] * scale if row >= 0 else np.zeros_like(scale)
            seen = features(word) + paradigm(fold(word), self.words)
            rows = [self.features[f] for f in seen if f in self.features]
            made = np.concatenate([own, self.weights["affixes"][rows].sum(axis=0)]).astype(np.float32)
            self._encoded[word] = made
        return made

    def tag(self, texts: list[str]) -> Tags:
        """Answers for the tokens of a text."""
        parts = [self._tag(texts[i : i + _PIECE]) for i in range(0, len(texts), _PIECE)] or [self._tag([])]
        return Tags(self.labels, {head: np.concatenate([p[head] for p in parts]) for head in self.labels})

    def _tag(self, texts: list[str]) -> dict[str, Floats]:
        w = self.weights
        if not texts:
            return {head: np.zeros((0, len(names)), np.float32) for head, names in self.labels.items()}
        x = np.stack([self.encode(shown(text)) for text in texts])
        hidden = np.maximum(_beside(x) @ w["w1"] + w["b1"], 0)
        hidden = hidden + np.maximum(_beside(hidden) @ w["w2"] + w["b2"], 0)
        out = hidden @ w["w3"] + w["b3"]
        answers, at = {}, 0
        for head, names in self.labels.items():
            scores = out[:, at : at + len(names)]
            scores = np.exp(scores - scores.max(axis=1, keepdims=True))
            answers[head] = scores / scores.sum(axis=1, keepdims=True)
            at += len(names)
        return answers


def _beside(x: Floats) -> Floats:
    """Each row with the rows of the words beside it, zeros beyond the ends."""
    padded = np.pad(x, ((REACH, REACH), (0, 0)))
    return np.concatenate([padded[k : k + len(x)] for k in range(2 * REACH + 1)], axis=1)


@cache
def tagger() -> Tagger:
    """The tagger of the package."""
    return Tagger(Path(str(files("arner.syntax").joinpath("data", "parts_of_speech.npz"))))
