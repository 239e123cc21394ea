"""The records that `arner extract` wrote, read back."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import starmap
from typing import Any, NamedTuple

from pydantic import ValidationError

from arner.columnar import read_parquet
from arner.inputs.bounds import LARGEST, whole
from arner.inputs.encoding import as_text
from arner.inputs.failures import InputFailure, InputNotice, first_problem, reason
from arner.inputs.parquet_pages import check_pages
from arner.inputs.rows import json_object, numbered
from arner.inputs.source import READ_ERRORS, Source, sources
from arner.records import SCHEMA_VERSION, ArticleRecord, UnknownField, version_problem


def _warn(message: str) -> None:
    warnings.warn(message, UnknownField, stacklevel=3)


class RecordRow(NamedTuple):
    """A record as it stands in its file, not yet checked."""

    where: str
    row: dict[str, Any] | str  # its columns; or its line of JSON, which whoever checks it also reads


def read_records(
    paths: Iterable[str | os.PathLike[str]], warn: Callable[[str], None] = _warn
) -> Iterator[ArticleRecord | InputFailure]:
    """The records that `arner extract` wrote (also packed; "-" is standard input).

    Fields that this version does not know are left out; `warn` is told of each once a file.
    """
    seen: set[str] = set()
    file, known = "", set[str]()
    for found in record_rows(paths):
        if isinstance(found, InputFailure):
            yield found
            continue
        if file != (file := found.where.rpartition(":")[0]):
            known = set()
        unknown: dict[str, None] = {}
        record = record_of(found, unknown)
        for name in (name for name in unknown if name not in known):
            warn(f"{found.where}: this version does not know the field {name}; it is left out wherever it stands")
        known |= unknown.keys()
        if isinstance(record, ArticleRecord) and record.id in seen:
            record = InputFailure(found.where, f"the id {record.id!r} was already used")
        elif isinstance(record, ArticleRecord):
            seen.add(record.id)
        yield record


def record_rows(paths: Iterable[str | os.PathLike[str]]) -> Iterator[RecordRow | InputFailure]:
    """The records of `read_records`, for `record_of`."""
    for path in paths:
        empty = True
        try:
            for source in sources(str(path)):
                for found in _rows(source):
                    empty = False
                    yield found
        except READ_ERRORS as error:
            yield InputFailure(str(path), reason(error))
        else:
            if empty:
                yield InputFailure(str(path), "the file holds no record")


def _rows(source: Source | InputFailure | InputNotice) -> Iterator[RecordRow | InputFailure]:
    if isinstance(source, InputFailure):
        yield source
    if not isinstance(source, Source):
        return
    with source.open() as stream:
        if not source.name.lower().endswith(".parquet"):
            with as_text(stream) as (text, _):
                yield from starmap(RecordRow, numbered(source.where, text))
            return
        try:
            held = stream if source.plain else whole(stream)
            check_pages(held, LARGEST)
            for number, row in enumerate(read_parquet(held), 1):
                yield RecordRow(f"{source.where}:{number}", row)
        except ImportError:
            yield InputFailure(source.where, "pyarrow is needed to read it: pip install 'arner[parquet]'")
        except ValueError as error:
            yield InputFailure(source.where, str(error))


def record_of(found: RecordRow, unknown: dict[str, None]) -> ArticleRecord | InputFailure:
    """The record of a row; `unknown` takes the names of fields that were left out."""
    where = found.where
    row = json_object(where, found.row) if isinstance(found.row, str) else found.row
    if isinstance(row, InputFailure):
        return row
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
