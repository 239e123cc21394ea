"""Labels in one language."""

from __future__ import annotations

import re

import networkx as nx
import pytest

from arner.graph.build import build_graph
from arner.graph.labels import relabel
from arner.graph.views import PROJECTIONS, overview, project
from tests.linking.made import record
from tests.samples import first, second, signed, signing


def labels(graph: nx.Graph, language: str) -> dict[str, str]:
    relabel(graph, language)  # type: ignore[arg-type]
    return {data["name"]: data["label"] for _, data in graph.nodes(data=True)}


def test_labels_in_each_language() -> None:
    graph = overview(build_graph([first(), second()]))
    arabic = set(labels(graph, "ar").values())
    assert {"سيرغي لافروف", "روسيا", "لقاء: سيرغي لافروف، عادل الجبير"} <= arabic
    assert {data["label"] for *_, data in graph.edges(data=True)} >= {"وزير الخارجية", "شارك في", "تحدث عن"}
    english = set(labels(graph, "en").values())
    assert {"Sergey Lavrov", "Russia", "عادل الجبير", "سوتشي", "Meeting: Sergey Lavrov, عادل الجبير"} <= english
    assert {data["label"] for *_, data in graph.edges(data=True)} >= {"holds office", "takes part", "spoke about"}
    assert labels(graph, "latin")["عادل الجبير"] == "Adel al-Jubeir"


def test_a_city_is_called_by_its_own_name_not_by_a_person_s() -> None:
    graph = build_graph([first()])
    node = next(node for node, data in graph.nodes(data=True) if data["type"] == "place")
    graph.nodes[node]["name"] = "موسكو"  # the patriarch of Moscow is known by it
    relabel(graph, "latin")
    assert graph.nodes[node]["label"] == "Moscow"


def test_a_body_is_called_as_the_table_has_it() -> None:
    graph = build_graph([record("a", bodies=("رويترز", "جمعية البيت السعيد"))])
    english, latin = labels(graph, "en"), labels(graph, "latin")
    assert english["رويترز"] == latin["رويترز"] == "Reuters"
    assert english["جمعية البيت السعيد"] == "جمعية البيت السعيد"


@pytest.mark.parametrize("shape", [None, *PROJECTIONS])
def test_latin_labels_have_no_arabic(shape: str | None) -> None:
    graph = build_graph([first(), second(), signing(), signed()])
    part = project(graph, shape) if shape else graph
    names = [data["name"] for _, data in part.nodes(data=True)]
    relabel(part, "latin")
    for *_, data in (*part.nodes(data=True), *part.edges(data=True)):
        assert data["label"]
        assert not re.search("[\u0600-\u06ff]", data["label"])
    assert names == [data["name"] for _, data in part.nodes(data=True)]
