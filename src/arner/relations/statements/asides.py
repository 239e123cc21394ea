"""What may stand between a reporting word and what it reports: phrases, appositions, what describes who speaks."""

from __future__ import annotations

from arner.lexicon import word_class
from arner.relations.statements import reporting
from arner.relations.statements.words import CLOSE_PHRASE, PERIODS
from arner.syntax.sentences import Syntax
from arner.syntax.words import ADVERBS, COMMAS, PREPOSITIONS, RELATIVES

_BEGINS_APPOSITION = word_class("begins_apposition")
_WHAT = frozenset({"ما", "من"})  # «دان في بيان [ما] جرى»: what is condemned
_DASHES = word_class("dash")
_WHEN = word_class("temporal")
_YEARS = frozenset({"عاما", "سنه", "عام"})
FAR = 40  # words that may stand between a reporting word and what it reports


class Asides:
    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.words = syntax.words

    def after_phrase(self, j: int, end: int) -> int:
        """After a prepositional phrase of a party, a medium or a date; its noun and what describes it."""
        k = j + 1
        if k in self.syntax.within:
            return self.syntax.within[k].end
        k += 1 + (k < end and self.words[k] in PERIODS)  # في ختام [اجتماعهم]
        while k < end and (
            self.words[k] in PREPOSITIONS
            or k in self.syntax.within
            or self.words[k] in ADVERBS
            or self.words[k] in CLOSE_PHRASE
            or (self.words[k - 1].startswith("ال") and self.words[k].startswith("ال"))
            or self._of_occasion(k)
            or (
                self.words[k - 1] in reporting.documents()
                and not self.words[k].startswith("ال")
                and self.words[k] not in _WHAT
                and self.words[k] not in COMMAS
            )
        ):
            k += 1
        return k

    def _of_occasion(self, k: int) -> bool:
        """`كلمته لدى [افتتاح المعرض]`: the noun at `k` after a preposition of time, or its genitive."""
        noun = self.words[k - 1] in _WHEN and not self.words[k].startswith("ال")
        genitive = self.words[k - 2] in _WHEN and self.words[k].startswith("ال")
        return noun or (genitive and not self.words[k - 1].startswith("ال"))

    def after_dashes(self, j: int) -> int:
        """After what stands between dashes, from the first at `j`: `أيضا -في بيان منفصل- …`; `j` where nothing does."""
        if self.words[j] not in _DASHES or not self.describes(j + 1):
            return j
        end = min(j + FAR, self.syntax.sentence[j][1])
        return next((k + 1 for k in range(j + 1, end) if self.words[k] in _DASHES), j)

    def after_apposition(self, j: int) -> int:
        """After what describes a speaker, from the comma at `j`: `، الأمين العام، الذي يرأسه سليم، …`."""
        start, end = j + 1, min(j + FAR, self.syntax.sentence[j][1])
        while start < end and self.describes(start):
            closing = next((k for k in range(start, end) if self.words[k] == self.words[j]), None)
            if closing is None:
                break
            start = closing + 1
        return start

    def describes(self, k: int) -> bool:
        if k >= len(self.words):
            return False
        word = self.words[k]
        party = self.syntax.at.get(k)
        person = party is not None and party.type in ("person", "described")
        title = word in reporting.speaker_heads() or word.removeprefix("و") in RELATIVES
        adverbial = word in PREPOSITIONS or word in ADVERBS or k in self.syntax.dated
        age = word.isdigit() and not _YEARS.isdisjoint(self.words[k + 1 : k + 2])  # «المغني، [51 عاما]، نفى»
        qualifies = word.startswith("ال") and self.syntax.tagged.pos[k] == "ADJ"  # «النقابة، [المنضوية] تحت لواء»
        return person or title or adverbial or age or qualifies or word in _BEGINS_APPOSITION
