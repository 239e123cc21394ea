"""Records → what the page shows."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from arner.graph.build import build_graph
from arner.linking.judgements import Judgement
from arner.linking.links import link
from arner.records import ArticleRecord, Mention, Person, Role, Span
from arner.report import data
from tests.junk import texts
from tests.linking.made import corpora
from tests.samples import FIRST, SIGNING, first, second, signed, signing


def report_data(records: list[ArticleRecord], *judgements: Judgement) -> data.Data:
    return data.report_data(records, link(records, judgements))


def test_a_name_of_two_articles_is_one_entity() -> None:
    data = report_data([first(), second()])
    lavrov = data["entities"][0]
    assert (lavrov["name"], lavrov["articles"], lavrov["latin"]) == ("سيرغي لافروف", [0, 1], "Sergey Lavrov")
    assert lavrov["aliases"] == ["لافروف"]
    assert [e["name"] for e in data["entities"] if e["type"] == "country"] == ["روسيا", "السعودية"]


def test_what_refers_to_what() -> None:
    data = report_data([first(), second()])
    names = [entity["name"] for entity in data["entities"]]
    meeting = data["events"][0]
    assert (meeting["relation"], meeting["kind"], meeting["status"]) == ("meeting", "meeting", "held")
    assert [(names[p["entity"]], p["role"]) for p in meeting["parties"]] == [
        ("سيرغي لافروف", "host"),
        ("عادل الجبير", "guest"),
    ]
    said, passed_on = data["statements"]
    assert [names[p["entity"]] for p in said["about"]] == ["روسيا"]
    assert passed_on["speakers"] == [{"name": "مسؤول سعودي"}]  # a Saudi official: only described
    article = data["articles"][0]
    assert [(FIRST[start:end], names[entity]) for start, end, entity, _ in article["marks"]] == [
        ("لافروف", "سيرغي لافروف"),
        ("الروسي", "روسيا"),
        ("سيرغي لافروف", "سيرغي لافروف"),
        ("سوتشي", "سوتشي"),
        ("السعودي", "السعودية"),
        ("عادل الجبير", "عادل الجبير"),
    ]
    assert (article["events"], article["statements"]) == ([0], [0])


def test_an_agreement_of_two_articles() -> None:
    data = report_data([signed(), signing()])
    names = [entity["name"] for entity in data["entities"]]
    agreement = next(event for event in data["events"] if event["relation"] == "agreement")
    assert [telling["article"] for telling in agreement["tellings"]] == [1, 0]  # what tells most comes first
    assert (agreement["kind"], agreement["status"], agreement["confidence"]) == ("memorandum", "signed", 0.9)
    assert [(names[p["entity"]], p["role"], p["chief"]) for p in agreement["parties"]] == [
        ("مصر", "party", True),
        ("فرنسا", "party", True),
        ("سليم عمر", "signatory", False),
        ("مارك لوران", "signatory", False),
    ]
    assert (agreement["place"], agreement["country"], agreement["date"]["start"]) == ("باريس", "FR", "2021-05-04")
    why = agreement["tellings"][0]["why"]
    assert (SIGNING[slice(*why["cue"])], why["frame"]) == ("وقع", "parties")
    assert why["slots"][0] == {
        "slot": "party",
        "step": "states of the signatories",
        "fillers": ["مصر", "فرنسا"],
        "rejected": [{"step": "subject after", "text": "الوزير", "reason": "person"}],
    }


def test_a_change_of_office_concerns_a_country() -> None:
    data = report_data([signing()])
    (change,) = (event for event in data["events"] if event["relation"] == "appointment")
    assert [data["entities"][of]["code"] for of in change["concerns"]] == ["EG"]
    assert change["values"] == {"title": "وزيرة المالية", "country": "EG"}
    assert "country" not in change  # that is no place


def agree(data: data.Data, graph: nx.MultiDiGraph) -> None:
    """Names, and what events are, are those of the graph."""
    for entity in data["entities"]:
        node = graph.nodes[entity["id"]]
        assert (entity["name"], entity["aliases"]) == (node["name"], node.get("aliases", []))
        assert len(entity["articles"]) <= node["articles"]
    for event in data["events"]:
        node = graph.nodes[event["id"]]
        assert (event["relation"], event["kind"], event["status"]) == (node["type"], node["kind"], node["status"])
        assert len({telling["article"] for telling in event["tellings"]}) == node["articles"]
        assert event.get("date", {}).get("start") == node.get("date_start")


@given(corpora())
def test_report_and_graph_agree(records: list[ArticleRecord]) -> None:
    links = link(records)
    agree(data.report_data(records, links), build_graph(records, links))


def test_report_and_graph_agree_on_every_kind_of_event() -> None:
    records = [first(), second(), signing(), signed()]
    links = link(records)
    agree(data.report_data(records, links), build_graph(records, links))


def test_people_of_one_article_are_joined_by_a_judgement_and_count_once() -> None:
    people = [Person(id=f"p{i}", name="محمد علي", mentions=[]) for i in (1, 2)]
    record = ArticleRecord(id="a", text="نص", people=people)
    assert len(report_data([record])["entities"]) == 2
    (entity,) = report_data([record], Judgement("a#p1", "a#p2", "same"))["entities"]
    assert entity["articles"] == [0]


def test_an_office_of_an_organisation_given_by_id() -> None:
    record = second()
    role = Role(title="مدير", organization="o1", evidence=Span(start=0, end=0, text=""))
    person = record.people[0].model_copy(update={"roles": [role]})
    data = report_data([record.model_copy(update={"people": [person]})])
    assert data["entities"][0]["roles"] == [{"title": "مدير", "organization": "وكالة رويترز", "article": 0}]


@pytest.mark.parametrize(("before", "start"), [("", 0), ("أ", 1), ("😀", 2), ("😀أ😀", 5)])
def test_offsets_count_as_in_javascript(before: str, start: int) -> None:
    at = len(before)
    mention = Mention(start=at, end=at + 4, text="لندن", kind="name")
    record = ArticleRecord(id="a", text=f"{before}لندن😀", people=[Person(id="p1", name="لندن", mentions=[mention])])
    assert report_data([record])["articles"][0]["marks"] == [[start, start + 4, 0, "name"]]


@given(texts, texts)
def test_any_mention_stands_where_javascript_finds_it(before: str, name: str) -> None:
    mention = Mention(start=len(before), end=len(before + name), text=name, kind="name")
    text = f"{before}{name}{before}"
    (article,) = report_data(
        [ArticleRecord(id="a", text=text, people=[Person(id="p1", name=name, mentions=[mention])])]
    )["articles"]
    start, end, *_ = article["marks"][0]
    assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == name
