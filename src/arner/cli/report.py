"""`arner report`: a page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from arner.cli.console import Failures, counted, progress, stop, warn
from arner.cli.files import apart, writing
from arner.cli.options import Judgements, Records, Surest
from arner.cli.reading import read_records


def report(
    records: Records,
    output: Annotated[Path, typer.Option("-o", "--output", help="The HTML file.")],
    judgements: Judgements = None,
    min_confidence: Surest = 0,
) -> None:
    """Write a page to look at: articles with everything marked, people, events, statements, the network."""
    from arner.linking.judgements import JudgementError, read_judgements
    from arner.report.build import write_report

    apart(output, judgements, *map(Path, records))
    failed = Failures()
    try:
        judged = read_judgements(judgements) if judgements else []
        with writing(output) as out, progress(output is None) as step:
            read = counted(failed.without_failures(read_records(records)), step)
            done = write_report(read, out, judged, min_confidence, warn)
            failed.end(done, "records")
    except JudgementError as error:
        stop(error)
    failed.exit()
