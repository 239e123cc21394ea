"""What several articles say of one thing."""

from __future__ import annotations

from collections import Counter

import pytest

from arner.events import MEETING
from arner.graph.build import build_graph
from arner.graph.facts import believed, common, day_of, status_of
from tests.linking.made import meeting, record


@pytest.mark.parametrize(
    ("told", "articles", "value"),
    [
        ({"هلسنكي": 1}, 1, "هلسنكي"),
        ({"هلسنكي": 1}, 4, "هلسنكي"),
        ({"هلسنكي": 1}, 5, None),  # four are silent
        ({"هلسنكي": 2, "فيينا": 1}, 20, "هلسنكي"),
        ({"هلسنكي": 2}, 21, None),
        ({}, 3, None),
    ],
)
def test_silence_has_a_vote(told: dict[str, int], articles: int, value: str | None) -> None:
    assert believed(Counter(told), articles) == value


def test_a_name_that_one_of_many_uses_is_a_slip() -> None:
    assert common(Counter({"ترامب": 60, "ترمب": 20, "الرئيس": 1})) == ["ترامب", "ترمب"]
    assert common(Counter({"ترامب": 6, "ترمب": 1})) == ["ترامب", "ترمب"]


def test_a_day_goes_before_a_week_and_the_days_are_counted_whatever_their_words() -> None:
    told = Counter(
        {
            ("الاثنين", "2018-07-16", "2018-07-16", "day"): 2,
            ("16 يوليو", "2018-07-16", "2018-07-16", "day"): 1,
            ("أمس", "2018-07-15", "2018-07-15", "day"): 2,
            ("هذا الأسبوع", "2018-07-16", "2018-07-22", "week"): 5,
        }
    )
    assert day_of(told, 10) == (("الاثنين", "2018-07-16", "2018-07-16", "day"), 3)
    assert day_of(Counter({("قريبا", None, None, None): 1}), 1) == (("قريبا", None, None, None), 1)
    assert day_of(Counter(), 1) is None


@pytest.mark.parametrize(
    ("told", "day", "status"),
    [
        ({("planned", "2018-07-01"): 9, ("held", "2018-07-17"): 1}, "2018-07-16", "held"),
        ({("held", "2018-07-14"): 1, ("planned", "2018-07-10"): 1}, "2018-07-16", "planned"),
        ({("planned", "2018-07-01"): 5, ("cancelled", "2018-07-10"): 1}, None, "cancelled"),  # the last word
        ({("cancelled", "2018-05-24"): 3, ("planned", "2018-06-01"): 1}, None, "planned"),  # on again
        ({("cancelled", "2018-05-24"): 3, ("held", "2018-06-13"): 5}, "2018-06-12", "held"),
        ({("cancelled", "2018-06-13"): 2, ("held", "2018-06-13"): 1}, "2018-06-12", "cancelled"),
        ({("cancelled", ""): 1}, None, "cancelled"),
    ],
)
def test_what_became_of_a_meeting(told: dict[tuple[str, str], int], day: str | None, status: str) -> None:
    assert status_of(Counter(told), day, MEETING) == status


def test_a_name_that_mostly_means_somebody_else_is_no_alias() -> None:
    # «الخميني» in one article on Khamenei, and in four a man of that name
    slip = record("slip", "علي خامنئي|المرشد IR", about="IR")
    (person,) = slip.people
    slip = slip.model_copy(update={"people": [person.model_copy(update={"aliases": ["روح الله الخميني", "خامنئي"]})]})
    others = [record(f"a{n}", "روح الله الخميني|مؤسس IR", about="IR") for n in range(4)]
    graph = build_graph([slip, *others])
    (leader,) = [data for _, data in graph.nodes(data=True) if data["name"] == "علي خامنئي"]
    assert (leader["aliases"], leader["also"]) == (["خامنئي"], ["aliases: روح الله الخميني (1)"])


def test_a_newspaper_s_own_phrase_is_not_a_body_s_name() -> None:
    told = [record(f"a{n}", bodies=(("حركة حماس الإرهابية" if n else "حركة حماس"),), about="PS") for n in range(3)]
    names = {data["name"] for _, data in build_graph(told).nodes(data=True) if data["type"] == "organization"}
    assert "حركة حماس" in names


def test_who_is_in_one_telling_of_many_did_not_take_part() -> None:
    two, three = meeting("p1", "p2", day="2018-07-16"), meeting("p1", "p2", "country:FI", day="2018-07-16")
    people = ("سيرغي لافروف", "عادل الجبير")
    told = [record(f"a{n}", *people, about="FI", meetings=((two if n else three),)) for n in range(6)]
    graph = build_graph(told)
    ((node, data),) = [(n, d) for n, d in graph.nodes(data=True) if d["type"] == "meeting"]
    assert len(graph.in_edges(node)) == 2 + 6  # those who met, and the articles
    assert (data["label"], data["also"]) == ("talks: سيرغي لافروف، عادل الجبير", ["participant: FI (1)"])
