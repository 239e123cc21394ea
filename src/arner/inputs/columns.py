"""Which cell of a row is which field of an article: names of columns in any case, in English or Arabic."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice

from arner.arabic.orthography import fold

FIELDS = ("text", "id", "title", "published", "source", "url")
Row = dict[str, object]


@cache
def _usual() -> dict[str, str]:
    """A folded name → its field."""
    table = tomllib.loads(files("arner.inputs").joinpath("columns.toml").read_text(encoding="utf-8"))
    return {_key(name): field for field, names in table.items() for name in names}


def _key(name: object) -> str:
    return fold(str(name)).strip().casefold().replace(" ", "_")


class Columns:
    """Fields of rows; `given` names a column for a field, before its usual names: `{"text": "body"}`."""

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        self._given = {field: _key(column) for field, column in (given or {}).items()}

    def field(self, name: object) -> str | None:
        """The field that a column of this name holds; None where none does."""
        key = _key(name)
        for field, column in self._given.items():
            if key == column:
                return field
        usual = _usual().get(key)
        return None if usual in self._given else usual

    def is_header(self, cells: Iterable[object]) -> bool:
        """Whether these cells name the columns: one of them the text's."""
        return "text" in map(self.field, cells)

    def fields(self, row: Mapping[str, object]) -> Row:
        """The fields of `row`; of two columns for one field the one whose name comes first in columns.toml."""
        found: Row = {}
        order = list(_usual())
        known = sorted(row, key=lambda name: order.index(_key(name)) if _key(name) in order else -1)
        for name in known:
            field = self.field(name)
            if field is not None and found.get(field) is None and not _is_nothing(row[name]):
                found[field] = row[name]
        return found

    def missing(self, names: Iterable[object]) -> str:
        """What to tell where no column holds the text."""
        wanted = self._given.get("text", "text")
        return f"no column {wanted!r}; there is {', '.join(repr(str(n)) for n in islice(names, 12)) or 'nothing'}"


def _is_nothing(cell: object) -> bool:
    """Whether a cell is empty: None, blank, or the NaN that pandas writes for it."""
    return cell is None or (isinstance(cell, float) and cell != cell) or (isinstance(cell, str) and not cell.strip())
