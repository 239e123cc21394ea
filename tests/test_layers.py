"""What the stages leave on a Doc are values: they cannot be changed, and they survive bytes."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
import srsly
from spacy.tokens import Doc

from arner import layers
from arner.layers import ArticleFacts, Entities, Mention, Organization, Person, Role, Span, TimeExpression
from tests.marked import read

NAMES = ("article", "names", "countries", "offices", "dates", "mentions", "entities")


def left(doc: Doc) -> dict[str, object]:
    return {name: doc._.get(name) for name in NAMES}


def test_every_layer_survives_bytes() -> None:
    # The Russian foreign minister met his Egyptian counterpart in Geneva yesterday at the Arab League.
    doc = read(
        "التقى وزير الخارجية الروسي {PER:سيرغي لافروف} نظيره المصري في {LOC:جنيف} أمس لدى {ORG:جامعة الدول العربية}.",
        published="2024-05-16",
        stages=("arner_mentions", "arner_dates", "arner_entities"),
    )
    assert all(left(doc).values())
    back = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert left(back) == left(doc)


@pytest.mark.parametrize(
    "value",
    [
        Mention(1, 2, 0, 3, "person", "name", ("p1", "p2"), None),
        TimeExpression(0, 4, None, None, None, "deictic", -1),
        Entities((Person("p1", "سليم", None, None, ("س",), (Role("وزير", "LB", None, None, True, Span(0, 3)),)),)),
        [Organization("o1", "النور")],
        {"arner.layers": "no layer", "values": 3},
    ],
)
def test_values_are_the_same_after_packing(value: object) -> None:
    assert srsly.msgpack_loads(srsly.msgpack_dumps(value)) == value


def test_values_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ArticleFacts().source = "x"  # type: ignore[misc]


def test_a_doc_without_stages_has_empty_layers() -> None:
    doc = read("", stages=())
    assert (list(doc._.mentions), doc._.entities, doc._.article) == ([], Entities(), ArticleFacts())


def test_entities_go_through_in_order_and_by_id() -> None:
    entities = Entities(people=(Person("p1", "سليم"),), places=(layers.Place("l1", "جنيف"),))
    assert [e.id for e in entities] == ["p1", "l1"]
    assert entities.names() == {"p1": "سليم", "l1": "جنيف"}


def test_a_text_that_says_its_day_is_read_from_it_and_published_stays() -> None:
    # He left yesterday, Tuesday: written on a Wednesday, published on the Thursday after.
    doc = read("غادر الوفد أمس (الثلاثاء)", published="2024-05-16", stages=("arner_dates",))
    assert (doc._.article.published, doc._.article.written, doc._.article.today) == (
        "2024-05-16",
        "2024-05-15",
        "2024-05-15",
    )
