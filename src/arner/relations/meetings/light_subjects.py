"""Who takes part by the light verb that carries a noun, as its subject or object: `أجرى X محادثات`, `قمة جمعت X وY`."""

from __future__ import annotations

from arner.lexicon import word_class
from arner.relations.meetings.acting import who_acts
from arner.relations.meetings.clause import Clause
from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.genitive import genitive_of
from arner.relations.meetings.participants import (
    Taken,
    Words,
    begins_with_phrase,
    described_before,
    group,
    joined,
    joined_before,
    party_before,
    subject,
    taken,
    taken_at,
)
from arner.relations.meetings.reading import MeetingReading
from arner.relations.rule import step
from arner.syntax import Party
from arner.syntax.words import ADVERBS, COMMAS

_LATTER = word_class("the_latter")
_RESUMED = word_class("resumed")
_PARTY = word_class("party_in_short")
_INCLUDES_HIM = word_class("includes_him")
_HIDES_CASE = tuple(word_class("hides_case"))
JOINED = 16  # words between «includes him» and whom the verb joins to him: تضمه أمس في باريس مع
NEAR = 5  # words between a light verb after its noun and its subject, or the body that it gathers
OPENING = 4  # words of a sentence before the body that acts in it
INCLUDES = 5  # words between an encounter and whom it includes: قمة ثلاثية تضمه


@step("subject of the light verb")
def subject_of_light_verb(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`أجرى X محادثات`, `المحادثات التي أجراها X`, `حضر اللقاء X`."""
    clause, noun = cue.clause, cue.noun
    assert noun.light is not None
    i = noun.light.i
    if _calls_off_anothers(cue):
        return None
    if (words := _unnamed_subject(clause, i, before=i < cue.start)) is not None:
        return taken(clause, [words], cue.role, first=True)
    p = _subject_before_noun(cue, i) if i < cue.start else _subject_after_noun(cue, i)
    if p is None:
        return None
    if p.start < cue.start < i and noun.light.form.form.number == "s":  # خلال قمة عقدها: of one who stands before
        return taken(clause, [p], cue.role, first=True) if len(p.refs) < 2 else None
    items = group(clause, p, cue.start if p.start < cue.start else None)
    return taken(clause, [*(joined_before(clause, p) if p.start < i else []), *items], cue.role, first=True)


def _calls_off_anothers(cue: Encounter) -> bool:
    """`ألغى الرئيس زيارة [الوزير]`: who calls off or puts off a visit of somebody else makes none."""
    light = cue.noun.light
    off = light is not None and light.i < cue.start and light.form.entry.status in ("cancelled", "planned")
    party = genitive_of(cue.clause) if off and cue.noun.kind == "visit" and not cue.noun.noun.suffix else None
    return party is not None and party.type in ("person", "described")


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
    clause, party = cue.clause, who_acts(cue, cue.start)
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
    return None if passive or _was_held(cue) else who_acts(cue, i)


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
    party = who_acts(cue, cue.start)
    return None if party is None else taken(cue.clause, [party], cue.role)


@step("whom it includes")
def whom_it_includes(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`قمة تضمه إلى X`, `اجتماع ضمه أمس مع X`, `اللقاء الذي سيضمه وX`: who acts, and those the verb joins to him."""
    clause = cue.clause
    near = range(cue.end, min(cue.end + INCLUDES, clause.right))
    i = next((j for j in near if clause.words[j] in _INCLUDES_HIM), None)
    party = None if i is None else who_acts(cue, cue.start)
    if i is None or party is None or cue.noun.kind == "visit":
        return None
    joins = (j for j in range(i + 1, min(i + JOINED, clause.right)) if _joins_to_him(clause, i, j))
    j = next(joins, None)
    others = None if j is None else taken_at(clause, j + (clause.words[j] in ("مع", "الي")), cue.role)
    return None if others is None else joined(taken(clause, [party], cue.role), others)


def _joins_to_him(clause: Clause, i: int, j: int) -> bool:
    """Whether word `j` joins somebody to whom the verb at `i` includes: مع, إلى, or و right after it."""
    return clause.words[j] == "مع" or (j == i + 1 and (clause.words[j] == "الي" or clause.words[j][0] == "و"))
