"""Records as nested columns, for what keeps a column whole: Arrow, Parquet, Spark. The types are made of the models."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from arner.records import ArticleRecord

if TYPE_CHECKING:
    import pyarrow

_AT_A_TIME = 256  # records that are held as Python's own objects when they are written
_FEW = 8  # when they are read: a text that many share stands in the file once, and a few of them may be gigabytes
_Type = TypeVar("_Type")


class Types(Protocol[_Type]):
    """How an engine calls its types; every value of it may be null."""

    def scalar(self, kind: type) -> _Type:
        """`kind` is str, int, float, bool or bytes."""

    def many(self, item: _Type) -> _Type: ...

    def by_name(self, item: _Type) -> _Type:
        """A mapping from strings."""

    def parts(self, fields: dict[str, _Type]) -> _Type: ...


def type_of(annotation: Any, types: Types[_Type]) -> _Type:
    """The type of what a field is annotated with, or of a model or a `NamedTuple` as a whole."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        (annotation,) = (one for one in inner if one is not NoneType)
        return type_of(annotation, types)
    if origin is list:
        return types.many(type_of(inner[0], types))
    if origin is dict:
        return types.by_name(type_of(inner[1], types))
    if origin is Literal:
        return types.scalar(str)
    if issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return types.parts({name: type_of(field.annotation, types) for name, field in fields})
    if issubclass(annotation, tuple):  # a NamedTuple
        return types.parts({name: type_of(held, types) for name, held in get_type_hints(annotation).items()})
    return types.scalar(annotation)


class _Arrow:
    """Arrow's own types, which are also Parquet's."""

    def scalar(self, kind: type) -> pyarrow.DataType:
        import pyarrow

        types = {
            str: pyarrow.string(),
            int: pyarrow.int64(),
            float: pyarrow.float64(),
            bool: pyarrow.bool_(),
            bytes: pyarrow.binary(),
        }
        return types[kind]

    def many(self, item: pyarrow.DataType) -> pyarrow.DataType:
        import pyarrow

        return pyarrow.list_(item)

    def by_name(self, item: pyarrow.DataType) -> pyarrow.DataType:
        import pyarrow

        return pyarrow.map_(pyarrow.string(), item)

    def parts(self, fields: dict[str, pyarrow.DataType]) -> pyarrow.DataType:
        import pyarrow

        return pyarrow.struct(list(fields.items()))


def arrow_schema(model: type) -> pyarrow.Schema:
    """The columns of a model or a `NamedTuple`, nested as it is."""
    import pyarrow

    return pyarrow.schema(list(type_of(model, _Arrow())))


def write_parquet(lines: Iterable[bytes], path: Path) -> None:
    """A Parquet file of records, given as lines of JSON; they are held in memory as Arrow does. Needs pyarrow."""
    import pyarrow
    import pyarrow.parquet

    schema = arrow_schema(ArticleRecord)
    lines = iter(lines)
    batches = []
    while some := list(map(json.loads, islice(lines, _AT_A_TIME))):
        batches.append(pyarrow.RecordBatch.from_pylist(some, schema=schema))
    pyarrow.parquet.write_table(pyarrow.Table.from_batches(batches, schema), path, compression="zstd")


def read_parquet(stream: BinaryIO | Path, columns: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """Records of a Parquet file, as their JSON would be read: all their fields, or these `columns`.

    Also what `arner.spark.extract` wrote: a row without a record is `{"id": …, "problem": …}` then.

    Raises:
        ValueError: it is no Parquet file, or a broken one.
    """
    import pyarrow.parquet

    try:
        file = pyarrow.parquet.ParquetFile(stream)
        there = file.schema_arrow.names
        wanted = list(columns or [*ArticleRecord.model_fields, "problem"])
        if not columns and "json" in there:
            wanted = ["id", "json", "problem"]
        for batch in file.iter_batches(_FEW, columns=[name for name in wanted if name in there]):
            yield from map(_record, batch.to_pylist())
    except pyarrow.ArrowException as error:
        raise ValueError(f"not a Parquet file: {error}") from error


def _record(row: dict[str, Any]) -> dict[str, Any]:
    if row.get("problem") is not None:
        return {"id": row["id"], "problem": row["problem"]}
    if "json" in row:
        found: dict[str, Any] = json.loads(row["json"])
        return found
    row.pop("problem", None)
    for event in row.get("events") or ():
        event["slots"] = dict(event["slots"])  # Arrow gives a mapping as pairs
    return row
