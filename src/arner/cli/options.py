"""Arguments and options that several commands have, and the choices that `--help` lists."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from arner.events import RELATIONS
from arner.rows import TABLES
from arner.segments import FORMATS

FIELDS = [relation.field for relation in RELATIONS]

if TYPE_CHECKING:
    Projection: TypeAlias = str
    NodeType: TypeAlias = str
    Status: TypeAlias = str
    Table: TypeAlias = str
    Drawn: TypeAlias = str
    Format: TypeAlias = str
    Language: TypeAlias = Literal["ar", "en", "latin"]
else:  # of the entities and of every relation

    def _choices(name: str, *values: str) -> type[StrEnum]:
        return StrEnum(name, {value: value for value in values})

    _TYPES = ["person", "country", "organization", "place", *(r.id for r in RELATIONS)]
    Projection = _choices("Projection", *FIELDS, "countries", "statements", "targets", "mentions")
    NodeType = _choices("NodeType", *_TYPES, "statement", "article", "described")
    Status = _choices("Status", *dict.fromkeys(status for relation in RELATIONS for status in relation.statuses))
    Table = _choices("Table", *TABLES)
    Drawn = _choices("Drawn", "edges", "nodes")
    Format = _choices("Format", *FORMATS)
    Language = _choices("Language", "ar", "en", "latin")

Records = Annotated[
    list[str], typer.Argument(help="What `extract` wrote: files (.jsonl, .gz, .xz), folders; - for stdin.")
]
Judgements = Annotated[
    Path | None,
    typer.Option(help="Your word on who is the same and what is wrong: a CSV with left, right, judgement."),
]
Surest = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        help="Only events, statements and offices at least so sure; those whose confidence is not known stay.",
    ),
]


def iso_day(given: str | None) -> str | None:
    """A day that an option gives, checked."""
    from arner.inputs import iso_date

    try:
        return iso_date(given) if given else None
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no ISO date such as 2024-05-16") from None
