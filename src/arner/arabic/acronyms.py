"""Acronyms of other alphabets, which Arabic writes by the names of their letters: `بي.بي.سي`, `بي.دي.في.إس.إيه`."""

from __future__ import annotations

from collections.abc import Sequence

from arner.lexicon import word_class

_LETTERS = word_class("latin_letter")


def is_letter(word: str) -> bool:
    """Whether a folded word is the name of a letter: `بي`, B."""
    return word in _LETTERS


def joins(words: Sequence[str], i: int) -> bool:
    """Whether the sign at `i` stands between two names of letters: the dot of `بي.بي`. `words` are folded.

    Whether space stands beside it is for the caller to look at.

    >>> joins(["بي", ".", "بي"], 1), joins(["الوزير", ".", "قال"], 1)
    (True, False)
    """
    return 0 < i < len(words) - 1 and words[i] == "." and words[i - 1] in _LETTERS and words[i + 1] in _LETTERS
