"""Whom a dropped subject stands for: the same person for every relation, and gender is a veto."""

from __future__ import annotations

import pytest

from tests.marked import read

# Salim said work had begun. Mariam mentioned that the port was closed. He also affirmed … And he met Minister Khalid.
TWO = (
    "قال {PER:سليم عمر} إن العمل بدأ. وذكرت {PER:مريم فرح} أن الميناء أغلق. كما أكد أن العمل مستمر. "
    "كما التقى وزير الدفاع {PER:خالد حسن}."
)


def names(refs: list[dict[str, str]]) -> list[str]:
    return [ref["name"] for ref in refs]


def test_statements_and_meetings_mean_the_same_person() -> None:
    doc = read(TWO)
    assert names(doc._.statements[-1]["speakers"]) == ["سليم عمر"]
    (meeting,) = doc._.meetings
    assert sorted(names(meeting["participants"])) == ["خالد حسن", "سليم عمر"]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # Mariam spoke, then Salim: «and she met Khalid»; Salim spoke, then Mariam: «and he met Khalid».
        ("قالت {PER:مريم فرح} إن العمل بدأ. وقال {PER:سليم عمر} إنه انتهى. كما التقت {PER:خالد حسن}.", "مريم فرح"),
        (
            "قالت الوزيرة {PER:مريم فرح} إن العمل بدأ. وقال {PER:سليم عمر} إنه انتهى. كما التقت {PER:خالد حسن}.",
            "مريم فرح",
        ),
        ("قال {PER:سليم عمر} إن العمل بدأ. وقالت {PER:مريم فرح} إنه انتهى. كما التقى {PER:خالد حسن}.", "سليم عمر"),
    ],
)
def test_gender_is_a_veto(marked: str, who: str) -> None:
    (meeting,) = read(marked)._.meetings
    assert sorted(names(meeting["participants"])) == sorted([who, "خالد حسن"])


def test_a_feminine_verb_is_not_given_a_man() -> None:
    # Salim received his counterpart Mariam. And she affirmed that work had begun.
    doc = read("استقبل {PER:سليم عمر} نظيرته {PER:مريم فرح}. وأكدت أن العمل بدأ.")
    assert all(names(statement["speakers"]) != ["سليم عمر"] for statement in doc._.statements)
