"""`arner extract`: articles in, records out."""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TextIO

import typer

from arner.cli.console import Failures, progress, say, stop
from arner.cli.files import apart, not_installed, replaceable, writing
from arner.cli.options import FIELDS, Format, iso_day

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from arner.inputs import InputFailure, InputNotice
    from arner.records import Article
    from arner.runs import Made, Run


def extract(
    articles: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLE...",
            help="Articles: files (text, HTML, Word, PDF; of many articles: CSV, TSV, Excel, Parquet, JSON, RSS, WARC),"
            " folders and archives of them; - for standard input.",
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", help="Where the records go, a JSON line each [stdout]; into a folder: records/"),
    ] = None,
    format_: Annotated[
        Format | None, typer.Option("--format", help="Of the files of a folder [jsonl].", show_default=False)
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Day of publication, as 2024-05-16, of articles that do not say."),
    ] = None,
    model: Annotated[str, typer.Option(help="bundled, stanza or the folder of a model.")] = "bundled",
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(help="Your own people, bodies, offices, places, countries, reporting verbs: a TOML or CSV file."),
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="A rule to switch off, by its id: see «arner rules».")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes; each loads the model (about 1 GB).")] = 1,
    failures: Annotated[
        Path | None, typer.Option(help="Where to list what failed, a JSON line each: where, problem.")
    ] = None,
    column: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=COLUMN", help="Which column holds what: text=body.")
    ] = None,
    metadata: Annotated[
        Path | None, typer.Option(help="A table with dates, sources … of the articles, by id or name of the file.")
    ] = None,
    timezone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="Where days begin, as Asia/Riyadh, for times that have a zone.")
    ] = None,
    online: Annotated[bool, typer.Option("--online", help="Read addresses (https://…) from the network.")] = False,
    largest: Annotated[
        int, typer.Option(metavar="MB", min=1, help="A line, or a file that is one article, is never larger, unpacked.")
    ] = 128,
    longest: Annotated[int, typer.Option(metavar="CHARACTERS", min=1, help="An article is never longer.")] = 1_000_000,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that was stopped: what is done and unchanged stays.")
    ] = False,
) -> None:
    """Read articles, write their records."""
    from arner import inputs

    day = iso_day(published)
    columns = dict(_column(pair, inputs.COLUMNS) for pair in column or [])
    place = _place(output, format_)
    apart(place.path, failures)
    apart(place.path, *map(Path, articles))
    apart(failures, *map(Path, articles))
    if resume and not place.keeps:
        raise typer.BadParameter("--resume goes on with a file or a folder: name it by -o")
    if failures and not os.access(failures.resolve().parent, os.W_OK):  # now, not after hours of work
        stop(f"{failures}: cannot be written there")
    own, off = tuple(map(str, lexicon or ())), tuple(without or ())
    bounds = {"largest": largest * 1_000_000, "longest": longest}
    read = inputs.read_articles(
        articles, columns, day, metadata=metadata, zone=_zone(timezone), online=online, **bounds
    )
    _extract(read, place, failures, model, jobs, own, off, resume, _size(articles))


class _Place(NamedTuple):
    """Where records go."""

    path: Path | None
    """None is standard output."""
    folder: bool
    format: str | None

    @property
    def keeps(self) -> bool:
        """Whether a run that is stopped leaves something there."""
        return self.folder or (self.path is not None and replaceable(self.path))


def _place(output: str | None, format_: str | None) -> _Place:
    """What `-o` means: a name that ends as a folder's, a folder that is there, and every name with `--format`."""
    if output is None:
        if format_:
            raise typer.BadParameter("--format is of the files of a folder: name it by -o")
        return _Place(None, False, None)
    folder = output.endswith(("/", os.sep)) or Path(output).is_dir() or format_ is not None
    if Path(output).suffix == ".parquet" and not folder:
        raise typer.BadParameter(f"{output}: Parquet is written into a folder: -o records/ --format parquet")
    return _Place(Path(output), folder, format_ and str(format_))


def _column(pair: str, fields: Iterable[str]) -> tuple[str, str]:
    field, equals, column = pair.partition("=")
    if not (equals and column) or field not in fields:
        raise typer.BadParameter(f"{pair!r} is not FIELD=COLUMN with a field of {', '.join(fields)}")
    return field, column


def _zone(name: str | None) -> ZoneInfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        raise typer.BadParameter(f"{name!r} is no time zone such as Asia/Riyadh") from None


def _size(articles: list[str]) -> int | None:
    """How many articles there are, where that is known without reading: files that are one article each."""
    single = (".txt", ".text", ".md", ".html", ".htm", ".docx", ".pdf")
    try:
        files = [file for path in map(Path, articles) for file in (path.rglob("*") if path.is_dir() else [path])]
    except RecursionError:  # folders in each other, a thousand deep
        return None
    known = all(file.suffix.lower() in single or file.is_dir() for file in files)
    return sum(file.is_file() for file in files) if known else None


def _extract(
    articles: Iterable[Article | InputFailure | InputNotice],
    place: _Place,
    failures: Path | None,
    model: str,
    jobs: int,
    own: tuple[str, ...],
    off: tuple[str, ...],
    resume: bool,
    size: int | None,
) -> None:
    """`own` are lexicon files, `off` the rules that are switched off, `size` the number of articles where known."""
    from arner.extraction import extract
    from arner.inputs import InputFailure
    from arner.lexicon import UnknownRule, opened
    from arner.lexicon.own import LexiconError
    from arner.ner import store

    try:
        store.pipeline_settings(store.find(model))
        opened(own, off)
    except (store.ModelError, LexiconError, UnknownRule) as error:
        stop(error)

    failed, summary = Failures(), _Summary()
    with _records_to(place, model, own, off, resume) as records, progress(place.path is None, size) as step:
        for _ in range(records.kept):
            step()
        try:
            for outcome in extract(records.to_do(failed.without_failures(articles)), model, jobs, own, off):
                if isinstance(outcome, InputFailure):
                    failed.add(outcome)
                else:
                    records.add(outcome)
                    summary.add(outcome)
                step()
        except store.ModelError as error:
            stop(error)
        if failures:
            with writing(failures) as listed:
                for failure in failed.failures:
                    listed.write(json.dumps(asdict(failure)) + "\n")
        failed.end(records.kept + summary.articles, "records")
        records.end()
        if records.dropped:
            say(f"{records.dropped} records of articles that are not given any more, or were changed, were taken out")
    summary.say(len(failed.failures))
    failed.exit()


class _Through:
    """Records that go to a stream at once, standard output or a device, where nothing can be kept."""

    kept = dropped = 0

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def to_do(self, articles: Iterable[Article]) -> Iterator[Article]:
        return iter(articles)

    def add(self, line: str) -> None:
        self._stream.write(f"{line}\n")

    def end(self) -> None: ...


@contextmanager
def _records_to(
    place: _Place, model: str, own: tuple[str, ...], off: tuple[str, ...], resume: bool
) -> Iterator[Run | _Through]:
    """Where the records go; a run that is stopped says what it kept."""
    from arner.runs import RunError, made_with

    output = place.path
    if output is None or not place.keeps:
        with writing(output) as stream:
            yield _Through(stream)
        return
    try:
        run = _run(output, place, made_with(model, own, off), resume)
    except (RunError, ValueError) as error:  # ValueError: a segment that cannot be read
        stop(error)
    except ImportError as error:
        not_installed(error, output)
    except OSError as error:
        stop(f"{output}: {error.strerror or error}")
    if run.kept:
        say(f"{run.kept} records of the run that was stopped are kept")
    try:
        with _terminated(), run:
            yield run
    except (KeyboardInterrupt, SystemExit) as error:
        say(_kept(run))
        raise typer.Exit(130 if isinstance(error, KeyboardInterrupt) else 143) from None
    except OSError as error:
        # No file is to blame where the system gives no more of them, or of memory or processes.
        where = "" if error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN) else f"{output}: "
        stop(f"{where}{error.strerror or error}; {_kept(run)}")


def _run(output: Path, place: _Place, made: Made, resume: bool) -> Run:
    from arner.runs import FileRun, FolderRun

    if not place.folder:
        return FileRun(output, made, resume)
    if place.format == "parquet":
        import pyarrow.parquet  # noqa: F401  # now, not when the first segment is full
    return FolderRun(output, made, resume, place.format)


def _kept(run: Run) -> str:
    if done := run.kept + run.written:
        return f"stopped: {done} records are kept in {run.kept_in}; the same command with --resume goes on"
    return "stopped: nothing was done yet"


@contextmanager
def _terminated() -> Iterator[None]:
    """SIGTERM (systemd, Docker, SLURM) ends the block as an exception, so that its workers end too."""
    import signal

    def stop(*_: object) -> None:
        raise SystemExit(143)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class _Summary:
    """What a run found, told in one line on a terminal."""

    def __init__(self) -> None:
        self.articles = 0
        self._found: Counter[str] = Counter()
        self._start = time.monotonic()
        self._wanted = sys.stderr.isatty()

    def add(self, line: str) -> None:
        self.articles += 1
        if self._wanted:
            record = json.loads(line)
            self._found.update({name: len(record[name]) for name in ("people", *FIELDS, "statements")})

    def say(self, failures: int) -> None:
        if self._wanted:
            found = ", ".join(f"{count:,} {name}" for name, count in self._found.items() if count)
            seconds = time.monotonic() - self._start
            failed = f", {failures} failures" if failures else ""
            say(f"{self.articles:,} articles: {found or 'nothing found'}{failed}; {seconds:.0f} s")
