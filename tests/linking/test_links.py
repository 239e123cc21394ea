"""Who is the same in many articles."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from heapq import nsmallest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.linking import context
from arner.linking.clusters import Member
from arner.linking.judgements import Judgement
from arner.linking.links import Links, link
from arner.linking.names import sound
from arner.records import ArticleRecord, DateValue, Mention, Ref
from tests.linking.made import corpora, meeting, record
from tests.samples import signed, signing

LAVROV = "وزير الخارجية RU"
PRESIDENT = "الرئيس US"


def together(links: Links, *refs: str) -> bool:
    """Whether entities of records (`article#id`) are one."""
    return len({links.entity(*ref.split("#")) for ref in refs}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سيرغي لافروف", "سيرجي لافروف"),  # Sergey Lavrov
        (f"سيرغي لافروف|{LAVROV}", "سيرغي فيكتوروفيتش لافروف"),
        ("دونالد ترامب|الرئيس US", "دونالد ترمب|الرئيس US"),
        ("عادل الجبير", "عادل بن أحمد الجبير"),
        ("أحمد محمد|وزير الدفاع EG", "أحمد محمد|وزير الدفاع EG"),
        ("محمد بن سلمان|ولي العهد SA", "محمد بن سلمان بن عبد العزيز|ولي العهد SA"),
        ("عبد ربه منصور هادي|الرئيس YE", "منصور هادي|الرئيس YE"),
        ("تيريزا ماي|رئيسة الوزراء GB", "تيريزا ماي|رئيسة الحكومة GB"),
        ("سلمان بن عبدالعزيز|العاهل SA", "سلمان|الملك SA"),
        ("شمخاني", "شمخاني"),  # a rare surname
    ],
)
def test_one_person(one: str, other: str) -> None:
    links = link([record("a", one, about="SA RU"), record("b", other, about="SA RU")])
    assert together(links, "a#p1", "b#p1")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد علي|لاعب EG", "محمد علي|وزير المالية YE"),  # namesakes
        ("علي حسن", "علي حسن"),
        ("سلمان بن عبدالعزيز|الملك SA", "محمد بن سلمان بن عبدالعزيز|ولي العهد SA"),  # father and son
        ("علي عبدالله صالح|الرئيس YE", "أحمد علي عبدالله صالح|السفير YE"),
        ("ريكس تيلرسون|وزير الخارجية US", "مايك بومبيو|وزير الخارجية US"),  # successors in one office
        ("محمد الصباح|سفير KW", "محمد الخالد الصباح|وزير الدفاع KW"),  # two of a large family
        ("حسن", "حسن"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    links = link([record("a", one, about="SA RU"), record("b", other, about="SA RU")])
    assert not together(links, "a#p1", "b#p1")


def test_one_row_of_the_known_is_one_and_two_rows_are_two() -> None:
    records = [
        record("a", "أبو نمر=zuhair-matar", bodies=("تضف=two-banks-rally",)),
        record("b", "زهير مطر=zuhair-matar", bodies=("تجمع الضفتين=two-banks-rally",)),
        record("c", "زهير مطر=zuhair-matar-tn", bodies=("تجمع الضفتين=two-banks-rally-tn",)),
    ]
    links = link(records)
    assert together(links, "a#p1", "b#p1")
    assert not together(links, "b#p1", "c#p1")
    assert together(links, "a#o1", "b#o1")
    assert not together(links, "b#o1", "c#o1")


def test_a_surname_joins_the_one_whom_the_evidence_names() -> None:
    records = [
        record("a", f"سيرغي لافروف|{LAVROV}", about="RU SY"),
        record("b", f"لافروف|{LAVROV}", about="RU SY"),
        record("bush", "جورج دبليو بوش|الرئيس US", about="US IQ"),
        record("jeb", "جيب بوش|حاكم US", about="US"),
        record("c", f"بوش|{PRESIDENT}", about="US IQ"),
        record("d", "بوش", about="US"),
    ]
    links = link(records)
    assert together(links, "a#p1", "b#p1")
    assert together(links, "bush#p1", "c#p1")
    assert links.entity("d", "p1") not in {links.entity("bush", "p1"), links.entity("jeb", "p1")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حركة حماس", "حماس"),
        ("وكالة الأنباء السعودية", "واس"),
        ("وزارة الدفاع الروسية", "وزارة الدفاع الروسية"),
        ("وزارة الدفاع|RU", "وزارة الدفاع الروسية"),
        ("المجلس الأعلى للأمن القومي الإيراني", "المجلس الأعلى للامن القومي الايراني"),
        ("حزب الله", "حزب الله اللبناني"),
        ("الأمم المتحدة", "منظمة الأمم المتحدة"),
        ("حزب النهضة|TN", "حزب النهضة"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    links = link([record("a", bodies=(one,), about="SA TN"), record("b", bodies=(other,), about="SA TN")])
    assert together(links, "a#o1", "b#o1")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزارة الدفاع الروسية", "وزارة الدفاع الأميركية"),
        ("وزارة الصحة", "وزارة الصحة"),  # of which state?
        ("مجلس الأمن", "مجلس الأمن الروسي"),
        ("حزب النهضة|TN", "حزب النهضة|TJ"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    links = link([record("a", bodies=(one,)), record("b", bodies=(other,))])
    assert not together(links, "a#o1", "b#o1")


def talks(id_: str, *, published: str, **fields: object) -> ArticleRecord:
    return record(
        id_,
        f"سيرغي لافروف|{LAVROV}",
        "عادل الجبير|وزير الخارجية SA",
        meetings=(meeting("p1", "p2", **fields),),  # type: ignore[arg-type]
        published=published,
    )


def test_a_meeting_that_one_article_announces_and_another_reports() -> None:
    links = link(
        [
            talks("before", published="2015-08-10", day="2015-08-11", country="RU", status="planned"),
            talks("after", published="2015-08-12", day="2015-08-11", country="RU", kind="meeting"),
        ]
    )
    assert together(links, "before#m1", "after#m1")
    (merge,) = (m for m in links.merges() if m.kind == "meeting")
    assert merge.reasons == ("the same participants", "on the same day", "in the same country: RU")


@pytest.mark.parametrize(
    "other",
    [
        {"day": "2015-08-25"},
        {"country": "QA"},
        {"kind": "call"},
    ],
)
def test_two_meetings(other: dict[str, str]) -> None:
    fields = {"day": "2015-08-11", "country": "RU"}
    links = link([talks("a", published="2015-08-11", **fields), talks("b", published="2015-08-11", **fields | other)])
    assert not together(links, "a#m1", "b#m1")


def test_a_meeting_that_is_called_off_is_the_one_that_was_announced() -> None:
    told = {"announced": "planned", "off": "cancelled"}
    same_day = [talks(i, published="2015-08-10", day="2015-08-11", status=status) for i, status in told.items()]
    assert together(link(same_day), "announced#m1", "off#m1")
    without_day = [talks(i, published="2015-08-10", status=status) for i, status in told.items()]
    assert not together(link(without_day), "announced#m1", "off#m1")


HELSINKI = {"day": "2018-07-16", "country": "FI"}


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2018-07-02", {"status": "planned"}),  # announced without its day
        ("2018-07-20", {}),  # looked back on
        ("2018-07-20", {"country": "FI"}),
        ("2018-07-17", {"day": "2018-07-09", "country": "FI"}),  # the wrong Monday
    ],
)
def test_what_one_article_tells_otherwise_joins_the_meeting_that_many_tell(
    published: str, told: dict[str, str]
) -> None:
    many = [talks(f"a{n}", published="2018-07-16", **HELSINKI) for n in range(5)]
    assert together(link([*many, talks("b", published=published, **told)]), "a0#m1", "b#m1")


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2018-07-02", {}),  # it cannot have been held yet
        ("2018-07-20", {"status": "planned"}),  # the next
        ("2018-07-17", {"country": "VN"}),
        ("2018-07-17", {"day": "2018-05-09", "country": "FI"}),
        ("2018-09-30", {}),
    ],
)
def test_another_meeting_of_the_same_people_stays_apart(published: str, told: dict[str, str]) -> None:
    many = [talks(f"a{n}", published="2018-07-16", **HELSINKI) for n in range(5)]
    assert not together(link([*many, talks("b", published=published, **told)]), "a0#m1", "b#m1")


def test_what_an_article_tells_beside_a_meeting_is_not_that_meeting() -> None:
    """«وسبق أن زار موسكو»: he is in Moscow today, and he has been there before."""
    today = meeting("p1", kind="visit", day="2018-06-01", country="RU")
    before = meeting("p1", id_="m2", kind="visit", country="RU")
    links = link([record("a", "محمد بن زايد|ولي عهد أبوظبي AE", published="2018-06-01", meetings=(today, before))])
    assert not together(links, "a#m1", "a#m2")


def test_a_summit_is_one_where_it_is_told_long_after_and_where_only_one_is_named() -> None:
    many = [talks(f"a{n}", published="2018-07-16", kind="summit", **HELSINKI) for n in range(5)]
    late = talks("late", published="2018-08-20", kind="summit", country="FI")
    told = meeting("p1", kind="summit", day="2018-07-16", country="FI")
    alone = record("alone", "سيرغي لافروف|وزير الخارجية RU", published="2018-07-17", meetings=(told,))
    links = link([*many, late, alone])
    assert together(links, "a0#m1", "late#m1")
    assert together(links, "a0#m1", "alone#m1")
    meant = talks("other", published="2018-08-20", kind="meeting", country="FI")
    assert not together(link([*many, meant]), "a0#m1", "other#m1")


def test_who_attends_two_receptions_does_not_make_them_one() -> None:
    king, guests = "سلمان بن عبدالعزيز|الملك SA", ("سمير جعجع|رئيس حزب LB", "جون كيري|وزير الخارجية US")
    court = ("عادل الجبير|وزير الخارجية SA", "مساعد العيبان|وزير الدولة SA")
    receptions = [
        record(
            f"a{n}",
            king,
            guest,
            *court,
            meetings=(meeting("p1", "p2", "p3", "p4", day="2015-07-20"),),
            published="2015-07-21",
        )
        for n, guest in enumerate((*guests, guests[0]))
    ]
    links = link(receptions)
    assert together(links, "a0#m1", "a2#m1")
    assert not together(links, "a0#m1", "a1#m1")


def test_ids_are_readable_and_stay() -> None:
    records = [record("a", f"سيرغي لافروف|{LAVROV}", published="2015-08-01")]
    before = link(records).entity("a", "p1")
    assert before.startswith("person:sergey-lavrov-") or before.startswith("person:sergiy-lavrov-")
    records += [record(f"b{n}", f"سيرجي لافروف|{LAVROV}", published="2015-09-01") for n in range(3)]
    assert link(records).entity("a", "p1") == before


def test_every_link_is_kept_with_its_score_and_reasons() -> None:
    links = link([record("a", f"سيرغي لافروف|{LAVROV}"), record("b", f"سيرجي لافروف|{LAVROV}")])
    (merge,) = links.merges()
    assert 0.5 < merge.score < 1
    assert merge.reasons == ("same name, spelt differently (rare)", "same office: وزير خارجيه (RU)")
    out = io.StringIO()
    links.write(out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [(x["article"], x["kind"], x["local"]) for x in lines] == [("a", "person", "p1"), ("b", "person", "p1")]
    assert {x["entity"] for x in lines} == {links.entity("a", "p1")}


def test_a_record_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="two records"):
        link([record("a"), record("a")])


@given(corpora(), st.randoms())
def test_the_order_of_records_changes_nothing(records: list[ArticleRecord], random: object) -> None:
    before = link(records)
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    after = link(shuffled)
    assert list(after.lines()) == list(before.lines())
    assert after.entities == before.entities


@given(corpora())
def test_an_unrelated_article_changes_nothing(records: list[ArticleRecord]) -> None:
    other = record("other", "خوسيه موخيكا|الرئيس UY", bodies=("بنك القرية",), about="UY", published="1999-01-01")
    before, after = link(records), link([*records, other])
    assert [x for x in after.lines() if x["article"] != "other"] == list(before.lines())


def test_an_agreement_and_a_change_of_office_that_two_articles_tell_of() -> None:
    links = link([signing(), signed()])
    assert together(links, "signing#a1", "signed#a1")
    assert together(links, "signing#j1", "signed#j1")
    merge = links.of[Member("signed", "a1")]
    assert (merge.kind, merge.reasons) == ("agreement", ("the same who", "told when it took place", "the same subject"))
    assert links.entity("signing", "e1").startswith("event:sale-")


@pytest.mark.parametrize(
    ("local", "field", "update"),
    [
        ("a1", "agreements", {"kind": "treaty"}),
        ("a1", "agreements", {"status": "ended"}),  # one that a party leaves is not one that is signed
        ("a1", "agreements", {"subject": None}),  # two states sign many
        ("a1", "agreements", {"parties": [Ref(ref="country:FR", name="فرنسا")]}),
        ("a1", "agreements", {"parties": [Ref(ref="country:FR", name="فرنسا"), Ref(name="شركة")]}),
        ("a1", "agreements", {"date": DateValue(text="أمس", start="2021-04-20", end="2021-04-20")}),
        ("j1", "appointments", {"title": "وزيرة الصحة"}),
        ("j1", "appointments", {"kind": "dismissed"}),
        ("j1", "appointments", {"person": None}),
        ("j1", "appointments", {"country": "JO"}),
    ],
)
def test_events_of_two_articles_that_may_be_two(local: str, field: str, update: dict[str, object]) -> None:
    other = signed()
    (event,) = getattr(other, field)
    other = other.model_copy(update={field: [event.model_copy(update=update)]})
    assert not together(link([signing(), other]), f"signing#{local}", f"signed#{local}")


def test_a_user_s_events_are_one_where_all_who_took_part_are_known() -> None:
    sale = signing().events[0]
    known = sale.model_copy(update={"slots": {k: v for k, v in sale.slots.items() if k != "thing"}})
    for event, one in ((sale, False), (known, True)):
        told = signing().model_copy(update={"events": [event]})
        dated = DateValue(text="أمس", start="2021-05-04", end="2021-05-04", granularity="day")
        told = told.model_copy(update={"events": [event.model_copy(update={"date": dated})]})
        assert together(link([told, told.model_copy(update={"id": "b"})]), "signing#e1", "b#e1") == one


def test_a_judgement_joins_events() -> None:
    other = signed().model_copy(update={"published": "2021-06-01"})
    assert not together(link([signing(), other]), "signing#a1", "signed#a1")
    judged = link([signing(), other], [Judgement("signing#a1", "signed#a1", "same")])
    assert together(judged, "signing#a1", "signed#a1")


def test_who_is_beside_them_in_a_record_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(size: int, among: Iterable[str], key: Callable[[str], tuple[int, str]]) -> list[str]:
        asked.append(size)
        return nsmallest(size, among, key)

    monkeypatch.setattr(context, "nsmallest", counted)
    people = [f"{given} العتيبي" for given in "سالم سليم سلمى سليمان سلام سلوم".split()]
    links = link([record("a", *people, "محمد علي", "خالد حسن")])
    assert len({links.entity("a", f"p{number}") for number in range(1, 9)}) == 8
    assert len(asked) == 1


def test_of_a_list_of_people_only_the_most_named_are_evidence() -> None:
    letters = "بتجدرسفكلمن"
    people = [f"سالم {one}{two}ا{three}ي" for one in letters for two in letters for three in letters]
    listed = record("a", *people)
    last = listed.people[-1]
    last.mentions.append(Mention(start=0, end=4, text=listed.text[:4], kind="name"))
    found = context.context(listed).people
    assert len(found) < len({sound(name.split()[1]) for name in people})
    assert sound(last.name.split()[1]) in found
