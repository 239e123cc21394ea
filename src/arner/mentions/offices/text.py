"""A Doc with what is asked at every word of an office's phrase, looked up once."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from arner.layers import CountryMention


@dataclass(slots=True)
class OfficeText:
    """A Doc with what the reader asks at every step, looked up once."""

    doc: Doc
    named: list[CountryMention]
    norms: list[str] = field(default_factory=list)
    countries: dict[int, tuple[int, str, str]] = field(default_factory=dict)  # token → end token, code, how
    inner: dict[int, tuple[int, str, str]] = field(default_factory=dict)  # the same, where a particle stands before
    entities: dict[int, tuple[int, str]] = field(default_factory=dict)  # first token → end token, label
    people: set[int] = field(default_factory=set)
    has_marbuta: bool = False

    def __post_init__(self) -> None:
        doc = self.doc
        self.norms = [t.norm_ for t in doc]
        self.has_marbuta = "ة" in doc.text
        starts = {t.idx: t.i for t in doc}
        ends = {t.idx + len(t.text): t.i + 1 for t in doc}
        token_at = 0
        for found in self.named:
            value = (ends[found.end], found.code, found.how)
            if found.start in starts:
                self.countries.setdefault(starts[found.start], value)
            else:
                while doc[token_at].idx + len(doc[token_at].text) <= found.start:
                    token_at += 1
                self.inner.setdefault(token_at, value)
        for ent in doc.ents:
            self.entities[ent.start] = (ent.end, ent.label_)
            if ent.label_ == "PER":
                self.people.update(range(ent.start, ent.end))
