"""Where a visit goes, what belongs to it, and whom a description means. Published on Friday, 2018-07-13."""

from __future__ import annotations

from typing import Any

import pytest

from tests.marked import read
from tests.relations.met import meetings, who

A, B = "{PER:سعيد عمر}", "{PER:خالد حسن}"


def where(meeting: dict[str, Any]) -> tuple[str | None, str | None]:
    place = meeting["place"] or {"name": None, "country": None}
    return place["name"], place["country"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # who comes to a palace, or to two cities, visits the state
        (f"وصل {A} إلى {{LOC:فرنسا}} أمس. ووصل {A} إلى قصر الرئاسة صباح أمس.", (None, "FR")),
        (
            f"زيارة {A} إلى {{LOC:العراق}} مهمة. بعد وصوله إلى {{LOC:بغداد}} نام. وعقب وصوله إلى {{LOC:أربيل}} نام.",
            (None, "IQ"),
        ),
        (f"زيارة {A} إلى {{LOC:فرنسا}} مهمة. وبعد وصول {A} إلى {{LOC:باريس}} استراح.", ("باريس", "FR")),
    ],
)
def test_a_visit_is_told_with_its_parts(marked: str, expected: tuple[str | None, str | None]) -> None:
    assert [where(m) for m in meetings(marked) if m["kind"] == "visit"] == [expected]


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("", "دمشق"),  # told in the next sentence: there
        ("وكان الطقس باردا. ولم يهطل المطر. ", None),  # from further away only the state
    ],
)
def test_talks_are_where_the_visit_is(between: str, name: str | None) -> None:
    visit = f"يزور {A} وزير خارجية مصر {{LOC:دمشق}}. "
    talks = [m for m in meetings(f"{visit}{between}وأجرى {A} محادثات مع {B}.") if m["kind"] == "talks"]
    assert [where(m) for m in talks] == [(name, "SY")]


@pytest.mark.parametrize(
    "marked",
    [
        # came back to Kuwait from London to meet; arrived in Cairo, from Rome, to take part; headed for it from Tunis
        f"عاد {A} إلى {{LOC:القاهرة}} قادما من {{LOC:لندن}} للقاء {B}.",
        f"وصل {A} إلى {{LOC:القاهرة}}، قادما من {{LOC:روما}} للقاء {B}.",
        f"توجه {A} إلى {{LOC:القاهرة}} قادما من {{LOC:تونس}} بهدف عقد لقاء مع {B}.",
    ],
)
def test_whence_somebody_comes_is_not_where_he_meets(marked: str) -> None:
    assert [where(m) for m in meetings(marked) if m["kind"] == "meeting"] == [("القاهرة", "EG")]


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        # an article that names one state; two states: nobody knows in which
        (f"التقى {A} وزير الصحة التونسي {B} في {{LOC:قرية الزهور}} أمس.", "TN"),
        (f"اجتمع {A} وزير الصحة المصري مع {B} في {{LOC:بلدة النخيل}}.", "EG"),
        (f"التقى {A} وزير الصحة التونسي وزير الصحة المصري {B} في {{LOC:قرية الزهور}} أمس.", None),
    ],
)
def test_a_place_that_no_gazetteer_knows_is_in_the_one_state_told(marked: str, country: str | None) -> None:
    assert [where(m)[1] for m in meetings(marked)] == [country]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the envoy, whom the article named before; the minister; several ministers are nobody of them
        (f"قال المبعوث الدولي {A} إن الحرب انتهت. ووصل المبعوث الدولي إلى {{LOC:القاهرة}}.", ["سعيد عمر"]),
        (f"قال وزير الصحة المصري {A} إن الوباء انتهى. ووصل الوزير إلى {{LOC:باريس}}.", ["سعيد عمر"]),
    ],
)
def test_a_definite_description_means_who_was_called_so(marked: str, expected: list[str]) -> None:
    assert [who(m) for m in meetings(marked) if m["kind"] == "visit"] == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        # heading to the audience with a greeting; down to the vacuum; a newspaper rings an expert
        f"ألقى {A} كلمة متوجها بالتحية إلى {B}.",
        f"يبدأ التأزم من انتخاب {A} وصولا إلى الفراغ.",
        f"{{ORG:صحيفة النهار}} اتصلت بالخبير {A} لمعرفة رأيه.",
        # he will not attend, did not take part in any meeting: that he stays away cancels nothing
        f"لن يحضر {A} المؤتمر في {{LOC:باريس}}.",
        f"لم يشارك {A} في القمة في {{LOC:باريس}}.",
        f"لم يحضر {A} أي اجتماع مع {B}.",
    ],
)
def test_no_encounter(marked: str) -> None:
    assert meetings(marked) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the prime minister called her government to a meeting; the president the council
        ("دعت {PER:مريم عمر} حكومتها إلى اجتماع طارئ غدا.", ["مريم عمر", "حكومتها"]),
        (f"دعا {A} مجلس النواب إلى اجتماع عاجل غدا.", ["مجلس النواب"]),
        (f"دعا {A} لجنة الأزمة لاجتماع غدا.", ["لجنة الأزمة"]),
        # two states go on with their talks; who speaks at the start of their talks, and to whom
        ("تواصل {LOC:فرنسا} و{LOC:إيطاليا} محادثاتهما في {LOC:جنيف}.", ["فرنسا", "إيطاليا"]),
        (f"في مستهل محادثاتهما في {{LOC:جنيف}}، قال {A} ل{B} إن السلام قريب.", ["سعيد عمر", "خالد حسن"]),
    ],
)
def test_who_meets(marked: str, expected: list[str]) -> None:
    assert [sorted(who(m)) for m in meetings(marked)] == [sorted(expected)]


def test_a_tour_is_of_who_makes_its_stops() -> None:
    marked = f"زيارة {A} إلى {{LOC:تونس}} هي المحطة الأخيرة في جولة شملت أربعة بلدان."
    assert [(who(m), where(m)[1]) for m in meetings(marked)] == [(["سعيد عمر"], "TN"), (["سعيد عمر"], None)]


def test_tomorrow_is_to_come_though_no_publication_is_known() -> None:
    doc = read(f"يزور {A} {{LOC:دمشق}} غدا.", published=None)
    assert [m["status"] for m in doc._.meetings] == ["planned"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # meets him in a summit, in talks on the 20th: to come; met him in a meeting yesterday
        (f"يلتقي {A} {B} في قمة في 20 يوليو في {{LOC:باريس}}.", ("summit", "planned", "2018-07-20", "FR")),
        (f"يجتمع {A} مع {B} في لقاء يوم 25 يوليو في {{LOC:القاهرة}}.", ("meeting", "planned", "2018-07-25", "EG")),
        (f"التقى {A} {B} في اجتماع أمس في {{LOC:باريس}}.", ("meeting", "held", "2018-07-12", "FR")),
    ],
)
def test_what_a_verb_meets_in_is_the_same(marked: str, expected: tuple[str, str, str, str]) -> None:
    told = [(m["kind"], m["status"], m["date"]["start"], m["place"]["country"]) for m in meetings(marked)]
    assert told == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # heads for Geneva to meet; his visit to London; a tour that covered three; who will meet him next
        (f"قال {A} إنه سعيد، حيث سيتوجه إلى {{LOC:جنيف}} لمقابلة الوزير {B}.", [("visit", "planned", ["سعيد عمر"])]),
        (f"أثار الجدل ما قاله {A} خلال زيارته {{LOC:لندن}}.", [("visit", "held", ["سعيد عمر"])]),
        (
            f"التقى {A} {B} أمس. ومن المقرر أن يلتقي {{PER:زيد علي}} غدا.",
            [("meeting", "held", ["خالد حسن", "سعيد عمر"])],
        ),
        (
            f"التقى {A} أمس {B}، ومن المقرر أن يلتقي {{PER:زيد علي}} غدا.",
            [("meeting", "held", ["خالد حسن", "سعيد عمر"]), ("meeting", "planned", ["زيد علي", "سعيد عمر"])],
        ),
        # a meeting on the sidelines; a picture of a meeting; that, after meeting his counterpart
        (f"نشر المكتب صورة للقاء {A} و{B}.", [("meeting", "held", ["خالد حسن", "سعيد عمر"])]),
        (f"أعلن {A} ذلك، وذلك عقب لقاء مع {B}.", [("meeting", "held", ["خالد حسن", "سعيد عمر"])]),
        # no visits: a player leaves the match, an Iraqi leaves Iraq, a new round of pressure
        (f"غادر {A} اللقاء في الدقيقة الأولى.", []),
        (f"غادر وزير الصحة العراقي {A} {{LOC:العراق}} أمس.", []),
        (f"تأتي جولة {A} الجديدة من العزف على الوتر في {{LOC:فرنسا}}.", []),
        # threatened to call it off; «will not» in what is quoted; who stays away calls nothing off
        (
            f"هددت {{LOC:روما}} التي تطالب بالاعتذار، بإلغاء اجتماع {A} و{B} غدا.",
            [("meeting", "planned", ["خالد حسن", "سعيد عمر"])],
        ),
        (f'قال {A} خلال اجتماع مع {B} "لن تعقد صفقة".', [("meeting", "held", ["خالد حسن", "سعيد عمر"])]),
        (f"اعتذر {A} عن عدم حضور المؤتمر مع {B}.", []),
    ],
)
def test_told_once_and_as_it_is(marked: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert [(m["kind"], m["status"], sorted(who(m))) for m in meetings(marked)] == expected


def test_the_stops_of_a_tour_that_is_over_are_not_to_come() -> None:
    found = meetings(f"أنهى {A} جولة شملت {{LOC:فرنسا}} و{{LOC:إيطاليا}}.")
    assert {m["status"] for m in found} <= {"held", "ongoing"}


def test_on_the_sidelines_is_there_and_then() -> None:
    found = meetings(f"قال {A} في لقاء مع {B} على هامش منتدى الأعمال، الخميس، في {{LOC:باريس}}.")
    assert {(where(m), m["date"]["start"]) for m in found} == {(("باريس", "FR"), "2018-07-12")}


def test_south_sudan_was_a_part_of_sudan() -> None:
    marked = f"يزور {A} {{LOC:جوبا}} غدا."
    assert [where(m)[1] for m in read(marked, published="2010-03-08")._.meetings] == ["SD"]
    assert [where(m)[1] for m in read(marked, published="2012-03-08")._.meetings] == ["SS"]


@pytest.mark.parametrize(
    ("marked", "day", "status"),
    [
        # called off: the next 12th of August; later this month; the preparing of a summit is none
        (f"ألغى {A} لقاء مع {B} كان مقررا في 12 أغسطس.", "2018-08-12", "cancelled"),
        (f"ألغى {A} قمة 20 ديسمبر مع {B}.", "2018-12-20", "cancelled"),
        (f"يعمل {A} على عقد لقاء مع {B} في وقت لاحق من هذا الشهر.", "2018-07-01", "planned"),
    ],
)
def test_what_is_to_come_or_was(marked: str, day: str, status: str) -> None:
    assert [(m["date"]["start"], m["status"]) for m in meetings(marked)] == [(day, status)]


def test_during_a_visit_the_visitor_meets() -> None:
    marked = f"استقبل {A} الوزير {B}، الذي أجرى زيارة إلى {{LOC:باريس}} التقى خلالها بالملك {{PER:زيد علي}}."
    assert [sorted(who(m)) for m in meetings(marked) if m["rule"] == "meet"] == [["خالد حسن", "زيد علي"]]


def test_a_meeting_of_each_of_several() -> None:
    marked = f"جاء ذلك بعد لقاء كل من {A}، الكاتب الأول للحزب، و{B}، الأمين العام للحزب أمس."
    assert [sorted(who(m)) for m in meetings(marked)] == [["خالد حسن", "سعيد عمر"]]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # will not visit the border zone; will also visit another city; exploits a visit, and carried out tests before
        (f"لن يزور {A} المنطقة الحدودية.", [("المنطقة الحدودية", None, "cancelled")]),
        (
            f"يزور {A} {{LOC:القاهرة}} غدا. وسيزور أيضا {{LOC:الإسكندرية}} غدا.",
            [("القاهرة", "EG", "planned"), ("الإسكندرية", "EG", "planned")],
        ),
        (f"قال إن الحكومة التي أجرت سلسلة تجارب تستغل زيارة {A}.", []),
    ],
)
def test_one_visit_more_and_one_less(marked: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert [(*where(m), m["status"]) for m in meetings(marked)] == expected


@pytest.mark.parametrize(
    ("before", "country"),
    [
        (f"يشارك {B} في القمة في {{LOC:القاهرة}}. ", "EG"),
        ("تنعقد القمة في {LOC:باريس} غدا. ", "FR"),
        (f"يشارك {B} في قمة في {{LOC:القاهرة}}. ويشارك {B} في مؤتمر في {{LOC:باريس}}. ", None),  # which of the two?
    ],
)
def test_who_goes_to_the_summit_goes_where_it_is(before: str, country: str | None) -> None:
    found = [m for m in meetings(f"{before}وسيقوم {A} بالتوجه للقمة.") if m["kind"] == "visit"]
    assert [where(m)[1] for m in found] == [country]


@pytest.mark.parametrize(
    "marked",
    [
        # the visit will see, will discuss; the talks will be about
        f"زيارة {A} اليوم إلى {{LOC:بغداد}}، ستشهد توقيع اتفاق.",
        f"وقال إن زيارة {A} إلى {{LOC:القاهرة}} ستبحث التجارة.",
        f"محادثات {A} مع {B} ستتناول الحدود.",
    ],
)
def test_what_will_do_something_is_to_come(marked: str) -> None:
    assert [m["status"] for m in meetings(marked)] == ["planned"]


@pytest.mark.parametrize(
    ("marked", "kinds"),
    [
        # met the other during his visit; thanked, received: whom the verb is about visits nobody
        (f"التقى الوزير {A} خلال زيارته الرئيس {B}.", ["meeting"]),
        (f"وشكر {A} خلال زيارته الرئيس {B} على الدعم.", []),
        (f"واستقبل الوزير {A} خلال زيارته القائد {B}.", ["meeting"]),
    ],
)
def test_whom_the_verb_is_about_is_not_who_visits(marked: str, kinds: list[str]) -> None:
    assert [m["kind"] for m in meetings(marked)] == kinds


@pytest.mark.parametrize(
    ("marked", "ref"),
    [
        (f"زار {A} {{LOC:فرنسا}}. زار {A} {{LOC:باريس}} أمس، ثم زار {{LOC:ليون}}.", "country:FR"),
        (f"زار {A} {{LOC:باريس}} أمس، ثم زار {{LOC:ليون}}.", None),  # he visited Paris, then Lyon
        (f"وصل {A} إلى {{LOC:أثينا}} أمس. وتوجه {A} بعدها إلى {{LOC:سالونيك}}.", None),  # Athens, then Thessaloniki
        (f"زار {A} {{LOC:ميلانو}} أمس. وزار {A} {{LOC:روما}} أمس.", None),
    ],
)
def test_a_state_that_is_not_named_is_no_entity(marked: str, ref: str | None) -> None:
    """A visit to two of its cities is one to it; only its code tells that."""
    places = [m["place"] for m in meetings(marked) if m["place"]["name"] is None]
    assert [(place["ref"], place["country"] is not None) for place in places] == [(ref, True)]
