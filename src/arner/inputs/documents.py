"""Plain texts, Word documents and PDF files → one row each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from arner.files import not_utf8
from arner.inputs.columns import Columns, Row
from arner.inputs.failures import InputNotice
from arner.inputs.rows import Found, failed

# Words of any Arabic text as they look when their letters come in the wrong order.
_COMMON = "في من على إلى التي الذي هذا أن"
_MIRRORED = frozenset(word[::-1] for word in _COMMON.split())


def text(where: str, whole: str, columns: Columns) -> Iterator[Found]:
    """A text to the last character; lines such as `العنوان: …` at its head, up to an empty line, are its fields."""
    if problem := not_utf8(whole):
        yield failed(where, problem)
        return
    head, body = _head(whole, columns)
    yield where, {**head, "text": body}


def _head(whole: str, columns: Columns) -> tuple[Row, str]:
    head, gap, body = whole.partition("\n\n")
    lines = [line.partition(":") for line in head.split("\n")]
    named = [(columns.field(name), value.strip()) for name, colon, value in lines if colon]
    if not gap or len(named) < len(lines) or not all(field and value and field != "text" for field, value in named):
        return {}, whole
    return {str(field): value for field, value in named}, body


def document(where: str, stream: BinaryIO) -> Iterator[Found]:
    """The paragraphs of a Word document. Needs python-docx."""
    from docx import Document

    found = Document(stream)
    yield where, {"text": "\n".join(paragraph.text for paragraph in found.paragraphs)}


def pdf(where: str, stream: BinaryIO) -> Iterator[Found]:
    """The text layer of a PDF, refused where its letters are not in reading order. Needs pypdf."""
    from pypdf import PdfReader

    whole = "\n".join(page.extract_text() for page in PdfReader(stream).pages)
    if not whole.strip():
        yield failed(where, "the PDF has no text layer: it is a picture of text; run OCR (ocrmypdf) over it first")
    elif is_mirrored(whole):
        yield failed(where, "the letters of the PDF's text come in the wrong order; export it anew, or run OCR over it")
    else:
        yield where, InputNotice(where, "read from a PDF: check the text before you trust the records")
        yield where, {"text": whole.strip()}


def is_mirrored(text: str) -> bool:
    """Whether the words of an Arabic text run backwards, as in some PDF files: `يف` for «في» (in)."""
    words = text.split()
    right = sum(word in _COMMON.split() for word in words)
    return sum(word in _MIRRORED for word in words) > max(1, right)
