"""JSON and CSV → rows: a row with the place it stands in, or why it cannot be read."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from arner.files import not_utf8
from arner.inputs.columns import Columns, Row
from arner.inputs.failures import InputFailure, InputNotice

Found = tuple[str, Row | InputFailure | InputNotice]

_MAX_CELL = 2**28  # an article is never larger, a forgotten quotation mark is
_SEPARATORS = ",;\t|"


def failed(where: str, problem: str) -> Found:
    return where, InputFailure(where, problem)


def by_library(where: str, what: str, found: Iterator[Found]) -> Iterator[Found]:
    """`found` by a library that raises whatever the broken part of a file gives: then `where` is not `what`."""
    try:
        yield from found
    except (ImportError, OSError, MemoryError):
        raise
    except Exception as error:
        yield failed(where, f"not {what}: {str(error) or type(error).__name__}")


def odd_cell(cells: Iterable[object]) -> str | None:
    """What is wrong with the first of these cells that is no UTF-8."""
    return next(filter(None, (not_utf8(cell) for cell in cells if isinstance(cell, str))), None)


def json_lines(where: str, lines: Iterable[str]) -> Iterator[Found]:
    """A JSON object a line."""
    for place, line in numbered(where, lines):
        yield place, json_object(place, line)


def numbered(where: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Lines that are not blank, each with the place it stands in."""
    return ((f"{where}:{number}", line) for number, line in enumerate(lines, 1) if line.strip())


def json_object(place: str, line: str) -> Row | InputFailure:
    """The JSON object that a line is."""
    if problem := not_utf8(line):
        return InputFailure(place, problem)
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return InputFailure(place, f"not JSON: {error}")
    return row if isinstance(row, dict) else InputFailure(place, "not a JSON object")


def json_value(where: str, stream: Iterable[str], largest: int) -> Iterator[Found]:
    """One JSON object, an array of them, an object that holds one array of them, or lines of JSON.

    What is no lines of JSON is held as a whole, up to `largest` characters.
    """
    lines = iter(stream)
    first = next(lines, "")
    if _is_row(first):
        yield from json_lines(where, chain([first], lines))
        return
    held, size = [first], len(first)
    for line in lines:
        held.append(line)
        size += len(line)
        if size > largest:
            yield failed(
                where, f"over {largest // 1_000_000:,} million characters in one: make it a JSON object a line"
            )
            return
    text = "".join(held)
    if problem := not_utf8(text):
        yield failed(where, problem)
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield failed(where, f"not JSON: {error}")
        return
    if isinstance(value, dict):
        value = _inner(value) or [value]
    if not isinstance(value, list):
        yield failed(where, "neither a JSON object nor an array of them")
        return
    for number, row in enumerate(value, 1):
        place = f"{where}[{number}]"
        yield (place, row) if isinstance(row, dict) else failed(place, "not a JSON object")


def _inner(value: Row) -> list[object] | None:
    """The one array of objects that an object without a text holds: `{"count": 2, "articles": […]}`."""
    lists = [item for item in value.values() if isinstance(item, list) and item and isinstance(item[0], dict)]
    return lists[0] if len(lists) == 1 and not Columns().is_header(value) else None


def _is_row(line: str) -> bool:
    """Whether `line` is one of many with a JSON object each, perhaps a broken one."""
    try:
        value = json.loads(line)
        return isinstance(value, dict) and _inner(value) is None
    except (ValueError, RecursionError):
        return bool(re.match(r'\s*\{\s*"', line)) and line.rstrip().endswith("}")


def separator(header: str) -> str:
    """What parts the cells of a table: Excel writes that of the user's country."""
    return max(_SEPARATORS, key=header.count)


def table(where: str, stream: Iterable[str], columns: Columns) -> Iterator[Found]:
    """A table with a header, its cells parted by commas, semicolons, tabs or bars."""
    csv.field_size_limit(_MAX_CELL)
    lines = iter(stream)
    first = next((line for line in lines if line.strip()), "")
    if not first:
        return
    reader = csv.reader(chain([first], lines), strict=True, delimiter=separator(first))
    header: list[str] | None = None
    while True:
        place = f"{where}:{reader.line_num + 1}"
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield failed(place, f"not CSV: {error}")
            continue
        if not cells:  # an empty line is no row
            continue
        problem = odd_cell(cells)
        if header is None and (problem or not columns.is_header(cells)):
            yield failed(place, problem or columns.missing(cells))
            return  # without the names of the columns nothing can be read
        if problem:
            yield failed(place, problem)
        elif header is None:
            header = cells
        elif len(cells) == len(header):
            yield place, dict(zip(header, cells, strict=True))
        else:
            yield failed(place, f"{len(cells)} cells where the header has {len(header)}")
