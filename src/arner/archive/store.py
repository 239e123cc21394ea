"""The folder of an archive: opening it, putting records into it, reading rows group by group."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from importlib.resources import files
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from arner.linking.facts import Facts, hashed
from arner.records import ArticleRecord

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa
    import pyarrow.parquet as pq

FILE = "archive.duckdb"
_FORMAT = 1
_BATCH = 1_000  # records that are added at a time; what was added stays when a run is stopped
_FETCH = 20_000  # rows
_ADDED = ("record", "fact", "occurrence", "part", "printed", "band")
_MEMORY = "2GB"  # of DuckDB; beyond it, it sorts and joins on disk

Row = tuple[Any, ...]


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
        with duckdb.connect(path, config=_settings(path)) as connection:
            yield Archive(connection, path.parent)
    except duckdb.IOException as error:
        raise ArchiveError(f"{path}: {str(error).splitlines()[0]}") from None
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

    def groups(self, query: str, by: int) -> Iterator[tuple[Row, list[Row]]]:
        """The rows of a query that are equal in their first `by` columns, which it must sort by, without these.

        Nothing else can be asked of the archive meanwhile.
        """

        def every() -> Iterator[Row]:
            found = self.sql.execute(query)
            while some := found.fetchmany(_FETCH):
                yield from some

        for key, group in groupby(every(), itemgetter(slice(by))):
            yield key, [row[by:] for row in group]

    def add(self, records: Iterable[ArticleRecord]) -> tuple[int, int]:
        """Put records in, which `link` then links; the number that were added, and of those that were there already.

        Raises:
            ArchiveError: another record of the same id is there.
        """
        ((run,),) = self.rows("SELECT linked + 1 FROM about")
        stream = iter(records)
        added = there = 0
        while batch := list(islice(stream, _BATCH)):
            found = {record.id: _Added(record) for record in batch}
            if len(found) < len(batch):
                self._twice(batch)
            known = self.rows("SELECT article, digest FROM record WHERE article IN (SELECT unnest(?))", [list(found)])
            for article, digest in known:
                if found.pop(article).digest != digest:
                    raise ArchiveError(f"another record of the article {article!r} is in the archive")
            self._insert(found.values(), run)
            added, there = added + len(found), there + len(known)
        return added, there

    @staticmethod
    def _twice(batch: Iterable[ArticleRecord]) -> None:
        seen: dict[str, ArticleRecord] = {}
        for record in batch:
            if seen.setdefault(record.id, record) != record:
                raise ArchiveError(f"two records have the id {record.id!r}")

    def _insert(self, added: Iterable[_Added], run: int) -> None:
        tables: dict[str, list[Row]] = {
            name: [] for name in ("record", "fact", "occurrence", "part", "printed", "band")
        }
        for one in added:
            for name, rows in one.rows(run):
                tables[name] += rows
        self.sql.begin()
        for name, rows in tables.items():
            self.insert(name, rows)
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

    def link(self) -> None:
        """Link what was added since it was last linked, with all that is there."""
        from arner.archive.link import link_added

        link_added(self)

    def entity(self, article: str, local: str) -> str:
        """The id in the graph of the entity `local` of the record `article`.

        Raises:
            KeyError: no such record, or it has no such entity.
        """
        found = self.rows("SELECT entity FROM link WHERE article = ? AND local = ?", [article, local])
        if not found:
            raise KeyError((article, local))
        return str(found[0][0])


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

    def _flush(self, table: str) -> None:
        import pyarrow.parquet as pq

        if table not in self._files:
            self._files[table] = pq.ParquetWriter(self._folder / f"{table}.parquet", self._schemas[table])
        self._files[table].write_table(arrow(self._schemas[table], self._rows[table]))
        self._rows[table].clear()

    def closed(self) -> Iterator[tuple[str, Path]]:
        """The files, in the order of the tables."""
        for table, rows in self._rows.items():
            if rows:
                self._flush(table)
            if table in self._files:
                self._files[table].close()
                yield table, self._folder / f"{table}.parquet"


class _Added:
    """A record as the rows of an archive."""

    def __init__(self, record: ArticleRecord) -> None:
        self._json = record.model_dump_json()
        self.digest = int.from_bytes(blake2b(self._json.encode(), digest_size=8).digest(), signed=True)
        self._facts = Facts.of(record)
        self._source = record.source

    def rows(self, run: int) -> Iterator[tuple[str, list[Row]]]:
        facts, day = self._facts, self._facts.published
        age, shingles, bands, statements = facts.printed
        said = json.dumps(statements)
        yield "record", [(facts.article, day, self._source, run, self.digest, facts.around, said, self._json)]
        yield "fact", [(f.kind, f.same, f.word, facts.article, f.local, f.name, f.told, run) for f in facts.entities]
        for event in facts.events:
            number = hashed((event.relation, facts.article, event.local))
            yield (
                "occurrence",
                [(number, event.relation, facts.article, event.local, json.dumps(event), None, None, run)],
            )
            yield "part", [(number, at, role, facts.article, ref) for at, (role, ref) in enumerate(event.parts)]
        yield "printed", [(facts.article, age[0], shingles.tobytes(), run)]
        yield "band", [(band, facts.article, age[0], run) for band in bands]
