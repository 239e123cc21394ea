"""Every entry of the rules has an example, and reads it: the record is made by the entry itself."""

from __future__ import annotations

import re
from typing import Any

import pytest

from arner import dates
from arner.lexicon import Lexicon, load, rules
from arner.relations.meetings.cues import NounCue, find
from tests.marked import STAGES, read

PUBLISHED = "2024-05-16"
# Its records are called by the verb after it: «كما أعلن» (as he announced) is announce/frame.
CALLED_BY_ANOTHER = {"as-said"}


def _id(entry: dict[str, Any]) -> str:
    return str(entry["id"])


def _made_by(records: list[dict[str, Any]]) -> set[str]:
    return {record["rule"].partition("/")[0] for record in records}


@pytest.mark.parametrize("entry", [*load("reporting")["verb"], *load("reporting")["frame"]], ids=_id)
def test_an_entry_of_reporting_reads_its_example(entry: dict[str, Any]) -> None:
    statements = read(entry["example"], PUBLISHED)._.statements
    if entry["id"] in CALLED_BY_ANOTHER:
        assert statements
        assert not read(entry["example"], PUBLISHED, without=(entry["id"],))._.statements
    else:
        assert entry["id"] in _made_by(statements)


@pytest.mark.parametrize("entry", [*load("meetings")["verb"], *load("meetings")["noun"]], ids=_id)
def test_an_entry_of_meetings_reads_its_example(entry: dict[str, Any]) -> None:
    assert entry["id"] in _made_by(read(entry["example"], PUBLISHED)._.meetings)


@pytest.mark.parametrize("entry", load("meetings")["light"], ids=_id)
def test_a_light_verb_carries_the_noun_of_its_example(entry: dict[str, Any]) -> None:
    doc = read(entry["example"], PUBLISHED)
    assert doc._.meetings
    words = [token.norm_ for token in doc]
    found = find(words, [False] * len(words), 0, len(words))
    assert entry["id"] in {cue.light.form.entry.id for cue in found if isinstance(cue, NounCue) and cue.light}


def test_listed_examples_have_no_marks() -> None:
    assert not any("{" in rule["example"] for rule in rules(Lexicon()))


# Their examples show what is no date, or what only helps one that another list finds.
NO_EXPRESSION = {"general"}


def _dated() -> list[str]:
    tables = [table for name, table in load("dates").items() if name not in NO_EXPRESSION]
    entries = [entry for table in tables for entry in (table if isinstance(table, list) else [table])]
    months = [month for calendar in load("months").values() for month in calendar]
    return [entry["example"] for entry in (*entries, *months) if "example" in entry]


@pytest.mark.parametrize("example", _dated())
def test_an_example_of_dates_has_a_time_expression(example: str) -> None:
    assert dates.find(example, PUBLISHED)


@pytest.mark.parametrize("relation", ["agreements", "appointments"])
def test_every_entry_of_a_relation_reads_its_example(relation: str) -> None:
    table = load(relation)
    unread = []
    for entry in (entry for kind in ("verb", "noun", "carrier") for entry in table.get(kind, ())):
        made = getattr(read(entry["example"], PUBLISHED, stages=(*STAGES, f"arner_{relation}"))._, relation)
        if not any(entry["id"] in re.split("[+/]", record["rule"]) for record in made):
            unread.append(entry["id"])
    assert unread == []
