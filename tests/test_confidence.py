"""How sure a record is: shares of a table that lean on more general ones where cases are few."""

from __future__ import annotations

from itertools import pairwise

import pytest

import arner
from arner import confidence
from arner.confidence import keys_of, with_confidence
from arner.lexicon import lines
from arner.records import Role, Span
from tests.samples import first

ROLE = Role(title="وزير", country="EG", country_from="adjective", evidence=Span(start=0, end=0, text=""))  # "minister"


def test_a_share_of_few_cases_leans_on_the_general_one(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {("roles", ""): (50, 100), ("roles", "adjective"): (4, 4), ("roles", "adjective, present"): (0, 0)}
    monkeypatch.setattr(confidence, "_table", lambda: table)
    assert confidence.confidence("roles", ("",)) == 0.5
    assert (
        confidence.confidence("roles", ("", "adjective")) == 0.75
    )  # four of four, and two of four for the general one
    assert confidence.confidence("roles", ("", "adjective", "adjective, present")) == 0.75
    assert confidence.confidence("meetings", ("", "with")) is None


def test_the_table_counts_each_record_once_at_every_level() -> None:
    rows = [line.split("\t") for line in lines("confidence.tsv")]
    for kind in {kind for kind, *_ in rows}:
        whole = next(int(cases) for k, key, _, cases in rows if k == kind and not key)
        parts = sum(int(cases) for k, key, _, cases in rows if k == kind and key and "|" not in key and "," not in key)
        assert parts in (0, whole), kind
    assert all(0 <= int(right) <= int(cases) for _, _, right, cases in rows)


def test_keys_go_from_the_general_to_the_special() -> None:
    assert keys_of(ROLE) == ("", "adjective", "adjective, present")
    for statement in first().statements:
        assert all(special.startswith(general) for general, special in pairwise(keys_of(statement)))


def test_records_carry_it(nlp: arner.Pipeline) -> None:
    # The Egyptian president met his French counterpart in Cairo; he said relations were strong.
    text = (
        "التقى الرئيس المصري عبد الفتاح السيسي نظيره الفرنسي إيمانويل ماكرون في القاهرة. وقال السيسي إن العلاقات قوية."
    )
    record = nlp(text)
    found = [*record.all_events(), *record.statements, *(role for person in record.people for role in person.roles)]
    assert len(found) >= 3
    assert all(item.confidence is not None and 0 < item.confidence < 1 for item in found)
    assert with_confidence(record) == record
