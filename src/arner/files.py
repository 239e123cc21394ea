"""Files of text: reading them packed or not, writing them whole or not at all."""

from __future__ import annotations

import gzip
import lzma
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

# What reading a file that is missing, forbidden or broken raises, whether packed or not.
READ_ERRORS = (OSError, EOFError, zlib.error, lzma.LZMAError)


def open_text(path: Path, newline: str | None = "\n") -> TextIO:
    """Open a UTF-8 file for reading; `.gz` and `.xz` are unpacked, a byte order mark is left out.

    Bytes that are not UTF-8 come as lone surrogates, so that one bad line does not hide the others: look for
    them with `not_utf8`.
    """
    match path.suffix.lower():
        case ".gz":
            return gzip.open(path, "rt", encoding="utf-8-sig", errors="surrogateescape", newline=newline)
        case ".xz":
            return lzma.open(path, "rt", encoding="utf-8-sig", errors="surrogateescape", newline=newline)
        case _:
            return path.open(encoding="utf-8-sig", errors="surrogateescape", newline=newline)


def not_utf8(text: str) -> str | None:
    """What is wrong with text from `open_text` that is not UTF-8, else None."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        byte = ord(text[error.start]) - 0xDC00
        if not 0x80 <= byte <= 0xFF:
            return "half a character stands in it"
        at = len(text[: error.start].encode("utf-8"))
        return f"not UTF-8: byte 0x{byte:02x} at position {at}; save it as UTF-8"
    return None


_SURROGATES = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """`text` with U+FFFD for lone surrogates, half a character each, which no UTF-8 file can hold."""
    return _SURROGATES.sub("\ufffd", text)


@contextmanager
def replacing_path(path: Path) -> Iterator[Path]:
    """A path that becomes the file `path` when the block ends well; else `path` stays as it was."""
    path = path.resolve()
    part = path.with_name(f".{os.getpid()}.{path.name[-80:]}")  # the same suffix, by which writers tell the format
    try:
        yield part
        keep_mode(path, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def replacing(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A stream that becomes the file `path` when the block ends well; else `path` stays as it was."""
    if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced; /dev/stdout resolves to no path
        with path.open("w", encoding=encoding, newline="") as stream:
            yield stream
        return
    path = path.resolve()
    part = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    try:
        with part.open("w", encoding=encoding, newline="") as stream:
            yield stream
        keep_mode(path, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def keep_mode(path: Path, part: Path) -> None:
    """What only its owner may read stays so when it is made anew."""
    if path.exists():
        part.chmod(path.stat().st_mode)
