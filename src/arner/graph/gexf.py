"""Graph → GEXF 1.2, which Gephi opens with a time line: every node and edge lasts from first to last seen."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import networkx as nx

from arner.files import replacing
from arner.graph.graphml import escape
from arner.graph.values import DRAWN, Columns, Elements, Row, text_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIMES = {"start": "first_seen", "end": "last_seen"}


def write_gexf(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write any networkx graph to `path`, whole or not at all.

    `first_seen` and `last_seen`, where they are ISO dates, become the time in which a node or an edge is there; both
    stay attributes too. Values are as `arner.graph.values` tells.
    """
    elements = Elements(graph, DRAWN)
    nodes, edges = elements.node_columns(), elements.edge_columns()
    kind = "directed" if elements.directed else "undirected"
    with replacing(Path(path)) as out:
        out.write("<?xml version='1.0' encoding='UTF-8'?>\n")
        out.write('<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n')
        out.write(f'<graph defaultedgetype="{kind}" mode="dynamic" timeformat="date">\n')
        _declare(out, "node", nodes)
        _declare(out, "edge", edges)
        out.write("<nodes>\n")
        for name, row in elements.nodes():
            label = escape(text_of(row["label"]))
            out.write(f'<node id="{escape(name)}" label="{label}"{_time(row)}>{_values(nodes, row)}</node>\n')
        out.write("</nodes>\n<edges>\n")
        for number, edge in enumerate(elements.edges()):
            label, weight = escape(text_of(edge.data["label"])), edge.data["weight"]
            ends = f'source="{escape(edge.start)}" target="{escape(edge.end)}"'
            heavy = f' weight="{weight}"' if isinstance(weight, int | float) and not isinstance(weight, bool) else ""
            out.write(f'<edge id="{number}" {ends} label="{label}"{heavy}{_time(edge.data)}>')
            out.write(f"{_values(edges, edge.data)}</edge>\n")
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


def _time(row: Row) -> str:
    found = ((name, row.get(key)) for name, key in _TIMES.items())
    return "".join(f' {name}="{day}"' for name, day in found if isinstance(day, str) and _DAY.fullmatch(day))
