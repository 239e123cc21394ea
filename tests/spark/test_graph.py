"""The graph by Spark: what `arner.build_graph` makes in memory."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import arner
from tests.samples import first, retold, second, signed, signing

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'arner[spark]'")


def plain(data: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Attributes that have a value, to compare and to sort."""
    values = {name: value for name, value in data.items() if value is not None and value != []}
    return tuple(sorted((name, _text(value)) for name, value in values.items()))


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return repr([str(member) for member in value]) if isinstance(value, list | tuple) else str(value)


def found(df: DataFrame) -> list[tuple[tuple[str, str], ...]]:
    return sorted(plain(row.asDict()) for row in df.collect())


def test_nodes_and_edges_are_those_in_memory(spark: SparkSession) -> None:
    from arner.spark import graph

    records = [sample() for sample in (first, second, signing, signed)]
    records += [retold(sample(), number) for number, sample in enumerate((first, signing, second))]
    records.append(first().model_copy(update={"id": "reprint", "published": "2019-03-07"}))
    expected = arner.build_graph(records)
    made = graph(spark.createDataFrame([(record.model_dump_json(),) for record in records], "json string"))
    nodes = sorted(plain({"id": node} | data) for node, data in expected.nodes(data=True))
    edges = sorted(plain({"source": one, "target": other} | data) for one, other, data in expected.edges(data=True))
    assert found(made["nodes"]) == nodes
    assert found(made["edges"]) == edges
    types = dict(made["nodes"].dtypes)
    assert (types["articles"], types["first_seen"], types["roles"]) == ("bigint", "date", "array<string>")


def test_links_of_other_records_are_told_in_one_sentence(spark: SparkSession) -> None:
    from arner.spark import graph

    tables = {
        "link": "article string, local string, kind string, entity string, name string, score double",
        "entity": "id string, kind string, name string, score double",
        "copy": "article string, of string, likeness double",
        "retold": "article string, statement string, of_article string, of_statement string",
    }
    links = {name: spark.createDataFrame([], columns) for name, columns in tables.items()}
    with pytest.raises(ValueError, match=r"^the links know nothing of sochi#\w+: of other records\?$"):
        graph(spark.createDataFrame([(first().model_dump_json(),)], "json string"), links)
