"""Files of articles, and files of records, read one by one.

    for item in read_articles(["articles.csv.gz", "folder"]):
        if isinstance(item, InputFailure):
            print(item)  # articles.csv.gz:17: the article is empty
        else:
            record = pipeline(item)

Nothing is raised for what a file holds: what cannot be read comes as an `InputFailure` in its place, and
reading goes on after it. Corpora are streamed, never held.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any, TextIO, TypeVar

from pydantic import ValidationError

from arner.files import READ_ERRORS, not_utf8, open_text
from arner.records import SCHEMA_VERSION, Article, ArticleRecord, UnknownField, version_problem

# The columns that are read, each with the names it may have; `--column text=body` puts another name first.
COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text",),
    "id": ("id",),
    "title": ("title",),
    "published": ("published", "date"),
    "source": ("source",),
    "url": ("url",),
}
_SUFFIXES = (".txt", ".jsonl", ".csv")
_MAX_CELL = 2**28  # an article is never larger, a forgotten quotation mark is
_Item = TypeVar("_Item", Article, ArticleRecord)
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class InputFailure:
    """Something that could not be read: where it stands (a file, or file:line) and what is wrong with it."""

    where: str
    problem: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


def read_articles(
    paths: Iterable[str | os.PathLike[str]],
    columns: Mapping[str, str] | None = None,
    published: str | None = None,
) -> Iterator[Article | InputFailure]:
    """The articles of text files, folders of text files, JSON lines and CSV tables, in order.

    Args:
        paths: `.txt` (one article, its first line the title), folders of `.txt`, `.jsonl` and `.csv` (an
            article a line), each also as `.gz` or `.xz`; "-" is standard input: JSON lines or one text.
        columns: Which column holds what, where it is not called so: `{"text": "body"}`.
        published: The date (ISO) of the articles that do not give their own.
    """
    names = COLUMNS | {field: (column,) for field, column in (columns or {}).items()}
    seen: set[str] = set()
    for path in paths:
        for where, found in _rows(path, names["text"]):
            item = _article(where, found, names) if isinstance(found, dict) else found
            if isinstance(item, Article):
                item = _once(seen, where, item)
            if isinstance(item, Article) and published and not item.published:
                item = item.model_copy(update={"published": published})
            yield item


def _warn(message: str) -> None:
    warnings.warn(message, UnknownField, stacklevel=3)


def read_records(
    paths: Iterable[str | os.PathLike[str]], warn: Callable[[str], None] = _warn
) -> Iterator[ArticleRecord | InputFailure]:
    """The records that `arner extract` wrote (also `.gz`, `.xz`; "-" is standard input).

    Fields that this version does not know are left out; `warn` is told of each once a file.
    """
    seen: set[str] = set()
    for path in paths:
        empty = True
        known: dict[str, None] = {}
        try:
            with _stdin() if str(path) == "-" else open_text(Path(path)) as stream:
                for where, row in _json_lines(str(path), stream):
                    empty = False
                    unknown: dict[str, None] = {}
                    record = _record(where, row, unknown) if isinstance(row, dict) else row
                    for name in (name for name in unknown if name not in known):
                        warn(f"{where}: this version does not know the field {name}; it is left out wherever it stands")
                    known |= unknown
                    yield record if isinstance(record, InputFailure) else _once(seen, where, record)
        except READ_ERRORS as error:
            yield InputFailure(str(path), _reason(error))
        else:
            if empty:
                yield InputFailure(str(path), "the file holds no record")


def iso_date(text: str) -> str:
    """The day of an ISO date or time: `2018-04-11T08:30:00Z` → `2018-04-11`.

    Raises:
        ValueError: it is neither.
    """
    return datetime.fromisoformat(text.strip()).date().isoformat()


def _once(seen: set[str], where: str, item: _Item) -> _Item | InputFailure:
    if item.id in seen:
        return InputFailure(where, f"the id {item.id!r} was already used")
    seen.add(str(item.id))
    return item


# A place in a file with what it holds: the cells of a line, or a whole text, or what is wrong there.
_Found = tuple[str, dict[str, Any] | Article | InputFailure]


def _rows(path: str | os.PathLike[str], text: Sequence[str]) -> Iterator[_Found]:
    """Everything in one input; `text` are the names that the column of the text may have."""
    where, empty = str(path), True
    try:
        for found in _open(where, text):
            empty = False
            yield found
    except READ_ERRORS as error:
        yield where, InputFailure(where, _reason(error))
    else:
        if empty:
            what = "folder holds no .txt file" if Path(path).is_dir() else "file holds no article"
            yield where, InputFailure(where, f"the {what}")


def _open(where: str, text: Sequence[str]) -> Iterator[_Found]:
    path = Path(where)
    if where == "-":
        yield from _standard_input()
    elif path.is_dir():
        # Only texts: the JSON lines in a folder of articles are as likely the records made from them.
        for file in sorted(p for p in path.rglob("*") if _kind(p) == ".txt" and not p.name.startswith(".")):
            yield from _rows(file, text)
    elif _kind(path) == ".txt":
        with open_text(path) as stream:
            yield _whole(where, stream.read(), path.name[: path.name.lower().rindex(".txt")])
    elif _kind(path) == ".jsonl":
        with open_text(path) as stream:
            yield from _json_lines(where, stream)
    elif _kind(path) == ".csv":
        with open_text(path, newline="") as stream:
            yield from _table(where, stream, text)
    elif path.exists():
        kinds = ", ".join(_SUFFIXES)
        yield where, InputFailure(where, f"not a kind of file that is read ({kinds}, each also .gz or .xz)")
    else:
        raise FileNotFoundError(where)


def _kind(path: Path) -> str | None:
    suffixes = [s.lower() for s in path.suffixes]
    if suffixes and suffixes[-1] in (".gz", ".xz"):
        suffixes.pop()
    return suffixes[-1] if suffixes and suffixes[-1] in _SUFFIXES else None


@contextmanager
def _stdin() -> Iterator[TextIO]:
    """Standard input as `open_text` would open it; left open, it is not ours."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape", newline="\n")
    yield sys.stdin


def _standard_input() -> Iterator[_Found]:
    with _stdin() as stream:
        first = stream.readline()
        if re.match(r'\s*\{\s*"', first):
            yield from _json_lines("-", chain([first], stream))
        else:
            yield _whole("-", first + stream.read(), None)


def _whole(where: str, text: str, name: str | None) -> _Found:
    """One text as the file has it, to the last character: offsets count in it."""
    return where, _made(where, text, {"id": _string(name)})


def _json_lines(where: str, stream: Iterable[str]) -> Iterator[tuple[str, dict[str, Any] | InputFailure]]:
    for number, line in enumerate(stream, 1):
        place = f"{where}:{number}"
        if not line.strip():
            continue
        if problem := not_utf8(line):
            yield place, InputFailure(place, problem)
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield place, InputFailure(place, f"not JSON: {error}")
            continue
        yield place, row if isinstance(row, dict) else InputFailure(place, "not a JSON object")


def _table(where: str, stream: Iterable[str], text: Sequence[str]) -> Iterator[_Found]:
    csv.field_size_limit(_MAX_CELL)
    lines = iter(stream)
    first = next(lines, "")
    if not first:
        return
    between = max(",;\t", key=first.count)  # Excel writes the separator of the user's country
    reader = csv.reader(chain([first], lines), strict=True, delimiter=between)
    header: list[str] | None = None
    while True:
        place = f"{where}:{reader.line_num + 1}"
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield place, InputFailure(place, f"not CSV: {error}")
            continue
        if not cells:  # an empty line is no row
            continue
        problem = next(filter(None, map(not_utf8, cells)), None)
        if header is None and (problem or not set(text) & set(cells)):
            yield place, InputFailure(place, problem or _no_column(text, cells))
            return  # without the names of the columns nothing can be read
        if problem:
            yield place, InputFailure(place, problem)
        elif header is None:
            header = cells
        elif len(cells) == len(header):
            yield place, dict(zip(header, cells, strict=True))
        else:
            yield place, InputFailure(place, f"{len(cells)} cells where the header has {len(header)}")


def _no_column(wanted: Sequence[str], names: Iterable[str]) -> str:
    return f"no column {wanted[0]!r}; there is {', '.join(map(repr, islice(names, 12))) or 'nothing'}"


def _article(where: str, row: dict[str, Any], names: Mapping[str, Sequence[str]]) -> Article | InputFailure:
    cells = {
        field: next((row[name] for name in usual if row.get(name) is not None), None) for field, usual in names.items()
    }
    text = cells.pop("text")
    if text is None:
        return InputFailure(where, _no_column(names["text"], row))
    if not isinstance(text, str):
        return InputFailure(where, f"the text is no string but {type(text).__name__}")
    text = _SURROGATES.sub("\ufffd", text)
    return _made(where, text, {field: _string(cell) for field, cell in cells.items()})


def _made(where: str, text: str, given: dict[str, str | None]) -> Article | InputFailure:
    if problem := not_utf8(text):
        return InputFailure(where, problem)
    if not text.strip():
        return InputFailure(where, "the article is empty")
    if given.get("published"):
        try:
            given["published"] = iso_date(str(given["published"]))
        except ValueError:
            return InputFailure(where, f"{given['published']!r} is no ISO date such as 2024-05-16")
    article = Article(text=text, **given)
    if article.id is None:
        digest = hashlib.sha256(article.full_text.encode("utf-8")).hexdigest()
        article = article.model_copy(update={"id": f"text-{digest[:16]}"})
    return article


def _string(value: object) -> str | None:
    """A cell as a string, None where it is blank; JSON may hold half a character, which no file can."""
    if value is None:
        return None
    return _SURROGATES.sub("\ufffd", str(value)).strip() or None


def _record(where: str, row: dict[str, Any], unknown: dict[str, None]) -> ArticleRecord | InputFailure:
    """`unknown` takes the names of fields that were left out."""
    if problem := version_problem(str(row.get("schema_version", SCHEMA_VERSION))):
        return InputFailure(where, problem)
    try:
        return ArticleRecord.model_validate(row, context={"unknown": unknown})
    except ValidationError as error:
        return InputFailure(where, f"not a record: {first_problem(error)}")


def first_problem(error: ValidationError) -> str:
    """The first thing that does not fit a model, with where it stands: `people.0.name: Field required`."""
    first = error.errors(include_url=False, include_input=False)[0]
    return ": ".join(filter(None, (".".join(map(str, first["loc"])), first["msg"])))


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return f"cannot be unpacked: {error}"
