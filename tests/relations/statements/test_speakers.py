"""Who speaks where the subject is nobody known, is only called something, or must not be guessed."""

import pytest

from tests.relations.statements.said import records

S, M = "{PER:سليم عمر}", "{PER:مريم فرح}"


def speakers(marked: str) -> list[list[str]]:
    return [[who["name"] for who in found["speakers"]] for found in records(marked)]


SUBJECT_SLOT = [  # the noun phrase after the verb is its subject, whoever spoke before
    ("وكتب الجيران القدامى أن الجسر مغلق.", "الجيران القدامى"),
    ("وتفيد الأنباء بأن الجسر مغلق.", "الأنباء"),  # the news says
    ("وقالت الجارة العجوز إن الطريق مفتوح.", "الجارة العجوز"),
]
NOT_THE_SUBJECT = [  # an act, whom it is said to, in answer to what: who spoke before goes on
    "وأكد استعداد الشركة لإصلاح الجسر.",  # the company's readiness
    "وأعلن إغلاق الجسر.",
    "وقال لرويترز إن الجسر آمن.",
    "وقال ردا على سؤال إن الجسر آمن.",
]


@pytest.mark.parametrize(("sentence", "speaker"), SUBJECT_SLOT)
def test_the_noun_in_the_subject_s_place_speaks(sentence: str, speaker: str) -> None:
    assert speakers(f"أكد {S} أن الأمر صعب. {sentence}")[-1] == [speaker]


@pytest.mark.parametrize("sentence", NOT_THE_SUBJECT)
def test_what_cannot_speak_does_not(sentence: str) -> None:
    assert speakers(f"أكد {S} أن الأمر صعب. {sentence}")[-1] == ["سليم عمر"]


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        (f"زار النائب {S} الجسر.", "وقال النائب إن الجسر آمن.", "سليم عمر"),  # the deputy
        (
            f"عاد الوزير الأردني {S}، والتقى الوزير اللبناني {{PER:خالد نور}}.",
            "وقال الوزير الأردني إن الجسر آمن.",
            "سليم عمر",
        ),
        ("نشرت صحيفة {ORG:الأفق} صورا.", "وذكرت الصحيفة أن الجسر آمن.", "الأفق"),
        ("عقدت {ORG:منظمة الغد} مؤتمرا.", "وأوضحت المنظمة أن الجسر آمن.", "منظمة الغد"),
        (f"وقال {S} إن الأمر صعب.", "وأضاف المتحدث نفسه أن الجسر آمن.", "سليم عمر"),
        # two fit, none does
        (f"التقى النائب {S} النائب {{PER:خالد نور}}.", "وقال النائب إن الجسر آمن.", "النائب"),
        (f"عاد الرئيس الأردني {S}.", "وقال الرئيس السوداني إن الجسر آمن.", "الرئيس السوداني"),
        (f"وقال {S} إن الأمر صعب.", "وقال المسؤول عن المرور إن الجسر آمن.", "المسؤول عن المرور"),
    ],
)
def test_a_definite_description_means_the_last_of_its_kind(before: str, sentence: str, speaker: str) -> None:
    name = speakers(f"{before} {sentence}")[-1]
    assert len(name) == 1
    assert speaker in name[0]


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        (f"استقبل {S} نظيرته {M}.", "وأكدت أن الجسر آمن.", ["مريم فرح"]),  # she confirmed: not he
        (f"قال {S} إن الأمر صعب. وقالت {M} إنه سهل.", "وأوضح أن الجسر آمن.", ["سليم عمر"]),
        (f"وقالت {M} إن الأمر صعب. وعاد {S} إلى الساحل.", "وأضافت أن الجسر آمن.", ["مريم فرح"]),
        (f"قال {S} إن {M} زارت الجسر،", "مشيرا إلى أنه آمن.", ["سليم عمر"]),
    ],
)
def test_gender_is_a_veto(before: str, sentence: str, speaker: list[str]) -> None:
    found = speakers(f"{before} {sentence}")
    assert not found or found[-1] == speaker


@pytest.mark.parametrize(
    ("sentence", "verb", "content"),
    [
        (f"واكتفى {S} بالقول إن الجسر آمن.", "القول", "الجسر آمن"),  # contented himself with saying
        (f"وخلص {S} إلى القول إن الجسر آمن.", "القول", "الجسر آمن"),
        (f"وخلصت {M} إلى القول: الجسر آمن للجميع.", "القول", "الجسر آمن للجميع"),
        (f"امتدح {S} شجاعة العمال.", "امتدح", "شجاعة العمال"),
        (f"وهنأت {M} العمال بفتح الجسر.", "هنأت", "فتح الجسر"),
        (f"وسجل {S} أن الأسعار تضاعفت.", "سجل", "الأسعار تضاعفت"),
    ],
)
def test_words_of_saying(sentence: str, verb: str, content: str) -> None:
    found = records(sentence)[-1]
    assert (found["verb"].removeprefix("ب"), found["said"]) == (verb, content)
    assert found["speakers"][0]["name"] in ("سليم عمر", "مريم فرح")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"أعلن السفير لدى {{LOC:الأردن}} {S} أن الجسر آمن.", "سليم عمر"),  # where an office is held
        (f"أكد المندوب الدائم لدى {{LOC:لبنان}} {S} أن الجسر آمن.", "سليم عمر"),
        (f"قال الممثل الخاص لـ{{LOC:السودان}} {S} إن الجسر آمن.", "سليم عمر"),
    ],
)
def test_a_name_behind_where_an_office_is_held_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


@pytest.mark.parametrize(
    ("office", "named"),
    [
        ("السفير الأردني", "السفير الأردني"),
        ("سفير لبنان", "السفير اللبناني"),
        ("الوزير السوداني", "الوزير السوداني"),
    ],
)
def test_whom_the_lead_only_describes_is_named_further_on(office: str, named: str) -> None:
    found = speakers(f"قال {office} إن الجسر آمن.\nوأغلق الجسر أمس. وعاد {named} {S} مساء.")
    assert found[0] == ["سليم عمر"]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال في مقابلة مع صحيفة «الأفق» الأردنية إن الجسر آمن.",
        "وقال لمجلة «الغد» اللبنانية إن الجسر آمن.",
        "وأكد في حديث إلى قناة «النور» السودانية أن الجسر آمن.",
    ],
)
def test_the_adjective_of_a_quoted_medium_does_not_speak(sentence: str) -> None:
    assert speakers(f"قال {S} إن الأمر صعب. {sentence}")[-1] == ["سليم عمر"]


@pytest.mark.parametrize("verb", ["وأبلغه", "وأخبره", "وأبلغها"])
def test_the_person_of_the_inner_clause_goes_on(verb: str) -> None:
    found = speakers(f"ذكرت {{ORG:وكالة الأفق}} أن {S} عاد أمس {verb} أن الجسر آمن.")
    assert ["سليم عمر"] in found


@pytest.mark.parametrize("deputy", ["ونائبه", "بحضور نائبه", "مع نائبه"])
def test_his_deputy_is_no_woman(deputy: str) -> None:
    text = f"عاد {{PER:خالد نور}} {deputy} نائب الرئيس {S}. و{S} غاضب كذلك وقال إن الجسر آمن."
    assert speakers(text)[-1] == ["سليم عمر"]


@pytest.mark.parametrize("verb", ["وأوضح", "وأكد", "وأضاف"])
def test_a_surname_that_is_a_country_s_name(verb: str) -> None:
    text = "وقال {PER:سليم تشاد} إن الأمر صعب. " + verb + " تشاد أن الجسر آمن."
    assert speakers(text)[-1] == ["سليم تشاد"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وأوضح مدير الوكالة أن الجسر آمن.", "سليم عمر"),
        ("وأوضح مدير الوكالة الوطنية أن الجسر آمن.", "سليم عمر"),
        ("وأوضح مدير المصنع أن الجسر آمن.", "مدير المصنع"),  # somebody else
    ],
)
def test_an_office_of_a_body_means_who_holds_it(sentence: str, speaker: str) -> None:
    assert speakers(f"عاد مدير الوكالة {S} أمس. {sentence}")[-1] == [speaker]


@pytest.mark.parametrize(
    ("before", "again", "speaker"),
    [
        # an office in more words, before or after the name
        (f"عاد {S}، مدير مصنع النسيج الوطني، إلى الساحل.", "مدير مصنع النسيج", "سليم عمر"),
        (f"زارت {M}، الناشطة الحقوقية، السوق.", "الناشطة الحقوقية", "مريم فرح"),
        (f"والتقى الناس {S}، محلل بالمركز الوطني للبحوث.", "المحلل", "سليم عمر"),
        (f"عاد {S}، مدير مصنع النسيج.", "مدير مصنع الزجاج", "مدير مصنع الزجاج"),  # another factory
        (f"عاد {S}، محلل سياسي، و{{PER:خالد نور}}، محلل رياضي.", "المحلل", "المحلل"),  # two fit
    ],
)
def test_what_stands_after_a_name_says_who_is_called_so(before: str, again: str, speaker: str) -> None:
    verb = "وقالت" if again.startswith("الناشطة") else "وقال"
    (name,) = speakers(f"{before} وأغلق الجسر. {verb} {again} إن الجسر آمن.")[-1]
    assert name == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"وأشار الخبير بالشؤون المالية {S} إلى تراجع الأسعار.", "سليم عمر"),  # an expert in … by name
        (f"وأكدت الأستاذة بالجامعة الوطنية {M} أن الجسر آمن.", "مريم فرح"),
        (f"ونوه القيادي بالحزب {S} بالعمال.", "سليم عمر"),
    ],
)
def test_a_name_behind_a_field_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # adjectives of two states are of one description; the arrival is what is denied
        (f"نفت مصادر محلية وأجنبية وصول الأسير، {S} إلى المطار.", "مصادر محلية وأجنبية"),
        ("نفى مسؤولون مصريون وسودانيون إغلاق الجسر.", "مسؤولون مصريون وسودانيون"),
        ("وأعلن الجيش وقف العمليات.", "الجيش"),
    ],
)
def test_where_a_description_ends(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # of two a verb in the singular is no verb: the noun after it speaks
        (f"عاد {S} و{{PER:خالد نور}} نفى مسؤولون محليون إغلاق الجسر.", ["مسؤولون محليون"]),
        # the noun of a relative clause, whatever governs it; not where its pronoun is on the verb
        ("وتحدثت {LOC:باريس} عن ضغوط من قبل {LOC:واشنطن} التي هددت بفرض رسوم.", ["الولايات المتحدة"]),
        (f"وزعم {S} أنه راسل {{PER:خالد نور}}، الذي قال إن الجسر آمن.", ["خالد نور"]),
        ("وقالت {LOC:باريس} إنها تدعم {ORG:حركة النور} التي تصفها بأنها قديمة.", ["فرنسا"]),
        # a passive names nobody
        (f"وعاد {S}. ويأتي القانون، الذي تم اقتراحه لأول مرة في آذار، بعد شهر.", []),
        # is the only one that: nobody says so
        ("وعاد الناس، إذ تعتبر {LOC:روسيا} الدولة الوحيدة التي تملكه.", []),
        # the subject of the first verb goes on, though nobody knows it
        (f"وعاد {S}. ورفض المتحف عرضا ل{M} وأكد أن الجسر آمن.", ["المتحف"]),
        # no one person is «they»
        ("وقال المسؤول عن المصنع إن الأمر صعب.\nوأضافوا: الجسر آمن للناس.", ["المسؤول عن المصنع"]),
        # came out to threaten him: not he threatens; in a step that shows; preliminary results show
        (f"وقال {S} إن الأمر صعب. ثم خرج ليهدد علنا الوزير {{PER:خالد نور}} بالعزل.", ["سليم عمر"]),
        (f"وعاد {S}. وفي خطوة كشفت عمق الأزمة، قرر البنك رفع الفائدة.", []),
        (f"وقال {S} إن الأمر صعب. وأشارت نتائج أولية إلى أن الجسر آمن.", ["سليم عمر"]),
        # statements in which he confirms: he, and nobody before him
        (f"ويعود {S} ليخرج بتصريحات جديدة يؤكد فيها أن الجسر آمن.", ["سليم عمر"]),
        # his title with a word of respect; a trainer whose state nothing tells
        (f"واستقبل الرئيس {S} الوفد. وأشاد الأخ الرئيس بالعمال.", ["سليم عمر"]),
        (f"عاد المدرب {S}. وأكد المدرب الإسباني أن الأمر صعب.", ["سليم عمر"]),
        # an unnamed official has not issued the document
        ("وقال مسؤول محلي إن الأمر صعب. وعاد الناس. وأشار البيان إلى أن الجسر آمن.", ["البيان"]),
    ],
)
def test_agreement_and_relatives(text: str, who: list[str]) -> None:
    found = speakers(text)
    assert (found[-1] if found else []) == who


@pytest.mark.parametrize("name", ["للكونفدرالية الوطنية", "للفدرالية الوطنية", "للتعاضدية الوطنية"])
def test_a_document_for_a_body_is_by_it(name: str) -> None:
    found = speakers(f"وبحسب بلاغ {{ORG:{name}}}، فإن الجسر مغلق.")
    assert found == [["ا" + name[1:]]]


@pytest.mark.parametrize("with_whom", ["الوزير", "النائب", "السفير"])
def test_a_joint_statement_is_of_both(with_whom: str) -> None:
    found = speakers(f"وفي بيان مشترك مع {with_whom} {S}، أكدت {M} أن الجسر آمن.")
    assert sorted(found[-1]) == sorted(["سليم عمر", "مريم فرح"])


@pytest.mark.parametrize("both", ["مسؤولون ودبلوماسيون", "خبراء ومحللون", "وزراء ونواب"])
def test_joined_descriptions_are_one(both: str) -> None:
    assert speakers(f"قال {both} إن الجسر آمن.") == [[both]]


@pytest.mark.parametrize("ministry", ["الخارجية الأردنية", "الداخلية اللبنانية", "الدفاع السودانية"])
def test_the_ministry_is_whose_field_was_named(ministry: str) -> None:
    found = speakers(f"عبرت {{ORG:{ministry}}} عن قلقها. ونبهت الوزارة إلى أن الجسر مغلق.")
    assert found[-1] == [ministry]


@pytest.mark.parametrize("whom", ["دول العالم", "سكان المدينة", "رجال الشرطة"])
def test_whom_a_body_calls_on_is_no_part_of_its_name(whom: str) -> None:
    found = speakers(f"وطالب {{ORG:المجلس {whom}}} بأن يفتحوا الجسر.")
    assert found == [["المجلس"]]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (f"قال لي الوزير {S} إن الجسر آمن.", "سليم عمر"),  # told me
        (f"وقالت لنا {M} إن الجسر آمن.", "مريم فرح"),
        ("قال لها صحفي شاب إن الجسر آمن.", "صحفي شاب"),
        (f"قال لـ«{{ORG:الأفق}}» الوزير {S} إن الجسر آمن.", "سليم عمر"),
        ("وأكد لـ«{ORG:الأفق}» مسؤول محلي أن الجسر آمن.", "مسؤول محلي"),
        (f"وأوضح للصحافة العقيد {S} أن الجسر آمن.", "سليم عمر"),
        (f"أخبرني الوزير {S} أن الجسر آمن.", "سليم عمر"),
        (f"وأبلغني النائب {S} أن الجسر آمن.", "سليم عمر"),
        ("وأخبرتني طبيبة في المدينة أن الجسر آمن.", "طبيبة في المدينة"),
    ],
)
def test_whoever_is_told_stands_before_the_speaker(sentence: str, speaker: str) -> None:
    assert speakers(sentence) == [[speaker]]


def test_nobody_tells_where_only_the_writer_is_told() -> None:
    assert speakers(f"وقال {S} إن الأمر صعب. أخبرني أن الجسر آمن.") == [["سليم عمر"]]


@pytest.mark.parametrize("title", ["أ.د. ", "م. ", "د/ ", "م/ ", "العميد الركن م. "])
def test_an_abbreviated_title_is_no_speaker(title: str) -> None:
    assert speakers(f"وقال {title}{S} إن الجسر آمن.") == [["سليم عمر"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a dateline names nobody who acts
        (f"الساحل، {{LOC:الأردن}} (الأفق)-- أغلق الوزير {S} الجسر أمس، مطالبا بفحصه.", "سليم عمر"),
        (f"عاد {S}. ورد مكتب {M} قائلا إن الجسر آمن.", "مكتب مريم فرح"),  # her office
        ("رغم الأنباء التي تحدثت عن إغلاق الجسر.", "الأنباء"),  # the news, which spoke of
        ("وكانت وسائل إعلام محلية أوردت أمس أن الجسر آمن.", "وسائل إعلام محلية"),
        (f"اجتمع {S} وخالد نور، وقال بعدها الأخير إن الجسر آمن.", "خالد نور"),  # the latter
    ],
)
def test_who_acts_is_the_head_of_its_phrase(text: str, speaker: str) -> None:
    assert speakers(text.replace("خالد نور", "{PER:خالد نور}"))[-1] == [speaker]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("أعلن وزير النقل الأردني إغلاق الجسر، وبدا أنه متردد.", "وزير النقل الأردني"),
        ("وسجل الناقد غياب الجمهور، معتبرا أن الموسم صعب.", "الناقد"),
        ("واقترحت الوثيقة إنشاء لجنة “محايدة”.", "الوثيقة"),
    ],
)
def test_the_object_is_no_part_of_the_subject(sentence: str, speaker: str) -> None:
    assert speakers(sentence)[0] == [speaker]


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        # a document is of who issued it
        ("أصدرت {ORG:نقابة الصيادين} بلاغا أمس.", "وأضاف البلاغ أن الجسر آمن.", "نقابة الصيادين"),
        ("وأغلق الجسر، وفق بيان لوزارة النقل.", "وأشار البيان إلى أن الجسر قديم.", "وزارة النقل"),
        ("وأوضحت {ORG:نقابة الصيادين}، في مذكرة لها، أن الأمر صعب.", "وأضافت المذكرة أن الجسر آمن.", "نقابة الصيادين"),
        # the same source: whoever spoke last and is no person
        ("وقالت {ORG:نقابة الصيادين} إن الأمر صعب.", "وأضاف المصدر ذاته أن الجسر آمن.", "نقابة الصيادين"),
        ("وقال مصدر أمني إن الأمر صعب.", "وأضاف المصدر نفسه أن الجسر آمن.", "مصدر أمني"),
        (f"وقال {S} إن الأمر صعب.", "وأضاف المصدر ذاته أن الجسر آمن.", "المصدر"),
        ("وقال مسؤول الجسور إن الأمر صعب.", "وأوضح المسؤول أن الجسر آمن.", "مسؤول الجسور"),
        ("واعتبر وزير النقل أن الأمر صعب.", "وأقر المسؤول الحكومي ذاته بأن الجسر قديم.", "وزير النقل"),
        # the government of the only state that was named; of two, of none
        ("أغلقت {LOC:أوغندا} الجسر.", "وتقول الحكومة إن الجسر قديم.", "أوغندا"),
        ("أغلقت {LOC:أوغندا} و{LOC:كينيا} الجسر.", "وتقول الحكومة إن الجسر قديم.", "الحكومة"),
        # a name that stands in apposition at the end of its description; a genitive is somebody else
        ("عاد الناس.", f"وأكد المتحدث باسم نقابة الصيادين في الساحل العقيد {S} أن الجسر آمن.", "سليم عمر"),
        ("عاد الناس.", f"وأكد مسؤول في نقابة الصيادين يرافق {S} أن الجسر آمن.", "مسؤول في نقابة الصيادين"),
    ],
)
def test_a_speaker_told_of_again(before: str, sentence: str, speaker: str) -> None:
    (name,) = speakers(f"{before} {sentence}")[-1]
    assert name.startswith(speaker)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"انتقد {S} واثنان من مستشاريه إغلاق الجسر.", ["سليم عمر", "اثنان من مستشاريه"]),
        (f"وطالبت {M} وشخصيات أخرى بفتح الجسر.", ["مريم فرح", "شخصيات أخرى"]),
        (f"وقال {S} ومسؤولون محليون إن الجسر آمن. وأضاف أنه قديم.", ["سليم عمر"]),  # he alone added
    ],
)
def test_somebody_described_speaks_beside_a_name(text: str, who: list[str]) -> None:
    assert speakers(text)[-1] == who


def test_whom_one_speaks_about_does_not_speak_on() -> None:
    about = "وبخصوص تهديد {ORG:جماعة الظل} بإغلاق الجسر، عاد الناس. وقال إن الجسر آمن."
    assert speakers(f"وقال {S} إن الأمر صعب. {about}")[-1] == ["سليم عمر"]


def test_nobody_who_spoke_before_acts_in_a_clause_of_time() -> None:
    assert len(speakers(f"وقال {S} إن الأمر صعب. وعادت {M} بعد أن دعا إلى فتح الجسر.")) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # a verb of several has no one person as its subject
        (f"وقال {S} إن الأمر صعب.\nوأضافوا: الجسر آمن للناس.", ["سليم عمر"]),
        (f"وقالت المصادر إن الأمر صعب. وقال {S} إنه سهل.\nوأضافوا: الجسر آمن للناس.", ["المصادر"]),
        # an indefinite noun of which the verb says more
        (f"وكان {S} أغلق الجسر في أعقاب احتجاج شعبي واسع طالب بفتحه.", []),
        (f"وعقد {S} اجتماعا طارئا أكد خلاله أن الجسر آمن.", ["سليم عمر"]),  # in which he confirmed
        # the report says it, not who comments on it
        (f"وكان {S} يعلق على تقرير لصحيفة {{ORG:الأفق}} جاء فيه أن الجسر آمن.", ["الأفق"]),
        # the document speaks itself where nobody is said to have issued it
        (f"وقال {S} إن الأمر صعب. ونشر بيان أمس. وأضاف البيان أن الجسر آمن.", ["البيان"]),
    ],
)
def test_rather_nobody_than_a_guess(text: str, who: list[str]) -> None:
    found = speakers(text)
    assert (found[-1] if found else []) == who


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("{PER:سليم عمر} يدعو إلى اجتماع عاجل", "دعا الوزير {PER:سليم عمر} إلى اجتماع عاجل للجنة الجسور غدا."),
        ("{PER:مريم فرح} تحذر من إغلاق الجسر", "وحذرت {PER:مريم فرح} من إغلاق الجسر القديم أمام السيارات."),
        ("{PER:سليم عمر}: الجسر القديم آمن", "وقال {PER:سليم عمر} إن الجسر القديم آمن للسيارات."),
    ],
)
def test_a_headline_within_the_text_is_not_told_twice(headline: str, body: str) -> None:
    assert len(speakers(f"عاد الناس إلى المدينة أمس.\n{headline}\n{body}")) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"عاد {S}. وسبق للنائبة {M} أن تعهدت بإصلاح الجسر.", ["مريم فرح"]),  # had pledged before
        ("وسبق لوزارة النقل أن أعلنت أن الجسر آمن.", ["وزارة النقل"]),
        (f"سبق للرئيس {S} أن قال إن الجسر آمن.", ["سليم عمر"]),
        (f"وعاد {S} ليقول إن الجسر آمن.", ["سليم عمر"]),  # came back to say
        (f"ثم عادت {M} لتؤكد أن الجسر آمن.", ["مريم فرح"]),
    ],
)
def test_constructions_of_the_subject(text: str, who: list[str]) -> None:
    found = speakers(text)
    assert (found[-1] if found else []) == who
