"""Whether an encounter was held, goes on, is planned, only proposed, or called off.

Read from the words that govern the trigger: `لن يلتقي` (will not meet), `من المقرر أن يزور` (is due to visit),
`دعا إلى عقد قمة` (called for a summit), `الاجتماع المقبل` (the coming meeting).
"""

from __future__ import annotations

from collections.abc import Sequence

from arner.arabic.orthography import fold
from arner.lexicon import load

REACH = 9  # words to the left in which a governing word is looked for


def _table() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    status = load("meetings")["status"]
    return {
        s: (
            frozenset(fold(w) for w in entry["before"]),
            frozenset(fold(w) for w in entry["after"]),
        )
        for s, entry in status.items()
    }


def governing(words: Sequence[str], i: int, start: int) -> str | None:
    """The status that the words before `i`, not before `start`, give; the nearest decides.

    >>> governing("من المتوقع ان يلتقي".split(), 3, 0)
    'planned'
    """
    table = _table()
    for j in range(i - 1, max(start, i - REACH) - 1, -1):
        for status, (before, _) in table.items():
            if words[j] in before:
                return status
    return None


def qualified(words: Sequence[str], i: int, end: int) -> str | None:
    """The status that an adjective within `words[i:end]` gives: `القمة المقبلة` (the coming summit)."""
    table = _table()
    for j in range(i, end):
        for status, (_, after) in table.items():
            if words[j] in after:
                return status
    return None
