"""What nodes and edges carry, as values that every format can hold, and names and types for the columns of them.

Strings, numbers and booleans stay what they are, None is left out, members of a list are joined by ` | `, dates become
ISO, anything else its `str`. Characters that XML cannot hold become U+FFFD; all others stay. An attribute with values
of several types is text. Where different nodes or attributes would get equal names (1 and "1"), the later one gets
`~2`.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from enum import Enum
from itertools import chain
from numbers import Integral, Real
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

import networkx as nx

# Control characters, halves of surrogate pairs, U+FFFE and U+FFFF: XML 1.0 has no way to write them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SEPARATOR = " | "
_INT64 = 2**63
_SMALLEST = sys.float_info.min  # igraph reads no file with a number nearer to zero
_EXACT = 2**53  # up to here every integer is a double

# sigma draws a node or an edge by its attribute `type`, and stops at one that it has no program for.
DRAWN = MappingProxyType({"type": ("node_type", "edge_type")})

Value = bool | int | float | str
T = TypeVar("T")
Row = dict[Hashable, Value]


class EdgeRow(NamedTuple):
    """An edge with the names of its ends."""

    start: str
    end: str
    data: Row


class Elements:
    """The nodes and edges of a graph as rows, made anew at each pass so that a graph is never held twice.

    Every node has a `label` and a `name` that no other has (igraph finds nodes by it), every edge a `label` and a
    `weight`.
    `renamed` gives attributes another name where a program takes the usual one for something else.

    A graph on disk (`arner.archive.graph`) knows its `repeated_names`, so that not all of them need be held.
    """

    def __init__(self, graph: nx.Graph, renamed: Mapping[str, tuple[str, str]] = MappingProxyType({})) -> None:
        self._graph = graph
        self._names = _ids(graph)
        self._repeated: Callable[[], set[str]] | None = getattr(graph, "repeated_names", None)
        self._renamed = renamed
        self.directed: bool = graph.is_directed()

    def nodes(self) -> Iterator[tuple[str, Row]]:
        taken = Distinct(among=self._repeated() if self._repeated else None)
        for node, data in self._graph.nodes(data=True):
            name = self._names[node]
            row = row_of(data)
            label = text_of(row.get("label") or row.get("name") or name)
            row["label"], row["name"] = label, taken.own(text_of(row.get("name") or label))
            yield name, _called(row, self._renamed, 0)

    def edges(self) -> Iterator[EdgeRow]:
        for start, end, data in self._graph.edges(data=True):
            row = row_of(data)
            row.setdefault("weight", 1)
            row["label"] = text_of(row.get("label") or row.get("type") or "")
            yield EdgeRow(self._names[start], self._names[end], _called(row, self._renamed, 1))

    def given(self, element: int) -> Iterator[Mapping[Hashable, Any]]:
        """What nodes (0) or edges (1) carry, as it stands, in their order."""
        return (data for *_, data in (self._graph.edges if element else self._graph.nodes)(data=True))

    def plain(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """For JSON: every node, then every edge, as (`id` or "", start, end, attributes), with lists left as lists."""
        for node, data in self._graph.nodes(data=True):
            yield self._names[node], "", "", _plain(data)
        for start, end, data in self._graph.edges(data=True):
            yield "", self._names[start], self._names[end], _plain(data)

    def node_columns(self, reserved: Iterable[str] = ()) -> Columns:
        given = (_called(data, self._renamed, 0) for _, data in self._graph.nodes(data=True))
        return Columns(chain(given, [{"label": "", "name": ""}] if self._graph else []), reserved)

    def edge_columns(self, reserved: Iterable[str] = ()) -> Columns:
        given = (_called(data, self._renamed, 1) for *_, data in self._graph.edges(data=True))
        return Columns(chain(given, [{"weight": 1, "label": ""}] if self._graph.size() else []), reserved)


class Distinct:
    """Names for things, readable and different even where the things only look different.

    Where it is known `among` which names those are that may be asked for twice, only these are kept.
    """

    def __init__(
        self, things: Iterable[Hashable] = (), reserved: Iterable[str] = (), among: Container[str] | None = None
    ) -> None:
        self._names: dict[Hashable, str] = {}
        self._taken = set(reserved)
        self._among = among
        self._last: dict[str, int] = {}
        for thing in things:
            self.add(thing)

    def add(self, thing: Hashable) -> None:
        if thing not in self._names:
            self._names[thing] = self.own(text_of(thing))

    def own(self, name: str) -> str:
        """`name`, with a number after it if it is taken."""
        base = name = name or "~"
        if self._among is not None and base not in self._among:
            return base
        number = self._last.get(base, 1)
        if base in self._last:
            number += 1
            name = f"{base}~{number}"
        while name in self._taken:
            number += 1
            name = f"{base}~{number}"
        if self._among is None or name in self._among:
            self._taken.add(name)
        self._last[base] = number
        return name

    def __getitem__(self, thing: Hashable) -> str:
        """The name of what was added; of a text that was not, the text itself."""
        return self._names.get(thing) or str(thing)


_NUMBERED = re.compile(r"~\d+$")


def _ids(graph: Iterable[Hashable]) -> Distinct:
    """Names for nodes; those of texts that any format holds are these texts, and need not be kept."""

    def plain(node: Hashable) -> bool:
        return type(node) is str and node != "" and text_of(node) == node

    odd = {text_of(node) or "~" for node in graph if not plain(node)}
    if not odd:
        return Distinct()
    return Distinct(n for n in graph if not plain(n) or n in odd or _NUMBERED.search(str(n)))


class Columns:
    """The attributes of all nodes, or of all edges, in the order they come: a name and one type for each.

    `kinds` gives the type: boolean, long, double or string.
    """

    def __init__(self, rows: Iterable[Mapping[Hashable, Any]], reserved: Iterable[str] = ()) -> None:
        names = Distinct(reserved=reserved)
        found: dict[Hashable, set[str]] = {}
        for row in rows:
            for column, value in row.items():
                kind = _SIMPLE.get(type(value)) or _kind(_value(value))
                if kind is None:
                    continue
                if column not in found:
                    names.add(column)
                    found[column] = set()
                found[column].add(kind)
        self.kinds = {column: _common(kinds) for column, kinds in found.items()}
        self.names = {column: names[column] for column in found}

    def typed(self, column: Hashable, value: Value) -> Value:
        """`value` in the type of its column."""
        match self.kinds[column]:
            case "string":
                return value if isinstance(value, str) else text_of(value)
            case "double":
                return float(value)
        return value


def _called(data: Mapping[Hashable, T], renamed: Mapping[str, tuple[str, str]], element: int) -> dict[Hashable, T]:
    """The attributes by the names that a format has for them: of a node (0) or an edge (1)."""
    return {renamed[k][element] if isinstance(k, str) and k in renamed else k: value for k, value in data.items()}


def row_of(data: Mapping[Hashable, Any]) -> Row:
    """The attributes that have a value."""
    return {name: value for name, given in data.items() if (value := _value(given)) is not None}


def _plain(data: Mapping[Hashable, Any]) -> dict[str, Any]:
    values = {name: value for name, given in data.items() if (value := _json(given)) is not None}
    if all(type(name) is str for name in values):
        return {_printable(str(name)): value for name, value in values.items()}
    names = Distinct(values)
    return {names[name]: value for name, value in values.items()}


def _json(given: Any) -> Any:
    if type(given) is str:
        return _printable(given)
    if isinstance(given, list | tuple | set | frozenset):
        members = [_json(member) for member in given if member is not None]
        return sorted(members, key=str) if isinstance(given, set | frozenset) else members or None
    value = _value(given)
    return text_of(value) if isinstance(value, float) and not math.isfinite(value) else value


def _value(given: Any) -> Value | None:
    kind = type(given)
    if kind is str:
        return _printable(given)
    if kind is int and -_EXACT <= given <= _EXACT:
        return int(given)
    if kind is list and given:
        with suppress(TypeError):
            return _printable(_SEPARATOR.join(given))
    match given:
        case None:
            return None
        case Enum():
            return _value(given.value)
        case bool():
            return given
        case Integral():
            return int(given) if -_INT64 <= int(given) < _INT64 else str(int(given))
        case Real():
            number = float(given)
            return 0.0 if 0 < abs(number) < _SMALLEST else number
        case list() | tuple() | set() | frozenset() if not given:
            return None
        case _:
            return text_of(given)


def text_of(given: Any) -> str:
    """`given` as text that XML can hold."""
    return _printable(given if type(given) is str else _text(given))


def _printable(text: str) -> str:
    return text if text.isprintable() else _FORBIDDEN.sub("\ufffd", text)


def _text(given: Any) -> str:
    match given:
        case str():
            return str(given.value) if isinstance(given, Enum) else str(given)
        case Enum():
            return _text(given.value)
        case bool():
            return "true" if given else "false"
        case float() if math.isnan(given):
            return "NaN"
        case float() if math.isinf(given):
            return "Infinity" if given > 0 else "-Infinity"  # what Java, C and Python all read
        case date():
            return given.isoformat()
        case list() | tuple():
            return _SEPARATOR.join(_text(member) for member in given if member is not None)
        case set() | frozenset():
            return _text(sorted(_text(member) for member in given if member is not None))
        case dict():
            return json.dumps(given, ensure_ascii=False, default=_text, skipkeys=True)
        case _:
            return str(given)


_SIMPLE = {str: "string", bool: "boolean"}  # what most values are


def _kind(value: Value | None) -> str | None:
    match value:
        case None:
            return None
        case bool():
            return "boolean"
        case int():
            return "long" if abs(value) <= _EXACT else "big"
        case float():
            return "double"
    return "string"


def _common(kinds: set[str]) -> str:
    """The one type that holds values of all these kinds as they are."""
    if kinds <= {"long", "big"}:
        return "long"
    if kinds <= {"long", "double"}:
        return "double"
    return kinds.pop() if len(kinds) == 1 else "string"
