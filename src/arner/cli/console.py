"""What goes to standard error: messages, the bar of progress, what failed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from arner.inputs import InputFailure, InputNotice

_LISTED = 20  # failures shown on the screen; `--failures` lists all
_Item = TypeVar("_Item")


def say(message: str) -> None:
    print(f"arner: {message}", file=sys.stderr)


def warn(message: str) -> None:
    say(f"warning: {message}")


def stop(message: object) -> NoReturn:
    say(str(message))
    raise typer.Exit(2)


class Failures:
    """What failed: shown as it happens, kept for `--failures`."""

    def __init__(self, silent: bool = False) -> None:
        self.failures: list[InputFailure] = []
        self._notices = 0
        self._silent = silent

    def add(self, failure: InputFailure) -> None:
        self.failures.append(failure)
        if self._silent:
            return
        if len(self.failures) <= _LISTED:
            say(str(failure))
        elif len(self.failures) == _LISTED + 1:
            say("… and more; --failures lists all")

    def tell(self, notice: InputNotice) -> None:
        """Something that was read, but not as it stands."""
        self._notices += 1
        if not self._silent and self._notices <= _LISTED:
            say(f"warning: {notice}")

    def without_failures(self, items: Iterable[_Item | InputFailure | InputNotice]) -> Iterator[_Item]:
        from arner.inputs import InputFailure, InputNotice

        for item in items:
            if isinstance(item, InputFailure):
                self.add(item)
            elif isinstance(item, InputNotice):
                self.tell(item)
            else:
                yield item

    def end(self, done: int, what: str) -> None:
        """To be called before the output replaces an older file: when nothing came out, it does not."""
        if self.failures:
            say(f"{done} {what}, {len(self.failures)} failed")
            if not done:
                raise typer.Exit(1)

    def exit(self) -> None:
        if self.failures:
            raise typer.Exit(1)


def counted(items: Iterable[_Item], step: Callable[[], None]) -> Iterator[_Item]:
    for item in items:
        yield item
        step()


@contextmanager
def progress(printed: bool, size: int | None = None) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, unless the results are `printed` there too; a call counts one article of `size`."""
    if not sys.stderr.isatty() or (printed and sys.stdout.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=size)
        yield lambda: bar.advance(task)
