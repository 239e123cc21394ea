"""Why a record is there: its cue, its frame, and for each slot the steps that were tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module

from arner.layers import packed
from arner.records import ArticleRecord, Event, Slot, Span, Statement, Why
from arner.records import Rejected as RejectedRecord
from arner.relations.rule import STEPS, Cue, Filled, Filler, Refs, Step


@packed
@dataclass(frozen=True, slots=True)
class Trace:
    """What becomes a record's `why`. `start`, `end`: characters of the cue in the Doc's text."""

    start: int
    end: int
    frame: str
    slots: tuple[Filled, ...]

    def record(self, cue: Span) -> Why:
        """`Why` of records.py; `cue`: the span where the article's own text has it."""
        return Why(cue=cue, frame=self.frame, slots=[_slot(filled) for filled in self.slots])


def trace(starts: list[int], ends: list[int], cue: Cue, filled: Iterable[Filled]) -> Trace:
    """The trace of a cue; `starts`, `ends`: characters of each token."""
    slots = (Filled(f.slot, tuple(map(_plain, f.fillers)), f.rejected) for f in filled)
    return Trace(starts[cue.start], ends[cue.end - 1], cue.frame, tuple(slots))


def _plain(filler: Filler) -> Filler:
    """A filler without what a relation's own steps keep with theirs."""
    return Filler(filler.refs, filler.start, filler.end, filler.step, filler.country)


def _slot(filled: Filled) -> Slot:
    return Slot(
        slot=filled.slot,
        step=" · ".join(dict.fromkeys(f.step for f in filled.fillers)) or None,
        fillers=[name for _, name in filled.refs],
        rejected=[RejectedRecord(step=r.step, text=r.text, reason=r.reason) for r in filled.rejected],
    )


def every_step() -> list[Step]:
    """All steps of all relations, also of those that no article was read for yet."""
    for relation in ("appointments.steps", "meetings.component", "statements.component"):
        import_module(f"arner.relations.{relation}")
    return list(STEPS.values())


def explain(record: ArticleRecord, at: int | None = None, id: str | None = None) -> Iterator[str]:
    """Lines that say why statements and events are there: all, the one called `id`, or those around character `at`.

    say/reports   s1   cue «قالت» at 0
      speaker   مريم فرح   by subject after
      …         not سليم عمر   carried: gender
    """
    every: list[Statement | Event] = [*record.statements, *record.all_events()]
    for told in every:
        if id is not None and told.id != id:
            continue
        if at is not None and not _covers(told, at):
            continue
        yield from _lines(told)


def _covers(told: Statement | Event, at: int) -> bool:
    spans = [told.evidence] if isinstance(told, Statement) else told.evidence
    return any(span.start <= at < span.end for span in spans)


def _lines(told: Statement | Event) -> Iterator[str]:
    why = told.why
    if why is None:
        yield f"{told.id}  {told.rule}"
        return
    sure = "" if told.confidence is None else f"  right {told.confidence:.0%}"
    yield f"{told.id}  {told.rule}  frame {why.frame}  cue «{why.cue.text}» at {why.cue.start}{sure}"
    width = max((len(slot.slot) for slot in why.slots), default=0)
    for slot in why.slots:
        for fell in slot.rejected:
            yield f"  {slot.slot:{width}}  not «{fell.text}» ({fell.step}: {fell.reason})"
        found = "، ".join(slot.fillers)
        yield f"  {slot.slot:{width}}  " + (f"«{found}» by {slot.step}" if slot.fillers else "nothing")


def refs(pairs: Refs) -> list[dict[str, str | None]]:
    """`Ref`s of records.py."""
    return [{"ref": ref, "name": name} for ref, name in pairs]
