"""Graph → a table of nodes and a table of edges: CSV, Excel, Parquet, and what Neo4j imports.

`x.csv` becomes `x.nodes.csv` and `x.edges.csv`.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import networkx as nx

from arner.files import replacing, replacing_path
from arner.graph.values import Columns, Elements, Row, Value, text_of
from arner.rows import safe_cell

if TYPE_CHECKING:
    from pyarrow import Table

# The columns that Gephi's spreadsheet import knows by name; `type`, there, is whether an edge is directed.
_GEPHI_NODE, _GEPHI_EDGE = ("Id",), ("Source", "Target", "Type", "Id")
_GEPHI = {"label": "Label", "weight": "Weight"}
_CELL = 32_767  # characters that Excel keeps in a cell
_BATCH = 10_000  # rows of a Parquet file that are in memory at a time
_ENDS = ("source", "target", "directed")
Rows = Iterator[tuple[tuple[Value, ...], Row]]


def both(path: str | os.PathLike[str]) -> tuple[Path, Path]:
    """The files of nodes and of edges: `x.nodes.csv` and `x.edges.csv`."""
    path = Path(path)
    return path.with_name(f"{path.stem}.nodes{path.suffix}"), path.with_name(f"{path.stem}.edges{path.suffix}")


def write_csv(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write both tables, UTF-8 with the byte order mark that Excel looks for.

    Text that a spreadsheet would run gets an apostrophe.

    The columns are those that Gephi's spreadsheet import takes: nodes have an `Id` and a `Label`; edges a `Source` and
    a `Target` (ids of nodes), a `Type` (Directed or Undirected), an `Id`, `Label`, `Weight`, and their type as `Kind`.
    """
    for target, rows in zip(both(path), _gephi(Elements(graph)), strict=True):
        with replacing(target, "utf-8-sig") as out:
            csv.writer(out).writerows([safe_cell("" if v is None else text_of(v)) for v in row] for row in rows)


def write_xlsx(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write both tables as sheets of one workbook, with the columns of the CSV; needs the extra `arner[tables]`."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)

    def cell(value: Value | None) -> Value | None:
        if not isinstance(value, str):
            return value
        return safe_cell(ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:_CELL])

    for title, rows in zip(("nodes", "edges"), _gephi(Elements(graph)), strict=True):
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for row in rows:
            sheet.append([cell(value) for value in row])
    with replacing_path(Path(path)) as part:
        book.save(part)


def _gephi(elements: Elements) -> Iterator[Iterator[Iterable[Value | None]]]:
    """The rows of nodes and those of edges, each with its header."""
    ways = "Directed" if elements.directed else "Undirected"
    nodes = elements.node_columns(reserved=_GEPHI_NODE)
    yield _rows(_GEPHI_NODE, nodes, _GEPHI, (((name,), row) for name, row in elements.nodes()))
    edges = elements.edge_columns(reserved=(*_GEPHI_EDGE, "Kind"))
    ends = (((edge.start, edge.end, ways, f"e{n}"), edge.data) for n, edge in enumerate(elements.edges()))
    yield _rows(_GEPHI_EDGE, edges, _GEPHI | {"type": "Kind"}, ends)


def _rows(
    header: tuple[str, ...], columns: Columns, called: dict[str, str], rows: Rows
) -> Iterator[Iterable[Value | None]]:
    """`called` are columns that the table calls otherwise; they come first."""
    order = sorted(columns.names, key=lambda c: columns.names[c] not in called)
    yield [*header, *(called.get(columns.names[c], columns.names[c]) for c in order)]
    for ends, row in rows:
        yield [*ends, *(columns.typed(c, row[c]) if c in row else None for c in order)]


def write_neo4j(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write the folder `path` with the files that `neo4j-admin database import full` takes: nodes.csv, edges.csv.

    A node's type is its label, an edge's its type. An older file of either name is replaced.
    """
    elements = Elements(graph)
    folder = Path(path)
    folder.mkdir(parents=True, exist_ok=True)
    nodes, edges = elements.node_columns(reserved=["id"]), elements.edge_columns(reserved=_ENDS)
    with replacing(folder / "nodes.csv") as out:
        _neo4j(out, ["id:ID", ":LABEL"], nodes, (((n, _label(row, "Node")), row) for n, row in elements.nodes()))
    with replacing(folder / "edges.csv") as out:
        rows = (((e.start, e.end, _label(e.data, "RELATED").upper()), e.data) for e in elements.edges())
        _neo4j(out, [":START_ID", ":END_ID", ":TYPE"], edges, rows)


def _label(row: Row, unknown: str) -> str:
    return str(row.get("type") or unknown)


def _neo4j(out: TextIO, header: list[str], columns: Columns, rows: Rows) -> None:
    order = [c for c in columns.names if columns.names[c] != "type"]
    writer = csv.writer(out)
    # A header's colon parts name and type.
    writer.writerow([*header, *(f"{columns.names[c].replace(':', '_')}:{columns.kinds[c]}" for c in order)])
    for ends, row in rows:
        writer.writerow([*ends, *(text_of(columns.typed(c, row[c])) if c in row else "" for c in order)])


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
