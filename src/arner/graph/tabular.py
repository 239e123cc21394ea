"""Graph → a table of nodes and a table of edges: CSV, Excel, Parquet, and what Neo4j imports.

`x.csv` becomes `x.nodes.csv` and `x.edges.csv`.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import networkx as nx

from arner.cells import safe_cell
from arner.files import replacing, replacing_path
from arner.graph.values import Columns, EdgeRow, Elements, Row, Value, text_of

if TYPE_CHECKING:
    from pyarrow import Table

# The columns that Gephi's spreadsheet import knows by name; `type`, there, is whether an edge is directed.
_GEPHI_NODE, _GEPHI_EDGE = ("Id",), ("Source", "Target", "Type", "Id")
_GEPHI = {"label": "Label", "weight": "Weight"}
_FIRST_YEAR = 1900  # of Excel's calendar
_CELL = 32_767  # characters that Excel keeps in a cell
_BATCH = 10_000  # rows of a Parquet file that are in memory at a time
_ENDS = ("source", "target", "directed")
_BETWEEN = "\x1f"  # members of a list for Neo4j: no text has this sign
_MEMBERS = {int: "long", float: "double", bool: "boolean"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Given = Mapping[Hashable, Any]  # what a node or an edge carries
Cell = Value | date | list[Any] | None
Rows = Iterator[tuple[tuple[Value, ...], Row, Given]]


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

    def cell(value: Cell) -> Cell:
        if isinstance(value, date) and value.year < _FIRST_YEAR:
            return value.isoformat()
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


def _gephi(elements: Elements) -> Iterator[Iterator[Iterable[Cell]]]:
    """The rows of nodes and those of edges, each with its header."""
    ways = "Directed" if elements.directed else "Undirected"
    nodes, node_rows = _nodes(elements, _GEPHI_NODE)
    yield _rows(_GEPHI_NODE, nodes, _GEPHI, node_rows)
    edges, edge_rows = _edges(elements, (*_GEPHI_EDGE, "Kind"), lambda e, n: (e.start, e.end, ways, f"e{n}"))
    yield _rows(_GEPHI_EDGE, edges, _GEPHI | {"type": "Kind"}, edge_rows)


def _rows(header: tuple[str, ...], columns: _Typed, called: dict[str, str], rows: Rows) -> Iterator[Iterable[Cell]]:
    """`called` are columns that the table calls otherwise; they come first."""
    order = sorted(columns.names, key=lambda c: columns.names[c] not in called)
    yield [*header, *(called.get(columns.names[c], columns.names[c]) for c in order)]
    for ends, row, _ in rows:
        yield [*ends, *(columns.joined(c, row) for c in order)]


def _huge(member: Any) -> bool:
    return isinstance(member, int) and not -(2**63) <= member < 2**63


def _nodes(elements: Elements, reserved: Iterable[str]) -> tuple[_Typed, Rows]:
    rows = (((name,), row, given) for (name, row), given in zip(elements.nodes(), elements.given(0), strict=True))
    return _Typed(elements.node_columns(reserved), elements.given(0)), rows


def _edges(
    elements: Elements, reserved: Iterable[str], head: Callable[[EdgeRow, int], tuple[Value, ...]]
) -> tuple[_Typed, Rows]:
    """`head`: the first cells of an edge, which may have its number in them."""
    edges = enumerate(zip(elements.edges(), elements.given(1), strict=True))
    return _Typed(elements.edge_columns(reserved), elements.given(1)), (
        (head(edge, n), edge.data, given) for n, (edge, given) in edges
    )


class _Typed:
    """Columns whose types know days and lists too: `date`, and `string[]`, `long[]`, `double[]`, `boolean[]`."""

    def __init__(self, columns: Columns, given: Iterable[Given]) -> None:
        self.names = columns.names
        self._columns = columns
        found: dict[Hashable, set[str]] = {}
        for data in given:
            for column, value in data.items():
                if column in columns.names and (kind := _rich(value)):
                    found.setdefault(column, set()).add(kind)
        rich = {column: next(iter(kinds)) for column, kinds in found.items() if len(kinds) == 1}
        self.kinds = columns.kinds | {c: kind for c, kind in rich.items() if kind != "plain"}

    def joined(self, column: Hashable, row: Row) -> Cell:
        """The value of a row as a cell, a list as text."""
        if column not in row:
            return None
        if self.kinds[column] == "date":
            return date.fromisoformat(str(row[column]))
        return self._columns.typed(column, row[column])

    def value(self, column: Hashable, row: Row, given: Given) -> Cell:
        """The value of a row, a list as one."""
        if column in row and self.kinds[column].endswith("[]"):
            members = [member for member in given[column] if member is not None]
            return [text_of(member) for member in members] if self.kinds[column] == "string[]" else members
        return self.joined(column, row)


def _rich(value: Any) -> str | None:
    """`date`, the type of a list, or else `plain`; None of what has no value."""
    match value:
        case None | [] | ():
            return None
        case list() | tuple():
            types = {str if _huge(member) else type(member) for member in value if member is not None}
            kind = _MEMBERS.get(types.pop(), "string") if len(types) == 1 else "string"
            return f"{kind}[]"
        case str() if _DAY.fullmatch(value):
            with suppress(ValueError):
                date.fromisoformat(value)
                return "date"
    return "plain"


def write_neo4j(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write the folder `path` with the files that `neo4j-admin database import full` takes: nodes.csv, edges.csv.

    A node's type is its label, an edge's its type; members of a list are parted by U+001F. An older file of either
    name is replaced.
    """
    elements = Elements(graph)
    folder = Path(path)
    folder.mkdir(parents=True, exist_ok=True)
    nodes, node_rows = _nodes(elements, ["id"])
    edges, edge_rows = _edges(elements, _ENDS, lambda edge, _: (edge.start, edge.end))
    with replacing(folder / "nodes.csv") as out:
        _neo4j(out, ["id:ID", ":LABEL"], nodes, (((*e, _label(row, "Node")), row, g) for e, row, g in node_rows))
    with replacing(folder / "edges.csv") as out:
        rows = (((*e, _label(row, "RELATED").upper()), row, g) for e, row, g in edge_rows)
        _neo4j(out, [":START_ID", ":END_ID", ":TYPE"], edges, rows)


def _label(row: Row, unknown: str) -> str:
    return str(row.get("type") or unknown)


def _neo4j(out: TextIO, header: list[str], columns: _Typed, rows: Rows) -> None:
    order = [c for c in columns.names if columns.names[c] != "type"]
    writer = csv.writer(out)
    # A header's colon parts name and type.
    writer.writerow([*header, *(f"{columns.names[c].replace(':', '_')}:{columns.kinds[c]}" for c in order)])
    for ends, row, given in rows:
        writer.writerow([*ends, *(_imported(columns.value(c, row, given)) for c in order)])


def _imported(cell: Cell) -> str:
    if cell is None:
        return ""
    return _BETWEEN.join(map(text_of, cell)) if isinstance(cell, list) else text_of(cell)


def write_parquet(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write both tables with typed columns, days and lists among them; needs the extra `arner[parquet]`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"string": pa.string(), "long": pa.int64(), "double": pa.float64(), "boolean": pa.bool_()}
    types |= {"date": pa.date32()} | {f"{kind}[]": pa.list_(type_) for kind, type_ in types.items()}
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


def _tables(elements: Elements) -> Iterator[tuple[tuple[str, ...], _Typed, Rows]]:
    yield ("id",), *_nodes(elements, ["id"])
    yield _ENDS, *_edges(elements, _ENDS, lambda edge, _: (edge.start, edge.end, elements.directed))


def _batches(rows: Rows, columns: _Typed) -> Iterator[list[tuple[Cell, ...]]]:
    batch: list[tuple[Cell, ...]] = []
    for ends, row, given in rows:
        batch.append((*ends, *(columns.value(c, row, given) for c in columns.names)))
        if len(batch) == _BATCH:
            yield batch
            batch = []
    yield batch


def _table(batch: list[tuple[Cell, ...]], schema: Any) -> Table:
    import pyarrow as pa

    columns = zip(*batch, strict=True) if batch else ([] for _ in schema)
    return pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)
