"""Noun phrases that can act: who speaks, who takes part.

A `Party` is an outermost mention (`الرئيس الروسي فلاديمير بوتين`, `موسكو`, `مسؤول أمريكي`) as tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc

from arner.arabic.word import Word
from arner.lexicon import word_class
from arner.syntax.clauses import Clauses, Slot, agrees
from arner.syntax.links import is_link
from arner.syntax.phrases import NounPhrase, Phrases
from arner.syntax.tagged import tagged_of
from arner.syntax.verbs import acting_verb
from arner.syntax.words import COMMAS, OPENERS, PREPOSITIONS
from arner.tokens import tokens_of

_ABBREVIATED = word_class("title_abbreviation")
# «بهذه [المنظمة]»; «ومقره [لندن]»: where a body sits
_GOVERNING = PREPOSITIONS | word_class("seat_of_body") | word_class("governed_this")


@dataclass(frozen=True, slots=True)
class Party:
    """`start`, `end`: token indices of the Doc, end exclusive; `refs` ids of entities (two for a dual)."""

    start: int
    end: int
    refs: tuple[str, ...]
    name: str
    type: str
    kind: str
    country: str | None
    char_start: int
    char_end: int


def parties(doc: Doc) -> list[Party]:
    """The outermost mentions of `doc._.mentions` in their order.

    Adjectives of a country that stand alone (`القوات [الروسية]`, the Russian forces) are none; the
    people of a country (`الروس`, the Russians) are. Callers look at `type` to see whether a place can act for them.
    """
    tokens = tokens_of(doc)
    starts, text = tokens.starts, tokens.text
    found: list[Party] = []
    last = -1
    for m in sorted(doc._.mentions, key=lambda m: (m.outer_start, -m.outer_end)):
        if (
            found
            and m.kind != "demonym"
            and (found[-1].char_start, found[-1].char_end, found[-1].type)
            == (
                m.outer_start,
                m.outer_end,
                m.type,
            )
        ):
            found[-1] = replace(found[-1], refs=(*found[-1].refs, *m.refs))  # الكوريتان, the two Koreas
            continue
        if m.outer_start < last or m.outer_end <= m.outer_start or not starts:
            continue
        start = max(0, bisect_right(starts, m.outer_start) - 1)
        if m.kind == "demonym" and not _stands_alone(tokens.norms, start):
            continue
        last = m.outer_end
        end = max(start + 1, bisect_right(starts, m.outer_end - 1))
        name = text[m.start : m.end] if m.refs else text[m.outer_start : m.outer_end]
        found.append(Party(start, end, m.refs, name, m.type, m.kind, m.country, m.outer_start, m.outer_end))
    return found


def _stands_alone(words: list[str], i: int) -> bool:
    """Whether the adjective at `i` is a noun phrase by itself: a plural of people (`الأميركيون`, `الروس`)."""
    return words[i].endswith(("يون", "يين")) and (i == 0 or not words[i - 1].startswith("ال"))


class Syntax:
    """The words of a Doc with the parties among them; made once for all rules that read the Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.made_from = doc._.mentions
        self.tagged = tagged_of(doc)
        self.tokens = self.tagged.tokens
        self.text = self.tokens.text
        self.words = self.tagged.words
        self.parties = parties(doc)
        self._party_starts = [p.start for p in self.parties]
        self.at = {p.start: p for p in self.parties}
        self.within = {i: p for p in self.parties for i in range(p.start, p.end)}
        self.sentence = self.tagged.sentence
        self.dated: dict[int, int] = {}  # token where a date begins → token after it
        starts = self.tokens.starts
        for date in doc._.dates:
            self.dated[bisect_right(starts, date.start) - 1] = bisect_right(starts, date.end - 1)
        self._group_of: dict[int, tuple[Party, ...]] = {}
        for party in self.parties:
            if party.start not in self._group_of:
                group, apart = coordinated(self, party)
                self._group_of.update(dict.fromkeys((member.start for member in group), tuple(group)))
                self._group_of.update((other.start, (other,)) for other in apart)

    @cached_property
    def telling(self) -> list[tuple[int, int]]:
        """The sentences that are no links to other articles."""
        return [bounds for bounds in self.tagged.sentences if not is_link(self.words, *bounds)]

    @cached_property
    def phrases(self) -> Phrases:
        """The noun phrases, also of nobody known."""
        return Phrases(self.tagged)

    @cached_property
    def clauses(self) -> Clauses:
        """The verbs with their subjects and objects."""
        return Clauses(self.tagged, self.phrases)

    def word(self, i: int) -> Word:
        """Token `i`, cut as its sentence has it."""
        return self.tagged.word(i)

    def is_verb(self, i: int) -> bool:
        """Whether token `i` is a finite verb."""
        return self.tagged.is_verb(i)

    def acts_at(self, i: int) -> bool:
        """Whether token `i` is a finite verb, also one of acting that the tagger has taken for a noun."""
        return self.tagged.is_verb(i) or acting_verb(self.words[i]) is not None

    def phrase_at(self, i: int) -> NounPhrase | None:
        """The noun phrase that token `i` belongs to."""
        return self.phrases.at(i)

    def subject_slot(self, i: int) -> Slot:
        """What stands in the subject's place of the verb at token `i`; `empty` where nothing does."""
        return self.clauses.subject(i)

    def object_slot(self, i: int) -> Slot:
        """What stands in the place of its direct object."""
        return self.clauses.object(i)

    def apposed(self, phrase: NounPhrase) -> NounPhrase | None:
        """What stands in apposition after `phrase`: `رئيس الوزراء، [سليم عمر]،`."""
        return self.phrases.apposed(phrase)

    def party_in(self, phrase: NounPhrase) -> Party | None:
        """The party that `phrase` is, or that its head belongs to; not one in its genitive."""
        party = self.within.get(phrase.head)
        return party or self.at.get(phrase.start)

    def agrees(self, verb: int, phrase: NounPhrase) -> bool:
        """Whether `phrase` can be the subject of the verb at token `verb` by gender and number."""
        group = self.clauses.verbs.get(verb)
        return group is None or agrees(group, phrase, before=phrase.end <= verb)

    def between(self, start: int, end: int) -> list[Party]:
        """The parties that begin at token `start` or after it, before `end`."""
        return self.parties[bisect_left(self._party_starts, start) : bisect_left(self._party_starts, end)]

    def group(self, party: Party) -> tuple[Party, ...]:
        """All that `party` is joined with: `شي وبوتين` (Xi and Putin) from either of them."""
        return self._group_of.get(party.start, (party,))

    def proclitic(self, party: Party) -> str:
        """Letters written onto a party: `ل` of `لبوتين`."""
        return self.words[party.start][: max(0, party.char_start - self.tokens.starts[party.start])]

    def oblique(self, party: Party) -> bool:
        """Whether a preposition governs `party`: `مع بوتين`, `لبوتين`."""
        letters = self.proclitic(party)
        if letters.lstrip("وف"):
            return True
        i = party.start - 1
        while i >= 0 and (self.words[i] in OPENERS or self.words[i] == "#"):
            i -= 1
        opens = i == self.sentence[party.start][0] or (i > 0 and self.words[i - 1] in COMMAS)
        if i >= 0 and self.words[i] == "عبر" and opens:
            return False  # the verb: «عبر سليم عن أسفه»
        return not letters and i >= 0 and self.words[i] in _GOVERNING

    def can_act(self, party: Party) -> bool:
        first = self.group(party)[0]  # «بين المملكة وروسيا»: both are governed
        return party.type != "place" and not self.oblique(party) and (first is party or not self.oblique(first))


_last: list[Syntax] = []  # the stages run over one Doc after the other


def syntax_of(doc: Doc) -> Syntax:
    """The `Syntax` of `doc`: made once for the stages that follow each other, never part of the Doc itself."""
    for made in _last:
        if made.doc is doc and made.made_from is doc._.mentions:
            return made
    made = Syntax(doc)
    _last[:] = [made]
    return made


def coordinated(syntax: Syntax, first: Party) -> tuple[list[Party], list[Party]]:
    """`first` and those joined to its right by و and commas: `روسيا وإيران وتركيا`, `روسيا، الصين والهند`.

    A comma alone joins only when a و follows later in the list: whoever stands after the last و is given apart, so that
    a long list is walked along once and not from each of its members.
    """
    words, found, waiting = syntax.words, [first], [first]
    j = first.end
    while j < len(words):
        j = after_brackets(words, j)
        comma = j < len(words) and words[j] == "،"
        j += comma
        joined = j < len(words) and words[j] == "و"
        j += joined
        party = syntax.at.get(j)
        if party is None:
            break
        letters = syntax.proclitic(party)
        joined = joined or letters == "و"
        if comma and not joined and waiting[-1].type == "person" and party.type == "described":
            break  # سليم عمر، الأمين العام والرئيس التنفيذي: what he is
        if (letters and letters != "و") or not (comma or joined):
            break
        waiting.append(party)
        if joined:
            found += waiting[len(found) :]
        j = party.end
    return found, waiting[len(found) :]


def after_title(words: list[str], i: int) -> int:
    """`i`, or after the abbreviated titles that open there: `أ.د. سليم عمر`, `م/ سلمى`."""
    while i + 2 < len(words) and words[i] in _ABBREVIATED and words[i + 1] in (".", "/"):
        i += 2
    return i


def after_brackets(words: list[str], i: int) -> int:
    """`i`, or after the brackets that open there: `بوتين (65 عاما)`."""
    if i < len(words) and words[i] == "(":
        for j in range(i + 1, min(i + 12, len(words))):
            if words[j] == ")":
                return j + 1
    return i
