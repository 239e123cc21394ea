"""Excel workbooks and Parquet files → rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from arner.inputs.columns import Columns
from arner.inputs.failures import InputNotice
from arner.inputs.rows import Found, failed


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


def parquet(where: str, stream: BinaryIO, columns: Columns) -> Iterator[Found]:
    """A batch of rows at a time. Needs pyarrow."""
    import pyarrow.parquet as pq

    file = pq.ParquetFile(stream)
    if not columns.is_header(file.schema_arrow.names):
        yield failed(where, columns.missing(file.schema_arrow.names))
        return
    number = 0
    for batch in file.iter_batches(batch_size=256):
        for row in batch.to_pylist():
            number += 1
            yield f"{where}:{number}", row
