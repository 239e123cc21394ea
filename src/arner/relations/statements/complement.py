"""What a reporting word reports: that …, a quotation, what a preposition governs, an object; and where it begins."""

from __future__ import annotations

from typing import Literal, NamedTuple

from arner.arabic.orthography import fold, is_arabic
from arner.arabic.particles import readings
from arner.lexicon import word_class
from arner.relations.statements import reporting
from arner.relations.statements.quoting import Quoted
from arner.relations.statements.reporting import Wants
from arner.relations.statements.words import (
    CLOSE_PHRASE,
    GOVERN,
    IDIOMS,
    NEGATIONS_AND_LINKS,
    NO_PARTICLE,
    NO_PARTICLE_BEFORE,
    NO_REPORT,
    PERIODS,
    TO_HIM,
    WHOM,
    WITHOUT,
)
from arner.syntax.quotations import Quotation
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS, THAT

_BEGINS_APPOSITION = word_class("begins_apposition")
_IN_IT = frozenset({"فيه", "فيها"})
_WITH_HIM = word_class("with_or_to_him")

How = Literal["that", "quote", "colon", "governed", "object"]

_SCARE = 4  # tokens of a quotation, with its closing mark, that may be one word of somebody else's
FAR = 40  # words that may stand between a reporting word and what it reports


class Complement(NamedTuple):
    """Content begins at token `start` and character `char`; `at`: the token that introduces it."""

    how: How
    at: int
    start: int
    char: int
    quotation: Quotation | None = None


class Complements:
    """Finds complements in one Doc; `reports`: tokens that begin a report of their own."""

    def __init__(self, quoted: Quoted, reports: set[int]) -> None:
        self.quoted = quoted
        self.syntax = quoted.syntax
        self.words = self.syntax.words
        self.doc = self.syntax.doc
        self.reports = reports
        self._named = {m.start for m in self.doc._.mentions}  # characters where names begin: «بريطانية»
        self._dots_ya = "على" in self.syntax.text  # where «على» is written with its letter, «علي» is a name

    def first(self, i: int, wants: Wants, start: int) -> Complement | None:
        """The first complement of the reporting word at `i`, at token `start` or after it; none that another has."""
        found = self._first(i, wants, start)
        return None if found is not None and self._of_another(i, found) else found

    def _first(self, i: int, wants: Wants, start: int) -> Complement | None:
        words, takes, after = self.words, wants.takes, wants.after
        that, speech = wants.that, wants.speech
        end = min(self.syntax.sentence[i][1], i + FAR)
        own = self.quoted.inside[i]
        j = start
        while j < end:
            word = words[j]
            if self.quoted.inside[j] and self.quoted.inside[j] != own and j != start:
                j += 1
                continue
            if word == ":" and (speech or that):
                c = self.colon(j)
                return None if c is not None and c.how == "that" and "quoted" in takes else c
            if j > start and self._another_begins(j, "object" in takes):
                return None
            if word in COMMAS and (k := self._after_aside(j, end, wants)) is not None:
                j = k
                continue
            if speech and (q := self.quoted.speech_at(j)) and not self._not_speech(i, j, q):
                return self._quotation(j, j, q)
            if word in THAT and j in self.syntax.within:
                j += 1  # «بان كي مون», «سي إن إن»: names
                continue
            if word in THAT and words[j - 1] in NO_REPORT:
                return None
            if word in _IN_IT and j > start + 1 and self._says_in_it(j):
                return None
            if word in THAT and (that or (after and word.startswith("بان") and "ب" in after) or "speech" in takes):
                return self._that(j)
            if (found := self._governed(j, wants)) is not None:
                if word == "في" and "clause" in takes and self._clause_follows(j, end):
                    j += 1  # «رأت اللجنة في تقريرها أن»
                    continue
                return found
            if j > start and j in self.reports and words[j][0] in "وف" and not _IN_IT & {*words[j + 1 : j + 2]}:
                return None  # «كلمة الوزير، التي ألقاها وهاجم فيها النقابة»: of the speech
            j += 1
        return None

    def _says_in_it(self, j: int) -> bool:
        """`يعلق على تقرير جاء [فيه] أن`: the report says it, not who comments on it; but `كلمته التي قال [فيها]`."""
        verb = reporting.verb(self.words[j - 1])
        return verb is not None and not verb.dropped and self.words[j - 2] not in RELATIVES

    def _after_aside(self, j: int, end: int, wants: Wants) -> int | None:
        """After `، النائب عن الحزب،` from its comma at `j`, where what the cue asks for follows at once."""
        if not self._describes(j + 1):
            return None
        for k in range(j + 2, end - 1):
            if self.words[k] in COMMAS:
                following = self.words[k + 1]
                asked = (following in THAT and wants.that) or following in wants.after
                return k + 1 if asked else None
            if self.words[k] in THAT or k in self.reports:
                return None
        return None

    def _another_begins(self, j: int, has_object: bool) -> bool:
        """Whether another report begins at token `j` after a comma: `…، مؤكدة أن`, `…، حيث قال`."""
        words = self.words
        carries_on = j in self.reports and words[j - 1] in COMMAS
        if carries_on and has_object and words[j][0] == "م":
            return True  # «أعلنت الشرطة تفاصيل القضية، مؤكدة …»
        # «نفى الوزير المسؤولية، حيث قال: …»
        return words[j] == "حيث" and reporting.verb(words[min(j + 1, len(words) - 1)]) is not None

    def _of_another(self, i: int, c: Complement) -> bool:
        """Whether a verb after a comma has `c` for its own: `في رده على تصريحات الوزير، [أكد] سليم أن`."""
        for k in range(i + 1, c.at):
            if k not in self.reports or self.words[k - 1] not in COMMAS:
                continue
            report = reporting.verb(self.words[k])
            if report is None or report.form.number != "s" or report.form.suffix or report.form.kind == "participle":
                continue
            wants, before = report.entry.wants, self.words[c.at - 1]
            governed = before in PREPOSITIONS and before not in wants.after  # «أشار في بيان، أورد الموقع نصه، [إلى] أن»
            if wants.that and c.how == "that" and not governed and self.words[k] != "عبر":
                return True
        return False

    def _not_speech(self, i: int, j: int, q: Quotation) -> bool:
        """Whether the quotation at `j` is a name, or a word that the journalist keeps at a distance."""
        if self.quoted.is_name(j, q) or self._is_speaker(j, q) or self._latin_name(j, q):
            return True
        if not q.closed or self.quoted.token(q.end - 1) - j > _SCARE or j == i + 1:
            return False
        before = self.words[j - 1]
        parted = before in COMMAS or before in ADVERBS or j - 1 in self.syntax.within
        return not parted and before not in reporting.speaker_heads() and reporting.verb(before) is None

    def _is_speaker(self, j: int, q: Quotation) -> bool:
        """`أكد "المصدر المسؤول" في الوزارة "أن الجسر آمن"`: few words that say who, and later what is said."""
        last = self.quoted.token(q.end - 1)
        if not q.closed or last - j > _SCARE or self.words[j + 1] not in reporting.speaker_heads():
            return False
        end = min(self.syntax.sentence[j][1], last + _SCARE * 2)
        return any(self.words[k] in THAT or self.words[k] in OPENERS for k in range(last + 1, end))

    def _quotation(self, at: int, opening: int, q: Quotation) -> Complement:
        """The quotation that opens at token `opening`, without an أن inside it: `"بأن الجسر آمن"`."""
        start = min(opening + 1, len(self.words) - 1)
        if self.words[start] in THAT and start + 1 < len(self.words):
            inner = self.quoted.starts[start + 1]
            return Complement("quote", at, start + 1, inner, q._replace(inner_start=inner))
        return Complement("quote", at, start, q.inner_start, q)

    def colon(self, j: int) -> Complement | None:
        k = j + 1
        while k < len(self.words) and self.words[k].isspace() and k < j + 3:
            k += 1
        if k >= len(self.words):
            return None
        if q := self.quoted.opened.get(self.quoted.starts[k]):
            return Complement("quote", j, min(k + 1, len(self.words) - 1), q.inner_start, q)
        if self.words[k] in THAT:
            return self._that(k)
        return self._at("colon", j, k)

    def _that(self, j: int) -> Complement | None:
        """What follows أن at `j`, also after a colon: `أن: «الجسر آمن»`."""
        colon = j + 2 < len(self.words) and self.words[j + 1] == ":"
        return self._at("that", j, j + 1 + colon)

    def _clause_follows(self, j: int, end: int) -> bool:
        """Whether أن stands soon after `j`, with nothing between that could be reported itself."""
        for k in range(j + 1, min(j + 8, end)):
            if self.words[k] in THAT:
                return True
            if self.words[k] in STOPS or self.words[k] in OPENERS or self.words[k] == ":":
                return False
        return False

    def _governed(self, j: int, wants: Wants) -> Complement | None:
        """What a preposition at token `j`, or one written onto it, governs where the cue asks for it."""
        word = self.words[j]
        following = self.words[j + 1] if j + 1 < len(self.words) else ""
        if word in wants.after and following:
            return self._after_preposition(j, following)
        letter = word[:1]
        if letter not in wants.after or letter not in "بل":
            return None
        if len(word) < 3 and following[:1] not in OPENERS:
            return None
        if word in ("ب", "بـ", "ل") and following in OPENERS:
            return self._at("governed", j, j + 1)
        return None if len(word) < 3 or self._own_letter(j, wants) else self._attached(j)

    def _after_preposition(self, j: int, following: str) -> Complement | None:
        words, word = self.words, self.words[j]
        if following in IDIOMS.get(word, ()) or (j > 0 and words[j - 1] in GOVERN) or j + 1 in self.syntax.dated:
            return None
        there = self.syntax.at.get(j + 1)
        if word == "الي" and there is not None and there.type in ("place", "country"):
            return None  # «دعا مبعوث المنظمة إلى اليمن إلى …»
        if j in self.syntax.within or (word == "علي" and self.doc[j].text.endswith("ي") and self._dots_ya):
            return None  # the name Ali
        if following in THAT:
            return self._that(j + 1)
        q = self.quoted.opened.get(self.quoted.starts[j + 1])
        if q is not None and j + 3 < len(words) and words[j + 2] in THAT:  # «شدد على "أن …"»
            return self._quotation(j, j + 1, q)
        return self._at("governed", j, j + 1)

    def _own_letter(self, j: int, wants: Wants) -> bool:
        """Whether the first letter of token `j` is no preposition that the cue governs: its own, or an adverb's."""
        word = self.words[j]
        if self.doc[j].idx in self._named or word in ADVERBS or j in self.syntax.dated or word in _WITH_HIM:
            return True
        if word in NO_PARTICLE or (word.startswith(NO_PARTICLE_BEFORE) and word not in WITHOUT) or word in THAT:
            return True
        party = self.syntax.within.get(j)
        if party is not None:  # «دعا لبنان»: to whom, not to what
            return wants.whom or party.start != j or not self.syntax.proclitic(party).endswith(word[0])
        # «دعوته [للأطراف] إلى»
        return wants.whom and readings(word)[-1][0] in reporting.speaker_heads() | WHOM

    def _attached(self, j: int) -> Complement:
        token = self.doc[j]
        whole = self.words[j].startswith("لل")
        return Complement("governed", j, j, token.idx + (0 if whole else _letter_length(token.text)))

    def object(self, i: int, start: int) -> Complement | None:
        """The direct object: the first noun at token `start` or a little after it."""
        end = min(self.syntax.sentence[i][1], start + 12)
        j = start
        while j < end:
            q = self.quoted.opened.get(self.quoted.starts[j])
            if q is not None:
                if j != start or not (self._another_name(j, q) or self._latin_name(j, q)):
                    return self._at("object", j, j)
                j = start = self.quoted.token(q.end - 1) + 1
            elif self.words[j] in COMMAS and j == start:
                j = self._after_apposition(j)
                end = min(self.syntax.sentence[i][1], j + 12)
            elif (k := self._over(j, end)) is not None:
                j = k
            elif self._no_object(j):
                return None
            elif (k := self._after_speaker(start, j, end)) is not None:
                j = start = k
            elif (k := self._over_attached(j)) is not None:
                j = k
            elif reporting.verb(self.words[j]) is not None and reporting.noun(self.words[j]) is None:
                return None
            else:
                return self._at("object", j, j)
        return None

    def asked(self, i: int, start: int, of: frozenset[str]) -> Complement | None:
        """The act that is asked of somebody: `طلب من السكان [الابتعاد] عن النهر`; `of`: prepositions before whom."""
        words, phrases = self.words, self.syntax.phrase_at
        end = min(self.syntax.sentence[i][1], start + 8)
        j = next((k for k in range(start, end) if words[k] in of or words[k] in STOPS or k in self.reports), end)
        if j + 1 >= end or words[j] not in of:
            return None
        party, phrase = self.syntax.at.get(j + 1), phrases(j + 1)
        k = max(party.end if party is not None else 0, phrase.end if phrase is not None else 0)
        act = phrases(k) if 0 < k < self.syntax.sentence[i][1] else None
        if act is None or act.start != k or act.prep or act.conj or k in self.syntax.within or k in self.syntax.dated:
            return None
        # «طلبت من البنك قرضا»: a thing
        return None if words[k].endswith("ا") or words[k] in ADVERBS else self._at("object", k, k)

    def _over(self, j: int, end: int) -> int | None:
        """After a date, an adverb or a prepositional phrase at token `j`: the object is still to come."""
        word = self.words[j]
        if j in self.syntax.dated:
            return max(self.syntax.dated[j], j + 1)
        if word in COMMAS:  # «انتقدت في وقت سابق، دعم …»
            return j + 1 if self.words[j - 1] in CLOSE_PHRASE else None
        if word in ADVERBS or word in CLOSERS or word in CLOSE_PHRASE or word in _IN_IT:  # المصدر [نفسه]
            return j + 1  # «بيان استنكر [فيه] هدم المدرسة»
        if word.startswith("لل") and j not in self.syntax.within:  # «أعلنت الوزارة [للصحافة] تفاصيل»
            return j + 1
        return self.after_phrase(j, end) if word in PREPOSITIONS else None

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

    def _after_speaker(self, start: int, j: int, end: int) -> int | None:
        """After what still belongs to the speaker who ends at token `start`: an adjective, a second speaker."""
        words, word = self.words, self.words[j]
        if not all(w in CLOSERS for w in words[start:j]):
            return None
        if words[j - 1] in CLOSERS and word.startswith("ال") and word.endswith(("ي", "يه")):
            return j + 1  # «كشف موقع "الحدث" [التركي] تفاصيل»
        if word[0] == "و" and word[1:] in reporting.speaker_heads():
            return self._after_another(j, end)  # «دانت المنظمة [وجماعات حقوق الإنسان] الهجوم»
        adjective = j == start and word.startswith("ال") and words[j - 1].startswith("ال")
        # «أعلنت وزارة الدفاع [السعودية]، الثلاثاء، سقوط …»
        return j + 1 if adjective and j + 1 < end and words[j + 1] in COMMAS else None

    def _over_attached(self, j: int) -> int | None:
        """After a word that is joined or governed: `في الحادي [والعشرين] من`, `أعلن [لرويترز] تفاصيل`."""
        word = self.words[j]
        if word.startswith("وال") and j - 1 not in self.syntax.within:
            return j + 1
        if word[0] in "بل" and j in self.syntax.at and self.syntax.proclitic(self.syntax.at[j]):
            return max(self.syntax.at[j].end, j + 1)
        return None

    def _another_name(self, j: int, q: Quotation) -> bool:
        """Whether the quotation at `j` only names again who stands before it: `تنظيم الدولة ["داعش"]`."""
        before, inner = self.syntax.within.get(j - 1), self.syntax.at.get(j + 1)
        whole = q.closed and inner is not None and inner.end == self.quoted.token(q.end - 1)
        return whole and before is not None and inner is not None and inner.refs == before.refs != ()

    def _latin_name(self, j: int, q: Quotation) -> bool:
        """Whether the quotation at `j` is who speaks in Latin letters: `أعلنت الشركة المصنعة ["XLCC"] عن`."""
        last = self.quoted.token(q.end - 1)
        follows = self.words[last + 1 : last + 2]
        short = q.closed and last - j <= _SCARE and bool(follows) and follows[0] in PREPOSITIONS
        return short and not any(is_arabic(w) for w in self.words[j + 1 : last])

    def _after_another(self, j: int, end: int) -> int:
        """After a second speaker who is described: the noun at `j`, its genitive or its adjective."""
        j += 1
        if j + 1 < end and not self.words[j].startswith("ال") and self.words[j + 1].startswith("ال"):
            return j + 2  # حقوق الإنسان
        while j < end and (self.words[j].startswith("ال") or self.words[j].endswith(("ه", "ون", "ين"))):
            j += 1
        return j

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
            or (
                self.words[k - 1] in reporting.documents()
                and not self.words[k].startswith("ال")
                and self.words[k] not in COMMAS
            )
        ):
            k += 1
        return k

    def _after_apposition(self, j: int) -> int:
        """After what describes a speaker, from the comma at `j`: `، الأمين العام، الذي يرأسه سليم، …`."""
        start, end = j + 1, min(j + FAR, self.syntax.sentence[j][1])
        while start < end and self._describes(start):
            closing = next((k for k in range(start, end) if self.words[k] == self.words[j]), None)
            if closing is None:
                break
            start = closing + 1
        return start

    def _describes(self, k: int) -> bool:
        if k >= len(self.words):
            return False
        word = self.words[k]
        party = self.syntax.at.get(k)
        person = party is not None and party.type in ("person", "described")
        title = word in reporting.speaker_heads() or word.removeprefix("و") in RELATIVES
        adverbial = word in PREPOSITIONS or word in ADVERBS or k in self.syntax.dated
        return person or title or adverbial or word in _BEGINS_APPOSITION

    def _at(self, how: How, at: int, start: int) -> Complement | None:
        end = self.syntax.sentence[at][1]
        if start >= end or start >= len(self.words):
            return None
        q = self.quoted.opened.get(self.quoted.starts[start])
        return Complement(how, at, start, self.quoted.starts[start], q)


def _letter_length(text: str) -> int:
    """Characters of the first letter with the marks and the tatweel on it."""
    n = 1
    while n < len(text) and (text[n] == "ـ" or not fold(text[n])):
        n += 1
    return n if n < len(text) else 0
