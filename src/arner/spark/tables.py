"""Records in a DataFrame → flat tables, as `arner table` writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel
from pyspark.sql import DataFrame

from arner import columnar
from arner.records import ArticleRecord
from arner.rows import TABLES, header, rows_of
from arner.spark.records import lines_of, record_of

if TYPE_CHECKING:
    import pyarrow

    _Map = Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]

_AT_A_TIME = 256  # records whose rows go back to Spark together
_SPARK = {"string": "string", "int64": "bigint", "double": "double"}


def tables(records: DataFrame) -> dict[str, DataFrame]:
    """One DataFrame a kind: people, countries, organizations, places, statements and every kind of event.

    A row for each person, meeting … of each article; `article`, `published` and `source` tell which. `records` are
    those of `extract` or `read`.
    """
    lines = lines_of(records)
    return {
        kind: lines.mapInArrow(_rows(kind), ", ".join(f"`{name}` {_SPARK[type_]}" for name, type_ in types_of(kind)))
        for kind in TABLES
    }


def types_of(kind: str) -> list[tuple[str, str]]:
    """The columns of one of `TABLES` with their types, as Arrow calls them."""
    (item,) = get_args(ArticleRecord.model_fields[kind].annotation)
    return [(name, _type(item, name) if name in TABLES[kind] else "string") for name in header(kind)]


def _type(item: type[BaseModel], name: str) -> str:
    field = item.model_fields.get(name)
    held = (field.annotation, *get_args(field.annotation)) if field else ()
    if name == "mentions" or int in held:  # of mentions it is their number
        return "int64"
    return "double" if float in held else "string"


def _rows(kind: str) -> _Map:
    types = types_of(kind)

    def rows(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        names = [name for name, _ in types]
        out = pyarrow.schema(types)
        for batch in batches:
            for start in range(0, len(batch), _AT_A_TIME):
                made = [
                    dict(zip(names, row, strict=True))
                    for line in columnar.rows_of(batch.slice(start, _AT_A_TIME))
                    for row in rows_of(kind, record_of(line["json"]))
                ]
                yield pyarrow.RecordBatch.from_pylist(made, schema=out)

    return rows
