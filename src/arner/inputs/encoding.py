"""Bytes → text, in whatever encoding they are; the first 64 KB decide."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from arner.inputs.bounds import looked_into

_LOOK = 1 << 16
_ARABIC = re.compile("[\u0620-\u064a]")
_BROKEN = 0.1  # of the bytes beyond ASCII: a UTF-8 file has a few bad lines at most
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Arabic text was written in before UTF-8.
_OLD = ("cp1256", "iso8859_6", "cp720", "mac_arabic")


def encoding_of(head: bytes) -> str:
    """The encoding of a text that begins with `head`: a mark tells, else UTF-8 unless much of it is broken.

    >>> encoding_of("قال الوزير إن الاتفاق قريب".encode("cp1256"))
    'cp1256'
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if head.count(0) > len(head) // 8:  # every second byte of ASCII, and few of Arabic
        return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
    beyond = sum(byte >= 0x80 for byte in head)
    broken = sum("\udc80" <= c <= "\udcff" for c in head.decode("utf-8", errors="surrogateescape"))
    if broken - 3 <= beyond * _BROKEN:  # a character cut at the end of `head` is none that is broken
        return "utf-8"
    return _guessed(head)


def _guessed(head: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(head, cp_isolation=list(_OLD)).best() or from_bytes(head).best()
    return best.encoding if best else "cp1256"


@contextmanager
def as_text(stream: BinaryIO, newline: str | None = "\n") -> Iterator[tuple[io.TextIOWrapper, str]]:
    """The text of `stream` and its encoding; bytes that do not fit UTF-8 come as lone surrogates (`not_utf8`)."""
    held = looked_into(stream)
    name = encoding_of(held.peek(_LOOK)[:_LOOK])
    text = io.TextIOWrapper(
        held,
        encoding="utf-8-sig" if name == "utf-8" else name,
        errors="surrogateescape" if name.startswith("utf-8") else "replace",
        newline=newline,
    )
    try:
        yield text, name
    finally:
        text.detach()  # the stream is not ours to close


def misread(text: str) -> str | None:
    """The encoding as which UTF-8 was read by somebody before: `ظ‚ط§ظ„` is «قال» read as windows-1256."""
    sample = text[:2000]
    for name, shown in (("cp1256", "windows-1256"), ("cp1252", "windows-1252"), ("latin-1", "ISO 8859-1")):
        raw = sample.encode(name, errors="ignore")
        if len(raw) <= len(sample) * 0.8:
            continue
        if len(_ARABIC.findall(raw.decode("utf-8", errors="ignore"))) > len(sample) * 0.3:
            return shown
    return None
