"""Records made of real ones: the same articles of another year, about other people, in other words.

In a replica the dates are shifted by whole years of 52 weeks, and whoever the lexicon does not know is somebody else:
each word of a name is exchanged for one that is as long, as common and as Arab, the same for all spellings of a foreign
word. Whom the lexicon knows stays who it is, as in a real archive; so do states, ministries and towns. The other words
of the text are exchanged too, so that two replicas are no reprints of each other. Every word keeps its length, so
every offset stays what it is.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b
from math import gcd
from typing import Any, NamedTuple

from arner.arabic.orthography import LETTERS, fold
from arner.arabic.particles import bare
from arner.arabic.spelling import skeleton
from arner.lexicon import load, name_counts, word_class, words
from arner.linking import names, organizations

YEAR = 364  # days: a weekday stays one
_COMMON = 20  # bearers of a common name
_FEW = 8  # families of names that are too few to take one from
_WEAK = "اوي"
_ARTICLE = "ال"
_WORD = re.compile(f"{LETTERS.pattern}|[^{LETTERS.pattern[1:-2]}]+")
_MASK = (1 << 64) - 1

TEXT, PERSON, NAME, KEPT, DATE, ID, FIXED = range(7)  # what becomes of a piece; `NAME`: of a body or a place


def number(key: str) -> int:
    """64 bits that hang on the key alone."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _mixed(one: int, other: int) -> int:
    x = ((one ^ other) * 0x9E3779B97F4A7C15) & _MASK
    x = ((x ^ (x >> 29)) * 0xBF58476D1CE4E5B9) & _MASK
    return x ^ (x >> 32)


class Plan(NamedTuple):
    """How a word is exchanged: `before` and `after` stay, what is between is drawn from the words of a table.

    Where `at` is given, the table is turned by as much as the replica says, so that two words stay two; the `pattern`
    is then a spelling that the tables do not have. Else two halves of words are joined, by the number
    `of` the word, so that there are as many rare words as there are rare names; with a `pattern` they are consonants,
    and stand where the pattern has its own.
    """

    before: str
    table: Sequence[str] = ()
    at: int | None = None
    of: int = 0
    pattern: str = ""
    after: str = ""


@dataclass
class Exchange:
    """The words of one replica."""

    seed: int
    replica: int
    turns: dict[int, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.number = number(f"{self.seed}|{self.replica}")

    def word(self, plan: Plan) -> str:
        table = plan.table
        if not table:
            return plan.before + plan.after
        if plan.at is not None:
            times, more = self._turn(len(table))
            drawn = table[(plan.at * times + more) % len(table)]
            return plan.before + (_spelt(drawn, len(plan.pattern), plan.of) if plan.pattern else drawn) + plan.after
        mixed = _mixed(plan.of, self.number)
        for _ in range(4):
            drawn = _joined(table, mixed)
            if plan.pattern:
                drawn = _dressed(plan.pattern, drawn)
            if not drawn.startswith((_ARTICLE, "عبد", "ابو")) and (plan.pattern or drawn not in name_counts()):
                break  # all spellings of one word must get the same consonants
            mixed = _mixed(mixed, 1)
        return plan.before + drawn + plan.after

    def _turn(self, size: int) -> tuple[int, int]:
        if size not in self.turns:
            mixed = _mixed(size, self.number)
            times = mixed % size or 1
            while gcd(times, size) > 1:
                times = times % size + 1
            self.turns[size] = times, (mixed >> 32) % size
        return self.turns[size]


def _joined(table: Sequence[str], mixed: int) -> str:
    """The first half of one word and the second of another; of a short one, each letter of another."""
    size = len(table)
    one, other, third = table[mixed % size], table[(mixed >> 20) % size], table[(mixed >> 40) % size]
    if len(one) < 4:
        return one[:1] + other[1:2] + third[2:]
    half = len(one) // 2
    return one[:half] + other[half:]


def _spelt(word: str, length: int, of: int) -> str:
    """Another spelling of a foreign word: with more weak letters, fewer, or others, by the number `of` what it is."""
    weak = [at for at, letter in enumerate(word) if at and letter in _WEAK]
    if len(word) == length and weak:
        at = weak[of % len(weak)]
        return word[:at] + _WEAK[(_WEAK.index(word[at]) + 1 + of % 2) % 3] + word[at + 1 :]
    while len(word) > length and weak:
        at = weak.pop()
        word = word[:at] + word[at + 1 :]
    while len(word) < length:
        at = 1 + of % (len(word) - 1)
        word = word[:at] + _WEAK[of % 3] + word[at:]
    return word[:length]


def _dressed(pattern: str, consonants: str) -> str:
    """Consonants where the pattern has its own; its weak letters stay, and its first letter where it is one."""
    drawn = iter(consonants)
    out = []
    for at, letter in enumerate(pattern):
        own = next(drawn) if at == 0 or letter not in _WEAK else letter
        out.append(letter if at == 0 and letter in _WEAK else own)
    return "".join(out)


def _by_length(table: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for word in sorted(table):
        if LETTERS.fullmatch(word) and not word.startswith((_ARTICLE, "عبد", "ابو")) and word not in _particles():
            found[len(word)].append(word)
    return found


@cache
def _particles() -> frozenset[str]:
    """Words of names that say how the others belong together."""
    classes = ("nasab_with_walad", "foreign_name_prefix", "name_prefix", "nasab")
    return frozenset({"عبد", "ابو", "ابا", "ام", "الله", "الدين", "ال", "لله"}).union(*map(word_class, classes))


@cache
def _ordinary() -> dict[int, list[str]]:
    return _by_length(words("ordinary_words"))


@cache
def _places_of(kind: str, length: int) -> dict[str, int]:
    table = _ordinary() if kind == "ordinary" else _bearers()[kind]
    return {word: n for n, word in enumerate(table.get(length, ()))}


def _tier(word: str) -> str:
    """How common a word is as a name, and whether Arabs bear it."""
    bearers, arab = name_counts().get(word, (0, False))
    return ("arab" if arab else "foreign") + (" common" if bearers >= _COMMON else " known" if bearers else "")


@cache
def _bearers() -> dict[str, dict[int, list[str]]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in name_counts():
        found[_tier(word)].append(word)
    return {tier: _by_length(table) for tier, table in found.items()}


@cache
def _families() -> dict[str, dict[tuple[int, str], str]]:
    """What spellings of a foreign name share → those in the table, the most borne first, by their length and tier."""
    found: dict[str, dict[tuple[int, str], str]] = {}
    foreign = ((bearers, word) for word, (bearers, arab) in name_counts().items() if not arab)
    for _, word in sorted(foreign, reverse=True):
        if LETTERS.fullmatch(word) and not word.startswith((_ARTICLE, "عبد", "ابو")) and word not in _particles():
            found.setdefault(skeleton(word), {}).setdefault((len(word), _tier(word)), word)
    return found


@cache
def _like(spellings: tuple[tuple[int, str], ...]) -> dict[str, int]:
    """Families that have such spellings too, each with its place."""
    wanted = set(spellings)
    return {key: n for n, key in enumerate(sorted(k for k, of in _families().items() if wanted <= of.keys()))}


@cache
def _names() -> dict[int, list[str]]:
    return _by_length(names.name_words())


@cache
def _consonants() -> dict[int, list[str]]:
    """The consonants of foreign names, by their number."""
    found: dict[int, set[str]] = defaultdict(set)
    for word in names.name_words():
        if LETTERS.fullmatch(word) and not name_counts().get(word, (0, False))[1] and not word.startswith(_ARTICLE):
            bones = word[0] + "".join(letter for letter in word[1:] if letter not in _WEAK)
            found[len(bones)].add(bones)
    return {length: sorted(some) for length, some in found.items()}


@cache
def text_plan(word: str) -> Plan:
    key = fold(word)
    if len(word) < 3 or len(word) not in _ordinary():
        return Plan(word)
    table = _ordinary()[len(word)]
    return Plan("", table, _places_of("ordinary", len(word)).get(key, number(key) % len(table)))


@cache
def person_plan(word: str, family: frozenset[str] = frozenset()) -> Plan:
    """For a word of a person's name: its article, its عبد and its الدين stay, and what is no name by itself.

    `family` are the spellings of the word that real articles have for one person.
    """
    key = fold(word)
    if key in _particles() or len(key) < 2 or len(key) != len(word):
        return Plan(word)
    before = after = ""
    if key.startswith("عبد") and len(key) > 5:
        before, key = "عبد", key[3:]
    if key.startswith(_ARTICLE) and len(key) > 4 and (before or names._plain(word, key) == key):
        before, key = before + _ARTICLE, key[2:]
    if key.endswith("الدين") and len(key) > 6:
        key, after = key[:-5], "الدين"
    if key in _particles():
        return Plan(word)
    table, at, pattern = _of_family(key, family) if family else ((), 0, "")
    if not table:
        tier = _tier(key)
        table = _bearers().get(tier, {}).get(len(key), ())
        at = _places_of(tier, len(key)).get(key, number(key) % len(table)) if table else 0
    if len(table) > 1:
        return Plan(before, table, at, number(key), pattern, after)
    bones = key[0] + "".join(letter for letter in key[1:] if letter not in _WEAK)
    some = _consonants().get(len(bones), ())
    if len(some) < 2:
        return Plan(word)
    return Plan(before, some, None, number(skeleton(key) if len(key) > 3 else key), key, after)


def _of_family(key: str, family: frozenset[str]) -> tuple[Sequence[str], int, str]:
    """Words to take for one of several spellings, so that they stay spellings of one word, each as common as it was."""
    told = {(len(word), _tier(word)): word for word in sorted(family) if name_counts().get(word, (0, True))[1] is False}
    if not told:
        return (), 0, ""
    like = _like(tuple(sorted(told)))
    if len(like) < _FEW:
        return (), 0, ""
    mine = (len(key), _tier(key))
    spelling = mine if mine in told else min(told)
    first = skeleton(min(family))
    table = [_families()[other][spelling] for other in like]
    return table, like.get(first, number(first) % len(like)), "" if mine in told else key


@cache
def name_plan(word: str) -> Plan:
    """For a word of a body's or a place's name: what it is (a club, a court) and whose state's stays."""
    key = fold(word)
    before, key = (_ARTICLE, key[2:]) if key.startswith(_ARTICLE) and len(key) > 4 else ("", key)
    table = _names().get(len(key), ())
    if len(key) < 3 or len(before + key) != len(word) or key in _kinds_of_bodies() or len(table) < 2:
        return Plan(word)
    return Plan(before, table, None, number(key))


@cache
def _kinds_of_bodies() -> frozenset[str]:
    found = {bare(word) for word in (*organizations._heads(), *organizations._EPITHETS, *organizations._adjectives())}
    found |= organizations._generic()
    for entry in load("countries").values():
        if isinstance(entry, dict):
            for name in (*entry.get("names", ()), entry.get("name", "")):
                found |= {bare(word) for word in fold(name).split()}
    return frozenset(found)


def names_of(kind: int, name: str) -> Iterator[Plan]:
    """The plans of a name's words."""
    plan = person_plan if kind == PERSON else name_plan
    return (plan(found[0]) for found in LETTERS.finditer(name))


def is_exchanged(kind: int, name: str) -> bool:
    """Whether the name becomes another one."""
    return any(plan.table for plan in names_of(kind, name))


def state_body(name: str) -> bool:
    """Whether a name is in the lexicon, or one of those that every state has a body of."""
    key, _, known = organizations.key_of(name)
    return known or key.split(" ")[0] in organizations._generic()


def shifted(day: str, replica: int) -> str:
    """The day as many years earlier; what is no day of our times stays."""
    try:
        return (date.fromisoformat(day) - timedelta(days=YEAR * replica)).isoformat()
    except (ValueError, OverflowError):
        return day


def spellings(people: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    """Words of names (folded, without article) → all spellings of them, told by people who are called so and so."""
    root: dict[str, str] = {}

    def first(word: str) -> str:
        while root.get(word, word) != word:
            word = root[word]
        return word

    for called in people:
        by_place: dict[tuple[int, int, str], str] = {}
        for units in sorted({names.units(name) for name in called}):
            for at, unit in enumerate(units):
                word = names.word_of(unit)
                other = by_place.setdefault((len(units), at, skeleton(word)), word)
                if other != word and not (names.is_arab(word) or names.is_arab(other)):
                    low, high = sorted((first(word), first(other)))
                    root[high] = low
    found: dict[str, set[str]] = defaultdict(set)
    for word in list(root):
        found[first(word)] |= {word, first(word)}
    return {word: frozenset(family) for family in found.values() for word in family}


class Slots:
    """Everything that stands in records, each piece once: what becomes of it, the word, and the signs after it."""

    def __init__(self, common: frozenset[str], spellings: Mapping[str, frozenset[str]]) -> None:
        self.common = common  # words of the language that stay: «في», «قال»
        self.spellings = spellings  # a word of a person's name, folded → all spellings of it
        self.number: dict[tuple[int, str, str], int] = {}

    def of(self, mode: int, word: str, after: str = "") -> int:
        key = mode, word, after
        found = self.number.get(key)
        if found is None:
            found = self.number[key] = len(self.number)
        return found

    def plans(self) -> list[tuple[int, Plan, str]]:
        found = []
        for mode, word, after in self.number:
            plan = Plan(word)
            if mode == TEXT and fold(word) not in self.common:
                plan = text_plan(word)
            elif mode == PERSON:
                plan = person_plan(word, self.spellings.get(bare(fold(word)), frozenset()))
            elif mode == NAME:
                plan = name_plan(word)
            found.append((mode, plan, after))
        return found


def filled(plans: Sequence[tuple[int, Plan, str]], exchange: Exchange) -> list[str]:
    """What stands in each slot in a replica."""
    out = []
    for mode, plan, after in plans:
        if mode == DATE:
            out.append(shifted(plan.before, exchange.replica))
        elif mode == ID:
            out.append(replica_id(plan.before, exchange.replica))
        elif not plan.table:
            out.append(plan.before + after)
        else:
            out.append(exchange.word(plan) + after)
    return out


def replica_id(original: str, replica: int) -> str:
    """What the article is called in a replica."""
    return f"{original}.{replica:03d}"


class Template:
    """One real record as numbers of slots; joined, what stands in them is the record's JSON line in a replica."""

    def __init__(self, record: Mapping[str, Any], own: Mapping[str, int], slots: Slots) -> None:
        """`own` has the entities of the record that are somebody else in each replica, with what their words are."""
        self.own, self.slots = own, slots
        self.text: str = record["text"]
        self.kept = {
            fold(name)
            for body in record.get("organizations", ())
            if body["id"] not in own
            for name in (body["name"], *body.get("aliases", ()))
        }
        self.ids = array("I")
        self._pieces(record)
        self._dict(record)
        self._fixed("\n")

    def _fixed(self, text: str) -> None:
        self.ids.append(self.slots.of(FIXED, text))

    def _pieces(self, record: Mapping[str, Any]) -> None:
        """Cut the text at words and at the ends of all spans."""
        modes = bytearray(len(self.text))
        cuts: set[int] = set()

        def paint(span: Mapping[str, Any], mode: int) -> None:
            modes[span["start"] : span["end"]] = bytes([mode]) * (span["end"] - span["start"])

        for span in _spans(record):
            cuts |= {span["start"], span["end"]}
        for person in record.get("people", ()):
            for role in person.get("roles", ()):
                paint(role["evidence"], KEPT)
        kept = []
        for entity in _entities(record):
            mode = self.own.get(entity["id"], KEPT)
            for mention in entity["mentions"]:
                if mode == KEPT or mention["kind"] != "name":
                    kept.append(mention)
                else:
                    paint(mention, mode)
        for mention in kept:
            paint(mention, KEPT)

        self.at: dict[int, int] = {}  # where a piece begins in the text → which it is
        self.pieces = array("I")
        ends = sorted(cuts)
        near, word, mode = 0, "", FIXED
        for found in _WORD.finditer(self.text):
            start, end = found.span()
            while start < end:
                while near < len(ends) and ends[near] <= start:
                    near += 1
                stop = ends[near] if near < len(ends) and ends[near] < end else end
                piece = self.text[start:stop]
                if LETTERS.match(piece):
                    if word:
                        self.pieces.append(self.slots.of(mode, word))
                    self.at[start] = len(self.pieces)
                    word, mode = piece, modes[start]
                elif word and start not in cuts:
                    self.pieces.append(self.slots.of(mode, word, _escaped(piece)))
                    word = ""
                else:
                    if word:
                        self.pieces.append(self.slots.of(mode, word))
                        word = ""
                    self.at[start] = len(self.pieces)
                    self.pieces.append(self.slots.of(FIXED, _escaped(piece)))
                start = stop
        if word:
            self.pieces.append(self.slots.of(mode, word))
        self.at[len(self.text)] = len(self.pieces)

    def _dict(self, value: Mapping[str, Any]) -> None:
        if isinstance(value.get("start"), int) and "end" in value:
            self._span(value)
            return
        mode = self.own.get(str(value.get("ref") or value.get("id")))
        lead = "{"
        for key, of in value.items():
            self._fixed(f'{lead}"{key}":')
            lead = ","
            if key == "text" and "schema_version" in value:
                self._fixed('"')
                self.ids.extend(self.pieces)
                self._fixed('"')
            elif key == "id" and "schema_version" in value:
                self._quoted(ID, _escaped(of))
            elif key in ("published", "start", "end") and isinstance(of, str):
                self._quoted(DATE, of)
            elif mode is not None and key in ("name", "aliases") and of:
                self._names(of, mode)
            elif mode is not None and key in ("name_latin", "name_latin_from"):
                self._fixed("null")
            elif key == "organization" and isinstance(of, str) and "title" in value:
                self._names(of, KEPT if fold(of) in self.kept or state_body(of) else NAME)
            else:
                self._any(of)
        self._fixed("{}" if lead == "{" else "}")

    def _any(self, value: Any) -> None:
        if isinstance(value, dict):
            self._dict(value)
        elif isinstance(value, list):
            lead = "["
            for one in value:
                self._fixed(lead)
                self._any(one)
                lead = ","
            self._fixed("[]" if lead == "[" else "]")
        else:
            self._fixed(json.dumps(value, ensure_ascii=False))

    def _quoted(self, mode: int, text: str) -> None:
        self._fixed('"')
        self.ids.append(self.slots.of(mode, text))
        self._fixed('"')

    def _names(self, value: str | Sequence[str], mode: int) -> None:
        if not isinstance(value, str):
            lead = "["
            for one in value:
                self._fixed(lead)
                self._names(one, mode)
                lead = ","
            self._fixed("]")
            return
        self._fixed('"')
        for found in _WORD.finditer(value):
            if LETTERS.match(found[0]):
                self.ids.append(self.slots.of(mode, found[0]))
            else:
                self._fixed(_escaped(found[0]))
        self._fixed('"')

    def _span(self, span: Mapping[str, Any]) -> None:
        start, end = span["start"], span["end"]
        for key, of in span.items():
            self._fixed(f'{{"{key}":' if key == "start" else f',"{key}":')
            if key == "text":
                self._fixed('"')
                self.ids.extend(self.pieces[self.at[start] : self.at[end]])
                self._fixed('"')
            else:
                self._fixed(json.dumps(of, ensure_ascii=False))
        self._fixed("}")


def _escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _entities(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for group in ("people", "organizations", "places", "countries"):
        yield from record.get(group, ())


def _spans(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every span of a record."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value
        else:
            for of in value.values():
                if isinstance(of, dict | list):
                    yield from _spans(of)
    elif isinstance(value, list):
        for of in value:
            yield from _spans(of)
