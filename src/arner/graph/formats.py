"""Which writer a file's name asks for."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import networkx as nx

_WRITERS = {
    ".graphml": ("arner.graph.graphml", "write_graphml"),
    ".gexf": ("arner.graph.gexf", "write_gexf"),
    ".csv": ("arner.graph.tabular", "write_csv"),
    ".xlsx": ("arner.graph.tabular", "write_xlsx"),
    ".neo4j": ("arner.graph.tabular", "write_neo4j"),
    ".parquet": ("arner.graph.tabular", "write_parquet"),
    ".cyjs": ("arner.graph.json_formats", "write_cytoscape"),
    ".ftm.jsonl": ("arner.graph.ftm", "write_ftm"),
    ".json": ("arner.graph.json_formats", "write_node_link"),
}
SUFFIXES = tuple(_WRITERS)


def needs(path: str | os.PathLike[str]) -> frozenset[str]:
    """The types of nodes that a format has its own words for, though nobody looks at them: FollowTheMoney's are all."""
    whole = Path(path).name.lower().endswith(".ftm.jsonl")
    return frozenset({"statement", "described", "article"} if whole else ())


def writer(path: str | os.PathLike[str], projected: bool = False) -> Callable[[nx.Graph, str | os.PathLike[str]], None]:
    """The writer of the format that the end of `path` names; `projected`: for a projection of the graph.

    Raises:
        ValueError: no format ends so, or it cannot hold a projection.
    """
    name = Path(path).name.lower()
    for suffix, (module, function) in _WRITERS.items():
        if name.endswith(suffix):
            if projected and suffix == ".ftm.jsonl":
                raise ValueError(f"{path}: FollowTheMoney holds the graph itself, no projection of it")
            found: Callable[[nx.Graph, str | os.PathLike[str]], None] = getattr(import_module(module), function)
            return found
    raise ValueError(f"{path}: what format is it? Its name must end with one of {', '.join(SUFFIXES)}")


def write_graph(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write `graph` in the format that the end of `path` names, whole or not at all.

    A .csv or .parquet is two files: `x.csv` becomes `x.nodes.csv` and `x.edges.csv`; a .neo4j is a folder.

    Raises:
        ValueError: no format ends so.
        OSError: the file cannot be written.
    """
    writer(path)(graph, path)
