"""How real the text makes what a cue tells: done, denied, possible, planned, proposed, called off.

Read from the cue's own tense and particles, from the word that governs it (`دعا إلى [توقيع]`, called for a signing)
and from its noun's adjectives (`الاتفاق [المقبل]`, the coming agreement).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from arner.arabic import inflection
from arner.arabic.orthography import fold
from arner.lexicon import cached, load, word_class

if TYPE_CHECKING:
    from arner.relations.reading import Reading
    from arner.relations.triggers import Trigger

_NEGATIONS = word_class("verb_negation")
_DENYING = word_class("denying")

Modality = Literal["real", "open", "denied", "possible", "planned", "proposed", "asked", "cancelled"]
"""`open`: a noun or verbal noun that nothing asserts, as in a headline; `asked`: of others, `proposed`: by who acts."""

REACH = 8  # words before the cue among which one that governs it is looked for
_CONDITIONS = word_class("condition") | {"اين", "لولا"}
_DONE = word_class("after_which")
_AHEAD = word_class("before_which")
_THAT = frozenset({"ان", "بان"})
_TO = word_class("to_an_event")


def modality(reading: Reading, cue: Trigger) -> Modality | None:
    """What the text says of the cue; None in a question or a condition."""
    words, head = reading.words, cue.head
    i = head.start
    first = reading.syntax.sentence[i][0]
    particle = _plain(words[i - 1]) if i > first else ""
    if particle in _CONDITIONS:
        return None
    if particle in ("يتم", "تتم") and i - 1 > first and _plain(words[i - 2]) in ("لم", "لا"):
        return "denied"  # لم يتم الاتفاق
    if head.form.what == "verb":
        tense = _of_verb(head.form.tense, head.form.future, particle)
        if tense is not None:
            return tense
    governed = governing(words, i, first)
    if governed is not None:
        return governed
    if (said := _qualified(words, cue.end)) is not None:
        return said
    if head.form.what in ("verb", "passive"):
        return "real"
    if head.form.prep == "ل":
        return "possible"  # an aim: «لإعادة انتخابه»
    if head.start > first and any(_plain(w) in _DONE for w in words[max(first, i - 2) : i]):
        return "real"
    return "open"


def _of_verb(tense: str, future: bool, particle: str) -> Modality | None:
    """What a verb's own form and the particle before it say; None where they leave it open."""
    if particle in _DENYING:
        return "denied"
    if particle == "لن":
        return "cancelled"
    if future or particle == "سوف":
        return "planned"
    if particle == "قد" and tense != "past":
        return "possible"
    return "real" if tense == "past" else None


def governing(words: list[str], i: int, first: int) -> Modality | None:
    """What the nearest word before token `i` says that governs it: `من المقرر أن [يوقع]`, `يسعى إلى [اتفاق]`."""
    table = _governors()
    for j in range(i - 1, max(first, i - REACH) - 1, -1):
        word = _plain(words[j])
        if word in _DONE and words[j + 1] != "ان":
            return None
        if word in _AHEAD:
            return "planned"
        how = table.get(words[j]) or table.get(word)
        if how is not None:
            before = _plain(words[j - 1]) if j > first else ""
            if how == "denied" and before in _NEGATIONS:
                return None  # لا يستبعد أن
            return "planned" if how == "planned" and before != "غير" else "cancelled" if before == "غير" else how
        if words[j] in (".", ":", "؛", "؟", "!"):
            return None
    return None


def asked(words: list[str], start: int, end: int) -> bool:
    """Whether something is asked of others among the words: `[حث] الطرفين على مفاوضات للتوصل إلى اتفاق`."""
    table = _governors()
    return any((table.get(word) or table.get(_plain(word))) == "asked" for word in words[start:end])


def _qualified(words: list[str], end: int) -> Modality | None:
    """What an adjective right after the cue says: `الاتفاق [المقبل]`, `هدنة [محتملة]`."""
    table = _adjectives()
    return next((table[word] for word in words[end : end + 3] if word in table), None)


@cached
def _governors() -> dict[str, Modality]:
    found: dict[str, Modality] = {}
    for how, entry in _tables():
        for pair in entry.get("verbs", ()):
            past, present = pair.split()
            for word, form in inflection.forms(inflection.Verb(past, present)).items():
                found.setdefault(word, how)
                if form.kind == "present":
                    found.setdefault("س" + word, how)
        for word in entry.get("words", ()):
            found.setdefault(fold(word), how)
    return found


@cached
def _adjectives() -> dict[str, Modality]:
    found: dict[str, Modality] = {}
    for how, entry in _tables():
        for stem in map(fold, entry.get("adjectives", ())):
            for form in (stem, stem + "ه", stem + "ا", "ال" + stem, "ال" + stem + "ه"):
                found.setdefault(form, how)
    return found


def _tables() -> list[tuple[Modality, dict[str, list[str]]]]:
    tables = load("frames")["modality"]
    kinds: tuple[Modality, ...] = ("denied", "cancelled", "planned", "asked", "proposed", "possible")
    return [(kind, tables[kind]) for kind in kinds if kind in tables]


def _plain(word: str) -> str:
    """`word` without و or ف before it: `وقد` → `قد`."""
    return word[1:] if len(word) > 2 and word[0] in "وف" else word
