"""The component `arner_events`: relations that a user's own file defines, by entries and frames alone."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from arner.lexicon import own
from arner.lexicon.component import component
from arner.relations import events
from arner.relations.candidates import Candidate, candidates
from arner.relations.reading import Reading, reading_of
from arner.relations.trace import refs

_APART = ("place", "date")  # slots that are fields of every event


def find_events(reading: Reading) -> list[dict[str, object]]:
    """The events of the user's relations in the text, each once."""
    found = [
        (relation, event)
        for relation in own().relations()
        for event in events.merge(candidates(reading, relation), _same, _who)
    ]
    return [_record(reading, relation, event, n) for n, (relation, event) in enumerate(found, start=1)]


def _same(event: events.Told[Candidate], candidate: Candidate) -> bool:
    """Whether the same people are told of with the same status, and no day speaks against it."""
    if event[0].status != candidate.status:
        return False
    return event.who.issuperset(_who(candidate))


def _who(candidate: Candidate) -> set[tuple[str, str | None, str]]:
    return {(slot, *ref) for slot in candidate.slots if slot not in _APART for ref in candidate.refs(slot)}


def _record(reading: Reading, relation: str, event: Sequence[Candidate], number: int) -> dict[str, object]:
    """`OwnEvent` of records.py, spans as characters."""
    best = max(event, key=events.weight)
    slots = dict.fromkeys(slot for c in event for slot in c.slots if slot not in _APART)
    return {
        "id": f"e{number}",
        "relation": relation,
        "status": event[0].status,
        "slots": {slot: refs(tuple(dict.fromkeys(r for c in event for r in c.refs(slot)))) for slot in slots},
        "place": events.place(reading, event),
        "date": events.date(reading, event),
        "evidence": events.evidence(event),
        "rule": best.rule,
        "why": events.traced(reading, best),
    }


def _annotate(doc: Doc) -> Doc:
    doc._.events = find_events(reading_of(doc)) if own().relation else []
    return doc


create = component("arner_events", _annotate, assigns=["doc._.events"])
