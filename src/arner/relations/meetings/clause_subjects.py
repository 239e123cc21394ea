"""Who takes part in an encounter as the subject of the clause that its noun stands in: `قال X خلال زيارة إلى باريس`."""

from __future__ import annotations

from dataclasses import replace

from arner.lexicon import word_class
from arner.relations.meetings.acting import acting_body, acting_state, another_acts, body_of, first_state, who_acts
from arner.relations.meetings.clause import BEFORE_OR_AFTER, Clause
from arner.relations.meetings.cues import verbs
from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.genitive import genitive_of
from arner.relations.meetings.participants import Items, Participant, Taken, group, of, taken
from arner.relations.meetings.reading import MeetingReading
from arner.relations.meetings.vocabulary import plain
from arner.relations.meetings.wishes import wanted
from arner.relations.rule import step
from arner.syntax import Party
from arner.syntax.words import CLOSERS, THAT

_CHAIRED = word_class("led_by")
_PART_IN = word_class("part_in")
_URGING = word_class("urging")
_TAKING_PLACE = word_class("taking_place")
_INTENTION = word_class("intention")
_WITHIN = word_class("within_it")
_TELLING = word_class("telling_somebody")
_WAS = word_class("copula") | word_class("copula_denied")
NEAR = 5  # words between a noun and «with», or who chairs it
URGED = 4  # words between «to» and what somebody is urged to
AFTER_SUMMIT = 4  # words between «after» and a summit: بعد ساعات من انتهاء قمة


@step("subject of the clause")
def subject_of_clause(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`قال X خلال زيارة إلى`, `توجه X متوجها إلى`: who acts in the clause that the noun stands in."""
    if _complete(cue) or not _controlled(cue) or _of_a_thing(cue):
        return None
    clause, party = cue.clause, who_acts(cue, cue.start)
    elsewhere = party is None or party.start < clause.left
    if elsewhere and _another_follows(cue):
        return None
    if elsewhere and _state_acts(cue):
        return acting_state(cue)  # لم تكن تركيا قد تقدمت في المفاوضات مع X
    if party is not None and _is_elsewhere(cue, party):
        return None
    if party is not None and (state := _state_of_speaker(cue, party)) is not None:
        return state
    several = group(clause, party, cue.start) if party is not None else []
    several += _told_by(cue, party) if party is not None and len(several) == 1 else []
    # Of two who act, `تعهد الرئيسان خلال زيارة بكين`, nothing says who is the visitor.
    return taken(clause, several, cue.role) if cue.noun.kind != "visit" or len(several) == 1 else None


def _is_elsewhere(cue: Encounter, party: Party) -> bool:
    """Whether who acts before takes no part in it."""
    others = (_said_of_another, another_acts, _chaired, _begins_what_is_told)
    return _urged(cue) or any(other(cue, party) for other in others)


def _state_acts(cue: Encounter) -> bool:
    """Whether a state right after or right before a verb of the clause acts: `لم تكن [تركيا]`, `إن [تركيا] تقدمت`."""
    clause, first = cue.clause, first_state(cue)
    if first is None or cue.noun.kind != "talks":
        return False
    is_verb, i = clause.reading.syntax.is_verb, first.start - 1
    was = i >= clause.left and plain(clause.words[i]) in _WAS
    return was or (first.end < cue.start and is_verb(first.end))


def _another_follows(cue: Encounter) -> bool:
    """`قال إنه [في مؤتمر المانحين] تعهد المجتمع الدولي`: in a phrase before the verb of somebody else."""
    clause, i = cue.clause, cue.start - 1
    begins = clause.sent_start < clause.left == i and plain(clause.words[i]) in _WITHIN
    if not begins:
        return False
    verbs_after = (j for j in range(cue.end, clause.sent_end - 1) if clause.reading.syntax.is_verb(j))
    verb = next((j for j in verbs_after if clause.words[j - 1] not in clause.vocabulary.relative), None)
    return verb is not None and (clause.names_subject(verb + 1) or verb + 1 in clause.reading.at)


def _said_of_another(cue: Encounter, party: Party) -> bool:
    """`قال X إن على [رئيسة الوزراء] دعم بلادها في محادثات مع Y`: another acts there, before «in talks»."""
    reading = cue.clause.reading
    said = [j for j in range(party.end, cue.start) if reading.words[j] in THAT]
    if not said or reading.words[cue.start - 1] != "في" or cue.noun.noun.suffix:
        return False
    return any(p.type in ("person", "described") for p in reading.between(said[0] + 1, cue.start))


def _state_of_speaker(cue: Encounter, party: Party) -> Taken | None:
    """`أعلن X أن تقدما حصل في محادثات مع السودان`: who speaks of talks with a state speaks for his own."""
    clause, others = cue.clause, cue.draft.participants
    states = others and all((p.ref or "").startswith("country:") for p in others)
    if cue.noun.kind != "talks" or not states or party.type != "person" or plain(clause.words[cue.start - 1]) != "في":
        return None
    state = clause.reading.states.get(party.refs[0] if party.refs else "", party.country)
    narrows = _narrows_another(cue) and clause.words[cue.start - 2] not in _PART_IN
    told = any(clause.words[j] in THAT for j in range(party.end, cue.start)) or narrows
    if not told or state is None:
        return None
    ref = f"country:{state}"
    return of([Participant(ref, clause.reading.names.get(ref, state), cue.role, state)], cue.start, cue.end)


def _begins_what_is_told(cue: Encounter, party: Party) -> bool:
    """`قال X إنه [في مؤتمر] المانحين، تعهد الحاضرون بمساعدات`: what is told begins with it; who acts comes after."""
    clause, left = cue.clause, cue.clause.left
    if party.start >= left:
        return False
    if cue.noun.kind != "visit" and cue.end in clause.reading.sites:
        return True  # أكد X أن دولا تحرف ما اتفق عليه خلال اجتماع جنيف
    gathering = cue.noun.kind in ("summit", "conference")
    return gathering and cue.start - left <= 1 and clause.reading.is_(left - 1, clause.vocabulary.pronominal)


def _chaired(cue: Encounter, party: Party) -> bool:
    """`جاء ذلك عقب اجتماع أمني [برئاسة] X`: who sat with him is not said, nor told in an earlier sentence."""
    clause = cue.clause
    near = clause.words[cue.end : min(clause.right, cue.end + NEAR)]
    return party.start < clause.sent_start and any(plain(word) in _CHAIRED for word in near)


def _urged(cue: Encounter) -> bool:
    """`حث X الحركة على الدخول في مباحثات`: who urges takes no part by that."""
    words, i = cue.clause.words, cue.start
    urged = any(plain(word) in _URGING for word in words[cue.clause.left : i])
    return urged and any(plain(word) == "علي" for word in words[max(cue.clause.left, i - URGED) : i])


def _of_a_thing(cue: Encounter) -> bool:
    """`بعد وصول [سفينة] إلى الميناء`: an arrival with a genitive that is no party is of that, not of who acts."""
    clause, noun = cue.clause, cue.noun
    named = {"bare_destination", "tour", "participle"} & noun.entry.features or noun.noun.suffix
    j = cue.end
    if noun.kind != "visit" or named or j >= clause.right:
        return False
    told = clause.governed(j) or clause.reading.is_sign(j) or j in clause.reading.within or j in clause.reading.dates
    return not (told or j in clause.reading.sites or clause.words[j][0] in "لب")


def _told_by(cue: Encounter, party: Party) -> Items:
    """`أبلغ الوزير [الرئيس سليم عمر] خلال اجتماع`: whom the subject tells something, where nobody else is told of."""
    clause = cue.clause
    if cue.noun.kind not in ("meeting", "call") or cue.noun.noun.definite or cue.draft.participants:
        return []
    tells = (j for j in range(clause.left, cue.start) if plain(clause.words[j]) in _TELLING)
    i = next(tells, None)
    if i is None:
        return []
    start = party.end if i < party.start else i + 1
    people = (q for q in clause.reading.between(start, cue.start) if q.type == "person" and not clause.oblique(q))
    told = next(people, None)
    return [] if told is None else [told]


def _complete(cue: Encounter) -> bool:
    """Whether the noun itself says who takes part, or is definite and needs nobody: `بعد القمة`."""
    clause, noun, known = cue.clause, cue.noun.noun, cue.draft.participants
    company = "مع" in clause.words[cue.end : min(clause.right, cue.end + NEAR)]  # عقد اجتماعا مع X، حضره Y
    if "body" in noun.entry.features:
        return True  # في دورة تدريبية: nobody's sitting
    if known and not noun.suffix and clause.described(cue.end) and genitive_of(clause) is None:
        return True  # بعد لقاء وفد من الحركة مع الرئيس
    party = genitive_of(clause) if known else None
    met = party is not None and _met_by_subject(cue, party)
    if wanted(cue) or (len(known) >= 2 and not company and not met) or cue.draft.complete:
        return True
    if party is not None:
        return not met
    if noun.definite and not known:
        return True
    # قال الوزير بعد اجتماع المجلس: the council sits
    return "sits" in noun.entry.features and not company and any(clause.is_body(p.ref, p.name) for p in known)


def _met_by_subject(cue: Encounter, party: Party) -> bool:
    """`وصل الوزير [للقاء] أمير البلاد وولي العهد`: people after «to meet» are whom the subject meets, who is named.

    Nobody is where two may meet each other: `في زيارة تمهد للقاء سليم عمر وزيد حسن`.
    """
    noun, clause = cue.noun, cue.clause
    one = party.type == "person" and len(party.refs) == 1
    if one and len(group(clause, party)) > 1:
        forms = (verbs().get(word) or verbs().get(plain(word)) for word in clause.words[clause.left : cue.start])
        one = any(form is not None and form.entry.kind == "visit" for form in forms)
    return one and "meets" in noun.entry.features and noun.noun.preposition == "ل"


def _controlled(cue: Encounter) -> bool:
    """Whether the noun is of the clause's subject: `خلال زيارة`, `للقاء`, `متوجها`."""
    reading, clause, noun = cue.clause.reading, cue.clause, cue.noun.noun
    gathering = cue.noun.kind in ("summit", "conference")
    control = clause.vocabulary.attending if gathering else clause.vocabulary.control
    near = range(max(clause.left, cue.start - 2), cue.start)
    if _of_what_governs(cue) or _around_another(cue) or (gathering and _after_a_noun(cue)):
        return False
    if (gathering or cue.noun.kind == "visit") and cue.earlier is None and clause.words[cue.start - 1] == "هامش":
        return True  # قال الوزير على هامش مؤتمر
    named = cue.end in reading.sites  # الأطراف الأخرى في محادثات نيقوسيا
    if (gathering or named) and _narrows_another(cue):
        return False
    told = noun.preposition in ("ل", "ب") or any(reading.is_(j, control) and not _says_who(clause, j) for j in near)
    return told or "participle" in noun.entry.features


def _of_what_governs(cue: Encounter) -> bool:
    """`صرح المبعوث قبيل [انعقاد] محادثات لندن`, `نفى مندوبون وجود أي [نية] لعقد اجتماع`: it goes with that noun."""
    clause, noun = cue.clause, cue.noun.noun
    if clause.words[cue.start - 1] in _TAKING_PLACE and not noun.suffix:
        return True
    before = clause.words[max(clause.left, cue.start - 2) : cue.start]
    return bool(before[1:]) and before[1].startswith("ل") and before[0] in _INTENTION


def _after_a_noun(cue: Encounter) -> bool:
    """`سئل عن تقييمه [لمؤتمر] جنيف`, `الحاجة لمنتديات أخرى`: after a noun «for» goes with it, and not with who acts."""
    reading, i = cue.clause.reading, cue.start - 1
    bare = cue.noun.noun.preposition == "ل" and i >= cue.clause.left
    bare = bare and i not in reading.within and i not in reading.sites
    return bare and reading.syntax.tagged.pos[i] == "NOUN" and reading.words[i] not in cue.clause.vocabulary.heading


def _around_another(cue: Encounter) -> bool:
    """`يجتمع الوزراء بعد [محادثات] فنية`: before or after what meets in its clause is another encounter, of others."""
    clause, noun = cue.clause, cue.noun.noun
    if cue.noun.kind != "talks" or noun.definite or plain(clause.words[cue.start - 1]) not in BEFORE_OR_AFTER:
        return False
    met = (verbs().get(word) for word in clause.words[clause.left : cue.start])
    return any(form is not None and form.entry.kind in ("meeting", "talks") for form in met)


def _says_who(clause: Clause, j: int) -> bool:
    """`[المعارضة] المشاركة في المحادثات`: an adjective of who takes part, not of who acts in the clause; في with it."""
    j -= plain(clause.words[j]) == "في" and clause.words[j - 1] == "المشاركه"
    return clause.words[j] == "المشاركه" and j > clause.left and plain(clause.words[j - 1]).startswith("ال")


def _narrows_another(cue: Encounter) -> bool:
    """`القيادة [في] قمة كوبنهاجن`: «in» after a noun says of it where it is, and nothing of who acts."""
    clause, i = cue.clause, cue.start - 1
    if i - 1 <= clause.left or plain(clause.words[i]) != "في":
        return False
    before = i - 1
    before -= clause.words[before] in CLOSERS
    if clause.reading.is_(before, clause.vocabulary.control) or clause.words[before].startswith("للمشارك"):
        return False
    return not (
        clause.reading.syntax.is_verb(before) or before in clause.reading.within or clause.reading.is_sign(before)
    )


@step("body that acts")
def body_that_acts(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`صادق [مجلس النواب] في جلسة عامة`: a body without a name that acts in the clause, in a sitting of its own."""
    noun = cue.noun.noun
    if cue.draft.participants or noun.definite or "sits" not in noun.entry.features or not _controlled(cue):
        return None
    words = acting_body(cue, None)
    return None if words is None else taken(cue.clause, [words], cue.role)


@step("body of who tells of it")
def body_of_who_tells(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`قال مدير الوكالة إن المحادثات مع إيران صعبة`: the other side is the body of who tells of the talks."""
    clause = cue.clause
    that = clause.left > clause.sent_start and clause.words[clause.left - 1] == "ان"
    if cue.noun.kind != "talks" or not that or len(cue.draft.participants) != 1 or not cue.noun.noun.definite:
        return None
    party = who_acts(cue, cue.start)
    body = None if party is None or party.type != "person" else body_of(cue, party)
    return None if body is None else replace(body, status="ongoing")


@step("who receives")
def who_receives(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`كان [الوزير] في استقبال X وY`: who is at somebody's reception is who receives."""
    clause, i = cue.clause, cue.start - 1
    if cue.noun.entry.id != "reception" or i <= clause.left or plain(clause.words[i]) != "في":
        return None
    host = reading.within.get(i - 1)
    found = host is not None and host.type in ("person", "described") and not clause.oblique(host)
    return taken(clause, [host], cue.role) if host is not None and found else None


@step("club of states")
def club_of_states(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`خلاف بين الحلفاء في [مجموعة السبع] بعد انتهاء قمة`: whose summit it is, where the clause tells of one club."""
    clause, noun = cue.clause, cue.noun
    if noun.kind != "summit" or noun.noun.definite or cue.draft.participants or noun.light is not None:
        return None
    clubs = {p.refs: p for p in reading.between(clause.sent_start, cue.start) if not reading.clubs.isdisjoint(p.refs)}
    after = not BEFORE_OR_AFTER.isdisjoint(clause.words[max(clause.left, cue.start - AFTER_SUMMIT) : cue.start])
    return taken(clause, clubs.values(), cue.role) if len(clubs) == 1 and after else None
