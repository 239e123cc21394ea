"""The command line. Results go to standard output or `-o`, messages and the progress bar to standard error.

Exit status: 0 all done; 1 some inputs failed, which are listed, the others are done; 2 the command makes no
sense or cannot be carried out at all.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn, TextIO, TypeAlias, TypeVar

import typer

import arner
from arner.events import RELATIONS
from arner.rows import TABLES

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from networkx import Graph, MultiDiGraph

    from arner.graph.naming import Naming
    from arner.inputs import InputFailure, InputNotice
    from arner.linking.judgements import Judgement
    from arner.linking.links import Links
    from arner.ner.store import Model
    from arner.records import Article, ArticleRecord
    from arner.runs import Run

app = typer.Typer(
    help="Arabic news articles in; people, countries, events and statements, and their graph, out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
model_app = typer.Typer(help="The models that find names.", no_args_is_help=True)
app.add_typer(model_app, name="model")

_LISTED = 20  # failures shown on the screen; `--failures` lists all
_Item = TypeVar("_Item")


_FIELDS = [relation.field for relation in RELATIONS]

if TYPE_CHECKING:
    Projection: TypeAlias = str
    NodeType: TypeAlias = str
    Status: TypeAlias = str
    Table: TypeAlias = str
    Drawn: TypeAlias = str
    Language: TypeAlias = Literal["ar", "en", "latin"]
else:  # choices that `--help` lists: of the entities and of every relation

    def _choices(name: str, *values: str) -> type[StrEnum]:
        return StrEnum(name, {value: value for value in values})

    _TYPES = ["person", "country", "organization", "place", *(r.id for r in RELATIONS)]
    Projection = _choices("Projection", *_FIELDS, "countries", "statements", "targets", "mentions")
    NodeType = _choices("NodeType", *_TYPES, "statement", "article", "described")
    Status = _choices("Status", *dict.fromkeys(status for relation in RELATIONS for status in relation.statuses))
    Table = _choices("Table", *TABLES)
    Drawn = _choices("Drawn", "edges", "nodes")
    Language = _choices("Language", "ar", "en", "latin")

Records = Annotated[list[str], typer.Argument(help="Files that `extract` wrote (.jsonl, .gz, .xz); - for stdin.")]
Surest = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        help="Only events, statements and offices at least so sure; those whose confidence is not known stay.",
    ),
]


def main() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):  # whatever the system's code page is
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            app()
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # now: at the end of the process a full disk would be a traceback
    except BrokenPipeError:  # `| head`: whoever reads has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except (OSError, MemoryError) as error:
        _say(getattr(error, "strerror", None) or str(error) or "out of memory")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still held cannot be written
        sys.exit(2)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"arner {arner.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None: ...


@app.command()
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
        Path | None, typer.Option("-o", "--output", help="Where the records go, a JSON line each [stdout].")
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
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that was stopped: what is done and unchanged stays.")
    ] = False,
) -> None:
    """Read articles, write their records."""
    from arner import inputs

    try:
        day = inputs.iso_date(published) if published else None
    except ValueError:
        raise typer.BadParameter(f"{published!r} is no ISO date such as 2024-05-16") from None
    columns = dict(_column(pair, inputs.COLUMNS) for pair in column or [])
    _apart(output, failures)
    _apart(output, *map(Path, articles))
    _apart(failures, *map(Path, articles))
    if resume and (output is None or not _replaceable(output)):
        raise typer.BadParameter("--resume goes on with a file: name it by -o")
    if failures and not os.access(failures.resolve().parent, os.W_OK):  # now, not after hours of work
        _stop(f"{failures}: cannot be written there")
    own, off = tuple(map(str, lexicon or ())), tuple(without or ())
    read = inputs.read_articles(
        articles, columns, day, metadata=metadata, zone=_zone(timezone), online=online, largest=largest * 1_000_000
    )
    _extract(read, output, failures, model, jobs, own, off, resume, _size(articles))


def _zone(name: str | None) -> ZoneInfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        raise typer.BadParameter(f"{name!r} is no time zone such as Asia/Riyadh") from None


def _size(articles: list[str]) -> int | None:
    """How many articles there are, where that is known without reading: files that are one article each."""
    single = (".txt", ".text", ".md", ".html", ".htm", ".docx", ".pdf")
    files = [file for path in map(Path, articles) for file in (path.rglob("*") if path.is_dir() else [path])]
    known = all(file.suffix.lower() in single or file.is_dir() for file in files)
    return sum(file.is_file() for file in files) if known else None


def _extract(
    articles: Iterable[Article | InputFailure | InputNotice],
    output: Path | None,
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
        _stop(error)

    report, summary = _Report(), _Summary()
    with _records_to(output, model, own, off, resume) as records, _progress(output is None, size) as step:
        for _ in range(records.kept):
            step()
        try:
            for outcome in extract(records.to_do(report.without_failures(articles)), model, jobs, own, off):
                if isinstance(outcome, InputFailure):
                    report.add(outcome)
                else:
                    records.add(outcome)
                    summary.add(outcome)
                step()
        except store.ModelError as error:
            _stop(error)
        if failures:
            with _output(failures) as listed:
                for failure in report.failures:
                    listed.write(json.dumps(asdict(failure)) + "\n")
        report.end(records.kept + summary.articles, "records")
        records.end()
    summary.say(len(report.failures))
    report.exit()


class _Through:
    """Records that go to a stream at once, standard output or a device, where nothing can be kept."""

    kept = 0

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def to_do(self, articles: Iterable[Article]) -> Iterator[Article]:
        return iter(articles)

    def add(self, line: str) -> None:
        self._stream.write(f"{line}\n")

    def end(self) -> None: ...


@contextmanager
def _records_to(
    output: Path | None, model: str, own: tuple[str, ...], off: tuple[str, ...], resume: bool
) -> Iterator[Run | _Through]:
    """Where the records go; a run that is stopped says what it kept."""
    from arner.runs import Run, RunError, made_with

    if output is None or not _replaceable(output):
        with _output(output) as stream:
            yield _Through(stream)
        return
    try:
        run = Run(output, made_with(model, own, off), resume)
    except RunError as error:
        _stop(error)
    except OSError as error:
        _stop(f"{output}: {error.strerror or error}")
    if run.kept:
        _say(f"{run.kept} records of the run that was stopped are kept")
    try:
        with _terminated(), run:
            yield run
    except (KeyboardInterrupt, SystemExit) as error:
        _say(_kept(run))
        raise typer.Exit(130 if isinstance(error, KeyboardInterrupt) else 143) from None
    except OSError as error:
        _stop(f"{output}: {error.strerror or error}; {_kept(run)}")


def _kept(run: Run) -> str:
    if done := run.kept + run.written:
        return f"stopped: {done} records are kept in {run.part}; the same command with --resume goes on"
    return "stopped: nothing was done yet"


def _replaceable(path: Path) -> bool:
    """Whether a file may stand at `path`: not a device, not a pipe."""
    return path.is_file() or not path.exists()


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
            self._found.update({name: len(record[name]) for name in ("people", *_FIELDS, "statements")})

    def say(self, failures: int) -> None:
        if self._wanted:
            found = ", ".join(f"{count:,} {name}" for name, count in self._found.items() if count)
            seconds = time.monotonic() - self._start
            failed = f", {failures} failures" if failures else ""
            _say(f"{self.articles:,} articles: {found or 'nothing found'}{failed}; {seconds:.0f} s")


@app.command()
def graph(
    records: Records,
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            help="The file: .graphml, .gexf, .csv or .parquet (two files), .xlsx, .cyjs, .json, .ftm.jsonl,"
            " .neo4j (a folder).",
        ),
    ],
    links: Annotated[
        Path | None,
        typer.Option(help="Where to write who was found to be whom, with score and reasons, a JSON line each."),
    ] = None,
    judgements: Annotated[
        Path | None,
        typer.Option(help="Your word on who is the same and what is wrong: a CSV with left, right, judgement."),
    ] = None,
    project: Annotated[
        Projection | None,
        typer.Option(help="Who met whom, agreed with whom, spoke about whom, accused or praised whom, and so on."),
    ] = None,
    status: Annotated[
        list[Status] | None,
        typer.Option(
            help="For a projection: events of this status, else those that took place; may be given several times.",
        ),
    ] = None,
    act: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ACT",
            help="For a projection of statements: only accuse, praise, call_for …; may be given several times.",
        ),
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only what articles from this day on tell.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only what articles to this day tell.")] = None,
    min_count: Annotated[int, typer.Option(min=1, help="Only who and what at least so many articles tell of.")] = 1,
    min_confidence: Surest = 0,
    type_: Annotated[
        list[NodeType] | None,
        typer.Option("--type", help="Only nodes of this type; may be given several times."),
    ] = None,
    statements: Annotated[
        Drawn, typer.Option(help="Statements as edges from who speaks to whom it is about, or as nodes.")
    ] = "edges",
    described: Annotated[
        bool, typer.Option("--described", help="Also who is only described, as «a Saudi official».")
    ] = False,
    articles: Annotated[
        bool, typer.Option("--articles", help="Also the articles, with all whom they mention.")
    ] = False,
    media: Annotated[
        bool | None,
        typer.Option(help="With media and news agencies, or without [without where a projection is of meetings]."),
    ] = None,
    labels: Annotated[
        Language | None, typer.Option(help="Labels in Arabic, in English where there is a name, or in Latin letters.")
    ] = None,
    measures: Annotated[
        bool, typer.Option("--measures", help="Give every node its degree, betweenness and community.")
    ] = False,
    positions: Annotated[
        bool, typer.Option("--positions", help="Give every node a place, x and y: up to 5,000 nodes.")
    ] = False,
) -> None:
    """Link records into one graph, for Gephi, Cytoscape, igraph, networkx or Aleph."""
    from arner.graph import formats, tabular, views

    asked = {"statement": statements == "nodes", "described": described, "article": articles}
    nodes = {name for name, wanted in asked.items() if wanted}
    try:
        write = formats.writer(output, projected=project is not None)
        if project and nodes:
            raise ValueError(f"--project {project} has no nodes for a {min(nodes)}")
        shape = views.check(project, [*(status or ()), *(act or ())], media)
    except ValueError as error:
        _stop(error)
    if not project:
        shape = _overview(nodes.union(formats.needs(output), type_ or ()), media)
    first, last = _day(since), _day(until)
    inputs_ = [*map(Path, records), *([judgements] if judgements else [])]
    for file in (*(tabular.both(output) if output.suffix in (".csv", ".parquet") else (output,)), links):
        _apart(file, *inputs_)
    _apart(output, links)

    report = _Report()

    def chosen(record: ArticleRecord) -> bool:
        return (first or "") <= (record.published or "") and (not last or "" < (record.published or "") <= last)

    network, linked = _network(records, judgements, report, chosen, min_confidence)
    network = shape(network)
    if type_ or min_count > 1:
        network = views.select(network, set(type_ or ()), min_count)
    report.end(len(network), "nodes")
    _adorn(network, labels, measures, positions)
    if links:
        with _output(links) as out:
            linked.write(out)
    try:
        write(network, output)
    except OSError as error:
        _stop(f"{output}: {error.strerror}")
    except ImportError as error:
        extra = "parquet" if error.name == "pyarrow" else "tables"
        _stop(f"{output}: {error.name} is not installed: pip install 'arner[{extra}]'")
    report.exit()


def _overview(nodes: set[str], media: bool | None) -> Callable[[MultiDiGraph], MultiDiGraph]:
    """What the command draws where no projection is asked for; `nodes`: types that it leaves out otherwise."""
    from arner.graph.views import overview

    if {"statement", "described", "article"} <= nodes and media is not False:
        return lambda graph: graph
    return partial(
        overview,
        statements="statement" in nodes,
        described="described" in nodes,
        articles="article" in nodes,
        media=media is not False,
    )


def _adorn(network: Graph, labels: Language | None, measures: bool, positions: bool) -> None:
    from arner.graph.labels import relabel
    from arner.graph.measures import lay_out, measure

    if labels:
        relabel(network, labels)
    if measures:
        measure(network)
    try:
        if positions:
            lay_out(network)
    except ValueError as error:
        _stop(error)


def _network(
    records: list[str],
    judgements: Path | None,
    report: _Report,
    chosen: Callable[[ArticleRecord], bool],
    confidence: float,
) -> tuple[MultiDiGraph, Links]:
    """The graph of the chosen records, and the links of all of them."""
    from arner.graph.build import build_graph
    from arner.linking.judgements import JudgementError, read_judgements

    with _twice(records) as read:
        try:
            told = read_judgements(judgements) if judgements else []
            linked = _linked(report.without_failures(read()), told)
        except JudgementError as error:
            _stop(error)
        quiet = _Report(silent=True)  # the second reading fails where the first did
        some = (record.surer_than(confidence) for record in quiet.without_failures(read()) if chosen(record))
        return build_graph(some, linked), linked


def _linked(records: Iterable[ArticleRecord], judgements: Sequence[Judgement]) -> Links:
    """The links of the records; judgements that fit nothing in them are warned of."""
    from arner.linking.links import link

    links = link(records, judgements)
    for problem in links.review.unfit():
        _warn(problem)
    return links


def _warn(message: str) -> None:
    _say(f"warning: {message}")


def _records(paths: list[str], warn: Callable[[str], None] = _warn) -> Iterator[ArticleRecord | InputFailure]:
    from arner.inputs import read_records

    return read_records(paths, warn)


def _day(given: str | None) -> str | None:
    from arner.inputs import iso_date

    try:
        return iso_date(given) if given else None
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no ISO date such as 2024-05-16") from None


@contextmanager
def _twice(records: list[str]) -> Iterator[Callable[[], Iterator[ArticleRecord | InputFailure]]]:
    """A function that reads the records, as often as it is called; what comes by a pipe is kept meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        paths = records
        if "-" in records:
            kept = Path(folder, "records.jsonl")
            kept.write_bytes(sys.stdin.buffer.read())
            paths = [str(kept) if path == "-" else path for path in records]
        told: set[str] = set()

        def warn(message: str) -> None:  # once, though all is read twice
            if message not in told:
                told.add(message)
                _warn(message)

        yield lambda: _records(paths, warn)


@app.command()
def duplicates(records: Records) -> None:
    """List articles that reprint another: original, copy, likeness, day, source, title; parted by tabs."""
    from arner.linking.reprints import Stories

    failed, stories, told = _Report(), Stories(), {}
    for record in failed.without_failures(_records(records)):
        stories.add(record)
        title = " ".join(record.text.lstrip().partition("\n")[0].split())
        told[record.id] = (record.published or "", record.source or "", title)
    for article, copy in sorted(stories.copies().items(), key=lambda found: (found[1].of, found[0])):
        print(copy.of, article, f"{copy.likeness:.2f}", *told[article], sep="\t")
    failed.end(len(told), "records")
    failed.exit()


@app.command()
def table(
    kind: Annotated[Table, typer.Argument(help="What gets a row each.")],
    records: Records,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The file: .csv, .tsv, .xlsx, .json, .parquet or .html [CSV to stdout]."),
    ] = None,
    linked: Annotated[
        bool, typer.Option("--linked", help="Call everybody as the graph of all these records does, with the id there.")
    ] = False,
    judgements: Annotated[
        Path | None,
        typer.Option(help="For --linked: a CSV table (left, right, judgement) of who is the same, what is wrong."),
    ] = None,
    min_confidence: Surest = 0,
) -> None:
    """Write one kind of record as a table for a spreadsheet."""
    from arner.linking.judgements import JudgementError
    from arner.rows import TABLE_FORMATS, write_table

    _apart(output, *map(Path, records), judgements)
    suffix = output.suffix.lower() if output else ".csv"
    if suffix not in TABLE_FORMATS:
        raise typer.BadParameter(f"{output}: a table is written as {', '.join(TABLE_FORMATS)}")
    report, links, naming = _Report(), None, None
    given: Iterable[ArticleRecord] = report.without_failures(_records(records))
    if linked or judgements:
        given = list(given)
        try:
            links, naming = _naming(given, judgements, min_confidence)
        except JudgementError as error:
            _stop(error)
    read = (record.surer_than(min_confidence) for record in given)
    if suffix in (".csv", ".tsv"):
        # Excel takes a file for UTF-8 only when it begins with a byte order mark.
        with _output(output, "utf-8-sig") as out:
            done = write_table(kind, read, out, "," if suffix == ".csv" else "\t", naming)
            report.end(done, "records")
    elif output:
        _write_frame(kind, list(read), output, report, links)
    report.exit()


def _naming(records: list[ArticleRecord], judgements: Path | None, confidence: float) -> tuple[Links, Naming]:
    """What `arner graph` calls the entities of these records."""
    from arner.graph.build import build_graph
    from arner.graph.naming import Naming
    from arner.linking.judgements import read_judgements

    links = _linked(records, read_judgements(judgements) if judgements else [])
    return links, Naming(links, build_graph((record.surer_than(confidence) for record in records), links))


def _write_frame(kind: str, records: list[ArticleRecord], output: Path, report: _Report, links: Links | None) -> None:
    from arner.dataframes import write_frame
    from arner.files import replacing_path

    report.end(len(records), "records")
    try:
        with replacing_path(output) as part:
            write_frame(kind, records, part, links)
    except ImportError as error:
        extra = "parquet" if error.name == "pyarrow" else "tables"
        _stop(f"{output}: {error.name} is not installed: pip install 'arner[{extra}]'")
    except OSError as error:
        _stop(f"{output}: {error.strerror or error}")


@app.command()
def report(
    records: Records,
    output: Annotated[Path, typer.Option("-o", "--output", help="The HTML file.")],
    judgements: Annotated[
        Path | None, typer.Option(help="A CSV table (left, right, judgement) of who is the same and what is wrong.")
    ] = None,
    min_confidence: Surest = 0,
) -> None:
    """Write a page to look at: articles with everything marked, people, events, statements, the network."""
    from arner.linking.judgements import JudgementError, read_judgements
    from arner.report.build import write_report

    _apart(output, judgements, *map(Path, records))
    failed = _Report()
    try:
        judged = read_judgements(judgements) if judgements else []
        with _output(output) as out, _progress(output is None) as step:
            read = _counted(failed.without_failures(_records(records)), step)
            done = write_report(read, out, judged, min_confidence, _warn)
            failed.end(done, "records")
    except JudgementError as error:
        _stop(error)
    failed.exit()


@app.command("eval")
def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="The folder of gold files, ID.json for each article.")
    ],
    records: Records,
    details: Annotated[bool, typer.Option("--details", help="List every miss and every false alarm.")] = False,
) -> None:
    """Score records against articles that were read by hand."""
    from arner.evaluation.gold import read_gold
    from arner.evaluation.scores import evaluate

    failed = _Report()
    told = list(failed.without_failures(read_gold(gold)))
    scores = evaluate(told, {record.id: record for record in failed.without_failures(_records(records))})
    failed.end(len(told), "gold articles")
    if scores.missing:
        _say(f"no record for {len(scores.missing)} articles: {' '.join(scores.missing)}")
    for mistake in scores.mistakes if details else ():
        print(*mistake, sep="\t")
    print(scores.table())
    failed.exit()


@app.command()
def rules(
    lexicon: Annotated[list[Path] | None, typer.Option(help="Files with rules of your own, as for extract.")] = None,
    steps: Annotated[bool, typer.Option("--steps", help="List the steps that fill slots, and what each does.")] = False,
) -> None:
    """List the rules: relation, id, act or kind, an example sentence; parted by tabs."""
    from arner.lexicon import opened
    from arner.lexicon import rules as listed
    from arner.lexicon.own import LexiconError
    from arner.relations.trace import every_step

    try:
        words = opened(tuple(map(str, lexicon or ())))
    except LexiconError as error:
        _stop(error)
    if steps:
        for step in sorted(every_step(), key=lambda step: (step.room, step.name)):
            print(step.room, step.name, step.explains, sep="\t")
        return
    for rule in listed(words):
        what = rule.get("act") or rule.get("kind") or ""
        print(rule["relation"], rule["id"], what, rule["example"], sep="\t")


@app.command()
def explain(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="One article, as for extract.")],
    at: Annotated[int | None, typer.Option(min=0, help="Only what is told around this character.")] = None,
    id: Annotated[str | None, typer.Option("--id", help="Only this statement or event, s3.")] = None,
    lexicon: Annotated[list[Path] | None, typer.Option(help="Files of your own, as for extract.")] = None,
    model: Annotated[str, typer.Option(help="The model, as for extract.")] = "bundled",
) -> None:
    """Say why statements and events are there: the cue, the frame, what filled each slot, what was tried and fell."""
    import arner
    from arner.inputs import read_articles
    from arner.lexicon.own import LexiconError
    from arner.ner.store import ModelError
    from arner.relations.trace import explain

    try:
        nlp = arner.load(model, lexicon or ())
    except (ModelError, LexiconError) as error:
        _stop(error)
    failed = _Report()
    for given in failed.without_failures(read_articles([str(article)])):
        for line in explain(nlp(given), at, id):
            print(line)
    failed.exit()


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where to; made if it is not there.")] = Path(),
) -> None:
    """Write a lexicon and a file of judgements to begin with, each with remarks that say how it is filled in."""
    from arner.starters import STARTERS

    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in STARTERS.items():
            if (folder / name).exists():
                _say(f"{folder / name} is there already and stays as it is")
            else:
                (folder / name).write_text(text, encoding="utf-8")
                written.append(name)
    except OSError as error:
        _stop(f"{folder}: {error.strerror or error}")
    for name in written:
        print(folder / name)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from arner.records import ArticleRecord

    print(json.dumps(ArticleRecord.model_json_schema(), ensure_ascii=False, indent=2))


@model_app.command("list")
def list_models() -> None:
    """List the models that have a name; a folder of your own is named by its path."""
    from arner.ner import store

    for model in store.models():
        print(f"{model.name:10}{'ready' if model.available else 'not here':10}{model.folder}")


@model_app.command()
def info(
    model: Annotated[str, typer.Argument(help="bundled, stanza or the folder of a model.")] = "bundled",
) -> None:
    """Show what is known of a model: data, licence, scores."""
    from arner.ner import store

    _show(_found(lambda: store.find(model)))


@model_app.command()
def download(
    resources_url: Annotated[str | None, typer.Option(help="A mirror, laid out as Stanza's own server.")] = None,
) -> None:
    """Fetch Stanza's official Arabic model, for --model stanza (needs the network)."""
    from arner.ner import store

    _show(_found(lambda: store.download(resources_url)))


def _found(model: Callable[[], Model]) -> Model:
    from arner.ner.store import ModelError

    try:
        return model()
    except ModelError as error:
        _stop(error)


def _show(model: Model) -> None:
    print(json.dumps(model.info(), ensure_ascii=False, indent=2))


class _Report:
    """What failed: shown as it happens, kept for `--failures`."""

    def __init__(self, silent: bool = False) -> None:
        self.failures: list[InputFailure] = []
        self._notices = 0
        self._silent = silent

    def add(self, failure: InputFailure) -> None:
        self.failures.append(failure)
        if self._silent:
            return
        if len(self.failures) <= _LISTED:
            _say(str(failure))
        elif len(self.failures) == _LISTED + 1:
            _say("… and more; --failures lists all")

    def tell(self, notice: InputNotice) -> None:
        """Something that was read, but not as it stands."""
        self._notices += 1
        if not self._silent and self._notices <= _LISTED:
            _say(f"warning: {notice}")

    def without_failures(self, items: Iterable[_Item | InputFailure | InputNotice]) -> Iterator[_Item]:
        from arner.inputs import InputFailure, InputNotice

        for item in items:
            if isinstance(item, InputFailure):
                self.add(item)
            elif isinstance(item, InputNotice):
                self.tell(item)
            else:
                yield item

    def end(self, done: int, what: str) -> None:
        """To be called before the output replaces an older file: when nothing came out, it does not."""
        if self.failures:
            _say(f"{done} {what}, {len(self.failures)} failed")
            if not done:
                raise typer.Exit(1)

    def exit(self) -> None:
        if self.failures:
            raise typer.Exit(1)


def _counted(items: Iterable[_Item], step: Callable[[], None]) -> Iterator[_Item]:
    for item in items:
        yield item
        step()


@contextmanager
def _progress(printed: bool, size: int | None = None) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, unless the results are `printed` there too; a call counts one article of `size`."""
    if not sys.stderr.isatty() or (printed and sys.stdout.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=size)
        yield lambda: bar.advance(task)


@contextmanager
def _output(path: Path | None, encoding: str = "utf-8") -> Iterator[TextIO]:
    from arner.files import replacing

    if path is None:
        if sys.stdout is None:
            _stop("standard output is closed")
        yield sys.stdout
        return
    try:
        with replacing(path, encoding) as out:
            yield out
    except OSError as error:
        _stop(f"{path}: {error.strerror or error}")


def _apart(output: Path | None, *others: Path | None) -> None:
    for other in others:
        if output and other and output.resolve() == other.resolve():
            raise typer.BadParameter(f"{output} is given twice: what is read would be written over")


def _column(pair: str, fields: Iterable[str]) -> tuple[str, str]:
    field, equals, column = pair.partition("=")
    if not (equals and column) or field not in fields:
        raise typer.BadParameter(f"{pair!r} is not FIELD=COLUMN with a field of {', '.join(fields)}")
    return field, column


def _say(message: str) -> None:
    print(f"arner: {message}", file=sys.stderr)


def _stop(message: object) -> NoReturn:
    _say(str(message))
    raise typer.Exit(2)


if __name__ == "__main__":
    main()
