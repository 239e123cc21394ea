"""Parts of the graph and its projections."""

from __future__ import annotations

import networkx as nx
import pytest

from arner.graph.build import build_graph
from arner.graph.views import PROJECTIONS, overview, project, select
from arner.linking.links import link
from arner.records import Meeting, MeetingKind, Part, Ref, Slot, Span, Why
from tests.linking.made import meeting, record
from tests.samples import first, retold, second, signed, signing

LINKS = link([first(), second()])
LAVROV, JUBEIR, SISI = (LINKS.entity(*ref) for ref in (("sochi", "p1"), ("sochi", "p2"), ("reuters", "p2")))


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    return build_graph([first(), second()])


@pytest.fixture
def events() -> nx.MultiDiGraph:
    return build_graph([signing(), signed()])


def test_who_met_whom(graph: nx.MultiDiGraph) -> None:
    met = project(graph, "meetings")
    assert not met.is_directed()
    assert {frozenset(pair) for pair in met.edges} == {frozenset((LAVROV, JUBEIR))}  # the other is only planned
    assert met.edges[LAVROV, JUBEIR] == {
        "type": "met",
        "label": "met",
        "weight": 1,
        "meetings": [LINKS.entity("sochi", "m1")],
        "kinds": ["meeting"],
        "statuses": ["held"],
        "dates": ["2019-03-04"],
        "places": ["سوتشي"],
        "articles": 1,
        "article_ids": ["sochi"],
        "sources": 1,
        "source_names": ["الأولى"],
        "first_date": "2019-03-04",
        "last_date": "2019-03-04",
        "first_seen": "2019-03-05",
        "last_seen": "2019-03-05",
    }
    assert met.nodes[LAVROV]["name"] == "سيرغي لافروف"


def test_a_month_is_no_day() -> None:
    # «the minister met his counterpart last month»
    told = first()
    (met,) = [m for m in told.meetings if m.status == "held"]
    month = met.date.model_copy(update={"start": "2019-02-01", "end": "2019-02-28", "granularity": "month"})
    told = told.model_copy(update={"meetings": [met.model_copy(update={"date": month})]})
    ((_, _, edge),) = project(build_graph([told]), "meetings").edges(data=True)
    assert (edge["dates"], edge["first_date"], edge["last_date"]) == (
        ["2019-02-01/2019-02-28"], "2019-02-01", "2019-02-28",
    )  # fmt: skip


def test_meetings_of_other_statuses(graph: nx.MultiDiGraph) -> None:
    assert {frozenset(pair) for pair in project(graph, "meetings", ["planned"]).edges} == {frozenset((LAVROV, SISI))}
    assert len(project(graph, "meetings", ["planned", "held"]).edges) == 2
    assert len(project(graph, "countries", ["planned"])) == 0


def test_one_meeting_of_many_articles_weighs_one() -> None:
    told = [retold(first(), n, source=f"{n % 2}") for n in range(4)]
    ((_, _, edge),) = project(build_graph(told), "meetings").edges(data=True)
    assert (edge["weight"], edge["articles"], edge["sources"], edge["source_names"]) == (1, 4, 2, ["0", "1"])


def _hosted(kind: MeetingKind, **roles: Part) -> nx.Graph:
    met = meeting(*roles, kind=kind)
    who = [p.model_copy(update={"role": roles[p.ref or ""]}) for p in met.participants]
    told = record("a", "كريم حسن", "مريم فرح", "سليم عمر", meetings=(met.model_copy(update={"participants": who}),))
    return project(build_graph([told]), "meetings")


def test_two_on_one_side_do_not_meet_each_other() -> None:
    # a president and his wife receive a guest; two travel together; three meet
    assert _hosted("meeting", p1="host", p2="host", p3="guest").size() == 2
    assert _hosted("visit", p1="guest", p2="guest").size() == 0
    assert _hosted("meeting", p1="participant", p2="participant", p3="participant").size() == 3


def _met(told: Meeting, *people: str, bodies: tuple[str, ...] = (), about: str = "") -> set[frozenset[str]]:
    """Who has met whom by one meeting, by name."""
    met = project(build_graph([record("a", *people, bodies=bodies, about=about, meetings=(told,))]), "meetings")
    return {frozenset(met.nodes[n]["name"] for n in pair) for pair in met.edges}


def test_the_sides_that_the_frame_tells() -> None:
    # «سليم عمر وكريم حسن التقيا مريم فرح»: the two who act met her, not each other by that
    three = meeting("p1", "p2", "p3")
    names = ("سليم عمر", "كريم حسن", "مريم فرح")
    who = [p.model_copy(update={"name": n}) for p, n in zip(three.participants, names, strict=True)]
    slots = [Slot(slot="agent", fillers=list(names[:2])), Slot(slot="participant", fillers=list(names[2:]))]
    why = Why(cue=Span(start=0, end=0, text=""), frame="with", slots=slots)
    met = _met(three.model_copy(update={"participants": who, "why": why}), *names)
    assert met == {frozenset((names[0], names[2])), frozenset((names[1], names[2]))}
    # «لقاء بين سليم عمر وكريم حسن ومريم فرح», a meeting between the three: all stand in one slot
    alone = Why(cue=why.cue, frame="noun alone", slots=[Slot(slot="participant", fillers=list(names))])
    assert len(_met(three.model_copy(update={"participants": who, "why": alone}), *names)) == 3
    # «محادثات مع سليم عمر وكريم حسن», talks with the two: somebody else's
    slot = Slot(slot="participant", step="with or between", fillers=list(names))
    told = three.model_copy(update={"participants": who, "why": Why(cue=why.cue, frame="noun alone", slots=[slot])})
    assert not _met(told, *names)


def test_two_of_one_state_have_not_met_by_meeting_a_third_of_another() -> None:
    king, prince, guest = "سليم عمر|الملك JO", "كريم حسن|ولي العهد JO", "مريم فرح|رئيسة الوزراء TN"
    assert len(_met(meeting("p1", "p2", "p3"), king, prince, guest)) == 2
    assert len(_met(meeting("p1", "p2"), king, prince)) == 1  # at home they are two


def test_nobody_meets_what_he_acts_for_and_a_crowd_proves_nothing() -> None:
    assert not _met(meeting("p1", "country:JO"), "سليم عمر|الملك JO", about="JO")
    names = ("سليم عمر", "كريم حسن", "مريم فرح", "هدى نجم", "زيد مطر", "ليلى بدر")
    all_of_them = [f"p{n}" for n in range(1, 7)]
    assert not _met(meeting(*all_of_them), *names)
    assert len(_met(meeting(*all_of_them[:5]), *names)) == 10
    assert not _met(meeting(*all_of_them[:2], kind="conference"), *names)


def test_to_sit_in_a_body_is_not_to_meet_it() -> None:
    # «ترأس الوزير اجتماعا للجنة الأسعار», the minister chaired the prices' committee
    who, body = "سليم عمر|وزير التجارة JO", "لجنة الأسعار"
    assert not _met(meeting("p1", "o1", kind="meeting"), who, bodies=(body,))
    assert not _met(meeting("country:TN", "o1", kind="meeting"), bodies=(body,), about="TN")
    assert _met(meeting("p1", "o1", kind="meeting"), who, bodies=("حركة الرصيف",))
    assert _met(meeting("p1", "o1", kind="meeting"), who, bodies=("لجنة الأسعار|TN",), about="TN")  # of another state
    # where others take part, it sits with all of them
    assert _met(
        meeting("p1", "p2", "o1", kind="meeting"),
        who,
        "كريم حسن|وزير التجارة TN",
        bodies=("لجنة الأسعار|EG",),
        about="EG TN JO",
    ) == {frozenset(("سليم عمر", "كريم حسن"))}
    assert _met(meeting("country:CN", "o1"), bodies=("مجلس التعاون",), about="CN")  # talks
    # «حضر قمة مجموعة السبع», attended the summit of the seven
    assert not _met(meeting("p1", "o1", kind="summit"), who, bodies=("مجموعة السبع",))


def test_who_agreed_with_whom(events: nx.MultiDiGraph) -> None:
    agreed = project(events, "agreements")
    ((one, other, edge),) = agreed.edges(data=True)
    assert {one, other} == {"country:EG", "country:FR"}  # those who sign are no parties
    assert (edge["type"], edge["weight"], edge["articles"]) == ("agreed", 1, 2)
    assert len(project(events, "agreements", ["ended"])) == 0


def test_who_appointed_whom(events: nx.MultiDiGraph) -> None:
    appointed = project(events, "appointments")
    assert appointed.is_directed()
    assert [(events.nodes[a]["name"], events.nodes[b]["name"]) for a, b in appointed.edges] == [
        ("كريم حسن", "مريم فرح")
    ]


def test_events_of_a_user_s_relation(events: nx.MultiDiGraph) -> None:
    ((_, _, edge),) = project(events, "events").edges(data=True)
    assert (edge["type"], edge["kinds"]) == ("took_part", ["sale"])


@pytest.mark.parametrize(
    ("projection", "status", "message"),
    [
        ("meetings", "signed", "meetings have no status signed; there are held, ongoing"),
        ("targets", "held", "targets have no act held; there are say, add"),
        ("mentions", "held", "a status is for a projection of events, an act for one of statements"),
    ],
)
def test_a_status_that_the_projection_lacks(graph: nx.MultiDiGraph, projection: str, status: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        project(graph, projection, [status])


def test_state_to_state(graph: nx.MultiDiGraph) -> None:
    graph.add_edge(JUBEIR, "country:SA", type="holds_office", articles=1)
    between = project(graph, "countries")
    assert list(between.edges(data="weight")) == [("country:RU", "country:SA", 1)]


def test_who_spoke_about_whom(graph: nx.MultiDiGraph) -> None:
    spoke = project(graph, "statements")
    assert spoke.is_directed()
    assert list(spoke.edges(data="acts")) == [(LAVROV, "country:RU", ["say"])]


def test_who_accused_and_praised_whom() -> None:
    (said,) = first().statements
    accused = said.model_copy(update={"act": "accuse", "target": [Ref(ref="p2", name="عادل الجبير")]})
    praised = said.model_copy(update={"id": "s2", "act": "praise", "target": [Ref(ref="country:SA", name="السعودية")]})
    told = build_graph([first().model_copy(update={"statements": [accused, praised]})])
    spoke = project(told, "targets")
    assert spoke.edges[LAVROV, JUBEIR]["acts"] == ["accuse"]
    assert spoke.edges[LAVROV, JUBEIR]["statements"] == ["statement:sochi#s1"]
    assert list(project(told, "targets", ["praise"]).edges) == [(LAVROV, "country:SA")]
    assert project(told, "statements", ["accuse"]).size() == 1


def test_who_is_named_with_whom(graph: nx.MultiDiGraph) -> None:
    together = project(graph, "mentions")
    assert together.edges[LAVROV, JUBEIR]["weight"] == 1
    assert not together.has_edge(JUBEIR, SISI)


def test_an_unknown_projection(graph: nx.MultiDiGraph) -> None:
    with pytest.raises(ValueError, match="meetings, agreements"):
        project(graph, "friends")


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_projections_leave_the_graph_alone(graph: nx.MultiDiGraph, projection: str) -> None:
    before = nx.MultiDiGraph(graph)
    project(graph, projection)
    assert nx.utils.graphs_equal(graph, before)


def test_parts_of_the_graph(graph: nx.MultiDiGraph) -> None:
    assert {d["type"] for _, d in select(graph, types={"person", "meeting"}).nodes(data=True)} == {"person", "meeting"}
    often = select(graph, min_count=2)
    assert {n for n, d in often.nodes(data=True) if d["type"] == "person"} == {LAVROV}
    assert all(d["weight"] >= 2 for *_, d in often.edges(data=True) if d["type"] in ("mentions", "takes_part"))
    assert nx.utils.graphs_equal(select(graph), graph)


def test_a_minimal_count_of_a_projection(graph: nx.MultiDiGraph) -> None:
    assert len(select(project(graph, "meetings"), min_count=2).edges) == 0


def test_a_minimal_count_leaves_nobody_alone() -> None:
    # two meet twice; a third, whom as many articles name, met one of them once
    records = []
    for n, partner in enumerate(("p2", "p2", "p3", "p3")):
        met = meeting("p1", partner, day=f"2020-0{n + 1}-01", status="held" if n < 3 else "planned")
        records.append(record(f"a{n}", "سيرغي لافروف", "عادل الجبير", "سامح شكري", meetings=(met,)))
    often = select(project(build_graph(records), "meetings"), min_count=2)
    assert sorted(data["name"] for _, data in often.nodes(data=True)) == ["سيرغي لافروف", "عادل الجبير"]
    assert list(nx.isolates(often)) == []


def _told() -> nx.MultiDiGraph:
    # "The minister told the newspaper ad-Duha …": an interview, and a meeting with a colleague.
    interview = record(
        "a",
        "سليم عمر",
        "كريم حسن",
        bodies=("صحيفة الضحى",),
        meetings=(meeting("p1", "o1"), meeting("p1", "p2", id_="m2")),
    )
    return build_graph([interview])


def test_whom_a_newspaper_talks_to_it_has_not_met() -> None:
    graph = _told()
    paper = next(node for node, data in graph.nodes(data=True) if data["type"] == "organization")
    assert graph.nodes[paper]["media"] is True
    assert paper not in project(graph, "meetings")
    assert len(project(graph, "meetings")) == 2
    assert paper in project(graph, "meetings", media=True)
    assert paper in project(graph, "mentions")
    assert paper not in project(graph, "mentions", media=False)
    assert paper in overview(graph)
    assert paper not in overview(graph, media=False)


def test_an_overview_has_who_and_what_happened(graph: nx.MultiDiGraph) -> None:
    seen = overview(graph)
    assert {data["type"] for _, data in seen.nodes(data=True)} == {"person", "country", "place", "meeting"}
    assert all(degree for _, degree in seen.degree())
    said = seen.edges[LAVROV, "country:RU", "spoke_about"]
    assert (said["weight"], said["acts"], said["article_ids"]) == (1, ["say"], ["sochi"])
    assert said == dict(project(graph, "statements").edges[LAVROV, "country:RU"])
    assert seen.nodes[LINKS.entity("sochi", "m1")]["article_ids"] == ["sochi"]
    assert "article_ids" not in graph.nodes[LINKS.entity("sochi", "m1")]


def test_an_overview_has_the_rest_where_asked(graph: nx.MultiDiGraph) -> None:
    types = {data["type"] for _, data in overview(graph, statements=True, described=True).nodes(data=True)}
    assert types == {"person", "country", "place", "meeting", "statement", "described"}
    whole = overview(graph, statements=True, described=True, articles=True)
    assert nx.utils.graphs_equal(whole, graph)


def test_order_changes_nothing_in_an_overview() -> None:
    one, other = (overview(build_graph(records)) for records in ([first(), second()], [second(), first()]))
    assert dict(one.nodes(data=True)) == dict(other.nodes(data=True))
    assert sorted(one.edges(keys=True)) == sorted(other.edges(keys=True))
