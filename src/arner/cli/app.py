"""The command line. Results go to standard output or `-o`, messages and the progress bar to standard error.

A module has the command of its name: its options, and what it does with them. What commands share: `options`, `reading`
(records in), `files` (results out), `console` (messages, progress, failures). What is heavy is imported when a command
runs, so that `--help` is there at once.

Exit status: 0 all done; 1 some inputs failed, which are listed, the others are done; 2 the command makes no
sense or cannot be carried out at all.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Annotated

import typer

import arner
from arner.cli import duplicates, evaluate, extract, graph, link, models, report, rules, start, table
from arner.cli.console import say

app = typer.Typer(
    help="Arabic news articles in; people, countries, events and statements, and their graph, out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command()(extract.extract)
app.command()(graph.graph)
app.command()(link.link)
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


class _Closed(io.TextIOBase):
    """Standard output where the caller has closed it: what is written there is lost, and that is told."""

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "standard output is closed")


def run() -> None:
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:  # else messages would go to standard output
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):  # whatever the system's code page is
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # now: at the end of the process a full disk would be a traceback
    except BrokenPipeError:  # `| head`: whoever reads has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        say(_reason(error))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still held cannot be written
        sys.exit(2)


def _reason(error: Exception) -> str:
    """In one sentence why the process ends."""
    if isinstance(error, OSError):
        return ": ".join(filter(None, (error.filename and str(error.filename), error.strerror or str(error))))
    if isinstance(error, MemoryError):
        return str(error) or "out of memory"
    told = f"{type(error).__name__}: {error}".rstrip(": ")
    return f"this went wrong: {told} (python -X dev -m arner.cli … shows where)"


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
