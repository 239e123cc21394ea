"""Words that tell of an encounter, found in a Doc: verbs, nouns, and nouns with the light verb that carries them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from arner.arabic import inflection
from arner.arabic.inflection import Form, Verb
from arner.arabic.numerals import ordinal
from arner.arabic.orthography import fold
from arner.lexicon import cached, load
from arner.relations.meetings.words import CLAUSE, CONTROL, DROPPING, MASDARS, PREPOSITIONS, RELATIVES

Entry = dict[str, Any]

LIGHT_REACH = 24  # words between a light verb and its noun: a subject with its title stands there
_PERMANENT = frozenset(fold("لجنة اللجنة هيئة آلية مجلس مجموعة فريق منصة").split())
_AMOUNTS = frozenset(fold("حد درجة مستوى نحو أكثر نسبة ما حدود نتيجة اتفاق طريق مرحلة سن ذروته أعلى أدنى قيمة").split())
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "كم")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """`tense`: that of `form`, or the future of a present with س before it."""

    entry: Entry
    tense: str
    form: Form

    @property
    def suffix(self) -> str:
        """The pronoun that is the verb's object."""
        return self.form.suffix


@dataclass(frozen=True, slots=True)
class NounForm:
    entry: Entry
    preposition: str
    definite: bool
    suffix: str
    accusative: bool


@dataclass(frozen=True, slots=True)
class Light:
    """The verb that carries a noun: `أجرى` in `أجرى محادثات`."""

    i: int
    form: VerbForm


@dataclass(frozen=True, slots=True)
class Trigger:
    """`start`, `end`: tokens, end exclusive, of a verb or of a noun with the nouns that only narrow it."""

    start: int
    end: int
    rule: str
    kind: str
    verb: VerbForm | None = None
    noun: NounForm | None = None
    light: Light | None = None


@cached
def verbs() -> dict[str, VerbForm]:
    """The folded forms of the listed verbs, with و ف and the س of the future before them."""
    lexicon = load("meetings")
    table: dict[str, VerbForm] = {}
    for raw in (*lexicon["verb"], *lexicon["light"]):
        entry = raw | {key: [fold(word) for word in raw[key]] for key in ("by", "to", "host") if key in raw}
        for word, form in inflection.forms(Verb(raw["past"], raw["present"])).items():
            future = {"س" + word: "future"} if form.kind == "present" else {}
            for surface, tense in ({word: form.kind} | future).items():
                for conjunction in _CONJUNCTIONS:
                    table.setdefault(conjunction + surface, VerbForm(entry, tense, form))
    return table


@cached
def nouns() -> dict[str, NounForm]:
    """Every folded form of the listed nouns: singular, dual and plural, with article, pronoun and particles."""
    table: dict[str, NounForm] = {}
    for entry in load("meetings")["noun"]:
        for stem, accusative in _cases(entry["forms"]):
            for prefix in (c + p for c in _CONJUNCTIONS for p in _PREPOSITIONS):
                preposition = prefix[-1:] if prefix and prefix not in ("و", "ف") else ""
                table.setdefault(prefix + stem, NounForm(entry, preposition, False, "", accusative))
                article = prefix + "ل" if preposition == "ل" else prefix + "ال"
                table.setdefault(article + stem, NounForm(entry, preposition, True, "", False))
        for stem in _before_pronoun(entry["forms"]):
            for prefix in (c + p for c in _CONJUNCTIONS for p in _PREPOSITIONS):
                preposition = prefix[-1:] if prefix and prefix not in ("و", "ف") else ""
                for pronoun in _PRONOUNS:
                    table.setdefault(prefix + stem + pronoun, NounForm(entry, preposition, True, pronoun, False))
    return table


def _cases(forms: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Folded forms without pronoun: nominative, accusative `اجتماعا`, dual `لقاءان`, `زيارتين`."""
    for form in forms:
        yield fold(form), False
        if not form.endswith(("ة", "ء", "ى", "ات")):
            yield fold(form) + "ا", True
    base = forms[0].removesuffix("ة") + ("ت" if forms[0].endswith("ة") else "")
    if not base.endswith("ات"):
        yield fold(base) + "ان", False
        yield fold(base) + "ين", False


def _before_pronoun(forms: Sequence[str]) -> Iterator[str]:
    """Folded stems that a pronoun follows: `زيارت`ه, `لقاؤ`ه, `لقائ`ه, `محادثاتـ`هما."""
    for form in forms:
        if form.endswith("ة"):
            yield fold(form[:-1]) + "ت"
        elif form.endswith("ء"):
            yield from (form[:-1] + ending for ending in "ءوي")
        else:
            yield fold(form)


def find(words: Sequence[str], taken: Sequence[bool], first: int, end: int) -> list[Trigger]:
    """The triggers among `words[first:end]` (folded), in their order; none inside a name (`taken`)."""
    found: list[Trigger] = []
    lights: list[Light] = []
    i = first
    while i < end:
        manner = i > first and words[i - 1] == "بشكل"  # تدخل بشكل سافر (blatantly) is no سافر (travelled)
        verb = verbs().get(words[i]) if not taken[i] and not manner else None
        noun = nouns().get(words[i]) if not taken[i] else None
        if noun is not None and noun.suffix and i > first and words[i - 1] in RELATIVES:
            noun = verb = None  # الاتهامات التي توجهها (which it directs)
        if noun is not None and noun.definite and i > first and words[i - 1].lstrip("وبل") in _PERMANENT:
            noun = None  # لجنة التشاور السياسي: a body
        if verb is not None and list(words[i + 1 : i + 2]) == ["الي"] and words[min(i + 2, end - 1)] in _AMOUNTS:
            verb = None  # يصل إلى حد دعم الإرهاب (amounts to)
        if noun is not None:
            last = _fused(words, taken, i, end)
            trigger = _noun_trigger(words, i, last, first, noun, lights)
            if not _negated(words, last, end) and _qualified(words, last, end, trigger):
                found.append(trigger)
            i = last
        elif verb is not None and "kind" in verb.entry:
            if "with" in verb.entry and not any(
                fold(word) in words[i : min(end, i + LIGHT_REACH)] for word in verb.entry["with"]
            ):
                i += 1
                continue  # حل المشكلة is no حل ضيفا
            found.append(Trigger(i, i + 1, verb.entry["id"], verb.entry["kind"], verb=verb))
        elif verb is not None:
            lights.append(Light(i, verb))
        i += 1
    return found


def _fused(words: Sequence[str], taken: Sequence[bool], i: int, end: int) -> int:
    """The last of nouns that stand together for one encounter: `جلسة مباحثات`, `اجتماع القمة`."""
    while i + 1 < end and not taken[i + 1] and words[i + 1][0] not in "وفبلك" and words[i + 1] in nouns():
        i += 1
    if nouns()[words[i]].entry["id"] in ("tour", "session"):  # جولة جديدة من المفاوضات
        for j in range(i + 1, min(i + 4, end - 1)):
            after = nouns().get(words[j + 1])
            if words[j] == "من" and after is not None and not taken[j + 1]:
                return j + 1 if after.entry["kind"] in ("talks", "meeting") else i
    return i


def _negated(words: Sequence[str], last: int, end: int) -> bool:
    """Whether what follows makes the noun something else: `مؤتمر صحفي` (a press conference)."""
    stop = _not_before(nouns()[words[last]].entry["kind"])
    return any(words[j] in stop for j in range(last + 1, min(last + 3, end)))


def _qualified(words: Sequence[str], last: int, end: int, trigger: Trigger) -> bool:
    """Whether the noun tells of an encounter here: `اتصال هاتفي` (a telephone call), not `اتصال` (contact)."""
    needed = nouns()[words[last]].entry.get("with")
    if needed is None or trigger.light is not None:
        return True
    return any(words[j] in map(fold, needed) for j in range(last + 1, min(last + 3, end)))


@cached
def _not_before(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("meetings")["not_before"].get(kind, ()))


def _noun_trigger(words: Sequence[str], i: int, last: int, first: int, noun: NounForm, lights: list[Light]) -> Trigger:
    entry = nouns()[words[last]].entry
    if i != last:
        final = nouns()[words[last]]
        noun = NounForm(entry, noun.preposition, final.definite, final.suffix, noun.accusative)
    light = _light_after(words, last) or _light_before(words, i, noun, lights)
    return Trigger(i, last + 1, entry["id"], entry["kind"], noun=noun, light=light)


def _light_before(words: Sequence[str], i: int, noun: NounForm, lights: list[Light]) -> Light | None:
    """The nearest light verb before the noun that can govern it: `أجرى X محادثات`, `شارك X في قمة`."""
    if not lights or i - lights[-1].i > LIGHT_REACH:
        return None
    light = lights[-1]
    entry = light.form.entry
    before = words[light.i - 1] if light.i else ""
    if light.i == i - 1 and words[light.i] in MASDARS and before[:1].isalnum() and before not in DROPPING:
        return None  # اقترح عقد لقاء: to hold, not held
    k = i - 1
    while k > light.i and not words[k][0].isalnum():
        k -= 1
    if words[k] == "من" and words[k - 1] in ("المزيد", "عدد", "عددا", "سلسله", "العديد"):
        k -= 2
    letter = ""
    if ordinal([words[k]]) and not words[k].startswith("ال"):  # في أول زيارة
        k -= 1
    elif words[k][0] in "بل" and ordinal([words[k][1:]]):  # بأول زيارة
        letter = words[k][0]
    governed = words[k] in PREPOSITIONS or words[k] in CONTROL or words[k] in CLAUSE
    preposition = noun.preposition or letter or (words[k] if governed and words[k] not in MASDARS else "")
    if preposition not in entry.get("by", [""]):
        return None
    if light.form.suffix or light.i + 1 > i:
        return None  # أجراه has its object already
    if entry.get("kinds") and noun.entry["kind"] not in entry["kinds"]:
        return None
    return light


def _light_after(words: Sequence[str], last: int) -> Light | None:
    """The light verb of a relative clause: `المحادثات التي أجراها`, `محادثات أجراها`."""
    for j in range(last + 1, min(last + 5, len(words))):
        verb = verbs().get(words[j])
        if verb is None or "kind" in verb.entry:
            continue
        relative = words[j - 1] in RELATIVES
        if words[j - 1].startswith("ال") and not relative:
            return None  # المؤتمر المتوقع عقده: to be held
        joins = verb.entry["id"] == "gather"  # قمة جمعت الرئيس بنظيره
        return Light(j, verb) if relative or joins or verb.suffix in ("ه", "ها") else None
    return None
