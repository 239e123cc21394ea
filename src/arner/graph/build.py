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

Each article is told as rows (`graph/tellings.py`), and all rows of a node or an edge make it (`graph/tallies.py`); here
they are brought together in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

import networkx as nx

from arner.collector import paused, paused_over
from arner.events import BY_ID
from arner.graph import tallies
from arner.graph.tallies import EdgeTally, NodeTally, Part
from arner.graph.tellings import Data, Linked, body_key, identity, tell, type_of
from arner.linking.clusters import Member
from arner.linking.links import Links, link
from arner.records import ArticleRecord, Event, Organization, Person, Place

ENTITIES = frozenset({"person", "country", "organization", "place"})
Ends = tuple[str, str, str]  # start, end, key
_K = TypeVar("_K")
_T = TypeVar("_T")


def build_graph(records: Iterable[ArticleRecord], links: Links | None = None) -> nx.MultiDiGraph:
    """The graph of the records; attributes that a record does not give are absent, never None.

    `links` may be of more records than these, so that ids and names stay while a part of them is looked at; without
    it, the records are linked. What judgements leave out of a record is left out.

    Every node has `type`, `label` (short, for drawing) and `name`; every edge has `type`, `label` and `weight`; both
    have `articles` (how many tell of it), and where known `first_seen`, `last_seen` (ISO dates of publication),
    `sources` (how many publishers) and `source_names`; entities and their edges count `mentions`; an entity that was
    linked has `confidence`, the score of its least certain link; of an event, a statement and an office it is the
    highest that a record gives. Nodes and edges stand in the order of their ids.

    Raises:
        ValueError: two records have the same id: their counts would be wrong.
        KeyError: `links` lacks one of the records.
    """
    if links is None:
        records = list(records)
        links = link(records)
    builder, bodies = _Builder(links), bodies_of(links)
    reprinted = {copy.of for copy in links.copies.values()} | links.copies.keys()
    with paused_over(records):
        for record in map(links.review.applied, records):
            builder.add(record, linked_of(record, links, reprinted), bodies)
    return builder.graph()


def linked_of(record: ArticleRecord, links: Links, reprinted: set[str]) -> Linked:
    """What the links say of one record; `reprinted` are the articles that are copies or have some."""
    found: list[Person | Organization | Place | Event] = [
        *record.people,
        *record.organizations,
        *record.places,
        *record.all_events(),
    ]
    article, repeated = record.id, record.id in reprinted
    return Linked(
        {item.id: links.entity(article, item.id) for item in found},
        links.story(article) if repeated else "",
        {s.id: str(links.retold[own]) for s in record.statements if (own := Member(article, s.id)) in links.retold}
        if repeated
        else {},
    )


def bodies_of(links: Links) -> dict[str, str]:
    """`body_key` of a name → the organisation that most articles mean by it."""
    told = Counter((linked.name, linked.entity) for linked in links.of.values() if linked.kind == "organization")
    return meaning((name, entity, n) for (name, entity), n in told.items())


def meaning(told: Iterable[tuple[str, str, int]]) -> dict[str, str]:
    """`body_key` of a name → the entity that most articles mean by it, of names with entities and their numbers."""
    meant: dict[str, Counter[str]] = {}
    for name, entity, n in told:
        meant.setdefault(body_key(name), Counter())[entity] += n
    return {key: min(some, key=lambda entity: (-some[entity], entity)) for key, some in meant.items()}


class _Builder:
    def __init__(self, links: Links) -> None:
        self.links = links
        self.nodes: dict[str, Data] = {}  # those that are done
        self.edges: dict[Ends, Data] = {}
        self.node_tallies: dict[str, NodeTally] = {}  # those of which other articles may tell too
        self.edge_tallies: dict[Ends, EdgeTally] = {}
        self.stories: dict[str, list[tuple[str, bool, str]]] = {}

    def add(self, record: ArticleRecord, linked: Linked, bodies: dict[str, str]) -> None:
        article = f"article:{record.id}"
        if article in self.nodes:
            raise ValueError(f"two records have the id {record.id!r}")
        nodes, edges = tell(record, linked, bodies)
        for node in nodes:
            if node.alone:
                self.nodes[node.node] = tallies.plain(node.node, NodeTally.of([node]))
                continue
            if (mine := self.node_tallies.get(node.node)) is None:
                mine = self.node_tallies[node.node] = NodeTally()
            mine.add(node)
        for edge in edges:
            ends = edge[:3]
            if edge.alone:
                self.edges[ends] = EdgeTally.of([edge]).edge(edge.key)
                continue
            if (known := self.edge_tallies.get(ends)) is None:
                known = self.edge_tallies[ends] = EdgeTally()
            known.add(edge)
        if linked.story:
            printed = record.id, linked.story != record.id, record.published or ""
            self.stories.setdefault(linked.story, []).append(printed)

    @paused()
    def graph(self) -> nx.MultiDiGraph:
        self._edges()
        names = self._entities()
        self._events(names)
        for printed in self.stories.values():
            for article, told in tallies.reprints(printed).items():
                self.nodes[f"article:{article}"] |= told
        tied = {end for start, end, _ in self.edges} | {start for start, *_ in self.edges}
        graph = nx.MultiDiGraph()
        for node in sorted(self.nodes):
            data = self.nodes.pop(node)  # nothing is held twice
            if (
                node in tied or type_of(node) != "described"
            ):  # of an event that he is not believed to have taken part in
                graph.add_node(node, **data)
        for ends in sorted(self.edges):
            graph.add_edge(*ends, **self.edges.pop(ends))
        return graph

    def _edges(self) -> None:
        offices: dict[tuple[str, str], dict[Ends, Data]] = {}  # somebody's of one title
        for ends, tally in _taken(self.edge_tallies):
            data = tally.edge(ends[2])
            if data["type"] == "holds_office":
                offices.setdefault((ends[0], ends[2]), {})[ends] = data
            else:
                self.edges[ends] = data
        for held in offices.values():
            stay = tallies.sure(list(held.values()))
            self.edges |= {ends: data for (ends, data), stays in zip(held.items(), stay, strict=True) if stays}

    def _entities(self) -> dict[str, str]:
        """Finish entities and statements; the names of entities."""
        entities = {node: tally for node, tally in self.node_tallies.items() if type_of(node) in ENTITIES}
        names: dict[str, str] = {}
        meant: dict[str, dict[str, int]] = {}  # names but for spelling → by how many articles somebody is called so
        for node, tally in entities.items():
            name, told = tallies.name_of(node, tally)
            names[node] = name
            same = meant.setdefault(identity(name), {})
            same[name] = max(told, same.get(name, 0))
        for node, tally in entities.items():
            name = names[node]
            others = tallies.other_names(tally, name).items()
            but = {n for n, told in others if tallies.mostly_another(n, told, name, meant.get(identity(n), {}))}
            known = self.links.entities.get(node)
            self.nodes[node] = tallies.entity(node, tally, name, known.score if known else None, but)
            del self.node_tallies[node]
        return names

    def _events(self, names: dict[str, str]) -> None:
        parts: dict[str, list[Part]] = {}
        for ends in [ends for ends, data in self.edges.items() if data["type"] == "takes_part"]:
            who, event, key = ends
            called = names.get(who) or str(self.nodes[who]["name"])
            parts.setdefault(event, []).append(Part(who, key, self.edges.pop(ends), called))
        for node, tally in _taken(self.node_tallies):
            if type_of(node) in BY_ID:
                self.nodes[node], believed = tallies.event(node, tally, parts.get(node, ()))
                self.edges |= {(part.who, node, part.key): part.data for part in believed}
            else:
                self.nodes[node] = tallies.plain(node, tally)


def _taken(tallies: dict[_K, _T]) -> Iterator[tuple[_K, _T]]:
    """All of them, each forgotten as it is taken, so that nothing is held twice."""
    while tallies:
        yield tallies.popitem()
