"""Sentences in which nothing is said: names, questions, denials, what is only possible, words spelt alike."""

import pytest

from tests.relations.statements.said import said

S = "{PER:سليم عمر}"

NAME = [
    "يعرض برنامج «قال الراوي إن الليل طويل» مساء.",  # the programme "The narrator said"
    "صدرت صحيفة «قالت الأيام: كفى» أمس.",
    "وافتتح مركز «أعلن حضورك» في المدينة.",
]
QUESTION = [
    f"هل قال {S} إن الجسر آمن؟",
    f"سأل الصحفي {S} عما إذا كان الجسر آمنا.",  # asked whether
    f"ولماذا أعلن {S} أن الجسر آمن؟",
    f"ومتى يعلن {S} أن الجسر آمن؟",
]
DENIED = [
    f"لم يقل {S} إن الجسر آمن.",
    f"لم يكن {S} قد أعلن أن الجسر آمن.",
    f"ولن يؤكد {S} أن الجسر آمن.",
    f"سافر {S} دون أن يعلن أنه سيعود.",
    f"ليس صحيحا أن {S} قال إن الجسر آمن.",  # it is not true that
    f"ومن غير الصحيح أن يكون {S} قال إن الجسر آمن.",
    f"وليس صحيحا أن الوزير {S} أعلن أن الجسر آمن.",
    f"ما قال {S} إن الجسر آمن.",  # not, and no «what»
    f"وما أعلن {S} أن الجسر آمن.",
    "عاد الناس، وما قالت {PER:مريم فرح} إن الجسر آمن.",
]
POSSIBLE = [
    f"وقد يعلن {S} أن الجسر آمن.",
    f"من المتوقع أن يعلن {S} أن الجسر آمن.",
    f"لو قال {S} إن الجسر آمن لعبر الناس.",
    f"وربما أعلن {S} أن الجسر آمن.",
    f"سيعود الناس في حال أصر {S} على فتح الجسر.",  # in case he insists
    f"عاد {S} لكي يرى الناس ويقول لهم إن الجسر آمن.",  # in order to see and say
]
NOT_SAYING = [
    "أعلنت {LOC:ألمانيا} الحرب على {LOC:فرنسا}.",  # declared war
    f"وأعلن {S} الحداد.",
    "وبين أن يبقى وأن يرحل اختار الناس البقاء.",
    f"الفرق بين الجسر الذي رآه {S} أن ذاك قديم.",
    f"رأى {S} امرأة متهمة بالتآمر على الدولة.",  # accused of
    f"نفى {S} ذلك.",  # denied that: what, is not said here
    f"وأكد {S} ذلك خلال لقائه التجار.",
    f"التقى {S} الناس بين المدينتين.",  # between, not «made clear»
    "مقر الحكم في المدينة على الساحل.",
    "عبر ناقلي الأخبار تحدث الناس.",  # by way of
    f"هاجمت الجماعة {S} عبر نشر شائعات عن وفاته.",
    "وتدخل المهاجر يومية وأجرة.",
    f"اتخذت الحكومة إجراءات مشددة على {S}.",  # strict measures
    "ويذكر أن الجسر بني حديثا.",  # it is worth mentioning
    "ويتوقع أن يفتح الجسر غدا.",  # is expected
    f"كما يعتبر {S} أهم مهندس في المدينة.",  # is held to be
    "وتُعتبر {PER:مريم فرح} جارة طيبة.",  # marked as a passive
    "وتشير هذه التصريحات إلى احتمال إغلاق الجسر.",  # these words point to
    "اتخذ الناس سياسة حذرة من الجسر.",  # cautious, not «warned him»
    "لاقى الجسر ردود فعل دولية مرحبة بفتحه.",  # reactions that welcome it
    "وستلتزم أغلب الدول بفتح الجسور.",  # will abide by
    "يربط الجسر بين الضفتين.",  # a bridge links
    "ألقى الكاتب محاضرة على الطلاب.",  # gave a lecture
    "هاجم الجيش القرية أمس.",
    f"تساءل {S}: «من يغلق الجسر غدا؟»",  # wondered: a question
]


@pytest.mark.parametrize("marked", NAME + QUESTION + DENIED + POSSIBLE + NOT_SAYING)
def test_nothing_is_said(marked: str) -> None:
    assert said(marked) == []


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        (f"وسأل {S}: «أين ذهب المال؟»", "أين ذهب المال؟"),
        (f"ونفى {S} أن يكون قد قال إن الجسر آمن.", "يكون قد قال إن الجسر آمن"),  # the denial is said
    ],
)
def test_only_this_is_said(marked: str, words: str) -> None:
    assert [content for _, _, content in said(marked)] == [words]
