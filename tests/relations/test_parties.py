"""Parties told by a pronoun, by a collective noun, by a delegation; gatherings told by their place. On 2018-07-13."""

from __future__ import annotations

import pytest

from tests.marked import read
from tests.relations.met import meetings, who

OMAR, HASSAN, NOUR = "سعيد عمر", "خالد حسن", "فادي نور"


def told(marked: str) -> list[tuple[str, str, set[str]]]:
    meetings = read(marked, published="2018-07-13")._.meetings
    return [(m["kind"], m["status"], {p["name"] for p in m["participants"]}) for m in meetings]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # asked of him to help, during his meeting with him; after his encounter with him; met with him; met him
        ("طلب {PER:سعيد عمر} من {PER:خالد حسن} المساعدة، وذلك خلال اجتماعه معه أمس.", {OMAR, HASSAN}),
        ("أشاد {PER:سعيد عمر} بجهود {PER:خالد حسن} بعد لقائه به في {LOC:عمان}.", {OMAR, HASSAN}),
        ("وصل {PER:خالد حسن} أمس. واجتمع معه {PER:سعيد عمر} مساء.", {OMAR, HASSAN}),
        ("وصل {PER:خالد حسن} أمس. والتقاه {PER:سعيد عمر} مساء.", {OMAR, HASSAN}),
    ],
)
def test_a_pronoun_is_whoever_was_told_last(marked: str, who: set[str]) -> None:
    assert who in [names for kind, _, names in told(marked) if kind == "meeting"]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # negotiations with the unions; with those who retired; with foreign companies that may win: cut at the verb
        ("أجرى {PER:سعيد عمر} مفاوضات مع النقابات.", {OMAR, "النقابات"}),
        ("عقد {PER:سعيد عمر} أمس لقاء مع المتقاعدين.", {OMAR, "المتقاعدين"}),
        ("يتفاوض {PER:سعيد عمر} مع شركات أجنبية قد تفوز بالعقد.", {OMAR, "شركات أجنبية"}),
        # negotiations with the unions in preparation for an agreement
        ("أجرى {PER:سعيد عمر} مفاوضات مع النقابات استعدادا للاتفاق.", {OMAR, "النقابات"}),
    ],
)
def test_a_collective_after_with_takes_part(marked: str, who: set[str]) -> None:
    assert [names for _, _, names in told(marked)] == [who]


@pytest.mark.parametrize(
    "marked",
    [
        # a delegation of it met him; held an encounter with him; a delegation of "it" held talks with him
        "اجتمع وفد من {ORG:حركة النهضة} مع {PER:سعيد عمر} في {LOC:تونس}.",
        "عقد وفد {ORG:حركة النهضة} أمس لقاء مع {PER:سعيد عمر}.",
        "أكد المتحدث أن وفدا من {ORG:حركة النهضة} أجرى محادثات مع {PER:سعيد عمر}.",
    ],
)
def test_a_delegation_is_the_body_that_sends_it(marked: str) -> None:
    assert [names for _, _, names in told(marked)] == [{"حركة النهضة", OMAR}]


@pytest.mark.parametrize(
    "marked",
    [
        # paid a visit during which he met him: who visits meets
        "زار {PER:سعيد عمر} {LOC:أنقرة} التي التقى فيها {PER:خالد حسن}.",
        "تأتي الزيارة بعد زيارة {PER:سعيد عمر} إلى {LOC:أنقرة}، التي التقى خلالها {PER:خالد حسن}.",
        "بدأ {PER:سعيد عمر} زيارة إلى {LOC:عمان} يلتقي خلالها {PER:خالد حسن}.",
    ],
)
def test_who_visits_meets_whom_the_visit_is_told_to_have_met(marked: str) -> None:
    assert {OMAR, HASSAN} in [names for kind, _, names in told(marked) if kind == "meeting"]


@pytest.mark.parametrize(
    ("marked", "kind", "place"),
    [
        # was told on the way to a summit in Tokyo; the union's summit in the town; took part in a workshop
        ("ألقى {PER:سعيد عمر} كلمة خلال قمة في {LOC:طوكيو}.", "summit", "طوكيو"),
        ("ناقشت قمة {ORG:الاتحاد الأفريقي} في {LOC:أديس أبابا} الأزمة.", "summit", "أديس أبابا"),
        ("شارك {PER:سعيد عمر} في ورشة عمل في {LOC:طنجة}.", "conference", "طنجة"),
        # important talks go on in New York: nobody is told to take part
        ("هناك مباحثات مهمة تجري في {LOC:نيويورك}.", "talks", "نيويورك"),
    ],
)
def test_a_gathering_with_a_place(marked: str, kind: str, place: str) -> None:
    meetings = read(marked, published="2018-07-13")._.meetings
    assert [(m["kind"], m["place"]["name"]) for m in meetings] == [(kind, place)]


def test_what_is_no_talks() -> None:
    # in his dialogue with the journalist: an interview; boosting the cooperation with institutions
    assert told("قال {PER:سعيد عمر} في حواره مع {PER:خالد حسن} إن الأسعار مستقرة.") == []
    assert told("بحث {PER:سعيد عمر} تعزيز التعاون مع المؤسسات المصرية.") == []
    # the dialogue between two states is
    assert told("لم يصل الحوار بين إيران وفرنسا إلى نتيجة.") == [("talks", "held", {"إيران", "فرنسا"})]


def test_an_office_after_its_holder_is_nobody_else() -> None:
    marked = "اجتمع {PER:سعيد عمر}، وزير الصناعة، مع {PER:خالد حسن} في {LOC:فاس}."
    assert [names for _, _, names in told(marked)] == [{OMAR, HASSAN}]


def test_who_shares_in_talks_told_before_joins_them() -> None:
    marked = "جرت محادثات في {LOC:كابل} بين باكستان وإيران. وشارك {PER:سعيد عمر} في المحادثات."
    assert [names for _, _, names in told(marked)] == [{"باكستان", "إيران", OMAR}]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # came back to meet him; went to meet him; will head there to meet him
        ("عاد {PER:سعيد عمر} إلى الكويت للقاء {PER:خالد حسن}.", ("meeting", "planned", {OMAR, HASSAN})),
        ("غادر {PER:سعيد عمر} الفندق للقاء {PER:خالد حسن}.", ("meeting", "planned", {OMAR, HASSAN})),
        # talked by phone; in a talk by phone; discussed by phone
        ("تباحث {PER:سعيد عمر} هاتفيا مع {PER:خالد حسن}.", ("call", "held", {OMAR, HASSAN})),
        ("جرت محادثة هاتفية بين {PER:سعيد عمر} و{PER:خالد حسن}.", ("call", "held", {OMAR, HASSAN})),
        ("بحث {PER:سعيد عمر} هاتفيا مع {PER:خالد حسن} الأزمة.", ("call", "held", {OMAR, HASSAN})),
        # the plan provides for holding an encounter; committed himself to holding one; pressure to organise one
        ("نصت الخطة على عقد لقاء بين {PER:سعيد عمر} و{PER:خالد حسن}.", ("meeting", "proposed", {OMAR, HASSAN})),
        ("التزم الوسيط بعقد لقاء بين {PER:سعيد عمر} و{PER:خالد حسن}.", ("meeting", "planned", {OMAR, HASSAN})),
        # the government goes on negotiating with the unions
        ("تواصل الحكومة مفاوضاتها مع النقابات.", ("talks", "ongoing", {"الحكومة", "النقابات"})),
        # negotiations that go on between the two
        ("قال إن المحادثات التي تجري بين إيران وفرنسا صعبة.", ("talks", "ongoing", {"إيران", "فرنسا"})),
        # meetings between officials of the two ministries
        ("عقدت اجتماعات بين مسؤولين من الوزارتين.", ("meeting", "held", {"مسؤولين من الوزارتين"})),
        # a statement of the ministers after their meeting
        ("صدر بيان لوزراء الدفاع عقب اجتماعهم في {LOC:برلين}.", ("meeting", "held", {"وزراء الدفاع"})),
    ],
)
def test_how_real_it_is_and_who_takes_part(marked: str, expected: tuple[str, str, set[str]]) -> None:
    assert expected in told(marked)


@pytest.mark.parametrize(
    ("marked", "place", "date"),
    [
        # visits the North Korean capital Pyongyang; the name, not the adjective
        ("زار {PER:سعيد عمر} أمس العاصمة الكورية الشمالية {LOC:بيونغ يانغ}.", "بيونغ يانغ", "2018-07-12"),
        # leaves today to take part in a summit that is held tomorrow; a truce to the end of the month is not its date
        ("يغادر {PER:سعيد عمر} اليوم للمشاركة في قمة تعقد في {LOC:طوكيو} غدا.", "طوكيو", "2018-07-14"),
        (
            "عقد {PER:سعيد عمر} أمس لقاء مع {PER:خالد حسن} في {LOC:كابل} لتمديد الهدنة إلى 30 يوليو.",
            "كابل",
            "2018-07-12",
        ),
    ],
)
def test_where_and_when(marked: str, place: str, date: str) -> None:
    meetings = read(marked, published="2018-07-13")._.meetings
    assert (place, date) in [((m["place"] or {}).get("name"), (m["date"] or {}).get("start")) for m in meetings]


def test_a_hearing_is_no_meeting() -> None:
    # the court set its next hearing; a hearing of the court
    assert told("حددت المحكمة جلستها المقبلة في {LOC:عمان} يوم الأحد للنظر في قضية {PER:سعيد عمر}.") == []
    assert told("مثل {PER:سعيد عمر} في جلسة أمام محكمة {LOC:جنيف} أمس.") == []


@pytest.mark.parametrize(
    "marked",
    [
        # on his way to attending a summit; arrived to take part in a conference; came to attend
        "قال {PER:سعيد عمر} خلال رحلته إلى حضور قمة في {LOC:طوكيو} إن الأمر عاجل.",
        "وصل {PER:سعيد عمر} للمشاركة في مؤتمر في {LOC:طوكيو}.",
        # the new round of talks, due in June, was put off; may be put off
        "الجولة الجديدة من المفاوضات بين إيران وفرنسا، التي كانت مقررة في يونيو، تأجلت.",
        "القمة بين {PER:سعيد عمر} و{PER:خالد حسن} قد تتأجل إلى الخريف.",
        # proposed to organise an encounter on the sidelines of the assembly's meetings
        "اقترح {PER:فادي نور} عقد لقاء بين {PER:سعيد عمر} و{PER:خالد حسن} على هامش اجتماعات لجنة السلام.",
    ],
)
def test_what_is_to_come_is_not_held(marked: str) -> None:
    statuses = [status for kind, status, _ in told(marked) if kind != "visit"]
    assert statuses
    assert not {"held", "ongoing"} & set(statuses)


def test_what_is_put_off_has_no_date_any_more() -> None:
    # the United States planned a summit for October, but it was put off
    marked = "كانت الولايات المتحدة تخطط لعقد قمة في أكتوبر لكن القمة تأجلت."
    assert [(m["status"], m["date"]) for m in read(marked, published="2018-07-13")._.meetings] == [("planned", None)]


@pytest.mark.parametrize(
    "marked",
    [
        # they have a tendency hostile to Russia; said «we went on with the talks»; a dispute with another state
        "قال إن لديهم توجه واضح معاد لروسيا أمام {PER:سعيد عمر}.",
        "بحث {PER:سعيد عمر} خلاف فرنسا مع ألمانيا.",
        # received a goal; the preparations for a referendum in another month
        "استقبل منتخب مصر هدفا أمام {PER:سعيد عمر} في المباراة.",
    ],
)
def test_none_of_these_met(marked: str) -> None:
    assert told(marked) == []


def test_the_date_of_an_aim_is_none_of_the_talks() -> None:
    marked = "بحث {PER:سعيد عمر} أمس مع {PER:خالد حسن} الاستعدادات لتنظيم الاستفتاء في 25 يوليو."
    meetings = read(marked, published="2018-07-13")._.meetings
    assert [(m["status"], m["date"]["start"]) for m in meetings] == [("held", "2018-07-12")]


def test_a_venue_is_where_the_other_encounter_of_its_sentence_is() -> None:
    # will meet in Rome before the president receives him in the palace
    marked = (
        "سيلتقي {PER:سعيد عمر} و{PER:خالد حسن} في {LOC:روما} غدا،"
        " قبل أن يستقبل {PER:فادي نور} {PER:خالد حسن} في القصر الرئاسي."
    )
    meetings = read(marked, published="2018-07-13")._.meetings
    assert {(m["place"] or {}).get("country") for m in meetings} == {"IT"}


def test_talks_of_one_and_his_meeting_with_another_stay_two() -> None:
    marked = "أجرى وفد سعودي محادثات في {LOC:عدن}. وعقد أمس اجتماع بين {PER:سعيد عمر} ووفد سعودي."
    meetings = read(marked, published="2018-07-13")._.meetings
    assert sorted((m["kind"], len(m["participants"])) for m in meetings) == [("meeting", 2), ("talks", 1)]


def test_a_city_that_is_a_state_is_a_place() -> None:
    meetings = read("عقدت القمة بين {PER:سعيد عمر} و{PER:خالد حسن} في سنغافورة أمس.", published="2018-07-13")._.meetings
    assert [(m["place"]["name"], m["place"]["country"]) for m in meetings] == [("سنغافورة", "SG")]


def test_a_state_that_acts_meets_and_where_the_talks_are_named_after() -> None:
    # the president said that the French government confirmed in its meetings with the other parties in the Vienna talks
    marked = "قال {PER:سعيد عمر} إن الحكومة الفرنسية أكدت خلال اجتماعاتها مع المتمردين في محادثات {LOC:فيينا} موقفها."
    meetings = read(marked, published="2018-07-13")._.meetings
    assert [({p["name"] for p in m["participants"]}, m["place"]["country"]) for m in meetings] == [
        ({"المتمردين", "فرنسا"}, "AT")
    ]


def test_a_delegation_of_another_body_is_not_the_one_told_before() -> None:
    # announced that the round was over, for their delegation had stayed away: he had held talks with the government's
    marked = (
        "أعلن {PER:سعيد عمر} انتهاء الجولة إثر عدم حضور وفد {ORG:الأنصار}،"
        " قائلا إنه أجرى مشاورات مثمرة مع الوفد الحكومي اليمني."
    )
    assert not any("الأنصار" in who(meeting) for meeting in meetings(marked))
