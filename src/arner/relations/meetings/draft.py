"""An encounter while its slots are filled: the cue as steps get it, and what was found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from arner.relations.meetings.clause import Clause
from arner.relations.meetings.cues import NounCue, VerbCue
from arner.relations.meetings.participants import Participant, Taken
from arner.relations.meetings.reading import Place
from arner.relations.rule import Cue, Filler


@dataclass(frozen=True, slots=True)
class Located(Filler):
    """Where a step found the encounter to be; several places: the stops of a visit, each at a token of `at`."""

    places: tuple[Place, ...] = ()
    at: tuple[int, ...] = ()


@dataclass(slots=True)
class Draft:
    """`first`, `last`: tokens from the first to after the last argument; `place_at`: that of the place.

    `status`: what a construction says of it.
    """

    first: int
    last: int
    participants: list[Participant] = field(default_factory=list)
    places: tuple[Place, ...] = ()
    stops_at: tuple[int, ...] = ()
    place_at: int = 0
    status: str | None = None
    complete: bool = False

    @property
    def refs(self) -> frozenset[str | None]:
        return frozenset(p.ref for p in self.participants)

    def add(self, filler: Filler) -> None:
        """Take what a step found; nobody twice."""
        self.first = min(self.first, filler.start)
        self.last = max(self.last, filler.end)
        if isinstance(filler, Located):
            self.places, self.stops_at = filler.places, filler.at
            self.place_at = filler.start
        if isinstance(filler, Taken):
            known = {p.key for p in self.participants}
            new = [p for p in filler.participants if p.key not in known]
            self.participants = [*new, *self.participants] if filler.first else [*self.participants, *new]
            self.status = self.status or filler.status
            self.complete = self.complete or filler.complete


@dataclass(frozen=True, slots=True)
class Encounter(Cue):
    """The cue of an encounter. `earlier`: who the encounter told just before is of (`زيارة الوزير ومحادثاته`)."""

    clause: Clause
    draft: Draft
    earlier: Participant | None = None

    @property
    def noun(self) -> NounCue:
        """The cue of the frames of nouns."""
        cue = self.clause.cue
        assert isinstance(cue, NounCue), "frames of nouns are given to nouns"
        return cue

    @property
    def verb(self) -> VerbCue:
        """The cue of the frames of verbs."""
        cue = self.clause.cue
        assert isinstance(cue, VerbCue), "frames of verbs are given to verbs"
        return cue

    @property
    def role(self) -> str:
        return "guest" if self.clause.cue.kind == "visit" else "participant"
