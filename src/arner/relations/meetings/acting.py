"""Who acts in the clause that an encounter stands in: somebody, a state, a body without a name."""

from __future__ import annotations

from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.participants import Participant, Taken, Words, antecedent, of, taken
from arner.syntax import Party

_THEY = ("ون", "وا")
_NOMINATIVE = "ون"


def who_acts(cue: Encounter, i: int) -> Party | None:
    """Whoever a pronoun or a dropped subject at token `i` stands for, as far as the encounter is read."""
    return antecedent(cue.clause, i, cue.draft.last, cue.draft.refs)


def first_state(cue: Encounter) -> Party | None:
    """The first state in the clause that no preposition governs."""
    clause = cue.clause
    states = (p for p in clause.reading.between(clause.left, cue.start) if p.type == "country" and p.kind != "demonym")
    return next((p for p in states if not clause.oblique(p)), None)


def acting_state(cue: Encounter) -> Taken | None:
    """`[الحكومة التونسية] أكدت خلال اجتماعاتها`: a state that acts in the clause."""
    state = first_state(cue)
    return None if state is None or cue.noun.kind == "visit" else taken(cue.clause, [state], cue.role)


def acting_body(cue: Encounter, suffix: str | None) -> Words | None:
    """`صادق [المجلس الحكومي] خلال اجتماعه`: a body without a name that acts in the clause and agrees in gender."""
    clause = cue.clause
    if cue.noun.kind == "visit":
        return None
    for j in range(clause.left, cue.start):
        if j in clause.reading.within:
            return None
        if (end := clause.body(j)) and clause.words[j][0] != "ل":
            feminine = clause.reading.doc[j].text.endswith("ة")
            return Words(j, end) if suffix is None or feminine == (suffix == "ها") else None
    return None


def body_of(cue: Encounter, person: Party) -> Taken | None:
    """`قال رئيس الكتلة سليم عمر على هامش اجتماع [لها]`: the body whose office he has."""
    reading = cue.clause.reading
    role = reading.roles.get(person.refs[0])
    if role is None or not role.organization:
        return None
    ref = next((ref for ref, name in reading.names.items() if name == role.organization), None)
    return of([Participant(ref, role.organization, cue.role, None)], cue.start, cue.end)


def another_acts(cue: Encounter, party: Party) -> bool:
    """`تعهد [المتمردون] بالوصول إلى المدينة`: the verb has its own subject; `party` stands in a sentence before."""
    clause = cue.clause
    verb = next((j for j in range(cue.start - 1, clause.left - 1, -1) if clause.reading.syntax.is_verb(j)), None)
    if party.start >= clause.sent_start or verb is None:
        return False
    state = clause.reading.at.get(verb + 1)
    several = clause.words[verb].endswith(_THEY) or clause.words[verb + 1].endswith(_NOMINATIVE)
    return several or (state is not None and state.type == "country" and not clause.oblique(state))
