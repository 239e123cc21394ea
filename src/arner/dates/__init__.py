"""Arabic words of time and the days they mean; usable without any model.

>>> from arner import dates
>>> [(d.value.text, d.value.start, d.value.end) for d in dates.find("التقاه الخميس الماضي", published="2018-07-13")]
[('الخميس الماضي', '2018-07-12', '2018-07-12')]
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from arner.records import DateValue

__all__ = ["Dated", "find"]


class Dated(NamedTuple):
    """`text[start:end]` is `value.text`; the value's own `start` and `end` are ISO dates."""

    start: int
    end: int
    value: DateValue


def find(text: str, published: date | str | None = None) -> list[Dated]:
    """The time expressions of `text`, in its order, each with what it means on the day `published`.

    «يصل الوفد غدا» (the delegation arrives tomorrow), published 2018-07-13: `غدا`, 2018-07-14. Without `published`
    it counts from the text's own dateline; where none stands, only what is absolute has dates, such as «20 يناير 2017»
    and «14 رمضان 1436 هـ», and of the rest the words are given.

    Raises:
        ValueError: `published` is no ISO date.
    """
    from arner.dates.finding import find as found

    return found(text, published)
