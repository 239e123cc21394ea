"""What analysts look at: parts of the graph, and its projections to who met whom and the like.

met = project(graph, "meetings")       # who met whom
met.edges(data="weight")               # in how many meetings
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import combinations
from typing import Any, Literal, get_args

import networkx as nx

Projection = Literal["meetings", "countries", "statements", "mentions"]
PROJECTIONS: tuple[Projection, ...] = get_args(Projection)
ACTORS = frozenset({"person", "country", "organization"})
_CROWD = 200  # entities of one article; those of a longer list of names say little of each other


def select(graph: nx.Graph, types: Collection[str] = (), min_count: int = 1) -> nx.Graph:
    """The part of a graph with nodes of these types (all if none are given) that enough articles tell of.

    Edges need the weight `min_count` too; nodes that lose all their edges by that go. The graph is not changed.
    """
    kept = [
        node
        for node, data in graph.nodes(data=True)
        if (not types or data.get("type") in types) and (min_count <= 1 or _enough(data, min_count))
    ]
    part = graph.subgraph(kept).copy()
    if min_count > 1:
        linked = {node for node, degree in part.degree() if degree}
        few = [edge for edge in _edges(part) if edge[-1].get("weight", 1) < min_count and _counted(edge[-1])]
        part.remove_edges_from([edge[:-1] for edge in few])
        part.remove_nodes_from([node for node in list(nx.isolates(part)) if node in linked])
    return part


def _enough(data: dict[str, Any], least: int) -> bool:
    """Articles and statements are single by their nature: of them, no count is asked."""
    return data.get("type") in ("article", "statement") or data.get("articles", least) >= least


def _counted(data: dict[str, Any]) -> bool:
    return data.get("type") not in ("reports", "says", "about")


def _edges(graph: nx.Graph) -> Iterator[tuple[Any, ...]]:
    if graph.is_multigraph():
        return iter(graph.edges(keys=True, data=True))
    return iter(graph.edges(data=True))


def project(graph: nx.MultiDiGraph, projection: Projection) -> nx.Graph:
    """One of the projections of the graph that `build_graph` makes:

    meetings    who met whom: people, states, organisations; `weight` is the number of meetings
    countries   state to state: meetings of those who act for them; a visit counts the state visited too
    statements  who spoke about whom, directed; `weight` is the number of statements, `acts` which ones
    mentions    who is named in one article with whom; `weight` is the number of articles

    Nodes keep their attributes. Edges have `type`, `label`, `weight`, `first_seen`, `last_seen`.

    Raises:
        ValueError: there is no such projection.
    """
    found: dict[Projection, Callable[[nx.MultiDiGraph], nx.Graph]] = {
        "meetings": _meetings,
        "countries": _countries,
        "statements": _statements,
        "mentions": _mentions,
    }
    if projection not in found:
        raise ValueError(f"no projection {projection!r}; there are {', '.join(PROJECTIONS)}")
    return found[projection](graph)


def _meetings(graph: nx.MultiDiGraph) -> nx.Graph:
    met = nx.Graph()
    for meeting in _of_type(graph, "meeting"):
        parties = sorted({who for who in _ends(graph, meeting, "takes_part") if _type(graph, who) in ACTORS})
        for one, other in combinations(parties, 2):
            _count(met, graph, one, other, "met", graph.nodes[meeting], "kinds", graph.nodes[meeting]["kind"])
    return met


def _countries(graph: nx.MultiDiGraph) -> nx.Graph:
    between = nx.Graph()
    state = {node: _state(graph, node) for node in graph if _type(graph, node) in ACTORS}
    for meeting in _of_type(graph, "meeting"):
        data = graph.nodes[meeting]
        states = {found for who in _ends(graph, meeting, "takes_part") if (found := state.get(who))}
        if data["kind"] == "visit":
            states |= {end for _, end, key in graph.out_edges(meeting, keys=True) if _type(graph, end) == "country"}
        for one, other in combinations(sorted(states), 2):
            _count(between, graph, one, other, "met", data, "kinds", data["kind"])
    return between


def _statements(graph: nx.MultiDiGraph) -> nx.DiGraph:
    spoke = nx.DiGraph()
    for statement in _of_type(graph, "statement"):
        data = graph.nodes[statement]
        speakers = [who for who in _ends(graph, statement, "says") if _type(graph, who) in ACTORS]
        about = {end for _, end, edge in graph.out_edges(statement, data=True) if edge["type"] == "about"}
        for speaker in sorted(set(speakers)):
            for whom in sorted(about - {speaker}):
                if _type(graph, whom) in ACTORS:
                    _count(spoke, graph, speaker, whom, "spoke_about", data, "acts", data["act"])
    return spoke


def _mentions(graph: nx.MultiDiGraph) -> nx.Graph:
    together = nx.Graph()
    for article in _of_type(graph, "article"):
        ends = ((end, edge["type"]) for _, end, edge in graph.out_edges(article, data=True))
        named = sorted({end for end, type_ in ends if type_ == "mentions" and _type(graph, end) in ACTORS})
        for one, other in combinations(named, 2) if len(named) <= _CROWD else ():
            _count(together, graph, one, other, "named_together", graph.nodes[article])
    return together


def _state(graph: nx.MultiDiGraph, actor: str) -> str | None:
    """The state that an actor speaks for: itself, an organisation's, of a person the one whose office most give."""
    data = graph.nodes[actor]
    if data["type"] == "country":
        return actor
    if data["type"] == "organization":
        node = f"country:{data.get('country')}"
        return node if node in graph else None
    offices: Counter[str] = Counter()
    for _, end, edge in graph.out_edges(actor, data=True):
        if edge["type"] == "holds_office" and _type(graph, end) == "country" and not edge.get("former"):
            offices[end] += edge["articles"]
    return min(offices, key=lambda node: (-offices[node], node), default=None)


def _count(
    view: nx.Graph,
    graph: nx.MultiDiGraph,
    one: str,
    other: str,
    type_: str,
    told: dict[str, Any],
    key: str = "",
    what: str = "",
) -> None:
    for node in (one, other):
        if node not in view:
            view.add_node(node, **graph.nodes[node])
    if not view.has_edge(one, other):
        view.add_edge(one, other, type=type_, label=type_, weight=0)
    edge = view.edges[one, other]
    edge["weight"] += 1
    if key:
        edge[key] = sorted({*edge.get(key, ()), what})
    for name, best in (("first_seen", min), ("last_seen", max)):
        if day := told.get(name):
            edge[name] = best(day, edge.get(name, day))


def _of_type(graph: nx.MultiDiGraph, type_: str) -> Iterable[str]:
    return [node for node, data in graph.nodes(data=True) if data["type"] == type_]


def _type(graph: nx.MultiDiGraph, node: str) -> str:
    return str(graph.nodes[node]["type"])


def _ends(graph: nx.MultiDiGraph, node: str, type_: str) -> Iterator[str]:
    """Who has an edge of this type to `node`."""
    return (start for start, _, edge in graph.in_edges(node, data=True) if edge["type"] == type_)
