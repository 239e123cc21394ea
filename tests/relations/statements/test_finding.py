import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arner.relations.statements.component import annotate
from tests.marked import by_hand
from tests.marked import read as marked_doc
from tests.relations.statements.said import records

P1, P2, O1 = "{p1:الوزير}", "{p2:السفيرة}", "{o1:وكالة النهار}"


def read(marked: str) -> list[tuple[list[str], str, str, str]]:
    doc = annotate(by_hand(marked))
    return [
        (
            [s["ref"] or s["name"] for s in found["speakers"]],
            found["verb"],
            doc.text[found["content"]["start"] : found["content"]["end"]],
            found["mode"],
        )
        for found in doc._.statements
    ]


ONE = [
    # the minister said that the bridge was safe
    (f"وقال {P1} إن الجسر آمن.", ["p1"], "قال", "الجسر آمن", "indirect"),
    (f"{P1} قال إنه سيعود غدا.", ["p1"], "قال", "سيعود غدا", "indirect"),
    (f"وكان {P1} أعلن أن الجسر آمن، فيما توقف السير.", ["p1"], "أعلن", "الجسر آمن", "indirect"),
    (f"وستؤكد {P2} أن الجسر آمن.", ["p2"], "تؤكد", "الجسر آمن", "indirect"),
    # "the bridge is safe"
    (f"وقال {P1}: «الجسر آمن للجميع».", ["p1"], "قال", "الجسر آمن للجميع", "direct"),
    (f'وقالت {P2} "الجسر آمن للجميع".', ["p2"], "قالت", "الجسر آمن للجميع", "direct"),
    (f"«لن نغلق هذا الجسر أبدا»، قالت {P2} أمس.", ["p2"], "قالت", "لن نغلق هذا الجسر أبدا", "direct"),
    (f"وقال {P1} إن الجسر «آمن تماما لكل الناس» اليوم.", ["p1"], "قال", "الجسر «آمن تماما لكل الناس» اليوم", "mixed"),
    # prepositions that the verb governs
    (f"ودعا {P1} إلى إغلاق الجسر.", ["p1"], "دعا", "إغلاق الجسر", "indirect"),
    (f"وتعهدت {P2} بتقديم الدعم.", ["p2"], "تعهدت", "تقديم الدعم", "indirect"),
    (f"وأشاد {P1} بالعمل.", ["p1"], "أشاد", "العمل", "indirect"),
    (f"وشدد {P1} على ضرورة الحوار.", ["p1"], "شدد", "ضرورة الحوار", "indirect"),
    (f"وحذر {P1} من أن المخزون ينفد.", ["p1"], "حذر", "المخزون ينفد", "indirect"),
    (f"وأعربت {P2} عن قلقها.", ["p2"], "أعربت", "قلقها", "indirect"),
    (f'وقال {P1}:" الجسر آمن للجميع".', ["p1"], "قال", "الجسر آمن للجميع", "direct"),
    (f"وأكد {P1} في بيان نشرته على موقعها أن الجسر آمن.", ["p1"], "أكد", "الجسر آمن", "indirect"),
    (f'وتابع {P1} أن: "الجسر آمن للجميع".', ["p1"], "تابع", "الجسر آمن للجميع", "direct"),
    (f'وشدد {P1} على "أن الجسر آمن للجميع".', ["p1"], "شدد", "الجسر آمن للجميع", "direct"),
    (f'وأكد {P1} في تصريح لـ"النهار" أن الجسر آمن.', ["p1"], "أكد", "الجسر آمن", "indirect"),
    (f"وأوضح {P1} خلال أول لقاء له أن الجسر آمن.", ["p1"], "أوضح", "الجسر آمن", "indirect"),
    (f'وقال {P1} :"الجسر آمن. سنعود غدا".', ["p1"], "قال", "الجسر آمن. سنعود غدا", "direct"),
    (
        f"وأعرب {P1} عن خشيته من أن يغلق الجسر، هذا العام، تماما.",
        ["p1"],
        "أعرب",
        "خشيته من أن يغلق الجسر، هذا العام، تماما",
        "indirect",
    ),
    # what is renewed, not to whom; who speaks, not when
    (f"جدد {P1} دعوته للأطراف كافة إلى إغلاق الجسر.", ["p1"], "دعوته", "إغلاق الجسر", "indirect"),
    (f"جددت {P2} تأكيدها أن الجسر آمن.", ["p2"], "تأكيدها", "الجسر آمن", "indirect"),
    (f"دعا {P1} لوقف القتال والعودة إلى الحوار.", ["p1"], "دعا", "وقف القتال والعودة إلى الحوار", "indirect"),
    ("أكد الوزراء العرب في ختام اجتماعهم ضرورة الحوار.", ["الوزراء العرب"], "أكد", "ضرورة الحوار", "indirect"),
    ("جدد سكان الحي دعوتهم إلى إغلاق الجسر.", ["سكان الحي"], "دعوتهم", "إغلاق الجسر", "indirect"),
    (f"نشر المعهد مقالا للباحثة، {P2}، قالت فيه إن الجسر آمن.", ["p2"], "قالت", "الجسر آمن", "indirect"),
    (f"اتهم سياسيون {P1} بتخريب الجسر.", ["سياسيون"], "اتهم", "تخريب الجسر", "indirect"),
    (f"قال {P1}، الأمين العام والرئيس التنفيذي، إن الجسر آمن.", ["p1"], "قال", "الجسر آمن", "indirect"),
    ("أكدت مصادر محلية عن إغلاق الجسر أنه خرب.", ["مصادر محلية"], "أكدت", "خرب", "indirect"),
    # whom it is told to; what is held to be something; what the condition leads to
    ("أبلغ الوزير البرلمان أن الجسر آمن.", ["الوزير"], "أبلغ", "الجسر آمن", "indirect"),
    (f"أبلغ {P1} سكان الحي أن الجسر آمن.", ["p1"], "أبلغ", "الجسر آمن", "indirect"),
    (f"أعلن {P1} “XLCC” عن إغلاق الجسر.", ["p1"], "أعلن", "إغلاق الجسر", "indirect"),
    (
        f"حذر {P1} من أنه إذا أغلق الجسر فسترد المدينة.",
        ["p1"],
        "حذر",
        "إذا أغلق الجسر فسترد المدينة",
        "indirect",
    ),
    (
        "نشرت السفارة الجديدة تغريدات قالت فيها إن الجسر آمن.",
        ["السفارة الجديدة"],
        "قالت",
        "الجسر آمن",
        "indirect",
    ),
    # objects
    (f"أدان {P1} الهجوم على السوق.", ["p1"], "أدان", "الهجوم على السوق", "indirect"),
    ("{p1:الوزير} ينتقد {p2:السفيرة}.", ["p1"], "ينتقد", "السفيرة", "indirect"),
    ("وصف {p1:الوزير} الاتفاق بالتاريخي.", ["p1"], "وصف", "الاتفاق بالتاريخي", "indirect"),
    # accusing and calling somebody
    ("واتهمت {GR:أثينا} {AL:تيرانا} بخرق الهدنة.", ["country:GR"], "اتهمت", "خرق الهدنة", "indirect"),
    # several speakers, unnamed speakers
    ("وقال {p1:الوزير} و{p2:السفيرة} إن الجسر آمن.", ["p1", "p2"], "قال", "الجسر آمن", "indirect"),
    ("وأعلن {p1+p2:الزعيمان} أن الجسر آمن.", ["p1", "p2"], "أعلن", "الجسر آمن", "indirect"),
    ("وقالت مصادر مطلعة إن الجسر آمن.", ["مصادر مطلعة"], "قالت", "الجسر آمن", "indirect"),
    ("وقال مسؤول محلي كبير لوكالة إن الجسر آمن.", ["مسؤول محلي كبير"], "قال", "الجسر آمن", "indirect"),
    # nouns
    (f"جاء ذلك بعد إعلان {P1} أن الجسر آمن.", ["p1"], "إعلان", "الجسر آمن", "indirect"),
    # passed on by an agency
    (f"ونقلت {O1} عن {P1} قوله إن الجسر آمن.", ["p1"], "قوله", "الجسر آمن", "indirect"),
    # frames
    (f"بحسب {P1}، الجسر آمن للجميع.", ["p1"], "بحسب", "الجسر آمن للجميع", "indirect"),
    (f"الجسر الجديد آمن للجميع، كما أعلنت {P2}.", ["p2"], "أعلنت", "الجسر الجديد آمن للجميع", "indirect"),
    (f"وقال {P1} إن الجسر آمن، على حد تعبيره.", ["p1"], "قال", "الجسر آمن", "indirect"),
    # a headline
    ("{p1:الوزير}: الجسر آمن للجميع\nسافر الناس.", ["p1"], ":", "الجسر آمن للجميع", "direct"),
]


@pytest.mark.parametrize(("marked", "speakers", "verb", "content", "mode"), ONE)
def test_one(marked: str, speakers: list[str], verb: str, content: str, mode: str) -> None:
    assert read(marked) == [(speakers, verb, content, mode)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # said … adding that, and stressed
        (
            f"وقال {P1} إن الجسر آمن، مضيفا أن السير عاد.",
            [(["p1"], "قال", "الجسر آمن"), (["p1"], "مضيفا", "السير عاد")],
        ),
        (
            f"وقالت {P2} إن الجسر آمن. وأضافت: «عاد السير إلى المدينة».",
            [(["p2"], "قالت", "الجسر آمن"), (["p2"], "أضافت", "عاد السير إلى المدينة")],
        ),
        # the verb's gender says which of the two goes on
        (
            f"وقالت {P2} إن الجسر آمن. وقال {P1} إنه مغلق. وأضافت أن السير عاد.",
            [(["p2"], "قالت", "الجسر آمن"), (["p1"], "قال", "مغلق"), (["p2"], "أضافت", "السير عاد")],
        ),
        # words of one within the words of another
        (
            f"وقالت {P2} إن {P1} أعلن أن الجسر آمن.",
            [(["p2"], "قالت", "الوزير أعلن أن الجسر آمن"), (["p1"], "أعلن", "الجسر آمن")],
        ),
        # a participle after a verb of doing
        (f"وسافر {P1} إلى الساحل مؤكدا أن الجسر آمن.", [(["p1"], "مؤكدا", "الجسر آمن")]),
        # a statement for whoever made it
        (
            f"وقالت {O1} إن الجسر آمن. وذكر البيان أن السير عاد.",
            [(["o1"], "قالت", "الجسر آمن"), (["o1"], "ذكر", "السير عاد")],
        ),
    ],
)
def test_several(marked: str, expected: list[tuple[list[str], str, str]]) -> None:
    assert [(who, verb, content) for who, verb, content, _ in read(marked)] == expected


@pytest.mark.parametrize(
    "marked",
    [
        f"لم يقل {P1} إن الجسر آمن.",  # he did not say
        f"التقى {P1} {P2} بين المدينتين.",  # between, not «made clear»
        f"اتخذت الحكومة إجراءات مشددة على {P1}.",  # strict measures
        "ويذكر أن الجسر بني حديثا.",  # it is worth mentioning
        "شاهد ايضا: {p1:الوزير} يتعهد بإغلاق الجسر",  # a link to another article
        "شاهد الفيديو التالي: الجسر آمن للجميع",
        f"والى جانب {P1} جدول يوضح نسب المكونات.",  # a table that shows
        f"رحل الذين طالبوا {P1} بفتح الجسر.",  # those who asked him to
        "حول تكرر الحوادث الكثيرة: أغلق الجسر.",  # about the repetition
        f"أغلق {P1} الجسر، سواء تعلق الأمر بالناس أو السيارات، «مهما كان الجسر بعيدا».",  # whether it concerns
        f"{P1} أول رجل عربي يبلغ القمة، «مهما كان الجسر بعيدا».",  # reaches, not informs
    ],
)
def test_no_statement(marked: str) -> None:
    assert read(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "{o1:المنتخب المصري}: حظ سيئ في كأس العالم\nسافر الناس.",  # the national team: bad luck in the world cup
        "{o1:النادي الأهلي}: رغم الملايين ما زال الفريق ضعيفا\nسافر الناس.",  # the club: despite the millions …
        "سافر الناس.\nالمصدر: صحيفة النور اليومية",  # source: the daily Nour
        'سافر الناس. قال تعالى: "واستعينوا بالصبر والصلاة".',  # God said
        f'زار {P1} المدينة. وفي قوله سبحانه: "واصبر" دليل على ذلك.',  # in His word
    ],
)
def test_what_a_line_is_about_does_not_speak(marked: str) -> None:
    assert read(marked) == []


def test_headline_said_again_is_one() -> None:
    found = read("{p1:الوزير} يتعهد بفتح الجسر القديم\nتعهد {p1:الوزير} بفتح الجسر القديم قبل الشتاء.")
    assert [content for *_, content, _ in found] == ["فتح الجسر القديم قبل الشتاء"]


def test_source() -> None:
    doc = annotate(by_hand("وقال {p1:الوزير} في بيان مشترك إن الجسر آمن."))
    assert doc._.statements[0]["source"] == "بيان مشترك"


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("وقال أحد منسقي اللجنة لإذاعة محلية إن الجسر آمن.", "أحد منسقي اللجنة"),  # one of the coordinators
        ("وقالت سيدة في مخيم: «الجسر آمن».", "سيدة في مخيم"),  # a woman in a camp
        ("وقال والد الفتاة إن الجسر آمن.", "والد الفتاة"),  # the girl's father
        ("ورجح الطبيب أن الجسر آمن.", "الطبيب"),  # the doctor thought likely
        ("وقالت محامية {PER:جادج}، {PER:مريم فرح}: «الجسر آمن».", "مريم فرح"),  # his lawyer, Salma Farah
        ("وقال القاضي {PER:كافانو}: «الجسر آمن».", "كافانو"),  # Judge Kavanaugh
        ("وقال ردا على سؤال: «الجسر آمن».", "محمود عباس"),  # in reply to a question: who spoke before
        ("وقال خلال لقائه الوزير إن الجسر آمن.", "محمود عباس"),
    ],
)
def test_a_noun_that_speaks_is_not_who_spoke_before(said: str, speaker: str) -> None:
    doc = marked_doc("أكد {PER:محمود عباس} أن الأمر صعب. " + said)
    assert [s["name"] for s in doc._.statements[-1]["speakers"]] == [speaker]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("وقال راكب يدعى {PER:سليم عمر} للصحفيين إن الجسر آمن.", "سليم عمر"),  # a passenger called so
        ("وقالت سائقة اسمها {PER:مريم فرح}: «الجسر آمن».", "مريم فرح"),
        ("وقال مستشار الرئيس {PER:سليم عمر} إن الجسر آمن.", "مستشار الرئيس سليم عمر"),  # an adviser to President Omar
        ('وقالت "السحاب" المشغلة للجسر إنه آمن.', "السحاب"),  # the company that runs the bridge
        ("وأعلنت «بناء الغد» المكلفة بالترميم أن الجسر آمن.", "بناء الغد"),
        ("وأبلغ المدير الجديد مؤتمرا صحفيا أن الجسر آمن.", "المدير الجديد"),  # told a press conference
        ("وطالبت الحكومة {PER:سليم عمر} بإغلاق الجسر.", "الحكومة"),  # of whom she demands it
        ("وقال محامي زوجته إن الجسر آمن.", "محامي زوجته"),
        ("وكشفت وثائق ملكيته الجسر القديم.", "وثائق"),  # what they reveal is his owning it
        # an official source in quotation marks, whose words follow in others
        ('وأكد "المصدر المسؤول" في الوزارة "أن الجسر آمن للجميع".', "المصدر المسؤول"),
        ("ونقلت {ORG:وكالة الغد} عن «مصدر مسؤول» في الوزارة قوله إن الجسر آمن.", "مصدر مسؤول"),
        ("واحتج النواب بصخب على {PER:سليم عمر} واشتكوا من أن الجسر مغلق.", "النواب"),  # they complained, not he
        ("واجتمع {PER:سليم عمر} بالتجار وناقشوا البرنامج وشددوا على أن الجسر آمن.", "سليم عمر"),
        ("وبيّن {PER:سليم عمر} أن الجسر آمن.", "سليم عمر"),  # made clear, spelt as «between»
        ("وبين المدير أن الجسر آمن.", "المدير"),
        ("وبين أن الجسر آمن.", "محمود عباس"),
        ("ودعا #أمير_الكويت الشيخ {PER:سليم عمر} إلى فتح الجسر.", "سليم عمر"),
        ("ونقلت {ORG:وكالة الغد} عن مصدر لم تذكر اسمه قوله إن الجسر آمن.", "مصدر"),  # whom it did not name
        ("وهاجمت روسيا أوكرانيا متهمة كييف بتخريب الجسر.", "روسيا"),
        ("وأكدت «أم سعيد» أنها تعبر الجسر يوميا.", "أم سعيد"),  # a name in quotation marks
        ("وهناك تقارير أفادت بأن الجسر آمن.", "تقارير"),  # reports that said
        ("ورفض النقاش مع المعارضة التي رأت أن الجسر آمن.", "المعارضة"),  # the opposition, which held
        ("وأعربت الباحثة في الهندسة، {PER:مريم فرح}، عن ثقتها بالجسر.", "مريم فرح"),
        ("الجسر آمن للجميع في المدينة، بحسب ما أعلنه مستشفى محلي.", "مستشفى محلي"),  # as a hospital announced
        ("واتهم المعارضين بتخريب الجسر.", "محمود عباس"),  # he accused the opponents
        ("لكن {PER:سليم عمر} المتحدث باسم {ORG:نقابة البنائين} نفى تقارير عن خلل في الجسر.", "سليم عمر"),
        ("وأعرب عشرات السائقين، الذين عبروا الجسر، عن ارتياحهم.", "عشرات السائقين"),
        ("وقال د. {PER:سليم عمر} إن الجسر آمن.", "سليم عمر"),
        ("وأوضح المكتب، ومقره الساحل، أن الجسر آمن.", "المكتب"),
    ],
)
def test_who_speaks(said: str, speaker: str) -> None:
    doc = marked_doc("أكد {PER:محمود عباس} أن الأمر صعب. " + said)
    assert [s["name"] for s in doc._.statements[-1]["speakers"]] == [speaker]


@pytest.mark.parametrize(
    "said",
    [
        "وسافر مع خصوم اتهموا بالسرقة.",  # who were accused: passive
        "و«كُتب على الجدار: عاش الجسر».",  # was written
        "وانتهت محاكمة شركة لاتهامها بتخريب الجسر.",  # because it was accused
        "وعبور الجسر ليلا يعتبر مخالفة.",  # is considered an offence
        "هذا موعد أعلن عنه أمس.",  # a date that was announced
    ],
)
def test_nothing_more_is_said(said: str) -> None:
    doc = marked_doc("أكد {PER:محمود عباس} أن الأمر صعب. " + said)
    assert len(doc._.statements) == 1


def test_a_woman_is_not_he_who_adds() -> None:
    # the minister (f.) said, then the ambassador (m.); he added
    doc = marked_doc(
        "أكد السفير {PER:سليم عمر} أن الأمر صعب. والتقى الوزيرة {PER:مريم فرح}. ورحبت {PER:مريم فرح} بذلك. "
        "وأضاف أنه سيعود."
    )
    assert [s["name"] for s in doc._.statements[-1]["speakers"]] == ["سليم عمر"]


def test_a_quotation_that_the_speaker_interrupts_is_one_in_two_parts() -> None:
    doc = annotate(by_hand(f"«لن نغلق هذا الجسر أبدا»، قال {P1}، «وسوف نعود غدا إلى المدينة»."))
    (s,) = doc._.statements
    parts = [doc.text[p["start"] : p["end"]] for p in s["parts"]]
    assert parts == ["لن نغلق هذا الجسر أبدا", "وسوف نعود غدا إلى المدينة"]
    assert (s["content"]["start"], s["content"]["end"]) == (s["parts"][0]["start"], s["parts"][1]["end"])


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "قال",
                "{p1:زيد}",
                "إن",
                "«",
                "»",
                '"',
                ":",
                "،",
                ".",
                "\n",
                "مؤكدا",
                "بيان",
                "في",
                "قوله",
                "عن",
                "نقلت",
                "بحسب",
                "ما",
                "كما",
                "(",
                ")",
                "ـ",
                "x",
                "دعا",
                "إلى",
                "ب",
                "لل",
                "وصف",
                "وجه",
                "دعوة",
                "لزيارة",
                "تنفيه",
            ]
        ),
        max_size=25,
    )
)
def test_any_order_of_words_is_read(words: list[str]) -> None:
    doc = annotate(by_hand(" ".join(words)))
    for s in doc._.statements:
        assert 0 <= s["content"]["start"] < s["content"]["end"] <= len(doc.text)
        assert s["evidence"]["start"] <= s["content"]["start"]


@pytest.mark.parametrize(
    "marked",
    [
        "قال {PER:سليم عمر} أمس إن الجسر آمن. وأضاف أن الطريق طويل.",  # said yesterday; and he added
        "وأكدت {PER:مريم فرح} أمس أن المدرسة باقية، مضيفة أن الصفوف كاملة.",
        "أعلن {PER:سليم عمر} أمس فتح الجسر.\nوأضاف: لن نغلقه.",
    ],
)
def test_what_is_added_is_of_the_same_day(marked: str) -> None:
    assert [s["date"]["text"] for s in records(marked, published="2024-05-16")] == ["أمس", "أمس"]


def test_what_another_adds_is_of_no_day() -> None:
    first, second = records("قال {PER:سليم عمر} أمس إن الجسر آمن. وأضافت {PER:مريم فرح} أن الطريق طويل.")
    assert (first["date"]["text"], second["date"]) == ("أمس", None)


@pytest.mark.parametrize(
    ("marked", "about"),
    [
        ("قال {PER:سليم عمر} إن {PER:مريم فرح} ستعود.", ["مريم فرح"]),  # that she will come back
        ("وأكد {PER:سليم عمر} أن {LOC:تركيا} و{LOC:روسيا} ستوقعان.", ["تركيا", "روسيا"]),
        ("وقال {PER:سليم عمر} إن الجسر آمن.", []),
        ("وقالت {PER:مريم فرح} إن مريم لن تعود.", []),  # who speaks is not whom it is about
    ],
)
def test_about_is_whom_the_content_names(marked: str, about: list[str]) -> None:
    (statement,) = records(marked)
    assert [who["name"] for who in statement["about"]] == about
