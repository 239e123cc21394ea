"""Functions over rows, and over the rows of a group, as steps of Spark; a row that comes out is a `NamedTuple`.

Spark only partitions and sorts. Its columns have the types that the fields of the `NamedTuple` are annotated with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pyspark import StorageLevel
from pyspark.errors import PythonException
from pyspark.sql import DataFrame
from pyspark.sql import types as T

from arner.columnar import arrow_schema, rows_of, type_of

if TYPE_CHECKING:
    import pyarrow

Row = dict[str, Any]
_Out = TypeVar("_Out", bound=NamedTuple)
_AT_A_TIME = 1_000  # rows that go back to Spark together


class _Types:
    """Spark's own."""

    def scalar(self, kind: type) -> T.DataType:
        types = {
            str: T.StringType(),
            int: T.LongType(),
            float: T.DoubleType(),
            bool: T.BooleanType(),
            bytes: T.BinaryType(),
        }
        return types[kind]

    def many(self, item: T.DataType) -> T.DataType:
        return T.ArrayType(item)

    def by_name(self, item: T.DataType) -> T.DataType:
        return T.MapType(T.StringType(), item)

    def parts(self, fields: dict[str, T.DataType]) -> T.DataType:
        return T.StructType([T.StructField(name, type_) for name, type_ in fields.items()])


def spark_schema(model: type) -> T.StructType:
    """The columns of a model or a `NamedTuple`, nested as it is."""
    found = type_of(model, _Types())
    assert isinstance(found, T.StructType)
    return found


def mapped(df: DataFrame, does: Callable[[Iterator[Row]], Iterator[_Out]], out: type[_Out]) -> DataFrame:
    """What `does` makes of the rows of each partition."""
    schema = spark_schema(out)

    def run(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        return _batches(does(row for batch in batches for row in rows_of(batch)), out)

    return df.mapInArrow(run, schema)


def grouped(
    df: DataFrame, by: list[str], does: Callable[[list[Any], Iterator[Row]], Iterable[_Out]], out: type[_Out]
) -> DataFrame:
    """What `does` makes of all rows that are equal in the columns `by`, group by group; it gets these values first."""

    def groups(rows: Iterator[Row]) -> Iterator[_Out]:
        for key, group in groupby(rows, lambda row: [row[name] for name in by]):
            yield from does(key, group)

    return mapped(df.repartition(*by).sortWithinPartitions(*by), groups, out)


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """What goes wrong where Spark runs Python comes with the stacks of Python and Java: here in one sentence.

    Raises:
        ValueError: what a function said of a row.
        RuntimeError: a process of Python has died.
    """
    try:
        yield
    except PythonException as error:
        last = str(error).rstrip().rpartition("\n")[2]
        if not last.startswith("ValueError: "):
            raise
        raise ValueError(last.removeprefix("ValueError: ")) from error
    except Exception as error:  # of Java or of Spark Connect
        if "Python worker exited unexpectedly" not in str(error):
            raise
        wanted = "smaller partitions (spark.sql.shuffle.partitions) or a larger spark.executor.memoryOverhead may help"
        raise RuntimeError(f"a process of Python that Spark runs died, mostly for want of memory: {wanted}") from error


def kept(df: DataFrame) -> DataFrame:
    """`df` as rows on disk, made now: for who uses it more than once, and so that plans do not grow step by step.

    They lie in `spark.checkpoint.dir` where that is set, and outlive a machine; else on the machines that made them.
    """
    if df.sparkSession.conf.get("spark.checkpoint.dir", None):
        return df.checkpoint()
    return df.localCheckpoint(storageLevel=StorageLevel.DISK_ONLY)


def _batches(rows: Iterator[_Out], out: type[_Out]) -> Iterator[pyarrow.RecordBatch]:
    import pyarrow

    schema = arrow_schema(out)
    while some := list(islice(rows, _AT_A_TIME)):
        columns = zip(*some, strict=True)
        arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
        yield pyarrow.RecordBatch.from_arrays(arrays, schema=schema)
