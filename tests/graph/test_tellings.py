"""What one article tells as rows, and what all rows of a node or an edge make of it."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from arner.graph.build import bodies_of, build_graph, linked_of
from arner.graph.tallies import EdgeTally, NodeTally
from arner.graph.tellings import EdgeRow, NodeRow, tell
from arner.linking.links import link
from arner.records import ArticleRecord
from tests.linking.made import corpora
from tests.samples import first, second, signed, signing


def rows(records: list[ArticleRecord]) -> tuple[list[NodeRow], list[EdgeRow]]:
    links = link(records)
    reprinted = {copy.of for copy in links.copies.values()} | links.copies.keys()
    told = [tell(record, linked_of(record, links, reprinted), bodies_of(links)) for record in records]
    return [row for nodes, _ in told for row in nodes], [row for _, edges in told for row in edges]


def plain(value: object) -> bool:
    """Whether it is made of texts, numbers, dicts and tuples alone, as any engine can carry it."""
    if isinstance(value, tuple):
        return all(map(plain, value))
    if type(value) is dict:
        return all(plain(key) and plain(one) for key, one in value.items())
    return value is None or type(value) in (str, int, float, bool)


def test_rows_are_plain_and_one_article_tells_of_each_once() -> None:
    for record in (first(), second(), signing(), signed()):
        nodes, edges = rows([record])
        assert all(map(plain, (*nodes, *edges)))
        assert len({row.node for row in nodes}) == len(nodes)
        assert len({row[:3] for row in edges}) == len(edges)


@given(corpora(), st.randoms())
def test_every_node_and_edge_is_told_and_the_order_of_rows_changes_nothing(
    records: list[ArticleRecord], random: Random
) -> None:
    nodes, edges = rows(records)
    graph = build_graph(records)
    assert {row.node for row in nodes} == set(graph)
    random.shuffle(nodes)
    random.shuffle(edges)
    for node in graph:
        told = NodeTally.of(row for row in nodes if row.node == node).node(node, "")
        data = graph.nodes[node]
        assert {key: data[key] for key in told if key not in ("label", "name")} == {
            key: value for key, value in told.items() if key not in ("label", "name")
        }
    for *ends, data in graph.edges(keys=True, data=True):
        tally = EdgeTally.of(row for row in edges if row[:3] == tuple(ends)).edge(ends[2])
        assert data.items() >= {key: value for key, value in tally.items() if key != "guessed"}.items()


@given(corpora())
def test_what_stands_alone_is_told_by_one_article(records: list[ArticleRecord]) -> None:
    nodes, edges = rows(records)
    for row in nodes:
        assert not row.alone or sum(other.node == row.node for other in nodes) == 1
    for tie in edges:
        assert not tie.alone or sum(other[:3] == tie[:3] for other in edges) == 1
