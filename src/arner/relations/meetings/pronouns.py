"""Whom the pronoun of a noun of encounter stands for: `لقائه`, `اجتماع لها`, `محادثاتهما`, `القمة التي جمعتهما`."""

from __future__ import annotations

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.mentions.offices.heads import is_plural
from arner.relations.meetings.acting import acting_body, acting_state, body_of, who_acts
from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.noun_steps import NEAR, WHEN, far
from arner.relations.meetings.participants import (
    Items,
    Taken,
    Words,
    are_several,
    body_before,
    group,
    other_party,
    taken,
)
from arner.relations.meetings.reading import MeetingReading
from arner.relations.meetings.vocabulary import plain
from arner.relations.meetings.wishes import agreed_on
from arner.relations.rule import step
from arner.syntax import Party

_OF_HIS = word_class("of_his")
_FORBIDDING = word_class("forbidding")
_WITHIN = word_class("within_it")
_HIS = word_class("his_her_their")
CATAPHORA = 3  # words before `لقائهما` where its two are told after it
SITS = 5  # words of a body before its sitting
FORBIDDEN = 3  # words between the forbidding and what is forbidden: بمنع انعقاد جلساته


@step("pronoun")
def pronoun(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`لقائه`, `زيارتها`: who acts in the clause; `اجتماعهم` only of several or of a body.

    Nobody where somebody forbids it: `قرار المجلس بمنع انعقاد [جلساته]` is of another.
    """
    if not _FORBIDDING.isdisjoint(reading.words[max(cue.clause.left, cue.start - FORBIDDEN) : cue.start]):
        return None
    return _of_pronoun(cue, cue.noun.noun.suffix)


def _of_pronoun(cue: Encounter, suffix: str) -> Taken | None:
    clause = cue.clause
    if (unnamed := _unnamed_right_before(cue)) is not None:
        return taken(clause, [unnamed], cue.role)
    if (acting := _body_right_before(cue, suffix) or acting_body(cue, suffix)) is not None:
        return taken(clause, [acting], cue.role)
    party = _meant_by(cue, suffix)
    elsewhere = party is None or not clause.left <= party.start < cue.start
    if suffix == "ها" and elsewhere and (state := acting_state(cue)) is not None:
        return state  # قال الرئيس إن الحكومة التونسية أكدت خلال اجتماعاتها
    if party is None or suffix not in _HIS or (suffix == "ه" and _is_feminine_body(party)):
        return None
    if suffix == "ها" and clause.reading.genders.vetoes(party, "f"):
        return body_of(cue, party) or acting_state(cue)
    several: Items = group(clause, party, cue.start) if suffix == "هم" else [party]
    body = party.type in ("described", "organization")
    if suffix == "هم" and not body and len(several) < 2 and len(party.refs) < 2:
        return None
    return taken(clause, several, cue.role)


def _unnamed_right_before(cue: Encounter) -> Party | None:
    """`[المبعوث الأوروبي] يبدأ جولته`: somebody only described, right before the light verb that carries the noun."""
    clause, light = cue.clause, cue.noun.light
    if light is None or light.i != cue.start - 1 or light.i <= clause.left:
        return None
    party = clause.reading.within.get(light.i - 1)
    alone = party is not None and party.type == "described" and not party.refs and party.end == light.i
    return party if alone and party is not None and not clause.oblique(party) else None


def _body_right_before(cue: Encounter, suffix: str) -> Party | Words | None:
    """`أودعها الوزير منضدة [المجلس] في جلسته`: the body that stands right before «in its sitting»."""
    clause, i = cue.clause, cue.start - 1
    if "sits" not in cue.noun.entry.features or suffix not in _HIS or plain(clause.words[i]) not in _WITHIN:
        return None
    party = clause.reading.within.get(i - 1)
    if party is not None and party.type == "organization" and party.end == i:
        return party if fold(party.name).split()[0].endswith("ه") == (suffix == "ها") else None
    for k in range(i - 1, max(clause.left, i - SITS) - 1, -1):
        if party is None and clause.body(k) == i:
            return Words(k, i) if clause.reading.doc[k].text.endswith("ة") == (suffix == "ها") else None
    return None


def _is_feminine_body(party: Party) -> bool:
    """`قالت [الرئاسة] إنه خلال لقائه الوزير`: «his» is not hers."""
    return party.type == "organization" and fold(party.name).partition(" ")[0].endswith("ه")


def _meant_by(cue: Encounter, suffix: str) -> Party | None:
    """Who acts in the clause; `هم` are several of its people, of whom `ه` is none."""
    if (subject := _definite_subject(cue)) is not None:
        return body_before(cue.clause, subject)
    party = _several_told(cue) if suffix == "هم" else None
    party = party or who_acts(cue, cue.start)
    one = suffix in ("ه", "ها") and party is not None and are_several(cue.clause, party)
    return _told_right_before(cue, suffix) if one else party


def _definite_subject(cue: Encounter) -> int | None:
    """`تعقد [الشركة]، يوم 12 مايو، جمعها العام`: the token of a body without a name that holds its general meeting."""
    clause, light = cue.clause, cue.noun.light
    if cue.noun.entry.id != "general-meeting" or light is None or light.i + 1 >= cue.start:
        return None
    i = light.i + 1
    return i if clause.words[i].startswith("ال") and i not in clause.reading.within else None


def _told_right_before(cue: Encounter, suffix: str) -> Party | None:
    """`أثارته تصريحات [الرئيس سليم عمر] خلال زيارته لندن`: the one whose name stands right before «during»."""
    i = cue.start - 1
    party = cue.clause.reading.within.get(i - 1) if i > cue.clause.left else None
    person = (
        party is not None and party.type == "person" and plain(cue.clause.words[i]) in cue.clause.vocabulary.temporal
    )
    gender = "m" if suffix == "ه" else "f"
    return party if party is not None and person and not cue.clause.reading.genders.vetoes(party, gender) else None


def _several_told(cue: Encounter) -> Party | None:
    """`بيان [لوزراء الخارجية] عقب اجتماعهم`: several who are only described in the clause before."""
    clause = cue.clause
    parties = list(clause.reading.between(clause.left, cue.start))
    described = [p for p in parties if p.type == "described" and is_plural(plain(clause.words[p.start]).lstrip("لب"))]
    return described[-1] if described else None


@step("pronoun after it")
def pronoun_after_it(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`اجتماع لها`, `اجتماع له مع السفير`: who acts in the clause."""
    word = cue.clause.words[cue.end] if cue.end < cue.clause.right else ""
    if word not in _OF_HIS or cue.noun.noun.definite:
        return None
    return _of_pronoun(cue, word[1:])


@step("pronoun after a preposition")
def pronoun_after_preposition(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`اجتماعه [معه]`, `لقائه [به]`: whoever was told last and does not act."""
    if cue.noun.kind == "visit":
        return None
    return other_party(cue, range(cue.end, min(cue.clause.right, cue.end + NEAR)))


@step("dual pronoun")
def dual_pronoun(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`قمتهما`: the two told before, or those who act: `يواصل [الاتحاد وواشنطن] محادثاتهما`."""
    if cue.noun.noun.suffix != "هما":
        return None
    return _two_acting(cue) or _both(cue) or _two_told_after(cue)


@step("both of them")
def both_of_them(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """The two that a dual pronoun after the noun stands for: `لقاء بينهما`, `القمة التي جمعتهما`."""
    near = range(cue.end, min(cue.clause.right, cue.end + WHEN + NEAR))
    told = any(reading.is_(j, reading.vocabulary.both) and far(cue.clause, j) <= NEAR for j in near)
    return _both(cue) if told else None


def _two_acting(cue: Encounter) -> Taken | None:
    """Two bodies or states that are joined as the subject of the clause."""
    clause = cue.clause
    for party in clause.reading.between(clause.left, cue.start):
        items = group(clause, party, cue.start)
        if len(items) == 2 and party.type in ("country", "organization") and not clause.oblique(party):
            return taken(clause, items, cue.role)
    return None


def _two_told_after(cue: Encounter) -> Taken | None:
    """`في مستهل محادثاتهما، قال [X] [لـY]`: who speaks after it, and to whom."""
    clause, reading = cue.clause, cue.clause.reading
    if cue.start - clause.sent_start > CATAPHORA:
        return None
    people = [p for p in reading.between(cue.end, clause.sent_end) if p.type == "person" and len(p.refs) == 1][:2]
    to = len(people) == 2 and (reading.letters(people[1]) == "ل" or clause.words[people[1].start - 1] == "الي")
    return taken(clause, people, cue.role) if to and not clause.oblique(people[0]) else None


def _both(cue: Encounter) -> Taken | None:
    """The two people told last, where no third is told beside them; of what is agreed on it is those who agree."""
    if len(cue.draft.participants) > 1 or agreed_on(cue) is not None:
        return None
    reading = cue.clause.reading
    people: dict[tuple[str, ...], Party] = {}
    n = reading.sentence[cue.start]
    for start, end in reading.bounds[max(0, n - 2) : n + 1][::-1]:
        for p in reading.between(start, min(end, cue.start)):
            if p.type == "person" and p.refs:
                people.setdefault(p.refs, p)
        if any(len(refs) == 2 for refs in people):
            people = {refs: p for refs, p in people.items() if len(refs) == 2}
        if sum(map(len, people)) >= 2:
            break
    pair = any(len(refs) == 2 for refs in people)
    if not pair and len(people) > 2:
        return None
    return taken(cue.clause, list(people.values())[: 1 if pair else 2], cue.role)
