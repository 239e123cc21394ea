"""The people of the known tables by their names."""

from __future__ import annotations

from arner.entities.keys import name_keys
from arner.lexicon import cached
from arner.lexicon.known import known_people
from arner.lexicon.rows import KnownPerson

Key = tuple[str, ...]


def keys_of(row: KnownPerson) -> list[Key]:
    """The keys of the names of a row."""
    return _keys()[row.forms]


@cached
def _keys() -> dict[tuple[str, ...], list[Key]]:
    """The names of each row → their keys."""
    rows = known_people()
    keys = iter(name_keys([form for row in rows for form in row.forms]))
    return {row.forms: [next(keys) for _ in row.forms] for row in rows}


@cached
def by_key() -> dict[Key, list[tuple[str, KnownPerson]]]:
    """The key of a name → the names that have it, each with its row."""
    found: dict[Key, list[tuple[str, KnownPerson]]] = {}
    for row in known_people():
        for form, key in zip(row.forms, keys_of(row), strict=True):
            found.setdefault(key, []).append((form, row))
    return found


@cached
def by_last_word() -> dict[str, list[tuple[Key, KnownPerson]]]:
    """The last word of a name's key → the keys that end in it, each with its row, once a row."""
    found: dict[str, list[tuple[Key, KnownPerson]]] = {}
    for row in known_people():
        for key in set(keys_of(row)):
            found.setdefault(key[-1], []).append((key, row))
    return found
