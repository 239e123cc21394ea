"""DataFrames in and out, and records as notebooks show them."""

from __future__ import annotations

from datetime import date, datetime

import numpy as np
import pandas as pd
import polars as pl
import pytest

import arner
from arner.records import Article
from arner.shown import shown
from tests.samples import first, second

ROW = {"النص": "قال الوزير ذلك.", "التاريخ": "13/07/2018", "الرقم": 7, "العنوان": "عنوان"}  # "The minister said that."
EXPECTED = Article(text="قال الوزير ذلك.", id="7", title="عنوان", published="2018-07-13")


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame])
def test_frames_with_arabic_columns(make: type) -> None:
    assert arner.from_pandas(make([ROW])) == [EXPECTED]


def test_frames_with_columns_of_other_names() -> None:
    frame = pd.DataFrame([{"story": "قال الوزير ذلك.", "when": pd.Timestamp("2018-07-13"), "nr": 7, "title": "عنوان"}])
    assert arner.from_pandas(frame, text="story", published="when", id="nr") == [EXPECTED]
    with pytest.raises(ValueError, match="no column 'text'; there is 'story', 'when', 'nr', 'title'"):
        arner.from_pandas(frame)


def test_rows_that_cannot_be_read_are_warned_of() -> None:
    frame = pd.DataFrame([ROW, {**ROW, "النص": None, "الرقم": 8}, {**ROW, "التاريخ": "قريبا", "الرقم": 9}])  # "soon"
    with pytest.warns(UserWarning, match="row ") as told:
        found = arner.from_pandas(frame)
    assert [(a.id, a.published) for a in found] == [("7", "2018-07-13"), ("9", None)]
    assert [str(w.message) for w in told] == [
        "row 2: the article is empty",
        "row 3: 'قريبا' is no date that can be read; the article is undated",
    ]


def test_a_cell_that_holds_many_or_what_python_cannot_hold_is_no_reason_to_stop() -> None:
    frame = pd.DataFrame({"text": ["نص", np.array(["نص"])], "source": [np.array(["أ", "ب"]), None]})
    with pytest.warns(UserWarning, match="row 2: the text is no string but ndarray"):
        (found,) = arner.from_pandas(frame)
    assert found.source == "['أ' 'ب']"
    far = pl.DataFrame({"text": ["نص"], "date": pl.Series([2_932_897], dtype=pl.Int32).cast(pl.Date)})
    with pytest.warns(UserWarning, match="'10000-01-01' is no date"):
        assert [article.published for article in arner.from_pandas(far)] == [None]


def test_a_table_of_each_kind() -> None:
    found = arner.tables([first(), second()])
    assert set(found) >= {"people", "countries", "organizations", "places", "meetings", "statements", "agreements"}
    assert list(found["people"].columns[:3]) == ["article", "published", "source"]
    assert len(found["meetings"]) == len(first().meetings) + len(second().meetings)
    assert set(found["people"]["article"]) == {first().id, second().id}


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: arner.tables(first()), "tables takes many records"),
        (lambda: arner.tables(["x"]), "not str"),
        (lambda: arner.from_pandas([ROW]), "from_pandas takes a DataFrame, not list"),
        (lambda: arner.from_pandas(pd.Series(["نص"])), "from_pandas takes a DataFrame, not Series"),
    ],
)
def test_wrong_arguments_are_told(call: object, problem: str) -> None:
    with pytest.raises(TypeError, match=problem):
        call()  # type: ignore[operator]


def test_things_of_a_record_by_their_id() -> None:
    record = first()
    for item in (*record.people, *record.countries, *record.meetings, *record.statements):
        assert record[item.id] is item
    with pytest.raises(KeyError, match="has no 'p99'"):
        record["p99"]


def test_days_of_any_type() -> None:
    for day in (date(2018, 7, 13), datetime(2018, 7, 13, 22), pd.Timestamp("2018-07-13 08:00"), "2018-07-13"):
        assert Article(text="x", published=day).published == "2018-07-13"  # type: ignore[arg-type]


def test_what_a_notebook_shows() -> None:
    record = first()
    for item in (record, record.people[0], record.meetings[0], record.statements[0], record.places[:1] or record):
        if not isinstance(item, list):
            assert shown(item).startswith('<div dir="rtl"')
    page = record._repr_html_()
    assert all(person.name in page for person in record.people)
    evil = Article(text="<script>alert(1)</script>", id='"><img>')
    assert "<script>" not in evil._repr_html_()
    assert "<img>" not in evil._repr_html_()


def test_links_are_shown_by_how_many_articles_name_them() -> None:
    page = arner.link([first(), second()])._repr_html_()
    assert page.count("<tr>") > 5
    assert all(person.name in page for person in first().people)
