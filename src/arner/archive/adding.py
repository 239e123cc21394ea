"""Records of files made ready for an archive, in several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from arner.archive.store import Added
from arner.inputs import InputFailure, RecordRow, record_of, record_rows
from arner.processes import mapped, workers

_CHUNK = 100  # records that go to another process together

_Ready = Added | InputFailure


def made_ready(paths: Iterable[str | os.PathLike[str]], jobs: int, warn: Callable[[str], None]) -> Iterator[_Ready]:
    """The records that `arner.inputs.read_records` reads, ready for `Archive.put`; `warn` is told once of each field
    that this version does not know.
    """
    rows = iter(record_rows(paths))
    chunks = iter(lambda: list(islice(rows, _CHUNK)), [])
    told: set[str] = set()
    with workers(jobs) as processes:
        for ready, unknown in mapped(_ready, chunks, processes):
            for name, where in unknown.items():
                if name not in told:
                    told.add(name)
                    warn(f"{where}: this version does not know the field {name}; it is left out wherever it stands")
            yield from ready


def _ready(rows: list[RecordRow | InputFailure]) -> tuple[list[_Ready], dict[str, str]]:
    """Also the unknown fields, with where they stand first."""
    unknown: dict[str, str] = {}
    ready: list[_Ready] = []
    for row in rows:
        if isinstance(row, InputFailure):
            ready.append(row)
            continue
        fields: dict[str, None] = {}
        record = record_of(row, fields)
        unknown = dict.fromkeys(fields, row.where) | unknown
        ready.append(record if isinstance(record, InputFailure) else Added.of(record))
    return ready, unknown
