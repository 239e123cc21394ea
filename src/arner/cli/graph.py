"""`arner graph`: records in, one graph out, or a projection of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from arner.cli.console import Failures, stop
from arner.cli.files import apart, not_installed, writing
from arner.cli.options import Drawn, Judgements, Language, NodeType, Projection, Records, Status, Surest, iso_day
from arner.cli.reading import linked_of, twice, warn_of

if TYPE_CHECKING:
    import networkx as nx

    from arner.archive.graph import StoredGraph
    from arner.graph.views import View
    from arner.linking.links import Links
    from arner.records import ArticleRecord

Outputs = Annotated[
    list[Path],
    typer.Option(
        "-o",
        "--output",
        help="The file: .graphml, .gexf, .csv or .parquet (two files), .xlsx, .cyjs, .json, .ftm.jsonl,"
        " .neo4j (a folder). May be given several times.",
    ),
]
LinksFile = Annotated[
    Path | None,
    typer.Option("--links", help="Where to write who was found to be whom, with score and reasons, a JSON line each."),
]

# Which projection, and what counts in it.
Project = Annotated[
    Projection | None,
    typer.Option(help="Who met whom, agreed with whom, spoke about whom, accused or praised whom, and so on."),
]
Statuses = Annotated[
    list[Status] | None,
    typer.Option(
        help="For a projection: events of this status, else those that took place; may be given several times."
    ),
]
Acts = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ACT",
        help="For a projection of statements: only accuse, praise, call_for …; may be given several times.",
    ),
]

# Which part of the records and of the graph.
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Only what articles from this day on tell.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Only what articles to this day tell.")]
MinCount = Annotated[int, typer.Option(min=1, help="Only who and what at least so many articles tell of.")]
Types = Annotated[
    list[NodeType] | None, typer.Option("--type", help="Only nodes of this type; may be given several times.")
]

# What is drawn, and how.
Statements = Annotated[
    Drawn, typer.Option(help="Statements as edges from who speaks to whom it is about, or as nodes.")
]
Described = Annotated[bool, typer.Option("--described", help="Also who is only described, as «a Saudi official».")]
Articles = Annotated[bool, typer.Option("--articles", help="Also the articles, with all whom they mention.")]
Media = Annotated[
    bool | None,
    typer.Option(help="With media and news agencies, or without [without where a projection is of meetings]."),
]
Labels = Annotated[
    Language | None, typer.Option(help="Labels in Arabic, in English where there is a name, or in Latin letters.")
]
Measures = Annotated[bool, typer.Option("--measures", help="Give every node its degree, betweenness and community.")]
Positions = Annotated[bool, typer.Option("--positions", help="Give every node a place, x and y: up to 5,000 nodes.")]


def graph(
    records: Records,
    outputs: Outputs,
    links: LinksFile = None,
    judgements: Judgements = None,
    project: Project = None,
    status: Statuses = None,
    act: Acts = None,
    since: Since = None,
    until: Until = None,
    min_count: MinCount = 1,
    min_confidence: Surest = 0,
    type_: Types = None,
    statements: Statements = "edges",
    described: Described = False,
    articles: Articles = False,
    media: Media = None,
    labels: Labels = None,
    measures: Measures = False,
    positions: Positions = False,
    jobs: Annotated[int, typer.Option(min=1, help="Processes, where an archive is read.")] = 1,
) -> None:
    """Link records into one graph, for Gephi, Cytoscape, igraph, networkx or Aleph.

    RECORDS may be the folder of an archive that `arner link` made: its graph need not fit into memory.
    """
    from arner.graph.formats import writer

    asked = {"statement": statements == "nodes", "described": described, "article": articles}
    nodes = {name for name, wanted in asked.items() if wanted}
    try:
        written = [(writer(output, projected=project is not None), output) for output in outputs]
        whole = _whole(outputs)
        part = _part(project, [*(status or ()), *(act or ())], nodes, media)
    except ValueError as error:
        stop(error)
    if not project:
        part.shown = _shown({*nodes, *whole, *(type_ or ())}, media)
    part.types, part.min_count = set(type_ or ()), min_count
    days = iso_day(since), iso_day(until)
    _files_apart(outputs, links, [*map(Path, records), *([judgements] if judgements else [])])

    failed = Failures()
    adorn = partial(_adorn, labels=labels, measures=measures, positions=positions)
    with _source(records, judgements, failed, days, min_confidence, jobs) as (network, linked):
        network = part.of(network, whole=bool(labels or measures or positions or whole))
        failed.end(len(network), "nodes")
        adorn(network)
        with writing(links) if links else nullcontext() as out:  # links without their graph would mislead
            if out:
                linked(out)
            for write, output in written:
                _write(write, network, output)
    failed.exit()


@dataclass(slots=True)
class _Part:
    """What is drawn of a graph, in memory or on disk."""

    view: View | None = None
    """The projection."""
    shown: dict[str, bool] | None = None
    """What `overview` is asked for, where not everything is drawn."""
    types: Collection[str] = ()
    min_count: int = 1

    def of(self, network: nx.MultiDiGraph | StoredGraph, whole: bool) -> nx.Graph:
        """That part; `whole` in memory."""
        import networkx as nx

        from arner.graph.views import overview, select

        if not isinstance(network, nx.Graph):
            return self._kept(network, whole)
        if self.view:
            network = self.view.graph(network)
        elif self.shown is not None:
            network = overview(network, **self.shown)
        return select(network, self.types, self.min_count) if self.types or self.min_count > 1 else network

    def _kept(self, stored: StoredGraph, whole: bool) -> nx.Graph:
        from arner.archive.graph import TooLarge

        if self.view:
            stored.project(self.view)
        elif self.shown is not None:
            stored.overview(**self.shown)
        stored.select(self.types, self.min_count)
        try:
            return stored.networkx() if whole else stored
        except TooLarge as error:
            stop(f"{error} (see --min-count, --type, --project)")


def _part(project: str | None, only: Collection[str], nodes: Collection[str], media: bool | None) -> _Part:
    """What is drawn of a projection, if one is asked for.

    Raises:
        ValueError: there is none that has `only` these statuses or acts, or one has `nodes` of further types.
    """
    from arner.graph.views import view_of

    if project and nodes:
        raise ValueError(f"--project {project} has no nodes for a {min(nodes)}")
    if only and not project:
        raise ValueError("a status is for a projection of events, an act for one of statements")
    return _Part(view_of(project, only, media) if project else None)


def _whole(outputs: Iterable[Path]) -> frozenset[str]:
    """The types of nodes that the formats of these files need though nobody looks at them.

    Raises:
        ValueError: they differ in that, so that no one graph is for all.
    """
    from arner.graph.formats import needs

    needed = {needs(output): output for output in outputs}
    if len(needed) > 1:
        raise ValueError(f"{needed[max(needed, key=len)]}: its format holds the whole graph: write it by itself")
    return next(iter(needed))


def _shown(drawn: Collection[str], media: bool | None) -> dict[str, bool] | None:
    """What the command draws where no projection is asked for: types that it leaves out otherwise are among `drawn`."""
    if {"statement", "described", "article"} <= set(drawn) and media is not False:
        return None
    return {
        "statements": "statement" in drawn,
        "described": "described" in drawn,
        "articles": "article" in drawn,
        "media": media is not False,
    }


@contextmanager
def _source(
    records: list[str],
    judgements: Path | None,
    failed: Failures,
    days: tuple[str | None, str | None],
    confidence: float,
    jobs: int,
) -> Iterator[tuple[nx.MultiDiGraph | StoredGraph, Callable[[TextIO], None]]]:
    """The graph of records or of an archive, and what writes its links."""
    if len(records) != 1 or not Path(records[0], "archive.duckdb").is_file():
        network, linked = _network(records, judgements, failed, _published(*days), confidence)
        yield network, linked.write
        return
    try:
        from arner.archive import ArchiveError, open_archive
        from arner.archive.graph import stored_graph, write_links
        from arner.linking.judgements import JudgementError, read_judgements

        told = read_judgements(judgements) if judgements else []
        since, until = (day or "" for day in days)
        with open_archive(records[0]) as whole, whole.judged(told, jobs) if told else nullcontext(whole) as archive:
            warn_of(archive.review)
            with stored_graph(archive, since, until, confidence, jobs) as stored:
                yield stored, partial(write_links, archive)
    except (ArchiveError, JudgementError) as error:
        stop(error)
    except ImportError as error:
        stop(f"{error.name} is not installed: pip install 'arner[scale]'")


def _published(since: str | None, until: str | None) -> Callable[[ArticleRecord], bool]:
    """Whether an article is of these days; one without a day is of no period that ends."""

    def chosen(record: ArticleRecord) -> bool:
        day = record.published or ""
        return (since or "") <= day and (not until or "" < day <= until)

    return chosen


def _files_apart(outputs: Iterable[Path], links: Path | None, read: list[Path]) -> None:
    """Refuse to write over what is read, or two things into one file."""
    from arner.graph.tabular import both

    files = [file for path in outputs for file in (both(path) if path.suffix in (".csv", ".parquet") else (path,))]
    if links:
        files.append(links)
    for at, file in enumerate(files):
        apart(file, *files[:at], *read)
        for folder, inner in [pair for other in files[:at] for pair in ((file, other), (other, file))]:
            if folder.resolve() in inner.resolve().parents:
                raise typer.BadParameter(f"{inner} cannot be written inside {folder}, which is an output too")


def _network(
    records: list[str],
    judgements: Path | None,
    failed: Failures,
    chosen: Callable[[ArticleRecord], bool],
    confidence: float,
) -> tuple[nx.MultiDiGraph, Links]:
    """The graph of the chosen records, and the links of all of them."""
    from arner.graph.build import build_graph
    from arner.linking.judgements import JudgementError, read_judgements

    with twice(records) as read:
        try:
            told = read_judgements(judgements) if judgements else []
            linked = linked_of(failed.without_failures(read()), told)
        except JudgementError as error:
            stop(error)
        quiet = Failures(silent=True)  # the second reading fails where the first did
        some = (record.surer_than(confidence) for record in quiet.without_failures(read()) if chosen(record))
        return build_graph(some, linked), linked


def _adorn(network: nx.Graph, labels: Language | None, measures: bool, positions: bool) -> None:
    """What is for the eye: labels of one language, measures, places to draw at."""
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
        stop(error)


def _write(write: Callable[[nx.Graph, Path], None], network: nx.Graph, output: Path) -> None:
    try:
        write(network, output)
    except OSError as error:
        stop(f"{output}: {error.strerror}")
    except ImportError as error:
        not_installed(error, output)
