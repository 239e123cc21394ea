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
from itertools import accumulate, chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from arner.arabic.orthography import clean, fold, fold_all

Floats = npt.NDArray[np.float32]
REACH = 2  # words on either side that a layer looks at
_BESIDE = ("", "و", "ف", "ب", "ل", "ال", "وال", "بال", "لل", "س", "وس")
_BESIDE_BY_FIRST = {first: tuple(b for b in _BESIDE if b[:1] in ("", first)) for first in "وفبلاس"}
_ENDINGS = ("", "ت", "وا", "تا", "ا", "نا")  # of a past
_ENDINGS_BY_LAST = {last: tuple(e for e in _ENDINGS if e[-1:] in ("", last)) for last in "تا"}
_PRONOUNS_BY_LAST = {"ه": ("", "ه"), "ا": ("", "ها"), "م": ("", "هم")}  # of an object: «قالها»
_LONGEST = 40  # characters of a word that are looked at
_KEPT = 20_000  # encoded words that are remembered
_PIECE = 20_000  # words tagged at a time, so that memory stays small


class Tags:
    """The answers of every head for the words of a text, each worked out when it is asked for."""

    def __init__(self, labels: dict[str, list[str]], out: Floats) -> None:
        self.labels = labels
        self._out: dict[str, Floats] = {}
        self._size = len(out)
        self._scores: dict[str, Floats] = {}
        self._columns: dict[tuple[str, str], list[float]] = {}
        at = 0
        for head, names in labels.items():
            self._out[head] = out[:, at : at + len(names)]
            at += len(names)

    def best(self, head: str) -> list[str]:
        """The likeliest label of each word."""
        names, out = self.labels[head], self._out[head]
        return [names[k] for k in out.argmax(axis=1).tolist()] if len(out) else []

    def score(self, head: str, label: str, i: int) -> float:
        """How likely word `i` is held to be `label`, 0 to 1; 0 of a label that the head does not know."""
        column = self._columns.get((head, label))
        if column is None:
            known = label in self.labels[head]
            column = self._likely(head)[:, self.labels[head].index(label)].tolist() if known else [0.0] * self._size
            self._columns[head, label] = column
        return column[i]

    def _likely(self, head: str) -> Floats:
        """How likely each label of a head is for each word: rows sum to 1."""
        if head not in self._scores:
            out = self._out[head]
            likely: Floats = np.exp(out - out.max(axis=1, keepdims=True))
            self._scores[head] = likely / likely.sum(axis=1, keepdims=True)
        return self._scores[head]


def features(word: str) -> list[str]:
    """What a cleaned word looks like: its first and last letters, its length, the word itself.

    >>> features("قال")[:4]
    ['p ق', 's ل', 'p قا', 's ال']
    """
    first, second, last, end = word[:1], word[:2], word[-1:], word[-2:]
    found = [f"p {first}", f"s {last}", f"p {second}", f"s {end}"]
    found += [f"p {word[:3]}", f"s {word[-3:]}", f"p {word[:4]}", f"s {word[-4:]}"]
    found += [f"ps {first} {last}", f"ps {second} {end}", f"l {min(len(word), 9)}", f"w {word}"]
    found.append("d" if word.isdigit() else "a" if word.isalpha() else "x")
    for letters in _BESIDE_BY_FIRST.get(first, ("",)):
        if word.startswith(letters):
            found.append(f"b {letters} {word[len(letters) : len(letters) + 2]} {end}")
    return found


def shown(text: str) -> str:
    """What the tagger sees of a token: its letters, a long one cut, digits as 0."""
    word = clean(text)[:_LONGEST]
    return "0" * min(len(word), 4) if word.isdigit() else word


def paradigm(word: str, known: Container[str]) -> list[str]:
    """Which forms of the verb that a folded word may be are words too: `برهنت` has `يبرهن`, `مدينة` no such form.

    >>> paradigm("برهنت", {"برهن", "يبرهن"})
    ['v past', 'v past ت', 'v base']

    The present of a past that begins with ا has ي in its place: `استقبل`, `يستقبل`.
    """
    found: list[str] = []
    for rest in (word, word[1:]) if word[:1] in ("و", "ف", "س", "ل") and len(word) > 3 else (word,):
        for pronoun in _PRONOUNS_BY_LAST.get(rest[-1:], ("",)):
            if len(rest) - len(pronoun) < 3 or not rest.endswith(pronoun):
                continue
            core = rest[: len(rest) - len(pronoun)]
            for ending in _ENDINGS_BY_LAST.get(core[-1], ("",)):
                base = core.removesuffix(ending)
                if ending and base == core:
                    continue
                if len(base) > 1 and ("ي" + base in known or (base[0] == "ا" and "ي" + base[1:] in known)):
                    found += ["v past", f"v past {ending}"] + (["v base"] if ending and base in known else [])
            if core[0] in "يتن":
                _add_present(found, core, known)
    return found


def _add_present(found: list[str], core: str, known: Container[str]) -> None:
    """Adds to `found` what says that `core`, which begins with ي, ت or ن, is a present: its past or its ي is known."""
    base = core[1:].removesuffix("ون").removesuffix("وا").removesuffix("ان")
    if base in known or "ا" + base in known:
        found.append("v present")
    if core[0] != "ي" and "ي" + core[1:] in known:
        found.append("v other")


class Tagger:
    """The numbers of one file, and the vectors of the words that it was asked about last."""

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
        for n, (word, folded) in enumerate(zip(told["words"], fold_all(told["words"]), strict=True)):
            self.words.setdefault(word, n)
            self.words.setdefault(folded, n)
        self._encoded = np.empty((_KEPT + _PIECE, len(self.weights["w1"]) // (2 * REACH + 1)), np.float32)
        self._at: dict[str, int] = {}  # the row of a token in `_encoded`

    def row(self, word: str) -> int:
        """The row of a word in the table of vectors, or of its likeliest rest without و ف س ل ب; -1 for none."""
        for rest in (word, fold(word), word[1:] if word[:1] in ("و", "ف", "ل", "ب", "س") and len(word) > 3 else word):
            row = self.words.get(rest)
            if row is not None:
                return row
        return -1

    def encode(self, words: list[str]) -> Floats:
        """The vectors of words as `shown` gives them, a row each."""
        own = np.array([self.row(word) for word in words], np.intp)
        vectors = self.vectors[own] * self.weights["scale"]
        vectors[own < 0] = 0
        seen = [self._affixes(word) for word in words]
        affixes = self.weights["affixes"][list(chain.from_iterable(seen))]
        begins = list(accumulate(map(len, seen), initial=0))[:-1]
        return np.concatenate([vectors, np.add.reduceat(affixes, begins, axis=0)], axis=1, dtype=np.float32)

    def _affixes(self, word: str) -> list[int]:
        """The rows of what `word` looks like in the table of affixes: its length is always one."""
        seen = features(word) + paradigm(fold(word), self.words)
        return [row for row in map(self.features.get, seen) if row is not None]

    def tag(self, texts: list[str]) -> Tags:
        """Answers for the tokens of a text."""
        pieces = [self._tag(texts[i : i + _PIECE]) for i in range(0, len(texts), _PIECE)]
        return Tags(
            self.labels, np.concatenate(pieces) if pieces else np.zeros((0, len(self.weights["b3"])), np.float32)
        )

    def _tag(self, texts: list[str]) -> Floats:
        w = self.weights
        hidden = _layer(self._vectors(texts), w["w1"], w["b1"])
        hidden += _layer(hidden, w["w2"], w["b2"])
        return hidden @ w["w3"] + w["b3"]

    def _vectors(self, texts: list[str]) -> Floats:
        """The vector of each token; a word's is made once, for the words of news come again and again."""
        if len(self._at) > _KEPT:
            self._at.clear()
        if new := list({text: None for text in texts if text not in self._at}):
            first = len(self._at)
            self._encoded[first : first + len(new)] = self.encode([shown(text) for text in new])
            self._at.update(zip(new, range(first, first + len(new)), strict=True))
        rows = np.array([self._at[text] for text in texts], np.intp)
        return self._encoded[rows]


def _layer(x: Floats, weights: Floats, bias: Floats) -> Floats:
    """What a layer makes of each row and the rows of the words beside it."""
    out: Floats = _beside(x) @ weights
    out += bias
    return np.maximum(out, 0, out=out)


def _beside(x: Floats) -> Floats:
    """Each row with the rows of the words beside it, zeros beyond the ends."""
    padded = np.zeros((len(x) + 2 * REACH, x.shape[1]), np.float32)
    padded[REACH : REACH + len(x)] = x
    return np.concatenate([padded[k : k + len(x)] for k in range(2 * REACH + 1)], axis=1)


@cache
def tagger() -> Tagger:
    """The tagger of the package."""
    return Tagger(Path(str(files("arner.syntax").joinpath("data", "parts_of_speech.npz"))))
