"""Noun phrases: where they begin and end, their head, and what it says of them.

A phrase is a noun with what follows it without a preposition: genitives, adjectives, names, numbers:
`[وزير الخارجية الروسي سيرغي لافروف]` (the Russian foreign minister Sergei Lavrov). What a preposition, a و or a
comma adds is found from it: `joined`, `apposed`, `full_end`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from arner.arabic.word import Gender, Number
from arner.syntax.tagged import Tagged
from arner.syntax.words import CLOSERS, COMMAS, OPENERS

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "X", "SYM"})
_ENDS = frozenset({"VERB", "AUX", "ADP", "SCONJ", "CCONJ", "REL", "PUNCT", "SPACE"})
_QUOTED = 6  # tokens of a name between quotation marks within a phrase: حزب "اليمين" الإيطالي
_FAR = 40  # tokens of a list, a parenthesis


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens `start` to `end` (exclusive) around token `head`.

    `prep`: the preposition that governs it, written onto it or standing before it, or "". `conj`: a و or ف written
    onto it.
    """

    start: int
    end: int
    head: int
    definite: bool
    gender: Gender | None
    number: Number | None
    prep: str
    conj: str


class Phrases:
    """The noun phrases of a text, none overlapping another; made a sentence at a time, when asked for."""

    def __init__(self, tagged: Tagged) -> None:
        self.tagged = tagged
        self._of: dict[int, tuple[list[int], list[NounPhrase]]] = {}  # first token of a sentence → starts, phrases

    @property
    def all(self) -> list[NounPhrase]:
        """Every phrase, in order."""
        return [phrase for start, end in self.tagged.sentences for phrase in self._within(start, end)[1]]

    def at(self, i: int) -> NounPhrase | None:
        """The phrase that token `i` belongs to."""
        starts, phrases = self._within(*self.tagged.sentence[i])
        n = bisect_right(starts, i) - 1
        return phrases[n] if n >= 0 and i < phrases[n].end else None

    def _within(self, first: int, end: int) -> tuple[list[int], list[NounPhrase]]:
        """The phrases of the sentence from token `first` to `end`, and where they start."""
        made = self._of.get(first)
        if made is None:
            found, i = list[NounPhrase](), first
            while i < end:
                if self.tagged.pos[i] in _NOMINAL:
                    last = self._end(i, end)
                    found.append(self._phrase(i, last, first))
                    i = last
                else:
                    i += 1
            made = self._of[first] = [phrase.start for phrase in found], found
        return made

    def _end(self, start: int, limit: int) -> int:
        """The token after the phrase that begins at `start`."""
        i = start + 1
        while i < limit:
            if self.tagged.words[i] in OPENERS:
                closed = self._quoted(i, limit)
                if closed and self._goes_on(start, i + 1, before=i - 1):
                    i = closed
                    continue
                break
            if not self._goes_on(start, i, before=i - 1):
                break
            i += 1
        return i

    def _quoted(self, opener: int, limit: int) -> int:
        """The token after a short quotation of nouns that opens at `opener`; 0 for none."""
        for j in range(opener + 1, min(opener + 2 + _QUOTED, limit)):
            if self.tagged.words[j] in CLOSERS:
                return j + 1 if j > opener + 1 else 0
            if self.tagged.pos[j] not in _NOMINAL:
                return 0
        return 0

    def _goes_on(self, start: int, i: int, before: int) -> bool:
        """Whether token `i` belongs to the phrase that began at `start` and has `before` as its last token."""
        tagged = self.tagged
        if tagged.pos[i] not in _NOMINAL:
            return False
        if tagged.named.get(i, -1) == tagged.named.get(before):
            return True  # one name
        word, last = tagged.word(i), tagged.word(before)
        if word.conj or word.prep:
            return False
        goes_on, begins = tagged.score("phrase", "in", i), tagged.score("phrase", "first", i)
        name = tagged.pos[before] == "PROPN" or before in tagged.named
        closed = name or (tagged.pos[before] in ("NOUN", "ADJ") and last.noun.definite)
        if tagged.pos[i] == "NOUN" and closed and not (word.article and name):
            begins += 0.5 if word.article else 1  # an object: «الوزير [خطة]»; a genitive follows no article
        return goes_on > begins

    def _phrase(self, start: int, end: int, first: int) -> NounPhrase:
        tagged = self.tagged
        head = start
        while head + 1 < end and tagged.pos[head] in ("DET", "PRON", "NUM") and tagged.pos[head + 1] != "NUM":
            head += 1  # «هذا الاتفاق», «كل الدول», «أربعة طلاب»
        word = tagged.word(start)
        last = range(start, end)
        definite = any(tagged.pos[i] == "PROPN" or tagged.word(i).noun.definite for i in last)
        before = start - 1
        while before >= first and tagged.words[before] in OPENERS:
            before -= 1
        governed = before >= first and tagged.governs(before) and not word.conj
        prep = word.prep or (tagged.word(before).stem if governed else "")
        return NounPhrase(start, end, head, definite, tagged.gender(head), tagged.number(head), prep, word.conj)

    def joined(self, phrase: NounPhrase) -> list[NounPhrase]:
        """`phrase` and those joined to it on its right by و, by commas where a و follows: `روسيا والصين وإيران`."""
        found, waiting = [phrase], [phrase]
        tagged, i = self.tagged, phrase.end
        limit = min(tagged.sentence[phrase.start][1], phrase.end + _FAR)
        while i < limit:
            comma = tagged.words[i] == "،"
            i += comma
            and_ = i < limit and tagged.words[i] in ("و", "او")
            i += and_
            following = self.at(i) if i < limit else None
            if following is None or following.start != i or following.prep:
                break
            if not (comma or and_ or following.conj == "و"):
                break
            waiting.append(following)
            if and_ or following.conj == "و":
                found = list(waiting)
            i = following.end
        return found

    def apposed(self, phrase: NounPhrase) -> NounPhrase | None:
        """What stands in apposition after `phrase`, over a comma or at once: `رئيس الوزراء، [سليم عمر]،`."""
        tagged, i = self.tagged, phrase.end
        limit = tagged.sentence[phrase.start][1]
        comma = i < limit and tagged.words[i] in COMMAS
        i += comma
        following = self.at(i) if i < limit else None
        if following is None or following.start != i or following.prep or following.conj:
            return None
        if not comma:
            return following if tagged.pos[following.head] == "PROPN" and phrase.definite else None
        named = tagged.pos[following.head] == "PROPN" or tagged.pos[phrase.head] == "PROPN"
        closed = following.end >= limit or tagged.pos[following.end] in ("PUNCT", "REL", "VERB", "AUX", "ADP")
        return following if named and closed and following.definite else None
