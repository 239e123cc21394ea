"""Event mentions to events: which mentions are of one event, and what a record takes from all of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from arner.relations.candidates import Candidate
from arner.relations.reading import Reading
from arner.relations.rule import Filler
from arner.relations.trace import Trace

WINDOW = 60  # events back in which a mention's own is looked for: an article has a dozen
_M = TypeVar("_M")
Fields = dict[str, str | None]


class Told(list[_M]):
    """The mentions of one event, and `who` they tell of together."""

    def __init__(self) -> None:
        super().__init__()
        self.who: set[Hashable] = set()


def merge(
    mentions: Iterable[_M],
    same: Callable[[Told[_M], _M], bool],
    who: Callable[[_M], Iterable[Hashable]] = lambda mention: (),
) -> list[Told[_M]]:
    """The mentions of each event, in the order of the text; `same(event, mention)` is the relation's policy."""
    events: list[Told[_M]] = []
    for mention in mentions:
        own = next((event for event in events[: -WINDOW - 1 : -1] if same(event, mention)), None)
        if own is None:
            own = Told()
            events.append(own)
        own.append(mention)
        own.who.update(who(mention))
    return events


def first(event: Sequence[Candidate], slot: str) -> Filler | None:
    """What fills a slot in the first mention that tells it."""
    return next((c.slots[slot].fillers[0] for c in event if slot in c.slots and c.slots[slot].fillers), None)


def date(reading: Reading, event: Sequence[Candidate]) -> Fields | None:
    """`DateValue` of records.py; a mention with a day goes before one with words alone."""
    found = [reading.dates[f.start] for c in event if (f := first([c], "date")) and f.start in reading.dates]
    best = next((d for d in found if d.first), found[0] if found else None)
    if best is None:
        return None
    return {"text": best.text, "start": best.first, "end": best.last, "granularity": best.granularity}


def place(reading: Reading, event: Sequence[Candidate]) -> Fields | None:
    """`MeetingPlace` of records.py; a state is no name of a place but its code."""
    filler = first(event, "place")
    at = reading.places.get(filler.start) if filler else None
    if at is None:
        return None
    name = None if at.is_state else reading.text[at.char_start : at.char_end]
    return {"ref": at.ref, "name": name, "country": at.country}


def span(reading: Reading, filler: Filler | None) -> dict[str, int] | None:
    """The characters of what fills a slot."""
    if filler is None:
        return None
    start, end = reading.span(filler.start, filler.end)
    return {"start": start, "end": end}


def body(reading: Reading, candidate: Candidate, slot: str) -> str | None:
    """The organisation that stands within what fills a slot: `أمينا عاما [للأمم المتحدة]`."""
    filler = first([candidate], slot)
    inside = reading.syntax.between(filler.start, filler.end) if filler else []
    return next((reading.names.get(p.refs[0], p.name) for p in inside if p.type == "organization" and p.refs), None)


def evidence(event: Sequence[Candidate]) -> list[dict[str, int]]:
    """The words that tell of it, in characters: the fullest mention first, a headline last."""
    best = max(event, key=weight)
    spans = dict.fromkeys([best.evidence, *(c.evidence for c in event)])
    return [{"start": start, "end": end} for start, end in spans]


def weight(candidate: Candidate) -> int:
    """How much a mention tells."""
    return sum(len(filled.refs) for filled in candidate.slots.values()) - 3 * candidate.title


def traced(reading: Reading, candidate: Candidate) -> Trace:
    """The trace of a candidate, whose cue is shown by the word that governs it: the carrier of a noun."""
    cue = candidate.cue.head
    start, end = reading.starts[cue.start], reading.ends[cue.end - 1]
    return Trace(start, end, candidate.frame.id, tuple(candidate.slots.values()))
