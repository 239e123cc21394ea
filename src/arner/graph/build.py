"""Records → one graph of who met whom, who said what, and which articles tell of it.

    links = link(records)
    graph = build_graph(records, links)
    graph.nodes[links.entity("sochi", "p1")]["articles"]   # in how many articles he is named

Nodes (`type`): `person`, `country`, `organization`, `place`, the kinds of event (`arner.events`: `meeting`,
`agreement`, `appointment`, a user's own `event`), `statement`, `article`, and `described` for somebody who is only
described («مسؤول أمريكي», an American official), who belongs to one article. Edges (`type`, also the edge's key):
`mentions` article → entity, `reports` article → event or statement, `holds_office` person → country or
organisation, `takes_part` party → event (its part is the edge's `role`), `held_in` event → place or country,
`concerns` appointment → the state or body of the office, `says` party → statement, `about` statement → entity,
`targets` statement → whom it accuses, praises, calls on …, `addresses` statement → who is told.

Who is the same in two articles is what `arner.linking` found. A country is its ISO code. Where articles tell of
one entity differently, it has what most of them say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import permutations, product
from typing import Any

import networkx as nx
from babel import Locale

from arner.arabic.orthography import clean, fold
from arner.events import BY_ID, RELATIONS, Relation
from arner.graph.bodies import body_latin, is_medium
from arner.graph.facts import DATE, Facts, dated, enough, most_told, status_of
from arner.graph.sides import sides
from arner.linking.clusters import Member
from arner.linking.ids import entity_id
from arner.linking.links import Links, link
from arner.linking.organizations import in_lexicon, key_of
from arner.records import (
    ArticleRecord,
    Country,
    Event,
    MeetingPlace,
    Organization,
    Person,
    Place,
    Ref,
    Statement,
)

_NOT_WORDS = re.compile(r"[\W_]+")
_SERVANT_OF = re.compile(r"\bعبد (?=ال)")
_PARTS = {"host": 0, "guest": 1, "participant": 2}  # who is a host in one article is one
_CODE = re.compile("[A-Z]{2}")
_LABEL = 80  # characters of a text that a node shows

Entity = Person | Country | Organization | Place


def identity(name: str) -> str:
    """What two spellings of one name have in common.

    >>> identity("عبد الفتّاح السيسي") == identity("عبدالفتاح_السيسى")
    True
    """
    return _SERVANT_OF.sub("عبد", _NOT_WORDS.sub(" ", fold(name)).casefold().strip())


def build_graph(records: Iterable[ArticleRecord], links: Links | None = None) -> nx.MultiDiGraph:
    """The graph of the records; attributes that a record does not give are absent, never None.

    `links` may be of more records than these, so that ids and names stay while a part of them is looked at; without
    it, the records are linked. What judgements leave out of a record is left out.

    Every node has `type`, `label` (short, for drawing) and `name`; every edge has `type`, `label` and `weight`; both
    have `articles` (how many tell of it), and where known `first_seen`, `last_seen` (ISO dates of publication),
    `sources` (how many publishers) and `source_names`; entities and their edges count `mentions`; an entity that was
    linked has `confidence`, the score of its least certain link; of an event, a statement and an office it is the
    highest that a record gives.

    Raises:
        ValueError: two records have the same id: their counts would be wrong.
        KeyError: `links` lacks one of the records.
    """
    if links is None:
        records = list(records)
        links = link(records)
    builder = _Builder(links)
    for record in records:
        builder.add(links.review.applied(record))
    builder.finish()
    return builder.graph


class _Builder:
    def __init__(self, links: Links) -> None:
        self.graph = nx.MultiDiGraph()
        self.links = links
        # What articles say of an entity's attributes, with the number of those that do.
        self.said: dict[str, dict[str, Counter[Any]]] = {}
        self.names: dict[str, str] = {}  # what an entity is called
        self.seen: dict[str, set[object]] = {}  # story → nodes, edges and facts that already count it
        self.mentioned: dict[str, dict[str, int]] = {}  # entity → story that is printed again, else "" → mentions
        self.reprinted = {copy.of for copy in links.copies.values()} | links.copies.keys()
        self.faced: dict[str, set[tuple[str, str]]] = {}  # event → pairs of whom an article has on two sides of it
        self.bodies: dict[str, Counter[str]] = {}  # key of an organisation's name → its nodes
        for linked in links.of.values():
            if linked.kind == "organization":
                self.bodies.setdefault(_body_key(linked.name), Counter())[linked.entity] += 1

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
        for node, count in telling.mentions.items():
            counts = self.mentioned.setdefault(node, {})
            story = telling.story if record.id in self.reprinted else ""
            counts[story] = max(counts.get(story, 0), count) if story else counts.get(story, 0) + count
        for person in record.people:
            telling.offices(person)
        for relation in RELATIONS:
            for event in relation.of(record):
                status = getattr(event, "status", None)
                telling.edge(article, telling.event(relation, event), "reports", status=status)
        for statement in record.statements:
            telling.edge(article, telling.statement(statement), "reports")

    def finish(self) -> None:
        """Give every entity what most articles say of it, whatever their order."""
        self._reprints()
        for node, said in self.said.items():
            if self.graph.nodes[node]["type"] not in BY_ID:
                self._name(node, said.get("name", Counter()))
        called: dict[str, dict[str, int]] = {}  # what a name alone means, and in how many articles
        for node, name in self.names.items():
            called.setdefault(identity(name), {})[node] = self.said[node].get("name", Counter())[name]
        for node, said in self.said.items():
            data = self.graph.nodes[node]
            facts = Facts(data)
            if relation := BY_ID.get(data["type"]):
                self._event(node, facts, said, relation)
            else:
                for key in said.keys() & {"country", "known", "name_en", "name_latin"}:
                    facts.one(key, said[key])
                facts.many("roles", _roles(said.get("role", Counter()), said.get("guess", Counter())))
                self._aliases(facts, said, called)
                if "medium" in said and most_told(said["medium"]):
                    data["media"] = True
                if entity := self.links.entities.get(node):
                    data["confidence"] = entity.score
            facts.close()
        self._drop_guesses()

    def _reprints(self) -> None:
        """Say of each article which one it reprints; of a part without the first, the next is what others reprint."""
        stories: dict[str, list[str]] = {}
        for article in self.reprinted:
            if f"article:{article}" in self.graph:
                stories.setdefault(self.links.story(article), []).append(article)
        for articles in stories.values():
            nodes = self.graph.nodes
            articles.sort(key=lambda a: (a in self.links.copies, nodes[f"article:{a}"].get("published", ""), a))
            for copy in articles[1:]:
                nodes[f"article:{copy}"]["duplicate_of"] = articles[0]
            if len(articles) > 1:
                nodes[f"article:{articles[0]}"]["copies"] = len(articles) - 1
        for node, counts in self.mentioned.items():
            self.graph.nodes[node]["mentions"] = sum(counts.values())

    def _name(self, node: str, told: Counter[str]) -> None:
        """The name that most articles use. What the lexicon calls a body goes before a newspaper's own phrase."""
        data = self.graph.nodes[node]
        if not told:  # a state that only stands in an office or a place's address
            code = node.partition(":")[2]
            told = Counter({Locale("ar").territories.get(code, code): 0})
        if data["type"] == "organization":
            told = Counter({name: n for name, n in told.items() if in_lexicon(name)}) or told
        self.names[node] = data["label"] = data["name"] = _most_used(told)

    def _aliases(self, facts: Facts, said: dict[str, Counter[Any]], called: dict[str, dict[str, int]]) -> None:
        """The other names, without what mostly means somebody else: «الخميني» is none of Khamenei's."""
        name = facts.data["name"]
        told = Counter(
            {n: count for n, count in (said.get("name", Counter()) | said.get("alias", Counter())).items() if n != name}
        )
        mine = self.names

        def other(alias: str) -> bool:
            means = called.get(identity(alias), {})
            return any(count > told[alias] and mine[node] != name for node, count in means.items())

        facts.many("aliases", told, but={alias for alias in told if other(alias)})

    def _event(self, node: str, facts: Facts, said: dict[str, Counter[Any]], relation: Relation) -> None:
        data = facts.data
        data["kind"] = most_told(said["kind"])
        for key in {"place", "country", *relation.values} & said.keys():
            facts.one(key, said[key])
        facts.date(said.get("date", Counter()))
        data["status"] = status_of(said["status"], data.get("date_start"), relation)
        for who, _, key, edge in sorted(self.graph.in_edges(node, keys=True, data=True), key=lambda e: (e[0], e[2])):
            if edge["type"] == "takes_part" and not enough(edge["articles"], data["articles"]):
                facts.slip(edge["role"], self._called(who), edge["articles"])
                self.graph.remove_edge(who, node, key)
                if self.graph.nodes[who]["type"] == "described" and not self.graph.degree(who):
                    self.graph.remove_node(who)
        for who, _, edge in self.graph.in_edges(node, data=True):
            others = sorted(
                other for one, other in self.faced.get(node, ()) if one == who and self.graph.has_edge(other, node)
            )
            if edge["type"] == "takes_part" and others:
                edge["opposite"] = others
        data["label"] = data["name"] = self._event_label(node, relation)

    def _drop_guesses(self) -> None:
        """An office of a country that only the context gave leaves where articles give the same office its country."""
        sure: dict[str, set[str]] = {}
        guessed: list[tuple[str, str, str]] = []
        for start, end, key, data in self.graph.edges(keys=True, data=True):
            if data["type"] == "holds_office" and data.pop("guessed"):
                guessed.append((start, end, key))
            elif data["type"] == "holds_office":
                sure.setdefault(start, set()).add(key)
        self.graph.remove_edges_from(edge for edge in guessed if edge[2] in sure.get(edge[0], ()))

    def _event_label(self, node: str, relation: Relation) -> str:
        data = self.graph.nodes[node]
        edges = self.graph.in_edges(node, data=True)
        chief = [(who, e) for who, _, e in edges if e["type"] == "takes_part" and relation.chief(e["role"])]
        told = {(-edge["articles"], self._called(who)) for who, edge in chief}
        names = "، ".join(name for _, name in sorted(told))
        values = [str(data[name]) for name in relation.alike if name in data and name not in relation.concerns]
        return _short(f"{data['kind']}: {' – '.join(filter(None, (names, *values)))}".rstrip(": "))

    def _called(self, node: str) -> str:
        return self.names.get(node) or str(self.graph.nodes[node]["name"])


class _Telling:
    """What one article adds to the graph."""

    def __init__(self, builder: _Builder, record: ArticleRecord) -> None:
        self.builder = builder
        self.graph = builder.graph
        self.record = record
        self.refs: dict[str, str] = {}  # ids of the record → nodes
        self.story = builder.links.story(record.id)
        # Nodes, edges and what is said of them that already count this article, or the story that others print too.
        self.seen = builder.seen.setdefault(self.story, set()) if record.id in builder.reprinted else set()
        self.mentions = Counter[str]()

    def node(self, node: str, type_: str, name: str, **data: Any) -> str:
        if node not in self.graph:
            self.graph.add_node(node, type=type_, label=name, name=name, **_given(data))
        self._count(node, self.graph.nodes[node])
        return node

    def say(self, node: str, **data: Any) -> None:
        """This article says so of an entity that others tell of too."""
        said = self.builder.said.setdefault(node, {})
        for key, value in _given(data).items():
            if (node, key, value) not in self.seen:
                self.seen.add((node, key, value))
                said.setdefault(key, Counter())[value] += 1

    def _tell(self, node: str, key: str, values: Iterable[Any]) -> None:
        for value in values:
            self.say(node, **{key: clean(value) if isinstance(value, str) else value})

    def edge(self, start: str, end: str, type_: str, key: str = "", mentions: int = 0, **data: Any) -> None:
        key = key or type_
        if not self.graph.has_edge(start, end, key):
            self.graph.add_edge(start, end, key, **{"type": type_, "label": type_} | _given(data))
        found = self.graph.edges[start, end, key]
        for name, value in _given(data).items():  # whichever article comes first
            found[name] = min(found[name], value, key=lambda v: (_PARTS.get(v, 0), v))
        self._count((start, end, key), found)
        if mentions:
            found["mentions"] = found.get("mentions", 0) + mentions
        found["weight"] = found.get("mentions", found["articles"])

    def entity(self, entity: Entity) -> str:
        if isinstance(entity, Country):
            node = self._country(entity.code, entity.name, name_en=entity.name_en)
        else:
            node = self.builder.links.entity(self.record.id, entity.id)
            self.node(node, node.partition(":")[0], "")
            self.say(node, name=clean(entity.name))
        match entity:
            case Person():
                self.say(node, name_latin=entity.name_latin, known=entity.known)
                self._tell(node, "alias", entity.aliases)
                told = [(r, office_text(r.title, r.country, self._called(r.organization))) for r in entity.roles]
                self._tell(node, "role", [text for r, text in told if r.country_from != "context"])
                self._tell(node, "guess", [(clean(r.title), text) for r, text in told if r.country_from == "context"])
            case Organization():
                self.say(node, country=entity.country, known=entity.known)
                self.say(node, medium=is_medium(entity.name, entity.known))
                self.say(node, name_latin=body_latin(entity.name, entity.known))
                self._tell(node, "alias", entity.aliases)
            case Place():
                self.say(node, country=entity.country)
        self.refs[entity.id] = node
        self.mentions[node] += len(entity.mentions)
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
                    guessed=role.country_from == "context",
                )
                _surest(self.graph.edges[self.refs[person.id], end, key], role.confidence)

    def event(self, relation: Relation, event: Event) -> str:
        place: MeetingPlace | None = getattr(event, "place", None)
        kind = relation.kind(event)
        node = self.node(self.builder.links.entity(self.record.id, event.id), relation.id, kind)
        values = {name: relation.value(event, name) for name in relation.values}
        values |= {name: self._called(values[name]) for name in relation.concerns}
        where = {"place": place.name, "country": place.country} if place else {}
        status = getattr(event, "status", None)
        said = where | values | {"kind": kind}
        self.say(node, **{name: clean(value) if isinstance(value, str) else value for name, value in said.items()})
        self.say(node, status=(status, self.record.published or ""))
        if event.date:
            self.say(node, date=dated(event.date))
        for name in relation.lists:
            self._collect(node, name, getattr(event, name))
        self._collect(node, "evidence", [span.text for span in event.evidence])
        self._collect(node, "rules", [event.rule])
        _surest(self.graph.nodes[node], event.confidence)
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
            self.builder.faced.setdefault(node, set()).update(product(one, other))

    def _called(self, of: str | None) -> str | None:
        """The name of a state's or body's field, which may be an id."""
        return next((body.name for body in self.record.organizations if body.id == of), of)

    def statement(self, statement: Statement) -> str:
        """A statement that reprints repeat is that of the first of them."""
        own = Member(self.record.id, statement.id)
        first = self.builder.links.retold.get(own, own)
        node = f"statement:{first}"
        given = {
            "verb": statement.verb,
            "act": statement.act,
            "mode": statement.mode,
            "content": statement.content.text,
            "start": statement.content.start,
            "end": statement.content.end,
            "source": statement.source,
            "rule": statement.rule,
            "confidence": statement.confidence,
        }
        if statement.date:
            given |= dict(zip(DATE, dated(statement.date), strict=True))
        if node in self.graph and own == first:  # whichever article comes first
            self.graph.nodes[node].update(_given(given))
        self.node(node, "statement", _short(f"{statement.verb}: {statement.content.text}"), **given)
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

    def _country(self, code: str, name: str = "", **data: Any) -> str:
        node = self.node(f"country:{code}", "country", "", code=code)
        self.builder.said.setdefault(node, {})
        self.say(node, name=clean(name) or None, **data)
        return node

    def _organization(self, name: str) -> str:
        """The body of an office: one of this article, else the one of this name that most articles mean."""
        if name in self.refs:  # given by its id
            return self.refs[name]
        key = _body_key(name)
        for body in self.record.organizations:
            if _body_key(body.name) == key:
                return self.refs[body.id]
        known = self.builder.bodies.get(key)
        node = min(known, key=lambda n: (-known[n], n)) if known else entity_id("organization", name, key)
        self.node(node, "organization", "")
        self.say(node, name=clean(name))
        return node

    def _party(self, ref: Ref) -> str:
        """Who speaks, takes part or is spoken of; who is only described is known in this article alone."""
        if ref.ref in self.refs:
            return self.refs[ref.ref]
        if ref.ref and re.fullmatch(r"country:[A-Z]{2}", ref.ref):
            return self._country(ref.ref.partition(":")[2], ref.name)
        words = identity(ref.name) or str(ref.ref)
        node = self.node(f"described:{self.record.id}#{words}", "described", clean(ref.name) or words)
        if ref.described and ref.described.known:  # whoever held the office that year need not be who is meant: no link
            self.graph.nodes[node]["known"] = ref.described.known
        return node

    def _collect(self, node: str, key: str, values: Iterable[str]) -> None:
        data = self.graph.nodes[node]
        if merged := sorted({*data.get(key, ()), *map(clean, values)}):
            data[key] = merged

    def _count(self, what: object, data: dict[str, Any]) -> None:
        """Count this article, or the story that it reprints, once for a node or an edge."""
        if what not in self.seen:
            self.seen.add(what)
            data["articles"] = data.get("articles", 0) + 1
        if day := self.record.published:
            data["first_seen"] = min(day, data.get("first_seen", day))
            data["last_seen"] = max(day, data.get("last_seen", day))
        if source := self.record.source:
            data["source_names"] = sorted({*data.get("source_names", ()), source})
            data["sources"] = len(data["source_names"])


def _most_used(names: Counter[str]) -> str:
    """The name that most articles use; full ones go before words alone."""
    return min(names, key=lambda name: (" " not in name, -names[name], name))


def _roles(sure: Counter[str], guessed: Counter[tuple[str, str]]) -> Counter[str]:
    """The offices told of somebody; one of a country that the context gave if no article tells the title's country."""
    titles = {role.partition(" (")[0] for role in sure}
    return sure + Counter({role: n for (title, role), n in guessed.items() if title not in titles})


def _surest(data: dict[str, Any], confidence: float | None) -> None:
    if confidence is not None:
        data["confidence"] = max(confidence, data.get("confidence", confidence))


def _body_key(name: str) -> str:
    key, country, _ = key_of(name)
    return f"{key} {country}".strip()


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None and value != []}


def office_text(title: str, country: str | None, organization: str | None) -> str:
    """An office as `roles` has it.

    >>> office_text("وزير الخارجية", "RU", None)
    'وزير الخارجية (RU)'
    """
    of = ", ".join(filter(None, (organization, country)))
    return clean(f"{title} ({of})" if of else title)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LABEL else text[: _LABEL - 1] + "…"
