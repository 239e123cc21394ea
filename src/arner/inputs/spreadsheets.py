"""Excel workbooks and Parquet files → rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from arner.columnar import rows_of
from arner.inputs.columns import Columns
from arner.inputs.failures import InputNotice
from arner.inputs.parquet_pages import check_pages
from arner.inputs.rows import Found, failed, odd_cell

_BUFFER = 1 << 20  # bytes of a column that are read from the file at once


def workbook(where: str, stream: BinaryIO, columns: Columns) -> Iterator[Found]:
    """Every sheet that has a header; others are told. Needs openpyxl."""
    from openpyxl import load_workbook

    book = load_workbook(stream, read_only=True, data_only=True)
    read = False
    for sheet in book.worksheets:
        place = f"{where}[{sheet.title}]"
        rows = sheet.iter_rows(values_only=True)
        header = next((row for row in rows if any(cell is not None for cell in row)), ())
        if not columns.is_header(header):
            yield place, InputNotice(place, f"the sheet was left out: {columns.missing(c for c in header if c)}")
            continue
        read = True
        names = [str(cell) if cell is not None else "" for cell in header]
        for number, row in enumerate(rows, 2):
            if any(cell is not None for cell in row):
                yield f"{place}:{number}", dict(zip(names, row, strict=False))
    if not read:
        yield failed(where, "no sheet has a column 'text'")


def parquet(where: str, stream: BinaryIO, columns: Columns, largest: int) -> Iterator[Found]:
    """Row by row, of the columns that hold fields of articles. Needs pyarrow.

    A text that many rows share stands in the file once, so that a few of them may be gigabytes.
    """
    import pyarrow.parquet as pq
    from pyarrow.types import is_nested

    file = pq.ParquetFile(stream, buffer_size=_BUFFER)
    names = file.schema_arrow.names
    wanted = [field.name for field in file.schema_arrow if columns.field(field.name) and not is_nested(field.type)]
    if not columns.is_header(wanted):
        yield failed(where, columns.missing(names))
        return
    check_pages(stream, largest)
    others = dict.fromkeys(names)
    for number, batch in enumerate(file.iter_batches(batch_size=1, columns=wanted), 1):
        for row in rows_of(batch):
            place = f"{where}:{number}"
            problem = odd_cell(row.values())
            yield failed(place, problem) if problem else (place, others | row)
