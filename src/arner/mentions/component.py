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
from arner.tokens import Tokens, tokens_of


def find_mentions(doc: Doc) -> Doc:
    """Set `doc._.names`, `doc._.countries` and `doc._.offices`, none resolved."""
    tokens = tokens_of(doc)
    countries = find_countries(tokens, doc._.article.source or "")
    names = find_names(tokens, countries)
    if people := called_as_countries(tokens, names, countries):
        same = {tokens.starts[n.start] for n in people}
        countries = [c for c in countries if c.start not in same]
        names = [n for n in names if tokens.starts[n.start] not in same]
    doc._.countries = countries
    doc._.names = [_mention(tokens, name) for name in sorted([*names, *people], key=lambda n: n.start)]
    doc._.offices = find_offices(tokens, countries)
    return doc


def _mention(tokens: Tokens, name: Name) -> NameMention:
    end = tokens.ends[name.end - 1]
    return NameMention(name.core, end, name.start, name.end, name.type, name.text(tokens))


create = component(
    "arner_mentions",
    find_mentions,
    requires=["doc.ents"],
    assigns=["doc._.names", "doc._.countries", "doc._.offices"],
)
