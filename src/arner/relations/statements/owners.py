"""Whose what is praised or blamed is: `قرار [الحكومة]`, `الهجوم الذي شنته [الجماعة]`, `ما قاله [الوزير]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arner.lexicon import word_class
from arner.relations.rule import Filler
from arner.relations.statements import reporting
from arner.relations.statements.named import bare, described, group_of, is_people
from arner.syntax.words import OPENERS, RELATIVES, THAT

if TYPE_CHECKING:
    from arner.relations.statements.scene import Scene
    from arner.syntax import Party

_STANCES = word_class("stance")
_DEEDS = word_class("deed")
_OF_DOERS = word_class("deed_of_doer")
_MANNERS = word_class("manner")
_CALLED = word_class("is_called")
_WHAT = word_class("what")
_LINKS = word_class("back_to_it")
_DEEP = 3  # nouns of manner in a row: «استمرار عدم التزام ليبيا»
_NEAR = 5  # words from a noun to its relative clause
_FORMLESS = "تنظيم"  # a body, or the noun «organising»


def owner(scene: Scene, i: int, end: int, to: bool = False, deep: int = 0) -> Filler | None:
    """Who is meant by the words from token `i` to `end`, or whose they are; `to`: ل may govern them."""
    while i < end and scene.words[i] in OPENERS:
        i += 1
    if i >= end or deep > _DEEP:
        return None
    if scene.words[i] in _WHAT:
        return _of_clause(scene, i + 1, end, deep)
    party = scene.syntax.at.get(i)
    if party is not None:
        return group_of(scene, party) if party.type != "place" else None
    word = scene.words[i]
    governed = to and word[0] == "ل" and not word.startswith("لل") and bare(word) not in reporting.speaker_heads()
    plain = word.removeprefix("ب")
    head = plain if plain in _STANCES else bare(word[1:] if governed else word)  # «التزام» has no article
    if head in _MANNERS:
        return owner(scene, i + 1, end, deep=deep + 1)
    named_body = scene.syntax.at.get(i + 1)
    if is_people(scene.words[i], head) and (head != _FORMLESS or named_body is not None):
        return described(scene, i, end)
    whose = _genitive(scene, i, end, head, deep)
    if whose is None and head in _STANCES | _DEEDS:
        whose = _of_state(scene, i, end)
    return whose or _of_relative(scene, i, end)


def _genitive(scene: Scene, i: int, end: int, head: str, deep: int) -> Filler | None:
    """Who does or takes what the noun at `i` tells, in its genitive: `دور [الوزير]`, `قصف [روسيا] للمدينة`."""
    stance = head in _STANCES or (deep > 0 and head not in _DEEDS)  # «عدم التزام ليبيا»
    definite = scene.syntax.word(i).article and scene.words[i].removeprefix("ب") not in _STANCES
    if i + 1 >= end or definite or not (stance or head in _DEEDS):
        return None
    does = stance or head in _OF_DOERS
    whose = scene.syntax.at.get(i + 1)
    if whose is not None and whose.kind != "demonym":
        return _free(scene, whose) if does or _has_object(scene, whose.end, end) else None
    word = scene.words[i + 1]
    if stance and bare(word) in _STANCES and word == bare(word):
        return owner(scene, i + 1, end, deep=deep + 1)  # «طريقة تعامل الشرطة»
    return described(scene, i + 1, end) if does and is_people(word, bare(word)) else None


def _free(scene: Scene, party: Party) -> Filler | None:
    """A party that can do something and that no particle governs, with who is joined to it."""
    free = party.type != "place" and not scene.syntax.proclitic(party)
    return group_of(scene, party) if free else None


def _has_object(scene: Scene, k: int, end: int) -> bool:
    """`قصف روسيا [للمدينة]`: so that the genitive before it does it."""
    return k < end and scene.words[k][0] == "ل" and len(scene.words[k]) > 3


def _of_state(scene: Scene, i: int, end: int) -> Filler | None:
    """The state that an adjective after the noun at `i` tells: `العدوان العسكري [الروسي]`."""
    definite = scene.words[i].lstrip("ب").startswith("ال")
    for k in range(i + 1, min(end, i + 4)):
        country = scene.demonyms.get(k)
        if country is not None:
            ref = f"country:{country}"
            return Filler(((ref, scene.names.get(ref, scene.words_at(k, k + 1))),), k, k + 1)
        if scene.words[k].startswith("ال") != definite or k in scene.syntax.within:
            return None
    return None


def _of_relative(scene: Scene, i: int, end: int) -> Filler | None:
    """Who does it in a relative clause on the noun at `i`: `الدور الذي تؤديه [الوزارة]`, `قرارا اتخذته [المحكمة]`."""
    for k in range(i + 1, min(end, i + _NEAR)):
        if scene.words[k] in THAT or k in scene.syntax.within:
            return None
        indefinite = k == i + 1 and scene.words[i].endswith("ا") and scene.syntax.is_verb(k)
        if scene.words[k] in RELATIVES or indefinite:
            return _of_clause(scene, k + (not indefinite), end, _DEEP)
    return None


def _of_clause(scene: Scene, k: int, end: int, deep: int) -> Filler | None:
    """The subject of the verb at `k`, whose object is praised or blamed: `ما قاله [الوزير]`, `الذي شنته [الجماعة]`."""
    if k + 1 >= end:
        return None
    word = scene.words[k]
    if word in _CALLED:
        return owner(scene, k + 1, end, deep=deep + 1)  # «ما سماه [تخاذل الجامعة]»
    j = k + 1
    linked = scene.words[j] in _LINKS
    j += linked
    if not (linked or word.endswith(("ه", "ها"))) or j >= end:
        return None
    party = scene.syntax.at.get(j)
    if party is not None:
        return _free(scene, party)
    return described(scene, j, end) if is_people(scene.words[j], bare(scene.words[j])) else None
