"""Records against gold."""

from __future__ import annotations

import pytest

from arner.evaluation.gold import GoldArticle
from arner.evaluation.scores import Scores, evaluate
from arner.records import ArticleRecord
from tests.samples import first, signing

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
    f1 = {kind: round(tally.f1, 3) for kind, tally in scores.kinds.items() if kind in scores.counted}
    assert f1 == {
        "people": 1.0,
        "roles": 0.667,  # al-Jubeir's is missed
        "countries": 0.8,  # Yemen
        "meetings": 1.0,
        "statements": 1.0,
        "attributed": 1.0,
        "tight content": 1.0,
    }
    assert all(right == of for right, of in scores.fields.values())
    assert [mistake[:2] for mistake in scores.mistakes] == [("sochi", "role MISS"), ("sochi", "country MISS")]
    assert scores.overall == pytest.approx((1 + 2 / 3 + 0.8 + 1 + 1) / 5)


def _wrong(scores: Scores) -> list[str]:
    """Fields of the records that are wrong; whether something was made real is a figure of its own."""
    return [name for name, (right, _) in scores.fields.items() if not right and not name.endswith("not made real")]


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
    assert _wrong(scores) == [name]


def test_words_put_into_another_s_mouth() -> None:
    (statement,) = GOLD["statements"]
    scores = scored({**GOLD, "statements": [{**statement, "speakers": ["عادل الجبير"]}]}, first())
    assert (scores.kinds["statements"].right, scores.kinds["attributed"].right) == (1, 0)
    assert "speaker WRONG" in {what for _, what, _ in scores.mistakes}


def test_false_alarms_cost_precision() -> None:
    scores = scored({"people": [], "countries": [], "meetings": [], "statements": []}, first())
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


def test_what_the_gold_has_no_key_for_is_not_counted() -> None:
    scores = scored({}, first())
    assert (scores.mistakes, scores.counted) == ([], set())
    assert "overall" not in scores.table()


EVENTS = {
    "agreements": [
        {
            "kind": "memorandum",
            "status": "signed",
            "parties": ["EG", "FR"],
            "signatories": ["سليم عمر", "مارك لوران"],
            "subject": "التعاون العسكري",
            "place": "باريس",
            "country": "FR",
            "date": "2021-05-04",
            "evidence": "وقع الوزير المصري سليم عمر ونظيره الفرنسي مارك لوران",
        }
    ],
    "appointments": [
        {
            "kind": "appointed",
            "status": "done",
            "person": "مريم فرح",
            "title": "وزيرة المالية",
            "country": "EG",
            "organization": None,
            "by": "كريم حسن",
            "date": None,
            "evidence": "وعين الرئيس كريم حسن مريم فرح وزيرة المالية",
        }
    ],
}


def scored_events(**changes: object) -> Scores:
    """`EVENTS` with other values: `{"agreements.kind": "treaty"}`."""
    gold: dict[str, list[dict[str, object]]] = {kind: [dict(item) for item in items] for kind, items in EVENTS.items()}
    for where, value in changes.items():
        kind, name = where.split(".")
        gold[kind][0][name] = value
    return evaluate([("signing", GoldArticle.model_validate(gold))], {"signing": signing()})


def test_agreements_and_changes_of_office_are_scored() -> None:
    scores = scored_events()
    assert {kind: scores.kinds[kind].f1 for kind in scores.counted} == {"agreements": 1.0, "appointments": 1.0}
    assert all(right == of for right, of in scores.fields.values())
    assert "agreement: signatories" in scores.fields
    assert scores.mistakes == []


@pytest.mark.parametrize(
    ("where", "value", "wrong"),
    [
        ("agreements.kind", "treaty", "agreement: kind"),
        ("agreements.status", "planned", "agreement: status"),
        ("agreements.parties", ["EG", "FR", "DE"], "agreement: parties"),
        ("agreements.signatories", [], "agreement: signatories"),
        ("agreements.subject", "التجارة", "agreement: subject"),
        ("agreements.country", "EG", "agreement: country"),
        ("agreements.date", "2021-05", "agreement: date"),
        ("appointments.title", "وزيرة المالية والاقتصاد والتخطيط", "appointment: title"),
        ("appointments.country", "JO", "appointment: country"),
        ("appointments.by", "سليم عمر", "appointment: by"),
        ("appointments.by", None, "appointment: by"),
    ],
)
def test_a_wrong_field_of_an_event(where: str, value: object, wrong: str) -> None:
    scores = scored_events(**{where: value})
    assert _wrong(scores) == [wrong]
    assert all(tally.right == 1 for kind, tally in scores.kinds.items() if kind in scores.counted)


@pytest.mark.parametrize(
    ("where", "value"),
    [("agreements.parties", ["DE", "IT"]), ("appointments.person", "كريم حسن"), ("appointments.person", None)],
)
def test_another_event(where: str, value: object) -> None:
    scores = scored_events(**{where: value})
    what = where.partition("s.")[0]
    assert {mistake[1] for mistake in scores.mistakes} == {f"{what} MISS", f"{what} FALSE"}


def test_a_mistake_says_why_it_was_made() -> None:
    (mistake,) = scored_events(**{"agreements.kind": "treaty"}).mistakes
    assert mistake[2].endswith(
        "| gold treaty | got memorandum | why «وقع» parties: party ← states of the signatories,"
        " not subject after الوزير (person); place ← located"
    )


@pytest.mark.parametrize(
    ("speaker", "right"),
    [
        ({"ref": "p1", "name": "سيرغي لافروف"}, True),
        ({"ref": None, "name": "الوزير"}, True),  # not resolved: nobody else has his words
        ({"ref": "p2", "name": "عادل الجبير"}, False),
    ],
)
def test_words_given_to_somebody_else(speaker: dict[str, str | None], right: bool) -> None:
    record = first().model_dump()
    why = {"cue": {"start": 0, "end": 3, "text": record["text"][:3]}, "frame": "reports"}
    record["statements"] = [{**record["statements"][0], "speakers": [speaker], "why": why}]
    scores = scored(GOLD, ArticleRecord.model_validate(record))
    assert scores.fields["speaker: nobody else"] == (int(right), 1)


@pytest.mark.parametrize(("ref", "right"), [("p1", 1), ("p2", 0)])
def test_speakers_found_by_a_description_are_a_figure_of_their_own(ref: str, right: int) -> None:
    record = first().model_dump()
    slots = [{"slot": "speaker", "step": "speaker after · description"}]
    why = {"cue": {"start": 0, "end": 3, "text": record["text"][:3]}, "frame": "reports", "slots": slots}
    record["statements"] = [{**record["statements"][0], "speakers": [{"ref": ref, "name": "الوزير"}], "why": why}]
    scores = scored(GOLD, ArticleRecord.model_validate(record))
    assert scores.fields["speaker: by description"] == (right, 1)


@pytest.mark.parametrize(("status", "right"), [("planned", 1), ("proposed", 1), ("held", 0)])
def test_what_was_not_held_and_is_told_as_held_is_a_figure_of_its_own(status: str, right: int) -> None:
    record = first().model_dump()
    record["meetings"] = [{**record["meetings"][0], "status": status}]
    gold = {**GOLD, "meetings": [{**GOLD["meetings"][0], "status": "cancelled"}]}
    scores = scored(gold, ArticleRecord.model_validate(record))
    assert scores.fields["meeting: not made real"] == (right, 1)
