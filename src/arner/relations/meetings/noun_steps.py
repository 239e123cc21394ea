"""Whom a noun of an encounter itself names: its genitive, `مع`, `بين`, an adjective, a letter written onto a name."""

from __future__ import annotations

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.relations.meetings.clause import Clause
from arner.relations.meetings.cues import NEVER, NounCue, nouns
from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.genitive import genitive_of, object_start
from arner.relations.meetings.participants import Participant, Taken, Words, group, joined, of, taken, taken_at
from arner.relations.meetings.places import governor, is_institution
from arner.relations.meetings.reading import MeetingReading
from arner.relations.meetings.vocabulary import plain
from arner.relations.rule import step
from arner.syntax import Party

_AUSPICES = word_class("auspices")
_BOTH_STATES = word_class("both_states")
BOTH_TOLD = 2  # sentences back in which the two states are told
WHEN = 16  # words that tell when and where it is held
NEAR = 5  # words between a noun and its `بين X وY`


@step("each of several")
def each_of_several(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`بعد لقاء كل من X، رئيس الحزب، وY`: those listed after «each of»."""
    each = cue.clause.words[cue.end : cue.end + 2] == ["كل", "من"]
    meets = cue.noun.kind == "meeting" and not cue.noun.noun.definite
    return taken_at(cue.clause, cue.end, cue.role) if each and meets else None


@step("whose it is")
def whose_it_is(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """The party in the construct after the noun: `زيارة الرئيس`, `لقاء الوزيرين`; a place there is no party."""
    noun, clause = cue.noun, cue.clause
    party = genitive_of(clause)
    if party is None:
        return None
    if party.start > cue.end and "sits" in noun.entry.features and (clause.body(cue.end) or 0) > party.start:
        return None  # اجتماع تنسيقية أحزاب الائتلاف: of the body that the party is of
    visit, elsewhere = noun.kind == "visit", party.type in ("country", "place")
    # زيارته القنصلية; يلتقي خلال زيارته [الرئيس]: more often the object of the verb
    another = visit and bool(noun.noun.suffix) and party.type in ("organization", "person")
    if another or (elsewhere and (visit or len(group(clause, party)) == 1)):
        return None  # where it goes, where it is held
    role = "host" if visit and _is_visited(cue, party) else cue.role
    if visit and party.type == "described" and party.end - party.start > 1 and is_institution(clause, party.end - 1):
        return taken(clause, [Words(party.start, party.end - 1)], role)  # زيارة رئيس الحكومة [للجهة]: where it goes
    return taken(clause, group(clause, party), role)


def _is_visited(cue: Encounter, party: Party) -> bool:
    """`قام بزيارة [الرئيس]`, `لزيارة [الرئيس]`: who stands in the construct is the host, unless it goes elsewhere."""
    clause, noun = cue.clause, cue.noun
    if party.type != "person" or not (_performed(noun) or noun.noun.preposition == "ل"):
        return False
    to = range(party.end, min(party.end + 4, clause.right))
    return not any(j in clause.reading.sites and governor(clause, j, party.end) in ("الي", "ل") for j in to)


def _performed(noun: NounCue) -> bool:
    """Whether a light verb governs the noun by a preposition: `قام بزيارة`, which is not of its genitive."""
    return noun.light is not None and noun.light.form.entry.by != NEVER


@step("description")
def description(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """People only described in the construct, or after its pronoun: `لقاء [مسؤولين أوروبيين]`, `استقباله [وفدا]`."""
    noun = cue.noun.noun
    owned = bool(noun.suffix) and cue.noun.kind == "meeting"
    if (noun.definite and not owned) or noun.accusative or genitive_of(cue.clause) is not None:
        return None
    start = object_start(cue.clause) if noun.suffix else cue.end
    end = cue.clause.described(start)
    return None if end is None else taken(cue.clause, [Words(start, end)], cue.role)


@step("body that sits")
def body_that_sits(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """A body in the construct or after ل that no name is known of: `اجتماع مجلس الوزراء`, `اجتماعات للجنة الوطنية`."""
    clause, noun = cue.clause, cue.noun.noun
    if "sits" not in noun.entry.features:
        return None
    if not (noun.definite or noun.accusative) and (end := clause.body(cue.end)):
        return taken(clause, [Words(cue.end, end)], cue.role)
    letters = "لب" if "round" in noun.entry.features else "ل"  # جلسة بمجلس النواب
    inside = "round" in noun.entry.features and cue.noun.light is None
    for j in range(cue.end, min(cue.end + NEAR, clause.right)):
        if clause.words[j][0] in letters and (end := clause.body(j)):
            return taken(clause, [Words(j, end)], cue.role)
        if inside and clause.words[j] == "في":
            return _sits_inside(cue, j + 1)
        if clause.governed(j) or j in reading.within:
            return None
    return None


def _sits_inside(cue: Encounter, i: int) -> Taken | None:
    """`جلسة مساءلته في [مجلس النواب]`: the body at `i`, within which the sitting is."""
    clause, party = cue.clause, cue.clause.reading.at.get(i)
    if party is not None and party.type == "organization":
        head = fold(party.name).split()[0]
        return taken(clause, [party], cue.role) if head in clause.vocabulary.body else None
    end = clause.body(i)
    return None if end is None else taken(clause, [Words(i, end)], cue.role)


@step("nationalities")
def nationalities(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """The states of two adjectives: `المباحثات الروسية الإيرانية`; one alone says not who meets."""
    clause = cue.clause
    codes: list[str] = []
    i, gap = cue.end, 0
    while i < clause.right and gap <= 1 and not clause.governed(i):
        if plain(clause.words[i]) in _AUSPICES:
            break  # محادثات برعاية روسية وتركية
        p = reading.within.get(i)
        if i in reading.demonyms and (p is None or p.kind == "demonym"):
            codes.append(reading.demonyms[i])
            gap = -1
        elif p is not None or (reading.is_sign(i) and clause.words[i] not in "-–/"):
            break
        gap += 1
        i += 1
    if len(codes) < 2:
        return None
    refs = {code: f"country:{code}" for code in codes}
    states = (Participant(ref, reading.names.get(ref, code), cue.role, code) for code, ref in refs.items())
    return of(states, cue.end, i)


@step("with or between")
def with_or_between(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Those after `مع`, `بين`, `من` (of a call)."""
    clause, accompanied, complete = cue.clause, False, False
    found: list[Taken | None] = []
    j = cue.end
    while j < clause.right and not _meets_the_press(clause, j):
        between = reading.is_(j, ("بين",)) and cue.noun.kind != "visit" and far(clause, j) <= NEAR
        company = _accompanies(cue, j)
        one = _with_at(cue, j, between=between, company=company)
        if one is not None and company and accompanied and not clause.words[j].startswith("و"):
            break  # مفاوضات مع الشركة … بعد اتفاقه مع النادي
        if one is not None and company and complete:
            break  # المفاوضات بين الناديين … من أجل التعاقد مع اللاعب
        complete = complete or (one is not None and between)
        accompanied = accompanied or (one is not None and company)
        found.append(one)
        j = max(one.end, j + 1) if one is not None else j + 1
    return joined(*found)


def _meets_the_press(clause: Clause, j: int) -> bool:
    """`قال عن الاجتماع في [مؤتمر صحفي] مع نظيره`: with whom somebody faces the press is not whom he met."""
    conference = nouns().get(clause.words[j])
    press = conference is not None and conference.entry.id == "conference" and j + 1 < clause.right
    return press and clause.words[j + 1] in word_class("of_the_press")


def _with_at(cue: Encounter, j: int, *, between: bool, company: bool) -> Taken | None:
    """Those after the preposition at `j`, where it is one of the noun's own."""
    clause, kind = cue.clause, cue.noun.kind
    if between and _BOTH_STATES.intersection(clause.words[j + 1 : j + 3]):
        return _both_states(cue, j)
    caller = kind == "call" and clause.words[j] == "من" and far(clause, j) <= NEAR
    if between or company or caller:
        return taken_at(clause, j + 1, "participant" if kind == "visit" else cue.role, complete=between)
    return None


def _accompanies(cue: Encounter, j: int) -> bool:
    """Whether `مع` of the noun's own stands at `j`: not `تزامنا مع`, not `مع زوجته`."""
    clause = cue.clause
    own = clause.reading.is_(j, ("مع",)) and not clause.compares(j) and not clause.companion(j + 1)
    return own and not (cue.noun.kind == "visit" and clause.after_verb)


def _both_states(cue: Encounter, i: int) -> Taken | None:
    """The two states that `بين البلدين` at `i` stands for: those told just before, where they are two."""
    reading = cue.clause.reading
    n = reading.sentence[cue.start]
    codes: dict[str, None] = {}
    for start, end in reading.bounds[max(0, n - BOTH_TOLD) : n + 1][::-1]:
        for party in reading.between(start, min(end, i)):
            code = reading.states.get(party.refs[0] if party.refs else "", party.country)
            if code is not None and party.type != "place":
                codes.setdefault(code)
        if len(codes) > 1:
            break
    refs = {code: f"country:{code}" for code in codes}
    if len(refs) != 2 or not all(ref in reading.names for ref in refs.values()):
        return None
    states = (Participant(ref, reading.names[ref], cue.role, code) for code, ref in refs.items())
    return of(states, i, i + 2, complete=True)


@step("after its letter")
def after_its_letter(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Those with ب or ل written onto them: `اجتماع للجنة`, `اجتماعه بوفد سعودي`, `القمة التي جمعت X بـY`.

    Of a visit who goes: `زيارة للوزير إلى باريس`.
    """
    clause, kind, light = cue.clause, cue.noun.kind, cue.noun.light
    brings = light is not None and "gathers" in light.form.entry.features
    found: list[Taken | None] = []
    j = cue.end
    while j < clause.right:
        p, near = reading.at.get(j), kind != "visit" and min(far(clause, j), _after_genitive(cue, j)) <= NEAR
        one: Taken | None = None
        letters = "بل" if j == cue.end else "ب"  # اجتماع لجميع الموظفين
        if (
            p is None
            and near
            and kind == "meeting"
            and clause.words[j][0] in letters
            and (end := clause.described(j, letters))
        ):
            one = taken(clause, [Words(j, end)], cue.role)
        elif p is not None and _with_its_letter(cue, p, near=near, brings=brings):
            one = taken(clause, group(clause, p), cue.role)
        found.append(one)
        j = max(one.end, j + 1) if one is not None else j + 1
    return joined(*found)


def _with_its_letter(cue: Encounter, party: Party, *, near: bool, brings: bool) -> bool:
    """Whether a party with ب or ل written onto it takes part; `brings`: by a verb that gathers."""
    letter = cue.clause.reading.letters(party)
    if cue.clause.is_seat(party):
        return False
    if cue.noun.kind == "visit":
        return letter == "ل" and party.start == cue.end and party.type == "person" and _goes_from(cue, party.end)
    return letter in ("ب", "ل") and (brings or (near and _of_the_noun(cue, party)))


def _goes_from(cue: Encounter, i: int) -> bool:
    """Whether somewhere stands right after token `i` to which it goes: `ألغت زيارة للوزير [إلى باريس]`."""
    clause = cue.clause
    to = range(i, min(i + 4, clause.right))
    return any(j in clause.reading.sites and governor(clause, j, i) == "الي" for j in to)


def _after_genitive(cue: Encounter, i: int) -> int:
    """Words between whose the encounter is and `i`: `اجتماع رئيس الوزراء سليم عمر الجمعة، [بوفد]`."""
    party = genitive_of(cue.clause)
    return i - party.end if party is not None and party.end <= i else i - cue.end


def _of_the_noun(cue: Encounter, party: Party) -> bool:
    """Whether a party with ب or ل takes part: no place, no medium told of it, nobody far after ل.

    Not in `قال مصدر شارك في اللقاء [لصحيفة الأيام]`, `اجتماعات لترتيب الحملة الانتخابية [لسليم عمر]`.
    """
    after = cue.clause.reading.letters(party) == "ل"
    if after and party.type == "person":
        return party.start <= cue.end + 2
    medium = after and party.type == "organization" and cue.clause.is_medium(party.name)
    before = cue.clause.reading.within.get(party.start - 1)
    if before is not None and before.type == party.type == "organization" and cue.noun.entry.id != "reception":
        return False  # اجتماع لجنة الأسعار بوزارة التجارة, جلسة للجنة بمجلس النواب, الجمعية العمومية للأمم المتحدة
    if after and any((cue.clause.body(k) or 0) >= party.end for k in range(cue.end, party.start)):
        return False  # of the body that sits
    return party.type not in ("place", "country") and not medium


def far(clause: Clause, i: int) -> int:
    """Words between the noun and `i`, without the clause that says when and where: `التي ستعقد في يونيو`."""
    cue = clause.cue
    start = cue.end
    if start < cue.governed < i:
        start = cue.governed + 1
    if i - start > WHEN:
        return i - start
    dates = (clause.reading.dates.get(j) for j in range(start, i))
    return i - start - sum(when.end - when.start for when in dates if when is not None)
