"""Offices taken, given, lost and left. Names are marked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from arner.relations.appointments.component import find_appointments
from arner.relations.reading import reading_of
from tests.marked import read


def appointments(marked: str) -> list[dict[str, Any]]:
    return find_appointments(reading_of(read(marked, published="2019-03-14")))


@pytest.mark.parametrize(
    ("marked", "kind", "status", "who", "title"),
    [
        # The king appointed Salim Omar minister of transport.
        ("عين الملك {PER:سليم عمر} وزيرا للنقل.", "appointed", "done", "سليم عمر", "وزير النقل"),
        # Khalid Farah was elected president of Egypt.
        ("انتخب {PER:خالد فرح} رئيسا لمصر أمس.", "elected", "done", "خالد فرح", "رئيس"),
        # The minister of transport resigned; a title before the name.
        ("استقال وزير النقل التونسي {PER:سليم عمر} من منصبه.", "resigned", "done", "سليم عمر", "وزير النقل"),
        # They called for his dismissal.
        ("طالب المحتجون بإقالة وزير النقل {PER:سليم عمر}.", "dismissed", "proposed", "سليم عمر", "وزير النقل"),
        # His resignation was refused.
        ("رفض الرئيس استقالة وزير النقل {PER:سليم عمر}.", "resigned", "rejected", "سليم عمر", "وزير النقل"),
        # The president whose term ends.
        ("قال الرئيس المنتهية ولايته {PER:سليم عمر} إنه باق.", "ended", "done", "سليم عمر", "الرئيس"),
        # Since he took office in 2015: only where a time is told.
        ("قال وزير النقل {PER:سليم عمر} إن العمل بدأ منذ توليه منصبه عام 2015.", "appointed", "done", "سليم عمر",
         "وزير النقل"),
    ],
)  # fmt: skip
def test_kind_status_person_and_title(marked: str, kind: str, status: str, who: str, title: str) -> None:
    (found,) = appointments(marked)
    assert (found["kind"], found["status"], found["person"]["name"]) == (kind, status, who)
    assert found["title"] == title


def test_who_appoints_and_of_what_state() -> None:
    """The king of Jordan appointed Salim Omar ambassador."""
    (found,) = appointments("عين {LOC:الأردن} {PER:سليم عمر} سفيرا لدى {LOC:تونس}.")
    assert found["by"] == {"ref": "country:JO", "name": "الأردن"}


@pytest.mark.parametrize(
    "marked",
    [
        "زار الوفد عين الماء في {LOC:بيروت}.",  # A spring, spelt as «appointed».
        "يتولى {PER:سليم عمر} منصب وزير النقل.",  # He holds the post: a role.
        "اختار {PER:سليم عمر} كتابا.",  # He chose a book.
        "أصيب ما لا يقل عن خمسة قرب {LOC:بيروت}.",  # No fewer than five: spelt as «he dismisses».
        "دعا {PER:سليم عمر} إلى ما سماه الواجب.",  # What he called a duty.
        "أدى {PER:سليم عمر} دورا مهما.",  # He played a part, no oath.
    ],
)
def test_no_appointment(marked: str) -> None:
    assert appointments(marked) == []
