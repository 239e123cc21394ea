"""The graph of records in a DataFrame, by the functions of `arner.graph` over groups that Spark brings together.

What `arner.graph.build` brings together in memory is brought together here; what is made of it is made there.
"""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T

from arner.events import BY_ID
from arner.graph import tallies
from arner.graph.build import ENTITIES, meaning
from arner.graph.tallies import EdgeTally, NodeTally, Part
from arner.graph.tellings import Data, EdgeRow, Linked, NodeRow, identity, tell, type_of
from arner.linking.judgements import Judgement
from arner.linking.review import Review
from arner.spark.groups import Row, grouped, in_one_sentence, kept, mapped
from arner.spark.linking import link, reviewed
from arner.spark.records import lines_of, record_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@in_one_sentence()
def graph(
    records: DataFrame, links: Mapping[str, DataFrame] | None = None, judgements: Sequence[Judgement] = ()
) -> dict[str, DataFrame]:
    """The graph of the records, as `arner.build_graph` makes it: `nodes` and `edges`.

    `links` are those of `link`, written and read again or not, and `judgements` those that it had; without links, the
    records are linked. Nodes have an `id`, edges a `source` and a `target`; their attributes are columns of their own
    types.

    Raises:
        ValueError: as `link`, or the links are of other records.
        RuntimeError: a process of Python has died.
    """
    links = links or link(records, judgements)
    rows = kept(_told(records, links, reviewed(records, judgements) if judgements else Review()))
    node_rows, edge_rows = rows.where("node IS NOT NULL"), rows.where("node IS NULL")
    edges = kept(grouped(edge_rows, ["start", "end", "key"], _edge, _Edge))
    offices = grouped(edges.where("type = 'holds_office'"), ["start", "key"], _sure, _Edge)
    others = edges.where("type NOT IN ('holds_office', 'takes_part')")

    entities = node_rows.where(F.col("type").isin(*ENTITIES))
    names = kept(grouped(entities, ["node"], _name, _Name))
    told = entities.join(_about(names, links["entity"]), "node")
    of_entities = grouped(told, ["node"], _entity, _Node)

    of_events = node_rows.where(F.col("type").isin(*BY_ID))
    plain = node_rows.where(~F.col("type").isin(*ENTITIES, *BY_ID))
    plain = kept(_with_reprints(grouped(plain, ["node"], _plain, _Node), records, links["copy"]))
    called = names.select("node", "name").unionByName(plain.select("node", "name")).withColumnRenamed("name", "called")
    parts = edges.where("type = 'takes_part'").join(called, F.col("start") == F.col("node")).drop("node")
    both = of_events.unionByName(parts.withColumn("node", F.col("end")), allowMissingColumns=True)
    events = kept(grouped(both, ["node"], _event, _EventOrPart))
    believed = events.where("start IS NOT NULL").select(*_Edge._fields)

    edges = kept(others.unionByName(offices).unionByName(believed))
    nodes = of_entities.unionByName(plain).unionByName(events.where("start IS NULL").select(*_Node._fields))
    ends = edges.select(F.col("start").alias("node")).union(edges.select("end")).distinct()
    described = F.col("node").startswith("described:")  # of an event that he is not believed to have taken part in
    nodes = kept(nodes.where(~described).unionByName(nodes.where(described).join(ends, "node", "left_semi")))
    ways = {"node": "id", "start": "source", "end": "target"}
    return {
        "nodes": _typed(nodes.select("node", "data").withColumnsRenamed(ways)),
        "edges": _typed(edges.select("start", "end", "data").withColumnsRenamed(ways)),
    }


# -- what articles tell ----------------------------------------------------------------------------


class _Told(NamedTuple):
    """A `NodeRow`, or else an `EdgeRow`."""

    node: str | None
    type: str
    start: str | None
    end: str | None
    key: str | None
    story: str
    published: str
    source: str
    mentions: int | None
    told: bytes


def _told(records: DataFrame, links: Mapping[str, DataFrame], review: Review) -> DataFrame:
    bodies = _bodies(links["link"])
    lines = lines_of(records).withColumn("article", F.get_json_object("json", "$.id"))
    of = _by_article(links["link"], F.col("local"), F.col("entity"), "of")
    first = F.concat_ws("#", "of_article", "of_statement")
    retold = _by_article(links["retold"], F.col("statement"), first, "retold")
    lines = lines.join(of, "article", "left").join(_stories(links["copy"]), "article", "left")

    def rows(given: Iterator[Row]) -> Iterator[_Told]:
        return _tell(given, bodies, review)

    return mapped(lines.join(retold, "article", "left"), rows, _Told)


def _by_article(df: DataFrame, key: Column, value: Column, name: str) -> DataFrame:
    """A column of pairs for each article."""
    return df.groupBy("article").agg(F.collect_list(F.struct(key.alias("key"), value.alias("value"))).alias(name))


def _stories(copies: DataFrame) -> DataFrame:
    """Of articles that others print too, whose story it is."""
    pairs = copies.select("article", F.col("of").alias("story"))
    return pairs.union(copies.select("of", "of")).distinct()


def _bodies(links: DataFrame) -> dict[str, str]:
    """Whom most articles mean by the name of a body."""
    told = links.where("kind = 'organization'").groupBy("name", "entity").count()
    return meaning((name, entity, count) for name, entity, count in told.toLocalIterator())


def _tell(rows: Iterable[Row], bodies: Mapping[str, str], review: Review) -> Iterator[_Told]:
    for row in rows:
        of, retold = ({pair["key"]: pair["value"] for pair in row[name] or ()} for name in ("of", "retold"))
        linked = Linked(of, row["story"] or "", retold)
        record = review.applied(record_of(row["json"]))
        try:
            nodes, edges = tell(record, linked, bodies)
        except KeyError as error:
            raise ValueError(f"the links know nothing of {record.id}#{error.args[0]}: of other records?") from None
        for n in nodes:
            told = pickle.dumps(n.told)
            yield _Told(
                *(n.node, type_of(n.node), None, None, None), *(n.story, n.published, n.source, n.mentions, told)
            )
        for e in edges:
            told = pickle.dumps(e.data)
            yield _Told(
                *(None, type_of(e.key), e.start, e.end, e.key), *(e.story, e.published, e.source, e.mentions, told)
            )


def _node_tally(rows: Iterable[Row]) -> NodeTally:
    def told(row: Row) -> NodeRow:
        named = (row["node"], row["story"], row["published"], row["source"], row["mentions"])
        return NodeRow(*named, pickle.loads(row["told"]))

    return NodeTally.of(map(told, rows))


# -- edges -----------------------------------------------------------------------------------------


class _Edge(NamedTuple):
    start: str
    end: str
    key: str
    type: str
    data: bytes


def _edge(key: list[str], rows: Iterable[Row]) -> Iterator[_Edge]:
    def told(row: Row) -> EdgeRow:
        named = (row["start"], row["end"], row["key"], row["story"], row["published"], row["source"], row["mentions"])
        return EdgeRow(*named, pickle.loads(row["told"]))

    data = EdgeTally.of(map(told, rows)).edge(key[2])
    yield _Edge(key[0], key[1], key[2], data["type"], pickle.dumps(data))


def _sure(_: list[str], rows: Iterable[Row]) -> Iterator[_Edge]:
    """Somebody's offices of one title that stay."""
    held = [(row, pickle.loads(row["data"])) for row in rows]
    stay = tallies.sure([data for _, data in held])
    for (row, data), stays in zip(held, stay, strict=True):
        if stays:
            yield _Edge(row["start"], row["end"], row["key"], row["type"], pickle.dumps(data))


# -- entities --------------------------------------------------------------------------------------


class _Name(NamedTuple):
    node: str
    name: str
    told: int
    others: list[_Other]


class _Other(NamedTuple):
    """An alias, and by how many articles it is told."""

    alias: str
    told: int


class _Alias(NamedTuple):
    """A name of an entity, or an alias of it, by what spellings have in common."""

    identity: str
    node: str
    name: str
    alias: str | None
    told: int


class _Another(NamedTuple):
    node: str
    alias: str


def _name(key: list[str], rows: Iterable[Row]) -> Iterator[_Name]:
    tally = _node_tally(rows)
    name, told = tallies.name_of(key[0], tally)
    yield _Name(key[0], name, told, [_Other(*other) for other in tallies.other_names(tally, name).items()])


def _about(names: DataFrame, entities: DataFrame) -> DataFrame:
    """Of each entity its name, its score, and which aliases mostly mean another."""
    another = grouped(mapped(names, _aliases, _Alias), ["identity"], _mostly_another, _Another)
    but = another.groupBy("node").agg(F.collect_list("alias").alias("but"))
    scores = entities.select(F.col("id").alias("node"), "score")
    return names.select("node", "name").join(scores, "node", "left").join(but, "node", "left")


def _aliases(rows: Iterable[Row]) -> Iterator[_Alias]:
    for row in rows:
        yield _Alias(identity(row["name"]), row["node"], row["name"], None, row["told"])
        for other in row["others"]:
            yield _Alias(identity(other["alias"]), row["node"], row["name"], other["alias"], other["told"])


def _mostly_another(_: list[str], rows: Iterable[Row]) -> Iterator[_Another]:
    given = list(rows)
    meant: dict[str, int] = {}
    for row in given:
        if row["alias"] is None:
            meant[row["name"]] = max(row["told"], meant.get(row["name"], 0))
    for row in given:
        if row["alias"] is not None and tallies.mostly_another(row["alias"], row["told"], row["name"], meant):
            yield _Another(row["node"], row["alias"])


class _Node(NamedTuple):
    node: str
    name: str
    data: bytes

    @classmethod
    def of(cls, node: str, data: Data) -> _Node:
        return cls(node, str(data["name"]), pickle.dumps(data))


def _entity(key: list[str], rows: Iterable[Row]) -> Iterator[_Node]:
    given = list(rows)
    told = given[0]
    data = tallies.entity(key[0], _node_tally(given), told["name"], told["score"], set(told["but"] or ()))
    yield _Node.of(key[0], data)


# -- events and the rest ---------------------------------------------------------------------------


class _EventOrPart(NamedTuple):
    """A node, or an edge to it."""

    node: str
    name: str
    data: bytes
    start: str | None = None
    end: str | None = None
    key: str | None = None
    type: str | None = None


def _event(key: list[str], rows: Iterable[Row]) -> Iterator[_EventOrPart]:
    given = list(rows)
    told = (Part(r["start"], r["key"], pickle.loads(r["data"]), r["called"]) for r in given if r["called"] is not None)
    tally = _node_tally(row for row in given if row["called"] is None)
    data, believed = tallies.event(key[0], tally, told)
    yield _EventOrPart(*_Node.of(key[0], data))
    for part in believed:
        yield _EventOrPart("", "", pickle.dumps(part.data), part.who, key[0], part.key, str(part.data["type"]))


def _plain(key: list[str], rows: Iterable[Row]) -> Iterator[_Node]:
    yield _Node.of(key[0], tallies.plain(key[0], _node_tally(rows)))


class _Printed(NamedTuple):
    node: str
    told: bytes


def _with_reprints(nodes: DataFrame, records: DataFrame, copies: DataFrame) -> DataFrame:
    """Articles also tell whether they are copies, or how many they have."""
    lines = lines_of(records)
    days = lines.select(
        F.get_json_object("json", "$.id").alias("article"), F.get_json_object("json", "$.published").alias("day")
    )
    told = grouped(_stories(copies).join(days, "article"), ["story"], _printed, _Printed)
    return mapped(nodes.join(told, "node", "left"), _merged, _Node)


def _printed(key: list[str], rows: Iterable[Row]) -> Iterator[_Printed]:
    story = [(row["article"], row["article"] != key[0], row["day"] or "") for row in rows]
    for article, told in tallies.reprints(story).items():
        yield _Printed(f"article:{article}", pickle.dumps(told))


def _merged(rows: Iterable[Row]) -> Iterator[_Node]:
    for row in rows:
        told = pickle.loads(row["told"]) if row["told"] else {}
        yield _Node.of(row["node"], pickle.loads(row["data"]) | told)


# -- attributes as columns -------------------------------------------------------------------------


class _Attribute(NamedTuple):
    name: str
    kind: str


_KINDS = {
    "boolean": T.BooleanType(),
    "long": T.LongType(),
    "double": T.DoubleType(),
    "date": T.DateType(),
    "string": T.StringType(),
    "list": T.ArrayType(T.StringType()),
}


def _typed(df: DataFrame) -> DataFrame:
    """The attributes of `data` as columns, each of the type that its values have."""
    kinds: dict[str, set[str]] = {}
    for name, kind in mapped(df.select("data"), _attributes, _Attribute).distinct().toLocalIterator():
        kinds.setdefault(name, set()).add(kind)
    fields = [T.StructField(name, _KINDS[_common(kinds[name])]) for name in sorted(kinds)]
    ends = [name for name in df.columns if name != "data"]
    lines = mapped(df.select(F.array(*ends).alias("ends"), "data"), _lines, _Line)
    named = [F.col("ends")[at].alias(name) for at, name in enumerate(ends)]
    return lines.select(*named, F.from_json("json", T.StructType(fields)).alias("data")).select(*ends, "data.*")


class _Line(NamedTuple):
    ends: list[str]
    json: str


def _lines(rows: Iterable[Row]) -> Iterator[_Line]:
    for row in rows:
        yield _Line(row["ends"], json.dumps(pickle.loads(row["data"]), ensure_ascii=False))


def _attributes(rows: Iterable[Row]) -> Iterator[_Attribute]:
    seen = set()
    for row in rows:
        for name, value in pickle.loads(row["data"]).items():
            if value is not None and (found := _Attribute(name, _kind(value))) not in seen:
                seen.add(found)
                yield found


def _kind(value: Any) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "long"
        case float():
            return "double"
        case list() | tuple():
            return "list"
        case str() if _DAY.fullmatch(value):
            with suppress(ValueError):
                date.fromisoformat(value)
                return "date"
    return "string"


def _common(kinds: set[str]) -> str:
    if kinds == {"long", "double"}:
        return "double"
    return next(iter(kinds)) if len(kinds) == 1 else "string"
