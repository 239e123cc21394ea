"""Graph → GraphML that networkx, igraph, Gephi and Cytoscape read with no node or edge lost.

networkx's own writer fails on None, lists and dates, writes characters that XML forbids, and gives the
edges of a multigraph equal ids, which Gephi takes for one edge. Here every attribute has one type, every
node a `label` and a `name`, every edge an id of its own, a `label` and a `weight`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TextIO

import networkx as nx

from arner.files import replacing
from arner.graph.values import DRAWN, Columns, Elements, Row, row_of, text_of

# Whitespace that a parser would make into spaces or line feeds is written as what it is.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)

_SPECIAL = re.compile('[&<>"\r\n\t]')


def write_graphml(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write any networkx graph to `path`, whole or not at all; the graph is not changed.

    Values are as `arner.graph.values` tells. `type` is called `node_type` and `edge_type`; the graph has an id, which
    SocNetV asks for.
    """
    elements = Elements(graph, DRAWN)
    about = row_of(graph.graph)
    tables = {
        "graph": _Table("g", Columns([about], reserved=["id"])),
        "node": _Table("n", elements.node_columns(reserved=["id"])),  # readers keep the elements' ids under this name
        "edge": _Table("e", elements.edge_columns(reserved=["id"])),
    }
    with replacing(Path(path)) as out:
        out.write("<?xml version='1.0' encoding='UTF-8'?>\n")
        out.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for element, table in tables.items():
            table.declare(out, element)
        out.write(f'<graph id="arner" edgedefault="{"directed" if elements.directed else "undirected"}">\n')
        tables["graph"].write(out, about)
        for name, row in elements.nodes():
            out.write(f'<node id="{escape(name)}">\n')
            tables["node"].write(out, row)
            out.write("</node>\n")
        for number, edge in enumerate(elements.edges()):
            out.write(f'<edge id="e{number}" source="{escape(edge.start)}" target="{escape(edge.end)}">\n')
            tables["edge"].write(out, edge.data)
            out.write("</edge>\n")
        out.write("</graph>\n</graphml>\n")


class _Table:
    """The keys under which the columns are declared and written."""

    def __init__(self, prefix: str, columns: Columns) -> None:
        self._columns = columns
        self._keys = {column: f"{prefix}{number}" for number, column in enumerate(columns.names)}

    def declare(self, out: TextIO, element: str) -> None:
        for column, key in self._keys.items():
            name, kind = escape(self._columns.names[column]), self._columns.kinds[column]
            out.write(f'<key id="{key}" for="{element}" attr.name="{name}" attr.type="{kind}"/>\n')

    def write(self, out: TextIO, row: Row) -> None:
        for column, value in row.items():
            text = escape(value) if isinstance(value, str) else text_of(value)
            out.write(f'  <data key="{self._keys[column]}">{text}</data>\n')


def escape(text: str) -> str:
    """`text` as XML has it, in an attribute too."""
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text
