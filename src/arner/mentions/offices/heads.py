"""Words of offices: the forms of every head (`وزير`, `الوزيران`, `نظيره`), fields of government, honorifics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from arner.arabic.orthography import fold
from arner.layers import Gender, GrammaticalNumber, OfficeKind
from arner.lexicon import cached, load
from arner.mentions.countries import adjective_forms
from arner.mentions.name import known_bodies


@dataclass(frozen=True, slots=True)
class Head:
    """One form of a head noun."""

    kind: OfficeKind
    number: GrammaticalNumber
    gender: Gender | None
    definite: bool
    takes: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    needs: str | None = None
    country: str | None = None
    alone: bool = True
    serves: bool = False
    bare: bool = False
    owned: bool = False
    """With the suffix of whose it is: `مديرها`, `مستشاره`."""
    lemma: str = ""


@cached
def heads() -> dict[tuple[str, ...], Head]:
    """Every form of every head, as folded words; an office goes before a description."""
    lexicon = load("offices")
    heads: dict[tuple[str, ...], Head] = {}

    def add(form: str, head: Head) -> None:
        heads.setdefault(tuple(fold(form).split()), head)

    for kind in ("person", "side", "country"):
        for form in lexicon["dual"][kind]:
            add(form, Head("dual", "dual", None, True))
    entry = lexicon["counterpart"]
    for stem in entry["stems"]:
        number: GrammaticalNumber = "plural" if stem in entry["plural"] else "dual" if stem in entry["dual"] else "sing"
        stem_gender: Gender = "f" if stem in entry["feminine"] else "m"
        for suffix in entry["suffixes"]:
            add(stem + suffix, Head("counterpart", number, stem_gender, True))
    for entry in lexicon["office"]:
        for form, number, gender, definite in _forms(entry):
            head = Head(
                kind="dual" if number == "dual" else "office",
                number=number,
                gender=gender,
                definite=definite or entry.get("country") is not None,
                takes=frozenset(entry["takes"]),
                after=frozenset(fold(w) for w in entry.get("after", ())),
                needs=entry.get("needs"),
                country=entry.get("country"),
                alone=entry.get("alone", True),
                serves=entry.get("serves", False),
                bare=entry.get("bare", False),
                lemma=_lemma(entry, gender, form),
            )
            add(form, head)
        for form, gender in _construct_duals(entry):
            takes = frozenset(entry["takes"])
            lemma = _lemma(entry, gender, form)
            add(form, Head("dual", "dual", gender, False, takes, needs="genitive", alone=False, lemma=lemma))
    for entry in lexicon["described"]["nouns"]:
        for form, number, gender, definite in _forms(entry):
            add(form, Head("described", number, gender, definite))
    return heads


def _lemma(entry: dict[str, Any], gender: str | None, form: str) -> str:
    """The singular of a form, with its article: `الوزيران` → `الوزير`."""
    singular = str((gender == "f" and entry.get("feminine")) or entry["masculine"])
    return f"ال{singular}" if form.startswith("ال") and not singular.startswith("ال") else singular


def _forms(entry: dict[str, Any]) -> Iterable[tuple[str, GrammaticalNumber, Gender, bool]]:
    """`(form, number, gender, definite)` of an entry, with and without the article."""
    masculine, feminine = fold(entry["masculine"]), fold(entry.get("feminine", ""))
    forms: list[tuple[str, GrammaticalNumber, Gender]] = [(masculine, "sing", "m")]
    if " " not in masculine:
        forms += [(masculine + e, "dual", "m") for e in ("ان", "ين")]
    if feminine:
        forms += [(feminine, "sing", "f"), (feminine[:-1] + "ات", "plural", "f")]
        forms += [(feminine[:-1] + e, "dual", "f") for e in ("تان", "تين")]
    # A sound plural is spelt like the dual's genitive: the plural is meant more often.
    plurals = [fold(p) for p in entry["plural"]]
    plurals += [p + "ن" for p in plurals if p.endswith(("و", "ي"))]
    forms = [(p, "plural", "m") for p in plurals] + forms
    for form, number, gender in forms:
        fixed = any(w.startswith("ال") for w in form.split()[1:])
        yield form, number, gender, fixed
        if " " not in form:
            yield "ال" + form, number, gender, True


def _construct_duals(entry: dict[str, Any]) -> Iterable[tuple[str, Gender]]:
    """`وزيرا`, `وزيري`: a dual that has lost its ن to a genitive, with its gender."""
    masculine, feminine = fold(entry["masculine"]), fold(entry.get("feminine", ""))
    if " " not in masculine and {"portfolio", "genitive"} & set(entry["takes"]):
        yield from ((masculine + e, "m") for e in ("ا", "ي"))
        if feminine:
            yield from ((feminine[:-1] + e, "f") for e in ("تا", "تي"))


SUFFIXES = ("هما", "ها", "هم", "نا", "ه")


def without_suffix(word: str) -> str:
    """A folded noun without the pronoun whose it is: `حكومتها` → `حكومه`; the word itself where it has none."""
    for suffix in SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) > 3:
            return stem[:-1] + "ه" if stem.endswith("ت") else stem[:-1] + "ء" if stem.endswith("اي") else stem
    return word


@cached
def owned_heads() -> dict[str, Head]:
    """The singular heads with a suffix, which makes them definite: `مديرها`, `مستشارته`, `مستشاره`."""
    found: dict[str, Head] = {}
    for form, head in heads().items():
        word = form[0]
        if len(form) > 1 or head.kind != "office" or head.number != "sing" or head.definite:
            continue
        stem = word[:-1] + "ت" if word.endswith("ه") else word
        for suffix in SUFFIXES:
            if (stem + suffix,) not in heads() and len(stem) > 3:
                found.setdefault(stem + suffix, replace(head, definite=True, owned=True, lemma=word))
    return found


def is_office_head(word: str) -> bool:
    """Whether a folded word begins or is an office: `الرئيس`, `ولي` (of ولي العهد), `الزعيمان`."""
    return word in longest_head()


def is_plural(word: str) -> bool:
    """Whether a folded word is the head of several people's office: `وزراء`, `القادة`."""
    head = heads().get((word,))
    return head is not None and head.number == "plural"


def is_title(word: str) -> bool:
    """Whether a folded word is the head of an office without article, which a genitive follows: `دوقة`, `وزير`."""
    head = heads().get((word,))
    return head is not None and head.kind == "office" and not head.definite and bool(head.takes)


@cached
def longest_head() -> dict[str, int]:
    longest: dict[str, int] = {}
    for form in heads():
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return longest


@cached
def phrases(*path: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a list in offices.toml by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    entry: Any = load("offices")
    for key in path:
        entry = entry[key]
    for phrase in entry:
        parts = tuple(fold(phrase).split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(ps, key=len, reverse=True)) for first, ps in found.items()}


def portfolios() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Fields of government (`الدفاع`, `التربية والتعليم`) as folded words, by the first, longest first."""
    return phrases("portfolios", "words")


@cached
def construct_portfolios() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Fields of government, with the article and without (`وزير خارجية روسيا`)."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in load("offices")["portfolios"]["words"]:
        parts = tuple(fold(phrase).split())
        found.setdefault(parts[0], set()).add(parts)
        if parts[0].startswith("ال") and len(parts) == 1:
            found.setdefault(parts[0][2:], set()).add((parts[0][2:],))
    return {first: tuple(sorted(ps, key=len, reverse=True)) for first, ps in found.items()}


@cached
def body_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The lexicon's bodies as folded words, by the first, longest first."""
    return {first: tuple(phrases) for first, phrases in known_bodies().items()}


@cached
def regions() -> dict[str, str]:
    """Adjectives of regions, folded, without the article → the state that they are in."""
    regions = load("offices")["regions"]
    return {form: code for code, words_ in regions.items() for word in words_ for form in adjective_forms(word)}


@cached
def honorifics() -> frozenset[str]:
    """Folded words that stand before a name and are no part of it."""
    only_after = {"الملكي", "السامي"}  # of صاحب السمو الملكي; else adjectives: الديوان الملكي
    return frozenset(fold(w) for w in load("offices")["honorifics"]["words"] if w not in only_after)


@cached
def need_adjective() -> frozenset[str]:
    return frozenset(fold(w) for w in load("offices")["described"]["need_adjective"])


@cached
def described() -> frozenset[str]:
    return frozenset(form[0] for form, head in heads().items() if head.kind == "described") | frozenset(
        fold(f)
        for n in load("offices")["described"]["nouns"]
        for f in [n["masculine"], n.get("feminine", ""), *n["plural"]]
    )


@cached
def charged() -> frozenset[str]:
    """Folded words after which a preposition tells what somebody has charge of: المكلف."""
    return frozenset(fold(w) for w in load("offices")["modifiers"]["charged"])


@cached
def private_bodies() -> frozenset[str]:
    """Folded nouns for bodies whose offices are none of the state's: شركة, نادي."""
    return frozenset(fold(w) for w in load("offices")["bodies"]["private"])
