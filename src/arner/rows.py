"""Records → rows of flat tables, for spreadsheets and DataFrames: a row for each of one kind."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from arner.cells import safe_cell
from arner.events import RELATIONS, Relation

if TYPE_CHECKING:
    from arner.graph.naming import Naming
    from arner.records import ArticleRecord, Event, Ref, Role

Cell = str | int | float | None


def _joined(texts: Iterable[str]) -> str:
    return " | ".join(texts)


def _names(refs: Iterable[Ref]) -> str:
    return _joined(ref.name for ref in refs)


def _office(role: Role) -> str:
    of = ", ".join(filter(None, (role.organization, role.country, "former" if role.former else None)))
    return f"{role.title} ({of})" if of else role.title


def _columns(relation: Relation) -> dict[str, Callable[[Any], Cell]]:
    """The columns of a kind of event."""

    def value(name: str) -> Callable[[Any], Cell]:
        return lambda event: relation.value(event, name)

    def words(name: str) -> Callable[[Any], Cell]:
        return lambda event: _joined(getattr(event, name))

    def taking(slot: str) -> Callable[[Any], Cell]:
        def names(event: Event) -> Cell:
            given = getattr(event, slot)
            return _names(given if isinstance(given, list) else [given] if given else [])

        return names

    slots = {slot.field: taking(slot.field) for slot in relation.slots}
    if relation.own:
        slots = {"slots": lambda event: _joined(f"{role}: {ref.name}" for role, ref in relation.parts(event))}
    place: dict[str, Callable[[Any], Cell]] = {
        "place": lambda event: event.place and event.place.name,
        "country": lambda event: event.place and event.place.country,
    }
    return {
        "id": lambda event: event.id,
        "kind": relation.kind,
        "status": lambda event: event.status,
        **slots,
        **(place if relation.placed else {}),
        "date_text": lambda event: event.date and event.date.text,
        "date_start": lambda event: event.date and event.date.start,
        "date_end": lambda event: event.date and event.date.end,
        **{name: value(name) for name in relation.values},
        **{name: words(name) for name in relation.lists},
        "evidence": lambda event: _joined(span.text for span in event.evidence),
        "confidence": lambda event: event.confidence,
    }


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
    "statements": {
        "id": lambda statement: statement.id,
        "speakers": lambda statement: _names(statement.speakers),
        "verb": lambda statement: statement.verb,
        "act": lambda statement: statement.act,
        "mode": lambda statement: statement.mode,
        "content": lambda statement: statement.content.text,
        "target": lambda statement: _names(statement.target),
        "addressee": lambda statement: _names(statement.addressee),
        "said_in": lambda statement: statement.source,
        "date_text": lambda statement: statement.date and statement.date.text,
        "date_start": lambda statement: statement.date and statement.date.start,
        "date_end": lambda statement: statement.date and statement.date.end,
        "about": lambda statement: _names(statement.about),
        "confidence": lambda statement: statement.confidence,
    },
}
TABLES |= {relation.field: _columns(relation) for relation in RELATIONS}


def header(kind: str, naming: Naming | None = None) -> list[str]:
    """The names of the columns of one of `TABLES`; with `naming` there is `entity`, the id in the graph."""
    return ["article", "published", "source", *(["entity"] if naming else []), *TABLES[kind]]


def rows_of(kind: str, record: ArticleRecord, naming: Naming | None = None) -> Iterator[list[Cell]]:
    """The rows that `record` gives one of `TABLES`, with the names of the linked graph if there is `naming`."""
    named = naming.record(record) if naming else record
    for item in getattr(named, kind):
        of = [naming.entity(record, item)] if naming else []
        yield [record.id, record.published, record.source, *of, *(fill(item) for fill in TABLES[kind].values())]


TABLE_FORMATS = (".csv", ".tsv", ".xlsx", ".json", ".parquet", ".html")


def write_table(
    kind: str, records: Iterable[ArticleRecord], out: TextIO, between: str = ",", naming: Naming | None = None
) -> int:
    """Write one of `TABLES` as CSV, its cells parted by `between`; the number of records read.

    `out` must leave line ends as they are (`newline=""`). Text that a spreadsheet would run as a formula gets
    an apostrophe before it.
    """
    writer = csv.writer(out, delimiter=between)
    writer.writerow(header(kind, naming))
    count = 0
    for count, record in enumerate(records, 1):  # noqa: B007
        writer.writerows(map(safe_cell, row) for row in rows_of(kind, record, naming))
    return count
