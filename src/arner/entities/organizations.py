"""Bodies of one article, each once: same name, the lexicon's short forms, a longer form, an acronym in brackets."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.lexicon import cached, load

Fields = dict[str, Any]

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


def group(doc: Doc, names: list[Fields]) -> list[Fields]:
    """Organisations with their fields and `_at`, the indices of their names in `names`."""
    bodies: list[Fields] = []
    by_key: dict[Any, Fields] = {}
    ends = {n["last"]: i for i, n in enumerate(names)}
    for i, name in enumerate(names):
        key = _key(name["name"])
        entry = _entries().get(key)
        found = by_key.get(id(entry)) if entry else by_key.get(key)
        if found is None:
            found = _longer(key, bodies) or _in_brackets(doc, name, names, ends, by_key)
        if found is None:
            country = entry.get("country") if entry else None
            found = {"id": f"o{len(bodies) + 1}", "names": [], "country": country, "_at": []}
            bodies.append(found)
        by_key[key] = found
        if entry:
            by_key[id(entry)] = found
        found["names"].append(name["name"])
        found["_at"].append(i)
    for body in bodies:
        forms = list(dict.fromkeys(body.pop("names")))
        body["name"] = max(forms, key=lambda f: (len(f.split()), len(f)))
        body["aliases"] = [f for f in forms if f != body["name"]]
    return bodies


def _longer(key: tuple[str, ...], bodies: list[Fields]) -> Fields | None:
    """A body of at least two words that begins as `key` does, or that `key` goes on from."""
    for body in bodies:
        other = max((_key(n) for n in body["names"]), key=len)
        short, long = sorted((key, other), key=len)
        if len(short) > 1 and long[: len(short)] == short and len(long) - len(short) <= 2:
            return body
    return None


def _in_brackets(
    doc: Doc, name: Fields, names: list[Fields], ends: dict[int, int], by_key: dict[Any, Fields]
) -> Fields | None:
    """`وكالة الأنباء الإيرانية (إرنا)`, `… "إرنا"`: in brackets or quoted after a name, another form of it."""
    first, last = int(name["first"]), int(name["last"])
    closing = _CLOSING.get(doc[first - 1].norm_) if first > 1 else None
    if closing is None or first - 1 not in ends or (last < len(doc) and doc[last].norm_ != closing):
        return None
    return by_key.get(_key(names[ends[first - 1]]["name"]))
