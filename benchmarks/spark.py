"""Articles through Spark in local mode: are the records those of `arner extract`, byte for byte, and how fast?

python benchmarks/spark.py articles.jsonl [records.jsonl] [-n 5000] [--cores 2] [--partitions 20]

`records.jsonl`, which begins with the records of the same articles in the same order, spares the run without Spark.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pyspark.sql import SparkSession

import arner.spark
from arner.extraction import extract
from arner.inputs import read_articles
from arner.records import Article


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", help="a file as `arner extract` takes it")
    parser.add_argument("records", nargs="?", type=Path, help="what `arner extract` made of it")
    parser.add_argument("-n", type=int, default=5000, help="how many articles")
    parser.add_argument("--cores", type=int, default=os.cpu_count())
    parser.add_argument("--partitions", type=int, default=20)
    given = parser.parse_args()

    read = (item for item in read_articles([given.articles]) if isinstance(item, Article))
    articles = list(islice(read, given.n))
    start = time.perf_counter()
    through = _through_spark(articles, given.cores, given.partitions)
    seconds = time.perf_counter() - start
    expected = _lines(given.records) if given.records else iter(extract(articles))

    same = sum(one == other for one, other in zip(through, islice(expected, len(articles)), strict=True))
    print(f"{len(articles):,} articles in {seconds:,.0f} s, with the start of Spark and {given.cores} Python processes")
    print(f"{same:,} records are those of `arner extract`, byte for byte; {len(articles) - same:,} are not")
    sys.exit(same != len(articles))


def _through_spark(articles: list[Article], cores: int, partitions: int) -> list[str | None]:
    """The lines, in the order of the articles; None where there is a problem instead."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {"spark.ui.enabled": "false", "spark.driver.memory": "2g"}
    spark = SparkSession.builder.master(f"local[{cores}]").config(map=settings).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    columns = ("id", "title", "published", "source", "url", "text")
    rows = [(number, *(getattr(article, name) for name in columns)) for number, article in enumerate(articles)]
    types = ", ".join(["number bigint", *(f"{name} string" for name in columns)])
    df = spark.createDataFrame(rows, types).repartitionByRange(partitions, "number")
    found = {row["id"]: row["json"] for row in arner.spark.extract(df).select("id", "json").collect()}
    spark.stop()
    return [found.get(str(article.id)) for article in articles]


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield line.removesuffix("\n")


if __name__ == "__main__":
    main()
