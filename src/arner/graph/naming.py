"""Records that call people, bodies, states and places as the linked graph does, for tables that go with it.

naming = Naming(links, build_graph(records, links))
naming.record(records[0]).people[0].name     # the name of the node
naming.entity(records[0], records[0].people[0])  # its id
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx

from arner.linking.clusters import Member
from arner.linking.links import Links
from arner.records import ArticleRecord, Country, Event, Organization, Person, Place, Statement

_ENTITIES = ("people", "organizations", "places", "countries")


@dataclass(frozen=True, slots=True)
class Naming:
    """`graph` is what `build_graph` makes of records with these `links`."""

    links: Links
    graph: nx.MultiDiGraph

    def record(self, record: ArticleRecord) -> ArticleRecord:
        """The record with the names of the graph, wherever somebody stands by id, without what is judged wrong."""
        record = self.links.review.applied(record)
        nodes = {
            item.id: self.graph.nodes[self.entity(record, item)]
            for field in _ENTITIES
            for item in getattr(record, field)
        }
        data = record.model_dump()
        for field in _ENTITIES:
            for item in data[field]:
                node = nodes[item["id"]]
                item |= {key: node[key] for key in ("name", "name_latin") if key in item and key in node}
        _rename(data, {id_: str(node["name"]) for id_, node in nodes.items()})
        return ArticleRecord.model_validate(data)

    def entity(self, record: ArticleRecord, item: Person | Organization | Place | Country | Event | Statement) -> str:
        """The node of an item of the record."""
        if isinstance(item, Country):
            return f"country:{item.code}"
        member = Member(record.id, item.id)
        if isinstance(item, Statement):
            return f"statement:{self.links.retold.get(member, member)}"
        return self.links.entity(*member)


def _rename(data: Any, names: dict[str, str]) -> None:
    """Give whoever stands by an id the name of it."""
    if isinstance(data, dict):
        if data.get("ref") in names:
            data["name"] = names[data["ref"]]
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            _rename(part, names)
