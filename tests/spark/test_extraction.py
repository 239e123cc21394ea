"""Articles and records in DataFrames of Spark: the same as without it."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from arner.extraction import extract
from arner.ner.store import ModelError
from arner.records import Article, ArticleRecord
from arner.rows import TABLES, header, rows_of
from tests.samples import FIRST, SECOND, SIGNING, first, second, signing

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, Row, SparkSession

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'arner[spark]'")

WRITTEN = [first(), second(), signing()]


class Pair(NamedTuple):
    """What no row becomes."""

    one: str
    other: str


def lines(spark: SparkSession, records: list[ArticleRecord]) -> DataFrame:
    from arner.spark.records import with_fields

    given = [(record.model_dump_json(),) for record in records]
    return with_fields(spark.createDataFrame(given, "json string"))


def plain(row: Row, fields: list[str]) -> dict[str, Any]:
    return {name: value for name, value in row.asDict(recursive=True).items() if name in fields}


@pytest.fixture(scope="module")
def extracted(spark: SparkSession) -> list[Row]:
    """32 articles, the last two of which cannot be read."""
    from arner.spark import extract

    day = datetime.date(2019, 3, 6)
    rows: list[tuple[str | None, str | None, datetime.date]] = [
        (f"a{number}", (FIRST, SECOND, SIGNING)[number % 3], day + datetime.timedelta(number)) for number in range(30)
    ]
    rows += [("empty", " ", day), (None, None, day)]
    df = spark.createDataFrame(rows, "`الرقم` string, `نص.الخبر` string, `التاريخ` date")  # number, news' text, date
    found: list[Row] = extract(df, text="نص.الخبر").collect()
    return found


def test_records_are_those_of_the_command(extracted: list[Row]) -> None:
    articles = [
        Article(
            id=f"a{number}",
            text=(FIRST, SECOND, SIGNING)[number % 3],
            published=str(datetime.date(2019, 3, 6) + datetime.timedelta(number)),
        )
        for number in range(30)
    ]
    assert [row["json"] for row in extracted[:30]] == list(extract(articles))


def test_columns_are_the_record_whole(extracted: list[Row]) -> None:
    from arner.spark import schema

    for row in extracted[:30]:
        record = ArticleRecord.model_validate(plain(row, schema().names))
        assert record.model_dump_json() == row["json"]
    assert any(row["meetings"] for row in extracted)


def test_what_cannot_be_read_is_a_row(extracted: list[Row]) -> None:
    failed = [(row["id"], row["json"], row["problem"], row["people"]) for row in extracted[30:]]
    assert failed == [("empty", None, "the article is empty", None), (None, None, "the article is empty", None)]
    assert {row["problem"] for row in extracted[:30]} == {None}


def test_what_was_read_otherwise_is_noticed(spark: SparkSession) -> None:
    from arner.spark import extract

    # "The minister said that the bridge is safe", on a day called «soon».
    df = spark.createDataFrame([("a", "قال الوزير إن <b>الجسر</b> آمن.", "قريبا")], ["id", "text", "date"])
    (row,) = extract(df).select("text", "published", "notice").collect()
    assert (row.text, row.published) == ("قال الوزير إن الجسر آمن.", None)
    assert (
        row.notice == "taken out of the text: 2 HTML tags; 'قريبا' is no date that can be read; the article is undated"
    )


def test_a_cell_that_python_cannot_hold_costs_no_other_article(spark: SparkSession) -> None:
    from arner.spark import extract

    rows = """
        SELECT * FROM VALUES
          ('far', 'قال الوزير إن الجسر آمن.', DATE'10000-01-01'),
          ('odd', CAST(X'C7E1CCD3D1' AS STRING), DATE'2019-03-06'),
          ('fine', 'قال الوزير إن الجسر آمن.', DATE'2019-03-06') AS t(id, text, date)
    """
    found = {row.id: row for row in extract(spark.sql(rows)).select("id", "problem", "notice", "published").collect()}
    assert [found["fine"].problem, found["fine"].notice, found["fine"].published] == [None, None, "2019-03-06"]
    assert found["far"].notice == "'10000-01-01' is no date that can be read; the article is undated"
    assert found["odd"].problem == "not UTF-8: byte 0xc7 at position 0; save it as UTF-8"


@pytest.mark.parametrize("line", [b'{"id": "x", "te', b'{"id": "x", "text": 1}', b"[1]", b'{"id": "caf\xe9"}'])
def test_a_line_that_is_no_record_is_named_in_one_sentence(spark: SparkSession, tmp_path: Path, line: bytes) -> None:
    from arner.spark import link, read

    (tmp_path / "records.jsonl").write_bytes(first().model_dump_json().encode() + b"\n" + line + b"\n")
    with pytest.raises(ValueError, match=r"^the line '.{3,60}': .{5,200}$") as error:
        link(read(spark, str(tmp_path / "records.jsonl")))
    assert line[:8].decode() in str(error.value)


def test_a_process_that_dies_is_told_in_one_sentence(spark: SparkSession) -> None:
    from arner.spark.groups import in_one_sentence, kept, mapped
    from arner.spark.records import lines_of

    def die(rows: Iterator[dict[str, Any]]) -> Iterator[Pair]:
        os._exit(9)
        yield from ()

    with pytest.raises(RuntimeError, match=r"^a process of Python that Spark runs died, .{5,200}$"), in_one_sentence():
        kept(mapped(lines_of(lines(spark, WRITTEN)), die, Pair))


def test_wrong_arguments_are_told_before_any_task(spark: SparkSession) -> None:
    from arner.spark import extract

    df = spark.createDataFrame([("a", "نص")], ["id", "story"])
    with pytest.raises(ValueError, match="no column 'text'; there is 'id', 'story'"):
        extract(df)
    with pytest.raises(ModelError):
        extract(df, text="story", model="no such model")


def test_the_schema_loses_nothing(spark: SparkSession) -> None:
    from arner.spark import schema

    for row, record in zip(lines(spark, WRITTEN).collect(), WRITTEN, strict=True):
        assert ArticleRecord.model_validate(plain(row, schema().names)) == record


def test_records_come_from_files_and_from_their_columns_alone(spark: SparkSession, tmp_path: Path) -> None:
    from arner.spark import read
    from arner.spark.records import lines_of

    written = [record.model_dump_json() for record in WRITTEN]
    (tmp_path / "records.jsonl").write_text("\n".join(written) + "\n\n", "utf-8")
    found = read(spark, str(tmp_path / "records.jsonl"))
    assert [row.json for row in found.collect()] == written
    made = [row.json for row in lines_of(found.drop("json")).collect()]
    assert [json.loads(line) for line in made] == [json.loads(line) for line in written]
    with pytest.raises(ValueError, match="these are no records"):
        lines_of(found.select("people"))


@pytest.mark.parametrize("kind", TABLES)
def test_tables_are_those_of_the_command(spark: SparkSession, kind: str) -> None:
    from arner.spark import tables

    found = tables(lines(spark, WRITTEN))[kind]
    assert found.columns == header(kind)
    assert [list(row) for row in found.collect()] == [row for record in WRITTEN for row in rows_of(kind, record)]
