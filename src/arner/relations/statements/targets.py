"""Whom a statement is aimed at: the `target` of accusing, praising, calling on, and the `addressee`, who is told.

Steps over an `Aim`, a statement whose speaker and content are known: what they have left over is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from arner.arabic.inflection import Form
from arner.arabic.orthography import fold
from arner.arabic.particles import letters
from arner.lexicon import word_class
from arner.relations.candidates import frames
from arner.relations.rule import Cue, Filled, Filler, Outcome, Refs, Rejected, fill, step
from arner.relations.statements import reporting
from arner.relations.statements.content import Content
from arner.relations.statements.phrases import LONGEST
from arner.relations.statements.reporting import Entry, Report
from arner.relations.statements.voices import Voice
from arner.syntax import Party
from arner.syntax.phrases import NounPhrase
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, THAT

if TYPE_CHECKING:
    from arner.relations.statements.scene import Scene, Statement

_AUDIENCE = word_class("audience")
_MEDIA = word_class("medium_named")
_STANCES = word_class("stance")
_DEEDS = word_class("deed")
_TO_HIM = {"له": "ه", "لها": "ها", "لهم": "هم", "لهما": "هما"}
_OF_WORDS = frozenset({"praise", "condemn", "criticise"})  # acts whose content is what is praised or blamed
_OF_SOMEBODY = _OF_WORDS | {"accuse", "call_for", "demand"}
_DASHES = word_class("dash")
_PASSED = COMMAS | ADVERBS | CLOSERS
_ATTACHED = frozenset({"ب", "بـ", "ل", "لـ"})
_ASIDE = 14  # tokens between two dashes
_BACK = 3  # statements back among which whom «him» means is looked for


@dataclass(frozen=True, slots=True)
class Aim(Cue):
    """A statement of token `start`; `reach`: the tokens after it that neither its speaker nor its content has."""

    report: Report
    voice: Voice
    content: Content
    reach: tuple[int, int]
    content_at: int

    @property
    def entry(self) -> Entry:
        return self.report.entry


def aimed(scene: Scene, s: Statement) -> tuple[Filled, Filled]:
    """The target and the addressee of a statement."""
    at = scene.token(s.content.start)
    start = s.voice.end if s.at < s.voice.start and s.voice.end <= max(at, s.at + 1) else s.at + 1
    end = at if at > s.at else min(scene.syntax.sentence[s.at][1], s.at + LONGEST)
    cue = Aim(s.at, s.at + 1, s.report.entry.id, "aimed", s.report, s.voice, s.content, (start, end), at)
    slots = frames("statements")["aimed"].slots
    target = fill(scene, cue, "target", slots["target"], lambda found: _veto(cue, found))
    told = fill(scene, cue, "addressee", slots["addressee"], lambda found: _veto(cue, found))
    return target, told


def _veto(cue: Aim, found: Filler) -> str | None:
    return "speaks" if set(found.refs) & set(cue.voice.refs) else None


# -- target ------------------------------------------------------------------------------------------------------------


@step("its pronoun")
def its_pronoun(scene: Scene, cue: Aim) -> Outcome:
    """Whom the pronoun on the cue means: `اتهم[ه] بالكذب`, `الحلفاء الذين انتقد[هم]`."""
    suffix, verb = cue.report.form.suffix, cue.report.form.kind in ("past", "present")
    if not suffix or not verb or not (cue.entry.whom or cue.entry.act in _OF_SOMEBODY):
        return None
    return _meant(scene, cue, suffix)


@step("whom")
def whom(scene: Scene, cue: Aim) -> Outcome:
    """The noun phrase between the cue, or who speaks, and what is said: `اتهم الوزير [خصومه] بالكذب`."""
    verb = _is_verb(cue.report.form)
    if not cue.entry.whom or (verb and cue.report.form.suffix):
        return None
    first = _noun_in(scene, *cue.reach, to=not verb)
    if first is None or cue.content_at < first.end:
        return first
    carried = cue.voice.start < cue.start and verb
    if carried and first.refs[0][0] is None and not scene.words[first.start].startswith("ال"):
        return Rejected(first.text, "may be who speaks")  # «وأوصت [هيئات استشارية] بإغلاق الجسر»
    second = _noun_in(scene, first.end, min(first.end + 1, cue.reach[1])) if verb else None
    if second is None:
        return first
    # «طالب سليم [الحداد] [الحكومة] بـ»: a name cut short, and whom; «حثت [السنة] [الرجال] على»: nobody knows
    return Rejected(first.text, "another noun follows") if carried else second


@step("whom after")
def whom_after(scene: Scene, cue: Aim) -> Outcome:
    """Who stands after the cue's own preposition: `طلب من [الحكومة] أن`, `رد على [الوزير] بأن`."""
    start, end = cue.reach
    for j in range(start, min(end, start + LONGEST)):
        if scene.words[j] in cue.entry.whom_after and j + 1 < end:
            return _noun_at(scene, j + 1, end)
        party = scene.syntax.at.get(j)
        if party is not None and scene.syntax.proclitic(party).lstrip("وف") in cue.entry.whom_after:
            return _group(scene, party)
    return None


@step("praised or blamed")
def praised_or_blamed(scene: Scene, cue: Aim) -> Outcome:
    """Whom the content of praise or blame is, or whose: `انتقد [الوزير]`, `قرار [الحكومة]`, `العدوان [الروسي]`."""
    if cue.entry.act not in _OF_WORDS or cue.entry.whom or cue.content_at < cue.start:
        return None
    i = cue.content_at
    if scene.words[i - 1] in THAT:
        return None  # «نوه إلى أن»: a clause
    end = scene.token(cue.content.end - 1) + 1
    while i < end and scene.words[i] in OPENERS:
        i += 1
    party = scene.syntax.at.get(i)
    if party is not None:
        return _group(scene, party) if party.type != "place" else None
    head = _bare(scene.words[i])
    if head in reporting.speaker_heads():
        return _described(scene, i, end)
    whose = scene.syntax.at.get(i + 1)
    if head in _STANCES and i + 1 < end and not scene.words[i].removeprefix("ب").startswith("ال"):
        if whose is not None and whose.kind != "demonym":
            return _group(scene, whose) if whose.type != "place" and not scene.syntax.proclitic(whose) else None
        if scene.words[i + 1] in reporting.speaker_heads():
            return _described(scene, i + 1, end)
    return _of_state(scene, i, end) if head in _STANCES | _DEEDS else None


def _of_state(scene: Scene, i: int, end: int) -> Filler | None:
    """The state that an adjective after the noun at `i` tells: `العدوان العسكري [الروسي]`."""
    definite = scene.words[i].lstrip("ب").startswith("ال")
    for k in range(i + 1, min(end, i + 4)):
        country = scene.demonyms.get(k)
        if country is not None:
            ref = f"country:{country}"
            return Filler(((ref, scene.names.get(ref, scene.words_at(k, k + 1))),), k, k + 1)
        if scene.words[k].startswith("ال") != definite or k in scene.syntax.within:
            return None
    return None


@step("answered")
def answered(scene: Scene, cue: Aim) -> Outcome:
    """Whom the speaker answers: `ردا على [الوزير]، قال`, `في رده على تصريحات [الوزير]`."""
    first = scene.syntax.sentence[cue.start][0]
    for j in range(first, min(cue.start, first + LONGEST)):
        if scene.words[j].removeprefix("و") in ("ردا", "ردها", "رده", "ردهم") and scene.words[j + 1] == "علي":
            k = j + 2
            if _bare(scene.words[k]) in _STANCES and k + 1 < cue.start:
                k += 1
            return _noun_at(scene, k, cue.start)
    return None


# -- addressee ---------------------------------------------------------------------------------------------------------


@step("told")
def told(scene: Scene, cue: Aim) -> Outcome:
    """Whom the cue's object is: `أبلغ الوزير [البرلمان] أن`, `أخبر[هم] أن`."""
    if not cue.entry.told:
        return None
    if cue.report.form.suffix:
        return _meant(scene, cue, cue.report.form.suffix)
    return _noun_in(scene, *cue.reach)


@step("spoken to")
def spoken_to(scene: Scene, cue: Aim) -> Outcome:
    """Who stands after ل: `قال الوزير ل[نظيره] إن`, `قال لل[صحفيين]`, `قال [له]`; a medium is no addressee."""
    if cue.entry.whom or not cue.entry.wants.clause or not _is_verb(cue.report.form):
        return None
    start, end = cue.start + 1, min(cue.reach[1], cue.start + LONGEST)
    for j in range(start, end):
        word = scene.words[j]
        if word in COMMAS or word in PREPOSITIONS or word in THAT or word == ":":
            return None
        if word in _TO_HIM:
            return _meant(scene, cue, _TO_HIM[word])
        party = scene.syntax.at.get(j)
        speaks = cue.voice.start <= j < cue.voice.end
        if party is not None and not speaks and scene.syntax.proclitic(party).lstrip("وف") == "ل":
            return _group(scene, party) if is_body(scene, party) else None
        if word.startswith("لل") and word[2:].removeprefix("ال") in _AUDIENCE - _MEDIA:
            return Filler(((None, _without_to(scene.words_at(j, j + 1))),), j, j + 1)
    return None


def is_body(scene: Scene, party: Party) -> bool:
    """Whether a party may be spoken to, and is no medium: `مجلس الأمن`, not `رويترز`, `صحيفة النهار`."""
    if party.type != "organization":
        return party.type != "place"
    head = scene.words[party.start].removeprefix("ل").removeprefix("ال")
    return head in reporting.speaker_heads() and head not in _AUDIENCE


# -- noun phrases ------------------------------------------------------------------------------------------------------


def _is_verb(form: Form) -> bool:
    return form.kind in ("past", "present", "participle")


def _bare(word: str) -> str:
    word = "ال" + word[2:] if word.startswith("لل") else word.removeprefix("ب")
    return word.removeprefix("ال") if len(word) > 4 else word


def _noun_in(scene: Scene, start: int, end: int, to: bool = False) -> Filler | None:
    """The first noun phrase from token `start` that nothing governs; `to`: after ل too, `اتهامه ل[لشركة]`."""
    j = start
    while j < min(end, start + LONGEST * 2):
        word = scene.words[j]
        party = scene.syntax.at.get(j)
        if (after := _after_aside(scene, j, end)) > j:
            j = after
        elif party is not None and party.kind != "demonym":
            letters = scene.syntax.proclitic(party)
            return _group(scene, party) if not letters or (to and letters == "ل") else None
        elif j == start and (after := _after_apposition(scene, j, end)) > j:
            j = after
        elif word in _PASSED or (word.startswith("ال") and scene.syntax.tagged.pos[j] == "ADJ"):
            j += 1
        elif word in _ATTACHED or scene.syntax.word(j).prep:
            return _noun_at(scene, j, end) if to and word.startswith("لل") else None
        elif j == start and (after := _after_joined(scene, j)) > j:
            j = after
        elif word in PREPOSITIONS:
            j = max(scene.asides.after_phrase(j, end), j + 1)
        else:
            return _noun_at(scene, j, end)
    return None


def _after_aside(scene: Scene, j: int, end: int) -> int:
    """After a date or `-اليوم السبت-` from its first dash at `j`; `j` where there is neither."""
    if j in scene.syntax.dated:
        return max(scene.syntax.dated[j], j + 1)
    if scene.words[j] not in _DASHES and scene.words[j] != "(":
        return j
    closing = ")" if scene.words[j] == "(" else scene.words[j]
    return next((k + 1 for k in range(j + 1, min(end, j + _ASIDE)) if scene.words[k] == closing), end)


def _after_apposition(scene: Scene, j: int, end: int) -> int:
    """After what says more of the speaker who ends before token `j`; `j` where nothing does."""
    if scene.words[j] in COMMAS:
        commas = [k for k in range(j, end - 1) if scene.words[k] in COMMAS]
        return commas[-1] + 1 if commas else end  # «نصحت مريم، أستاذة الطب في الجامعة، [المسافرين] بـ»
    quotation = scene.quoted.opened.get(scene.starts[j])
    if quotation is not None and quotation.closed:
        return max(scene.token(quotation.end - 1) + 1, j + 1)  # «وزارة الدفاع ["البنتاغون"]»
    return j


def _after_joined(scene: Scene, j: int) -> int:
    """After who is joined to the speaker by و at token `j`; `j` where nobody is."""
    phrase = scene.syntax.phrase_at(j) if scene.words[j][0] == "و" else None
    return phrase.end if phrase is not None and phrase.conj else j  # «دعت الوزيرة [ونقابات أخرى] الشركات إلى»


def _noun_at(scene: Scene, j: int, end: int) -> Filler | None:
    """Who is named or described at token `j`."""
    party = scene.syntax.at.get(j)
    if party is not None:
        return _group(scene, party) if party.type != "place" else None
    word = scene.words[j]
    if word in THAT or word in RELATIVES or word in PREPOSITIONS or word in OPENERS or not word[0].isalpha():
        return None
    known = _bare(word.removeprefix("ل")) in reporting.speaker_heads()
    phrase = scene.syntax.phrase_at(j)
    if not known and (phrase is None or phrase.prep or word.endswith("ا")):
        return None
    return _described(scene, j, end)


def _group(scene: Scene, party: Party) -> Filler | None:
    """A party with those joined to it; only who can be blamed or told: no place."""
    group = scene.syntax.group(party)
    group = group[group.index(party) :] if party in group else (party,)
    refs: list[tuple[str | None, str]] = []
    for each in group:
        if each.type == "place":
            continue
        if each.refs:
            refs += scene.voices.refs(each)
        else:
            refs += _described(scene, each.start, scene.syntax.sentence[each.start][1]).refs
    return Filler(tuple(dict.fromkeys(refs)), group[0].start, group[-1].end) if refs else None


def _described(scene: Scene, j: int, stop: int) -> Filler:
    """Who is only described from token `j`, before `stop`: `المجتمع الدولي`, `السلطات المحلية والنقابات`."""
    end = stop
    phrase = scene.syntax.phrase_at(j)
    if phrase is not None:
        end = min(end, phrase.end)
        name = scene.syntax.at.get(end)
        if name is not None and end < stop and name.type == "person" and not scene.syntax.proclitic(name):
            end = name.end  # «هنأت الوزيرة اللاعب [سليم عمر]»
    voice = scene.resolved(scene.voices.described(j, end))
    refs = [(ref, name if ref else _without_to(name)) for ref, name in voice.refs]
    if phrase is not None and voice.end == end < stop:
        for other in scene.syntax.phrases.joined(phrase)[1:]:
            if other.end <= stop and scene.syntax.tagged.pos[other.head] != "PRON":
                party = scene.syntax.party_in(other)
                refs += scene.voices.refs(party) if party is not None and party.refs else [(None, _words(scene, other))]
                end = other.end
    return Filler(tuple(dict.fromkeys(refs)), voice.start, max(end, voice.end))


def _without_to(name: str) -> str:
    """`للصحفيين` as `الصحفيين`; `لنظيره` as `نظيره`."""
    if name.startswith("لل"):
        return "ال" + name[2:]
    return name[1:] if name.startswith("ل") and fold(name[1:]).partition(" ")[0] in reporting.speaker_heads() else name


def _words(scene: Scene, phrase: NounPhrase) -> str:
    """The words of a phrase without the و onto it."""
    text = scene.words_at(phrase.start, phrase.end)
    return text[letters(text, len(phrase.conj)) :]


# -- pronouns ----------------------------------------------------------------------------------------------------------


def _meant(scene: Scene, cue: Aim, suffix: str) -> Filler | None:
    """Whom «him», «her», «them» on the cue means: the noun of its relative clause, whom the same speaker has aimed at
    just before, the only other party of the sentence. Nobody where none or more than one fits."""
    first = scene.syntax.sentence[cue.start][0]
    before = scene.words[cue.start - 1] if cue.start > first else ""
    if before in RELATIVES:
        party = scene.syntax.within.get(cue.start - 2)
        return _group(scene, party) if party is not None and _fits(scene, scene.voices.refs(party), suffix) else None
    for s in reversed(scene.found[-_BACK:]):
        if s.voice.refs == cue.voice.refs and s.at >= first and s.target and _fits(scene, s.target, suffix):
            return Filler(s.target, s.at, s.at + 1)
    others: dict[Refs, Party] = {}
    for party in scene.syntax.between(first, cue.start):
        refs = scene.voices.refs(party)
        if party.refs and party.type != "place" and not set(refs) & set(cue.voice.refs) and _fits(scene, refs, suffix):
            others.setdefault(refs, party)
    if len(others) == 1:
        ((refs, party),) = others.items()
        return Filler(refs, party.start, party.end)
    return None


def _fits(scene: Scene, refs: Refs, suffix: str) -> bool:
    """Whether a pronoun can stand for these."""
    if suffix in ("هم", "هن"):
        return len(refs) > 1 or refs[0][0] is None
    if suffix == "هما":
        return len(refs) == 2
    if len(refs) > 1:
        return False
    gender = scene.memory.genders.of(refs)
    body = (refs[0][0] or "").startswith("o")
    return refs[0][0] is not None and (body or gender in (None, {"ه": "m", "ها": "f"}.get(suffix)))
