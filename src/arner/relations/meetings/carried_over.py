"""Who takes part in an encounter because the one told just before is his: `زيارة الوزير ومحادثاته`."""

from __future__ import annotations

from dataclasses import replace

from arner.lexicon import word_class
from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.participants import Taken, of
from arner.relations.meetings.places import bound_for
from arner.relations.meetings.reading import MeetingReading
from arner.relations.meetings.vocabulary import plain
from arner.relations.rule import step

_STOP = word_class("stop_of_a_tour")
STOP = 5  # words between a tour and what says that a visit is a stop of it


@step("pronoun of the one before")
def pronoun_of_one_before(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`زيارة الوزير ومحادثاته`: of whom the encounter told just before is."""
    if cue.earlier is None or reading.words[cue.start][0] != "و":
        return None
    return of([replace(cue.earlier, role=cue.role)], cue.start, cue.end)


@step("who goes there for it")
def who_goes_there(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`توجه [الوزير] إلى القاهرة بهدف عقد اجتماع مع X`: who goes somewhere for the encounter takes part in it."""
    company = len(cue.draft.participants) == 1 and not cue.draft.complete and not cue.noun.noun.suffix
    if cue.earlier is None or cue.noun.kind == "visit" or not company or bound_for(reading, cue) is None:
        return None
    return of([replace(cue.earlier, role=cue.role)], cue.start, cue.end, first=True)


@step("who then makes it")
def who_then_makes_it(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`حضور [الوزير] للقمة، ومن ثم زيارة بيروت`: a visit joined to what somebody did or was to do is his too."""
    clause, i = cue.clause, cue.start - 1
    bare = cue.noun.kind == "visit" and not cue.noun.noun.definite and not cue.draft.participants
    if cue.earlier is None or not bare or i <= clause.left or clause.words[i] != "ثم":
        return None
    return of([replace(cue.earlier, role=cue.role)], cue.start, cue.end, first=True)


@step("visitor of a stop")
def visitor_of_a_stop(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`زيارة [الوزير] لتونس هي المحطة الأخيرة في جولة`: who makes the visit makes the tour that it is a stop of."""
    stop = any(plain(word) in _STOP for word in cue.clause.words[max(cue.clause.left, cue.start - STOP) : cue.start])
    if cue.earlier is None or "tour" not in cue.noun.entry.features or not stop:
        return None
    return of([replace(cue.earlier, role=cue.role)], cue.start, cue.end, first=True)
