"""Whether an encounter was held, goes on, is planned, only proposed, or called off.

Read from the words that govern the trigger: `لن يلتقي` (will not meet), `من المقرر أن يزور` (is due to visit),
`دعا إلى عقد قمة` (called for a summit), `الاجتماع المقبل` (the coming meeting).
"""

from __future__ import annotations

from collections.abc import Sequence

from arner.arabic.orthography import fold
from arner.lexicon import cached, load
from arner.relations.meetings.words import TEMPORAL, plain

REACH = 9  # words to the left in which a governing word is looked for

_POSSIBLE = frozenset(
    {"احتمال", "باحتمال", "احتماليه", "هدد", "هددت", "يهدد", "تهدد", "مهددا", "قد", "يلوح", "لوح", "عدم"}
)
NEGATION = 3  # لن تكون هناك قمة


@cached
def _table(where: str) -> dict[str, str]:
    """Folded word → status, of the words `before` or `after` a trigger."""
    found: dict[str, str] = {}
    for status, entry in load("meetings")["status"].items():
        for word in entry[where]:
            found.setdefault(fold(word), status)
    return found


def governing(words: Sequence[str], i: int, start: int) -> str | None:
    """The status that the words before `i`, not before `start`, give; the nearest decides.

    >>> governing("من المتوقع ان يلتقي".split(), 3, 0)
    'planned'
    """
    table = _table("before")
    for j in range(i - 1, max(start, i - REACH) - 1, -1):
        if words[j] in TEMPORAL or plain(words[j]) in TEMPORAL:
            return None  # دعا خلال لقائه: what governs is outside
        if plain(words[j]) == "لن" and i - j > NEGATION:
            continue  # لن تكون على الطاولة في قمة
        if status := table.get(words[j]) or table.get(plain(words[j])):
            if status == "cancelled" and words[i - 1] == "في":
                return None  # رفض في مؤتمر حزبي الاستقالة
            if status == "cancelled" and any(word in _POSSIBLE for word in words[max(start, j - 4) : j]):
                return "planned"  # هدد بإلغاء القمة
            return "cancelled" if words[j - 1 : j] == ["غير"] else status  # من غير المقرر أن
    return None


def qualified(words: Sequence[str], i: int, end: int) -> str | None:
    """The status that an adjective within `words[i:end]` gives: `القمة المقبلة` (the coming summit)."""
    table = _table("after")
    return next((table[word] for word in words[i:end] if word in table), None)
