"""Where an encounter is held, and where a visit goes."""

from __future__ import annotations

from typing import Any

from arner.arabic.orthography import fold
from arner.lexicon import cached, load
from arner.mentions.offices.heads import honorifics
from arner.relations.meetings.clause import before_places
from arner.relations.meetings.takers import Taking
from arner.relations.meetings.words import PREPOSITIONS, SITUATION, TOPIC, plain

NEAR = 5  # words between `حيث` and the trigger


class Placing(Taking):
    """Finds the place of the encounter, or the stops of a visit."""

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
        if letters := self.scene.proclitic(i, self.scene.places[i].outer_start):
            return plain(letters)[-1]
        k = i - 1
        while k >= start and not self.at(k, PREPOSITIONS):
            word = self.words[k]
            if not (self.at(k, before_places()) or k in self.scene.demonyms or self.is_sign(k)) or word in "،,":
                if word[0] in "لب" and (word[1:] in before_places() or "ا" + word[1:] in before_places()):
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
            if not self.at(j, before_places()) and j not in self.scene.demonyms and not self.is_sign(j):
                return None
        return None

    def place(self) -> dict[str, Any] | None:
        after = self._located(self.trigger.end, self.right) or self.venue(self.trigger.end, self.right)
        return after or self._bound_for() or self._located(self.floor, self.trigger.start) or self._where()

    def _bound_for(self) -> dict[str, Any] | None:
        """Where somebody goes for the encounter: `متوجها إلى الدوحة للقاء أمير قطر`."""
        noun, i = self.trigger.noun, self.trigger.start
        if noun is None or noun.preposition != "ل" or self.trigger.kind == "visit":
            return None
        for j in range(i - 1, max(self.sent_start, i - 4) - 1, -1):
            mention = self.scene.places.get(j)
            if mention is not None:
                near = self.scene.token(mention.end - 1) == i - 1
                return self.scene.place(mention) if near and self._governor(j, self.sent_start) in _TOWARDS else None
        return None

    def _where(self) -> dict[str, Any] | None:
        """The place right before `حيث`, of which the clause tells: `من البرازيل حيث يقوم بزيارة`."""
        i = self.trigger.start
        near = range(i - 1, max(self.sent_start, i - NEAR) - 1, -1)
        where = next((j for j in near if self.words[j] == "حيث"), None)
        if where is None or self.trigger.kind != "visit":
            return None
        before = (self.scene.places.get(j) for j in range(where - 1, max(self.sent_start, where - 4) - 1, -1))
        return next((self.scene.place(mention) for mention in before if mention is not None), None)

    def _located(self, start: int, end: int) -> dict[str, Any] | None:
        """The first place in `start:end` after a preposition of place; a venue has the country of its city."""
        found: dict[str, Any] | None = None
        for j in range(start, end):
            if self.at(j, TOPIC) or (self.at(j, ("قبل", "بعد")) and self.words[j + 1 : j + 2] == ["ان"]):
                break
            mention = self.scene.places.get(j)
            if mention is None or self._governor(j, start) not in ("في", "ب", "داخل") or self._situated(j):
                continue
            holder = self.scene.within.get(j)
            if holder is not None and holder.type == "person" and self.scene.token(mention.end - 1) + 1 < holder.end:
                continue  # «ممثل المنظمة في [اليمن] سليم عمر»: of the office
            place = self.scene.place(mention)
            if found is None:
                found = place
            elif not found["country"]:
                found = {**found, "country": place["country"]}
            if found["country"]:
                break
        return found

    def venue(self, start: int, end: int) -> dict[str, Any] | None:
        """A building told by a common noun: `في قصر المؤتمرات`, `بمقر وزارة الخارجية المغربية`."""
        for j in range(start, end):
            if self.at(j, TOPIC):
                break
            word = self.words[j] if self.words[j] in venues() else plain(self.words[j])  # فندق is no «and»
            inside = j > start and self.at(j - 1, ("في", "داخل"))
            if not ((word in venues() and inside) or (word[:1] == "ب" and word[1:] in venues())):
                continue
            holder = self.scene.within.get(j)
            if holder is not None and holder.type in ("person", "described"):
                continue  # «المستشار [بالديوان الملكي]»: of the office
            last = j + 1
            while (
                last < min(end, j + 5)
                and not (self.is_sign(last) or self.at(last, PREPOSITIONS))
                and (self.words[last].startswith("ال") or last in self.scene.within or last in self.scene.places)
                and last not in self.scene.dates
                and not (last > j + 1 and self.words[last] in honorifics())
            ):
                last += 1
            if last == j + 1 and not self.words[j].removeprefix("ب").startswith("ال"):
                if not self.words[j + 2 : j + 3] or not self.words[j + 2].startswith("ال") or j + 2 >= end:
                    continue
                last = j + 3  # مقر رئاسة الجمهورية
            a, b = self.scene.span(j, last)
            return {"ref": None, "name": self.scene.text[a + (not inside) : b], "country": self._country_of(j, last)}
        return None

    def _country_of(self, start: int, end: int) -> str | None:
        """The country told within a venue or right after it: `مقر الخارجية المصرية`, `في فندق بالدوحة`."""
        for j in range(start, min(end + 4, self.right)):
            if j >= end and self.is_sign(j):
                return None
            if j in self.scene.demonyms and j < end:
                return self.scene.demonyms[j]
            if j in self.scene.places:
                country: str | None = self.scene.places[j].country
                return country
        return None

    def _situated(self, i: int) -> bool:
        """Whether the place only says where something else is: `الأزمة في ليبيا` (the crisis in Libya)."""
        near = self.words[max(self.left, i - 4) : i]
        return any(word in SITUATION or "ال" + word.removeprefix("لل") in SITUATION for word in near)


_TOWARDS = ("الي", "ل", "نحو")


@cached
def venues() -> frozenset[str]:
    return frozenset(fold(word) for word in load("meetings")["place"]["venues"])
