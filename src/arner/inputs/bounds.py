"""How much of a file is held in memory: a line, a file that is read whole, what it unpacks to, an article.

A file of a few kilobytes may unpack to one of gigabytes; what is over a bound is a failure of its own file only.
"""

from __future__ import annotations

import errno
import io
import zipfile
from typing import BinaryIO

LARGEST = 128_000_000  # bytes of a line, or of a file that is held whole, unless told otherwise
LONGEST = 1_000_000  # characters of an article: some 1 GB of memory and a minute
_LOOK = 1 << 16


def too_large(largest: int, what: str) -> OSError:
    """That something is over its bound."""
    return OSError(errno.EFBIG, f"over {largest / 1e6:,.0f} MB {what}; --largest (largest=) allows more")


def looked_into(stream: BinaryIO | io.BufferedReader, largest: int = LARGEST) -> io.BufferedReader:
    """`stream` as one that can be looked into (`peek`) before it is read; a line over `largest` raises `OSError`."""
    wide = isinstance(stream, io.BufferedReader) and isinstance(stream.raw, _Raw)
    return stream if wide else io.BufferedReader(_Raw(stream, largest), _LOOK)  # type: ignore[return-value]


def held_whole(stream: io.BufferedReader) -> None:
    """What is read from `stream` is held in memory as a whole: the bound is for the file, not for a line."""
    if isinstance(stream.raw, _Raw):
        stream.raw.whole = True


def whole(stream: BinaryIO, largest: int = LARGEST) -> io.BytesIO:
    """All of `stream`, of which a library reads what it wants: of a packed document, what it unpacks to counts.

    Raises:
        OSError: it is over `largest`.
    """
    held = stream.read(largest + 1)
    size = len(held)
    if held.startswith(b"PK"):  # a reader of ZIP files unpacks no more of a file than its entry says
        with zipfile.ZipFile(io.BytesIO(held)) as archive:
            size = sum(info.file_size for info in archive.infolist())
    if size > largest:
        raise too_large(largest, "unpacked")
    return io.BytesIO(held)


class Measured:
    """A stream of which nothing over `largest` bytes is read at once: a header may claim any size."""

    def __init__(self, stream: BinaryIO, largest: int) -> None:
        self._stream = stream
        self._largest = largest

    def read(self, size: int = -1) -> bytes:
        if size > self._largest:
            raise too_large(self._largest, "in one header")
        return self._stream.read(size)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()


class _Raw(io.RawIOBase):
    """Any readable stream as a raw one, so that it can be looked into before it is read."""

    def __init__(self, stream: BinaryIO, largest: int) -> None:
        self._stream = stream
        self._largest = largest
        self._held = 0  # bytes of the line, or of the whole
        self.whole = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._stream.read(len(buffer))
        buffer[: len(part)] = part
        line = -1 if self.whole else part.rfind(b"\n")
        self._held = self._held + len(part) if line < 0 else len(part) - line - 1
        if self._held > self._largest:
            raise too_large(self._largest, "in all" if self.whole else "without a line break")
        return len(part)
