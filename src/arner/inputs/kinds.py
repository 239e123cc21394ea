"""What kind of file one is: by its name, or by its first bytes where it has none (standard input)."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal[
    "text", "lines", "json", "table", "page", "feed", "workbook", "parquet", "document", "pdf", "crawl"
]  # fmt: skip

_BY_SUFFIX: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".jsonl": "lines", ".ndjson": "lines", ".json": "json",
    ".csv": "table", ".tsv": "table", ".tab": "table",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".rss": "feed", ".atom": "feed", ".xml": "feed",
    ".xlsx": "workbook", ".parquet": "parquet", ".docx": "document", ".pdf": "pdf", ".warc": "crawl",
}  # fmt: skip
SUFFIXES = tuple(_BY_SUFFIX)

_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)


def is_read(name: str) -> bool:
    """Whether a file of this name is of a kind that is read."""
    return PurePosixPath(name).suffix.lower() in _BY_SUFFIX


def kind_of(name: str, head: bytes) -> Kind | None:
    """The kind of the file `name` that begins with `head`; None where neither tells. A text without a name is
    `table` where its first line is a header, told by the caller (`columns.is_header`).
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix == ".xml" or not name:
        if _PAGE.match(head):
            return "page"
        if _FEED.match(head):
            return "feed"
    if name:
        return _BY_SUFFIX.get(suffix)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"{", b"[")) and re.match(rb'[\[{]\s*["{\]}]', start):
        return "json"
    if start.startswith(b"%PDF"):
        return "pdf"
    if start.startswith(b"PAR1"):
        return "parquet"
    if start.startswith(b"PK\x03\x04"):
        return "document" if b"word/" in head else "workbook"
    if start.startswith(b"WARC/"):
        return "crawl"
    return "text"
