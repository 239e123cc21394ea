"""Who stands in the middle, who belongs together, and where to draw them, as attributes of the nodes.

All are of the graph as it is written: edges between the same two count together, whatever their direction.
"""

from __future__ import annotations

import networkx as nx

_EXACT = 1_000  # nodes, up to which betweenness is counted over all; of more, from a sample of so many
_DRAWN = 5_000  # nodes that can be laid out: the work grows with their square
_SCALE = 1_000.0  # how far from the middle the farthest node stands


def measure(graph: nx.Graph) -> None:
    """Give every node a `degree`, a `betweenness` and a `community`.

    `degree`: how many others it is tied to. `betweenness` (0 to 1): on which share of the shortest ways between others
    it lies, ties all alike; in graphs of over 1,000 nodes it is estimated. `community`: the number of its group as
    Louvain's method finds it by the weights, 1 the largest.
    """
    simple, nodes = _simple(graph)
    betweenness = nx.betweenness_centrality(simple, k=_EXACT if len(simple) > _EXACT else None, seed=0)
    groups = [sorted(group) for group in nx.community.louvain_communities(simple, seed=0)] if simple else []
    community = {i: n for n, group in enumerate(sorted(groups, key=lambda g: (-len(g), g)), 1) for i in group}
    for i, node in enumerate(nodes):
        data = graph.nodes[node]
        data["degree"], data["betweenness"] = simple.degree(i), round(betweenness[i], 6)
        data["community"] = community[i]


def lay_out(graph: nx.Graph) -> None:
    """Give every node a place, `x` and `y` (-1000 to 1000), by ForceAtlas2: who is tied stands together.

    Raises:
        ValueError: there are more than 5,000 nodes.
    """
    if len(graph) > _DRAWN:
        raise ValueError(
            f"{len(graph):,} nodes are too many to lay out: at most {_DRAWN:,} (see --min-count, --project)"
        )
    simple, nodes = _simple(graph)
    places = nx.forceatlas2_layout(simple, seed=0) if simple else {}
    farthest = max((abs(float(at)) for place in places.values() for at in place), default=0.0) or 1.0
    for i, node in enumerate(nodes):
        x, y = (round(float(at) / farthest * _SCALE, 2) for at in places[i])
        graph.nodes[node]["x"], graph.nodes[node]["y"] = x, y


def _simple(graph: nx.Graph) -> tuple[nx.Graph, list[object]]:
    """The graph with numbers for nodes, in the order of their names so that nothing depends on that of the articles."""
    nodes = sorted(graph, key=str)
    number = {node: i for i, node in enumerate(nodes)}
    simple = nx.Graph()
    simple.add_nodes_from(range(len(nodes)))
    weights: dict[tuple[int, int], float] = {}
    for start, end, data in graph.edges(data=True):
        one, other = sorted((number[start], number[end]))
        if one != other:
            weights[one, other] = weights.get((one, other), 0) + data.get("weight", 1)
    simple.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(weights.items()))
    return simple, nodes
