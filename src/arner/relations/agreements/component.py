"""The component `arner_agreements`: treaties, deals, contracts and truces, once each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.lexicon.component import component
from arner.relations import events
from arner.relations.candidates import Candidate, candidates
from arner.relations.reading import Reading, reading_of
from arner.relations.rule import Refs
from arner.relations.trace import Trace, refs

# Mentions of one agreement: that it is signed, kept, ratified. That it is sought, left or refused is another's.
_STAGE = {"signed": "made", "reached": "made", "in_force": "made"}
_RANK = ("signed", "reached", "in_force")


@dataclass(frozen=True, slots=True)
class Mention:
    """`parties`: who binds himself; `signatories`: the people who sign for them."""

    candidate: Candidate
    kind: str
    parties: Refs
    signatories: Refs

    @property
    def stage(self) -> str:
        return _STAGE.get(self.candidate.status, self.candidate.status)

    @property
    def keys(self) -> set[str]:
        return {ref or fold(name) for ref, name in self.parties}


def find_agreements(reading: Reading) -> list[dict[str, object]]:
    """The agreements of an article: `وقعت مصر والأردن اتفاقية للغاز` (Egypt and Jordan signed a gas agreement)."""
    mentions = [_mention(reading, c) for c in candidates(reading, "agreements")]
    told = events.merge(filter(_tells, mentions), _same, lambda mention: mention.keys)
    return [_record(reading, event, n) for n, event in enumerate(told, start=1)]


def _mention(reading: Reading, candidate: Candidate) -> Mention:
    """Ministers who sign stand for their states; whoever acts for none that the article names binds himself."""
    parties: list[tuple[str | None, str]] = []
    signatories: list[tuple[str | None, str]] = []
    for ref, name in candidate.refs("party"):
        code = reading.states.get(ref or name) if ref is None or ref.startswith("p") else None
        code = code if f"country:{code}" in reading.names else None
        parties.append(reading.state(code) if code else (ref, name))
        if code and ref and candidate.status == "signed":
            signatories.append((ref, name))
    kind = candidate.cue.entry.feature("kind") or "agreement"
    return Mention(candidate, kind, tuple(dict.fromkeys(parties)), tuple(signatories))


def _tells(mention: Mention) -> bool:
    """Whether more is told than a name: who binds himself, that it was made, or that a truce is sought."""
    if mention.parties:
        return True
    told = mention.candidate.modality == "real" or mention.kind == "ceasefire"
    return told and mention.candidate.cue.carrier is not None and bool(mention.candidate.refs("subject"))


def _same(event: events.Told[Mention], mention: Mention) -> bool:
    if event[0].stage != mention.stage or {event[0].kind, mention.kind} not in (
        {mention.kind},
        {"agreement", "treaty"},
    ):
        return False
    return not event.who or not mention.keys or not event.who.isdisjoint(mention.keys)


def _record(reading: Reading, event: Sequence[Mention], number: int) -> dict[str, object]:
    """`Agreement` of records.py, spans as characters."""
    told = [m.candidate for m in event]
    best = max(event, key=lambda m: events.weight(m.candidate))
    subject = events.first([best.candidate, *told], "subject")
    status = min((c.status for c in told), key=lambda s: _RANK.index(s) if s in _RANK else 0)
    trace: Trace = events.traced(reading, best.candidate)
    return {
        "id": f"a{number}",
        "kind": event[0].kind,
        "status": status,
        "parties": refs(tuple(dict.fromkeys(ref for m in event for ref in m.parties))),
        "signatories": refs(tuple(dict.fromkeys(ref for m in event for ref in m.signatories))),
        "subject": events.span(reading, subject),
        "place": events.place(reading, told),
        "date": events.date(reading, told),
        "evidence": events.evidence(told),
        "rule": best.candidate.rule,
        "why": trace,
    }


def _annotate(doc: Doc) -> Doc:
    doc._.agreements = find_agreements(reading_of(doc))
    return doc


create = component("arner_agreements", _annotate, assigns=["doc._.agreements"])
