"""`arner rules` lists them, `arner explain` says what they did with an article."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from arner.cli.console import Failures, stop


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
        stop(error)
    if steps:
        for step in sorted(every_step(), key=lambda step: (step.room, step.name)):
            print(step.room, step.name, step.explains, sep="\t")
        return
    for rule in listed(words):
        what = rule.get("act") or rule.get("kind") or ""
        print(rule["relation"], rule["id"], what, rule["example"], sep="\t")


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
        stop(error)
    failed = Failures()
    for given in failed.without_failures(read_articles([str(article)])):
        for line in explain(nlp(given), at, id):
            print(line)
    failed.exit()
