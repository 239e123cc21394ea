"""The component `arner_mentions`: what the text names, before it is known who is who.

Leaves `doc._.names`, `doc._.countries` and `doc._.offices`.
"""

from __future__ import annotations

from spacy.tokens import Doc

from arner.layers import NameMention
from arner.lexicon.component import component
from arner.mentions.countries import find_countries
from arner.mentions.name import Name
from arner.mentions.names.namesakes import called_as_countries
from arner.mentions.names.passes import find_names
from arner.mentions.offices.phrase import find_offices


def find_mentions(doc: Doc) -> Doc:
    """Set `doc._.names`, `doc._.countries` and `doc._.offices`, none resolved."""
    countries = find_countries(doc)
    names = find_names(doc, countries)
    people = called_as_countries(doc, names, countries)
    same = {doc[n.start].idx for n in people}
    countries = [c for c in countries if c.start not in same]
    names = [n for n in names if doc[n.start].idx not in same]
    doc._.countries = countries
    doc._.names = [_mention(doc, name) for name in sorted([*names, *people], key=lambda n: n.start)]
    doc._.offices = find_offices(doc, countries)
    return doc


def _mention(doc: Doc, name: Name) -> NameMention:
    last = doc[name.end - 1]
    end = last.idx + len(last.text)
    return NameMention(name.core, end, name.start, name.end, name.type, name.text(doc))


create = component(
    "arner_mentions",
    find_mentions,
    requires=["doc.ents"],
    assigns=["doc._.names", "doc._.countries", "doc._.offices"],
)
