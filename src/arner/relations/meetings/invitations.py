"""Who invites and who is invited: `دعا X Y إلى زيارة`, `تلقى Y دعوة من X`, `دعت رئيسة الوزراء حكومتها إلى اجتماع`."""

from __future__ import annotations

from arner.lexicon import word_class
from arner.relations.meetings.clause import Clause
from arner.relations.meetings.cues import NounCue
from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.participants import Items, Taken, Words, after_letters, taken
from arner.relations.meetings.reading import MeetingReading
from arner.relations.rule import step
from arner.syntax import Party
from arner.syntax.subjects import subject_of

_INVITE = word_class("invite")
_HIS_ENDING = tuple(sorted(word_class("his_her_their")))
_CALL = word_class("call_together")
INVITATION = 20  # words between an invitation and the visit it is to
CALLED = 12  # words between a call and the meeting that somebody is called to


@step("invited")
def invited(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Who is invited to a visit: `دعا X [Y] إلى زيارة`, `تلقى [Y] دعوة من X لزيارة`; it is only proposed."""
    found = invitation(cue.clause)
    return None if found is None else taken(cue.clause, [found[1]], "guest", status="proposed")


@step("inviter")
def inviter(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Who invites to a visit."""
    found = invitation(cue.clause)
    return None if found is None or found[0] is None else taken(cue.clause, [found[0]], "host")


def invitation(clause: Clause) -> tuple[Party | None, Party] | None:
    """Host and guest of a visit that somebody is invited to: `وجه X دعوة إلى Y لزيارة`."""
    cue = clause.cue
    if not isinstance(cue, NounCue) or cue.kind != "visit":
        return None
    led = clause.words[max(clause.sent_start, cue.start - 2) : cue.start]
    if cue.noun.preposition != "ل" and led[-1:] not in (["الي"], ["للقيام"]) and led != ["من", "اجل"]:
        return None
    near = range(max(clause.sent_start, cue.start - INVITATION), cue.start)
    i = max((j for j in near if clause.reading.is_(j, clause.vocabulary.inviting)), default=None)
    if i is None:
        return None
    verb = clause.words[i].lstrip("و") in _INVITE
    before = clause.before_verb(i) if verb else None
    host, guest = _invites(clause, i, verb, before is not None)
    earlier = before if verb else clause.leading(clause.left_of(i), i)
    if host is None:
        host = earlier
    elif guest is None:
        guest = earlier
    return None if guest is None or guest == host else (host, guest)


def _invites(clause: Clause, i: int, verb: bool, preceded: bool) -> tuple[Party | None, Party | None]:
    """Host and guest told between the invitation at `i` and the visit; `preceded`: the host stands before a verb."""
    host: Party | None = None
    guest: Party | None = None
    for p in clause.reading.between(i + 1, clause.cue.start):
        if not clause.acts(p) and p.type != "country":
            continue
        before = clause.words[p.start - 1]
        if before == "الي" or after_letters(clause, p.start) == "ل":
            guest = guest or p
        elif before == "من":
            host = host or p
        elif verb and not clause.oblique(p):
            if host is None and not preceded:
                host = p
            else:
                guest = guest or p
    return host, guest


@step("those called to it")
def those_called(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`دعت رئيسة الوزراء [حكومتها] إلى اجتماع`, `دعا الرئيس [اللجنة] لاجتماع`: who is called, and who calls his own."""
    clause = cue.clause
    i = cue.start if cue.noun.noun.preposition == "ل" else cue.start - 1
    if cue.noun.kind != "meeting" or (i < cue.start and clause.words[i] != "الي") or cue.draft.participants:
        return None
    verb = next((j for j in range(i - 1, max(clause.left, i - CALLED) - 1, -1) if clause.words[j] in _CALL), None)
    found = None if verb is None else next((j for j in range(verb + 1, i) if _called(clause, j)), None)
    if verb is None or found is None:
        return None
    caller = subject_of(reading.syntax, verb, found)
    own = clause.words[found].endswith(_HIS_ENDING) and found not in reading.within
    callers: Items = list(caller.parties) if caller is not None and own else []
    body = reading.at.get(found) or Words(found, clause.phrase_end(found))
    return taken(clause, [*callers, body], cue.role, status="planned")


def _called(clause: Clause, j: int) -> bool:
    """Whether a body stands at `j` as an object: `حكومتها`, `مجلس الأمن القومي`."""
    word, party = clause.words[j], clause.reading.at.get(j)
    if clause.governed(j - 1) or (word[0] in "بلو" and word not in clause.vocabulary.body):
        return False
    if party is not None:
        return party.type == "organization"
    own = next((word.removesuffix(end) for end in _HIS_ENDING if word.endswith(end)), "")
    return bool(clause.body(j)) or not {own.removesuffix("ت") + "ه", own}.isdisjoint(clause.vocabulary.body)
