"""What the stages before left on the Doc, by token, as the steps of meetings read it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import letters
from arner.genre import Genre
from arner.layers import Entities, Mention
from arner.lexicon import cached, word_class
from arner.lexicon.known import known_bodies
from arner.mentions.countries import is_place
from arner.relations.descriptions import Descriptions
from arner.relations.meetings.vocabulary import plain, vocabulary
from arner.relations.reading import Reading
from arner.relations.reference import Genders
from arner.relations.statements.reporting import speaker_heads
from arner.syntax import Party
from arner.syntax.quotations import quotations
from arner.syntax.words import COMMAS, OPENERS

_CAPITAL = fold("العاصمة")
_STATE_NOUN = word_class("state_noun")
_PART_OF = {"SS": ("2011-07-09", "SD")}
"""Young states: until when, and of which other state they were a part."""
AROUND = 8  # statements that stand in one another
_CITY_STATES = frozenset({"SG", "MC", "VA"})


@cached
def _platforms() -> frozenset[str]:
    """The ids of known sites on which people write."""
    return frozenset(row.id for row in known_bodies() if row.kind == "platform")


@cached
def _media() -> frozenset[str]:
    """The ids of known newspapers, channels and agencies."""
    return frozenset(row.id for row in known_bodies() if row.kind in ("media", "news_agency"))


@cached
def _international() -> frozenset[str]:
    """The ids of known bodies of states."""
    return frozenset(r.id for r in known_bodies() if r.kind in ("international", "alliance") and r.country is None)


def _only_adjective(char: int, reading: Reading) -> bool:
    """Whether the place that begins at character `char` is only the adjective of a state after «capital»."""
    i = reading.token(char)
    return i > 0 and reading.words[i].endswith("يه") and reading.words[i - 1].endswith(_CAPITAL[1:])


@dataclass(frozen=True, slots=True)
class Place:
    """Where an encounter is held, as `MeetingPlace` of `records.py` has it."""

    ref: str | None
    name: str | None
    country: str | None


class MeetingReading(Reading):
    """Beside what every relation reads: where each sentence ends, and the places at which people can meet.

    `sites`: places and states by the token where their phrase begins; a state whose adjective acts for it is none.
    """

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self.at = self.syntax.at
        self.within = self.syntax.within
        self.vocabulary = vocabulary()
        self.genders = Genders(self.syntax)
        self.sites = self._sites(doc)
        self.sentence = [0] * len(doc)
        self.bounds = self.syntax.tagged.sentences
        for n, (start, end) in enumerate(self.bounds):
            self.sentence[start:end] = [n] * (end - start)

    def _sites(self, doc: Doc) -> dict[int, Mention]:
        places: dict[int, Mention] = {}
        for mention in doc._.mentions:
            if mention.type == "place" and _only_adjective(mention.start, self):
                continue  # العاصمة الكورية الشمالية بيونغ يانغ
            if mention.type in ("place", "country") and mention.kind in ("name", "metonym"):
                places.setdefault(self.token(mention.outer_start), mention)
        for i in self.demonyms:  # السلطات التركية acts for a state and is nowhere
            for j in (i - 1, i - 2):
                if j in places and places[j].end > self.starts[i] and not self._is_state(j):
                    del places[j]
        for i, code in self.demonyms.items():
            if capital := self._capital(i, code, places):
                places[i - 1] = capital
        return places

    def _is_state(self, i: int) -> bool:
        """Whether a noun for a state stands at token `i`: `للمملكة المغربية`."""
        word = self.words[i].lstrip("وفب")
        return word in _STATE_NOUN or (word.startswith("لل") and "ال" + word[2:] in _STATE_NOUN)

    def _capital(self, i: int, code: str, places: Mapping[int, Mention]) -> Mention | None:
        """`في العاصمة الجزائرية`: a capital told by its state alone is a place, unless its name follows."""
        word = self.words[i - 1] if i else ""
        dropped = next((n for n in range(3) if word[n:] == _CAPITAL or "ا" + word[n:] == _CAPITAL), None)
        further = places.get(i + 2)
        beside = further is not None and (self.words[i + 1] not in COMMAS or further.country == code)  # …، "موسكو"
        named = beside or i + 1 in places
        if dropped is None or named:
            return None
        start, last = self.starts[i - 1] + letters(self.doc[i - 1].text, dropped), self.doc[i]
        end = last.idx + len(last.text)
        return Mention(start, end, start, end, "place", "name", (), code)

    def after_capital(self, i: int) -> bool:
        """Whether a comma at `i` parts a capital from its name: `العاصمة التركية، أنقرة`."""
        return self.words[i] in COMMAS and i - 1 in self.demonyms and self.words[i - 2].endswith(_CAPITAL[1:])

    def is_(self, i: int, listed: Container[str]) -> bool:
        """Whether word `i`, with or without و before it, is in `listed`."""
        return self.words[i] in listed or plain(self.words[i]) in listed

    @cached_property
    def genre(self) -> Genre:
        """What the article is about."""
        return Genre(self.words)

    @cached_property
    def speech(self) -> tuple[tuple[int, int], ...]:
        """The tokens of each quotation that is somebody's direct speech, after a colon: `وتابع: "عاد الرجل"`."""
        found = ((self.token(q.inner_start), self.token(q.inner_end - 1) + 1) for q in quotations(self.doc))
        return tuple((start, end) for start, end in found if ":" in self.words[max(0, start - 2) : start])

    def quoted_from(self, i: int) -> int:
        """The token at which the first quotation of what somebody said begins after token `i`."""
        at = bisect_right(self._said, self.starts[i], key=lambda said: said[0])
        start = self.token(self._said[at][0]) if at < len(self._said) else len(self.words)
        return start if self.words[start - 1] in OPENERS else len(self.words)

    def speaker(self, i: int) -> Party | None:
        """Who says what stands at token `i`, where one alone does and is named: who «I» is."""
        here = self.starts[i]
        last = bisect_right(self._said, here, key=lambda said: said[0])
        for start, end, refs in self._said[max(0, last - AROUND) : last][::-1]:
            if start <= here < end:
                return self._named_near(refs[0], i) if len(refs) == 1 and refs[0] is not None else None
        return None

    @cached_property
    def _said(self) -> list[tuple[int, int, list[str | None]]]:
        """Of each statement, where its content stands (characters), and its speakers; in the order of the text."""
        found = ((s["content"], [speaker["ref"] for speaker in s["speakers"]]) for s in self.doc._.statements or ())
        return sorted(((content["start"], content["end"], refs) for content, refs in found), key=lambda said: said[:2])

    def _named_near(self, ref: str, i: int) -> Party | None:
        """Where somebody is named last before token `i`, or else first after it."""
        starts = self._namings.get(ref, [])
        at = bisect_right(starts, i)
        return self.at[starts[max(0, at - 1)]] if starts else None

    @cached_property
    def _namings(self) -> dict[str, list[int]]:
        """The tokens at which each entity is named alone."""
        found: dict[str, list[int]] = {}
        for party in self.between(0, len(self.doc)):
            if len(party.refs) == 1:
                found.setdefault(party.refs[0], []).append(party.start)
        return found

    @cached_property
    def media(self) -> frozenset[str]:
        """The ids of known media: `في حوار مع [CNN]`."""
        entities: Entities = self.doc._.entities
        return frozenset(body.id for body in entities.organizations if body.known in _media())

    @cached_property
    def clubs(self) -> frozenset[str]:
        """The ids of bodies that states hold summits of: `مجموعة السبع`, `حلف شمال الأطلسي`."""
        entities: Entities = self.doc._.entities
        heads = word_class("club_of_states")
        stateless = (body for body in entities.organizations if body.known in _international())
        return frozenset(body.id for body in stateless if not heads.isdisjoint(fold(body.name).split()[:1]))

    @cached_property
    def platforms(self) -> frozenset[str]:
        """The ids of sites on which people write, who act: `في تغريدة عبر [موقع تويتر]، قال الوزير`."""
        entities: Entities = self.doc._.entities
        return frozenset(body.id for body in entities.organizations if body.known in _platforms())

    @cached_property
    def descriptions(self) -> Descriptions:
        """Whom a definite description means: `المبعوث الدولي`."""
        return Descriptions(self, speaker_heads() | word_class("generic_person"))

    def is_sign(self, i: int) -> bool:
        return not self.words[i][0].isalnum()

    def between(self, start: int, end: int) -> Iterator[Party]:
        """The parties that begin in `start:end`."""
        i = start
        while i < end:
            p = self.at.get(i)
            if p is not None:
                yield p
            i = max(p.end, i + 1) if p is not None else i + 1

    def proclitic(self, i: int, char: int) -> str:
        """The letters of token `i` before character `char`: `ل` of `لبوتين`."""
        return self.words[i][: max(0, char - self.starts[i])]

    def letters(self, party: Party) -> str:
        """The letters written onto a party."""
        return self.proclitic(party.start, party.char_start)

    def place(self, i: int) -> Place:
        """The place that begins at token `i`; a country is no name of a place but its code."""
        mention = self.sites[i]
        mention = replace(mention, country=self._then(mention.country))
        ref = mention.refs[0] if mention.refs else None
        state = mention.type == "country" and mention.kind == "name" and mention.country not in _CITY_STATES
        state = state or self._is_state(i)
        return Place(ref, None if state else self._spelt(mention), mention.country or self.home)

    def _then(self, code: str | None) -> str | None:
        """The state that a place was in when the article was published: `جنوب السودان` was in Sudan."""
        until, of = _PART_OF.get(code or "", ("", code))
        return of if self.published and self.published < until else code

    @cached_property
    def home(self) -> str | None:
        """The one state that an article tells of, in which a place is that no gazetteer knows."""
        told = {mention.country for mention in self.doc._.mentions} | set(self.states.values())
        codes = {code for code in map(self._then, told) if code}
        return codes.pop() if len(codes) == 1 else None

    def _spelt(self, mention: Mention) -> str:
        """A place's name, with the letter of its article that is not written after ل: `[لعاصمة]` of `للعاصمة`."""
        text = self.text[mention.start : mention.end]
        bare = fold(text).startswith(_CAPITAL[1:]) or (text[0] == "ل" and not is_place(text) and is_place("ا" + text))
        return "ا" + text if bare and self.text[max(0, mention.start - 1) : mention.start] == "ل" else text
