"""Laws of every collection of articles: what a format holds of their graph comes back, and nothing else."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arner.graph.build import build_graph
from arner.graph.formats import write_graph
from arner.graph.ftm import entities
from arner.graph.tabular import both
from arner.graph.views import PROJECTIONS, overview, project
from arner.linking.links import link
from arner.records import ArticleRecord
from tests.linking.made import corpora

Row = dict[str, Any]
Read = tuple[dict[str, Row], list[tuple[str, str, Row]]]  # nodes by id; edges


def of(records: list[ArticleRecord]) -> nx.MultiDiGraph:
    return build_graph(records, link(records))


def shown(data: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    """What a node or an edge carries, as text; the second of one name without the number that files give it."""
    told = {name: text(value) for name, value in data.items() if value not in (None, "", [])}
    return frozenset((told | {"name": told.get("name", "").partition("~")[0]}).items())


def text(value: Any) -> str:
    """A value as any format has it: numbers by what they are, the members of a list parted by a sign."""
    members = value if isinstance(value, list) else value.split(" | ") if isinstance(value, str) else [value]
    return " | ".join(map(_one, members))


def _one(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    try:
        return str(value).lower() if isinstance(value, bool) else f"{float(value):g}"
    except ValueError:
        return str(value).lower()


def graphml(graph: nx.Graph, folder: Path) -> Read:
    return read_network(nx.read_graphml(_written(graph, folder, ".graphml"), force_multigraph=True))


def gexf(graph: nx.Graph, folder: Path) -> Read:
    return read_network(nx.read_gexf(_written(graph, folder, ".gexf")))


def read_network(found: nx.Graph) -> Read:
    def back(data: Row, drawn: str) -> Row:
        return {"type" if name == drawn else name: value for name, value in data.items()}

    nodes = {n: back(data, "node_type") for n, data in found.nodes(data=True)}
    return nodes, [(a, b, back(data, "edge_type")) for a, b, data in found.edges(data=True)]


def tables(graph: nx.Graph, folder: Path) -> Read:
    nodes, edges = (_rows(path) for path in both(_written(graph, folder, ".csv")))
    names = {"Label": "label", "Weight": "weight", "Kind": "type"}
    told = [{names.get(k, k): v for k, v in row.items()} for row in edges]
    return (
        {row["Id"]: {names.get(k, k): v for k, v in row.items()} for row in nodes},
        [(row["Source"], row["Target"], row) for row in told],
    )


def neo4j(graph: nx.Graph, folder: Path) -> Read:
    def back(row: Row) -> Row:
        return {name.partition(":")[0]: value.replace("\x1f", " | ") for name, value in row.items()}

    path = _written(graph, folder, ".neo4j")
    nodes = {r["id:ID"]: back(r) | {"type": r[":LABEL"]} for r in _rows(path / "nodes.csv")}
    edges = _rows(path / "edges.csv")
    return nodes, [(r[":START_ID"], r[":END_ID"], back(r) | {"type": r[":TYPE"].lower()}) for r in edges]


def parquet(graph: nx.Graph, folder: Path) -> Read:
    parquet_ = pytest.importorskip("pyarrow.parquet")
    paths = both(_written(graph, folder, ".parquet"))
    nodes, edges = (parquet_.read_table(path).to_pylist() for path in paths)
    return {r.pop("id"): r for r in nodes}, [(r.pop("source"), r.pop("target"), r) for r in edges]


def _written(graph: nx.Graph, folder: Path, suffix: str) -> Path:
    path = folder / f"g{suffix}"
    write_graph(graph, path)
    return path


def _rows(path: Path) -> list[Row]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("read", [graphml, gexf, tables, neo4j, parquet])
@settings(max_examples=12, deadline=None)
@given(records=corpora(), projection=st.sampled_from([None, "meetings", "mentions"]))
def test_a_graph_comes_back_whole(
    read: Callable[[nx.Graph, Path], Read], records: list[ArticleRecord], projection: str | None
) -> None:
    graph = project(of(records), projection) if projection else of(records)
    with TemporaryDirectory() as folder:
        nodes, edges = read(graph, Path(folder))
    assert nodes.keys() == set(graph)
    for node, data in graph.nodes(data=True):
        assert shown(_named(nodes[node], data)) == shown(data)
    told = Counter((_ends(graph, a, b), shown(data)) for a, b, data in graph.edges(data=True))
    names = {name for *_, data in graph.edges(data=True) for name in data}
    back = Counter((_ends(graph, a, b), shown({n: v for n, v in row.items() if n in names})) for a, b, row in edges)
    assert back == told


def _named(row: Row, like: Row) -> Row:
    """The attributes that the graph knows of what was read."""
    return {name: value for name, value in row.items() if name in like}


def _ends(graph: nx.Graph, one: str, other: str) -> tuple[str, ...]:
    return (one, other) if graph.is_directed() else tuple(sorted((one, other)))


@settings(max_examples=15, deadline=None)
@given(corpora())
def test_follow_the_money_has_all_and_leads_nowhere_else(records: list[ArticleRecord]) -> None:
    graph = of(records)
    found = list(entities(graph))
    ids = {entity["id"] for entity in found}
    assert len(ids) == len(found)
    kinds = Counter(entity["schema"] for entity in found)
    types = Counter(data["type"] for _, data in graph.nodes(data=True))
    assert kinds["Person"] == types["person"] + types["described"]
    assert (kinds["Article"], kinds["Organization"]) == (types["article"], types["organization"])
    assert kinds["Event"] == types["meeting"] + types["statement"]
    assert {mention["properties"]["resolved"][0] for mention in found if mention["schema"] == "Mention"} <= ids


@settings(max_examples=25, deadline=None)
@given(corpora(), st.sampled_from([None, *PROJECTIONS]), st.randoms())
def test_the_order_of_articles_changes_no_view(
    records: list[ArticleRecord], projection: str | None, random: Random
) -> None:
    def view() -> tuple[Counter[tuple[str, Any]], Counter[tuple[Any, ...]]]:
        graph = project(of(records), projection) if projection else overview(of(records))
        nodes = Counter((node, shown(data)) for node, data in graph.nodes(data=True))
        return nodes, Counter((_ends(graph, a, b), shown(data)) for a, b, data in graph.edges(data=True))

    before = view()
    random.shuffle(records)
    assert view() == before
