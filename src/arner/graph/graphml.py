"""Graph → GraphML that networkx, igraph, Gephi and Cytoscape read with no node or edge lost.

networkx's own writer fails on None, lists and dates, writes characters that XML forbids, and gives the
edges of a multigraph equal ids, which Gephi takes for one edge. Here every attribute has one type, every
node a `label` and a `name`, every edge an id of its own, a `label` and a `weight`.
"""

from __future__ import annotations

import json
import math
import os
import re
import sys
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from enum import Enum
from numbers import Integral, Real
from pathlib import Path
from typing import Any, TextIO

import networkx as nx

from arner.files import replacing

# What XML 1.0 cannot hold, not even escaped: control characters, halves of surrogate pairs, U+FFFE and
# U+FFFF.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Whitespace that a parser would make into spaces or line feeds is written as what it is.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)
_SEPARATOR = " | "
_INT64 = 2**63
_SMALLEST = sys.float_info.min  # igraph reads no file with a number nearer to zero
_EXACT = 2**53  # up to here every integer is a double

Value = bool | int | float | str


def write_graphml(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write any networkx graph to `path`, whole or not at all; the graph is not changed.

    Strings, numbers and booleans stay what they are, None is left out, members of a list are joined by
    ` | `, dates become ISO, anything else its `str`. An attribute with values of several types is written
    as text. Characters that XML cannot hold become U+FFFD; all others, with diacritics, bidi marks and
    emoji, stay. Where different nodes or attributes would get equal names (1 and "1"), the later one gets
    `~2`.
    """
    nodes = _Distinct(graph)
    node_data = [_node(nodes[node], data) for node, data in graph.nodes(data=True)]
    edge_data = [(nodes[start], nodes[end], _edge(data)) for start, end, data in graph.edges(data=True)]
    graph_data = _values(graph.graph)
    columns = {
        "graph": _Columns("g", [graph_data]),
        "node": _Columns("n", node_data),
        "edge": _Columns("e", (data for _, _, data in edge_data)),
    }
    with replacing(Path(path)) as out:
        out.write("<?xml version='1.0' encoding='UTF-8'?>\n")
        out.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for kind, table in columns.items():
            table.declare(out, kind)
        out.write(f'<graph edgedefault="{"directed" if graph.is_directed() else "undirected"}">\n')
        columns["graph"].write(out, graph_data)
        for name, data in zip(nodes.names(), node_data, strict=True):
            out.write(f'<node id="{_escape(name)}">\n')
            columns["node"].write(out, data)
            out.write("</node>\n")
        for number, (start, end, data) in enumerate(edge_data):
            out.write(f'<edge id="e{number}" source="{_escape(start)}" target="{_escape(end)}">\n')
            columns["edge"].write(out, data)
            out.write("</edge>\n")
        out.write("</graph>\n</graphml>\n")


class _Distinct:
    """Names for things, readable and different even where the things only look different."""

    def __init__(self, things: Iterable[Hashable] = (), reserved: Iterable[str] = ()) -> None:
        self._names: dict[Hashable, str] = {}
        self._taken = set(reserved)
        for thing in things:
            self.add(thing)

    def add(self, thing: Hashable) -> None:
        if thing in self._names:
            return
        base = name = _clean(_text(thing)) or "~"
        number = 1
        while name in self._taken:
            number += 1
            name = f"{base}~{number}"
        self._taken.add(name)
        self._names[thing] = name

    def __getitem__(self, thing: Hashable) -> str:
        return self._names[thing]

    def names(self) -> Iterable[str]:
        return self._names.values()


class _Columns:
    """The attributes of all nodes, or of all edges: a key and one type for each."""

    def __init__(self, prefix: str, rows: Iterable[Mapping[Hashable, Value]]) -> None:
        self._names = _Distinct(reserved=["id"])  # readers keep the ids of the elements under this name
        self._keys: dict[Hashable, str] = {}
        kinds: dict[Hashable, set[str]] = {}
        for row in rows:
            for name, value in row.items():
                if name not in kinds:
                    self._names.add(name)
                    self._keys[name] = f"{prefix}{len(self._keys)}"
                kinds.setdefault(name, set()).add(_kind(value))
        self._kinds = {name: _common(found) for name, found in kinds.items()}

    def declare(self, out: TextIO, element: str) -> None:
        for name, key in self._keys.items():
            out.write(
                f'<key id="{key}" for="{element}" attr.name="{_escape(self._names[name])}"'
                f' attr.type="{self._kinds[name]}"/>\n'
            )

    def write(self, out: TextIO, row: Mapping[Hashable, Value]) -> None:
        for name, value in row.items():
            out.write(f'  <data key="{self._keys[name]}">{_escape(_clean(_text(value)))}</data>\n')


def _node(name: str, data: Mapping[Hashable, Any]) -> dict[Hashable, Value]:
    values = _values(data)
    label = _text(values.get("label") or values.get("name") or name)
    return values | {"label": label, "name": _text(values.get("name") or label)}


def _edge(data: Mapping[Hashable, Any]) -> dict[Hashable, Value]:
    values = _values(data)
    return {"weight": 1} | values | {"label": _text(values.get("label") or values.get("type") or "")}


def _values(data: Mapping[Hashable, Any]) -> dict[Hashable, Value]:
    return {name: value for name, given in data.items() if (value := _value(given)) is not None}


def _value(given: Any) -> Value | None:
    """The value as GraphML can type it; None where there is nothing to write."""
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
            return _text(given)


def _text(given: Any) -> str:
    match given:
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


def _kind(value: Value) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "long" if abs(value) <= _EXACT else "big"
        case float():
            return "double"
        case _:
            return "string"


def _common(kinds: set[str]) -> str:
    """The one type that holds values of all these kinds as they are."""
    if kinds <= {"long", "big"}:
        return "long"
    if kinds <= {"long", "double"}:
        return "double"
    return kinds.pop() if len(kinds) == 1 else "string"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)
