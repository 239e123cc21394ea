"""Words that tell of an encounter, found in a Doc: verbs, nouns, and nouns with the light verb that carries them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from arner.arabic import inflection
from arner.arabic.inflection import PRONOUNS, Form, Verb
from arner.arabic.numerals import cardinal, ordinal
from arner.arabic.orthography import fold
from arner.lexicon import cached, load, word_class
from arner.relations.meetings.vocabulary import plain, vocabulary

LIGHT_REACH = 48  # words between a light verb and its noun: subjects with their titles stand there
NEAR_LIGHT = 24  # … over which another verb may stand between: a relative clause
GOVERNED = 4  # words between a light verb and the verbal noun that is its object: its subject
FURTHER = 16  # words from a noun to the verb of a further relative clause
NEVER = ("",)  # no preposition governs the noun of a light verb but where its entry names one
_POWER = 8  # words between an arrival and where it leads: who arrives
_OF_SEARCH = word_class("of_search")
_COURT_OR_TRADE = word_class("court_or_trade")
_PROCEEDINGS = word_class("proceedings")
_RESUMED = word_class("resumed") - {"فيه", "فيها"}
_BEFORE_NOUNS = word_class("plain_preposition") | {"بشكل", "بين"}
_DASHES = word_class("dash")
_ANY = word_class("any_day")
_THAT_YEAR = word_class("that_year")
_OUTCOME = word_class("outcome_of")
_STUDY = word_class("of_study")
_HALLS = word_class("hall_of")
_CONVENING = word_class("taking_place")
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_PRONOUNS = tuple(p for p in PRONOUNS if p != "ني")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of `meetings.toml`, whose head says what each key means; words are folded."""

    id: str
    kind: str
    """Empty for a light verb, which is an encounter only with its noun."""
    frame: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    host: tuple[str, ...]
    needed: tuple[str, ...]
    kinds: tuple[str, ...]
    status: str
    object: bool
    features: frozenset[str]
    past: str


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
    """A noun as it is written: the preposition and the pronoun on it."""

    entry: Entry
    preposition: str
    definite: bool
    suffix: str
    accusative: bool


@dataclass(frozen=True, slots=True)
class Light:
    """The verb that carries a noun: `أجرى` in `أجرى محادثات`; `i`: its token."""

    i: int
    form: VerbForm


@dataclass(frozen=True, slots=True)
class VerbCue:
    """`start`, `end`: tokens, end exclusive."""

    start: int
    end: int
    verb: VerbForm

    @property
    def entry(self) -> Entry:
        return self.verb.entry

    @property
    def kind(self) -> str:
        return self.verb.entry.kind

    @property
    def predicate(self) -> VerbForm | None:
        """The verb that says whether it took place."""
        return self.verb

    @property
    def governed(self) -> int:
        """The token of the predicate."""
        return self.start


@dataclass(frozen=True, slots=True)
class NounCue:
    """`start`, `end`: tokens of a noun with the nouns that only narrow it (`جلسة مباحثات`), end exclusive."""

    start: int
    end: int
    noun: NounForm
    light: Light | None = None

    @property
    def entry(self) -> Entry:
        return self.noun.entry

    @property
    def kind(self) -> str:
        return self.noun.entry.kind

    @property
    def predicate(self) -> VerbForm | None:
        """The light verb, which says whether it took place."""
        return self.light.form if self.light else None

    @property
    def governed(self) -> int:
        """The token of the predicate, or of the noun that has none."""
        return self.light.i if self.light else self.start

    @property
    def predicated(self) -> bool:
        """Whether its verb, after it, says what became of it: `اللقاء ألغي`."""
        return (
            self.light is not None and self.light.i > self.start and not self.light.form.suffix and self.noun.definite
        )


Cue = VerbCue | NounCue
_LISTS = {"by": "by", "to": "to", "host": "host", "needed": "with", "kinds": "kinds"}
_FEATURES = (
    "tour",
    "round",
    "bare_destination",
    "attends",
    "chairs",
    "gathers",
    "itself",
    "departs",
    "participle",
    "between",
    "meets",
    "sits",
    "turns",
    "body",
    "like_a_noun",
    "corresponds",
    "phrase",
)


@cached
def entries(kind: str) -> tuple[Entry, ...]:
    """The entries of `verb`, `light` or `noun`."""
    found = []
    for raw in load("meetings")[kind]:
        lists = {field: tuple(map(fold, raw.get(key, ()))) for field, key in _LISTS.items()}
        if kind == "light" and "by" not in raw:
            lists["by"] = NEVER
        entry = Entry(
            id=raw["id"],
            kind=raw.get("kind", ""),
            frame=raw.get("frame", ""),
            status=raw.get("status", ""),
            object=raw.get("object", False),
            features=frozenset(name for name in _FEATURES if raw.get(name)),
            past=raw.get("past", ""),
            **lists,
        )
        found.append(entry)
    return tuple(found)


@cached
def verbs() -> dict[str, VerbForm]:
    """The folded forms of the listed verbs, with و ف and the س of the future before them."""
    plain: dict[str, VerbForm] = {}
    presents = {raw["id"]: raw["present"] for kind in ("verb", "light") for raw in load("meetings")[kind]}
    for entry in (*entries("verb"), *entries("light")):
        for word, form in inflection.forms(Verb(entry.past, presents[entry.id])).items():
            if entry.frame in ("go", "go to", "be") and form.suffix not in ("", "ه", "ها"):
                continue  # وصلها (arrived there), but no أصلنا
            if form.person == 1 and word in vocabulary().clause | vocabulary().temporal:
                continue  # إنه (that he) is spelt like أنه (let me end), إثر (after) like أثر (let me bring up)
            future = {"س" + word: "future"} if form.kind == "present" else {}
            for surface, tense in ({word: form.kind} | future).items():
                plain.setdefault(surface, VerbForm(entry, tense, form))
        i_shall = "سا" + fold(presents[entry.id])[1:]  # سألتقي: without its س it is spelt like التقى (he met)
        plain.setdefault(i_shall, VerbForm(entry, "future", Form("present", 1, None, "s", "")))
    joined = {conjunction + surface: form for conjunction in "وف" for surface, form in plain.items()}
    return joined | plain  # واصل is he continued, no «and let me arrive»


@cached
def nouns() -> dict[str, NounForm]:
    """Every folded form of the listed nouns: singular, dual and plural, with article, pronoun and particles."""
    return _noun_forms(phrases=False)


@cached
def _phrases() -> dict[str, NounForm]:
    """The same of nouns that are an encounter only with the word after them: `يوم` of `يوم دراسي` (a study day)."""
    return _noun_forms(phrases=True)


def _noun_form(words: Sequence[str], i: int) -> NounForm | None:
    """The form of the listed noun that word `i` is spelt like, alone or with the word after it."""
    form = nouns().get(words[i])
    if form is not None or (form := _phrases().get(words[i])) is None:
        return form
    return form if any(word in form.entry.needed for word in words[i + 1 : i + 2]) else None


def _noun_forms(*, phrases: bool) -> dict[str, NounForm]:
    table: dict[str, NounForm] = {}
    for entry, raw in zip(entries("noun"), load("meetings")["noun"], strict=True):
        if phrases != ("phrase" in entry.features):
            continue
        for stem, accusative in _cases(raw["forms"]):
            for prefix, preposition in _prefixes():
                table.setdefault(prefix + stem, NounForm(entry, preposition, False, "", accusative))
                article = prefix + "ل" if preposition == "ل" else prefix + "ال"
                table.setdefault(article + stem, NounForm(entry, preposition, True, "", False))
        for stem in _before_pronoun(raw["forms"]):
            for prefix, preposition in _prefixes():
                for pronoun in _PRONOUNS:
                    table.setdefault(prefix + stem + pronoun, NounForm(entry, preposition, True, pronoun, False))
    return table


def _prefixes() -> Iterator[tuple[str, str]]:
    """What is written before a noun, with the preposition in it."""
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            yield conjunction + preposition, preposition


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


def find(
    words: Sequence[str], taken: Sequence[bool], first: int, end: int, is_verb: Callable[[int], bool] | None = None
) -> list[Cue]:
    """The cues among `words[first:end]` (folded), in their order; none inside a name (`taken`).

    `is_verb`: whether the word at a token is a finite verb, as `توجه` (he headed for) is or is not (heading for).
    """
    found: list[Cue] = []
    lights: list[Light] = []
    listed_verbs, listed_nouns, listed_phrases = verbs(), nouns(), _phrases()
    i = first
    while i < end:
        word = words[i]
        if taken[i] or not (word in listed_verbs or word in listed_nouns or word in listed_phrases):
            i += 1
            continue
        verb = _verb_at(words, i, first, end)
        noun = _noun_at(words, i, first)
        acts = _acts(words, i, first, is_verb)
        if noun is not None and not (acts and verb is not None and verb.entry.kind):
            last = _fused(words, taken, i, end)
            free = _free(words, i, _outside_asides(words, lights, i), found, is_verb)
            cue = _noun_cue(words, i, last, noun, free)
            if not (_something_else(words, last, end) or _in_court_or_trade(words, i, first, end)):
                found += [cue] if _qualified(words, last, end, cue) else []
            i = last
        elif verb is not None and not verb.entry.kind:
            lights += [] if _joined_masdar(words, i, found) else _light_at(words, i, verb, lights)
        elif verb is not None and (acts or not _like_a_noun(words, i, verb)):
            found += _verb_cue(words, taken, i, end, verb)
        i += 1
    return found


def _outside_asides(words: Sequence[str], lights: list[Light], i: int) -> list[Light]:
    """The light verbs before `i` but those of a relative clause between dashes: `عقدت اللجنة - التي تنعقد … - جلسة`."""
    return [light for light in lights if not _in_aside(words, light.i, i)]


def _in_aside(words: Sequence[str], j: int, i: int) -> bool:
    """Whether a dash and a relative pronoun stand at once before `j`, and a dash between it and `i`."""
    opened = words[j - 2] in _DASHES and words[j - 1] in vocabulary().relative if j > 1 else False
    return opened and any(word in _DASHES for word in words[j + 1 : i])


def _acts(words: Sequence[str], i: int, first: int, is_verb: Callable[[int], bool] | None) -> bool:
    """Whether the word at `i` is a finite verb there: a sentence begins with one, `وأنه [طرح] المسألة` goes on."""
    after_he = i > first and plain(words[i - 1]) in vocabulary().pronominal
    return i == first or after_he or (is_verb is not None and is_verb(i))


def _verb_cue(words: Sequence[str], taken: Sequence[bool], i: int, end: int, verb: VerbForm) -> list[VerbCue]:
    """The cue that the verb at `i` is, with what its entry needs."""
    governed = next((word for word in words[i + 1 : min(end, i + _POWER)] if word in ("مع", "عن")), "")
    searches = "like_a_noun" in verb.entry.features and governed == "عن"  # يبحث سعيد عمر [عن] مخرج: looks for
    if searches or not _has_needed(words, i, end, verb) or _with_a_thing(words, taken, i, verb):
        return []
    return [VerbCue(i, i + 1, _by_phone(words, i, end, verb))]


def _like_a_noun(words: Sequence[str], i: int, verb: VerbForm) -> bool:
    """`محرك [بحث]` (a search engine): what the tagger does not take for a verb, right after another word."""
    return "like_a_noun" in verb.entry.features and words[i - 1][0].isalnum()


def _by_phone(words: Sequence[str], i: int, end: int, verb: VerbForm) -> VerbForm:
    """`تباحث هاتفيا مع نظيره`: a call."""
    near = words[i + 1 : min(end, i + _POWER)]
    if verb.entry.kind not in ("talks", "meeting") or not any(word in vocabulary().phone for word in near):
        return verb
    return replace(verb, entry=replace(verb.entry, kind="call"))


def _light_at(words: Sequence[str], i: int, verb: VerbForm, lights: list[Light]) -> list[Light]:
    """The light verb at `i`; none where it is the object of one before it: `تواصل الحكومة [عقد] لقاءات` (holding)."""
    governed = bool(lights) and i - lights[-1].i <= GOVERNED and words[i] in vocabulary().masdar
    return [] if governed else [Light(i, verb)]


def _joined_masdar(words: Sequence[str], i: int, found: Sequence[Cue]) -> bool:
    """`دعا إلى عقد اجتماع للجنة [وعقد] جلسة للبرلمان`: holding, joined to another holding, not held."""
    before = found[-1] if found else None
    masdar = words[i][0] == "و" and words[i][1:] in vocabulary().masdar
    return masdar and isinstance(before, NounCue) and words[before.start - 1] in vocabulary().masdar


def _free(
    words: Sequence[str], i: int, lights: list[Light], found: Sequence[Cue], is_verb: Callable[[int], bool] | None
) -> list[Light]:
    """The light verbs that may carry the noun at `i`.

    One that has its noun carries another only after و; the subject of one that happens is not in another clause
    (`لم يتم ذلك، وأدانت قمة`).
    """
    if not lights:
        return lights
    light = lights[-1]
    if not vocabulary().calling.isdisjoint(words[light.i + 1 : i]):
        return []  # ما بدا من موقفه، وهو يدعو إلى جلسة
    before = i - 1 > light.i and is_verb is not None and is_verb(i - 1)
    if before and words[i - 1][0] in "يت" and words[i - 1] not in verbs():
        return []  # التي أجرت اختبارات قد [تستغل] زيارة الرئيس
    carried = any(isinstance(cue, NounCue) and cue.light is not None and cue.light.i == light.i for cue in found)
    far = i - light.i > NEAR_LIGHT
    whole = not far and light.form.entry.frame != "happen"
    parted = far if is_verb is None else not whole and any(map(is_verb, range(light.i + 1, i)))
    return [] if parted or (carried and words[i][0] != "و") else lights


def _verb_at(words: Sequence[str], i: int, first: int, end: int) -> VerbForm | None:
    """The listed verb at `i`, if it is one there."""
    verb = verbs().get(words[i])
    if verb is None or (i > first and words[i - 1] in _BEFORE_NOUNS):
        return None  # تدخل بشكل سافر (blatantly) is no سافر (travelled), من أجل (for) no أجل (put off)
    if list(words[i + 1 : i + 2]) == ["الي"] and i + 2 < end and _is_amount(words, i + 2):
        return None
    if "corresponds" in verb.entry.features and verb.tense == "present" and verb.suffix in ("ه", "ها"):
        return None  # يقابله نقص في العرض: what stands against it
    if verb.entry.kind == "visit" and _in_power(words, i):
        return None
    if "like_a_noun" in verb.entry.features and i > first and plain(words[i - 1]).lstrip("بل") in _OF_SEARCH:
        return None  # بناء محرك بحث
    if "turns" in verb.entry.features and i > first and words[i - 1] in word_class("there_is"):
        return None  # لديهم توجه (they have a tendency)
    return None if _directed(words, i, first) else verb


def _is_amount(words: Sequence[str], i: int) -> bool:
    """Whether what something comes to stands at `i`: `يصل إلى [حد] دعم الإرهاب`, `ما يصل إلى [3] ملايين مدني`."""
    return words[i] in vocabulary().amount or cardinal(words, i) is not None


def _noun_at(words: Sequence[str], i: int, first: int) -> NounForm | None:
    """The listed noun at `i`, if it is one there."""
    noun = _noun_form(words, i)
    if noun is None or _directed(words, i, first):
        return None
    others = (_any_day, _gathered, _to_power, _up_to, _social, _hall, _addressed, _of_permanent_body)
    return None if any(other(words, i, first, noun) for other in others) else noun


def _up_to(words: Sequence[str], i: int, first: int, noun: NounForm) -> bool:
    """`[وصولا] إلى الفراغ`: up to, no arrival."""
    return words[i] in word_class("up_to") and words[i + 1 : i + 2] == ["الي"]


def _hall(words: Sequence[str], i: int, first: int, noun: NounForm) -> bool:
    """`مجتمعين في قاعة [مؤتمرات]`: where conferences are held."""
    several = words[i].endswith("ات") and noun.entry.id == "conference"
    return several and i > first and words[i - 1].lstrip("بل") in _HALLS


def _addressed(words: Sequence[str], i: int, first: int, noun: NounForm) -> bool:
    """`[متوجها] بالتحية إلى الحضور`: turning to them with words."""
    following = words[i + 1] if i + 1 < len(words) else ""
    return "participle" in noun.entry.features and following[0:1] == "ب" and len(following) > 3


def _of_permanent_body(words: Sequence[str], i: int, first: int, noun: NounForm) -> bool:
    """`لجنة [التشاور] السياسي`: of the name of a body."""
    return noun.definite and i > first and words[i - 1].lstrip("وبل") in vocabulary().permanent


def _any_day(words: Sequence[str], i: int, first: int, noun: NounForm) -> bool:
    """`كل [يوم دراسي]`, `أول [يوم دراسي] جديد`: of pupils, not one that scholars hold."""
    if "phrase" not in noun.entry.features:
        return False
    before = words[i - 1] if i > first else ""
    return before in _ANY or ordinal([before]) is not None or not _ANY.isdisjoint(words[i + 2 : i + 3])


def _gathered(words: Sequence[str], i: int, first: int, noun: NounForm) -> bool:
    """`جمع [العام الماضي]` (gathered last year), `جمعها عام 2010`; not a general meeting, `جمعها العام`."""
    if noun.entry.id != "general-meeting":
        return False
    last_year = not _THAT_YEAR.isdisjoint(words[i + 2 : i + 3]) or cardinal(words, i + 2) is not None
    return last_year or noun.definite != words[i + 1].startswith("ال")


def _social(words: Sequence[str], i: int, first: int, noun: NounForm) -> bool:
    """`برنامج [اجتماعي]` (social), spelt like «my meeting»: an adjective, where nothing governs it."""
    if noun.suffix != "ي" or words[i].endswith("تي") or noun.preposition:
        return False
    before = plain(words[i - 1]) if i > first else ""
    return before not in vocabulary().preposition | vocabulary().temporal


def _to_power(words: Sequence[str], i: int, first: int, noun: NounForm) -> bool:
    """`وصول الرئيس إلى سدة الحكم`: to come to power is no visit."""
    if noun.entry.kind != "visit":
        return False
    near = range(i + 1, min(i + _POWER, len(words) - 1))
    return any(words[j] == "الي" and words[j + 1] in vocabulary().amount for j in near)


def _in_power(words: Sequence[str], i: int) -> bool:
    """`وصل الرئيس إلى السلطة`, the same of a verb: only power itself, for he may go on to something else."""
    near = range(i + 1, min(i + _POWER, len(words) - 1))
    return any(words[j] == "الي" and words[j + 1] in vocabulary().power for j in near)


def _directed(words: Sequence[str], i: int, first: int) -> bool:
    """`الاتهامات التي توجهها` (which it directs): a verb with its object, spelt like a noun with its pronoun."""
    noun = nouns().get(words[i])
    return noun is not None and bool(noun.suffix) and i > first and words[i - 1] in vocabulary().relative


def _has_needed(words: Sequence[str], i: int, end: int, verb: VerbForm) -> bool:
    """Whether a word that the entry needs follows: `حل المشكلة` is no `حل ضيفا`."""
    near = words[i : min(end, i + LIGHT_REACH)]
    return not verb.entry.needed or any(word in near for word in verb.entry.needed)


def _with_a_thing(words: Sequence[str], taken: Sequence[bool], i: int, verb: VerbForm) -> bool:
    """`توجه [بمراسلة] إلى اللجنة`, `توجه [بالشكر]`: who turns to somebody with something goes nowhere."""
    following = words[i + 1 : i + 2]
    if "turns" not in verb.entry.features:
        return False
    aimed = word_class("to_whom_directed").intersection(following)  # دون أن توجه [له] اتهامات
    return bool(aimed) or any(w[0] == "ب" and len(w) > 3 and not taken[i + 1] for w in following)


def _fused(words: Sequence[str], taken: Sequence[bool], i: int, end: int) -> int:
    """The last of nouns that stand together for one encounter: `جلسة مباحثات`, `اجتماع القمة`."""
    while i + 1 < end and not taken[i + 1] and words[i + 1][0] not in "وفبلك" and words[i + 1] in nouns():
        i += 1
    form = _noun_form(words, i)
    if form is not None and "round" in form.entry.features:  # جولة جديدة من المفاوضات
        for j in range(i + 1, min(i + 4, end - 1)):
            after = nouns().get(words[j + 1])
            if words[j] == "من" and after is not None and not taken[j + 1]:
                return j + 1 if after.entry.kind in ("talks", "meeting") else i
    return i


def _something_else(words: Sequence[str], last: int, end: int) -> bool:
    """Whether what follows makes the noun something else: `مؤتمر صحفي` (a press conference)."""
    form = _noun_form(words, last)
    stop = _not_before(form.entry.kind) if form is not None else frozenset[str]()
    return any(words[j] in stop for j in range(last + 1, min(last + 3, end)))


def _in_court_or_trade(words: Sequence[str], i: int, first: int, end: int) -> bool:
    """`حددت المحكمة جلستها المقبلة`, `هبوط استمر أربع جلسات`: a hearing and a day of trade are no meetings."""
    form = _noun_form(words, i)
    session = form is not None and {"round", "sits"} <= form.entry.features
    near = words[max(first, i - _POWER) : min(end, i + _POWER)]
    return session and any(word.lstrip("ول").removeprefix("ال") in _COURT_OR_TRADE for word in near)


def _qualified(words: Sequence[str], last: int, end: int, cue: NounCue) -> bool:
    """Whether the noun tells of an encounter here: `اتصال هاتفي` (a telephone call), not `اتصال` (contact)."""
    needed = cue.entry.needed
    carried = cue.light is not None and "attends" not in cue.light.form.entry.features  # حضر الحفل وزير الاتصالات
    return not needed or carried or any(w in needed for w in words[last + 1 : min(last + 3, end)])


@cached
def _not_before(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("meetings")["not_before"].get(kind, ()))


def _noun_cue(words: Sequence[str], i: int, last: int, noun: NounForm, lights: list[Light]) -> NounCue:
    if i != last:
        final = nouns()[words[last]]
        sits = {"sits"} & noun.entry.features if "round" in noun.entry.features else set()  # عقدت الحكومة جلسة مشاورات
        entry = replace(final.entry, features=final.entry.features | sits)
        noun = NounForm(entry, noun.preposition, final.definite, final.suffix, noun.accusative)
    noun = _by_its_adjective(words, last, noun)
    before, after = _light_before(words, i, noun, lights), _light_after(words, last)
    if noun.entry.id == "tour" and noun.definite and not noun.suffix and _is_round(words, i, after):
        noun = replace(noun, entry=next(entry for entry in entries("noun") if entry.id == "talks"))
    own = after is not None and (before is None or (_takes_it(after.form) and not _is_attended(before, after)))
    return NounCue(i, last + 1, noun, after if own else before)  # يشارك في القمة التي ستعقد: who takes part in it


def _by_its_adjective(words: Sequence[str], last: int, noun: NounForm) -> NounForm:
    """What an adjective makes of a noun: `محادثة [هاتفية]` is a call, `لقاء [دراسي]`, `جلسة [علمية]` a conference."""
    known = {entry.id: entry for entry in entries("noun")}
    if noun.entry.kind in ("talks", "meeting") and any(w in vocabulary().phone for w in words[last + 1 : last + 3]):
        return replace(noun, entry=known["call"])
    study = noun.entry.id in ("meeting", "session") and not _STUDY.isdisjoint(words[last + 1 : last + 2])
    return replace(noun, entry=known["forum"]) if study else noun


def _is_round(words: Sequence[str], i: int, after: Light | None) -> bool:
    """`تاريخ انعقاد [الجولة] العاشرة`, `[الجولة] السابقة التي عقدت في جنيف`: of talks, for no journey is convened."""
    held = after is not None and after.form.entry.id in ("hold", "convene") and not after.form.suffix
    return held or (i > 0 and plain(words[i - 1]) in _CONVENING)


def _takes_it(verb: VerbForm) -> bool:
    """Whether a verb after the noun is its own, though one before it governs it: not `يشارك في القمة التي تستضيفها`."""
    return "gathers" in verb.entry.features or (bool(verb.suffix) and verb.entry.frame != "host")


def _is_attended(before: Light, after: Light) -> bool:
    """`[عقدت] الجمعية جلسة حضرها عدد من الأطباء`: who holds it is told by the verb before it."""
    return before.form.entry.id == "hold" and "attends" in after.form.entry.features


def _light_before(words: Sequence[str], i: int, noun: NounForm, lights: list[Light]) -> Light | None:
    """The nearest light verb before the noun that can govern it: `أجرى X محادثات`, `شارك X في قمة`."""
    if not lights or i - lights[-1].i > LIGHT_REACH or ":" in words[lights[-1].i : i]:
        return None
    light = lights[-1]
    entry = light.form.entry
    if words[i - 1] in vocabulary().voiding or plain(words[i - 1]) in _OUTCOME:
        return None  # تم إلغاء القمة: what came about is no summit; تجري تحريفا على مقررات القمة
    if _to_hold(words, i, light) or _holds_another(words, i, light):
        return None
    if _governing_preposition(words, i, noun, light) not in entry.by:
        return None
    if light.form.suffix or light.i + 1 > i:
        return None  # أجراه has its object already
    return None if entry.kinds and noun.entry.kind not in entry.kinds else light


def _to_hold(words: Sequence[str], i: int, light: Light) -> bool:
    """`اقترح عقد لقاء`: to hold, not held."""
    before = words[light.i - 1] if light.i else ""
    v = vocabulary()
    masdar = words[light.i] in v.masdar and plain(before) != "قد"  # كان قد عقد لقاءات: had held
    return light.i == i - 1 and masdar and before[:1].isalnum() and before not in v.dropping


def _holds_another(words: Sequence[str], i: int, light: Light) -> bool:
    """`موعد [عقد] القمة لإجراء مباحثات`: «the holding» of the noun right after it holds no other at `i`."""
    return words[light.i] in vocabulary().masdar and light.i + 1 < i and words[light.i + 1] in nouns()


def _governing_preposition(words: Sequence[str], i: int, noun: NounForm, light: Light) -> str:
    """The preposition between a light verb and its noun at `i`, over quantities and ordinals; empty for none."""
    v = vocabulary()
    k = i - 1
    while k > light.i and (not words[k][0].isalnum() or words[k] in _PROCEEDINGS):
        k -= 1  # شارك في أعمال المؤتمر
    if words[k] == "من" and words[k - 1] in v.several:
        k -= 2
    letter = ""
    if ordinal([words[k]]) and not words[k].startswith("ال"):  # في أول زيارة
        k -= 1
    elif words[k][0] in "بل" and ordinal([words[k][1:]]):  # بأول زيارة
        letter = words[k][0]
    if words[k] == "هامش":
        return words[k]  # سيتم على هامش الاجتماعات عقد ملتقى
    governed = words[k] in v.preposition or words[k] in v.control or words[k] in v.clause
    return noun.preposition or letter or (words[k] if governed and words[k] not in v.masdar else "")


def _light_after(words: Sequence[str], last: int) -> Light | None:
    """The light verb of a relative clause: `المحادثات التي أجراها`, `محادثات أجراها`."""
    if (light := _predicate(words, last)) is not None:
        return light
    for j in range(last + 1, min(last + FURTHER, len(words))):
        verb = verbs().get(words[j])
        if verb is None or verb.entry.kind:
            continue
        relative = plain(words[j - 1]) in vocabulary().relative
        verb = _passive(verb) if relative else verb
        if j > last + 4:
            another = any(word in nouns() for word in words[last + 1 : j])  # القمة، ثم زيارة البلاد، والتي ألغيت
            if relative and words[j - 1][0] == "و" and not another:
                return Light(j, verb)  # مؤتمر المانحين الذي يهدف إلى …، والذي تستضيفه مصر
            continue
        if words[j - 1].startswith("ال") and not relative:
            return None  # المؤتمر المتوقع عقده: to be held
        if verb.entry.id == "come-about" and not relative and words[j + 1 : j + 2] and words[j + 1].startswith("ال"):
            return None  # مؤتمر سيتم الإعلان عنه
        return Light(j, verb) if relative or _of_itself(words, last, j, verb) else None
    return None


def _passive(verb: VerbForm) -> VerbForm:
    """`الزيارة التي ألغيت`: spelt like «I called off», the passive of the encounter after a relative pronoun."""
    spelt_alike = verb.tense == "past" and verb.form.person == 1 and verb.form.number == "s" and not verb.suffix
    return replace(verb, form=verb.form._replace(person=3, gender="f")) if spelt_alike else verb


def _of_itself(words: Sequence[str], last: int, j: int, verb: VerbForm) -> bool:
    """Whether the light verb at `j` is of the noun before it without a relative pronoun."""
    joins = "gathers" in verb.entry.features  # قمة جمعت الرئيس بنظيره
    of_itself = verb.entry.frame == "happen" or "itself" in verb.entry.features
    form = _noun_form(words, last)
    joins = joins or (of_itself and form is not None and not form.definite)  # مباحثات مهمة تجري في
    resumed = verb.suffix in ("ه", "ها") or not _RESUMED.isdisjoint(words[j + 1 : j + 2])
    return joins or resumed  # جولة يقوم بها, جلسة أشرف عليها


def _predicate(words: Sequence[str], last: int) -> Light | None:
    """The verb that says of a definite noun before it that it did not come about: `اللقاء ألغي`, `الزيارة لم تتم`."""
    noun = _noun_form(words, last)
    denied = words[last + 1 : last + 2] in (["لم"], ["لن"])
    j = last + 1 + denied
    verb = verbs().get(words[j]) if noun is not None and noun.definite and j < len(words) else None
    if verb is None or verb.entry.kind or verb.suffix:
        return None
    return Light(j, verb) if denied or verb.entry.status in ("cancelled", "planned") else None
