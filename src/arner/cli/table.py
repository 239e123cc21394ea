"""`arner table`: one kind of record as a table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arner.cli.console import Failures, stop
from arner.cli.files import apart, not_installed, writing
from arner.cli.options import Records, Surest, Table
from arner.cli.reading import linked_of, read_records

if TYPE_CHECKING:
    from arner.graph.naming import Naming
    from arner.linking.links import Links
    from arner.records import ArticleRecord


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

    apart(output, *map(Path, records), judgements)
    suffix = output.suffix.lower() if output else ".csv"
    if suffix not in TABLE_FORMATS:
        raise typer.BadParameter(f"{output}: a table is written as {', '.join(TABLE_FORMATS)}")
    failed, links, naming = Failures(), None, None
    given: Iterable[ArticleRecord] = failed.without_failures(read_records(records))
    if linked or judgements:
        given = list(given)
        try:
            links, naming = _naming(given, judgements, min_confidence)
        except JudgementError as error:
            stop(error)
    read = (record.surer_than(min_confidence) for record in given)
    if suffix in (".csv", ".tsv"):
        # Excel takes a file for UTF-8 only when it begins with a byte order mark.
        with writing(output, "utf-8-sig") as out:
            done = write_table(kind, read, out, "," if suffix == ".csv" else "\t", naming)
            failed.end(done, "records")
    elif output:
        _write_frame(kind, list(read), output, failed, links)
    failed.exit()


def _naming(records: list[ArticleRecord], judgements: Path | None, confidence: float) -> tuple[Links, Naming]:
    """What `arner graph` calls the entities of these records."""
    from arner.graph.build import build_graph
    from arner.graph.naming import Naming
    from arner.linking.judgements import read_judgements

    links = linked_of(records, read_judgements(judgements) if judgements else [])
    return links, Naming(links, build_graph((record.surer_than(confidence) for record in records), links))


def _write_frame(kind: str, records: list[ArticleRecord], output: Path, failed: Failures, links: Links | None) -> None:
    from arner.dataframes import write_frame
    from arner.files import replacing_path

    failed.end(len(records), "records")
    try:
        with replacing_path(output) as part:
            write_frame(kind, records, part, links)
    except ImportError as error:
        not_installed(error, output)
    except OSError as error:
        stop(f"{output}: {error.strerror or error}")
