"""Offices as they are compared over articles: `رئيس الوزراء`, `رئيس الحكومة` and `الوزير الأول` are one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.lexicon import cached, load, word_class
from arner.records import Role

_LITTLE = word_class("left_out_of_title")  # words that some articles leave out


class Office(NamedTuple):
    """An office by its key, with its country (ISO) or its organisation's key."""

    title: str
    country: str
    organization: str = ""

    def __str__(self) -> str:
        return f"{self.title} ({self.country or self.organization})" if self[1:] != ("", "") else self.title


def office(role: Role) -> Office | None:
    """The office of a role; None where it is no state's and no organisation's, so says little."""
    if role.country is None and role.organization is None:
        return None
    return Office(title_key(role.title), role.country or "", "" if role.country else title_key(role.organization or ""))


@lru_cache(maxsize=50_000)
def title_key(title: str) -> str:
    """A title without articles, case of gender and words that some leave out.

    >>> title_key("وزيرة الخارجية") == title_key("وزير الشؤون الخارجية")
    True
    """
    words = [bare(word) for word in fold(title).split()]
    if words:
        words[0] = words[0].removesuffix("ه")
    key = " ".join(w for w in words if w not in _LITTLE) or " ".join(words)
    return _same().get(key, key)


@cached
def _same() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in load("linking")["office"]:
        first, *others = (" ".join(bare(w) for w in fold(title).split()) for title in entry["same"])
        found |= dict.fromkeys(others, first)
    return found
