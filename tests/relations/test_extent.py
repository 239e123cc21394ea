"""How far the words go that describe somebody without a name, and who stands in a list of names with offices."""

from __future__ import annotations

import pytest

from tests.relations.met import meetings, told

OMAR, HASSAN, NOUR = "سليم عمر", "خالد حسن", "فادي نور"


@pytest.mark.parametrize(
    ("marked", "whom"),
    [
        # officials of the movement; members of its executive office; of the union's; representatives of it
        ("التقى {PER:سليم عمر} مسؤولين من {ORG:حركة النهضة} أمس.", "مسؤولين من حركة النهضة"),
        ("اجتمع {PER:سليم عمر} مع أعضاء المكتب السياسي ل{ORG:حزب العدل}.", "أعضاء المكتب السياسي لحزب العدل"),
        (
            "اجتمع {PER:سليم عمر} مع أعضاء من المكتب التنفيذي للرابطة العامة للمهندسين.",
            "أعضاء من المكتب التنفيذي للرابطة العامة للمهندسين",
        ),
        ("عقد {PER:سليم عمر} لقاء مع ممثلين عن {ORG:حركة النهضة} في {LOC:تونس}.", "ممثلين عن حركة النهضة"),
        # the general in charge of the forces; military officials in the region's government; at the ministry
        ("التقى {PER:سليم عمر} الجنرال المشرف على القوات الدولية.", "الجنرال المشرف على القوات الدولية"),
        ("التقى {PER:سليم عمر} مسؤولين عسكريين في حكومة الإقليم.", "مسؤولين عسكريين في حكومة الإقليم"),
        ("اجتمع {PER:سليم عمر} مع مسؤولين بالمخابرات المحلية أمس.", "مسؤولين بالمخابرات المحلية"),
        # representatives of these clubs, expressing his admiration
        ("عقد {PER:سليم عمر} اجتماعا مع ممثلي هذه الأندية مبديا إعجابه بها.", "ممثلي هذه الأندية"),
        # his adviser; his aides; his supporters; his family; the president's assistants: not he
        ("التقى {PER:سليم عمر} مستشار {PER:خالد حسن}.", "مستشار خالد حسن"),
        ("اجتمع {PER:سليم عمر} مع مساعدي {PER:خالد حسن}.", "مساعدي خالد حسن"),
        ("التقى {PER:سليم عمر} أنصار {PER:خالد حسن}.", "أنصار خالد حسن"),
        ("التقى {PER:سليم عمر} عائلة {PER:خالد حسن}.", "عائلة خالد حسن"),
        ("اجتمع {PER:سليم عمر} مع معاوني الرئيس {PER:خالد حسن}.", "معاوني الرئيس خالد حسن"),
        # his adviser is named
        ("التقى {PER:سليم عمر} مستشار {PER:خالد حسن} {PER:فادي نور}.", "فادي نور"),
        # officials of the Balkan states and of Turkey and Cyprus; of the administration of somebody, who is not there
        ("اجتمع {PER:سليم عمر} مع مسؤولين بدول {LOC:البلقان} وتركيا وقبرص.", "مسؤولين بدول البلقان وتركيا وقبرص"),
        ("اجتمع {PER:سليم عمر} مع مسؤولين من إدارة {PER:خالد حسن} في {LOC:تونس}.", "مسؤولين من إدارة خالد حسن"),
        # an international envoy to Libya; a special representative there
        ("اجتمع {PER:سليم عمر} مع مبعوث دولي إلى {LOC:ليبيا} أمس.", "مبعوث دولي إلى ليبيا"),
        ("عقد {PER:سليم عمر} لقاء مع ممثل خاص لدى {LOC:ليبيا} أمس.", "ممثل خاص لدى ليبيا"),
        # heads of the professional clubs; representatives of Iran and the agency
        ("اجتمع {PER:سليم عمر} مع رؤساء الأندية المحترفة.", "رؤساء الأندية المحترفة"),
        ("جرت مباحثات بين {PER:سليم عمر} وممثلي {LOC:إيران} أمس.", "ممثلي إيران"),
    ],
)
def test_a_description_goes_on_over_what_it_is_of(marked: str, whom: str) -> None:
    assert {OMAR, whom} in [set(people) for _, _, people in told(marked)]


@pytest.mark.parametrize(
    ("marked", "whom"),
    [
        # that is not of them: to discuss; «that»; by phone; on Tuesday
        ("التقى {PER:سليم عمر} مسؤولين محليين من أجل بحث الأزمة.", "مسؤولين محليين"),
        ("أكد الخبراء بعد لقاء {PER:سليم عمر} مع النقابات أن الأزمة انتهت.", "النقابات"),
        ("التقى {PER:سليم عمر} ممثلين محليين عن طريق الهاتف.", "ممثلين محليين"),
        ("التقى {PER:سليم عمر} مسؤولين محليين يوم الثلاثاء.", "مسؤولين محليين"),
    ],
)
def test_a_description_ends_before_what_is_told_of_the_meeting(marked: str, whom: str) -> None:
    assert {OMAR, whom} in [set(people) for _, _, people in told(marked)]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # the one sent to it, by name; a delegation of the company; an official delegation that comprises deputies
        ("التقى {PER:خالد حسن} المبعوث الدولي إلى {LOC:سوريا} {PER:سليم عمر}.", {HASSAN, OMAR}),
        ("زار وفد رفيع المستوى من «{ORG:شركة النور}» {LOC:بغداد} أمس.", {"شركة النور"}),
        ("أعلن الوزير أن وفدا رسميا يضم مسؤولين محليين سيتوجه إلى {LOC:أنقرة}.", {"وفدا رسميا"}),
    ],
)
def test_a_name_or_a_body_after_the_description_is_who_is_meant(marked: str, who: set[str]) -> None:
    assert [set(people) for _, _, people in told(marked)] == [who]


@pytest.mark.parametrize(
    "marked",
    [
        # met A, secretary general of the party, and B, head of the league, and C
        "اجتمع الوفد مع {PER:سليم عمر}، الأمين العام ل{ORG:حزب العدل}، و{PER:خالد حسن}، رئيسه، و{PER:فادي نور}.",
        "جاء ذلك بعد لقاء الوزير مع {PER:سليم عمر}، مدير المركز، و{PER:خالد حسن}، مدير المعهد، و{PER:فادي نور}.",
        "ضم الاجتماع الذي عقد أمس {PER:سليم عمر}، والأستاذ {PER:خالد حسن}، وزير النقل، و{PER:فادي نور}، وزير المالية.",
    ],
)
def test_offices_between_commas_part_no_list(marked: str) -> None:
    assert any({OMAR, HASSAN, NOUR} <= set(people) for _, _, people in told(marked))


@pytest.mark.parametrize(
    "marked",
    [
        # visited the city and met officials; said that he will meet C, head of the committee; after he had met him
        "زار {PER:سليم عمر} {LOC:أنقرة} والتقى مسؤولين محليين.",
        "أعلن {PER:سليم عمر} أنه سيلتقي الوزير {PER:خالد حسن}، رئيس لجنة المال والموازنة.",
        "وصل {PER:سليم عمر} إلى {LOC:عمان} بعد أن كان التقى {PER:خالد حسن}.",
    ],
)
def test_who_meets_stands_before_whom_he_met(marked: str) -> None:
    met = [set(people) for kind, _, people in told(marked) if kind == "meeting"]
    assert [len(people) for people in met] == [2]
    assert OMAR in met[0]


@pytest.mark.parametrize(
    ("marked", "people"),
    [
        # the committee, told in full before; an official delegation of South Korea; the Algerian one, and him
        (
            "تدرس لجنة تنمية المدينة الطلب. وقال المتحدث إن اللقاء الذي سيجمع اللجنة ب{PER:سليم عمر} سيعقد غدا.",
            {"لجنة تنمية المدينة", "سليم عمر"},
        ),
        ("اجتمع {PER:سليم عمر} مع وفد كوري جنوبي رفيع المستوى.", {"وفد كوري جنوبي رفيع المستوى", "سليم عمر"}),
        ("التقى {PER:سليم عمر} أمس بالوفد الجزائري.", {"الوفد الجزائري", "سليم عمر"}),
        # a delegation of parliament does not act for the state
        ("التقى {PER:سليم عمر} وفدا برلمانيا أميركيا.", {"وفدا برلمانيا أميركيا", "سليم عمر"}),
        # a group of those who care about research; several local politicians
        ("التقى {PER:سليم عمر} مجموعة من المهتمين بالبحث العلمي.", {"مجموعة من المهتمين", "سليم عمر"}),
        ("أجرى {PER:سليم عمر} لقاءات مع عدد من السياسيين المحليين.", {"عدد من السياسيين المحليين", "سليم عمر"}),
        # said members of the council, after he had visited it, where (one) met him
        (
            "قال أعضاء المجلس، بعد أن زار {PER:سليم عمر} {LOC:صوفيا} أمس، حيث التقى مع نائب الوزير {PER:خالد حسن}.",
            {"سليم عمر", "خالد حسن"},
        ),
    ],
)
def test_whom_a_description_stands_for(marked: str, people: set[str]) -> None:
    assert [set(names) for kind, _, names in told(marked) if kind == "meeting"] == [people]


@pytest.mark.parametrize(
    ("marked", "state"),
    [
        ("اجتمع {PER:سليم عمر} مع وفد كوري جنوبي رفيع المستوى.", "country:KR"),
        ("التقى {PER:سليم عمر} أمس بالوفد الجزائري.", "country:DZ"),
        ("التقى {PER:سليم عمر} وفدا برلمانيا أميركيا.", None),  # of a parliament
    ],
)
def test_an_official_delegation_is_its_state(marked: str, state: str | None) -> None:
    (meeting,) = meetings(marked)
    assert [p["ref"] for p in meeting["participants"]] == ["p1", state]
