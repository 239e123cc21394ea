"""The folder of an archive: opening it, putting records into it, reading rows group by group."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from importlib.resources import files
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from filelock import FileLock, Timeout
from pydantic_core import to_json

from arner.linking.facts import Facts, hashed
from arner.linking.review import Review
from arner.records import ArticleRecord

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa
    import pyarrow.parquet as pq

    from arner.linking.judgements import Judgement

FILE = "archive.duckdb"
_TEMPORARY = re.compile("tmp([a-z0-9_]{8})?")  # DuckDB's folder and those of `TemporaryDirectory(prefix="tmp")`
_CORRUPT = "Corrupt database file"
_FORMAT = 1
_BATCH = 1_000  # records that are added at a time; what was added stays when a run is stopped
_FETCH = 20_000  # rows
_ADDED = ("record", "fact", "occurrence", "part", "printed", "band")
_MEMORY = "1500MB"  # of DuckDB; beyond it, it sorts and joins on disk

Row = tuple[Any, ...]
RowGroup = tuple[Row, list[Row]]  # what rows have in common, and the rest of each


class ArchiveError(Exception):
    """An archive that cannot be opened, or records that do not go into it, in a sentence for its user."""


@contextmanager
def open_archive(folder: str | Path, create: bool = False) -> Iterator[Archive]:
    """The archive of a folder, for this process alone until the block ends.

    Raises:
        ArchiveError: there is none, or another process has it, or another version made it.
        ImportError: DuckDB is not installed.
    """
    import duckdb

    path = Path(folder, FILE)
    if not create and not path.is_file():
        raise ArchiveError(f"{folder}: no archive: make one by `arner link RECORDS --into {folder}`")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"{folder}: {error.strerror or error}") from None
    lock = FileLock(path.with_name(".lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise ArchiveError(f"{folder}: another run has it open") from None
    try:
        for left in path.parent.iterdir():  # by a run that was killed: there is none but this
            if _TEMPORARY.fullmatch(left.name) and left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
        with duckdb.connect(path, config=_settings(path)) as connection:
            yield Archive(connection, path.parent)
    except duckdb.Error as error:
        if isinstance(error, duckdb.IOException) or _CORRUPT in str(error):
            raise ArchiveError(f"{path}: {str(error).splitlines()[0]}") from None
        raise
    finally:
        lock.release()


def _settings(path: Path) -> dict[str, str | bool | int | float | list[str]]:
    return {
        "memory_limit": _MEMORY,
        "temp_directory": str(path.with_name("tmp")),
        "preserve_insertion_order": False,
        "storage_compatibility_version": "latest",  # which packs long texts
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }


class Archive:
    """Records with who is who in them. Everything is on disk but for a neighbourhood at a time."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
        self.sql = connection
        self.folder = folder
        self.review = Review()
        if not self.rows("SELECT 1 FROM information_schema.tables WHERE table_name = 'about'"):
            self.sql.begin()
            self.sql.execute(files("arner.archive").joinpath("tables.sql").read_text(encoding="utf-8"))
            self.sql.execute("INSERT INTO about VALUES (?, 0)", [_FORMAT])
            self.sql.commit()
        ((made,),) = self.rows("SELECT format FROM about")
        if made != _FORMAT:
            raise ArchiveError(f"{folder}: made by another version of arner (format {made}, not {_FORMAT})")

    def rows(self, query: str, given: Sequence[object] = ()) -> list[Row]:
        return self.sql.execute(query, given).fetchall()

    def groups(self, query: str, by: int) -> Iterator[RowGroup]:
        """The rows of a query that are equal in their first `by` columns, which it must sort by, without these.

        Nothing else can be asked of the archive meanwhile.
        """
        for key, group in groupby(streamed(self.sql, query), itemgetter(slice(by))):
            yield key, [row[by:] for row in group]

    def add(self, records: Iterable[ArticleRecord]) -> tuple[int, int]:
        """Put records in, which `link` then links; the number that were added, and of those that were there already.

        Raises:
            ArchiveError: another record of the same id is there.
        """
        return self.put(map(Added.of, records))

    def put(self, added: Iterable[Added]) -> tuple[int, int]:
        """The same, of records that are made ready."""
        ((run,),) = self.rows("SELECT linked + 1 FROM about")
        stream = iter(added)
        new = there = 0
        while batch := list(islice(stream, _BATCH)):
            found: dict[str, Added] = {}
            for one in batch:
                if found.setdefault(one.article, one).digest != one.digest:
                    raise ArchiveError(f"two records have the id {one.article!r}")
            known = self.rows("SELECT article, digest FROM record WHERE article IN (SELECT unnest(?))", [list(found)])
            for article, digest in known:
                if found.pop(article).digest != digest:
                    raise ArchiveError(f"another record of the article {article!r} is in the archive")
            self._insert(found.values(), run)
            new, there = new + len(found), there + len(batch) - len(found)
        return new, there

    def _insert(self, added: Iterable[Added], run: int) -> None:
        self.sql.begin()
        for table in _ADDED:
            self.insert(table, [(*row, run) for one in added for row in one.rows[table]])
        self.sql.commit()

    def insert(self, table: str, rows: list[Row]) -> None:
        """Put rows into a table, columns in its order."""
        if rows:
            self.sql.register("given", arrow(self.schema(table), rows))
            self.sql.execute(f"INSERT INTO {table} SELECT * FROM given")
            self.sql.unregister("given")

    def schema(self, table: str) -> pa.Schema:
        return self.sql.sql(f"SELECT * FROM {table} LIMIT 0").to_arrow_table().schema

    @contextmanager
    def spool(self, *tables: str) -> Iterator[Spool]:
        """Rows for `tables`, which go into them when the block ends, for while `groups` are read nothing can."""
        with TemporaryDirectory(dir=self.folder, prefix="tmp") as folder:
            spool = Spool(Path(folder), {table: self.schema(table) for table in tables})
            yield spool
            for table, path in spool.closed():
                self.sql.execute(f"INSERT INTO {table} SELECT * FROM read_parquet(?)", [str(path)])

    def link(self, jobs: int = 1) -> None:
        """Link what was added since it was last linked, with all that is there, in so many processes."""
        from arner.archive.link import link_added

        link_added(self, jobs)

    @contextmanager
    def judged(self, judgements: Sequence[Judgement], jobs: int = 1) -> Iterator[Archive]:
        """The archive as `arner.link` links its records with these judgements; this one stays as it is.

        It is a copy on disk, which leaves when the block ends. `review` tells which judgements fit nothing.

        Raises:
            JudgementError: a judgement names nobody, is none, or contradicts another.
        """
        import duckdb

        from arner.archive.judged import judge

        self.sql.execute("CHECKPOINT")
        with TemporaryDirectory(dir=self.folder, prefix="tmp") as folder:
            path = Path(shutil.copyfile(self.folder / FILE, Path(folder, FILE)))
            with duckdb.connect(path, config=_settings(path)) as connection:
                judge(copy := Archive(connection, path.parent), judgements, jobs)
                yield copy

    def entity(self, article: str, local: str) -> str:
        """The id in the graph of the entity `local` of the record `article`.

        Raises:
            KeyError: no such record, or it has no such entity.
        """
        found = self.rows("SELECT entity FROM link WHERE article = ? AND local = ?", [article, local])
        if not found:
            raise KeyError((article, local))
        return str(found[0][0])


def streamed(sql: duckdb.DuckDBPyConnection, query: str) -> Iterator[Row]:
    """The rows of a query, some in memory at a time; nothing else can be asked of this connection meanwhile."""
    found = sql.execute(query)
    while some := found.fetchmany(_FETCH):
        yield from some


def arrow(schema: pa.Schema, rows: list[Row]) -> pa.Table:
    """Rows as a table of Arrow."""
    import pyarrow as pa

    columns = zip(*rows, strict=True)
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)


class Spool:
    """Rows of several tables on their way into them, on disk as soon as there are many."""

    def __init__(self, folder: Path, schemas: dict[str, pa.Schema]) -> None:
        self._folder = folder
        self._schemas = schemas
        self._rows: dict[str, list[Row]] = {table: [] for table in schemas}
        self._files: dict[str, pq.ParquetWriter] = {}

    def add(self, table: str, row: Row) -> None:
        rows = self._rows[table]
        rows.append(row)
        if len(rows) >= _FETCH:
            self._flush(table)

    def extend(self, table: str, rows: Iterable[Row]) -> None:
        for row in rows:
            self.add(table, row)

    def put(self, table: str, rows: pa.Table) -> None:
        """Many rows, as Arrow has them."""
        import pyarrow.parquet as pq

        if table not in self._files:
            self._files[table] = pq.ParquetWriter(self._folder / f"{table}.parquet", self._schemas[table])
        self._files[table].write_table(rows)

    def _flush(self, table: str) -> None:
        self.put(table, arrow(self._schemas[table], self._rows[table]))
        self._rows[table].clear()

    def closed(self) -> Iterator[tuple[str, Path]]:
        """The files, in the order of the tables."""
        for table, rows in self._rows.items():
            if rows:
                self._flush(table)
            if table in self._files:
                self._files[table].close()
                yield table, self._folder / f"{table}.parquet"


class Added(NamedTuple):
    """A record as the rows of an archive's tables, but for the run."""

    article: str
    digest: int
    rows: dict[str, list[Row]]

    @classmethod
    def of(cls, record: ArticleRecord) -> Added:
        written = record.model_dump_json()
        digest = int.from_bytes(blake2b(written.encode(), digest_size=8).digest(), signed=True)
        article, day, around, entities, events, printed = Facts.of(record)
        rows: dict[str, list[Row]] = {table: [] for table in _ADDED}
        rows["record"] = [(article, day, record.source, digest, around, to_json(printed.statements).decode(), written)]
        rows["fact"] = [(f.kind, f.same, f.word, article, f.local, f.name, f.told) for f in entities]
        for event in events:
            number = hashed((event.relation, article, event.local))
            rows["occurrence"].append(
                (number, event.relation, article, event.local, to_json(event).decode(), None, None)
            )
            rows["part"] += [(number, at, role, article, ref) for at, (role, ref) in enumerate(event.parts)]
        rows["printed"] = [(article, printed.age[0], printed.shingles.tobytes())]
        rows["band"] = [(band, article, printed.age[0]) for band in printed.bands]
        return cls(article, digest, rows)
