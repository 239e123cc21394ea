"""Graph → GEXF 1.2, which Gephi opens with a time line, and in colours, sizes and places to draw at.

A node or an edge lasts from first to last seen; an event, and what ties others to it, on its own days; two who met, on
the days of their meetings. Whoever takes part is there as long as any of this lasts, so that no edge lacks an end.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import networkx as nx

from arner.events import BY_ID
from arner.files import replacing
from arner.graph.graphml import escape
from arner.graph.values import DRAWN, Columns, EdgeRow, Elements, Row, text_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE = re.compile(rf"({_DAY.pattern})(?:/({_DAY.pattern}))?")  # a day or an interval
_OF_EVENT = frozenset({"takes_part", "held_in", "concerns"})  # edges that last as long as their event
_SMALL, _LARGE = 4.0, 40.0  # sizes of a node without articles, and of the one that most articles tell of
_EVENT, _OTHER = (110, 90, 0), (120, 118, 112)
_COLOURS = dict.fromkeys(BY_ID, _EVENT) | {  # those of the report
    "person": (0, 95, 158),
    "country": (168, 67, 0),
    "organization": (143, 63, 115),
    "place": (0, 105, 79),
    "statement": (90, 84, 112),
}
Days = tuple[str, str]  # first and last, ISO; either may be empty


def write_gexf(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write any networkx graph to `path`, whole or not at all.

    Times are from `first_seen` and `last_seen`, `date_start` and `date_end`, `dates`, where they are ISO dates; all
    stay attributes too. Nodes are coloured by type, large by `articles`, and stand at `x` and `y` where they have
    these. Values are as `arner.graph.values` tells.
    """
    elements = Elements(graph, DRAWN)
    times, most = _Times(elements), max((_number(row, "articles") for _, row in elements.nodes()), default=0.0)
    nodes, edges = elements.node_columns(), elements.edge_columns()
    kind = "directed" if elements.directed else "undirected"
    with replacing(Path(path)) as out:
        out.write("<?xml version='1.0' encoding='UTF-8'?>\n")
        out.write('<gexf xmlns="http://www.gexf.net/1.2draft"')
        out.write(' xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n')
        out.write(f'<graph defaultedgetype="{kind}" mode="dynamic" timeformat="date">\n')
        _declare(out, "node", nodes)
        _declare(out, "edge", edges)
        out.write("<nodes>\n")
        for name, row in elements.nodes():
            label = escape(text_of(row["label"]))
            out.write(f'<node id="{escape(name)}" label="{label}"')
            out.write(f"{_lasting(times.node(name))}{_values(nodes, row)}{_look(row, most)}</node>\n")
        out.write("</nodes>\n<edges>\n")
        for number, edge in enumerate(elements.edges()):
            label, weight = escape(text_of(edge.data["label"])), edge.data["weight"]
            ends = f'source="{escape(edge.start)}" target="{escape(edge.end)}"'
            heavy = f' weight="{weight}"' if isinstance(weight, int | float) and not isinstance(weight, bool) else ""
            out.write(f'<edge id="{number}" {ends} label="{label}"{heavy}')
            out.write(f"{_lasting(times.edge(edge))}{_values(edges, edge.data)}</edge>\n")
        out.write("</edges>\n</graph>\n</gexf>\n")


def _declare(out: TextIO, element: str, columns: Columns) -> None:
    out.write(f'<attributes class="{element}" mode="static">\n')
    for number, (column, name) in enumerate(columns.names.items()):
        if not _shown(element, name):
            out.write(f'<attribute id="{number}" title="{escape(name)}" type="{columns.kinds[column]}"/>\n')
    out.write("</attributes>\n")


def _shown(element: str, name: str) -> bool:
    """Whether an attribute of the element's own tag carries the value already."""
    return name == "label" or (element == "edge" and name == "weight")


def _values(columns: Columns, row: Row) -> str:
    return f"<attvalues>{''.join(_attributes(columns, row))}</attvalues>"


def _attributes(columns: Columns, row: Row) -> Iterator[str]:
    for number, column in enumerate(columns.names):
        if column in row and column not in ("label", "weight"):
            yield f'<attvalue for="{number}" value="{escape(text_of(row[column]))}"/>'


class _Times:
    """When nodes and edges are there."""

    def __init__(self, elements: Elements) -> None:
        self._events = {name: days for name, row in elements.nodes() if (days := _days(row, "date_start", "date_end"))}
        self._nodes = {name: _days(row, "first_seen", "last_seen") for name, row in elements.nodes()}
        for edge in elements.edges():
            told = self.edge(edge)
            for end in {edge.start, edge.end} - self._events.keys() if told else ():
                firsts, lasts = zip(*(days for days in (*told, self._nodes[end]) if days), strict=True)
                self._nodes[end] = min(firsts), max(lasts) if all(lasts) else ""

    def node(self, name: str) -> list[Days]:
        days = self._events.get(name) or self._nodes[name]
        return [days] if days else []

    def edge(self, edge: EdgeRow) -> list[Days]:
        if met := _DATE.findall(str(edge.data.get("dates", ""))):
            return [(start, end or start) for start, end in met]
        days = _days(edge.data, "first_seen", "last_seen")
        if edge.data.get("edge_type") in _OF_EVENT:
            days = self._events.get(edge.start) or self._events.get(edge.end) or days
        return [days] if days else []


def _days(row: Row, first: str, last: str) -> Days | None:
    given = (str(row.get(key, "")) for key in (first, last))
    start, end = (day if _DAY.fullmatch(day) else "" for day in given)
    return (start, end) if start or end else None


def _lasting(times: list[Days]) -> str:
    """The rest of a tag that lasts so long; several times are its first part."""
    spells = [
        "".join(f' {name}="{day}"' for name, day in zip(("start", "end"), days, strict=True) if day) for days in times
    ]
    if len(spells) > 1:
        return f"><spells>{''.join(f'<spell{spell}/>' for spell in spells)}</spells>"
    return f"{''.join(spells)}>"


def _look(row: Row, most: float) -> str:
    """Colour, size and place of a node; `most`: the articles of the node that most tell of."""
    red, green, blue = _COLOURS.get(str(row.get("node_type")), _OTHER)
    size = _SMALL + (_LARGE - _SMALL) * math.sqrt(_number(row, "articles") / most if most else 0)
    place = (
        f'<viz:position x="{_number(row, "x")}" y="{_number(row, "y")}" z="0.0"/>' if {"x", "y"} <= row.keys() else ""
    )
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:size value="{size:.1f}"/>{place}'


def _number(row: Row, key: str) -> float:
    value = row.get(key)
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else 0.0
