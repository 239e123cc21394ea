"""One story in several newspapers."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.graph.build import build_graph
from arner.graph.views import project
from arner.linking.links import link
from arner.records import ArticleRecord
from tests.samples import FIRST, first, retold, second

# "Observers consider that the visit opens a new page between the two countries after years of estrangement, and expect
# that agreements on trade and energy follow."
MORE = (
    " ويرى مراقبون أن الزيارة تفتح صفحة جديدة بين البلدين بعد سنوات من القطيعة"
    " ويتوقعون أن تليها اتفاقات في التجارة والطاقة."
)


def story(id_: str, text: str = FIRST + MORE, **update: object) -> ArticleRecord:
    return first().model_copy(update={"id": id_, "text": text} | update)


def printed() -> list[ArticleRecord]:
    """A story of an agency, with and without its last sentence, and another article on the same."""
    return [
        story("agency", published="2019-03-05", source="الوكالة"),
        story("paper", published="2019-03-06", source="الجريدة"),
        story("short", FIRST + MORE[: len(MORE) // 2], published="2019-03-06", source="الموقع"),
        retold(first(), 1, source="المجلة"),
    ]


def test_a_copy_is_of_the_earliest_and_another_article_is_none() -> None:
    copies = link(printed()).copies
    assert {article: copy.of for article, copy in copies.items()} == {"paper": "agency", "short": "agency"}
    assert copies["paper"].likeness == 1
    assert 0.4 <= copies["short"].likeness < 1


@pytest.mark.parametrize("text", ["", "صور", FIRST.partition("\n")[0]])
def test_a_text_of_few_words_says_too_little(text: str) -> None:
    told = [ArticleRecord(id=f"a{n}", text=text) for n in range(2)]
    assert link(told).copies == {}


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    return build_graph(printed())


def test_copies_count_once_and_all_publishers_stay(graph: nx.MultiDiGraph) -> None:
    assert (graph.nodes["article:agency"]["copies"], graph.nodes["article:paper"]["duplicate_of"]) == (2, "agency")
    ((_, meeting),) = [(n, d) for n, d in graph.nodes(data=True) if d["type"] == "meeting"]
    assert (meeting["articles"], meeting["sources"]) == (2, 4)
    assert (meeting["date_articles"], meeting["last_seen"]) == (2, "2019-03-06")
    (lavrov,) = [d for _, d in graph.nodes(data=True) if d["name"] == "سيرغي لافروف"]
    assert (lavrov["articles"], lavrov["mentions"], lavrov["roles_articles"]) == (2, 4, [2])
    ((_, _, edge),) = project(graph, "meetings").edges(data=True)
    assert (edge["weight"], edge["articles"], edge["sources"], len(edge["article_ids"])) == (1, 2, 4, 4)
    assert {weight for *_, weight in project(graph, "mentions").edges(data="weight")} == {2}


def test_a_statement_that_copies_repeat_is_one(graph: nx.MultiDiGraph) -> None:
    statements = {node: d["source_names"] for node, d in graph.nodes(data=True) if d["type"] == "statement"}
    assert statements == {
        "statement:agency#s1": ["الجريدة", "الموقع", "الوكالة"],
        "statement:a1#s1": ["المجلة"],
    }
    ((_, _, edge),) = project(graph, "statements").edges(data=True)
    assert edge["weight"] == 2


def test_a_part_without_the_first_counts_the_story_once() -> None:
    records = printed()
    graph = build_graph(records[1:], link(records))
    assert (graph.nodes["article:paper"]["copies"], graph.nodes["article:short"]["duplicate_of"]) == (1, "paper")
    (meeting,) = [d for _, d in graph.nodes(data=True) if d["type"] == "meeting"]
    assert meeting["articles"] == 2


@given(st.randoms())
def test_the_order_of_articles_changes_nothing(random: Random) -> None:
    records = [*printed(), second()]
    before = build_graph(records)
    random.shuffle(records)
    after = build_graph(records)
    assert dict(after.nodes(data=True)) == dict(before.nodes(data=True))
    assert {e[:3]: e[3] for e in after.edges(keys=True, data=True)} == {
        e[:3]: e[3] for e in before.edges(keys=True, data=True)
    }
