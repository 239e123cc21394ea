"""The page and the graph tell the same names and numbers."""

from __future__ import annotations

from hypothesis import given

from arner.events import RELATIONS
from arner.graph.build import build_graph, office_text
from arner.linking.links import link
from arner.records import ArticleRecord, Organization, Person, Role, Span
from arner.report.data import report_data
from tests.linking.made import corpora
from tests.linking.test_reprints import printed
from tests.samples import first, second, signed, signing

_EVENT = {"kind": "kind", "status": "status", "place": "place", "country": "country", "confidence": "confidence"}
_DAY = {"text": "date_text", "start": "date_start", "end": "date_end", "granularity": "granularity"}


def agrees(records: list[ArticleRecord]) -> None:
    links = link(records)
    graph, shown = build_graph(records, links), report_data(records, links)
    nodes = graph.nodes
    for entity in shown["entities"]:
        node = nodes[entity["id"]]
        assert (entity["name"], entity["count"]) == (node["name"], node["articles"])
        assert entity["aliases"] == node.get("aliases", [])
        assert entity.get("latin") == node.get("name_latin", node.get("name_en"))
        assert entity.get("country") == node.get("country")
        offices = {office_text(o["title"], o.get("country"), o.get("organization")): n for o, n in entity["offices"]}
        assert offices == dict(zip(node.get("roles", ()), node.get("roles_articles", ()), strict=True))
    for event in shown["events"]:
        node = nodes[event["id"]]
        assert event["count"] == node["articles"]
        told = event["values"] | event
        assert {key: told.get(key) for key in _EVENT} == {key: node.get(name) for key, name in _EVENT.items()}
        assert {k: event.get("date", {}).get(k) for k in _DAY} == {k: node.get(name) for k, name in _DAY.items()}
        took_part = {who for who, _, edge in graph.in_edges(event["id"], data=True) if edge["type"] == "takes_part"}
        parties = {shown["entities"][p["entity"]]["id"] for p in event["parties"] if "entity" in p}
        assert parties == {who for who in took_part if not who.startswith("described:")}
    types = [data["type"] for _, data in nodes(data=True)]
    assert types.count("article") == len(shown["articles"])
    assert types.count("statement") == sum("copyOf" not in statement for statement in shown["statements"])
    for relation in RELATIONS:
        assert types.count(relation.id) == sum(event["relation"] == relation.id for event in shown["events"])
    copies = {a["id"]: shown["articles"][a["copyOf"]]["id"] for a in shown["articles"] if "copyOf" in a}
    assert copies == {d_id: nodes[f"article:{d_id}"]["duplicate_of"] for d_id in copies}


def test_the_page_and_the_graph_agree() -> None:
    agrees([first(), second(), signing(), signed(), *printed()])


def test_an_office_of_a_body_whose_country_only_the_context_gives() -> None:
    body = Organization(id="o1", name="حزب التجمع", mentions=[])
    role = Role(
        title="رئيس",
        country="EG",
        country_from="context",
        organization="o1",
        evidence=Span(start=0, end=4, text="رئيس"),
    )
    person = Person(id="p1", name="سليم عمر", roles=[role], mentions=[])
    agrees([ArticleRecord(id="a", text="رئيس حزب التجمع سليم عمر", people=[person], organizations=[body])])


@given(corpora())
def test_the_page_and_the_graph_of_any_records_agree(records: list[ArticleRecord]) -> None:
    agrees(records)
