"""The command line, loaded when `main` is called: see `app`."""

import os
import signal
from contextlib import suppress


def main() -> None:
    """While the command line is loaded an interruption ends it by a sentence, wherever Python is."""
    interrupted = signal.getsignal(signal.SIGINT)
    if interrupted is signal.default_int_handler:  # else whoever began it has interruptions ignored
        signal.signal(signal.SIGINT, _interrupted)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more of numpy's threads wait by spinning: a core for nothing
    from arner.cli.app import run

    if interrupted is signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupted)
    run()


def _interrupted(*_: object) -> None:
    with suppress(OSError):  # messages may be closed
        os.write(2, b"arner: interrupted before anything was done\n")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.raise_signal(signal.SIGINT)
