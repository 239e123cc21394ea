"""Processes that work for this one, and end when it does."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection, get_context, parent_process


def pool(jobs: int, begin: Callable[..., None] | None = None, *given: object) -> ProcessPoolExecutor:
    """`jobs` processes, each of which first calls `begin(*given)`.

    Spawned, not forked as spaCy would: a fork of a process in which torch has run waits for threads that are not there.
    numpy in them has one thread each: more of them spin for the cores that the other processes need.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, so of no effect on this process
    return ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(begin, given))


def _begin(begin: Callable[..., None] | None, given: tuple[object, ...]) -> None:
    # An interruption ends a worker at once and without a word; the parent handles it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if begin is not None:
        begin(*given)


def _end_with_parent() -> None:
    """A killed parent cannot tell its workers: they would wait for it for ever, each with its model."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
