"""Records → CSV."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.cells import plain_cell, safe_cell
from arner.records import ArticleRecord, Person
from arner.rows import TABLES, write_table
from tests.samples import first, second, signing


def rows(kind: str, *records: ArticleRecord) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert write_table(kind, records, out) == len(records)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


@pytest.mark.parametrize(
    ("kind", "count"),
    [("people", 4), ("countries", 2), ("organizations", 1), ("places", 1), ("meetings", 2), ("statements", 2)],
)
def test_a_row_a_record(kind: str, count: int) -> None:
    found = rows(kind, first(), second())
    assert len(found) == count
    assert list(found[0]) == ["article", "published", "source", *TABLES[kind]]


def test_a_meeting() -> None:
    assert rows("meetings", first()) == [
        {
            "article": "sochi",
            "published": "2019-03-05",
            "source": "الأولى",
            "id": "m1",
            "kind": "meeting",
            "status": "held",
            "participants": "سيرغي لافروف | عادل الجبير",
            "place": "سوتشي",
            "country": "RU",
            "date_text": "أمس",
            "date_start": "2019-03-04",
            "date_end": "2019-03-04",
            "ordinal": "",
            "topics": "الحرب في اليمن",
            "evidence": "استقبل وزير الخارجية الروسي سيرغي لافروف",
            "confidence": "",
        }
    ]


def test_an_agreement_a_change_of_office_and_a_user_s_event() -> None:
    (agreement,), (change,), (sale,) = (rows(kind, signing()) for kind in ("agreements", "appointments", "events"))
    assert (agreement["parties"], agreement["signatories"]) == ("مصر | فرنسا", "سليم عمر | مارك لوران")
    assert (agreement["kind"], agreement["status"], agreement["confidence"]) == ("memorandum", "signed", "0.8")
    assert (agreement["subject"], agreement["place"], agreement["country"]) == ("التعاون العسكري", "باريس", "FR")
    assert (change["person"], change["by"], change["title"]) == ("مريم فرح", "كريم حسن", "وزيرة المالية")
    assert (change["kind"], change["country"], change["organization"]) == ("appointed", "EG", "")
    assert "place" not in change
    assert (sale["kind"], sale["slots"]) == ("sale", "seller: فرنسا | buyer: مصر | thing: زورقين")


def test_offices() -> None:
    assert rows("people", first())[0]["roles"] == "وزير الخارجية (RU)"


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_no_cell_is_a_formula(name: str) -> None:
    record = ArticleRecord(id=name, text="نص", people=[Person(id="p1", name=name, mentions=[])])
    (row,) = rows("people", record)
    assert row["name"] == row["article"] == safe_cell(name)
    assert row["name"].startswith("'")


_SPREADSHEET = st.text(st.sampled_from("=+-@;\t\r\n '\"a1\u200f＝"), max_size=12) | st.text(max_size=12)


@given(_SPREADSHEET)
def test_no_cell_is_a_formula_in_a_spreadsheet_of_any_country(text: str) -> None:
    """Where cells are parted by semicolons or tabs, text without quotation mark at its beginning is parted too."""
    safe = safe_cell(text)
    for cell in re.split(r"[;\t\r\n]", safe):
        assert not re.match(r"[\s\u200f]*[=+\-@＝]", cell)
    if "'" not in text:
        assert plain_cell(safe) == text


def test_a_table_of_nothing_has_its_columns() -> None:
    assert rows("people") == []
