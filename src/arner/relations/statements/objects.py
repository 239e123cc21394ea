"""The object of a reporting word, where that is what is said: `نفى [صحة الخبر]`, `طلب من السكان [الابتعاد]`."""

from __future__ import annotations

from arner.lexicon import word_class
from arner.relations.statements import reporting
from arner.relations.statements.asides import Asides
from arner.relations.statements.complement import IN_IT, Complement, begun
from arner.relations.statements.quoting import Quoted
from arner.relations.statements.words import CLOSE_PHRASE, IN_WORDS, NEGATIONS_AND_LINKS, TO_HIM
from arner.syntax.quotations import Quotation
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, PREPOSITIONS, RELATIVES, STOPS, THAT

_MONTHS = word_class("month_told_twice")
_ORDINALS = frozenset({"الاول", "الثاني"})
_LOOKED = 12  # words after a reporting word, or after what describes who speaks, among which its object begins
_ASKED = 8  # the same for whom something is asked of


class Objects:
    """Finds objects in one Doc; `reports`: tokens that begin a report of their own."""

    def __init__(self, quoted: Quoted, asides: Asides, reports: set[int]) -> None:
        self.quoted = quoted
        self.asides = asides
        self.syntax = quoted.syntax
        self.words = self.syntax.words
        self.reports = reports

    def first(self, i: int, start: int) -> Complement | None:
        """The direct object: the first noun at token `start` or a little after it."""
        end = min(self.syntax.sentence[i][1], start + _LOOKED)
        j = start
        while j < end:
            q = self.quoted.opened.get(self.quoted.starts[j])
            if q is not None:
                if not self._names(j, start, q):
                    return begun(self.quoted, "object", j, j)
                j = start = self.quoted.token(q.end - 1) + 1
            elif self.words[j] in COMMAS and j == start:
                j = self.asides.after_apposition(j)
                end = min(self.syntax.sentence[i][1], j + _LOOKED)
            elif (after := self.asides.after_dashes(j)) > j:
                j = after
                end = min(self.syntax.sentence[i][1], j + _LOOKED)
            elif (k := self._over(j, end)) is not None:
                j = k
            elif self._no_object(j):
                return None
            elif (k := self._after_speaker(start, j, end)) is not None:
                j = start = k
            elif (k := self._over_attached(j)) is not None:
                j = k
            elif self._reports(j):
                return None
            else:
                return begun(self.quoted, "object", j, j)
        return None

    def asked(self, i: int, start: int, of: frozenset[str]) -> Complement | None:
        """The act that is asked of somebody: `طلب من السكان [الابتعاد] عن النهر`; `of`: prepositions before whom."""
        words, phrases = self.words, self.syntax.phrase_at
        end = min(self.syntax.sentence[i][1], start + _ASKED)
        j = next((k for k in range(start, end) if words[k] in of or words[k] in STOPS or k in self.reports), end)
        if j + 1 >= end or words[j] not in of:
            return None
        party, phrase = self.syntax.at.get(j + 1), phrases(j + 1)
        k = max(party.end if party is not None else 0, phrase.end if phrase is not None else 0)
        act = phrases(k) if 0 < k < self.syntax.sentence[i][1] else None
        if act is None or act.start != k or act.prep or act.conj or k in self.syntax.within or k in self.syntax.dated:
            return None
        # «طلبت من البنك قرضا»: a thing
        return None if words[k].endswith("ا") or words[k] in ADVERBS else begun(self.quoted, "object", k, k)

    def _over(self, j: int, end: int) -> int | None:
        """After a date, an adverb or a prepositional phrase at token `j`: the object is still to come."""
        word = self.words[j]
        if word == "بتاريخ":
            return max(self.syntax.dated.get(j + 1, 0), j + 1)
        if j in self.syntax.dated:
            return max(self.syntax.dated[j], j + 1)
        if word in COMMAS:  # «انتقدت في وقت سابق، دعم …»
            return j + 1 if self.words[j - 1] in CLOSE_PHRASE else None
        if word in IN_WORDS:
            return j + 1
        if word in ADVERBS or word in CLOSERS or word in CLOSE_PHRASE or word in IN_IT:  # المصدر [نفسه]
            return j + 1  # «بيان استنكر [فيه] هدم المدرسة»
        if self.words[j - 1] in _MONTHS and word in _MONTHS | _ORDINALS:
            return j + 1  # «في ديسمبر [كانون الأول]»
        if word.startswith("لل") and j not in self.syntax.within:  # «أعلنت الوزارة [للصحافة] تفاصيل»
            return j + 1
        if word not in PREPOSITIONS:
            return None
        return max(self.syntax.dated.get(j + 1, 0), self.asides.after_phrase(j, end))

    def _no_object(self, j: int) -> bool:
        """Whether no object begins at token `j`, nor after it."""
        word = self.words[j]
        if word == "ذلك" and not self.words[min(j + 1, len(self.words) - 1)].startswith("ال"):
            return True  # «أكد ذلك»: nothing is said here
        if word in STOPS or word == ":" or word in RELATIVES or word in THAT or j in self.reports or word in COMMAS:
            return True
        if word in NEGATIONS_AND_LINKS or word in TO_HIM or not any(c.isalpha() for c in word):
            return True
        return word[0] in "وف" and j in self.syntax.at and bool(self.syntax.proclitic(self.syntax.at[j]))

    def _reports(self, j: int) -> bool:
        """Whether a word of reporting stands at token `j`, and no noun: `وصف الوزير [مقترح] التحالف بأنه جيد`."""
        report = reporting.verb(self.words[j])
        if report is None or reporting.nouns()[self.words[j]] is not None:
            return False
        return self.words[j] != report.entry.participle

    def _after_speaker(self, start: int, j: int, end: int) -> int | None:
        """After what still belongs to the speaker who ends at token `start`: an adjective, a second speaker."""
        words, word = self.words, self.words[j]
        if j == start and (after := self._after_qualified(j, end)) is not None:
            return after
        if not all(w in CLOSERS for w in words[start:j]):
            return None
        if words[j - 1] in CLOSERS and word.startswith("ال") and word.endswith(("ي", "يه")):
            return j + 1  # «كشف موقع "الحدث" [التركي] تفاصيل»
        if word[0] == "و" and word[1:] in reporting.speaker_heads():
            return self._after_another(j, end)  # «دانت المنظمة [وجماعات حقوق الإنسان] الهجوم»
        body = j - 1 in self.syntax.within and self.syntax.within[j - 1].type == "organization"
        adjective = j == start and word.startswith("ال") and (words[j - 1].startswith("ال") or body)
        # «أعلنت وزارة الدفاع [السعودية]، الثلاثاء، سقوط …»
        # «توقعت صحيفة النهار [الأردنية] أن»
        return j + 1 if adjective and j + 1 < end and (words[j + 1] in COMMAS or words[j + 1] in THAT) else None

    def _after_qualified(self, j: int, end: int) -> int | None:
        """After an adjective with its phrase: `أعلنت الجماعة [المقربة من الحكومة] إغلاق مكتبها`."""
        if j + 2 >= end or not self.words[j].startswith("ال") or self.syntax.tagged.pos[j] != "ADJ":
            return None
        k = j + 1 + (self.words[j + 1] in PREPOSITIONS)
        governed = k > j + 1 or (self.words[k][0] in "بل" and self.syntax.word(k).prep != "")
        party, phrase = self.syntax.within.get(k), self.syntax.phrase_at(k)
        if not governed or (party is None and phrase is None):
            return None
        after = party.end if party is not None else phrase.end if phrase is not None else k
        following = self.syntax.phrase_at(after) if after < end else None
        # its object stands right after it, and no preposition before that
        bare = following is not None and (following.start == after or party is not None)
        bare = bare and not self.syntax.word(after).prep + self.syntax.word(after).conj
        return after if bare and after not in self.syntax.dated else None

    def _over_attached(self, j: int) -> int | None:
        """After a word that is joined or governed: `في الحادي [والعشرين] من`, `أعلن [لرويترز] تفاصيل`."""
        word = self.words[j]
        if word.startswith("وال") and j - 1 not in self.syntax.within:
            return j + 1
        if word[0] in "بل" and j in self.syntax.at and self.syntax.proclitic(self.syntax.at[j]):
            return max(self.syntax.at[j].end, j + 1)
        return None

    def _names(self, j: int, start: int, q: Quotation) -> bool:
        """Whether the quotation at `j` is a name of who speaks, who ends at token `start`, or of whom it is told."""
        if j != start:
            return self.words[j - 1].startswith("لل") and self.quoted.is_short(j, q)  # «المطورة للعبة "الطيور"»
        named = self._another_name(j, q) or self.quoted.is_latin_name(j, q)
        return named or self.quoted.is_apposed_name(j, q)

    def _another_name(self, j: int, q: Quotation) -> bool:
        """Whether the quotation at `j` only names again who stands before it: `تنظيم الدولة ["داعش"]`."""
        before, inner = self.syntax.within.get(j - 1), self.syntax.at.get(j + 1)
        whole = q.closed and inner is not None and inner.end == self.quoted.token(q.end - 1)
        return whole and before is not None and inner is not None and inner.refs == before.refs != ()

    def _after_another(self, j: int, end: int) -> int:
        """After a second speaker who is described: the noun at `j`, its genitive or its adjective."""
        j += 1
        if j + 1 < end and not self.words[j].startswith("ال") and self.words[j + 1].startswith("ال"):
            return j + 2  # حقوق الإنسان
        while j < end and (self.words[j].startswith("ال") or self.words[j].endswith(("ه", "ون", "ين"))):
            j += 1
        return j
