"""Who takes part in an encounter and where it is: read from the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from arner.arabic.orthography import fold
from arner.clauses.parties import Party, subject_after
from arner.lexicon import cached, load
from arner.relations.meetings.scene import Scene
from arner.relations.meetings.triggers import Trigger, nouns, verbs
from arner.relations.meetings.words import (
    ATTENDING,
    CIRCUMSTANCE,
    CLAUSE,
    COMPANY,
    CONTROL,
    DROPPING,
    INVITING,
    MASDARS,
    PREPOSITIONS,
    PRONOMINAL,
    RELATIVES,
    SITUATION,
    STOPS,
    TOPIC,
    plain,
)

_COUNTING = frozenset({"عدد", "عددا", "كبار", "جميع", "بعض"})
_BOTH = frozenset({"بينهما", "جمعتهما", "جمعهما", "يجمعهما", "تجمعهما", "سيجمعهما", "ستجمعهما"})
_BREAKING = PREPOSITIONS | RELATIVES | TOPIC
GAP = 8  # words that may stand between two coordinated parties: an apposition
SUBJECT_GAP = 16  # words between a verb and its subject: adverbs, a place, a date
NEAR = 5  # words between a noun and its `بين X وY`


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
    """`first`, `last`: tokens from the first to after the last argument."""

    first: int
    last: int
    takers: list[Taker] = field(default_factory=list)
    place: dict[str, Any] | None = None
    stops: list[dict[str, Any]] = field(default_factory=list)
    """The places of a visit that goes to several."""

    invited: bool = False


class Reader:
    """Reads the arguments of one trigger; `left`, `right` are the bounds of its clause."""

    def __init__(self, scene: Scene, trigger: Trigger, limit: int, earlier: Taker | None = None) -> None:
        self.earlier = earlier  # who the encounter told just before is of: زيارة الوزير ومحادثاته
        self.scene = scene
        self.trigger = trigger
        self.words = scene.words
        self.sent_start, self.sent_end = scene.bounds[scene.sentence[trigger.start]]
        self.left = self._left(trigger.start)
        self.right = self._right(trigger.end, limit)
        self.found = Arguments(first=trigger.start, last=trigger.end)
        self.complete = False  # all who take part are named: بين X وY
        self._idle = ("place", "country") if trigger.kind == "visit" else ("place",)
        self._minds = ("person", "described") if trigger.kind == "visit" else ("person", "described", "organization")

    def read(self) -> list[Arguments]:
        """The arguments; several where one trigger tells of several encounters."""
        if self.trigger.verb is None:
            self._noun()
        else:
            frame = self.trigger.verb.entry["frame"]
            {"with": self._with, "receive": self._receive, "go": self._go, "be": self._be}[frame]()
        found = self.found
        if found.place is None and not found.stops:
            found.place = self._place()
        if len(found.stops) > 1:
            return [replace(found, place=stop) for stop in found.stops]
        if self._each():
            first, *others = found.takers
            return [replace(found, takers=[first, other]) for other in others]
        return [found]

    # -- words -------------------------------------------------------------------------------------

    def at(self, i: int, listed: Iterable[str]) -> bool:
        """Whether word `i`, with or without و before it, is in `listed`."""
        return self.words[i] in listed or plain(self.words[i]) in listed

    def since(self) -> bool:
        """Whether the encounter only dates something: `منذ وصوله إلى السلطة` (since his arrival in power)."""
        i = self.trigger.start
        return i > self.left and self.at(i - 1, ("منذ",))

    def is_sign(self, i: int) -> bool:
        return not self.words[i][0].isalnum()

    def _left(self, i: int) -> int:
        while i > self.sent_start and not self._bounds(i - 1):
            i -= 1
        return i

    def _right(self, i: int, limit: int) -> int:
        while i < limit and not self._bounds(i):
            i += 1
        return i

    def _bounds(self, i: int) -> bool:
        """Whether another clause begins with word `i`: `أن`, `فيما`, `في الوقت الذي`, `، وهي جامعة …`."""
        words = self.words
        if words[i] in STOPS or self.at(i, CLAUSE):
            return True
        if words[i] in CIRCUMSTANCE:
            return i > self.sent_start and words[i - 1] in ("،", ",")
        return plain(words[i]) == "في" and list(words[i + 1 : i + 3]) == ["الوقت", "الذي"]

    # -- parties -----------------------------------------------------------------------------------

    def between(self, start: int, end: int) -> Iterator[Party]:
        i = start
        while i < end:
            p = self.scene.at.get(i)
            if p is not None:
                yield p
            i = max(p.end, i + 1) if p is not None else i + 1

    def oblique(self, party: Party) -> bool:
        """Whether a preposition or a noun in the construct stands before `party`."""
        i = party.start
        if self.scene.syntax.oblique(party):
            return True
        if i == self.sent_start:
            return False
        noun = nouns().get(self.words[i - 1])
        return self.at(i - 1, PREPOSITIONS) or (noun is not None and not noun.definite and i - 1 >= self.left)

    def acts(self, party: Party) -> bool:
        return party.kind != "demonym" and party.type not in self._idle

    def first_party(self, start: int, end: int) -> Party | None:
        """The first party in `start:end` that can be subject or object of a verb."""
        return next((p for p in self.between(start, end) if self.acts(p) and not self.oblique(p)), None)

    def before_verb(self, i: int) -> Party | None:
        """The subject right before the verb `i`: `الوزير يزور`, `الوزير الذي كان قد وصل`."""
        relative = False
        for j in range(i - 1, max(self.left, i - 9) - 1, -1):
            p = self.scene.within.get(j)
            if p is not None:
                lead = not self.oblique(p) or (relative and p.type == "person")
                return p if self.acts(p) and lead else None
            relative = relative or self.words[j] in RELATIVES
            listed = (self.at(j, DROPPING) and not relative) or self.at(j, PREPOSITIONS) or j in self.scene.places
            if listed or (self.is_sign(j) and self.words[j] not in "،,"):
                return None
            if self.words[j] in verbs() and not relative:
                return None
        return None

    def subject(self, i: int) -> tuple[Party | None, int]:
        """The subject of the verb `i`, and the token from which its objects stand."""
        opens = i == self.sent_start or self.goes_on(i) or self.at(i - 1, CLAUSE)
        after = subject_after(self.scene.syntax, i, self.right) if opens else None
        if after is not None and self.acts(after.parties[0]):
            return after.parties[0], after.parties[0].end
        if not self.goes_on(i) and (p := self.before_verb(i)):
            own = self.first_party(i + 1, min(self.right, i + 4)) if self.words[i - 1] in "،," else None
            if own is None:
                return p, i + 1
        p = self.first_party(i + 1, min(self.right, i + SUBJECT_GAP))
        if p is not None:
            return p, p.end
        if self._names_another(i):
            return None, i + 1
        return self.agent(i), i + 1

    def _names_another(self, i: int) -> bool:
        """Whether the subject of the verb `i` is told, by a noun that is no party: `زارت البعثة`, `التي تصل`."""
        if i > self.sent_start and (self.words[i - 1] in RELATIVES or i - 1 in self.scene.within):
            return self.words[i - 1] in RELATIVES
        j = i + 1
        if j >= self.right or j in self.scene.within or j in self.scene.places or j in self.scene.dates:
            return False
        word = self.words[j]
        return (word.startswith("ال") and len(word) > 4 and word not in nouns()) or self.described(j) is not None

    def goes_on(self, i: int) -> bool:
        """Whether the verb `i` is joined to what stands before it and may keep its subject: `كما استقبل`."""
        dropping = i > self.sent_start and self.words[i - 1] in DROPPING - RELATIVES
        return dropping or (self.words[i][0] == "و" and verbs().get(self.words[i][1:]) is not None)

    def agent(self, i: int) -> Party | None:
        """Who acts in the clause of `i`: whoever a pronoun or a dropped subject there stands for."""
        left, end = self._left(i), i
        p = self._leading(left, end)
        while p is None and left > self.sent_start:
            end = left - 1
            left = self._left(end)
            p = self._leading(left, end)
        first = self.words[self.sent_start : self.sent_start + 2]
        if p is None and any(plain(word) in PREPOSITIONS or plain(word) in CONTROL for word in first):
            later = self.between(max(i + 1, self.found.last), self.sent_end)
            taken = {t.ref for t in self.found.takers}
            p = next((p for p in later if self.leads(p) and not taken & set(p.refs)), None)
        n = self.scene.sentence[i]
        for start, end in self.scene.bounds[max(0, n - 3) : n][::-1]:
            p = p or next((q for q in self.between(start, end) if self.leads(q)), None)
        return p

    def leads(self, party: Party) -> bool:
        """Whether a pronoun or a dropped subject may stand for `party`."""
        return self.acts(party) and party.type in self._minds and not self.oblique(party)

    def _leading(self, start: int, end: int) -> Party | None:
        for j in range(end - 1, start, -1):  # a relative clause is about the one before it
            if self.words[j] in RELATIVES:
                for k in (j - 1, j - 2):
                    p = self.scene.within.get(k) if k >= start else None
                    if p is not None and self.acts(p) and p.type in self._minds:
                        return p
        p = next((p for p in self.between(start, end) if self.leads(p)), None)
        if p is None and start < end:  # سبق لأوباما أن زار
            q = self.scene.within.get(end - 1)
            before = self.words[q.start - 1] if q is not None and q.start > start else ""
            p = q if plain(before) == "سبق" else None
        return p

    def group(self, party: Party, end: int | None = None) -> list[Party]:
        """`party` and those joined to it by و, appositions between them skipped."""
        found = [party]
        end = self.right if end is None else end
        j = party.end
        while j < min(found[-1].end + GAP, end):
            p = self.scene.at.get(j)
            if p is not None:
                joined = self.scene.proclitic(j, p.char_start) == "و" or self.words[j - 1] == "و"
                if joined and p.kind != "demonym" and _alike(party, p):
                    found.append(p)
                elif self.at(j - 1, PREPOSITIONS):
                    break
                j = p.end
            elif self.at(j, _BREAKING) or self.words[j] in verbs() or self.words[j] in nouns():
                break
            elif self.words[j][0] == "و" and (stop := self.described(j)):
                self.add_words(j, stop)
                j = stop
            else:
                j += 1
        return found

    def described(self, i: int) -> int | None:
        """Where a noun phrase ends that only describes people and begins at `i`: `مسؤولين أوروبيين`."""
        word = self.words[i]
        if i in self.scene.within or not {word, plain(word), word[1:] if word[0] == "ب" else word} & _heads():
            return None
        if plain(word) in _COUNTING:
            k = i + 1 + (self.words[i + 1 : i + 2] == ["من"])
            if k >= self.right or not {self.words[k], self.words[k].removeprefix("ال")} & _heads():
                return None
        j = i + 1
        while j < min(self.right, i + 8):
            word = self.words[j]
            listed = (self.at(j, PREPOSITIONS) and word != "من") or word in RELATIVES or self.at(j, TOPIC)
            if listed or self.is_sign(j) or word in verbs() or word in nouns() or j in self.scene.dates:
                break
            p = self.scene.at.get(j)
            if (p is not None and p.type == "person") or word[0] == "ل" or word.startswith("بال"):
                break
            if j in self.scene.places and self.words[j - 1] != "من" and self.words[j][0] not in "بو":
                break
            j = p.end if p is not None else j + 1
        return min(j, self.right)

    # -- taking ------------------------------------------------------------------------------------

    def add(self, parties: list[Party], role: str = "participant") -> None:
        for party in parties:
            self.found.first = min(self.found.first, party.start)
            self.found.last = max(self.found.last, party.end)
            for ref in party.refs or (None,):
                name = self.scene.names.get(ref or "", party.name)
                of_state = ref is not None and ref.startswith("country:")
                country = ref[8:] if ref and of_state else self.scene.countries.get(ref or "", party.country)
                if not (of_state and self.trigger.kind == "visit"):  # a state visits nobody
                    self.take(Taker(ref, name, role, country))

    def add_words(self, start: int, end: int, role: str = "participant") -> None:
        a, b = self.scene.span(start, end)
        text = self.scene.text[a:b]
        if self.words[start] not in _heads():
            text = text[1:]
        self.found.last = max(self.found.last, end)
        self.take(Taker(None, text, role, None))

    def take(self, taker: Taker) -> None:
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
                q = self.scene.at.get(end)
                if q is not None and q.type == "person" and end < self.right and not self.oblique(q):
                    self.add(self.group(q), role)  # نائب وزير الخارجية [فلان]
                    return self.found.last
                self.add_words(j, end, role)
                return end
            if self.at(j, PREPOSITIONS) or (self.is_sign(j) and self.words[j] not in '«"“(#'):
                return None
        return None

    # -- verbs -------------------------------------------------------------------------------------

    def _with(self) -> None:
        """`التقى X Y`, `X التقى (مع) Y`, `حيث التقى Y`, `اجتمع X مع Y`."""
        verb = self.trigger.verb
        assert verb is not None
        i = self.trigger.start
        subject, after = self.subject(i)
        subjects = [] if subject is None else self.group(subject, None if subject.start > i else i)
        if subject is not None and subject.start < i:
            subjects = [*self._joined_before(subject), *subjects]
        self.add(subjects)
        n = len(self.found.takers)
        self._marked(i + 1, verb.entry["by"])
        if len(self.found.takers) > n or not verb.entry["object"]:
            self._company(i + 1)
            return
        after = max(after, *(p.end for p in subjects), i + 1) if subjects else i + 1
        p = self.first_party(after, self.right)
        words = next((j for j in range(after, min(self.right, after + 8)) if self.described(j)), None)
        if words is not None and (p is None or words < p.start) and not self.at(words - 1, PREPOSITIONS):
            self.take_at(words)
        elif p is not None:
            self.add(self.group(p))
        elif subject is not None and subject.start > i and self.goes_on(i):
            self._earlier_subject(subject, "participant")
        self._company(i + 1)

    def _joined_before(self, subject: Party) -> list[Party]:
        """Those who stand before a subject that is joined to them: `بوتين وشي`."""
        # قال بوتين إنه وشي سيناقشان
        pronoun = self.left > self.sent_start and self.at(self.left - 1, PRONOMINAL) and subject.start == self.left
        if pronoun and self.scene.proclitic(subject.start, subject.char_start) == "و":
            earlier = self.agent(self.left - 1)
            return [earlier] if earlier is not None else []
        return [p for p in self.between(self.left, subject.start) if subject in self.group(p)]

    def _earlier_subject(self, party: Party, role: str) -> None:
        """`party` is the object where the verb goes on with a subject named before: `حيث التقى الأمير`."""
        earlier = self.agent(self.trigger.start)
        if earlier is not None and not set(earlier.refs) & set(party.refs) and earlier.type == "person":
            self.add([earlier], role)

    def _marked(self, start: int, by: list[str]) -> None:
        """Take whoever stands after one of the prepositions `by`."""
        letters = tuple(b for b in by if len(b) == 1)
        j = start
        while j < self.right:
            if self.at(j, by):
                j = self.take_at(j + 1) or j + 1
                continue
            p = self.scene.at.get(j)
            named = p is not None and p.type in ("person", "organization", "described")
            if p is not None and named and self.scene.proclitic(j, p.char_start) in letters:
                self.add(self.group(p))
            j += 1

    def _company(self, start: int) -> None:
        for j in range(start, self.right):
            if self.at(j, COMPANY):
                self.take_at(j + 1)

    def _receive(self) -> None:
        """`استقبل X Y`, `X يستقبل Y`, `كما استقبل Y`."""
        i = self.trigger.start
        host, after = self.subject(i)
        guest = self.first_party(after, self.right)
        if guest is not None and guest.type not in ("person", "described"):
            return
        words = next((j for j in range(after, min(self.right, after + 10)) if self.described(j)), None)
        if words is not None and (guest is None or words < guest.start) and not self.at(words - 1, PREPOSITIONS):
            self.add([host] if host else [], "host")
            self.take_at(words, "guest")
        elif guest is None and host is not None and host.start > i:
            self._earlier_subject(host, "host")
            self.add(self.group(host), "guest")
        else:
            self.add([host] if host else [], "host")
            self.add(self.group(guest) if guest else [], "guest")

    def _go(self) -> None:
        """`زار X موسكو`, `وصل X إلى موسكو`, `X يزور Y`, `الذي يزور المملكة`."""
        verb = self.trigger.verb
        assert verb is not None
        i = self.trigger.start
        visitor, _ = self.subject(i)
        if visitor is None and i + 1 < self.right and (end := self.described(i + 1)):
            self.add_words(i + 1, end, "guest")
            self._destination(end, verb.entry.get("to", []), verb.entry.get("object", False))
        if visitor is None:
            return
        visitors = self.group(visitor, None if visitor.start > i else i)
        self.add([*(self._joined_before(visitor) if visitor.start < i else []), *visitors], "guest")
        self._destination(i + 1, verb.entry.get("to", []), verb.entry.get("object", False))
        if verb.entry.get("object") and visitor.start < i and self.found.place is None and not self.found.stops:
            p = self.first_party(i + 1, min(self.right, i + 4))
            if p is not None and p.type != "country":
                self.add(self.group(p), "host")
        self._company(i + 1)

    def _be(self) -> None:
        """`كان X في كييف`: somebody who is abroad visits."""
        i = self.trigger.start
        p = self.scene.at.get(i + 1) or self.before_verb(i)
        j = p.end if p is not None and p.start > i else i + 1
        if p is None or p.type != "person" or j >= self.right:
            return
        place = None
        if self.words[j] == "في":
            place = self._place_at(j + 1)
        elif j in self.scene.places and self.scene.proclitic(j, self.scene.places[j]["outer_start"]) == "ب":
            place = self._place_at(j)
        home = self.scene.countries.get(p.refs[0] if p.refs else "", p.country)
        if place is not None and home and place["country"] and place["country"] != home:
            self.add([p], "guest")
            self._go_to(place, j)

    # -- nouns -------------------------------------------------------------------------------------

    def _noun(self) -> None:
        t = self.trigger
        assert t.noun is not None
        role = "guest" if t.kind == "visit" else "participant"
        if not (t.kind == "visit" and self._invited()):
            genitive = self._genitive(t.end)
            if genitive is not None:
                self._take_genitive(genitive, role)
            if len(codes := self._nationalities(t.end)) > 1:
                for code in codes:
                    ref = f"country:{code}"
                    self.take(Taker(ref, self.scene.names.get(ref, code), role, code))
            self._markers(t.end, role)
            self._company(t.end)
            self._agent(role, genitive)
        if t.kind == "visit":
            self._destination(t.end, ["الي", "ل", "تشمل", "شملت"], self._names_destination())

    def _names_destination(self) -> bool:
        noun = self.trigger.noun
        return noun is not None and not noun.definite and not noun.accusative

    def _nationalities(self, i: int) -> list[str]:
        """`المباحثات الروسية الإيرانية` → the codes of both; one adjective alone says not who meets."""
        codes: list[str] = []
        gap = 0
        while i < self.right and gap <= 1 and not self.at(i, PREPOSITIONS):
            p = self.scene.within.get(i)
            if i in self.scene.demonyms and (p is None or p.kind == "demonym"):
                codes.append(self.scene.demonyms[i])
                gap = -1
            elif p is not None or (self.is_sign(i) and self.words[i] not in "-–/"):
                break
            gap += 1
            i += 1
        return codes

    def _genitive(self, i: int) -> Party | None:
        """The party in the construct after the noun: `زيارة الرئيس`, `لقاء الوزيرين`."""
        noun = self.trigger.noun
        assert noun is not None
        if noun.accusative or (noun.definite and not noun.suffix):
            return None
        for j in range(i, min(i + 6, self.right)):
            p = self.scene.at.get(j)
            if p is not None:
                letters = self.scene.proclitic(j, p.char_start)
                return p if p.kind != "demonym" and not letters else None
            if self.at(j, PREPOSITIONS) or self.is_sign(j) or self.words[j] in verbs():
                return None
            if (self.words[j][0] in "لب" and len(self.words[j]) > 3) or (noun.suffix and j not in self.scene.dates):
                return None
        return None

    def _take_genitive(self, party: Party, role: str) -> None:
        if self.trigger.kind == "visit" and party.type in ("country", "place"):
            return  # where it goes
        if party.type in ("country", "place") and len(self.group(party)) == 1:
            if party.start in self.scene.places:  # قمة جنيف
                self.found.place = self.scene.place(self.scene.places[party.start])
            return
        noun = self.trigger.noun
        assert noun is not None
        performed = self.trigger.light is not None and "by" in self.trigger.light.form.entry
        if self.trigger.kind == "visit" and party.type == "person" and (performed or noun.preposition == "ل"):
            role = "host"
        self.add(self.group(party), role)

    def _markers(self, start: int, role: str) -> None:
        """Those after `مع`, `بين`, `ب`, `من` (of a call) and `ل` (of a body that meets)."""
        kind = self.trigger.kind
        j = start
        while j < self.right:
            far = j - self.trigger.end
            between = self.at(j, ("بين",)) and far <= NEAR and kind != "visit"
            if between or self.at(j, ("مع",)) or (kind == "call" and self.words[j] == "من"):
                end = self.take_at(j + 1, "participant" if kind == "visit" else role)
                self.complete = self.complete or (between and end is not None)
                j = end or j + 1
                continue
            if self.at(j, _BOTH) and far <= NEAR:
                self._both(role)
            p = self.scene.at.get(j)
            meets = kind != "visit" and far <= NEAR and p is not None and p.type not in ("place", "country")
            if p is not None and meets and self.scene.proclitic(j, p.char_start) in ("ب", "ل"):
                self.add(self.group(p), role)
                j = max(self.found.last, j)
            j += 1

    def _agent(self, role: str, genitive: Party | None) -> None:
        """Whoever the noun does not name: the subject of its light verb or clause, or its pronoun."""
        t = self.trigger
        noun = t.noun
        assert noun is not None
        if noun.suffix and self.earlier is not None and self.words[t.start][0] == "و":
            self.take(replace(self.earlier, role=role))
            return
        if noun.suffix == "هما":
            self._both(role)
            return
        if noun.suffix:
            p = self.agent(t.start)
            if p is not None and noun.suffix in ("ه", "ها", "هم"):
                self.add(self.group(p, t.start) if noun.suffix == "هم" else [p], role)
            return
        masdar = t.start > self.left and self.at(t.start - 1, MASDARS)
        if t.light is not None and not masdar:
            if t.light.form.entry["frame"] == "do":
                self._light_agent(role)
            elif t.light.form.entry["frame"] == "host":
                self._host()
            return
        if (
            len(self.found.takers) >= 2
            or self.complete
            or (genitive is not None and self.found.takers)
            or (noun.definite and not self.found.takers)
        ):
            return
        near = range(max(self.left, t.start - 2), t.start)
        control = ATTENDING if t.kind in ("summit", "conference") else CONTROL
        if noun.entry.get("participle") or noun.preposition in ("ل", "ب") or any(self.at(j, control) for j in near):
            p = self.agent(t.start)
            # Of two who act, `تعهد الرئيسان خلال زيارة بكين`, nothing says who is the visitor.
            alone = p is None or t.kind != "visit" or len(self.group(p, t.start)) == 1
            self.add([p] if p is not None and alone else [], role)

    def _both(self, role: str) -> None:
        """The two that a dual pronoun stands for: `قمتهما`, `لقاء بينهما`, `القمة التي جمعتهما`."""
        if len(self.found.takers) > 1:
            return
        people: dict[tuple[str, ...], Party] = {}
        n = self.scene.sentence[self.trigger.start]
        for start, end in self.scene.bounds[max(0, n - 2) : n + 1][::-1]:
            for p in self.between(start, min(end, self.trigger.start)):
                if p.type == "person" and p.refs:
                    people.setdefault(p.refs, p)
            if any(len(refs) == 2 for refs in people):
                people = {refs: p for refs, p in people.items() if len(refs) == 2}
            if sum(map(len, people)) >= 2:
                break
        for p in list(people.values())[: 1 if any(len(refs) == 2 for refs in people) else 2]:
            self.add([p], role)

    def _host(self) -> None:
        """`تستضيف الجزائر القمة`: where it is held."""
        light = self.trigger.light
        assert light is not None
        for j in (*range(light.i + 1, self.trigger.start), light.i - 1, light.i - 2):
            if j >= self.left and j in self.scene.places:
                self.found.place = self.scene.place(self.scene.places[j])
                return

    def _light_agent(self, role: str) -> None:
        t = self.trigger
        assert t.light is not None
        assert t.noun is not None
        i = t.light.i
        if i > t.start:  # المحادثات التي أجراها X
            p = self.first_party(i + 1, min(self.right, i + NEAR)) or self.agent(t.start)
        else:
            p, _ = self.subject(i)
            attended = t.noun.definite and i == t.start - 1  # حضر اللقاء X: the object first
            if p is not None and p.start >= t.end and not attended:
                # the subject after the object, or none: عقد اجتماع بين X وY
                p = None if self.found.takers and not t.noun.accusative else self.agent(i)
        if p is not None:
            end = t.start if p.start < t.start else None
            self.add([*(self._joined_before(p) if p.start < i else []), *self.group(p, end)], role)

    def _invited(self) -> bool:
        """`دعا X Y إلى زيارة`, `وجه X دعوة إلى Y لزيارة`, `تلقى Y دعوة من X لزيارة`."""
        t = self.trigger
        noun = t.noun
        assert noun is not None
        if noun.preposition != "ل" and self.words[t.start - 1 : t.start] not in (["الي"], ["للقيام"]):
            return False
        near = [j for j in range(max(self.sent_start, t.start - 20), t.start) if self.at(j, INVITING)]
        if not near:
            return False
        i = near[-1]
        verb = self.words[i].lstrip("و") in ("دعا", "دعت", "يدعو", "تدعو")
        host: Party | None = None
        guest: Party | None = None
        for p in self.between(i + 1, t.start):
            if not self.acts(p) and p.type != "country":
                continue
            letters = plain_letters(self.scene.proclitic(p.start, p.char_start))
            before = self.words[p.start - 1]
            if before in ("الي",) or letters == "ل":
                guest = guest or p
            elif before == "من":
                host = host or p
            elif verb and not self.oblique(p):
                if host is None and not self.before_verb(i):
                    host = p
                else:
                    guest = guest or p
        earlier = self.before_verb(i) if verb else self._leading(self._left(i), i)
        if host is None:
            host = earlier
        elif guest is None:
            guest = earlier
        if guest is None or guest == host:
            return False
        self.found.invited = True
        self.add([guest], "guest")
        if host is not None:
            self.add([host], "host")
        return True

    def _each(self) -> bool:
        """Whether a plural stands for one encounter with each: `لقاءات مع X وY`."""
        plural = self.words[self.trigger.end - 1].lstrip("ولب").startswith(("لقاءات", "قاءات", "اجتماعات"))
        return plural and self.trigger.light is not None and len(self.found.takers) > 2

    # -- where -------------------------------------------------------------------------------------

    def _destination(self, start: int, to: list[str], bare: bool) -> None:
        """The first place that the visit goes to, with those joined to it."""
        for j in range(start, self.right):
            mention = self.scene.places.get(j)
            if mention is None:
                continue
            governor = self._governor(j, start)
            if self.found.stops:
                if governor != "و" or j - self.found.last > 3:
                    break
            elif self.found.place is not None:
                break
            elif governor not in to and self.words[j - 1] not in to and not (bare and governor == ""):
                continue
            self._go_to(self.scene.place(mention), j)

    def _governor(self, i: int, start: int) -> str:
        """What governs the place at token `i`: `ل`, `ب`, `و` written onto it, a preposition before it, or nothing.

        `العاصمة`, `مدينة` and adjectives of a country may stand between: `إلى العاصمة السورية دمشق`.
        """
        if letters := self.scene.proclitic(i, self.scene.places[i]["outer_start"]):
            return plain(letters)[-1]
        k = i - 1
        while k >= start and not self.at(k, PREPOSITIONS):
            word = self.words[k]
            if not (self.at(k, _before_places()) or k in self.scene.demonyms or self.is_sign(k)) or word in "،,":
                if word[0] in "لب" and (word[1:] in _before_places() or "ا" + word[1:] in _before_places()):
                    return word[0]  # بمدينة، للعاصمة
                return ""
            k -= 1
        return plain(self.words[k]) if k >= self.sent_start and self.at(k, PREPOSITIONS) else ""

    def _go_to(self, place: dict[str, Any], i: int) -> None:
        stops = self.found.stops
        if stops and stops[-1]["country"] == place["country"] and not (stops[-1]["name"] and place["name"]):
            stops[-1] = {**stops[-1], "name": stops[-1]["name"] or place["name"]}
        else:
            stops.append(place)
        if self.found.place is None:
            self.found.place = place
        self.found.last = max(self.found.last, i + 1)

    def _place_at(self, i: int) -> dict[str, Any] | None:
        """The place whose name begins at token `i` or after `العاصمة`, `مدينة` and the like there."""
        for j in range(i, min(i + 4, self.right)):
            mention = self.scene.places.get(j)
            if mention is not None:
                return self.scene.place(mention)
            if not self.at(j, _before_places()) and j not in self.scene.demonyms and not self.is_sign(j):
                return None
        return None

    def _place(self) -> dict[str, Any] | None:
        return self._located(self.trigger.end, self.right) or self._located(self.left, self.trigger.start)

    def _located(self, start: int, end: int) -> dict[str, Any] | None:
        """The first place in `start:end` after a preposition of place; a venue has the country of its city."""
        found: dict[str, Any] | None = None
        for j in range(start, end):
            if self.at(j, TOPIC):
                break
            mention = self.scene.places.get(j)
            if mention is None or self._governor(j, start) not in ("في", "ب", "داخل") or self._situated(j):
                continue
            place = self.scene.place(mention)
            if found is None:
                found = place
            elif not found["country"]:
                found = {**found, "country": place["country"]}
            if found["country"]:
                break
        return found

    def _situated(self, i: int) -> bool:
        """Whether the place only says where something else is: `الأزمة في ليبيا` (the crisis in Libya)."""
        return any(word in SITUATION for word in self.words[max(self.left, i - 4) : i])


def _alike(a: Party, b: Party) -> bool:
    """Whether two parties may be joined: people with people and bodies, states with states and bodies."""
    return (a.type == "country") == (b.type == "country") or "organization" in (a.type, b.type)


def plain_letters(letters: str) -> str:
    """Proclitics without و and ف: `ول` → `ل`."""
    return letters.lstrip("وف")


@cached
def _heads() -> frozenset[str]:
    return frozenset(fold(word) for word in load("meetings")["described"]["heads"])


@cached
def _before_places() -> frozenset[str]:
    return frozenset(fold(word) for word in load("meetings")["place"]["before"])
