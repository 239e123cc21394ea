"""Records as nested columns, for what keeps a column whole: Arrow, Parquet, Spark. The types are made of the models."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice, repeat
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from arner.records import ArticleRecord

if TYPE_CHECKING:
    import pyarrow

_AT_A_TIME = 256  # records that are held as Python's own objects when they are written
_FEW = 64  # when they are read
_MOST = 128_000_000  # bytes of a row
_VALUE = 64  # bytes that a value of a list takes
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


def rows_of(batch: pyarrow.RecordBatch) -> list[dict[str, Any]]:
    """The rows as Python's own values. A cell for which Python has none costs nothing but itself: a day after the year
    9999 is its text, bytes that are no UTF-8 stand in a text as `open_text` gives them.
    """
    try:
        found: list[dict[str, Any]] = batch.to_pylist()
    except (ValueError, ArithmeticError, LookupError):
        columns = [list(map(_cell, column)) for column in batch.columns]
        found = [dict(zip(batch.schema.names, row, strict=True)) for row in zip(*columns, strict=True)]
    return found


def _cell(cell: pyarrow.Scalar) -> Any:
    import pyarrow

    try:
        return cell.as_py()
    except UnicodeDecodeError:
        if pyarrow.types.is_nested(cell.type):
            return f"a {cell.type} that is not UTF-8"
        return cell.as_buffer().to_pybytes().decode("utf-8", "surrogateescape")
    except (ValueError, ArithmeticError, LookupError):
        with suppress(pyarrow.ArrowException):
            return cell.cast(pyarrow.string()).as_py()
        return f"a {cell.type} that cannot be read"


def read_parquet(stream: BinaryIO | Path, columns: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """Records of a Parquet file, as their JSON would be read: all their fields, or these `columns`.

    Also what `arner.spark.extract` wrote: a row without a record is `{"id": …, "problem": …}` then.

    A text that many values share stands in the file once, and is left so until it is known what the rows take.

    Raises:
        ValueError: it is no Parquet file, or a broken one, or a row of it takes too much.
    """
    import pyarrow.parquet

    try:
        file = pyarrow.parquet.ParquetFile(stream)
        leaves = map(file.schema.column, range(len(file.schema)))
        texts = [leaf.path for leaf in leaves if leaf.physical_type == "BYTE_ARRAY"]
        file = pyarrow.parquet.ParquetFile(stream, metadata=file.metadata, read_dictionary=texts)
        there = file.schema_arrow.names
        wanted = list(columns or [*ArticleRecord.model_fields, "problem"])
        if not columns and "json" in there:
            wanted = ["id", "json", "problem"]
        for batch in file.iter_batches(_FEW, columns=[name for name in wanted if name in there]):
            small = _unpacked(batch) <= _MOST
            for rows in [batch] if small else map(batch.slice, range(len(batch)), repeat(1)):
                if not small and _unpacked(rows) > _MOST:
                    raise ValueError(f"a row takes over {_MOST // 1_000_000} MB")
                yield from map(_record, rows_of(rows))
    except pyarrow.ArrowException as error:
        raise ValueError(f"not a Parquet file: {error}") from error


def _unpacked(values: pyarrow.RecordBatch | pyarrow.Array) -> int:
    """How many bytes values take at least as Python's own, of which each text is one of its own."""
    import pyarrow
    from pyarrow import compute, types

    if isinstance(values, pyarrow.RecordBatch):
        return sum(map(_unpacked, values.columns))
    if types.is_dictionary(values.type):
        lengths = compute.binary_length(values.dictionary)
        return compute.sum(compute.take(lengths, values.indices)).as_py() or 0
    if types.is_struct(values.type):
        return sum(map(_unpacked, values.flatten()))
    if types.is_map(values.type):
        return _VALUE * len(values.keys) + _unpacked(values.keys) + _unpacked(values.items)
    if types.is_nested(values.type):
        inner = values.flatten()
        return _VALUE * len(inner) + _unpacked(inner)
    return int(values.nbytes)


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
