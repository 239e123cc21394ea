"""Definite descriptions: `المنظمة`, `الصحيفة`, `الوزير الإماراتي` mean whoever the article called so before.

What it called whom is read from offices, from the words before a name (`النائب سليم`, `صحيفة النهار`) and from the
first word of a body's name. Where two fit, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.mentions.offices.heads import portfolios
from arner.relations.reading import Reading
from arner.syntax import Party
from arner.syntax.words import COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS, THAT

_SAME = word_class("same")
_PEOPLE = word_class("generic_person") | word_class("gendered_office")
_CALLINGS = word_class("generic_person") - word_class("gendered_office")
_RECENT = 6  # sentences back among which the last of a kind is looked for
_LEAD = 60  # tokens of a headline and a lead, where somebody may be described who is named further on
_TITLE = 4  # words of a title before a name
_APPOSED = 14  # words of a description after a name and a comma
_DELEGATION = "وفد"
_ENDS = COMMAS | STOPS | THAT | RELATIVES | {":"}


@dataclass(frozen=True, slots=True)
class Called:
    """That an entity was called so: `head` without its article, the words after it, the state it is of."""

    ref: str
    at: int  # token
    head: str
    words: frozenset[str]
    country: str | None


class Descriptions:
    """What one article called whom, by the first word of the description."""

    def __init__(self, reading: Reading, heads: frozenset[str]) -> None:
        """`heads`: words, folded, that somebody may be called by."""
        self.reading = reading
        self.words = reading.words
        self._heads = heads
        self._by_head: dict[str, list[Called]] = {}
        for called in (*self._offices(), *self._before_names(), *self._after_names(), *self._bodies()):
            if called.head in heads:
                self._by_head.setdefault(called.head, []).append(called)

    def meant(self, start: int, end: int) -> str | None:
        """The id of whom the definite phrase of tokens `start:end` means; None where nobody or more than one fits."""
        head = _without_letters(self.words[start])
        definite = head.startswith("ال")
        of = [] if definite else self._genitives(start, end)  # «مدير الوكالة»
        state = None if definite else self._state_told(start, end)
        if not (definite or of or state) or len(head) < 3 + 2 * definite:
            return None
        named = self._by_head.get(_bare(head), [])
        known = [c for c in named if c.at < start]
        country = next((c for i in range(start, end) if (c := self.reading.demonyms.get(i))), None) or state
        if not known and start < _LEAD:
            return self._named_later(named, country or self._state(start, end))
        if of:
            known = [c for c in known if c.words.issuperset(of)]
        return self._only(self._fitting(known, start, end, country), start)

    def _genitives(self, start: int, end: int) -> list[str]:
        """What makes the noun at `start` definite, if anything: `مدير [الوكالة]`, `مساعد [وزير الخارجية]`."""
        found: list[str] = []
        for i, word in enumerate(self.words[start + 1 : end], start + 1):
            if i in self.reading.places and self.reading.places[i].is_state:
                return found  # زعيم [كوريا الشمالية]
            if word in PREPOSITIONS or (word[0] in "بل" and len(word) > 3):
                break
            found.append(_bare(word))
            if word.startswith("ال"):
                return found
        return []

    def _state_told(self, start: int, end: int) -> str | None:
        """The state in the construct after the noun at `start`: `زعيم [كوريا الشمالية]`."""
        states = (self.reading.places.get(i) for i in range(start + 1, end))
        return next((place.country for place in states if place is not None and place.is_state), None)

    def _fitting(self, known: list[Called], start: int, end: int, country: str | None) -> list[Called]:
        """Those of `known` whom the words after the first, and the state, fit.

        `الوفد الحكومي اليمني` (the Yemeni government's delegation) is not `وفد الحوثيين`, which is of Yemen too.
        """
        rest = [w for w in self.words[start + 1 : end] if w not in _SAME and w not in OPENERS]
        if country is not None:
            stems = set(map(_bare, rest))
            known = [
                c
                for c in known
                if c.country == country
                or (c.country is None and (c.words & stems or _is_bare_body(c)))
                or self._of_no_state(c)
            ]
            if (
                others := {_bare(self.words[i]) for i in range(start + 1, end) if i not in self.reading.demonyms}
                & stems
            ):
                known = [c for c in known if c.head != _DELEGATION or c.words & others]
        elif rest and not any(c.words & set(map(_bare, rest)) for c in known):
            return []  # «المسؤول عن الملف»: somebody else
        if rest and country is None:
            known = [c for c in known if c.words & set(map(_bare, rest))]
        return known

    def _of_no_state(self, called: Called) -> bool:
        """`المدرب [سليم]`, whose state nothing tells: `المدرب الأردني` may be he; an office is of a state."""
        state = called.country or self.reading.states.get(called.ref)
        return called.head in _CALLINGS and not called.words and state is None

    def _named_later(self, named: list[Called], country: str | None) -> str | None:
        """`قال سفير الأردن إن …` in the lead: the only one whom the article calls so, with the name, further on."""
        refs = {c.ref for c in named}
        fits = country is not None and any(c.country in (country, None) for c in named)
        return refs.pop() if len(refs) == 1 and fits else None

    def _state(self, start: int, end: int) -> str | None:
        return next((p.country for p in self.reading.syntax.between(start, end) if p.country), None)

    def _only(self, known: list[Called], start: int) -> str | None:
        """The one that all of `known` are, or that those of the last sentences are."""
        if len({c.ref for c in known}) < 2:
            return known[0].ref if known else None
        first = start
        for _ in range(_RECENT):
            first = self.reading.syntax.sentence[max(0, first - 1)][0]
        refs = {p.refs[0] for p in self.reading.syntax.between(first, start) if len(p.refs) == 1}
        recent = {c.ref for c in known if c.ref in refs}
        return recent.pop() if len(recent) == 1 else None

    def _offices(self) -> Iterator[Called]:
        """`وزير الخارجية` of a person: the minister."""
        for person in self.reading.doc._.entities.people:
            for role in person.roles:
                words = fold(role.title).split()
                if words:
                    at = self.reading.token(role.evidence.start)
                    yield Called(person.id, at, _bare(words[0]), frozenset(map(_bare, words[1:])), role.country)

    def _before_names(self) -> Iterator[Called]:
        """`النائب [سليم]`, `الوسيط المشترك [سليم]`, `صحيفة [النهار]`: definite words, or the one before a body."""
        for party in self.reading.syntax.parties:
            if len(party.refs) != 1 or party.type not in ("person", "organization"):
                continue
            k = party.start
            while k > 0 and self.words[k - 1] in OPENERS:
                k -= 1
            if party.type == "organization":
                before = self.words[k - 1] if k else ""
                if before.isalpha() and not before.startswith("ال") and before not in _PEOPLE:
                    yield Called(party.refs[0], party.start, _stem(self.words[k - 1]), frozenset(), party.country)
                continue
            yield from self._titles(party, k)

    def _titles(self, party: Party, k: int) -> Iterator[Called]:
        for i in range(party.start + 1, party.end - 1):  # «قائد القوات، [الجنرال] سليم»
            if self.words[i - 1] in COMMAS and self.words[i].startswith("ال"):
                yield Called(party.refs[0], i, _bare(self.words[i]), frozenset(), party.country)
        first = k
        while first > 0 and first > k - _TITLE and self.words[first - 1].removeprefix("و").startswith("ال"):
            first -= 1
        inner = self.words[party.start]
        if first < k:
            words = [_stem(w) for w in self.words[first:k]]
            country = next((c for i in range(first, k) if (c := self.reading.demonyms.get(i))), None)
            yield Called(party.refs[0], party.start, words[0], frozenset(words[1:]), country)
        elif inner.startswith("ال") and party.end - party.start > 1:
            country = next((c for i in range(party.start, party.end) if (c := self.reading.demonyms.get(i))), None)
            words = [_stem(w) for w in self.words[party.start : party.end]]
            yield Called(party.refs[0], party.start, words[0], frozenset(words[1:]), country)

    def _after_names(self) -> Iterator[Called]:
        """`سليم، [الناشط الحقوقي]`, `سليم، [محلل بالمركز الوطني]`: between commas; nobody else is named there."""
        for party in self.reading.syntax.parties:
            if party.type != "person" or len(party.refs) != 1 or self.words[party.end : party.end + 1] == []:
                continue
            first = party.end + 1
            if (
                self.words[party.end] not in COMMAS
                or first >= len(self.words)
                or _bare(self.words[first]) not in self._heads
            ):
                continue
            end = min(self.reading.syntax.sentence[party.start][1], first + _APPOSED)
            end = next((k for k in range(first, end) if self.words[k] in _ENDS), end)
            between = self.reading.syntax.between(first, end)
            if all(other.type != "person" or not other.refs for other in between):
                country = next((c for i in range(first, end) if (c := self.reading.demonyms.get(i))), None)
                words = [_stem(w) for w in self.words[first:end]]
                yield Called(party.refs[0], first, words[0], frozenset(words[1:]), country)

    def _bodies(self) -> Iterator[Called]:
        """`منظمة الصحة العالمية`: the organisation."""
        names = {o.id: (o.name, *o.aliases) for o in self.reading.doc._.entities.organizations}
        for party in self.reading.syntax.parties:
            for name in names.get(party.refs[0], ()) if len(party.refs) == 1 else ():
                words = fold(name).split()
                if len(words) > 1:
                    yield Called(party.refs[0], party.start, _bare(words[0]), frozenset(map(_bare, words[1:])), None)
                if 0 < len(words) <= 2 and words[0] in portfolios():  # الخارجية الأردنية: the ministry; no الحرس الثوري
                    yield Called(party.refs[0], party.start, "وزاره", frozenset(map(_bare, words)), None)


def _without_letters(word: str) -> str:
    """A noun without the particles written before its article: `بالوزير`, `للوزير`."""
    word = word.removeprefix("و").removeprefix("ف")
    return word[1:] if word.startswith("بال") else "ال" + word[2:] if word.startswith("لل") else word


def _is_bare_body(called: Called) -> bool:
    """`صحيفة [النهار]`, of no state that the text tells: `الصحيفة الأردنية` may be that."""
    return called.ref.startswith("o") and not called.words


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def _stem(word: str) -> str:
    """`والنائب`, `لصحيفة` → `نايب`, `صحيفه`."""
    word = word.removeprefix("و") if word.startswith("وال") else word
    return _bare("ال" + word[2:] if word.startswith("لل") else word)
