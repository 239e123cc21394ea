"""Sites, towns and bodies that bear somebody's name: `نفق أحمد حمدي`, `مدينة الملك عبدالله`, `جامعة الملك سعود`."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from arner.arabic.orthography import fold
from arner.arabic.particles import bare, readings
from arner.layers import CountryMention
from arner.lexicon import cached, load
from arner.mentions.name import Name, name_words, speaks
from arner.mentions.offices.heads import honorifics
from arner.tokens import Tokens

_MARKS = frozenset("\"«»“”'#")


def called_after_people(tokens: Tokens, names: list[Name]) -> list[Name]:
    """`نفق أحمد حمدي`: a site that bears a person's name is a place, if the article does not tell of that person too.

    `جامعة الملك سعود`, `مدينة الملك عبدالله`: with a royal title a body or a town that bears it is that.
    After a noun for a town or a region (`بلدة سامراء`) the name is a place wherever it stands.
    """
    sites = [_head(tokens, n, _nouns("sites")) for n in names]
    bodies = [_head(tokens, n, _nouns("bodies")) if _royal(tokens, n) else None for n in names]
    towns = _towns(tokens, names)
    people = {n.words(tokens)[-1:] for n, at in zip(names, sites, strict=True) if n.type == "person" and at is None}
    found: list[Name] = []
    for name, at, body in zip(names, sites, bodies, strict=True):
        if body is not None:  # جامعة الملك سعود
            name = _bearing(tokens, body, name, "bodies")
        elif _royal(tokens, name) and (city := _head(tokens, name, _nouns("towns"))) is not None:
            name = _bearing(tokens, city, name, "towns")  # مدينة الملك عبدالله
        elif at is not None and name.words(tokens)[-1:] not in people:
            name = _bearing(tokens, at, name, "sites")
        elif name.type == "person" and name.words(tokens) in towns and not speaks(tokens, name):
            name = replace(name, type="place")
        found.append(name)
    return found


def _towns(tokens: Tokens, names: list[Name]) -> set[tuple[str, ...]]:
    """The words of the names that a noun for a town or a region governs: `بلدة [سامراء]`, not `مدينة الملك خالد`."""
    named = (n for n in names if n.start and tokens.norms[n.start - 1] not in honorifics())
    return {n.words(tokens) for n in named if _head(tokens, n, _nouns("towns")) is not None}


def called_as_countries(tokens: Tokens, names: list[Name], countries: list[CountryMention]) -> list[Name]:
    """`وأوضح [مالي]`: who says so is the person of the article with that surname, not the country (a feminine)."""
    surnames = {parts[-1] for n in names if n.type == "person" and len(parts := n.words(tokens)) > 1}
    at = {start: i for i, start in enumerate(tokens.starts)} if surnames else {}
    found = [at[c.start] for c in countries if c.how == "name" and c.start in at]
    alone = (Name(i, i + 1, "person", tokens.starts[i]) for i in found if tokens.norms[i] in surnames)
    taken = {i for n in names if n.type != "place" for i in range(n.start, n.end)}
    return [n for n in alone if n.start not in taken and speaks(tokens, n)]


def _head(tokens: Tokens, name: Name, nouns: Set[str]) -> int | None:
    """The token of `nouns` that governs a person's name, an honorific, a quotation mark or a # standing between."""
    if name.type != "person" or name.core != tokens.starts[name.start]:
        return None
    at = name.start - 1
    while at > 0 and (tokens.norms[at] in _MARKS or tokens.norms[at] in honorifics()):
        at -= 1
    if at < 0 or tokens.begins[name.start] or not any(word in nouns for word, _ in readings(tokens.norms[at])):
        return None
    return None if _of_way_or_term(tokens, at, name) else at


def _of_way_or_term(tokens: Tokens, at: int, name: Name) -> bool:
    """`عن طريق كين` (through Kane), `خلال ولاية المالكي` (in Maliki's term): no places."""
    if tokens.norms[at] == "طريق":
        return at > 0 and tokens.norms[at - 1] == "عن"
    return tokens.norms[at].endswith("ولايه") and all(bare(word) in name_words() for word in name.words(tokens))


def _bearing(tokens: Tokens, at: int, name: Name, which: str) -> Name:
    """What bears the person's name: from its noun, one of the kind `which`, in token `at`."""
    dropped = next(dropped for word, dropped in readings(tokens.norms[at]) if word in _nouns(which))
    core = tokens.core(at, dropped)
    return Name(at, name.end, "organization" if which == "bodies" else "place", core)


def _royal(tokens: Tokens, name: Name) -> bool:
    """Whether a king's or a sheikh's title stands right before a name."""
    return name.start > 0 and tokens.norms[name.start - 1] in _nouns("royal")


@cached
def _tables() -> dict[str, frozenset[str]]:
    return {key: frozenset(fold(w) for w in load("names")[key]) for key in ("sites", "towns", "bodies", "royal")}


def _nouns(which: str) -> frozenset[str]:
    """Folded nouns of `names.toml`: what is called after people, by kind."""
    return _tables()[which]
