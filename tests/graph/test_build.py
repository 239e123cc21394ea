"""The graph of two articles that share a person."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.graph.build import build_graph
from arner.graph.tellings import identity
from arner.linking.judgements import Judgement, JudgementError
from arner.linking.links import link
from arner.records import ArticleRecord, Description, Mention, Organization, Person, Role, Span
from tests.linking.made import corpora, record
from tests.samples import first, retold, second, signed, signing

LINKS = link([first(), second()])
LAVROV = LINKS.entity("sochi", "p1")
SOCHI, MOSCOW = LINKS.entity("sochi", "m1"), LINKS.entity("reuters", "m1")


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    return build_graph([first(), second()])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الفتاح السيسي", "عبدالفتّاح السيسى"),  # Abdel Fattah al-Sisi, three spellings apart
        ("أحمد أبو الغيط", "احمد ابو الغيط"),  # Ahmed Aboul Gheit
        ("دونالد_ترمب", "دونالد  تـــرمب"),  # Donald Trump, as a hashtag and with tatweel
        ("محمد عبد الله", "محمد عبدالله"),  # Mohammed Abdullah
    ],
)
def test_spellings_of_one_name_are_one_identity(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("لافروف", "سيرغي لافروف"),  # a surname alone may be another's
        ("محمد بن سلمان", "سلمان بن محمد"),
        ("عبد", "عبدال"),
    ],
)
def test_other_names_are_other_identities(one: str, other: str) -> None:
    assert identity(one) != identity(other)


def test_every_node_and_edge_can_be_drawn(graph: nx.MultiDiGraph) -> None:
    for _, data in graph.nodes(data=True):
        assert {"type", "label", "name", "articles"} <= data.keys()
        assert data["label"]
    for *_, data in graph.edges(data=True):
        assert {"type", "label", "weight", "articles"} <= data.keys()
    values = [v for _, data in graph.nodes(data=True) for v in data.values()]
    assert None not in values


def test_one_person_in_two_articles_is_one_node(graph: nx.MultiDiGraph) -> None:
    assert graph.nodes[LAVROV] == {
        "type": "person",
        "label": "سيرغي لافروف",
        "name": "سيرغي لافروف",
        "name_latin": "Sergey Lavrov",
        "name_latin_articles": 1,
        "aliases": ["لافروف"],
        "aliases_articles": [1],
        "roles": ["وزير الخارجية (RU)"],
        "roles_articles": [1],
        "articles": 2,
        "mentions": 3,
        "first_seen": "2019-03-05",
        "last_seen": "2019-04-01",
        "sources": 2,
        "source_names": ["الأولى", "الثانية"],
        "confidence": LINKS.entities[LAVROV].score,
    }


def edge_types(graph: nx.MultiDiGraph, start: str, end: str) -> set[str]:
    return {data["type"] for data in graph.get_edge_data(start, end, default={}).values()}


@pytest.mark.parametrize(
    ("start", "type_", "end"),
    [
        ("article:sochi", "mentions", LAVROV),
        ("article:sochi", "mentions", "country:SA"),
        ("article:reuters", "mentions", LINKS.entity("reuters", "o1")),
        ("article:sochi", "reports", SOCHI),
        ("article:sochi", "reports", "statement:sochi#s1"),
        (LAVROV, "holds_office", "country:RU"),
        (LAVROV, "takes_part", SOCHI),
        (LAVROV, "takes_part", MOSCOW),
        (LINKS.entity("reuters", "p2"), "takes_part", MOSCOW),
        (SOCHI, "held_in", LINKS.entity("sochi", "l1")),
        (SOCHI, "held_in", "country:RU"),
        (MOSCOW, "held_in", "country:RU"),
        (LAVROV, "says", "statement:sochi#s1"),
        ("statement:sochi#s1", "about", "country:RU"),
        ("statement:reuters#s1", "about", LAVROV),
        ("described:reuters#مسوول سعودي", "says", "statement:reuters#s1"),
    ],
)
def test_edges(graph: nx.MultiDiGraph, start: str, type_: str, end: str) -> None:
    assert type_ in edge_types(graph, start, end)


def test_who_held_the_office_of_a_description_is_told_and_not_linked() -> None:
    record = second()  # its only speaker: مسؤول سعودي, a Saudi official
    speakers = record.statements[0].speakers
    speakers[:] = [speakers[0].model_copy(update={"described": Description(country="SA", known="adel-jubeir")})]
    graph = build_graph([first(), record])
    assert graph.nodes["described:reuters#مسوول سعودي"]["known"] == "adel-jubeir"
    plain = build_graph([first(), second()])
    assert "known" not in plain.nodes["described:reuters#مسوول سعودي"]
    assert nx.utils.graphs_equal(nx.MultiDiGraph(graph.edges), nx.MultiDiGraph(plain.edges))


def test_an_office_held_in_several_articles_is_one_edge_that_counts_them() -> None:
    again = retold(first(), 1, published="2019-01-01")
    edges = build_graph([first(), again]).get_edge_data(LAVROV, "country:RU")
    assert list(edges) == ["holds_office:وزير الخارجيه"]
    office = edges["holds_office:وزير الخارجيه"]
    assert (office["title"], office["articles"], office["weight"]) == ("وزير الخارجية", 2, 2)
    assert (office["first_seen"], office["last_seen"]) == ("2019-01-01", "2019-03-05")


def test_an_office_of_an_organization() -> None:
    # "Ahmed Aboul Gheit, secretary general of the Arab League": named as a body, or only in his title
    text = "أحمد أبو الغيط الأمين العام لجامعة الدول العربية"
    whole = Span(start=0, end=len(text), text=text)
    role = Role(title="الأمين العام", organization="جامعة الدول العربية", former=True, evidence=whole)
    person = Person(id="p1", name="أحمد أبو الغيط", roles=[role], mentions=[])
    league = Organization(
        id="o1",
        name="جامعة الدول العربية",
        mentions=[Mention(start=33, end=48, text=text[33:48], kind="name")],
    )
    for organizations in ([], [league]):
        record = ArticleRecord(id="a", text=text, people=[person], organizations=organizations)
        graph = build_graph([record])
        ((_, body, data),) = (e for e in graph.edges(data=True) if e[2]["type"] == "holds_office")
        assert data["former"] is True
        assert graph.nodes[body]["name"] == "جامعة الدول العربية"
        assert sum(data["type"] == "organization" for _, data in graph.nodes(data=True)) == 1


def test_a_state_without_a_record_of_its_own_has_a_name(graph: nx.MultiDiGraph) -> None:
    assert build_graph([second()]).nodes["country:RU"]["name"] == "روسيا"


def test_the_order_of_articles_changes_nothing(graph: nx.MultiDiGraph) -> None:
    turned = build_graph([second(), first()])
    assert dict(turned.nodes(data=True)) == dict(graph.nodes(data=True))
    assert sorted(turned.edges(keys=True)) == sorted(graph.edges(keys=True))
    for start, end, key, data in graph.edges(keys=True, data=True):
        assert turned.edges[start, end, key] == data


def test_a_record_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="sochi"):
        build_graph([first(), first()])


def test_no_records_no_nodes() -> None:
    assert len(build_graph([])) == 0


def test_a_meeting_told_by_two_articles_is_one_node() -> None:
    later = retold(first(), 1, published="2019-03-06", source="الثالثة")
    graph = build_graph([first(), later])
    (meeting,) = (data for _, data in graph.nodes(data=True) if data["type"] == "meeting")
    assert (meeting["articles"], meeting["source_names"]) == (2, ["الأولى", "الثالثة"])
    assert (meeting["kind"], meeting["status"], meeting["date_start"]) == ("meeting", "held", "2019-03-04")


def test_an_agreement_and_a_change_of_office() -> None:
    links = link([signing(), signed()])
    graph = build_graph([signing(), signed()], links)
    agreement, change, sale = (links.entity("signing", local) for local in ("a1", "j1", "e1"))
    data = graph.nodes[agreement]
    assert (data["type"], data["kind"], data["status"], data["articles"]) == ("agreement", "memorandum", "signed", 2)
    assert data["label"] in ("memorandum: فرنسا، مصر – التعاون العسكري", "memorandum: فرنسا، مصر – التعاون")
    assert (data["date_start"], data["place"], data["country"]) == ("2021-05-04", "باريس", "FR")
    assert data["confidence"] == 0.9  # the highest of the articles
    roles = {(start, edge["role"]) for start, _, edge in graph.in_edges(agreement, data=True) if "role" in edge}
    signatories = {(links.entity("signing", p), "signatory") for p in ("p1", "p2")}
    assert roles == {("country:EG", "party"), ("country:FR", "party")} | signatories
    assert "held_in" in edge_types(graph, agreement, "country:FR")
    assert graph.nodes[change]["label"] == "appointed: مريم فرح – وزيرة المالية"
    assert edge_types(graph, change, "country:EG") == {"concerns"}
    assert edge_types(graph, links.entity("signing", "p3"), change) == {"takes_part"}
    assert (graph.nodes[sale]["type"], graph.nodes[sale]["kind"]) == ("event", "sale")
    assert graph.edges["country:FR", sale, "takes_part:seller"]["role"] == "seller"


def test_who_takes_part_twice_has_two_edges() -> None:
    # a company's head signs for himself
    (agreement,) = signing().agreements
    own = agreement.model_copy(update={"parties": agreement.signatories})
    record = signing().model_copy(update={"agreements": [own]})
    links = link([record])
    graph = build_graph([record], links)
    found = graph.get_edge_data(links.entity("signing", "p1"), links.entity("signing", "a1"))
    assert {edge["role"] for edge in found.values()} == {"party", "signatory"}


def test_the_body_of_a_change_of_office() -> None:
    league = Organization(id="o1", name="جامعة الدول العربية", mentions=[])
    (change,) = signing().appointments
    for body in ("o1", "جامعة الدول العربية"):  # by its id or its name
        told = change.model_copy(update={"country": None, "organization": body})
        record = signing().model_copy(update={"organizations": [league], "appointments": [told]})
        links = link([record])
        graph = build_graph([record], links)
        node = links.entity("signing", "j1")
        assert graph.nodes[node]["organization"] == league.name
        assert edge_types(graph, node, links.entity("signing", "o1")) == {"concerns"}


def test_a_part_of_the_records_keeps_its_ids() -> None:
    graph = build_graph([second()], LINKS)
    assert graph.nodes[LAVROV]["articles"] == 1
    assert graph.nodes[LAVROV]["mentions"] == 1
    assert "article:sochi" not in graph


def content(graph: nx.MultiDiGraph) -> tuple[list[str], list[str]]:
    """Every node and every edge with all they carry, in an order of their own."""
    nodes = sorted(repr((n, sorted(data.items()))) for n, data in graph.nodes(data=True))
    edges = sorted(repr((a, b, sorted(data.items()))) for a, b, data in graph.edges(data=True))
    return nodes, edges


@given(corpora(), st.randoms())
def test_shuffled_articles_make_the_same_graph(records: list[ArticleRecord], random: Random) -> None:
    before = content(build_graph(records, link(records)))
    random.shuffle(records)
    assert content(build_graph(records, link(records))) == before


@given(corpora(), st.data())
def test_a_judgement_splits_and_joins_nodes_of_the_graph(records: list[ArticleRecord], data: st.DataObject) -> None:
    refs = [f"{r.id}#{p.id}" for r in records for p in r.people]
    if len(refs) < 2:
        return
    pair = data.draw(st.lists(st.sampled_from(refs), min_size=2, max_size=2, unique=True))
    word = data.draw(st.sampled_from(["same", "different"]))
    try:
        links = link(records, [Judgement(*pair, word)])
    except JudgementError:
        return  # two names within one article, said to be the same or told apart
    graph = build_graph(records, links)
    one, other = (links.entity(*ref.split("#")) for ref in pair)
    assert one in graph
    assert other in graph
    assert (one == other) == (word == "same")


def _president(number: int, title: str, country: str, sure: bool, alias: str) -> ArticleRecord:
    text = f"{title} نيكوس أناستاسيادس"
    span = Span(start=0, end=len(title), text=title)
    role = Role(title=title, country=country, country_from="adjective" if sure else "context", evidence=span)
    person = Person(id="p1", name="نيكوس أناستاسيادس", aliases=[alias], roles=[role], mentions=[])
    return ArticleRecord(id=f"a{number}", text=text, people=[person])


def test_an_office_of_the_context_yields_to_one_whose_country_is_told() -> None:
    # The president, of Cyprus, and in an article about Germany just the president
    told = [_president(1, "الرئيس", "CY", True, "أناستاسيادس"), _president(2, "الرئيس", "DE", False, "أناستاسيادس")]
    graph = build_graph(told)
    (person,) = [n for n, data in graph.nodes(data=True) if data["type"] == "person"]
    assert graph.nodes[person]["roles"] == ["الرئيس (CY)"]
    assert [end for _, end, data in graph.out_edges(person, data=True) if data["type"] == "holds_office"] == [
        "country:CY"
    ]
    # where none tells, the context's stays
    alone = build_graph(told[1:])
    assert alone.nodes[person]["roles"] == ["الرئيس (DE)"]
    assert any(data["type"] == "holds_office" for *_, data in alone.out_edges(person, data=True))
    assert not any("guessed" in data for *_, data in alone.edges(data=True))


def test_what_one_article_of_many_says_of_an_event_is_a_slip() -> None:
    (meeting,) = first().meetings
    records = [
        retold(first(), n, meetings=[meeting.model_copy(update={"place": None, "ordinal": 3 if n == 0 else None})])
        for n in range(12)
    ]
    (many,) = [data for _, data in build_graph(records).nodes(data=True) if data["type"] == "meeting"]
    (few,) = [data for _, data in build_graph(records[:4]).nodes(data=True) if data["type"] == "meeting"]
    assert ("ordinal" in many, few["ordinal"], few["ordinal_articles"]) == (False, 3, 1)
    assert many["also"] == ["ordinal: 3 (1)"]


def test_what_one_article_of_hundreds_tells_is_a_slip() -> None:
    told = [_president(n, "الرئيس", "CY", True, "أناستاسيادس") for n in range(250)]
    slip = _president(250, "الوزير", "CY", True, "أناستاس")
    (person,) = [data for _, data in build_graph([*told, slip]).nodes(data=True) if data["type"] == "person"]
    assert (person["aliases"], person["roles"]) == (["أناستاسيادس"], ["الرئيس (CY)"])
    (person,) = [data for _, data in build_graph([*told[:20], slip]).nodes(data=True) if data["type"] == "person"]
    assert person["roles"] == ["الرئيس (CY)", "الوزير (CY)"]


def test_the_row_of_the_tables_that_most_records_give() -> None:
    # One article has the whole name and so the row, another the surname alone
    told = [
        record("a", "سيرغي لافروف=sergey-lavrov|وزير الخارجية RU", bodies=("حماس=hamas",)),
        record("b", "لافروف|وزير الخارجية RU"),
    ]
    links = link(told)
    graph = build_graph(told, links)
    person = graph.nodes[links.entity("a", "p1")]
    assert (person["articles"], person["known"], person["known_articles"]) == (2, "sergey-lavrov", 1)
    assert graph.nodes[links.entity("a", "o1")]["known"] == "hamas"
    assert "known" not in graph.nodes["country:RU"]
