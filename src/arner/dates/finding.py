"""Time expressions of a plain text, without a model: the tokeniser and `arner_dates` alone."""

from __future__ import annotations

from datetime import date
from functools import cache

import spacy
from spacy.language import Language

from arner.dates import Dated
from arner.dates.calendar import counted_from
from arner.dates.component import annotate
from arner.files import without_surrogates
from arner.gaps import Gaps
from arner.layers import ArticleFacts
from arner.records import DateValue


@cache
def _language() -> Language:
    return spacy.blank("arner")


def find(text: str, published: date | str | None = None) -> list[Dated]:
    """See `arner.dates.find`."""
    if isinstance(published, str):
        published = date.fromisoformat(published)
    language = _language()
    language.max_length = max(language.max_length, len(text))
    text = without_surrogates(text)
    gaps = Gaps(text)
    doc = language.make_doc(gaps.text)
    doc._.article = ArticleFacts(published=counted_from(published.isoformat() if published else None))
    dates: list[Dated] = []
    for found in annotate(doc)._.dates:
        start, end = gaps.original(found.start, found.end)
        value = DateValue(
            text=text[start:end], start=found.first_day, end=found.last_day, granularity=found.granularity
        )
        dates.append(Dated(start, end, value))
    return dates
