"""One name in the text, and the words that names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from arner.arabic.orthography import clean, fold
from arner.arabic.particles import bare
from arner.layers import NameType
from arner.lexicon import cached, lines, load, own, word_class, words
from arner.tokens import Tokens

SAYING = word_class("saying")
_ADJECTIVE = ("يه", "ليا", "امه")  # اللجنة الأولمبية، العليا، العامة: an adjective, where لجنة الأمن has a genitive
_SIGNS = re.compile(r'[_#«»“”"()]')


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: token indices (end exclusive), and the character where its core begins."""

    start: int
    end: int
    type: NameType
    core: int

    def text(self, tokens: Tokens) -> str:
        """The name as it is shown: clean, a hashtag's `_` as a space."""
        text = shown(tokens.text[self.core : tokens.ends[self.end - 1]])
        if text[:1] != "ل" or self.core == tokens.starts[self.start] or tokens.text[self.core - 1] != "ل":
            return text
        first, _, rest = fold(text).partition(" ")
        if first in organization_heads():  # `للجنة`: three ل are written as two, the article's stands in none
            return text if rest.startswith("ال") and not rest.split()[0].endswith(_ADJECTIVE) else "ال" + text
        return "ا" + text  # `للسيسي`: the core is `لسيسي`, whose ل is the article's

    def words(self, tokens: Tokens) -> tuple[str, ...]:
        """Its folded words."""
        at = self.core, self.end
        found = tokens.words_of_names.get(at)
        if found is None:
            found = tokens.words_of_names[at] = tuple(fold(self.text(tokens)).split())
        return found


@lru_cache(maxsize=20_000)
def shown(text: str) -> str:
    """`text` as a name is shown: without marks and quotation marks, one space between words.

    >>> shown("دونالد_ترمب")
    'دونالد ترمب'
    """
    return " ".join(_SIGNS.sub(" ", clean(text)).split())


@cached
def name_words() -> frozenset[str]:
    """Folded words that people's names are made of, without their article."""
    listed = {bare(fold(w)) for w in load("names")["words"]}
    return words("name_words") | {bare(w) for w in words("surnames")} | {o.name[-1] for o in officials()} | listed


LEADER = 8  # offices that news give somebody before a surname alone is enough


class Official(NamedTuple):
    """Somebody whom news name often with an office: the words of the name without article, the state, how often."""

    name: tuple[str, ...]
    country: str
    times: int


@cache
def officials() -> tuple[Official, ...]:
    """Those of officials.tsv."""
    rows = (line.split("\t") for line in lines("officials.tsv"))
    return tuple(Official(tuple(name.split()), code, int(times)) for name, code, times in rows)


@cache
def arab_names() -> frozenset[str]:
    """Folded words, without article, that Arabs bear as names."""
    return frozenset(word for word, _, *arab in (line.split("\t") for line in lines("name_counts.tsv")) if arab)


@cached
def organization_heads() -> frozenset[str]:
    """Folded nouns that begin the name of a body: حزب, شركة."""
    return frozenset(fold(w) for w in load("organization_heads")["words"])


@cached
def of_bodies(key: str) -> frozenset[str]:
    """Folded words of a list in organization_heads.toml."""
    return frozenset(fold(w) for w in load("organization_heads")[key])


Phrases = dict[str, list[tuple[str, ...]]]  # first word → phrases of folded words, longest first


def by_first_word(names: Iterable[str]) -> Phrases:
    """Names as folded words, to be found in a text from their first."""
    found: Phrases = {}
    for key in dict.fromkeys(tuple(fold(name).replace(".", " . ").split()) for name in names):
        if key:
            found.setdefault(key[0], []).append(key)
    return {first: sorted(keys, key=len, reverse=True) for first, keys in found.items()}


@cached
def known_bodies() -> Phrases:
    """The folded names of the lexicon's organisations."""
    return by_first_word(name for entry in load("organizations")["organization"] for name in entry["names"])


@cached
def own_people() -> Phrases:
    """The names of a user's own people."""
    return by_first_word(name for person in own().person for name in (person.name, *person.aliases))


@cached
def own_places() -> Phrases:
    """The names of a user's own places."""
    return by_first_word(name for place in own().place for name in place.names)


def speaks(tokens: Tokens, name: Name) -> bool:
    """`يقول كريم`: somebody who speaks or is called so is somebody."""
    return name.start > 0 and tokens.norms[name.start - 1].lstrip("وف") in SAYING
