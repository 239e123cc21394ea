"""The component `arner_appointments`: offices taken, given, lost and left, once each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.lexicon.component import component
from arner.relations import events
from arner.relations.appointments import steps
from arner.relations.candidates import Candidate, candidates
from arner.relations.reading import Reading, reading_of
from arner.relations.trace import refs

assert steps  # they are registered
_MANY = 3  # more people than these are no one appointment


@dataclass(frozen=True, slots=True)
class Mention:
    """`who`: id and name of the person, None where nobody is told; `kind` as in the record."""

    candidate: Candidate
    kind: str
    who: tuple[str | None, str] | None
    title: str
    country: str | None

    @property
    def key(self) -> str | None:
        return (self.who[0] or fold(self.who[1])) if self.who else None


def find_appointments(reading: Reading) -> list[dict[str, object]]:
    """The appointments of an article: `عين الملك سليم عمر وزيرا للنقل` (the king made him minister of transport)."""
    mentions = [m for c in candidates(reading, "appointments") for m in _mentions(reading, c)]
    told = events.merge(mentions, _same)
    return [_record(reading, event, n) for n, event in enumerate(told, start=1)]


def _mentions(reading: Reading, candidate: Candidate) -> list[Mention]:
    """One for each person; without anybody only what is still to be: `تعذر انتخاب رئيس`."""
    kind = candidate.cue.entry.feature("kind") or "appointed"
    office = events.first([candidate], "title")
    title = office.refs[0][1] if office else ""
    people = _people(candidate, title)
    country = office.country if office else None
    if not people and (candidate.modality != "denied" or not title):
        return []
    whom: Sequence[tuple[str | None, str] | None] = people[:_MANY] or [None]
    return [
        Mention(candidate, kind, who, title, country or (reading.states.get(who[0] or who[1]) if who else None))
        for who in whom
    ]


def _people(candidate: Candidate, title: str) -> list[tuple[str | None, str]]:
    """Id and name of whose office it is: no places; bodies and states only of an office with a title."""
    others = ("l",) if title else ("l", "country:", "o")
    people = [(ref, name) for ref, name in candidate.refs("person") if not (ref or "").startswith(others)]
    of_nobody = title and people and people[0][0] is None and people[0][1].startswith(title.split()[0])
    return [] if of_nobody else people  # «انتخاب رئيس للبلاد»: the office, of nobody yet


def _same(event: Sequence[Mention], mention: Mention) -> bool:
    one = event[0]
    if one.kind != mention.kind or (one.candidate.status == "rejected") != (mention.candidate.status == "rejected"):
        return False
    return one.key == mention.key or (fold(one.title) == fold(mention.title) and None in (one.key, mention.key))


def _record(reading: Reading, event: Sequence[Mention], number: int) -> dict[str, object]:
    """`Appointment` of records.py, spans as characters."""
    told = [m.candidate for m in event]
    best = max(event, key=lambda m: (m.who is not None, bool(m.title), events.weight(m.candidate)))
    title = best.title or next((m.title for m in event if m.title), "")
    whom = {ref for m in event for ref in m.candidate.refs("person")}
    by = [ref for c in told for ref in c.refs("by") if ref not in whom]
    return {
        "id": f"j{number}",
        "kind": best.kind,
        "status": told[0].status,
        "person": refs((best.who,))[0] if best.who else None,
        "title": title,
        "country": next((m.country for m in [best, *event] if m.country), None),
        "organization": events.body(reading, best.candidate, "title"),
        "by": refs((by[0],))[0] if by else None,
        "date": events.date(reading, told),
        "evidence": events.evidence(told),
        "rule": best.candidate.rule,
        "why": events.traced(reading, best.candidate),
    }


def _annotate(doc: Doc) -> Doc:
    doc._.appointments = find_appointments(reading_of(doc))
    return doc


create = component("arner_appointments", _annotate, assigns=["doc._.appointments"])
