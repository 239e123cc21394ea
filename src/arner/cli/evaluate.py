"""`arner eval`: records against articles that were read by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from arner.cli.console import Failures, say
from arner.cli.options import Records
from arner.cli.reading import read_records


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

    failed = Failures()
    told = list(failed.without_failures(read_gold(gold)))
    scores = evaluate(told, {record.id: record for record in failed.without_failures(read_records(records))})
    failed.end(len(told), "gold articles")
    if scores.missing:
        say(f"no record for {len(scores.missing)} articles: {' '.join(scores.missing)}")
    for mistake in scores.mistakes if details else ():
        print(*mistake, sep="\t")
    print(scores.table())
    failed.exit()
