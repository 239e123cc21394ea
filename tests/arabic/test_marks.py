"""Quotation marks of every kind, letter for letter."""

from __future__ import annotations

import pytest

from arner.arabic.marks import plain_marks
from tests.timing import cpu_seconds


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("قال: »الجسر آمن« وأضاف: »نعم، غدا«.", "قال: «الجسر آمن» وأضاف: «نعم، غدا»."),  # he said: »the bridge is safe«
        ("وقالت »لن نعود« ثم سكتت", "وقالت «لن نعود» ثم سكتت"),
        ("أكد أن »الطريق طويل«، وسافر", "أكد أن «الطريق طويل»، وسافر"),
        ("قال: ‹الجسر آمن›.", "قال: «الجسر آمن»."),
        ("‹نعم› و‹لا›", "«نعم» و«لا»"),
        ("قال إن ‹الطريق مفتوح› منذ أمس", "قال إن «الطريق مفتوح» منذ أمس"),
        ("قال: 'الجسر آمن'.", 'قال: "الجسر آمن".'),
        ("وكتبت 'لن نعود' على الجدار", 'وكتبت "لن نعود" على الجدار'),
        ("أكد أن 'الطريق طويل'، وسافر", 'أكد أن "الطريق طويل"، وسافر'),
        ("قال: ((الجسر آمن)).", "قال: <<الجسر آمن>>."),
        ("وأكد أن ((الطريق طويل)) وسافر", "وأكد أن <<الطريق طويل>> وسافر"),
        ("((نعم)) و((لا))", "<<نعم>> و<<لا>>"),
        ("وأضاف: (العمل مستمر).", "وأضاف: «العمل مستمر»."),
        ("قال: (لن نعود أبدا) وسافر.", "قال: «لن نعود أبدا» وسافر."),
        ("وختمت: (شكرا لكم جميعا)", "وختمت: «شكرا لكم جميعا»"),
    ],
)
def test_marks_become_plain(text: str, plain: str) -> None:
    assert plain_marks(text) == plain
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "قال «نعم» و«لا»",
        "O'Neil's 'x y'",
        "الصورة: (رويترز)",
        "هاتف: (0123 456)",
        "سليم (65 عاما)",
        "قال: (نعم) إن",
        "»",
    ],
)
def test_others_stay(text: str) -> None:
    assert plain_marks(text) == text


@pytest.mark.parametrize("piece", ["»", "«»", "'ا ", "((", ": (ا ", "»ا «", "ا' "])
def test_in_linear_time(piece: str) -> None:
    few, many = (cpu_seconds(lambda n=n: plain_marks(piece * n)) for n in (10_000, 80_000))
    assert many < max(few, 0.005) * 24
