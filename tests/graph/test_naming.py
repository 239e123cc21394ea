"""Tables that call everybody as the graph does."""

from __future__ import annotations

import pytest
from hypothesis import given

import arner
from arner.graph.build import build_graph
from arner.graph.naming import Naming
from arner.linking.links import link
from arner.records import ArticleRecord
from arner.rows import TABLES, header, rows_of
from tests.linking.made import corpora
from tests.samples import first, second, signed, signing


@given(corpora())
def test_tables_and_graph_agree_on_every_name(records: list[ArticleRecord]) -> None:
    links = link(records)
    graph = build_graph(records, links)
    naming = Naming(links, graph)
    for record in records:
        for kind in ("people", "organizations", "countries"):
            at = header(kind, naming)
            for row in rows_of(kind, record, naming):
                assert row[at.index("name")] == graph.nodes[row[at.index("entity")]]["name"]


def test_who_takes_part_and_who_speaks_is_called_so_too() -> None:
    records = [first(), second()]
    links = link(records)
    naming = Naming(links, build_graph(records, links))
    named = naming.record(records[1])
    assert named.meetings[0].participants[0].name == "سيرغي لافروف"  # with a stroke in it, in the article
    assert named.statements[0].speakers[0].name == records[1].statements[0].speakers[0].name  # only described
    assert (named.text, named.people[0].mentions) == (records[1].text, records[1].people[0].mentions)
    assert naming.record(named) == named


@pytest.mark.parametrize("kind", TABLES)
def test_every_row_leads_to_a_node(kind: str) -> None:
    records = [first(), second(), signing(), signed()]
    links = link(records)
    graph = build_graph(records, links)
    frame = arner.tables(records, links)[kind]
    assert len(frame) == sum(len(getattr(record, kind)) for record in records)
    assert set(frame["entity"]) <= set(graph)
