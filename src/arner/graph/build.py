"""Records → one graph of who met whom, who said what, and which articles tell of it.

    graph = build_graph(records)
    graph.nodes["person:سيرغي لافروف"]["articles"]   # in how many articles he is named

Nodes (`type`): `person`, `country`, `organization`, `place`, `meeting`, `statement`, `article`, and
`described` for somebody who is only described («مسؤول أمريكي», an American official), who belongs to one
article. Edges (`type`, also the edge's key): `mentions` article → entity, `reports` article → meeting or
statement, `holds_office` person → country or organisation, `takes_part` party → meeting, `held_in` meeting
→ place or country, `says` party → statement, `about` statement → entity.

A person, an organisation or a place is the same in two articles when its full name is, spelling variants
aside (`identity`); «لافروف» alone is therefore not yet «سيرغي لافروف» of another article. A country is its
ISO code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx
from babel import Locale

from arner.arabic.orthography import clean, fold
from arner.records import (
    ArticleRecord,
    Country,
    DateValue,
    Meeting,
    Organization,
    Person,
    Place,
    Ref,
    Statement,
)

_NOT_WORDS = re.compile(r"[\W_]+")
_SERVANT_OF = re.compile(r"\bعبد (?=ال)")
_LABEL = 80  # characters of a text that a node shows

Entity = Person | Country | Organization | Place


def identity(name: str) -> str:
    """What two spellings of one name have in common.

    >>> identity("عبد الفتّاح السيسي") == identity("عبدالفتاح_السيسى")
    True
    """
    return _SERVANT_OF.sub("عبد", _NOT_WORDS.sub(" ", fold(name)).casefold().strip())


def build_graph(records: Iterable[ArticleRecord]) -> nx.MultiDiGraph:
    """The graph of the records; attributes that a record does not give are absent, never None.

    Every node has `type`, `label` (short, for drawing) and `name`; every edge has `type`, `label` and
    `weight`; both have `articles` (how many tell of it), and where known `first_seen`, `last_seen` (ISO
    dates of publication) and `sources`; entities and their edges count `mentions`.

    Raises:
        ValueError: two records have the same id: their counts would be wrong.
    """
    builder = _Builder()
    for record in records:
        builder.add(record)
    builder.name_entities()
    return builder.graph


class _Builder:
    def __init__(self) -> None:
        self.graph = nx.MultiDiGraph()
        self.names: dict[str, Counter[str]] = {}  # of every entity, with the number of articles that use it

    def add(self, record: ArticleRecord) -> None:
        article = f"article:{record.id}"
        if article in self.graph:
            raise ValueError(f"two records have the id {record.id!r}")
        telling = _Telling(self, record)
        telling.node(
            article,
            "article",
            _short(record.text.lstrip().partition("\n")[0]) or record.id,
            published=record.published,
            source=record.source,
            url=record.url,
        )
        entities: list[Entity] = [*record.countries, *record.organizations, *record.places, *record.people]
        for entity in entities:
            node = telling.entity(entity)
            telling.edge(article, node, "mentions", mentions=len(entity.mentions))
        for person in record.people:
            telling.offices(person)
        for meeting in record.meetings:
            telling.edge(article, telling.meeting(meeting), "reports")
        for statement in record.statements:
            telling.edge(article, telling.statement(statement), "reports")

    def name_entities(self) -> None:
        """Show every entity by the name that most articles use, whatever their order."""
        for node, names in self.names.items():
            if not names:  # a state that only stands in an office or a place's address
                code = node.partition(":")[2]
                names[Locale("ar").territories.get(code, code)] = 0
            best = min(names, key=lambda name: (-names[name], name))
            others = sorted(set(names) - {best})
            data = self.graph.nodes[node]
            data["label"] = data["name"] = best
            if known := sorted({*data.get("aliases", ()), *others} - {best}):
                data["aliases"] = known


class _Telling:
    """What one article adds to the graph."""

    def __init__(self, builder: _Builder, record: ArticleRecord) -> None:
        self.graph = builder.graph
        self.names = builder.names
        self.record = record
        self.refs: dict[str, str] = {}  # ids of the record → nodes
        self.seen: set[object] = set()  # nodes and edges that already count this article

    def node(self, node: str, type_: str, name: str, **data: Any) -> str:
        if node not in self.graph:
            self.graph.add_node(node, type=type_, label=name, name=name, **_given(data))
        self._count(node, self.graph.nodes[node])
        return node

    def edge(self, start: str, end: str, type_: str, key: str = "", mentions: int = 0, **data: Any) -> None:
        key = key or type_
        if not self.graph.has_edge(start, end, key):
            self.graph.add_edge(start, end, key, **{"type": type_, "label": type_} | _given(data))
        found = self.graph.edges[start, end, key]
        self._count((start, end, key), found)
        if mentions:
            found["mentions"] = found.get("mentions", 0) + mentions
        found["weight"] = found.get("mentions", found["articles"])

    def entity(self, entity: Entity) -> str:
        match entity:
            case Country():
                node = self._country(entity.code, entity.name, name_en=entity.name_en)
            case Person():
                node = self._named("person", entity.id, entity.name, name_latin=entity.name_latin)
                self._collect(node, "aliases", entity.aliases)
                self._collect(node, "roles", [_office(r.title, r.country, r.organization) for r in entity.roles])
            case Organization():
                node = self._named("organization", entity.id, entity.name, country=entity.country)
                self._collect(node, "aliases", entity.aliases)
            case Place():
                node = self._named("place", entity.id, entity.name, country=entity.country)
        self.refs[entity.id] = node
        data = self.graph.nodes[node]
        data["mentions"] = data.get("mentions", 0) + len(entity.mentions)
        return node

    def offices(self, person: Person) -> None:
        for role in person.roles:
            ends = [self._country(role.country)] if role.country else []
            if role.organization:
                ends.append(self._organization(role.organization))
            title = clean(role.title)
            for end in ends:
                key = f"holds_office:{identity(title)}{':former' if role.former else ''}"
                self.edge(
                    self.refs[person.id],
                    end,
                    "holds_office",
                    key,
                    label=title,
                    title=title,
                    former=role.former,
                )

    def meeting(self, meeting: Meeting) -> str:
        place = meeting.place
        node = self.node(
            f"meeting:{self.record.id}#{meeting.id}",
            "meeting",
            _short(f"{meeting.kind}: {'، '.join(clean(p.name) for p in meeting.participants)}".rstrip(": ")),
            kind=meeting.kind,
            status=meeting.status,
            place=place.name if place else None,
            country=place.country if place else None,
            topics=list(meeting.topics),
            evidence=[span.text for span in meeting.evidence],
            rule=meeting.rule,
            **_dated(meeting.date),
        )
        for party in meeting.participants:
            self.edge(self._party(party), node, "takes_part", role=party.role)
        if place and place.ref:
            self.edge(node, self._party(Ref(ref=place.ref, name=place.name or "")), "held_in")
        if place and place.country:
            self.edge(node, self._country(place.country), "held_in")
        return node

    def statement(self, statement: Statement) -> str:
        node = self.node(
            f"statement:{self.record.id}#{statement.id}",
            "statement",
            _short(f"{statement.verb}: {statement.content.text}"),
            verb=statement.verb,
            act=statement.act,
            mode=statement.mode,
            content=statement.content.text,
            start=statement.content.start,
            end=statement.content.end,
            source=statement.source,
            rule=statement.rule,
            **_dated(statement.date),
        )
        for speaker in statement.speakers:
            self.edge(self._party(speaker), node, "says", act=statement.act)
        for ref in statement.about:
            self.edge(node, self._party(ref), "about")
        return node

    def _named(self, type_: str, ref: str, name: str, **data: Any) -> str:
        key = identity(name) or f"{self.record.id}#{ref}"
        return self._entity_node(f"{type_}:{key}", type_, clean(name), data)

    def _country(self, code: str, name: str = "", **data: Any) -> str:
        return self._entity_node(f"country:{code}", "country", clean(name), {"code": code} | data)

    def _organization(self, name: str) -> str:
        if name in self.refs:  # given by its id
            return self.refs[name]
        return self._named("organization", name, name)

    def _entity_node(self, node: str, type_: str, name: str, data: Mapping[str, Any]) -> str:
        names = self.names.setdefault(node, Counter())
        if name and (node, name) not in self.seen:
            self.seen.add((node, name))
            names[name] += 1
        self.node(node, type_, name)
        for key, value in _given(data).items():  # what another article leaves open
            self.graph.nodes[node].setdefault(key, value)
        return node

    def _party(self, ref: Ref) -> str:
        """Who speaks, takes part or is spoken of; who is only described is known in this article alone."""
        if ref.ref in self.refs:
            return self.refs[ref.ref]
        if ref.ref and re.fullmatch(r"country:[A-Z]{2}", ref.ref):
            return self._country(ref.ref.partition(":")[2], ref.name)
        words = identity(ref.name) or str(ref.ref)
        return self.node(f"described:{self.record.id}#{words}", "described", clean(ref.name) or words)

    def _collect(self, node: str, key: str, values: Iterable[str]) -> None:
        data = self.graph.nodes[node]
        if merged := sorted({*data.get(key, ()), *map(clean, values)}):
            data[key] = merged

    def _count(self, what: object, data: dict[str, Any]) -> None:
        """Count this article once for a node or an edge."""
        if what in self.seen:
            return
        self.seen.add(what)
        data["articles"] = data.get("articles", 0) + 1
        if day := self.record.published:
            data["first_seen"] = min(day, data.get("first_seen", day))
            data["last_seen"] = max(day, data.get("last_seen", day))
        if source := self.record.source:
            data["sources"] = sorted({*data.get("sources", ()), source})


def _given(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None and value != []}


def _dated(date: DateValue | None) -> dict[str, str | None]:
    if date is None:
        return {}
    return {
        "date_text": date.text,
        "date_start": date.start,
        "date_end": date.end,
        "granularity": date.granularity,
    }


def _office(title: str, country: str | None, organization: str | None) -> str:
    of = ", ".join(filter(None, (organization, country)))
    return f"{title} ({of})" if of else title


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LABEL else text[: _LABEL - 1] + "…"
