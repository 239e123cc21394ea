"""Who attends, presides over and organises an encounter, in the words after it; bodies that sit. On 2018-07-13."""

from __future__ import annotations

import pytest

from tests.marked import read

OMAR, HASSAN, NOUR, BADR = "سعيد عمر", "خالد حسن", "فادي نور", "ليلى بدر"


def told(marked: str) -> list[set[str]]:
    return [{p["name"] for p in m["participants"]} for m in read(marked, published="2018-07-13")._.meetings]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # In the meeting each of the ministers of transport, of defence and of finance took part.
        (
            "عقد {PER:فادي نور} اجتماعا مع وفد أوروبي. وشارك في الاجتماع كل من وزراء النقل {PER:سعيد عمر} "
            "والدفاع الوطني {PER:خالد حسن} والمالية {PER:ليلى بدر}.",
            {NOUR, "وفد أوروبي", OMAR, HASSAN, BADR},
        ),
        # The ambassador of Lebanon, and somebody named, witnessed it.
        (
            "عقد لقاء بين {PER:سعيد عمر} و{PER:خالد حسن}. وشهد اللقاء {PER:فادي نور} و{PER:ليلى بدر}.",
            {OMAR, HASSAN, NOUR, BADR},
        ),
        # The first delegate, named after a comma, presided over it.
        (
            "انعقدت أمس جلسة عمل بمقر ولاية {LOC:المنستير} أشرف عليها المعتمد الأول، {PER:سعيد عمر}، "
            "بحضور مختلف الأطراف.",
            {OMAR, "مختلف الأطراف"},
        ),
        # received each of the governor and the delegate
        (
            "استقبل {PER:سعيد عمر} كلا من المحافظ {PER:خالد حسن} والنائب {PER:فادي نور} أمس.",
            {OMAR, HASSAN, NOUR},
        ),
        # organised a seminar in cooperation with; on the part of
        ("نظمت {ORG:جامعة النور} بالتعاون مع {ORG:جمعية الأمل} ندوة في {LOC:عمان}.", {"جامعة النور", "جمعية الأمل"}),
        ("عقدت ندوة نظمت في {LOC:عمان} من طرف {ORG:جمعية الأمل} أمس.", {"جمعية الأمل"}),
        # a delegation of a party, led by somebody, meets officials in Tunis
        (
            "إن وفدا من {ORG:حركة النهضة} برئاسة {PER:سعيد عمر} التقى قيادات نقابية ب{LOC:تونس}.",
            {"حركة النهضة", OMAR, "قيادات نقابية"},
        ),
    ],
)
def test_who_takes_part(marked: str, who: set[str]) -> None:
    assert told(marked) == [who]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # without the attendance of Russia; attended by France and with the movement staying away; in his absence
        ("عقدت {LOC:فرنسا} و{LOC:ألمانيا} أمس قمة في {LOC:باريس} من دون حضور {LOC:روسيا}.", {"فرنسا", "ألمانيا"}),
        ("عقد المؤتمر في {LOC:باريس} أمس بمشاركة {LOC:فرنسا} وعدم حضور {LOC:روسيا}.", {"فرنسا"}),
        ("اجتمع {PER:سعيد عمر} مع {PER:خالد حسن} أمس من غير حضور {PER:فادي نور}.", {OMAR, HASSAN}),
        ("بدأت في {LOC:جنيف} أمس محادثات السلام مع غياب {ORG:حركة النور}.", set()),
        ("عقد في {LOC:جنيف} أمس مؤتمر مع رفض حضور {ORG:حركة النور}.", set()),
        (
            "اختتمت أمس مباحثات {LOC:جنيف} بين وفد الحكومة اليمنية و{ORG:الأمم المتحدة} بغياب الوفد الحوثي.",
            {"وفد الحكومة اليمنية والأمم المتحدة"},
        ),
    ],
)
def test_who_stays_away_takes_no_part(marked: str, who: set[str]) -> None:
    assert told(marked) == [who]


@pytest.mark.parametrize(
    ("marked", "body"),
    [
        # The sitting that the parliament held, that it holds this morning; the ministerial committee «Cobra»
        ("شهدت الجلسة التي قد عقدها مجلس النواب مساء أمس سجالا طويلا.", "مجلس النواب"),
        ("يعرض التقرير في الجلسة التي يعقدها مجلس الوزراء صباح اليوم.", "مجلس الوزراء"),
        ("عقدت الأربعاء لجنة «الظل» الوزارية اجتماعا طارئا في {LOC:لندن}.", "لجنة «الظل» الوزارية"),
    ],
)
def test_bodies_sit(marked: str, body: str) -> None:
    assert told(marked) == [{body}]


@pytest.mark.parametrize(
    "marked",
    [
        # The rebels, not who was told of before, promised to come; those who want to go
        "تولى {PER:سعيد عمر} الرئاسة. وتعهد المتمردون بالوصول إلى {LOC:تونس}.",
        "وصف {PER:سعيد عمر} الوضع بالمقلق. وأغرق مهاجرون النفق، وهم يرغبون في التوجه إلى {LOC:بريطانيا}.",
        # was set free without charges being directed at him
        "أطلق سراح {PER:سعيد عمر} دون أن توجه له اتهامات في {LOC:المغرب}.",
        # a dialogue that a newspaper held with him
        "قال {PER:سعيد عمر} في حوار أجرته معه {ORG:الصباح} إنه سيرحل.",
    ],
)
def test_nothing_is_told(marked: str) -> None:
    assert told(marked) == []


def test_holding_that_is_called_for_too() -> None:
    # called for holding a meeting of the committee and holding a sitting of the parliament
    (one, two) = read("دعا {PER:سعيد عمر} إلى عقد اجتماع للجنة الدستورية وعقد جلسة للبرلمان الخميس.")._.meetings
    assert one["status"] == two["status"] == "proposed"


def test_a_region_is_no_place() -> None:
    (visit,) = read("بدأ {PER:سعيد عمر} جولة في {LOC:الشرق الأوسط}.", published="2018-07-13")._.meetings
    assert visit["place"] is None


def test_a_place_after_the_topic_and_the_date() -> None:
    (meeting,) = read(
        "عقد لقاء بين {PER:سعيد عمر} و{PER:خالد حسن} حول الملف السوري في 22 يونيو في {LOC:تونس}.",
        published="2018-07-13",
    )._.meetings
    assert meeting["place"]["country"] == "TN"


def test_what_its_day_says_is_the_one_told_before() -> None:
    # Russia and Iran hold a summit on Wednesday; Turkey hopes, during Wednesday's summit, for help
    (summit,) = read(
        "عقد رؤساء {LOC:روسيا} و{LOC:إيران} الأربعاء في {LOC:أنقرة} قمة. وتأمل {LOC:تركيا} خلال قمة الأربعاء في دعم.",
        published="2018-07-13",
    )._.meetings
    assert summit["kind"] == "summit"


def test_talks_with_each_are_several() -> None:
    found = told("أجرى {PER:سعيد عمر} مباحثات في {LOC:تونس} مع كل من الرئيس {PER:خالد حسن} والوزير {PER:فادي نور}.")
    assert found == [{OMAR, HASSAN}, {OMAR, NOUR}]


def test_stops_have_days_of_their_own() -> None:
    # will visit both Paris on 11 August and London on 17 August; on Monday, on Tuesday
    found = read(
        "قال إن {PER:سعيد عمر} سيزور كلا من {LOC:باريس} في 11 أغسطس ومدينة {LOC:لندن} في 17 أغسطس.",
        published="2018-07-13",
    )._.meetings
    assert [(m["place"]["country"], m["date"]["start"]) for m in found] == [("FR", "2018-08-11"), ("GB", "2018-08-17")]
    found = read("سيزور {PER:سعيد عمر} {LOC:باريس} و{LOC:لندن} الثلاثاء.", published="2018-07-13")._.meetings
    assert [m["date"]["start"] for m in found] == ["2018-07-17", "2018-07-17"]


def test_a_name_after_what_he_is() -> None:
    # an encounter between somebody and the Croatian star, his name
    found = told("عقد لقاء بين {PER:سعيد عمر} والنجم الكرواتي {PER:خالد حسن} أمس.")
    assert found == [{OMAR, HASSAN}]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # warned, in a seminar that the society organised, of; told the audience during a workshop
        (
            "وفي المقابل، حذر {PER:سعيد عمر}، في ندوة رقمية نظمتها {ORG:جمعية الأمل}، من ضعف القراءة.",
            {"جمعية الأمل", OMAR},
        ),
        (
            "أكد {PER:سعيد عمر} اليوم خلال ورشة عمل نظمتها {ORG:جمعية الأمل} أن التعليم يتقدم.",
            {"جمعية الأمل", OMAR},
        ),
        # During a seminar that the university organised yesterday, X said
        ("وخلال ندوة نظمتها {ORG:جامعة النور} أمس، قال {PER:سعيد عمر} إن التعليم يتقدم.", {"جامعة النور", OMAR}),
        # Nobody who says only that something was said there: what went on in it, the speech of another in it
        ("قال {PER:سعيد عمر} إن الوزارة ترحب بما دار في ندوة نظمتها {ORG:جامعة النور}.", {"جامعة النور"}),
        ("أشاد {PER:سعيد عمر} بكلمة {PER:خالد حسن} في ندوة نظمتها {ORG:جامعة النور}.", {"جامعة النور"}),
        ("انتقد {PER:سعيد عمر} ما قيل في ندوة نظمتها {ORG:جامعة النور} أمس.", {"جامعة النور"}),
    ],
)
def test_who_speaks_at_a_conference_is_there(marked: str, who: set[str]) -> None:
    assert told(marked) == [who]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # a panel on the crisis; at the opening of a study day of the committee's, with the ministry; a study meeting
        ("ينظم {ORG:مركز النور} حلقة نقاشية في {LOC:الرباط} غدا عن الأزمة.", [{"مركز النور"}]),
        (
            "قال {PER:سعيد عمر} في افتتاح يوم دراسي من تنظيم {ORG:لجنة التعليم} بتعاون مع {ORG:جامعة النور} إن "
            "القراءة مهمة.",
            [{OMAR, "لجنة التعليم", "جامعة النور"}],
        ),
        ("نظمت {ORG:جامعة النور} لقاء دراسيا ب{LOC:الرباط} الأربعاء.", [{"جامعة النور"}]),
        # at a round table that the society organised; after the cabinet convened yesterday
        (
            "قال {PER:سعيد عمر} خلال مائدة مستديرة نظمتها {ORG:جمعية الأمل} أمس إن اللغة مهمة.",
            [{"جمعية الأمل", OMAR}],
        ),
        ("أجاب {PER:سعيد عمر} عن الأسئلة عقب انعقاد المجلس الحكومي أمس.", [{"المجلس الحكومي"}]),
        # Days of pupils, a circle around the fire, the episode of a series
        ("عاد التلاميذ إلى مدارسهم في {LOC:الرباط} أمس في أول يوم دراسي.", []),
        ("عقد التلاميذ حلقة حول النار أمس في {LOC:الرباط}.", []),
        ("شهدت الحلقة الأولى من المسلسل لقاء طريفا.", []),
        # in a meeting that X held on Monday; in a meeting with the general, with whom he had expressed his hope
        ("اتفقوا على ذلك في اجتماع عقده رئيس النادي {PER:سعيد عمر} الإثنين 9 تموز الجاري.", [{OMAR}]),
        ("أعرب {PER:سعيد عمر} عن أمله في تعميق التعاون في اجتماع مع الجنرال.", [{OMAR, "الجنرال"}]),
        # A panel was held yesterday on the sidelines of the troupe's festival: nobody says that the troupe held it.
        ("على هامش المهرجان الذي تنظمه {ORG:فرقة النور}، عقدت أمس في {LOC:الرباط} ندوة عن المسرح.", [set()]),
    ],
)
def test_kinds_of_seminar(marked: str, who: list[set[str]]) -> None:
    assert told(marked) == who


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # took part in a workshop that the society organised; another opened the workshop
        (
            "شارك {PER:سعيد عمر} في ورشة عمل نظمتها {ORG:جمعية الأمل} في {LOC:الرباط}. "
            "وكان {PER:خالد حسن} استهل الورشة بالحديث عن المشروع.",
            [{"جمعية الأمل", OMAR, HASSAN}],
        ),
        ("لم يشارك {PER:سعيد عمر} في ورشة عمل نظمتها {ORG:جمعية الأمل} في {LOC:الرباط}.", [{"جمعية الأمل"}]),
        # the national conference of his party is another
        (
            "نظمت {ORG:جمعية الأمل} مؤتمرا في {LOC:الرباط} أمس. وأجل {PER:سعيد عمر} المؤتمر الوطني لحزبه.",
            [{"جمعية الأمل"}, {OMAR}],
        ),
        # At the reception of the president, who came back from a visit, were two others; who receives, receives.
        (
            "عاد الرئيس {PER:سعيد عمر} بعد زيارة قصيرة لدولة قطر. "
            "كما كان في استقبال الرئيس {PER:خالد حسن} و{PER:فادي نور}.",
            [{OMAR}],
        ),
        ("كان الوزير {PER:خالد حسن} في استقبال {PER:فادي نور} في {LOC:الرباط} أمس.", [{NOUR, HASSAN}]),
    ],
)
def test_told_again_by_another(marked: str, who: list[set[str]]) -> None:
    assert told(marked) == who


@pytest.mark.parametrize(
    ("marked", "when"),
    [
        # in the period from the 10th to the 15th; the day of the talks' verb
        (
            "يقوم {PER:سعيد عمر} بزيارة إلى المغرب خلال الفترة الممتدة من 10 إلى 15 يوليو الجاري.",
            "2018-07-10",
        ),
        ("بعد ظهر أمس دارت مفاوضات بين {PER:سعيد عمر} و{PER:خالد حسن}.", "2018-07-12"),
        # the year of the report upon which they were; of what is told next
        ("بعد صدور تقرير اللجنة سنة 1989 دارت مفاوضات بين {PER:سعيد عمر} و{PER:خالد حسن}.", None),
        ("ترأس {PER:سعيد عمر} المفاوضات مع {ORG:صندوق النقد الدولي}، ففي مارس 2018، تخلفت البلاد عن السداد.", None),
    ],
)
def test_whose_date(marked: str, when: str | None) -> None:
    (meeting,) = read(marked, published="2018-07-13")._.meetings
    assert (meeting["date"] and meeting["date"]["start"]) == when
