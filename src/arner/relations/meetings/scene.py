"""What the stages before left on the Doc, by token, as the rules of meetings read it."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import letters
from arner.layers import Entities, Mention, TimeExpression
from arner.syntax import syntax_of
from arner.syntax.words import COMMAS

_CAPITAL = fold("العاصمة")


class Scene:
    """Words, who stands where, sentence bounds, places and dates of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text  # spaCy makes it anew each time
        self.syntax = syntax_of(doc)
        self.words = self.syntax.words
        self.at = self.syntax.at
        self.within = self.syntax.within
        self.starts = [token.idx for token in doc]
        entities: Entities = doc._.entities
        self.names = entities.names()
        self.countries: dict[str, str] = _countries(entities)
        self.places: dict[int, Mention] = {}
        self.demonyms: dict[int, str] = {}
        for mention in doc._.mentions:
            i = self.token(mention.start)
            outer = self.token(mention.outer_start)
            if mention.kind == "demonym" and mention.country:
                self.demonyms[i] = mention.country
            elif mention.type in ("place", "country") and mention.kind in ("name", "metonym"):
                self.places.setdefault(outer, mention)
        for i in self.demonyms:  # السلطات التركية acts for a state and is nowhere
            for j in (i - 1, i - 2):
                if j in self.places and self.places[j].end > self.starts[i]:
                    del self.places[j]
        for i, code in self.demonyms.items():
            self._capital(i, code)
        self.dates: dict[int, TimeExpression] = {self.token(date.start): date for date in doc._.dates}
        self.sentence = [0] * len(doc)
        self.bounds: list[tuple[int, int]] = []
        for n, sent in enumerate(doc.sents):
            self.bounds.append((sent.start, sent.end))
            self.sentence[sent.start : sent.end] = [n] * (sent.end - sent.start)

    def _capital(self, i: int, code: str) -> None:
        """`في العاصمة الجزائرية`: a capital told by its state alone is a place, unless its name follows."""
        word = self.words[i - 1] if i else ""
        dropped = next((n for n in range(3) if word[n:] == _CAPITAL), None)
        named = i + 1 in self.places or (i + 2 in self.places and self.words[i + 1] not in COMMAS)  # … "موسكو"
        if dropped is None or named:
            return
        start, last = self.starts[i - 1] + letters(self.doc[i - 1].text, dropped), self.doc[i]
        end = last.idx + len(last.text)
        self.places[i - 1] = Mention(start, end, start, end, "place", "name", (), code)

    def token(self, char: int) -> int:
        """The token in which the character stands."""
        return max(0, bisect_right(self.starts, char) - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters of tokens `start` to `end`, without space and closing punctuation at the edges."""
        while start < end - 1 and not any(c.isalnum() for c in self.words[start]):
            start += 1
        while end - 1 > start and not any(c.isalnum() for c in self.words[end - 1]):
            end -= 1
        last = self.doc[end - 1]
        return self.doc[start].idx, last.idx + len(last.text)

    def proclitic(self, i: int, char: int) -> str:
        """The letters of token `i` before character `char`: `ل` of `لبوتين`."""
        return self.words[i][: max(0, char - self.starts[i])]

    def place(self, mention: Mention) -> dict[str, Any]:
        """`MeetingPlace` of a mention; a country is no name of a place but its code."""
        ref = mention.refs[0] if mention.refs else None
        if mention.type == "country" and mention.kind == "name":
            return {"ref": ref, "name": None, "country": mention.country}
        name = self.text[mention.start : mention.end]
        return {"ref": ref, "name": name, "country": mention.country}


def _countries(entities: Entities) -> dict[str, str]:
    """Of each person and organisation the state that it belongs to, where the article says it."""
    found = {o.id: o.country for o in entities.organizations if o.country}
    for person in entities.people:
        for role in person.roles:
            if role.country:
                found.setdefault(person.id, role.country)
    return found
