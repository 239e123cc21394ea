"""How much each page of a Parquet file unpacks to, as its header says: a reader makes room for so much, and no more.

A column is a row of pages, each packed by itself and read as a whole. Where they begin is told at the end of the file.
Both are structs of Thrift's compact protocol. They are read here, since pyarrow, asked for a column that is told of in
a broken way, ends the whole process (`std::terminate`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from arner.inputs.bounds import too_large

_UNPACKED, _PACKED = 2, 3  # fields of a page's header
_DATA, _VALUES = (5, 8), 1  # what is told of a page of either format; how many values it has
_COLUMNS = (4, 1, 3)  # of the file, a group of rows, a column: the fields that lead to what is told of each column
_PACKED_COLUMN, _FIRST_PAGE, _DICTIONARY = 7, 9, 11  # fields of a column: bytes, and where its pages begin
_BOOLEANS, _BYTE, _INTEGERS, _DOUBLE, _BINARY, _LISTS, _MAP, _STRUCT = (1, 2), 3, (4, 5, 6), 7, 8, (9, 10), 11, 12
_BELOW = 16  # bits by which the number of a struct stands before that of its field
_DEEP = 16  # structs and lists in each other
_END = 8  # bytes: the length of what is told, and a mark
_BROKEN = "what the Parquet file tells of itself is broken"


def check_pages(stream: BinaryIO, largest: int) -> None:
    """That no page of the Parquet file `stream` unpacks to more than `largest` bytes, and that no column of a group of
    rows has more values: a few bytes can say that one value, or none, is repeated a billion times.

    Raises:
        OSError: one does.
        ValueError: what the file tells of itself cannot be read.
    """
    for column in _Thrift(BytesIO(_footer(stream))).structs(_COLUMNS):
        start, dictionary = column.get(_FIRST_PAGE, 0), column.get(_DICTIONARY, 0)
        if 0 < dictionary < start:
            start = dictionary
        end = start + column.get(_PACKED_COLUMN, 0)
        values = 0
        while start < end:
            if start < 0:
                raise ValueError(_BROKEN)
            stream.seek(start)
            sizes = _Thrift(stream).integers(within=_DATA)
            unpacked, packed = sizes.get(_UNPACKED, 0), sizes.get(_PACKED, -1)
            values += sum(sizes.get(data << _BELOW | _VALUES, 0) for data in _DATA)
            if packed < 0:
                raise ValueError(_BROKEN)
            if unpacked > largest:
                raise too_large(largest, "unpacked in one page")
            if values > largest:
                raise too_large(largest, "of values in one column")
            start = stream.tell() + packed


def _footer(stream: BinaryIO) -> bytes:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - _END))
    end = stream.read(_END)
    length = int.from_bytes(end[:4], "little")
    if not end.endswith(b"PAR1") or length + _END > size:
        raise ValueError(_BROKEN)
    stream.seek(size - _END - length)
    return stream.read(length)


class _Thrift:
    """A struct at which `stream` stands."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def integers(self, within: tuple[int, ...] = ()) -> dict[int, int]:
        """Its own fields that are integers, and those of its structs `within`: their number stands below the struct's,
        which is shifted by `_BELOW` bits. The stream is behind it then.
        """
        found: dict[int, int] = {}
        for number, kind in self._fields():
            if kind in _INTEGERS:
                found[number] = self._integer()
            elif kind == _STRUCT and number in within:
                found |= {number << _BELOW | inner: value for inner, value in self.integers().items()}
            else:
                self._skip(kind)
        return found

    def structs(self, path: tuple[int, ...]) -> Iterator[dict[int, int]]:
        """The integers of every struct to which fields lead, each a struct or a list of structs."""
        if not path:
            yield self.integers()
            return
        for number, kind in self._fields():
            if number != path[0]:
                self._skip(kind)
            elif kind == _STRUCT:
                yield from self.structs(path[1:])
            elif kind in _LISTS:
                size, inner = self._list()
                if size and inner != _STRUCT:
                    raise ValueError(_BROKEN)
                for _ in range(size):
                    yield from self.structs(path[1:])
            else:
                raise ValueError(_BROKEN)

    def _fields(self) -> Iterator[tuple[int, int]]:
        """Number and type of each field, whose value is to be read before the next."""
        number = 0
        while head := self._byte():
            number = number + (head >> 4) if head >> 4 else self._integer()
            yield number, head & 15

    def _list(self) -> tuple[int, int]:
        """Size and type of what follows."""
        head = self._byte()
        return (head >> 4 if head >> 4 != 15 else self._varint()), head & 15

    def _skip(self, kind: int, depth: int = 0) -> None:
        """Read on behind a field's value."""
        if depth > _DEEP:
            raise ValueError(_BROKEN)
        if kind in _INTEGERS:
            self._varint()
        elif kind == _BINARY:
            self._stream.seek(self._varint(), os.SEEK_CUR)
        elif kind in (_BYTE, _DOUBLE):
            for _ in range(1 if kind == _BYTE else 8):
                self._byte()
        elif kind == _STRUCT:
            for _, inner in self._fields():
                self._skip(inner, depth + 1)
        elif kind in _LISTS:
            size, inner = self._list()
            for _ in range(size):
                self._element(inner, depth + 1)
        elif kind == _MAP and (size := self._varint()):
            kinds = self._byte()
            for _ in range(size):
                self._element(kinds >> 4, depth + 1)
                self._element(kinds & 15, depth + 1)
        elif kind not in (*_BOOLEANS, _MAP):
            raise ValueError(_BROKEN)

    def _element(self, kind: int, depth: int) -> None:
        """Read on behind one of a list, where a boolean takes a byte: a field's is told by its type alone."""
        self._byte() if kind in (*_BOOLEANS, _BYTE) else self._skip(kind, depth)

    def _byte(self) -> int:
        read = self._stream.read(1)
        if not read:
            raise ValueError(_BROKEN)
        return read[0]

    def _varint(self) -> int:
        value = shift = 0
        while (byte := self._byte()) & 0x80:
            value |= (byte & 0x7F) << shift
            shift += 7
            if shift > 63:
                raise ValueError(_BROKEN)
        return value | byte << shift

    def _integer(self) -> int:
        value = self._varint()
        return (value >> 1) ^ -(value & 1)
