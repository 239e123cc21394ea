"""The contract: what a record promises."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from arner.records import Article, ArticleRecord, UnknownField
from tests.samples import first, second, signed, signing


@pytest.mark.parametrize("record", [first(), second(), signing(), signed()])
def test_records_survive_json(record: ArticleRecord) -> None:
    assert ArticleRecord.model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize("record", [first(), second(), signing(), signed()])
def test_spans_are_found_wherever_they_stand(record: ArticleRecord) -> None:
    def count(value: object) -> int:
        if isinstance(value, dict):
            return ({"start", "end", "text"} <= value.keys() and isinstance(value["start"], int)) + sum(
                map(count, value.values())
            )
        return sum(map(count, value)) if isinstance(value, list) else 0

    assert len(record.spans()) == count(json.loads(record.model_dump_json()))


@pytest.mark.parametrize(
    "where",
    [("people", "mentions"), ("people", "roles"), ("meetings", "evidence"), ("statements", "content")],
)
def test_a_span_that_is_not_in_the_text_is_refused(where: tuple[str, str]) -> None:
    data = first().model_dump()
    part = data[where[0]][0][where[1]]
    part = part[0] if isinstance(part, list) else part
    part.get("evidence", part)["start"] += 1
    with pytest.raises(ValidationError, match="is not"):
        ArticleRecord.model_validate(data)


def test_the_title_is_the_first_line() -> None:
    assert Article(text="نص", title="عنوان").full_text == "عنوان\nنص"
    assert Article(text="نص").full_text == "نص"
    assert Article(text="نص", title="").full_text == "نص"


@pytest.mark.parametrize("published", ["16/5/2024", "2024-5-16", "2024-05-16\n", "أمس"])
def test_a_publication_date_is_iso(published: str) -> None:
    with pytest.raises(ValidationError):
        Article(text="نص", published=published)


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError):
        Article.model_validate({"text": "نص", "body": "نص"})


def test_unknown_fields_of_a_record_are_left_out_with_a_warning() -> None:
    # of another minor version, which may add fields
    told = first().model_dump_json().replace('"topics":', '"mood":"calm","topics":')
    with pytest.warns(UnknownField, match=r"sochi: unknown fields left out: meetings\.mood"):
        assert ArticleRecord.model_validate_json(told) == first()


@pytest.mark.parametrize(("field", "value"), [("status", "dreamt"), ("kind", None)])
def test_a_wrong_value_is_refused_beside_an_unknown_field(field: str, value: object) -> None:
    data = first().model_dump()
    data["meetings"][0] |= {"mood": "calm", field: value}
    with pytest.raises(ValidationError, match=field):
        ArticleRecord.model_validate(data)


def test_a_record_of_another_major_version_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"schema 2\.0.*update"):
        ArticleRecord.model_validate({"schema_version": "2.0", "id": "a", "text": "نص"})


def test_what_is_less_sure_can_be_left_out() -> None:
    role = first().people[0].roles[0].model_copy(update={"confidence": 0.2})
    person = first().people[0].model_copy(update={"roles": [role]})
    record = signing().surer_than(0.6)
    assert (len(record.agreements), record.appointments, len(record.events)) == (1, [], 1)  # a sale has no figure
    assert not first().model_copy(update={"people": [person]}).surer_than(0.6).people[0].roles
    assert signing().surer_than(0) == signing()


def test_the_schema_describes_every_kind() -> None:
    schema = ArticleRecord.model_json_schema()
    assert {"people", "countries", "organizations", "places", "meetings", "statements"} <= schema["properties"].keys()
