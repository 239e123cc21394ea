"""Measures and places of nodes."""

from __future__ import annotations

from pathlib import Path

import igraph
import networkx as nx
import pytest

from arner.graph.build import build_graph
from arner.graph.formats import write_graph
from arner.graph.measures import lay_out, measure
from arner.graph.views import overview
from tests.linking.made import meeting, record
from tests.samples import first, second


def two_circles() -> nx.MultiGraph:
    """Two triangles that one edge joins."""
    return nx.MultiGraph([(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5), (3, 5)])


def test_who_stands_between_and_who_belongs_together() -> None:
    graph = two_circles()
    measure(graph)
    data = dict(graph.nodes(data=True))
    assert [data[n]["degree"] for n in range(6)] == [2, 2, 3, 3, 2, 2]
    assert data[2]["betweenness"] == data[3]["betweenness"] == 0.6
    assert data[0]["betweenness"] == 0
    assert data[0]["community"] == data[1]["community"] == data[2]["community"] != data[3]["community"]


def test_who_is_tied_stands_together() -> None:
    graph = two_circles()
    lay_out(graph)
    place = {node: complex(data["x"], data["y"]) for node, data in graph.nodes(data=True)}
    assert abs(place[0] - place[1]) < abs(place[0] - place[5])
    assert max(max(abs(p.real), abs(p.imag)) for p in place.values()) == 1000


def test_the_order_of_articles_changes_no_measure() -> None:
    records = [
        first(),
        second(),
        record("a", "سليم عمر", "كريم حسن", "مريم فرح", meetings=(meeting("p1", "p2"), meeting("p2", "p3", id_="m2"))),
    ]
    graphs = [overview(build_graph(given)) for given in (records, records[::-1])]
    for graph in graphs:
        measure(graph)
        lay_out(graph)
    assert dict(graphs[0].nodes(data=True)) == dict(graphs[1].nodes(data=True))


def test_measures_agree_with_igraph(tmp_path: Path) -> None:
    graph = two_circles()
    measure(graph)
    write_graph(graph, tmp_path / "x.graphml")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "x.graphml")).simplify()
    assert read.vs["betweenness"] == pytest.approx([b / 10 for b in read.betweenness()])  # of 5 · 4 / 2 pairs
    assert read.vs["degree"] == read.degree()


def test_nothing_and_too_much() -> None:
    empty = nx.MultiDiGraph()
    measure(empty)
    lay_out(empty)
    with pytest.raises(ValueError, match="at most 5,000"):
        lay_out(nx.empty_graph(5_001))
