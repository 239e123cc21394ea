"""How much each page of a Parquet file unpacks to, as its header says: a reader makes room for so much, and no more.

A column is a row of pages, each packed by itself and read as a whole. A header is a struct of Thrift's compact protocol
whose first fields are the kind of the page, its size unpacked and its size in the file.
"""

from __future__ import annotations

import os
from typing import BinaryIO

from arner.inputs.bounds import too_large

_UNPACKED, _PACKED = 2, 3  # fields of a header
# Thrift's types that a header may hold; a boolean is told by its type alone.
_BOOLEANS, _BYTE, _INTEGERS, _DOUBLE, _BINARY, _STRUCT = (1, 2), 3, (4, 5, 6), 7, 8, 12
_DEEP = 8  # structs in structs


def check_pages(stream: BinaryIO, largest: int) -> None:
    """That no page of the Parquet file `stream` unpacks to more than `largest` bytes. Needs pyarrow.

    Raises:
        OSError: one does.
        ValueError: a header cannot be read.
    """
    import pyarrow.parquet as pq

    told = pq.ParquetFile(stream).metadata
    for group in map(told.row_group, range(told.num_row_groups)):
        for column in map(group.column, range(told.num_columns)):
            start = column.data_page_offset
            if column.has_dictionary_page:
                start = min(start, column.dictionary_page_offset)
            end = start + column.total_compressed_size
            while start < end:
                stream.seek(start)
                sizes = _Header(stream).integers
                unpacked, packed = sizes.get(_UNPACKED, 0), sizes.get(_PACKED, -1)
                if packed < 0:
                    raise ValueError("the header of a page is broken")
                if unpacked > largest:
                    raise too_large(largest, "unpacked in one page")
                start = stream.tell() + packed


class _Header:
    """The header of the page at which `stream` stands, which is behind it then."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.integers: dict[int, int] = {}
        """The header's own fields that are integers."""
        self._struct(0)

    def _struct(self, depth: int) -> None:
        if depth > _DEEP:
            raise ValueError("the header of a page is broken")
        number = 0
        while head := self._byte():
            number = number + (head >> 4) if head >> 4 else self._integer()
            value = self._value(head & 15, depth)
            if value is not None and not depth:
                self.integers[number] = value

    def _value(self, kind: int, depth: int) -> int | None:
        """Read on behind a value; an integer is given."""
        if kind in _INTEGERS:
            return self._integer()
        if kind == _STRUCT:
            self._struct(depth + 1)
        elif kind == _BINARY:
            self._stream.seek(self._varint(), os.SEEK_CUR)
        elif kind in (_BYTE, _DOUBLE):
            self._stream.seek(1 if kind == _BYTE else 8, os.SEEK_CUR)
        elif kind not in _BOOLEANS:  # no header of a page has a list or a mapping
            raise ValueError("the header of a page is broken")
        return None

    def _byte(self) -> int:
        read = self._stream.read(1)
        if not read:
            raise ValueError("the file ends in the header of a page")
        return read[0]

    def _varint(self) -> int:
        value = shift = 0
        while (byte := self._byte()) & 0x80:
            value |= (byte & 0x7F) << shift
            shift += 7
            if shift > 63:
                raise ValueError("the header of a page is broken")
        return value | byte << shift

    def _integer(self) -> int:
        value = self._varint()
        return (value >> 1) ^ -(value & 1)
