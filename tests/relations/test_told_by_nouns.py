"""Encounters that a noun tells of, by the words that stand around it. Published on 2018-07-13, a Friday."""

from __future__ import annotations

import pytest

from tests.marked import read
from tests.relations.met import told

OMAR, HASSAN = "سعيد عمر", "خالد حسن"


def places(marked: str) -> list[str | None]:
    meetings = read(marked, published="2018-07-13")._.meetings
    return [m["place"] and m["place"]["name"] for m in meetings]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # at his reception in the palace, yesterday, of the ambassador; during his meeting in Beirut today with
        ("قال {PER:سعيد عمر} لدى استقباله في قصر الرئاسة، أمس الأربعاء، {PER:خالد حسن} إن الوضع صعب.", [HASSAN, OMAR]),
        ("أكد {PER:سعيد عمر} خلال لقائه في {LOC:بيروت} اليوم {PER:خالد حسن} دعمه.", [HASSAN, OMAR]),
        ("أكد {PER:سعيد عمر} دعمه خلال استقباله في السراي الحكومي وفدا من الطلبة.", ["وفدا من الطلبة", OMAR]),
        # between A of the Russian side and B
        ("عقد الاجتماع الأخير بين {PER:سعيد عمر} من الجانب الروسي و{PER:خالد حسن}.", [OMAR, HASSAN]),
        # spent weeks in consultations with several blocs; after a meeting with the central bank
        ("أمضى {PER:سعيد عمر} أسبوعين في مشاورات مع مختلف الكتل.", ["مختلف الكتل", OMAR]),
        ("قال {PER:سعيد عمر} بعد اجتماع مع {ORG:البنك المركزي} إن الأسعار مستقرة.", ["البنك المركزي", OMAR]),
    ],
)  # fmt: skip
def test_who_meets_whom(marked: str, who: list[str]) -> None:
    assert [names for _, _, names in told(marked)] == [who]


@pytest.mark.parametrize(
    ("marked", "kind", "who"),
    [
        # the council in its ordinary sitting, a committee in its sitting
        ("أودع الوزير الخطة منضدة المجلس البلدي في جلسته الراتبة أمس.", "meeting", ["المجلس البلدي"]),
        ("عرض التقرير على لجنة الميزانية في اجتماعها الأخير.", "meeting", ["لجنة الميزانية"]),
        ("قدم النواب المشروع إلى {ORG:مجلس الشيوخ} خلال جلسته المسائية أمس.", "meeting", ["مجلس الشيوخ"]),
        # the leadership held a session of consultations; a committee, which sits in emergencies, held a meeting
        ("عقدت القيادة العسكرية جلسة مشاورات أمس.", "talks", ["القيادة العسكرية"]),
        ("عقدت لجنة الطوارئ - التي تنعقد في الأزمات الكبرى - اجتماعا أمس.", "meeting", ["لجنة الطوارئ"]),
        ("عقد مجلس المدينة - الذي يجتمع كل شهر - جلسة أمس.", "meeting", ["مجلس المدينة"]),
        # the meeting that gathered experts; deputies held a meeting with one of the officials
        ("قال منظمو اللقاء الذي جمع خبراء المناخ إن النتائج جيدة.", "meeting", ["خبراء المناخ"]),
        (
            "أفاد مصدر بأن عددا من النواب عقدوا اجتماعا مع أحد المسؤولين.",
            "meeting", ["عددا من النواب", "أحد المسؤولين"],
        ),
        # the meeting of groups of the opposition in Cairo
        ("شكل اجتماع فئات المعارضة في {LOC:القاهرة} خطوة مهمة.", "meeting", ["فئات المعارضة"]),
        # a society put on a seminar
        ("أقامت {ORG:جمعية الأمل} ندوة حول الطاقة أمس.", "conference", ["جمعية الأمل"]),
    ],
)  # fmt: skip
def test_bodies_and_groups(marked: str, kind: str, who: list[str]) -> None:
    assert [(k, names) for k, _, names in told(marked)] == [(kind, who)]


@pytest.mark.parametrize(
    ("marked", "where"),
    [
        # his visit to the hospital on Sunday; the prime minister's visit to the region; paid a visit to the factory
        ("قال {PER:سعيد عمر} خلال زيارته الأحد للمستشفى الجامعي إن الوضع مستقر.", "المستشفى الجامعي"),
        ("أعلن القرار خلال زيارة رئيس الحكومة للجهة أمس.", "الجهة"),
        ("قامت لجنة التفتيش بزيارة المصنع أمس.", "المصنع"),
        ("أكد {PER:سعيد عمر} خلال زيارة تفقدية للميناء أن العمل مستمر.", "الميناء"),
    ],
)
def test_visits_to_institutions(marked: str, where: str) -> None:
    assert places(marked) == [where]


@pytest.mark.parametrize(
    ("marked", "where"),
    [
        # an urgent meeting was held in London on Wednesday: nobody is named, and he who spoke before did not hold it
        ("قال {PER:سعيد عمر} إن الوضع خطير. عقد اجتماع طارئ الأربعاء في {LOC:لندن}.", "لندن"),
        ("عقد أمس في {LOC:جنيف} اجتماع تنسيقي.", "جنيف"),
        ("انعقد اجتماع وزاري الخميس في {LOC:مسقط}.", "مسقط"),
    ],
)
def test_nobody_is_named(marked: str, where: str) -> None:
    assert told(marked) == [("meeting", "held", [])]
    assert places(marked) == [where]


@pytest.mark.parametrize(
    "marked",
    [
        # taking part in conferences, in general; seminars and discussions
        "يعزز {PER:سعيد عمر} مكانته من خلال مشاركته في المؤتمرات العامة.",
        "يشارك نخبة من الكتاب في الندوات وحلقات النقاش.",
        # the minister of communications attended; in a talk to one of the channels
        "حضر الحفل وزير الاتصالات {PER:سعيد عمر} و{PER:خالد حسن}.",
        "قال {PER:سعيد عمر} في لقاء لإحدى الفضائيات أمس إن الأسعار مستقرة.",
        # a yearly meeting that gathers leaders, as it is defined; a morsel, spelt like «for a summit»
        "المنتدى هو اجتماع سنوي يجمع القادة.",
        "قال {PER:سعيد عمر} أمس إن لقمة العيش حق.",
        # at the airport, where the conference will be held, the minister received him: he holds no conference
        "كان في المطار، حيث سيعقد المؤتمر الأمني، الوزير {PER:سعيد عمر}.",
        # denied any intention to hold a meeting
        "تراجع سهم {ORG:شركة الأفق}. ونفى مندوبون وجود أي نية لعقد اجتماع طارئ.",
    ],
)
def test_no_encounter(marked: str) -> None:
    assert told(marked) == []


@pytest.mark.parametrize(
    ("marked", "kind", "where"),
    [
        # the former round, which was held in Geneva; the former meeting; the past round: the same two, another meeting
        (
            "ستعقد مفاوضات بين {LOC:مصر} و{LOC:إثيوبيا} الشهر المقبل. ولم تنجح الجولة السابقة التي عقدت في {LOC:جنيف}"
            " في مايو.",
            "talks", "جنيف",
        ),
        (
            "المفاوضات بين {LOC:مصر} و{LOC:إثيوبيا} مستمرة. وكان الاجتماع السابق قد عقد في {LOC:باريس} في مايو.",
            "meeting", "باريس",
        ),
        (
            "تستمر المحادثات بين {LOC:مصر} و{LOC:إثيوبيا}. وفشلت الجولة الماضية التي انعقدت في {LOC:لندن} في مايو.",
            "talks", "لندن",
        ),
    ],
)  # fmt: skip
def test_one_before(marked: str, kind: str, where: str) -> None:
    first, second = told(marked)
    assert second == (kind, "held", ["مصر", "إثيوبيا"])
    assert set(first[2]) == {"مصر", "إثيوبيا"}
    assert places(marked) == [None, where]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # with wide participation of experts; the meetings will see the participation of ministers
        ("تنظم {ORG:جمعية الأمل} ندوة اليوم بمشاركة واسعة من خبراء المناخ.", ["جمعية الأمل", "خبراء المناخ"]),
        ("تعقبه لقاءات في {LOC:عمان} الأسبوع المقبل ستشهد مشاركة وزراء الخارجية العرب.", ["وزراء الخارجية العرب"]),
        # said that the society showed a plan and put on conferences; the conference that the party will hold
        ("أكد الوزير أن الجمعية الوطنية عرضت مشروعا وأقامت مؤتمرات عن البيئة.", ["الجمعية الوطنية"]),
        ("تستعد لجان {ORG:حزب التجديد} للمؤتمر الذي سيعقده التنظيم الشهر المقبل.", ["حزب التجديد"]),
        # a conference that aims at …, and that Egypt hosts on 22 August
        ("يبحث الوزراء مؤتمر المانحين الذي يهدف إلى الإعمار، والذي تستضيفه {LOC:مصر} في 22 أغسطس.", []),
    ],
)  # fmt: skip
def test_who_takes_part(marked: str, who: list[str]) -> None:
    assert [names for _, _, names in told(marked)] == [who]


def test_an_announcement_comes_about_and_no_conference() -> None:
    # a conference whose date will be announced, with the calling off of the membership of the team's members
    told_of = "أقر الحزب التعديل خلال مؤتمر استثنائي سيتم الإعلان عن تاريخه، مع إلغاء عضوية أعضاء الفريق."
    assert told(told_of) == []


@pytest.mark.parametrize(
    "marked",
    [
        # the day of the meeting between the two will be announced tomorrow, this week; is announced on Monday
        "سيتم الإعلان عن موعد الاجتماع بين {PER:سعيد عمر} و{PER:خالد حسن} غدا.",
        "قال الناطق إن الكشف عن تاريخ القمة بين {PER:سعيد عمر} و{PER:خالد حسن} سيتم الاثنين المقبل.",
        "يعلن {ORG:البيت الأبيض} عن توقيت اللقاء بين {PER:سعيد عمر} و{PER:خالد حسن} غدا.",
    ],
)
def test_its_announcement_has_a_day_of_its_own(marked: str) -> None:
    assert [m["date"] for m in read(marked, published="2018-07-13")._.meetings] == [None]


@pytest.mark.parametrize("text", ["للقاء", "لقاء", "زيارته", "بالاجتماع في", "عقد اجتماع", "- التي عقد -", "لعقد لقاء"])
def test_short_texts_raise_nothing(text: str) -> None:
    told(text)


@pytest.mark.parametrize(
    "marked",
    [
        # signed today after talks that took place in Geneva; the day of the signing
        "وقع {PER:سعيد عمر} و{PER:خالد حسن} اليوم اتفاقا إثر محادثات جرت في {LOC:جنيف}.",
        "أعلن {PER:سعيد عمر} و{PER:خالد حسن} الأربعاء هدنة عقب مفاوضات دارت في {LOC:مسقط}.",
        "عاد {PER:سعيد عمر} و{PER:خالد حسن} أمس بعد مشاورات انعقدت في {LOC:تونس}.",
    ],
)
def test_what_follows_talks_has_a_day_of_its_own(marked: str) -> None:
    assert {m["date"] is None for m in read(marked, published="2018-07-13")._.meetings if m["kind"] == "talks"} == {
        True
    }


def test_talks_whose_parties_are_told_later_are_one() -> None:
    # after talks that took place in Kabul … talks took place between the two
    text = "جاء ذلك إثر مباحثات جرت في {LOC:كابل}. وجرت المحادثات بين {PER:سعيد عمر} و{PER:خالد حسن}."
    assert told(text) == [("talks", "held", [OMAR, HASSAN])]


def test_an_office_with_its_holder_between_commas_is_one() -> None:
    text = "التقى الوزير {PER:فادي نور} رئيس الكتلة، {PER:سعيد عمر}، ورئيس التيار، {PER:خالد حسن}."
    assert {*told(text)[0][2]} == {"فادي نور", OMAR, HASSAN}


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        # a summit that includes him and B is not possible; agreed in a meeting that included him yesterday with B
        ("قال {PER:سعيد عمر} إنه يتطلع إلى قمة ثلاثية تضمه إلى {PER:خالد حسن}.", "proposed"),
        ("أكد {PER:سعيد عمر} أنه اتفق على ذلك خلال اجتماع ضمه أمس في {LOC:القاهرة} مع {PER:خالد حسن}.", "held"),
        ("تحدث {PER:سعيد عمر} عن اللقاء المرتقب الذي سيضمه و{PER:خالد حسن}.", "planned"),
    ],
)
def test_an_encounter_that_includes_him(marked: str, status: str) -> None:
    assert [(s, {*who}) for _, s, who in told(marked)] == [(status, {OMAR, HASSAN})]


@pytest.mark.parametrize(
    ("marked", "meeting"),
    [
        # a meeting that brought together the federation and the clubs' representatives: no match
        (
            "قال {PER:سعيد عمر} خلال اجتماع جمع اتحاد الكرة وممثلي الأندية، إن الرياضة صناعة.",
            ("meeting", "held", {"اتحاد الكرة", "ممثلي الأندية"}),
        ),
        # reached during a meeting that brought together the parliamentary groups, in the presence of
        (
            "جاء الاتفاق خلال لقاء جمع الفرق البرلمانية بحضور {PER:سعيد عمر}.",
            ("meeting", "held", {"الفرق البرلمانية", OMAR}),
        ),
        # held a scholarly session that doctors attended; a meeting that the other attended
        ("عقدت {ORG:جمعية الأطباء} جلسة علمية حضرها الطلبة.", ("conference", "held", {"جمعية الأطباء"})),
        ("عقد {PER:سعيد عمر} اجتماعا حضره {PER:خالد حسن}.", ("meeting", "held", {OMAR, HASSAN})),
        # holds its general meeting, after an adjunct between commas
        (
            "من المقرر أن تعقد {ORG:شركة الأمل}، يوم 12 غشت، جمعها العام غير العادي.",
            ("meeting", "planned", {"شركة الأمل"}),
        ),
        ("عقدت {ORG:جمعية الأطباء} جمعها العام أمس في {LOC:الرباط}.", ("meeting", "held", {"جمعية الأطباء"})),
        # is holding talks with its partners and allies
        (
            "قال {PER:سعيد عمر} إن {LOC:الولايات المتحدة} أجرت محادثات مع شركائها وحلفائها.",
            ("talks", "held", {"الولايات المتحدة", "شركائها وحلفائها"}),
        ),
    ],
)  # fmt: skip
def test_whom_it_brings_together_and_who_holds_it(marked: str, meeting: tuple[str, str, set[str]]) -> None:
    assert [(kind, status, {*who}) for kind, status, who in told(marked)] == [meeting]


@pytest.mark.parametrize(
    "marked",
    [
        # in a contribution of his at a seminar; in his speech before the congress; in a lecture that he gave at
        "قال {PER:سعيد عمر}، في مداخلة له خلال ندوة في {LOC:تونس}، إن الوضع صعب.",
        "قال {PER:سعيد عمر}، في مداخلة بندوة في {LOC:تونس}، إن الوضع صعب.",
        "قال {PER:سعيد عمر} في كلمته أمام مؤتمر للطاقة في {LOC:تونس} إن الوضع صعب.",
        "وفي محاضرة ألقاها ضمن ملتقى في {LOC:تونس}، قال {PER:سعيد عمر} إن الوضع صعب.",
        "قال {PER:سعيد عمر}، في مداخلة بندوة دراسية، إن الوضع صعب.",
        # during his taking part in the proceedings of the economic forum, which its adjective tells
        "وخلال مشاركته في فعاليات المنتدى الاقتصادي، شدد {PER:سعيد عمر} على أهمية الأمن.",
        "قال {PER:سعيد عمر} خلال مشاركته في أعمال المؤتمر الوزاري إن الوضع صعب.",
    ],
)
def test_who_gives_a_speech_there(marked: str) -> None:
    assert told(marked) == [("conference", "held", [OMAR])]


@pytest.mark.parametrize(
    "marked",
    [
        # the fortune that he gathered last year, in 2010; the league in which the teams met
        "الثروة التي جمعها العام الماضي {PER:سعيد عمر} في {LOC:الرباط} كبيرة.",
        "الثروة التي جمعها عام 2010 {PER:سعيد عمر} في {LOC:الرباط} كبيرة.",
        "في لقاء جمع الأندية في الجولة الثانية فاز {ORG:نادي الأمل}.",
        # a general meeting of a company of which no name is told
        "من المقرر أن تعقد الشركة، يوم 12 غشت، جمعها العام للتصويت على توصية مجلس الإدارة.",
    ],
)
def test_what_is_no_general_meeting(marked: str) -> None:
    assert told(marked) == []
