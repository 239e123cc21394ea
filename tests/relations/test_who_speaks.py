"""Who only speaks of an encounter, and whom a pronoun after other people's deeds stands for. On 2018-07-13."""

from __future__ import annotations

import pytest

from tests.marked import read

OMAR, HASSAN, NOUR = "سعيد عمر", "خالد حسن", "فادي نور"


def told(marked: str) -> list[set[str]]:
    meetings = read(marked, published="2018-07-13")._.meetings
    return [{p["name"] for p in m["participants"]} for m in meetings if len(m["participants"]) > 1]


def statuses(marked: str) -> list[str]:
    return [m["status"] for m in read(marked, published="2018-07-13")._.meetings]


def test_he_who_said_so_is_not_who_acts_in_what_he_said() -> None:
    # the president said …; he confirmed that the army advanced; that came during his meeting with the governor
    text = (
        "قال الرئيس {PER:سعيد عمر} إن الوضع هادئ. وأكد أن {ORG:الجيش الوطني} تقدم. جاء ذلك خلال لقائه {PER:خالد حسن}."
    )
    assert told(text) == [{OMAR, HASSAN}]


@pytest.mark.parametrize(
    "marked",
    [
        # announced that progress was made in talks with Sudan; announces a breakthrough in the talks with it
        "أعلن الرئيس المصري {PER:سعيد عمر} أن تقدما حصل في محادثات مع {GPE:السودان}.",
        "الرئيس المصري {PER:سعيد عمر} يعلن حدوث انفراج في المحادثات مع {GPE:السودان} حول المياه.",
    ],
)
def test_who_speaks_of_talks_with_a_state_speaks_for_his_own(marked: str) -> None:
    assert told(marked) == [{"السودان", "مصر"}]


def test_another_acts_in_what_somebody_says() -> None:
    # said that «the delegation had held meetings with Hassan»
    found = told('قال {PER:سعيد عمر} إن "الوفد كان قد عقد لقاءات مع {PER:خالد حسن}".')
    assert not [who for who in found if OMAR in who]
    # the council of notables runs the town; the spokesman disclosed that the council negotiates with the movement
    text = "يدير {ORG:مجلس الأعيان} المدينة. وكشف المتحدث {PER:سعيد عمر} أن المجلس يتفاوض مع {ORG:حركة النهضة}."
    found = told(text)
    assert found == [{"مجلس الأعيان", "حركة النهضة"}]


def test_whose_meeting_it_is_needs_nobody_else() -> None:
    # he proposed the meeting after one of a Turkish delegation with Hassan
    found = told("اقترح {PER:سعيد عمر} ذلك بعد لقاء وفد من {ORG:حركة النهضة} مع {PER:خالد حسن} أمس.")
    assert found == [{"حركة النهضة", HASSAN}]


def test_who_is_at_a_reception_receives() -> None:
    # the minister was there to receive Hassan and Nour
    (meeting,) = read("كان الوزير {PER:سعيد عمر} في استقبال {PER:خالد حسن} و{PER:فادي نور}.")._.meetings
    assert {p["name"] for p in meeting["participants"]} == {OMAR, HASSAN, NOUR}
    slots = {slot.slot: [name for filler in slot.fillers for _, name in filler.refs] for slot in meeting["why"].slots}
    assert slots["agent"] == [OMAR]


def test_to_meet_ones_wife_is_no_encounter() -> None:
    assert not told("التقت {PER:ليلى بدر} زوجها {PER:سعيد عمر} في الجامعة.")


def test_a_day_of_trade_is_no_session() -> None:
    # oil recovered from a fall that lasted four sessions, with the bank voicing caution
    assert not read("تعافى النفط من هبوط استمر أربع جلسات مع تعبير {ORG:البنك المركزي} عن الحذر.")._.meetings


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        # talks go on before they meet; he flew there before they met
        ("تجري لجان تحضيرات واسعة قبل أن يلتقي {PER:سعيد عمر} {PER:خالد حسن}.", "planned"),
        ("سافرت لجان كثيرة قبل أن يلتقي {PER:سعيد عمر} {PER:خالد حسن}.", "held"),
        # the date of holding the summit for talks with him has not changed
        ("قال {PER:سعيد عمر} إن موعد عقد القمة لإجراء محادثات مع {PER:خالد حسن} لم يتغير.", "planned"),
    ],
)
def test_what_is_to_come_before_something(marked: str, status: str) -> None:
    assert set(statuses(marked)) == {status}


def test_a_noun_between_was_and_had_is_the_subject() -> None:
    # the former had met Omar in Paris, in preparation of the summit with Hassan
    assert not told("وكان الأول قد التقى {PER:سعيد عمر} في باريس.")


@pytest.mark.parametrize(
    "marked",
    [
        # leaves the movement; telephone lines between the two states; the markets received the naming of a minister
        "{PER:سعيد عمر} يغادر {ORG:حركة النهضة}.",
        "أعيدت الاتصالات الهاتفية بين مصر والسودان أمس.",
        "استقبل {PER:خالد حسن} بتشاؤم تعيين {PER:سعيد عمر} وزيرا.",
        # the committee will include delegates of the opposition that takes part in the Syrian talks
        "ستضم {ORG:اللجنة الدستورية} ممثلين للحكومة والمعارضة المشاركة في المحادثات السورية.",
        # the encounter between the two players in the tournament
        "فاز اللاعب في المباراة على ملعب التنس. وكان اللقاء بين {PER:سعيد عمر} و{PER:خالد حسن} في الدوري.",
    ],
)
def test_what_is_no_encounter(marked: str) -> None:
    assert not told(marked)


def test_what_would_be_is_proposed() -> None:
    # the best way is a dialogue between the two; this is the first dialogue between them
    assert statuses("الطريقة الفضلى هي حوار بين مصر والصين.") == ["proposed"]
    assert statuses("وهذا هو أول حوار بين مصر والصين.") == ["held"]


@pytest.mark.parametrize(
    "marked",
    [
        # in a tweet on Twitter he said: «I presided over a meeting with Hassan»
        'في تغريدة عبر موقع "{ORG:تويتر}"، قال الوزير {PER:سعيد عمر}: "ترأست اجتماعا مع {PER:خالد حسن}".',
        # the first meetings of Camp David between the two
        "عقدت أول اجتماعات {PER:كامب ديفيد} بين {PER:سعيد عمر} و{PER:خالد حسن}.",
        # that came after a security meeting chaired by Omar with Hassan, of whom «the forces» are none
        "تحركت {ORG:قوات الأمن}. جاء ذلك عقب اجتماع أمني برئاسة {PER:سعيد عمر} مع {PER:خالد حسن}.",
    ],
)
def test_neither_a_site_nor_a_place_takes_part(marked: str) -> None:
    assert told(marked) == [{OMAR, HASSAN}]


def test_a_road_rings_nobody_and_a_town_is_no_host() -> None:
    # the province is connected with Bhutan and Nepal; the two presidents visit Bure
    assert not told("تتصل الولاية ببوتان ونيبال عبر ممرات جبلية.")
    assert not told("الرئيس {PER:سعيد عمر} يزور {PER:بوري} على طول الحدود.")


def test_to_enter_talks_is_an_aim() -> None:
    # the movement took no step to support beginning negotiations with Israel
    assert statuses("لم تتخذ {ORG:حركة النهضة} خطوة لدعم البدء في مفاوضات مع {ORG:حركة فتح}.") == ["proposed"]


@pytest.mark.parametrize(
    "marked",
    [
        # the bank advised; the president disclosed that his country will use it and that it discusses it with Russia
        "نصح {ORG:البنك المركزي}. وكشف الرئيس المصري {PER:سعيد عمر} أن بلاده ستبدأ، وأنها تبحث الأمر مع {GPE:روسيا}.",
        "كشف الرئيس المصري {PER:سعيد عمر} أن بلاده تبحث الأمر مع {GPE:روسيا}.",
    ],
)
def test_his_country_is_that_of_who_speaks(marked: str) -> None:
    assert told(marked) == [{"مصر", "روسيا"}]
