"""Who attends and who organises an encounter, as its light verb and the words after the noun tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arner.lexicon import word_class
from arner.relations.meetings.acting import who_acts
from arner.relations.meetings.clause import Clause
from arner.relations.meetings.cues import NounCue, VerbCue, verbs
from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.participants import Taken, Words, joined, taken, taken_at
from arner.relations.meetings.reading import MeetingReading
from arner.relations.meetings.vocabulary import plain
from arner.relations.rule import step
from arner.relations.statements import reporting
from arner.syntax import Party, modality
from arner.syntax.subjects import Subject, subject_after, subject_of
from arner.syntax.words import ADVERBS, COMMAS, THAT

_JOINTLY = word_class("jointly")
_ON_THE_PART_OF = word_class("on_the_part_of")
_WITHIN = word_class("within_it")
_AT_THE_HEAD = word_class("at_the_head")
_WIDE = word_class("wide_attendance")
_NOT = word_class("negation")
_WITHOUT = word_class("without_attendance")
_SAW = word_class("saw_attendance")
_PRESIDING = word_class("presiding")
_PROCEEDINGS = word_class("proceedings")
_ATTENDANCE = word_class("attendance")
_SPEECH = word_class("speech_at_it")
_GIVEN = word_class("given_by_him")
_BEFORE_AUDIENCE = _WITHIN | word_class("before_audience")
ATTENDANCE = 9  # words between somebody's attendance and the conference
LED = 6  # words of a delegation before who leads it
SAW = 4  # words between «saw» and the taking part that it saw
SPEAKS = 16  # words between a verb of saying and the conference at which it was said


def attends(noun: NounCue) -> bool:
    """Whether a noun's light verb says that its subject is there too: `حضر اللقاء`, `شهد اللقاء` (witnessed it)."""
    light = noun.light
    if light is None:
        return False
    witnessed = light.form.entry.frame == "host" and light.i == noun.start - 1
    return "attends" in light.form.entry.features or witnessed


@step("those who attend it")
def those_who_attend(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`شارك في الاجتماع [كل من X وY]`, `حضر اللقاء [مسؤولون]`, `شهد اللقاء [X]`: told after what they attend."""
    clause, light = cue.clause, cue.noun.light
    if light is None or light.i > cue.start or not cue.noun.noun.definite or light.form.suffix:
        return None
    told = clause.before_verb(light.i) or clause.first_party(light.i + 1, cue.start)
    if not attends(cue.noun) or told is not None:
        return None
    start = _after_its_adjectives(clause, cue.end)
    if start is None:
        return None
    return taken_at(clause, start, "participant") or _unnamed(clause, start)


def _unnamed(clause: Clause, i: int) -> Taken | None:
    """`شارك في الملتقى [عدد كبير من الشركات]`: an indefinite noun is who attends, though it names nobody."""
    noun = clause.reading.syntax.tagged.pos[i] == "NOUN" and not clause.words[i].startswith("ال")
    noun = noun and not (clause.words[i][0] == "و" and clause.described(i) is None)  # في الندوات [وحلقات النقاش]
    alone = noun and clause.words[i] not in ADVERBS and clause.words[i][0] not in "بل" and not clause.known(i)
    return taken(clause, [Words(i, clause.phrase_end(i))], "participant") if alone else None


def _after_its_adjectives(clause: Clause, i: int) -> int | None:
    """The token after adjectives and dates that follow the noun at once; None where the clause goes on otherwise."""
    reading = clause.reading
    while i < clause.right:
        if i in reading.dates:
            i = reading.dates[i].end
        elif reading.syntax.tagged.pos[i] == "ADJ" and clause.words[i].startswith("ال") and i not in reading.within:
            i += 1
        else:
            break
    return None if i >= clause.right or clause.governed(i) or reading.is_sign(i) else i


@step("organised with or by")
def organised_with(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`نظمت الجامعة بالتعاون مع [الجمعية] ندوة`, `ندوة نظمت من طرف [الجمعية]`: whoever organises it too."""
    clause, light = cue.clause, cue.noun.light
    if cue.noun.kind != "conference" and (light is None or light.form.entry.past != "نظم"):
        return None
    first = min(cue.start, light.i) if light is not None else cue.start
    found = (_organiser(clause, j) for j in range(first, clause.right - 2))
    return joined(*found)


def _organiser(clause: Clause, j: int) -> Taken | None:
    """Whoever stands after `بالتعاون مع`, `من طرف`, `بتنظيم من` at `j`."""
    word, following = plain(clause.words[j]), clause.words[j + 1]
    if word in _JOINTLY and following == "مع":
        return taken_at(clause, j + 2, "participant")
    by = (word == "من" and following in _ON_THE_PART_OF) or (
        word.removeprefix("ب") in _ON_THE_PART_OF and following == "من"
    )
    return taken_at(clause, j + 2, "participant") if by else None


@step("who speaks at it")
def who_speaks_at_it(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`حذر [X]، في ندوة نظمتها الجامعة، من`, `وفي ندوة نظمتها الجامعة، قال [X]`: who speaks there is there too.

    So is who takes part: `شارك [X] في ندوة نظمتها الجامعة`.
    """
    clause, light, i = cue.clause, cue.noun.light, _where_he_speaks(cue.clause, cue.noun)
    led = light is not None and light.i < cue.start
    if cue.noun.kind != "conference" or led or i < clause.left or plain(clause.words[i]) not in _WITHIN:
        return None
    speaker = _speaker_after(cue) if i == clause.sent_start else _speaker_before(cue, i)
    if speaker is None or not all(_is_somebody(clause, p) for p in speaker.parties):
        return None
    there = taken(clause, list(speaker.parties), "participant")
    return there and replace(there, start=cue.start, end=cue.end)  # where and when it is held stand with the noun


def gives_speech_at(clause: Clause, noun: NounCue) -> bool:
    """Whether somebody is told to give a speech there: `قال X في [مداخلة] بندوة`."""
    return noun.kind == "conference" and _where_he_speaks(clause, noun) < noun.start - 1


def _where_he_speaks(clause: Clause, noun: NounCue) -> int:
    """The token of «in» with which the conference begins, or the speech there: `قال X [في] مداخلة له بندوة`."""
    words, left = clause.words, clause.left
    i = noun.start if noun.noun.preposition == "ب" else noun.start - 1
    j = i - 1
    j -= j > left and words[j] in _GIVEN
    speech = j > left and words[j] in _SPEECH and plain(words[j - 1]) in _WITHIN
    told = i == noun.start or words[i] in _BEFORE_AUDIENCE
    return j - 1 if speech and told else noun.start - 1


def _is_somebody(clause: Clause, party: Party) -> bool:
    """Whether a speaker is a person, or described so that he is known; not `[الدبلوماسي المغربي]`, told of before."""
    told_before = clause.words[party.start].startswith("ال") and not party.refs
    if party.type == "described" and told_before:
        return clause.reading.descriptions.meant(party.start, party.end) is not None
    return party.type in ("person", "described")


def _speaker_before(cue: Encounter, i: int) -> Subject | None:
    """Who says something before «in» at `i`, which is his verb's: only he, a date or a comma stands right before it.

    Not `أشاد X بكلمة Y [في] ندوة`, `قال X إن ما دار [في] ندوة`.
    """
    clause, syntax = cue.clause, cue.clause.reading.syntax
    near = range(i - 1, max(clause.left, i - SPEAKS) - 1, -1)
    verb = next((j for j in near if syntax.is_verb(j) or clause.words[j] in THAT), None)
    if verb is None or not _says_or_attends(clause, verb):
        return None
    speaker = subject_of(syntax, verb, i)
    if speaker is None or i - 1 == verb:
        return speaker
    dated = any(when.end == i for when in map(clause.reading.dates.get, range(verb, i)) if when is not None)
    beside = clause.words[i - 1] in COMMAS or any(p.start < i <= p.end for p in speaker.parties)
    return speaker if dated or beside else None


def _says_or_attends(clause: Clause, verb: int) -> bool:
    """Whether the verb says something, or that its subject takes part: `شارك X في ندوة نظمتها الجامعة`."""
    form = verbs().get(clause.words[verb])
    attending = form is not None and "attends" in form.entry.features
    if attending:
        return not modality.negated(clause.words, verb, clause.left)
    return reporting.verb(clause.words[verb]) is not None


def _speaker_after(cue: Encounter) -> Subject | None:
    """Who says something after the comma that ends the phrase with which the sentence begins."""
    clause, syntax = cue.clause, cue.clause.reading.syntax
    after = (j for j in range(cue.end + 1, clause.sent_end) if clause.words[j - 1] in COMMAS and syntax.is_verb(j))
    verb = next(after, None)
    said = verb is not None and reporting.verb(clause.words[verb]) is not None
    return subject_after(syntax, verb) if verb is not None and said else None


@step("who attends it")
def who_attends_it(reading: MeetingReading, cue: Encounter) -> Taken | None:
    """`كان من المفترض حضور [X] للقمة`, `خلال مشاركته في مؤتمر`: whose attendance or taking part governs the noun."""
    clause, i = cue.clause, cue.start - 1
    if cue.noun.kind == "visit" or cue.draft.participants:
        return None
    while i > clause.left and _of_its_proceedings(clause.words[i]):
        i -= 1
    i -= clause.words[i] == "في"
    if i == cue.start - 1 and cue.noun.noun.preposition not in ("ل", "ب"):
        return None
    for j in range(i, max(clause.left, i - ATTENDANCE) - 1, -1):
        word = plain(clause.words[j])
        word = word[1:] if word[0] in "بل" else word
        if word in _ATTENDANCE:
            own = word not in ("حضور", "مشاركه")
            party = who_acts(cue, cue.start) if own else reading.at.get(j + 1)
            acts = party is not None and party.type in ("person", "country", "organization", "described")
            return taken(clause, [party], cue.role) if party is not None and acts else None
        if reading.is_sign(j) or word in verbs():
            return None
    return None


def _of_its_proceedings(word: str) -> bool:
    return word in _PROCEEDINGS or plain(word) in _PROCEEDINGS  # فعاليات begins with no «and»


def takes_part_in(noun: NounCue, words: Sequence[str]) -> bool:
    """`خلال [مشاركته في] فعاليات المنتدى الاقتصادي`: he takes part in a conference that its adjective tells."""
    i = noun.start - 1
    while i > 0 and _of_its_proceedings(words[i]):
        i -= 1
    told = noun.noun.definite and not noun.noun.suffix and words[noun.end : noun.end + 1]
    own = i > 0 and words[i] == "في" and plain(words[i - 1]) in _ATTENDANCE - {"حضور", "مشاركه"}
    return bool(told) and own and words[noun.end].startswith("ال")


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
    """`[أشرف] عليها X`: who presides stands after the pronoun."""
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
