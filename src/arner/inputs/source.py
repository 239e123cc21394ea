"""Paths → sources: single files of bytes, unpacked, out of folders and archives, or from the network when asked for."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, cast
from urllib.parse import urlsplit

from arner import files
from arner.inputs.bounds import LARGEST, Measured, whole
from arner.inputs.failures import InputFailure, InputNotice, reason
from arner.inputs.kinds import is_read
from arner.segments import MANIFEST, Manifest, ManifestError, is_dataset

# What reading a file that is missing, forbidden or broken raises, whether packed or not.
READ_ERRORS = (*files.READ_ERRORS, zipfile.BadZipFile, tarfile.TarError)

_PACKED = (".gz", ".xz", ".bz2", ".zst")
_TAR = (".tar", ".tgz", ".txz", ".tbz2", ".tar.gz", ".tar.xz", ".tar.bz2")


@dataclass(frozen=True, slots=True)
class Source:
    """One file: `where` it stands as shown to users, `name` without packing, `id`: its path, for the text in it.

    `plain`: where it lies on the disk as it is, so that it may be read here and there.
    """

    where: str
    name: str
    id: str | None
    open: Callable[[], AbstractContextManager[BinaryIO]]
    plain: Path | None = None


Found = Source | InputFailure | InputNotice


def sources(path: str, online: bool = False, largest: int = LARGEST) -> Iterator[Found]:
    """Every file that `path` stands for: itself, those of a folder and below, those in an archive, an address."""
    if path == "-":
        yield Source("-", "", None, _standard_input)
    elif urlsplit(path).scheme in ("http", "https"):
        yield from _address(path, online, largest)
    elif Path(path).is_dir():
        yield from _folder(Path(path), largest)
    elif not Path(path).exists():
        yield InputFailure(path, "no such file")
    else:
        file = Path(path)
        yield from _file(file, path, _stem(file.name), largest)


def _stem(name: str) -> str:
    """A name without the suffixes that say how it is packed and what kind it is: `a.b.txt.gz` → `a.b`."""
    name = _unpacked(name)
    return name[: -len(suffix)] if (suffix := PurePosixPath(name).suffix) and is_read(name) else name


def _unpacked(name: str) -> str:
    suffix = PurePosixPath(name).suffix
    return name[: -len(suffix)] if suffix.lower() in _PACKED else name


def _folder(folder: Path, largest: int) -> Iterator[Found]:
    left_out: Counter[str] = Counter()
    empty = True
    for file in _inside(folder):
        if isinstance(file, InputFailure):
            empty = False
            yield file
            continue
        inner = file.relative_to(folder)
        if not (is_read(_unpacked(file.name)) or _is_archive(file.name)):
            left_out[file.suffix or file.name] += 1
            continue
        empty = False
        yield from _file(file, str(file), (inner.parent / _stem(file.name)).as_posix(), largest)
    if empty:
        problem = "the folder holds no file that is read"
        if Path(folder, "archive.duckdb").is_file():
            problem = "an archive of linked records, which `arner graph` reads"
        yield InputFailure(str(folder), problem)
    elif left_out:
        kinds = ", ".join(sorted(left_out))
        yield InputNotice(str(folder), f"{left_out.total()} files of kinds that are not read were left out: {kinds}")


def _inside(folder: Path) -> Iterator[Path | InputFailure]:
    """The files of a folder and below, sorted; of one that `arner extract -o folder/` wrote, the segments."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if not path.is_dir():
                yield path
            elif is_dataset(path):
                yield from _segments(path)
            else:
                waiting += filter(_is_looked_into, sorted(path.iterdir(), reverse=True))
        except OSError as error:  # what lies in a folder that nobody may read, or too deep
            yield InputFailure(str(path), reason(error))


def _is_looked_into(path: Path) -> bool:
    """Whether a file of a folder is read, or a folder in it; a link may lead back to where it stands."""
    return not path.name.startswith(".") and (path.is_file() or (path.is_dir() and not path.is_symlink()))


def _segments(folder: Path) -> Iterator[Path | InputFailure]:
    """Those that are as they were written; and that there will be more, where the run has not ended."""
    try:
        manifest = Manifest.read(folder)
    except (ManifestError, OSError) as error:
        yield InputFailure(str(folder / MANIFEST), str(error))
        return
    for segment in manifest.segments:
        problem = segment.problem(folder)
        yield InputFailure(str(folder / segment.file), problem) if problem else folder / segment.file
    if not manifest.ended:
        yield InputFailure(str(folder), "the run that writes these records has not ended: there will be more")


def _is_archive(name: str) -> bool:
    return name.lower().endswith((".zip", *_TAR))


def _file(file: Path, where: str, id_: str, largest: int) -> Iterator[Found]:
    name = file.name.lower()
    if name.endswith(".zip"):
        yield from _zip(file, where)
    elif name.endswith(_TAR):
        yield from _tar(file, where, largest)
    else:
        plain = file if _unpacked(name) == name and file.is_file() else None
        yield Source(where, _unpacked(file.name), id_, lambda: _unpacking(lambda: file.open("rb"), name), plain)


@contextmanager
def _unpacking(open_: Callable[[], AbstractContextManager[BinaryIO]], name: str) -> Iterator[BinaryIO]:
    """The stream that `open_` gives, unpacked where the file's `name` says that it is packed."""
    with open_() as packed:
        match PurePosixPath(name).suffix.lower():
            case ".gz" | ".tgz":
                with gzip.open(packed) as stream:
                    yield cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream)))
            case ".xz" | ".txz":
                with lzma.open(packed) as stream:
                    yield cast(BinaryIO, stream)
            case ".bz2" | ".tbz2":
                with bz2.open(packed) as stream:
                    yield cast(BinaryIO, stream)
            case ".zst":
                import zstandard

                with zstandard.ZstdDecompressor().stream_reader(packed) as stream:
                    yield cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream)))
            case _:
                yield packed


def _zip(file: Path, where: str) -> Iterator[Found]:
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            if not info.filename.endswith("/"):  # `is_dir` stumbles over an entry without a name
                yield from _member(where, info.filename, partial(_opened, archive, info))


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return archive.open(info)
    except RuntimeError as error:  # encrypted, or packed in a way that Python lacks
        raise zipfile.BadZipFile(str(error)) from None


def _tar(file: Path, where: str, largest: int) -> Iterator[Found]:
    with (
        _unpacking(lambda: file.open("rb"), file.name) as stream,
        tarfile.open(fileobj=cast(BinaryIO, Measured(stream, largest)), mode="r:") as archive,
    ):
        for info in archive:
            if info.isfile():
                yield from _member(where, info.name, partial(archive.extractfile, info))


def _member(where: str, name: str, open_: Callable[[], object]) -> Iterator[Found]:
    path = PurePosixPath(name)
    if is_read(_unpacked(path.name)) and not any(part.startswith((".", "__MACOSX")) for part in path.parts):
        opened = cast(Callable[[], AbstractContextManager[BinaryIO]], open_)
        id_ = str(path.parent / _stem(path.name))
        yield Source(f"{where}/{name}", _unpacked(path.name), id_, lambda: _unpacking(opened, path.name))


@contextmanager
def _standard_input() -> Iterator[BinaryIO]:
    """Left open: it is not ours."""
    if sys.stdin is None:
        raise OSError("standard input is closed")
    yield cast(BinaryIO, sys.stdin.buffer)


def _address(url: str, online: bool, largest: int) -> Iterator[Found]:
    if not online:
        yield InputFailure(url, "an address is only read with --online")
        return
    from urllib import request, robotparser

    agent = "arner"
    parts = urlsplit(url)
    rules = robotparser.RobotFileParser(f"{parts.scheme}://{parts.netloc}/robots.txt")
    try:
        rules.read()
        if not rules.can_fetch(agent, url):
            yield InputFailure(url, "the site's robots.txt asks not to read it")
            return
        asked = request.Request(url, headers={"User-Agent": agent})
        with request.urlopen(asked, timeout=30) as answer:
            page, kind = whole(answer, largest).getvalue(), answer.headers.get_content_type()
    except (OSError, ValueError) as error:
        yield InputFailure(url, f"cannot be read: {error}")
        return
    name = "page.html" if "html" in kind else PurePosixPath(parts.path).name
    yield Source(url, name, url, lambda: _bytes(page))


@contextmanager
def _bytes(held: bytes) -> Iterator[BinaryIO]:
    yield io.BytesIO(held)
