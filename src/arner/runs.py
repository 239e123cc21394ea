"""A run of extraction whose records survive it: kept as they come, gone on with by `--resume`.

Into a file: while `records.jsonl` is being made, `records.jsonl.part` holds the records that are done, a whole line
each, and `records.jsonl.run` what they were made with. Only when the run ends do they become `records.jsonl`.

Into a folder: the records that are done stand in `.open-00007.jsonl`, a whole line each, until that is large enough to
be a segment (segments.py): it is closed whole, and the manifest names it. The order is such that a run which is killed
between any two steps is gone on with: a segment that the manifest does not name was not closed.

A line that a crash cut off is no record: it is taken away when the run is gone on with.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

import arner
from arner.columnar import read_parquet, write_parquet
from arner.files import keep_mode
from arner.markup import readable
from arner.ner import store
from arner.records import SCHEMA_VERSION, Article, ArticleRecord
from arner.segments import MANIFEST, Manifest, ManifestError, Segment, close, is_dataset, number_of

Made = Mapping[str, object]

_LOCK = ".lock"
_HALF_DONE = (".open-", ".closing.", ".rest.", f".{MANIFEST}.")  # how files begin that no run which has ended leaves
_SEGMENT = 32_000_000
"""Bytes of records, as lines of JSON, that make a segment."""


class RunError(Exception):
    """A run that cannot begin or be gone on with, in a sentence for its user."""


class Run(ABC):
    """The records of one run, on their way to a place that no other run writes to meanwhile.

    with FileRun(output, made_with(model, lexicon, without), resume=True) as run:
        for line in extract(run.to_do(articles)):
            run.add(line)
        run.end()

    Raises:
        RunError: another run writes there, or one that was stopped is there and is not to be gone on with.
        OSError: the place cannot be written.
    """

    _lines: _Lines

    def __init__(self, output: Path, lock: Path, made_with: Made, resume: bool) -> None:
        self.output = output
        self.kept = 0
        """Records of an earlier run that need not be made again."""
        self.written = 0
        self.dropped = 0
        """Records of an earlier run whose article is no more, or another now: they are left out at the end."""
        self._left: Counter[bytes] = Counter()  # what is kept and no article has asked for
        self._lock = FileLock(lock, timeout=0)
        try:
            self._lock.acquire()
        except Timeout:
            raise RunError(f"{output}: another run is writing there") from None
        try:
            self._begin(made_with, resume)
            self.kept = self._left.total()
        except BaseException:
            self._unlock()
            raise

    def to_do(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Those of `articles` whose record is not kept: changed ones too."""
        for article in articles:
            key = _key(article.id, article.full_text, article.published, article.source, article.url)
            if self._left[key] > 0:
                self._left[key] -= 1
            else:
                yield article

    def add(self, line: str) -> None:
        """A record, without its line feed; it is on its place when this returns."""
        self._lines.add(line)
        self.written += 1

    def end(self) -> None:
        """The run is whole: its records take their place, without those of articles that are no more."""
        self.dropped = self._left.total()
        self._end()

    def _wanted(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """`lines` without those that no article has asked for."""
        for line in lines:
            key = _key_of(line)
            if key is not None and self._left[key] > 0:
                self._left[key] -= 1
            else:
                yield line

    @property
    @abstractmethod
    def kept_in(self) -> Path:
        """Where the records of a run that is stopped are."""

    @abstractmethod
    def _begin(self, made_with: Made, resume: bool) -> None:
        """Take up what an earlier run left: its keys into `_left`; new lines go into `_lines`."""

    @abstractmethod
    def _end(self) -> None: ...

    @abstractmethod
    def drop(self) -> None:
        """Nothing was kept and nothing is: no trace of the run stays."""

    def _unlock(self) -> None:
        Path(self._lock.lock_file).unlink(missing_ok=True)
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # a full disk: what is whole in the file stays
            self._lines.close()
        if self._lines.path.exists() and not self.kept + self.written:
            self.drop()
        self._unlock()


class FileRun(Run):
    """Into the file `output`."""

    def __init__(self, output: Path, made_with: Made, resume: bool) -> None:
        output = output.resolve()
        self._made = output.with_name(f"{output.name}.run")
        if not output.parent.is_dir():  # the lock would make it
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        super().__init__(output, output.with_name(f".{output.name[-80:]}.lock"), made_with, resume)

    @property
    def kept_in(self) -> Path:
        return self.output.with_name(f"{self.output.name}.part")

    def _begin(self, made_with: Made, resume: bool) -> None:
        part = self.kept_in
        holds = part.exists() and part.stat().st_size > 0  # else it was stopped before its first record
        if holds and not resume:
            raise RunError(
                f"{part} holds the records of a run that was stopped: go on with it by --resume, or delete it"
            )
        if holds and self._made_with() != made_with:
            raise RunError(
                f"{part} was made with another version, model, lexicon or other rules: delete it to begin anew"
            )
        self._made.write_text(json.dumps({"made_with": made_with}) + "\n", encoding="utf-8")
        self._lines = _Lines(part)
        self._left.update(self._lines.keys)

    def _made_with(self) -> object:
        try:
            return json.loads(self._made.read_text(encoding="utf-8"))["made_with"]
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _end(self) -> None:
        self._lines.close()
        part = self.kept_in
        if self.dropped:
            rest = part.with_name(f"{part.name}.rest")
            with part.open("rb") as lines, rest.open("wb") as out:
                out.writelines(self._wanted(lines))
            rest.replace(part)
        keep_mode(self.output, part)
        part.replace(self.output)
        self._made.unlink(missing_ok=True)

    def drop(self) -> None:
        self._lines.close()
        self.kept_in.unlink(missing_ok=True)
        self._made.unlink(missing_ok=True)


class FolderRun(Run):
    """Into the folder `output`, as segments of a `format`; None is that of the run that is there, or JSON lines.

    A folder whose run has ended is gone on with too: what is unchanged stays, what is new or changed is read.
    """

    def __init__(
        self, output: Path, made_with: Made, resume: bool, format: str | None = None, segment: int = _SEGMENT
    ) -> None:
        output = output.resolve()
        self._format, self._segment = format, segment
        self._is_new = not output.exists()
        output.mkdir(exist_ok=True)
        super().__init__(output, output / _LOCK, made_with, resume)

    @property
    def kept_in(self) -> Path:
        return self.output

    def _begin(self, made_with: Made, resume: bool) -> None:
        if is_dataset(self.output):
            self._manifest = self._take_up(made_with, resume)
        elif others := [file.name for file in self.output.iterdir() if not file.name.startswith(".")]:
            raise RunError(f"{self.output} holds other files ({min(others)} …): name an empty or a new folder")
        else:
            self._manifest = Manifest(self._format or "jsonl", made_with)
        self._manifest.write(self.output)
        self._clear()
        for segment in self._manifest.segments:
            self._left.update(self._keys(segment))
        self._lines = _Lines(self._open())
        self._left.update(self._lines.keys)

    def _take_up(self, made_with: Made, resume: bool) -> Manifest:
        """The manifest that is there, if it may be gone on with."""
        try:
            manifest = Manifest.read(self.output)
        except ManifestError as error:
            raise RunError(f"{self.output / MANIFEST}: {error}") from None
        if not resume:
            raise RunError(
                f"{self.output} holds the records of a run: go on with it by --resume, or name another folder"
            )
        if manifest.made_with != made_with:
            raise RunError(
                f"{self.output} was made with another version, model, lexicon or other rules: name another folder"
            )
        if self._format not in (None, manifest.format):
            raise RunError(f"{self.output} holds records as {manifest.format}, not as {self._format}")
        # Whoever deletes a damaged segment has its articles read again.
        manifest.segments = [segment for segment in manifest.segments if (self.output / segment.file).exists()]
        for segment in manifest.segments:
            if problem := segment.problem(self.output):
                raise RunError(
                    f"{self.output / segment.file}: {problem}; delete it, and --resume reads its articles again"
                )
        manifest.ended = False
        return manifest

    def _clear(self) -> None:
        """Take away what a crash left half done: what the manifest does not name, but for the lines that are open."""
        named = {segment.file for segment in self._manifest.segments}
        open_ = self._open()
        for file in sorted(self.output.iterdir()):
            if file.name in named or file == open_:
                continue
            if number_of(file.name) == self._manifest.next and file.suffix == open_.suffix and not open_.exists():
                file.replace(open_)  # closed, and the manifest was not told any more
            elif file.name.startswith(_HALF_DONE) or number_of(file.name) >= 0:
                file.unlink()

    def _open(self) -> Path:
        return self.output / f".open-{self._manifest.next:05}.jsonl"

    def add(self, line: str) -> None:
        super().add(line)
        if self._lines.size >= self._segment:
            self._close_segment()
            self._lines = _Lines(self._open())

    def _close_segment(self) -> None:
        """The lines that are open become a segment: the file first, then the manifest, and only then they go."""
        self._lines.close()
        open_, count = self._lines.path, self._lines.count
        if not count:
            open_.unlink()
            return
        self._manifest.segments.append(self._segment_of(open_, self._manifest.next, count))
        self._manifest.write(self.output)
        open_.unlink(missing_ok=True)

    def _segment_of(self, lines: Path, number: int, count: int) -> Segment:
        if self._manifest.format == "parquet":
            with lines.open("rb") as stream:
                lines = self.output / ".closing.parquet"
                write_parquet(stream, lines)
        with lines.open("rb") as written:
            os.fsync(written.fileno())
        return close(lines, self.output, number, count)

    def _keys(self, segment: Segment) -> Iterator[bytes]:
        path = self.output / segment.file
        if path.suffix == ".parquet":
            told = read_parquet(path, ("id", "text", "published", "source", "url"))
            return (_key(row["id"], row["text"], row["published"], row["source"], row["url"]) for row in told)
        with path.open("rb") as lines:
            return iter([key for key in map(_key_of, lines) if key is not None])

    def _end(self) -> None:
        self._close_segment()
        if self.dropped:
            for segment in list(self._manifest.segments):
                if any(self._left[key] > 0 for key in self._keys(segment)):
                    self._drop_from(segment)
        self._manifest.ended = True
        self._manifest.write(self.output)

    def _drop_from(self, segment: Segment) -> None:
        """The segment is written anew without what no article has asked for; the manifest names the new one instead."""
        path, rest = self.output / segment.file, self.output / ".rest.jsonl"
        with rest.open("wb") as out:
            count = sum(bool(out.write(line)) for line in self._wanted(_lines_of(path)))
        at = self._manifest.segments.index(segment)
        self._manifest.segments[at : at + 1] = [self._segment_of(rest, segment.number, count)] if count else []
        self._manifest.write(self.output)
        rest.unlink(missing_ok=True)
        path.unlink()

    def drop(self) -> None:
        self._lines.close()
        self._lines.path.unlink(missing_ok=True)
        (self.output / MANIFEST).unlink(missing_ok=True)

    def _unlock(self) -> None:
        super()._unlock()
        if self._is_new and not any(self.output.iterdir()):
            self.output.rmdir()


class _Lines:
    """Records in a file that grows, a whole line each: opened again, it goes on behind the last whole line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys: list[bytes] = []
        """What the lines that were there are records of."""
        self.size = 0
        self._stream = path.open("a+b")
        self._stream.seek(0)
        for line in self._stream:
            key = _key_of(line) if line.endswith(b"\n") else None
            if key is None:
                break  # cut off when the run was stopped
            self.keys.append(key)
            self.size += len(line)
        self._stream.truncate(self.size)
        self._stream.seek(self.size)
        self.count = len(self.keys)

    def add(self, line: str) -> None:
        """Without its line feed; it is in the file when this returns."""
        told = line.encode("utf-8") + b"\n"
        self._stream.write(told)
        self._stream.flush()
        self.size += len(told)
        self.count += 1

    def close(self) -> None:
        self._stream.close()


def _lines_of(path: Path) -> Iterator[bytes]:
    if path.suffix == ".parquet":
        for row in read_parquet(path):
            yield ArticleRecord.model_validate(row).model_dump_json().encode("utf-8") + b"\n"
    else:
        with path.open("rb") as lines:
            yield from lines


def made_with(model: str, lexicon: Iterable[str], without: Iterable[str]) -> Made:
    """All that a record depends on besides its article: two runs for which this is the same make the same records.

    Raises:
        ModelError: there is no such model.
        OSError: a file of `lexicon` cannot be read.
    """
    digests = json.dumps(store.digests(store.find(model).folder))
    return {
        "arner": arner.__version__,
        "schema_version": SCHEMA_VERSION,
        "model": hashlib.sha256(digests.encode()).hexdigest(),
        "lexicon": [hashlib.sha256(file.read_bytes()).hexdigest() for file in map(Path, lexicon)],
        "without": sorted(without),
    }


def _key(id_: str | None, text: str, published: str | None, source: str | None, url: str | None) -> bytes:
    """What tells an article from others and from its earlier state."""
    told = json.dumps([id_, readable(text), published, source, url], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8")).digest()[:16]


def _key_of(line: bytes) -> bytes | None:
    """The key of the article that a line is the record of; None where the line is no record."""
    try:
        record = json.loads(line)
        return _key(record["id"], record["text"], record["published"], record["source"], record["url"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
