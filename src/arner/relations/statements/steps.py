"""The steps that find who speaks; `frames.toml` says in which order a cue tries them.

A `Saying` is a reporting cue with what it introduces. Steps see the scene: who spoke before, what was found.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arner.arabic.inflection import Form
from arner.lexicon import word_class
from arner.relations.reference import MASCULINE_STATES
from arner.relations.rule import Cue, Outcome, Rejected, step
from arner.relations.statements import reporting
from arner.relations.statements.complement import Complement
from arner.relations.statements.phrases import LONGEST
from arner.relations.statements.reporting import Report
from arner.relations.statements.voices import Voice, gender_of
from arner.syntax import Party
from arner.syntax.bounds import after_dateline
from arner.syntax.phrases import NounPhrase
from arner.syntax.subjects import Subject, subject_after, subject_before
from arner.syntax.verbs import acting_verb
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, THAT

if TYPE_CHECKING:
    from arner.relations.statements.scene import Scene

_BEFORE_VERB = word_class("before_relative_verb")
CARRIED = ("unnamed", "goes-on")  # frames whose speaker is not named where the cue stands
TEMPORAL = word_class("temporal")
_WHICH = word_class("which")
_WHICH_GENDER = {"الذي": "m", "التي": "f"}
_ABSTRACT = word_class("abstract")
_EARLIER = 8  # sentences back in which who acts may be who speaks
_OF_IT = word_class("prepositional_pronoun")
_NO_NOUN = word_class("no_noun")
_OPENING = 5  # tokens of a sentence in which a noun with a pronoun is of whoever spoke before
_NAMED = 100  # tokens back among which «the latter» was named
_BRACKETS = 6  # tokens in brackets after a name: «سليم عمر (32 عاما)»
_IN_IT = 20  # tokens before a verb with «in it» among which the document is named
_MAIN = 25  # tokens before a noun that a clause says more of, among which the main verb stands
_FREE = word_class("no_antecedent_before")
_LETTERS = ("ب", "ل")
_SEVERAL = ("ين", "ون")
_BYLINE = word_class("byline")
_LATTER = word_class("latter")
_THEN = word_class("then")
_SPOKEN_IN = word_class("spoken_in")
_PEOPLE = word_class("generic_person") | word_class("gendered_office") | word_class("trade")
THIS = frozenset({"هذا", "هذه"})
_STEPS = word_class("step_taken")
_OF_OTHERS = word_class("not_the_person")


@dataclass(frozen=True, slots=True)
class Saying(Cue):
    """A reporting verb, participle or noun with what it introduces, if anything."""

    report: Report
    complement: Complement | None = None

    @property
    def form(self) -> Form:
        return self.report.form

    @property
    def clausal(self) -> bool:
        """Whether its complement is no object, so that a noun after the verb is its subject."""
        return self.complement is not None and self.complement.how in ("that", "colon", "quote", "governed")

    def limit(self, scene: Scene) -> int:
        """The token at which nothing is the subject any more."""
        return self.complement.at if self.complement is not None else scene.syntax.sentence[self.start][1]


def saying(i: int, report: Report, complement: Complement | None, frame: str) -> Saying:
    return Saying(i, i + 1, report.entry.id, frame, report, complement)


# -- where the verb stands ---------------------------------------------------------------------------------------------


def said_in_it(scene: Scene, i: int) -> bool:
    """Whether the verb at `i` is of a document that another statement names: `ردا على كلمة الوزير التي [هاجم] فيها`."""
    if scene.words[i + 1 : i + 2] not in (["فيه"], ["فيها"]) or i not in scene.reports or acts_in_it(scene, i):
        return False
    near = scene.words[max(scene.syntax.sentence[i][0], i - _IN_IT) : i]
    return not reporting.documents().isdisjoint(near) and scene.reports[i].form.kind != "participle"


@step("author")
def author(scene: Scene, cue: Saying) -> Outcome:
    """Whose document it is: `في تصريح ل[سليم]، قال فيه إن` (in a statement by Salim, in which he said)."""
    i, words = cue.start, scene.words
    if words[i + 1 : i + 2] not in (["فيه"], ["فيها"]) or acts_in_it(scene, i):
        return None
    first = scene.syntax.sentence[i][0]
    by = scene.syntax.within.get(i - 1 - (i > first and words[i - 1] in COMMAS))
    if by is not None and by.type == "person" and by.refs:  # مقالا للباحثة سلمى عمر، قالت فيه
        return scene.voices.of((by,))
    for k in range(i - 1, max(first, i - _IN_IT) - 1, -1):
        if reporting.documents().intersection((words[k], words[k].removeprefix("ل"), words[k].removeprefix("ب"))):
            voice = scene.voices.described(k, i)
            last = scene.memory.last(k, None)
            itself = voice.ref is None and voice.source in (None, voice.text)
            unsigned = itself or (last is not None and last.refs == voice.refs)
            unsigned = unsigned and (voice.source is not None or words[k] not in reporting.documents())
            who = acting(scene, first, k, False) or _publisher(scene, first, k) if unsigned else None
            return replace(voice, refs=who.refs) if who is not None else voice
    return None


def acts_in_it(scene: Scene, i: int) -> bool:
    """`في وقت أعلنت فيه [المنظمة] أن`: who speaks stands after «in it»."""
    party = scene.syntax.at.get(i + 2)
    if party is None or not scene.syntax.can_act(party):
        return False
    phrase = scene.syntax.phrase_at(i + 2)
    return phrase is not None and scene.syntax.agrees(i, phrase)


def _publisher(scene: Scene, first: int, k: int) -> Voice | None:
    """Who publishes the document at `k`: `نشرت [السفارة الروسية] تغريدات قالت فيها`."""
    for j in range(first, k):
        if scene.words[j] in reporting.speaker_heads() and (j == first or scene.words[j - 1] not in PREPOSITIONS):
            return scene.voices.described(j, k)
    return None


@step("doer before")
def doer_before(scene: Scene, cue: Saying) -> Outcome:
    """The party right before a verb that is done to somebody: `[الوزير] يدعو المانحين إلى`."""
    found = before(scene, cue.start)
    return found if found is not None and found.end == cue.start else None


@step("speaker before")
def speaker_before(scene: Scene, cue: Saying) -> Outcome:
    """The party before the verb, but where one after it has a clause: `[الوزير] قال إن`, `[الوزير]، الذي عاد، قال`."""
    found = before(scene, cue.start)
    relative = cue.start > 0 and scene.words[cue.start - 1] in RELATIVES
    if found is None or relative:
        return None
    if _adjacent(scene, cue) is not None and cue.clausal:
        return Rejected(found.text, "another stands right after the verb")
    return found


@step("any before")
def any_before(scene: Scene, cue: Saying) -> Outcome:
    """The party before the verb, also before «who»: `[الوزير] الذي قال إن`."""
    return before(scene, cue.start)


@step("holder")
def holder(scene: Scene, cue: Saying) -> Outcome:
    """Who spoke, where the noun after the verb is what something is held to be: `وتعتبر القوات [حليفا]`."""
    party = _adjacent(scene, cue)
    if party is None or not cue.report.dropped or not cue.report.entry.two_objects:
        return None
    what = scene.objects.first(cue.start, party.end)
    at_once = what is not None and what.start == party.end
    if not (at_once and scene.words[party.end].endswith("ا") and len(scene.words[party.end]) > 3):
        return None
    return scene.goes_on(cue.start, cue.report)


@step("teller")
def teller(scene: Scene, cue: Saying) -> Outcome:
    """The first of two nouns before «that», the second of which is told: `أبلغ [الوزير] البرلمان أن`."""
    c = cue.complement
    if c is None or c.how != "that" or not cue.report.entry.told or c.at <= cue.start + 2:
        return None
    whom = c.at - 1
    while whom > cue.start and scene.words[whom] in CLOSERS:
        whom -= 1
    return _after(scene, cue, whom)


@step("speaker after")
def speaker_after(scene: Scene, cue: Saying) -> Outcome:
    """The noun phrase after the verb: `قال في موسكو أمس [الوزير]`, `قالت [مصادر] مطلعة`.

    A verb of several has its subject before it: `الذين طالبوا [الوزيرة] بذلك`.
    """
    voice = _after(scene, cue, cue.limit(scene)) if cue.form.number == "s" else None
    return _jointly(scene, cue, voice) if voice is not None else None


def _jointly(scene: Scene, cue: Saying, voice: Voice) -> Voice:
    """`وفي بيان مشترك مع [سليم]، أكدت [مريم]`: who speaks, with the person whom the statement is joint with."""
    words, first = scene.words, scene.syntax.sentence[cue.start][0]
    for k in range(first, cue.start - 1):
        if words[k] == "مشترك" and words[k + 1] == "مع":
            other = next(
                (p for p in scene.syntax.between(k, cue.start) if p.type == "person" and p.kind == "name"), None
            )
            if other is not None and other.refs and other.refs[0] not in {ref for ref, _ in voice.refs}:
                return replace(voice, refs=(*voice.refs, *scene.voices.refs(other)))
    return voice


@step("doer after")
def doer_after(scene: Scene, cue: Saying) -> Outcome:
    """The noun phrase after a verb that is done to somebody, unless that is whom: `اتهم [خصومه] بالكذب`."""
    voice = _after(scene, cue, cue.limit(scene)) if cue.form.number == "s" else None
    c = cue.complement
    if voice is not None and scene.words[cue.start][: cue.report.dropped] == "ل":
        return Rejected(voice.text, "whom it is done to")  # «خرج ليهدد [سليما] بـ»
    state = voice is not None and voice.start == cue.start + 1 and (voice.refs[0][0] or "").startswith("country:")
    his = cue.form.kind == "past" and asked_gender(cue.form) == "m"
    if voice is not None and state and his and not scene.memory.agrees(voice, "m"):
        return Rejected(voice.text, "gender")  # «هدد تل أبيب بصفعة»: Tel Aviv, a feminine, is whom he threatened
    if voice is None or c is None or cue.form.suffix:
        return voice
    if "somebody" not in cue.report.entry.takes and not _is_addressee(scene, cue.form, voice):
        return voice
    return voice if _is_doer(scene, cue, voice, c) else Rejected(voice.text, "whom it is done to")


@step("leading phrase")
def leading_phrase(scene: Scene, cue: Saying) -> Outcome:
    """A noun phrase that begins the clause and ends at its verb: `لكن [سكان الحي الجديد] قالوا`."""
    if cue.report.dropped or before(scene, cue.start) is not None:
        return None
    found = scene.slots.phrase_before(cue.start, cue.form, not cue.report.entry.things)
    return scene.voices.described(*found, whole=True) if found is not None else None


@step("before its quotation")
def before_its_quotation(scene: Scene, cue: Saying) -> Outcome:
    """The noun after «that» before a quotation that begins with its verb: `إن [الوزراء] "أكدوا ضرورة الإصلاح"`."""
    words, k = scene.words, cue.start - 2
    if k < 1 or words[cue.start - 1] not in OPENERS:
        return None
    k -= words[k] == ":"
    party, phrase = scene.syntax.within.get(k), scene.syntax.phrase_at(k)
    if party is not None and party.end == k + 1 and words[party.start - 1] in THAT:
        return scene.voices.of((party,)) if party.refs else scene.voices.described(party.start, k + 1)
    if phrase is None or phrase.end != k + 1 or words[phrase.start - 1] not in THAT or is_thing(scene, phrase):
        return None
    phrase = _without_this(scene, phrase)
    agrees = scene.syntax.agrees(cue.start, phrase) and words[phrase.start] not in THIS
    return scene.voices.described(phrase.start, phrase.end) if agrees else None


@step("subject slot")
def subject_slot(scene: Scene, cue: Saying) -> Outcome:
    """The noun phrase in the subject's place, also of somebody unknown: `انتقد [الشركاء التجاريون] الرسوم`."""
    phrase = explicit(scene, cue)
    if phrase is None:
        return None
    if is_thing(scene, phrase):
        return Rejected(scene.words_at(phrase.start, phrase.end), "does not speak")
    return scene.voices.described(phrase.start, phrase.end if phrase.end <= cue.start else cue.limit(scene))


def explicit(scene: Scene, cue: Saying) -> NounPhrase | None:
    """The noun phrase in the place of the cue's subject, where it agrees and is not what is said itself."""
    slot = scene.syntax.subject_slot(cue.start)
    phrase = slot.phrase
    if phrase is None or phrase.prep or cue.form.number != "s" or scene.words[phrase.start] in COMMAS:
        return None  # «وقال ـ في بيان ـ إن»: a dash
    if scene.quoted.inside[phrase.start] != scene.quoted.inside[cue.start] or phrase.start in scene.syntax.dated:
        return None
    return _explicit_before(scene, cue, phrase) if slot.before else _explicit_after(scene, cue, phrase)


def _explicit_before(scene: Scene, cue: Saying, phrase: NounPhrase) -> NounPhrase | None:
    """The phrase before the verb, where it is of somebody who speaks: `[مصادر] محلية أكدت أن`."""
    if scene.words[cue.start - 1] in RELATIVES and {"ه": "m", "ها": "f"}.get(cue.form.suffix) == phrase.gender:
        return None  # «الحركة التي تصفها بأنها»: whom it is said of
    known = {scene.words[phrase.start], scene.words[phrase.start].removesuffix("ا")} & reporting.speaker_heads()
    return phrase if known and not cue.report.dropped and scene.syntax.agrees(cue.start, phrase) else None


def _explicit_after(scene: Scene, cue: Saying, phrase: NounPhrase) -> NounPhrase | None:
    """The phrase right after the verb, where it is neither whom it is said to nor what is said."""
    if phrase.start <= cue.start or not _ends_before_content(scene, cue, phrase) or _is_object(scene, phrase):
        return None
    phrase = _without_this(scene, phrase)
    first = scene.words[phrase.start]
    to_somebody = first[0] == "ل" and first not in reporting.speaker_heads()
    if to_somebody or first in _NO_NOUN or first in reporting.honorifics():
        return None
    return phrase if _at_once(scene, cue.start, phrase.start) and scene.syntax.agrees(cue.start, phrase) else None


def _is_object(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a phrase is what is said: `أكد [دعمه]` (his support), or in the accusative, `أعلن [حدادا] وطنيا`."""
    head = scene.words[phrase.head]
    his = scene.syntax.word(phrase.head).suffix and scene.words[phrase.start] not in reporting.speaker_heads()
    return bool(his) or (head.endswith("ا") and len(head) > 2)


def _without_this(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """`هذا [المسؤول]`: without «this» before the noun that speaks."""
    this = scene.words[phrase.start] in THIS
    speaks = this and scene.words[phrase.start + 1] in reporting.speaker_heads()
    return replace(phrase, start=phrase.start + 1) if speaks else phrase


def _ends_before_content(scene: Scene, cue: Saying, phrase: NounPhrase) -> bool:
    """Whether what is said follows the phrase: a clause, or an object of its own."""
    c = cue.complement
    if c is not None:
        return phrase.end <= c.at and c.how != "object"
    thing = scene.syntax.object_slot(cue.start)
    return "object" in cue.report.entry.takes and thing.phrase is not None and thing.phrase.start >= phrase.end


def _at_once(scene: Scene, i: int, start: int) -> bool:
    """Whether nothing but adverbs, dates and «of it» stands between the verb and token `start`."""
    j = i + 1
    passes = ADVERBS | _OF_IT | THIS
    while j < start and (scene.words[j] in passes or j in scene.syntax.dated):
        j = max(scene.syntax.dated.get(j, j), j + 1)
    return j >= start


def is_thing(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a noun phrase is nobody: an act, a state of things, a number."""
    return is_abstract(scene.words[phrase.start])


def is_abstract(word: str) -> bool:
    """Whether a folded noun means an act, a state of things, a work or a number."""
    head = word.removeprefix("ال")
    acting_noun = head.startswith("است") and head[-2:-1] == "ا"
    return head in _ABSTRACT or acting_noun or not head[:1].isalpha()


def before(scene: Scene, i: int) -> Voice | None:
    """The party before the verb at `i`, as its subject; the noun it says more of: `[حلفاؤها] اليمنيون قالوا`."""
    report = scene.reports.get(i)
    found = subject_before(scene.syntax, i) if report is None or not report.dropped else None
    if found is None or (report is not None and _is_several(found) and report.form.number == "s"):
        return None  # «… [سليم ومريم] نفى مسؤولون ذلك»
    party = found.parties[-1]
    if report is not None and scene.words[i - 1] in RELATIVES and _means(scene, report.form.suffix, party):
        return None  # «الحزب الذي تصفه بأنه»: whom it is said of
    phrase = scene.syntax.phrase_at(party.start)
    if phrase is not None and phrase.start < party.start:
        if phrase.prep in _LETTERS and scene.words[i - 1] not in RELATIVES:
            return None  # «وبشأن التهديد [بقتل] السفير قال»
        if party.type == "country" and party.kind == "demonym":
            return scene.voices.described(phrase.start, phrase.end)
        if party.type == "organization" and scene.words[phrase.start] in _PEOPLE and not phrase.prep + phrase.conj:
            return _apposed_to(scene, phrase) or scene.voices.described(phrase.start, phrase.end)
    return scene.voices.voice(found)


def _apposed_to(scene: Scene, phrase: NounPhrase) -> Voice | None:
    """The name that a phrase says more of: `[سليم عمر] (32 عاما) لاعب نادي النهار قال`."""
    k = phrase.start - 1
    if k > 0 and scene.words[k] == ")":
        k = next((j - 1 for j in range(k - 1, max(0, k - _BRACKETS) - 1, -1) if scene.words[j] == "("), k)
    party = scene.syntax.within.get(k)
    named = party is not None and party.end == k + 1 and party.type == "person" and party.kind == "name"
    return scene.voices.of((party,)) if named and party is not None else None


def _means(scene: Scene, suffix: str, party: Party) -> bool:
    """Whether the pronoun on a verb of a relative clause may be its noun."""
    gender = {"ه": "m", "ها": "f"}.get(suffix)
    return gender is not None and scene.memory.genders.of(scene.voices.refs(party)) in (None, gender)


def _is_several(found: Subject) -> bool:
    """Whether these are people, more than one."""
    return len(found.parties) > 1 and all(party.type == "person" for party in found.parties)


def _adjacent(scene: Scene, cue: Saying) -> Party | None:
    """The party right after the cue that can act."""
    party = scene.syntax.at.get(cue.start + 1)
    return party if party is not None and scene.syntax.can_act(party) else None


def _after(scene: Scene, cue: Saying, limit: int) -> Voice | None:
    return subject(scene, cue.start, limit, cue.form, _any_noun(scene, cue))


def subject(scene: Scene, i: int, limit: int, form: Form, any_noun: bool = False) -> Voice | None:
    """The subject after the verb at `i`, before token `limit`; `any_noun`: a noun at once is the subject."""
    found = subject_after(scene.syntax, i, limit)
    first = scene.slots.noun_after(i, limit, form, any_noun)
    if first is not None and (found is None or first < found.parties[0].start):
        quoted = scene.voices.quoted_name(first, limit) if first == i + 2 else None
        return quoted or scene.voices.described(first, limit)
    return scene.voices.voice(found, limit) if found is not None else None


def _any_noun(scene: Scene, cue: Saying) -> bool:
    """Whether any noun right after the verb is its subject: it has an object, or takes none."""
    i, c, report = cue.start, cue.complement, cue.report
    before = scene.words[i - 1] if i else ""
    if report.form.suffix or before == "ما" or before in reporting.frame_words("as-said"):
        return True
    if c is None or c.how != "governed" or c.at <= i + 1:
        return False
    if scene.words[i] == "عبر":
        return False  # a preposition: «عبر وسائل الإعلام»
    # «وحذر السكان من»: he who spoke before may have warned them
    return not (report.entry.to_somebody and (report.form.gender == "m" or not report.dropped))


def _is_addressee(scene: Scene, form: Form, voice: Voice) -> bool:
    """Whether the one noun after the verb does not agree with it: `ودعا إسرائيل إلى` (he called on Israel)."""
    if form.gender != "m" or form.number != "s":
        return False
    word = scene.words[voice.start]
    if word.endswith("ين") and voice.ref is None:
        return True
    if (
        voice.ref is None
        and word in reporting.speaker_heads()
        and gender_of(word) == "f"
        and not scene.voices.is_many(word)
    ):
        return True  # «حيث حذر دول المنطقة من»
    party = scene.syntax.at.get(voice.start)
    if party is None or len(voice.refs) != 1:
        return False
    return party.type == "country" and party.kind == "name" and party.country not in MASCULINE_STATES


def _is_doer(scene: Scene, cue: Saying, voice: Voice, c: Complement) -> bool:
    """Who accuses where one noun alone follows the verb: `اتهم خصومه بالكذب` (he accused his rivals of lying).

    That noun is the accused when somebody agreeing with the verb has spoken before, or it is no nominative.
    """
    if voice.start <= cue.start or voice.end < c.at:
        return True
    word = scene.words[voice.start]
    if voice.refs[-1][0] is None and (word in reporting.speaker_heads() or word.endswith("ون")):
        return True
    gender = cue.form.gender if cue.form.number == "s" else None
    spoke = scene.memory.last(cue.start, gender)
    other = spoke is not None and spoke.refs != voice.refs
    return not (word.endswith("ين") or other)


# -- carried on --------------------------------------------------------------------------------------------------------


@step("antecedent")
def antecedent(scene: Scene, cue: Saying) -> Outcome:
    """The noun of a relative clause: `[التقارير] التي تفيد بأن` (the reports that say), `[مصادر] أكدت أن`."""
    if cue.form.kind == "participle" or cue.report.dropped:
        return None
    related, head = _antecedent(scene, cue.start, cue.form)
    if head is not None:
        voice = scene.voices.described(head, cue.start)
        return replace(voice, gender=cue.form.gender) if voice.ref is None else voice
    return Rejected(scene.words[cue.start - 1], "its noun does not speak") if related else None


def in_relative(scene: Scene, cue: Saying) -> bool:
    """Whether the verb belongs to a noun before it, so that nobody else speaks."""
    return _antecedent(scene, cue.start, cue.form)[0]


def _antecedent(scene: Scene, i: int, form: Form) -> tuple[bool, int | None]:
    """Whether the verb at `i` is in a relative clause on a noun, and where that noun is if it can speak."""
    words = scene.words
    first = scene.syntax.sentence[i][0]
    last, which = _before_relative(scene, i, first)
    relative = bool(which)
    head = _speaking_noun(scene, last, first)
    if _is_of_another(which, form, words[head] if head is not None else ""):
        return False, None
    noun = last if head is None else head
    gender = _WHICH_GENDER.get(which) or gender_of(words[noun])
    if form.number == "s" and form.gender is not None and gender != form.gender:
        return False, None  # «التدخلات التي قال إنها …»: not who speaks but what of
    if relative and {"ه": "m", "ها": "f"}.get(form.suffix) == gender:
        return False, None  # «الحركة التي تصفها بأنها»: whom it is said of
    if head is None and not relative and _says_more_of(scene, i):
        return True, None
    if head is None or (not relative and _through(scene, head)):
        return relative and last not in scene.syntax.within and words[last][0].isalpha(), None
    return True, head


def _is_of_another(which: str, form: Form, noun: str) -> bool:
    """Whether the relative pronoun `which` is of another noun, or the verb is of somebody else than its noun.

    `وجود [القوات] الذي قال إنه خطر` (the presence), `الحلفاء الذين اتهمهم بذلك` (whom he accused).
    """
    whom = which == "الذين" and form.number == "s" and form.suffix == "هم"
    gender = _WHICH_GENDER.get(which) if noun else None
    return whom or (gender is not None and gender_of(noun) != gender)


def _before_relative(scene: Scene, i: int, first: int) -> tuple[int, str]:
    """The token that may end the noun of the verb at `i`, and the relative pronoun between them ("" for none)."""
    k = i - 1
    while k > first and scene.words[k] in _BEFORE_VERB:
        k -= 1
    if k <= first or scene.words[k] not in _WHICH:
        return k, ""
    which = scene.words[k].removeprefix("و")
    k -= 1
    return k - (k > first and scene.words[k] in COMMAS), which


def _says_more_of(scene: Scene, i: int) -> bool:
    """Whether the verb at `i` says more of an indefinite noun before it: `في أعقاب [حراك] غير مسبوق طالب بـ`.

    The main verb of the sentence stands before that noun; «فيه» after the verb is of a noun somebody speaks through.
    """
    words, syntax = scene.words, scene.syntax
    phrase = syntax.phrase_at(i - 1) if i else None
    if phrase is None or phrase.definite or phrase.end != i or i - 1 in syntax.within or i - 1 in syntax.dated:
        return False
    known = words[phrase.start] in reporting.documents() or words[phrase.head] in reporting.documents()
    apart = words[i - 1] in ADVERBS or (i + 1 < len(words) and words[i + 1] in _THEN)
    first = syntax.sentence[i][0]
    acts = any(syntax.is_verb(k) for k in range(max(first, phrase.start - _MAIN), phrase.start))
    acts = acts or (phrase.prep == "في" and words[phrase.head] in _STEPS)  # «وفي [خطوة] كشفت عمق الأزمة، قرر»
    return acts and not known and not apart and words[i - 1][-1] != "ا"


def _speaking_noun(scene: Scene, last: int, first: int) -> int | None:
    """The head of the noun phrase that ends at token `last`, if it is one that speaks."""
    head: int | None = None
    for k in range(last, max(first, last - 5) - 1, -1):
        word = scene.words[k]
        closed = not word[0].isalpha() or word in PREPOSITIONS or word in THAT or word in RELATIVES or word in _FREE
        if closed or reporting.verb(word) is not None:
            break  # «مرصد موحد [حيث] يقول», «يتجاوز [ما] توقعه»
        if word.removeprefix("و") in reporting.speaker_heads() | reporting.documents():
            if head is not None and word.startswith("ال"):
                break
            head = k
    return head


def _through(scene: Scene, head: int) -> bool:
    """`في بيان أكدت`: spoken through, not who speaks."""
    before = scene.words[head - 1] if head else ""
    return scene.words[head] in reporting.documents() and before in _SPOKEN_IN


@step("had before")
def had_before(scene: Scene, cue: Saying) -> Outcome:
    """Who had done so: `سبق ل[الهيئة] أن تعهدت` (the authority had pledged before)."""
    i, words = cue.start, scene.words
    if i < 3 or words[i - 1] != "ان":
        return None
    first = max(scene.syntax.sentence[i][0], i - LONGEST)
    had = next((k for k in range(i - 2, first - 1, -1) if words[k] in ("سبق", "وسبق")), None)
    if had is None or had + 1 >= i - 1 or not words[had + 1].startswith("ل"):
        return None
    return scene.voices.whose(had + 1, i - 1, anybody=True)


@step("honorific")
def honorific(scene: Scene, cue: Saying) -> Outcome:
    """Who spoke before, where a word of respect stands for them: `وقال [معاليه] إن` (his Excellency said).

    `قال بعدها [الأخير]` (the latter said): whoever was named last.
    """
    j = cue.start + 1
    while j < len(scene.words) and scene.words[j] in ADVERBS | _THEN:
        j += 1
    word = scene.words[j] if j < len(scene.words) else ""
    if word in _LATTER:
        return _named_last(scene, cue.start, "f" if word.endswith("ه") else "m")
    return scene.memory.last(cue.start, None) if word in reporting.honorifics() else None


def _named_last(scene: Scene, i: int, gender: str) -> Voice | None:
    """The person named last before token `i`, in its sentence or the one before, who agrees."""
    first = scene.syntax.sentence[i][0]
    first = max(scene.syntax.sentence[max(0, first - 1)][0], i - _NAMED)
    for party in reversed(scene.syntax.between(first, i)):
        voice = scene.voices.of((party,)) if party.type == "person" and len(party.refs) == 1 else None
        if voice is not None and scene.memory.agrees(voice, gender):
            return voice
    return None


@step("speaks here")
def speaks_here(scene: Scene, cue: Saying) -> Outcome:
    """Who spoke last in this sentence: `قال [سليم] إن …، مضيفا أن`."""
    same = scene.memory.between(scene.syntax.sentence[cue.start][0], cue.start, LONGEST)
    if not same:
        return None
    if cue.form.number in "dp" and len(same[-1].refs) == 1 and same[-1].ref is not None:
        return Rejected(same[-1].text, "one, the verb is of several")
    return same[-1]


@step("the two before")
def the_two_before(scene: Scene, cue: Saying) -> Outcome:
    """The two people of the sentence before: `التقى [سليم سلمى]. وأكدا أن`."""
    first = scene.syntax.sentence[cue.start][0]
    if cue.form.number != "d" or acting(scene, first, cue.start, True) is not None:
        return None
    start = scene.syntax.sentence[first - 1][0] if first else first
    two: dict[tuple[str | None, str], None] = {}
    for party in scene.syntax.between(start, first):
        if party.type == "person" and party.kind == "name":
            two.update(dict.fromkeys(scene.voices.refs(party)))
    return Voice(tuple(two), start, start + 1) if len(two) == 2 else None


@step("acts here")
def acts_here(scene: Scene, cue: Saying) -> Outcome:
    """Who acts in this sentence: `سافر [سليم] مؤكدا أن`; before a verb of several: `احتج [النواب] … واشتكوا من`."""
    first = scene.syntax.sentence[cue.start][0]
    subject_here = _subject_here(scene, cue, first)
    if subject_here is not None:
        return subject_here
    near = acting(scene, first, cue.start, cue.form.number in "dp")
    if near is not None and _is_what_relative_is_of(scene, cue, near):
        return Rejected(near.text, "whom it is said of")
    if near is not None and not scene.memory.agrees(near, asked_gender(cue.form)):
        inner = next((k for k in range(cue.start - 1, first, -1) if scene.words[k] in THAT), cue.start)
        nested = acting(scene, inner, cue.start, False)  # «ذكرت الوكالة أن [سليم] عاد وأبلغه أن»
        near = nested if nested is not None and nested.is_person else near
    if near is None:
        return None
    several = _several(scene, first, cue.start) if cue.form.number == "p" and near.is_person else None
    return several or near


def _is_what_relative_is_of(scene: Scene, cue: Saying, near: Voice) -> bool:
    """`أسس شركة تسمى [النهار]، والتي وصفها بأنها`: whether the pronoun on a verb of a relative clause is `near`."""
    k = cue.start - 1
    if scene.words[k] not in RELATIVES or cue.form.suffix not in ("ه", "ها"):
        return False
    k -= 1 + (scene.words[k - 1] in COMMAS)
    while k > 0 and scene.words[k] == ")":
        k = next((j - 1 for j in range(k - 1, max(0, k - _BRACKETS) - 1, -1) if scene.words[j] == "("), 0)
    party = scene.syntax.within.get(k) or scene.syntax.within.get(k - (scene.words[k] in CLOSERS))
    return party is not None and scene.voices.refs(party) == near.refs


def _subject_here(scene: Scene, cue: Saying, first: int) -> Voice | None:
    """Who is the subject of the sentence's first verb, where that is no party: `واعتذر [المتحف] وأكد أن`.

    Of a document's: `وحدد [المنشور] مهلة، مضيفا أن`.
    """
    if not scene.syntax.is_verb(first):
        return None
    slot = scene.syntax.subject_slot(first)
    phrase = slot.phrase
    if phrase is None or slot.before or phrase.end > cue.start or scene.syntax.within.get(phrase.start) is not None:
        return None
    document = scene.words[phrase.start] in reporting.documents()
    joined = cue.report.dropped and cue.form.kind == "past" and scene.words[phrase.start].startswith("ال")
    if not (document and cue.form.kind == "participle") and not (joined and not document):
        return None
    if is_thing(scene, phrase) or not scene.syntax.agrees(cue.start, phrase):
        return None
    named = acting(scene, phrase.end, cue.start, False) if joined else None
    return scene.voices.described(phrase.start, phrase.end) if named is None else None


@step("acts before")
def acts_before(scene: Scene, cue: Saying) -> Outcome:
    """The person who acts in the sentence before, where nobody speaks in it: `عاد [سليم]. وأكد أن`."""
    first = scene.syntax.sentence[cue.start][0]
    adds = cue.report.entry.act == "add"
    if adds or cue.form.kind == "participle" or first == 0:
        return None
    before = scene.syntax.sentence[first - 1][0]
    if before >= first or scene.memory.between(before, first, 8):
        return None
    other = acting(scene, before, first, cue.form.number in "dp")
    return other if other is not None and (other.ref or "").startswith("p") and other.gender is None else None


@step("spoke last")
def spoke_last(scene: Scene, cue: Saying) -> Outcome:
    """Who spoke last and agrees with the verb; nobody in a clause of time: `بعد أن دعا` (after calling for)."""
    i = cue.start
    if i > 1 and scene.words[i - 1] == "ان" and scene.words[i - 2] in TEMPORAL:
        return None
    if cue.frame == "goes-on" and i - scene.syntax.sentence[i][0] > _OPENING:
        return None  # «أحال القاضي عشرة إلى التحقيق بعد دعوتهم إلى»: of whoever stands in this sentence
    last = scene.memory.spoken[-1][1] if scene.memory.spoken else None
    if last is not None and cue.form.number == "s" and _is_passed_on_by_another(scene, last):
        return Rejected(last.text, "several, the verb is of one")
    many = cue.form.number in "dp"
    return scene.memory.last(cue.start, asked_gender(cue.form), cue.report.entry.act == "add", many)


def _is_passed_on_by_another(scene: Scene, last: Voice) -> bool:
    """`نقل الموقع عن [خبيرين] أن …. وأوضح أن`: several whose words another tells, who may go on himself."""
    described = last.ref is None and last.source is not None and last.source != last.text
    return described and scene.words[last.start].endswith(_SEVERAL)


@step("acts earlier")
def acts_earlier(scene: Scene, cue: Saying) -> Outcome:
    """Where nobody has spoken yet, who acts in the last sentence, a few back at most, in which anybody does."""
    first = scene.syntax.sentence[cue.start][0]
    if scene.memory.spoken:
        return None
    for _ in range(_EARLIER):
        if first == 0:
            break
        start = scene.syntax.sentence[first - 1][0]
        voice = acting(scene, start, first, False)
        if voice is not None and (voice.ref or "").startswith("country:"):
            voice = None  # «لبنان.. اعتقال …»: what it is about
        if voice is not None or start == first:
            return voice
        first = start
    return None


def asked_gender(form: Form) -> str | None:
    """The gender that a cue asks of who speaks."""
    return form.gender if form.number == "s" else None


def acting(scene: Scene, first: int, i: int, many: bool) -> Voice | None:
    """Who acts in the words from `first` to `i`: the first that nothing governs, or the last relative's."""
    syntax, words = scene.syntax, scene.words
    if words[first] in _BYLINE:
        return None  # «بقلم: سليم عمر»: who writes
    chosen: Subject | None = None
    for party in syntax.between(after_dateline(words, first, i), i):
        if party.end > i:
            break
        if words[party.start] in reporting.documents():
            continue  # «تويتر»: spoken through
        if not syntax.can_act(party) or _is_governed(scene, party):
            continue
        owner = _owner(scene, party)
        if owner is not None and chosen is None:
            return scene.voices.described(owner.start, min(owner.end, i))  # «رد [مكتب سليم]»
        group = syntax.group(party)
        follows = words[party.end : party.end + 2]
        relative = bool(follows) and (follows[0] in RELATIVES or (follows[0] in COMMAS and follows[-1] in RELATIVES))
        if chosen is None or (relative and party.type == "person"):
            chosen = Subject(group if many else group[:1] if group[0] is party else (party,), party.end, True)
    return scene.voices.voice(chosen) if chosen else None


def _is_governed(scene: Scene, party: Party) -> bool:
    """Whether a letter governs the party, or the noun whose genitive it is: `لم يكن مستعدا [لبيع النهار]`."""
    phrase = scene.syntax.phrase_at(party.start)
    genitive = phrase is not None and phrase.start < party.start and phrase.prep in _LETTERS
    return genitive or bool(scene.syntax.proclitic(party).strip("وف"))


def _owner(scene: Scene, party: Party) -> NounPhrase | None:
    """The phrase of somebody else that a party is only the genitive of: `[مكتب] سليم`, `[عائلة] القتيل سليم`."""
    phrase = scene.syntax.phrase_at(party.start)
    if phrase is None or not phrase.start < party.start or phrase.prep or phrase.conj:
        return None
    head = scene.words[phrase.start]
    genitive = head in reporting.speaker_heads() and not head.startswith("ال") and party.type == "person"
    return phrase if genitive and head in _OF_OTHERS else None


def _several(scene: Scene, first: int, i: int) -> Voice | None:
    """Who acts before a verb of several: `احتج [النواب] على الوزير واشتكوا من أن`."""
    words = scene.words
    for k in range(i - 1, first, -1):
        head = words[k] in reporting.speaker_heads() or words[k].endswith("ون")
        if not head or k in scene.syntax.within or not words[k].startswith("ال"):
            continue
        report = reporting.verb(words[k - 1])
        form = report.form if report is not None else acting_verb(words[k - 1])
        if form is not None and form.number == "s":  # as a verb before its subject is
            return scene.voices.described(k, i)
    return None
