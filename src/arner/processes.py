"""Processes that work for this one, and end when it does."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from typing import TypeVar

_AHEAD = 8  # items that are given to the workers before the first of them is asked for
_T = TypeVar("_T")
_R = TypeVar("_R")


def pool(jobs: int, begin: Callable[..., None] | None = None, *given: object) -> ProcessPoolExecutor:
    """`jobs` processes, each of which first calls `begin(*given)`.

    Spawned, not forked as spaCy would: a fork of a process in which torch has run waits for threads that are not there.
    numpy in them has one thread each: more of them spin for the cores that the other processes need.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, so of no effect on this process
    return ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(begin, given))


@contextmanager
def workers(
    jobs: int, begin: Callable[..., None] | None = None, *given: object
) -> Iterator[ProcessPoolExecutor | None]:
    """Processes for `mapped`, which end with the block; None for one job, which this process does itself."""
    if jobs == 1:
        if begin is not None:
            begin(*given)
        yield None
        return
    processes = pool(jobs, begin, *given)
    try:
        yield processes
    finally:
        processes.shutdown(cancel_futures=True)


def mapped(function: Callable[[_T], _R], items: Iterable[_T], workers: ProcessPoolExecutor | None) -> Iterator[_R]:
    """`function` of every item, in their order; with `workers` a few at a time are under way there.

    Raises:
        BrokenProcessPool: a worker died.
    """
    if workers is None:
        yield from map(function, items)
        return
    under_way: deque[Future[_R]] = deque()
    for item in items:
        under_way.append(workers.submit(function, item))
        if len(under_way) > _AHEAD:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


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
