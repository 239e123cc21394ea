"""The files that a command writes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TextIO

import typer

from arner.cli.console import stop


@contextmanager
def writing(path: Path | None, encoding: str = "utf-8") -> Iterator[TextIO]:
    """The file, whole or not at all; standard output where there is none."""
    from arner.files import replacing

    if path is None:
        yield sys.stdout
        return
    try:
        with replacing(path, encoding) as out:
            yield out
    except OSError as error:
        stop(f"{path}: {error.strerror or error}")


def apart(output: Path | None, *others: Path | None) -> None:
    """Refuse an output that is read, or written, as another file too."""
    for other in others:
        if output and other and output.resolve() == other.resolve():
            raise typer.BadParameter(f"{output} is given twice: what is read would be written over")


def replaceable(path: Path) -> bool:
    """Whether a file may stand at `path`: not a device, not a pipe."""
    return path.is_file() or not path.exists()


def not_installed(error: ImportError, output: Path) -> NoReturn:
    """Stop for want of the library that the format of `output` needs."""
    extra = "parquet" if error.name == "pyarrow" else "tables"
    stop(f"{output}: {error.name} is not installed: pip install 'arner[{extra}]'")
