"""What the words before a person's name say of who it is: a man or a woman, somebody's child or parent."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from arner.entities.holders import honorifics
from arner.layers import Gender, NameMention
from arner.lexicon import word_class
from arner.mentions.name import SAYING
from arner.mentions.offices.heads import without_suffix
from arner.syntax.verbs import acting_verb

_CHILD, _PARENT = word_class("kin_child"), word_class("kin_parent")
_KIN = _CHILD | _PARENT | word_class("kin")
_SHE_SAID = word_class("she_said")
_TITLES = 4  # honorifics between a verb and a name


@dataclass(frozen=True, slots=True)
class Cue:
    """`child`: `نجله [سعد]`; `parent`: `والده [رفيق]`."""

    gender: Gender | None = None
    child: bool = False
    parent: bool = False


def cue_of(doc: Doc, name: NameMention) -> Cue:
    """What the word before a name and its honorifics says."""
    at = name.first_token - 1
    if name.start != doc[name.first_token].idx:
        return Cue()
    gender: Gender | None = None
    while at >= max(0, name.first_token - _TITLES) and doc[at].norm_ in honorifics():
        gender = gender or ("f" if doc[at].text.endswith("ة") else None)
        at -= 1
    if at < 0 or doc[at + 1].is_sent_start:
        return Cue(gender)
    word = doc[at].norm_
    kin = next((k for k in map(without_suffix, (word, word.removeprefix("و"))) if k in _KIN), None)
    if kin:
        return Cue("f" if kin.endswith("ه") else "m", kin in _CHILD, kin in _PARENT)
    return Cue(gender or _gender_of_verb(word))


def _gender_of_verb(word: str) -> Gender | None:
    bare = word[1:] if word[:1] in "وف" and len(word) > 3 else word
    if bare in _SHE_SAID:
        return "f"
    if bare in SAYING:
        return "m"
    form = acting_verb(word)
    return "f" if form and form.gender == "f" else "m" if form and form.gender == "m" else None
