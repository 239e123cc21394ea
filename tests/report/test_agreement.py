"""The page and the graph tell the same names and numbers."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import given

from arner.events import BY_ID, RELATIONS
from arner.graph.build import build_graph
from arner.graph.naming import Naming
from arner.graph.tellings import office_text
from arner.graph.views import project
from arner.linking.links import link
from arner.records import ArticleRecord, Organization, Person, Role, Span
from arner.report.data import report_data
from arner.rows import header, rows_of
from tests.linking.made import corpora, meeting
from tests.linking.made import record as made
from tests.linking.test_reprints import printed
from tests.report.conftest import Open
from tests.samples import first, retold, second, signed, signing

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
    for name, ties in shown["ties"].items():
        view = project(graph, {"spoke": "statements", "aimed": "targets"}.get(name) or BY_ID[name].field)
        told = {(shown["entities"][a]["id"], shown["entities"][b]["id"]): len(items) for a, b, items in ties}
        assert told == {(a, b): edge["weight"] for a, b, edge in view.edges(data=True)}
    naming = Naming(links, graph)
    called = {entity["id"]: entity["name"] for entity in shown["entities"]}
    for record in records:
        for kind in ("people", "organizations", "places", "countries"):
            name = header(kind, naming).index("name")
            for row in rows_of(kind, record, naming):
                assert row[name] == called[str(row[3])]
    copies = {a["id"]: shown["articles"][a["copyOf"]]["id"] for a in shown["articles"] if "copyOf" in a}
    assert copies == {d_id: nodes[f"article:{d_id}"]["duplicate_of"] for d_id in copies}


GIVEN = ["كريم", "سليم", "مريم", "هشام", "سيرغي", "سيرجي", "عبد الله", "عبدالله"]
LAST = ["الراوي", "حسن", "لافروف", "بن سالم", "المنصوري"]
OFFICES = ["", "", "|الرئيس EG", "|وزير الخارجية RU", "|وزيرة المالية TN"]
BODIES = ["حماس", "حركة حماس", "وزارة الدفاع الروسية", "وزارة الدفاع|RU", "حزب النهضة|TN", "وكالة رويترز"]
DAYS = [f"2019-03-{day:02}" for day in range(1, 21)]


def three_hundred() -> list[ArticleRecord]:
    """Records of many kinds, made up: few names, so that what articles tell differs and most is merged."""
    random = Random(300)
    records: list[ArticleRecord] = []
    while len(records) < 300:
        number, day, source = len(records), random.choice(DAYS), f"الجريدة {random.randrange(9)}"
        about: dict[str, Any] = {"published": day, "source": source}
        match random.randrange(10):
            case 0 if records:  # a reprint, maybe
                records.append(random.choice(records).model_copy(update={"id": f"a{number}", "source": source}))
            case 1 | 2 | 3:
                told = random.choice([first, second, signing, signed])()
                records.append(retold(told, number, **about))
            case _:
                people = [f"{random.choice(GIVEN)} {random.choice(LAST)}{random.choice(OFFICES)}" for _ in range(3)]
                met = meeting(
                    *random.sample(["p1", "p2", "p3"], 2),
                    kind=random.choice(["talks", "visit", "call"]),
                    status=random.choice(["held", "held", "planned", "cancelled", "ongoing"]),
                    day=random.choice([None, *DAYS[:4]]),
                    country=random.choice([None, "EG", "RU"]),
                )
                bodies = tuple(random.sample(BODIES, 2))
                found = made(f"a{number}", *people, bodies=bodies, about="EG RU", meetings=(met,))
                records.append(found.model_copy(update=about))
    return records


def test_the_page_and_the_graph_agree_over_300_records(show: Open) -> None:
    records = three_hundred()
    agrees(records)
    links = link(records)
    graph = build_graph(records, links)
    page = show(*records, locale="ar-EG")
    entities = page.evaluate("entities.map((one) => [one.id, nameOf(one), one.count])")
    named = {end for _, end, edge in graph.edges(data=True) if edge["type"] == "mentions"}  # not by an office alone
    assert {(key, name, count) for key, name, count in entities} == {
        (node, graph.nodes[node]["name"], graph.nodes[node]["articles"]) for node in named
    }
    assert len(records) == 300
    assert max(count for _, _, count in entities) > 100
    page.evaluate("filter.types = new Set(TYPES)")
    for relation in RELATIONS:
        drawn = page.evaluate(
            "id => tiesOf({ ...filter, relation: relationOf.get(id) }).map((tie) =>"
            " [...tie.ends.map((end) => end.id).sort(), tie.items.size])",
            relation.id,
        )
        edges = project(graph, relation.field).edges(data=True)
        assert sorted(drawn) == sorted([*sorted((a, b)), edge["weight"]] for a, b, edge in edges)


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
