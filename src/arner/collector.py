"""Python's collector of garbage at rest while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext

_settled = False


@contextmanager
def paused() -> Iterator[None]:
    """Within it no garbage is looked for: where much is made of which nothing refers to itself."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def paused_over(items: Iterable[object]) -> AbstractContextManager[None]:
    """Like `paused`, if the items are there already; what makes them one by one may leave garbage that must go."""
    return paused() if isinstance(items, Sequence) else nullcontext()


@contextmanager
def at_rest(settles: bool = False) -> Iterator[None]:
    """Within it no garbage is looked for: modules and tables are none.

    Until the process has settled, what is there at the end is not looked through later either, which would take a
    quarter of a second each time. It settles with its first article; a second pipeline may be garbage some day.
    """
    global _settled
    was = gc.isenabled()
    with paused():
        try:
            yield
        finally:
            if was and not _settled:
                gc.freeze()
            _settled = _settled or settles
