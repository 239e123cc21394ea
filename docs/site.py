"""A hook of mkdocs: the page `reference.md` is made of the models themselves."""

from __future__ import annotations

import types
import typing
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from pydantic import BaseModel

from arner import records

MODELS = (
    records.ArticleRecord,
    records.Person,
    records.Role,
    records.Country,
    records.Organization,
    records.Place,
    records.Meeting,
    records.Participant,
    records.MeetingPlace,
    records.Statement,
    records.Agreement,
    records.Appointment,
    records.OwnEvent,
    records.Why,
    records.Slot,
    records.Rejected,
    records.DateValue,
    records.Mention,
    records.Span,
    records.Ref,
    records.Description,
    records.Article,
)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    files.append(File.generated(config, "reference.md", content=reference()))
    return files


def reference() -> str:
    parts = [
        "# Every field of a record",
        f"Made of the models of `arner.records`, schema {records.SCHEMA_VERSION}; `arner schema` prints the same as"
        " JSON Schema. What the records mean is told in [records](records.md).",
    ]
    for model in MODELS:
        parts += [f"## {model.__name__}", _paragraphs(model.__doc__), _table(model)]
    return "\n\n".join(parts) + "\n"


def _table(model: type[BaseModel]) -> str:
    lines = ["| field | type | |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        lines.append(f"| `{name}` | {_type(field.annotation)} | {field.description} |")
    return "\n".join(lines)


def _type(of: Any) -> str:
    """A type in words of JSON, models as links to their tables."""
    arguments = typing.get_args(of)
    match typing.get_origin(of):
        case typing.Literal:
            return ", ".join(f"`{value}`" for value in arguments)
        case types.UnionType | typing.Union:
            return " or ".join(map(_type, arguments))
    if typing.get_origin(of) is list:
        return f"list of {_type(arguments[0])}"
    if typing.get_origin(of) is dict:
        return f"object of {_type(arguments[1])}"
    if isinstance(of, type) and issubclass(of, BaseModel):
        return f"[{of.__name__}](#{of.__name__.lower()})"
    return {str: "string", int: "number", float: "number", bool: "true or false", type(None): "null"}[of]


def _paragraphs(docstring: str | None) -> str:
    return "\n\n".join(" ".join(part.split()) for part in (docstring or "").split("\n\n"))
