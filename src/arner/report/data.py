"""Records → the plain data that the report's page shows.

Everything refers to everything else by its index in one of four lists, so that the page follows a link without
a search. Offsets count UTF-16 units, as JavaScript's strings do: a character beyond U+FFFF (an emoji) is two.

    {"relations": [{"id", "field", "sign", "happened", "undone", "directed", "en", "ar"}],
     "articles": [{"id", "source", "url", "published", "text", "copyOf": article, "marks": [[start, end, entity, kind]],
                   "events": [event], "statements": [statement]}],
     "entities": [{"id", "type", "name", "latin", "code", "country", "score", "aliases", "count", "articles": [article],
                   "roles": [{"title", "country", "organization", "former", "article"}],
                   "offices": [[role, count]], "at": [[article, start, end, name]]}],
     "events": [{"id", "count", "relation", "kind", "status", "parties": [party], "place", "country", "date", "values",
                 "concerns": [entity], "score", "confidence",
                 "tellings": [{"article", "status", "date", "evidence": [[start, end]], "why"}]}],
     "statements": [{"article", "copyOf": statement, "speakers": [party], "verb", "act", "mode",
                     "content": [start, end], "parts", "source", "date", "about": [party], "evidence", "confidence",
                     "why"}],
     "ties": {"meeting": [[entity, entity, [event]]], …, "spoke": [[entity, entity, [statement]]], "aimed": …}}

A party is `{"entity": index, "name", "role", "chief"}`; `score` that of the least certain link between articles;
`count` how many articles tell of it, reprints once; `copyOf` what an article reprints; `at` one mention of the entity
in each record, with the name that the record gives it where that is another. What is not known is left out.
Names, and what an event is of all its tellings, are those of the graph (`arner.graph.build`), ties its projections.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

import networkx as nx

from arner.arabic.orthography import clean
from arner.events import BY_ID, RELATIONS, Relation
from arner.graph.build import build_graph
from arner.graph.facts import enough
from arner.graph.tellings import office_text
from arner.graph.views import SAYINGS, project
from arner.linking.clusters import Member
from arner.linking.links import Links
from arner.records import (
    ArticleRecord,
    Country,
    DateValue,
    Event,
    Organization,
    Person,
    Place,
    Ref,
    Slot,
    Span,
    Statement,
    Why,
)

Data = dict[str, Any]
Entity = Person | Country | Organization | Place
At = Callable[[Span], list[int]]
_SPOKE = {
    "spoke": "statements",
    "aimed": "targets",
}  # ties of statements, and the projection of the graph that has them
_ANY_PART = ("host", "guest", "participant")  # of a meeting: who is one of them in one article may be another elsewhere


def report_data(records: Sequence[ArticleRecord], links: Links) -> Data:
    """What the page shows of `records`; entities and events stand in the order of how many articles tell of them."""
    report = _Report(links, build_graph(records, links))
    for record in records:
        report.add(links.review.applied(record))
    return report.data()


class _Report:
    def __init__(self, links: Links, graph: nx.MultiDiGraph) -> None:
        self.links = links
        self.graph = graph
        self.articles: list[Data] = []
        self.entities: dict[str, Data] = {}
        self.events: dict[str, Data] = {}
        self.statements: list[Data] = []
        self.said: dict[Member, int] = {}  # statement of a record → its number

    def add(self, record: ArticleRecord) -> None:
        number = len(self.articles)
        offset = _utf16(record.text)

        def at(span: Span) -> list[int]:
            return [offset(span.start), offset(span.end)]

        refs: dict[str, str] = {}
        marks = []
        for type_, entities in (
            ("person", record.people),
            ("country", record.countries),
            ("organization", record.organizations),
            ("place", record.places),
        ):
            for entity in entities:
                refs[entity.id] = key = self._entity(type_, entity, record, number)
                if type_ != "country" and entity.mentions:
                    self.entities[key].setdefault("at", []).append(
                        [number, *at(_named(entity)), *self._other(key, entity)]
                    )
                marks += [[*at(mention), key, mention.kind] for mention in entity.mentions]

        def party(ref: Ref) -> Data:
            return _given(entity=refs.get(ref.ref or ""), name=clean(ref.name))

        article = _given(
            id=record.id,
            source=record.source,
            url=record.url,
            published=record.published,
            text=record.text,
            copyOf=self.graph.nodes[f"article:{record.id}"].get("duplicate_of"),
            marks=sorted(marks, key=lambda mark: (mark[0], -mark[1])),
        )
        told = [(relation, event) for relation in RELATIONS for event in relation.of(record)]
        article["events"] = [self._event(relation, event, record, number, at, party) for relation, event in told]
        article["statements"] = []
        for statement in record.statements:
            of = self._statement(statement, number, at, party)
            article["statements"].append(of)
            self.said[Member(record.id, statement.id)] = of
        self.articles.append(article)

    def data(self) -> Data:
        """The lists, every reference an index."""
        entities, events = _numbered(self.entities), _numbered(self.events)
        numbers = {article["id"]: number for number, article in enumerate(self.articles)}
        for entity in self.entities.values():
            self._offices(entity)
        for copy, of in self.links.retold.items():
            if copy in self.said and of in self.said:
                self.statements[self.said[copy]]["copyOf"] = self.said[of]
        for event in self.events.values():
            self._merge(event, entities)
        parties = [party for event in self.events.values() for party in event["parties"]]
        for statement in self.statements:
            parties += statement["speakers"] + statement["about"]
        for party in parties:
            if "entity" in party:
                party["entity"] = entities[party["entity"]]
        for article in self.articles:
            article["marks"] = [[start, end, entities[key], kind] for start, end, key, kind in article["marks"]]
            article["events"] = [events[key] for key in article["events"]]
            if "copyOf" in article:
                article["copyOf"] = numbers[article["copyOf"]]
        return {
            "relations": [_described(relation) for relation in RELATIONS],
            "articles": self.articles,
            "entities": [self.entities[key] for key in entities],
            "events": [self.events[key] for key in events],
            "statements": self.statements,
            "ties": self._ties(entities, events),
        }

    def _ties(self, entities: dict[str, int], events: dict[str, int]) -> Data:
        """Who is tied to whom by what, as the projections of the graph have it."""
        said = {f"statement:{member}": number for member, number in self.said.items()}
        views = {relation.id: (relation.field, events) for relation in RELATIONS}
        views |= {name: (field, said) for name, field in _SPOKE.items()}
        ties: Data = {}
        for name, (field, numbers) in views.items():
            found = project(self.graph, field).edges(data=True)
            told = "statements" if field in SAYINGS else field
            ties[name] = [
                [entities[a], entities[b], sorted(numbers[id_] for id_ in edge[told])]
                for a, b, edge in found
                if a in entities and b in entities
            ]
        return ties

    def _other(self, key: str, entity: Entity) -> list[str]:
        """What this record calls the entity, where the graph calls it otherwise."""
        name = clean(entity.name)
        return [name] if name != self.entities[key]["name"] else []

    def _entity(self, type_: str, entity: Entity, record: ArticleRecord, article: int) -> str:
        key = entity.id if isinstance(entity, Country) else self.links.entity(record.id, entity.id)
        data = self.entities.get(key)
        if data is None:
            known = self.graph.nodes[key]
            linked = {} if isinstance(entity, Country) else self._certainty(key)
            latin = known.get("name_en" if isinstance(entity, Country) else "name_latin")
            data = {"id": key, "type": type_, "name": known["name"], "aliases": known.get("aliases", [])}
            data["count"] = known["articles"]
            data |= _given(latin=latin, country=known.get("country"), code=known.get("code"))
            data |= {"roles": [], "articles": []} | linked
            self.entities[key] = data
        if data["articles"][-1:] != [article]:  # two people of one article may have one name
            data["articles"].append(article)
        if isinstance(entity, Person):
            data["roles"] += [
                _given(
                    title=clean(role.title),
                    country=role.country,
                    organization=self._called(role.organization, record),
                    former=role.former or None,
                    article=article,
                )
                for role in entity.roles
            ]
        return key

    def _offices(self, entity: Data) -> None:
        """The offices that the graph has, with their numbers, past ones last."""
        known = self.graph.nodes[entity["id"]]
        told: dict[str, list[Data]] = {}
        for role in entity["roles"]:
            text = office_text(role["title"], role.get("country"), role.get("organization"))
            told.setdefault(text, []).append(role)
        offices = []
        for text, count in zip(known.get("roles", ()), known.get("roles_articles", ()), strict=True):
            past = sum(role.get("former", False) for role in told[text]) * 2 > len(told[text])
            shown = {k: v for k, v in told[text][0].items() if k not in ("article", "former")}
            offices.append([shown | ({"former": True} if past else {}), count])
        entity["offices"] = sorted(offices, key=lambda office: "former" in office[0])

    def _certainty(self, key: str) -> Data:
        score = self.links.entities[key].score
        return {"score": round(score, 2)} if score < 1 else {}

    @staticmethod
    def _called(organization: str | None, record: ArticleRecord) -> str | None:
        """The name of a role's organisation, which may be given by its id."""
        return next((o.name for o in record.organizations if o.id == organization), organization)

    def _event(
        self,
        relation: Relation,
        event: Event,
        record: ArticleRecord,
        article: int,
        at: At,
        party: Callable[[Ref], Data],
    ) -> str:
        key = self.links.entity(record.id, event.id)
        told = _given(
            article=article,
            status=getattr(event, "status", None),
            date=_date(event.date),
            confidence=event.confidence,
            why=_why(event.why, at),
        )
        parts = [(role, party(ref)) for role, ref in relation.parts(event)]
        told["parties"] = [p | {"role": role, "chief": relation.chief(role)} for role, p in parts]
        told["evidence"] = [at(span) for span in event.evidence]
        new: Data = {"id": key, "relation": relation.id, "count": self.graph.nodes[key]["articles"], "tellings": []}
        new |= self._certainty(key)
        self.events.setdefault(key, new)["tellings"].append(told)
        return key

    def _merge(self, event: Data, entities: dict[str, int]) -> None:
        """What the event is of all its tellings: those come first that tell what happened, and most of it."""
        relation, known = BY_ID[event["relation"]], self.graph.nodes[event["id"]]
        event["tellings"].sort(key=lambda told: (relation.rank(told.get("status", "")), -_fullness(told)))
        parties: dict[tuple[str, str], Data] = {}
        took_part = {
            who for who, _, edge in self.graph.in_edges(event["id"], data=True) if edge["type"] == "takes_part"
        }
        words = enough(1, known["articles"])  # who is only described is so in one article
        for told in event["tellings"]:
            for party in told.pop("parties"):
                if party["entity"] not in took_part if "entity" in party else not words:
                    continue
                key = (party.get("entity") or party["name"], "" if party["role"] in _ANY_PART else party["role"])
                if key not in parties or parties[key]["role"] == "participant":
                    parties[key] = party
        event["parties"] = list(parties.values())
        event |= _given(kind=known["kind"], status=known.get("status"), confidence=known.get("confidence"))
        if relation.placed:
            event |= _given(place=known.get("place"), country=known.get("country"))
        if "date_text" in known:
            names = {"text": "date_text", "start": "date_start", "end": "date_end", "granularity": "granularity"}
            event["date"] = _given(**{name: known.get(key) for name, key in names.items()})
        event["values"] = _given(**{name: known.get(name) for name in (*relation.values, *relation.lists)})
        ends = {end for _, end, edge in self.graph.out_edges(event["id"], data=True) if edge["type"] == "concerns"}
        event["concerns"] = sorted(entities[end] for end in ends if end in entities)

    def _statement(self, statement: Statement, article: int, at: At, party: Callable[[Ref], Data]) -> int:
        data = _given(
            article=article,
            verb=statement.verb,
            act=statement.act,
            mode=statement.mode,
            source=statement.source,
            date=_date(statement.date),
            confidence=statement.confidence,
            why=_why(statement.why, at),
        )
        data |= {
            "speakers": [party(p) for p in statement.speakers],
            "about": [party(p) for p in statement.about],
            "content": at(statement.content),
            "parts": [at(span) for span in statement.parts],
            "evidence": at(statement.evidence),
        }
        self.statements.append(data)
        return len(self.statements) - 1


def _described(relation: Relation) -> Data:
    """What the page is to know of a relation itself."""
    given: Data = {"id": relation.id, "field": relation.field, "sign": relation.sign, "directed": relation.directed}
    given |= {"happened": sorted(relation.happened), "undone": sorted(relation.undone)}
    return given | {"en": asdict(relation.en), "ar": asdict(relation.ar)}


def _named(entity: Entity) -> Span:
    """A mention of the entity, by its name if there is one."""
    return min(entity.mentions, key=lambda mention: mention.kind != "name")


def _fullness(told: Data) -> int:
    return len(told["parties"]) + 2 * ("start" in told.get("date", ()))


def _why(why: Why | None, at: At) -> Data | None:
    return {"cue": at(why.cue), "frame": why.frame, "slots": [_slot(slot) for slot in why.slots]} if why else None


def _slot(slot: Slot) -> Data:
    rejected = [candidate.model_dump() for candidate in slot.rejected]
    return _given(slot=slot.slot, step=slot.step, fillers=slot.fillers or None, rejected=rejected or None)


def _numbered(items: dict[str, Data]) -> dict[str, int]:
    """Key → index, those that most articles tell of first."""
    return {key: number for number, key in enumerate(sorted(items, key=lambda key: -items[key]["count"]))}


def _given(**fields: Any) -> Data:
    return {name: value for name, value in fields.items() if value is not None}


def _date(date: DateValue | None) -> Data | None:
    return _given(text=date.text, start=date.start, end=date.end, granularity=date.granularity) if date else None


def _utf16(text: str) -> Callable[[int], int]:
    """Offset in characters → offset in UTF-16 units."""
    wide = [i for i, c in enumerate(text) if c > "\uffff"]
    return lambda offset: offset + bisect_left(wide, offset)
