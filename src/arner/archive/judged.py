"""A user's word on an archive: what `arner.link` makes of its records with judgements.

What is judged is linked anew with all that is near, as if it had come that day: the neighbourhoods, words and events of
whom a judgement keeps apart or leaves out. Judged the same, entities are joined whole, wherever they lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic_core import from_json

from arner.archive.link import FOUND, OF_ENTITIES, Numbers, forget, give_ids, knowing, link_entities, link_events
from arner.archive.store import Archive
from arner.linking import facts
from arner.linking.clusters import Member
from arner.linking.facts import Linking
from arner.linking.judgements import Judgement, Rulings
from arner.linking.review import Review
from arner.records import ArticleRecord


def judge(archive: Archive, judgements: Sequence[Judgement], jobs: int = 1) -> None:
    """Link the archive anew where judgements say so: for good, so that it is done to a copy.

    Raises:
        JudgementError: a judgement names nobody, is none, or contradicts another.
    """
    archive.review = review = Review.of(judgements)
    asked = "SELECT json FROM record WHERE article IN (SELECT unnest(?))"
    for (text,) in archive.rows(asked, [sorted(review.articles)]):
        review.read(ArticleRecord.model_validate_json(text))
    entities: dict[str, list[Member]] = {}
    query = "SELECT entity, article, local FROM link WHERE entity IN (SELECT unnest(?)) ORDER BY ALL"
    for id_, *member in archive.rows(query, [sorted(review.ids)]):
        entities.setdefault(id_, []).append(Member(*member))
    rulings = review.rulings(judgements, entities)
    archive.sql.begin()
    _make_stale(archive, rulings.kept_apart | review.left_out)
    _leave_out(archive, review.left_out)
    with knowing(archive, jobs, rulings) as processes:
        link_entities(archive, processes)
        _join_same(archive, rulings, of_events=False)
        give_ids(archive, processes)
        link_events(archive, processes)
        _join_same(archive, rulings, of_events=True)
        give_ids(archive, processes)
    archive.sql.commit()


def _members(archive: Archive, table: str, members: Iterable[Member]) -> None:
    archive.sql.execute(f"CREATE TEMP TABLE {table} (article TEXT, local TEXT)")
    archive.insert(table, [tuple(member) for member in members])


def _make_stale(archive: Archive, members: Iterable[Member]) -> None:
    """Where these are, as `link_entities` and `link_events` take it. Their events are forgotten, and told anew."""
    sql = archive.sql
    _members(archive, "judged", members)
    sql.execute("""
        CREATE TEMP TABLE stale AS
        SELECT DISTINCT n.hood FROM node n JOIN fact f ON f.same = n.same
        SEMI JOIN judged j ON j.article = f.article AND j.local = f.local WHERE f.word = ''""")
    sql.execute("""
        CREATE TEMP TABLE stale_word AS
        SELECT word FROM fact f SEMI JOIN judged j ON j.article = f.article AND j.local = f.local WHERE word <> ''""")
    sql.execute("""
        CREATE TEMP TABLE hoods AS
        SELECT DISTINCT hood FROM occurrence o SEMI JOIN judged j ON j.article = o.article AND j.local = o.local""")
    sql.execute("""
        CREATE TEMP TABLE stale_article AS
        SELECT article FROM judged UNION SELECT article FROM occurrence WHERE hood IN (FROM hoods)""")
    forget(archive, f"hood IN (FROM hoods) AND NOT {OF_ENTITIES}")
    sql.execute("UPDATE occurrence SET who = NULL WHERE hood IN (FROM hoods)")
    sql.execute("DROP TABLE judged")
    sql.execute("DROP TABLE hoods")


def _leave_out(archive: Archive, members: Iterable[Member]) -> None:
    """Take away people, and events that did not take place; where nobody is called by a word alone any more, who may
    be called so is linked anew.
    """
    sql = archive.sql
    _members(archive, "gone", members)
    for table in ("fact", "occurrence"):
        sql.execute(f"DELETE FROM {table} USING gone g WHERE g.article = {table}.article AND g.local = {table}.local")
    sql.execute("""
        INSERT INTO stale
        SELECT hood FROM bearer WHERE word NOT IN (SELECT word FROM fact) EXCEPT (FROM stale)""")
    sql.execute("DROP TABLE gone")


def _join_same(archive: Archive, rulings: Rulings, of_events: bool) -> None:
    """Join what is judged to be the same."""
    if not rulings.same:
        return
    sql = archive.sql
    _members(archive, "judged", {member for left, right, _ in rulings.same for member in (left, right)})
    sql.execute(f"""
        CREATE TEMP TABLE whole AS
        SELECT DISTINCT m.entity AS number
        FROM member m SEMI JOIN judged j ON j.article = m.article AND j.local = m.local
        WHERE {"NOT" if of_events else ""} m.{OF_ENTITIES}""")
    told, from_ = ("o.told, o.who", "occurrence") if of_events else ("o.name, o.told", "fact")
    query = f"""
        SELECT m.kind, m.entity, m.joined_article, m.joined_local, m.name, m.score, m.reasons,
            m.article, m.local, {told}, r.published, r.around
        FROM member m JOIN whole ON whole.number = m.entity JOIN record r ON r.article = m.article
        JOIN {from_} o ON o.article = m.article AND o.local = m.local ORDER BY 1, 2"""
    judged: dict[str, list[tuple[list[facts.Row | facts.Occurrence], list[Linking]]]] = {}
    for (kind, _), rows in archive.groups(query, 2):
        known = [facts.Occurrence(*row[5:-1]) if of_events else facts.Row(*row[5:]) for row in rows]
        links = [_linking(*row[:7]) for row in rows]
        judged.setdefault(kind, []).append((known, links))
    forget(archive, "number IN (FROM whole)")
    sql.execute("DROP TABLE judged")
    sql.execute("DROP TABLE whole")
    numbers = Numbers(archive)
    with archive.spool(*FOUND) as out:
        for kind, entities in judged.items():
            for linked in facts.join_judged(kind, entities, rulings):
                numbers.found(out, linked, None)


def _linking(
    to_article: str | None, to_local: str | None, name: str, score: float, reasons: str, article: str, local: str
) -> Linking:
    to = Member(to_article, to_local) if to_article is not None and to_local is not None else None
    return Linking(Member(article, local), name, to, score, tuple(from_json(reasons)))
