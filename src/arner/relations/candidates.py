"""From a relation's entries and frames to candidates: each cue of a text with its slots filled."""

from __future__ import annotations

from dataclasses import dataclass

from arner.lexicon import cached, load
from arner.relations import slots as general
from arner.relations.modality import modality
from arner.relations.reading import Reading
from arner.relations.rule import Filled, Frame, Refs, fill
from arner.relations.triggers import Trigger, find
from arner.syntax.modality import Modality

_STATUS = {"real": "held", "open": "held", "denied": "cancelled", "possible": "proposed", "asked": "proposed"}
LONG = 40  # words of a sentence that is evidence as a whole
assert general  # its steps are registered


@dataclass(frozen=True, slots=True)
class Candidate:
    """One event mention: its cue, what fills the slots of its frame, how real the text makes it."""

    cue: Trigger
    frame: Frame
    slots: dict[str, Filled]
    modality: Modality
    evidence: tuple[int, int]
    title: bool

    def refs(self, slot: str) -> Refs:
        return self.slots[slot].refs if slot in self.slots else ()

    @property
    def status(self) -> str:
        """What the cue's modality means in its relation; of a real one what its entry says."""
        for form in (self.cue.head.form, self.cue.form):
            if (own := form.entry.feature("status")) and self.modality in ("real", "open"):
                return own
        return self.frame.status.get(self.modality, self.modality)

    @property
    def rule(self) -> str:
        return f"{self.cue.rule}/{self.frame.id}"


@cached
def frames(relation: str) -> dict[str, Frame]:
    """The frames of a relation by their ids: those of `frames.toml` and of the user's files.

    Raises:
        ValueError: a frame names a step that there is not.
    """
    found: dict[str, Frame] = {}
    for raw in load("frames")["frame"]:
        if raw["relation"] != relation:
            continue
        slots = {slot: tuple(steps) for slot, steps in raw["slots"].items()}
        status = {**_status(relation), **raw.get("status", {})}
        frame = Frame(raw["id"], relation, slots, raw.get("needs", {}), status, raw.get("explains", ""))
        if name := frame.unknown_step():
            raise ValueError(f"frame {relation}/{frame.id}: there is no step {name!r}")
        found[frame.id] = frame
    return found


def _status(relation: str) -> dict[str, str]:
    """What each modality means in the relation, where its frames say nothing else."""
    own: dict[str, str] = next(
        (r["status"] for r in load("frames")["relation"] if r["id"] == relation and "status" in r), {}
    )
    return _STATUS | own


def candidates(reading: Reading, relation: str) -> list[Candidate]:
    """What the relation's cues tell, in the order of the text."""
    taken = [bool(label) for label in reading.syntax.tokens.labels]
    known = frames(relation)
    found: list[Candidate] = []
    for start, end in reading.syntax.telling:
        for cue in find(relation, reading.words, taken, start, end):
            if cue.frame in known:
                candidate = _candidate(reading, cue, known[cue.frame])
                if candidate is not None:
                    found.append(candidate)
    return found


def _candidate(reading: Reading, cue: Trigger, frame: Frame) -> Candidate | None:
    """`cue` with its slots filled; None where the frame needs more."""
    how = modality(reading, cue)
    if how is None:
        return None
    slots = reading.filled = {}  # a step may ask for what fills the slots before its own
    for slot, steps in frame.slots.items():
        slots[slot] = fill(reading, cue, slot, steps)
    if any(len(slots[slot].refs) < least for slot, least in frame.needs.items()):
        return None
    title = reading.title_end is not None and reading.starts[cue.start] < reading.title_end
    return Candidate(cue, frame, slots, how, _evidence(reading, cue, slots.values()), title)


def _evidence(reading: Reading, cue: Trigger, slots: object) -> tuple[int, int]:
    """Characters of the sentence, or of a long one the clause with all that fills slots."""
    start, end = reading.syntax.sentence[cue.start]
    if end - start > LONG:
        left, right = reading.clause(cue.start)
        start, end = max(left, cue.head.start - 12, start), min(right, cue.end + 25)
    return reading.span(start, end)
