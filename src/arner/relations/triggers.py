"""Cues of a relation: the forms of its entries in one table, and where they stand in a text.

An entry is a verb (`past`, `present`, `participle`, `passive`, `masdars`) or a noun (`forms`). A *carrier* is an entry
that is a cue only with a noun of the relation: «وقع» (signed; also: happened) with «اتفاقية» (an agreement).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from arner.arabic import inflection
from arner.arabic.orthography import fold
from arner.lexicon import ClashingEntries, cached, load, word_class
from arner.relations.rule import Cue, Rule
from arner.syntax.words import COMMAS, PREPOSITIONS, RELATIVES, STOPS

REACH = 24  # words between a carrier and its noun: a subject with its title stands there
_BESIDE = 4  # words between a noun and the carrier after it: adjectives
_NEAR = 3  # the same for its `near`
_AFTER = 16  # words after a cue among which its `with` is looked for
_OF_MANY = word_class("of_many")
_HELPERS = word_class("done_helper")
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
What = Literal["verb", "masdar", "participle", "passive", "noun"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a relation's table: its features are what its frame's steps and its component ask for."""

    id: str
    relation: str
    frame: str
    example: str
    carrier: bool
    features: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    def feature(self, name: str) -> str | None:
        return self.features.get(name)

    def words(self, name: str) -> tuple[str, ...]:
        """A list of the entry, folded: `after`, `with` …"""
        return self.lists.get(name, ())


class Form(NamedTuple):
    """A surface form of an entry. `prep`: ب ل ك written onto it; `suffix`: a pronoun; `future`: with س."""

    entry: Entry
    what: What
    tense: str = ""
    person: int = 3
    gender: str | None = None
    number: str = "s"
    suffix: str = ""
    prep: str = ""
    definite: bool = False
    future: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Trigger(Cue):
    """A cue with what its word says, and the carrier that makes it one: `carrier.start` may be after it."""

    form: Form
    carrier: Trigger | None = None

    @property
    def entry(self) -> Entry:
        return self.form.entry

    @property
    def head(self) -> Trigger:
        """The word that governs: the carrier, where there is one."""
        return self.carrier or self


def entries(relation: str) -> tuple[Entry, ...]:
    """The entries of `data/<relation>.toml` and of the user's files."""
    table = load(relation)
    return tuple(_entry(relation, kind, raw) for kind in ("verb", "noun", "carrier") for raw in table.get(kind, ()))


def _entry(relation: str, kind: str, raw: Mapping[str, str | Sequence[str]]) -> Entry:
    return Entry(
        id=str(raw["id"]),
        relation=relation,
        frame=str(raw.get("frame", "")),
        example=str(raw.get("example", "")),
        carrier=kind == "carrier",
        features={key: value for key, value in raw.items() if isinstance(value, str)},
        lists={key: tuple(map(fold, value)) for key, value in raw.items() if not isinstance(value, str | bool)},
    )


def rules(relation: str) -> list[Rule]:
    return [Rule(e.id, relation, e.frame, e.example) for e in entries(relation) if not e.carrier or e.example]


@cached
def forms(relation: str) -> dict[str, Form]:
    """Every folded form of the relation's entries. The same form of two entries is a fault of the table.

    Raises:
        ClashingEntries: two entries of the relation have a form in common that neither lists in `except`.
    """
    found: dict[str, Form] = {}
    for entry in entries(relation):
        excepted = entry.words("except")
        for word, form in _forms(entry):
            if excepted and _excepted(excepted, word):
                continue
            other = found.setdefault(word, form)
            if other.entry is entry and other.suffix and form.what == "masdar":
                found[word] = form  # استقالة (resignation), not استقاله
            if other.entry is not entry and form.what == other.what:
                raise ClashingEntries(f"{relation}: «{word}» is a form of both {other.entry.id!r} and {entry.id!r}")
    return found


def _excepted(excepted: Sequence[str], word: str) -> bool:
    """Whether the entry leaves the form to other words: listed, or `ترشح*`: with all that is written onto it."""
    plain = word[1:] if word[0] in "وف" else word
    return any(
        plain.startswith(listed[:-1]) if listed.endswith("*") else listed in (plain, word) for listed in excepted
    )


def _forms(entry: Entry) -> Iterator[tuple[str, Form]]:
    past, present = entry.feature("past"), entry.feature("present")
    if past and present:
        for word, form in inflection.forms(inflection.Verb(past, present)).items():
            for conjunctions, joined in (("",), False), (("و", "ف"), True):
                made = Form(entry, "verb", *form, joined=joined)
                future = Form(entry, "verb", *form, joined=joined, future=True) if form.kind == "present" else None
                for conjunction in conjunctions:
                    yield conjunction + word, made
                    if future:
                        yield conjunction + "س" + word, future
    for name in ("participle", "passive"):
        if stem := entry.feature(name):
            yield from _nominal(entry, _participles(fold(stem)), "participle" if name == "participle" else "passive")
    yield from _nominal(entry, [(masdar, None, "s") for masdar in entry.words("masdars")], "masdar")
    yield from _nominal(entry, _numbers(entry.words("forms")), "noun")


def _participles(stem: str) -> Iterator[tuple[str, str | None, str]]:
    yield from ((stem, "m", "s"), (stem + "ه", "f", "s"), (stem + "ين", "m", "p"), (stem + "ون", "m", "p"))
    yield from ((stem + "ات", "f", "p"), (stem + "ان", "m", "d"), (stem + "تين", "f", "d"), (stem + "تان", "f", "d"))


def _numbers(stems: Sequence[str]) -> Iterator[tuple[str, str | None, str]]:
    """The forms as listed (the first is the singular), and the dual."""
    for n, stem in enumerate(stems):
        yield stem, None, "p" if n else "s"
    if stems and not stems[0].endswith("ات") and " " not in stems[0]:
        base = stems[0].removesuffix("ه") + ("ت" if stems[0].endswith("ه") else "")
        yield from ((base + "ان", None, "d"), (base + "ين", None, "d"), (base + "ي", None, "d"))


def _nominal(
    entry: Entry, stems: Sequence[tuple[str, str | None, str]] | Iterator[tuple[str, str | None, str]], what: What
) -> Iterator[tuple[str, Form]]:
    for stem, gender, number in stems:
        accusative = () if stem.endswith(("ه", "ء", "ات", "ي")) or number != "s" else (stem + "ا",)
        joined: tuple[str, ...] = (stem[:-1] + "ت",) if stem.endswith("ه") else (stem,)
        if stem.endswith("ء"):
            joined = (stem, stem[:-1] + "ي", stem[:-1] + "و")
        for conjunction in _CONJUNCTIONS:
            for prep in _PREPOSITIONS:
                before = conjunction + prep
                for bare in (stem, *accusative):
                    yield before + bare, Form(entry, what, "", 3, gender, number, "", prep, joined=bool(conjunction))
                article = before + "ل" if prep == "ل" else before + "ال"
                yield article + stem, Form(entry, what, "", 3, gender, number, "", prep, True, joined=bool(conjunction))
                for pronoun in inflection.PRONOUNS if what in ("masdar", "noun") and number != "d" else ():
                    for base in joined:
                        form = Form(entry, what, "", 3, gender, number, pronoun, prep, True, joined=bool(conjunction))
                        yield before + base + pronoun, form


def find(relation: str, words: Sequence[str], taken: Sequence[bool], start: int, end: int) -> list[Trigger]:
    """The cues among the folded `words[start:end]`, in their order; none inside a name (`taken`)."""
    table = forms(relation)
    found: list[Trigger] = []
    carriers: list[Trigger] = []
    used: set[int] = set()
    for i in range(start, end):
        form = None if taken[i] else table.get(words[i])
        if form is None or not _fits(form, words, i, end):
            continue
        trigger = Trigger(i, i + 1, form.entry.id, form.entry.frame, form)
        if form.entry.carrier:
            carriers.append(trigger)
            continue
        carried = form.what in ("noun", "masdar")
        carrier = (_before(words, trigger, carriers) or _after(relation, words, i, end)) if carried else None
        if carrier is not None:
            if carrier.start in used and carrier.start < i and not form.joined:
                carrier = None  # a carrier has one object; what comes after it is a noun of its own
            else:
                used.add(carrier.start)
        frame = (carrier.entry.frame if carrier else "") or form.entry.frame
        rule = f"{carrier.entry.id}+{form.entry.id}" if carrier else form.entry.id
        if form.what == "noun" and not frame:
            continue
        found.append(Trigger(i, i + 1, rule, frame, form, carrier))
    return found


def _fits(form: Form, words: Sequence[str], i: int, end: int) -> bool:
    """Whether the words around are not such that the word means something else."""
    after = words[i + 1 : min(end, i + _AFTER)]
    for name, within in (("with", after), ("near", after[:_NEAR])):
        needed = form.entry.words(name)
        if needed and not any(word in needed for word in within):
            return False
    return not any(word in form.entry.words("not_near") for word in after[:_NEAR])


def _before(words: Sequence[str], noun: Trigger, carriers: Sequence[Trigger]) -> Trigger | None:
    """The nearest carrier before a noun that governs it: `وقع الوزيران أمس [اتفاقية]`, `التوصل إلى [اتفاق]`."""
    k = noun.start - 1
    while k >= 0 and (
        not words[k][:1].isalnum() or words[k] in _OF_MANY or (words[k] == "من" and words[k - 1] in _OF_MANY)
    ):
        k -= 1
    before = words[k] if k >= 0 else ""
    preposition = noun.form.prep or (before if before in PREPOSITIONS else "")
    for carrier in reversed(carriers):
        if noun.start - carrier.start > REACH or any(w in STOPS for w in words[carrier.start : noun.start]):
            return None
        if _allows(noun, carrier) and _governs(words, carrier, noun, preposition):
            return carrier
    return None


def _governs(words: Sequence[str], carrier: Trigger, noun: Trigger, preposition: str) -> bool:
    """Whether a carrier governs the noun after it, with the preposition that stands before the noun or with none."""
    by = carrier.entry.words("by")
    if preposition not in by:
        return False
    if not preposition and any(w in by for w in words[carrier.end : noun.start]):
        return False  # وقع على خطاب … اتفاق: it has its object
    if carrier.form.what == "verb":
        return not carrier.form.suffix  # وقعه: it has its object
    return bool(preposition) or not _apart(words, carrier.end, noun.start)


def _allows(noun: Trigger, carrier: Trigger) -> bool:
    """Whether the noun lets itself be carried so: «عقد» (contract; also: holding) only where it is signed."""
    only = noun.entry.words("carriers")
    return not only or carrier.rule in only


def _apart(words: Sequence[str], start: int, end: int) -> bool:
    """Whether more than quantities stands between a verbal noun and its object: `توقيع [عدد من] الاتفاقيات`."""
    return any(word[:1].isalnum() and word not in _OF_MANY and word != "من" for word in words[start:end])


def _after(relation: str, words: Sequence[str], i: int, end: int) -> Trigger | None:
    """The carrier after its noun: `الاتفاق [المبرم] عام 2015`, `الاتفاق الذي تم [التوصل] إليه`, `اتفاق [وقعه]`."""
    table = forms(relation)
    relative = False
    for j in range(i + 1, min(end, i + 1 + _BESIDE + 3)):
        word = words[j]
        form = table.get(word)
        if form is not None and form.entry.carrier:
            agrees = form.what == "passive" or relative or (form.what == "verb" and bool(form.suffix))
            only = table[words[i]].entry.words("carriers")
            agrees = agrees and (not only or form.entry.id in only)
            return Trigger(j, j + 1, form.entry.id, form.entry.frame, form) if agrees else None
        relative = relative or word in RELATIVES
        if word in STOPS or word in COMMAS or (word in PREPOSITIONS and not relative):
            return None
        if not relative and j - i > _BESIDE:
            return None
        if relative and word not in RELATIVES and word not in _HELPERS:
            return None
    return None
