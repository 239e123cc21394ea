"""Constructions of encounters, each in sentences of its own, beside what only looks like it.

Published on 2018-07-13, a Friday. Omar (سعيد عمر), Hassan (خالد حسن) and Nour (فادي نور) are nobody.
"""

from __future__ import annotations

from typing import Any

import pytest

from arner.syntax import modality
from tests.relations.met import meetings

OMAR, HASSAN, NOUR = "سعيد عمر", "خالد حسن", "فادي نور"
ALL = {OMAR, HASSAN, NOUR}


def names(meeting: dict[str, Any]) -> set[str]:
    return {p["name"] for p in meeting["participants"]}


def refs(meeting: dict[str, Any]) -> set[str | None]:
    return {p["ref"] for p in meeting["participants"]}


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # met his two counterparts, the Russian Hassan and the Turkish Nour
        (
            "يلتقي الرئيس المصري {PER:سعيد عمر} بنظيريه الروسي، {PER:خالد حسن}، والتركي، {PER:فادي نور}، في {LOC:جنيف}",
            ALL,
        ),
        ("اجتمع {PER:سعيد عمر} مع نظيريه الروسي {PER:خالد حسن} والتركي {PER:فادي نور}", ALL),
        ("أجرى {PER:سعيد عمر} محادثات مع نظيريه القطري {PER:خالد حسن} والكويتي {PER:فادي نور}", ALL),
        # one of the two alone is named, another acts: they stay described
        ("اجتمع {PER:سعيد عمر} مع نظيريه الروسي والتركي", {OMAR, "نظيريه الروسي والتركي"}),
        ("اجتمع {PER:سعيد عمر} مع نظيره الروسي {PER:خالد حسن} وقال {PER:فادي نور} إنه راض", {OMAR, HASSAN}),
    ],
)
def test_two_counterparts_by_name(marked: str, who: set[str]) -> None:
    assert names(meetings(marked)[0]) == who


@pytest.mark.parametrize(
    ("marked", "state"),
    [
        # a Saudi delegation held talks in Aden; the prime minister's meeting with a Saudi delegation; received by a
        ("قال المتحدث إن وفدا سعوديا أجرى محادثات في {LOC:عدن}", "country:SA"),
        ("أشارت الوكالة إلى اجتماع رئيس الوزراء اليمني {PER:سعيد عمر} أمس الخميس، بوفد سعودي", "country:SA"),
        ("اجتمع {PER:سعيد عمر} مع وفد قطري في {LOC:بيروت}", "country:QA"),
    ],
)
def test_a_delegation_described_by_its_state_acts_for_it(marked: str, state: str) -> None:
    assert state in refs(meetings(marked)[0])


def test_a_delegation_of_something_else_is_described() -> None:
    for marked in (
        "اجتمع {PER:سعيد عمر} مع وفد من رجال الأعمال في {LOC:بيروت}",
        "اجتمع {PER:سعيد عمر} مع وفد برلماني سعودي في {LOC:بيروت}",
        "استقبل {PER:سعيد عمر} مسؤولا سعوديا في {LOC:بيروت}",
    ):
        assert not any((ref or "").startswith("country:") for m in meetings(marked) for ref in refs(m)), marked


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # in the presence of; a delegation led by
        ("استقبل الرئيس {PER:سعيد عمر} الوزير {PER:خالد حسن} بحضور السفير {PER:فادي نور}", ALL),
        ("زار وفد من الحركة، بقيادة {PER:سعيد عمر}، {LOC:طهران}", {"وفد من الحركة", OMAR}),
        ("اجتمع {PER:خالد حسن} مع وفد من الحركة بزعامة {PER:سعيد عمر}", {HASSAN, "وفد من الحركة", OMAR}),
        # whose own delegation holds, who leads something else
        ("استقبل {PER:سعيد عمر} الوزير {PER:خالد حسن} الذي يضم وفده {PER:فادي نور}", {OMAR, HASSAN}),
        ("اجتمع {PER:سعيد عمر} مع {PER:خالد حسن} لدعم السلطة بقيادة {PER:فادي نور}", {OMAR, HASSAN}),
    ],
)
def test_who_is_there_too(marked: str, who: set[str]) -> None:
    assert names(meetings(marked)[0]) == who


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        # tried without success, sought to no avail, an attempt without use
        ("حاول {PER:سعيد عمر} من دون نجاح الدخول في مباحثات مع {PER:خالد حسن}", "cancelled"),
        ("سعى الوزير دون جدوى إلى عقد لقاء بين {PER:سعيد عمر} و{PER:خالد حسن}", "cancelled"),
        ("محاولة {PER:سعيد عمر} بدون طائل عقد لقاء مع {PER:خالد حسن}", "cancelled"),
        # who meets without success has met
        ("أجرى {PER:سعيد عمر} محادثات مع {PER:خالد حسن} من دون نجاح", "held"),
        ("اجتمع {PER:سعيد عمر} مع {PER:خالد حسن} في محاولة دون نجاح لوقف القتال", "held"),
        # what is told at its beginning goes on; during it, a meeting is due
        ("قال الوزير {PER:سعيد عمر} في بداية زيارته إلى {LOC:دمشق} إن الأمر مهم", "ongoing"),
        ("قال الوزير {PER:سعيد عمر} في مستهل زيارة إلى {LOC:بيروت} إن الأمر مهم", "ongoing"),
        ("قال الوزير {PER:سعيد عمر} في ختام زيارة إلى {LOC:بيروت} إن الأمر مهم", "held"),
        # a meeting that is held on the 20th, that will be held
        ("تحدث الوزير عن اجتماع يعقد في العشرين من يوليو بين {PER:سعيد عمر} و{PER:خالد حسن}", "planned"),
        ("تحدث الوزير عن لقاء سيعقد بين {PER:سعيد عمر} و{PER:خالد حسن}", "planned"),
        ("تحدث الوزير عن اجتماع عقد بين {PER:سعيد عمر} و{PER:خالد حسن}", "held"),
        # when ministers assemble next Monday
        ("يجتمع وزراء خارجية دول الخليج في {LOC:بروكسل} الاثنين المقبل", "planned"),
    ],
)
def test_status(marked: str, status: str) -> None:
    assert [m["status"] for m in meetings(marked)][:1] == [status]


@pytest.mark.parametrize(
    "marked",
    [
        # came to power; for the sake of a conference: no arrival, nothing put off
        "وصل الرئيس {PER:سعيد عمر} إلى السلطة في {LOC:مصر} عام 2010",
        "يصل {PER:سعيد عمر} وحزبه إلى الحكم في {LOC:تونس}",
        "عمل {PER:سعيد عمر} من أجل مؤتمر عن البيئة",
        # a round of rebuilding, of a league; who hosts a visit does not pay it
        "قال {PER:سعيد عمر} إنه يجب أن تبدأ الطوائف جولة إعادة البناء",
        "حضر {PER:سعيد عمر} مباراة الجولة الثالثة",
        "تلك الزيارة الوحيدة التي يستضيفها الملك {PER:سعيد عمر} هذا العام",
    ],
)
def test_what_is_no_encounter(marked: str) -> None:
    assert meetings(marked) == []


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        # the visit of the emir of Qatar to Spain goes to Spain
        ("قال المتحدث إن زيارة أمير قطر {PER:سعيد عمر} لإسبانيا مهمة", "ES"),
        ("زيارة وزير خارجية مصر لفرنسا ناجحة", "FR"),
        ("زيارة باريس التي قام بها {PER:سعيد عمر} ناجحة", "FR"),
    ],
)
def test_whose_office_is_no_destination(marked: str, country: str) -> None:
    assert meetings(marked)[0]["place"]["country"] == country


@pytest.mark.parametrize(
    "marked",
    [
        "تأتي الزيارة ضمن جولة يقوم بها {PER:سعيد عمر} في عدد من الدول",
        "بدأ {PER:سعيد عمر} جولة أوروبية",
        "يبدأ {PER:سعيد عمر} جولة خارجية",
    ],
)
def test_a_tour_without_stops(marked: str) -> None:
    (tour,) = meetings(marked)
    assert (tour["kind"], names(tour)) == ("visit", {OMAR})


def test_in_vain() -> None:
    assert modality.in_vain("سعي بلا جدوي الي لقاء".replace("بلا", "دون").split(), 4, 0)
    assert not modality.in_vain("حاول الدخول في مباحثات دون نجاح".split(), 3, 0)
