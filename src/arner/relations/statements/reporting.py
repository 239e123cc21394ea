"""The words of reporting, from `reporting.toml` and a user's files, and what a word of the text may be among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

from arner.arabic.inflection import Form, Verb, forms, masdar_forms, readings
from arner.arabic.orthography import fold
from arner.lexicon import cached, load, word_class
from arner.lexicon.by_word import ByWord
from arner.records import Act

_SPOKEN_TO = tuple(sorted(word_class("spoken_to")))  # «الحكم» is another word
_TO_US = ("ني",)  # «أخبرني الوزير أن»: who tells stands after it


@dataclass(frozen=True, slots=True)
class Wants:
    """What may follow a cue: `takes` and the prepositions `after` it (folded), as reporting.toml explains them."""

    takes: frozenset[str]
    after: tuple[str, ...] = ()
    whom: bool = False
    act: Act | None = None

    @property
    def clause(self) -> bool:
        return "clause" in self.takes

    @property
    def that(self) -> bool:
        return self.clause or "that" in self.takes

    @property
    def asserts(self) -> bool:
        """Whether it tells what is so and not what shall be done: `أن` before a present is another verb's then."""
        return self.act in ("say", "add", "reveal", "confirm")

    @property
    def speech(self) -> bool:
        return bool(self.takes & {"clause", "speech", "quoted"})


CLAUSE = Wants(frozenset({"clause"}))


@dataclass(frozen=True, slots=True)
class Entry:
    """A reporting cue of the lexicon; reporting.toml explains its keys. Words are folded."""

    id: str
    act: Act
    wants: Wants
    past: str = ""
    participle: str = ""
    not_objects: frozenset[str] = frozenset()
    not_subjects: frozenset[str] = frozenset()
    with_pronoun: tuple[str, ...] = ()
    impersonal: frozenset[str] = frozenset()
    no_pronoun: bool = False
    told: bool = False
    whom: bool = False
    things: bool = False
    person: bool = False
    through: frozenset[str] = frozenset()
    two_objects: bool = False
    renews: bool = False
    reaches: bool = False
    at_once: bool = False
    bare: bool = False
    whom_after: frozenset[str] = frozenset()

    @property
    def takes(self) -> frozenset[str]:
        return self.wants.takes

    @property
    def to_somebody(self) -> bool:
        """Whether the noun after it may be whom it is said to or done to."""
        return self.whom or self.told


class Report(NamedTuple):
    """A word that reports: its entry, what its form says, and how many letters stand before it (و ف س)."""

    entry: Entry
    form: Form
    dropped: int

    @property
    def to_us(self) -> bool:
        """`أخبرني`: it is told to whoever writes."""
        return self.form.suffix in _TO_US


_Forms = dict[str, list[tuple[Entry, Form]]]


def _entry(table: Mapping[str, object]) -> Entry:
    """The typed entry of a `[[verb]]` or `[[frame]]` of the table."""

    def word(key: str) -> str:
        return str(table.get(key) or "")

    def several(key: str) -> tuple[str, ...]:
        return tuple(fold(each) for each in cast(list[str], table.get(key, ())))

    def flag(key: str) -> bool:
        return bool(table.get(key, False))

    takes = frozenset(cast(list[str], table.get("takes", ())))
    return Entry(
        id=word("id"),
        act=cast(Act, table["act"]),
        wants=Wants(takes, several("after"), flag("whom"), cast(Act, table["act"])),
        past=word("past"),
        participle=fold(word("participle")),
        not_objects=frozenset(several("not_objects")),
        not_subjects=frozenset(several("not_subjects")),
        with_pronoun=several("with_pronoun"),
        impersonal=frozenset(cast(list[str], table.get("impersonal", ()))),
        no_pronoun=flag("no_pronoun"),
        told=flag("told"),
        whom=flag("whom"),
        things=flag("things"),
        person=flag("person"),
        through=frozenset(several("through")),
        two_objects=flag("two_objects"),
        renews=flag("renews"),
        reaches=flag("reaches"),
        at_once=flag("at_once"),
        bare=flag("bare"),
        whom_after=frozenset(several("whom_after")),
    )


@cached
def _tables() -> tuple[_Forms, _Forms]:
    """Forms of verbs and participles, and forms of verbal nouns."""
    verbs: _Forms = {}
    nouns: _Forms = {}
    for table in load("reporting")["verb"]:
        entry = _entry(table)
        other = {fold(word) for word in table.get("except", ())}
        parts = Verb(table["past"], table["present"], table.get("participle"), tuple(table.get("masdars", ())))
        bare = Verb(parts.past, parts.present, parts.participle)
        for word, form in forms(bare).items():
            to_us = entry.told and form.suffix in _TO_US
            spoken_to = form.suffix in _SPOKEN_TO and not to_us
            if word not in other and form.kind != "jussive" and form.person == 3 and not spoken_to:
                verbs.setdefault(word, []).append((entry, form))
        for word, form in masdar_forms(parts).items():
            nouns.setdefault(word, []).append((entry, form))
    return verbs, nouns


def verb(word: str) -> Report | None:
    """`وأعلنت` as a form of أعلن; participles are found here too."""
    return verbs()[word]


@cached
def verbs() -> ByWord[Report | None]:
    """`verb` of each word."""
    return ByWord(_verb)


def _verb(word: str) -> Report | None:
    table = _tables()[0]
    for rest, future in readings(word):
        for entry, form in table.get(rest, ()):
            if not future or form.kind == "present":
                return Report(entry, form, len(word) - len(rest))
    return None


@cached
def nouns() -> ByWord[Report | None]:
    """Of each word, `وإعلانه`, the verbal noun إعلان with a pronoun that it is."""
    return ByWord(_noun)


def _noun(word: str) -> Report | None:
    table = _tables()[1]
    for dropped in range(min(3, len(word))):
        if dropped and word[dropped - 1] not in "وفبلك":
            return None
        if found := table.get(word[dropped:]):
            return Report(*found[0], dropped)
    return None


@cached
def speaker_heads() -> frozenset[str]:
    return _with_article(load("reporting")["speakers"]["heads"])


@cached
def honorifics() -> frozenset[str]:
    return frozenset(fold(word) for word in load("reporting")["speakers"]["honorifics"])


@cached
def documents() -> frozenset[str]:
    return _with_article(load("reporting")["speakers"]["documents"])


@cached
def frame(rule: str) -> Entry | None:
    """The entry of a construction without a reporting verb of its own; None where it is switched off."""
    return next((_entry(table) for table in load("reporting")["frame"] if table["id"] == rule), None)


@cached
def frame_words(rule: str) -> frozenset[str]:
    """The folded words that open the frame `rule`: `according` → `بحسب` …; none where it is switched off."""
    found: Mapping[str, list[str]] = next((t for t in load("reporting")["frame"] if t["id"] == rule), {})
    return frozenset(fold(word) for word in found.get("words", ()))


def _with_article(words: list[str]) -> frozenset[str]:
    folded = {fold(word) for word in words}
    return frozenset(folded | {"ال" + word for word in folded})
