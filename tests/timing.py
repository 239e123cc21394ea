"""How long something takes, told so that other work on the machine and the garbage collector don't decide a test."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def cpu_seconds(job: Callable[[], object], tries: int = 3) -> float:
    """Seconds of this process's own time that the quickest of a few tries took.

    A full collection alone walks all that the tests have loaded, which takes longer than most of what is timed here.
    """
    taken = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(tries):
            begun = time.process_time()
            job()
            taken.append(time.process_time() - begun)
    finally:
        gc.enable()
    return min(taken)
