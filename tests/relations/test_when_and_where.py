"""When and where an encounter is: by clause, not by distance. Published on Friday, 2018-07-13."""

from __future__ import annotations

from typing import Any

import pytest

from tests.marked import read
from tests.relations.met import meetings

A, B = "{PER:سعيد عمر}", "{PER:خالد حسن}"


def day(meeting: dict[str, Any]) -> str | None:
    return meeting["date"] and meeting["date"]["start"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # before the word that leaves it open a date is that word's: affirmed on Sunday; announced on Tuesday; proposed
        (f"أكد {A} الأحد استعداده للقاء نظيره {B}.", None),
        (f"أعلن القصر الثلاثاء إلغاء {A} زيارته إلى {{LOC:باريس}}.", None),
        (f"اقترح {A} أمس عقد لقاء مع {B}.", None),
        # before a day is not on it: a deadline; next year's elections
        (f"اجتمع {A} مع {B} للمصادقة على القانون قبل 10 يونيو.", None),
        (f"عقد {A} لقاء مع {B} قبل انتخابات السنة المقبلة.", None),
        # another verb's date: the ban was lifted in May; its own verb's: the meeting may take place in August
        (f"قال إن الحظر رفع بعد وصول {A} إلى {{LOC:باريس}} وتم فتح المكتب في مايو.", None),
        (f"اللقاء بين {A} و{B} قد يتم في أغسطس.", "2018-08-01"),
        (f"يشارك {A} في مؤتمر في {{LOC:باريس}} تنظمه الجامعة غدا.", "2018-07-14"),
        # today, months after an exchange; the last meeting goes back to May
        (f"التقى {A} {B} اليوم في {{LOC:باريس}} بعد شهور من تبادل الرسائل.", "2018-07-13"),
        (f"يعود آخر لقاء بين {A} و{B} إلى مايو الماضي.", "2018-05-01"),
    ],
)
def test_the_date_is_its_clauses(marked: str, expected: str | None) -> None:
    assert [day(m) for m in meetings(marked)[:1]] == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # said so on Wednesday: this came when he received him; in a seminar; he was speaking at a seminar
        (f"قال {A} الأربعاء إن الجسر سيفتح. وجاء ذلك خلال استقباله {B} في {{LOC:مسقط}}.", "2018-07-11"),
        (f"شدد {A}، الأحد، على السلام. جاء ذلك في ندوة نظمتها جامعة الأمل في {{LOC:عمان}}.", "2018-07-08"),
        (f"أكد {A} أمس أنه يدعم السلام. وكان الوزير يتحدث في {{LOC:عمان}} خلال مشاركته في ندوة.", "2018-07-12"),
        # … but what he said of Wednesday is not when he said it
        (f'قال {A}: "الأربعاء يوم عطلة". وجاء ذلك خلال استقباله {B} في {{LOC:مسقط}}.', None),
        # had announced on Wednesday in a meeting: «had» is no visit, whose date this would be
        (f"وكان {A} قد أعلن الأربعاء فتح الجسر خلال لقاء مع {B}.", "2018-07-11"),
        (f"وكان {A} قد أعرب الاثنين الماضي عن شكره في اجتماع مع {B}.", "2018-07-09"),
        # announced it on Tuesday, and told of a meeting too; if he loses the elections on Saturday
        (f"أعلنت السفارة، الثلاثاء، عودة السفير، كما كشفت عن لقاء جمع {A} ب{B}.", None),
        (f"سيتفاوض {A} مع {B} إذا خسر الانتخابات يوم السبت.", None),
        # a day of each year; the day of what is remembered; when he was attacked because of a visit
        ("اعتمد مجلس الوزراء خلال جلسته في {LOC:باريس} يوم 21 مارس من كل سنة يوما للشعر.", None),
        ("عقدت {ORG:حركة الأمل} مؤتمرا في {LOC:غزة} بمناسبة مرور عام على معركة مايو الماضي.", None),
        (f"هوجم {A} الثلاثاء بسبب زيارته إلى {{LOC:باريس}}.", None),
    ],
)
def test_the_day_on_which_it_was_said(marked: str, expected: str | None) -> None:
    assert [day(m) for m in meetings(marked)] == [expected]


@pytest.mark.parametrize(
    ("marked", "name", "country"),
    [
        # in the Turkish capital, Ankara; went to Paris to take part; agreed before their meeting to build in Madrid
        (f"استقبل {A} {B} في العاصمة التركية، {{LOC:أنقرة}}، أمس.", "أنقرة", "TR"),
        (f"وصل {A} رئيس المجلس في {{LOC:سوريا}} إلى {{LOC:القاهرة}} للمشاركة في مؤتمر تنظمه الجامعة.", "القاهرة", "EG"),
        (f"وافقت البلدية قبل لقاء {A} و{B} على بناء مدرسة في {{LOC:مدريد}}.", None, None),
        (f"توجه {A}، قبل {{LOC:بكين}}، إلى {{LOC:القاهرة}} بهدف عقد اجتماع مع {B}.", "القاهرة", "EG"),
        (f"سافر {A} إلى {{LOC:مدريد}} بغية لقاء {B}.", "مدريد", "ES"),
        (f"التقى {A} {B} في {{LOC:مطار عدن}}.", "مطار عدن", "YE"),
    ],
)
def test_the_place_is_its_clauses(marked: str, name: str | None, country: str | None) -> None:
    place = meetings(marked)[-1]["place"] or {"name": None, "country": None}
    assert (place["name"], place["country"]) == (name, country)


def test_a_place_loses_its_particles() -> None:
    marked = f"التقى {A} {B} {{LOC:بالحي الثقافي}}. وزار {A} {{LOC:بمطار بكين الدولي}}. اتجه إلى {{LOC:بشارع صادق}}."
    doc = read(marked, published="2018-07-13")
    assert [(p.name, p.country) for p in doc._.entities.places] == [
        ("الحي الثقافي", None),
        ("مطار بكين الدولي", "CN"),
        ("شارع صادق", None),
    ]


@pytest.mark.parametrize(
    ("marked", "kind", "day"),
    [
        # met him on Tuesday in a visit to Tehran
        (
            "التقى {PER:سعيد عمر} الثلاثاء في زيارة مفاجئة ل{LOC:طهران}، مع {PER:خالد حسن} ومسؤولين.",
            "visit",
            "2018-07-10",
        ),
        # a visit after an agreement was made on 14 June
        ("أجرى {PER:سعيد عمر} زيارة إلى {LOC:طهران} لإنعاش العلاقات بعد إبرام اتفاق في 14 يونيو.", "visit", None),
        # who sets out in a week will not visit the village
        ("قال إن {PER:سعيد عمر} الذي سيتوجه إلى {LOC:كينيا} بعد أسبوع، لن يستقبل {PER:خالد حسن}.", "meeting", None),
        # a first visit since the tension of last August
        (
            "بدأ {PER:سعيد عمر} زيارة إلى {LOC:دمشق} هي الأولى منذ التوتر الذي شهدته العلاقات في أغسطس الماضي.",
            "visit",
            None,
        ),
        # the only visit that he receives this year; to a country three months before the elections
        ("أنهى {PER:سعيد عمر} زيارة إلى {LOC:بيروت} تأتي قبل ثلاثة أشهر على الانتخابات.", "visit", None),
        # before both are received by a third on the same day
        (
            "سيلتقي {PER:سعيد عمر} و{PER:خالد حسن} في {LOC:روما}، الاثنين، قبل أن يستقبلهما {PER:فادي نور} في القصر.",
            "meeting",
            "2018-07-16",
        ),
        # on Monday, on the sidelines of a forum
        # "The charges were dropped in May, which cleared the way for Said Omar's visit to Kenya."
        ("وأسقطت التهم في مايو، مما فتح الطريق لزيارة {PER:سعيد عمر} إلى {LOC:كينيا}.", "visit", None),
        # "The two sides exchanged messages on Sunday, which paved the way for Said Omar to meet Khalid Hasan."
        ("تبادل الجانبان الرسائل الأحد مما مهد للقاء بين {PER:سعيد عمر} و{PER:خالد حسن}.", "meeting", None),
        (
            "اجتمع {PER:سعيد عمر} مع {PER:خالد حسن} الأحد على هامش المنتدى الاقتصادي في {LOC:روما}.",
            "conference",
            "2018-07-08",
        ),
    ],
)
def test_whose_day_it_is(marked: str, kind: str, day: str | None) -> None:
    told = read(marked, published="2018-07-13")._.meetings
    found = [m["date"] and m["date"]["start"] for m in told if m["kind"] == kind]
    assert found
    assert found[-1] == day


@pytest.mark.parametrize(
    "marked",
    [
        # he returned two days after the end of the summit; a dispute broke out hours after the end of their meeting
        f"عاد الوزير بعد يومين من انتهاء قمة {A} و{B} في {{LOC:تونس}}.",
        f"اندلع خلاف بعد ساعات من اختتام لقاء {A} و{B}.",
    ],
)
def test_what_is_counted_from_its_end_is_not_its_day(marked: str) -> None:
    assert [meeting["date"] for meeting in meetings(marked)] == [None]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # arrived on Wednesday in Paris, where he will meet him; where he met him; where he will attend a conference
        (f"وصل {A}، الأربعاء، إلى {{LOC:باريس}}، حيث سيلتقي {B}.", ("باريس", None)),
        (f"وصل {A}، الأربعاء، إلى {{LOC:باريس}}، حيث التقى {B}.", ("باريس", "2018-07-11")),
        (f"وصل {A}، الأربعاء، إلى {{LOC:باريس}}، حيث سيشارك في مؤتمر المناخ.", ("باريس", None)),
        # the ministers met before the summit that Aqaba hosts on Sunday: that is the summit's
        (
            "اجتمع وزراء الخارجية العرب في {LOC:نواكشوط} تمهيدا للقمة العربية التي تستضيفها مدينة {LOC:العقبة} الأحد.",
            ("العقبة", "2018-07-15"),
        ),
    ],
)
def test_what_follows_where_has_its_own_day(marked: str, expected: tuple[str, str | None]) -> None:
    last = meetings(marked)[-1]
    assert ((last["place"] or {}).get("name"), day(last)) == expected
