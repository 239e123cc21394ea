"""Processes that work for this one, and end when it does."""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from multiprocessing import connection, get_context, parent_process
from multiprocessing.reduction import DupFd
from tempfile import TemporaryFile
from types import FrameType
from typing import IO, Any, ParamSpec, TypeVar

_AHEAD = 8  # items that are given to the workers before the first of them is asked for
_T = TypeVar("_T")
_R = TypeVar("_R")
_P = ParamSpec("_P")


class Pool(ProcessPoolExecutor):
    """One that an interruption leaves whole: without a lock that stays taken, or a process that was half begun."""

    def __init__(self, jobs: int, begin: _Beginning | None) -> None:
        super().__init__(jobs, get_context("spawn"), initializer=_begin, initargs=(begin,))
        self._beginning = begin

    def submit(self, function: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_R]:
        with _unheard():
            return super().submit(function, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        with _unheard():
            super().shutdown(wait, cancel_futures=cancel_futures)
            if self._beginning is not None:
                self._beginning.close()


def pool(jobs: int, begin: Callable[..., None] | None = None, *given: object) -> Pool:
    """`jobs` processes, each of which first calls `begin(*given)`.

    Spawned, not forked as spaCy would: a fork of a process in which torch has run waits for threads that are not there.
    numpy in them has one thread each: more of them spin for the cores that the other processes need.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, so of no effect on this process
    with _unheard():
        return Pool(jobs, begin and _Beginning(begin, given))


class _Beginning:
    """What every process calls first, handed over in a file without a name.

    The pipe by which a process is told what it is to do holds 64 KB. Where one dies before it has read (killed for
    memory, or of a main module without `if __name__ == "__main__"`), whoever writes more waits for ever.
    """

    def __init__(self, begin: Callable[..., None], given: tuple[object, ...]) -> None:
        self._what = begin, given
        self._file: IO[bytes] | None = None

    def __call__(self) -> None:
        begin, given = self._what
        begin(*given)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def __reduce__(self) -> tuple[Callable[..., _Beginning], tuple[object, ...]]:
        if os.name == "nt":  # which gives a process no file that is open here
            return _Beginning, self._what
        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115 - open as long as processes may begin
            pickle.dump(self._what, self._file)
            self._file.flush()
        return _beginning, (DupFd(self._file.fileno()),)


def _beginning(file: Any) -> _Beginning:
    """What `_Beginning` put into a file; all processes have this open at one place, which reading by `mmap` leaves."""
    with os.fdopen(file.detach(), "rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as told:
        return _Beginning(*pickle.loads(told))


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


def _begin(begin: _Beginning | None) -> None:
    # An interruption ends a worker at once and without a word; the parent handles it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _let_through(True)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    atexit.register(os._exit, 0)  # to take apart what it holds costs a fifth of a second, for which the parent waits
    if begin is not None:
        begin()


def _end_with_parent() -> None:
    """A killed parent cannot tell its workers: they would wait for it for ever, each with its model."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
