"""What a noun of encounter does not tell of: editions, finish lines, lists; who takes no part in it. On 2018-07-13."""

from __future__ import annotations

import pytest

from tests.relations.met import meetings, told, who

OMAR, HASSAN, HOUSE = "سعيد عمر", "خالد حسن", "مجلس النواب"


@pytest.mark.parametrize(
    "marked",
    [
        # the tenth edition of a festival, of a fair; the cup in its third
        "فاز الفيلم بجائزة مهرجان {ORG:أضواء} الذي اختتم فعاليات دورته العاشرة مساء السبت في {LOC:تونس}.",
        "انطلقت الدورة الخامسة لمعرض الكتاب في {LOC:عمان} أمس.",
        "تستضيف {LOC:تونس} الدورة الثالثة من بطولة {ORG:الاتحاد} غدا.",
        # kept the lead until his arrival at the finish line … in the city; she got to the final
        "حافظ {PER:سعيد عمر} على الصدارة حتى وصوله إلى خط النهاية وسط هتاف الجمهور في سباق {LOC:تونس}.",
        "فرح {PER:سعيد عمر} بوصوله إلى الدور النهائي من المسابقة التي تقام منذ أيام في {LOC:مدريد}.",
        # the cost of elections and sittings of the assembly; a decision to forbid its sittings
        "تحملت الخزينة كلفة الانتخابات وجلسات الجمعية التأسيسية في مارس 2011.",
        "أصدر {ORG:المجلس العسكري} قرارا بمنع انعقاد جلساته في يونيو.",
        # discounts for packages, visits and costs of stay; if he is sad, we are glad to receive him
        "قال {PER:سعيد عمر} إن الحملة تقدم مزايا كبيرة لحزم سياحية وزيارات وتكاليف إقامة في {LOC:تونس}.",
        'قال {PER:سعيد عمر} عن اللاعب {PER:خالد حسن}: "إذا كان حزينا، فإننا نرحب بأن نستقبله بذراعين مفتوحين".',
        # a gathering at which plays are shown; a workshop of tattooing beside an exhibition; his daily walks
        "قال {PER:سعيد عمر} إن {LOC:تونس} تحتضن هذا الملتقى الذي يعد مناسبة لعرض مسرحيات الفرق.",
        "سيفتح معرض صغير لفن الطهي في {LOC:تونس}، وورشة عمل للوشم بالحناء.",
        "جمع {PER:سعيد عمر} القصص من خلال جولاته اليومية في {LOC:تونس}.",
        # tourists who will come at the time of the games
        "يبلغ عدد السياح الذين سيحجون لزيارة {LOC:لندن} هذه السنة بالموازاة مع {ORG:تنظيم الألعاب} مليون سائح.",
        # a press conference, and then the conference; the first of them
        "عقد {PER:سعيد عمر} مؤتمرا صحافيا أمس. وأكد خلال المؤتمر الذي عقد أمس في {LOC:باريس} أن الخطة جاهزة.",
        "ندوة صحفية في {LOC:تونس}. افتتح {PER:سعيد عمر} الندوة الأولى التي انعقدت أمس بمقر {ORG:البورصة}.",
        # the need for other forums such as will be in Paris
        "قال {PER:سعيد عمر} إن الاتفاق أسقط الحاجة لمنتديات أخرى مثلما سيحصل في {LOC:باريس}.",
    ],
)
def test_none(marked: str) -> None:
    assert told(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        # the conference does not include the parties to the conflict
        "انطلق في {LOC:باريس} أمس مؤتمر دولي لا يضم {PER:سعيد عمر} ولا خصومه.",
        # a question about his judgement of the conference in Geneva
        "أجاب {PER:سعيد عمر} عن سؤال حول تقييمه لمؤتمر {LOC:جنيف}.",
        # confirmed that states distort what was agreed on during the meeting of Geneva
        "أكد {PER:سعيد عمر} أن دولا تحاول تحريف ما تم التوصل إليه خلال اجتماع {LOC:جنيف} أمس.",
        # pointed out that at the donors' conference held in 2007 the community pledged aid
        "تحدث {PER:سعيد عمر} طويلا. وأشار إلى أنه في مؤتمر المانحين الذي عقد عام 2007 تعهد الحاضرون بالمساعدة.",
    ],
)  # fmt: skip
def test_nobody_takes_part(marked: str) -> None:
    assert all(OMAR not in who(m) for m in meetings(marked))


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        # the powers distort the decisions of the summit; his judgement of the summit: it was held
        ("القوى الغربية تجري تحريفا على مقررات قمة {LOC:جنيف}.", [("summit", "held", [])]),
        ("نشرت الصحف نتائج اجتماع {PER:سعيد عمر} مع {PER:خالد حسن}.", [("meeting", "held", [HASSAN, OMAR])]),
        ("تترقب دول نتائج القمة المقبلة بين {PER:سعيد عمر} و{PER:خالد حسن}.", [("summit", "planned", [HASSAN, OMAR])]),
        # during a sitting for his questioning in parliament
        ("جدد {PER:سعيد عمر} ذلك خلال جلسة لمساءلته في مجلس النواب.", [("meeting", "held", [HOUSE])]),
    ],
)  # fmt: skip
def test_what_it_is(marked: str, found: list[tuple[str, str, list[str]]]) -> None:
    assert [(k, s, sorted(n)) for k, s, n in told(marked)] == found


@pytest.mark.parametrize(
    "marked",
    [
        # the summit of Geneva, the conference of Geneva, the meeting of Geneva: one
        "انتقد {PER:سعيد عمر} مقررات قمة {LOC:جنيف}. وقال {PER:خالد حسن} بعد مؤتمر {LOC:جنيف} إنه راض.",
        "أشاد الناس بنتائج مؤتمر {LOC:باريس}. وطالب {PER:سعيد عمر} بتنفيذ قرارات اجتماع {LOC:باريس} فورا.",
    ],
)
def test_called_after_one_place_is_one(marked: str) -> None:
    assert len(meetings(marked)) == 1


def test_another_conference_is_another() -> None:
    text = "نشرت نتائج مؤتمر {LOC:جنيف}. ودعا {PER:سعيد عمر} إلى الدعم، وذلك في مؤتمر عقده في {LOC:القاهرة}."
    assert {m["place"]["country"] for m in meetings(text)} == {"CH", "EG"}


def test_the_federation_of_its_congress() -> None:
    # the federation held a congress … the judiciary rejected what stands in the recommendations of its congress
    text = "عقدت {ORG:فيدرالية الأمل} مؤتمرا في {LOC:تونس} أمس. ورفضت {ORG:السلطة القضائية} ما جاء في توصيات مؤتمرها."
    assert [who(m) for m in meetings(text)] == [["فيدرالية الأمل"]]


@pytest.mark.parametrize(
    "marked",
    [
        # said that Turkey made progress in the talks with the union; Lebanon: the talks that it holds with the fund
        "قال {PER:سعيد عمر} إن {LOC:تركيا} تقدمت في المفاوضات مع {ORG:الاتحاد الأوروبي}.",
        "تحدث {PER:سعيد عمر} أمس. ويمر {LOC:لبنان} بأزمة لكن المفاوضات التي يجريها مع {ORG:صندوق النقد الدولي} تتقدم.",
    ],
)
def test_a_state_that_negotiates(marked: str) -> None:
    assert [[p["ref"][0] for p in m["participants"]].count("c") for m in meetings(marked)] == [1]
    assert all(OMAR not in who(m) for m in meetings(marked))


@pytest.mark.parametrize(
    ("marked", "guest", "status"),
    [
        # who calls off or puts off somebody else's visit makes none; his own he does
        ("ألغى {PER:سعيد عمر} زيارة {PER:خالد حسن} إلى {LOC:باريس}.", HASSAN, "cancelled"),
        ("أجل الرئيس {PER:سعيد عمر} زيارة وزيره {PER:خالد حسن} إلى {LOC:باريس}.", HASSAN, "planned"),
        ("ألغى {PER:سعيد عمر} زيارة إلى {LOC:باريس}.", OMAR, "cancelled"),
        # completed a visit, so that he is the first president who visits; a name with «إن» in it
        ("أكمل الرئيس، {PER:سعيد عمر}، زيارة إلى {LOC:باريس} ليكون أول رئيس يزور {LOC:فرنسا}.", OMAR, "held"),
        ("أنهى الرئيس الكوري {PER:مون جيه إن} زيارة إلى {LOC:باريس}.", "مون جيه إن", "held"),
    ],
)
def test_whose_visit_it_is(marked: str, guest: str, status: str) -> None:
    assert told(marked) == [("visit", status, [guest])]


@pytest.mark.parametrize(
    ("marked", "body"),
    [
        # the sittings of the General Assembly of the United Nations; of the committee of the movement
        ("انطلقت أمس في {LOC:نيويورك} اجتماعات {ORG:الجمعية العمومية} {ORG:للأمم المتحدة}.", "الجمعية العمومية"),
        (
            "انطلقت أمس في {LOC:نيويورك} اجتماعات الجمعية العمومية {ORG:للأمم المتحدة}.",
            "الجمعية العمومية للأمم المتحدة",
        ),
        ("عقد أمس في {LOC:تونس} اجتماع {ORG:للجنة المركزية} {ORG:لحركة النور}.", "اللجنة المركزية"),
    ],
)
def test_a_body_within_another_sits_alone(marked: str, body: str) -> None:
    assert who(meetings(marked)[0]) == [body]


def test_with_whom_one_will_negotiate_later() -> None:
    # many encounters, in the prospect of negotiating with parties
    (talks,) = told("عقد {ORG:حزب النور} لقاءات عديدة لتعميق النقاش في أفق التفاوض مع أحزاب سياسية.")
    assert talks[1] == "planned"


def test_another_conference_beside_one_of_the_press() -> None:
    (scholars,) = meetings(
        "عقد {PER:سعيد عمر} مؤتمرا صحافيا أمس. وأكد خلال المؤتمر الدولي الذي عقد أمس في {LOC:باريس} أن الخطة جاهزة."
    )
    assert (scholars["kind"], scholars["place"]["name"]) == ("conference", "باريس")


@pytest.mark.parametrize(
    "marked",
    [
        # discussed by telephone the safety of shipping in the Black Sea; the accident that happened in the strait
        "بحث {PER:سعيد عمر} هاتفيا مع {PER:خالد حسن} أمس سلامة الملاحة في {LOC:البحر الأسود}.",
        "ناقش {PER:سعيد عمر} و{PER:خالد حسن} في اتصال هاتفي الحادث الذي وقع في {LOC:كيرتش}.",
        "أجرى {PER:سعيد عمر} مكالمة هاتفية مع {PER:خالد حسن} بشأن الوضع في {LOC:تونس}.",
    ],
)
def test_a_call_is_nowhere(marked: str) -> None:
    (call,) = meetings(marked)
    assert (call["kind"], call["place"]) == ("call", None)
