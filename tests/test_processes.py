"""Processes that work for this one: whatever interrupts it, they end, and nothing is left that waits."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
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


@pytest.mark.parametrize("main", ["print('no guard')", "import os; __name__ == '__mp_main__' and os._exit(9)"])
def test_processes_that_die_as_they_begin_are_noticed_whatever_they_were_to_be_told(main: str, tmp_path: Path) -> None:
    """Such as those of a main module that, imported by them, begins processes itself."""
    script = tmp_path / "script.py"
    script.write_text(f"""
import sys
from arner.processes import mapped, workers
{main}
with workers(2, len, "x" * 3_000_000) as processes:
    print(list(mapped(abs, range(20), processes)))
""")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "BrokenProcessPool" in done.stderr


def test_what_processes_begin_with_may_be_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a pipe takes; none of it is left as a file."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with workers(2, _keep, "x" * 3_000_000) as processes:
        assert list(mapped(_kept, range(40), processes)) == [3_000_000] * 40
        assert not list(tmp_path.iterdir())


def _keep(text: str) -> None:
    global _text
    _text = text


def _kept(_: int) -> int:
    return len(_text)
