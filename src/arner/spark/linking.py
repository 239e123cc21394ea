"""Linking records in a DataFrame: the functions of `arner.linking.facts` over groups that Spark brings together.

The order of the steps is that of `arner.archive.link`, of an archive into which everything comes at once.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import NamedTuple

import numpy as np
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F

from arner.linking import facts, reprints
from arner.linking.clusters import Member, components
from arner.linking.facts import Called, Facts, Linked, Linking, Occurrence
from arner.linking.ids import Founding, named
from arner.linking.judgements import Judgement, Rulings
from arner.linking.review import Review
from arner.spark.groups import Row, grouped, in_one_sentence, kept, mapped, spark_schema
from arner.spark.records import lines_of, record_of

_Known = facts.Row | Occurrence


@in_one_sentence()
def link(records: DataFrame, judgements: Sequence[Judgement] = ()) -> dict[str, DataFrame]:
    """Who and what is the same in many articles, as `arner.link` finds it. `records` are those of `extract` or `read`.

    - `link`: that an entity of a record (`article`, `local`) is an entity of the graph (`entity`): with its `kind` and
      `name`, the one it was joined to (`joined_article`, `joined_local`; null for the first), a `score` and `reasons`;
    - `entity`: the entities of the graph: `id`, `kind`, `name`, and the `score` of the least certain link;
    - `copy`: articles that reprint another (`of`), with their `likeness`;
    - `retold`: statements of such articles that the other has too (`of_article`, `of_statement`).

    Steps are done now, their rows kept on disk (in `spark.checkpoint.dir` where that is set). The driver holds pairs:
    of entities that may meet (numbers), of reprints.

    `judgements` are those of `arner.linking.judgements.read_judgements`. Where one names an entity by its id, the
    records are linked twice: first without them, to know who bears it. Those that fit nothing are warned of.

    Raises:
        ValueError: two records have the same id, or a row is no record.
        RuntimeError: a process of Python has died.
        JudgementError: a judgement names nobody, is none, or contradicts another.
    """
    if not judgements:
        return _link(records, frozenset(), Rulings())
    review = reviewed(records, judgements)
    for problem in review.unfit():
        warnings.warn(problem, stacklevel=2)
    entities: dict[str, list[Member]] = {}
    if review.ids:
        bearers = _link(records, frozenset(), Rulings())["link"].where(F.col("entity").isin(sorted(review.ids)))
        for row in bearers.select("entity", "article", "local").orderBy("entity", "article", "local").collect():
            entities.setdefault(row.entity, []).append(Member(row.article, row.local))
    return _link(records, frozenset(review.left_out), review.rulings(judgements, entities))


def reviewed(records: DataFrame, judgements: Sequence[Judgement]) -> Review:
    """What the judgements on what articles tell are about."""
    review = Review.of(judgements)
    asked = F.get_json_object("json", "$.id").isin(sorted(review.articles))
    for row in lines_of(records).where(asked).toLocalIterator():
        review.read(record_of(row.json))
    return review


def _link(records: DataFrame, left_out: Set[Member], rulings: Rulings) -> dict[str, DataFrame]:
    """Without people and events that are left out."""

    def told(rows: Iterable[Row]) -> Iterator[_Article]:
        return _articles(rows, left_out)

    articles = kept(mapped(lines_of(records), told, _Article))
    for twice in articles.groupBy("article").count().where("count > 1").take(1):
        raise ValueError(f"two records have the id {twice.article!r}")
    entities = articles.select("article", "published", "around", F.explode("entities").alias("e"))
    found, joined = _link_entities(entities.select("article", "published", "around", "e.*"), rulings)
    links, named_ = _named(found, joined)
    links = kept(links)
    happened = _link_events(articles, links, rulings)
    of_events, named_events = _named(happened, None)
    links = links.unionByName(of_events)
    scores = links.groupBy(F.col("entity").alias("id")).agg(F.min("score").alias("score"))
    entity = named_.unionByName(named_events).select("id", "kind", "name").join(scores, "id")
    copy, retold = _reprints(articles)
    return {"link": links, "entity": entity, "copy": copy, "retold": retold}


# -- what an article gives -------------------------------------------------------------------------


class _Part(NamedTuple):
    role: str
    ref: str | None


class _Event(NamedTuple):
    number: int
    relation: str
    local: str
    told: str
    parts: list[_Part]


class _Article(NamedTuple):
    """`Facts` as columns."""

    article: str
    published: str | None
    around: str
    entities: list[facts.Fact]
    events: list[_Event]
    day: str
    shingles: bytes
    bands: list[int]
    statements: str


def _articles(rows: Iterable[Row], left_out: Set[Member]) -> Iterator[_Article]:
    for row in rows:
        told = Facts.of(record_of(row["json"]))
        entities = [fact for fact in told.entities if Member(told.article, fact.local) not in left_out]
        events = []
        for event in told.events:
            if Member(told.article, event.local) in left_out:
                continue
            number = facts.hashed((event.relation, told.article, event.local))
            parts = [_Part(role, ref) for role, ref in event.parts]
            events.append(_Event(number, event.relation, event.local, json.dumps(event), parts))
        age, shingles, bands, said = told.printed
        yield _Article(
            *(told.article, told.published, told.around, entities, events),
            *(age[0], shingles.tobytes(), list(bands), json.dumps(said)),
        )


# -- people, organisations, places -----------------------------------------------------------------


class _Key(NamedTuple):
    key: int
    same: int
    found: bool
    sought: bool


class _Link(NamedTuple):
    article: str
    local: str
    name: str
    joined_article: str | None
    joined_local: str | None
    score: float
    reasons: list[str]

    @classmethod
    def of(cls, link: Linking) -> _Link:
        to = link.to or (None, None)
        return cls(*link.member, link.name, to[0], to[1], link.score, list(link.reasons))


class _Entity(NamedTuple):
    """An entity of many articles, called by its founder until it has an id; or, without a `hash`, more of its links."""

    kind: str
    article: str
    local: str
    hash: str | None
    undated: bool | None
    published: str | None
    key: str | None
    slug: str | None
    name: str | None
    links: list[_Link]
    words: list[str]
    state: str
    alone: bool

    @classmethod
    def of(cls, linked: Linked) -> _Entity:
        f = linked.founding
        told = (f.kind, *f.member, f.hash, f.undated, f.published, f.key, f.slug, linked.name)
        return cls(*told, [_Link.of(link) for link in linked.links], linked.words, linked.state, linked.alone)

    @classmethod
    def called(cls, called: Called) -> _Entity:
        nothing = (None, None, None, None, None, None)
        return cls("person", *called.founder, *nothing, [_Link.of(link) for link in called.links], [], "", False)


def _link_entities(entities: DataFrame, rulings: Rulings) -> tuple[DataFrame, DataFrame]:
    """Entities of the graph, and links of those that are called by a word alone to them."""
    whole, alone = entities.where("word = ''"), entities.where("word <> ''")
    keys = mapped(whole.dropDuplicates(["same"]), _hood_keys, _Key)
    by_key = Window.partitionBy("key")
    keys = keys.withColumn("one", F.min(F.when(F.col("found"), F.col("same"))).over(by_key))
    keys = keys.withColumn("any_sought", F.max("sought").over(by_key))
    met = keys.where("any_sought AND (found OR sought)")
    words = frozenset(row.word for row in alone.select("word").distinct().toLocalIterator())

    def link_hood(key: list[str], rows: Iterable[Row]) -> Iterator[_Entity]:
        return map(_Entity.of, facts.link_hood(key[0], map(_row, rows), words, rulings.apart))

    def link_word(_: list[str], rows: Iterable[Row]) -> Iterator[_Entity]:
        return _link_word(rows, rulings)

    linked = kept(grouped(_in_hoods(whole, "same", met), ["kind", "hood"], link_hood, _Entity))
    bearers = linked.select("article", "local", "state", F.explode("words").alias("word"))
    both = bearers.unionByName(alone.drop("kind", "same"), allowMissingColumns=True)
    called = kept(grouped(both, ["word"], link_word, _Entity))
    own = F.col("hash").isNotNull()
    found = linked.where("NOT alone").unionByName(called.where(own))
    return _join_same(found, called.where(~own), entities, _row, rulings)


def _hood_keys(rows: Iterable[Row]) -> Iterator[_Key]:
    for row in rows:
        for key, found, sought in facts.hood_keys(row["kind"], _row(row)):
            yield _Key(key, row["same"], found, sought)


def _row(row: Row) -> facts.Row:
    return facts.Row(**{name: row[name] for name in facts.Row._fields})


def _in_hoods(df: DataFrame, number: str, met: DataFrame) -> DataFrame:
    """`df` with the `hood` of what has this number; `met` has `one` and a number, which are neighbours."""
    import pyarrow

    pairs = met.where(F.col("one") != F.col(number)).select("one", F.col(number).alias("other")).distinct().toArrow()
    numbers, hoods = components(pairs["one"].to_numpy(), pairs["other"].to_numpy())
    of = df.sparkSession.createDataFrame(pyarrow.table({number: numbers, "_hood": hoods}))
    hood = F.coalesce(F.col("_hood"), F.col(number)).alias("hood")
    return df.join(of, number, "left").select(*df.columns, hood)


def _link_word(rows: Iterable[Row], rulings: Rulings) -> Iterator[_Entity]:
    given = list(rows)
    bearers = [(Member(row["article"], row["local"]), row["state"]) for row in given if row["state"] is not None]
    alone = [_row(row) for row in given if row["state"] is None]
    for found in facts.link_word(bearers, alone, rulings.apart):
        yield _Entity.called(found) if isinstance(found, Called) else _Entity.of(found)


def _join_same(
    found: DataFrame,
    called: DataFrame,
    known: DataFrame,
    read: Callable[[Row], _Known],
    rulings: Rulings,
) -> tuple[DataFrame, DataFrame]:
    """Entities, and more links of them, after what is judged to be the same is joined; `read` reads rows of `known`."""
    if not rulings.same:
        return found, called
    judged = sorted({str(member) for left, right, _ in rulings.same for member in (left, right)})
    both = found.unionByName(called)
    named = F.exists("links", lambda link: F.concat_ws("#", link.article, link.local).isin(judged))
    whole = kept(both.where(named).select("article", "local").distinct())
    links = both.join(whole, ["article", "local"], "left_semi")
    links = links.select("kind", F.struct("article", "local").alias("founder"), F.explode("links").alias("link"))
    told = links.select("kind", "founder", "link.article", "link.local", "link").join(
        known.drop("kind"), ["article", "local"]
    )

    def join(key: list[str], rows: Iterable[Row]) -> Iterator[_Entity]:
        entities: dict[Member, tuple[list[_Known], list[Linking]]] = {}
        for row in rows:
            members, joined = entities.setdefault(Member(**row["founder"]), ([], []))
            members.append(read(row))
            joined.append(_linking(row["link"]))
        return map(_Entity.of, facts.join_judged(key[0], entities.values(), rulings))

    joined = kept(grouped(told, ["kind"], join, _Entity))
    rest, more = (df.join(whole, ["article", "local"], "left_anti").select(*df.columns) for df in (found, called))
    return rest.unionByName(joined), more


def _linking(link: Row) -> Linking:
    to = Member(link["joined_article"], link["joined_local"]) if link["joined_article"] is not None else None
    return Linking(Member(link["article"], link["local"]), link["name"], to, link["score"], tuple(link["reasons"]))


# -- ids -------------------------------------------------------------------------------------------


class _Id(NamedTuple):
    article: str
    local: str
    id: str
    kind: str
    name: str


def _named(found: DataFrame, joined: DataFrame | None) -> tuple[DataFrame, DataFrame]:
    """The links of entities with their ids, and the entities; `joined` has more links of the same entities."""
    ids = kept(grouped(found.drop("links", "words", "state"), ["kind", "hash"], _ids, _Id))
    links = found.select("article", "local", F.explode("links").alias("link"))
    if joined is not None:
        links = links.unionByName(joined.select("article", "local", F.explode("links").alias("link")))
    of = ids.select("article", "local", "kind", F.col("id").alias("entity"))
    columns = ("link.article", "link.local", "kind", "entity", "link.name", "link.joined_article", "link.joined_local")
    return links.join(of, ["article", "local"]).select(*columns, "link.score", "link.reasons"), ids


def _ids(_: list[str], rows: Iterable[Row]) -> Iterator[_Id]:
    names = {}
    for row in rows:
        member = Member(row["article"], row["local"])
        founding = Founding(row["undated"], row["published"], member, row["kind"], row["key"], row["slug"])
        names[founding] = row["name"]
    for founding, id_ in named(names):
        yield _Id(*founding.member, id_, founding.kind, names[founding])


# -- events ----------------------------------------------------------------------------------------


class _Met(NamedTuple):
    key: int
    number: int


def _link_events(articles: DataFrame, links: DataFrame, rulings: Rulings) -> DataFrame:
    events = articles.select("article", "published", F.explode("events").alias("e"))
    events = events.select("article", "published", "e.*")
    parts = events.select("article", "number", F.posexplode("parts").alias("place", "part"))
    parts = parts.select("article", "number", "place", "part.role", F.col("part.ref").alias("local"))
    of = links.select("article", "local", "entity")
    state = F.when(F.col("local").startswith("country:"), F.col("local"))
    who = parts.join(of, ["article", "local"], "left").withColumn("entity", F.coalesce(state, F.col("entity")))
    who = who.groupBy("number").agg(F.array_sort(F.collect_list(F.struct("place", "role", "entity"))).alias("who"))
    events = kept(events.drop("parts").join(who, "number", "left"))
    keys = mapped(events, _occurrence_keys, _Met)
    met = keys.withColumn("one", F.min("number").over(Window.partitionBy("key")))

    def link_hood(key: list[str], rows: Iterable[Row]) -> Iterator[_Entity]:
        return map(_Entity.of, facts.link_occurrences(key[0], map(_occurrence, rows), rulings.apart))

    found = kept(grouped(_in_hoods(events, "number", met), ["relation", "hood"], link_hood, _Entity))
    return _join_same(found, found.limit(0), events, _occurrence, rulings)[0]


def _occurrence(row: Row) -> Occurrence:
    who = json.dumps([(part["role"], part["entity"]) for part in row["who"] or ()])
    return Occurrence(row["article"], row["local"], row["told"], who, row["published"])


def _occurrence_keys(rows: Iterable[Row]) -> Iterator[_Met]:
    for row in rows:
        for key in facts.occurrence_keys(_occurrence(row)):
            yield _Met(key, row["number"])


# -- reprints --------------------------------------------------------------------------------------


class _Pair(NamedTuple):
    younger: str
    younger_day: str
    older: str
    older_day: str


class _Alike(NamedTuple):
    younger: str
    younger_day: str
    older: str
    older_day: str
    likeness: float


class _Copy(NamedTuple):
    article: str
    of: str
    likeness: float


class _Retold(NamedTuple):
    article: str
    statement: str
    of_article: str
    of_statement: str


def _reprints(articles: DataFrame) -> tuple[DataFrame, DataFrame]:
    bands = articles.select("article", "day", F.explode("bands").alias("band"))
    pairs = grouped(bands, ["band"], _pairs, _Pair).groupBy(*_Pair._fields).count()
    pairs = pairs.where(F.col("count") >= reprints.BANDS).drop("count")
    for which in ("younger", "older"):
        printed = articles.select(F.col("article").alias(which), F.col("shingles").alias(f"{which}_shingles"))
        pairs = pairs.join(printed, which)
    alike = [tuple(row) for row in mapped(pairs, _likenesses, _Alike).collect()]
    copies = reprints.copies_among(((y_day, y), (o_day, o), share) for y, y_day, o, o_day, share in alike)
    rows = [_Copy(article, copy.of, copy.likeness) for article, copy in copies.items()]
    copy = articles.sparkSession.createDataFrame(rows, spark_schema(_Copy))
    told = copy.select("of", "article", F.lit(True).alias("copied"))
    told = told.union(copy.select("of", F.col("of"), F.lit(False)).distinct())
    story = told.join(articles.select("article", "day", "statements"), "article")
    return copy, grouped(story, ["of"], _retold, _Retold)


def _pairs(_: list[int], rows: Iterable[Row]) -> Iterator[_Pair]:
    for younger, older in reprints.pairs_of([(row["day"], row["article"]) for row in rows]):
        yield _Pair(*younger[::-1], *older[::-1])


def _likenesses(rows: Iterable[Row]) -> Iterator[_Alike]:
    for row in rows:
        one, other = (np.frombuffer(row[f"{which}_shingles"], dtype=np.uint32) for which in ("younger", "older"))
        share = reprints.likeness(one, other)
        if reprints.alike(share):
            yield _Alike(row["younger"], row["younger_day"], row["older"], row["older_day"], share)


def _retold(_: list[str], rows: Iterable[Row]) -> Iterator[_Retold]:
    story = [(row["copied"], (row["day"], row["article"]), json.loads(row["statements"])) for row in rows]
    for copied, first in reprints.retold_among(story):
        yield _Retold(*copied, *first)
