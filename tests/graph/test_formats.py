"""Every format keeps every node and edge, as the tools read it that it is for."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import defusedxml.ElementTree as ElementTree
import igraph
import networkx as nx
import pytest
from openpyxl import load_workbook

from arner.graph import ftm
from arner.graph.build import build_graph
from arner.graph.formats import SUFFIXES, write_graph
from arner.graph.measures import lay_out
from arner.graph.tabular import both
from arner.graph.views import overview, project
from arner.linking.links import link
from arner.records import DateValue
from tests.linking.made import meeting, record
from tests.samples import first, second, signed, signing

LINKS = link([first(), second()])


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    return build_graph([first(), second(), signing(), signed()])


@pytest.fixture
def odd() -> nx.MultiDiGraph:
    """Parallel edges, ids that look the same, values that formats stumble over."""
    graph = nx.MultiDiGraph()
    graph.add_node(1, type="person", name="<ا&ب>\u0000", aliases=["أ", "ب"], when=date(2020, 1, 2), none=None)
    graph.add_node("1", type="person", mixed=1, sources={"ب", "ا"})
    graph.add_node("=1+1", mixed="text", weight=0.5)
    graph.add_edge(1, "1", first_seen="2020-01-01", last_seen="2020-02-01", weight=3)
    graph.add_edge(1, "1", first_seen="2020-01-05", last_seen="no day")
    graph.add_edge("1", "=1+1", id="x", source="y")
    return graph


def written(graph: nx.Graph, folder: Path, suffix: str) -> Path:
    path = folder / f"g{suffix}"
    write_graph(graph, path)
    return path


def test_an_unknown_format_is_refused(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"g\.docx.*\.graphml"):
        write_graph(graph, tmp_path / "g.docx")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_graph_can_be_written(tmp_path: Path, suffix: str) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    written(nx.MultiDiGraph(), tmp_path, suffix)
    assert [p for p in tmp_path.iterdir() if ".part" not in p.name]


@pytest.mark.parametrize("name", ["graph", "odd"])
def test_all_formats_agree(request: pytest.FixtureRequest, name: str, tmp_path: Path) -> None:
    graph = request.getfixturevalue(name)
    size = (graph.number_of_nodes(), graph.number_of_edges())

    graphml = written(graph, tmp_path, ".graphml")
    network = nx.read_graphml(graphml, force_multigraph=True)
    assert (len(network), network.number_of_edges()) == size
    drawn = igraph.Graph.Read_GraphML(str(graphml))
    assert (drawn.vcount(), drawn.ecount()) == size

    timed = nx.read_gexf(written(graph, tmp_path, ".gexf"))
    assert (len(timed), timed.number_of_edges()) == size

    nodes, edges = map(rows, csv_of(graph, tmp_path))
    assert (len(nodes), len(edges)) == size
    tuples = [(edge["Source"].lstrip("'"), edge["Target"].lstrip("'")) for edge in edges]
    names = [node["Id"].lstrip("'") for node in nodes]
    by_table = igraph.Graph.DictList(
        [{"name": name} for name in names], [{"source": s, "target": t} for s, t in tuples], directed=True
    )
    assert (by_table.vcount(), by_table.ecount()) == size

    linked = nx.node_link_graph(json.loads(written(graph, tmp_path, ".json").read_text("utf-8")), edges="edges")
    assert (len(linked), linked.number_of_edges()) == size
    shown = nx.cytoscape_graph(with_values(json.loads(written(graph, tmp_path, ".cyjs").read_text("utf-8"))))
    assert (len(shown), shown.number_of_edges()) == size

    ids = set(network)
    assert set(timed) == set(linked) == set(shown) == set(names) == ids
    ends = [Counter(list(read)) for read in (network.edges(), timed.edges(), linked.edges(), shown.edges(), tuples)]
    assert ends == [ends[0]] * len(ends)


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def csv_of(graph: nx.Graph, folder: Path) -> tuple[Path, Path]:
    return both(written(graph, folder, ".csv"))


def with_values(cyjs: dict[str, Any]) -> dict[str, Any]:
    """networkx's reader asks for `value`, its own node id, and for `directed` and `multigraph`."""
    for node in cyjs["elements"]["nodes"]:
        node["data"]["value"] = node["data"]["id"]
    for number, edge in enumerate(cyjs["elements"]["edges"]):
        edge["data"]["key"] = number
    return cyjs | {"directed": True, "multigraph": True}


def test_gexf_has_time(graph: nx.MultiDiGraph, odd: nx.MultiDiGraph, tmp_path: Path) -> None:
    space = {"g": "http://www.gexf.net/1.2draft"}
    root = ElementTree.parse(written(graph, tmp_path, ".gexf")).getroot()
    head = root.find("g:graph", space)
    assert head is not None
    assert (head.get("mode"), head.get("timeformat")) == ("dynamic", "date")
    times = {n.get("label"): (n.get("start"), n.get("end")) for n in root.iterfind(".//g:node", space)}
    assert times["سيرغي لافروف"] == ("2019-03-04", "2019-04-01")  # the first article tells of the day before
    edges = ElementTree.parse(written(odd, tmp_path, ".gexf")).getroot().findall(".//g:edge", space)
    assert [(e.get("start"), e.get("end"), e.get("weight")) for e in edges] == [
        ("2020-01-01", "2020-02-01", "3"),
        ("2020-01-05", None, "1"),
        (None, None, "1"),
    ]


def test_gexf_lasts_as_long_as_what_happened(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    lavrov, jubeir, met = (LINKS.entity("sochi", local) for local in ("p1", "p2", "m1"))
    seen = nx.read_gexf(written(overview(graph), tmp_path, ".gexf"))
    assert (seen.nodes[met]["start"], seen.nodes[met]["end"]) == ("2019-03-04", "2019-03-04")
    assert {(e["start"], e["end"]) for e in seen.get_edge_data(lavrov, met).values()} == {("2019-03-04", "2019-03-04")}
    # From the meeting on, which the first article tells of on the next day.
    assert (seen.nodes[lavrov]["start"], seen.nodes[lavrov]["end"]) == ("2019-03-04", "2019-04-01")
    again = [
        record(
            day,
            "سليم عمر|وزير الخارجية EG",
            "كريم حسن|وزير الخارجية TN",
            meetings=(meeting("p1", "p2", day=day),),
            published=day,
        )
        for day in ("2020-01-01", "2020-03-01")
    ]
    ((_, _, tie),) = nx.read_gexf(written(project(build_graph(again), "meetings"), tmp_path, ".gexf")).edges(data=True)
    assert tie["spells"] == [("2020-01-01", "2020-01-01"), ("2020-03-01", "2020-03-01")]
    month = DateValue(text="الشهر الماضي", start="2019-12-01", end="2019-12-31", granularity="month")  # last month
    told = again[0].meetings[0].model_copy(update={"date": month})
    again[0] = again[0].model_copy(update={"meetings": [told]})
    ((_, _, tie),) = nx.read_gexf(written(project(build_graph(again), "meetings"), tmp_path, ".gexf")).edges(data=True)
    assert tie["spells"] == [("2019-12-01", "2019-12-31"), ("2020-03-01", "2020-03-01")]
    assert jubeir in seen


def test_gexf_is_coloured_and_placed(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    shown = overview(graph)
    lay_out(shown)
    seen = nx.read_gexf(written(shown, tmp_path, ".gexf"))
    lavrov, jubeir = (seen.nodes[LINKS.entity("sochi", local)]["viz"] for local in ("p1", "p2"))
    assert lavrov["color"] == jubeir["color"] != seen.nodes["country:RU"]["viz"]["color"]
    assert lavrov["size"] == 40 > jubeir["size"] > 4
    assert lavrov["position"]["x"] == shown.nodes[LINKS.entity("sochi", "p1")]["x"]


def test_a_table_runs_nothing_and_keeps_types(odd: nx.MultiDiGraph, tmp_path: Path) -> None:
    nodes = rows(csv_of(odd, tmp_path)[0])
    assert [row["Id"] for row in nodes] == ["1", "1~2", "'=1+1"]
    assert nodes[0]["aliases"] == "أ | ب"
    assert nodes[0]["name"] == "<ا&ب>\ufffd"
    assert nodes[0]["mixed"] == ""
    assert "none" not in nodes[0]


def test_tables_have_the_columns_that_gephi_takes(graph: nx.MultiDiGraph, odd: nx.MultiDiGraph, tmp_path: Path) -> None:
    nodes, edges = map(rows, csv_of(graph, tmp_path))
    assert list(nodes[0])[:2] == ["Id", "Label"]
    assert list(edges[0])[:7] == ["Source", "Target", "Type", "Id", "Kind", "Label", "Weight"]
    assert {edge["Type"] for edge in edges} == {"Directed"}
    assert len({edge["Id"] for edge in edges}) == len(edges)
    assert {"mentions", "takes_part"} <= {edge["Kind"] for edge in edges}
    met = rows(csv_of(project(graph, "meetings"), tmp_path)[1])
    assert [(edge["Type"], edge["Kind"], edge["Weight"]) for edge in met] == [("Undirected", "met", "1")]
    strange = rows(csv_of(odd, tmp_path)[1])
    assert [edge["source"] for edge in strange] == ["", "", "y"]  # an attribute of that name


def test_parquet(odd: nx.MultiDiGraph, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    nodes, edges = (pq.read_table(p) for p in both(written(odd, tmp_path, ".parquet")))
    assert nodes.column("id").to_pylist() == ["1", "1~2", "=1+1"]
    assert nodes.column("mixed").to_pylist() == [None, "1", "text"]
    assert edges.column("weight").to_pylist() == [3, 1, 1]
    assert edges.column("source~2").to_pylist() == [None, None, "y"]


def test_parquet_has_days_and_lists(graph: nx.MultiDiGraph, odd: nx.MultiDiGraph, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    nodes, _ = (pq.read_table(p) for p in both(written(graph, tmp_path, ".parquet")))
    lavrov = nodes.to_pylist()[nodes.column("id").to_pylist().index(LINKS.entity("sochi", "p1"))]
    assert (lavrov["first_seen"], lavrov["last_seen"]) == (date(2019, 3, 5), date(2019, 4, 1))
    assert (lavrov["aliases"], lavrov["aliases_articles"]) == (["لافروف"], [1])
    _, edges = (pq.read_table(p) for p in both(written(project(graph, "meetings"), tmp_path, ".parquet")))
    assert edges.column("article_ids").to_pylist() == [["sochi"]]
    assert edges.column("dates").to_pylist() == [["2019-03-04"]]
    strange, _ = (pq.read_table(p) for p in both(written(odd, tmp_path, ".parquet")))
    assert strange.column("aliases").to_pylist()[0] == ["أ", "ب"]


def test_days_are_days_in_a_workbook(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    graph.nodes["country:RU"]["first_seen"] = "1812-09-14"  # before the first day of that calendar
    header, *rows = load_workbook(written(graph, tmp_path, ".xlsx"))["nodes"].iter_rows(values_only=True)
    seen = {row[0]: row[header.index("first_seen")] for row in rows}
    assert seen[LINKS.entity("sochi", "p1")].date() == date(2019, 3, 5)
    assert seen["country:RU"] == "1812-09-14"


def test_json_keeps_lists(odd: nx.MultiDiGraph, tmp_path: Path) -> None:
    nodes = json.loads(written(odd, tmp_path, ".json").read_text("utf-8"))["nodes"]
    assert nodes[0]["aliases"] == ["أ", "ب"]
    assert nodes[1]["sources"] == ["ا", "ب"]
    assert nodes[0]["when"] == "2020-01-02"


def test_node_link_is_what_networkx_writes(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    ours = json.loads(written(graph, tmp_path, ".json").read_text("utf-8"))
    theirs = nx.node_link_data(graph, edges="edges")
    assert ours == json.loads(json.dumps(theirs))


def test_a_workbook_has_the_columns_of_the_csv(graph: nx.MultiDiGraph, odd: nx.MultiDiGraph, tmp_path: Path) -> None:
    for some in (graph, odd):
        book = load_workbook(written(some, tmp_path, ".xlsx"))
        assert book.sheetnames == ["nodes", "edges"]
        for sheet, path in zip(book, csv_of(some, tmp_path), strict=True):
            head, *body = ([cell.value for cell in row] for row in sheet.iter_rows())
            table = rows(path)
            assert head == list(table[0])
            assert len(body) == len(table)
    weight = head.index("Weight")
    assert [row[weight] for row in body] == [3, 1, 1]  # numbers stay numbers


def test_neo4j_s_importer_gets_its_headers(graph: nx.MultiDiGraph, odd: nx.MultiDiGraph, tmp_path: Path) -> None:
    folder = written(graph, tmp_path, ".neo4j")
    nodes, edges = rows(folder / "nodes.csv"), rows(folder / "edges.csv")
    assert list(nodes[0])[:2] == ["id:ID", ":LABEL"]
    assert list(edges[0])[:3] == [":START_ID", ":END_ID", ":TYPE"]
    assert {"articles:long", "label:string", "confidence:double"} <= nodes[0].keys()
    assert {"aliases:string[]", "aliases_articles:long[]", "first_seen:date"} <= nodes[0].keys()
    assert {(n["id:ID"], n[":LABEL"]) for n in nodes} == {(n, d["type"]) for n, d in graph.nodes(data=True)}
    ends = Counter((e[":START_ID"], e[":END_ID"], e[":TYPE"]) for e in edges)
    assert ends == Counter((a, b, d["type"].upper()) for a, b, d in graph.edges(data=True))
    again = rows(written(odd, tmp_path, ".neo4j") / "nodes.csv")  # an older one is replaced
    assert [n[":LABEL"] for n in again] == ["person", "person", "Node"]


def test_names_are_unique_for_igraph_and_type_is_left_to_sigma(tmp_path: Path) -> None:
    graph = nx.Graph()
    graph.add_node("a", type="person", name="محمد علي")
    graph.add_node("b", type="person", name="محمد علي")
    graph.add_edge("a", "b", type="met")
    path = written(graph, tmp_path, ".graphml")
    drawn = igraph.Graph.Read_GraphML(str(path))
    assert drawn.vs["name"] == ["محمد علي", "محمد علي~2"]
    assert drawn.vs["label"] == ["محمد علي", "محمد علي"]
    assert (drawn.vs["node_type"], drawn.es["edge_type"]) == (["person", "person"], ["met"])
    assert '<graph id="' in path.read_text("utf-8")  # SocNetV reads none without
    timed = nx.read_gexf(written(graph, tmp_path, ".gexf"))
    assert "type" not in timed.nodes["a"]


def ftm_entities(graph: nx.MultiDiGraph, folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(graph, folder, ".ftm.jsonl").read_text("utf-8").splitlines()]


def test_follow_the_money_takes_every_entity_and_value(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    entities = ftm_entities(graph, tmp_path)
    ids = {entity["id"] for entity in entities}
    for entity in entities:
        proxy = model.get_proxy({**entity, "properties": {}})
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, (entity["schema"], name)
            for value in values:
                assert prop.type.clean(value, proxy=proxy) == value, (entity["schema"], name, value)
                if prop.type.name == "entity":
                    assert value in ids


def test_follow_the_money_tells_who_met_whom(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    by_schema: dict[str, list[dict[str, Any]]] = {}
    entities = ftm_entities(graph, tmp_path)
    for entity in entities:
        by_schema.setdefault(entity["schema"], []).append(entity["properties"])
    (lavrov,) = (e for e in entities if "سيرغي لافروف" in e["properties"].get("name", ()) and e["schema"] == "Person")
    assert lavrov["properties"]["nationality"] == ["ru"]
    assert "Sergey Lavrov" in lavrov["properties"]["alias"]
    (sochi,) = (e for e in by_schema["Event"] if "meeting" in e["keywords"] and "held" in e["keywords"])
    assert sochi["organizer"] == [lavrov["id"]]
    assert (sochi["startDate"], sochi["country"], sochi["location"]) == (["2019-03-04"], ["ru"], ["سوتشي"])
    assert {"Mention", "Occupancy", "Position", "Article", "Organization"} <= set(by_schema)
    assert [p["status"] for p in by_schema["Occupancy"] if p["holder"] == [lavrov["id"]]] == [["current"]]


def test_follow_the_money_tells_who_agreed_and_who_took_office(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    entities = {entity["id"]: entity for entity in ftm_entities(graph, tmp_path)}
    events = {entity["properties"]["keywords"][0]: entity["properties"] for entity in entities.values()
              if entity["schema"] == "Event"}  # fmt: skip
    involved = {name for who in events["agreement"]["involved"] for name in entities[who]["properties"]["name"]}
    assert involved == {"مصر", "فرنسا", "سليم عمر", "مارك لوران"}
    assert (events["agreement"]["startDate"], events["agreement"]["country"]) == (["2021-05-04"], ["fr"])
    assert len(events["agreement"]["proof"]) == 2
    assert events["event"]["keywords"] == ["event", "sale", "held"]
    held = [e["properties"] for e in entities.values() if e["schema"] == "Occupancy"]
    posts = {entities[post["post"][0]]["properties"]["name"][0] for post in held}
    assert "وزيرة المالية (مصر)" in posts


def test_a_projection_is_nothing_for_follow_the_money(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no projection"):
        write_graph(project(graph, "meetings"), tmp_path / "x.ftm.jsonl")


def test_ids_of_follow_the_money_are_plain() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("described:a#مسؤول", type="described", name="مسؤول")
    (entity,) = ftm.entities(graph)
    assert entity["id"].isascii()
    assert entity["id"].startswith("described-")
