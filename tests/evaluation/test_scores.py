"""Records against gold."""

from __future__ import annotations

import pytest

from arner.evaluation.gold import GoldArticle
from arner.evaluation.scores import Scores, evaluate
from arner.records import ArticleRecord
from tests.samples import first

# What a careful reader takes from the first of the samples.
GOLD = {
    "people": [
        {
            "name": "سيرغي لافروف",
            "aliases": ["لافروف"],
            "roles": [{"title": "وزير الخارجية", "country": "RU", "former": False}],
        },
        {"name": "عادل الجبير", "roles": [{"title": "وزير الخارجية", "country": "SA"}]},
    ],
    "countries": [{"code": "RU"}, {"code": "SA"}, {"code": "YE"}],
    "meetings": [
        {
            "kind": "meeting",
            "status": "held",
            "participants": ["سيرغي لافروف", "عادل الجبير"],
            "place": "سوتشي",
            "country": "RU",
            "date": "2019-03-04",
            "evidence": "استقبل وزير الخارجية الروسي سيرغي لافروف في سوتشي أمس",
        }
    ],
    "statements": [{"speakers": ["سيرغي لافروف"], "verb": "قال", "mode": "indirect", "content": "بلاده تدعم الحوار"}],
}


def scored(gold: dict[str, object] = GOLD, *records: ArticleRecord) -> Scores:
    return evaluate([("sochi", GoldArticle.model_validate(gold))], {record.id: record for record in records})


def test_what_is_right_and_what_is_missed() -> None:
    scores = scored(GOLD, first())
    f1 = {kind: round(tally.f1, 3) for kind, tally in scores.kinds.items()}
    assert f1 == {
        "people": 1.0,
        "roles": 0.667,  # al-Jubeir's is missed
        "countries": 0.8,  # Yemen
        "organizations": 0.0,
        "meetings": 1.0,
        "statements": 1.0,
        "attributed": 1.0,
        "tight content": 1.0,
    }
    assert all(right == of for right, of in scores.fields.values())
    assert [mistake[:2] for mistake in scores.mistakes] == [("sochi", "role MISS"), ("sochi", "country MISS")]
    assert scores.overall == pytest.approx((1 + 2 / 3 + 0.8 + 1 + 1) / 5)


@pytest.mark.parametrize(
    ("field", "value", "name"),
    [
        ("kind", "talks", "meeting: kind"),
        ("status", "planned", "meeting: status"),
        ("place", None, "meeting: place"),
        ("country", "SA", "meeting: country"),
        ("date", "2019-03", "meeting: date"),
        ("participants", ["سيرغي لافروف"], "meeting: parties"),
    ],
)
def test_a_wrong_field_of_a_meeting(field: str, value: object, name: str) -> None:
    (meeting,) = GOLD["meetings"]
    scores = scored({**GOLD, "meetings": [{**meeting, field: value}]}, first())
    assert scores.kinds["meetings"].right == 1
    assert [known for known, (right, _) in scores.fields.items() if not right] == [name]


def test_words_put_into_another_s_mouth() -> None:
    (statement,) = GOLD["statements"]
    scores = scored({**GOLD, "statements": [{**statement, "speakers": ["عادل الجبير"]}]}, first())
    assert (scores.kinds["statements"].right, scores.kinds["attributed"].right) == (1, 0)
    assert "speaker WRONG" in {what for _, what, _ in scores.mistakes}


def test_false_alarms_cost_precision() -> None:
    scores = scored({}, first())
    assert (scores.kinds["people"].precision, scores.kinds["people"].recall) == (0, 0)
    assert {what for _, what, _ in scores.mistakes} == {
        "person FALSE", "country FALSE", "meeting FALSE", "statement FALSE",
    }  # fmt: skip


def test_an_article_without_a_record_is_missed_whole() -> None:
    scores = scored(GOLD)
    assert (scores.missing, scores.kinds["people"].recall, scores.kinds["statements"].gold) == (["sochi"], 0, 1)


def test_a_record_without_gold_does_not_count() -> None:
    other = first().model_copy(update={"id": "other"})
    assert scored(GOLD, first(), other).table() == scored(GOLD, first()).table()
