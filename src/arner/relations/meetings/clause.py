"""The clause of a trigger: its bounds, and the parties that stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arner.arabic.orthography import fold
from arner.lexicon import cached, load
from arner.relations.meetings.scene import Scene
from arner.relations.meetings.triggers import Trigger, nouns, verbs
from arner.relations.meetings.words import (
    CIRCUMSTANCE,
    CLAUSE,
    DROPPING,
    NOT_COMPANY,
    PREPOSITIONS,
    PRONOMINAL,
    RELATIVES,
    STOPS,
    TOPIC,
    plain,
)
from arner.syntax.sentences import Party

_ABOUT = frozenset({"نحو", "حوالي", "قرابه", "زهاء", "مئات", "الاف", "عشرات", "ملايين"})
_COUNTING = frozenset({"عدد", "عددا", "كبار", "جميع", "بعض"})


class Clause:
    """`left`, `right`: the tokens of the clause around `trigger`, which end before `limit`."""

    def __init__(self, scene: Scene, trigger: Trigger, limit: int) -> None:
        self.scene = scene
        self.trigger = trigger
        self.words = scene.words
        self.sent_start, self.sent_end = scene.bounds[scene.sentence[trigger.start]]
        self.left = self._left(trigger.start)
        self.right = self._right(trigger.end, limit)
        self.floor = self.left  # from where a place before the trigger may be its own
        self.after_verb = False  # whether a verb of encounter stands before the noun
        self._idle = ("place", "country") if trigger.kind == "visit" else ("place",)
        self._minds = ("person", "described") if trigger.kind == "visit" else ("person", "described", "organization")

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
        if words[i] == "ان" and list(words[i + 2 : i + 3]) in (["بها"], ["به"]):
            return False  # زيارة كان من المقرر أن يقوم بها إلى
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

    def leads(self, party: Party) -> bool:
        """Whether a pronoun or a dropped subject may stand for `party`."""
        dateline = party.end < self.sent_end and self.words[party.end] in (")", "--")  # (CNN)--
        return self.acts(party) and party.type in self._minds and not self.oblique(party) and not dateline

    def first_party(self, start: int, end: int) -> Party | None:
        """The first party in `start:end` that can be subject or object of a verb."""
        skipped = False
        for p in self.between(start, end):
            skipped = self.oblique(p) or (skipped and self.scene.proclitic(p.start, p.char_start) == "و")
            if self.acts(p) and not skipped:  # يلتقي بالملك ووزيره: the minister is joined to the king
                return p
        return None

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

    def no_party(self, i: int) -> bool:
        """Whether a noun that is no party stands at `i`, right after a verb: `وصل الاضطهاد`, `غادر نحو 30 ألف شخص`."""
        if i >= self.right or i in self.scene.within or i in self.scene.places or i in self.scene.dates:
            return False
        word = self.words[i]
        if word in _ABOUT or word[0].isdecimal():
            return True
        thing = word.startswith("ال") and len(word) > 4 and word not in RELATIVES and word not in nouns()
        return thing and not {word, word[2:]} & (heads() | before_places()) and not self._titled(i)

    def _titled(self, i: int) -> bool:
        """Whether a name follows the noun at `i`: `المخرج [فلان]`, `النائبة الجديدة [فلانة]`."""
        near = (self.scene.at.get(j) for j in range(i + 1, min(i + 4, self.right)) if not self.at(j, PREPOSITIONS))
        return any(p is not None and p.type in ("person", "described") for p in near)

    def state_before(self, i: int) -> bool:
        """Whether a state is the subject right before the verb `i`: `إن روسيا زارت الموقع`; a state visits nobody."""
        j = i - 1
        while j > self.left and (self.is_sign(j) or self.words[j] in ("قد", "لن", "لم", "لا", "سوف", "كانت", "تكون")):
            j -= 1
        p = self.scene.within.get(j)
        return p is not None and p.type == "country" and p.kind == "name" and not self.oblique(p)

    def goes_on(self, i: int) -> bool:
        """Whether the verb `i` is joined to what stands before it and may keep its subject: `كما استقبل`."""
        dropping = i > self.sent_start and self.words[i - 1] in DROPPING - RELATIVES
        if self.left > self.sent_start and i - self.left <= 1 and self.words[self.left - 1] in PRONOMINAL:
            return True  # قال إنه قد يلتقي
        return dropping or (self.words[i][0] == "و" and verbs().get(self.words[i][1:]) is not None)

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

    def compares(self, i: int) -> bool:
        """Whether `مع` at `i` belongs to another noun: `تزامنا مع`, `التعاون مع`, `مقارنة مع`."""
        word = self.words[i - 1] if i > self.sent_start else ""
        return self.words[i] == "مع" and plain(word).removeprefix("ب") in NOT_COMPANY

    def described(self, i: int) -> int | None:
        """Where a noun phrase ends that only describes people and begins at `i`: `مسؤولين أوروبيين`."""
        if i >= self.right or i in self.scene.within:
            return None
        word = self.words[i]
        if not {word, plain(word), word[1:] if word[0] == "ب" else word} & heads():
            return None
        if plain(word).startswith("ممثل") and self.words[i + 1 : i + 2] == ["في"]:
            return None  # المديرية ممثلة في إدارتها (represented by)
        if plain(word) in _COUNTING:
            k = i + 1 + (self.words[i + 1 : i + 2] == ["من"])
            if k >= self.right or not {self.words[k], self.words[k].removeprefix("ال")} & heads():
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
        if j - 1 > i and self.words[j - 1] == "من":  # فصائل [من] أجل: no part of it
            j -= 1
        return min(j, self.right)


@cached
def heads() -> frozenset[str]:
    return frozenset(fold(word) for word in load("meetings")["described"]["heads"])


@cached
def before_places() -> frozenset[str]:
    return frozenset(fold(word) for word in load("meetings")["place"]["before"])
