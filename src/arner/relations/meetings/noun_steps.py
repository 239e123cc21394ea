"""Steps that fill the slots of a noun that is an encounter: its genitive, `مع`, `بين`, its pronoun, its light verb."""

from __future__ import annotations

from dataclasses import replace

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.mentions.offices.heads import is_plural
from arner.relations.meetings.clause import BEFORE_OR_AFTER, Clause
from arner.relations.meetings.cues import NEVER, NounCue, VerbCue, nouns, verbs
from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.genitive import genitive_of, object_start
from arner.relations.meetings.participants import (
    Items,
    Participant,
    Taken,
    Words,
    after_letters,
    antecedent,
    are_several,
    begins_with_phrase,
    described_before,
    group,
    joined,
    joined_before,
    of,
    other_party,
    party_before,
    subject,
    taken,
    taken_at,
)
from arner.relations.meetings.places import bound_for, governor, is_institution
from arner.relations.meetings.reading import MeetingReading
from arner.relations.meetings.status import governing
from arner.relations.meetings.vocabulary import plain
from arner.relations.rule import step
from arner.syntax import Party
from arner.syntax.subjects import subject_of
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, THAT

_CHAIRED = word_class("led_by")
_INVITE = word_class("invite")
_PART_IN = word_class("part_in")
_AUSPICES = word_class("auspices")
_URGING = word_class("urging")
_TAKING_PLACE = word_class("taking_place")
_OF_HIS = word_class("of_his")
_AT_THE_HEAD = word_class("at_the_head")
_LATTER = word_class("the_latter")
_STOP = word_class("stop_of_a_tour")
_RESUMED = word_class("resumed")
_BOTH_STATES = word_class("both_states")
_PARTY = word_class("party_in_short")
_WIDE = word_class("wide_attendance")
_INCLUDES_HIM = word_class("includes_him")
_NOT = word_class("negation")
_WITHOUT = word_class("without_attendance")
_FORBIDDING = word_class("forbidding")
_SAW = word_class("saw_attendance")
_INTENTION = word_class("intention")
_THEY = ("ون", "وا")
_NOMINATIVE = "ون"
_WITHIN = word_class("within_it")
_HIDES_CASE = tuple(word_class("hides_case"))
_PRESIDING = word_class("presiding")
BOTH_TOLD = 2  # sentences back in which the two states are told
_TELLING = word_class("telling_somebody")
_HIS = word_class("his_her_their")
_HIS_ENDING = tuple(sorted(_HIS))
_CALL = word_class("call_together")
_PROCEEDINGS = word_class("proceedings")
_WAS = word_class("copula") | word_class("copula_denied")
_ATTENDANCE = word_class("attendance")
ATTENDANCE = 9  # words between somebody's attendance and the conference
WHEN = 16  # words that tell when and where it is held
NEAR = 5  # words between a noun and its `بين X وY`
INVITATION = 20  # words between an invitation and the visit it is to
OPENING = 4  # words of a sentence before the body that acts in it
LED = 6  # words of a delegation before who leads it
CATAPHORA = 3  # words before `لقائهما` where its two are told after it
STOP = 5  # words between a tour and what says that a visit is a stop of it
CALLED = 12  # words between a call and the meeting that somebody is called to
URGED = 4  # words between «to» and what somebody is urged to
SAW = 4  # words between «saw» and the taking part that it saw
SITS = 5  # words of a body before its sitting
WISHED = 3  # words between somebody's intention and what it is: `استعداده التام لعقد [لقاء]`
_INTENDED = ("planned", "proposed")
AFTER_SUMMIT = 4  # words between «after» and a summit: بعد ساعات من انتهاء قمة
FORBIDDEN = 3  # words between the forbidding and what is forbidden: بمنع انعقاد جلساته
INCLUDES = 5  # words between an encounter and whom it includes: قمة ثلاثية تضمه
WANTED = 6  # words between a wish and what is wished for


# -- whom the noun itself names ----------------------------------------------------------------------------------------


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
        between = reading.is_(j, ("بين",)) and cue.noun.kind != "visit" and _far(clause, j) <= NEAR
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
    caller = kind == "call" and clause.words[j] == "من" and _far(clause, j) <= NEAR
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
        p, near = reading.at.get(j), kind != "visit" and min(_far(clause, j), _after_genitive(cue, j)) <= NEAR
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


def _of_the_noun(cue: Encounter, party: Party) -> bool:
    """Whether a party with ب or ل takes part: no place, no medium told of it, nobody far after ل.

    Not in `قال مصدر شارك في اللقاء [لصحيفة الأيام]`, `اجتماعات لترتيب الحملة الانتخابية [لسليم عمر]`.
    """
    after = cue.clause.reading.letters(party) == "ل"
    if after and party.type == "person":
        return party.start <= cue.end + 2
    medium = after and party.type == "organization" and cue.clause.is_medium(party.name)
    before = cue.clause.reading.within.get(party.start - 1)
    if before is not None and before.type == party.type == "organization" and not after:
        return False  # اجتماع لجنة الأسعار بوزارة التجارة, جلسة للجنة الدفاع بمجلس النواب
    return party.type not in ("place", "country") and not medium


@step("attended by")
def attended_by(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """Those after `بحضور`, `برئاسة`, `يرافقه`, `ضم`; without a partner, nobody: `استعرضت القوات جاهزيتها بحضور X`."""
    clause = cue.clause
    if isinstance(clause.cue, VerbCue) and clause.cue.entry.frame == "with" and len(cue.draft.participants) < 2:
        return None
    joined_verb = (j for j in range(cue.end, clause.right) if _goes_on_to_act(clause, j))
    near = range(cue.end, next(joined_verb, clause.right))
    listed = (j for j in near if _told_beside(clause, j) and not _of_another(cue, j))
    return joined(*(taken_at(clause, _after_company(clause, j), "participant") for j in listed))


def _after_company(clause: Clause, j: int) -> int:
    """Where those stand who the word of company at `j` tells: `أشرف عليها [X]`, `بمشاركة واسعة [لـX]`, `… من [X]`."""
    if _over_it(clause, j):
        return j + 2
    if clause.words[j + 1 : j + 2] and clause.words[j + 1] in _WIDE:
        return j + 2 + (clause.words[j + 2 : j + 3] == ["من"])
    if clause.words[j + 1 : j + 2] in (["فيه"], ["فيها"]):  # شاركت فيها بشكل غير مباشر الولايات المتحدة
        how = clause.words[j + 2 : j + 3] == ["بشكل"]
        return j + 2 + how * (2 + (clause.words[j + 3 : j + 4] == ["غير"]))
    return j + 1


def _told_beside(clause: Clause, j: int) -> bool:
    """Whether somebody else who takes part stands after word `j`: `بحضور`, `أشرف` of `أشرف عليها`, `شهد مشاركة`."""
    saw = clause.words[j] == "مشاركه" and any(plain(w) in _SAW for w in clause.words[max(clause.cue.end, j - SAW) : j])
    return _over_it(clause, j) or saw or clause.reading.is_(j, clause.vocabulary.company)


def _over_it(clause: Clause, j: int) -> bool:
    return clause.words[j + 1 : j + 2] in (["عليه"], ["عليها"]) and plain(clause.words[j]) in _PRESIDING


def _goes_on_to_act(clause: Clause, j: int) -> bool:
    """Whether a verb joined by و at `j` tells of something else: `تعهدوا بالوصول، [ورفضوا] مجلسا برئاسة سليم`."""
    word = clause.words[j]
    return word[0] == "و" and word[1:] not in clause.vocabulary.company and clause.reading.syntax.is_verb(j)


def _of_another(cue: Encounter, j: int) -> bool:
    """Whether the word of company at `j` is of another noun: `السلطة بقيادة`, `استقبل X الذي يضم وفده`."""
    clause = cue.clause
    topic = any(clause.reading.is_(k, clause.vocabulary.topic) for k in range(cue.end, j))
    if topic and plain(clause.words[j]) in _AT_THE_HEAD:
        return True  # محادثات حول ملف تعنى به دول على رأسها مصر
    if clause.compares(j) or (clause.words[j] == "ضم" and clause.governed(j - 1)):
        return True  # للنظر في ضم الأدلة
    if plain(clause.words[j - 1]) in _NOT or plain(clause.words[j - 1]).lstrip("لب") in _WITHOUT:
        return True  # لا يضم المؤتمر أطراف النزاع, دون حضور روسيا
    if plain(clause.words[j]) in clause.vocabulary.leading:  # زار وفد من الحركة، بقيادة سليم عمر
        near = range(max(clause.left, j - LED), j)
        return all(clause.described(k) not in (j, j - 1) for k in near)
    resumed = _over_it(clause, j) or clause.words[j + 1 : j + 2] in (["فيه"], ["فيها"])
    text = clause.reading.doc[j + 1].text if j + 1 < clause.right and not resumed else ""
    return text.endswith(("ه", "ها")) and j + 1 not in clause.reading.within


def _far(clause: Clause, i: int) -> int:
    """Words between the noun and `i`, without the clause that says when and where: `التي ستعقد في يونيو`."""
    cue = clause.cue
    start = cue.end
    if start < cue.governed < i:
        start = cue.governed + 1
    if i - start > WHEN:
        return i - start
    dates = (clause.reading.dates.get(j) for j in range(start, i))
    return i - start - sum(when.end - when.start for when in dates if when is not None)


def _after_genitive(cue: Encounter, i: int) -> int:
    """Words between whose the encounter is and `i`: `اجتماع رئيس الوزراء سليم عمر الجمعة، [بوفد]`."""
    party = genitive_of(cue.clause)
    return i - party.end if party is not None and party.end <= i else i - cue.end


@step("both of them")
def both_of_them(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """The two that a dual pronoun after the noun stands for: `لقاء بينهما`, `القمة التي جمعتهما`."""
    near = range(cue.end, min(cue.clause.right, cue.end + WHEN + NEAR))
    told = any(reading.is_(j, reading.vocabulary.both) and _far(cue.clause, j) <= NEAR for j in near)
    return _both(cue) if told else None


# -- whom its pronoun stands for ---------------------------------------------------------------------------------------


@step("pronoun of the one before")
def pronoun_of_one_before(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`زيارة الوزير ومحادثاته`: of whom the encounter told just before is."""
    if cue.earlier is None or reading.words[cue.start][0] != "و":
        return None
    return of([replace(cue.earlier, role=cue.role)], cue.start, cue.end)


@step("pronoun after a preposition")
def pronoun_after_preposition(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`اجتماعه [معه]`, `لقائه [به]`: whoever was told last and does not act."""
    if cue.noun.kind == "visit":
        return None
    return other_party(cue, range(cue.end, min(cue.clause.right, cue.end + NEAR)))


@step("pronoun after it")
def pronoun_after_it(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`اجتماع لها`, `اجتماع له مع السفير`: who acts in the clause."""
    word = cue.clause.words[cue.end] if cue.end < cue.clause.right else ""
    if word not in _OF_HIS or cue.noun.noun.definite:
        return None
    return _of_pronoun(cue, word[1:])


@step("dual pronoun")
def dual_pronoun(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`قمتهما`: the two told before, or those who act: `يواصل [الاتحاد وواشنطن] محادثاتهما`."""
    if cue.noun.noun.suffix != "هما":
        return None
    return _two_acting(cue) or _both(cue) or _two_told_after(cue)


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


@step("pronoun")
def pronoun(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`لقائه`, `زيارتها`: who acts in the clause; `اجتماعهم` only of several or of a body.

    Nobody where somebody forbids it: `قرار المجلس بمنع انعقاد [جلساته]` is of another.
    """
    if not _FORBIDDING.isdisjoint(reading.words[max(cue.clause.left, cue.start - FORBIDDEN) : cue.start]):
        return None
    return _of_pronoun(cue, cue.noun.noun.suffix)


def _unnamed_right_before(cue: Encounter) -> Party | None:
    """`[المبعوث الأمريكي] يبدأ جولته`: somebody only described, right before the light verb that carries the noun."""
    clause, light = cue.clause, cue.noun.light
    if light is None or light.i != cue.start - 1 or light.i <= clause.left:
        return None
    party = clause.reading.within.get(light.i - 1)
    alone = party is not None and party.type == "described" and not party.refs and party.end == light.i
    return party if alone and party is not None and not clause.oblique(party) else None


def _is_feminine_body(party: Party) -> bool:
    """`قالت [الرئاسة] إنه خلال لقائه الوزير`: «his» is not hers."""
    return party.type == "organization" and fold(party.name).partition(" ")[0].endswith("ه")


def _of_pronoun(cue: Encounter, suffix: str) -> Taken | None:
    clause = cue.clause
    if (unnamed := _unnamed_right_before(cue)) is not None:
        return taken(clause, [unnamed], cue.role)
    if (acting := _body_right_before(cue, suffix) or _acting_body(cue, suffix)) is not None:
        return taken(clause, [acting], cue.role)
    party = _meant_by(cue, suffix)
    elsewhere = party is None or not clause.left <= party.start < cue.start
    if suffix == "ها" and elsewhere and (state := _acting_state(cue)) is not None:
        return state  # قال الرئيس إن الحكومة الإيرانية أكدت خلال اجتماعاتها
    if party is None or suffix not in _HIS or (suffix == "ه" and _is_feminine_body(party)):
        return None
    if suffix == "ها" and clause.reading.genders.vetoes(party, "f"):
        return _body_of(cue, party) or _acting_state(cue)
    several: Items = group(clause, party, cue.start) if suffix == "هم" else [party]
    body = party.type in ("described", "organization")
    if suffix == "هم" and not body and len(several) < 2 and len(party.refs) < 2:
        return None
    return taken(clause, several, cue.role)


def _meant_by(cue: Encounter, suffix: str) -> Party | None:
    """Who acts in the clause; `هم` are several of its people, of whom `ه` is none."""
    party = _several_told(cue) if suffix == "هم" else None
    party = party or _antecedent(cue, cue.start)
    one = suffix in ("ه", "ها") and party is not None and are_several(cue.clause, party)
    return _told_right_before(cue, suffix) if one else party


def _told_right_before(cue: Encounter, suffix: str) -> Party | None:
    """`أثارته تصريحات [الرئيس سليم عمر] خلال زيارته لندن`: the one whose name stands right before «during»."""
    i = cue.start - 1
    party = cue.clause.reading.within.get(i - 1) if i > cue.clause.left else None
    person = (
        party is not None and party.type == "person" and plain(cue.clause.words[i]) in cue.clause.vocabulary.temporal
    )
    gender = "m" if suffix == "ه" else "f"
    return party if party is not None and person and not cue.clause.reading.genders.vetoes(party, gender) else None


def _body_of(cue: Encounter, person: Party) -> Taken | None:
    """`قال رئيس الكتلة سليم عمر على هامش اجتماع [لها]`: the body whose office he has."""
    reading = cue.clause.reading
    role = reading.roles.get(person.refs[0])
    if role is None or not role.organization:
        return None
    ref = next((ref for ref, name in reading.names.items() if name == role.organization), None)
    return of([Participant(ref, role.organization, cue.role, None)], cue.start, cue.end)


def _acting_state(cue: Encounter) -> Taken | None:
    """`[الحكومة الإيرانية] أكدت خلال اجتماعاتها`: a state that acts in the clause."""
    state = _first_state(cue)
    return None if state is None or cue.noun.kind == "visit" else taken(cue.clause, [state], cue.role)


def _first_state(cue: Encounter) -> Party | None:
    """The first state in the clause that no preposition governs."""
    clause = cue.clause
    states = (p for p in clause.reading.between(clause.left, cue.start) if p.type == "country" and p.kind != "demonym")
    return next((p for p in states if not clause.oblique(p)), None)


def _several_told(cue: Encounter) -> Party | None:
    """`بيان [لوزراء الخارجية] عقب اجتماعهم`: several who are only described in the clause before."""
    clause = cue.clause
    parties = list(clause.reading.between(clause.left, cue.start))
    described = [p for p in parties if p.type == "described" and is_plural(plain(clause.words[p.start]).lstrip("لب"))]
    return described[-1] if described else None


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


@step("body that acts")
def body_that_acts(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`صادق [مجلس النواب] في جلسة عامة`: a body without a name that acts in the clause, in a sitting of its own."""
    noun = cue.noun.noun
    if cue.draft.participants or noun.definite or "sits" not in noun.entry.features or not _controlled(cue):
        return None
    words = _acting_body(cue, None)
    return None if words is None else taken(cue.clause, [words], cue.role)


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


def _acting_body(cue: Encounter, suffix: str | None) -> Words | None:
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


def _antecedent(cue: Encounter, i: int) -> Party | None:
    return antecedent(cue.clause, i, cue.draft.last, cue.draft.refs)


def _both(cue: Encounter) -> Taken | None:
    """The two people told last, where no third is told beside them; of what is agreed on it is those who agree."""
    if len(cue.draft.participants) > 1 or _agreed_on(cue) is not None:
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


# -- who acts ----------------------------------------------------------------------------------------------------------


@step("those who agree on it")
def those_who_agree(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`اتفقت مصر والأردن على عقد قمة`, `اتفق الوزير مع نظيره على لقاء`: it is to come."""
    clause, i = cue.clause, _agreed_on(cue)
    start = cue.start
    acting = None if i is None else subject_of(reading.syntax, i, start)
    if cue.noun.kind == "visit" or i is None or acting is None:
        return None
    others = (p for p in reading.between(i + 1, start) if clause.acts(p) and clause.words[p.start - 1] == "مع")
    found: Items = [*acting.parties, *(q for p in others for q in group(clause, p, start))]
    several = sum(1 if isinstance(p, Words) else len(p.refs) or 1 for p in found) > 1
    return taken(clause, found, cue.role, status="planned") if several else None


def _agreed_on(cue: Encounter) -> int | None:
    """The token of the verb that says that the encounter is agreed on: `[اتفقت] مصر والأردن على عقد أول قمة`."""
    clause, v = cue.clause, cue.clause.vocabulary
    masdar = clause.masdar()
    start = cue.start if masdar is None else masdar
    if start - 1 <= clause.left or clause.words[start - 1] != "علي":
        return None
    return next((j for j in range(start - 2, clause.left - 1, -1) if clause.reading.is_(j, v.agreeing)), None)


@step("subject of the light verb")
def subject_of_light_verb(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`أجرى X محادثات`, `المحادثات التي أجراها X`, `حضر اللقاء X`."""
    clause, noun = cue.clause, cue.noun
    assert noun.light is not None
    i = noun.light.i
    if (words := _unnamed_subject(clause, i, before=i < cue.start)) is not None:
        return taken(clause, [words], cue.role, first=True)
    p = _subject_before_noun(cue, i) if i < cue.start else _subject_after_noun(cue, i)
    if p is None:
        return None
    if p.start < cue.start < i and noun.light.form.form.number == "s":  # خلال قمة عقدها: of one who stands before
        return taken(clause, [p], cue.role, first=True) if len(p.refs) < 2 else None
    items = group(clause, p, cue.start if p.start < cue.start else None)
    return taken(clause, [*(joined_before(clause, p) if p.start < i else []), *items], cue.role, first=True)


def _unnamed_subject(clause: Clause, i: int, *, before: bool) -> Party | Words | None:
    """A subject of the light verb `i` that is no party: `عقد [مجلس الوزراء]`, `عقد [وفد حكومي]`, `أن [وفدا] أجرى`."""
    j = _after_resumed(clause, i)
    if not before and clause.words[j : j + 1] and clause.words[j] in _PARTY and (body := party_before(clause, j)):
        return body  # المؤتمر الذي سيعقده [التنظيم]
    if end := clause.body(j) or ((before or j > i + 1) and clause.described(j)):
        return Words(j, end)
    if (sitting := _body_it_is(clause, i)) is not None:
        return sitting
    return described_before(clause, i)


def _body_it_is(clause: Clause, i: int) -> Words | None:
    """`كشفت [اللجنة التنفيذية للحزب] أنها عقدت`: the body without a name with which its sentence begins."""
    she = clause.words[i - 1]
    if i != clause.left or i == clause.sent_start or she not in ("انها", "بانها"):
        return None
    for j in range(clause.sent_start, min(i - 1, clause.sent_start + OPENING)):
        if j in clause.reading.within or clause.governed(j):
            return None
        if (end := clause.body(j)) and clause.reading.doc[j].text.endswith("ة") and clause.words[j][0] != "ل":
            return Words(j, end)
    return None


def _subject_after_noun(cue: Encounter, i: int) -> Party | None:
    """`المحادثات التي أجراها X`; whoever the pronoun stands for in `التي يقوم بها`, but not in `القمة التي عقدت`."""
    clause, light = cue.clause, cue.noun.light
    p = clause.first_party(i + 1, min(clause.right, i + NEAR))
    if (last := _the_latter(clause, i)) is not None:
        return last
    resumed = (light is not None and light.form.suffix) or not _RESUMED.isdisjoint(clause.words[i + 1 : i + 2])
    after = _after_resumed(clause, i)
    named = resumed and _names_somebody(clause, after)  # المؤتمر الذي سيعقده التنظيم
    return _whose_it_was(cue) if p is None and resumed and not named else p


def _whose_it_was(cue: Encounter) -> Party | None:
    """Whom the verb's pronoun stands for: `المفاوضات التي يجريها`; the one state of the sentence before any other's."""
    clause, party = cue.clause, _antecedent(cue, cue.start)
    if cue.noun.kind != "talks" or (party is not None and party.start >= clause.sent_start):
        return party
    states = [p for p in clause.reading.between(clause.sent_start, cue.start) if p.type == "country"]
    acting = [p for p in states if p.kind == "name" and not clause.oblique(p)]
    return acting[0] if len(acting) == 1 else party


def _the_latter(clause: Clause, i: int) -> Party | None:
    """`زيارة قام بها [الأخير]`: the person told last before the noun."""
    if _LATTER.isdisjoint(clause.words[i + 1 : i + 3]):
        return None
    people = [p for p in clause.reading.between(clause.sent_start, clause.cue.start) if p.type == "person" and p.refs]
    joined_to = people and any(word.startswith("وال") for word in clause.words[people[-1].end : clause.cue.start])
    return people[-1] if people and not joined_to else None  # الملك سليم [والكاردينال]: somebody whom nothing names


def _after_resumed(clause: Clause, i: int) -> int:
    """Where a subject may stand after the light verb `i`: after its pronoun and a date: `عقدها [اليوم] بعض الأعضاء`."""
    after = i + 1 + (not _RESUMED.isdisjoint(clause.words[i + 1 : i + 2]))
    while after in clause.reading.dates:
        after = clause.reading.dates[after].end
    return after


def _names_somebody(clause: Clause, j: int) -> bool:
    """Whether a noun stands at `j` that can be the subject, also of nobody known: `قام بها [عميد] الأدب`."""
    if j >= clause.right or clause.governed(j) or clause.reading.is_sign(j) or j in clause.reading.dates:
        return False
    word = clause.words[j]
    return clause.names_subject(j) or not (word in ADVERBS or word[0] in "بل" or clause.reading.syntax.is_verb(j))


def _subject_before_noun(cue: Encounter, i: int) -> Party | None:
    """`أجرى X محادثات`, `حضر اللقاء X`; nobody in `ستبدأ المفاوضات` (they begin), `عقد اجتماع بين X وY` (was held)."""
    clause, noun = cue.clause, cue.noun
    if _begins_itself(cue, i) or _opens_main_clause(cue, i):
        return None  # وكانت تجري مفاوضات
    p, _ = subject(clause, i, cue.draft.last, cue.draft.refs)
    if p is not None and p.start < clause.sent_start and cue.draft.complete:
        return None  # ستعقد جولة بين الطرفين
    attended = noun.noun.definite and i == cue.start - 1  # the object first
    if p is not None and _acts_elsewhere(cue, p, attended=attended):
        return None
    if p is None or p.start < cue.end or attended:
        return p
    passive = cue.draft.participants and not (noun.noun.accusative or _is_active(cue, i))
    return None if passive or _was_held(cue) else _antecedent(cue, i)


def _begins_itself(cue: Encounter, i: int) -> bool:
    """`ستبدأ المفاوضات`, `تجري مفاوضات`: the noun is the subject of the light verb `i`."""
    clause, noun = cue.clause, cue.noun
    if noun.light is None or "itself" not in noun.light.form.entry.features:
        return False
    open_ = not clause.before_verb(i) and not clause.first_party(i + 1, cue.start)
    present = noun.light.form.tense == "present" and noun.kind != "visit"
    return open_ and (noun.noun.definite or (present and i == cue.start - 1))


def _opens_main_clause(cue: Encounter, i: int) -> bool:
    """`على هامش مهرجان تنظمه الفرقة، [عقدت] أمس ندوة`: a passive after a phrase; who stands in that does not act."""
    clause = cue.clause
    after_comma = i > clause.sent_start and clause.words[i - 1] in COMMAS and clause.words[i][0] not in "وف"
    return after_comma and begins_with_phrase(clause) and clause.first_party(i + 1, cue.start) is None


def _acts_elsewhere(cue: Encounter, party: Party, *, attended: bool) -> bool:
    """`حيث سيعقد المؤتمر، [رئيس الوزراء]`: who stands after a comma, or in a sentence before, holds nothing."""
    parted = attended and not COMMAS.isdisjoint(cue.clause.words[cue.end : party.start])
    return parted or (party.start < cue.clause.sent_start and _was_held(cue))


def _was_held(cue: Encounter) -> bool:
    """`عقد [اجتماع طارئ]`: an indefinite noun without the ending of an object is not what somebody held."""
    noun, clause, i = cue.noun.noun, cue.clause, cue.end
    if noun.definite or noun.accusative or i >= clause.right:
        return False
    bare = not clause.words[i - 1].endswith(_HIDES_CASE)
    adjective = clause.reading.syntax.tagged.pos[i] == "ADJ" and not clause.words[i].startswith("ال")
    return bare and (adjective or i in clause.reading.dates or clause.governed(i))


def _is_active(cue: Encounter, i: int) -> bool:
    """`وأجرى لقاءات`: by its last letter no passive, so that somebody named before is its subject."""
    light = cue.noun.light
    written = cue.clause.reading.doc[i].text.endswith(("ى", "ت"))
    return written and light is not None and light.form.tense == "past" and light.form.entry.past.endswith("ى")


@step("those it gathers")
def those_it_gathers(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`القمة التي جمعت X وY`."""
    light = cue.noun.light
    if light is None or "gathers" not in light.form.entry.features or light.form.suffix:
        return None
    clause = cue.clause
    if light.i < cue.start:  # جمع لقاء في باريس [X وY]
        after = None if cue.draft.participants else clause.first_party(cue.end, clause.right)
        return None if after is None else taken(clause, group(clause, after), cue.role)
    if (end := clause.body(light.i + 1)) is not None:  # اللقاء الذي سيجمع اللجنة برئيس الحكومة
        return taken(clause, [Words(light.i + 1, end)], cue.role)
    if clause.described(light.i + 1):  # اللقاء الذي جمع خبراء المحاسبة
        return taken_at(clause, light.i + 1, cue.role)
    party = clause.first_party(light.i + 1, clause.right)
    return None if party is None else taken(clause, group(clause, party), cue.role)


@step("pronoun of the light verb")
def pronoun_of_light_verb(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`القمة التي تجمعه بفلان`: who acts in the clause before; in `الزيارة التي يستضيفها` it is the encounter."""
    light = cue.noun.light
    if light is None or light.form.suffix not in ("ه", "ها") or len(cue.draft.participants) > 1:
        return None
    if light.form.entry.frame == "host":
        return None
    party = _antecedent(cue, cue.start)
    return None if party is None else taken(cue.clause, [party], cue.role)


@step("who attends it")
def who_attends_it(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`كان من المفترض حضور [X] للقمة`, `خلال مشاركته في مؤتمر`: whose attendance or taking part governs the noun."""
    clause, i = cue.clause, cue.start - 1
    if cue.noun.kind == "visit" or cue.draft.participants:
        return None
    while i > clause.left and plain(clause.words[i]) in _PROCEEDINGS:
        i -= 1
    i -= clause.words[i] == "في"
    if i == cue.start - 1 and cue.noun.noun.preposition not in ("ل", "ب"):
        return None
    for j in range(i, max(clause.left, i - ATTENDANCE) - 1, -1):
        word = plain(clause.words[j])
        word = word[1:] if word[0] in "بل" else word
        if word in _ATTENDANCE:
            own = word not in ("حضور", "مشاركه")
            party = _antecedent(cue, cue.start) if own else reading.at.get(j + 1)
            acts = party is not None and party.type in ("person", "country", "organization", "described")
            return taken(clause, [party], cue.role) if party is not None and acts else None
        if reading.is_sign(j) or word in verbs():
            return None
    return None


@step("body of who tells of it")
def body_of_who_tells(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`قال مدير الوكالة إن المحادثات مع إيران صعبة`: the other side is the body of who tells of the talks."""
    clause = cue.clause
    that = clause.left > clause.sent_start and clause.words[clause.left - 1] == "ان"
    if cue.noun.kind != "talks" or not that or len(cue.draft.participants) != 1 or not cue.noun.noun.definite:
        return None
    party = _antecedent(cue, cue.start)
    body = None if party is None or party.type != "person" else _body_of(cue, party)
    return None if body is None else replace(body, status="ongoing")


@step("who wants it")
def who_wants_it(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`يعتزم X زيارة`, `يأمل X في لقاء Y`, `أكد X استعداده للقاء Y`."""
    clause, visit = cue.clause, cue.noun.kind == "visit"
    whose = _whose_wish(cue)
    if whose is None and not _wanted(cue):
        return None
    if (state := _wanting_state(cue)) is not None:
        return state
    party = whose or _antecedent(cue, cue.start)
    if party is not None and _another_acts(cue, party):
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
    """`كانت [الولايات المتحدة] تخطط لعقد قمة`: a state that wants to hold one."""
    clause = cue.clause
    if cue.noun.kind == "visit" or cue.draft.participants:
        return None
    for j in range(cue.start - 1, max(clause.left, cue.start - WANTED) - 1, -1):
        wish = clause.words[j][0] in "يت" and governing(clause.words, j + 1, j) in ("planned", "proposed")
        party = clause.reading.within.get(j - 1) if wish else None
        if party is not None and party.type == "country" and party.end == j and not clause.oblique(party):
            return taken(clause, [party], cue.role)
    return None


def _wanted(cue: Encounter) -> bool:
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


@step("subject of the clause")
def subject_of_clause(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`قال X خلال زيارة إلى`, `توجه X متوجها إلى`: who acts in the clause that the noun stands in."""
    if _complete(cue) or not _controlled(cue) or _of_a_thing(cue):
        return None
    clause, party = cue.clause, _antecedent(cue, cue.start)
    elsewhere = party is None or party.start < clause.left
    if elsewhere and _another_follows(cue):
        return None
    if elsewhere and _state_acts(cue):
        return _acting_state(cue)  # لم تكن تركيا قد تقدمت في المفاوضات مع X
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
    others = (_said_of_another, _another_acts, _chaired, _begins_what_is_told)
    return _urged(cue) or any(other(cue, party) for other in others)


def _state_acts(cue: Encounter) -> bool:
    """Whether a state right after or right before a verb of the clause acts: `لم تكن [تركيا]`, `إن [تركيا] تقدمت`."""
    clause, first = cue.clause, _first_state(cue)
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


@step("who receives")
def who_receives(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`كان [الوزير] في استقبال X وY`: who is at somebody's reception is who receives."""
    clause, i = cue.clause, cue.start - 1
    if cue.noun.entry.id != "reception" or i <= clause.left or plain(clause.words[i]) != "في":
        return None
    host = reading.within.get(i - 1)
    found = host is not None and host.type in ("person", "described") and not clause.oblique(host)
    return taken(clause, [host], cue.role) if host is not None and found else None


@step("who goes there for it")
def who_goes_there(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`توجه [الوزير] إلى القاهرة بهدف عقد اجتماع مع X`: who goes somewhere for the encounter takes part in it."""
    company = len(cue.draft.participants) == 1 and not cue.draft.complete and not cue.noun.noun.suffix
    if cue.earlier is None or cue.noun.kind == "visit" or not company or bound_for(reading, cue) is None:
        return None
    return of([replace(cue.earlier, role=cue.role)], cue.start, cue.end, first=True)


@step("whom it includes")
def whom_it_includes(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`قمة تضمه إلى X`, `اجتماع ضمه أمس مع X`, `اللقاء الذي سيضمه وX`: who acts, and those the verb joins to him."""
    clause = cue.clause
    near = range(cue.end, min(cue.end + INCLUDES, clause.right))
    i = next((j for j in near if clause.words[j] in _INCLUDES_HIM), None)
    party = None if i is None else _antecedent(cue, cue.start)
    if i is None or party is None or cue.noun.kind == "visit":
        return None
    joins = (j for j in range(i + 1, min(i + WHEN, clause.right)) if _joins_to_him(clause, i, j))
    j = next(joins, None)
    others = None if j is None else taken_at(clause, j + (clause.words[j] in ("مع", "الي")), cue.role)
    return None if others is None else joined(taken(clause, [party], cue.role), others)


def _joins_to_him(clause: Clause, i: int, j: int) -> bool:
    """Whether word `j` joins somebody to whom the verb at `i` includes: مع, إلى, or و right after it."""
    return clause.words[j] == "مع" or (j == i + 1 and (clause.words[j] == "الي" or clause.words[j][0] == "و"))


@step("club of states")
def club_of_states(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`خلاف بين الحلفاء في [مجموعة السبع] بعد انتهاء قمة`: whose summit it is, where the clause tells of one club."""
    clause, noun = cue.clause, cue.noun
    if noun.kind != "summit" or noun.noun.definite or cue.draft.participants or noun.light is not None:
        return None
    clubs = {p.refs: p for p in reading.between(clause.sent_start, cue.start) if not reading.clubs.isdisjoint(p.refs)}
    after = not BEFORE_OR_AFTER.isdisjoint(clause.words[max(clause.left, cue.start - AFTER_SUMMIT) : cue.start])
    return taken(clause, clubs.values(), cue.role) if len(clubs) == 1 and after else None


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


def _another_acts(cue: Encounter, party: Party) -> bool:
    """`تعهد [المتمردون] بالوصول إلى المدينة`: the verb has its own subject; `party` stands in a sentence before."""
    clause = cue.clause
    verb = next((j for j in range(cue.start - 1, clause.left - 1, -1) if clause.reading.syntax.is_verb(j)), None)
    if party.start >= clause.sent_start or verb is None:
        return False
    state = clause.reading.at.get(verb + 1)
    several = clause.words[verb].endswith(_THEY) or clause.words[verb + 1].endswith(_NOMINATIVE)
    return several or (state is not None and state.type == "country" and not clause.oblique(state))


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
    if _wanted(cue) or (len(known) >= 2 and not company and not met) or cue.draft.complete:
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
    named = cue.end in reading.sites  # الأطراف الأخرى في محادثات فيينا
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


# -- invitations -------------------------------------------------------------------------------------------------------


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
