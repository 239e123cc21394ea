"""Records that a command reads, linked where it asks for that."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from arner.cli.console import warn

if TYPE_CHECKING:
    from arner.inputs import InputFailure
    from arner.linking.judgements import Judgement
    from arner.linking.links import Links
    from arner.linking.review import Review
    from arner.records import ArticleRecord


def read_records(paths: list[str], warn: Callable[[str], None] = warn) -> Iterator[ArticleRecord | InputFailure]:
    from arner import inputs

    return inputs.read_records(paths, warn)


@contextmanager
def twice(records: list[str]) -> Iterator[Callable[[], Iterator[ArticleRecord | InputFailure]]]:
    """A function that reads the records, as often as it is called; what comes by a pipe is kept meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        paths = records
        if "-" in records:
            kept = Path(folder, "records.jsonl")
            kept.write_bytes(sys.stdin.buffer.read())
            paths = [str(kept) if path == "-" else path for path in records]
        told: set[str] = set()

        def warn_once(message: str) -> None:
            if message not in told:
                told.add(message)
                warn(message)

        yield lambda: read_records(paths, warn_once)


def linked_of(records: Iterable[ArticleRecord], judgements: Sequence[Judgement]) -> Links:
    """The links of the records; judgements that fit nothing in them are warned of."""
    from arner.linking.links import link

    links = link(records, judgements)
    warn_of(links.review)
    return links


def warn_of(review: Review) -> None:
    """Say which judgements fit nothing."""
    for problem in review.unfit():
        warn(problem)
