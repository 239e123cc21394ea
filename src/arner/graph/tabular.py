"""Graph → a table of nodes and a table of edges, as CSV or Parquet: `x.csv` becomes `x.nodes.csv` and `x.edges.csv`."""

from __future__ import annotations

import csv
import os
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import networkx as nx

from arner.files import replacing
from arner.graph.values import Columns, Elements, Row, Value, text_of
from arner.rows import safe_cell

if TYPE_CHECKING:
    from pyarrow import Table

# The columns that Gephi's spreadsheet import knows by name; `type`, there, is whether an edge is directed.
_GEPHI_NODE, _GEPHI_EDGE = ("Id",), ("Source", "Target", "Type", "Id")
_GEPHI = {"label": "Label", "weight": "Weight"}
_BATCH = 10_000  # rows of a Parquet file that are in memory at a time
_ENDS = ("source", "target", "directed")
Rows = Iterator[tuple[tuple[Value, ...], Row]]


def both(path: str | os.PathLike[str]) -> tuple[Path, Path]:
    """The files of nodes and of edges: `x.nodes.csv` and `x.edges.csv`."""
    path = Path(path)
    return path.with_name(f"{path.stem}.nodes{path.suffix}"), path.with_name(f"{path.stem}.edges{path.suffix}")


def write_csv(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write both tables, UTF-8 without a byte order mark; text that a spreadsheet would run gets an apostrophe.

    The columns are those that Gephi's spreadsheet import takes: nodes have an `Id` and a `Label`; edges a `Source` and
    a `Target` (ids of nodes), a `Type` (Directed or Undirected), an `Id`, `Label`, `Weight`, and their type as `Kind`.
    """
    elements = Elements(graph)
    ways = "Directed" if elements.directed else "Undirected"
    first, second = both(path)
    with replacing(first) as out:
        nodes = elements.node_columns(reserved=_GEPHI_NODE)
        _rows(out, _GEPHI_NODE, nodes, _GEPHI, (((name,), row) for name, row in elements.nodes()))
    with replacing(second) as out:
        edges = elements.edge_columns(reserved=(*_GEPHI_EDGE, "Kind"))
        ends = ((edge.start, edge.end, ways, f"e{n}") for n, edge in enumerate(elements.edges()))
        rows = zip(ends, (edge.data for edge in elements.edges()), strict=True)
        _rows(out, _GEPHI_EDGE, edges, _GEPHI | {"type": "Kind"}, rows)


def _rows(out: TextIO, header: tuple[str, ...], columns: Columns, called: dict[str, str], rows: Rows) -> None:
    """`called` are columns that the table calls otherwise; they come first."""
    order = sorted(columns.names, key=lambda c: columns.names[c] not in called)
    writer = csv.writer(out)
    writer.writerow([*header, *(called.get(columns.names[c], columns.names[c]) for c in order)])
    for ends, row in rows:
        cells = (columns.typed(c, row[c]) if c in row else "" for c in order)
        writer.writerow(safe_cell(text_of(v)) for v in (*ends, *cells))


def write_parquet(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write both tables with typed columns; needs the extra `arner[parquet]`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"string": pa.string(), "long": pa.int64(), "double": pa.float64(), "boolean": pa.bool_()}
    for target, (header, columns, rows) in zip(both(path), _tables(Elements(graph)), strict=True):
        ends = [pa.field(name, pa.bool_() if name == "directed" else pa.string()) for name in header]
        schema = pa.schema([*ends, *(pa.field(n, types[columns.kinds[c]]) for c, n in columns.names.items())])
        part = target.with_name(f".{target.name[:80]}.{os.getpid()}.part")
        try:
            with pq.ParquetWriter(part, schema) as writer:
                for batch in _batches(rows, columns):
                    writer.write_table(_table(batch, schema))
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _tables(elements: Elements) -> Iterator[tuple[tuple[str, ...], Columns, Rows]]:
    nodes = elements.node_columns(reserved=["id"])
    yield ("id",), nodes, (((name,), row) for name, row in elements.nodes())
    edges = elements.edge_columns(reserved=_ENDS)
    yield _ENDS, edges, (((edge.start, edge.end, elements.directed), edge.data) for edge in elements.edges())


def _filled(columns: Columns, row: Row) -> Iterator[Any]:
    for column in columns.names:
        yield columns.typed(column, row[column]) if column in row else None


def _batches(rows: Rows, columns: Columns) -> Iterator[list[tuple[Hashable, ...]]]:
    batch: list[tuple[Hashable, ...]] = []
    for ends, row in rows:
        batch.append((*ends, *_filled(columns, row)))
        if len(batch) == _BATCH:
            yield batch
            batch = []
    yield batch


def _table(batch: list[tuple[Hashable, ...]], schema: Any) -> Table:
    import pyarrow as pa

    columns = zip(*batch, strict=True) if batch else ([] for _ in schema)
    return pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)
