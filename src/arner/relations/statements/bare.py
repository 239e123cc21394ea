"""Words that nothing introduces, no أن and no sign: `وقال سليم [الفريق لعب جيدا]`, `وأضاف [ليس لدينا ماء]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arner.lexicon import word_class
from arner.relations.statements.complement import Complement
from arner.syntax.verbs import acting_verb
from arner.syntax.words import ADVERBS, COMMAS, PREPOSITIONS

if TYPE_CHECKING:
    from arner.relations.statements.scene import Scene

_CLAUSE_FIRST = word_class("clause_first")
_OURS = 4  # letters of a noun with «our»: more than these
_SHORTEST = 3  # tokens of a clause with the sign after it


def clause_at(scene: Scene, k: int, definite: bool, gender: str | None = None) -> Complement | None:
    """The clause from token `k` on, over adverbs and dates.

    `definite`: whoever speaks stands right before it and is named, so that no verb can be a relative clause of it and
    no noun can go on with it. `gender`: of a verb whose subject is dropped, which a noun at `k` may not agree with.
    """
    at, c = k, words_at(scene, k)
    if c is None:
        return None
    k = c.start
    known = scene.words[k] in _CLAUSE_FIRST or _is_ours(scene, k)
    if c.at == at and gender is not None and _is_finite(scene, k):
        return c  # «وأضاف [تعرضت] المدينة للقصف»: no verb can be the subject of a verb
    return c if known or _begins_with_verb(scene, k, definite) or _nominal(scene, k, definite, gender) else None


def _is_ours(scene: Scene, k: int) -> bool:
    """`وأضاف [موقفنا] واضح`: a noun with the pronoun of whoever speaks."""
    phrase = scene.syntax.phrase_at(k)
    noun = phrase is not None and phrase.start == k and not phrase.prep + phrase.conj and k not in scene.syntax.within
    word = scene.words[k]
    return noun and len(word) > _OURS and word.endswith("نا") and not word.endswith("انا")  # not «بيانا»


def _is_finite(scene: Scene, k: int) -> bool:
    """Whether a verb that no other word is spelt like stands at token `k`."""
    verb = scene.syntax.clauses.verbs.get(k)
    return verb is not None and acting_verb(scene.words[k]) is not None and scene.words[k][0] not in "وفل"


def words_at(scene: Scene, k: int) -> Complement | None:
    """The words from token `k` on, over adverbs and dates, where it is sure that they are said."""
    words, end = scene.words, scene.syntax.sentence[k - 1][1]
    while k < end and (words[k] in ADVERBS or words[k] in COMMAS or k in scene.syntax.dated):
        k = max(scene.syntax.dated.get(k, k), k + 1)
    said = k <= end - _SHORTEST and words[k] not in PREPOSITIONS
    return Complement("colon", k, k, scene.starts[k]) if said else None


def _begins_with_verb(scene: Scene, k: int, definite: bool) -> bool:
    """`وقال سليم [كنا] نأمل في الفوز`, `وقال سليم [ستفتح] المدارس`."""
    verb = scene.syntax.clauses.verbs.get(k)
    if verb is None or scene.words[k][0] in "وفل":
        return False
    return verb.person == 1 or (definite and verb.tense != "past" and not verb.joined)


def _nominal(scene: Scene, k: int, definite: bool, gender: str | None) -> bool:
    """`وقال سليم [الفريق لعب] جيدا`: a definite noun and its verb; `وأضاف [المباراة كانت] صعبة`."""
    phrase, tagged = scene.syntax.phrase_at(k), scene.syntax.tagged
    if phrase is None or not phrase.definite or scene.syntax.word(k).prep or scene.syntax.word(k).conj:
        return False
    # «سليم عمر الفريق»: taken for one phrase with the speaker's name
    if phrase.start != k and not (definite and scene.words[k].startswith("ال")):
        return False
    verb = scene.syntax.clauses.verbs.get(phrase.end)
    if verb is None or scene.words[verb.token][0] in "وفل" or verb.joined:
        return False
    noun = tagged.gender(k)
    agrees = verb.gender is None or noun is None or verb.gender == noun
    return agrees and (definite or (gender == "m" and noun == "f"))
