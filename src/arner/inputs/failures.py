"""What could not be read, and what was read otherwise than it stands."""

from __future__ import annotations

import gzip
from dataclasses import dataclass

from pydantic import ValidationError


@dataclass(frozen=True, slots=True)
class InputFailure:
    """Something that could not be read: where it stands (a file, or file:line) and what is wrong with it."""

    where: str
    problem: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


@dataclass(frozen=True, slots=True)
class InputNotice:
    """Something that was read, but not as it stands: another encoding, tags taken out, a date left out."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def first_problem(error: ValidationError) -> str:
    """The first thing that does not fit a model, with where it stands: `people.0.name: Field required`."""
    first = error.errors(include_url=False, include_input=False)[0]
    return ": ".join(filter(None, (".".join(map(str, first["loc"])), first["msg"])))


def reason(error: Exception) -> str:
    """Why a file cannot be read, in words."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and not isinstance(error, gzip.BadGzipFile):
        return error.strerror or str(error)
    return f"cannot be unpacked: {error}"
