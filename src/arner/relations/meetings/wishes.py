"""Who takes part in an encounter that is wanted or agreed on: `يعتزم X زيارة`, `أعلن X استعداده للقاء Y`."""

from __future__ import annotations

from arner.lexicon import word_class
from arner.relations.meetings.acting import another_acts, who_acts
from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.genitive import genitive_of
from arner.relations.meetings.participants import Items, Taken, Words, group, taken
from arner.relations.meetings.reading import MeetingReading
from arner.relations.meetings.status import governing
from arner.relations.rule import step
from arner.syntax import Party
from arner.syntax.subjects import subject_of

_HIS_ENDING = tuple(word_class("his_her_their"))
_INTENDED = ("planned", "proposed")
WISHED = 3  # words between somebody's intention and what it is: `استعداده التام لعقد [لقاء]`
WANTED = 6  # words between a wish and what is wished for


@step("who wants it")
def who_wants_it(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`يعتزم X زيارة`, `يأمل X في لقاء Y`, `أكد X استعداده للقاء Y`."""
    clause, visit = cue.clause, cue.noun.kind == "visit"
    whose = _whose_wish(cue)
    if whose is None and not wanted(cue):
        return None
    if (state := _wanting_state(cue)) is not None:
        return state
    party = whose or who_acts(cue, cue.start)
    if party is not None and another_acts(cue, party):
        return None
    another = genitive_of(clause) is not None or "مع" in clause.words[cue.end : clause.right]
    masdar = cue.start > clause.left and reading.is_(cue.start - 1, clause.vocabulary.masdar)
    alone = not (cue.draft.participants or masdar)
    return taken(clause, [party], cue.role) if party is not None and ((another and not visit) or alone) else None


def _whose_wish(cue: Encounter) -> Party | None:
    """Who is told last before his intention or readiness: `أعلن [سليم عمر] الاثنين عزمه زيارة باريس`."""
    clause, reading = cue.clause, cue.clause.reading
    if len(cue.draft.participants) > 1:
        return None
    for j in range(cue.start - 1, max(clause.left, cue.start - WISHED) - 1, -1):
        text = reading.doc[j].text
        if text.endswith(_HIS_ENDING) and not text.endswith("ة") and governing(clause.words, j + 1, j) in _INTENDED:
            told = [p for p in reading.between(clause.left, j) if p.kind != "demonym" and not clause.oblique(p)]
            gender = "f" if text.endswith("ها") else "m" if text.endswith("ه") else None
            fits = told and not reading.genders.vetoes(told[-1], gender)
            states = cue.noun.kind != "visit" or told[-1:] == [] or told[-1].type != "country"
            return told[-1] if fits and states and told[-1].type != "place" else None
    return None


def _wanting_state(cue: Encounter) -> Taken | None:
    """`كانت [إسبانيا] تخطط لعقد قمة`: a state that wants to hold one."""
    clause = cue.clause
    if cue.noun.kind == "visit" or cue.draft.participants:
        return None
    for j in range(cue.start - 1, max(clause.left, cue.start - WANTED) - 1, -1):
        wish = clause.words[j][0] in "يت" and governing(clause.words, j + 1, j) in ("planned", "proposed")
        party = clause.reading.within.get(j - 1) if wish else None
        if party is not None and party.type == "country" and party.end == j and not clause.oblique(party):
            return taken(clause, [party], cue.role)
    return None


def wanted(cue: Encounter) -> bool:
    """Whether the noun is what somebody intends or hopes for: `يعتزم زيارة`, `يأمل في لقاء فلان`."""
    clause, reading = cue.clause, cue.clause.reading
    if len(cue.draft.participants) > 1:
        return False
    i = cue.start
    i -= reading.is_(i - 1, ("في", "الي", *clause.vocabulary.masdar)) if i > clause.left else 0
    near = range(max(clause.left, i - WANTED), i)
    hoped = (
        clause.words[j].startswith(("ي", "ت")) and governing(clause.words, j + 1, j) in ("planned", "proposed")
        for j in near
    )
    return any(hoped) and not any(reading.is_(j, ("ان", "من")) for j in near)


@step("those who agree on it")
def those_who_agree(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`اتفقت مصر والأردن على عقد قمة`, `اتفق الوزير مع نظيره على لقاء`: it is to come."""
    clause, i = cue.clause, agreed_on(cue)
    start = cue.start
    acting = None if i is None else subject_of(reading.syntax, i, start)
    if cue.noun.kind == "visit" or i is None or acting is None:
        return None
    others = (p for p in reading.between(i + 1, start) if clause.acts(p) and clause.words[p.start - 1] == "مع")
    found: Items = [*acting.parties, *(q for p in others for q in group(clause, p, start))]
    several = sum(1 if isinstance(p, Words) else len(p.refs) or 1 for p in found) > 1
    return taken(clause, found, cue.role, status="planned") if several else None


def agreed_on(cue: Encounter) -> int | None:
    """The token of the verb that says that the encounter is agreed on: `[اتفقت] مصر والأردن على عقد أول قمة`."""
    clause, v = cue.clause, cue.clause.vocabulary
    masdar = clause.masdar()
    start = cue.start if masdar is None else masdar
    if start - 1 <= clause.left or clause.words[start - 1] != "علي":
        return None
    return next((j for j in range(start - 2, clause.left - 1, -1) if clause.reading.is_(j, v.agreeing)), None)
