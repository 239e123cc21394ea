"""What names of people and titles of offices are compared by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from arner.arabic.orthography import fold, fold_all
from arner.arabic.particles import bare
from arner.lexicon import cached, load, word_class

_LITTLE = word_class("left_out_of_title")  # words that some articles leave out


@lru_cache(maxsize=20_000)
def name_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words of a name as they are compared: no article, `عبد العزيز` as one word.

    >>> name_key(("عبد", "الفتاح", "السيسي"))
    ('عبدالفتاح', 'سيسي')
    """
    out: list[str] = []
    for word in words:
        if out and out[-1] in ("عبد", "ابو"):
            out[-1] += word
        else:
            out.append(word if word.startswith("عبدال") else bare(word))
    return tuple(out)


def name_keys(names: Sequence[str]) -> list[tuple[str, ...]]:
    """The key of each name of a table, given as it is shown."""
    return [name_key.__wrapped__(tuple(name.replace("-", " ").split())) for name in fold_all(names)]


def folded_words(name: str) -> tuple[str, ...]:
    """The folded words of a name as it is shown."""
    return tuple(fold(name).replace("-", " ").split())


@lru_cache(maxsize=50_000)
def title_key(title: str) -> str:
    """A title without articles, case of gender and words that some leave out; titles of one office are the same.

    >>> title_key("وزيرة الخارجية") == title_key("وزير الشؤون الخارجية")
    True
    >>> title_key("رئيس الحكومة") == title_key("الوزير الأول")
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
