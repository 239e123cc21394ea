"""Who is meant by a speaker's description where what the article called whom does not tell: who spoke just now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arner.lexicon import word_class
from arner.relations.rule import Refs
from arner.relations.statements import reporting
from arner.relations.statements.voices import Voice

if TYPE_CHECKING:
    from arner.relations.statements.scene import Scene

_SAME = word_class("same")
_SAME_BEFORE = word_class("same_before")
_PEOPLE = word_class("generic_person")
_OFFICES = word_class("gendered_office")
_GOVERNMENT = word_class("government")
_GONE_ON = 3  # statements in a row by one speaker, who is then meant also some sentences later


def called_again(scene: Scene, voice: Voice) -> Refs | None:
    """Whoever `voice`, which only describes, stands for; None where nobody can be told."""
    return _same_source(scene, voice) or _just_spoke(scene, voice) or _government(scene, voice)


def _same_source(scene: Scene, voice: Voice) -> Refs | None:
    """`المصدر ذاته` (the same source): the body, document or unnamed source that spoke last."""
    words = scene.words
    same = _is_called_the_same(scene, voice.start)
    if words[voice.start] != "المصدر" or not same or not scene.memory.spoken:
        return None
    last = scene.memory.spoken[-1][1]
    return None if last.is_person or len(last.refs) > 1 else last.refs


def _just_spoke(scene: Scene, voice: Voice) -> Refs | None:
    """The person who spoke last, where he is only called `الدبلوماسي`, `المتحدث نفسه` now."""
    head = scene.words[voice.start]
    if not head.startswith("ال") or not scene.memory.spoken:
        return None
    if head[2:] not in _PEOPLE and not _is_the_same(scene, voice.start):
        return None
    at, last = scene.memory.spoken[-1]
    if not _near(scene, voice, at) or _says_more(scene, voice) or not _is_somebody(scene, last):
        return None
    country = next((c for i in range(voice.start, voice.end) if (c := scene.demonyms.get(i))), None)
    same_state = country is None or scene.states.get(last.ref or "", country) == country
    gender = scene.memory.gender(last)
    known = not head.endswith("ه") or gender == "f" or (gender is None and _is_the_same(scene, voice.start))
    return last.refs if same_state and known else None


def _is_the_same(scene: Scene, i: int) -> bool:
    """`الممثلة [ذاتها]` (the same actress): whatever somebody is called, if it is neither a body nor a document."""
    noun = scene.words[i]
    person = noun[2:] in _OFFICES or noun not in reporting.speaker_heads() | reporting.documents()
    return _is_called_the_same(scene, i) and person


def _is_called_the_same(scene: Scene, i: int) -> bool:
    """`المصدر [نفسه]`, `[ذات] المصدر`."""
    return scene.words[i + 1 : i + 2] != [] and (
        scene.words[i + 1] in _SAME or (i > 0 and scene.words[i - 1] in _SAME_BEFORE)
    )


def _near(scene: Scene, voice: Voice, at: int) -> bool:
    """Whether the statement at token `at` is of this sentence or one of the two before, or nobody else has spoken."""
    sentence = scene.syntax.sentence
    before = sentence[max(0, sentence[voice.start][0] - 1)][0]
    spoke = [v.refs for _, v in scene.memory.spoken[-_GONE_ON:]]
    return at >= sentence[max(0, before - 1)][0] or (len(spoke) == _GONE_ON and len(set(spoke)) == 1)


def _says_more(scene: Scene, voice: Voice) -> bool:
    """Whether the description names or describes somebody of its own: `القيادي سليم`, `المسؤول عن الملف`."""
    words = scene.words
    phrase = scene.syntax.phrase_at(voice.start)
    longer = voice.end - voice.start > 3 or (phrase is not None and phrase.end > voice.end)
    rest = [word for word in words[voice.start + 1 : voice.end] if word not in _SAME]
    named = not all(word.startswith("ال") for word in rest)
    return longer or named or words[voice.end : voice.end + 1] in (["عن"], ["باسم"])


def _is_somebody(scene: Scene, last: Voice) -> bool:
    """Whether who spoke last is one person, also one who is only known by an office: `وزير الصحة`."""
    return last.is_person or (len(last.refs) == 1 and last.ref is None and scene.words[last.start] in _OFFICES)


def _government(scene: Scene, voice: Voice) -> Refs | None:
    """`الحكومة` (the government): of the only state that the article has named so far."""
    if voice.end != voice.start + 1 or scene.words[voice.start] not in _GOVERNMENT:
        return None
    named = [code for code, at in scene.states_named if at < voice.start]
    return (scene.state(named[0]),) if len(named) == 1 else None
