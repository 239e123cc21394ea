"""The words that rules know, as TOML files in `data/`, and their loader."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The parsed file `data/<name>.toml`; read once a process. Treat the result as read-only."""
    return tomllib.loads(files("arner.lexicon").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of `data/<name>.txt`, one a line, `#` before a remark."""
    text = files("arner.lexicon").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
