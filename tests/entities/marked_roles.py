"""What the entities of a marked-up sentence are, by name."""

from __future__ import annotations

from spacy.tokens import Doc

from tests.marked import read as _read

STAGES = ("arner_mentions", "arner_dates", "arner_entities")


def read(marked: str, source: str | None = None) -> Doc:
    """A sentence with its entities; every core within its phrase, every phrase within the text."""
    doc = _read(marked, source=source, stages=STAGES)
    for m in doc._.mentions:
        assert 0 <= m.outer_start <= m.start < m.end <= m.outer_end <= len(doc.text)
        assert set(m.refs) <= {e.id for e in doc._.entities}
    return doc


def roles(doc: Doc) -> dict[str, list[tuple[str, str | None]]]:
    return {p.name: [(r.title, r.country) for r in p.roles] for p in doc._.entities.people}


def named(doc: Doc, words: str) -> list[str]:
    """Who (or which state) the last mention with these words stands for."""
    (mention,) = [m for m in doc._.mentions if doc.text[m.start : m.end] == words][-1:]
    names: dict[str, str] = {e.id: getattr(e, "code", e.name) for e in doc._.entities}
    return [names[ref] for ref in mention.refs]
