"""What the corpora of the word vectors tell about names: `python -m training.news_names CORPORA DIRECTORY`.

Two lists of folded words that Wikidata's names lack. `surnames.txt`: words that stand behind a given name time and
again (`ماكرون` behind `إيمانويل`). `own_letters.txt`: words whose first letter looks like a particle and is theirs, for
the texts have the word often and what is left of it never: `ويمبلي` (Wembley) is no «and» with a `يمبلي`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

import numpy as np
from arner.mentions.plausible import is_inflected

from arner.arabic.orthography import fold
from arner.arabic.particles import CONJUNCTIONS, PREPOSITIONS, bare
from arner.lexicon import words
from arner.mentions.countries import is_place
from training import corpus

OFTEN = 15  # so often the word stands in the corpora
REST = 0.1  # and what is left without its first letter, at most this share as often
BEHIND, SURELY = 0.35, 0.5  # the share of a surname's places behind a given name; where its form is a verb's too

_PARTICLES = CONJUNCTIONS + PREPOSITIONS
_ARTICLES = ("لل", *(letter + "ال" for letter in _PARTICLES))


def given_names() -> frozenset[str]:
    """Words of names that are hardly anything else."""
    return words("name_words") - words("ambiguous_names") - words("passing_names") - words("ordinary_words")


def behind(texts: corpus.Corpus, given: Collection[str]) -> tuple[Counter[str], Counter[str]]:
    """Of each folded word: how often it stands in the corpora, how often right behind one of `given`."""
    numbers: dict[str, int] = {}
    number = np.array([numbers.setdefault(fold(w), len(numbers)) for w in texts.words] + [-1], dtype=np.int32)
    ids = number[texts.ids]  # BREAK, -1, is the last of `number`
    is_given = np.zeros(len(numbers) + 1, dtype=bool)
    is_given[[numbers[w] for w in given if w in numbers]] = True
    after = ids[1:][is_given[ids[:-1]] & (ids[:-1] >= 0) & (ids[1:] >= 0)]
    every = np.bincount(ids[ids >= 0], minlength=len(numbers))
    return tuple(
        Counter(dict(zip(numbers, counts.tolist(), strict=True)))
        for counts in (every, np.bincount(after, minlength=len(numbers)))
    )  # type: ignore[return-value]


def _is_own(word: str, counts: Counter[str]) -> bool:
    """Whether the first letter is the word's, though it looks like a particle."""
    rest = word[1:]
    known = any(w in words(name) for w in (rest, bare(rest)) for name in ("name_words", "ordinary_words"))
    looks = word[0] in _PARTICLES and len(word) > 4 and not word.startswith(_ARTICLES)
    return looks and counts[rest] < counts[word] * REST and not known


def _frequent(counts: Counter[str]) -> Iterator[str]:
    """Words that are frequent and none of Wikidata's names."""
    known = words("name_words")
    for word, count in counts.items():
        if count >= OFTEN and len(word) > 2 and word.isalpha() and word not in known and bare(word) not in known:
            yield word


def own_letters(counts: Counter[str]) -> list[str]:
    return sorted(w for w in _frequent(counts) if _is_own(w, counts) and not is_inflected(w))


def surnames(counts: Counter[str], after_given: Counter[str]) -> list[str]:
    found = []
    for word in _frequent(counts):
        share = after_given[word] / counts[word]
        if share < BEHIND or word.startswith(_ARTICLES) or word in words("ordinary_words") or is_place(word):
            continue
        unlike = (
            word.startswith("ال") or _is_own(word, counts) or (word[0] not in _PARTICLES and not is_inflected(word))
        )
        # Also a word that looks like a verb or a particle's; but not «and» with a name: وديفيد
        rest = word[1:]
        name = bare(rest) in words("name_words") or after_given[rest] >= counts[rest] * REST
        if unlike or (share >= SURELY and not (word[0] in _PARTICLES and name)):
            found.append(word)
    return sorted(found)


def write(counts: Counter[str], after_given: Counter[str], folder: Path) -> None:
    lists = {
        "surnames": ("Words that stand behind given names in the news, folded.", surnames(counts, after_given)),
        "own_letters": (
            "Words whose first letter looks like a particle and is theirs, folded.",
            own_letters(counts),
        ),
    }
    for name, (head, found) in lists.items():
        made = "# Made by training/news_names.py from the corpora of the word vectors."
        (folder / f"{name}.txt").write_text("\n".join([f"# {head}", made, *found, ""]), encoding="utf-8")


if __name__ == "__main__":
    write(*behind(corpus.read(Path(sys.argv[1])), given_names()), Path(sys.argv[2]))
