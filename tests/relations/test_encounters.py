"""Constructions that tell of encounters, and what only looks like one. Published on 2018-07-13, a Friday.

Omar (سعيد عمر), Hassan (خالد حسن) and Nour (فادي نور) are nobody.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.relations.met import meetings

OMAR, HASSAN = "سعيد عمر", "خالد حسن"
BOTH = {OMAR, HASSAN}


def names(meeting: dict[str, Any]) -> set[str]:
    return {p["name"] for p in meeting["participants"]}


ONE = [
    # The Egyptian president phoned his French counterpart.
    ("هاتف الرئيس المصري {PER:سعيد عمر} نظيره الفرنسي {PER:خالد حسن}", "call", "held", BOTH, None, None),
    # The emir received a telephone call from the Turkish president.
    ("تلقى أمير قطر {PER:سعيد عمر} اتصالا هاتفيا من الرئيس التركي {PER:خالد حسن}", "call", "held", BOTH, None, None),
    # The president was a guest of his French counterpart in Paris.
    (
        "حل الرئيس المصري {PER:سعيد عمر} ضيفا على نظيره الفرنسي {PER:خالد حسن} في {LOC:باريس}",
        "visit", "held", BOTH, "FR", None,
    ),
    # The foreign minister met with his Gulf counterparts in Doha next Tuesday.
    (
        "يجتمع وزير الخارجية السعودي {PER:سعيد عمر} مع نظرائه الخليجيين في {LOC:الدوحة} الثلاثاء المقبل",
        "meeting", "planned", {OMAR, "نظرائه الخليجيين"}, "QA", "2018-07-17",
    ),
    # A delegation of a movement led by Omar arrived in Cairo on Wednesday.
    (
        "وصل وفد من {ORG:حركة حماس} برئاسة {PER:سعيد عمر} إلى {LOC:القاهرة} الأربعاء",
        "visit", "ongoing", {"حركة حماس", OMAR}, "EG", "2018-07-11",
    ),
    # Omar met with a delegation to discuss the reconciliation.
    (
        "اجتمع {PER:سعيد عمر} بوفد من {ORG:حركة فتح} لمناقشة المصالحة",
        "meeting", "held", {OMAR, "حركة فتح"}, None, None,
    ),
    # A meeting was held in Geneva between the delegations of two states yesterday.
    (
        "عقد اجتماع في {LOC:جنيف} بين وفدي {LOC:روسيا} و{LOC:أوكرانيا} أمس",
        "meeting", "held", {"روسيا", "أوكرانيا"}, "CH", "2018-07-12",
    ),
    # The Russian-American summit in Helsinki next Monday
    (
        "القمة الروسية الأمريكية في {LOC:هلسنكي} الاثنين المقبل",
        "summit", "planned", {"روسيا", "الولايات المتحدة"}, "FI", "2018-07-16",
    ),
    # A three-way summit was held in Jeddah.
    (
        "عقدت في {LOC:جدة} قمة ثلاثية بين {LOC:السعودية} و{LOC:مصر} و{LOC:الأردن}",
        "summit", "held", {"السعودية", "مصر", "الأردن"}, "SA", None,
    ),
    # The fifth round of talks between the two was held: a round of talks is talks, no visit.
    (
        "عقدت في {LOC:جنيف} الجولة الخامسة من المحادثات بين {PER:سعيد عمر} و{PER:خالد حسن}",
        "talks", "held", BOTH, "CH", None,
    ),
    # Talks went on in Muscat between the two.
    ("جرت في {LOC:مسقط} محادثات بين {PER:سعيد عمر} و{PER:خالد حسن}", "talks", "held", BOTH, "OM", None),
    # the fourth encounter of the two since 2015: the year is not its date
    ("هذا رابع لقاء بين {PER:سعيد عمر} و{PER:خالد حسن} منذ عام 2015", "meeting", "held", BOTH, None, None),
    # The summit that will be held on 12 August between the two
    (
        "تحضيرا للقمة التي ستعقد في 12 أغسطس بين {PER:سعيد عمر} و{PER:خالد حسن}",
        "summit", "planned", BOTH, None, "2018-08-12",
    ),
    # days after a summit that brought the president together with his counterpart
    (
        "بعد قمة جمعت الرئيس الروسي {PER:سعيد عمر} بنظيره الأميركي {PER:خالد حسن} في {LOC:هلسنكي}",
        "summit", "held", BOTH, "FI", None,
    ),
    # He said he might meet Hassan soon.
    ("قال {PER:سعيد عمر} إنه قد يلتقي {PER:خالد حسن} قريبا", "meeting", "proposed", BOTH, None, None),
    # Omar hopes to meet Hassan in Geneva.
    ("يأمل {PER:سعيد عمر} في لقاء {PER:خالد حسن} في {LOC:جنيف}", "meeting", "proposed", BOTH, "CH", None),
    # The president intends to visit Beijing next month.
    (
        "يعتزم الرئيس الروسي {PER:سعيد عمر} زيارة {LOC:بكين} الشهر المقبل",
        "visit", "planned", {OMAR}, "CN", "2018-08-01",
    ),
    # The president called for peace talks: nobody is said to take part.
    ("دعا الرئيس المصري {PER:سعيد عمر} إلى محادثات سلام", "talks", "proposed", set(), None, None),
    # The president demands that a summit with Hassan be held on Sunday: the next one
    (
        "يطالب {PER:سعيد عمر} بعقد قمة مع {PER:خالد حسن} في {LOC:جدة} الأحد",
        "summit", "proposed", BOTH, "SA", "2018-07-15",
    ),
    # The president called off a visit that he was to make to Washington.
    (
        "ألغى الرئيس المكسيكي {PER:سعيد عمر} زيارة كان من المقرر أن يقوم بها إلى {LOC:واشنطن}",
        "visit", "cancelled", {OMAR}, "US", None,
    ),
    # The two states agreed to hold a summit in Geneva next month.
    (
        "اتفقت {LOC:مصر} و{LOC:الأردن} على عقد قمة في {LOC:جنيف} الشهر المقبل",
        "summit", "planned", {"مصر", "الأردن"}, "CH", "2018-08-01",
    ),
    # Omar agreed with Hassan on an encounter tomorrow.
    ("اتفق {PER:سعيد عمر} مع {PER:خالد حسن} على لقاء غدا", "meeting", "planned", BOTH, None, "2018-07-14"),
    # … on a meeting of the consultation committee: to come, the committee meets and is no consultation
    (
        "اتفقت {LOC:مصر} و{LOC:الأردن}، أمس، على عقد اجتماع لجنة التشاور السياسي",
        "meeting", "planned", {"لجنة التشاور", "مصر", "الأردن"}, None, None,
    ),
    # Hassan, adviser at the royal court: the court is his office's, no venue
    (
        "التقى {PER:سعيد عمر} في {LOC:جدة} المستشار بالديوان الملكي {PER:خالد حسن}",
        "meeting", "held", BOTH, "SA", None,
    ),
    # who ends a description is who takes part
    (
        "التقى {PER:سعيد عمر} أمس مسؤول الاستخبارات {PER:خالد حسن}",
        "meeting", "held", BOTH, None, "2018-07-12",
    ),
    # The two Koreas will hold a summit.
    ("ستعقد الكوريتان قمة في سبتمبر", "summit", "planned", {"كوريا الشمالية", "كوريا الجنوبية"}, None, "2018-09-01"),
    # … and held talks with Hassan: the subject is the one named before
    (
        "تولى {PER:سعيد عمر} منصبه وأجرى محادثات مع {PER:خالد حسن} في {LOC:جنيف}",
        "talks", "held", BOTH, "CH", None,
    ),
    # The foreign ministers stressed at the end of their meeting in Cairo yesterday …
    (
        "شدد وزراء الخارجية في ختام اجتماعهم في {LOC:القاهرة} أمس على الحوار",
        "meeting", "held", {"وزراء الخارجية"}, "EG", "2018-07-12",
    ),
    # They met in the Algerian capital.
    ("التقى {PER:سعيد عمر} الوزير {PER:خالد حسن} بالعاصمة الجزائرية", "meeting", "held", BOTH, "DZ", None),
    ("وصل {PER:سعيد عمر} إلى العاصمة السورية، {LOC:دمشق}", "visit", "ongoing", {OMAR}, "SY", None),
    # Omar held no meeting with Hassan in Geneva.
    ("لم يعقد {PER:سعيد عمر} لقاء مع {PER:خالد حسن} في {LOC:جنيف}", "meeting", "cancelled", BOTH, "CH", None),
    # The summit between the two was called off.
    ("تم إلغاء القمة بين {PER:سعيد عمر} و{PER:خالد حسن}", "summit", "cancelled", BOTH, None, None),
    # The encounter of the two was put off.
    ("تأجل لقاء {PER:سعيد عمر} و{PER:خالد حسن}", "meeting", "planned", BOTH, None, None),
    # Omar put off his visit to Baghdad.
    ("أرجأ {PER:سعيد عمر} زيارته إلى {LOC:بغداد}", "visit", "planned", {OMAR}, "IQ", None),
    # The president set about a working visit to Algeria.
    ("شرع الرئيس الغاني {PER:سعيد عمر} في زيارة عمل إلى {LOC:الجزائر}", "visit", "ongoing", {OMAR}, "DZ", None),
    # The minister affirmed it from Brazil, where he is on a visit.
    ("أكد ذلك {PER:سعيد عمر} من {LOC:البرازيل} حيث يقوم بزيارة", "visit", "ongoing", {OMAR}, "BR", None),
    # The president chaired a meeting of the cabinet.
    ("ترأس الرئيس المصري {PER:سعيد عمر} اجتماعا لمجلس الوزراء", "meeting", "held", {OMAR, "مجلس الوزراء"}, None, None),
    # during his meeting, on Thursday, with the envoy
    (
        "أكد وزير الخارجية المصري {PER:سعيد عمر} ذلك خلال لقائه، الخميس، المبعوث الفرنسي {PER:خالد حسن}",
        "meeting", "held", BOTH, None, "2018-07-12",
    ),
    # … with the body's representative in Yemen: her post is no place where they met
    (
        "شدد {PER:سعيد عمر} على ذلك خلال لقائه، ممثلة {ORG:الأمم المتحدة} في {LOC:اليمن} {PER:خالد حسن}",
        "meeting", "held", BOTH, None, None,
    ),
    # talks with factions so as to win support
    (
        "أجرى {PER:سعيد عمر} محادثات مع فصائل برلمانية من أجل الدعم",
        "talks", "held", {OMAR, "فصائل برلمانية"}, None, None,
    ),
    # stayed two weeks before going to Paris; will receive the delegation before going there
    (
        "بقي {PER:سعيد عمر} أسبوعين قبل أن يغادر ويسافر إلى {LOC:باريس}",
        "visit", "held", {OMAR}, "FR", None,
    ),
    (
        "سيبقى {PER:سعيد عمر} أسبوعين قبل أن يسافر إلى {LOC:باريس}",
        "visit", "planned", {OMAR}, "FR", None,
    ),
    # met, before he spoke in Paris: not where they met
    ("اجتمع {PER:سعيد عمر} مع {PER:خالد حسن} قبل أن يتحدث في {LOC:باريس}", "meeting", "held", BOTH, None, None),
    # A statement of Thursday's: the visit's day is not told
    ("زار {PER:سعيد عمر} {LOC:بكين} حسب بيان رسمي الخميس", "visit", "held", {OMAR}, "CN", None),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "kind", "status", "who", "country", "day"), ONE)
def test_one_encounter(
    marked: str, kind: str, status: str, who: set[str], country: str | None, day: str | None
) -> None:
    (meeting,) = meetings(marked)
    assert (meeting["kind"], meeting["status"]) == (kind, status)
    assert names(meeting) == who
    assert (meeting["place"] or {}).get("country") == country
    assert (meeting["date"] or {}).get("start") == day


@pytest.mark.parametrize(
    "marked",
    [
        "نفذت الوزارة ممثلة في إدارة المدارس جولات في {LOC:جدة} أمس",  # represented by
        "قد يهمك/ {PER:سعيد عمر} يزور {LOC:باريس} غدا",  # a link to another article
        "قال إن دعم {PER:سعيد عمر} في {LOC:سوريا} يصل إلى حد التدخل",  # amounts to
        "أخطأ {PER:سعيد عمر} في الاتهامات التي توجهها الحكومة للسعودية أمس",  # which it directs at
        "التقى فريق {ORG:الأهلي} نظيره {ORG:الزمالك} في نهائي كأس {LOC:مصر} مساء الجمعة",  # a cup final
        "انتهى لقاء الذهاب بين {ORG:الأهلي} و{ORG:الترجي} بالتعادل",  # the first leg was drawn
        "يلتقي المنتخب السعودي نظيره الروسي في افتتاح كأس العالم",  # two national teams
        "التقى النهران عند {LOC:الخرطوم}",  # the two rivers meet
        "عقدت المحكمة جلسة للنظر في قضية {PER:سعيد عمر} في {LOC:بيروت}",  # a court session
        "جلسة المحكمة أجلت أمس إلى الخميس",  # the court's session was adjourned
        "عقد {PER:سعيد عمر} مؤتمرا صحفيا مع {PER:خالد حسن} في {LOC:بيروت}",  # a press conference
        "افتتح وزير الثقافة {PER:سعيد عمر} معرض الكتاب في {LOC:بيروت}",  # a book fair
        "زار {PER:سعيد عمر} معرض الكتاب",  # visited the fair
        "قال رئيس {ORG:منتدى الفكر العربي} في {LOC:عمان} أمس",  # a permanent body
        "وصل الاضطهاد في {LOC:مصر} إلى اعتقال {PER:سعيد عمر}",  # persecution has come to that
        "غادر نحو 30 ألف شخص مدينة {LOC:حلب} بعد قصف قال {PER:سعيد عمر} إنه عنيف",  # 30,000 people left
        "قال {PER:سعيد عمر} إن {LOC:روسيا} زارت موقع الهجوم في {LOC:دوما}",  # a state visits nobody
        "حل {PER:سعيد عمر} المشكلة في {LOC:باريس}",  # solved the problem
        "سجل {PER:سعيد عمر} هدفا بعد أن استقبل تمريرة الألماني {PER:خالد حسن}",  # received his pass
        "استقبل {PER:سعيد عمر} كرة {PER:خالد حسن} وسجل هدفا",
        "قال {PER:سعيد عمر} إن الملف لن يكون على الطاولة في {LOC:جنيف}",  # not be on the table
    ],
)
def test_no_encounter(marked: str) -> None:
    assert meetings(marked) == []


def test_what_goes_before_with_is_not_company() -> None:
    # The council held a meeting at the same time as the agreement with Hassan: مع belongs to تزامنا
    for meeting in meetings("عقد {PER:سعيد عمر} اجتماعا مع {PER:فادي نور} تزامنا مع زيارة {PER:خالد حسن}"):
        assert not {OMAR, HASSAN} <= names(meeting)


def test_a_venue_has_the_country_told_with_it() -> None:
    # Omar received Hassan at the headquarters of the Egyptian foreign ministry.
    (meeting,) = meetings("استقبل {PER:سعيد عمر} الوزير {PER:خالد حسن} في مقر الخارجية المصرية")
    assert meeting["place"]["country"] == "EG"
    (meeting,) = meetings("التقى {PER:سعيد عمر} الوزير {PER:خالد حسن} بفندق الواحة في {LOC:الدوحة}")
    assert meeting["place"]["country"] == "QA"


def test_hosts_and_guests() -> None:
    (meeting,) = meetings("حل الرئيس المصري {PER:سعيد عمر} ضيفا على نظيره الفرنسي {PER:خالد حسن} في {LOC:باريس}")
    assert {p["name"]: p["role"] for p in meeting["participants"]} == {OMAR: "guest", HASSAN: "host"}


TOLD = "التقى الرئيس الروسي {PER:سعيد عمر} نظيره الصيني {PER:خالد حسن} في {LOC:بكين} الخميس. "


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        # … said that that encounter was fruitful. The meeting dealt with trade.
        (TOLD + "وقال {PER:سعيد عمر} إن ذلك اللقاء كان مثمرا. وتناول الاجتماع التجارة.", 1),
        # … The two leaders discussed the crisis.
        (TOLD + "وبحث الزعيمان الأزمة السورية.", 1),
        # … They had met in Moscow last month.
        (TOLD + "وكان {PER:سعيد عمر} التقى {PER:خالد حسن} في {LOC:موسكو} الشهر الماضي.", 2),
        # Yesterday; and the two ministers held a second meeting today.
        (
            "التقى الوزيران الروسي {PER:سعيد عمر} والصيني {PER:خالد حسن} أمس. وعقد الوزيران اجتماعا ثانيا اليوم.",
            2,
        ),
        # A visit and the talks within it stay two.
        (
            "وصل الرئيس الروسي {PER:سعيد عمر} إلى {LOC:بكين} الخميس. "
            "والتقى {PER:سعيد عمر} نظيره الصيني {PER:خالد حسن}.",
            2,
        ),
        # talks with leaders of the main parties, with leaders of those parties: described alike
        (
            "أجرى {PER:سعيد عمر} مشاورات مع قادة الأحزاب الرئيسية الخميس. "
            "ولم تؤد المشاورات التي أجراها {PER:سعيد عمر} مع قادة تلك الأحزاب الخميس إلى حل.",
            1,
        ),
    ],
)
def test_one_record_an_encounter(marked: str, count: int) -> None:
    assert len(meetings(marked)) == count


def test_talks_during_a_visit_are_where_and_when_it_is() -> None:
    # The president arrived in Beijing on Thursday. And he met his Chinese counterpart.
    visit, meeting = meetings(
        "وصل الرئيس الروسي {PER:سعيد عمر} إلى {LOC:بكين} الخميس. والتقى {PER:سعيد عمر} نظيره الصيني {PER:خالد حسن}."
    )
    assert (visit["kind"], meeting["kind"]) == ("visit", "meeting")
    assert meeting["place"]["country"] == "CN"
    assert meeting["date"]["start"] == "2018-07-12"


def test_one_encounter_with_each_of_several() -> None:
    # The minister held meetings with Hassan and Nour: two, each with the minister.
    found = meetings("أجرى الوزير {PER:سعيد عمر} لقاءات مع {PER:خالد حسن} و{PER:فادي نور}")
    assert [names(meeting) for meeting in found] == [BOTH, {OMAR, "فادي نور"}]


def test_a_tour_is_a_visit_beside_its_stops() -> None:
    # The minister opened a Gulf tour that takes in Kuwait and Qatar.
    found = meetings("استهل الوزير {PER:سعيد عمر} أمس جولة خليجية تشمل {LOC:الكويت} و{LOC:قطر}")
    assert [meeting["kind"] for meeting in found] == ["visit"] * 3
    assert [(meeting["place"] or {}).get("country") for meeting in found] == [None, "KW", "QA"]


def test_who_is_joined_to_an_object_does_not_act() -> None:
    # Omar arrived in Paris, where he met with the president and the minister.
    _, meeting = meetings("وصل {PER:سعيد عمر} إلى {LOC:باريس} حيث التقى بالرئيس {PER:خالد حسن} والوزير {PER:فادي نور}")
    assert names(meeting) == {OMAR, HASSAN, "فادي نور"}


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("هدد الوزير بإلغاء القمة بين {PER:سعيد عمر} و{PER:خالد حسن}", "planned"),  # threatened to call off
        ("سيؤكد ذلك عندما يلتقي الرئيس المصري {PER:سعيد عمر} نظيره الأردني {PER:خالد حسن}", "planned"),  # when he meets
        ("بعد لقاء مزمع بين {PER:سعيد عمر} و{PER:خالد حسن}", "planned"),  # an encounter that is intended
    ],
)
def test_what_is_still_to_come(marked: str, status: str) -> None:
    (meeting,) = meetings(marked)
    assert meeting["status"] == status


def test_a_month_to_come_is_the_next_one() -> None:
    # The president received an invitation from his French counterpart to visit Paris in November, in March.
    invited = "تلقى الرئيس المصري {PER:سعيد عمر} دعوة من نظيره الفرنسي {PER:خالد حسن} لزيارة {LOC:باريس} في "
    assert [m["date"]["start"] for m in meetings(invited + "نوفمبر")] == ["2018-11-01"]
    assert [m["date"]["end"] for m in meetings(invited + "فبراير")] == ["2019-02-28"]
    # He visited it in November.
    (visit,) = meetings("زار الرئيس المصري {PER:سعيد عمر} {LOC:باريس} في نوفمبر")
    assert visit["date"]["start"] == "2017-11-01"


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("القصر الجمهوري", "LB"),
        ("مقر الرئاسة", "LB"),
        ("قاعة الاحتفالات", None),
        ("فندق الواحة", None),
    ],  # may be anywhere
)
def test_a_host_receives_at_home(place: str, country: str | None) -> None:
    # The Lebanese president received his French counterpart in the palace, the seat of the presidency, a hall, a hotel.
    (meeting,) = meetings(f"استقبل الرئيس اللبناني {{PER:سعيد عمر}} نظيره الفرنسي {{PER:خالد حسن}} في {place} أمس")
    assert (meeting["place"]["name"], meeting["place"]["country"]) == (place, country)


def test_the_words_of_one_place_are_one() -> None:
    # … on the sidelines of the forum in Saint Petersburg: two names for the tagger
    marked = "اجتمع {PER:سعيد عمر} مع {PER:خالد حسن} في {LOC:سان} {LOC:بطرسبرج} أمس"
    (meeting,) = meetings(marked)
    assert (meeting["place"]["name"], meeting["place"]["country"]) == ("سان بطرسبرج", "RU")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # They held their fourth meeting in Paris
        ("عقد {PER:سعيد عمر} و{PER:خالد حسن} رابع لقاء بينهما في {LOC:باريس}", 4),
        # He made a first visit to Paris, the third visit
        ("قام {PER:سعيد عمر} بأول زيارة إلى {LOC:باريس}", 1),
        ("قام {PER:سعيد عمر} بالزيارة الثالثة إلى {LOC:باريس}", 3),
        # The twenty-ninth Arab summit, with a figure too
        ("شارك {PER:سعيد عمر} في القمة العربية التاسعة والعشرين في {LOC:تونس}", 29),
        ("شارك {PER:سعيد عمر} في القمة العربية الـ29 في {LOC:تونس}", 29),
        # met for the third time, for the first time
        ("التقى الرئيس المصري {PER:سعيد عمر} نظيره الفرنسي {PER:خالد حسن} للمرة الثالثة", 3),
        ("التقى الرئيس المصري {PER:سعيد عمر} نظيره الفرنسي {PER:خالد حسن} لأول مرة", 1),
        # the first visit in two years is not the first
        ("قام {PER:سعيد عمر} بأول زيارة إلى {LOC:باريس} منذ عامين", None),
        # on the second of May; in the second city; met twice
        ("التقى الرئيس المصري {PER:سعيد عمر} نظيره الفرنسي {PER:خالد حسن} في الثاني من مايو", None),
        ("التقى الرئيس المصري {PER:سعيد عمر} نظيره الفرنسي {PER:خالد حسن} في المدينة الثانية", None),
    ],
)
def test_which_of_a_series(sentence: str, expected: int | None) -> None:
    assert meetings(sentence)[0]["ordinal"] == expected


def test_two_of_a_series_are_two() -> None:
    # He made the first visit to Paris, and the second visit to Paris.
    first, second = meetings(
        "قام {PER:سعيد عمر} بالزيارة الأولى إلى {LOC:باريس}. ثم قام {PER:سعيد عمر} بالزيارة الثانية إلى {LOC:باريس}"
    )
    assert (first["ordinal"], second["ordinal"]) == (1, 2)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        # The ministry denied that a meeting was held between the two, that he met him
        ("نفت الوزارة عقد لقاء بين {PER:سعيد عمر} و{PER:خالد حسن}", "cancelled"),
        ("نفى المتحدث أن يكون الوزير {PER:سعيد عمر} قد التقى {PER:خالد حسن} في {LOC:باريس}", "cancelled"),
        # denied it during his meeting with him
        ("نفى {PER:سعيد عمر} ذلك خلال لقائه {PER:خالد حسن} في {LOC:باريس}", "held"),
    ],
)
def test_what_is_denied_did_not_take_place(sentence: str, status: str) -> None:
    assert meetings(sentence)[0]["status"] == status


@pytest.mark.parametrize(
    "sentence",
    [
        # He left, heading for Doha, to meet with the president; will travel there for a meeting with him
        "غادر الوزير {PER:سعيد عمر} متوجها إلى {LOC:الدوحة} للاجتماع بالرئيس {PER:خالد حسن}",
        "سافر الوزير {PER:سعيد عمر} إلى {LOC:الدوحة} للاجتماع بالرئيس {PER:خالد حسن}",
        "سيسافر الوزير {PER:سعيد عمر} إلى {LOC:الدوحة} للاجتماع بالرئيس {PER:خالد حسن}",
    ],
)
def test_who_goes_somewhere_to_meet_meets_there(sentence: str) -> None:
    (met,) = [m for m in meetings(sentence) if m["kind"] != "visit"]
    assert met["place"]["country"] == "QA"


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        # will be held on Monday evening, at the coming summit; on Tuesday evening; this evening
        ("القمة المقبلة بين {PER:سعيد عمر} و{PER:خالد حسن} تعقد مساء الاثنين", "2018-07-16"),
        ("من المقرر أن يلتقي {PER:سعيد عمر} الوزير {PER:خالد حسن} مساء الثلاثاء", "2018-07-17"),
        ("سيجتمع {PER:سعيد عمر} مع {PER:خالد حسن} مساء الأحد في {LOC:جنيف}", "2018-07-15"),
        # called yesterday for an encounter: the day of the call is not that of what is proposed
        ("دعا {PER:سعيد عمر} أمس إلى عقد لقاء مع {PER:خالد حسن} في {LOC:جنيف}", None),
    ],
)
def test_an_evening_to_come_is_no_yesterday(marked: str, day: str | None) -> None:
    (meeting,) = meetings(marked)
    assert (meeting["date"] or {}).get("start") == day
