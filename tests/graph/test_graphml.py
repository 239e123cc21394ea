"""What is written is read back, by networkx and by igraph, whatever the graph holds."""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import defusedxml.ElementTree as ElementTree
import igraph
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arner.graph.build import build_graph
from arner.graph.graphml import write_graphml
from tests.samples import first, second

Graph = Any


class Colour(StrEnum):
    red = "red"


def written(graph: Graph, folder: Path) -> Graph:
    path = folder / "graph.graphml"
    write_graphml(graph, path)
    return nx.read_graphml(path, force_multigraph=True)


def node_value(value: object, folder: Path) -> Any:
    graph = nx.Graph()
    graph.add_node("n", value=value)
    return written(graph, folder).nodes["n"].get("value")


@pytest.mark.parametrize(
    ("value", "back"),
    [
        (None, None),
        ([], None),
        (["أ", "ب"], "أ | ب"),
        (["أ", None], "أ"),
        ({"ب", "أ"}, "أ | ب"),
        ({"مفتاح": [1, None]}, '{"مفتاح": [1, null]}'),
        (date(2024, 5, 16), "2024-05-16"),
        (Decimal("1.50"), "1.50"),
        (Colour.red, "red"),
        (True, True),
        (7, 7),
        (2**63 - 1, 2**63 - 1),
        (2**70, str(2**70)),
        (0.1, 0.1),
        (5e-324, 0.0),  # igraph refuses the file that has it
        (math.inf, math.inf),
        ("سطر\r\nسطر\tثان  ", "سطر\r\nسطر\tثان  "),  # line ends and spaces stay
        (
            "\u202bبوتين\u202c قَالَ 🇷🇺 👨‍👩‍👧",
            "\u202bبوتين\u202c قَالَ 🇷🇺 👨‍👩‍👧",
        ),  # bidi marks, diacritics, emoji stay
        ("a\x00b\x0bc\ufffed\ud800e", "a\ufffdb\ufffdc\ufffdd\ufffde"),  # what XML cannot hold
        ("<&\"']]>", "<&\"']]>"),
        ("", ""),
    ],
)
def test_values(value: object, back: object, tmp_path: Path) -> None:
    assert node_value(value, tmp_path) == back


def test_nan(tmp_path: Path) -> None:
    assert math.isnan(node_value(math.nan, tmp_path))


@pytest.mark.parametrize(
    ("values", "back"),
    [
        ((1, 2.5), [1.0, 2.5]),
        ((1, "x"), ["1", "x"]),
        ((True, 1), ["true", "1"]),
        ((2**60 + 1, 0.5), [str(2**60 + 1), "0.5"]),  # as a double it would become another number
    ],
)
def test_an_attribute_has_one_type(values: tuple[Any, ...], back: list[Any], tmp_path: Path) -> None:
    graph = nx.Graph()
    for number, value in enumerate(values):
        graph.add_node(f"n{number}", value=value)
    found = written(graph, tmp_path)
    assert [data["value"] for _, data in found.nodes(data=True)] == back
    keys = re.findall(r'for="node" attr.name="value"', (tmp_path / "graph.graphml").read_text("utf-8"))
    assert len(keys) == 1


def test_nodes_that_look_alike_stay_apart(tmp_path: Path) -> None:
    graph = nx.Graph()
    graph.add_nodes_from([1, "1", "a\x00", "a\x01", "", ("x", 1)])
    assert len(written(graph, tmp_path)) == 6


def test_attributes_that_look_alike_stay_apart(tmp_path: Path) -> None:
    graph = nx.Graph()
    graph.add_node("n", **{"id": "mine"})
    graph.nodes["n"].update({1: "one", "1": "text"})
    data = written(graph, tmp_path).nodes["n"]
    assert (data["id~2"], data["1"], data["1~2"]) == ("mine", "one", "text")


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_every_kind_of_graph(kind: Callable[[], Graph], tmp_path: Path) -> None:
    graph = kind()
    graph.add_edge("a", "b", weight=2)
    graph.add_edge("a", "b", weight=3)
    graph.add_edge("b", "b")
    found = written(graph, tmp_path)
    assert found.is_directed() == graph.is_directed()
    assert found.number_of_edges() == graph.number_of_edges()


def test_edges_have_ids_labels_and_weights(tmp_path: Path) -> None:
    graph = build_graph([first(), second()])
    written(graph, tmp_path)
    text = (tmp_path / "graph.graphml").read_text("utf-8")
    ids = re.findall(r'<edge id="(\w+)"', text)
    assert len(set(ids)) == graph.number_of_edges()
    edges = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml")).es
    assert all(weight >= 1 for weight in edges["weight"])
    assert all(edges["label"])


def test_the_graph_of_articles_comes_back_whole(tmp_path: Path) -> None:
    graph = build_graph([first(), second()])
    before = copy.deepcopy(graph)
    found = written(graph, tmp_path)
    assert nx.utils.graphs_equal(graph, before)
    assert set(found) == set(graph)
    assert {*found.edges()} == {*graph.edges()}
    for node, data in graph.nodes(data=True):
        for name, value in data.items():
            expected = " | ".join(map(str, value)) if isinstance(value, list) else value
            assert found.nodes[node][{"type": "node_type"}.get(name, name)] == expected
    other = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    assert set(other.vs["name"]) == {data["name"] for _, data in graph.nodes(data=True)}
    assert (other.vcount(), other.ecount()) == (len(graph), graph.number_of_edges())


def test_graph_attributes_are_written_and_left(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph(id="ناقل", made=date(2024, 5, 16), none=None)
    assert written(graph, tmp_path).graph["made"] == "2024-05-16"
    assert graph.graph["id"] == "ناقل"


def test_an_older_file_stays_when_writing_fails(tmp_path: Path) -> None:
    class Unprintable:
        def __str__(self) -> str:
            raise RuntimeError("no text")

    path = tmp_path / "graph.graphml"
    path.write_text("older", encoding="utf-8")
    graph = nx.Graph()
    graph.add_node("n", value=Unprintable())
    with pytest.raises(RuntimeError):
        write_graphml(graph, path)
    assert path.read_text(encoding="utf-8") == "older"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.graphml"]


anything = st.text(st.characters(), max_size=12)
values = st.one_of(
    anything, st.none(), st.booleans(), st.integers(), st.floats(), st.lists(anything, max_size=3), st.dates()
)
data = st.dictionaries(anything, values, max_size=4)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    nodes=st.dictionaries(st.one_of(anything, st.integers()), data, max_size=5),
    edges=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), data), max_size=6),
)
def test_any_unicode_survives(
    nodes: dict[Any, dict[str, Any]], edges: list[tuple[int, int, dict[str, Any]]], tmp_path: Path
) -> None:
    graph = nx.MultiDiGraph()
    for node, attributes in nodes.items():
        graph.add_node(node)
        graph.nodes[node].update(attributes)
    names = list(nodes)
    for start, end, attributes in edges:
        if start < len(names) and end < len(names):
            key = graph.add_edge(names[start], names[end])
            graph.edges[names[start], names[end], key].update(attributes)
    found = written(graph, tmp_path)
    assert len(found) == len(graph)
    assert found.number_of_edges() == graph.number_of_edges()
    assert all(d["label"] and d["name"] for _, d in found.nodes(data=True))
    other = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    assert (other.vcount(), other.ecount()) == (len(graph), graph.number_of_edges())
    keys = [k.get("attr.name") for k in ElementTree.parse(tmp_path / "graph.graphml").iter() if k.get("for") == "node"]
    assert len(keys) == len(set(keys))
