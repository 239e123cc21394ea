"""The component `arner_meetings`: encounters, each one record, however often the article mentions it."""

from __future__ import annotations

from spacy.tokens import Doc

from arner.lexicon.component import component
from arner.relations.meetings.encounters import event_mentions
from arner.relations.meetings.events import merge, record
from arner.relations.meetings.hosts import leaders, with_hosts


def _annotate(doc: Doc) -> Doc:
    doc._.meetings = find_meetings(doc)
    return doc


def find_meetings(doc: Doc) -> list[dict[str, object]]:
    """The meetings of an article whose mentions, entities and dates are on the Doc, in the order of the text.

    `التقى الرئيس المصري نظيره القبرصي في نيقوسيا` (The Egyptian president met his Cypriot counterpart in Nicosia)
    gives one meeting of two people, place Nicosia, country CY.
    """
    named = doc._.entities.names()
    events = with_hosts(merge(event_mentions(doc)), leaders(doc._.entities))
    return [record(event, n, named) for n, event in enumerate(events, start=1)]


create = component("arner_meetings", _annotate, assigns=["doc._.meetings"])
