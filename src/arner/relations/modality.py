"""How real the text makes what a cue tells: done, denied, possible, planned, proposed, called off.

Read from the cue's own tense and particles, from the word that governs it (`دعا إلى [توقيع]`, called for a signing)
and from its noun's adjectives (`الاتفاق [المقبل]`, the coming agreement).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from arner.lexicon import word_class
from arner.syntax import modality as grammar
from arner.syntax.modality import Modality, plain

if TYPE_CHECKING:
    from arner.relations.reading import Reading
    from arner.relations.triggers import Trigger

_DENYING = word_class("denying")
_CONDITIONS = word_class("condition") | {"اين", "لولا"}
_DONE = word_class("after_which")
AFTER = 3  # words after a cue in which an adjective qualifies it


def modality(reading: Reading, cue: Trigger) -> Modality | None:
    """What the text says of the cue; None in a question or a condition."""
    words, head = reading.words, cue.head
    i = head.start
    first = reading.syntax.sentence[i][0]
    particle = plain(words[i - 1]) if i > first else ""
    if particle in _CONDITIONS:
        return None
    if particle in ("يتم", "تتم") and i - 1 > first and plain(words[i - 2]) in ("لم", "لا"):
        return "denied"  # لم يتم الاتفاق
    if head.form.what == "verb":
        tense = _of_verb(head.form.tense, head.form.future, particle)
        if tense is not None:
            return tense
    if grammar.unreal(words, i, reading.clause(i)[0]):
        return "denied"
    said = grammar.governing(words, i, first, "acts") or grammar.qualified(words, cue.end, cue.end + AFTER, "acts")
    if said is not None:
        return said
    if head.form.what in ("verb", "passive"):
        return "real"
    if head.form.prep == "ل":
        return "possible"  # an aim: «لإعادة انتخابه»
    if head.start > first and any(plain(w) in _DONE for w in words[max(first, i - 2) : i]):
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


def asked(words: list[str], start: int, end: int) -> bool:
    """Whether something is asked of others among the words: `[حث] الطرفين على مفاوضات للتوصل إلى اتفاق`."""
    return any(grammar.governs(word, "acts") == "asked" for word in words[start:end])
