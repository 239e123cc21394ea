"""Records → flat tables for Excel and its like: a row for each of one kind."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from typing import Any, TextIO

from arner.records import ArticleRecord, Ref, Role

Cell = str | int | None

# A cell that begins so is a formula to a spreadsheet: text from a stranger would be run.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def _joined(texts: Iterable[str]) -> str:
    return " | ".join(texts)


def _names(refs: Iterable[Ref]) -> str:
    return _joined(ref.name for ref in refs)


def _office(role: Role) -> str:
    of = ", ".join(filter(None, (role.organization, role.country, "former" if role.former else None)))
    return f"{role.title} ({of})" if of else role.title


# The columns of each table, with how one of the record's items fills them.
TABLES: dict[str, dict[str, Callable[[Any], Cell]]] = {
    "people": {
        "id": lambda person: person.id,
        "name": lambda person: person.name,
        "name_latin": lambda person: person.name_latin,
        "aliases": lambda person: _joined(person.aliases),
        "roles": lambda person: _joined(map(_office, person.roles)),
        "mentions": lambda person: len(person.mentions),
    },
    "countries": {
        "code": lambda country: country.code,
        "name": lambda country: country.name,
        "name_en": lambda country: country.name_en,
        "surfaces": lambda country: _joined(dict.fromkeys(m.text for m in country.mentions)),
        "mentions": lambda country: len(country.mentions),
    },
    "organizations": {
        "id": lambda organization: organization.id,
        "name": lambda organization: organization.name,
        "aliases": lambda organization: _joined(organization.aliases),
        "country": lambda organization: organization.country,
        "mentions": lambda organization: len(organization.mentions),
    },
    "places": {
        "id": lambda place: place.id,
        "name": lambda place: place.name,
        "country": lambda place: place.country,
        "mentions": lambda place: len(place.mentions),
    },
    "meetings": {
        "id": lambda meeting: meeting.id,
        "kind": lambda meeting: meeting.kind,
        "status": lambda meeting: meeting.status,
        "participants": lambda meeting: _names(meeting.participants),
        "place": lambda meeting: meeting.place and meeting.place.name,
        "country": lambda meeting: meeting.place and meeting.place.country,
        "date_text": lambda meeting: meeting.date and meeting.date.text,
        "date_start": lambda meeting: meeting.date and meeting.date.start,
        "date_end": lambda meeting: meeting.date and meeting.date.end,
        "ordinal": lambda meeting: meeting.ordinal,
        "topics": lambda meeting: _joined(meeting.topics),
        "evidence": lambda meeting: _joined(span.text for span in meeting.evidence),
    },
    "statements": {
        "id": lambda statement: statement.id,
        "speakers": lambda statement: _names(statement.speakers),
        "verb": lambda statement: statement.verb,
        "act": lambda statement: statement.act,
        "mode": lambda statement: statement.mode,
        "content": lambda statement: statement.content.text,
        "said_in": lambda statement: statement.source,
        "date_text": lambda statement: statement.date and statement.date.text,
        "date_start": lambda statement: statement.date and statement.date.start,
        "date_end": lambda statement: statement.date and statement.date.end,
        "about": lambda statement: _names(statement.about),
    },
}


def write_table(kind: str, records: Iterable[ArticleRecord], out: TextIO) -> int:
    """Write one of `TABLES` as CSV; the number of records read.

    `out` must leave line ends as they are (`newline=""`). Text that a spreadsheet would run as a formula gets
    an apostrophe before it.
    """
    columns = TABLES[kind]
    writer = csv.writer(out)
    writer.writerow(["article", "published", "source", *columns])
    count = 0
    for count, record in enumerate(records, 1):  # noqa: B007
        told = [record.id, record.published, record.source]
        for item in getattr(record, kind):
            writer.writerow(map(safe_cell, [*told, *(fill(item) for fill in columns.values())]))
    return count


def safe_cell(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs as a formula: such text gets an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
