"""The records that `arner extract` wrote, read back."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from arner.columnar import read_parquet
from arner.inputs.encoding import as_text
from arner.inputs.failures import InputFailure, InputNotice, first_problem, reason
from arner.inputs.rows import Found, failed, json_lines
from arner.inputs.source import READ_ERRORS, Source, sources
from arner.records import SCHEMA_VERSION, ArticleRecord, UnknownField, version_problem


def _warn(message: str) -> None:
    warnings.warn(message, UnknownField, stacklevel=3)


def read_records(
    paths: Iterable[str | os.PathLike[str]], warn: Callable[[str], None] = _warn
) -> Iterator[ArticleRecord | InputFailure]:
    """The records that `arner extract` wrote (also packed; "-" is standard input).

    Fields that this version does not know are left out; `warn` is told of each once a file.
    """
    seen: set[str] = set()
    for path in paths:
        empty = True
        try:
            for source in sources(str(path)):
                for found in _records(source, seen, warn):
                    empty = False
                    yield found
        except READ_ERRORS as error:
            yield InputFailure(str(path), reason(error))
        else:
            if empty:
                yield InputFailure(str(path), "the file holds no record")


def _records(
    source: Source | InputFailure | InputNotice, seen: set[str], warn: Callable[[str], None]
) -> Iterator[ArticleRecord | InputFailure]:
    if isinstance(source, InputFailure):
        yield source
    if not isinstance(source, Source):
        return
    known: dict[str, None] = {}
    for where, row in _rows(source):
        if isinstance(row, InputNotice):
            continue
        unknown: dict[str, None] = {}
        record = _record(where, row, unknown) if isinstance(row, dict) else row
        for name in (name for name in unknown if name not in known):
            warn(f"{where}: this version does not know the field {name}; it is left out wherever it stands")
        known |= unknown
        if isinstance(record, ArticleRecord) and record.id in seen:
            record = InputFailure(where, f"the id {record.id!r} was already used")
        elif isinstance(record, ArticleRecord):
            seen.add(record.id)
        yield record


def _rows(source: Source) -> Iterator[Found]:
    with source.open() as stream:
        if not source.name.lower().endswith(".parquet"):
            with as_text(stream) as (text, _):
                yield from json_lines(source.where, text)
            return
        try:
            for number, row in enumerate(read_parquet(stream), 1):
                yield f"{source.where}:{number}", row
        except ImportError:
            yield failed(source.where, "pyarrow is needed to read it: pip install 'arner[parquet]'")
        except ValueError as error:
            yield failed(source.where, str(error))


def _record(where: str, row: dict[str, Any], unknown: dict[str, None]) -> ArticleRecord | InputFailure:
    """`unknown` takes the names of fields that were left out."""
    if problem := version_problem(str(row.get("schema_version", SCHEMA_VERSION))):
        return InputFailure(where, problem)
    if row.keys() == {"id", "problem"}:  # a row of arner.spark.extract
        return InputFailure(where, f"{row['id']}: {row['problem']}")
    if "schema_version" not in row and "text" in row and not {"people", "statements"} & row.keys():
        return InputFailure(where, "this is an article; `arner extract` makes its record")
    try:
        return ArticleRecord.model_validate(row, context={"unknown": unknown})
    except ValidationError as error:
        return InputFailure(where, f"not a record: {first_problem(error)}")
