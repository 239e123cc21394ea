"""Encounters: who, where, when, whether held. Mentions are marked by hand, so that only the rules are tested."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from arner.ner.sentences import split
from arner.relations.meetings.component import find_meetings
from tests.marked import by_hand, unmark

_OFFICES = {"p1": "EG", "p2": "GR", "p3": "FR", "p4": "JO", "p5": "EG"}  # the states people act for
_CITIES = {"القاهرة": "EG", "أثينا": "GR", "باريس": "FR", "عمان": "JO", "جنيف": "CH", "قصر بسمان": "JO"}
_BLANK = spacy.blank("arner")


def meetings(marked: str, published: str | None = "2019-03-14", title: bool = False) -> list[dict[str, Any]]:
    """The encounters of a sentence that `tests.marked.by_hand` reads; with `title`, its first line is one."""
    title_end = unmark(marked)[0].index("\n") if title else None
    doc = by_hand(marked, published, title_end, states=_OFFICES, cities=_CITIES)
    return find_meetings(doc)


def who(meeting: dict[str, Any]) -> set[str]:
    return {p["ref"] or p["name"] for p in meeting["participants"]}


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        # The president met his Greek counterpart in Athens.
        ("التقى {p1:الرئيس المصري} {p2:نظيره اليوناني} في {l:أثينا}", "meeting", {"p1", "p2"}),
        # The minister meets his French counterpart (verb after the subject).
        ("{p1:الوزير المصري} يلتقي {p3:نظيره الفرنسي}", "meeting", {"p1", "p3"}),
        # He met with him.
        ("التقى {p1:الرئيس المصري} أمس مع {p2:رئيس الوزراء اليوناني}", "meeting", {"p1", "p2"}),
        # The minister gathered with officials (nobody named).
        ("اجتمع {p1:الوزير المصري} مع مسؤولين أردنيين", "meeting", {"p1", "مسؤولين أردنيين"}),
        # The king received both.
        (
            "استقبل {p4:الملك عبد الله} في {l:قصر بسمان} {p1:الرئيس} و{p2:الوزير}",
            "meeting",
            {"p4", "p1", "p2"},
        ),
        # He discussed with him.
        ("بحث {p1:وزير النفط} مع {p3:وزيرة الطاقة} أسعار الغاز", "talks", {"p1", "p3"}),
        # She held talks with the head of the party.
        ("أجرت {p3:الوزيرة} محادثات موسعة مع {p1:رئيس الحزب}", "talks", {"p1", "p3"}),
        # Talks that he held with him.
        ("قال إن المحادثات التي أجراها {p3:الوزير} مع {p1:الرئيس} مفيدة", "talks", {"p1", "p3"}),
        # An (inanimate) meeting was held between the two.
        ("عقد اجتماع بين {p1:وزير الري} و{p4:نظيره الأردني}", "meeting", {"p1", "p4"}),
        # During his meeting with him, he said …
        ("وأكد {p1:الرئيس المصري} خلال لقائه {p2:نظيره اليوناني} أهمية السلام", "meeting", {"p1", "p2"}),
        # The Egyptian-Greek talks.
        ("تتواصل في جنيف المباحثات {EG!:المصرية} {GR!:اليونانية}", "talks", {"country:EG", "country:GR"}),
        # He had a call from him.
        ("تلقى {p1:الرئيس المصري} اتصالا هاتفيا من {p3:الرئيس الفرنسي}", "call", {"p1", "p3"}),
        # He made a call to her.
        ("أجرى {p1:الوزير} اتصالا هاتفيا ب{p3:نظيرته الفرنسية}", "call", {"p1", "p3"}),
        # She took part in a summit.
        ("شاركت {p3:المستشارة} في قمة مجموعة العشرين", "summit", {"p3"}),
        # The two will discuss it (SVO, two subjects, no «with»).
        ("قال {p1:الرئيس} إنه و{p2:نظيره} سيجريان محادثات غدا", "talks", {"p1", "p2"}),
        # A summit with him.
        ("وصل {p1:الرئيس} إلى {l:باريس} حيث التقى {p3:نظيره}", "meeting", {"p1", "p3"}),
    ],
)
def test_who_meets(marked: str, kind: str, expected: set[str]) -> None:
    found = [m for m in meetings(marked) if m["kind"] == kind]
    assert [who(m) for m in found] == [expected]


@pytest.mark.parametrize(
    ("marked", "visitor", "country", "name"),
    [
        # The minister visited Paris.
        ("زار {p1:وزير الخارجية} {l:باريس} أمس", "p1", "FR", "باريس"),
        # The minister, who visits Jordan, said …
        ("قال {p3:الوزير} الذي يزور {JO:الأردن} إن الحل قريب", "p3", "JO", None),
        # She arrived in Cairo.
        ("وصلت {p3:المستشارة} مساء الأحد إلى {l:القاهرة}", "p3", "EG", "القاهرة"),
        # The president's visit to Greece was important.
        ("وصف المتحدث زيارة {p1:الرئيس} إلى {GR:اليونان} بالمهمة", "p1", "GR", None),
        # He is paying a visit to Egypt.
        ("يقوم {p2:رئيس الوزراء} بزيارة رسمية ل{EG:مصر}", "p2", "EG", None),
        # He was in Amman last week.
        ("كان {p1:الوزير المصري} في {l:عمان} الأسبوع الماضي", "p1", "JO", "عمان"),
        # He left Cairo for Amman.
        ("قال {p2:الوزير} خلال زيارة إلى {l:القاهرة} إن الاتفاق قريب", "p2", "EG", "القاهرة"),
    ],
)
def test_who_visits(marked: str, visitor: str, country: str, name: str | None) -> None:
    [visit] = [m for m in meetings(marked) if m["kind"] == "visit"]
    assert visit["participants"][0] | {"name": ""} == {"ref": visitor, "name": "", "role": "guest"}
    assert (visit["place"]["country"], visit["place"]["name"]) == (country, name)


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("التقى {p1:الرئيس} {p2:نظيره}", "held"),  # met
        ("سيلتقي {p1:الرئيس} {p2:نظيره}", "planned"),  # will meet
        ("لن يلتقي {p1:الرئيس} {p2:نظيره}", "cancelled"),  # will not meet
        ("من المقرر أن يلتقي {p1:الرئيس} {p2:نظيره}", "planned"),  # is due to meet
        ("من المحتمل أن يلتقي {p1:الرئيس} {p2:نظيره}", "proposed"),  # may meet
        ("ألغى {p1:الرئيس} اجتماعا مع {p2:نظيره}", "cancelled"),  # called off a meeting
        ("بدأ {p1:الرئيس} محادثات مع {p2:نظيره}", "ongoing"),  # began talks
        ("يستعد الجانبان للقاء بين {p1:الرئيس} و{p2:نظيره}", "planned"),  # prepare for a meeting
        ("اقترح الوسيط عقد لقاء بين {p1:الرئيس} و{p2:نظيره}", "proposed"),  # proposed to hold a meeting
        ("يلتقي {p1:الرئيس} {p2:نظيره} {d2019-03-20:الأربعاء المقبل}", "planned"),  # meets next Wednesday
    ],
)
def test_status(marked: str, status: str) -> None:
    assert [m["status"] for m in meetings(marked)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "التقى النهران عند المدينة",  # the two rivers met
        "قال {p1:الوزير} في مؤتمر صحفي مع {p2:نظيره} إن الحدود آمنة",  # in a press conference
        "أكد {p1:الوزير} في لقاء صحفي مع {o1:الأهرام} أن الأسعار مستقرة",  # in an interview
        "خسر الفريق لقاء الذهاب أمام {o1:الترجي}",  # lost the first leg
        "تعاني البلاد من أزمة اجتماعية",  # a social crisis
        "لم يزر {p1:الرئيس} {GR:اليونان} منذ انتخابه",  # has not visited since
        "دعت {o1:منظمة المؤتمر الإسلامي} إلى الهدوء",  # a name that holds the word
        "استقبلت المدينة المساعدات",  # the town received aid
    ],
)
def test_no_meeting(text: str) -> None:
    assert meetings(text) == []


def test_tellings_of_one_encounter_are_one_record() -> None:
    # The president met his counterpart in Athens yesterday. The meeting dealt with trade. His talks with him …
    [meeting] = meetings(
        "{p1:الرئيس المصري} يلتقي {p2:نظيره اليوناني}\n"
        "التقى {p1:الرئيس المصري} {p2:نظيره اليوناني} في {l:أثينا} {d2019-03-13:أمس}. وتناول اللقاء التجارة."
        " ووصف {p1:الرئيس} محادثاته مع {p2:نظيره} بالمثمرة.",
        title=True,
    )
    assert meeting["place"]["name"] == "أثينا"
    assert meeting["date"] == {
        "text": "أمس",
        "start": "2019-03-13",
        "end": "2019-03-13",
        "granularity": "day",
    }
    assert len(meeting["evidence"]) == 4
    assert meeting["kind"] == "talks"


def test_headline_that_describes_joins_the_text_that_names() -> None:
    # The foreign minister meets his counterpart / The minister met the Greek minister in Cairo.
    [meeting] = meetings(
        "{p1:الوزير} يلتقي {x:نظيره}\nالتقى {p1:الوزير} {p2:الوزير اليوناني} في {l:القاهرة}", title=True
    )
    assert who(meeting) == {"p1", "p2"}


def test_a_headlines_weekday_is_the_texts() -> None:
    # He meets him on Tuesday / He will meet the Greek minister next Tuesday, and then a number of officials.
    told = meetings(
        "{p1:الوزير} يلتقي {p2:نظيره} {d2019-03-12:الثلاثاء}\n"
        "يلتقي {p1:الوزير} {p2:الوزير اليوناني} في {l:القاهرة} {d2019-03-19:الثلاثاء المقبل}. وسيلتقي {p1:الوزير} مع"
        " عدد من المسؤولين.",
        title=True,
    )
    assert who(told[0]) == {"p1", "p2"}
    assert (told[0]["date"]["start"], told[0]["status"]) == ("2019-03-19", "planned")


def test_who_attended_joins_the_encounter() -> None:
    # He received her. The meeting was attended by the ambassador.
    [meeting] = meetings("استقبل {p1:الرئيس} {p3:الوزيرة}. حضر اللقاء {p5:السفير}.")
    assert who(meeting) == {"p1", "p3", "p5"}


def test_place_of_a_state_of_affairs_is_no_venue() -> None:
    # He held talks on the situation in Greece with the king.
    [talks] = meetings("أجرى {p1:الوزير} محادثات مع {p4:الملك} عن الأوضاع في {GR:اليونان}")
    assert talks["place"] is None


def test_earlier_encounter_of_the_same_people_stays_apart() -> None:
    # They met yesterday in Athens; they had met in Cairo in January.
    found = meetings(
        "التقى {p1:الرئيس} {p2:نظيره} في {l:أثينا} {d2019-03-13:أمس}."
        " وكان {p1:الرئيس} قد التقى {p2:نظيره} في {l:القاهرة} {d2019-01-10:في 10 يناير}."
    )
    assert [m["place"]["name"] for m in found] == ["أثينا", "القاهرة"]


def test_visit_and_its_talks_are_two_and_share_the_place() -> None:
    # He arrived in Amman and held talks with the king.
    visit, talks = meetings("وصل {p1:الوزير} إلى {l:عمان}. وأجرى {p1:الوزير} محادثات مع {p4:الملك}.")
    assert (visit["kind"], talks["kind"]) == ("visit", "talks")
    assert talks["place"]["name"] == "عمان"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # received him yesterday
        ("استقبل {p1:عمر} {p2:يانيس} {d2019-03-13:أمس}.", "2019-03-13"),
        # met him to discuss the trade that grew last year: the trade is dated
        ("التقى {p1:عمر} {p2:يانيس} لبحث التجارة التي نمت كثيرا {d2018-01-01:العام الماضي}.", None),
        # met him, for the first time since the agreement of 2017
        ("التقى {p1:عمر} {p2:يانيس} لأول مرة منذ اتفاقهما في {d2017-01-01:عام 2017}.", None),
        # met him in Athens, which is a city that was founded in …
        ("التقى {p1:عمر} {p2:يانيس} في {l:أثينا}، وهي مدينة زارها {d2018-01-01:العام الماضي}.", None),
        # the visit that begins tomorrow: the relative clause is the visit's own
        ("تتصدر الطاقة زيارة {p1:عمر} إلى {l:أثينا} التي تبدأ {d2019-03-15:غدا}.", "2019-03-15"),
        # the summits and forums that are held, opened, hosted then
        ("يشارك {p1:عمر} في القمة العالمية للمناخ التي ستعقد في {d2019-04-12:12 أبريل}.", "2019-04-12"),
        ("يحضر {p1:عمر} المنتدى الدولي للطاقة الذي سيفتتح في {d2019-04-12:12 أبريل}.", "2019-04-12"),
        ("يشارك {p1:عمر} في المؤتمر العام للسلام الذي تستضيفه {l:أثينا} في {d2019-04-12:12 أبريل}.", "2019-04-12"),
        # to discuss with him the trade that he led last year
        ("يشارك {p1:عمر} في القمة العالمية للتجارة التي نمت {d2018-01-01:العام الماضي}.", None),
    ],
)
def test_the_date_is_of_the_encounter(marked: str, expected: str | None) -> None:
    date = meetings(marked)[0]["date"]
    assert (date["start"] if date else None) == expected


def test_the_place_is_of_the_encounters_own_clause() -> None:
    # met his counterpart, at a time when fighting goes on in Amman
    (meeting,) = meetings("التقى {p1:عمر} {p2:يانيس}، في الوقت الذي يستمر فيه القتال في {l:عمان}.")
    assert meeting["place"] is None


def test_who_of_two_is_the_visitor_is_not_guessed() -> None:
    # Omar and Yannis promise to go on together during a visit to Amman
    assert not meetings("{p1:عمر} و{p2:يانيس} يتعهدان بمواصلة العمل خلال زيارة إلى {l:عمان}.")


def test_each_stop_of_a_tour_is_a_visit() -> None:
    # He will visit Jordan, Greece and France.
    found = meetings("سيزور {p1:الوزير} {JO:الأردن} و{GR:اليونان} و{FR:فرنسا}")
    assert [m["place"]["country"] for m in found] == ["JO", "GR", "FR"]
    assert {m["status"] for m in found} == {"planned"}


@pytest.mark.parametrize(
    "marked",
    [
        "دعا {p1:الرئيس المصري} {p2:رئيس اليونان} إلى زيارة {l:القاهرة}",  # invited him to visit Cairo
        "وجه {p1:الرئيس المصري} دعوة إلى {p2:رئيس اليونان} لزيارة {l:القاهرة}",  # sent an invitation
        "تلقى {p2:رئيس اليونان} دعوة من {p1:الرئيس المصري} لزيارة {l:القاهرة}",  # received one
    ],
)
def test_invitation(marked: str) -> None:
    [visit] = meetings(marked)
    assert visit["status"] == "proposed"
    assert {(p["ref"], p["role"]) for p in visit["participants"]} == {("p2", "guest"), ("p1", "host")}


def test_host_and_guest() -> None:
    # The king received the president.
    [meeting] = meetings("استقبل {p4:الملك} {p1:الرئيس المصري}")
    assert {p["ref"]: p["role"] for p in meeting["participants"]} == {"p4": "host", "p1": "guest"}


def test_state_and_its_head_are_one_participant() -> None:
    # The Egyptian-Greek talks … the president talked with his counterpart.
    [talks] = meetings("انطلقت المحادثات {EG!:المصرية} {GR!:اليونانية}. وأجرى {p1:الرئيس} محادثات مع {p2:نظيره}.")
    assert who(talks) == {"p1", "p2"}


def test_topic() -> None:
    # to discuss trade and energy
    [meeting] = meetings("التقى {p1:الرئيس} {p2:نظيره} لبحث التجارة والطاقة")
    assert meeting["topics"] == ["التجارة والطاقة"]


_PIECES = st.sampled_from(
    [
        "التقى",
        "لقاء",
        "زار",
        "زيارة",
        "مع",
        "بين",
        "إلى",
        "ل{EG:مصر}",
        "{p1:بوتين}",
        "{p2:شي}",
        "و{p3:لافروف}",
        "{l:أثينا}",
        "في",
        "،",
        ".",
        "«",
        "»",
        "(",
        "#",
        "إن",
        "الذي",
        "حيث",
        "دعا",
        "دعوة",
        "محادثات",
        "القمة",
        "عقد",
        "كان",
        "سلسلة",
        "من",
        "مسؤولين",
        "عدد",
        "منذ",
        "لن",
        "قد",
        "وفد",
        "{x:مسؤول}",
        "{d2019-03-13:أمس}",
        "\n",
    ]
)


@settings(max_examples=200)
@given(st.lists(_PIECES, max_size=30), st.sampled_from([" ", ""]))
def test_never_raises_and_spans_fit(pieces: list[str], glue: str) -> None:
    marked = glue.join(pieces)
    text, _ = unmark(marked)
    for meeting in meetings(marked):
        for span in meeting["evidence"]:
            assert 0 <= span["start"] < span["end"] <= len(text)


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    doc = split(_BLANK.make_doc(text))
    find_meetings(doc)
