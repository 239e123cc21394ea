"""Who is named or described at a place of the text, with those joined to them: whom one may praise, blame or tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arner.arabic.orthography import fold
from arner.arabic.particles import letters
from arner.lexicon import word_class
from arner.relations.rule import Filler, Refs
from arner.relations.statements import reporting
from arner.syntax import Party
from arner.syntax.phrases import NounPhrase
from arner.syntax.words import OPENERS, PREPOSITIONS, RELATIVES, THAT

if TYPE_CHECKING:
    from arner.relations.statements.scene import Scene

_PEOPLE = word_class("people_together")
_SIDES = word_class("side_of_state")
_THINGS = word_class("no_people_plural")
_HUMAN = tuple(sorted(word_class("plural_ending")))


def bare(word: str) -> str:
    """A folded noun without its article and a ب or لل onto it; `بلدية` begins with its own ب."""
    if word in reporting.speaker_heads():
        return word.removeprefix("ال")
    word = "ال" + word[2:] if word.startswith("لل") else word.removeprefix("ب")
    return word.removeprefix("ال") if len(word) > 4 else word


def is_people(word: str, head: str) -> bool:
    """Whether a folded noun, `head` without its article, is a body or people: `الحكومة`, `المعلمين`, `الفريق`."""
    definite = word.removeprefix("ب").startswith(("ال", "لل"))
    agent = head[:1] == "م" or head[1:2] == "ا" or head.endswith(("يين", "يون"))  # not «التعاون»
    plural = definite and agent and word.endswith(_HUMAN) and len(head) > 4 and head not in _THINGS
    return head in reporting.speaker_heads() or head in _PEOPLE or plural


def noun_at(scene: Scene, j: int, end: int) -> Filler | None:
    """Who is named or described at token `j`."""
    party = scene.syntax.at.get(j)
    if party is not None:
        return group_of(scene, party) if party.type != "place" else None
    word = scene.words[j]
    if word in THAT or word in RELATIVES or word in PREPOSITIONS or word in OPENERS or not word[0].isalpha():
        return None
    known = bare(word.removeprefix("ل")) in reporting.speaker_heads() or is_theirs(scene, j)
    phrase = scene.syntax.phrase_at(j)
    if not known and (phrase is None or phrase.prep or word.endswith("ا")):
        return None
    return described(scene, j, end)


def is_theirs(scene: Scene, j: int) -> bool:
    """`أنصاره`, `قادتها`: people of whoever was named before."""
    word = scene.syntax.word(j)
    stem = scene.words[j].removesuffix(word.suffix) if word.suffix else ""
    return stem in reporting.speaker_heads() | _PEOPLE or (
        stem.endswith("ت") and stem[:-1] + "ه" in reporting.speaker_heads()
    )


def group_of(scene: Scene, party: Party) -> Filler | None:
    """A party with those joined to it; only who can be blamed or told: no place."""
    group = scene.syntax.group(party)
    group = group[group.index(party) :] if party in group else (party,)
    refs: list[tuple[str | None, str]] = []
    for each in group:
        if each.type == "place":
            continue
        if each.refs:
            refs += scene.voices.refs(each)
        else:
            refs += described(scene, each.start, scene.syntax.sentence[each.start][1]).refs
    return Filler(tuple(dict.fromkeys(refs)), group[0].start, group[-1].end) if refs else None


def described(scene: Scene, j: int, stop: int) -> Filler:
    """Who is only described from token `j`, before `stop`: `المجتمع الدولي`, `السلطات المحلية والنقابات`."""
    phrase = scene.syntax.phrase_at(j)
    end = stop if phrase is None else _end_of(scene, phrase, j, stop)
    state = scene.demonyms.get(j + 1) if bare(scene.words[j]) in _SIDES else None
    if state is not None:  # «الجانب التركي»
        return Filler((scene.state(state),), j, j + 2)
    voice = scene.resolved(scene.voices.described(j, end))
    refs = [(ref, name if ref else _without_letter(scene, j, name)) for ref, name in voice.refs]
    if phrase is not None and voice.end == end < stop:
        for other in scene.syntax.phrases.joined(phrase)[1:]:
            more = _joined(scene, other) if other.end <= stop else ()
            if not more:
                break
            refs += more
            end = other.end
    return Filler(tuple(dict.fromkeys(refs)), voice.start, max(end, voice.end))


def _end_of(scene: Scene, phrase: NounPhrase, j: int, stop: int) -> int:
    """Where the description in `phrase` ends, before `stop`: `وزراء [في الحكومة]`, `اللاعب [سليم عمر]`."""
    end = min(stop, phrase.end)
    if not phrase.definite and phrase.end < stop:
        end = scene.voices.phrases.end(j, stop)
    name = scene.syntax.at.get(end) if end < stop else None
    apposed = name is not None and name.type == "person" and not scene.syntax.proclitic(name)
    return name.end if name is not None and apposed else end


def _joined(scene: Scene, phrase: NounPhrase) -> Refs:
    """Who is joined by و, where that is somebody: not `سلوك الناخبين`."""
    party = scene.syntax.party_in(phrase)
    if party is not None and party.refs and party.type != "place":
        return scene.voices.refs(party)
    text = _words_of(scene, phrase)
    head = fold(text).partition(" ")[0]
    return ((None, text),) if is_people(head, bare(head)) else ()


def _without_letter(scene: Scene, j: int, name: str) -> str:
    """The name of who is described at token `j` without the ب or ل onto it: `بالشرطة` as `الشرطة`."""
    prep = scene.words[j][0] == "ب" and scene.words[j] not in reporting.speaker_heads()
    return name[1:] if prep and name.startswith("ب") else without_to(name)


def without_to(name: str) -> str:
    """`للصحفيين` as `الصحفيين`; `لنظيره` as `نظيره`."""
    if name.startswith("لل"):
        return "ال" + name[2:]
    return name[1:] if name.startswith("ل") and fold(name[1:]).partition(" ")[0] in reporting.speaker_heads() else name


def _words_of(scene: Scene, phrase: NounPhrase) -> str:
    """The words of a phrase without the و onto it."""
    text = scene.words_at(phrase.start, phrase.end)
    return text[letters(text, len(phrase.conj)) :]
