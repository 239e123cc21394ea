"""Who takes part besides, who is only described, and what is no encounter at all. Published on 2018-07-13, a Friday."""

from __future__ import annotations

import pytest

from tests.marked import read

OMAR, HASSAN, NOUR = "سعيد عمر", "خالد حسن", "فادي نور"


def told(marked: str) -> list[tuple[str, str, set[str]]]:
    meetings = read(marked, published="2018-07-13")._.meetings
    return [(m["kind"], m["status"], {p["name"] for p in m["participants"]}) for m in meetings]


@pytest.mark.parametrize(
    ("marked", "kind", "who"),
    [
        # paid a visit, accompanied by the minister and the governor
        (
            "أدى اليوم رئيس الحكومة {PER:سعيد عمر} زيارة عمل إلى {LOC:صفاقس} مرفوقا بكل من {PER:خالد حسن} وزير الداخلية"
            " و{PER:فادي نور} والي الجهة.",
            "visit", {OMAR, HASSAN, NOUR},
        ),
        # a Saudi delegation held talks in Aden; the minister held talks in Paris
        ("أوردت الوكالة أن وفدا سعوديا أجرى محادثات في {LOC:عدن} أمس.", "talks", {"وفدا سعوديا"}),
        ("أجرى {PER:سعيد عمر} محادثات في {LOC:باريس} أمس.", "talks", {OMAR}),
        # held a meeting with both
        ("عقد {PER:سعيد عمر} اجتماعا مع كل من {PER:خالد حسن} و{PER:فادي نور}.", "meeting", {OMAR, HASSAN, NOUR}),
        # spoke by phone with him; is ready to negotiate with him
        ("تحدثت {PER:خالد حسن} هاتفيا مع {PER:سعيد عمر}.", "call", {OMAR, HASSAN}),
        ("أبدى {PER:سعيد عمر} استعداده للتفاوض مع {PER:خالد حسن}.", "talks", {OMAR, HASSAN}),
        # is the highest official to visit Damascus: he visits
        ("يعتبر {PER:سعيد عمر} أعلى مسؤول أمريكي يزور {LOC:دمشق} منذ عقدين.", "visit", {OMAR}),
        # headed for Damascus: a verb, spelt like the noun
        ("وكان الوزير {PER:سعيد عمر} قد توجه الأسبوع الماضي إلى {LOC:دمشق}.", "visit", {OMAR}),
    ],
)  # fmt: skip
def test_who_takes_part(marked: str, kind: str, who: set[str]) -> None:
    assert [(k, names) for k, _, names in told(marked)] == [(kind, who)]


@pytest.mark.parametrize(
    "marked",
    [
        # in an encounter, a call with a channel, a station
        "أضاف {PER:سعيد عمر} في لقاء مع قناة {ORG:الأفق} أن الأسعار مستقرة.",
        "قال {PER:سعيد عمر} في اتصال هاتفي مع إذاعة {ORG:الساحل} إن الحدود آمنة.",
        "قال {PER:سعيد عمر} في اتصال هاتفي مع {ORG:الساحل أف أم} إن الحدود آمنة.",
        # since he came to power; turned to the committee with a letter
        "تغير الأمر منذ وصول {PER:سعيد عمر} إلى سدة الحكم في {LOC:القاهرة}.",
        "قبل وصول {PER:سعيد عمر} إلى السلطة في {LOC:تونس} كانت البلاد آمنة.",
        "توجه {PER:سعيد عمر} بمراسلة إلى لجنة {LOC:جنيف}.",
    ],
)
def test_no_encounter(marked: str) -> None:
    assert told(marked) == []
