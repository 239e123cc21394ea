"""Processes that work for this one, and end when it does."""

from __future__ import annotations

import atexit
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from types import FrameType
from typing import ParamSpec, TypeVar

_AHEAD = 8  # items that are given to the workers before the first of them is asked for
_T = TypeVar("_T")
_R = TypeVar("_R")
_P = ParamSpec("_P")


class Pool(ProcessPoolExecutor):
    """One that an interruption leaves whole: without a lock that stays taken, or a process that was half begun."""

    def submit(self, function: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_R]:
        with _unheard():
            return super().submit(function, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        with _unheard():
            super().shutdown(wait, cancel_futures=cancel_futures)


def pool(jobs: int, begin: Callable[..., None] | None = None, *given: object) -> Pool:
    """`jobs` processes, each of which first calls `begin(*given)`.

    Spawned, not forked as spaCy would: a fork of a process in which torch has run waits for threads that are not there.
    numpy in them has one thread each: more of them spin for the cores that the other processes need.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, so of no effect on this process
    with _unheard():
        return Pool(jobs, get_context("spawn"), initializer=_begin, initargs=(begin, given))


@contextmanager
def workers(
    jobs: int, begin: Callable[..., None] | None = None, *given: object
) -> Iterator[ProcessPoolExecutor | None]:
    """Processes for `mapped`, which end with the block; None for one job, which this process does itself.

    This process too calls `begin`: it may do some of the work beside the others.
    """
    if begin is not None:
        begin(*given)
    if jobs == 1:
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
            yield result(under_way.popleft())
    while under_way:
        yield result(under_way.popleft())


def result(future: Future[_R]) -> _R:
    """What comes of `future`, waited for; an interruption ends the waiting.

    It is waited for by a lock of its own: an interruption of `future.result()` may leave taken the one that tells it.
    """
    done = threading.Lock()
    done.acquire()
    with _unheard():
        future.add_done_callback(lambda _: done.release())
    done.acquire()
    with _unheard():
        return future.result()


@contextmanager
def _unheard() -> Iterator[None]:
    """An interruption (SIGINT, SIGTERM) is heard at the end of the block; Python would raise it anywhere within."""
    if threading.current_thread() is not threading.main_thread():  # which alone hears them
        yield
        return
    heard: list[int] = []

    def hear(number: int, _: FrameType | None) -> None:
        heard.append(number)

    before = {sent: signal.getsignal(sent) for sent in (signal.SIGINT, signal.SIGTERM)}
    try:
        for sent in before:
            signal.signal(sent, hear)
        _let_through(False)
        yield
    finally:
        _let_through(True)
        for sent, handler in before.items():
            signal.signal(sent, handler)
        if heard:
            signal.raise_signal(heard[0])


def _let_through(through: bool) -> None:
    """Whether SIGINT reaches this thread: processes that it begins meanwhile do not let it through either."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK if through else signal.SIG_BLOCK, [signal.SIGINT])


def _begin(begin: Callable[..., None] | None, given: tuple[object, ...]) -> None:
    # An interruption ends a worker at once and without a word; the parent handles it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _let_through(True)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    atexit.register(os._exit, 0)  # to take apart what it holds costs a fifth of a second, for which the parent waits
    if begin is not None:
        begin(*given)


def _end_with_parent() -> None:
    """A killed parent cannot tell its workers: they would wait for it for ever, each with its model."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
