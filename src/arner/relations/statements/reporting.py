"""The words of reporting, from `reporting.toml` and a user's files, and what a word of the text may be among them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from arner.arabic.inflection import Form, Verb, forms, masdar_forms, readings
from arner.arabic.orthography import fold
from arner.lexicon import cached, load

Entry = dict[str, Any]
_SPOKEN_TO = ("نا", "ني", "ي", "كم")  # «أخبرنا»: only within somebody's own words; «الحكم» is another word


class Report(NamedTuple):
    """A word that reports: its entry, what its form says, and how many letters stand before it (و ف س)."""

    entry: Entry
    form: Form
    dropped: int


@cached
def _tables() -> tuple[dict[str, list[tuple[Entry, Form]]], dict[str, list[tuple[Entry, Form]]]]:
    """Forms of verbs and participles, and forms of verbal nouns."""
    verbs: dict[str, list[tuple[Entry, Form]]] = {}
    nouns: dict[str, list[tuple[Entry, Form]]] = {}
    for entry in load("reporting")["verb"]:
        other = {fold(word) for word in entry.get("except", ())}
        parts = Verb(entry["past"], entry["present"], entry.get("participle"), tuple(entry.get("masdars", ())))
        for word, form in forms(replace(parts, masdars=())).items():
            if word not in other and form.kind != "jussive" and form.person == 3 and form.suffix not in _SPOKEN_TO:
                verbs.setdefault(word, []).append((entry, form))
        for word, form in masdar_forms(parts).items():
            nouns.setdefault(word, []).append((entry, form))
    return verbs, nouns


def verb(word: str) -> Report | None:
    """`وأعلنت` as a form of أعلن; participles are found here too."""
    table = _tables()[0]
    for rest, future in readings(word):
        for entry, form in table.get(rest, ()):
            if not future or form.kind == "present":
                return Report(entry, form, len(word) - len(rest))
    return None


def noun(word: str) -> Report | None:
    """`وإعلانه` as the verbal noun إعلان with a pronoun."""
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
    return next((entry for entry in load("reporting")["frame"] if entry["id"] == rule), None)


@cached
def frame_words(rule: str) -> frozenset[str]:
    """The folded words that open the frame `rule`: `according` → `بحسب` …; none where it is switched off."""
    return frozenset(fold(word) for word in (frame(rule) or {}).get("words", ()))


def _with_article(words: list[str]) -> frozenset[str]:
    folded = {fold(word) for word in words}
    return frozenset(folded | {"ال" + word for word in folded})
