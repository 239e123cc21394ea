"""Offices of two or more who are named one by one."""

from __future__ import annotations

import pytest

from tests.entities.marked_roles import read, roles


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the ministers of health S. O. and of education H. H.
        (
            "وصل وزيرا الصحة {PER:سليم عمر} والتعليم {PER:هدى حسن} إلى تونس.",
            {"سليم عمر": [("وزير الصحة", "TN")], "هدى حسن": [("وزير التعليم", "TN")]},
        ),
        (
            "التقى وزيري الخارجية التونسيين {PER:سليم عمر} والتعليم العالي {PER:هدى حسن}.",
            {"سليم عمر": [("وزير الخارجية", "TN")], "هدى حسن": [("وزير التعليم العالي", "TN")]},
        ),
        # in order
        (
            "حضر وزيرا الخارجية والدفاع المغربيان {PER:سليم عمر} و{PER:زيد حسن} الاجتماع.",
            {"سليم عمر": [("وزير الخارجية", "MA")], "زيد حسن": [("وزير الدفاع", "MA")]},
        ),
        (
            "حضر وزراء الصحة {PER:سليم عمر} والدفاع {PER:زيد حسن} والنفط {PER:هدى حسن} في تونس.",
            {
                "سليم عمر": [("وزير الصحة", "TN")],
                "زيد حسن": [("وزير الدفاع", "TN")],
                "هدى حسن": [("وزير النفط", "TN")],
            },
        ),
        # one field of two words, which nobody has alone; nobody's field is said
        (
            "حضر وزيرا التربية والتعليم {PER:سليم عمر} و{PER:زيد حسن} في تونس.",
            {"سليم عمر": [], "زيد حسن": []},
        ),
        ("اجتمع الوزيران {PER:سليم عمر} و{PER:زيد حسن} في تونس.", {"سليم عمر": [], "زيد حسن": []}),
    ],
)
def test_one_by_one(marked: str, expected: dict[str, list[tuple[str, str | None]]]) -> None:
    assert roles(read(marked)) == expected
