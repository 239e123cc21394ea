"""Days of publication in every form that people write them in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from arner.inputs.days import published_day


@pytest.mark.parametrize(
    "value",
    [
        "2018-07-13",
        "2018-07-13T08:30:00Z",
        "2018-07-13 08:30:00",
        "2018-07-13T22:30:00+03:00",
        "20180713",
        "2018/07/13",
        "13/07/2018",
        "13-7-2018",
        "13.07.2018",
        "07/13/2018",  # only the second figure can be the day
        "١٣/٠٧/٢٠١٨",
        "١٣‏/٧‏/٢٠١٨",  # with marks of direction, as browsers write it
        "Fri, 13 Jul 2018 10:00:00 +0300",
        "July 13, 2018",
        "13 Jul 2018",
        "1531440000",
        1531440000,
        1531440000000,
        "1531440000000",
        1531440000.0,
        "43294",  # Excel's count of days
        "13 يوليو 2018",  # July
        "الجمعة 13 تموز 2018",  # Friday, 13 July
        "الجمعة، 13 تموز/يوليو 2018",
        "13 juillet 2018".replace("juillet", "جويلية"),  # the Maghreb's July
        "29 شوال 1439",  # Hijri
        "29 شوال 1439 هـ",
        "29/10/1439",
        "1439-10-29",
        date(2018, 7, 13),
        datetime(2018, 7, 13, 23, 0, tzinfo=UTC),
        pd.Timestamp("2018-07-13 08:00"),
    ],
)
def test_the_day_is_read(value: object) -> None:
    assert published_day(value) == "2018-07-13"


@pytest.mark.parametrize("value", ["", "أمس", "غير معروف", "2018", "99/99/2018", "2018-02-30", None, [], True, "13/07"])
def test_what_is_no_day_is_none(value: object) -> None:
    assert published_day(value) is None


def test_of_two_figures_the_day_comes_first() -> None:
    assert published_day("05/07/2018") == "2018-07-05"


def test_the_day_in_a_zone() -> None:
    riyadh = ZoneInfo("Asia/Riyadh")
    assert published_day("2018-07-12T22:30:00Z") == "2018-07-12"
    assert published_day("2018-07-12T22:30:00Z", riyadh) == "2018-07-13"
    assert published_day("Thu, 12 Jul 2018 22:30:00 GMT", riyadh) == "2018-07-13"
    assert published_day("2018-07-12T22:30:00", riyadh) == "2018-07-12"  # no zone is told
