"""Who is who within one article: the names of people → each person once.

A short form joins the full name that ends (`بوتين` → `فلاديمير بوتين`) or, where no other does, begins (`شي` →
`شي جين بينغ`) with it. With a nasab the first words must agree, so that father and son stay apart (`سلمان بن
عبدالعزيز`, `محمد بن سلمان بن عبدالعزيز`); so do those whom the table of known people has apart, and who is called
somebody's child (`رفيق الحريري`, `نجله سعد رفيق الحريري`). Of several whom a short form fits, the one of its
gender, named last before it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from spacy.tokens import Doc

from arner.arabic.spelling import spelling
from arner.entities.cues import Cue, cue_of
from arner.entities.keys import folded_words, name_key
from arner.entities.latin import latin_of, name_latin
from arner.layers import Gender, NameMention, Person, Role
from arner.lexicon import word_class
from arner.lexicon.rows import KnownPerson

_NASAB = word_class("nasab")
_GENERATION = word_class("generation")
_LINKS = _NASAB | word_class("name_prefix")


@dataclass(slots=True)
class Individual:
    """One person: the words of each form of the name with where it stands (indices into the list of names)."""

    forms: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    at: list[int] = field(default_factory=list)
    """Where any form stands, in order."""
    number: int | None = None
    """Who it is known to be."""
    gender: Gender | None = None

    def name(self, key: tuple[str, ...], i: int) -> None:
        """The name at index `i` is one of this person."""
        self.forms.setdefault(key, []).append(i)
        insort(self.at, i)

    @property
    def full(self) -> tuple[str, ...]:
        return max(self.forms, key=lambda f: (len(f), sum(map(len, f))))


def fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` may be a form of the name `full` (both keys, `short` not the longer)."""
    if short == full:
        return True
    if full[-1] in _GENERATION:
        return _of_generation(short, full)
    if not short or set(short) <= _LINKS or not all(any(_same(a, b) for b in full) for a in short):
        return False
    if short[0] in _NASAB:
        return full[-len(short) :] == short  # بن سلمان
    if _NASAB & set(short):
        return _same(short[0], full[0])
    if 1 < len(short) < len(full) and full[-len(short) :] == short and _is_child(short, full):
        return False
    # `الملك عبدالعزيز` is not `سلمان بن عبدالعزيز`: what follows بن is the father's name.
    family = len(full) < 2 or len(short) > 1 or full[-2] not in _NASAB
    return (family and _same(short[-1], full[-1])) or _same(short[0], full[0])


def _of_generation(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """`جورج بوش [الابن]` is بوش, and not بوش [الأب]."""
    if len(short) >= len(full) or short[-1] in _GENERATION - {full[-1]}:
        return False
    return fits(short[:-1] if short[-1] in _GENERATION else short, full[:-1])


def _is_child(parent: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name that ends with another's is a child's: `سارة بنت [عبدالله المليص]`, `أحمد [علي عبدالله صالح]`."""
    return full[-len(parent) - 1] in _NASAB or len(parent) > 2


def _same(a: str, b: str) -> bool:
    """Equal, or two spellings of a longer foreign word."""
    return a == b or spelling(a) == spelling(b)


def identify(
    names: list[tuple[str, ...]],
    known: Mapping[tuple[str, ...], int] = MappingProxyType({}),
    cues: Sequence[Cue] = (),
) -> list[Individual]:
    """People from the folded words of every name in text order; each index of `names` is in one person.

    `known`: keys of names of which one is sure that they mean the same person → a number of that person. `cues`: what
    the words before each name say.
    """
    listed: dict[int, Individual] = {}
    keys = [name_key(n) for n in names]
    cues = cues or [Cue()] * len(keys)
    people = _People(_fathers(keys, cues))
    # Long forms first: a short one joins what is there. Equal length: in text order.
    for i in sorted(range(len(keys)), key=lambda i: (-len(keys[i]), i)):
        number = known.get(keys[i])
        meant = listed.get(number) if number is not None else None
        person = meant or people.meant(keys[i], i, number, cues[i].gender)
        people.name(person, keys[i], i)
        person.gender = person.gender or cues[i].gender
        if number is not None:
            listed[number] = person
            person.number = number
    return sorted(people.all, key=lambda p: p.at[0])


def _fathers(keys: Sequence[tuple[str, ...]], cues: Sequence[Cue]) -> frozenset[tuple[str, ...]]:
    """Full names that end the longer name of another: of a child (`نجله سعد [رفيق الحريري]`), of several (`عدي [صدام
    حسين]`, `قصي [صدام حسين]`)."""
    children: dict[tuple[str, ...], set[str]] = {}
    fathers = {key for key, cue in zip(keys, cues, strict=True) if cue.parent and len(key) > 1}
    for key, cue in zip(keys, cues, strict=True):
        if len(key) > 2 and not _NASAB & set(key):
            children.setdefault(key[1:], set()).add(key[0])
            fathers |= {key[1:]} if cue.child else set()
    return frozenset(fathers | {father for father, names in children.items() if len(names) > 1})


class _People:
    """The people found so far, by the words of their names.

    A short name is compared with those alone who bear the rarest of its words, and what was compared is kept as long as
    nobody else bears that word: thousands of people with one surname cost no more than thousands with as many.
    """

    _BACK = 100  # names before a short one that are looked through for whom it means, before all it fits are

    def __init__(self, fathers: frozenset[tuple[str, ...]]) -> None:
        self._fathers = fathers
        self.all: list[Individual] = []
        self._by_word: dict[str, list[Individual]] = {}
        self._fitting: dict[tuple[str, ...], tuple[int, list[Individual], frozenset[int]]] = {}
        self._at: dict[int, Individual] = {}

    def meant(self, key: tuple[str, ...], i: int, number: int | None, gender: Gender | None) -> Individual:
        """Whom the name at index `i` means: of several whom it fits the one named last before it, or somebody new.

        Nobody who is known to be another; one of its gender before others.
        """
        fitting, ids = self._whom(key)
        if number is not None and any(p.number not in (None, number) for p in fitting):
            fitting = [p for p in fitting if p.number in (None, number)]
            ids = frozenset(map(id, fitting))
        same = [p for p in fitting if gender and p.gender == gender] if len(fitting) > 1 else []
        if same:
            fitting, ids = same, frozenset(map(id, same))
        if not fitting:
            self.all.append(Individual())
            return self.all[-1]
        if len(fitting) == 1:
            return fitting[0]
        before = (self._at.get(j) for j in range(i - 1, max(i - 1 - self._BACK, -1), -1))
        near = next((p for p in before if p is not None and id(p) in ids), None)
        return near or min(fitting, key=lambda p: _distance(p, i))

    def name(self, person: Individual, key: tuple[str, ...], i: int) -> None:
        """The name at index `i` is one of `person`."""
        if key not in person.forms:
            for word in _words(key):
                self._by_word.setdefault(word, []).append(person)
        person.name(key, i)
        self._at[i] = person

    def _whom(self, key: tuple[str, ...]) -> tuple[list[Individual], frozenset[int]]:
        """The people whom a name fits, and the same as ids of these objects."""
        near = min((self._by_word.get(word, []) for word in _words(key)), key=len)
        compared = self._fitting.get(key)
        if compared is None or compared[0] != len(near):
            fitting = [p for p in _fitting(key, near) if key not in self._fathers or key in p.forms]
            compared = self._fitting[key] = (len(near), fitting, frozenset(map(id, fitting)))
        return compared[1], compared[2]


def _fitting(key: tuple[str, ...], near: list[Individual]) -> list[Individual]:
    """Those of the people `near` whom the name may mean: one who is called exactly so before others."""
    fitting = [p for p in near if any(fits(key, f) for f in p.forms if len(f) >= len(key))]
    if len(fitting) < 2:
        return fitting
    exact = [p for p in fitting if key in p.forms]
    if exact and len(key) > 1:
        return exact
    return [p for p in fitting if _same(key[-1], p.full[-1])] or fitting


def _words(key: tuple[str, ...]) -> set[str]:
    return set(map(spelling, key)) or {""}


def _distance(person: Individual, i: int) -> tuple[bool, int]:
    """How far back the person was last named before `i`; somebody named only later comes after those."""
    before = bisect_left(person.at, i)
    return (not before, i - person.at[before - 1] if before else person.at[0] - i)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as the names tell, before any office is given; `at`: indices of the names, in order."""

    id: str
    name: str
    """The fullest form."""
    aliases: tuple[str, ...]
    at: tuple[int, ...]

    def with_roles(self, roles: Sequence[Role], row: KnownPerson | None) -> Person:
        """The person as an entity of the article; `row`: who it is known to be."""
        latin, source = latin_of(self.name, row) if row else name_latin(self.name)
        return Person(self.id, self.name, latin, source, self.aliases, tuple(roles), row.id if row else None)


def people_of(doc: Doc, names: Sequence[NameMention], known: Mapping[tuple[str, ...], int]) -> list[NamedPerson]:
    """The people whom `names`, all of people, are names of; `known` as in `identify`."""
    found: list[NamedPerson] = []
    people = identify([folded_words(n.name) for n in names], known, [cue_of(doc, n) for n in names])
    for number, individual in enumerate(people, 1):
        at = tuple(sorted(i for places in individual.forms.values() for i in places))
        forms = Counter(names[i].name for i in at)
        name = max(forms, key=lambda f: (len(f.split()), forms[f], len(f)))
        found.append(NamedPerson(f"p{number}", name, tuple(f for f in forms if f != name), at))
    return found
