"""Processes that work for this one: whatever interrupts it, they end, and nothing is left that waits."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from itertools import count
from types import FrameType
from typing import Any

import pytest

from arner.processes import mapped, workers

MACHINERY = ("concurrent/futures/", "multiprocessing/", "arner/processes", "threading.py")


@pytest.fixture
def interruptions() -> Iterator[None]:
    """Ctrl-C as Python hears it: Spark, once it has run in this process, hears it otherwise."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptions")
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("at", range(5, 900, 64))
def test_an_interruption_at_any_line_ends_the_processes(at: int, capfd: pytest.CaptureFixture[str]) -> None:
    """Also where a lock is taken just then, or a process is half begun."""
    lines = count(1)

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if not any(part in frame.f_code.co_filename for part in MACHINERY):
            return None
        if event == "line" and next(lines) == at:
            signal.raise_signal(signal.SIGINT)
        return trace

    before = sys.gettrace()
    with pytest.raises(KeyboardInterrupt), workers(2) as processes:  # noqa: PT012
        sys.settrace(trace)
        try:
            for found in mapped(abs, range(20), processes):
                assert found < 20
        finally:
            sys.settrace(before)
    assert not multiprocessing.active_children()
    assert capfd.readouterr().err == ""
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
