"""The same on a cluster, or on all cores of one machine: DataFrames of Apache Spark in and out (docs/spark.md).

    records = arner.spark.extract(spark.read.parquet("articles"))
    records.write.parquet("records")
    meetings = arner.spark.tables(records)["meetings"]
    links = arner.spark.link(records)["link"]

Spark alone schedules, shuffles and tries again; what is done to an article, or to a group of rows, is the function that
does it without Spark. Needs `pip install 'arner[spark]'` and Java 17 or newer.
"""

from arner.spark.extraction import extract
from arner.spark.graph import graph
from arner.spark.linking import link
from arner.spark.records import read, schema
from arner.spark.tables import tables

__all__ = ["extract", "graph", "link", "read", "schema", "tables"]
