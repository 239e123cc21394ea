"""Who and what is the same in many articles: records → `Links`.

    links = link(records)
    links.entity("sochi", "p1")           # "person:sergey-lavrov-1c2d3e": his id in the graph
    links.entities["person:sergey-lavrov-1c2d3e"].members

The order of the records changes nothing; an article changes only entities that share a name (a meeting: a
participant) with something in it. Every link keeps its score and its reasons, and yields to a judgement.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from arner.arabic.orthography import clean, fold
from arner.entities.latin import by_words, name_latin
from arner.events import BY_ID, RELATIONS, Relation
from arner.linking import names
from arner.linking.clusters import Apart, Group, Item, Joined, Member
from arner.linking.context import context
from arner.linking.events import Happening, Telling, group_events
from arner.linking.judgements import Judgement, Passage, Rulings
from arner.linking.meetings import Encounter, group_meetings
from arner.linking.organizations import Body, group_organizations
from arner.linking.people import Somebody, group_people
from arner.linking.places import Spot, group_places
from arner.linking.reprints import Copy, Stories
from arner.linking.review import Review
from arner.records import ArticleRecord, Event, Organization, Person, Place

Kind = str  # person, organization, place, and the id of each relation
_NOT_ASCII = re.compile(r"[^a-z0-9]+")
_SLUG = 60
# How the events of a relation are joined over articles, where that is not told by its data alone.
_POLICIES: dict[str, Callable[[Sequence[Telling], Apart], list[Group[Any]]]] = {"meeting": group_meetings}


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
    events: list[tuple[Relation, Event]]


def link(records: Iterable[ArticleRecord], judgements: Sequence[Judgement] = ()) -> Links:
    """Link the records, which are read once and need not fit into memory.

    Judgements on what records tell need not fit: `links.review.unfit()` says which do not.

    Raises:
        ValueError: two records have the same id.
        JudgementError: a judgement names nobody, is none, or contradicts another.
    """
    linker, review = _Linker(), Review.of(judgements)
    for record in records:
        linker.add(record)
        review.read(record)
    if not judgements:
        return linker.links(Rulings(), review)
    automatic = linker.links(Rulings(), Review())
    known = {str(member): [member] for member in automatic.of}
    known |= {entity.id: list(entity.members) for entity in automatic.entities.values()}
    known |= {passage: [member] for passage, member in review.named.items()}
    left = {name: [m for m in members if m not in review.left_out] for name, members in known.items()}

    def tells(one: Judgement) -> bool:
        """Whether it still tells who is the same: who is left out is the same as nobody, and different from nobody."""
        if Passage.of(one) or not review.fits(one):
            return False
        if one.left not in known or one.right not in known:
            return True  # which is refused
        a, b = left[one.left], left[one.right]
        return bool(a and b) and (a != b or known[one.left] == known[one.right])

    return linker.links(Rulings.of(filter(tells, judgements), left), review)


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
        named = {e.id: clean(e.name) for e in entities}
        events = [(relation, event) for relation in RELATIONS for event in relation.of(record)]
        self.articles[record.id] = _Found(record.published, named, events)

    @cached_property
    def copies(self) -> dict[str, Copy]:
        return self.stories.copies()

    def links(self, rulings: Rulings, review: Review) -> Links:
        """Link what the review does not leave out."""
        links, out = Links(copies=self.copies, review=review), review.left_out
        links.retold = {Member(*copy): Member(*of) for copy, of in self.stories.retold(links.copies)}
        apart = rulings.apart
        self._give(
            links,
            "person",
            rulings.applied(group_people([p.copy() for p in self.people if out.isdisjoint(p.members)], apart)),
        )
        self._give(links, "organization", rulings.applied(group_organizations([b.copy() for b in self.bodies], apart)))
        self._give(links, "place", rulings.applied(group_places([s.copy() for s in self.spots], apart)))
        told: dict[str, list[Telling]] = {relation.id: [] for relation in RELATIONS}
        for article, found in self.articles.items():
            for relation, event in found.events:
                if Member(article, event.id) in out:
                    continue
                who = [(role, self._who(links, article, ref.ref)) for role, ref in relation.parts(event)]
                told[relation.id].append(Telling(relation, Member(article, event.id), event, who, found.published))
        for relation in RELATIONS:
            group = _POLICIES.get(relation.id) or group_events(relation)
            self._give(links, relation.id, rulings.applied(group(told[relation.id], apart)))
        return links

    def _who(self, links: Links, article: str, ref: str | None) -> str | None:
        if ref and ref.startswith("country:"):
            return ref
        link = links.of.get(Member(article, ref)) if ref else None
        return link.entity if link else None

    def _give(self, links: Links, kind: Kind, groups: Sequence[Group[Any]]) -> None:
        """Name the groups. Of several with one key, the one told of first has the plain id."""
        told = sorted((self._founder(g), n) for n, g in enumerate(groups))
        taken: set[str] = set()
        for (_, founder), number in told:
            group = groups[number]
            key = self._key(group, founder)
            slug = self._slug(kind, group.whole, founder)
            id_ = f"{kind}:{slug}-{_hash(f'{kind}|{key}')}"
            if key in taken or id_ in links.entities:
                id_ = f"{kind}:{slug}-{_hash(f'{kind}|{key}|{founder}')}"
            taken.add(key)
            self._add(links, kind, id_, group, founder)

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

    def _founder(self, group: Group[Any]) -> tuple[tuple[bool, str, str], Member]:
        """The member whose article is the oldest: of those that the entity is mostly called by, if it has a name."""
        whole = group.whole
        members = whole.members
        if isinstance(whole, Somebody):
            form = whole.form
            members = [m for m in members if names.units(self._name("person", m)) == form] or members
        oldest = min(members, key=self._age)
        return self._age(oldest), oldest

    def _age(self, member: Member) -> tuple[bool, str, str]:
        published = self.articles[member.article].published
        return published is None, published or "", str(member)

    def _name(self, kind: Kind, member: Member) -> str:
        return "" if kind in BY_ID else self.articles[member.article].names[member.local]

    @staticmethod
    def _key(group: Group[Any], founder: Member) -> str:
        """What the id is made of: of a person the sounds of first and last word, which later articles rarely change."""
        match group.whole:
            case Somebody() as person if person.form:
                first, *_, last = map(names.sound, (person.form[0], *person.form))
                return f"{first}|{last}"
            case Body() as body if body.form:
                return f"{body.form} {body.country}".strip()
            case Spot() as spot if spot.key:
                return f"{spot.key}|{spot.country}"
        return str(founder)

    def _slug(self, kind: Kind, whole: Item, founder: Member) -> str:
        if isinstance(whole, Encounter | Happening):
            date = self.articles[founder.article].published or ""
            return _slug(kind, "-".join(filter(None, (min(whole.kinds), date, whole.country))))
        return _slug(kind, self._name(kind, founder))


def entity_id(kind: Kind, name: str, key: str) -> str:
    """The id of what no record has as an entity of its own; `key` is what is compared of its name."""
    return f"{kind}:{_slug(kind, name)}-{_hash(f'{kind}|{key}')}"


def _slug(kind: Kind, name: str) -> str:
    """A name as Latin letters with hyphens between.

    >>> _slug("person", "فلاديمير بوتين"), _slug("place", "موسكو")
    ('vladimir-putin', 'moscow')
    """
    latin, _ = name_latin(name) if kind == "person" else by_words(name)
    return _NOT_ASCII.sub("-", (latin or fold(name)).lower())[:_SLUG].strip("-") or "x"


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:6]
