"""Who takes part: the subject of the verb, whoever a pronoun stands for, and those joined to them by و."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from arner.arabic.orthography import fold
from arner.relations.meetings.clause import Clause, heads
from arner.relations.meetings.scene import Scene
from arner.relations.meetings.triggers import Trigger, nouns, verbs
from arner.relations.meetings.words import (
    CLAUSE,
    COMPANY,
    CONTROL,
    PREPOSITIONS,
    PRONOMINAL,
    RELATIVES,
    TOPIC,
    plain,
)
from arner.syntax.sentences import Party
from arner.syntax.subjects import subject_after

_BREAKING = PREPOSITIONS | RELATIVES | TOPIC
GAP = 8  # words that may stand between two coordinated parties: an apposition
SUBJECT_GAP = 16  # words between a verb and its subject: adverbs, a place, a date


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


class Taking(Clause):
    """Finds those who act in the clause and takes them into `found`."""

    def __init__(self, scene: Scene, trigger: Trigger, limit: int) -> None:
        super().__init__(scene, trigger, limit)
        self.found = Arguments(first=trigger.start, last=trigger.end)

    # -- who acts ----------------------------------------------------------------------------------

    def subject(self, i: int) -> tuple[Party | None, int]:
        """The subject of the verb `i`, and the token from which its objects stand."""
        if self.no_party(i + 1) or (self.trigger.kind == "visit" and self.state_before(i)):
            return None, i + 1
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

    def _joined_before(self, subject: Party) -> list[Party]:
        """Those who stand before a subject that is joined to them: `بوتين وشي`."""
        # قال بوتين إنه وشي سيناقشان
        pronoun = self.left > self.sent_start and self.at(self.left - 1, PRONOMINAL) and subject.start == self.left
        if pronoun and self.scene.proclitic(subject.start, subject.char_start) == "و":
            earlier = self.agent(self.left - 1)
            return [earlier] if earlier is not None else []
        return [p for p in self.between(self.left, subject.start) if subject in self.group(p)]

    # -- taking ------------------------------------------------------------------------------------

    def add(self, parties: list[Party], role: str = "participant") -> None:
        for described in parties:
            party = self._named(described)
            self.found.first = min(self.found.first, described.start)
            self.found.last = max(self.found.last, party.end)
            for ref in party.refs or (None,):
                name = self.scene.names.get(ref or "", party.name)
                of_state = ref is not None and ref.startswith("country:")
                country = ref[8:] if ref and of_state else self.scene.countries.get(ref or "", party.country)
                if not (of_state and self.trigger.kind == "visit"):  # a state visits nobody
                    self.take(Taker(ref, name, role, country))

    def _named(self, party: Party) -> Party:
        """`مسؤول الاستخبارات [سليم عمر]`: whose name ends a description that goes on after its party."""
        j = party.end
        while j < min(party.end + 3, self.right) and self.words[j].startswith("ال") and j not in self.scene.within:
            j += 1
        q = self.scene.at.get(j) if party.type == "described" and j > party.end and j < self.right else None
        plain_name = q is not None and q.type == "person" and q.refs and not self.scene.proclitic(j, q.char_start)
        return q if q is not None and plain_name else party

    def add_words(self, start: int, end: int, role: str = "participant") -> None:
        a, b = self.scene.span(start, end)
        text = self.scene.text[a:b]
        if self.words[start].startswith("لل"):
            text = "ا" + text[1:]  # للقادة
        elif self.words[start] not in heads():
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

    def _company(self, start: int) -> None:
        for j in range(start, self.right):
            if self.at(j, COMPANY) and not self.compares(j):
                self.take_at(j + 1)


def _alike(a: Party, b: Party) -> bool:
    """Whether two parties may be joined: people with people and bodies, states with states and bodies."""
    return (a.type == "country") == (b.type == "country") or "organization" in (a.type, b.type)
