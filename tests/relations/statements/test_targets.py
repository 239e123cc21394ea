"""Whom a statement is aimed at, and who is told: each construction, with made-up names."""

from __future__ import annotations

import pytest

from tests.relations.statements.said import records

S, M, N = "{PER:سليم عمر}", "{PER:مريم فرح}", "{PER:نادر حداد}"


def aimed(marked: str, key: str) -> list[list[str]]:
    """The names under `key` of each statement of `marked`."""
    return [[who["name"] for who in s[key]] for s in records(marked)]


WHOM = [  # the object between the speaker and what is said
    (f"اتهم {S} الوزيرة {M} بالتقصير.", ["مريم فرح"]),  # Salim Omar accused Maryam Farah of negligence
    (f"دعت {M} الحكومة المحلية إلى فتح الجسر.", ["الحكومة المحلية"]),  # called on the local government to
    (f"وحث {S}، أمس الثلاثاء، {{LOC:روسيا}} و{{LOC:تركيا}} على الحوار.", ["روسيا", "تركيا"]),  # urged both
    (f"وطالب {S} المجتمع الدولي بدفع الرواتب.", ["المجتمع الدولي"]),  # demanded of the international community
    (f"هنأت {M} اللاعب {N} بالجائزة.", ["نادر حداد"]),  # congratulated him on the prize
]
AFTER = [  # after the cue's own preposition
    (f"وطلبت {M} من {S} أن يغلق الجسر.", ["سليم عمر"]),  # asked him to close the bridge
    (f"وقد رد {S} على {M} بأن الجسر آمن.", ["مريم فرح"]),  # answered her that
    (f"طلبت {M} من السلطات أن تفتح الطريق.", ["السلطات"]),
]
WHOSE = [  # what is praised or blamed is somebody, or somebody's
    (f"انتقد {S} الوزيرة {M}.", ["مريم فرح"]),
    (f"أشاد {S} بدور {{LOC:تركيا}} في الوساطة.", ["تركيا"]),  # praised Turkey's role
    (f"وأدانت {M} العدوان {{LOC:الروسي}} على القرية.", ["روسيا"]),  # condemned the Russian aggression
    (f"وانتقدت {M} قرار المحكمة.", ["المحكمة"]),  # criticised the court's decision
    (f"وأدان {S} الهجوم على السوق.", []),  # the attack on the market: nobody
    (f"ودان {S} اغتيال {M}.", []),  # the killing of her: not her
]
IN_IT = [  # after «in it»; his companions
    ("وأصدرت {ORG:حركة النور} بيانا تطالب فيه وزارة النقل بفتح الجسر.", ["وزارة النقل"]),
    (f"وحث {S} أصحابه على الصبر.", ["أصحابه"]),
]
NOBODY = [  # rather nobody than a guess
    (f"وطالب {S} بـ«فتح الجسر».", []),
    ("وأوصت هيئات محلية بإغلاق الجسر.", []),  # local bodies recommended
    (f"ونوه {S} إلى أن {M} ستعود.", []),  # noted that: no praise
    (f"وأشاد {S} بالدور الكبير للمعلمين.", []),
]
ASIDE = [  # after what describes the speaker
    (f"ونصحت {M}، أستاذة الطب في الجامعة، المسافرين بالراحة.", ["المسافرين"]),
    (f"ودعا {S} -في بيان مكتوب- الطرفين إلى الهدوء.", ["الطرفين"]),
]
PRONOUN = [
    (f"انتقد {S} الوزيرة {M} واتهمها بالتقصير.", ["مريم فرح"]),  # criticised her and accused her of
    (f"وقال {S} إنه التقى {M}، ودعاها إلى الصبر.", ["مريم فرح"]),
]
ANSWERED = [
    (f"وردا على {M}، قال {S} إن الجسر آمن.", ["مريم فرح"]),  # in answer to her
    (f"وفي رده على تصريحات {M}، أكد {S} أن الطريق مفتوح.", ["مريم فرح"]),
    (f"ردا على اتهامات {{LOC:تركيا}}، قالت {M} إن العمل مستمر.", ["تركيا"]),
]
TOLD = [
    (f"أبلغ {S} الوزيرة {M} أن الجسر آمن.", ["مريم فرح"]),  # informed her that
    (f"وقال {S} ل{M} إن الطريق طويل.", ["مريم فرح"]),  # told her
    (f"قال {S} للصحفيين إن المخزون يكفي.", ["الصحفيين"]),  # told reporters
    (f"وأخبرت {M} النائب {N} أن المدرسة ستفتح.", ["نادر حداد"]),
    (f"قال {S} ل{{ORG:وكالة النهار}} إن الجسر آمن.", []),  # a medium is the source
]


@pytest.mark.parametrize(("marked", "expected"), WHOM + IN_IT + AFTER + WHOSE + NOBODY + ASIDE + PRONOUN + ANSWERED)
def test_target(marked: str, expected: list[str]) -> None:
    assert aimed(marked, "target")[-1] == expected


@pytest.mark.parametrize(("marked", "expected"), TOLD)
def test_addressee(marked: str, expected: list[str]) -> None:
    assert aimed(marked, "addressee")[-1] == expected


def test_why_tells_the_step() -> None:
    (statement,) = records(f"اتهم {S} الوزيرة {M} بالتقصير.")
    assert [slot.slot for slot in statement["why"].slots] == ["speaker", "content", "target"]
