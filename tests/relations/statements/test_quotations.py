"""Words in quotation marks: over paragraphs, in several runs, before who says them, alone."""

from __future__ import annotations

import pytest

from tests.relations.statements.said import Said, records, said

S, M = "{PER:سليم عمر}", "{PER:مريم فرح}"
HE, SHE = ["سليم عمر"], ["مريم فرح"]

PARAGRAPHS = [  # closed in a later paragraph
    (
        f"قال {S}: «لن نغلق الجسر. وسنواصل العمل.\nولن نتراجع». وأضاف أن الطريق طويل.",
        (HE, "قال", "لن نغلق الجسر. وسنواصل العمل.\nولن نتراجع"),
    ),
    (f"وأضافت {M}: “المدرسة باقية.\nوسنفتح أخرى” وسافرت.", (SHE, "أضافت", "المدرسة باقية.\nوسنفتح أخرى")),
    (
        f"وكتب {S}: «الماء مقطوع.\nوالناس تعبوا.\nولا أحد يسمع».",
        (HE, "كتب", "الماء مقطوع.\nوالناس تعبوا.\nولا أحد يسمع"),
    ),
]
ANEW = [  # opened anew at each paragraph: the runs are its parts
    (f"قال {S}: «لن نغلق الجسر.\n«وسنواصل العمل.\n«ولن نتراجع».", ["لن نغلق الجسر", "وسنواصل العمل", "ولن نتراجع"]),
    (f"وأضافت {M}: “المدرسة باقية.\n“وسنفتح أخرى”.", ["المدرسة باقية", "وسنفتح أخرى"]),
    (f'وكتب {S}: "الماء مقطوع.\n"والناس تعبوا".', ["الماء مقطوع", "والناس تعبوا"]),
]
SPLIT = [  # interrupted by who says them
    (f"«لن نغلق الجسر»، قال {S}، «وسنواصل العمل غدا».", ["لن نغلق الجسر", "وسنواصل العمل غدا"]),
    (f'"سوف نعود غدا"، تقول {M}، "ولن نرحل بعدها أبدا".', ["سوف نعود غدا", "ولن نرحل بعدها أبدا"]),
    (f"“هذا ليس قرارنا نحن”، أوضحت {M}، “بل قرار المدينة”.", ["هذا ليس قرارنا نحن", "بل قرار المدينة"]),
]
BEFORE = [  # few words, and a dash
    (f"«لا تعليق لدينا»، قال {S}.", (HE, "قال", "لا تعليق لدينا")),
    (f"«نعم، سنعود»، أجابت {M}.", (SHE, "أجابت", "نعم، سنعود")),
    (f"«الجسر آمن تماما» - قال {S} أمس.", (HE, "قال", "الجسر آمن تماما")),
    (f"«لن نغلق المدرسة أبدا» – {M}.", (SHE, "", "لن نغلق المدرسة أبدا")),
    (f"«سنبني بيوتا جديدة هنا» — {S}", (HE, "", "سنبني بيوتا جديدة هنا")),
    (f'"العمل مستمر حتى المساء" - {M}', (SHE, "", "العمل مستمر حتى المساء")),
]
FLOATING = [  # a sentence that is a quotation is whoever's who spoke before
    (f"قال {S} إنه قلق. «ما جرى في القرية لا يعرفه أحد».", (HE, "", "ما جرى في القرية لا يعرفه أحد")),
    (f"وأكدت {M} أن المدرسة باقية. “لن يغلقها أحد ما دمنا هنا”.", (SHE, "", "لن يغلقها أحد ما دمنا هنا")),
    (f'وانتقد {S} القرار. "هذا خطأ كبير لن نقبله".', (HE, "", "هذا خطأ كبير لن نقبله")),
]
HEADINGS = [
    f"قال {S} إنه قلق.\n«المساواة بين كل الناس»\nوسافر أمس.",  # a line of its own
    f"سافر {S} إلى القرية. «ما جرى في القرية لا يعرفه أحد».",  # nobody has spoken
]


@pytest.mark.parametrize(("marked", "expected"), PARAGRAPHS + BEFORE + FLOATING)
def test_whose_words(marked: str, expected: Said) -> None:
    assert expected in said(marked)


@pytest.mark.parametrize(("marked", "parts"), ANEW + SPLIT)
def test_parts(marked: str, parts: list[str]) -> None:
    (statement,) = records(marked)
    text = marked.replace("{PER:", "").replace("}", "")
    assert [text[part["start"] : part["end"]] for part in statement["parts"]] == parts


@pytest.mark.parametrize("marked", HEADINGS)
def test_no_quotation(marked: str) -> None:
    assert "" not in [verb for _, verb, _ in said(marked)]


@pytest.mark.parametrize(
    "marked",
    [
        # A asked for “the opening of the bridge”, and / A said that “the bridge is shut”, and
        f'طالب {S} بـ"فتح الجسر"، و',
        f'قال {S} إن "الجسر مغلق"، و',
        f'أكدت {M} أن "المدرسة باقية" و',
    ],
)
def test_a_text_may_end_on_an_and_after_a_quotation(marked: str) -> None:
    assert len(said(marked)) == 1
