"""The graph of an archive: on disk, element by element, whatever its size.

    with open_archive("store") as archive, stored_graph(archive) as graph:
        write_graph(graph, "graph.graphml")
        graph.networkx()                      # where it fits into memory

The steps are those of `arner.graph.build`, which brings rows together in dicts: here DuckDB sorts them on disk. The
tables lie in a database of their own beside the archive's, which leaves when the block ends.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TextIO

from pydantic_core import from_json, to_json

from arner.archive.store import Archive, Row, arrow, streamed
from arner.events import BY_ID
from arner.graph import tallies
from arner.graph.build import ENTITIES, meaning
from arner.graph.tallies import EdgeTally, NodeTally, Part
from arner.graph.tellings import Data, EdgeRow, Linked, NodeRow, identity, tell, type_of
from arner.graph.values import text_of
from arner.graph.views import Tied, View, sayings
from arner.linking.review import Review
from arner.processes import mapped, workers
from arner.records import ArticleRecord

if TYPE_CHECKING:
    import networkx as nx
    import pyarrow as pa

MOST = 2_000_000  # nodes or edges that are taken into memory
_RECORDS = 10_000  # that are read at a time
_CHUNK = 300  # of them, that go to another process together
_OF_ARTICLES = ("graph.node_row", "graph.edge_row", "graph.node", "graph.edge", "graph.printed")
_EVENTS = ", ".join(f"'{relation}'" for relation in BY_ID)
_TYPES = ", ".join(f"'{type_}'" for type_ in sorted(ENTITIES))
_TELL = 50_000  # events, statements or articles whose ties are looked at at a time
_TIES = "('takes_part', 'reports', 'held_in', 'concerns', 'says', 'about', 'targets')"
_READ = ("takes_part", "holds_office")  # edges of which a view asks more than their type
_TIED = 'SELECT start FROM graph.edge UNION SELECT "end" FROM graph.edge'
_ROW = "node, story, published, source, mentions, told"


class TooLarge(Exception):
    """A graph that does not fit into memory, in a sentence for its user."""


@contextmanager
def stored_graph(
    archive: Archive, since: str = "", until: str = "", confidence: float = 0, jobs: int = 1
) -> Iterator[StoredGraph]:
    """The graph of the articles of these days, without what is less sure; ids and names are those of the archive.

    `jobs` processes tell what the articles say.
    """
    days = f"coalesce(published, '') >= '{since}'"
    days += f" AND published <> '' AND published <= '{until}'" if until else ""
    with TemporaryDirectory(dir=archive.folder, prefix="tmp") as folder:
        path = str(Path(folder, "graph.duckdb")).replace("'", "''")
        archive.sql.execute("SET preserve_insertion_order = true")
        archive.sql.execute(f"ATTACH '{path}' AS graph (STORAGE_VERSION 'latest')")
        try:
            archive.sql.execute(files("arner.archive").joinpath("graph.sql").read_text(encoding="utf-8"))
            _tell(archive, days, confidence, jobs)
            _entities(archive)
            _edges(archive)
            _events(archive)
            _stories(archive)
            yield StoredGraph(archive)
        finally:
            archive.sql.execute("DETACH graph")


def _node(id_: str, data: Data) -> Row:
    """A row of `node`."""
    return id_, type_of(id_), data["name"], data["articles"], "media" in data, _json(data)


def _edge(start: str, end: str, key: str, data: Data) -> Row:
    """A row of `edge`."""
    return start, end, key, data["weight"], _json(data)


def _json(value: Any) -> str:
    return to_json(value).decode()


def _groups(archive: Archive, query: str, by: int = 1) -> Iterator[tuple[Row, Iterator[Row]]]:
    """The rows of a query that are equal in their first `by` columns, which it must sort by.

    Not in a list: of a state all articles tell.
    """
    return groupby(streamed(archive.sql, query), itemgetter(slice(by)))


def _tell(archive: Archive, days: str, confidence: float, jobs: int) -> None:
    """What each article tells: what it alone can tell is done by that."""
    bodies = meaning(archive.rows("SELECT name, entity, count(*) FROM link WHERE kind = 'organization' GROUP BY ALL"))
    archive.sql.execute("""
        CREATE TABLE graph.linked AS
        SELECT article, list(local) AS locals, list(entity) AS entities FROM link GROUP BY article""")
    archive.sql.execute("""
        CREATE TABLE graph.story AS
        SELECT article, any_value("of") AS story FROM (
            SELECT article, "of" FROM copy UNION SELECT "of", "of" FROM copy) GROUP BY article""")
    archive.sql.execute("""
        CREATE TABLE graph.again AS
        SELECT article, list(statement) AS own, list(of_article || '#' || of_statement) AS first
        FROM retold GROUP BY article""")
    known = bodies, {table: archive.schema(table) for table in _OF_ARTICLES}, confidence, archive.review
    with workers(jobs, _know, *known) as processes, archive.spool(*_OF_ARTICLES) as out:
        for rows in mapped(_told, _given(archive, days), processes):
            for table, some in rows.items():
                out.put(table, some)
    for table in ("linked", "story", "again"):
        archive.sql.execute(f"DROP TABLE graph.{table}")


def _given(archive: Archive, days: str) -> Iterator[list[Row]]:
    """The records of these days with what linking found of each, some at a time."""
    ((last,),) = archive.rows("SELECT coalesce(max(rowid), -1) FROM record")
    for first in range(0, last + 1, _RECORDS):
        found = archive.sql.execute(f"""
            SELECT r.json, l.locals, l.entities, s.story, a.own, a.first FROM (
                SELECT article, json FROM record
                WHERE rowid >= {first} AND rowid < {first + _RECORDS} AND {days}
            ) r LEFT JOIN graph.linked l ON l.article = r.article LEFT JOIN graph.story s ON s.article = r.article
            LEFT JOIN graph.again a ON a.article = r.article""")
        while some := found.fetchmany(_CHUNK):
            yield some


_known: tuple[Mapping[str, str], Mapping[str, pa.Schema], float, Review] = ({}, {}, 0, Review())


def _know(bodies: Mapping[str, str], schemas: Mapping[str, pa.Schema], confidence: float, review: Review) -> None:
    """Tell this process what it needs of the archive as a whole."""
    global _known
    _known = bodies, schemas, confidence, review


def _told(given: list[Row]) -> dict[str, pa.Table]:
    """What articles tell, as rows of the graph's tables."""
    bodies, schemas, confidence, review = _known
    rows: dict[str, list[Row]] = defaultdict(list)
    for text, locals_, entities, story, own, repeated in given:
        record = ArticleRecord.model_validate_json(text)
        if confidence:
            record = record.surer_than(confidence)
        record = review.applied(record)
        found, again = zip(locals_ or (), entities or (), strict=True), zip(own or (), repeated or (), strict=True)
        _keep(rows, record, Linked(dict(found), story or "", dict(again)), bodies)
    return {table: arrow(schemas[table], some) for table, some in rows.items()}


def _keep(rows: Mapping[str, list[Row]], record: ArticleRecord, linked: Linked, bodies: Mapping[str, str]) -> None:
    nodes, edges = tell(record, linked, bodies)
    for row in nodes:
        if not row.alone:
            told = _json({key: list(values) for key, values in row.told.items()})
            rows["graph.node_row"].append((type_of(row.node), *row[:5], told))
            continue
        data = tallies.plain(row.node, NodeTally.of([row]))
        if row.story and data["type"] == "article":
            printed = linked.story, record.id, linked.story != record.id, record.published or ""
            rows["graph.printed"].append((*printed, _json(data)))
        else:
            rows["graph.node"].append(_node(row.node, data))
    for edge in edges:
        if edge.alone:
            rows["graph.edge"].append(_edge(*edge[:3], EdgeTally.of([edge]).edge(edge.key)))
        else:
            rows["graph.edge_row"].append((*edge[:7], _json(edge.data)))


def _node_row(row: Row) -> NodeRow:
    """A row of the table as it was told."""
    node, story, published, source, mentions, told = row
    values = {key: {_value(value): 1 for value in some} for key, some in from_json(told).items()}
    return NodeRow(node, story, published, source, mentions, values)


def _value(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


def _entities(archive: Archive) -> None:
    """People, countries, organisations and places; those anew of whose other names some mostly mean somebody else."""
    query = f"""
        SELECT {_ROW}, e.score FROM graph.node_row r LEFT JOIN entity e ON e.id = r.node
        WHERE r.type IN ({_TYPES}) ORDER BY node"""
    with archive.spool("graph.node", "graph.name", "graph.alias") as out:
        for (node,), rows in _groups(archive, query):
            tally, score = _scored(rows)
            name, told = tallies.name_of(node, tally)
            others = tallies.other_names(tally, name)
            out.add("graph.node", _node(node, tallies.entity(node, tally, name, score)))
            out.add("graph.name", (node, name, identity(name), told))
            out.extend("graph.alias", ((node, name, other, identity(other), n) for other, n in others.items()))
    archive.sql.execute("""
        CREATE TABLE graph.other AS
        SELECT a.node, list(DISTINCT a.alias) AS aliases FROM graph.alias a JOIN graph.name n ON n.same = a.same
        WHERE n.told > a.told AND n.name <> a.own GROUP BY a.node""")
    archive.sql.execute("DELETE FROM graph.node WHERE id IN (SELECT node FROM graph.other)")
    query = f"""
        SELECT r.{_ROW}, e.score, o.aliases FROM graph.node_row r JOIN graph.other o ON o.node = r.node
        LEFT JOIN entity e ON e.id = r.node WHERE r.type IN ({_TYPES}) ORDER BY r.node"""
    with archive.spool("graph.node") as out:
        for (node,), group in _groups(archive, query):
            found = list(group)
            tally, score = _scored(row[:-1] for row in found)
            name, _ = tallies.name_of(node, tally)
            out.add("graph.node", _node(node, tallies.entity(node, tally, name, score, set(found[0][-1]))))


def _scored(rows: Iterable[Row]) -> tuple[NodeTally, float | None]:
    """The tally of rows, each with the score of the entity behind it."""
    tally, scores = NodeTally(), [None]
    for *row, score in rows:
        tally.add(_node_row(tuple(row)))
        scores[0] = score
    return tally, scores[0]


def _edges(archive: Archive) -> None:
    """Edges that several articles may tell of; who takes part waits for the events."""
    query = 'SELECT start, key, "end", story, published, source, mentions, data FROM graph.edge_row ORDER BY 1, 2, 3'
    with archive.spool("graph.edge", "graph.part") as out:
        for (start, key), rows in _groups(archive, query, 2):
            found: dict[str, Data] = {}
            for end, some in groupby(rows, lambda row: row[2]):
                tally = EdgeTally()
                for *_, story, published, source, mentions, data in some:
                    tally.add(EdgeRow(start, end, key, story, published, source, mentions, from_json(data)))
                found[end] = tally.edge(key)
            if type_of(key) == "takes_part":
                out.extend("graph.part", ((event, start, key, _json(data)) for event, data in found.items()))
                continue
            stay = tallies.sure(list(found.values())) if type_of(key) == "holds_office" else [True] * len(found)
            for (end, data), stays in zip(found.items(), stay, strict=True):
                if stays:
                    out.add("graph.edge", _edge(start, end, key, data))


def _events(archive: Archive) -> None:
    """Events with who takes part, and statements that reprints repeat."""
    query = f"""
        SELECT {_ROW}, NULL FROM graph.node_row WHERE type NOT IN ({_TYPES})
        UNION ALL
        SELECT p.event, p.who, p.key, coalesce(n.name, d.name), NULL, NULL, p.data FROM graph.part p
        LEFT JOIN graph.name n ON n.node = p.who
        LEFT JOIN graph.node d ON d.type = 'described' AND d.id = p.who
        ORDER BY 1"""
    with archive.spool("graph.node", "graph.edge", "graph.unbelieved") as out:
        for (node,), rows in _groups(archive, query):
            tally, parts = NodeTally(), []
            for *row, part in rows:
                if part is None:
                    tally.add(_node_row(tuple(row)))
                else:
                    _, who, key, called, *_ = row
                    parts.append(Part(who, key, from_json(part), called))
            if type_of(node) == "statement":
                out.add("graph.node", _node(node, tallies.plain(node, tally)))
                continue
            data, believed = tallies.event(node, tally, parts)
            out.add("graph.node", _node(node, data))
            out.extend("graph.edge", (_edge(who, node, key, tie) for who, key, tie, _ in believed))
            for who in {part.who for part in parts} - {part.who for part in believed}:
                if type_of(who) == "described":
                    out.add("graph.unbelieved", (who,))
    archive.sql.execute("""
        DELETE FROM graph.node WHERE id IN (
            FROM graph.unbelieved EXCEPT (SELECT start FROM graph.edge UNION ALL SELECT "end" FROM graph.edge))""")


def _stories(archive: Archive) -> None:
    """The articles of stories that are printed again."""
    query = "SELECT story, article, copied, published, data FROM graph.printed ORDER BY 1"
    with archive.spool("graph.node") as out:
        for _, rows in _groups(archive, query):
            printed = {article: (copied, day, from_json(data)) for _, article, copied, day, data in rows}
            told = tallies.reprints((article, copied, day) for article, (copied, day, _) in printed.items())
            for article, (_, _, data) in printed.items():
                out.add("graph.node", _node(f"article:{article}", data | told.get(article, {})))
    for table in ("node_row", "edge_row", "printed", "name", "alias", "other", "part", "unbelieved"):
        archive.sql.execute(f"DROP TABLE graph.{table}")


def write_links(archive: Archive, out: TextIO) -> None:
    """Write who was found to be whom, as `arner.linking.links.Links.write` does."""
    query = """
        SELECT article, kind, local, entity, name, joined_article, joined_local, score, reasons
        FROM link ORDER BY article, local"""
    names = ("article", "kind", "local", "entity", "name")
    for *told, of, local, score, reasons in streamed(archive.sql, query):
        to = f"{of}#{local}" if of else None
        line = dict(zip(names, told, strict=True)) | {"to": to, "score": score, "reasons": from_json(reasons)}
        out.write(json.dumps(line, ensure_ascii=False) + "\n")


class StoredGraph:
    """A graph on disk, as the writers of `arner.graph` take it: nodes and edges, again and again, by their ids.

    `overview`, `project` and `select` make it the part that the functions of `arner.graph.views` of these names give.
    """

    def __init__(self, archive: Archive) -> None:
        self.graph: dict[str, Any] = {}
        self._archive = archive
        self._sql = archive.sql
        self._sorted = False
        self._directed = self._multigraph = True

    def __len__(self) -> int:
        return self._count("node")

    def __iter__(self) -> Iterator[str]:
        return (id_ for (id_,) in self._stream("SELECT id FROM graph.node"))

    def __contains__(self, node: object) -> bool:
        return bool(self._sql.execute("SELECT 1 FROM graph.node WHERE id = ?", [node]).fetchall())

    def size(self) -> int:
        """How many edges it has."""
        return self._count("edge")

    def is_directed(self) -> bool:
        return self._directed

    def is_multigraph(self) -> bool:
        return self._multigraph

    def nodes(self, data: bool = False) -> Iterator[Any]:
        """Every id, or with `data` id and attributes."""
        if not data:
            return iter(self)
        return ((id_, from_json(text)) for id_, text in self._stream("SELECT id, data FROM graph.node"))

    def edges(self, keys: bool = False, data: bool = False) -> Iterator[Any]:
        """Start and end of every edge, with `keys` its key, with `data` its attributes."""
        for start, end, key, text in self._stream('SELECT start, "end", key, data FROM graph.edge'):
            yield start, end, *((key,) if keys else ()), *((from_json(text),) if data else ())

    def repeated_names(self) -> set[str]:
        """The names that several nodes bear, or may bear in a file, where signs that it cannot hold are one."""
        query = r"""
            SELECT name FROM graph.node GROUP BY name
            HAVING count(*) > 1 OR regexp_matches(name, '~\d+$|[\x{0}-\x{8}\x{B}-\x{1F}\x{FFFD}-\x{FFFF}]|^$')"""
        return {text_of(name) or "~" for (name,) in self._stream(query)}

    def networkx(self, most: int = MOST) -> nx.Graph:
        """The graph in memory.

        Raises:
            TooLarge: it has more than `most` edges or nodes.
        """
        import networkx as nx

        if (largest := max(len(self), self.size())) > most:
            raise TooLarge(f"the graph has {largest:,} nodes or edges; at most {most:,} are taken into memory")
        kinds = {(True, True): nx.MultiDiGraph, (True, False): nx.DiGraph, (False, False): nx.Graph}
        graph = kinds[self._directed, self._multigraph]()
        graph.add_nodes_from(self.nodes(data=True))
        for start, end, key, data in self.edges(keys=True, data=True):
            graph.add_edge(start, end, **({"key": key} if self._multigraph else {}), **data)
        return graph

    def overview(
        self, *, statements: bool = False, described: bool = False, articles: bool = False, media: bool = True
    ) -> None:
        """Keep what `arner.graph.views.overview` keeps."""
        sql = self._sql
        sql.execute(f"CREATE TABLE graph.loose AS SELECT id FROM graph.node WHERE id NOT IN ({_TIED})")
        if not statements:
            self._tie(*sayings(media))
        if not articles:
            sql.execute(f"""
                UPDATE graph.node SET data = data[:-2] || ',"article_ids":' || to_json(told.articles)::TEXT || '}}'
                FROM (
                    SELECT "end" AS id, list(start[9:] ORDER BY start) AS articles FROM graph.edge
                    WHERE start LIKE 'article:%' AND split_part("end", ':', 1) IN ({_EVENTS}) GROUP BY "end"
                ) told WHERE told.id = node.id""")
        hidden = {"statement": not statements, "described": not described, "article": not articles}
        sql.execute("DELETE FROM graph.node WHERE list_contains(?, type)", [[t for t, away in hidden.items() if away]])
        if not media:
            sql.execute("DELETE FROM graph.node WHERE media AND NOT list_contains(?, type)", [list(hidden)])
        self._drop_loose_edges()
        if not statements:
            self._insert_ties()
        sql.execute(f"DELETE FROM graph.node WHERE id NOT IN ({_TIED} UNION FROM graph.loose)")
        sql.execute("DROP TABLE graph.loose")

    def project(self, view: View) -> None:
        """Become the projection that a view of `arner.graph.views` is."""
        self._tie(view)
        self._sql.execute("DELETE FROM graph.edge")
        self._insert_ties()
        self._sql.execute(f"DELETE FROM graph.node WHERE id NOT IN ({_TIED})")
        self._directed, self._multigraph = view.directed, False

    def _tie(self, *views: View) -> None:
        """Put into `tie` what ties two: of a part of what ties, with its ends and their offices, at a time."""
        import networkx as nx

        sql = self._sql
        sql.execute("CREATE TABLE graph.tie (one TEXT, other TEXT, type TEXT, data TEXT)")
        (tells,) = {view.tells for view in views}
        used = "('mentions')" if tells == "article" else _TIES
        sql.execute("""
            CREATE TABLE graph.office AS
            SELECT start, "end", key, data FROM graph.edge WHERE key LIKE 'holds_office:%'""")
        sql.execute(f"""
            CREATE TABLE graph.about AS
            SELECT part, start, "end", key, CASE WHEN key LIKE 'takes_part%' THEN data END AS data
            FROM graph.edge JOIN (
                SELECT id, row_number() OVER () // {_TELL} AS part FROM graph.node WHERE type = '{tells}'
            ) ON id = CASE WHEN start LIKE '{tells}:%' THEN start ELSE "end" END
            WHERE split_part(key, ':', 1) IN {used} ORDER BY part""")
        ((last,),) = sql.execute("SELECT coalesce(max(part), -1) FROM graph.about").fetchall()
        with self._archive.spool("graph.tie") as out:
            for part in range(last + 1):
                about = f'(SELECT start, "end", key, data FROM graph.about WHERE part = {part})'
                ends = f'SELECT start FROM {about} UNION SELECT "end" FROM {about}'
                offices = f"(FROM graph.office WHERE start IN ({ends}))"
                graph = nx.MultiDiGraph()
                there = f"type = 'country' OR id IN ({ends} UNION SELECT \"end\" FROM {offices})"
                for id_, text in streamed(sql, f"SELECT id, data FROM graph.node WHERE {there}"):
                    graph.add_node(id_, **from_json(text))
                for start, end, key, text in streamed(sql, f"FROM {about} UNION ALL FROM {offices}"):
                    type_ = type_of(key)
                    graph.add_edge(start, end, key, **(from_json(text) if type_ in _READ else {"type": type_}))
                for view in views:
                    for one, other, tie in view.ties(graph):
                        out.add("graph.tie", (one, other, tie["type"], _json(tie)))
        sql.execute("DROP TABLE graph.about")
        sql.execute("DROP TABLE graph.office")

    def _insert_ties(self) -> None:
        with self._archive.spool("graph.edge") as out:
            for (one, other, type_), rows in _groups(self._archive, "FROM graph.tie ORDER BY ALL", 3):
                tied = Tied()
                for *_, text in rows:
                    tied.add(from_json(text))
                out.add("graph.edge", _edge(one, other, type_, tied.edge()))
        self._sql.execute("DROP TABLE graph.tie")
        self._drop_loose_edges()

    def select(self, types: Iterable[str] = (), min_count: int = 1) -> None:
        """Keep the nodes of these types that enough articles tell of, and the edges of that weight."""
        sql = self._sql
        if chosen := list(types):
            sql.execute("DELETE FROM graph.node WHERE NOT list_contains(?, type)", [chosen])
            self._drop_loose_edges()
        if min_count > 1:
            sql.execute(f"CREATE TABLE graph.tied AS {_TIED}")
            sql.execute(
                "DELETE FROM graph.node WHERE type NOT IN ('article', 'statement') AND articles < ?", [min_count]
            )
            self._drop_loose_edges()
            single = "('reports', 'says', 'about', 'targets', 'addresses')"
            few = f"weight < ? AND split_part(key, ':', 1) NOT IN {single}"
            sql.execute(f"DELETE FROM graph.edge WHERE {few}", [min_count])
            sql.execute(f"DELETE FROM graph.node WHERE id IN (FROM graph.tied EXCEPT ({_TIED}))")
            sql.execute("DROP TABLE graph.tied")

    def _drop_loose_edges(self) -> None:
        for end in ("start", '"end"'):
            self._sql.execute(
                f"DELETE FROM graph.edge WHERE NOT EXISTS (SELECT 1 FROM graph.node WHERE id = edge.{end})"
            )

    def _count(self, table: str) -> int:
        ((count,),) = self._sql.execute(f"SELECT count(*) FROM graph.{table}").fetchall()
        return int(count)

    def _stream(self, query: str) -> Iterator[Row]:
        """The rows of a query, in the order of ids: the tables are sorted once, when they are first read."""
        if not self._sorted:
            for table, order in (("node", "id"), ("edge", 'start, "end", key')):
                self._sql.execute(f"CREATE TABLE graph.sorted AS FROM graph.{table} ORDER BY {order}")
                self._sql.execute(f"DROP TABLE graph.{table}")
                self._sql.execute(f"ALTER TABLE graph.sorted RENAME TO {table}")
            self._sorted = True
        return streamed(self._sql.cursor(), query)
