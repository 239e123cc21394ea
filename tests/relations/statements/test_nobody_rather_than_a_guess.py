"""Who does not speak though he is named, and who speaks where a guess would take somebody else."""

import pytest

from tests.relations.statements.said import records

S, M = "{PER:سليم عمر}", "{PER:مريم فرح}"
BEFORE = f"أكد {S} أن الأمر صعب. "


def told(marked: str) -> list[tuple[str, list[str], str]]:
    """Verb, speakers and content of each statement."""
    return [(s["verb"], [who["name"] for who in s["speakers"]], s["said"]) for s in records(marked)]


@pytest.mark.parametrize(
    "sentence",
    [
        "وأشارت هذه التقديرات إلى أن الطريق مغلق.",  # these estimates point to
        "وتؤكد هذه الأرقام أن الأسعار ارتفعت.",
        "ويوضح هذا الجدول أن الأسعار ارتفعت.",
        "فما الذي يدعو السكان إلى الرحيل؟",  # what is it that makes them leave
        "ما الذي يؤكد أن الجسر آمن؟",
        "فمن الذي أعلن أن الجسر آمن؟",
        "وظهر للمرة الأولى منذ اتهامه بسرقة المال.",  # since he was accused of
        "ويعتبر الجسر من بين أقدم الجسور في البلاد.",  # is held to be among
        "ويعتبر من المعالم القديمة في المدينة.",
        "وتتحدث المسرحية عن سرقة المال.",  # the play is about
        "ويتحدث الفيلم عن حرب قديمة.",
        "وتتحدث الرواية عن حرب قديمة.",
        "واشترى ألف فدان قرب القرية.",  # acres
        "وتبلغ المساحة عشرين فدانا أو فدان القرية.",
        "وخلق من ذكرٍ وأنثى أن يتعارفوا.",  # male and female
        "ونطلب من السكان بأن تحذر من النهر.",  # that they beware
        "وصلت رسالة وعبر البريد الإلكتروني للصحيفة من مجموعة من اللاعبين.",  # and by way of
        "وعاد بوصفه مرشحا للمنصب.",  # as a candidate
        "وعادت {ORG:النهار} بوصفها فريقا كبيرا.",
        "وظهرت النتائج بوصفها نجاحا.",
    ],
)
def test_nobody_speaks(sentence: str) -> None:
    assert len(told(BEFORE + sentence)) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a noun with «their» is not one man's
        (f"عاد المدرب {S} بعد مطالبتهم بالرحيل.", None),
        # whom it is said of is no subject of a verb of one
        (f"وانتقد {S} الجيران الذين اتهمهم بالكسل.", "سليم عمر"),
        # the same man or woman, whatever he or she is called
        (f"وقالت {M} إن العرض جديد. وأضافت الممثلة ذاتها أن العرض مجاني.", "مريم فرح"),
        (f"وقال {S} إن الأمر صعب. وأضاف ذات المتحدث أن العمل بدأ.", "سليم عمر"),
        (f"وقال {S} إن الأمر صعب. وزاد نفس المتحدث أن العمل بدأ.", "سليم عمر"),
        # a team is not the leader of the team
        ("قال قائد فريق البحث إن العمل صعب. ويتوقع الفريق أن ينتهي العمل قريبا.", "الفريق"),
        # a document named right before the verb is whose it is
        (f"وعلق {S} على بيان للشركة طالبت فيه بالمال.", "الشركة"),
        # a player of a club is not the club, nor the head of an authority the authority
        (f"وكان {S} (32 عاما) لاعب نادي {{ORG:النهار}} قد انتقد المدرب.", "سليم عمر"),
        (f"وعاد {S}. لكن رئيس {{ORG:هيئة الرياضة}} انتقد الأداء.", "رئيس هيئة الرياضة"),
        ("مشجعو «النهار» القدامى اعتبروا السوق فاشلة.", "مشجعو «النهار» القدامى"),
        # a relative of another noun than the nearest
        (f"وقال {S} إن الأمر صعب. ورفض وجود القوات الذي قال إنه خطر.", "سليم عمر"),
        # a woman goes on, not the report
        (f"وبحسب التقرير، فإن المديرة {M} قالت إن القرية فقيرة، مشيرة إلى أن الجسر مغلق.", "مريم فرح"),
        # reports say it, not whoever they are about
        (f"وتأتي تصريحات {S} وسط تقارير قالت إن الجسر مغلق.", "تقارير"),
        (f"وعاد {S} وسط أنباء تحدثت عن إغلاق الجسر.", "أنباء"),
        (f"ووصل {S} بعد تقارير أفادت بأن الجسر مغلق.", "تقارير"),
        # trades
        (f"ووصل {S}. ونفى مغني الحي، 51 عاما، ارتكاب أي خطأ.", "مغني الحي"),
        (f"ووصل {S}. ونفت بائعة الخضر وجود سوق قريبة.", "بائعة الخضر"),
        (f"ووصل {S}. وأكد صياد القرية وجود السمك في النهر.", "صياد القرية"),
        ("وأعلنت خدمة «النهار» للبث، أمس، حذف الأغاني القديمة.", "خدمة «النهار» للبث"),
    ],
)
def test_who_speaks(text: str, speaker: str | None) -> None:
    found = told(text)
    assert (found[-1][1][0] if found else None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        # the verb of a report within quotation marks, its noun before them: «the ministers "confirmed the need …"»
        (f"وقال {S} إن الوزراء «أكدوا ضرورة وقف البناء».", "الوزراء", "ضرورة وقف البناء"),
        (f"وأضاف {S} أن المشاركين «عبروا عن قلقهم من الخطط».", "المشاركين", "قلقهم من الخطط"),
        (f"وأوضح {S} أن الوزراء: «دعوا إلى وقف البناء».", "الوزراء", "وقف البناء"),
        # a preposition within the quotation marks
        (f"وندد {S} «بالعدوان على القرية».", "سليم عمر", "بالعدوان على القرية"),
        (f"ووصفت {M} الاقتراع بالجيد، مشيدة «بجو الحرية» الذي جرى فيه.", "مريم فرح", "«بجو الحرية» الذي جرى فيه"),
        (f"وعاد {S} مطالبا «بوقف البناء في القرية».", "سليم عمر", "بوقف البناء في القرية"),
        # words that nothing introduces: no verb is the subject of a verb, «our position» is the speaker's
        (BEFORE + "وأضاف تعرضت المدينة لموجة من الهجمات.", "سليم عمر", "تعرضت المدينة لموجة من الهجمات"),
        (BEFORE + "وتابع ارتفعت الأسعار في السوق.", "سليم عمر", "ارتفعت الأسعار في السوق"),
        (BEFORE + "وأضاف موقفنا من البناء واضح.", "سليم عمر", "موقفنا من البناء واضح"),
        (f"وقال {S} إن هذه الأطراف «تدعو إلى هدم الجسر».", "الأطراف", "هدم الجسر"),
        # whom he called so, in his own words
        (f"وقال {S} إن القرية خالية ممن وصفهم بـ«الغرباء».", "سليم عمر", "الغرباء"),
        # a clause after a comma, or with «but», is no part of an object
        (f"وأعلن {S} إغلاق المعرض، وبدا أنه حزين.", "سليم عمر", "إغلاق المعرض"),
        (f"وأعلن {S} استعداده للسفر لكن الطرق مغلقة.", "سليم عمر", "استعداده للسفر"),
        (f"وندد {S} بهدم الجسر ولكن السكان رحلوا.", "سليم عمر", "هدم الجسر"),
        # a name in quotation marks and a relative
        (f"وأوضح {S} أن «الأفق»، التي اشترت النادي، تخسر المال.", "سليم عمر", "«الأفق»، التي اشترت النادي، تخسر المال"),
        # a quotation and a further clause
        (f"وأوضح {S} أنه «اختار القرية»، وأن الجسر آمن.", "سليم عمر", "«اختار القرية»، وأن الجسر آمن"),
        # an adjective of a paper before «that»; a quotation that is part of a document's name
        ("وتوقعت صحيفة {ORG:الأفق} الأردنية أن يعود الفريق.", "الأفق", "يعود الفريق"),
        (
            "ونقلت صحيفة {ORG:الأفق} عن وثيقة للوزارة بشأن «أسعار الغاز في السوق الجديدة»، أن الأسعار سترتفع.",
            "الوزارة",
            "الأسعار سترتفع",
        ),
        # to organise, not an organisation that is called on
        ("ودعت جماعة {ORG:النهار} لتنظيم اجتماع كبير.", "جماعة النهار", "تنظيم اجتماع كبير"),
        (f"ودعا {S} لتنظيم لقاء في القرية.", "سليم عمر", "تنظيم لقاء في القرية"),
        (f"وطالب {S} بتنظيم السوق.", "سليم عمر", "تنظيم السوق"),
        # a club announces
        ("وأعلن نادي {ORG:النهار} ضم مهاجم جديد.", "نادي النهار", "ضم مهاجم جديد"),
        ("ونفى النادي التقارير بأن اللاعبين رحلوا.", "النادي", "اللاعبين رحلوا"),
        ("وأكد النادي الأنباء عن رحيل المدرب.", "النادي", "الأنباء عن رحيل المدرب"),
        # «according to the information»
        ("ووفق المعلومات التي جمعتها الشرطة، فإن الجسر مغلق.", "المعلومات", "الجسر مغلق"),
        # «according to a local source» with «so»
        ("وبحسب مصدر محلي فإن الجسر مغلق.", "مصدر محلي", "الجسر مغلق"),
        ("ووفق مسؤول حكومي فإن العمل بدأ.", "مسؤول حكومي", "العمل بدأ"),
        ("وحسب مصدر «النهار» فإن السفير عاد.", "مصدر «النهار»", "السفير عاد"),
        # a clause of another verb, with its preposition
        (
            "أعلنت النقابة، المنضوية تحت لواء الاتحاد، التحاق المعلمين بها، وهي التي شددت على أن الباب مفتوح.",
            "النقابة",
            "التحاق المعلمين بها، وهي التي شددت على أن الباب مفتوح",
        ),
    ],
)
def test_who_says_what(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in [(who[0], said) for _, who, said in told(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            f"وتدور المسرحية، حسب {M}، حول حياة زوجين في قرية.",
            ["وتدور المسرحية", "حول حياة زوجين في قرية"],
        ),
        (
            f"ويأتي هذا المنتدى، حسب {S} الباحث في الاقتصاد، في ظرف صعب.",
            ["ويأتي هذا المنتدى", "في ظرف صعب"],
        ),
        (
            f"ويعني هذا، وفق {S}، «توسيع العمل ليشمل القرى».",
            ["ويعني هذا", "«توسيع العمل ليشمل القرى»"],
        ),
        ("وارتفعت الأسعار كثيرا، بحسب الوزارة، في خطوة أغضبت السكان.", []),
        ("وقتل ثلاثة في القرية، بحسب الشرطة، وأصيب عشرة.", []),
    ],
)
def test_a_frame_between_commas_is_cut_out(text: str, parts: list[str]) -> None:
    (found,) = records(text)
    start = found["content"]["start"]
    assert [found["said"][p["start"] - start : p["end"] - start] for p in found["parts"]] == parts


def test_what_is_said_in_a_speech_is_not_what_is_quoted_after_it() -> None:
    text = f"وقال {S} وهو يرد على ما جاء في كلمة {{PER:خالد نور}}: «لن أغلق الباب أبدا»."
    assert [who for _, who, _ in told(text)] == [["سليم عمر"]]


def test_a_quotation_never_closed_goes_on_while_somebody_says_we() -> None:
    text = f"وقال {S}: «بذلت جهود كبيرة. ومن الواضح أننا لم ننجح. ونحن نعمل.\nوعاد السكان."
    assert told(text)[-1][2] == "بذلت جهود كبيرة. ومن الواضح أننا لم ننجح. ونحن نعمل"
