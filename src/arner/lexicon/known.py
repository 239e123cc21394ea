"""Who is who: people and bodies that news name, from `known_people.tsv`, `known_organizations.tsv` and a user's files.

The tables are read when the first article needs them. They hold facts, no rule: what is made of them, and that the text
goes before them, stands in `entities/known.py`.
"""

from __future__ import annotations

from typing import cast

from arner.lexicon import cached, lines, own
from arner.lexicon.rows import BodyKind, KnownBody, KnownOffice, KnownPerson


@cached
def known_people() -> tuple[KnownPerson, ...]:
    """The rows of people: the package's, a user's own first, which take the place of one with their id."""
    mine = {person.known_id: person for person in own().person}
    rows = [
        KnownPerson(
            id_,
            (person.name, *person.aliases),
            person.name_latin,
            person.country,
            tuple(map(KnownOffice.read, person.offices)),
        )
        for id_, person in mine.items()
    ]
    for line in lines("known_people.tsv"):
        id_, name, others, latin, country, offices = line.split("\t")
        if id_ not in mine:
            held = tuple(map(KnownOffice.read, offices.split(";"))) if offices else ()
            rows.append(KnownPerson(id_, (name, *_listed(others)), latin, country or None, held))
    return tuple(rows)


@cached
def known_bodies() -> tuple[KnownBody, ...]:
    """The rows of organisations: the package's, a user's own first, which take the place of one with their id."""
    mine = {body.known_id: body for body in own().organization}
    rows = [KnownBody(id_, tuple(body.names), body.name_latin, body.country, body.kind) for id_, body in mine.items()]
    for line in lines("known_organizations.tsv"):
        id_, name, others, latin, country, kind = line.split("\t")
        if id_ not in mine:
            rows.append(KnownBody(id_, (name, *_listed(others)), latin, country or None, cast(BodyKind, kind)))
    return tuple(rows)


@cached
def ambiguous_bodies() -> frozenset[str]:
    """Names that several organisations bear alike, so that a name alone does not tell which is meant."""
    return frozenset(line.split("\t")[0] for line in lines("ambiguous_organizations.tsv"))


def _listed(forms: str) -> tuple[str, ...]:
    return tuple(forms.split("|")) if forms else ()
