"""The command line. Results go to standard output or `-o`, messages and the progress bar to standard error.

A module has the command of its name: its options, and what it does with them. What commands share: `options`, `reading`
(records in), `files` (results out), `console` (messages, progress, failures). What is heavy is imported when a command
runs, so that `--help` is there at once.

Exit status: 0 all done; 1 some inputs failed, which are listed, the others are done; 2 the command makes no
sense or cannot be carried out at all.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

import arner
from arner.cli import duplicates, evaluate, extract, graph, models, report, rules, start, table
from arner.cli.console import say

app = typer.Typer(
    help="Arabic news articles in; people, countries, events and statements, and their graph, out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command()(extract.extract)
app.command()(graph.graph)
app.command()(duplicates.duplicates)
app.command()(table.table)
app.command()(report.report)
app.command("eval")(evaluate.evaluate)
app.command()(rules.rules)
app.command()(rules.explain)
app.command()(start.init)
app.command()(start.schema)

model_app = typer.Typer(help="The models that find names.", no_args_is_help=True)
app.add_typer(model_app, name="model")
model_app.command("list")(models.list_models)
model_app.command()(models.info)
model_app.command()(models.download)


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
        say(getattr(error, "strerror", None) or str(error) or "out of memory")
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
