"""Records in a DataFrame: the fields of `ArticleRecord` as columns, and the line of JSON that they are read from.

The line is what `arner extract` writes. Spark reads the columns out of it only where they are asked for.
"""

from __future__ import annotations

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

from arner.files import without_surrogates
from arner.inputs import InputFailure
from arner.inputs.records import RecordRow
from arner.inputs.records import record_of as read_row
from arner.records import ArticleRecord
from arner.spark.groups import spark_schema


def schema() -> T.StructType:
    """The columns of a record, nested as its models are."""
    return spark_schema(ArticleRecord)


def read(spark: SparkSession, *paths: str) -> DataFrame:
    """The records that `arner extract` wrote as lines of JSON: files (also `.gz`, `.bz2`), and folders of them."""
    lines = spark.read.text(list(paths), lineSep="\n").withColumnRenamed("value", "json")
    return with_fields(lines.where(F.length(F.trim("json")) > 0))


def with_fields(lines: DataFrame) -> DataFrame:
    """`lines` has the column `json`; the record's fields go before it. A column that `lines` has of the same name stays
    where there is no record.
    """
    fields = schema()

    def field(name: str) -> Column:
        read = F.col(f"_record.{name}")
        return (F.coalesce(read, F.col(name)) if name in lines.columns else read).alias(name)

    others = [name for name in lines.columns if name not in fields.names]
    return lines.withColumn("_record", F.from_json("json", fields)).select(*map(field, fields.names), *others)


_BEGINNING = 60  # characters of a line by which it is known


def record_of(line: str) -> ArticleRecord:
    """The record that a line of JSON is.

    Raises:
        ValueError: it is none: how it begins, and why.
    """
    try:
        return ArticleRecord.model_validate_json(line)
    except ValueError:
        found = read_row(RecordRow(f"the line {without_surrogates(line[:_BEGINNING])!r}", line), {})
        if isinstance(found, InputFailure):
            raise ValueError(" ".join(str(found).split())) from None
        return found


def lines_of(records: DataFrame) -> DataFrame:
    """One column, `json`, of what has been read; made of the other columns where it was dropped.

    Raises:
        ValueError: `records` has neither.
    """
    if "json" in records.columns:
        return records.select(F.col("json").cast("string")).where(F.col("json").isNotNull())
    fields = [name for name in schema().names if name in records.columns]
    if not {"id", "text"} <= set(fields):
        raise ValueError(f"these are no records: there is no column 'json' and no 'id' and 'text' in {records.columns}")
    whole = F.to_json(F.struct(*fields), {"ignoreNullFields": "false"})
    return records.where(F.col("text").isNotNull()).select(whole.alias("json"))
