"""The country of officials whom news name often."""

from __future__ import annotations

from arner.arabic.spelling import spelling
from arner.entities.keys import folded_words, name_key
from arner.lexicon import cached
from arner.mentions.name import LEADER, officials


@cached
def _officials() -> tuple[dict[tuple[str, ...], str], dict[str, str | None]]:
    """The country of officials whom news name often: by the spelling of the full name, and by a leader's surname."""
    full: dict[tuple[str, ...], str] = {}
    surnames: dict[str, str | None] = {}
    for person in officials():
        full[tuple(map(spelling, person.name))] = person.country
        if person.times >= LEADER:
            surname = person.name[-1]
            surnames[surname] = person.country if surnames.get(surname, person.country) == person.country else None
    return full, surnames


def official_of(name: str) -> str | None:
    """The country whose offices news give a person, None where they don't or where a surname alone is not enough.

    >>> official_of("فلاديمير بوتين"), official_of("بوتين"), official_of("محمد")
    ('RU', 'RU', None)
    """
    full, surnames = _officials()
    key = name_key(folded_words(name))
    if len(key) < 2:
        return surnames.get(key[0]) if key else None
    spelt = tuple(map(spelling, key))
    parts = (spelt[:size] for size in range(len(spelt), 1, -1))  # محمد بن سلمان [بن عبدالعزيز]
    return next((full[part] for part in parts if part in full), full.get((spelt[0], spelt[-1])))
