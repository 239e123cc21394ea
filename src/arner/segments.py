"""A folder of records: segments, each closed whole, and a manifest that says what they are and what made them.

    records/_arner_manifest.json
    records/part-00000-3b0f6c1e.jsonl
    records/part-00001-9a41d07c.jsonl

The names of the manifest and of what is under way begin with `_` or `.`, so that Spark, Dask, Arrow and others that
read a folder pass over them. A segment's name has the beginning of its digest: another content, another name.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from arner.files import replacing

MANIFEST = "_arner_manifest.json"
FORMATS = ("jsonl", "parquet")
_NAME = re.compile(r"part-([0-9]{5,})-[0-9a-f]{8}\.(?:jsonl|parquet)")


class ManifestError(ValueError):
    """A manifest that cannot be read, in a sentence for its user."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One file, as it was when it was closed."""

    file: str
    records: int
    bytes: int
    sha256: str

    @property
    def number(self) -> int:
        return number_of(self.file)

    def problem(self, folder: Path) -> str | None:
        """What is wrong with the file in `folder`; None where it is as it was closed."""
        path = folder / self.file
        if not path.is_file():
            return "the manifest names this segment, but it is not there"
        if path.stat().st_size != self.bytes or _digest(path) != self.sha256:
            return "the segment is damaged: it is not what was written (size or SHA-256 differ from the manifest's)"
        return None


@dataclass(slots=True)
class Manifest:
    """What stands in the folder."""

    format: str
    made_with: Mapping[str, object]
    """What the records depend on besides the articles: version, model, lexicon, rules switched off."""
    ended: bool = False
    """Whether the run that writes them has come to its end."""
    segments: list[Segment] = field(default_factory=list)

    @property
    def next(self) -> int:
        """The number of the segment that is to come."""
        return max((segment.number for segment in self.segments), default=-1) + 1

    def write(self, folder: Path) -> None:
        told = asdict(self) | {"records": sum(segment.records for segment in self.segments)}
        with replacing(folder / MANIFEST) as out:
            out.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
            out.flush()
            os.fsync(out.fileno())

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """
        Raises:
            ManifestError: it is no manifest.
            OSError: it cannot be read.
        """
        try:
            told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            segments = [_segment(given) for given in told["segments"]]
            if told["format"] not in FORMATS:
                raise ManifestError(f"the format {told['format']!r} is not known")
            return cls(told["format"], dict(told["made_with"]), bool(told["ended"]), segments)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            if isinstance(error, ManifestError):
                raise
            raise ManifestError(f"not a manifest of records: {error}") from None


def is_dataset(folder: Path) -> bool:
    return (folder / MANIFEST).is_file()


def number_of(name: str) -> int:
    """Of the segment that a file of this name is; -1 where it is none."""
    match = _NAME.fullmatch(name)
    return int(match[1]) if match else -1


def close(source: Path, folder: Path, number: int, records: int) -> Segment:
    """The file `source`, whole and on the disk, becomes a segment of `folder`."""
    digest = _digest(source)
    file = f"part-{number:05}-{digest[:8]}{source.suffix}"
    segment = Segment(file, records, source.stat().st_size, digest)
    source.replace(folder / file)
    return segment


def _segment(given: dict[str, Any]) -> Segment:
    segment = Segment(str(given["file"]), int(given["records"]), int(given["bytes"]), str(given["sha256"]))
    if segment.number < 0:  # nor a path out of the folder
        raise ValueError(f"{segment.file!r} is no name of a segment")
    return segment


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
