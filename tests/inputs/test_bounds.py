"""Files that unpack to more than fits, and broken ones: each costs itself only, and little memory."""

from __future__ import annotations

import gzip
import io
import lzma
import subprocess
import sys
import tarfile
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from arner.inputs import InputFailure, read_articles, read_records
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


def table(texts: pa.Array, **options: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": texts}), out, compression="zstd", **options)
    return out.getvalue()


def shared_by_many() -> bytes:
    """A Parquet file in which three hundred rows share one text: all of them take 240 MB."""
    return table(pa.DictionaryArray.from_arrays(pa.array([0] * 300), pa.array(["ا" * 400_000])))


def one_page() -> bytes:
    """A Parquet file with a single page that unpacks to `SIZE` bytes."""
    return table(pa.array([SPACES.decode()]), use_dictionary=False)


BOMBS = {
    "page.parquet": one_page(),
    "page.parquet.xz": lzma.compress(one_page()),
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


@pytest.mark.parametrize("name", ["shared.parquet", "page.parquet"])
def test_a_bomb_of_parquet_costs_little_memory_outside_of_python_too(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(shared_by_many() if name == "shared.parquet" else one_page())
    assert path.stat().st_size < 20_000
    code = """if True:
        import resource, sys
        import pyarrow.parquet
        from arner.inputs import read_articles, read_records
        list(read_articles([sys.argv[2]]))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(*read_articles([sys.argv[1]], largest=1_000_000, longest=100_000), sep="\\n")
        print(*read_records([sys.argv[1]]), sep="\\n")
        print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1000)
        """
    fine = tmp_path / "fine.parquet"
    fine.write_bytes(table(pa.array(["قال الوزير إن العمل مستمر."])))
    command = [sys.executable, "-c", code, str(path), str(fine)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    assert "an article; `arner extract` makes its record" in told[-2]
    assert ("--longest" if name == "shared.parquet" else "--largest") in told[0]
    assert int(told[-1]) < 130  # MB; the rows of `shared` and what a batch of 256 took are twice that


def told_otherwise(at: int, value: int) -> bytes:
    """A zip whose list of files tells another byte of its file: 8 flags, 10 how it is packed."""
    data = bytearray(zipped("a.txt", b"x"))
    data[data.index(b"PK\x01\x02") + at] = value
    return bytes(data)


BROKEN = {
    "encrypted.zip": told_otherwise(8, 1),
    "patched.zip": told_otherwise(8, 32),
    "packed-otherwise.zip": told_otherwise(10, 99),
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


def shared_in_a_list(names: int, letters: int) -> bytes:
    """A Parquet file of one record, whose people have one name."""
    shared = pa.DictionaryArray.from_arrays(pa.array([0] * names, pa.int32()), pa.array(["a" * letters]))
    people = pa.ListArray.from_arrays([0, names], pa.StructArray.from_arrays([shared], ["name"]))
    return record_of(people)


def nothing_in_a_list(values: int) -> bytes:
    """A Parquet file of one record, in which a list has as many values that are null, in one page."""
    return record_of(pa.ListArray.from_arrays([0, values], pa.nulls(values, pa.string())), data_page_size=1 << 40)


def record_of(people: pa.Array, **options: Any) -> bytes:
    out = io.BytesIO()
    columns = {"id": ["a"], "text": ["a"], "people": people}
    pq.write_table(pa.table(columns), out, compression="zstd", store_schema=False, **options)
    return out.getvalue()


def test_what_the_lists_of_a_record_unpack_to_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("arner.columnar._MOST", LARGEST)
    monkeypatch.setattr("arner.inputs.records.LARGEST", LARGEST)
    path = tmp_path / "a.parquet"
    for data, problem in (
        (shared_in_a_list(48, 500_000), "a row takes over 1 MB"),
        (shared_in_a_list(2_000_000, 1), "over 1 MB of values in one column; --largest (largest=) allows more"),
        (nothing_in_a_list(24_000_000), "over 1 MB of values in one column; --largest (largest=) allows more"),
        (shared_in_a_list(24, 1_000), "not a record: people.0.id: Field required"),
    ):
        assert len(data) < 5_000
        path.write_bytes(data)
        tracemalloc.start()
        try:
            (found,) = read_records([path])
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert isinstance(found, InputFailure)
        assert found.problem == problem
        assert peak < 5_000_000


def test_a_packed_file_in_an_archive_is_unpacked(tmp_path: Path) -> None:
    text = "قال الوزير إن العمل مستمر."
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt.gz", gzip.compress(text.encode()))
        archive.writestr("b.txt.xz", lzma.compress(text.encode()))
    found = read(tmp_path / "x.zip", out.getvalue())
    assert [(item.id, item.text) for item in found if isinstance(item, Article)] == [("a", text), ("b", text)]


def test_what_a_parquet_file_tells_of_itself_may_be_broken_anywhere(tmp_path: Path) -> None:
    """In a process of its own: asked for a column that is told of in a broken way, pyarrow ends it."""
    code = """
import io, sys, pyarrow, pyarrow.parquet
from arner.inputs import read_articles
out = io.BytesIO()
pyarrow.parquet.write_table(pyarrow.table({"id": ["a", "b"], "text": ["نعم", "لا"]}), out)
whole = out.getvalue()
for at in range(len(whole) - int.from_bytes(whole[-8:-4], "little") - 8, len(whole)):
    for bit in (1, 2, 4):
        with open("a.parquet", "wb") as file:
            file.write(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        list(read_articles(["a.parquet"]))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
