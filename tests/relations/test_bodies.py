"""A parliament, a cabinet, a committee that sits: the body alone takes part. Published on 2018-07-13, a Friday."""

from __future__ import annotations

import pytest

from tests.marked import read


def told(marked: str) -> list[tuple[str, list[str], str | None]]:
    meetings = read(marked, published="2018-07-13")._.meetings
    return [
        (m["status"], [p["name"] for p in m["participants"]], m["date"] and m["date"]["start"])
        for m in meetings
        if m["kind"] != "visit"
    ]


@pytest.mark.parametrize(
    ("marked", "status", "who", "day"),
    [
        # said after a meeting of the cabinet; the cabinet held a meeting on Tuesday
        ("قال الوزير {PER:سعيد عمر} بعد اجتماع مجلس الوزراء إن الأسعار مستقرة.", "held", "مجلس الوزراء", None),
        ("عقد مجلس الوزراء اجتماعا الثلاثاء في {LOC:عمان}.", "held", "مجلس الوزراء", "2018-07-10"),
        ("اجتمع مجلس الوزراء أمس لبحث الموازنة.", "held", "مجلس الوزراء", "2018-07-12"),
        # the Security Council holds an urgent session today
        ("يعقد {ORG:مجلس الأمن الدولي} اليوم جلسة طارئة.", "planned", "مجلس الأمن الدولي", "2018-07-13"),
        # on the sidelines of the General Assembly's meetings
        (
            "جاء ذلك على هامش اجتماعات {ORG:الجمعية العامة للأمم المتحدة}.",
            "held", "الجمعية العامة للأمم المتحدة", None,
        ),
        # the party's executive committee; a committee's meeting told by its pronoun
        ("عقدت اللجنة التنفيذية لحزب التجديد اجتماعا أمس.", "held", "اللجنة التنفيذية لحزب التجديد", "2018-07-12"),
        ("صادق المجلس الحكومي خلال اجتماعه المنعقد اليوم على المشروع.", "held", "المجلس الحكومي", "2018-07-13"),
        # on the sidelines of a meeting of its own
        ("أعلنت الكتلة موقفها على هامش اجتماع لها اليوم.", "held", "الكتلة", "2018-07-13"),
        # meetings of the national committee
        ("جاء ذلك بعد خمسة اجتماعات للجنة الوطنية للاستثمار.", "held", "اللجنة الوطنية للاستثمار", None),
    ],
)  # fmt: skip
def test_a_body_sits(marked: str, status: str, who: str, day: str | None) -> None:
    assert told(marked) == [(status, [who], day)]


@pytest.mark.parametrize(
    "marked",
    [
        "قالت وكالة الأنباء {ORG:سانا} في اجتماعها السنوي إن الخبر غير صحيح.",  # an agency tells
        "قواعد جلسات مجلس النواب قديمة.",  # the rules of its sessions
        "أفاد مصدر حضر الاجتماع، في تصريح {ORG:الساحل}، بأن الأسعار مستقرة.",  # told a newspaper
        "عقدت المحكمة جلسة أمس للنظر في القضية.",  # a court
    ],
)
def test_no_body_sits(marked: str) -> None:
    assert told(marked) == []
