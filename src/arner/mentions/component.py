"""The component `arner_mentions`: what the text names, before it is known who is who.

Leaves on `doc._.mentions` three kinds of plain dicts, told apart by `what`:
names (`mentions.names`), countries (`mentions.countries`) and offices (`mentions.offices`).
"""

from __future__ import annotations

from spacy.tokens import Doc

from arner.lexicon.component import component
from arner.mentions.countries import find_countries
from arner.mentions.names import find_names
from arner.mentions.offices import find_offices


def find_mentions(doc: Doc) -> Doc:
    """Set `doc._.mentions`, unresolved."""
    countries = find_countries(doc)
    names = [
        {
            "what": "name",
            "first": n.start,
            "last": n.end,
            "start": n.core,
            "type": n.type,
            "name": n.text(doc),
        }
        for n in find_names(doc, countries)
    ]
    offices = [{"what": "office", **o} for o in find_offices(doc)]
    doc._.mentions = [*names, *({"what": "country", **c} for c in countries), *offices]
    return doc


create = component("arner_mentions", find_mentions, requires=["doc.ents"], assigns=["doc._.mentions"])
