"""The component `arner_entities`: mentions → the people, countries, organisations and places of one article.

Leaves `doc._.entities`, and `doc._.mentions`: each with the entities that it stands for.
"""

from __future__ import annotations

from spacy.tokens import Doc

from arner.entities.countries import States, country, governments, is_inside, states_of
from arner.entities.known import known_names
from arner.entities.organizations import bodies_described, bodies_of_offices, organizations_of
from arner.entities.people import people_of
from arner.entities.places import places_of
from arner.entities.reference import Article
from arner.entities.roles import give_roles, held_offices, mentions_with_titles, offices_alone
from arner.layers import Entities, NameMention, OfficeMention
from arner.lexicon.component import component


def resolve(doc: Doc) -> Doc:
    """Set `doc._.entities` and `doc._.mentions`."""
    offices: tuple[OfficeMention, ...] = tuple(doc._.offices)
    states = states_of(doc, doc._.countries, doc._.names, offices)
    names = _names(doc._.names, states, offices)
    more = bodies_of_offices(doc, names, offices)
    names = tuple(sorted((*names, *more), key=lambda name: name.start))
    article = Article(doc, names, offices, states)

    people = people_of(doc, article.names_of("person"), known_names())
    held = held_offices(article)
    known = give_roles(article, people, held)
    organizations, bodies_named = organizations_of(doc, names, states)
    places, places_named = places_of(doc, doc._.countries, names, states)

    mentions = [
        *mentions_with_titles(article, people, held),
        *bodies_named,
        *places_named,
        *(state.mention() for state in states.words),
        *bodies_described(names, states),
        *offices_alone(article, known, held),
        *governments(doc, states),
    ]
    mentions.sort(key=lambda m: (m.outer_start, -m.outer_end))
    named = {ref for m in mentions for ref in m.refs}
    doc._.entities = Entities(
        people=tuple(p.with_roles(known.roles[p.id], known.rows.get(p.id)) for p in people),
        countries=tuple(country(code) for code in dict.fromkeys(state.code for state in states.words)),
        organizations=tuple(o for o in organizations if o.id in named),
        places=tuple(p for p in places if p.id in named),
    )
    doc._.mentions = mentions
    return doc


create = component("arner_entities", resolve, requires=["doc._.names"], assigns=["doc._.entities", "doc._.mentions"])


def _names(found: list[NameMention], states: States, offices: tuple[OfficeMention, ...]) -> tuple[NameMention, ...]:
    """The names, without places that are states and without organs that only stand in a title.

    `رئيس [مجلس النواب]`: an organ without its state, in the title of an office of the state.
    """
    titles = sorted((o.start, o.end) for o in offices if o.organization is None)

    def is_of_title(name: NameMention) -> bool:
        return is_inside(name, titles) and not states.within(name.start, name.end)

    return tuple(
        name
        for name in found
        if not (name.type == "place" and states.is_named(name))
        and not (name.type == "organization" and is_of_title(name))
    )
