"""Who is not named: the state, the body and the person by whom he is described."""

from __future__ import annotations

import pytest

from arner.pipeline import record_of
from arner.records import Article, ArticleRecord, Description
from tests.marked import read


def record(marked: str) -> ArticleRecord:
    doc = read(marked)
    return record_of(doc, Article(text=doc.text))


@pytest.mark.parametrize(
    ("marked", "country", "body", "person"),
    [
        # a senior American official, an official of the American foreign ministry, a source in the Nour movement
        ("قال مسؤول أمريكي بارز إن الاتفاق قريب.", "US", None, None),
        ("قال مسؤول في {ORG:وزارة الخارجية الأميركية} إن الاتفاق قريب.", "US", "وزارة الخارجية الأميركية", None),
        ("قال مصدر في {ORG:حركة النور} إن الاتفاق قريب.", None, "حركة النور", None),
        # the wife of the politician Salim Omar; officials of two states; a witness
        ("قالت زوجة السياسي {PER:سليم عمر} إن الشرطة اعتقلته.", None, None, "سليم عمر"),
        ("قال دبلوماسيون فرنسيون وألمان إن الاتفاق قريب.", None, None, None),
        ("قال شاهد إن النار انطفأت.", None, None, None),
    ],
)
def test_a_speaker_without_a_name(marked: str, country: str | None, body: str | None, person: str | None) -> None:
    made = record(marked)
    (speaker,) = made.statements[0].speakers
    assert speaker.ref is None
    found = speaker.described or Description()
    names = {x.id: x.name for x in (*made.organizations, *made.people)}
    named = [names[i] if i else None for i in (found.organization, found.person)]
    assert [found.country, *named] == [country, body, person]


def test_who_is_named_is_not_described() -> None:
    (statement,) = record("قال {PER:سليم عمر} إن الاتفاق قريب.").statements
    assert statement.speakers[0].described is None


def test_older_records_are_read() -> None:
    made = record("قال مسؤول أمريكي إن الاتفاق قريب.").model_dump(mode="json")
    for statement in made["statements"]:
        for speaker in statement["speakers"]:
            del speaker["described"]
    assert ArticleRecord.model_validate(made).statements[0].speakers[0].described is None
