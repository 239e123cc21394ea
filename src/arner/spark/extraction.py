"""Articles in a DataFrame → their records, a row each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo
from itertools import islice
from typing import TYPE_CHECKING, Any

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from arner.columnar import rows_of
from arner.extraction import Settings
from arner.extraction import extract as lines_of_articles
from arner.inputs import InputFailure, InputNotice
from arner.inputs.articles import of_rows
from arner.inputs.columns import Columns
from arner.inputs.rows import odd_cell
from arner.lexicon import opened
from arner.ner import store
from arner.records import Article
from arner.spark.records import with_fields

if TYPE_CHECKING:
    import pyarrow

    Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

_AT_A_TIME = 64  # rows that are read before their records go back to Spark
_OUT = "id string, json string, problem string, notice string"
Row = Mapping[str, Any]


def extract(
    df: DataFrame,
    text: str | None = None,
    *,
    id: str | None = None,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    url: str | None = None,
    zone: tzinfo | None = None,
    model: str | os.PathLike[str] = "bundled",
    lexicon: Paths = (),
    without: Iterable[str] = (),
) -> DataFrame:
    """A row for each article of `df`: the fields of its `ArticleRecord` (nested as in `arner.spark.schema()`), and

    - `json`: the record as `arner extract` writes it, byte for byte;
    - `problem`: why there is no record; null where there is one. No article costs another its record;
    - `notice`: what was read otherwise than it stands, as `arner extract` warns of it.

    Columns are found by their names in any case, in English and Arabic (`text`, `النص`, `date`, `التاريخ` …); the
    arguments name those that are called otherwise. Ids are not compared: two articles with one id have two records.

    `model`, `lexicon` and `without` are those of `arner.load`; files of yours lie at the same path on every machine.
    Each Python process of Spark loads the model once, about 1 GB, and uses one thread.

    Raises:
        ValueError: no column holds the text.
        arner.ner.store.ModelError, arner.lexicon.LexiconError, arner.lexicon.UnknownRule: as `arner.load`, at once.
    """
    names = {"text": text, "id": id, "title": title, "published": published, "source": source, "url": url}
    given = {field: column for field, column in names.items() if column is not None}
    columns = Columns(given)
    if not columns.is_header(df.columns):
        raise ValueError(columns.missing(df.columns))
    settings = _settings(model, lexicon, without)

    read = [name for name in df.columns if columns.field(name)]
    quoted = [F.col("`{}`".format(name.replace("`", "``"))) for name in read]
    numbered = df.select(*(column.alias(f"_{number}") for number, column in enumerate(quoted)))  # a name may have dots

    def outcomes(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        rows = (dict(zip(read, row.values(), strict=True)) for batch in batches for row in rows_of(batch))
        return _outcomes(rows, given, zone, settings)

    return with_fields(numbered.mapInArrow(outcomes, _OUT))


def _settings(model: str | os.PathLike[str], lexicon: Paths, without: Iterable[str]) -> Settings:
    """Checked here, before any task begins."""
    own = tuple(str(file) for file in ([lexicon] if isinstance(lexicon, (str, os.PathLike)) else lexicon))
    off = (without,) if isinstance(without, str) else tuple(without)
    store.pipeline_settings(store.find(model))
    opened(own, off)
    return Settings(str(model), own, off)


def _outcomes(
    rows: Iterator[Row], columns: Mapping[str, str], zone: tzinfo | None, settings: Settings
) -> Iterator[pyarrow.RecordBatch]:
    """In a Python process of Spark: what comes of each row, in the order of the rows."""
    import pyarrow

    names = ("id", "json", "problem", "notice")
    out = pyarrow.schema([(name, pyarrow.string()) for name in names])
    while some := list(islice(rows, _AT_A_TIME)):
        found = [_read(row, columns, zone) for row in some]
        articles = (item for item, _ in found if isinstance(item, Article))
        outcomes = lines_of_articles(articles, settings.model, 1, settings.lexicon, settings.without)
        made = []
        for row, (item, notice) in zip(some, found, strict=True):
            outcome = next(outcomes) if isinstance(item, Article) else item
            id_ = item.id if isinstance(item, Article) else Columns(columns).fields(row).get("id")
            line, problem = (None, outcome.problem) if isinstance(outcome, InputFailure) else (outcome, None)
            made.append(dict(zip(names, (id_ and str(id_), line, problem, notice), strict=True)))
        yield pyarrow.RecordBatch.from_pylist(made, schema=out)


def _read(row: Row, columns: Mapping[str, str], zone: tzinfo | None) -> tuple[Article | InputFailure, str | None]:
    """The article of a row, or why there is none; what was read otherwise than it stands."""
    if problem := odd_cell(row.values()):
        return InputFailure("row 1", problem), None
    found = list(of_rows([row], columns, zone))
    notices = [item.message for item in found if isinstance(item, InputNotice)]
    (read,) = (item for item in found if not isinstance(item, InputNotice))
    return read, "; ".join(notices) or None
