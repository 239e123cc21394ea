"""Bodies of one article, each once: same name, the lexicon's short forms, a longer form, an acronym in brackets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.layers import NameMention
from arner.lexicon import cached, load

_CLOSING = {"(": ")", '"': '"', "«": "»", "“": "”"}


@cached
def _entries() -> dict[tuple[str, ...], dict[str, Any]]:
    return {_key(name): entry for entry in load("organizations")["organization"] for name in entry["names"]}


def _key(name: str) -> tuple[str, ...]:
    return tuple(bare(w) for w in fold(name).replace('"', " ").replace(".", " ").split())


def is_agency(name: str) -> bool:
    """Whether a body passes on the words of others: in the lexicon, or called an agency, newspaper or channel.

    >>> is_agency("صحيفة الغد")
    True
    """
    heads = {"وكاله", "صحيفه", "جريده", "قناه", "شبكه", "مجله", "اذاعه", "تلفزيون"}
    key = _key(name)
    return bool(_entries().get(key, {}).get("agency")) or (bool(key) and key[0] in heads)


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


def group(doc: Doc, names: list[NameMention]) -> list[Body]:
    """The organisations that `names` are names of."""
    bodies: list[Body] = []
    by_key: dict[object, Body] = {}
    ends = {n.end_token: i for i, n in enumerate(names)}
    for i, name in enumerate(names):
        key = _key(name.name)
        entry = _entries().get(key)
        found = by_key.get(id(entry)) if entry else by_key.get(key)
        if found is None:
            found = _longer(key, bodies) or _in_brackets(doc, name, names, ends, by_key)
        if found is None:
            country = entry.get("country") if entry else None
            found = Body(f"o{len(bodies) + 1}", country)
            bodies.append(found)
        by_key[key] = found
        if entry:
            by_key[id(entry)] = found
        found.names.append(name.name)
        found.at.append(i)
    return bodies


def _longer(key: tuple[str, ...], bodies: list[Body]) -> Body | None:
    """A body of at least two words that begins as `key` does, or that `key` goes on from."""
    for body in bodies:
        other = max((_key(n) for n in body.names), key=len)
        short, long = sorted((key, other), key=len)
        if len(short) > 1 and long[: len(short)] == short and len(long) - len(short) <= 2:
            return body
    return None


def _in_brackets(
    doc: Doc, name: NameMention, names: list[NameMention], ends: dict[int, int], by_key: dict[object, Body]
) -> Body | None:
    """`وكالة الأنباء الإيرانية (إرنا)`, `… "إرنا"`: in brackets or quoted after a name, another form of it."""
    first, last = name.first_token, name.end_token
    closing = _CLOSING.get(doc[first - 1].norm_) if first > 1 else None
    if closing is None or first - 1 not in ends or (last < len(doc) and doc[last].norm_ != closing):
        return None
    return by_key.get(_key(names[ends[first - 1]].name))
