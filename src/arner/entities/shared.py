"""Offices of two or more people who are named one by one: `وزيرا الدفاع الروسي شويغو والتركي أكار`.

What the first name is followed by is the next one's state (`والصيني شي جين بينغ`, `وإيران جواد ظريف`) or field (`وزيرا
الصحة سليم عمر والتعليم هدى حسن`); two fields said at once are shared out in their order (`وزيرا الصحة والتعليم سليم عمر
وهدى حسن`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from arner.arabic.orthography import clean, fold
from arner.entities.holders import honorifics
from arner.layers import NameMention, OfficeMention
from arner.mentions.countries import find_countries
from arner.mentions.offices.heads import construct_portfolios, portfolios
from arner.tokens import Tokens

_SIGNS = frozenset('#."«“(/،,')
_COMMAS = frozenset({"،", ","})


def shared_out(
    doc: Doc, offices: Sequence[OfficeMention], names: Sequence[NameMention]
) -> Iterator[tuple[int, OfficeMention]]:
    """`(name, office)`: the index of a person's name with the office of one, not of all."""
    people = {n.first_token: i for i, n in enumerate(names) if n.type == "person"}
    for office in offices:
        if office.number == "sing" or len(office.countries) > 1 or office.kind == "described":
            continue
        two = _two_fields(office.singular)
        yield from _in_order(doc, office, two, names, people) if two else _one_by_one(doc, office, names, people)


def _one_by_one(
    doc: Doc, office: OfficeMention, names: Sequence[NameMention], people: dict[int, int]
) -> Iterator[tuple[int, OfficeMention]]:
    one: OfficeMention | None = replace(office, title=office.singular, country=next(iter(office.countries), None))
    found: list[tuple[int, OfficeMention]] = []
    at = office.end_token
    while one is not None:
        while at < len(doc) and (doc[at].norm_ in honorifics() or doc[at].norm_ in _SIGNS):
            at += 1
        if at not in people or names[people[at]].start != doc[at].idx:
            break
        found.append((people[at], one))
        at = names[people[at]].end_token
        at += at < len(doc) and doc[at].norm_ in _COMMAS
        one, at = _next(doc, at, one)
    if office.countries or len(found) > 1:
        yield from found


def _next(doc: Doc, at: int, last: OfficeMention) -> tuple[OfficeMention | None, int]:
    """The office of the next one, after «and» at token `at`: of another state or another field; the token after it."""
    if at >= len(doc) or not doc[at].norm_.startswith("و"):
        return None, at
    if last.country:
        for found in find_countries(Tokens(doc[at : at + 3].as_doc())):
            if found.start == 1 and found.how in ("name", "demonym"):
                end = doc[at].idx + found.end
                return replace(last, country=found.code), next(
                    (t.i for t in doc[at : at + 4] if t.idx >= end), len(doc)
                )
    head, *field = last.title.split()
    for phrase in construct_portfolios().get(doc[at].norm_[1:], ()) if field else ():
        tokens = doc[at : at + len(phrase)]
        if tuple(t.norm_ for t in tokens)[1:] == phrase[1:]:
            said = " ".join([clean(tokens[0].text)[1:], *(clean(t.text) for t in tokens[1:])])
            return replace(last, title=f"{head} {said}"), at + len(phrase)
    return None, at


def _two_fields(title: str) -> tuple[str, str] | None:
    """The titles of each of two in `وزير الخارجية والدفاع`; None for one field of two words (`التربية والتعليم`)."""
    head, *field = title.split()
    if not field or tuple(fold(" ".join(field)).split()) in portfolios().get(fold(field[0]), ()):
        return None
    for cut in range(1, len(field)):
        second = tuple(fold(" ".join(field[cut:])).split())
        if second[0].startswith("و") and (second[0][1:], *second[1:]) in portfolios().get(second[0][1:], ()):
            return " ".join([head, *field[:cut]]), " ".join([head, field[cut][1:], *field[cut + 1 :]])
    return None


def _in_order(
    doc: Doc, office: OfficeMention, titles: tuple[str, str], names: Sequence[NameMention], people: dict[int, int]
) -> Iterator[tuple[int, OfficeMention]]:
    """The first name has the first field, the one that «and» joins to it the second."""
    first = people.get(office.end_token)
    second = people.get(names[first].end_token) if first is not None else None
    if first is None or second is None or names[second].start == doc[names[second].first_token].idx:
        return
    country = next(iter(office.countries), None)
    yield first, replace(office, title=titles[0], country=country)
    yield second, replace(office, title=titles[1], country=country)
