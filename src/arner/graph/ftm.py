"""Graph → FollowTheMoney entities, JSON lines, for Aleph and OpenSanctions' tools.

person → Person, country → Country… in the words of that model: organizations are Organization, articles Article,
events and statements Event; who takes part is `involved` and a host `organizer`; who holds an office has an Occupancy
of a Position, and who takes or leaves one has another, with its date; every entity that an article names is a Mention
of the article, `resolved` to it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx

from arner.events import APPOINTMENT, BY_ID
from arner.files import replacing
from arner.graph.tellings import identity
from arner.graph.values import text_of

_SCHEMA = {
    "person": "Person",
    "organization": "Organization",
    "country": "PublicBody",
    "place": "Address",
    "article": "Article",
    "statement": "Event",
    "described": "LegalEntity",
} | dict.fromkeys(BY_ID, "Event")
_DETECTED = ("Person", "Organization")
_PLAIN_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")
_TAKEN, _LEFT = {"appointed", "elected", "sworn_in"}, {"dismissed", "resigned", "ended"}
_NO_FTM_CODE = {"SU": "suhh", "YU": "yucs"}  # its codes of states that are no more

Properties = dict[str, list[str]]


def write_ftm(graph: nx.MultiDiGraph, path: str | os.PathLike[str]) -> None:
    """Write the graph that `build_graph` makes to `path`, whole or not at all.

    Raises:
        ValueError: it is a projection, which that model has no words for.
    """
    if not graph.is_multigraph():
        raise ValueError(f"{path}: FollowTheMoney holds the graph itself, no projection of it")
    with replacing(Path(path)) as out:
        for entity in entities(graph):
            out.write(json.dumps(entity, ensure_ascii=False) + "\n")


def entities(graph: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    """The entities of the graph that `build_graph` makes, each once: `id`, `schema`, `properties`."""
    posts: set[str] = set()
    for entity in _told(graph):
        if entity["schema"] == "Position":  # of everybody who holds it
            if entity["id"] in posts:
                continue
            posts.add(entity["id"])
        yield entity


def _told(graph: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    """The entities, in the order of nodes and edges; an office as often as somebody holds it."""
    for node, data in graph.nodes(data=True):
        if schema := _SCHEMA.get(data.get("type", "")):
            yield _entity(_id(node), schema, _node(graph, node, data))
        if data.get("type") == APPOINTMENT.id:
            yield from _change(graph, node, data)
    for start, end, key, data in graph.edges(keys=True, data=True):
        match data.get("type"):
            case "mentions":
                yield from _mention(graph, start, end)
            case "holds_office":
                yield from _office(graph, start, end, key, data)


def _node(graph: nx.MultiDiGraph, node: str, data: dict[str, Any]) -> Properties:
    said = {"name": [data.get("name")], "alias": data.get("aliases", ())}
    match data["type"]:
        case "person":
            return _properties(
                **said,
                alias_=[data.get("name_latin")],
                position=data.get("roles", ()),
                nationality=_states(graph, node),
            )
        case "organization":
            return _properties(**said, country=[data.get("country")])
        case "country":
            return _properties(**said, alias_=[data.get("name_en")], country=[data.get("code")])
        case "place":
            return _properties(full=[data.get("name")], country=[data.get("country")])
        case "described":
            return _properties(**said)
        case "article":
            return _properties(
                title=[data.get("name")],
                publishedAt=[data.get("published")],
                publisher=[data.get("source")],
                sourceUrl=[data.get("url")],
                language=["ara"],
            )
    into = list(graph.in_edges(node, data=True))
    proof = [_id(start) for start, _, edge in into if edge["type"] == "reports"]
    return _properties(
        name=[data.get("name")],
        startDate=[data.get("date_start")],
        endDate=[data.get("date_end")],
        proof=proof,
        **(_statement if data["type"] == "statement" else _event)(graph, node, data, into),
    )


Edges = Iterable[tuple[str, str, dict[str, Any]]]


def _statement(graph: nx.MultiDiGraph, node: str, data: dict[str, Any], into: Edges) -> dict[str, Iterable[Any]]:
    return {
        "summary": [data.get("content")],
        "keywords": ["statement", data.get("act")],
        "organizer": [_id(start) for start, _, edge in into if edge["type"] == "says"],
        "involved": [_id(end) for _, end, edge in graph.out_edges(node, data=True) if edge["type"] == "about"],
    }


def _event(graph: nx.MultiDiGraph, node: str, data: dict[str, Any], into: Edges) -> dict[str, Iterable[Any]]:
    parts = [(_id(start), edge.get("role")) for start, _, edge in into if edge["type"] == "takes_part"]
    return {
        "keywords": [data["type"], data.get("kind"), data.get("status")],
        "location": [data.get("place")],
        "country": [data.get("country")],
        "summary": data.get("evidence", ()),
        "organizer": [who for who, role in parts if role == "host"],
        "involved": [who for who, role in parts if role != "host"],
    }


def _states(graph: nx.MultiDiGraph, person: str) -> Iterator[str]:
    """The state whose office most articles give: Aleph compares people by it."""
    offices = [
        (-data["articles"], end.partition(":")[2])
        for _, end, data in graph.out_edges(person, data=True)
        if data["type"] == "holds_office" and end.startswith("country:")
    ]
    yield from (code for _, code in sorted(offices)[:1])


def _mention(graph: nx.MultiDiGraph, article: str, named: str) -> Iterator[dict[str, Any]]:
    schema = _SCHEMA.get(graph.nodes[named]["type"])
    if schema in _DETECTED:
        known = _properties(
            document=[_id(article)],
            name=[graph.nodes[named].get("name")],
            detectedSchema=[schema],
            resolved=[_id(named)],
        )
        yield _entity(_hashed("mention", article, named), "Mention", known)


def _office(graph: nx.MultiDiGraph, holder: str, of: str, key: str, data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    post, position = _position(graph, of, data["title"])
    yield position
    held = _properties(holder=[_id(holder)], post=[post], status=["ended" if data.get("former") else "current"])
    yield _entity(_hashed("occupancy", holder, of, key), "Occupancy", held)


def _change(graph: nx.MultiDiGraph, event: str, data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The office that somebody took or left, from that day or to that day."""
    kind, day = data.get("kind"), [data.get("date_start")]
    if data.get("status") != "done" or kind not in _TAKEN | _LEFT or "title" not in data:
        return
    into, out = graph.in_edges(event, data=True), graph.out_edges(event, data=True)
    people = [who for who, _, edge in into if edge.get("role") == "person" and who.startswith("person:")]
    for of in [end for _, end, edge in out if edge["type"] == "concerns"][:1]:
        post, position = _position(graph, of, data["title"])
        yield position
        when, status = ("startDate", "current") if kind in _TAKEN else ("endDate", "ended")
        for who in people:
            held = _properties(holder=[_id(who)], post=[post], status=[status], **{when: day})
            yield _entity(_hashed("occupancy", who, event), "Occupancy", held)


def _position(graph: nx.MultiDiGraph, of: str, title: str) -> tuple[str, dict[str, Any]]:
    post = _hashed("position", of, identity(title))
    state = of.startswith("country:")
    where = {"country": [of.partition(":")[2]]} if state else {"organization": [_id(of)]}
    name = f"{title} ({graph.nodes[of].get('name')})"
    return post, _entity(post, "Position", _properties(name=[name], **where))


def _properties(**given: Iterable[Any]) -> Properties:
    """The values as text, each once; `alias_` adds to `alias`."""
    found: Properties = {}
    for name, values in given.items():
        kept = found.setdefault(name.rstrip("_"), [])
        for value in values:
            text = text_of(value) if value is not None else ""
            if name in ("country", "nationality"):
                text = _NO_FTM_CODE.get(text, text).lower()
            if text.strip() and text not in kept:
                kept.append(text)
    return {name: kept for name, kept in found.items() if kept}


def _entity(id_: str, schema: str, properties: Properties) -> dict[str, Any]:
    return {"id": id_, "schema": schema, "properties": properties}


def _id(node: str) -> str:
    """A node's id in the letters that an entity's may have."""
    plain = node.replace(":", "-")
    return plain if _PLAIN_ID.fullmatch(plain) else _hashed(node)


def _hashed(*parts: str) -> str:
    kind = parts[0].partition(":")[0]
    return f"{kind}-{hashlib.sha256(' '.join(parts).encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"
