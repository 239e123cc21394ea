"""Paths → articles, one by one, with what was wrong in its place."""

from __future__ import annotations

import hashlib
import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from arner.arabic.language import NAMES, NOT_ARABIC, language_of
from arner.files import not_utf8, without_surrogates
from arner.inputs import documents, pages, rows, spreadsheets
from arner.inputs.bounds import LARGEST, LONGEST, held_whole, looked_into, whole
from arner.inputs.columns import FIELDS, Columns, Row
from arner.inputs.days import published_day
from arner.inputs.encoding import as_text, misread
from arner.inputs.failures import InputFailure, InputNotice, first_problem, reason
from arner.inputs.kinds import SUFFIXES, Kind, kind_of
from arner.inputs.rows import Found
from arner.inputs.source import READ_ERRORS, Source, sources
from arner.markup import without_markup
from arner.records import Article

COLUMNS = FIELDS
# The extra that brings a library which reads a kind of file.
_EXTRAS = {
    "trafilatura": "pages", "feedparser": "pages", "warcio": "pages",
    "openpyxl": "tables", "pyarrow": "parquet", "docx": "documents", "pypdf": "documents", "zstandard": "tables",
}  # fmt: skip
# What a file is that a library reads, which raises whatever it finds broken.
_BY_LIBRARIES: dict[Kind, str] = {
    "page": "a page", "feed": "a feed", "crawl": "a web archive", "workbook": "an Excel workbook",
    "parquet": "a Parquet file", "document": "a Word document", "pdf": "a PDF that can be read",
}  # fmt: skip
_HEAD = 4096  # bytes that tell the kind of a file without a name

Read = Article | InputFailure | InputNotice


def read_articles(
    paths: Iterable[str | os.PathLike[str]],
    columns: Mapping[str, str] | None = None,
    published: str | None = None,
    *,
    metadata: str | os.PathLike[str] | None = None,
    zone: tzinfo | None = None,
    online: bool = False,
    largest: int = LARGEST,
    longest: int = LONGEST,
) -> Iterator[Read]:
    """The articles of files, folders and archives, in order; docs/inputs.md lists every kind that is read.

    Args:
        paths: Files, folders of them, archives, addresses (with `online`); "-" is standard input, of any kind.
        columns: Which column holds what, where it is not called so: `{"text": "body"}`.
        published: The day (ISO) of the articles that do not give their own.
        metadata: A table with more fields of the articles, by their `id` or the name of their file.
        zone: Where the day of a time with a zone is counted; where it was written if not given.
        online: Whether addresses (`https://…`) may be read from the network.
        largest: Bytes, unpacked, of a line or of a file that is held as a whole; a larger one is a failure.
        longest: Characters of an article; a longer one is a failure.
    """
    named = Columns(columns)
    more = _metadata(metadata, named) if metadata is not None else {}
    if isinstance(more, InputFailure):
        yield more
        return
    reader = _Reader(named, published, more, zone, largest, longest)
    for path in paths:
        where, empty = str(path), True
        try:
            for source in sources(where, online, largest):
                found = (
                    reader.articles(source, given=source.where == where)
                    if isinstance(source, Source)
                    else iter([source])
                )
                for item in found:
                    empty = False
                    yield item
        except READ_ERRORS as error:
            yield InputFailure(where, reason(error))
        else:
            if empty:
                yield InputFailure(where, "the file holds no article")


def read(*paths: str | os.PathLike[str], **options: Any) -> Iterator[Article]:
    """The articles of `paths`; what cannot be read, or not as it stands, is told by a warning.

        for record in nlp.pipe(arner.read("articles.csv")): ...

    `options` are those of `arner.inputs.read_articles`.
    """
    for item in read_articles(paths, **options):
        if isinstance(item, Article):
            yield item
        else:
            warnings.warn(str(item), stacklevel=2)


def of_rows(
    rows_: Iterable[Mapping[str, object]], columns: Mapping[str, str] | None = None, zone: tzinfo | None = None
) -> Iterator[Read]:
    """The articles of rows that were read already; a row is called by its number, from 1."""
    reader = _Reader(Columns(columns), None, {}, zone, LARGEST, LONGEST)
    for number, row in enumerate(rows_, 1):
        yield from reader.article(f"row {number}", dict(row))


def iso_date(text: str) -> str:
    """The day of an ISO date or time: `2018-04-11T08:30:00Z` → `2018-04-11`.

    Raises:
        ValueError: it is neither.
    """
    from datetime import datetime

    return datetime.fromisoformat(text.strip()).date().isoformat()


def _metadata(path: str | os.PathLike[str], columns: Columns) -> dict[str, Row] | InputFailure:
    """The rows of a side table by their id."""
    found: dict[str, Row] = {}
    side = Columns({"text": "id"})  # a table of its own kind: what it must have is the id
    try:
        with Path(path).open("rb") as stream, as_text(stream, newline="") as (text, _):
            for _, row in rows.table(str(path), text, side):
                if isinstance(row, InputFailure):
                    return row
                if isinstance(row, dict):
                    fields = columns.fields(row)
                    found[str(fields.pop("id", "")).strip()] = fields
    except READ_ERRORS as error:
        return InputFailure(str(path), reason(error))
    return found


class _Reader:
    """Reads sources into articles; remembers the ids that were used."""

    def __init__(
        self,
        columns: Columns,
        published: str | None,
        metadata: dict[str, Row],
        zone: tzinfo | None,
        largest: int,
        longest: int,
    ) -> None:
        self._columns = columns
        self._published = published
        self._metadata = metadata
        self._zone = zone
        self._largest = largest
        self._longest = longest
        self._used: set[str] = set()

    def articles(self, source: Source, given: bool) -> Iterator[Read]:
        """The articles in `source`; `given`: a user named this very file."""
        try:
            for where, row in self._rows(source):
                if isinstance(row, dict) and {"schema_version", "people"} <= row.keys():
                    told = "these are records that arner wrote, no articles"
                    yield InputFailure(source.where, told) if given else InputNotice(source.where, f"left out: {told}")
                    return
                if isinstance(row, dict):
                    yield from self.article(where, row, source)
                else:
                    yield row
        except ImportError as error:
            library = (error.name or "").partition(".")[0]
            if library not in _EXTRAS:
                raise
            told = f"{library} is needed to read it: pip install 'arner[{_EXTRAS[library]}]'"
            yield InputFailure(source.where, told)
        except READ_ERRORS as error:
            yield InputFailure(source.where, reason(error))

    # -- files → rows ------------------------------------------------------------------------------

    def _rows(self, source: Source) -> Iterator[Found]:
        where = source.where
        with source.open() as opened:
            stream = looked_into(opened, self._largest)
            kind = kind_of(source.name, stream.peek(_HEAD)[:_HEAD])
            if kind not in ("lines", "json", "table", "crawl"):
                held_whole(stream)
            if kind is None:
                yield rows.failed(where, f"not a kind of file that is read ({', '.join(SUFFIXES)})")
            elif what := _BY_LIBRARIES.get(kind):
                yield from rows.by_library(where, what, self._library_rows(source, kind, stream))
            else:
                with as_text(stream, newline="" if kind == "table" else "\n") as (text, encoding):
                    if not encoding.startswith("utf-8"):
                        yield where, InputNotice(where, f"read as {encoding}")
                    yield from self._text_rows(where, kind, text, named=bool(source.name))

    def _library_rows(self, source: Source, kind: Kind, stream: BinaryIO) -> Iterator[Found]:
        where = source.where
        match kind:
            case "page":
                yield from pages.page(where, stream)
            case "feed":
                yield from pages.feed(where, stream)
            case "crawl":
                yield from pages.crawl(where, stream, self._largest)
            case "workbook":
                yield from spreadsheets.workbook(where, whole(stream, self._largest), self._columns)
            case "parquet" if source.plain:  # of any size: it is read by batches
                with source.plain.open("rb") as plain:
                    yield from spreadsheets.parquet(where, plain, self._columns, self._largest)
            case "parquet":
                yield from spreadsheets.parquet(where, whole(stream, self._largest), self._columns, self._largest)
            case "document":
                yield from documents.document(where, whole(stream, self._largest))
            case "pdf":
                yield from documents.pdf(where, whole(stream, self._largest))

    def _text_rows(self, where: str, kind: Kind, text: Iterable[str], named: bool) -> Iterator[Found]:
        if kind == "lines":
            yield from rows.json_lines(where, text)
        elif kind == "json":
            yield from rows.json_value(where, text, self._largest)
        elif kind == "table":
            yield from rows.table(where, text, self._columns)
        else:
            lines = iter(text)
            first = next(lines, "")
            header = first.strip().split(rows.separator(first))
            if not named and len(header) > 1 and self._columns.is_header(cell.strip('" ') for cell in header):
                yield from rows.table(where, (line for part in ([first], lines) for line in part), self._columns)
            else:
                yield from documents.text(where, first + "".join(lines), self._columns)

    # -- rows → articles ---------------------------------------------------------------------------

    def article(self, where: str, row: Row, source: Source | None = None) -> Iterator[Read]:
        """The article of a row; `source`: the file that it stands in, or is."""
        fields = self._columns.fields(row)
        text = fields.pop("text", None)
        if text is None:
            blank = any(self._columns.field(name) == "text" for name in row)
            yield InputFailure(where, "the article is empty" if blank else self._columns.missing(row))
            return
        if not isinstance(text, str):
            yield InputFailure(where, f"the text is no string but {type(text).__name__}")
            return
        alone = source is not None and where == source.where  # a file that is one article is called by its path
        given = str(_string(fields.get("id")) or (source.id if source is not None and alone else "") or "")
        if source is not None:
            fields = {**self._metadata.get(given, self._metadata.get(Path(source.where).name, {})), **fields}
        text, what = without_markup(without_surrogates(text) if not alone else text)
        if what:
            yield InputNotice(where, f"taken out of the text: {what}")
        day, notice = self._day(where, fields.get("published"))
        if notice:
            yield notice
        yield from self._made(where, text, {**fields, "published": day, "id": given or None}, alone)

    def _day(self, where: str, value: object) -> tuple[str | None, InputNotice | None]:
        if value is None:
            return self._published, None
        if (day := published_day(value, self._zone)) is not None:
            return day, None
        return self._published, InputNotice(where, f"{value!r} is no date that can be read; the article is undated")

    def _made(self, where: str, text: str, fields: Row, alone: bool) -> Iterator[Read]:
        if problem := not_utf8(text):
            yield InputFailure(where, problem)
            return
        if not text.strip():
            yield InputFailure(where, "the article is empty")
            return
        try:
            article = Article(text=text, **{field: _string(value) for field, value in fields.items()})
        except ValidationError as error:
            yield InputFailure(where, first_problem(error))
            return
        if (length := len(article.full_text)) > self._longest:
            told = f"{length:,} characters, over the {self._longest:,} of an article; --longest (longest=) allows more"
            yield InputFailure(where, told)
            return
        if article.id is None:
            digest = hashlib.sha256(article.full_text.encode("utf-8")).hexdigest()
            article = article.model_copy(update={"id": f"text-{digest[:16]}"})
        if article.id in self._used and alone and where not in self._used:
            article = article.model_copy(update={"id": where})  # two files of one name in two folders
        if article.id in self._used:
            yield InputFailure(where, f"the id {article.id!r} was already used")
            return
        self._used.add(str(article.id))
        yield from _doubts(where, article)
        yield article


def _doubts(where: str, article: Article) -> Iterator[InputNotice]:
    """What a reader of the record should know of the text."""
    if (encoding := misread(article.text)) is not None:
        yield InputNotice(where, f"the text looks like UTF-8 that was read as {encoding}; save it anew")
    elif (language := language_of(article.full_text)) in NOT_ARABIC:
        yield InputNotice(where, f"the text is {NAMES[language]}, not Arabic: its record is empty")
    elif language != "ar":
        yield InputNotice(where, f"the text is {NAMES[language]}, not Standard Arabic; its record may be wrong")


def _string(value: object) -> str | None:
    """A cell as a string, None where it is blank; JSON may hold half a character, which no file can."""
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # what a table with gaps makes of whole numbers
    return without_surrogates(str(value)).strip() or None
