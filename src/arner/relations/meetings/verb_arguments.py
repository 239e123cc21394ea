"""The arguments of a verb that is an encounter, by its frame: with, receive, go, be."""

from __future__ import annotations

from arner.relations.meetings.places import Placing
from arner.relations.meetings.triggers import verbs
from arner.relations.meetings.words import PREPOSITIONS
from arner.syntax.sentences import Party
from arner.syntax.words import ADVERBS


class VerbReader(Placing):
    def frame(self) -> None:
        """Read what stands around the verb, as the entry of its trigger says."""
        assert self.trigger.verb is not None
        {"with": self._with, "receive": self._receive, "go": self._go, "be": self._be}[
            self.trigger.verb.entry["frame"]
        ]()

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

    def _earlier_subject(self, party: Party, role: str) -> None:
        """`party` is the object where the verb goes on with a subject named before: `حيث التقى الأمير`."""
        earlier = self.agent(self.trigger.start)
        if earlier is not None and not set(earlier.refs) & set(party.refs) and earlier.type == "person":
            self.add([earlier], role)

    def _marked(self, start: int, by: list[str], role: str = "participant") -> None:
        """Take whoever stands after one of the prepositions `by`."""
        letters = tuple(b for b in by if len(b) == 1)
        j = start
        while j < self.right:
            if self.at(j, by):
                j = self.take_at(j + 1, role) or j + 1
                continue
            p = self.scene.at.get(j)
            named = p is not None and p.type in ("person", "organization", "described")
            if self.words[j][:1] in letters and self.words[j] not in verbs() and (end := self.described(j)):
                self.add_words(j, end, role)
                j = end
                continue
            if p is not None and named and self.scene.proclitic(j, p.char_start) in letters:
                self.add(self.group(p))
            j += 1

    def _receive(self) -> None:
        """`استقبل X Y`, `X يستقبل Y`, `كما استقبل Y`."""
        i = self.trigger.start
        host, after = self.subject(i)
        if host is not None and self._is_thing(i + 1, host):
            return
        guest = self.first_party(after, self.right)
        if guest is not None and (guest.type not in ("person", "described") or self._is_thing(after, guest)):
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

    def _is_thing(self, i: int, party: Party) -> bool:
        """Whether what is received is a thing of `party`, which governs it at once: `استقبل [تمريرة] زميله`."""
        between = range(i + 1, party.start)  # تمريرة [الألماني] فلان
        if (
            party.start <= i
            or any(j not in self.scene.demonyms for j in between)
            or self.described(i)
            or self.is_sign(i)
            or i in self.scene.dates
        ):
            return False
        word, text = self.words[i], self.scene.doc[i].text
        own = word.endswith(("ه", "ها", "هم")) and not text.endswith("ة")  # مكتبه
        return not own and not word.startswith("ال") and not self.at(i, PREPOSITIONS) and word not in ADVERBS

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
            self._company(i + 1)
            return
        visitors = self.group(visitor, None if visitor.start > i else i)
        self.add([*(self._joined_before(visitor) if visitor.start < i else []), *visitors], "guest")
        self._destination(i + 1, verb.entry.get("to", []), verb.entry.get("object", False))
        if hosts := verb.entry.get("host"):
            self._marked(i + 1, hosts, "host")
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
        elif j in self.scene.places and self.scene.proclitic(j, self.scene.places[j].outer_start) == "ب":
            place = self._place_at(j)
        home = self.scene.countries.get(p.refs[0] if p.refs else "", p.country)
        if place is not None and home and place["country"] and place["country"] != home:
            self.add([p], "guest")
            self._go_to(place, j)
