"""Whether the clause of a date tells of what is to come: «سيلتقي … الثلاثاء» against «التقى … الثلاثاء»."""

from __future__ import annotations

from arner.dates.text import Text
from arner.dates.words import BOUNDS, FUTURE, NOT_FUTURE, PAST, SUBJUNCTIVE
from arner.lexicon import word_class

_REACH_LEFT, _REACH_RIGHT = 25, 6
_REACH_OF_VERB = 13
_MEETING_VERBS = word_class("imperfect_of_encounter")
_STOPS = frozenset('.!؟?؛:«»"“”')


def tense(text: Text, start: int, end: int) -> int:
    """1 where the nearest sign before the date, else shortly after it, is of the future; -1 past; 0 no sign.

    «أعلن أن الوفد سيصل الخميس» (announced that the delegation will arrive on Thursday): 1.
    """
    words = text.words
    for i in range(start - 1, max(start - _REACH_LEFT, 0) - 1, -1):
        word = words[i]
        if word in _STOPS or word.isspace():
            break
        if sign := _sign(text, i):
            return sign
    for i in range(end, min(end + _REACH_RIGHT, len(words))):
        word = words[i]
        if word in _STOPS or word in BOUNDS or word == "،" or word.isspace():
            break
        if sign := _sign(text, i):
            return sign
    return 0


def _sign(text: Text, i: int) -> int:
    word = text.word(i)
    bare = word[1:] if word[:1] in "وف" and len(word) > 4 else word
    if word in FUTURE or bare in FUTURE or is_future_verb(bare) or i in text.vows:
        return 1
    if word in PAST or bare in PAST:
        return -1
    if text.word(i - 1) in SUBJUNCTIVE and word[:1] in ("ي", "ت") and len(word) > 3:
        return 1
    return 0


def is_future_verb(word: str) -> bool:
    """Whether a folded word is an imperfect verb with the future's س: `سيزور` (he will visit).

    >>> is_future_verb("سيزور"), is_future_verb("سياسي")
    (True, False)
    """
    return len(word) > 4 and word[0] == "س" and word[1] in "يتن" and not word.startswith(NOT_FUTURE)


def after_imperfect(text: Text, start: int) -> bool:
    """Whether an imperfect verb stands before, not `كان يزور`: among three words, or one of encounters further away.

    `يقوم وزير الخارجية التركي أحمد داود أوغلو [الاثنين] بزيارة`.
    """
    for i in range(start - 1, max(start - _REACH_OF_VERB, -1), -1):
        word = text.word(i)
        if word in _STOPS or word in BOUNDS or word == "،" or word.isspace():
            return False
        near = i > start - 4 and word.startswith("ي") and len(word) > 3
        if near or word in _MEETING_VERBS:
            before = text.word(i - 1)
            return not (before in PAST or before[1:] in PAST)
    return False
