"""Whom a statement is aimed at: the `target` of accusing, praising, calling on, and the `addressee`, who is told.

Steps over an `Aim`, a statement whose speaker and content are known: what they have left over is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from arner.arabic.inflection import Form
from arner.lexicon import word_class
from arner.relations.candidates import frames
from arner.relations.rule import Cue, Filled, Filler, Outcome, Refs, Rejected, fill, step
from arner.relations.statements import reporting
from arner.relations.statements.content import Content
from arner.relations.statements.named import bare, described, group_of, is_people, is_theirs, noun_at, without_to
from arner.relations.statements.owners import owner
from arner.relations.statements.phrases import LONGEST
from arner.relations.statements.reporting import Entry, Report
from arner.relations.statements.voices import Voice
from arner.syntax import Party
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, PREPOSITIONS, RELATIVES, THAT

if TYPE_CHECKING:
    from arner.relations.statements.scene import Scene, Statement

_AUDIENCE = word_class("audience")
_MEDIA = word_class("medium_named")
_STANCES = word_class("stance")
_THEN = word_class("then")  # «في بيان طالبت [فيه] الوزارة بـ»
_PLURALS = word_class("plural_people")
_FEELINGS = word_class("thanks_or_blame")
_TO_HIM = {"له": "ه", "لها": "ها", "لهم": "هم", "لهما": "هما"}
_OF_WORDS = frozenset({"praise", "condemn", "criticise"})  # acts whose content is what is praised or blamed
_OF_SOMEBODY = _OF_WORDS | {"accuse", "call_for", "demand"}
_TOWARDS = word_class("towards")
_HIM = word_class("him_apart")
_DASHES = word_class("dash")
_PASSED = COMMAS | ADVERBS | CLOSERS
_ATTACHED = frozenset({"ب", "بـ", "ل", "لـ"})
_ASIDE = 14  # tokens between two dashes
_BY_SAYING = word_class("by_saying")
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
    before = at - (scene.words[at - 1] in s.report.entry.wants.after)  # «حمل الحكومة [مسؤولية] الانهيار»
    end = before if at > s.at else min(scene.syntax.sentence[s.at][1], s.at + LONGEST)
    cue = Aim(s.at, s.at + 1, s.report.entry.id, "aimed", s.report, s.voice, s.content, (start, end), at)
    slots = frames("statements")["aimed"].slots
    target = fill(scene, cue, "target", slots["target"], lambda found: _veto(cue, found))
    told = fill(scene, cue, "addressee", slots["addressee"], lambda found: _veto(cue, found))
    return target, told


def _veto(cue: Aim, found: Filler) -> str | None:
    return "speaks" if set(found.refs) & set(cue.voice.refs) else None


# -- target ------------------------------------------------------------------------------------------------------------


@step("directed at")
def directed_at(scene: Scene, cue: Aim) -> Outcome:
    """Whom a noun of doing is directed at: `وجه اتهامات إلى [الوزير] بـ`, `ألقى باللوم على [الشركة]`."""
    own = reporting.verb(scene.words[cue.start])
    lends = own is not None and not own.entry.takes.isdisjoint(("invitation", "lent"))
    lent = lends and own is not None and own.entry.wants != cue.entry.wants
    if not lent and not cue.entry.through:
        return None
    start, end = cue.reach
    for j in range(start, min(end, start + LONGEST)):
        party = scene.syntax.at.get(j)
        if scene.words[j] in _TOWARDS and j + 1 < end:
            return noun_at(scene, j + 1, end)
        if party is not None and scene.syntax.proclitic(party) == "ل":
            return group_of(scene, party)
        if scene.words[j].startswith("لل"):
            return noun_at(scene, j, end)
    return owner(scene, cue.content_at, scene.token(cue.content.end - 1) + 1)


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
    if first is None and cue.entry.takes == {"object"} and cue.content_at > cue.start:
        return _appealed_to(scene, cue)
    if first is None or cue.content_at < first.end:
        return first
    carried = cue.voice.start < cue.start and cue.report.form.kind in ("past", "present")
    free = not scene.words[first.start].startswith("ال") and not is_theirs(scene, first.start)
    if carried and first.refs[0][0] is None and free:
        return Rejected(first.text, "may be who speaks")  # «وأوصت [هيئات استشارية] بإغلاق الجسر»
    second = _noun_in(scene, first.end, min(first.end + 1, cue.reach[1])) if verb else None
    if second is None:
        return first
    # «طالب سليم [الحداد] [الحكومة] بـ»: a name cut short, and whom; «حثت [السنة] [الرجال] على»: nobody knows
    return Rejected(first.text, "another noun follows") if carried else second


def _appealed_to(scene: Scene, cue: Aim) -> Filler | None:
    """`ناشدت الوزيرة [الدول] التدخل`: the first object, where it is somebody."""
    word = scene.words[cue.content_at]
    somebody = cue.content_at in scene.syntax.at or is_people(word, bare(word))
    return noun_at(scene, cue.content_at, scene.token(cue.content.end - 1) + 1) if somebody else None


@step("him apart")
def him_apart(scene: Scene, cue: Aim) -> Outcome:
    """Whom a pronoun that stands alone means: `متهما [إياه] بالكذب`."""
    after = scene.words[cue.start + 1] if cue.start + 1 < len(scene.words) else ""
    if not cue.entry.whom or after not in _HIM:
        return None
    return _meant(scene, cue, after.removeprefix("ايا"))


@step("whom after")
def whom_after(scene: Scene, cue: Aim) -> Outcome:
    """Who stands after the cue's own preposition: `طلب من [الحكومة] أن`, `رد على [الوزير] بأن`."""
    start, end = cue.reach
    for j in range(start, min(end, start + LONGEST)):
        if scene.words[j] in cue.entry.whom_after and j + 1 < end:
            return noun_at(scene, j + 1, end)
        party = scene.syntax.at.get(j)
        if party is not None and scene.syntax.proclitic(party).lstrip("وف") in cue.entry.whom_after:
            return group_of(scene, party)
    return None


@step("praised or blamed")
def praised_or_blamed(scene: Scene, cue: Aim) -> Outcome:
    """Whom the content of praise or blame is, or whose: `انتقد [الوزير]`, `قرار [الحكومة]`, `العدوان [الروسي]`."""
    if cue.entry.act not in _OF_WORDS or cue.entry.whom or cue.content_at < cue.start:
        return None
    if scene.words[cue.content_at - 1] in THAT:
        return None  # «نوه إلى أن»: a clause
    return owner(scene, cue.content_at, scene.token(cue.content.end - 1) + 1)


@step("felt towards")
def felt_towards(scene: Scene, cue: Aim) -> Outcome:
    """Whom thanks or blame are for that somebody voices: `أعرب عن شكره ل[لوزير]`, `عن إدانته لتصريحات [الوزير]`."""
    i = cue.content_at
    if i < cue.start or i + 1 >= len(scene.words) or not _names_feeling(scene, i):
        return None
    return owner(scene, i + 1, scene.token(cue.content.end - 1) + 1, to=True)


def _names_feeling(scene: Scene, i: int) -> bool:
    """Whether the noun at `i` is one of thanks or blame, with its owner's pronoun: `شكره`, `استنكارها`."""
    word = bare(scene.words[i])
    stems = {word.removesuffix(own) for own in ("ه", "ها", "هم", "هما")}
    return bool(_FEELINGS & (stems | {stem[:-1] + "ه" for stem in stems if stem.endswith("ت")}))


@step("answered")
def answered(scene: Scene, cue: Aim) -> Outcome:
    """Whom the speaker answers: `ردا على [الوزير]، قال`, `في رده على تصريحات [الوزير]`."""
    first = scene.syntax.sentence[cue.start][0]
    for j in range(max(first, cue.start - LONGEST), cue.start - 2):
        report = reporting.verb(scene.words[j].removeprefix("و"))
        if scene.words[cue.start] in _BY_SAYING and report is not None and report.entry.act == "reply":
            k = next((k for k in range(j + 1, cue.start - 1) if scene.words[k] == "علي"), None)
            return noun_at(scene, k + 1, cue.start) if k is not None else None  # «رد سليم على [الوزير] بالقول»
    for j in range(first, min(cue.start, first + LONGEST)):
        if scene.words[j].removeprefix("و") in ("ردا", "ردها", "رده", "ردهم") and scene.words[j + 1] == "علي":
            k = j + 2
            if bare(scene.words[k]) in _STANCES and k + 1 < cue.start:
                k += 1
            return noun_at(scene, k, cue.start)
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
            return group_of(scene, party) if is_body(scene, party) else None
        if word.startswith("لل") and word[2:].removeprefix("ال") in _AUDIENCE - _MEDIA:
            return Filler(((None, without_to(scene.words_at(j, j + 1))),), j, j + 1)
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


def _noun_in(scene: Scene, start: int, end: int, to: bool = False) -> Filler | None:
    """The first noun phrase from token `start` that nothing governs; `to`: after ل too, `اتهامه ل[لشركة]`."""
    j = start
    while j < min(end, start + LONGEST * 2):
        word = scene.words[j]
        party = scene.syntax.at.get(j)
        if (after := _after_aside(scene, j, end)) > j:
            j = after
        elif party is not None and party.kind != "demonym":
            return _ungoverned(scene, party, to)
        elif j == start and (after := _after_apposition(scene, j, end)) > j:
            j = after
        elif _is_passed(scene, j, start):
            j += 1
        elif word in ("كل", "كلا") and scene.words[j + 1 : j + 2] == ["من"]:
            return noun_at(scene, j + 2, end)
        elif word in _ATTACHED or scene.syntax.word(j).prep:
            return noun_at(scene, j, end) if to and word.startswith("لل") else None
        elif j == start and (after := _after_joined(scene, j)) > j:
            j = after
        elif word in PREPOSITIONS:
            j = max(scene.asides.after_phrase(j, end), j + 1)
        else:
            return noun_at(scene, j, end)
    return None


def _ungoverned(scene: Scene, party: Party, to: bool) -> Filler | None:
    """A party that no particle governs, with who is joined to it; `to`: one that ل governs too, `اتهامه ل[لشركة]`."""
    letters = "" if scene.words[party.start] in reporting.speaker_heads() else scene.syntax.proclitic(party)
    return group_of(scene, party) if not letters or (to and letters == "ل") else None


def _is_passed(scene: Scene, j: int, start: int) -> bool:
    """Whether token `j` is an adverb, «in it», a sign or an adjective of who speaks."""
    word = scene.words[j]
    return word in _PASSED or word in _THEN or (word.startswith("ال") and _says_more(scene, j, start))


def _says_more(scene: Scene, j: int, start: int) -> bool:
    """Whether the definite word at `j` is an adjective of who speaks: `المدير [العام]`, not `الحكومة [المعارضة]`."""
    adjective = scene.syntax.tagged.pos[j] == "ADJ"
    return adjective and not (j == start and is_people(scene.words[j], bare(scene.words[j])))


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
    joined = scene.words[j][0] == "و" and scene.words[j] not in reporting.speaker_heads()  # «وزراء»
    phrase = scene.syntax.phrase_at(j) if joined else None
    return phrase.end if phrase is not None and phrase.conj else j  # «دعت الوزيرة [ونقابات أخرى] الشركات إلى»


# -- pronouns ----------------------------------------------------------------------------------------------------------


def _meant(scene: Scene, cue: Aim, suffix: str) -> Filler | None:
    """Whom «him», «her», «them» on the cue means: the noun of its relative clause, whom the same speaker has aimed at
    just before, the only other party of the sentence. Nobody where none or more than one fits."""
    first = scene.syntax.sentence[cue.start][0]
    before = scene.words[cue.start - 1] if cue.start > first else ""
    if before in RELATIVES:
        party = scene.syntax.within.get(cue.start - 2)
        return group_of(scene, party) if party is not None and _fits(scene, scene.voices.refs(party), suffix) else None
    for s in reversed(scene.found[-_BACK:]):
        if s.voice.refs == cue.voice.refs and s.at >= first and s.target and _fits(scene, s.target, suffix):
            return Filler(s.target, s.at, s.at + 1)
    if suffix in ("هم", "هن"):
        return _they(scene, first, cue)
    others: dict[Refs, Party] = {}
    for party in scene.syntax.between(first, cue.start):
        refs = scene.voices.refs(party)
        if party.refs and party.type != "place" and not set(refs) & set(cue.voice.refs) and _fits(scene, refs, suffix):
            others.setdefault(refs, party)
    if len(others) == 1:
        ((refs, party),) = others.items()
        return Filler(refs, party.start, party.end)
    return None


def _they(scene: Scene, first: int, cue: Aim) -> Filler | None:
    """Who «they» are: the only people, in the plural, of the words from `first` to the cue: `واعتصم [العمال]`."""
    found: dict[str, Filler] = {}
    j = first
    while j < cue.start:
        phrase = scene.syntax.phrase_at(j)
        if phrase is None:
            j += 1
            continue
        head = bare(scene.words[phrase.start])
        several = scene.words[phrase.start].startswith("ال") and (phrase.number == "p" or head in _PLURALS)
        if several and is_people(scene.words[phrase.start], head):
            filler = described(scene, phrase.start, min(phrase.end, cue.start))
            found.setdefault(filler.text, filler)
        j = max(phrase.end, j + 1)
    return next(iter(found.values())) if len(found) == 1 else None


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
