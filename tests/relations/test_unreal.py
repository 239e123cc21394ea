"""Encounters that did not take place: none of them comes out as held. Published on 2018-07-13."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from arner.syntax import modality
from tests.marked import read

BOTH = "{PER:سعيد عمر} و{PER:خالد حسن}"


def statuses(marked: str) -> list[str]:
    return [m["status"] for m in read(marked, published="2018-07-13")._.meetings if m["kind"] != "visit"]


def sentences() -> list[str]:
    """Sentences in which no meeting took place, each with its gloss in the file."""
    file = Path(__file__).with_name("unreal.toml")
    return [one["text"] for one in tomllib.loads(file.read_text(encoding="utf-8"))["sentence"]]


@pytest.mark.parametrize("marked", sentences())
def test_what_did_not_happen_is_not_held(marked: str) -> None:
    told = [m["status"] for m in read(marked, published="2018-07-13")._.meetings]
    assert not {"held", "ongoing"} & set(told)


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        # prepared a report to present it to; is put up for discussion in meetings, among them one of; to vote on it at
        ("أعد الوزير تقريرا لعرضه على اجتماع بين " + BOTH + ".", "planned"),
        ("وتمهيدا لعرضها على الاجتماع الخامس بين " + BOTH + ".", "planned"),
        ("طرح الوزير المقترح للتصويت عليه في جلسة ل{ORG:مجلس النواب}.", "planned"),
        # promised to debate the report at a meeting with him; undertook to hold one
        ("ووعد {PER:سعيد عمر} بمناقشة التقرير في اجتماع مع {PER:خالد حسن}.", "planned"),
        ("تعهد {PER:سعيد عمر} بعقد اجتماع مع {PER:خالد حسن}.", "planned"),
        # was negotiating with him on Monday
        ("كان {PER:سعيد عمر} يتفاوض مع {PER:خالد حسن} يوم الاثنين.", "held"),
        # the need to hold one
        ("ومن الخلاصات ضرورة عقد اجتماع عاجل بين " + BOTH + ".", "proposed"),
        # the talks failed: they were held; in order that a conference come about
        ("فشلت المحادثات بين " + BOTH + " في التوصل إلى تفاهم.", "held"),
        ("دعمت البلاد الجهود من أجل قيام مؤتمر بين " + BOTH + ".", "proposed"),
        # was debated at a meeting: it was held
        ("خضع القرار للمناقشة في اجتماع بين " + BOTH + ".", "held"),
        # if one is held; no meeting unless the war stops; but after a ceasefire; any meeting; is not ruled out
        ("في حال عقد لقاء بين " + BOTH + " سيكون ذلك مهما.", "proposed"),
        ("لا لقاء بين " + BOTH + " إن لم تتوقف الحرب.", "proposed"),
        ("لا مفاوضات بين " + BOTH + " إلا بعد وقف النار.", "proposed"),
        ("ربط {PER:سعيد عمر} بين عقد أي لقاء مع {PER:خالد حسن} وبين وقف النار.", "proposed"),
        ("لم يستبعد {PER:فادي نور} عقد لقاء بين " + BOTH + ".", "proposed"),
        # met him although he had refused an encounter with another; met him without delay
        ("التقى {PER:سعيد عمر} نظيره {PER:خالد حسن} بعد أن رفض الاستقالة.", "held"),
        ("عقد {PER:سعيد عمر} لقاء مع {PER:خالد حسن} دون تأخير.", "held"),
        ("قال {PER:سعيد عمر} إنه اجتمع مع {PER:خالد حسن} ولم يبحث معه الأزمة.", "held"),
        # who asked that his name be left out said that they met; invited to take part in a conference; it goes on
        ("قال مسؤول طلب عدم نشر اسمه، إن {PER:سعيد عمر} أجرى محادثات مع {PER:خالد حسن}.", "held"),
        ("ناقشا احتمالات السلام في اتصال هاتفي بين {PER:سعيد عمر} و{PER:خالد حسن}.", "held"),
        ("تحدث عن استمرار المحادثات بين {PER:سعيد عمر} و{PER:خالد حسن}.", "ongoing"),
    ],
)
def test_a_denial_of_something_else_is_none(marked: str, status: str) -> None:
    assert statuses(marked)[:1] == [status]


def test_what_is_agreed_on_is_of_those_who_agree() -> None:
    # the two met; Sudan and Egypt agreed in Geneva on holding the first summit between them
    marked = "التقى " + BOTH + ". واتفقت السودان ومصر، في {LOC:جنيف}، على عقد أول قمة بينهما الشهر المقبل."
    summit = [m for m in read(marked, published="2018-07-13")._.meetings if m["kind"] == "summit"]
    assert [(m["status"], [p["name"] for p in m["participants"]], m["place"]) for m in summit] == [
        ("planned", ["السودان", "مصر"], None)
    ]


@pytest.mark.parametrize(
    "marked",
    [
        # they held the first summit between them; the dialogue was resumed; forbade taking pictures and met
        "عقدت مصر والسودان أول قمة بينهما في أواخر يونيو الماضي.",
        "استؤنف الحوار بين روسيا وتركيا في {LOC:مسقط}.",
        "منع {PER:سعيد عمر} التصوير وعقد اجتماعا مع {PER:خالد حسن}.",
        # took part in the reception of the president; met in a session whose prices rose; discussed a novel
        "شارك {PER:خالد حسن} في استقبال الرئيس {PER:سعيد عمر} في {LOC:عمان}.",
        "التقى {PER:سعيد عمر} {PER:خالد حسن} بعد ارتفاع سعر الأونصة.",
        "عقد الوزير {PER:سعيد عمر} لقاء مع وزير الثقافة {PER:خالد حسن} في {LOC:عمان} عن الرواية.",
    ],
)
def test_what_was_held_is_not_hoped_for(marked: str) -> None:
    assert statuses(marked) == ["held"]


def test_who_gets_to_the_white_house_on_a_day_visits_it() -> None:
    marked = "وصل {PER:سعيد عمر} إلى البيت الأبيض الثلاثاء للقاء الرئيس الأمريكي {PER:خالد حسن}."
    assert "visit" in {m["kind"] for m in read(marked, published="2018-07-13")._.meetings}


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # his father and agent held talks with the club; his lawyer met him; his agent met the club
        ("إن والد {PER:سعيد عمر} ووكيل أعماله عقد مباحثات مع {ORG:نادي الأمل}.", {"والد سعيد عمر", "نادي الأمل"}),
        ("أجرى محامي {PER:سعيد عمر} مباحثات مع {PER:خالد حسن}.", {"محامي سعيد عمر", "خالد حسن"}),
        ("اجتمع وكيل أعمال {PER:سعيد عمر} مع {ORG:نادي الأمل} أمس.", {"وكيل أعمال سعيد عمر", "نادي الأمل"}),
        ("التقى {PER:سعيد عمر} مع محامي {PER:خالد حسن} أمس.", {"سعيد عمر", "محامي خالد حسن"}),
        # the leaders of the ministry held talks with the bank; officials of big companies met him
        ("أجرت قيادات {ORG:وزارة المالية} مباحثات مع {ORG:بنك الأمل}.", {"قيادات وزارة المالية", "بنك الأمل"}),
        ("اجتمع مسؤولو شركات كبرى مع {PER:سعيد عمر}.", {"مسؤولو شركات كبرى", "سعيد عمر"}),
        ("التقى {PER:سعيد عمر} قيادات {ORG:حزب الأمل}.", {"سعيد عمر", "قيادات حزب الأمل"}),
        # the bank said that it made headway in the talks that it holds with the fund
        ("قال {ORG:بنك الأمل} إنه تقدم في المفاوضات التي يجريها مع {ORG:البنك الدولي}.", {"بنك الأمل", "البنك الدولي"}),
    ],
)
def test_who_is_told_by_another_is_not_the_other(marked: str, who: set[str]) -> None:
    assert [{p["name"] for p in m["participants"]} for m in read(marked)._.meetings] == [who]


@pytest.mark.parametrize(
    "marked",
    [
        # met Khalid, president of the senate, who is on a visit; a director who visits Tunis; told with a commander
        "التقى {PER:سعيد عمر} {PER:خالد حسن}، رئيس {ORG:مجلس الشيوخ}، الذي يقوم بزيارة رسمية إلى المغرب.",
        "التقى {PER:سعيد عمر} {PER:خالد حسن}، مدير {ORG:بنك الأمل}، الذي يزور تونس.",
        "أجرى {PER:سعيد عمر} مباحثات مع {PER:خالد حسن}، أمين عام {ORG:حزب الأمل}، الذي بدأ زيارة إلى {LOC:باريس}.",
    ],
)
def test_a_relative_clause_after_an_office_is_of_its_holder(marked: str) -> None:
    visits = [m for m in read(marked, published="2018-07-13")._.meetings if m["kind"] == "visit"]
    assert [[p["name"] for p in m["participants"]] for m in visits] == [["خالد حسن"]]


@pytest.mark.parametrize(
    "marked",
    [
        # told of help that one of the sheikhs gave after an encounter of the two men; one of the deputies; a merchant
        "قال {PER:سعيد عمر} إنه بخير. وكشف {PER:زيد نور} عن هبة قدمها أحد الشيوخ بعد لقاء جمع بين الرجلين.",
        "زار {PER:سعيد عمر} بلده. وتحدث {PER:زيد نور} عن أحد النواب وعن محادثات جرت بين الرجلين.",
        "عاد {PER:سعيد عمر}. وذكر {PER:زيد نور} أحد التجار، وعقد لقاء بين الرجلين.",
    ],
)
def test_one_of_two_men_without_a_name_is_nobody_named(marked: str) -> None:
    assert not [m for m in read(marked)._.meetings if len(m["participants"]) > 1]


def test_a_conference_hall_is_no_conference() -> None:
    # they sat in a conference hall of the chamber; appeared before the press in the conference hall of the stadium
    for hall in (
        "كان التجار مجتمعين في قاعة مؤتمرات ب{ORG:غرفة الأمل}.",
        "حضر {PER:سعيد عمر} بقاعة المؤتمرات في {LOC:باريس}.",
    ):
        assert "conference" not in {m["kind"] for m in read(hall)._.meetings}


def test_a_visit_that_was_called_off_later() -> None:
    # was due to visit Paris last week, but the visit did not take place
    marked = "كان من المقرر أن يزور {PER:سعيد عمر} {LOC:باريس} الأسبوع الماضي لكن الزيارة لم تتم."
    assert [m["status"] for m in read(marked, published="2018-07-13")._.meetings] == ["cancelled"]


def test_denials_are_told_from_what_they_do_not_reach() -> None:
    assert modality.without("من دون ان يجتمع".split(), 3, 0)
    assert not modality.without("اجتمع به دون تاخير".split(), 0, 0)
    assert modality.there_is_no("لا صحه لانباء عن لقاء".split(), 4, 0)
    assert not modality.there_is_no("لا يزال ينتظر لقاء".split(), 3, 0)
    assert modality.asked("ما اذا كان سيلتقي".split(), 3, 0)


def test_whoever_emigrated_visited_nobody() -> None:
    # left Iraq in 1980 and studied in Hamburg
    assert not read("غادر {PER:سعيد عمر} {LOC:العراق} عام 1980 ودرس الأدب في {LOC:هامبورغ}.")._.meetings


def test_what_was_promised_during_a_visit_does_not_make_it_to_come() -> None:
    # during his visit to Japan he promised that his country would protect the island
    marked = "خلال زيارته إلى {LOC:اليابان}، تعهد {PER:سعيد عمر} بأن بلاده ستوفر الحماية للجزيرة."
    (visit,) = read(marked, published="2018-07-13")._.meetings
    assert visit["status"] == "held"


def test_one_of_several_that_are_to_come_is_to_come() -> None:
    # the institute is expected to hold gatherings, among them one between the two
    planned = "من المرتقب أن تعقد {ORG:الجمعية} اجتماعات بين خبراء، من بينها اجتماع بين " + BOTH + "."
    held = "عقدت {ORG:الجمعية} اجتماعات بين خبراء، من بينها اجتماع بين " + BOTH + "."
    assert set(statuses(planned)) == {"planned"}
    assert set(statuses(held)) == {"held"}
