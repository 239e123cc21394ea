"""Who and what is the same in many articles: records → `Links`.

    links = link(records)
    links.entity("sochi", "p1")           # "person:sergey-lavrov-1c2d3e": his id in the graph
    links.entities["person:sergey-lavrov-1c2d3e"].members

The order of the records changes nothing; an article changes only entities that share a name (a meeting: a
participant) with something in it. Every link keeps its score and its reasons, and yields to a judgement.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from arner.arabic.orthography import clean
from arner.collector import paused, paused_over
from arner.events import BY_ID, MEETING, RELATIONS
from arner.linking.clusters import Apart, Group, Joined, Member
from arner.linking.context import context
from arner.linking.events import Telling, Told, group_events
from arner.linking.ids import Founding, Kind, named
from arner.linking.judgements import Judgement, Rulings
from arner.linking.meetings import group_meetings
from arner.linking.organizations import Body, group_organizations
from arner.linking.people import Somebody, group_people
from arner.linking.places import Spot, group_places
from arner.linking.reprints import Copy, Stories
from arner.linking.review import Review
from arner.records import ArticleRecord, Organization, Person, Place


@dataclass(frozen=True, slots=True)
class Link:
    """That an entity of a record is an entity of the graph; `to` is the one it was joined to, None for the first.

    `score` lies between 0 and 1; it is 1 for the first and for what a judgement says.
    """

    member: Member
    kind: Kind
    entity: str
    name: str
    to: Member | None
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or event of many articles; `score` is that of its least certain link."""

    id: str
    kind: Kind
    name: str
    members: tuple[Member, ...]
    score: float


@dataclass(slots=True)
class Links:
    """Every entity of every record with the entity of the graph it is."""

    entities: dict[str, Entity] = field(default_factory=dict)
    of: dict[Member, Link] = field(default_factory=dict)
    copies: dict[str, Copy] = field(default_factory=dict)
    """Articles that reprint another."""
    retold: dict[Member, Member] = field(default_factory=dict)
    """Statements of such articles that the other has too."""
    review: Review = field(default_factory=Review)
    """What judgements leave out of the records: `links.review.applied(record)` is without it."""

    def entity(self, article: str, local: str) -> str:
        """The id in the graph of the entity `local` of the record `article`.

        Raises:
            KeyError: no such record, or it has no such entity.
        """
        return self.of[Member(article, local)].entity

    def story(self, article: str) -> str:
        """The article that this one reprints, or itself."""
        return self.copies[article].of if article in self.copies else article

    def merges(self) -> Iterator[Link]:
        """The links that join two entities of records, the least certain first."""
        return iter(sorted((x for x in self.of.values() if x.to), key=lambda x: (x.score, x.member)))

    def lines(self) -> Iterator[dict[str, Any]]:
        """A flat dict for each link, sorted: what `arner graph --links` writes, a JSON line each."""
        for member, link in sorted(self.of.items()):
            yield {
                "article": member.article,
                "kind": link.kind,
                "local": member.local,
                "entity": link.entity,
                "name": link.name,
                "to": str(link.to) if link.to else None,
                "score": link.score,
                "reasons": list(link.reasons),
            }

    def _repr_html_(self) -> str:
        """How a notebook shows it: what most articles name, first."""
        from arner.shown import shown_links

        return shown_links(self)

    def write(self, out: Any) -> None:
        """Write `lines` as JSON to a text stream."""
        for line in self.lines():
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


@dataclass(slots=True)
class _Found:
    """What one article gives to link; everything else of its record is forgotten."""

    published: str | None
    names: dict[str, str]  # of its people, organisations, places
    events: list[Told]


def link(records: Iterable[ArticleRecord], judgements: Sequence[Judgement] = ()) -> Links:
    """Link the records, which are read once and need not fit into memory.

    Judgements on what records tell need not fit: `links.review.unfit()` says which do not.

    Raises:
        ValueError: two records have the same id.
        JudgementError: a judgement names nobody, is none, or contradicts another.
    """
    linker, review = _Linker(), Review.of(judgements)
    with paused_over(records):
        for record in records:
            linker.add(record)
            review.read(record)
    automatic = linker.links(Rulings(), Review()).entities if review.ids else {}
    named = {id_: automatic[id_].members for id_ in review.ids if id_ in automatic}
    return linker.links(review.rulings(judgements, named), review)


class _Linker:
    def __init__(self) -> None:
        self.articles: dict[str, _Found] = {}
        self.people: list[Somebody] = []
        self.bodies: list[Body] = []
        self.spots: list[Spot] = []
        self.stories = Stories()

    def add(self, record: ArticleRecord) -> None:
        if record.id in self.articles:
            raise ValueError(f"two records have the id {record.id!r}")
        self.stories.add(record)
        around = context(record)
        for person in record.people:
            self.people.append(Somebody.of(Member(record.id, person.id), person, around))
        for body in record.organizations:
            self.bodies.append(Body.of(Member(record.id, body.id), body, around))
        for place in record.places:
            self.spots.append(Spot.of(Member(record.id, place.id), place))
        entities: list[Person | Organization | Place] = [*record.people, *record.organizations, *record.places]
        names = {e.id: clean(e.name) for e in entities}
        events = [Told.of(relation, event) for relation in RELATIONS for event in relation.of(record)]
        self.articles[record.id] = _Found(record.published, names, events)

    @cached_property
    def copies(self) -> dict[str, Copy]:
        return self.stories.copies()

    @paused()
    def links(self, rulings: Rulings, review: Review) -> Links:
        """Link what the review does not leave out."""
        links, out = Links(copies=self.copies, review=review), review.left_out
        links.retold = {Member(*copy): Member(*of) for copy, of in self.stories.retold(links.copies)}
        apart = rulings.apart
        people = _ordered(person for person in self.people if out.isdisjoint(person.members))
        self._give(links, "person", rulings.applied(group_people(people, apart)))
        self._give(links, "organization", rulings.applied(group_organizations(_ordered(self.bodies), apart)))
        self._give(links, "place", rulings.applied(group_places(_ordered(self.spots), apart)))
        told: dict[str, list[Telling]] = {relation.id: [] for relation in RELATIONS}
        for article, found in self.articles.items():
            for event in found.events:
                member = Member(article, event.local)
                if member not in out:
                    who = [(role, self._who(links, article, ref)) for role, ref in event.parts]
                    told[event.relation].append(Telling(member, event, who, found.published))
        for relation in RELATIONS:
            self._give(links, relation.id, rulings.applied(group_relation(relation.id, told[relation.id], apart)))
        return links

    def _who(self, links: Links, article: str, ref: str | None) -> str | None:
        if ref and ref.startswith("country:"):
            return ref
        link = links.of.get(Member(article, ref)) if ref else None
        return link.entity if link else None

    def _give(self, links: Links, kind: Kind, groups: Sequence[Group[Any]]) -> None:
        """Name the groups."""

        def name(member: Member) -> str:
            return self._name(kind, member)

        def published(member: Member) -> str | None:
            return self.articles[member.article].published

        founded = {Founding.of(kind, group, name, published): group for group in groups}
        for founding, id_ in named(founded):
            self._add(links, kind, id_, founded[founding], founding.member)

    def _add(self, links: Links, kind: Kind, id_: str, group: Group[Any], founder: Member) -> None:
        joined = {j.member: j for j in group.joined}
        score = 1.0
        for member in group.whole.members:
            join: Joined | None = joined.get(member)
            link = Link(
                member,
                kind,
                id_,
                self._name(kind, member),
                join.to if join else None,
                join.verdict.score if join else 1.0,
                join.verdict.reasons if join else (),
            )
            score = min(score, link.score)
            links.of[member] = link
        links.entities[id_] = Entity(id_, kind, self._name(kind, founder), tuple(sorted(group.whole.members)), score)

    def _name(self, kind: Kind, member: Member) -> str:
        return "" if kind in BY_ID else self.articles[member.article].names[member.local]


_T = TypeVar("_T", Somebody, Body, Spot)


def _ordered(items: Iterable[_T]) -> Iterator[_T]:
    """Copies of them, in the order of their members."""
    return (item.copy() for item in sorted(items, key=lambda item: item.members[0]))


def group_relation(relation: str, told: Iterable[Telling], apart: Apart) -> list[Group[Any]]:
    """The events of one relation, each once."""
    if relation == MEETING.id:  # which is joined over articles by more than its data
        return list(group_meetings(told, apart))
    return list(group_events(told, apart))
