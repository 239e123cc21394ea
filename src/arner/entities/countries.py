"""Which words for a country mean the state where they stand, and the governments that act for a state."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import letters, readings
from arner.layers import Country, CountryHow, CountryMention, Mention, NameMention, OfficeMention
from arner.lexicon import word_class
from arner.mentions.countries import country_names
from arner.records import MentionKind
from arner.tokens import tokens_of

_KINDS: dict[CountryHow, MentionKind] = {
    "name": "name",
    "demonym": "demonym",
    "capital": "metonym",
    "seat": "metonym",
}
_GOVERNMENT = word_class("government")
_EACH = word_class("each")
_WHERE = word_class("where")
_GOING = word_class("going")


@dataclass(frozen=True, slots=True)
class State:
    """A word that means a state where it stands, in characters; `token`: the token that it begins in."""

    start: int
    end: int
    code: str
    kind: MentionKind
    token: int

    def mention(self) -> Mention:
        """The state as a mention of the article."""
        ref = f"country:{self.code}"
        return Mention(self.start, self.end, self.start, self.end, "country", self.kind, (ref,), self.code)


@dataclass(frozen=True, slots=True)
class States:
    """The words of one article that mean a state, in text order, and how often each state (ISO code) is meant."""

    words: tuple[State, ...]
    counts: Counter[str]

    def before(self, char: int) -> tuple[State, ...]:
        """Those that begin before the character `char`."""
        return self.words[: self._at(char)]

    def last_before(self, char: int) -> State | None:
        """The last one that begins before the character `char`."""
        at = self._at(char)
        return self.words[at - 1] if at else None

    def within(self, start: int, end: int) -> tuple[State, ...]:
        """Those that begin within characters `start` to `end`."""
        return self.words[self._at(start) : self._at(end)]

    def is_named(self, name: NameMention) -> bool:
        """Whether a place's name is a state's, with a particle (`لإسرائيل`) or without its first word (`دولة قطر`)."""
        state = self.last_before(name.start + 3)
        return state is not None and state.end >= name.end and state.kind != "demonym"

    def _at(self, char: int) -> int:
        return bisect_left(self.words, char, key=lambda state: state.start)


def states_of(
    doc: Doc, words: Sequence[CountryMention], names: Sequence[NameMention], offices: Sequence[OfficeMention]
) -> States:
    """The states that `words` mean: not within names of people, nor names of states within names of bodies."""
    found: list[State] = []
    people = sorted((n.start, n.end) for n in names if n.type == "person")
    bodies = sorted((n.start, n.end) for n in names if n.type == "organization")
    actors = {i for n in names if n.type == "person" for i in range(n.first_token, n.end_token)}
    actors |= {i for o in offices for i in range(o.first_token, o.end_token)}
    for word in words:
        first = token_at(doc, word.start)
        if is_inside(word, people) or (word.how != "demonym" and is_inside(word, bodies)):
            continue
        if word.how == "capital":
            particle = fold(doc[first].text)[: max(0, word.start - doc[first].idx)]
            if is_only_a_place(doc, first, particle, actors):
                continue
        found.append(State(word.start, word.end, word.code, _KINDS[word.how], first))
    return States(tuple(found), Counter(state.code for state in found))


def is_only_a_place(doc: Doc, token: int, particle: str, people: Set[int] = frozenset()) -> bool:
    """Whether the capital in `token` (after the proclitic letters `particle`) is a place and no actor.

    `people`: the tokens of names and offices of people, who may stand between a verb and the place they go to:
    `زار بوتفليقة باريس` (Bouteflika visited Paris).

    >>> # «في باريس» (in Paris), «الغوطة قرب دمشق» (near Damascus), «بيروت - » at the head of a report
    """
    letters = particle.lstrip("وف")
    if letters == "ب":
        return True
    before = doc[token - 1].norm_ if token else ""
    if letters == "ل":
        return before in _WHERE
    if before in ("_", "#", '"', "«", "“", "("):
        before = doc[token - 2].norm_ if token > 1 else ""
    if before.lstrip("وف") in _WHERE or before in _WHERE:
        return before != "من" or not _follows_source(doc, token)
    after = doc[token + 1].norm_ if token + 1 < len(doc) else ""
    if not doc[token].is_sent_start and _calls(before, after):
        return True
    back = token - 1
    while back in people and not doc[back].is_sent_start:
        back -= 1
    if back < token - 1 and doc[back].norm_.lstrip("وف") in _GOING:
        return True
    return bool(doc[token].is_sent_start) and after in ("-", "–", ":", "—", "(", "/")


def _calls(before: str, after: str) -> bool:
    """Whether the noun before a city is called by it: `منطقة الرياض`, `محادثات فيينا`, not `محادثات موسكو وواشنطن`."""
    nouns = word_class("unit_of_place")
    if not after.startswith("و"):
        nouns |= word_class("called_by_place")
    return any(word in nouns for word, _ in readings(before))


def _follows_source(doc: Doc, token: int) -> bool:
    """`من موسكو وواشنطن`: «each of», not «from»."""
    return token > 1 and doc[token - 2].norm_ in _EACH


def governments(doc: Doc, states: States) -> list[Mention]:
    """`الحكومة السورية`, `سلطات تركيا`: the government speaks and acts for the state."""
    found: list[Mention] = []
    for state in states.words:
        before = state.token - 1
        if before < 0 or state.start != doc[state.token].idx or doc[state.token].is_sent_start:
            continue
        for word, dropped in readings(doc[before].norm_):
            if word in _GOVERNMENT:
                start = doc[before].idx + letters(doc[before].text, dropped)
                found.append(replace(state, start=start, kind="metonym").mention())
                break
    return found


def country(code: str) -> Country:
    """The entity of the state with an ISO code."""
    arabic, english = country_names(code)
    return Country(f"country:{code}", code, arabic, english)


def token_at(doc: Doc, char: int) -> int:
    """The index of the token that the character `char` stands in or after."""
    return tokens_of(doc).at(char)


def is_inside(mention: CountryMention | NameMention, spans: list[tuple[int, int]]) -> bool:
    """Whether a mention lies within one of `spans`, which are in order and do not overlap; all in characters."""
    at = bisect_right(spans, mention.start, key=lambda span: span[0]) - 1
    return at >= 0 and spans[at][0] <= mention.start and mention.end <= spans[at][1]
