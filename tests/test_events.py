"""The description of every kind of event fits its model."""

from __future__ import annotations

from typing import get_args

import pytest

from arner.events import BY_ID, OWN, RELATIONS, Relation
from arner.records import ArticleRecord, Event
from tests.samples import first, signing


def model(relation: Relation) -> type[Event]:
    (found,) = get_args(ArticleRecord.model_fields[relation.field].annotation)
    assert issubclass(found, Event)
    return found


def test_every_list_of_events_of_a_record_is_a_relation() -> None:
    lists = {
        name
        for name, field in ArticleRecord.model_fields.items()
        for item in get_args(field.annotation)
        if isinstance(item, type) and issubclass(item, Event)
    }
    assert lists == {relation.field for relation in RELATIONS}
    assert len(BY_ID) == len(RELATIONS)


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.id)
def test_a_relation_names_fields_of_its_model(relation: Relation) -> None:
    fields = model(relation).model_fields
    named = {*(slot.field for slot in relation.slots), *relation.values, *relation.lists, "status", "date", "evidence"}
    assert named <= set(fields)
    assert ("place" in fields) == relation.placed
    assert {*relation.alike, *relation.concerns} <= set(relation.values)
    roles = {slot.role for slot in relation.slots}
    assert set(relation.directed or ()) <= roles


@pytest.mark.parametrize("relation", [r for r in RELATIONS if not r.own], ids=lambda relation: relation.id)
def test_every_kind_status_and_field_has_a_word_in_both_languages(relation: Relation) -> None:
    fields = model(relation).model_fields
    for words in (relation.en, relation.ar):
        assert set(words.kinds) == set(get_args(fields["kind"].annotation))
        assert set(words.statuses) == set(get_args(fields["status"].annotation)) == set(relation.statuses)
        assert set(words.fields) == {*relation.values, *relation.lists}
    assert relation.happened | relation.undone <= set(relation.statuses)


def test_who_takes_part_in_what() -> None:
    told = {
        relation.id: [(role, ref.name) for event in relation.of(record) for role, ref in relation.parts(event)]
        for record in (first(), signing())
        for relation in RELATIONS
        if relation.of(record)
    }
    assert told == {
        "meeting": [("host", "سيرغي لافروف"), ("guest", "عادل الجبير")],
        "agreement": [
            ("party", "مصر"),
            ("party", "فرنسا"),
            ("signatory", "سليم عمر"),
            ("signatory", "مارك لوران"),
        ],
        "appointment": [("person", "مريم فرح"), ("by", "كريم حسن")],
        "event": [("seller", "فرنسا"), ("buyer", "مصر"), ("thing", "زورقين")],
    }
    assert [OWN.kind(event) for event in signing().events] == ["sale"]


def test_a_status_that_no_relation_knows_goes_last() -> None:
    assert sorted(["dreamt", "cancelled", "held"], key=OWN.rank) == ["held", "cancelled", "dreamt"]
