"""What one article tells of the graph, as rows: the first of the two steps by which records become a graph.

    nodes, edges = tell(record, Linked(entities={"p1": "person:sergey-lavrov-1c2d3e"}), {})

Nothing here looks at another article. All rows of one node, or of one edge, give it what it carries
(`graph/tallies.py`), whoever brings them together: dicts in memory (`graph/build.py`) or a sort on disk
(`graph/stored.py`).
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations, product
from typing import Any, NamedTuple

from arner.arabic.orthography import clean, fold
from arner.events import RELATIONS, Relation
from arner.graph.bodies import body_latin, is_medium
from arner.graph.facts import DATE, dated
from arner.graph.sides import sides
from arner.linking.ids import entity_id
from arner.linking.organizations import key_of
from arner.records import ArticleRecord, Country, Event, Organization, Person, Place, Ref, Statement

_NOT_WORDS = re.compile(r"[\W_]+")
_SERVANT_OF = re.compile(r"\bعبد (?=ال)")
_CODE = re.compile("[A-Z]{2}")
_LABEL = 80  # characters of a text that a node shows
_STATE = re.compile("country:[A-Z]{2}")
_PARTS = {"host": 0, "guest": 1, "participant": 2}  # who is a host in one article is one
_ALONE = frozenset({"article", "described"})  # nodes of one article

Value = Hashable  # a text, a number, or a tuple of these
Told = dict[str, dict[Value, int]]  # attribute → what the article tells of it, each 1
Data = dict[str, Any]  # attribute → what an edge carries
Entity = Person | Country | Organization | Place


class NodeRow(NamedTuple):
    """That an article tells of a node; `story` is that of an article that others print too, else ""."""

    node: str
    story: str
    published: str
    source: str
    mentions: int | None
    """How often an entity is named; None of what the article only refers to."""
    told: Told

    @property
    def alone(self) -> bool:
        """Whether no other article tells of it."""
        kind = type_of(self.node)
        return kind in _ALONE if self.story else kind in _ALONE or kind == "statement"


class EdgeRow(NamedTuple):
    """That an article tells of an edge."""

    start: str
    end: str
    key: str
    story: str
    published: str
    source: str
    mentions: int
    data: Data

    @property
    def alone(self) -> bool:
        """Whether no other article tells of it."""
        if self.start.startswith("article:"):
            return True
        return not self.story and (self.start.startswith("statement:") or self.end.startswith("statement:"))


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found of one article."""

    entities: Mapping[str, str]
    """Id in the record of a person, organisation, place or event → the entity of the graph."""
    story: str = ""
    """The article that it reprints, or that others reprint; empty where nobody else prints it."""
    retold: Mapping[str, str] = field(default_factory=dict)
    """Id of a statement → the statement of another article, `article#s1`, that it repeats."""


def type_of(node: str) -> str:
    """The type of a node, with which its id begins."""
    return node.partition(":")[0]


@lru_cache(maxsize=100_000)
def identity(name: str) -> str:
    """What two spellings of one name have in common.

    >>> identity("عبد الفتّاح السيسي") == identity("عبدالفتاح_السيسى")
    True
    """
    return _SERVANT_OF.sub("عبد", _NOT_WORDS.sub(" ", fold(name)).casefold().strip())


def body_key(name: str) -> str:
    """What an organisation that stands in an office is known by again."""
    key, country, _ = key_of(name)
    return f"{key} {country}".strip()


def office_text(title: str, country: str | None, organization: str | None) -> str:
    """An office as `roles` has it.

    >>> office_text("وزير الخارجية", "RU", None)
    'وزير الخارجية (RU)'
    """
    of = ", ".join(filter(None, (organization, country)))
    return clean(f"{title} ({of})" if of else title)


def short(text: str) -> str:
    """As much of a text as a label shows."""
    text = " ".join(text.split())
    return text if len(text) <= _LABEL else text[: _LABEL - 1] + "…"


def tell(record: ArticleRecord, linked: Linked, bodies: Mapping[str, str]) -> tuple[list[NodeRow], list[EdgeRow]]:
    """What a record tells: a row for each node and each edge.

    `bodies`: `body_key` of an organisation's name → the organisation that most articles mean by it, for offices that
    name a body of which the article says nothing else.

    Raises:
        KeyError: linking knows nothing of an entity of the record.
    """
    telling = _Telling(record, linked, bodies)
    telling.article()
    head = linked.story, record.published or "", record.source or ""
    mentions = telling.mentions
    return (
        [NodeRow(node, *head, mentions.get(node), told) for node, told in telling.nodes.items()],
        [EdgeRow(*ends, *head, data.pop("mentions", 0), data) for ends, data in telling.edges.items()],
    )


class _Telling:
    """The nodes and edges of one article, each once."""

    def __init__(self, record: ArticleRecord, linked: Linked, bodies: Mapping[str, str]) -> None:
        self.record = record
        self.linked = linked
        self.known_bodies = bodies
        self.node = f"article:{record.id}"
        self.refs: dict[str, str] = {}  # ids of the record → nodes
        self.names = {body.id: body.name for body in record.organizations}
        self.nodes: dict[str, Told] = {}
        self.edges: dict[tuple[str, str, str], Data] = {}
        self.mentions: dict[str, int] = {}

    def article(self) -> None:
        record = self.record
        title = short(record.text.lstrip().partition("\n")[0]) or record.id
        self.nodes[self.node] = {"told": {(title, record.published, record.source, record.url): 1}}
        for group in (record.countries, record.organizations, record.places, record.people):
            for entity in group:
                self.entity(entity)
        for person in record.people:
            self.offices(person)
        for relation in RELATIONS:
            for event in relation.of(record):
                self.edge(self.node, self.event(relation, event), "reports", status=getattr(event, "status", None))
        for statement in record.statements:
            self.edge(self.node, self.statement(statement), "reports")

    def say(self, node: str, key: str, value: Value | None) -> None:
        """The article tells so of a node."""
        if value is not None:
            told = self.nodes[node]
            if key in told:
                told[key][value] = 1
            else:
                told[key] = {value: 1}

    def all(self, node: str, key: str, values: Iterable[str]) -> None:
        for value in values:
            self.say(node, key, clean(value))

    def edge(self, start: str, end: str, type_: str, key: str = "", mentions: int = 0, **data: Any) -> None:
        found = self.edges.setdefault((start, end, key or type_), {})
        if mentions:
            found["mentions"] = found.get("mentions", 0) + mentions
        merge(found, data)

    def entity(self, entity: Entity) -> None:
        if isinstance(entity, Country):
            node = self._country(entity.code, entity.name)
            self.say(node, "name_en", entity.name_en)
        else:
            node = self.linked.entities[entity.id]
            self.nodes.setdefault(node, {})
            self.say(node, "name", clean(entity.name))
        match entity:
            case Person():
                self._person(node, entity)
            case Organization():
                self.say(node, "country", entity.country)
                self.say(node, "known", entity.known)
                self.say(node, "medium", is_medium(entity.name, entity.known))
                self.say(node, "name_latin", body_latin(entity.name, entity.known))
                self.all(node, "alias", entity.aliases)
            case Place():
                self.say(node, "country", entity.country)
        count = len(entity.mentions)
        self.refs[entity.id] = node
        self.mentions[node] = self.mentions.get(node, 0) + count
        self.edge(self.node, node, "mentions", mentions=count)

    def _person(self, node: str, person: Person) -> None:
        self.say(node, "name_latin", person.name_latin)
        self.say(node, "known", person.known)
        self.all(node, "alias", person.aliases)
        for role in person.roles:
            text = office_text(role.title, role.country, self._called(role.organization))
            if role.country_from == "context":
                self.say(node, "guess", (clean(role.title), text))
            else:
                self.say(node, "role", text)

    def offices(self, person: Person) -> None:
        holder = self.refs[person.id]
        for role in person.roles:
            ends = [self._country(role.country)] if role.country else []
            if role.organization:
                ends.append(self._organization(role.organization))
            title = clean(role.title)
            key = f"holds_office:{identity(title)}{':former' if role.former else ''}"
            guessed = role.country_from == "context"
            office: Data = {"title": title, "former": role.former, "guessed": guessed, "confidence": role.confidence}
            for end in ends:
                self.edge(holder, end, "holds_office", key, **office)

    def event(self, relation: Relation, event: Event) -> str:
        node = self.linked.entities[event.id]
        self.nodes.setdefault(node, {})
        place = getattr(event, "place", None)
        values = {name: relation.value(event, name) for name in relation.values}
        values |= {name: self._called(values[name]) for name in relation.concerns}
        where = {"place": place.name, "country": place.country} if place else {}
        for name, value in (where | values | {"kind": relation.kind(event)}).items():
            self.say(node, name, clean(value) if isinstance(value, str) else value)
        self.say(node, "status", (getattr(event, "status", None), self.record.published or ""))
        if event.date:
            self.say(node, "date", dated(event.date))
        for name in relation.lists:
            self.all(node, name, getattr(event, name))
        self.all(node, "evidence", [span.text for span in event.evidence])
        self.all(node, "rules", [event.rule])
        self.say(node, "confidence", event.confidence)
        self._parts(node, relation, event)
        if place and place.ref:
            self.edge(node, self._party(Ref(ref=place.ref, name=place.name or "")), "held_in")
        if place and place.country:
            self.edge(node, self._country(place.country), "held_in")
        for name in relation.concerns:
            if of := values[name]:
                self.edge(node, self._country(of) if _CODE.fullmatch(of) else self._organization(of), "concerns")
        return node

    def _parts(self, node: str, relation: Relation, event: Event) -> None:
        """Who took part, with which role and on which side."""
        parts = list(relation.parts(event))
        stood = sides(event, relation.kind(event), parts) if relation.faces else [""] * len(parts)
        across: dict[str, set[str]] = {}
        for (role, party), side in zip(parts, stood, strict=True):
            who = self._party(party)
            self.edge(who, node, "takes_part", "takes_part" if role in _PARTS else f"takes_part:{role}", role=role)
            if side:
                across.setdefault(side, set()).add(who)
        for one, other in permutations(across.values(), 2):
            for pair in product(one, other):
                self.say(node, "faced", pair)

    def _called(self, of: str | None) -> str | None:
        """The name of a state's or body's field, which may be an id."""
        return self.names.get(of, of) if of else of

    def statement(self, statement: Statement) -> str:
        """A statement that reprints repeat is that of the first of them."""
        own = f"{self.record.id}#{statement.id}"
        first = self.linked.retold.get(statement.id, own)
        node = f"statement:{first}"
        content = statement.content
        date = dated(statement.date) if statement.date else (None,) * len(DATE)
        self.nodes.setdefault(node, {}).setdefault("told", {})[
            own != first,  # its own article goes before those that repeat it
            self.record.id,
            short(f"{statement.verb}: {content.text}"),
            statement.verb,
            statement.act,
            statement.mode,
            content.text,
            content.start,
            content.end,
            statement.source,
            statement.rule,
            statement.confidence,
            *date,
        ] = 1
        for speaker in statement.speakers:
            self.edge(self._party(speaker), node, "says", act=statement.act)
        for type_, refs in (
            ("about", statement.about),
            ("targets", statement.target),
            ("addresses", statement.addressee),
        ):
            for ref in refs:
                self.edge(node, self._party(ref), type_)
        return node

    def _country(self, code: str, name: str = "") -> str:
        node = f"country:{code}"
        self.nodes.setdefault(node, {})
        if name:
            self.say(node, "name", clean(name) or None)
        return node

    def _organization(self, name: str) -> str:
        """The body of an office: one of this article, else the one of this name that most articles mean."""
        if name in self.refs:  # given by its id
            return self.refs[name]
        key = body_key(name)
        for body in self.record.organizations:
            if body_key(body.name) == key:
                return self.refs[body.id]
        node = self.known_bodies.get(key) or entity_id("organization", name, key)
        self.nodes.setdefault(node, {})
        self.say(node, "name", clean(name))
        return node

    def _party(self, ref: Ref) -> str:
        """Who speaks, takes part or is spoken of; who is only described is known in this article alone."""
        if ref.ref in self.refs:
            return self.refs[ref.ref]
        if ref.ref and _STATE.fullmatch(ref.ref):
            return self._country(ref.ref.partition(":")[2], ref.name)
        words = identity(ref.name) or str(ref.ref)
        node = f"described:{self.record.id}#{words}"
        self.nodes.setdefault(node, {"name": {clean(ref.name) or words: 1}})
        if ref.described and ref.described.known:  # whoever held the office that year need not be who is meant: no link
            self.say(node, "known", ref.described.known)
        return node


def merge(data: Data, other: Mapping[str, Any]) -> None:
    """Of an edge that is told twice, whichever article comes first: the lesser value, the highest confidence."""
    for name, value in other.items():
        if value is None:
            continue
        if (found := data.get(name)) is None:
            data[name] = value
        elif found != value:
            if name == "confidence":
                data[name] = max(found, value)
            elif found in _PARTS and value in _PARTS:
                data[name] = min(found, value, key=_PARTS.__getitem__)
            else:
                data[name] = min(found, value)
