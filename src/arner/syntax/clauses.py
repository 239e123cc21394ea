"""Verbs with their subjects and objects.

News put the subject behind the verb (`أعلن الوزير …`, the minister announced) or before it (`الوزير أعلن …`). The noun
phrase in the subject's place fills it, whoever it is; where none stands, the slot is empty and the subject is to be
found elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple

from arner.arabic.word import Gender, Number, Tense
from arner.lexicon import word_class
from arner.syntax.phrases import NounPhrase, Phrases
from arner.syntax.tagged import Tagged
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, THAT

_PARTICLES = word_class("subject_particle")
_NEGATIONS = word_class("verb_negation")
CHOICE = Path(str(files("arner.syntax").joinpath("data", "slots.json")))  # weights made by training/slots.py
_RELATIONS = (
    "nsubj", "nsubj:pass", "nsubj before", "topic", "obj", "obl", "obl:tmod", "nmod", "xcomp", "root", "appos", "conj",
)  # fmt: skip
_LIGHT = frozenset({"ADV", "PART", "AUX"})
_CLAUSE_ENDS = frozenset({"VERB", "AUX", "SCONJ", "REL", "CCONJ", "PUNCT", "SPACE"})
_SUBJECTS = word_class("subject_suffix")
_OPENING = frozenset({"SCONJ", "CCONJ", "PUNCT"})
_MOST = 3  # noun phrases on one side of a verb that are looked at
_FAR = 30  # tokens between a verb and its subject
_BEFORE_VERB = word_class("verb_group")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The finite verb at `token` with the particles before it; `negated`: `لم يعلن` (did not announce)."""

    token: int
    start: int
    tense: Tense
    person: Literal[1, 3]
    gender: Gender | None
    number: Number
    negated: bool
    joined: bool  # a pronoun is written onto it: its object


class Slot(NamedTuple):
    """The place of a subject or object: `token`, its head, and its `phrase`; `token` -1 and `phrase` None where
    empty."""

    token: int
    phrase: NounPhrase | None
    before: bool

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the place."""
        return self.token < 0


EMPTY = Slot(-1, None, False)


class Candidate(NamedTuple):
    """What may fill a slot; `kind`: where it stands; `features`: what speaks for and against it."""

    kind: str
    slot: Slot
    features: tuple[float, ...]


class Clauses:
    def __init__(self, tagged: Tagged, phrases: Phrases) -> None:
        self.tagged = tagged
        self.phrases = phrases
        self._slots: dict[int, Slot] = {}

    @cached_property
    def verbs(self) -> dict[int, VerbGroup]:
        """Every finite verb by its token."""
        return {i: self._group(i) for i in range(len(self.tagged.words)) if self.tagged.is_verb(i)}

    def _group(self, i: int) -> VerbGroup:
        tagged = self.tagged
        word = tagged.word(i)
        form = word.verb
        start = i
        first = tagged.sentence[i][0]
        while start > first and tagged.words[start - 1] in _BEFORE_VERB and not word.conj:
            start -= 1
        negated = any(tagged.words[k].lstrip("وف") in _NEGATIONS for k in range(start, i))
        tense, gender = form.tense, form.gender
        if word.core.startswith("ت") and tense == "present" and form.number == "s" and tagged.gender(i) == "m":
            tense, gender = "past", "m"  # «تحدث الوزير»: spelt like «she relates»
        return VerbGroup(i, start, tense, form.person, gender, form.number, negated, bool(word.suffix))

    def subject(self, verb: int) -> Slot:
        """The place of the subject of the verb at token `verb`."""
        if verb not in self._slots:
            self._slots[verb] = self._chosen("subject", self.candidates(verb))
        return self._slots[verb]

    def object(self, verb: int) -> Slot:
        """The place of its direct object; a pronoun written onto the verb fills it."""
        if verb not in self.verbs:
            return EMPTY
        if self.verbs[verb].joined:
            return Slot(verb, None, False)
        return self._chosen("object", self.objects(verb, self.subject(verb)))

    def objects(self, verb: int, subject: Slot) -> Iterator[Candidate]:
        """What may be the object of a verb whose subject is known: the first phrases in place that are not it."""
        limit = min(self.tagged.sentence[verb][1], verb + _FAR)
        told = "none" if subject.empty else "before" if subject.before else "after"
        start = verb + 1
        if told == "after" and subject.phrase is not None:
            start = self.phrases.joined(subject.phrase)[-1].end
        for n, phrase in enumerate(islice(self._in_place(start, limit), 2)):
            yield self._candidate(f"{told} {n}", verb, phrase, n)
        if told == "before" and self.tagged.pos[subject.token] == "REL":
            yield self._candidate("relative", verb, subject.phrase, 0, subject.token)

    def _chosen(self, slot: str, candidates: Iterable[Candidate]) -> Slot:
        """The likeliest candidate, if it is likelier than not."""
        weights, best, found = _weights(), 0.0, EMPTY
        for candidate in candidates:
            told = weights.get(f"{slot} {candidate.kind}")
            score = sum(w * x for w, x in zip(told, candidate.features, strict=True)) if told else 0.0
            if score > best:
                best, found = score, candidate.slot
        return found

    def candidates(self, verb: int) -> list[Candidate]:
        """What may be the subject or the object of the verb at token `verb`."""
        if verb not in self.verbs:
            return []
        return [*self._after(verb), *self._before(verb)]

    def _after(self, verb: int) -> Iterator[Candidate]:
        limit = min(self.tagged.sentence[verb][1], verb + _FAR)
        for n, phrase in enumerate(islice(self._in_place(verb + 1, limit), _MOST)):
            yield self._candidate(f"after {min(n, 1)}", verb, phrase, n)

    def _before(self, verb: int) -> Iterator[Candidate]:
        tagged, words = self.tagged, self.tagged.words
        first = max(tagged.sentence[verb][0], verb - _FAR)
        i = verb - 1
        while i >= first and (words[i] in _BEFORE_VERB or words[i] in ADVERBS or tagged.pos[i] in _LIGHT):
            i -= 1
        if i < first:
            return
        if tagged.pos[i] == "REL":
            yield self._candidate("relative", verb, self.phrases.at(i - 1) if i > first else None, 0, i)
        elif _with_pronoun(words[i]):
            yield self._candidate("that", verb, None, 0, i)
        n = crossed = 0
        while i >= first and n < _MOST:
            phrase = self.phrases.at(i)
            if phrase is None:
                if tagged.pos[i] == "SCONJ":
                    if _with_pronoun(words[i]) and i < verb - 1:
                        yield self._candidate("that", verb, None, n, i)
                    return
                crossed += tagged.is_verb(i)
                i -= 1
                continue
            if not phrase.prep:
                yield self._candidate("before", verb, phrase, n + crossed)
                n += 1
            i = phrase.start - 1

    def _candidate(self, kind: str, verb: int, phrase: NounPhrase | None, passed: int, token: int = -1) -> Candidate:
        """`passed`: phrases and verbs between it and the verb."""
        tagged, group = self.tagged, self.verbs[verb]
        token = token if token >= 0 or phrase is None else phrase.head
        named = tagged.pos[token] == "PROPN"
        features = (
            1.0,
            *(tagged.score("relation", label, token) for label in _RELATIONS),
            float(passed),
            *self._way(verb, phrase),
            *_agreement(group, phrase, named),
            float(self._opens(phrase.start if phrase else token)),
            float(bool(phrase and phrase.conj)),
            float(group.person == 1),
            float(group.joined),
            float(bool(phrase and phrase.definite)),
            float(named),
            *self._what_follows(verb, phrase),
            float(bool(tagged.conj(verb))),
            float(verb > 0 and tagged.words[verb - 1] in ("ان", "لان", "بان", "كي")),
            float(tagged.pos[verb] == "AUX"),
            tagged.score("relation", "acl:relcl", verb),
            float(group.tense == "past"),
        )
        return Candidate(kind, Slot(token, phrase, token < verb), features)

    def _way(self, verb: int, phrase: NounPhrase | None) -> tuple[float, ...]:
        """What lies between the verb and a phrase: nothing, how many tokens, a comma."""
        if phrase is None:
            between = range(0)
        elif phrase.end <= verb:
            between = range(phrase.end, verb)
        else:
            between = range(verb + 1, phrase.start)
        comma = any(self.tagged.words[k] in COMMAS for k in between)
        return (float(not between), min(len(between), 10) / 10, float(comma))

    def _opens(self, i: int) -> bool:
        """Whether a clause may open at token `i`: at the head of its sentence, after a sign or a conjunction."""
        tagged = self.tagged
        first = tagged.sentence[i][0]
        return i == first or tagged.words[i - 1] in COMMAS or tagged.pos[i - 1] in _OPENING

    def _what_follows(self, verb: int, phrase: NounPhrase | None) -> tuple[float, ...]:
        """What stands after a phrase behind the verb: «that», a quotation, another phrase, one with a preposition."""
        if phrase is None or phrase.start < verb or phrase.end >= self.tagged.sentence[verb][1]:
            return (0.0, 0.0, 0.0, 0.0)
        word, following = self.tagged.words[phrase.end], self.phrases.at(phrase.end)
        bare = following is not None and not following.prep and not following.conj
        governed = bool(following and following.prep) or self.tagged.pos[phrase.end] == "ADP"
        return (float(word in THAT or word == ":"), float(word in OPENERS), float(bare), float(governed))

    def _in_place(self, start: int, limit: int) -> Iterator[NounPhrase]:
        """Noun phrases that no preposition governs, from `start`, over what is governed, adverbs and parentheses, up to
        where the clause ends."""
        tagged, i = self.tagged, start
        words = tagged.words
        while i < limit:
            phrase = self.phrases.at(i)
            if phrase is not None:
                if phrase.start == i and phrase.conj:
                    return
                if not phrase.prep and words[phrase.start] not in ADVERBS and not words[phrase.head].isdigit():
                    yield phrase  # «عام [2004]» says when
                i = phrase.end
            elif words[i] == "(":
                i = 1 + next((j for j in range(i, min(i + 12, limit)) if words[j] == ")"), i)
            elif words[i] in OPENERS or words[i] in CLOSERS or words[i] in COMMAS:
                i += 1
            elif tagged.pos[i] in _CLAUSE_ENDS or tagged.conj(i):
                return
            else:
                i += 1


def _agreement(verb: VerbGroup, phrase: NounPhrase | None, named: bool) -> tuple[float, ...]:
    """What gender and number speak for and against; a name's gender is not sure."""
    gender, number = (phrase.gender, phrase.number) if phrase else (None, None)
    single = verb.number == "s"
    other = None not in (gender, verb.gender) and gender != verb.gender
    return (
        float(other and number == "s" and not named),
        float(gender is not None and gender == verb.gender),
        float(named and gender != verb.gender),
        float(number in ("p", "d") and single),
        float(number == "s" and not single),
        float(not single),
        float(not single and number == verb.number),
    )


def _with_pronoun(word: str) -> bool:
    """`أنه`, `لكنها`: a particle with the subject written onto it."""
    word = word.lstrip("وف")
    return any(word.startswith(p) and word[len(p) :] in _SUBJECTS for p in _PARTICLES)


def _weights() -> dict[str, list[float]]:
    return _read(CHOICE)


@cache
def _read(path: Path) -> dict[str, list[float]]:
    found: dict[str, list[float]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def agrees(verb: VerbGroup, phrase: NounPhrase, before: bool = False) -> bool:
    """Whether `phrase` can be the subject of `verb` by gender and number; where one of them is not known, it can.

    A verb before its subject is singular; plurals of things take the feminine singular (`أعلنت مصادر`, sources
    announced).
    """
    if verb.person == 1:
        return False
    if phrase.number == "s" and phrase.gender is not None and verb.gender is not None and verb.number == "s":
        return phrase.gender == verb.gender
    if phrase.number == "s" and verb.number == "p":
        return False
    return not (before and phrase.number == "s" and verb.number == "d")
