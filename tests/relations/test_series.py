"""Encounters of a series: the second that implies a first, each of two, a round before; published on 2018-07-13."""

from __future__ import annotations

from typing import Any

import pytest

from tests.relations.met import meetings, told, who

OMAR, HASSAN = "سعيد عمر", "خالد حسن"


def shown(meeting: dict[str, Any]) -> tuple[str, str, list[str], int | None]:
    return meeting["kind"], meeting["status"], who(meeting), meeting["ordinal"]


@pytest.mark.parametrize(
    "marked",
    [
        # began his second visit to Damascus within two months; a visit that is his second since May
        "بدأ {PER:سعيد عمر} أمس ثاني زيارة له إلى {LOC:دمشق} خلال شهرين.",
        "وصل {PER:سعيد عمر} إلى {LOC:دمشق} أمس في زيارة هي الثانية له في غضون أسبوعين.",
        "يقوم {PER:سعيد عمر} بزيارته الثانية إلى {LOC:دمشق} منذ مايو.",
    ],
)
def test_a_second_visit_within_some_time_implies_a_first(marked: str) -> None:
    there = [m for m in meetings(marked) if m["kind"] == "visit"]
    assert [who(m) for m in there] == [[OMAR], [OMAR]]
    assert (there[-1]["status"], there[-1]["ordinal"], there[-1]["date"]) == ("held", 1, None)


@pytest.mark.parametrize(
    "marked",
    [
        # the second visit, of the second official, his second day; one that is told of
        "بدأ {PER:سعيد عمر} أمس ثاني زيارة له إلى {LOC:دمشق}.",
        "بدأ {PER:سعيد عمر} أمس زيارة إلى {LOC:دمشق} في اليوم الثاني من الهدنة.",
        "ألغى {PER:سعيد عمر} ثاني زيارة له إلى {LOC:دمشق} خلال شهرين.",
    ],
)
def test_no_other_second_does(marked: str) -> None:
    assert len([m for m in meetings(marked) if m["kind"] == "visit"]) == 1


def test_the_first_is_not_told_twice() -> None:
    # visited Damascus in May … a second visit to Damascus within two months
    text = "زار {PER:سعيد عمر} {LOC:دمشق} في 3 مايو 2018. ثم بدأ أمس ثاني زيارة له إلى {LOC:دمشق} خلال شهرين."
    assert len([m for m in meetings(text) if m["kind"] == "visit"]) == 2


@pytest.mark.parametrize(
    ("marked", "days"),
    [
        # two meetings, the first in May and the second in June
        (
            "عقد {PER:سعيد عمر} و{PER:خالد حسن} لقاءين، الأول في 3 مايو 2018 والثاني في 4 يونيو 2018.",
            ["2018-05-03", "2018-06-04"],
        ),
        (
            "عقد {PER:سعيد عمر} اجتماعين مع {PER:خالد حسن}؛ الأول يوم 3 مايو 2018، والثاني يوم 4 يونيو 2018.",
            ["2018-05-03", "2018-06-04"],
        ),
        (
            "أجرى {PER:سعيد عمر} زيارتين إلى {LOC:دمشق}، الأولى في 3 مايو 2018 والثانية في 4 يونيو 2018.",
            ["2018-05-03", "2018-06-04"],
        ),
    ],
)  # fmt: skip
def test_each_of_two_is_told(marked: str, days: list[str]) -> None:
    found = meetings(marked)
    assert [m["date"]["start"] for m in found] == days
    assert [m["ordinal"] for m in found] == [1, 2]


def test_each_of_two_with_another() -> None:
    # two meetings, the first with A and the second with B
    found = meetings("عقد {PER:سعيد عمر} لقاءين، الأول مع {PER:خالد حسن} والثاني مع {PER:فادي نور}.")
    assert [{*who(m)} for m in found] == [{OMAR, HASSAN}, {OMAR, "فادي نور"}]


@pytest.mark.parametrize(
    "marked",
    [
        # two encounters about the first chapter and the second; the first two rounds
        "عقد {PER:سعيد عمر} و{PER:خالد حسن} لقاءين حول الباب الأول والثاني.",
        "عقد {PER:سعيد عمر} و{PER:خالد حسن} لقاءين علميين، الأول حول الماء والثاني حول الطاقة.",
    ],
)
def test_what_is_not_told_one_by_one_is_one(marked: str) -> None:
    assert len(meetings(marked)) == 1


def test_a_round_before_is_of_the_same_two() -> None:
    # the eleventh round of the talks between the two will be held; since 2011, the date of the tenth
    text = (
        "ستعقد الجولة الـ11 من المفاوضات بين {PER:سعيد عمر} و{PER:خالد حسن} الشهر المقبل. "
        "وتغيرت القوانين منذ 2011 تاريخ انعقاد الجولة الـ10."
    )
    found = meetings(text)
    assert [shown(m) for m in found] == [
        ("talks", "planned", [OMAR, HASSAN], 11),
        ("talks", "held", [OMAR, HASSAN], 10),
    ]
    assert found[1]["date"]["start"] == "2011-01-01"


def test_the_same_round_is_told_once() -> None:
    text = (
        "انتهت الجولة الثالثة من المفاوضات بين {PER:سعيد عمر} و{PER:خالد حسن} أمس. "
        "وقال الوسيط إن الجولة الثالثة كانت ناجحة."
    )
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    ("marked", "who_meets"),
    [
        # Iran and the powers (France and Britain) began talks; with the states of the group (…)
        (
            "بدأت {LOC:إيران} والقوى الموقعة على الاتفاق ({LOC:فرنسا} و{LOC:بريطانيا}) محادثات في {LOC:فيينا}.",
            {"IR", "FR", "GB"},
        ),
        (
            "أجرت {LOC:تركيا} محادثات مع دول الجوار ({LOC:سوريا} و{LOC:العراق}) أمس.",
            {"TR", "SY", "IQ"},
        ),
    ],
)  # fmt: skip
def test_brackets_say_which_states(marked: str, who_meets: set[str]) -> None:
    assert [{(p["ref"] or "")[8:] for p in m["participants"]} for m in meetings(marked)] == [who_meets]


def test_brackets_after_ministers_say_whose_they_are() -> None:
    # the foreign ministers of the group (Britain and Canada) after their meeting
    text = "قال وزراء خارجية مجموعة السبع ({LOC:بريطانيا} و{LOC:كندا}) عقب اجتماعهم في {LOC:برلين} إنهم متفقون."
    assert all(not (p["ref"] or "").startswith("country:") for m in meetings(text) for p in m["participants"])


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        # ministers meet after technical talks that are expected this week: two
        (
            "يجتمع {PER:سعيد عمر} و{PER:خالد حسن} غدا بعد محادثات فنية متوقعة هذا الأسبوع.",
            [("meeting", "planned", [OMAR, HASSAN]), ("talks", "planned", [])],
        ),
        # his attendance at the summit and then a visit, which was called off too
        (
            "كان مقررا حضور {PER:سعيد عمر} للقمة في {LOC:باريس}، ومن ثم زيارة {LOC:مدريد}، والتي ألغيت أيضا.",
            [("summit", "planned", [OMAR]), ("visit", "cancelled", [OMAR])],
        ),
        # entered into negotiations with; will not enter
        ("دخل {PER:سعيد عمر} في مفاوضات مع {PER:خالد حسن}.", [("talks", "held", [OMAR, HASSAN])]),
        ("لن يدخل {PER:سعيد عمر} في مفاوضات مع {PER:خالد حسن}.", [("talks", "cancelled", [OMAR, HASSAN])]),
    ],
)  # fmt: skip
def test_told_beside_another(marked: str, found: list[tuple[str, str, list[str]]]) -> None:
    assert [(k, s, sorted(n)) for k, s, n in told(marked)] == [(k, s, sorted(n)) for k, s, n in found]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # a quarrel within a club after the end of a summit: whose summit it is
        ("نشب خلاف في {ORG:مجموعة السبع} بعد انتهاء قمة متوترة في {LOC:كندا}.", "مجموعة السبع"),
        ("رحبت دول {ORG:حلف شمال الأطلسي} بالقرار بعد قمة استثنائية في {LOC:بروكسل}.", "حلف شمال الأطلسي"),
    ],
)
def test_whose_summit_it_is(marked: str, name: str) -> None:
    found = [m for m in meetings(marked) if m["kind"] == "summit"]
    assert [[n in (name, "الناتو") or name for n in who(m)] for m in found] == [[True]]
    assert all(m["date"] is None for m in found)
