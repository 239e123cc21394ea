"""A Doc as rules read it: its words, and who, where and when stands among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.layers import ArticleFacts, Entities, OfficeMention, Role
from arner.lexicon import cached, load, word_class
from arner.relations.rule import Filled, Refs
from arner.syntax import Party, syntax_of

CLAUSE = word_class("clause_bound")
_STOPS = frozenset({".", "؛", "؟", "!", ":", "…", "..", "...", ";", "?"})


@dataclass(frozen=True, slots=True)
class PlaceAt:
    """A place or state in the text. `start`, `end`: tokens; `char_start`, `char_end`: characters of its name alone."""

    start: int
    end: int
    char_start: int
    char_end: int
    ref: str | None
    country: str | None
    is_state: bool


@dataclass(frozen=True, slots=True)
class DateAt:
    """A time expression. `start`, `end`: tokens; `first`, `last`: ISO days."""

    start: int
    end: int
    text: str
    first: str | None
    last: str | None
    granularity: str | None
    points: int = 0
    """-1 where its own words point back, 1 where they point ahead; see `TimeExpression`."""
    kind: str = ""


class Reading:
    """The words of a Doc, who and what stands among them; made once for all relations that read it."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.syntax = syntax_of(doc)
        self.text = self.syntax.text
        self.words = self.syntax.words
        self.starts = self.syntax.tokens.starts
        self.ends = self.syntax.tokens.ends
        article: ArticleFacts = doc._.article
        self.published = article.today
        self.title_end = article.title_end  # characters
        entities: Entities = doc._.entities
        self.names = entities.names()
        self.people = entities.people
        self.states: dict[str, str] = _states(entities)
        for party in self.syntax.parties:  # whoever is only described: «نظيره الإسباني»
            if not party.refs and party.country:
                self.states.setdefault(party.name, party.country)
        self.demonyms: dict[int, str] = {}
        self.places: dict[int, PlaceAt] = {}
        for m in doc._.mentions:
            start, end = self.token(m.outer_start), self.token(m.outer_end - 1) + 1
            ref = m.refs[0] if m.refs else None
            if m.kind == "demonym" and m.country:
                self.demonyms[self.token(m.start)] = m.country
            elif m.type in ("place", "country") and m.kind in ("name", "metonym"):
                state = m.type == "country" and m.kind == "name"
                place = PlaceAt(start, end, m.start, m.end, ref, m.country, state)
                self.places.setdefault(start, place)
        self.offices: tuple[OfficeMention, ...] = tuple(doc._.offices)
        self.roles: dict[str, Role] = {p.id: p.roles[0] for p in entities.people if p.roles}
        self.filled: dict[str, Filled] = {}
        self.dates: dict[int, DateAt] = {}
        self.dated_from: object = doc._.dates
        for d in doc._.dates:
            start, end = self.token(d.start), self.token(d.end - 1) + 1
            text = self.text[d.start : d.end]
            self.dates[start] = DateAt(start, end, text, d.first_day, d.last_day, d.granularity, d.points, d.kind)

    def token(self, char: int) -> int:
        """The token in which the character stands."""
        return max(0, bisect_right(self.starts, char) - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters of tokens `start` to `end`, without space and signs at the edges."""
        while start < end - 1 and not any(c.isalnum() for c in self.words[start]):
            start += 1
        while end - 1 > start and not any(c.isalnum() for c in self.words[end - 1]):
            end -= 1
        return self.starts[start], self.ends[end - 1]

    def words_at(self, start: int, end: int) -> str:
        a, b = self.span(start, end)
        return self.text[a:b]

    def clause(self, i: int) -> tuple[int, int]:
        """The tokens of the clause around token `i`: from «that» or a stop to the next."""
        first, last = self.syntax.sentence[i]
        left, right = bisect_left(self._stops, i), bisect_left(self._stops, i + 1)
        return (
            max(first, self._stops[left - 1] + 1) if left else first,
            min(last, self._stops[right]) if right < len(self._stops) else last,
        )

    @cached_property
    def _stops(self) -> list[int]:
        """The tokens at which a clause begins or ends."""
        return [i for i in range(len(self.words)) if self._bounds(i)]

    def _bounds(self, i: int) -> bool:
        word = self.words[i]
        return word in _STOPS or word in CLAUSE or (word[0] in "وف" and word[1:] in CLAUSE)

    def refs(self, parties: Sequence[Party]) -> Refs:
        """Ids and names of parties; who is only described by the words of the text."""
        found: list[tuple[str | None, str]] = []
        for described in parties:
            party = self._body_of(described)
            found += [(ref, self.names.get(ref, party.name)) for ref in party.refs] or [(None, party.name)]
        return tuple(dict.fromkeys(found))

    def _body_of(self, party: Party) -> Party:
        """The body for which people that are only described act: `وزراء خارجية [مجموعة السبع]`."""
        body = self.syntax.at.get(party.end)
        act = body is not None and body.type == "organization" and not self.syntax.proclitic(body)
        return body if body is not None and act and not party.refs else party

    def state(self, code: str) -> tuple[str, str]:
        """Id and name of a state, also of one that the article names only in an office."""
        ref = f"country:{code}"
        return ref, self.names.get(ref, code)


def reading_of(doc: Doc) -> Reading:
    """The `Reading` of `doc`, made once for the relations that follow each other."""
    for made in _last:
        if made.syntax is syntax_of(doc) and made.dated_from is doc._.dates:
            return made
    made = Reading(doc)
    _last[:] = [made]
    return made


_last: list[Reading] = []


def _states(entities: Entities) -> dict[str, str]:
    """Of each person and body by id the state that it belongs to, where the article says it."""
    found = {o.id: o.country for o in entities.organizations if o.country}
    for person in entities.people:
        for role in person.roles:
            if role.country:
                found.setdefault(person.id, role.country)
    return found


@cached
def folded(name: str) -> frozenset[str]:
    """The words of a list of `frames.toml`'s table `words`, folded."""
    return frozenset(fold(word) for word in load("frames").get("words", {}).get(name, ()))
