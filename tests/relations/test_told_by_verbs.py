"""Encounters that verbs tell of: which are none, who takes part, whether and when. Published on Friday, 2018-07-13."""

from __future__ import annotations

import pytest

from tests.relations.met import meetings, told, who

A, B, C = "{PER:سعيد عمر}", "{PER:خالد حسن}", "{PER:مريم فرح}"
FUND = "{ORG:صندوق النقد الدولي}"


@pytest.mark.parametrize(
    "marked",
    [
        # up to three million civilians in the town; up to 40 people; amounts to 200 tons
        f"قال {A} إن ما يصل إلى 3 ملايين مدني في {{LOC:إدلب}}.",
        f"قال {A} إن القاعة تستوعب ما يصل إلى أربعين شخصا في {{LOC:باريس}}.",
        f"أوضح {A} أن إنتاج المصنع في {{LOC:عمان}} يصل إلى 200 طن.",
        # reached the title; heads for the star; arrived at the end of his strength
        f"نجح {A} في الوصول إلى اللقب مع {{ORG:النادي الأهلي}} مساء أمس.",
        f"وفي {{LOC:باريس}} توجه {A} إلى زميله مباشرة وصافحه.",
        f"وفي {{LOC:باريس}} وصل {A} إلى آخر قواه.",
        # is the guest of a club; of a programme; of a team
        f"يحل {A} ضيفا على {{ORG:النادي الأهلي}} السبت.",
        f"حل {A} ضيفا على {{ORG:قناة النور}} أمس.",
        f"سيحل {A} ضيفا على {{ORG:فريق الاتحاد}} في الدوري.",
        # a shortage stands against the demand; a fall; what corresponds to it
        f"قال {A} إن الطلب يزيد، يقابله نقص في المعروض لدى {B}.",
        f"قال {A} إن ارتفاعا في السعر يقابله هبوط عند {B}.",
        f"تحدث {A} عن نشاط تقابله زيادة عند {B}.",
        # after (إثر) an interview with him; after an inquiry; after a quarrel
        f"قال {A} ذلك إثر مقابلة له مع {B}.",
        f"استقال {A} إثر تحقيق أجري مع {B}.",
        f"غضب {A} إثر خلاف له مع {B}.",
        # a social programme of the bank; social insurance; a social study
        f"سيقدم برنامج اجتماعي جديد ل{FUND} المساعدة.",
        "هناك تأمين اجتماعي ل{ORG:بنك السلام} في {LOC:تونس}.",
        f"صدر بحث اجتماعي ل{A} في {{LOC:تونس}}.",
        # denied that he had left; it is not true that he left; ruled out that he left
        f"تنفي السلطات أن يكون {A} قد غادر {{LOC:السعودية}}.",
        f"نفى {B} أن يكون {A} قد غادر {{LOC:مصر}}.",
        f"استبعد {B} أن يكون {A} قد غادر {{LOC:لبنان}}.",
        # meets three times a year; holds it every year; usually receives
        "ويجتمع مجلس حقوق الإنسان ثلاث مرات سنويا.",
        "تنظم {ORG:جمعية الأمل} مؤتمرا كل عام في {LOC:عمان}.",
        f"يلتقي {A} {B} عادة في {{LOC:باريس}}.",
        # announced the boycott of the conference; called for it; went on with it
        f"أعلن {A} مقاطعة منتدى المستثمرين في {{LOC:الرياض}}.",
        f"دعا {A} إلى مقاطعة مؤتمر الأحزاب في {{LOC:بيروت}}.",
        f"أيدت {C} مقاطعة قمة الشركات في {{LOC:لندن}}.",
        # the attack raises questions as the government makes ready; as the day comes near; as it begins
        f"يثير {A} الجدل مع استعداد {B} للانتخابات.",
        f"أثار {A} الملف مع اقتراب موعد {B}.",
        f"طرح {A} المسألة مع بدء محاكمة {B}.",
        # what the conference, the meeting, the summit will discuss
        f"تحدث {A} و{B}. كما سيناقش المؤتمر مستقبل الأعمال.",
        f"تحدث {A} و{B}. وناقش الاجتماع سبل التعاون.",
        f"تحدث {A} و{B}. وبحث اللقاء الأوضاع.",
        # in a dialogue with CNN; in a call to a channel a day later; in a talk with the agency
        f"قال {A} في حوار مع {{ORG:CNN}}، الثلاثاء، إنه راض.",
        f"وفي اتصال هاتفي هو الثاني في أقل من 24 ساعة مع قناة {{ORG:النور}}، قال {A} إنه راض.",
        f"وفي اتصال هاتفي مع {{ORG:رويترز}}، قال {A} إنه راض.",
        # from a hurricane to a storm, before her arrival; the storm reaches; hurricanes head for
        "وانخفضت قوة {PER:ليزلي} من إعصار إلى عاصفة قبل وصولها إلى {LOC:البرتغال}.",
        "وقال الخبراء إن العاصفة {PER:ليزلي} وصلت إلى {LOC:البرتغال} أمس.",
        "وتوجهت {PER:ليزلي}، وهي من أقوى الأعاصير، إلى {LOC:البرتغال}.",
        # travelled to several states, to return to Egypt
        f"سافر {A} إلى العديد من الدول، ليعود إلى {{LOC:مصر}}.",
    ],
)
def test_no_encounters(marked: str) -> None:
    assert told(marked) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (f"وصل {A} إلى {{LOC:إدلب}} أمس.", ("visit", "ongoing", ["سعيد عمر"])),
        (f"بعد وصول {A} إلى {{LOC:باريس}} استراح.", ("visit", "held", ["سعيد عمر"])),
        (f"حل {A} ضيفا على {B} أمس في {{LOC:باريس}}.", ("visit", "held", ["سعيد عمر", "خالد حسن"])),
        (f"قابله {A} أمس. قابل {A} {B}.", ("meeting", "held", ["سعيد عمر", "خالد حسن"])),
        (f"أثار {A} المسألة مع {B}.", ("talks", "held", ["سعيد عمر", "خالد حسن"])),
        (f"غادر {A} {{LOC:باريس}} أمس.", ("visit", "held", ["سعيد عمر"])),
        (f"يلتقي {A} {B} غدا.", ("meeting", "planned", ["سعيد عمر", "خالد حسن"])),
        (f"زار {A} وزير الداخلية {{LOC:البرتغال}} بعد العاصفة.", ("visit", "held", ["سعيد عمر"])),
        (f"بحث {A} مع {B} الاجتماع المقبل.", ("talks", "held", ["سعيد عمر", "خالد حسن"])),
    ],
)
def test_encounters_like_them(marked: str, expected: tuple[str, str, list[str]]) -> None:
    assert told(marked) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # a team of the fund visited; a mission; a team of experts of the organisation arrived
        (f"زار فريق من {FUND} {{LOC:تونس}} في مايو.", ["صندوق النقد الدولي"]),
        (f"تزور بعثة من {FUND} {{LOC:القاهرة}} الأسبوع المقبل.", ["صندوق النقد الدولي"]),
        ("وصل فريق من خبراء {ORG:منظمة الصحة} إلى {LOC:دمشق} أمس.", ["فريق من خبراء منظمة الصحة"]),
        # whom a visit is of that was called off, put off, prepared
        (f"ألغت {{LOC:إيران}} زيارة ل{A} إلى {{LOC:طهران}}.", ["سعيد عمر"]),
        (f"أرجأت الوزارة زيارة ل{A} إلى {{LOC:باريس}}.", ["سعيد عمر"]),
        (f"تستعد المدينة لزيارة ل{A} إلى {{LOC:باريس}}.", ["سعيد عمر"]),
    ],
)
def test_who_visits(marked: str, expected: list[str]) -> None:
    assert [who(m) for m in meetings(marked)] == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        # the first president who visited, the last minister who met, the highest official who arrived was another
        f"استقبل {A} وزير خارجية كوريا ضيفه. أول وزير كوري زار {{LOC:بيونغيانغ}} كان {B}.",
        f"تحدث {A} الرئيس الكوري. وكان آخر رئيس كوري زار {{LOC:باريس}} {B}.",
        f"تحدث {A} وزير الخارجية الكوري. وأعلى وزير كوري زار {{LOC:باريس}} هو {B}.",
    ],
)
def test_the_first_who_did_is_not_who_is_in_office(marked: str) -> None:
    assert "سعيد عمر" not in [name for m in meetings(marked) if m["kind"] == "visit" for name in who(m)]


@pytest.mark.parametrize(
    "marked",
    [
        # before leaving the country on a visit; before his departure on one; shortly before he travelled, on his first
        f"قال {A} مساء أمس قبل مغادرة البلاد في زيارة رسمية إلى {{LOC:باريس}} إنه متفائل.",
        f"قال {A} قبيل مغادرته مطار القاهرة في زيارة إلى {{LOC:باريس}} إنه متفائل.",
        f"صرح {A} قبل سفره في أول زيارة له إلى {{LOC:باريس}} بأنه متفائل.",
    ],
)
def test_what_somebody_leaves_for_is_to_come(marked: str) -> None:
    assert [m["status"] for m in meetings(marked)] == ["planned"]


def test_what_he_left_for_on_a_day_of_the_past_was_held() -> None:
    # before leaving the country on a visit to Paris last month
    marked = f"تغير {A} قبل مغادرة البلاد في زيارة إلى {{LOC:باريس}} الشهر الماضي."
    assert [m["status"] for m in meetings(marked)] == ["held"]


@pytest.mark.parametrize(
    "marked",
    [
        # called off; he was due to visit it: one visit, which did not take place
        f"ألغى {A} زيارته إلى {{LOC:لندن}}. وكان من المقرر أن يزور {A} {{LOC:لندن}} الأسبوع المقبل.",
        f"ألغت {{LOC:إيران}} زيارة ل{A} إلى {{LOC:طهران}}. وكان من المتوقع أن يزور {A} {{LOC:إيران}} قريبا.",
        f"كان من المفترض أن يزور {A} {{LOC:لندن}} الأسبوع المقبل. لكن {A} ألغى زيارة إلى {{LOC:لندن}}.",
    ],
)
def test_what_was_due_and_was_called_off_is_one(marked: str) -> None:
    assert [m["status"] for m in meetings(marked)] == ["cancelled"]


@pytest.mark.parametrize(
    "marked",
    [
        # called off his visit to London, and will visit Rome; and will visit it next month
        f"ألغى {A} زيارته إلى {{LOC:لندن}}. ومن المقرر أن يزور {A} {{LOC:روما}} الأسبوع المقبل.",
        f"ألغى {A} زيارته إلى {{LOC:لندن}} أمس. ومن المقرر أن يزور {A} {{LOC:لندن}} الشهر المقبل.",
    ],
)
def test_what_is_due_now_is_another(marked: str) -> None:
    assert [m["status"] for m in meetings(marked)] == ["cancelled", "planned"]


@pytest.mark.parametrize(
    "marked",
    [
        # met him in June during a historic summit in Singapore
        f"التقى {A} {B} في يونيو خلال قمة تاريخية في {{LOC:سنغافورة}}.",
        f"وكان {A} التقى {B} خلال قمة في {{LOC:سنغافورة}} الشهر الماضي.",
        f"اجتمع {A} مع {B} خلال قمة عقدت في {{LOC:سنغافورة}}.",
    ],
)
def test_the_summit_at_which_two_met_is_theirs(marked: str) -> None:
    (met,) = meetings(marked)
    assert (met["kind"], met["place"]["name"], who(met)) == ("summit", "سنغافورة", ["سعيد عمر", "خالد حسن"])


def test_a_summit_of_others_is_not_theirs() -> None:
    # met him during a summit of the Union
    marked = f"التقى {A} {B} خلال قمة ل{{ORG:الاتحاد الأوروبي}} في {{LOC:بروكسل}}."
    assert ["سعيد عمر", "خالد حسن"] in [who(m) for m in meetings(marked) if m["kind"] == "meeting"]


@pytest.mark.parametrize(
    "marked",
    [
        # a call between them; and the two discussed the crisis
        f"جرى اتصال هاتفي بين {A} و{B} أمس. وناقش {A} و{B} الأزمة.",
        f"أجرى {A} مكالمة هاتفية مع {B}. وبحث {A} مع {B} الأزمة.",
        f"هاتف {A} {B} أمس. واستعرض {A} مع {B} العلاقات.",
    ],
)
def test_what_was_discussed_by_phone_is_the_call(marked: str) -> None:
    assert [m["kind"] for m in meetings(marked)] == ["call"]


def test_talks_somewhere_are_no_call() -> None:
    # a call between them; and on Monday they discussed the crisis in Rome
    marked = f"جرى اتصال هاتفي بين {A} و{B} أمس. وناقش {A} و{B} الأزمة في {{LOC:روما}} الاثنين."
    assert [m["kind"] for m in meetings(marked)] == ["call", "talks"]


@pytest.mark.parametrize(
    "marked",
    [
        # meet in Rome before the president receives both; after he received both; before she receives both
        f"يلتقي {A} و{B} في {{LOC:روما}} غدا قبل أن تستقبلهما {C}.",
        f"التقى {A} و{B} في {{LOC:روما}} أمس بعد أن استقبلتهما {C}.",
        f"اجتمع {A} و{B} في {{LOC:روما}} قبل أن تستقبلهما {C}.",
    ],
)
def test_what_is_before_or_after_it_is_another(marked: str) -> None:
    assert [len(who(m)) for m in meetings(marked)] == [2, 3]


@pytest.mark.parametrize(
    "marked",
    [
        # pointed out that the government waits, and that he raised, discussed, reviewed it with him
        f"أشار {A} إلى أن الحكومة تنتظر، وأنه طرح المسألة مع {B}.",
        f"قال {A} إن الحكومة تنتظر، وإنه بحث المسألة مع {B}.",
        f"ذكر {A} أن الحكومة تنتظر، وأنه استعرض الملف مع {B}.",
    ],
)
def test_he_of_a_second_clause_is_who_speaks(marked: str) -> None:
    assert [who(m) for m in meetings(marked)] == [["سعيد عمر", "خالد حسن"]]


@pytest.mark.parametrize(
    "marked",
    [
        # said in a cable, in a speech, wrote on a site after his visit: who spoke before, not who is told later
        f"شدد {A} على ذلك. وقال في برقية بعد زيارته ل{{LOC:مصر}} إن رؤية {B} صائبة.",
        f"تحدث {A} طويلا. وقال في كلمة بعد زيارته ل{{LOC:مصر}} إن خطة {B} جيدة.",
        f"تأخر {A} قليلا. وكتب في موقعه بعد زيارته ل{{LOC:مصر}} أن {B} صديقه.",
    ],
)
def test_who_spoke_before_is_meant_after_a_verb(marked: str) -> None:
    assert [who(m) for m in meetings(marked)] == [["سعيد عمر"]]


@pytest.mark.parametrize(
    "marked",
    [
        # helped, contributed, controlled: verbs that begin with the letter of the future, but are past
        f"ساعد {A} في اجتماع للجنة المالية في {{LOC:بيروت}} على حل الخلاف.",
        f"ساهم {A} في مؤتمر للأحزاب في {{LOC:بيروت}} سنة 1997.",
        f"سيطر {A} على اجتماع للجنة المالية في {{LOC:بيروت}}.",
    ],
)
def test_a_past_that_begins_with_its_own_letter_is_none_to_come(marked: str) -> None:
    assert [m["status"] for m in meetings(marked)] == ["held"]


@pytest.mark.parametrize(
    "marked",
    [
        # received him, while the debate began in Paris; met him while prices rose in Paris; visited him while …
        f"استقبل {A} {B} أمس في حين بدأ الجدل في {{LOC:باريس}}.",
        f"التقى {A} {B} أمس في حين ارتفعت الأسعار في {{LOC:باريس}}.",
        f"اجتمع {A} مع {B} في حين ينتظر الناس في {{LOC:باريس}}.",
    ],
)
def test_a_place_of_what_happened_meanwhile_is_not_its_place(marked: str) -> None:
    assert [m["place"] for m in meetings(marked)] == [None]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # announced his intention to visit; confirmed his readiness to meet; she voiced her wish to hold a meeting
        (f"أعلن {A} الاثنين عن نيته زيارة {{LOC:إسرائيل}}.", ("visit", "planned", ["سعيد عمر"])),
        (f"كشف {A} عن نواياه بزيارة {{LOC:إسرائيل}}.", ("visit", "planned", ["سعيد عمر"])),
        (f"أكد {A} استعداده للقاء {B}.", ("meeting", "proposed", ["خالد حسن", "سعيد عمر"])),
        (f"أعربت {C} عن رغبتها في عقد اجتماع مع {B}.", ("meeting", "proposed", ["خالد حسن", "مريم فرح"])),
        # his readiness is whose is told last before it
        (f"قالت {C} إن {A} أعلن استعداده للقاء {B}.", ("meeting", "proposed", ["خالد حسن", "سعيد عمر"])),
    ],
)
def test_whose_intention_it_is(marked: str, expected: tuple[str, str, list[str]]) -> None:
    assert told(marked) == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        # in direct speech «he» is not who speaks
        f'وتابع {A}: "وعاد الرجل إلى القرية، ومن هناك وصل إلى {{LOC:ليبيا}} في عام 2013".',
        f'وقال {A}: "بعد زيارته إلى {{LOC:ليبيا}} تغير كل شيء".',
        f'وكتب {A}: "ثم سافر إلى {{LOC:ليبيا}} وانقطعت أخباره".',
    ],
)
def test_who_speaks_is_not_he_of_whom_he_speaks(marked: str) -> None:
    assert [who(m) for m in meetings(marked) if m["participants"]] == []


def test_who_speaks_is_i() -> None:
    # said: "I presided over a meeting with him"; spelt like «she presided»
    assert [who(m) for m in meetings(f'قال {A}: "ترأست اجتماعا مع {B}".')] == [["سعيد عمر", "خالد حسن"]]


@pytest.mark.parametrize(
    "marked",
    [
        # who held a first summit with him; who held a meeting; who held talks
        f"قال {A}، الذي عقد قمة أولى مع {B} في يونيو، إنه راض.",
        f"تحدث {A} الذي عقد اجتماعا مع {B} أمس.",
        f"قال {A} الذي أجرى محادثات مع {B} إنه راض.",
    ],
)
def test_who_held_it_takes_part(marked: str) -> None:
    assert [sorted(who(m)) for m in meetings(marked)] == [["خالد حسن", "سعيد عمر"]]


@pytest.mark.parametrize(
    "marked",
    [
        # met him after his journey to a state; gathered with him before the way there
        f"اجتمع {A} مع {B} عقب عودته من رحلته إلى {{LOC:تركيا}}.",
        f"اجتمع {A} مع {B} قبل عودته إلى {{LOC:مصر}}.",
        # in order to meet them, for an inquiry that is held together with another state
        f"اجتمع {A} مع {B} بشأن التحقيق الذي تجريه الشرطة بالاشتراك مع {{LOC:تركيا}}.",
    ],
)
def test_where_somebody_came_from_takes_no_part(marked: str) -> None:
    assert [who(m) for m in meetings(marked) if m["kind"] == "meeting"] == [["سعيد عمر", "خالد حسن"]]


@pytest.mark.parametrize(
    "marked",
    [
        # the poet and the leader who left, arrived, travelled
        f"شارك الشاعر {B}، والقيادي {A}، الذي غادر {{LOC:مصر}} أمس.",
        f"حضر {B} و{A} الذي وصل إلى {{LOC:مصر}} أمس.",
        f"تحدث {B} و{A} الذي سافر إلى {{LOC:مصر}} أمس.",
    ],
)
def test_a_relative_clause_of_one(marked: str) -> None:
    assert [who(m) for m in meetings(marked) if m["kind"] == "visit"] == [["سعيد عمر"]]


@pytest.mark.parametrize(
    "marked",
    [
        # on a visit that lasts until Saturday, during which he meets; of two days, during which he discusses, receives
        f"وصل {A} إلى {{LOC:تونس}} الخميس، في زيارة تستمر حتى السبت، يلتقي خلالها {B}.",
        f"بدأ {A} زيارة إلى {{LOC:تونس}} تستمر يومين، يبحث خلالها مع {B} الأزمة.",
        f"يقوم {A} بزيارة إلى {{LOC:تونس}} يجتمع خلالها مع {B}.",
    ],
)
def test_whom_he_meets_during_a_visit_that_goes_on_is_to_come(marked: str) -> None:
    met = [m for m in meetings(marked) if m["kind"] != "visit"]
    assert [(m["status"], m["date"]) for m in met] == [("planned", None)]


@pytest.mark.parametrize(
    "marked",
    [
        # his coming visit and his meeting with him; and their talks
        f"وقد تكون زيارة {A} المرتقبة إلى {{LOC:إسرائيل}} واجتماعه مع {B} مهمين.",
        f"تحدث عن زيارة {A} المقبلة إلى {{LOC:مصر}} ومحادثاته مع {B}.",
        f"يستعد لزيارة {A} القادمة إلى {{LOC:مصر}} ولقائه مع {B}.",
    ],
)
def test_what_is_joined_to_what_is_to_come_is_too(marked: str) -> None:
    assert [m["status"] for m in meetings(marked)] == ["planned", "planned"]


@pytest.mark.parametrize(
    "marked",
    [
        # to build a search engine with; the search results that they discussed; at a centre of research
        f"يريد {A} بناء محرك بحث مع {B}.",
        f"عرض {A} نتائج بحث مع {B}.",
        f"افتتح {A} مركز بحث مع {B}.",
    ],
)
def test_a_search_is_no_discussion(marked: str) -> None:
    assert [m for m in meetings(marked) if m["kind"] == "talks"] == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the committee for the removal of discrimination; the one charged with the constitution; of the events of …
        ("وكانت اللجنة المعنية بمكافحة التمييز اجتمعت الاثنين في {LOC:جنيف}.", ["اللجنة المعنية بمكافحة التمييز"]),
        (f"قال {A} إن اللجنة المكلفة بإعداد الدستور اجتمعت أمس.", ["اللجنة المكلفة بإعداد الدستور"]),
        ("كانت لجنة تقصي الحقائق حول أحداث العام قد اجتمعت الاثنين.", ["لجنة تقصي الحقائق حول أحداث العام"]),
        # … that the parliament formed: a verb of its own stands between
        ("اللجنة التي شكلها البرلمان اجتمعت أمس.", []),
    ],
)
def test_a_body_before_its_verb_has_its_purpose(marked: str, expected: list[str]) -> None:
    assert [name for meeting in meetings(marked) for name in who(meeting)] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # met him, and discussed with him: a meeting; discussed with him alone: talks; in talks too: talks
        (f"التقى {A} {B} أمس. وبحث {A} مع {B} التعاون.", "meeting"),
        (f"بحث {A} مع {B} التعاون.", "talks"),
        (f"التقى {A} {B} أمس. وتناولت محادثات {A} و{B} التعاون.", "talks"),
    ],
)
def test_what_they_spoke_of_makes_no_talks_of_a_meeting(marked: str, expected: str) -> None:
    assert [meeting["kind"] for meeting in meetings(marked)] == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # said after meeting him that the bridge will be opened: only that is to come; will open it after meeting him
        (f"قال {A} عقب لقاء مع {B} إن الجسر سيفتح غدا.", ["held"]),
        (f'قال {A} عقب لقاء مع {B}: "سنفتح الجسر".', ["held"]),
        (f"سيفتح {A} الجسر عقب لقاء مع {B}.", ["planned"]),
        # said after the meeting «we deal with the question of …»: whom he speaks of he did not meet
        (f'قال {A} للصحافيين بعيد الاجتماع "نتعامل مع {B} بجدية كبيرة".', []),
        # on the second day of the party's meeting; in the final sitting of its conference: none that is to come
        ("قال ذلك في اليوم الثاني والأخير للاجتماع التشاوري ل{ORG:حزب الأمل} في {LOC:تونس}.", ["held"]),
        (f"كلمة {A} في الجلسة الختامية للمؤتمر الوطني ل{{ORG:حزب الأمل}} في {{LOC:تونس}}.", ["held"]),
        # is held every year
        ("مؤتمر {LOC:البصرة} للنفط يقام سنويا في {LOC:إسطنبول}.", []),
        # told of the meeting when he faced the press with his counterpart: no meeting with that
        (f"أشار {A} إلى اجتماع في {{LOC:عمان}} خلال مؤتمر صحفي مع {B}.", []),
        # the first since the Games of Barcelona
        ("قال لاعب {ORG:نادي برشلونة} إن المباراة هي الأولى منذ دورة {ORG:برشلونة} 1992.", []),
    ],
)
def test_what_is_said_of_a_meeting_is_not_when_it_is(marked: str, expected: list[str]) -> None:
    assert [meeting["status"] for meeting in meetings(marked)] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the envoy begins his tour in the region; … said that he has begun it; the forces have begun theirs
        ("المبعوث الأوروبي لمنطقة الساحل يبدأ جولته في المنطقة.", ["المبعوث الأوروبي لمنطقة الساحل"]),
        (f"قال {A} إن المبعوث الأمريكي بدأ جولته في المنطقة أمس.", ["المبعوث الأمريكي"]),
        ("بدأت القوات جولتها في المنطقة.", []),
    ],
)
def test_who_is_only_described_makes_a_tour(marked: str, expected: list[str]) -> None:
    assert [name for meeting in meetings(marked) for name in who(meeting)] == expected
