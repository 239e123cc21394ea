"""Linking by Spark: what `arner.link` finds in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pytest

import arner
from arner.linking.judgements import Judgement
from arner.linking.links import Links
from arner.records import ArticleRecord
from tests.linking.made import some_of_every_word
from tests.samples import first, retold, second, signed, signing

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'arner[spark]'")

Table = list[tuple[Any, ...]]


def expected(links: Links) -> dict[str, Table]:
    """The tables that are to come out."""
    return {
        "link": sorted(
            (*m, x.kind, x.entity, x.name, *(x.to or ("", "")), x.score, x.reasons) for m, x in links.of.items()
        ),
        "entity": sorted((e.id, e.kind, e.name, e.score) for e in links.entities.values()),
        "copy": sorted((article, copy.of, copy.likeness) for article, copy in links.copies.items()),
        "retold": sorted((*copy, *of) for copy, of in links.retold.items()),
    }


def found(tables: dict[str, DataFrame]) -> dict[str, Table]:
    def cell(value: Any) -> Any:
        return tuple(value) if isinstance(value, list) else "" if value is None else value

    return {name: sorted(tuple(map(cell, row)) for row in table.collect()) for name, table in tables.items()}


def linked(
    spark: SparkSession, records: list[ArticleRecord], judgements: Sequence[Judgement] = ()
) -> dict[str, DataFrame]:
    from arner.spark import link

    lines = [(record.model_dump_json(),) for record in records]
    return link(spark.createDataFrame(lines, "json string"), judgements)


def test_links_are_those_in_memory(spark: SparkSession) -> None:
    records = [sample() for sample in (first, second, signing, signed)]
    records += [retold(sample(), number) for number, sample in enumerate((first, signing, first, second, second))]
    records.append(first().model_copy(update={"id": "reprint", "published": "2019-03-07"}))
    tables = linked(spark, records)
    expect = expected(arner.link(records))
    assert tables["link"].columns == [
        *("article", "local", "kind", "entity", "name", "joined_article", "joined_local", "score", "reasons")
    ]
    assert all(expect.values())
    assert found(tables) == expect


def test_judgements_are_followed_as_in_memory(spark: SparkSession) -> None:
    """One of every word, on people, bodies and meetings, by characters, in the record and by the id of the graph."""
    records = [sample() for sample in (first, second, signing, signed)]
    records += [retold(sample(), number) for number, sample in enumerate((first, signing, first, second, second))]
    automatic = arner.link(records)
    judgements = some_of_every_word(records, automatic)
    links = arner.link(records, judgements)
    changed = [kind for kind in ("person", "meeting") if ids(links, kind) != ids(automatic, kind)]
    assert changed == ["person", "meeting"]
    with pytest.warns(UserWarning, match="'nowhere#person@1-2' fits nothing"):
        assert found(linked(spark, records, judgements)) == expected(links)


def ids(links: Links, kind: str) -> set[str]:
    return {entity.id for entity in links.entities.values() if entity.kind == kind}


def test_two_records_of_one_id_are_refused(spark: SparkSession) -> None:
    with pytest.raises(ValueError, match="two records have the id 'sochi'"):
        linked(spark, [first(), first()])
