"""The words of `meetings.toml` that are no cues: what stands around an encounter."""

from __future__ import annotations

from dataclasses import dataclass, fields

from arner.arabic.orthography import fold
from arner.lexicon import cached, load


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words by what they are for; `meetings.toml` says it of each of `words`."""

    clause: frozenset[str]
    pronominal: frozenset[str]
    stop: frozenset[str]
    preposition: frozenset[str]
    relative: frozenset[str]
    dropping: frozenset[str]
    company: frozenset[str]
    holding: frozenset[str]
    not_company: frozenset[str]
    control: frozenset[str]
    attending: frozenset[str]
    temporal: frozenset[str]
    masdar: frozenset[str]
    heading: frozenset[str]
    inviting: frozenset[str]
    source: frozenset[str]
    agreeing: frozenset[str]
    calling: frozenset[str]
    situation: frozenset[str]
    topic: frozenset[str]
    both: frozenset[str]
    permanent: frozenset[str]
    amount: frozenset[str]
    power: frozenset[str]
    abroad: frozenset[str]
    delegation: frozenset[str]
    ministry: frozenset[str]
    leading: frozenset[str]
    counterparts: frozenset[str]
    about: frozenset[str]
    counting: frozenset[str]
    several: frozenset[str]
    conflict: frozenset[str]
    phone: frozenset[str]
    continent: frozenset[str]
    voiding: frozenset[str]
    had: frozenset[str]
    seat: frozenset[str]
    sitting: frozenset[str]
    people: frozenset[str]
    """Heads of noun phrases that describe people."""
    collective: frozenset[str]
    """Heads of noun phrases that are bodies, or several people, where they stand after «with»."""
    body: frozenset[str]
    """Heads of the names of bodies that sit: a cabinet, a parliament, a committee."""
    venue: frozenset[str]
    before_place: frozenset[str]


@cached
def vocabulary() -> Vocabulary:
    """The words of the lexicon in use, made once."""
    table = load("meetings")
    lists = {name: words.split() for name, words in table["words"].items()}
    lists |= {
        "people": table["described"]["heads"],
        "collective": table["described"]["collective"],
        "venue": table["place"]["venues"],
        "before_place": table["place"]["before"],
    }
    return Vocabulary(
        **{field.name: frozenset(fold(w) or w for w in lists[field.name]) for field in fields(Vocabulary)}
    )


def plain(word: str) -> str:
    """`word` without و or ف before it, where a word remains: `وفي` → `في`."""
    return word[1:] if len(word) > 2 and word[0] in "وف" else word
