"""Text in the cells of a table that a spreadsheet opens: nothing that a stranger wrote is run as a formula there."""

from __future__ import annotations

import re
from typing import TypeVar

Cell = TypeVar("Cell")

_SIGNS = "=+\\-@\t\r＝＋－＠\u2212"  # what a formula begins with
_BLANKS = " \u00a0\u200b\u200e\u200f\u202a\u202b\u2066\u2067\ufeff"  # nothing is seen of these before it
# Where a cell begins: at its beginning, and behind what parts cells or rows for a spreadsheet of another country, which
# heeds no quotation mark inside of what it takes for a cell.
_BEGINNING = "(^|;|\t|\r\n?|\n)"
_FORMULA = re.compile(f"{_BEGINNING}(?=[{_BLANKS}]*[{_SIGNS}])")
_MARKED = re.compile(f"{_BEGINNING}'(?=[{_BLANKS}]*[{_SIGNS}])")


def safe_cell(cell: Cell) -> Cell | str:
    """A cell that no spreadsheet runs as a formula: such text gets an apostrophe before it.

    >>> safe_cell("=1+1"), safe_cell("a;=1+1"), safe_cell(-1)
    ("'=1+1", "a;'=1+1", -1)
    """
    return _FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell


def plain_cell(text: str) -> str:
    """What `safe_cell` was given.

    >>> plain_cell("a;'=1+1")
    'a;=1+1'
    """
    return _MARKED.sub(r"\1", text)
