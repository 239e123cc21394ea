"""Names of places that are no states, each place once."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from arner.arabic.orthography import clean, fold
from arner.entities.countries import States
from arner.layers import CountryMention, Mention, NameMention, Place
from arner.lexicon import word_class
from arner.mentions.countries import capitals, place_country
from arner.tokens import tokens_of


def places_of(
    doc: Doc, words: Sequence[CountryMention], names: Sequence[NameMention], states: States
) -> tuple[list[Place], list[Mention]]:
    """The places that `names` are names of, and their mentions; with them the capitals that act for no state.

    `words`: all words of the article that may name a state; a capital is found there whether the tagger saw it or not.
    """
    places: dict[str, Place] = {}
    mentions: list[Mention] = []
    found = [n for n in names if n.type == "place"] + _capitals(doc, words, names, states)
    known = capitals()
    for name in sorted(found, key=lambda n: n.start):
        key = fold(name.name)
        inner = states.within(name.start, name.end)
        country = known.get(key) or place_country(name.name) or (inner[-1].code if inner else _of_its_town(key))
        place = places.setdefault(key, Place(f"l{len(places) + 1}", name.name, country))
        mentions.append(Mention.of_name(name, place.id, place.country))
    return list(places.values()), mentions


def _of_its_town(key: str) -> str | None:
    """The state of the town that a part of it is called by: `مطار [عدن]`, `مطار [بكين] الدولي`."""
    head, _, rest = key.removesuffix(" الدولي").partition(" ")
    return place_country(rest) if rest and head in word_class("unit_of_place") else None


def _capitals(
    doc: Doc, words: Sequence[CountryMention], names: Sequence[NameMention], states: States
) -> list[NameMention]:
    """The capitals that are only places where they stand and in no name."""
    acting = {state.start for state in states.words}
    alone = [word for word in words if word.how == "capital" and word.start not in acting]
    taken = {i for n in names for i in range(n.first_token, n.end_token)} if alone else set()
    tokens = tokens_of(doc)
    found: list[NameMention] = []
    for word in alone:
        first = tokens.at(word.start)
        if first not in taken:
            name = clean(tokens.text[word.start : word.end])
            found.append(NameMention(word.start, word.end, first, first + 1, "place", name))
    return found
