"""Who takes part where a noun, a pronoun or a body says it in few words. Published on 2018-07-13, a Friday.

Omar (سعيد عمر), Hassan (خالد حسن), Nour (فادي نور) and Farah (مريم فرح) are nobody.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.relations.met import meetings

OMAR, HASSAN, NOUR = "سعيد عمر", "خالد حسن", "فادي نور"


def names(meeting: dict[str, Any]) -> set[str]:
    return {p["name"] for p in meeting["participants"]}


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # opened the weekly meeting of the cabinet; the quarterly meeting of the committee; the Arab League's
        ("افتتح رئيس الوزراء {PER:سعيد عمر} الاجتماع الأسبوعي للحكومة الأحد.", {OMAR, "الحكومة"}),
        ("يقدم التقرير في الاجتماع الفصلي للجنة الوطنية الثلاثاء.", {"اللجنة الوطنية"}),
        ("استضافت {LOC:مراكش} الاجتماع الوزاري ل{ORG:جامعة الدول}.", {"جامعة الدول"}),
        # a session of a council: «الدورة»
        ("ألقى {PER:سعيد عمر} كلمة خلال الدورة العادية لمجلس حقوق الإنسان في {LOC:جنيف}.", {"مجلس حقوق الإنسان"}),
        ("انطلقت في {LOC:الرباط} أشغال الدورة العادية للمجلس الوطني للحزب أمس.", {"المجلس الوطني للحزب"}),
        ("بدأت أمس دورة مجلس الأمناء في {LOC:عمان}.", {"مجلس الأمناء"}),
        # approved it in a plenary session; a closed one; during an emergency meeting
        ("صادق مجلس النواب في جلسة عامة الثلاثاء على القانون.", {"مجلس النواب"}),
        ("بحثت اللجنة الوطنية في جلسة مغلقة أمس الأزمة.", {"اللجنة الوطنية"}),
        ("أقر المجلس الحكومي خلال اجتماع استثنائي اليوم الموازنة.", {"المجلس الحكومي"}),
        # the committee: the one that was named before
        (
            "قالت {ORG:لجنة التحقيق البرلمانية} إن الملف مفتوح. وصوت الأعضاء خلال اجتماع اللجنة اليوم.",
            {"لجنة التحقيق البرلمانية"},
        ),
        # the general assembly of a federation: no match, though the sentence is of sport
        ("قرر الاتحاد خلال اجتماع الجمعية العمومية المنعقدة في {LOC:المنامة} تنظيم الكأس.", {"الجمعية العمومية"}),
    ],
)  # fmt: skip
def test_whose_sitting_it_is(marked: str, who: set[str]) -> None:
    (meeting,) = meetings(marked)
    assert (meeting["kind"], names(meeting)) == ("meeting", who)


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # received a delegation, after meeting representatives, on receiving a number of ministers
        ("أعرب {PER:سعيد عمر} لدى استقباله وفدا من {ORG:صندوق التنمية} عن شكره.", {OMAR, "صندوق التنمية"}),
        ("عاد {PER:سعيد عمر} بعد لقائه ممثلي النقابات.", {OMAR, "ممثلي النقابات"}),
        ("شدد {PER:سعيد عمر} خلال استقباله عددا من الوزراء على ذلك.", {OMAR, "عددا من الوزراء"}),
        # before the president receives both of them; when he met both of them
        (
            "وصل {PER:سعيد عمر} و{PER:خالد حسن} إلى القاعة قبل أن يستقبلهما الرئيس {PER:فادي نور} في القصر.",
            {OMAR, HASSAN, NOUR},
        ),
        ("تحدث {PER:سعيد عمر} و{PER:خالد حسن} حين التقاهما {PER:فادي نور} أمس.", {OMAR, HASSAN, NOUR}),
        ("رحب الجميع بالقرار. وعاد {PER:سعيد عمر} و{PER:خالد حسن} وقابلهما {PER:فادي نور}.", {OMAR, HASSAN, NOUR}),
        # the foreign ministers of nine states
        ("التقى {PER:سعيد عمر} وزراء خارجية تسع دول عربية في {LOC:القاهرة}.", {OMAR, "وزراء خارجية تسع دول عربية"}),
        # leaders of four parties met, without a word of where and when
        ("اجتمع قادة أبرز أربعة أحزاب في البلاد مجددا لنزع فتيل الأزمة.", {"قادة أبرز أربعة أحزاب"}),
        # is in talks with the team of the investigators; with the federation
        ("يخوض {PER:سعيد عمر} محادثات منذ أشهر مع فريق المحققين.", {OMAR, "فريق المحققين"}),
        ('أجرى {PER:سعيد عمر} محادثات "صعبة" مع الاتحاد أمس.', {OMAR, "الاتحاد"}),
        # a meeting brought them together in Paris
        ("جمع لقاء في {LOC:باريس} {PER:سعيد عمر} و{PER:خالد حسن}.", {OMAR, HASSAN}),
        # chaired the session
        ("رأس {PER:سعيد عمر} جلسة مع {PER:خالد حسن} أمس.", {OMAR, HASSAN}),
    ],
)  # fmt: skip
def test_who_is_met(marked: str, who: set[str]) -> None:
    (meeting,) = [m for m in meetings(marked) if m["kind"] != "visit"]
    assert names(meeting) == who


@pytest.mark.parametrize(
    ("marked", "kind", "who"),
    [
        # his attendance of the summit; during his taking part in the proceedings of the forum; took part in them
        ("من المقرر حضور {PER:سعيد عمر} للقمة في {LOC:ليما} الثلاثاء.", "summit", {OMAR}),
        ("ألقى {PER:سعيد عمر} كلمة خلال مشاركته في أعمال المنتدى الاقتصادي في {LOC:دافوس}.", "conference", {OMAR}),
        ("شارك {PER:سعيد عمر} في أشغال القمة العربية في {LOC:تونس}.", "summit", {OMAR}),
        # said on the sidelines of a conference
        ("صرح {PER:سعيد عمر} على هامش مؤتمر {LOC:ميونيخ} للأمن الجمعة.", "conference", {OMAR}),
        # during an international conference to fight terror in the French capital Paris
        (
            "تحدث {PER:سعيد عمر} خلال مؤتمر دولي لمكافحة تمويل الإرهاب في العاصمة الفرنسية {LOC:باريس}.",
            "conference", {OMAR},
        ),
    ],
)  # fmt: skip
def test_who_attends(marked: str, kind: str, who: set[str]) -> None:
    (meeting,) = meetings(marked)
    assert (meeting["kind"], names(meeting)) == (kind, who)


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # the talks between the two countries: of which two stand before
        (
            "رحبت {LOC:السعودية} بموقف {LOC:مصر}. وقال متحدث إن مفاوضات بين البلدين تبدأ غدا في {LOC:الرياض}.",
            {"السعودية", "مصر"},
        ),
        ("قالت {LOC:الصين} و{LOC:فرنسا} إن محادثات بين الحكومتين ستعقد غدا.", {"الصين", "فرنسا"}),
        # the head of an agency says that the talks with Iran are difficult
        ("قال مدير {ORG:وكالة الطاقة} {PER:سعيد عمر} إن المحادثات مع {LOC:إيران} صعبة.", {"إيران", "وكالة الطاقة"}),
    ],
)  # fmt: skip
def test_both_sides(marked: str, who: set[str]) -> None:
    (meeting,) = [m for m in meetings(marked) if m["kind"] == "talks"]
    assert names(meeting) == who


@pytest.mark.parametrize(
    "marked",
    [
        # which two of three?
        "دعت {LOC:الصين} و{LOC:فرنسا} و{LOC:إيران} إلى التهدئة. وقال متحدث إن المحادثات بين البلدين مهمة.",
        # a training course, a session of elections; whose course it is
        "تلقى اللاعبون دورة تدريبية في {LOC:عمان} أمس.",
        "أطلق {ORG:المركز التجاري} دورة ربيعية ناجحة في أبريل الماضي.",
        "فاز {PER:سعيد عمر} في الدورة الثالثة للانتخابات أمس.",
        # a meeting with the press; a search engine that concentrates; went on with his strike
        "عقدت شركة {ORG:الأفق} مؤتمرا إعلاميا في {LOC:عمان} الأربعاء.",
        "يقول {PER:سعيد عمر}، مؤسس الشركة، وهو محرك بحث يركز على الخصوصية مع {PER:خالد حسن}، إن القرارات لم تنفع.",
        "واصل مؤيدو المعارضة اعتصامهم أمام مقر رئيس الوزراء {PER:سعيد عمر} في {LOC:سكوبيي}.",
        # a ship, a plane, goods, not the man who tells of them
        "قال {PER:سعيد عمر} إن السفينة ترسو في الميناء غدا قبل أن تصل إلى {LOC:بيروت}.",
        "أعلن الرئيس {PER:سعيد عمر} أن الجيش صادر سفينة كانت آتية من {LOC:إيران} ومتجهة إلى {LOC:سوريا}.",
        "قال {PER:سعيد عمر} إن أول طائرة تتبع {ORG:الصليب الأحمر} وصلت إلى {LOC:عدن} أمس.",
        "تحدث {PER:سعيد عمر} بعد وصول شحنة جديدة إلى {LOC:عدن} أمس.",
        "قال {PER:فادي نور} إن أنظار العالم متجهة إلينا إذ يتعهد {PER:سعيد عمر} و{PER:خالد حسن} اليوم بالعمل معا.",
        # we, the writers
        "قمنا بزيارة إلى المدرسة التي أسسها {PER:سعيد عمر} في {LOC:دبي}.",
    ],
)
def test_nobody_met(marked: str) -> None:
    assert meetings(marked) == []


def test_a_capital_told_by_its_state_is_visited() -> None:
    marked = "من المقرر أن تلتقي {PER:مريم فرح} بالرئيس المصري {PER:سعيد عمر} خلال زيارتها للعاصمة المصرية الثلاثاء."
    (visit,) = [m for m in meetings(marked) if m["kind"] == "visit"]
    assert visit["place"] == {"ref": None, "name": "العاصمة المصرية", "country": "EG"}


@pytest.mark.parametrize("where", ["في منطقة الخليج", "في عدد من الدول", "إلى الشرق الأوسط"])
def test_a_tour_of_a_region(where: str) -> None:
    (tour,) = meetings(f"يبدأ {{PER:سعيد عمر}} جولة {where} الأسبوع المقبل.")
    assert (tour["kind"], names(tour)) == ("visit", {OMAR})


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # had told the president during a meeting; informed her in a telephone call; told the senator when they met
        ("وكان الوزير {PER:سعيد عمر} قد أبلغ الرئيس {PER:خالد حسن}، خلال اجتماع أمس، أن العمل انتهى.", {OMAR, HASSAN}),
        ("أطلع {PER:سعيد عمر} الوزير {PER:خالد حسن} في اتصال هاتفي على القرار.", {OMAR, HASSAN}),
        ("سلم {PER:سعيد عمر} السفير {PER:خالد حسن} الرسالة خلال لقاء في {LOC:عمان}.", {OMAR, HASSAN}),
        # the prime minister had received, his name between commas
        ("وكان رئيس الوزراء، {PER:سعيد عمر}، استقبل {PER:خالد حسن}، مساء الخميس، على مأدبة.", {OMAR, HASSAN}),
        ("وأعلن أن القائم بالأعمال في {LOC:الخرطوم}، {PER:سعيد عمر}، التقى الوزير {PER:خالد حسن}.", {OMAR, HASSAN}),
        # who stands between commas belongs to «after», not to the verb
        ("وبعد عودة الوزير، {PER:فادي نور}، استقبل الرئيس {PER:سعيد عمر} السفير {PER:خالد حسن}.", {OMAR, HASSAN}),
        # each of, with long offices; a meeting for all employees
        (
            "عقد كل من {PER:سعيد عمر}، الوزير المنتدب لدى وزارة المالية المكلف بالميزانية، و{PER:خالد حسن}، وزير الشغل"
            " والكفاءات والمقاولة الصغرى، و{PER:فادي نور}، الوزير المكلف بالانتقال الرقمي، لقاء مع قيادات النقابات.",
            {OMAR, HASSAN, NOUR, "قيادات النقابات"},
        ),
        ("وفي اجتماع لجميع الموظفين أمس، قال {PER:سعيد عمر} إن الشركة باقية.", {OMAR, "جميع الموظفين"}),
        # the meeting of an alliance; the union held a meeting
        ("قال المتحدث إن انعقاد اجتماع التحالف الدولي في {LOC:مراكش} مهم.", {"التحالف الدولي"}),
        ("عقدت نقابة البريد اجتماعا أمس.", {"نقابة البريد"}),
    ],
)  # fmt: skip
def test_who_is_with_the_subject(marked: str, who: set[str]) -> None:
    (meeting,) = [m for m in meetings(marked) if m["kind"] != "visit"]
    assert names(meeting) == who


def test_another_round_of_the_two_sides() -> None:
    marked = (
        "اجتمع {PER:سعيد عمر} مع {PER:خالد حسن} في {LOC:جنيف}. "
        "وستعقد جولة ثانية من المفاوضات بين الطرفين في {LOC:فيينا}."
    )
    first, second = meetings(marked)
    assert names(first) == names(second) == {OMAR, HASSAN}
    assert (first["status"], second["status"]) == ("held", "planned")


def test_who_the_sides_are_is_not_guessed() -> None:
    three = "اجتمع {PER:سعيد عمر} مع {PER:خالد حسن} و{PER:فادي نور}. وستعقد محادثات بين الطرفين في {LOC:فيينا} غدا."
    assert [names(m) for m in meetings(three)] == [{OMAR, HASSAN, NOUR}]


@pytest.mark.parametrize(
    ("marked", "who", "place"),
    [
        # visited the police academy, the town's hospital, the national museum
        ("زار الرئيس المصري، {PER:سعيد عمر}، أكاديمية الشرطة، حيث تفقد التدريبات.", {OMAR}, "أكاديمية الشرطة"),
        ("زار {PER:سعيد عمر} مستشفى المدينة المركزي أمس.", {OMAR}, "مستشفى المدينة المركزي"),
        ("زارت {PER:مريم فرح} المتحف الوطني في {LOC:القاهرة}.", {"مريم فرح"}, "المتحف الوطني"),
        # his visit, in which he is a guest of hers
        ("يعرض {PER:سعيد عمر} فيلمه خلال زيارته التي يحل فيها ضيفا على {PER:خالد حسن}.", {OMAR, HASSAN}, None),
        # a visit with nothing but its day
        ("وزيارة {PER:سعيد عمر} التي ستحصل في 20 يوليو تم تأخيرها عدة مرات.", {OMAR}, None),
        # a delegation of an association that is in Iraq
        ("وقال إن وفدا من {ORG:جمعية الأدباء} في {LOC:العراق} زار الشاعر {PER:سعيد عمر}.", {"جمعية الأدباء"}, None),
    ],
)  # fmt: skip
def test_who_visits(marked: str, who: set[str], place: str | None) -> None:
    (visit,) = meetings(marked)
    assert (visit["kind"], names(visit), visit["place"] and visit["place"]["name"]) == ("visit", who, place)


@pytest.mark.parametrize(
    "marked",
    [
        # met the corner with his head; a friendly of two teams; two matches are played
        "ركلة ركنية قابلها {PER:سعيد عمر} برأسه وسكنت شباك {PER:خالد حسن}.",
        "استقبل الحارس {PER:سعيد عمر} عرضية {PER:خالد حسن}.",
        "وتقام اليوم مباراتان، حيث يلتقي فريق {ORG:الوحدة} مع فريق {ORG:الشباب}.",
    ],
)
def test_a_match_is_no_encounter(marked: str) -> None:
    assert meetings(marked) == []


def test_a_singular_verb_in_a_relative_clause_is_of_one() -> None:
    """«Since the presidents Omar and Nour traded threats, Omar has pledged this at a summit he held with Hassan»."""
    told = (
        "منذ تبادل الرئيسين {PER:سعيد عمر} و{PER:فادي نور} التهديدات، تعهد {PER:سعيد عمر} بذلك "
        "خلال قمة عقدها مع {PER:خالد حسن}."
    )
    assert [names(m) for m in meetings(told)] in ([{OMAR, HASSAN}], [])


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # talks between two clubs, in order to sign a contract with a player
        (
            "وصلت المفاوضات بين {ORG:نادي النور} و{ORG:نادي الفجر} إلى مرحلة متقدمة، من أجل التعاقد مع {PER:سعيد عمر}.",
            {"نادي النور", "نادي الفجر"},
        ),
        # she said that the prime minister supports the state in talks with the union: she takes no part
        (
            "قالت {PER:مريم فرح} إن على رئيس الوزراء {PER:خالد حسن} دعم بلاده في محادثات مع {ORG:الاتحاد الأوروبي}.",
            {"الاتحاد الأوروبي"},
        ),
        # the presidency said that during «his» meeting with Hassan …
        ("قالت {ORG:الرئاسة التركية} إنه خلال لقائه {PER:خالد حسن} أكد دعمه.", {HASSAN}),
    ],
)
def test_who_only_tells_of_it_takes_no_part(marked: str, who: set[str]) -> None:
    assert set().union(*(names(m) for m in meetings(marked))) <= who


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # the son-in-law and adviser of the president, and the president's adviser: the president was not there
        (
            "اتصل {PER:سعيد عمر} ب{PER:خالد حسن} صهر ومستشار الرئيس التونسي {PER:فادي نور}. "
            "وقال الرئيس {PER:فادي نور} إنه راض.",
            {OMAR, HASSAN},
        ),
        # he discussed with Hassan the file of Nour; came to meet Hassan and Nour
        ("أعلن {PER:سعيد عمر} أنه بحث مع {PER:خالد حسن} ملف المخرج {PER:فادي نور}.", {OMAR, HASSAN}),
        ("وصل {PER:سعيد عمر} إلى {LOC:الرياض} أمس للقاء {PER:خالد حسن} و{PER:فادي نور}.", {OMAR, HASSAN, NOUR}),
        # in a meeting on the treaty that was signed in 2015 with Tunis
        ("وذلك خلال اجتماع {PER:سعيد عمر} و{PER:خالد حسن} بشأن الاتفاق الموقع عام 2015 مع {LOC:تونس}.", {OMAR, HASSAN}),
    ],
)  # fmt: skip
def test_who_was_there_and_who_is_only_named(marked: str, who: set[str]) -> None:
    assert [names(m) for m in meetings(marked) if m["kind"] != "visit"] == [who]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # a sitting of the committee of the parliament; talks under Russian and Iranian auspices with the army
        (
            "قال ذلك خلال جلسة ل{ORG:لجنة القوات المسلحة} ب{ORG:مجلس النواب الأميركي} أمس.",
            {"لجنة القوات المسلحة"},
        ),
        ("شارك {ORG:جيش السلام} في المفاوضات برعاية روسية وإيرانية مع {ORG:حزب الأمل}.", {"جيش السلام", "حزب الأمل"}),
        # a call from the friend of Omar; urged the party to negotiate with the movement
        ("تلقى {PER:خالد حسن} مكالمة هاتفية من صديقة {PER:سعيد عمر}.", {HASSAN, "صديقة سعيد عمر"}),
    ],
)  # fmt: skip
def test_who_only_stands_beside(marked: str, who: set[str]) -> None:
    assert [names(m) for m in meetings(marked)] == [who]


def test_who_urges_to_talks_and_brussels_take_no_part() -> None:
    urged = "وحض {PER:سعيد عمر} في بيان {ORG:حزب الأمل} على الدخول في مباحثات سلام مع {ORG:حركة الرصيف}."
    assert OMAR not in {name for m in meetings(urged) for name in names(m)}
    # she faces hard negotiations with Brussels: the union, not Belgium
    union = "لا تزال رئيسة الوزراء {PER:مريم فرح} تواجه مفاوضات صعبة مع بروكسل."
    assert not {"بلجيكا", "BE"} & {name for m in meetings(union) for name in names(m)}


def test_who_is_named_as_an_example_does_not_act() -> None:
    # a place that stars like Omar and Hassan love; and he met Nour there
    assert not meetings("وهو مطعم يحبه نجوم الفريق مثل {PER:سعيد عمر} و{PER:خالد حسن}، واجتمع مع {PER:فادي نور}.")


def test_what_somebody_wants_to_hold_is_not_what_was_held() -> None:
    # wants to hold an encounter with the governments of Germany and Britain; and May holds negotiations
    marked = (
        "أعلن {PER:سعيد عمر} أنه يريد عقد لقاء مع حكومات ألمانيا وبريطانيا. "
        "وتخوض رئيسة الوزراء البريطانية {PER:مريم فرح} مفاوضات شائكة."
    )
    assert not [m for m in meetings(marked) if m["status"] == "held" and len(m["participants"]) > 1]


def test_two_states_of_another_noun_and_whose_relative_clause_it_is() -> None:
    # discussed it with Hassan before he went to the match of France and Croatia
    (talks,) = meetings("بحث {PER:سعيد عمر} مع {PER:خالد حسن} الأزمة قبل الانتقال لحضور مباراة فرنسا وكرواتيا.")
    assert names(talks) == {OMAR, HASSAN}
    # Russia, the ally of Omar, which holds negotiations with Turkey
    told = meetings("توقفت الجهود بسبب روسيا حليفة نظام الرئيس {PER:سعيد عمر} التي تجري مفاوضات مع {LOC:تركيا}.")
    assert OMAR not in {name for m in told for name in names(m)}
