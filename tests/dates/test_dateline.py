"""The day that a text gives itself, where its publication is not known."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from arner.dates.component import create
from arner.layers import ArticleFacts

NLP = spacy.blank("arner")
ANNOTATE = create(NLP, "arner_dates")
STORY = "قال الوزير أمس إن الجسر سيفتح."  # yesterday


def annotate(text: str, published: str | None = None) -> Doc:
    doc = NLP.make_doc(text)
    doc._.article = ArticleFacts(published=published)
    return ANNOTATE(doc)


@pytest.mark.parametrize(
    "head",
    [
        "فتح الجسر\nعمان 19-7-2012 وفا- ",
        "فتح الجسر\nتاريخ النشر :19 يوليو 2012\n",
        "فتح الجسر\nالتاريخ: 19 تموز 2012\n",
        "فتح الجسر\nالخميس, 19 يوليو, 2012, 09:24 بتوقيت القدس\n",
        "فتح الجسر\n2012-07-19\nسليم عمر\n",
        "فتح الجسر\nصحيفة الأمل - العدد 2376 الخميس 19 يوليو 2012\n",
        "فتح الجسر\n19/7/2012 12:00 صباحا\n",
        "فتح الجسر\n07-19-2012 08:16 AM\n",
    ],
)
def test_yesterday_counts_from_the_dateline(head: str) -> None:
    doc = annotate(head + STORY)
    assert doc._.article.today == "2012-07-19"
    assert [d.first_day for d in doc._.dates][-1] == "2012-07-18"


@pytest.mark.parametrize(
    "head",
    [
        "11 سبتمبر 2001\n",  # a title
        "فتح الجسر\n07-08-2012 08:38 AM\n",  # the 7th of August, or the 8th of July
        "فتح الجسر\nبتاريخ 7-7-1433 هـ\n",  # by a calendar that may be a day off
        "فتح الجسر\nفي 19 يوليو 2012 زار سليم عمر باريس. ",  # when something else was
        "فتح الجسر\nافتتح المعرض 19-7-2012. ",
        "فتح الجسر\nخلال 2012\n",
    ],
)
def test_other_days_are_no_dateline(head: str) -> None:
    assert annotate(head + STORY)._.article.today is None


def test_a_known_day_of_publication_goes_first() -> None:
    assert annotate("فتح الجسر\n2012-07-19\n" + STORY, "2018-07-13")._.article.today == "2018-07-13"
