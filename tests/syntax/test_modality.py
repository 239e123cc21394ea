"""Words that say how real an event is: each entry reads its example."""

from __future__ import annotations

from typing import Any

import pytest

from arner.arabic.orthography import fold
from arner.lexicon import load
from arner.syntax import modality


def _read(example: str) -> tuple[list[str], int]:
    """The folded words of an example, and which of them is the event in brackets."""
    words = example.split()
    return [fold(word.strip("[]")) for word in words], next(n for n, word in enumerate(words) if word[0] == "[")


@pytest.mark.parametrize("entry", load("modality")["governor"], ids=lambda entry: entry["gloss"])
def test_a_governor_reads_its_example(entry: dict[str, Any]) -> None:
    words, i = _read(entry["example"])
    kinds: tuple[modality.Events, ...] = (entry["of"],) if "of" in entry else ("encounters", "acts")
    for of in kinds:
        assert modality.governing(words, i, 0, of) == entry["modality"]


@pytest.mark.parametrize("entry", load("modality")["adjective"], ids=lambda entry: entry["gloss"])
def test_an_adjective_reads_its_example(entry: dict[str, Any]) -> None:
    words, i = _read(entry["example"])
    kinds: tuple[modality.Events, ...] = (entry["of"],) if "of" in entry else ("encounters", "acts")
    for of in kinds:
        assert modality.qualified(words, i + 1, len(words), of) == entry["modality"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("لا يستبعد المتحدث عقد [لقاء]", "possible"),  # does not rule out
        ("من غير المقرر عقد [لقاء]", "denied"),  # is not due
        ("هدد بإلغاء [القمة]", "planned"),  # threatened to call off what is planned
        ("فشلت محاولة عقد [لقاء]", "denied"),  # the attempt failed
        ("هذا ما دعاه إلى عقد [لقاء]", "asked"),  # that is what made him hold one
        ("يأمل من [المؤتمر] تحركا", None),  # hopes for a move from it
        ("رفض في [مؤتمر] حزبي الاستقالة", None),  # at a congress he refused to resign
        ("دعاه للمشاركة في [مؤتمر]", "asked"),  # invited him to take part in a conference
        ("طلب عدم نشر اسمه أثناء [اللقاء]", None),  # asked during it that his name be left out
    ],
)
def test_what_governs_the_governor(text: str, said: str | None) -> None:
    words, i = _read(text)
    assert modality.governing(words, i, 0, "encounters") == said
