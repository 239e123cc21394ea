"""Linking what was added to an archive, as `arner.linking.links` does in memory, neighbourhood by neighbourhood.

Only what the added articles touch is linked anew: neighbourhoods that they reach, words alone that they use or whose
bearers changed, events of whose participants the ids changed. All of it is one transaction: a run that is stopped
leaves the archive as it was, and the next one begins with linking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from pydantic_core import from_json, to_json

from arner.archive.store import Archive, Row, RowGroup, Spool
from arner.linking import facts, reprints
from arner.linking.clusters import Member, components
from arner.linking.facts import Called, Linked, Linking, Occurrence
from arner.linking.ids import Founding, named
from arner.linking.judgements import Rulings
from arner.processes import mapped, workers

if TYPE_CHECKING:
    from arner.linking.reprints import Shingles

FOUND = ("founded", "member", "bearer")
_CHUNK = 2_000  # rows that go to another process together
_GIANT = 50_000  # rows of a group that goes nowhere: it would lie in memory here, there and on both ways
_NOTHING = Rulings()  # is judged
OF_ENTITIES = "kind IN ('person', 'organization', 'place')"

Workers = ProcessPoolExecutor | None
_Key = TypeVar("_Key")
_Found = TypeVar("_Found")


def link_added(archive: Archive, jobs: int = 1) -> None:
    """Link the records of runs that are not linked yet."""
    ((run,),) = archive.rows("SELECT linked + 1 FROM about")
    if not archive.rows("SELECT 1 FROM record WHERE run = ? LIMIT 1", [run]):
        return
    archive.sql.begin()
    try:
        with knowing(archive, jobs) as processes:
            _make_stale(archive, run, processes)
            link_entities(archive, processes)
            give_ids(archive, processes)
            link_events(archive, processes)
            give_ids(archive, processes)
            _find_reprints(archive, run)
        for table in ("stale", "stale_word", "stale_article", "stale_hash", "touched", "stale_event"):
            archive.sql.execute(f"DROP TABLE IF EXISTS {table}")
        archive.sql.execute("UPDATE about SET linked = ?", [run])
        archive.sql.commit()
    except BaseException:
        archive.sql.rollback()
        raise


@contextmanager
def knowing(archive: Archive, jobs: int, rulings: Rulings = _NOTHING) -> Iterator[Workers]:
    """Processes that know by which words alone articles call somebody, and what is judged."""
    words = frozenset(word for (word,) in archive.rows("SELECT DISTINCT word FROM fact WHERE word <> ''"))
    with workers(jobs, _know, words, rulings) as processes:
        yield processes


def link_entities(archive: Archive, processes: Workers) -> None:
    """Link the neighbourhoods `stale` and the words `stale_word` anew."""
    _link_hoods(archive, processes)
    _link_words(archive, processes)


def link_events(archive: Archive, processes: Workers) -> None:
    """Link events anew of whose participants the ids changed, or whose articles are in `stale_article`."""
    _tell_who(archive)
    _link_occurrences(archive, processes)


_words: frozenset[str] = frozenset()
_rulings = _NOTHING


def _know(words: frozenset[str], rulings: Rulings) -> None:
    """Tell this process what it needs of the archive as a whole."""
    global _words, _rulings
    _words, _rulings = words, rulings


def _chunks(groups: Iterable[RowGroup]) -> Iterator[list[RowGroup]]:
    """Some groups together, so that it pays to send them to another process."""
    chunk, size = [], 0
    for group in groups:
        chunk.append(group)
        size += len(group[1])
        if size >= _CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _each(
    link: Callable[[RowGroup], tuple[_Key, Iterator[_Found]]], groups: Iterable[RowGroup], processes: Workers
) -> Iterator[tuple[_Key, Iterable[_Found]]]:
    """What is found in every group, in their order: of giants here, of others where the processes are."""
    for giant, some in groupby(groups, lambda group: processes is None or len(group[1]) > _GIANT):
        if giant:
            yield from map(link, some)
        else:
            for found in mapped(partial(_listed, link), _chunks(some), processes):
                yield from found


def _listed(
    link: Callable[[RowGroup], tuple[_Key, Iterator[_Found]]], groups: list[RowGroup]
) -> list[tuple[_Key, list[_Found]]]:
    return [(key, list(found)) for key, found in map(link, groups)]


def _keys(groups: list[RowGroup]) -> tuple[list[Row], list[Row]]:
    """Rows of `node` and `hood_key`."""
    nodes: list[Row] = [(same, kind, same) for (same, kind), _ in groups]
    keys = [
        (key, same, *how) for (same, kind), (row,) in groups for key, *how in facts.hood_keys(kind, facts.Row(*row))
    ]
    return nodes, keys


def _make_stale(archive: Archive, run: int, processes: Workers) -> None:
    """Find the neighbourhoods that the run's entities are in: `stale` has them, and those that they joined."""
    sql = archive.sql
    with archive.spool("node", "hood_key") as out:
        query = f"""
            SELECT DISTINCT ON (f.same) f.same, f.kind, f.article, f.local, f.name, f.told, r.published, r.around
            FROM fact f JOIN record r ON r.article = f.article
            WHERE f.run = {run} AND f.word = '' AND f.same NOT IN (SELECT same FROM node)"""
        for nodes, keys in mapped(_keys, _chunks(archive.groups(query, 2)), processes):
            out.extend("node", nodes)
            out.extend("hood_key", keys)
    sql.execute(
        """
        CREATE TEMP TABLE met AS
        WITH k AS (
            SELECT k.key, n.hood, k.found, k.sought FROM hood_key k JOIN node n ON n.same = k.same
            WHERE k.key IN (
                SELECT key FROM hood_key k JOIN fact f ON f.same = k.same WHERE f.run = ? AND (k.found OR k.sought)
            )
        ), f AS (SELECT key, min(hood) AS one FROM k WHERE found GROUP BY key)
        SELECT DISTINCT f.one, k.hood AS other FROM k JOIN f ON f.key = k.key
        WHERE f.one <> k.hood AND (k.found OR k.sought) AND k.key IN (SELECT key FROM k WHERE sought)""",
        [run],
    )
    _merge(archive, "met", "node")
    sql.execute(
        """
        CREATE TEMP TABLE stale AS
        SELECT DISTINCT n.hood FROM node n JOIN fact f ON f.same = n.same WHERE f.run = $run
        UNION SELECT DISTINCT n.hood FROM node n JOIN hood_key k ON k.same = n.same
        WHERE k.key IN (SELECT unnest($keys))""",
        {"run": run, "keys": [facts.word_key(word) for word in _new_words(archive, run)]},
    )
    sql.execute("INSERT INTO stale SELECT old FROM merged WHERE new IN (SELECT hood FROM stale)")
    sql.execute("CREATE TEMP TABLE stale_word AS SELECT word FROM fact WHERE word <> '' AND run = ?", [run])
    sql.execute("CREATE TEMP TABLE stale_article AS SELECT article FROM record WHERE run = ?", [run])
    sql.execute("DROP TABLE met")
    sql.execute("DROP TABLE merged")


def _new_words(archive: Archive, run: int) -> list[str]:
    """Words alone that no earlier article has."""
    query = "SELECT word FROM fact WHERE word <> '' GROUP BY word HAVING min(run) = ?"
    return [word for (word,) in archive.rows(query, [run])]


def _merge(archive: Archive, pairs: str, table: str) -> None:
    """Give the hoods of `table` that the pairs of hoods join one number, the smallest; `merged` has old and new."""
    found = archive.sql.execute(f"SELECT one, other FROM {pairs}").fetchnumpy()
    numbers, new = components(found["one"], found["other"])
    archive.sql.execute("CREATE TEMP TABLE merged (old BIGINT, new BIGINT)")
    archive.insert("merged", [pair for pair in zip(numbers.tolist(), new.tolist(), strict=True) if pair[0] != pair[1]])
    archive.sql.execute(f"UPDATE {table} SET hood = merged.new FROM merged WHERE hood = merged.old")


def _linked(group: RowGroup) -> tuple[int, Iterator[Linked]]:
    """Of a neighbourhood its number and entities."""
    (kind, hood), rows = group
    return hood, facts.link_hood(kind, (facts.Row(*row) for row in rows), _words, _rulings.apart)


def _link_hoods(archive: Archive, processes: Workers) -> None:
    """Link the stale neighbourhoods anew."""
    sql = archive.sql
    sql.execute("INSERT INTO stale_word SELECT word FROM bearer WHERE hood IN (FROM stale)")
    forget(archive, f"hood IN (FROM stale) AND word IS NULL AND {OF_ENTITIES}")
    sql.execute("DELETE FROM bearer WHERE hood IN (FROM stale)")
    numbers = Numbers(archive)
    with archive.spool(*FOUND) as out:
        query = """
            SELECT n.kind, n.hood, f.article, f.local, f.name, f.told, r.published, r.around
            FROM node n JOIN stale ON stale.hood = n.hood JOIN fact f ON f.same = n.same
            JOIN record r ON r.article = f.article ORDER BY 1, 2"""
        for hood, entities in _each(_linked, archive.groups(query, 2), processes):
            for linked in entities:
                number = None if linked.alone else numbers.found(out, linked, hood)
                for word in linked.words:
                    out.add("bearer", (word, number, *linked.founding.member, linked.state, hood))


def _meant(group: RowGroup) -> tuple[tuple[str, dict[Member, int | None]], Iterator[Linked | Called]]:
    """Of a word its bearers with their numbers, and whom it means."""
    (word,), rows = group
    bearers = [row for row in rows if row[4] is None]
    alone = (facts.Row(*row[1:]) for row in rows if row[4] is not None)
    numbers = {Member(article, local): number for number, article, local, *_ in bearers}
    states = ((Member(*row[1:3]), row[3]) for row in bearers)
    return (word, numbers), facts.link_word(states, alone, _rulings.apart)


def _link_words(archive: Archive, processes: Workers) -> None:
    """Tell anew whom the stale words alone mean."""
    sql = archive.sql
    sql.execute("INSERT INTO stale_word SELECT word FROM bearer WHERE hood IN (FROM stale)")
    forget(archive, "word IN (FROM stale_word)")
    sql.execute("INSERT INTO touched SELECT DISTINCT entity FROM member WHERE word IN (FROM stale_word)")
    sql.execute("DELETE FROM member WHERE word IN (FROM stale_word)")
    numbers = Numbers(archive)
    with archive.spool(*FOUND) as out:
        query = """
            WITH w AS (SELECT DISTINCT word FROM stale_word)
            SELECT b.word, b.entity, b.article, b.local, b.state, NULL, NULL, NULL
            FROM bearer b JOIN w ON b.word = w.word
            UNION ALL
            SELECT f.word, NULL, f.article, f.local, f.name, f.told, r.published, r.around
            FROM fact f JOIN w ON f.word = w.word JOIN record r ON r.article = f.article
            ORDER BY 1"""
        for (word, bearers), meant in _each(_meant, archive.groups(query, 1), processes):
            for found in meant:
                if isinstance(found, Linked):
                    numbers.found(out, found, None, word)
                elif (number := bearers[found.founder]) is not None:
                    numbers.join(out, number, found.links, word)
    sql.execute("INSERT INTO touched SELECT DISTINCT entity FROM member WHERE word IN (FROM stale_word)")


class Numbers:
    """Numbers for new entities, and their rows."""

    def __init__(self, archive: Archive) -> None:
        self._last = int(archive.rows("SELECT coalesce(max(number), 0) FROM founded")[0][0])

    def found(self, out: Spool, linked: Linked, hood: int | None, word: str | None = None) -> int:
        """Keep an entity; its number."""
        self._last += 1
        f = linked.founding
        age = (f.undated, f.published, *f.member)
        out.add("founded", (self._last, f.kind, f.hash, *age, f.key, f.slug, hood, word, None, linked.name))
        self.join(out, self._last, linked.links, word, f.kind)
        return self._last

    @staticmethod
    def join(out: Spool, number: int, links: Iterable[Linking], word: str | None, kind: str = "person") -> None:
        """Keep who is of an entity."""
        for link in links:
            to = link.to or (None, None)
            reasons = to_json(link.reasons).decode()
            out.add("member", (number, kind, *link.member, link.name, *to, link.score, reasons, word))


def forget(archive: Archive, which: str) -> None:
    """Take away entities with their members; the hashes that others may have had to share with them are stale."""
    sql = archive.sql
    sql.execute("CREATE TEMP TABLE IF NOT EXISTS touched (number BIGINT)")
    sql.execute("CREATE TEMP TABLE IF NOT EXISTS stale_hash (kind TEXT, hash TEXT)")
    sql.execute(f"INSERT INTO stale_hash SELECT DISTINCT kind, hash FROM founded WHERE {which}")
    sql.execute(f"DELETE FROM member WHERE entity IN (SELECT number FROM founded WHERE {which})")
    sql.execute(f"DELETE FROM founded WHERE {which}")


def _ids(groups: list[RowGroup]) -> list[Row]:
    """The numbers of entities with their ids, where these are new."""
    found: list[Row] = []
    for (kind, _), rows in groups:
        numbers = {
            Founding(undated, published, Member(article, local), kind, key, slug): (number, old)
            for number, undated, published, article, local, key, slug, old in rows
        }
        found += [(numbers[f][0], id_) for f, id_ in named(numbers) if numbers[f][1] != id_]
    return found


def give_ids(archive: Archive, processes: Workers) -> None:
    """Give new entities their ids, and those again that may have to share one; `touched` has all whose id changed."""
    sql = archive.sql
    sql.execute("INSERT INTO stale_hash SELECT DISTINCT kind, hash FROM founded WHERE id IS NULL")
    sql.execute("CREATE TEMP TABLE ids (number BIGINT, id TEXT)")
    query = """
        SELECT f.kind, f.hash, f.number, f.undated, f.published, f.article, f.local, f.key, f.slug, f.id
        FROM founded f SEMI JOIN stale_hash s ON s.kind = f.kind AND s.hash = f.hash ORDER BY 1, 2"""
    with archive.spool("ids") as out:
        for some in mapped(_ids, _chunks(archive.groups(query, 2)), processes):
            out.extend("ids", some)
    sql.execute("UPDATE founded SET id = ids.id FROM ids WHERE founded.number = ids.number")
    sql.execute("INSERT INTO touched SELECT number FROM ids")
    sql.execute("DROP TABLE ids")
    sql.execute("DELETE FROM stale_hash")


def _tell_who(archive: Archive) -> None:
    """Who took part in the events of articles whose entities changed: `stale_event` has those where it is others."""
    sql = archive.sql
    sql.execute("""
        CREATE TEMP TABLE stale_event AS
        WITH a AS (
            SELECT DISTINCT article FROM member WHERE entity IN (FROM touched)
            UNION FROM stale_article
        ), told AS (
            SELECT o.number, any_value(o.who) AS old, any_value(o.hood) AS hood,
                list([p.role, CASE WHEN p.ref LIKE 'country:%' THEN p.ref ELSE l.entity END] ORDER BY p.place)
                    FILTER (p.number IS NOT NULL) AS parts
            FROM occurrence o JOIN a ON o.article = a.article
            LEFT JOIN part p ON p.number = o.number
            LEFT JOIN link l ON l.article = p.article AND l.local = p.ref
            GROUP BY o.number
        )
        SELECT number, hood, coalesce(to_json(parts)::TEXT, '[]') AS who, old FROM told
        WHERE old IS DISTINCT FROM coalesce(to_json(parts)::TEXT, '[]')""")
    sql.execute("UPDATE occurrence SET who = s.who FROM stale_event s WHERE s.number = occurrence.number")
    sql.execute("DELETE FROM occurrence_key WHERE number IN (SELECT number FROM stale_event)")
    query = """
        SELECT o.number, o.article, o.local, o.told, o.who, r.published
        FROM occurrence o SEMI JOIN stale_event s ON s.number = o.number JOIN record r ON r.article = o.article"""
    with archive.spool("occurrence_key") as out:
        for (number,), rows in archive.groups(query, 1):
            for key in facts.occurrence_keys(Occurrence(*rows[0])):
                out.add("occurrence_key", (key, number))


def _linked_occurrences(group: RowGroup) -> tuple[int, Iterator[Linked]]:
    (relation, hood), rows = group
    return hood, facts.link_occurrences(relation, (Occurrence(*row) for row in rows), _rulings.apart)


def _link_occurrences(archive: Archive, processes: Workers) -> None:
    """Link the events of every neighbourhood that a stale event is or was in."""
    sql = archive.sql
    sql.execute("""
        CREATE OR REPLACE TEMP TABLE stale AS
        SELECT DISTINCT hood FROM stale_event WHERE hood IS NOT NULL
        UNION SELECT o.hood FROM occurrence o JOIN occurrence_key k ON k.number = o.number
        WHERE o.hood IS NOT NULL AND k.key IN (
            SELECT key FROM occurrence_key WHERE number IN (SELECT number FROM stale_event))""")
    sql.execute("""
        CREATE TEMP TABLE again AS
        SELECT number FROM stale_event UNION SELECT number FROM occurrence WHERE hood IN (FROM stale)""")
    forget(archive, f"hood IN (FROM stale) AND NOT {OF_ENTITIES}")
    sql.execute("UPDATE occurrence SET hood = number WHERE number IN (FROM again)")
    sql.execute("""
        CREATE TEMP TABLE met AS
        WITH k AS (SELECT key, number FROM occurrence_key WHERE number IN (FROM again)),
        f AS (SELECT key, min(number) AS one FROM k GROUP BY key)
        SELECT DISTINCT f.one, k.number AS other FROM k JOIN f ON f.key = k.key WHERE f.one <> k.number""")
    _merge(archive, "met", "occurrence")
    numbers = Numbers(archive)
    with archive.spool(*FOUND) as out:
        query = """
            SELECT o.relation, o.hood, o.article, o.local, o.told, o.who, r.published
            FROM occurrence o JOIN record r ON r.article = o.article
            WHERE o.number IN (FROM again) ORDER BY 1, 2"""
        for hood, entities in _each(_linked_occurrences, archive.groups(query, 2), processes):
            for linked in entities:
                numbers.found(out, linked, hood)
    for table in ("met", "merged", "again"):
        sql.execute(f"DROP TABLE {table}")


def _find_reprints(archive: Archive, run: int) -> None:
    """Compare what the run's articles print with what stands in the archive; tell the copies of all that are alike."""
    sql = archive.sql
    sql.execute("CREATE TEMP TABLE pair (younger TEXT, younger_day TEXT, older TEXT, older_day TEXT)")
    query = f"""
        SELECT b.band, b.published, b.article FROM band b
        WHERE b.band IN (
            SELECT band FROM band GROUP BY band HAVING count(*) > 1 AND max(run) = {run}
        ) ORDER BY 1"""
    with archive.spool("pair") as out:
        for _, band in archive.groups(query, 1):
            for younger, older in reprints.pairs_of(band):
                out.add("pair", (*younger[::-1], *older[::-1]))
    candidates = f"""
        SELECT p.younger, p.younger_day, p.older, p.older_day, a.shingles, b.shingles FROM (
            SELECT younger, younger_day, older, older_day FROM pair
            GROUP BY ALL HAVING count(*) >= {reprints.BANDS}
        ) p JOIN printed a ON a.article = p.younger JOIN printed b ON b.article = p.older
        WHERE greatest(a.run, b.run) = {run}"""
    with archive.spool("alike") as out:
        for pair, ((one, other),) in archive.groups(candidates, 4):
            likeness = reprints.likeness(_shingles(one), _shingles(other))
            if reprints.alike(likeness):
                out.add("alike", (*pair, likeness))
    sql.execute("DROP TABLE pair")
    pairs = archive.rows("SELECT younger_day, younger, older_day, older, likeness FROM alike")
    copies = reprints.copies_among(((y_day, y), (o_day, o), share) for y_day, y, o_day, o, share in pairs)
    sql.execute("DELETE FROM copy")
    archive.insert("copy", [(article, copy.of, copy.likeness) for article, copy in copies.items()])
    sql.execute("DELETE FROM retold")
    with archive.spool("retold") as out:
        for story in _stories(archive):
            for copied, first in reprints.retold_among(story):
                out.add("retold", (*copied, *first))


def _stories(archive: Archive) -> Iterator[list[tuple[bool, reprints.Age, dict[str, int]]]]:
    """The articles of each story that is printed more than once."""
    query = """
        SELECT c."of", c.copied, p.published, c.article, r.statements
        FROM (SELECT "of", article, true AS copied FROM copy UNION SELECT "of", "of", false FROM copy) c
        JOIN printed p ON p.article = c.article JOIN record r ON r.article = c.article ORDER BY 1"""
    for _, rows in archive.groups(query, 1):
        yield [(copied, (day, article), from_json(said)) for copied, day, article, said in rows]


def _shingles(stored: bytes) -> Shingles:
    return np.frombuffer(stored, dtype=np.uint32)
