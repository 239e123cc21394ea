"""Where what is said begins and ends."""

import pytest

from tests.relations.statements.said import records

S = "{PER:سليم عمر}"

QUOTED = [  # any quotation marks; unbalanced, nested, over sentences
    (f"وقال {S}: «الجسر آمن للجميع».", "الجسر آمن للجميع", "direct"),
    (f'وقال {S} "الجسر آمن للجميع".', "الجسر آمن للجميع", "direct"),
    (f"وقال {S} “الجسر آمن للجميع”.", "الجسر آمن للجميع", "direct"),
    (f"وقال {S}: ''الجسر آمن للجميع''.", "الجسر آمن للجميع", "direct"),
    (f"وقال {S}: «الجسر آمن. سنعود غدا. لن نغلقه».", "الجسر آمن. سنعود غدا. لن نغلقه", "direct"),
    (f'وقال {S}: «الجسر "آمن" للجميع».', 'الجسر "آمن" للجميع', "direct"),
    (f"وقال {S}: «الجسر آمن للجميع\nوسافر الناس.", "الجسر آمن للجميع", "mixed"),
    (f"وقال {S}: الجسر آمن للجميع.", "الجسر آمن للجميع", "direct"),
    (f"وقال {S} إن «الجسر آمن للجميع».", "الجسر آمن للجميع", "direct"),
    (f"وقال {S} «الجسر آمن للجميع اليوم» في إشارة إلى الجسر القديم.", "الجسر آمن للجميع اليوم", "direct"),
]
MIXED = [
    (f"وقال {S} إن الجسر «آمن تماما لكل الناس».", "الجسر «آمن تماما لكل الناس»", "mixed"),
    (f"وأكد {S} أن العمل «لم يتوقف قط منذ عام» في الميناء.", "العمل «لم يتوقف قط منذ عام» في الميناء", "mixed"),
    (f'ودعا {S} إلى "وقف فوري وشامل" للقتال.', '"وقف فوري وشامل" للقتال', "mixed"),
]
GOES_ON = [  # over a comma, with what the speaker says
    (f"وقال {S} إن الجسر آمن، وذلك في إطار الخطة.", "الجسر آمن، وذلك في إطار الخطة", "indirect"),  # as part of the plan
    (f"وقال {S} إن الجسر مغلق، حيث ينتظر الناس.", "الجسر مغلق، حيث ينتظر الناس", "indirect"),  # where people wait
    (f"وقال {S} إن المدرسة باقية، لكنها لن تتوسع.", "المدرسة باقية، لكنها لن تتوسع", "indirect"),  # but it won't grow
    (f"وأكد {S} أن الماء يكفي، ولكنه لا يصل.", "الماء يكفي، ولكنه لا يصل", "indirect"),
    (f"وتعهد {S} بفتح الجسر، لأن الناس ينتظرون.", "فتح الجسر، لأن الناس ينتظرون", "indirect"),  # because
    (f"ودعا {S} إلى بناء بيوت، خاصة في القرى.", "بناء بيوت، خاصة في القرى", "indirect"),  # above all in the villages
    (f"وطالب {S} بصيانة الطريق، ليتمكن الناس من السفر.", "صيانة الطريق، ليتمكن الناس من السفر", "indirect"),
    (f"وأشار {S} إلى نقص الدواء، فضلا عن الماء.", "نقص الدواء، فضلا عن الماء", "indirect"),  # besides
    (f'وطالب {S} بـ"فتح الجسر"، و"إغلاق الطريق".', '"فتح الجسر"، و"إغلاق الطريق"', "mixed"),  # two quotations
    (f"واعتبر {S} تنظيم السوق «خطوة مهمة للمدينة».", "تنظيم السوق «خطوة مهمة للمدينة»", "mixed"),  # two objects
    (f"وعزا {S} غلاء الخبز إلى الجفاف.", "غلاء الخبز إلى الجفاف", "indirect"),  # attributed
]
BARE = [  # nothing introduces the clause, and nothing marks where it ends
    (f"وقال {S} لن نغلق الجسر أبدا.", "لن نغلق الجسر أبدا", "direct"),  # we will never close
    (f"وأضاف {S} ليس لدينا ماء في القرية.", "ليس لدينا ماء في القرية", "direct"),  # we have no water
    (f"وتابع {S} هذا القرار خطأ كبير.", "هذا القرار خطأ كبير", "direct"),  # this decision is a mistake
    (f"وقال {S}: الجسر آمن. ونحن نحرسه.", "الجسر آمن. ونحن نحرسه", "direct"),  # and we guard it
    (f"وأضاف {S}: الطريق طويل. لن نتراجع. وسافر أمس.", "الطريق طويل. لن نتراجع", "direct"),
    (f"وقالت {S}: الجسر آمن. وعاد الناس إلى بيوتهم.", "الجسر آمن", "direct"),  # the journalist goes on
]
ASIDES = [  # between the speaker and what is said
    (f"أعرب {S}، النائب عن حزب الورد، عن قلقه.", "قلقه", "indirect"),  # the deputy of the Rose party
    (f"ودعا {S}، في بيان إلى الصحف، إلى فتح الجسر.", "فتح الجسر", "indirect"),
    (f"وأكد {S}، رئيس لجنة المياه في القرية، أن الماء يكفي.", "الماء يكفي", "indirect"),
]
JOURNALIST = [  # who goes on himself
    (f"وقال {S} إن الجسر آمن، لكنه لم يذكر موعدا.", "الجسر آمن", "indirect"),  # but he gave no date
    (f"وقال {S} إن الطريق مفتوح، وذلك في تصريح صحفي.", "الطريق مفتوح", "indirect"),  # in a statement to the press
    (f"وقال {S} إن الماء يكفي، وذلك ردا على سؤال.", "الماء يكفي", "indirect"),  # in answer to a question
    (f'وقال {S} إن العمل "مستمر منذ عام كامل" في مؤتمر صحفي.', 'العمل "مستمر منذ عام كامل"', "mixed"),
    (f"وأشاد {S} بجهود المعلمين، وأبدى تعاطفا معهم.", "جهود المعلمين", "indirect"),  # and showed sympathy
    (f"وقال {S} إن السوق هادئة، في رد على التجار.", "السوق هادئة", "indirect"),
]
INDIRECT = [  # … and where the journalist goes on
    (f"وقال {S} إن الجسر آمن، فيما توقف السير.", "الجسر آمن", "indirect"),
    (f"وقال {S} إن الجسر آمن، بينما رحل السكان.", "الجسر آمن", "indirect"),
    (f"وقال {S} إن الجسر آمن بحسب الوثائق.", "الجسر آمن", "indirect"),
    (f"وقال {S} إن الجسر آمن، على حد تعبيره.", "الجسر آمن", "indirect"),
    (f"وقال {S} إن الجسر آمن، وتأتي هذه التصريحات بعد حادث.", "الجسر آمن", "indirect"),
    (f"وأكد {S} أنه سيعود، وأن العمل مستمر.", "سيعود، وأن العمل مستمر", "indirect"),
    (f"ورحب {S} بفتح الجسر ووافق على تمويله.", "فتح الجسر", "indirect"),  # and he agreed
    (f"ورحب {S} بفتح الجسر والميناء.", "فتح الجسر والميناء", "indirect"),  # the bridge and the port
    (f"أعلن {S} تفاصيل الخطة، مشيدا بالعمال.", "تفاصيل الخطة", "indirect"),
    # an adjective after a title in quotation marks, a second speaker
    ('كشف {ORG:موقع "الحدث"} التركي أن الجسر آمن.', "الجسر آمن", "indirect"),
    ('كشفت {ORG:صحيفة "الغد"} الأردنية تفاصيل الخطة.', "تفاصيل الخطة", "indirect"),
    # a body's other name, a weapon's number
    ('أعلنت {ORG:جماعة الغد} "{ORG:النور}" مسؤوليتها عن ذلك.', "مسؤوليتها عن ذلك", "indirect"),
    ("أعلنت {ORG:جماعة الغد} شراء صواريخ إس-300 ودبابات تي-72.", "شراء صواريخ إس-300 ودبابات تي-72", "indirect"),
    ("أعلنت {ORG:جماعة الغد} شراء الصواريخ - للمرة الأولى - أمس.", "شراء الصواريخ", "indirect"),
    ('أكد "المصدر المسؤول" في الوزارة "بأن الجسر آمن للجميع".', "الجسر آمن للجميع", "direct"),
    (f'قال {S} "الوزير فشل".', "الوزير فشل", "direct"),
    (f'قال {S} في لقاء مع القناة الفرنسية "{{ORG:بي إف إم}}"، إن الجسر آمن.', "الجسر آمن", "indirect"),
    # a nation's first letter, and «among them», govern nothing
    ("ذكرت وسائل إعلام برتغالية أن الجسر آمن.", "الجسر آمن", "indirect"),
    ("حذرت صحيفة لبنانية من إغلاق الجسر.", "إغلاق الجسر", "indirect"),
    (f"وقال {S} إن الجرحى كثيرون، بينهم عدد من الحراس.", "الجرحى كثيرون، بينهم عدد من الحراس", "indirect"),
    # a clause after «so»: its commas part nothing
    (f"وبحسب {S}، فإن الجسر الذي افتتح، أمس، آمن للجميع.", "الجسر الذي افتتح، أمس، آمن للجميع", "indirect"),
    # the name Ali is no preposition, in a text that writes على otherwise or never
    ("أكد {PER:سليم عمر} مستشار {PER:علي حسن} أن الجسر آمن.", "الجسر آمن", "indirect"),
    ("دانت {ORG:منظمة الغد} وجماعات حقوق الإنسان هذه الخطة.", "هذه الخطة", "indirect"),
]


@pytest.mark.parametrize(
    ("marked", "content", "mode"), QUOTED + MIXED + BARE + ASIDES + GOES_ON + JOURNALIST + INDIRECT
)
def test_content_and_mode(marked: str, content: str, mode: str) -> None:
    first = records(marked)[0]
    assert (first["said"], first["mode"]) == (content, mode)


@pytest.mark.parametrize("mark", ['"', "«", "»", "“", "''", '"«', '» "'])
def test_ten_thousand_marks_and_an_odd_one_are_read(mark: str) -> None:
    text = f"وقال {S} إن الجسر آمن.\n" + f"{mark} كلمة " * 10_000 + '"'
    assert records(text)[0]["said"] == "الجسر آمن"
