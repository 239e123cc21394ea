"""Who said it with which verb, and what: every construction of a reporting verb, three sentences each at least."""

import pytest

from tests.relations.statements.said import Said, records, said

S, M = "{PER:سليم عمر}", "{PER:مريم فرح}"
HE, SHE = ["سليم عمر"], ["مريم فرح"]
BOTH = ["سليم عمر", "مريم فرح"]

VERB_FIRST = [
    (f"وقال {S} إن الجسر آمن.", (HE, "قال", "الجسر آمن")),  # Salim Omar said the bridge was safe
    (f"أعلنت {M} أمس في مؤتمر أن المدرسة ستفتح.", (SHE, "أعلنت", "المدرسة ستفتح")),  # announced yesterday that
    (f"ويؤكد {S} بأن الطريق طويل.", (HE, "يؤكد", "الطريق طويل")),  # affirms that the road is long
    (f"صرح {S} للصحفيين بأن المخزون يكفي.", (HE, "صرح", "المخزون يكفي")),  # told reporters
]
SUBJECT_FIRST = [
    (f"{S} قال إن الجسر آمن.", (HE, "قال", "الجسر آمن")),
    (f"لكن {M} نفت أن تكون المدرسة مغلقة.", (SHE, "نفت", "تكون المدرسة مغلقة")),  # but she denied
    (f"وكان {S} قد أوضح أن الطريق طويل.", (HE, "أوضح", "الطريق طويل")),  # had explained
    ("لكن سكان الحي الجديد قالوا إن الماء مقطوع.", (["سكان الحي الجديد"], "قالوا", "الماء مقطوع")),
]
APPOSITION = [  # between verb and speaker, or after the speaker
    (f"وقال رئيس الغرفة، {S}، إن السوق هادئة.", (HE, "قال", "السوق هادئة")),  # the chamber's head, Salim, said
    (f"أكدت مديرة معهد البحوث بالساحل، {M}، أن العينة سليمة.", (SHE, "أكدت", "العينة سليمة")),
    (f"وأعلن {S}، صاحب المتجر الذي احترق أمس، أنه سيعيد البناء.", (HE, "أعلن", "سيعيد البناء")),
    (f"وذكرت {M} التي زارت القرية أن البيوت خالية.", (SHE, "ذكرت", "البيوت خالية")),  # who visited
]
RELATIVE = [  # the noun of a relative clause speaks
    ("وأشار إلى تقارير تفيد بأن المخزون ينفد.", (["تقارير"], "تفيد", "المخزون ينفد")),
    (f"واستقبل {M} التي أكدت أن المعرض باق.", (SHE, "أكدت", "المعرض باق")),
    ("وهناك مصادر أكدت سابقا أن الصفقة تمت.", (["مصادر"], "أكدت", "الصفقة تمت")),
]
COORDINATED = [
    (f"وقال {S} و{M} إن الجسر آمن.", (BOTH, "قال", "الجسر آمن")),
    (f"أعلن كل من {S} و{M} أن الطريق مفتوح.", (BOTH, "أعلن", "الطريق مفتوح")),  # each of
    (f"{S} و{M} أكدا أن المعرض باق.", (BOTH, "أكدا", "المعرض باق")),
    (f"التقى {S} نظيرته {M}. وأكدا أن العمل مستمر.", (BOTH, "أكدا", "العمل مستمر")),  # the dual, carried
]
UNNAMED = [
    ("وقالت دار الزيتون للنشر إن الكتاب جاهز.", (["دار الزيتون للنشر"], "قالت", "الكتاب جاهز")),
    ("وأفاد ضابط أمن محلي بأن الحريق متعمد.", (["ضابط أمن محلي"], "أفاد", "الحريق متعمد")),
    ("الجهات المعنية حذرت السائقين من الانزلاق.", (["الجهات المعنية"], "حذرت", "الانزلاق")),
    ("وحذرت وحدة الأرصاد من هطول الثلوج.", (["وحدة الأرصاد"], "حذرت", "هطول الثلوج")),
    ("قال شاهدان إن النار بدأت ليلا.", (["شاهدان"], "قال", "النار بدأت ليلا")),  # two witnesses
]
TO_SOMEBODY = [  # accuse, urge, warn, call on: whom it is done to is no speaker
    ("واتهم حقوقيون الشرطة بالتقصير.", (["حقوقيون"], "اتهم", "التقصير")),
    (f"{S} يحذر {M} من العواقب.", (HE, "يحذر", "العواقب")),
    (f"حث {S} الطرفين على ضبط النفس.", (HE, "حث", "ضبط النفس")),
    (f"ونصحت {M} المسافرين بالتبكير.", (SHE, "نصحت", "التبكير")),
    ("ودعت المنظمة الحكومة إلى فتح الجسر.", (["المنظمة"], "دعت", "فتح الجسر")),
]
OBJECT = [
    (f"أدان {S} الهجوم على السوق.", (HE, "أدان", "الهجوم على السوق")),
    (f"ودانت {M} تفجير الجسر.", (SHE, "دانت", "تفجير الجسر")),
    (f"نفت {M} صحة الخبر.", (SHE, "نفت", "صحة الخبر")),
    (f"توقع {S} ارتفاع الأسعار.", (HE, "توقع", "ارتفاع الأسعار")),  # expected prices to rise
    (f"وأشادت {M} بالمعلمين، مجددة دعمها للمدرسة.", (SHE, "مجددة", "دعمها للمدرسة")),  # renewing her support
    (f"وصف {S} الاتفاق بأنه ممتاز.", (HE, "وصف", "الاتفاق بأنه ممتاز")),
    (f"انتقد {S}، رئيس الغرفة، الذي عاد أمس، الرسوم الجديدة.", (HE, "انتقد", "الرسوم الجديدة")),
    ("وأدانت محكمة محلية المتهم بالسرقة.", (["محكمة محلية"], "أدانت", "المتهم بالسرقة")),
]
GOVERNED = [
    (f"ورحب {S} بفتح الجسر.", (HE, "رحب", "فتح الجسر")),
    (f"تعهدت {M} بدفع الرواتب.", (SHE, "تعهدت", "دفع الرواتب")),
    (f"هدد {S} باللجوء إلى القضاء.", (HE, "هدد", "اللجوء إلى القضاء")),
    (f"كشف {S} في الحادي والعشرين من مايو عن خطة جديدة.", (HE, "كشف", "خطة جديدة")),
]
ASKED = [  # an act that is asked of somebody; «طلب» is a verb where it says of whom
    (f"طلبت {M} من البلدية فتح الجسر.", (SHE, "طلبت", "فتح الجسر")),  # asked the municipality to open the bridge
    ("وقال مسؤول إن الوزارة طلبت بشكل واضح من الشركات عدم الحفر.", (["الوزارة"], "طلبت", "عدم الحفر")),
    (f"وذكرت الصحيفة أن {S} طلب من {M} أن تعود إلى العمل.", (HE, "طلب", "تعود إلى العمل")),  # that she return
]
APPEAL = [  # what an appeal is for
    (f"وجه {S} نداء عاجلا لإغاثة سكان القرية.", (HE, "وجه", "إغاثة سكان القرية")),  # to help the villagers
    (f"ووجهت {M} نداء إلى التجار لمساعدة المدرسة.", (SHE, "وجهت", "مساعدة المدرسة")),
    (f"وجه {S} أمس نداء لحماية الجسر.", (HE, "وجه", "حماية الجسر")),
]
IN_IT = [  # its object stands after «in it»
    (f"وكان {S} ألقى كلمة هاجم فيها نقابة المعلمين.", (HE, "هاجم", "نقابة المعلمين")),  # in which he attacked
    ("وأصدرت الجمعية بيانا استنكرت فيه هدم المدرسة.", (["الجمعية"], "استنكرت", "هدم المدرسة")),
    (f"ونشر {S} مقالا انتقد فيه الرسوم الجديدة.", (HE, "انتقد", "الرسوم الجديدة")),
]
BARE = [  # nothing introduces the clause, nobody stands before it
    (f"قال {S} إن الجسر آمن. وقال ليس لدينا ماء كاف.", (HE, "قال", "ليس لدينا ماء كاف")),  # we have not enough water
    (f"قالت {M} إن الطريق طويل. وأضافت نحن نعمل ليلا.", (SHE, "أضافت", "نحن نعمل ليلا")),
    (f"قال {S} إن الجسر آمن. وتابع لن نغلق الطريق.", (HE, "تابع", "لن نغلق الطريق")),
]
AFTER_QUOTATION = [  # the speaker stands after his words
    (f"«لن نغلق هذا الجسر أبدا»، قال {S}.", (HE, "قال", "لن نغلق هذا الجسر أبدا")),
    (f'"سوف نعود إلى القرية غدا"، أضافت {M} أمس.', (SHE, "أضافت", "سوف نعود إلى القرية غدا")),
    (f"«هذا القرار ليس في يدنا»، يقول {S}.", (HE, "يقول", "هذا القرار ليس في يدنا")),
]
WHICH = [  # what was said before is the content
    (
        f"وقالت {M} إن الجسر مغلق، وهو ما نفاه {S}.",
        (HE, "نفاه", "الجسر مغلق"),
    ),
    (f"وذكرت {M} أن المخزون ينفد، الأمر الذي ينفيه {S}.", (HE, "ينفيه", "المخزون ينفد")),
    (f"وقال {S} إن الماء مقطوع، وهو ما أكدته {M}.", (SHE, "أكدته", "الماء مقطوع")),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    VERB_FIRST + SUBJECT_FIRST + APPOSITION + RELATIVE + COORDINATED + UNNAMED + TO_SOMEBODY + OBJECT + GOVERNED
    + ASKED + APPEAL + IN_IT + BARE + AFTER_QUOTATION + WHICH,
)  # fmt: skip
def test_the_last_statement(marked: str, expected: Said) -> None:
    assert said(marked)[-1] == expected


CARRIED = [  # the participle, or a verb without a subject, goes on with who spoke
    (f"وقال {S} إن الجسر آمن، مضيفا أن السير عاد.", (HE, "مضيفا", "السير عاد")),
    (f"وسافرت {M} إلى الساحل مؤكدة أن العمل مستمر.", (SHE, "مؤكدة", "العمل مستمر")),
    (f"قال {S} إن الجسر آمن. وتابع: «عاد السير».", (HE, "تابع", "عاد السير")),
    (f"وقالت {M} إن الماء مقطوع، داعية السكان إلى الصبر.", (SHE, "داعية", "الصبر")),
    # over sentences of background
    (f"قال {S} إن الجسر آمن. وبني الجسر قبل قرن. وأضاف أن السير عاد.", (HE, "أضاف", "السير عاد")),
    # not across a change of speaker
    (f"قال {S} إن الجسر آمن. وقالت {M} إنه مغلق. وأضافت أن الماء مقطوع.", (SHE, "أضافت", "الماء مقطوع")),
    # gender and number tell between two
    (f"قالت {M} إن الجسر مغلق. وقال {S} إنه آمن. وأضافت أن الماء مقطوع.", (SHE, "أضافت", "الماء مقطوع")),
    (f"وأعلن {S} و{M} أن الجسر آمن. وأضافا أن السير عاد.", (BOTH, "أضافا", "السير عاد")),
]


@pytest.mark.parametrize(("marked", "expected"), CARRIED)
def test_who_spoke_goes_on(marked: str, expected: Said) -> None:
    assert said(marked)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # words of one within the words of another: a record each
        (
            f"وقالت {M} إن {S} أعلن أن الجسر آمن.",
            [(SHE, "قالت", "سليم عمر أعلن أن الجسر آمن"), (HE, "أعلن", "الجسر آمن")],
        ),
        (
            f"وأكد {S} أن المنظمة حذرت من نقص الدواء.",
            [(HE, "أكد", "المنظمة حذرت من نقص الدواء"), (["المنظمة"], "حذرت", "نقص الدواء")],
        ),
        (
            f"قالت {M}: «أكد {S} أن الجسر آمن».",
            [(SHE, "قالت", "أكد سليم عمر أن الجسر آمن"), (HE, "أكد", "الجسر آمن")],
        ),
    ],
)
def test_a_statement_inside_a_statement(marked: str, expected: list[Said]) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        (f"«لن نغلق هذا الجسر أبدا»، قال {S}، «وسوف نعود غدا».", ["لن نغلق هذا الجسر أبدا", "وسوف نعود غدا"]),
        (f'"هذا القرار ليس في يدنا"، قالت {M}، "لكننا نحترمه".', ["هذا القرار ليس في يدنا", "لكننا نحترمه"]),
        (f"«سوف نعود إلى القرية غدا»، أكد {S}، «مهما كان الثمن».", ["سوف نعود إلى القرية غدا", "مهما كان الثمن"]),
    ],
)
def test_an_interrupted_quotation_keeps_its_parts(marked: str, parts: list[str]) -> None:
    (record,) = records(marked)
    text = marked.replace("{PER:", "").replace("}", "")
    assert [text[p["start"] : p["end"]] for p in record["parts"]] == parts


@pytest.mark.parametrize(
    ("marked", "source", "date"),
    [
        (f"وقال {S} في بيان مشترك إن الجسر آمن.", "بيان مشترك", None),
        (f"وقالت {M} في مقابلة مع قناة {{ORG:الأفق}} أمس إن الماء مقطوع.", "مقابلة مع قناة الأفق", "أمس"),
        (f"وفي مؤتمر صحفي قال {S} إن الجسر آمن.", "مؤتمر صحفي", None),  # in a press conference he said
        (f"ونقلت وكالة {{ORG:النهار}} عن {S} قوله إن الجسر آمن.", "وكالة النهار", None),
        (f"قال {S} إن الجسر آمن، حسبما ذكرت وكالة {{ORG:النهار}}.", "وكالة النهار", None),
        (f"وأعلن {S} مساء الخميس أن الجسر آمن.", None, "مساء الخميس"),
        (f"قال {S} إن الجسر يفتح الخميس.", None, None),  # the date is of what is said
    ],
)
def test_source_and_date(marked: str, source: str | None, date: str | None) -> None:
    (record,) = records(marked)
    assert record["source"] == source
    assert (record["date"] or {}).get("text") == date


def test_about_is_who_is_spoken_of() -> None:
    (record,) = records(f"قال {S} إن {M} زارت {{LOC:فرنسا}}.")
    assert [about["name"] for about in record["about"]] == ["مريم فرح", "فرنسا"]


@pytest.mark.parametrize(
    "marked",
    [
        "ورفضت المحكمة طلب الاستئناف.",  # the request for an appeal
        "ويعني رفض المحكمة العليا طلب الاستئناف أن المتهم سيعود.",
        f"وقدم {S} طلبا إلى البلدية.",
        "وطلبت الشركة من المصرف قرضا.",  # a thing is asked for
    ],
)
def test_a_request_for_a_thing_is_no_statement(marked: str) -> None:
    assert said(marked) == []
