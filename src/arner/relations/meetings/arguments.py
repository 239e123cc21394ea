"""Who takes part in an encounter and where it is: read from the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from arner.arabic.orthography import fold
from arner.clauses.parties import Party
from arner.lexicon import load
from arner.relations.meetings.scene import Scene
from arner.relations.meetings.triggers import Trigger, nouns, verbs

GAP = 8  # words that may stand between two coordinated parties: an apposition
SUBJECT_GAP = 16  # words between a verb and its subject: adverbs, a place, a date
_STOPS = frozenset({".", "؛", "؟", "!", ":", "…", "..", "...", ";", "?"})


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


_PRONOMINAL = _words("أنه أنها أنهما أنهم بأنه بأنها وأنه وأنها")
_CLAUSE = _words("أن بأن وأن فإن لأن لكن ولكن فيما بينما وفيما وبينما") | _PRONOMINAL
_PREPOSITIONS = _words(
    "في إلى من مع على عن بين عند لدى ضد نحو حول بشأن خلال بعد قبل عقب قبيل بعيد أثناء منذ حتى سوى غير وفي وإلى"
    " ومن ومع وعلى وعن وبين وخلال وبعد وقبل وعقب ضمن داخل قرب أمام تجاه إزاء باسم بحضور بمشاركة برئاسة برفقة"
    " باستثناء بدعوة بقيادة بحسب وفق وفقا حسب عبر لدى باسم"
)
_RELATIVES = _words("الذي التي الذين اللذان اللذين اللتان اللتين")
_DROPPING = _words("حيث كما ثم إذ والذي والتي")  # after these a verb goes on with the subject it had
_COMPANY = _words(
    "بحضور بمشاركة برئاسة برفقة يرافقه ترافقه ويرافقه تضم يضم ضم ضمت وضم وضمت جمع جمعت يجمع تجمع ستجمع سيجمع"
    " حضره حضرها يحضره يحضرها وبحضور وبمشاركة وحضره وحضرها"
)
_CONTROL = _words(
    "في خلال بعد قبل عقب قبيل بعيد أثناء ضمن لدى إلى بهدف قصد إثر وفي وخلال وبعد وقبل وعقب ختام نهاية"
)


@dataclass(slots=True)
class Taker:
    """Somebody who takes part; `country`: the state that he acts for, where known."""

    ref: str | None
    name: str
    role: str
    country: str | None

    @property
    def key(self) -> str:
        return self.ref or fold(self.name)


@dataclass(slots=True)
class Arguments:
    takers: list[Taker] = field(default_factory=list)
    place: dict[str, Any] | None = None
    first: int = 0
    last: int = 0


class Reader:
    """Reads the arguments of one trigger; `left`, `right` are the bounds of its clause."""

    def __init__(self, scene: Scene, trigger: Trigger, right: int) -> None:
        self.scene = scene
        self.trigger = trigger
        self.words = scene.words
        self.sent_start, self.sent_end = scene.bounds[scene.sentence[trigger.start]]
        self.left = self._left(trigger.start)
        self.right = self._right(trigger.end, right)
        self.found = Arguments(first=trigger.start, last=trigger.end)

    # -- bounds ----------------------------------------------------------------------------------------------

    def _left(self, i: int) -> int:
        j = i
        while j > self.sent_start and self.words[j - 1] not in _STOPS and self.words[j - 1] not in _CLAUSE:
            j -= 1
        return j

    def _right(self, i: int, limit: int) -> int:
        j = i
        while j < limit and self.words[j] not in _STOPS and self.words[j] not in _CLAUSE:
            j += 1
        return j

    # -- who --------------------------------------------------------------------------------------------------

    def oblique(self, party: Party) -> bool:
        """Whether a preposition or a noun in the construct stands before `party`."""
        i = party.start
        if self.scene.proclitic(i, party.char_start).lstrip("وف"):
            return True
        if i == 0:
            return False
        before = self.words[i - 1]
        noun = nouns().get(before)
        return before in _PREPOSITIONS or (noun is not None and not noun.definite)

    def can_act(self, party: Party) -> bool:
        return party.kind != "demonym" and party.type != "place"

    def first_party(self, start: int, end: int) -> Party | None:
        """The first party in `start:end` that can be subject or object of a verb."""
        for p in self.between(start, end):
            if self.can_act(p) and not self.oblique(p):
                return p
        return None

    def between(self, start: int, end: int) -> Iterator[Party]:
        i = start
        while i < end:
            p = self.scene.at.get(i)
            if p is not None:
                yield p
                i = max(p.end, i + 1)
            else:
                i += 1

    def before_verb(self, i: int) -> Party | None:
        """The subject that stands right before the verb `i`: `الوزير يزور`, `الوزير الذي كان قد وصل`."""
        j = i - 1
        while j >= max(self.left, i - 8):
            p = self.scene.within.get(j)
            if p is not None:
                if self.can_act(p) and (
                    not self.oblique(p) or self.words[j + 1 : i] and self._relative(j + 1, i)
                ):
                    return p
                return None
            word = self.words[j]
            if word in _DROPPING or verbs().get(word) is not None or word in _PREPOSITIONS:
                return None
            j -= 1
        return None

    def _relative(self, start: int, end: int) -> bool:
        return any(word in _RELATIVES for word in self.words[start:end])

    def subject(self, i: int) -> tuple[Party | None, int]:
        """The subject of the verb `i` and the token after which its objects stand."""
        goes_on = self.words[i][0] in "و" or (i > 0 and self.words[i - 1] in _DROPPING)
        if i > self.sent_start and not goes_on and (p := self.before_verb(i)):
            return p, i + 1
        p = self.first_party(i + 1, min(self.right, i + SUBJECT_GAP))
        if p is not None:
            return p, p.end
        return self.agent(i), i + 1

    def agent(self, i: int) -> Party | None:
        """Who acts in the clause of `i`: whoever a pronoun or a dropped subject there stands for."""
        left = self._left(i)
        p = self._leading(left, i)
        while p is None and left > self.sent_start:
            outer = left - 1
            left = self._left(outer)
            p = self._leading(left, outer)
        if p is None:
            p = self.first_party(max(i, self.found.last), self.sent_end)
        n = self.scene.sentence[i]
        while p is None and n > 0:
            n -= 1
            start, end = self.scene.bounds[n]
            p = next(
                (q for q in self.between(start, end) if q.type == "person" and not self.oblique(q)), None
            )
        return p

    def _leading(self, start: int, end: int) -> Party | None:
        for j in range(end - 1, start, -1):  # a relative clause is about the one before it
            if self.words[j] in _RELATIVES:
                for k in (j - 1, j - 2):
                    p = self.scene.within.get(k)
                    if k >= start and p is not None and self.can_act(p):
                        return p
        return self.first_party(start, end)

    def group(self, party: Party) -> list[Party]:
        """`party` and those joined to it by و, appositions between them skipped."""
        found = [party]
        j = party.end
        while j < min(found[-1].end + GAP, self.right):
            p = self.scene.at.get(j)
            if p is not None:
                joined = self.scene.proclitic(j, p.char_start) == "و" or self.words[j - 1] == "و"
                if not joined or p.kind == "demonym":
                    if self.words[j - 1] in _PREPOSITIONS:
                        break
                    j = p.end
                    continue
                found.append(p)
                j = p.end
                continue
            if self.words[j] in _PREPOSITIONS or self.words[j] in verbs() or self.words[j] in _RELATIVES:
                break
            if described := self.described(j):
                if self.words[j][0] == "و":
                    self.add_words(j, described)
                    j = described
                    continue
                break
            j += 1
        return found

    def described(self, i: int) -> int | None:
        """Where a noun phrase ends that only describes people and begins at `i`: `مسؤولين أوروبيين`."""
        heads = _heads()
        word = self.words[i]
        if word not in heads and word.lstrip("و") not in heads and word.lstrip("ب") not in heads:
            return None
        stops = _PREPOSITIONS - {"من"}
        j = i + 1
        while j < min(self.right, i + 8):
            word = self.words[j]
            if (
                word in stops
                or not word[0].isalnum()
                or word in _RELATIVES
                or word in verbs()
                or word in nouns()
                or j in self.scene.dates
                or word[:1] == "ل"
            ):
                break
            j += 1
        return j

    def add(self, parties: list[Party], role: str = "participant") -> None:
        for party in parties:
            self.found.first = min(self.found.first, party.start)
            self.found.last = max(self.found.last, party.end)
            for ref in party.refs or (None,):
                name = self.scene.names.get(ref or "", party.name)
                country = ref[8:] if ref and ref.startswith("country:") else party.country
                self._take(Taker(ref, name, role, country or self.scene.countries.get(ref or "")))

    def add_words(self, start: int, end: int, role: str = "participant") -> None:
        a, b = self.scene.span(start, end)
        text = self.scene.doc.text[a:b]
        if self.words[start][0] in "وب" and self.words[start] not in _heads():
            text = text[1:]
        self.found.last = max(self.found.last, end)
        self._take(Taker(None, text, role, None))

    def _take(self, taker: Taker) -> None:
        if taker.key not in {t.key for t in self.found.takers}:
            self.found.takers.append(taker)

    def take_at(self, i: int, role: str = "participant") -> int | None:
        """Take whoever stands at `i` (and those joined to him); where he ends, or None."""
        for j in range(i, min(i + 4, self.right)):
            p = self.scene.at.get(j)
            if p is not None and p.type != "place":
                self.add(self.group(p), role)
                return self.found.last
            if end := self.described(j):
                self.add_words(j, end, role)
                return end
            if (
                self.words[j] in _PREPOSITIONS
                or not self.words[j][0].isalnum()
                and self.words[j] not in '«"“('
            ):
                return None
        return None

    # -- reading ----------------------------------------------------------------------------------------------

    def read(self) -> Arguments:
        verb = self.trigger.verb
        if verb is not None:
            frame = verb.entry["frame"]
            if frame == "with":
                self._with()
            elif frame == "receive":
                self._receive()
            else:
                self._go()
        else:
            self._noun()
        if self.found.place is None:
            self.found.place = self._place()
        return self.found

    def _with(self) -> None:
        i = self.trigger.start
        entry = self.trigger.verb.entry  # type: ignore[union-attr]
        subject, after = self.subject(i)
        marked = self._marked(i + 1, entry["by"])
        if subject is not None and subject.start > i and entry["object"] and not marked:
            # one party after the verb: its subject, or its object when the clause has a subject already
            other = self.first_party(subject.end, self.right)
            joined = other is not None and other in self.group(subject)
            if other is None or joined:
                earlier = self.agent(i) if self._goes_on(i) else None
                if earlier is not None and not set(earlier.refs) & set(subject.refs):
                    self.add([earlier])
            elif other is not None:
                self.add(self.group(subject))
                self.add(self.group(other))
                return
        if subject is not None:
            self.add(
                self.group(subject) if subject.start > i or not marked else [subject, *self._before(subject)]
            )
        if entry["object"] and subject is not None and subject.start < i and not marked:
            end = self.take_at(i + 1)
            if end is None and (p := self.first_party(i + 1, min(self.right, i + SUBJECT_GAP))):
                self.add(self.group(p))
        elif entry["object"] and not marked and (subject is None or subject.start > i):
            for j in range(after, min(self.right, after + 6)):
                if self.described(j):
                    self.take_at(j)
                    break
        self._company(i + 1)

    def _goes_on(self, i: int) -> bool:
        return i > self.left and (self.words[i][0] == "و" or self.words[i - 1] in _DROPPING)

    def _before(self, subject: Party) -> list[Party]:
        """Those joined to a subject that stands before the verb: `بوتين وشي`."""
        group = [p for p in self.between(self.left, subject.end) if subject in self.group(p)]
        return group

    def _marked(self, start: int, by: list[str]) -> bool:
        """Take whoever stands after one of the prepositions `by`."""
        prefixes = tuple(b for b in by if len(b) == 1)
        seen = False
        j = start
        while j < self.right:
            word = self.words[j]
            if word in by or (word[:1] == "و" and word[1:] in by):
                end = self.take_at(j + 1)
                seen = seen or end is not None
                j = end or j + 1
                continue
            p = self.scene.at.get(j)
            if p is not None and p.type in ("person", "organization", "described") and prefixes:
                if self.scene.proclitic(j, p.char_start) in prefixes:
                    self.add(self.group(p))
                    seen = True
                    j = max(self.found.last, j + 1)
                    continue
            j += 1
        return seen

    def _company(self, start: int) -> None:
        for j in range(start, self.right):
            if self.words[j] in _COMPANY:
                self.take_at(j + 1)

    def _receive(self) -> None:
        i = self.trigger.start
        verb = self.trigger.verb
        host, after = self.subject(i)
        guest = self.first_party(after, self.right)
        if host is not None and host.start > i and guest is None and not (verb and verb.suffix):
            earlier = self.agent(i) if self._goes_on(i) or i > self.left else None
            if earlier is not None and not set(earlier.refs) & set(host.refs):
                host, guest = earlier, host
        if host is not None:
            self.add([host], "host")
        if guest is not None:
            self.add(self.group(guest), "guest")
        else:
            for j in range(after, min(self.right, after + 6)):
                if self.described(j):
                    self.take_at(j, "guest")
                    break

    def _go(self) -> None:
        i = self.trigger.start
        verb = self.trigger.verb
        assert verb is not None
        entry = verb.entry
        visitor, after = self.subject(i)
        if visitor is not None and visitor.type == "country" and visitor.start > i:
            visitor, after = self.agent(i), i + 1
        if visitor is None:
            return
        self.add(self.group(visitor) if visitor.start > i else [visitor], "guest")
        start = self.found.last if visitor.start > i else i + 1
        for j in range(min(start, i + 1), self.right):
            if self.words[j] in entry["to"] or (entry.get("object") and j not in self.scene.within):
                if place := self._place_at(j + 1):
                    self._set_place(place, j + 1)
                    break
            if j in self.scene.places and (place := self._place_at(j)):
                letter = self.scene.proclitic(j, self.scene.places[j]["outer_start"])
                plain = self.words[j - 1] not in _PREPOSITIONS and not letter
                if (
                    (entry.get("object") and plain)
                    or (letter and letter in entry["to"])
                    or self.words[j - 1] in entry["to"]
                ):
                    self._set_place(place, j)
                    break
        if entry.get("object") and visitor.start < i and self.found.place is None:
            p = self.first_party(i + 1, min(self.right, i + 4))
            if p is not None and p.type in ("person", "organization", "described"):
                self.add([p], "host")
        self._company(i + 1)

    def _noun(self) -> None:
        t = self.trigger
        noun = t.noun
        assert noun is not None
        visit = t.kind == "visit"
        role = "guest" if visit else "participant"
        j = self._adjectives(t.end)
        genitive = self._genitive(j)
        codes = self._nationalities(t.end)
        if len(codes) >= 2:
            for code in codes:
                self._take(
                    Taker(f"country:{code}", self.scene.names.get(f"country:{code}", code), role, code)
                )
        if genitive is not None:
            self._take_genitive(genitive, role)
        self._markers(j, role)
        self._company(t.end)
        self._agent(role, genitive is not None)

    def _adjectives(self, i: int) -> int:
        return i

    def _nationalities(self, i: int) -> list[str]:
        codes: list[str] = []
        gap = 0
        while i < self.right and gap <= 2:
            if i in self.scene.demonyms and i not in self.scene.within:
                codes.append(self.scene.demonyms[i])
                gap = 0
            elif i in self.scene.demonyms and self.scene.within[i].kind == "demonym":
                codes.append(self.scene.demonyms[i])
                gap = 0
            elif self.words[i] in _PREPOSITIONS or self.words[i] in "،,." or i in self.scene.within:
                break
            else:
                gap += 1
            i += 1
        return codes

    def _genitive(self, i: int) -> Party | None:
        """The party in the construct after the noun: `زيارة الرئيس`, `لقاء الوزيرين`."""
        noun = self.trigger.noun
        assert noun is not None
        if noun.suffix or noun.accusative:
            return None
        reach = 1 if noun.definite else 6
        for j in range(i, min(i + reach, self.right)):
            p = self.scene.at.get(j)
            if p is not None:
                letters = self.scene.proclitic(j, p.char_start)
                return p if p.kind != "demonym" and not letters and not noun.definite else None
            if self.words[j] in _PREPOSITIONS or not self.words[j][0].isalnum() or self.words[j] in verbs():
                return None
            if self.words[j][0] in "لب" and len(self.words[j]) > 3:
                return None
        return None

    def _take_genitive(self, party: Party, role: str) -> None:
        if self.trigger.kind == "visit" and (party.type in ("country", "place")):
            if place := self._place_at(party.start):
                self._set_place(place, party.start)
            return
        if self.trigger.kind == "visit" and self.trigger.light and party.type == "person":
            role = "host"
        self.add(self.group(party), role)

    def _markers(self, start: int, role: str) -> None:
        visit = self.trigger.kind == "visit"
        j = start
        while j < self.right:
            word = self.words[j]
            bare = word[1:] if word[:1] in "وف" and len(word) > 2 else word
            if bare in ("مع", "بين") or (bare == "من" and self.trigger.kind == "call"):
                end = self.take_at(j + 1, "participant" if visit else role)
                j = end or j + 1
                continue
            p = self.scene.at.get(j)
            if p is not None and not visit and p.type in ("person", "organization", "described", "country"):
                letter = self.scene.proclitic(j, p.char_start)
                gap = j - self.trigger.end
                if (letter == "ب" and p.type != "country" and gap < 6) or (
                    letter == "ل" and gap < 5 and p.type != "country"
                ):
                    self.add(self.group(p), role)
                    j = max(self.found.last, j + 1)
                    continue
            if visit and self.found.place is None:
                if word in ("الي", "نحو") and (place := self._place_at(j + 1)):
                    self._set_place(place, j + 1)
                elif j in self.scene.places:
                    letter = self.scene.proclitic(j, self.scene.places[j]["outer_start"])
                    if letter.endswith("ل") and (place := self._place_at(j)):
                        self._set_place(place, j)
            j += 1

    def _agent(self, role: str, has_genitive: bool) -> None:
        """Whoever meets or visits in a noun without naming him: by its light verb, its pronoun, its clause."""
        t = self.trigger
        noun = t.noun
        assert noun is not None
        if t.light is not None:
            frame = t.light.form.entry["frame"]
            if frame == "do":
                if t.light.i > t.start:
                    p = self.scene.at.get(t.light.i + 1) or self.agent(t.start)
                else:
                    p, _ = self.subject(t.light.i)
                if p is not None and p.start >= t.start and t.light.i < t.start and has_genitive:
                    return
                if p is not None and p.start >= t.end and t.light.i < t.start:
                    p = self.agent(t.light.i) if not noun.definite or noun.accusative else None
                if p is not None:
                    self.add(self.group(p), role)
            return
        if noun.suffix in ("ه", "ها", "هما", "هم"):
            p = self.agent(t.start)
            if p is not None:
                self.add(self.group(p) if noun.suffix in ("هما", "هم") else [p], role)
            return
        if has_genitive or (noun.definite and not self.found.takers):
            return
        controlled = noun.preposition in ("ل", "ب") or any(
            w in _CONTROL for w in self.words[max(self.left, t.start - 2) : t.start]
        )
        enough = len(self.found.takers) >= 2
        if controlled and not enough:
            p = self.agent(t.start)
            if p is not None:
                self.add([p], role)

    # -- where ------------------------------------------------------------------------------------------------

    def _place_at(self, i: int) -> dict[str, Any] | None:
        """The place whose name begins at token `i` or after `العاصمة`, `مدينة` and the like there."""
        for j in range(i, min(i + 4, self.right)):
            mention = self.scene.places.get(j)
            if mention is not None:
                return self.scene.place(mention)
            if self.words[j] not in _venues() and j not in self.scene.demonyms:
                return None
        return None

    def _set_place(self, place: dict[str, Any], i: int) -> None:
        self.found.place = place
        self.found.first = min(self.found.first, i)
        self.found.last = max(self.found.last, i + 1)

    def _place(self) -> dict[str, Any] | None:
        after = self._located(self.trigger.end, self.right)
        return after or self._located(self.left, self.trigger.start)

    def _located(self, start: int, end: int) -> dict[str, Any] | None:
        """The first place in `start:end` after a preposition of place."""
        for j in range(start, end):
            mention = self.scene.places.get(j)
            if mention is None:
                continue
            letter = self.scene.proclitic(j, mention["outer_start"]).lstrip("وف")
            k = j - 1
            while k > start and (self.words[k] in _venues() or k in self.scene.demonyms):
                k -= 1
            if letter == "ب" or self.words[k] in ("في", "وفي", "داخل"):
                place = self.scene.place(mention)
                return place
        return None


def _heads() -> frozenset[str]:
    return frozenset(fold(word) for word in load("meetings")["described"]["heads"])


def _venues() -> frozenset[str]:
    return frozenset(fold(word) for word in load("meetings")["place"]["before"])
