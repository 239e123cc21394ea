"""Files that unpack to more than fits, and broken ones: each costs itself only, and little memory."""

from __future__ import annotations

import gzip
import io
import lzma
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from arner.inputs import InputFailure, read_articles
from arner.inputs.articles import Read
from arner.records import Article

SIZE = 24_000_000  # bytes that a bomb unpacks to: far over what may be held
LARGEST = 1_000_000
SPACES, LINES = b" " * SIZE, b"\n" * SIZE


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, data)
    return out.getvalue()


def header_of_any_size() -> bytes:
    """A tar archive whose first header says that the next one has `SIZE` bytes."""
    out = io.BytesIO()
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, SIZE
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(info, io.BytesIO(SPACES))
    return gzip.compress(out.getvalue())


def crawl() -> bytes:
    head = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n"
    warc = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    warc += b"Content-Length: %d\r\n\r\n"
    return gzip.compress(warc % (len(head) + SIZE) + head + LINES + b"\r\n\r\n")


BOMBS = {
    "a.docx": zipped("word/document.xml", SPACES),
    "a.xlsx": zipped("xl/sharedStrings.xml", SPACES),
    "a.parquet.gz": gzip.compress(b"PAR1" + LINES),
    "a.html.gz": gzip.compress(b"<html>" + LINES),
    "a.rss.xz": lzma.compress(b"<rss>" + LINES),
    "a.pdf.gz": gzip.compress(b"%PDF" + LINES),
    "a.txt.gz": gzip.compress(LINES),
    "a.json.gz": gzip.compress(b"[" + LINES),
    "a.csv.gz": gzip.compress(b'text\n"' + SPACES),
    "a.warc.gz": crawl(),
    "a.tar.gz": header_of_any_size(),
    "a.zip": zipped("a.txt", SPACES),
    "b.zip": zipped("a.txt.gz", gzip.compress(SPACES)),
    "c.zip": zipped("a.txt.xz", lzma.compress(SPACES)),
}


def read(path: Path, data: bytes, largest: int = LARGEST) -> list[Read]:
    path.write_bytes(data)
    return list(read_articles([path], largest=largest))


@pytest.mark.parametrize("name", BOMBS)
def test_what_unpacks_to_more_than_may_be_held_is_a_failure(tmp_path: Path, name: str) -> None:
    read(tmp_path / name, BOMBS[name][:2000])  # what a library takes when it is loaded
    tracemalloc.start()
    try:
        found = read(tmp_path / name, BOMBS[name])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert not any(isinstance(item, Article) for item in found)
    assert peak < SIZE / 2


BROKEN = {
    "a.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nabcdefg\r\nno record",
    "a.docx": zipped("word/document.xml", b"<w"),
    "a.xlsx": zipped("xl/workbook.xml", b"<w"),
    "a.parquet": b"PAR1" + b"x" * 40 + b"PAR1",
    "a.pdf": b"%PDF-1.4\ntrailer << /Root 9 0 R >>",
    "a.rss": b"<rss><item><title>x</item>",
    "a.html": b"<html><body></html>",
    "a.zip": zipped("a.txt", b"x").replace(b"PK\x01\x02", b"PK\x01\x03"),
    "b.zip": zipped("a.txt", b"x").replace(b"a.txt", b"\x00.txt"),
    "a.tar": b"x" * 2048,
    "a.json": b"[" * 100_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_a_failure_whatever_its_library_raises(tmp_path: Path, name: str) -> None:
    assert any(isinstance(item, InputFailure) for item in read(tmp_path / name, BROKEN[name]))


def test_a_packed_file_in_an_archive_is_unpacked(tmp_path: Path) -> None:
    text = "قال الوزير إن العمل مستمر."
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt.gz", gzip.compress(text.encode()))
        archive.writestr("b.txt.xz", lzma.compress(text.encode()))
    found = read(tmp_path / "x.zip", out.getvalue())
    assert [(item.id, item.text) for item in found if isinstance(item, Article)] == [("a", text), ("b", text)]
