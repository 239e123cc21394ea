"""Docs with mentions set by hand, so that a rule is tested without the stages before it.

    by_hand("قال {p1:الرئيس التركي} إن {c.IR:إيران} …")

`p1`, `o1` are a person, an organisation; `c.IR` a country; `pl` a place; `d` somebody only described; `p1+p2` two.
"""

from __future__ import annotations

import re

import spacy
from spacy.tokens import Doc

from arner.ner.sentences import split

_MARK = re.compile(r"\{([a-zA-Z0-9.+]+):([^{}]*)\}")
_TYPES = {"p": "person", "o": "organization", "c": "country"}
_NLP = spacy.blank("arner")


def by_hand(marked: str) -> Doc:
    text, last = "", 0
    mentions = []
    names: dict[str, str] = {}
    for m in _MARK.finditer(marked):
        text += marked[last : m.start()]
        start, end = len(text), len(text) + len(m[2])
        kind = "place" if m[1] == "pl" else "described" if m[1] == "d" else _TYPES[m[1][0]]
        refs = [] if kind in ("place", "described") else m[1].split("+")
        country = m[1][2:] if kind == "country" else None
        refs = [f"country:{country}"] if country else refs
        for ref in refs:
            names.setdefault(ref, m[2] if len(refs) == 1 else ref)
        mentions.append(
            {"start": start, "end": end, "outer_start": start, "outer_end": end, "type": kind, "kind": "name"}
            | {"refs": refs, "country": country}
        )
        text += m[2]
        last = m.end()
    text += marked[last:]
    doc = split(_NLP.make_doc(text))
    doc._.article = {"published": None, "title_end": None, "source": None}
    doc._.mentions, doc._.dates = mentions, []
    doc._.entities = {"people": [{"id": i, "name": n} for i, n in names.items()]}
    return doc
