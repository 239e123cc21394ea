"""Graph → JSON: node-link (networkx, D3) and Cytoscape's. Written element by element, lists stay lists."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, TextIO

import networkx as nx

from arner.files import replacing
from arner.graph.values import Elements


def write_node_link(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write what `networkx.node_link_graph` reads: `nodes` with `id`, `edges` with `source`, `target` and `key`."""
    head = {"directed": graph.is_directed(), "multigraph": graph.is_multigraph(), "graph": {}}
    keys = (key for *_, key in graph.edges(keys=True)) if graph.is_multigraph() else None
    with replacing(Path(path)) as out:
        out.write(_dump(head)[:-1] + ', "nodes": [')
        parts = _Parts(out, '], "edges": [')
        for name, start, end, data in Elements(graph).plain():
            if start or end:
                key = {"key": next(keys)} if keys else {}
                parts.edge({**data, "source": start, "target": end, **key})
            else:
                parts.node({**data, "id": name})
        parts.close("]}\n")


def write_cytoscape(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write a .cyjs file for Cytoscape and Cytoscape.js: every element has an `id`, every node a `name`."""
    with replacing(Path(path)) as out:
        out.write('{"data": {}, "elements": {"nodes": [')
        parts = _Parts(out, '], "edges": [')
        number = 0
        for name, start, end, data in Elements(graph).plain():
            if start or end:
                ends = {"id": f"e{number}", "source": start, "target": end, "interaction": data.get("type", "")}
                parts.edge({"data": {**data, **ends}})
                number += 1
            else:
                parts.node({"data": {"name": data.get("label", name), **data, "id": name}})
        parts.close("]}}\n")


class _Parts:
    """Members of a list of nodes and of the list of edges after it, with commas between."""

    def __init__(self, out: TextIO, between: str) -> None:
        self._out = out
        self._between = between
        self._comma = ""
        self._edges = False

    def node(self, element: dict[str, Any]) -> None:
        self._out.write(f"{self._comma}\n{_dump(element)}")
        self._comma = ","

    def edge(self, element: dict[str, Any]) -> None:
        self._begin_edges()
        self.node(element)

    def close(self, end: str) -> None:
        self._begin_edges()
        self._out.write(end)

    def _begin_edges(self) -> None:
        if not self._edges:
            self._out.write(self._between)
            self._comma, self._edges = "", True


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
