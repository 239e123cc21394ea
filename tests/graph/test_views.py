"""Parts of the graph and its projections."""

from __future__ import annotations

import networkx as nx
import pytest

from arner.graph.build import build_graph
from arner.graph.views import PROJECTIONS, project, select
from arner.linking.links import link
from tests.samples import first, second

LINKS = link([first(), second()])
LAVROV, JUBEIR, SISI = (LINKS.entity(*ref) for ref in (("sochi", "p1"), ("sochi", "p2"), ("reuters", "p2")))


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    return build_graph([first(), second()])


def test_who_met_whom(graph: nx.MultiDiGraph) -> None:
    met = project(graph, "meetings")
    assert not met.is_directed()
    assert {frozenset(pair) for pair in met.edges} == {frozenset((LAVROV, JUBEIR)), frozenset((LAVROV, SISI))}
    edge = met.edges[LAVROV, JUBEIR]
    assert (edge["weight"], edge["kinds"], edge["first_seen"]) == (1, ["meeting"], "2019-03-05")
    assert met.nodes[LAVROV]["name"] == "سيرغي لافروف"


def test_state_to_state(graph: nx.MultiDiGraph) -> None:
    graph.add_edge(JUBEIR, "country:SA", type="holds_office", articles=1)
    between = project(graph, "countries")
    assert list(between.edges(data="weight")) == [("country:RU", "country:SA", 1)]


def test_who_spoke_about_whom(graph: nx.MultiDiGraph) -> None:
    spoke = project(graph, "statements")
    assert spoke.is_directed()
    assert list(spoke.edges(data="acts")) == [(LAVROV, "country:RU", ["say"])]


def test_who_is_named_with_whom(graph: nx.MultiDiGraph) -> None:
    together = project(graph, "mentions")
    assert together.edges[LAVROV, JUBEIR]["weight"] == 1
    assert not together.has_edge(JUBEIR, SISI)


def test_an_unknown_projection(graph: nx.MultiDiGraph) -> None:
    with pytest.raises(ValueError, match="meetings, countries"):
        project(graph, "friends")  # type: ignore[arg-type]


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_projections_leave_the_graph_alone(graph: nx.MultiDiGraph, projection: str) -> None:
    before = nx.MultiDiGraph(graph)
    project(graph, projection)  # type: ignore[arg-type]
    assert nx.utils.graphs_equal(graph, before)


def test_parts_of_the_graph(graph: nx.MultiDiGraph) -> None:
    assert {d["type"] for _, d in select(graph, types={"person", "meeting"}).nodes(data=True)} == {"person", "meeting"}
    often = select(graph, min_count=2)
    assert {n for n, d in often.nodes(data=True) if d["type"] == "person"} == {LAVROV}
    assert all(d["weight"] >= 2 for *_, d in often.edges(data=True) if d["type"] in ("mentions", "takes_part"))
    assert nx.utils.graphs_equal(select(graph), graph)


def test_a_minimal_count_of_a_projection(graph: nx.MultiDiGraph) -> None:
    assert len(select(project(graph, "meetings"), min_count=2).edges) == 0
