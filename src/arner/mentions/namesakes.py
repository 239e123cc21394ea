"""Sites, towns and bodies that bear somebody's name: `نفق أحمد حمدي`, `مدينة الملك عبدالله`, `جامعة الملك سعود`."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import letters, readings
from arner.lexicon import cached, load
from arner.mentions.name import Name, organization_heads, speaks
from arner.mentions.offices import honorifics

_MARKS = frozenset("\"«»“”'#")


def called_after_people(doc: Doc, names: list[Name]) -> list[Name]:
    """`نفق أحمد حمدي`: a site that bears a person's name is a place, if the article does not tell of that person too.

    `جامعة الملك سعود`, `مدينة الملك عبدالله`: with an honorific a body or a town that bears it is that.
    After a noun for a town or a region (`بلدة سامراء`) the name is a place wherever it stands.
    """
    sites = [_head(doc, n, _sites()) for n in names]
    bodies = [_head(doc, n, organization_heads()) for n in names]
    named = [n for n in names if n.start and doc[n.start - 1].norm_ not in honorifics()]  # not مدينة الملك خالد
    towns = {n.words(doc) for n in named if _head(doc, n, _towns()) is not None}
    people = {n.words(doc)[-1:] for n, at in zip(names, sites, strict=True) if n.type == "person" and at is None}
    found: list[Name] = []
    for name, at, body in zip(names, sites, bodies, strict=True):
        if body is not None and body < name.start - 1 and doc[name.start - 1].norm_ in honorifics():
            # جامعة الملك سعود: after a head and an honorific
            dropped = _dropped(doc, body, organization_heads())
            name = Name(body, name.end, "organization", doc[body].idx + letters(doc[body].text, dropped))
        elif (city := _head(doc, name, _towns())) is not None and doc[name.start - 1].norm_ in honorifics():
            dropped = _dropped(doc, city, _towns())  # مدينة الملك عبدالله
            name = Name(city, name.end, "place", doc[city].idx + letters(doc[city].text, dropped))
        elif at is not None and name.words(doc)[-1:] not in people:
            name = Name(at, name.end, "place", doc[at].idx + letters(doc[at].text, _dropped(doc, at, _sites())))
        elif name.type == "person" and name.words(doc) in towns and not speaks(doc, name):
            name = replace(name, type="place")
        found.append(name)
    return found


def _head(doc: Doc, name: Name, nouns: Set[str]) -> int | None:
    """The token of `nouns` that governs a person's name, an honorific, a quotation mark or a # standing between."""
    if name.type != "person" or name.core != doc[name.start].idx:
        return None
    at = name.start - 1
    while at > 0 and (doc[at].norm_ in _MARKS or doc[at].norm_ in honorifics()):
        at -= 1
    if at < 0 or doc[name.start].is_sent_start or not any(word in nouns for word, _ in readings(doc[at].norm_)):
        return None
    return at


def _dropped(doc: Doc, at: int, nouns: Set[str]) -> int:
    return next(dropped for word, dropped in readings(doc[at].norm_) if word in nouns)


@cached
def _sites() -> frozenset[str]:
    """Folded nouns for what is called after people: نفق, شارع."""
    return frozenset(fold(w) for w in load("names")["sites"])


@cached
def _towns() -> frozenset[str]:
    """Folded nouns before the name of a town or a region."""
    return frozenset(fold(w) for w in load("names")["towns"])
