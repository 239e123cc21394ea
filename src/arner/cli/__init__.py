"""The command line, loaded when `main` is called: see `app`."""

import signal


def main() -> None:
    """While the command line is loaded an interruption ends it without a word, as it ends any program."""
    interrupted = signal.getsignal(signal.SIGINT)
    if interrupted is signal.default_int_handler:  # else whoever began it has interruptions ignored
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from arner.cli.app import run

    if interrupted is signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupted)
    run()
