"""Proclitics: و ف (and), ب ل ك (with, for, as), written onto the next word.

Whether a first letter is one can't be seen in the word alone: `وليد` is a name, `وبوتين` is «and Putin». What decides
is evidence, given as a function: `known(word)` says how strongly a folded word is known to stand by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from arner.arabic.orthography import MARKS, fold

CONJUNCTIONS = "وف"
PREPOSITIONS = "بلك"


def bare(word: str) -> str:
    """A folded word without its article: `الاسد` → `اسد`; short words (`الي`) stay whole."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@lru_cache(maxsize=30_000)
def readings(word: str) -> tuple[tuple[str, int], ...]:
    """A folded word with fewer and fewer proclitics: `(word that remains, letters dropped)`.

    >>> readings("وللصين")
    (('وللصين', 0), ('للصين', 1), ('الصين', 2))

    The second letter of `لل` stands for the article: `للصين` keeps `لصين` of its letters, its word is `الصين`.
    """
    found = [(word, 0)]
    rest, dropped = word, 0
    if len(rest) > 3 and rest[0] in CONJUNCTIONS:
        rest, dropped = rest[1:], 1
        found.append((rest, dropped))
    if len(rest) > 4 and rest.startswith("لل"):
        found.append(("ال" + rest[2:], dropped + 1))
    elif len(rest) > 3 and rest[0] in PREPOSITIONS:
        found.append((rest[1:], dropped + 1))
    return tuple(found)


def without_particles(word: str, known: Callable[[str], bool]) -> tuple[str, int]:
    """The word of a name and how many letters of proclitics stand before it.

    `word` is folded. The whole word is taken when it is known, else the first reading that is; `للـ` and a
    particle before the article (`بالاسد`) are proclitics by their form. With no evidence, the word is left whole,
    but for و, which is «and» far more often than a name's first letter.

    >>> without_particles("لبوتين", {"بوتين"}.__contains__)
    ('بوتين', 1)
    >>> without_particles("وليد", {"وليد"}.__contains__)
    ('وليد', 0)
    """
    options = readings(word)
    for rest, dropped in options:
        if known(rest) or known(bare(rest)):
            return rest, dropped
    for rest, dropped in options[1:]:
        if rest.startswith("ال") and len(rest) > 4:
            return rest, dropped
    if word[:1] == "و" and len(word) > 4:
        return word[1:], 1
    return word, 0


def letters(text: str, count: int) -> int:
    """How many characters of `text` its first `count` letters take, with the marks that stand on them."""
    seen = 0
    for at, char in enumerate(text):
        if MARKS.match(char):
            continue
        if seen == count:
            return at if count else 0
        seen += 1
    return 0  # fewer characters than letters: a ligature; then nothing is cut


def starts_with_and(text: str) -> bool:
    """Whether a word may begin with the conjunction و."""
    return len(text) > 1 and fold(text)[:1] == "و"
