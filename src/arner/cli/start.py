"""`arner init` and `arner schema`: what one begins with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from arner.cli.console import say, stop


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
                say(f"{folder / name} is there already and stays as it is")
            else:
                (folder / name).write_text(text, encoding="utf-8")
                written.append(name)
    except OSError as error:
        stop(f"{folder}: {error.strerror or error}")
    for name in written:
        print(folder / name)


def schema() -> None:
    """Print the JSON Schema of a record."""
    from arner.records import ArticleRecord

    print(json.dumps(ArticleRecord.model_json_schema(), ensure_ascii=False, indent=2))
