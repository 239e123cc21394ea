"""A run of extraction whose records survive it: kept as they come, gone on with by `--resume`.

While `records.jsonl` is being made, `records.jsonl.part` holds the records that are done, a whole line each, and
`records.jsonl.run` what they were made with. A line that a crash cut off is no record: it is taken away when the run is
gone on with. Only a run that ends becomes `records.jsonl`; both files are gone then.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

import arner
from arner.files import keep_mode
from arner.ner import store
from arner.records import SCHEMA_VERSION, Article


class RunError(Exception):
    """A run that cannot begin or be gone on with, in a sentence for its user."""


class Run:
    """The records of one run, on their way to the file `output`.

    with Run(output, made_with(model, lexicon, without), resume=True) as run:
        for line in extract(run.to_do(articles)):
            run.add(line)
        run.end()

    Raises:
        RunError: another run writes there, or one that was stopped is there and is not to be gone on with.
        OSError: the place cannot be written.
    """

    def __init__(self, output: Path, made_with: str, resume: bool) -> None:
        self.output = output.resolve()
        self.part = self.output.with_name(f"{self.output.name}.part")
        self._made = self.output.with_name(f"{self.output.name}.run")
        self._lock = FileLock(self.output.with_name(f".{self.output.name[-80:]}.lock"), timeout=0)
        self.kept = 0
        """Records of an earlier run that need not be made again."""
        self.written = 0
        self._done: Counter[bytes] = Counter()  # what the lines of `part` are records of
        self._unasked = 0  # lines of an earlier run that no article has asked for
        if not self.output.parent.is_dir():  # the lock would make it
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        try:
            self._lock.acquire()
        except Timeout:
            raise RunError(f"{output}: another run is writing there") from None
        try:
            self._begin(made_with, resume)
        except BaseException:
            self._unlock()
            raise

    def _begin(self, made_with: str, resume: bool) -> None:
        if self.part.exists() and not resume:
            raise RunError(
                f"{self.part} holds the records of a run that was stopped: go on with it by --resume, or delete it"
            )
        if self.part.exists() and self._made_with() != made_with:
            raise RunError(
                f"{self.part} was made with another version, model, lexicon or other rules: delete it to begin anew"
            )
        self._made.write_text(json.dumps({"made_with": made_with}) + "\n", encoding="utf-8")
        self._stream = self.part.open("a+b")
        self._stream.seek(0)
        whole = 0
        for line in self._stream:
            key = _key_of(line) if line.endswith(b"\n") else None
            if key is None:
                break  # cut off when the run was stopped
            self._done[key] += 1
            whole += len(line)
        self._stream.truncate(whole)
        self._stream.seek(whole)
        self.kept = self._unasked = self._done.total()

    def _made_with(self) -> str | None:
        try:
            made = json.loads(self._made.read_text(encoding="utf-8"))
            return str(made["made_with"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def to_do(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Those of `articles` whose record is not kept: changed ones too."""
        left = Counter(self._done)
        for article in articles:
            key = _key(article.id, article.full_text, article.published, article.source, article.url)
            if left[key] > 0:
                left[key] -= 1
                self._unasked -= 1
            else:
                yield article
        self._done -= left

    def add(self, line: str) -> None:
        """A record, without its line feed; it is in the file when this returns."""
        self._stream.write(line.encode("utf-8") + b"\n")
        self._stream.flush()
        self.written += 1

    def end(self) -> None:
        """The run is whole: its records become the file `output`, without those of articles that are no more."""
        if self._unasked:
            self._drop_unasked()
        self._stream.close()
        keep_mode(self.output, self.part)
        self.part.replace(self.output)
        self._made.unlink(missing_ok=True)

    def _drop_unasked(self) -> None:
        wanted = Counter(self._done)
        rest = self.part.with_name(f"{self.part.name}.rest")
        with rest.open("wb") as out:
            self._stream.seek(0)
            for number, line in enumerate(self._stream):
                key = _key_of(line) if number < self.kept else None
                if key is None or wanted[key] > 0:
                    out.write(line)
                    wanted[key or b""] -= 1
        rest.replace(self.part)

    def drop(self) -> None:
        """Nothing was kept and nothing is: no trace of the run stays."""
        self._stream.close()
        self.part.unlink(missing_ok=True)
        self._made.unlink(missing_ok=True)

    def _unlock(self) -> None:
        Path(self._lock.lock_file).unlink(missing_ok=True)
        self._lock.release()

    def __enter__(self) -> Run:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # a full disk: what is whole in the file stays
            self._stream.close()
        if self.part.exists() and not self.kept + self.written:
            self.drop()
        self._unlock()


def made_with(model: str, lexicon: Iterable[str], without: Iterable[str]) -> str:
    """A digest of all that a record depends on besides its article: two runs of one digest make the same records.

    Raises:
        ModelError: there is no such model.
        OSError: a file of `lexicon` cannot be read.
    """
    digest = hashlib.sha256(f"{arner.__version__} {SCHEMA_VERSION} {sorted(without)}".encode())
    digest.update(json.dumps(store.digests(store.find(model).folder)).encode())
    for file in map(Path, lexicon):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _key(id_: str | None, text: str, published: str | None, source: str | None, url: str | None) -> bytes:
    """What tells an article from others and from its earlier state."""
    from arner.pipeline import readable

    told = json.dumps([id_, readable(text), published, source, url], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8")).digest()[:16]


def _key_of(line: bytes) -> bytes | None:
    """The key of the article that a line is the record of; None where the line is no record."""
    try:
        record = json.loads(line)
        return _key(record["id"], record["text"], record["published"], record["source"], record["url"])
    except (ValueError, KeyError, TypeError):
        return None
