"""Bodies of one article, each once: the same name, the lexicon's short forms, a longer form, another noun of its kind
(`شبكة CNN`, `CNN`), the words in another order, an acronym in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.entities.countries import States
from arner.entities.known import body_meant
from arner.layers import Mention, NameMention, Organization
from arner.lexicon import cached, load
from arner.mentions.countries import newspaper_country

Key = tuple[str, ...]  # folded words of a name without their articles

_CLOSING = {"(": ")", '"': '"', "«": "»", "“": "”"}


@cached
def _entries() -> dict[Key, dict[str, Any]]:
    return {_key(name): entry for entry in load("organizations")["organization"] for name in entry["names"]}


@cached
def _kinds() -> tuple[frozenset[str], frozenset[str]]:
    """Folded nouns that only say what a body is, and of these those that one body may be called by in turn."""
    heads = load("organization_heads")
    return frozenset(fold(w) for w in heads["kinds"]), frozenset(fold(w) for w in heads["interchangeable"])


def _key(name: str) -> Key:
    words = fold(name).replace('"', " ").replace(".", " ").replace("اميركي", "امريكي").split()
    return tuple(bare(w) for w in words)


def _words(key: Key) -> tuple[str, frozenset[str]] | None:
    """The words of a longer name in any order: `منظمة التجارة العالمية`, `المنظمة العالمية للتجارة`."""
    words = frozenset(w.removeprefix("لل") for w in key)
    return ("words", words) if len(words) > 2 else None


@dataclass(slots=True)
class Body:
    """One organisation: the forms of its name as they stand in the text, and the indices of its names."""

    id: str
    country: str | None
    names: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form."""
        return max(dict.fromkeys(self.names), key=lambda f: (len(f.split()), len(f)))

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every other form, in the order of the text."""
        return tuple(f for f in dict.fromkeys(self.names) if f != self.name)


def organizations_of(
    doc: Doc, names: Sequence[NameMention], states: States
) -> tuple[list[Organization], list[Mention]]:
    """The organisations of an article, and their mentions: each with the country known when it is named."""
    names = [n for n in names if n.type == "organization"]
    found: list[Organization] = []
    mentions: list[Mention] = []
    home = newspaper_country(doc._.article.source or "") or ""
    for body in group(doc, names):
        country = body.country
        for i in body.at:
            inner = states.within(names[i].start, names[i].end)
            if country is None and inner:
                country = inner[-1].code
            mentions.append(Mention.of_name(names[i], body.id, country))
        row = body_meant(body.names, country, {*states.counts, home})
        found.append(Organization(body.id, body.name, body.aliases, country, row.id if row else None))
    return found, mentions


def bodies_described(names: Sequence[NameMention], states: States) -> Iterator[Mention]:
    """The mentions of bodies that are only described: `المجلس`, `المجلة الأميركية`."""
    for name in names:
        if name.type == "described":
            inner = states.within(name.start, name.end)
            country = inner[-1].code if inner else None
            yield Mention(name.start, name.end, name.start, name.end, "described", "role", (), country)


def group(doc: Doc, names: list[NameMention]) -> list[Body]:
    """The organisations that `names` are names of."""
    bodies: list[Body] = []
    by_key: dict[object, Body] = {}
    by_start = _ByStart()
    ends = {n.end_token: i for i, n in enumerate(names)}
    for i, name in enumerate(names):
        key = _key(name.name)
        entry = _entries().get(key)
        given, taken = _keys(key, entry)
        found = next((by_key[k] for k in taken if k in by_key), None)
        if found is None:
            found = by_start.longer(key) or _in_brackets(doc, name, names, ends, by_key)
        if found is None:
            found = Body(f"o{len(bodies) + 1}", entry.get("country") if entry else None)
            bodies.append(found)
        for k in given:
            by_key.setdefault(k, found)
        by_start.add(key, found)
        found.names.append(name.name)
        found.at.append(i)
    return bodies


def _keys(key: Key, entry: dict[str, Any] | None) -> tuple[list[object], list[object]]:
    """What this name gives to later names of the same body, and what it takes from earlier ones; the lexicon first.

    `شبكة CNN` gives its name to a later `CNN`, and takes that of an earlier one, but no other kind's: `حركة النور` is
    not `صحيفة النور`.
    """
    same: list[object] = [id(entry)] if entry else []
    same.append(key)
    if words := _words(key):
        same.append(words)
    if len(key) < 2 or key[0] not in _kinds()[0]:
        return same, [*same, ("said with its kind", key)]
    if key[0] in _kinds()[1]:
        same.append(("interchangeable", key[1:]))
    return [*same, ("said with its kind", key[1:])], [*same, key[1:]]


class _ByStart:
    """The bodies by their longest names and what these begin with."""

    _MORE = 2  # words that a name may go on with

    def __init__(self) -> None:
        self._longest: dict[str, Key] = {}  # by the body's id
        self._named: dict[Key, list[Body]] = {}
        self._begun: dict[Key, list[Body]] = {}

    def add(self, key: Key, body: Body) -> None:
        """A name of `body`."""
        if len(key) <= len(self._longest.get(body.id, ())):
            return
        self._longest[body.id] = key
        self._named.setdefault(key, []).append(body)
        for size in range(max(len(key) - self._MORE, 2), len(key)):
            self._begun.setdefault(key[:size], []).append(body)

    def longer(self, key: Key) -> Body | None:
        """The first body of at least two words that begins as `key` does, or that `key` goes on from."""
        if len(key) < 2:
            return None
        shorter = (key[:size] for size in range(max(len(key) - self._MORE, 2), len(key) + 1))
        bodies = [body for part in shorter for body in self._named.get(part, ()) if self._longest[body.id] == part]
        bodies += next(([b] for b in self._begun.get(key, ()) if len(self._longest[b.id]) - len(key) <= self._MORE), [])
        return min(bodies, key=lambda body: int(body.id[1:]), default=None)


def _in_brackets(
    doc: Doc, name: NameMention, names: list[NameMention], ends: dict[int, int], by_key: dict[object, Body]
) -> Body | None:
    """`وكالة الأنباء الإيرانية (إرنا)`, `… "إرنا"`: in brackets or quoted after a name, another form of it."""
    first, last = name.first_token, name.end_token
    closing = _CLOSING.get(doc[first - 1].norm_) if first > 1 else None
    if closing is None or first - 1 not in ends or (last < len(doc) and doc[last].norm_ != closing):
        return None
    return by_key.get(_key(names[ends[first - 1]].name))
