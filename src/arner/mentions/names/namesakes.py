"""Sites, towns and bodies that bear somebody's name: `نفق أحمد حمدي`, `مدينة الملك عبدالله`, `جامعة الملك سعود`."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import bare, letters, readings
from arner.layers import CountryMention
from arner.lexicon import cached, load
from arner.mentions.name import Name, name_words, speaks
from arner.mentions.offices.heads import honorifics

_MARKS = frozenset("\"«»“”'#")


def called_after_people(doc: Doc, names: list[Name]) -> list[Name]:
    """`نفق أحمد حمدي`: a site that bears a person's name is a place, if the article does not tell of that person too.

    `جامعة الملك سعود`, `مدينة الملك عبدالله`: with a royal title a body or a town that bears it is that.
    After a noun for a town or a region (`بلدة سامراء`) the name is a place wherever it stands.
    """
    sites = [_head(doc, n, _nouns("sites")) for n in names]
    bodies = [_head(doc, n, _nouns("bodies")) if _royal(doc, n) else None for n in names]
    towns = _towns(doc, names)
    people = {n.words(doc)[-1:] for n, at in zip(names, sites, strict=True) if n.type == "person" and at is None}
    found: list[Name] = []
    for name, at, body in zip(names, sites, bodies, strict=True):
        if body is not None:  # جامعة الملك سعود
            name = _bearing(doc, body, name, "bodies")
        elif _royal(doc, name) and (city := _head(doc, name, _nouns("towns"))) is not None:
            name = _bearing(doc, city, name, "towns")  # مدينة الملك عبدالله
        elif at is not None and name.words(doc)[-1:] not in people:
            name = _bearing(doc, at, name, "sites")
        elif name.type == "person" and name.words(doc) in towns and not speaks(doc, name):
            name = replace(name, type="place")
        found.append(name)
    return found


def _towns(doc: Doc, names: list[Name]) -> set[tuple[str, ...]]:
    """The words of the names that a noun for a town or a region governs: `بلدة [سامراء]`, not `مدينة الملك خالد`."""
    named = (n for n in names if n.start and doc[n.start - 1].norm_ not in honorifics())
    return {n.words(doc) for n in named if _head(doc, n, _nouns("towns")) is not None}


def called_as_countries(doc: Doc, names: list[Name], countries: list[CountryMention]) -> list[Name]:
    """`وأوضح [مالي]`: who says so is the person of the article with that surname, not the country (a feminine)."""
    surnames = {parts[-1] for n in names if n.type == "person" and len(parts := n.words(doc)) > 1}
    tokens = {t.idx: t for t in doc}
    found = [tokens[c.start] for c in countries if c.how == "name" and c.start in tokens]
    alone = (Name(t.i, t.i + 1, "person", t.idx) for t in found if t.norm_ in surnames)
    taken = {i for n in names if n.type != "place" for i in range(n.start, n.end)}
    return [n for n in alone if n.start not in taken and speaks(doc, n)]


def _head(doc: Doc, name: Name, nouns: Set[str]) -> int | None:
    """The token of `nouns` that governs a person's name, an honorific, a quotation mark or a # standing between."""
    if name.type != "person" or name.core != doc[name.start].idx:
        return None
    at = name.start - 1
    while at > 0 and (doc[at].norm_ in _MARKS or doc[at].norm_ in honorifics()):
        at -= 1
    if at < 0 or doc[name.start].is_sent_start or not any(word in nouns for word, _ in readings(doc[at].norm_)):
        return None
    return None if _of_way_or_term(doc, at, name) else at


def _of_way_or_term(doc: Doc, at: int, name: Name) -> bool:
    """`عن طريق كين` (through Kane), `خلال ولاية المالكي` (in Maliki's term): no places."""
    if doc[at].norm_ == "طريق":
        return at > 0 and doc[at - 1].norm_ == "عن"
    return doc[at].norm_.endswith("ولايه") and all(bare(word) in name_words() for word in name.words(doc))


def _bearing(doc: Doc, at: int, name: Name, which: str) -> Name:
    """What bears the person's name: from its noun, one of the kind `which`, in token `at`."""
    dropped = next(dropped for word, dropped in readings(doc[at].norm_) if word in _nouns(which))
    core = doc[at].idx + letters(doc[at].text, dropped)
    return Name(at, name.end, "organization" if which == "bodies" else "place", core)


def _royal(doc: Doc, name: Name) -> bool:
    """Whether a king's or a sheikh's title stands right before a name."""
    return name.start > 0 and doc[name.start - 1].norm_ in _nouns("royal")


@cached
def _tables() -> dict[str, frozenset[str]]:
    return {key: frozenset(fold(w) for w in load("names")[key]) for key in ("sites", "towns", "bodies", "royal")}


def _nouns(which: str) -> frozenset[str]:
    """Folded nouns of `names.toml`: what is called after people, by kind."""
    return _tables()[which]
