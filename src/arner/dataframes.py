"""DataFrames of articles in, DataFrames of records out; in also polars and others, by the Arrow interface.

articles = arner.from_pandas(pandas.read_csv("articles.csv"))
meetings = arner.tables(arner.load().pipe(articles))["meetings"]
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from arner import columnar
from arner.cells import safe_cell
from arner.inputs import InputFailure
from arner.inputs.articles import of_rows
from arner.records import Article, ArticleRecord
from arner.rows import TABLES, header, rows_of

if TYPE_CHECKING:
    from datetime import tzinfo

    import pandas

    from arner.linking.links import Links


def from_pandas(
    frame: object,
    text: str | None = None,
    *,
    id: str | None = None,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    url: str | None = None,
    zone: tzinfo | None = None,
) -> list[Article]:
    """The articles of a DataFrame, a row each; an article without an id is called by its text.

    Columns are found by their names in any case, in English and Arabic (`text`, `النص`, `date`, `التاريخ` …); the
    arguments name those that are called otherwise. Rows without a text, and dates that cannot be read, are warned of.

    Raises:
        TypeError: `frame` is no DataFrame.
        ValueError: no column holds the text.
    """
    names = {"text": text, "id": id, "title": title, "published": published, "source": source, "url": url}
    given = {field: column for field, column in names.items() if column is not None}
    articles: list[Article] = []
    for item in of_rows(_rows(frame), given, zone):
        if isinstance(item, Article):
            articles.append(item)
        elif isinstance(item, InputFailure) and item.problem.startswith("no column"):
            raise ValueError(item.problem)
        else:
            warnings.warn(str(item), stacklevel=2)
    return articles


def tables(records: Iterable[ArticleRecord], links: Links | None = None) -> dict[str, pandas.DataFrame]:
    """One DataFrame a kind: people, countries, organizations, places, statements and every kind of event.

    A row for each person, meeting … of each article; `article`, `published` and `source` tell which. With the links of
    these records, everybody is called as in their graph, and `entity` is the id there. Needs pandas.

    Raises:
        TypeError: `records` is a single record, or holds something else.
    """
    import pandas

    if isinstance(records, ArticleRecord):
        raise TypeError("tables takes many records: give it a list, [record]")
    naming = None
    if links:
        from arner.graph.build import build_graph
        from arner.graph.naming import Naming

        records = list(records)
        naming = Naming(links, build_graph(records, links))
    found: dict[str, list[list[object]]] = {kind: [] for kind in TABLES}
    for record in records:
        if not isinstance(record, ArticleRecord):
            raise TypeError(f"tables takes ArticleRecords, not {type(record).__name__}")
        for kind, rows in found.items():
            rows += cast("Iterable[list[object]]", rows_of(kind, record, naming))
    return {kind: pandas.DataFrame(rows, columns=header(kind, naming)) for kind, rows in found.items()}


def write_frame(kind: str, records: Iterable[ArticleRecord], path: Path, links: Links | None = None) -> None:
    """Write one table of `records` as its name says: `.xlsx`, `.json` (an object a row), `.parquet` or `.html`.

    Text that a spreadsheet would run as a formula gets an apostrophe before it; HTML is escaped.

    Raises:
        ImportError: the library for this format is not installed.
    """
    frame = tables(records, links)[kind]
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        frame = frame.map(safe_cell)
        frame.to_excel(path, index=False, sheet_name=kind)
    elif suffix == ".json":
        frame.to_json(path, orient="records", force_ascii=False, indent=1)
    elif suffix == ".parquet":
        frame.to_parquet(path, index=False)
    else:
        page = frame.fillna("").to_html(index=False, escape=True, border=0)
        head = '<!DOCTYPE html><html dir="rtl"><meta charset="utf-8"><title>arner</title>'
        path.write_text(f"{head}<body>{page}</body></html>\n", encoding="utf-8")


def _rows(frame: object) -> Iterator[Mapping[str, object]]:
    import pandas

    rows: Iterable[Mapping[Any, Any]]
    if isinstance(frame, pandas.DataFrame):
        rows = frame.to_dict("records")
    elif hasattr(frame, "__arrow_c_stream__") and not isinstance(frame, pandas.Series):  # polars, DuckDB, Arrow
        import pyarrow

        rows = (row for batch in pyarrow.table(frame).to_batches() for row in columnar.rows_of(batch))
    elif hasattr(frame, "__dataframe__"):
        rows = pandas.api.interchange.from_dataframe(frame).to_dict("records")
    else:
        raise TypeError(f"from_pandas takes a DataFrame, not {type(frame).__name__}")
    for row in rows:
        yield {
            str(name): None if pandas.api.types.is_scalar(cell) and pandas.isna(cell) else cell
            for name, cell in row.items()
        }
