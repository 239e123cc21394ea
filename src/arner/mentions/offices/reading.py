"""The state of one phrase while it is read from left to right: where it stands, what it said, what may follow."""

from __future__ import annotations

from arner.arabic.orthography import clean, fold
from arner.arabic.particles import letters, readings
from arner.layers import CountryHow
from arner.lexicon import word_class
from arner.mentions.offices.heads import Head, honorifics
from arner.mentions.offices.text import OfficeText
from arner.records import CountrySource

# Definite words that end like adjectives or nouns of a title and are none.
NEVER = word_class("no_word_of_title")
APART = word_class("apart_from_title")
_PLURAL = tuple(sorted(word_class("person_plural")))


class Phrase:
    """One phrase, read from left to right: `at` is the next token."""

    def __init__(self, text: OfficeText, start: int, dropped: int, word: str, end: int, head: Head) -> None:
        self.text = text
        self.start, self.dropped, self.head = start, dropped, head
        self.at = end
        self.title = [written(text.tokens.texts[start], dropped, word)]
        self.title += text.shown(start + 1, end)
        self.takes, self.after = head.takes, head.after
        self.open = not head.definite and head.kind in ("office", "dual")  # a genitive may follow
        self.definite = head.definite
        self.genders = {head.gender or "m"}
        self.countries: list[str] = [head.country] if head.country else []
        self.country_from: CountrySource | None = None
        self.organization: list[str] = []
        self.settled = False  # the last noun has its country: what follows is no adjective of a field
        self.in_body = False  # what is read belongs to the organisation's name
        self.bodied = False
        self.owned = head.owned
        self.former = False
        self.complement = self.governed = self.described = False
        self.speaks_for = False  # another office: المتحدث باسم رئيس الوزراء
        self.served = -1  # where a bare title ends whose holder is served: مستشار [الرئيس]
        self.adjoined = -1  # the same, behind its country's adjective
        self.loose = False  # an indefinite head whose complement a preposition governs: متحدث باسم الجيش
        self.preposition = ""
        self.bare_title: list[str] = []  # the title without the body that a preposition governs
        self.bare_at = -1  # where that body ends

    def goes_on(self, at: int | None = None) -> bool:
        at = self.at if at is None else at
        tokens = self.text.tokens
        inside = at < len(tokens) and not tokens.begins[at] and at not in self.text.people
        return inside and not tokens.texts[at].isspace()

    def take(self, end: int, keep: bool = True, first: str | None = None) -> None:
        taken = self.text.shown(self.at, end)
        if first is not None and taken:
            taken[0] = first
        if keep:
            self.title += taken
        if self.in_body:
            if first is not None and not self.organization:
                taken[0] = written(self.text.tokens.texts[self.at], 1, readings(fold(first))[-1][0])
            self.organization += taken
        self.at = end

    def close(self, end: int, first: str | None) -> None:
        self.take(end, first=first)
        self.open, self.definite, self.complement = False, True, True

    def match(self, table: dict[str, tuple[tuple[str, ...], ...]], word: str, at: int) -> int:
        """How many tokens at `at` a phrase of `table` takes, its first word read as `word`."""
        for phrase in table.get(word, ()):
            if (word, *self.text.norms[at + 1 : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def take_joined(self, how: CountryHow) -> None:
        """The states that «and» joins to one: `الروسي [والتركي]`, `روسيا [وإيران]`."""
        while self.goes_on() and self.text.norms[self.at][:1] == "و":
            joined = self.text.inner.get(self.at)
            if not joined or joined[2] != how:
                break
            self.take(joined[0], keep=False)
            self.countries.append(joined[1])

    def before_person(self, at: int) -> bool:
        """Whether a name, or an honorific before one, stands at token `at`."""
        return at in self.text.people or (at < len(self.text.norms) and self.text.norms[at] in honorifics())

    def agrees(self, word: str) -> bool:
        feminine = word.endswith(("ه", "ات"))
        human_plural = word.endswith(_PLURAL)
        return not human_plural and ("f" if feminine else "m") in self.genders


def written(text: str, dropped: int, word: str) -> str:
    """A word as it is shown without its particles, the article of `لل` put back."""
    core = clean(text[letters(text, dropped) :])
    return "ا" + core if word.startswith("ال") and not fold(core).startswith("ال") else core
