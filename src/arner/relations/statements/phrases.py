"""Noun phrases of whoever is only described: `مسؤول أمريكي كبير`, `رئيس الغرفة، سليم عمر`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.relations.statements import reporting
from arner.relations.statements.words import PERIODS
from arner.syntax.sentences import Party, Syntax, after_title
from arner.syntax.verbs import acting_verb
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS, THAT

_OWNERS = tuple(sorted(word_class("owner_ending")))
_WITHIN = word_class("within_phrase")
_NEGATIONS = word_class("verb_negation")
_RELATION = tuple(sorted(word_class("relation_ending_indefinite")))
LONGEST = 12  # words of a speaker who is only described
_FAR = 30  # words between a described speaker and the name in apposition

_RADICAL = word_class("radical_noun")
_EXPERTS = word_class("expert_in")
_FIELD = 5  # words of the field after ب
_AUDIENCE = word_class("audience")
_ISSUED = word_class("issued")
_DANGLING = PREPOSITIONS | {"ل", "لـ", "ب", "بـ"}
_ABOUT = tuple(sorted(word_class("responsible_for")))  # with عن: «المسؤول عن الملف»
_FROM, _OF = ["عن"], ["من"]
_CALLED = word_class("called")
# Bodies, of which no person's name says who is meant.
_BODIES = word_class("collective_body")
_SAME = word_class("same")
_OTHER = ("اخر", "اخري", "اخرون", "اخرين")
_LINKS = word_class("phrase_link")
# Who holds these speaks for somebody: «المكتب الإعلامي لرئيس الوزراء».
_FOR = word_class("holder_for")


def _adjective(word: str) -> bool:
    """Whether an indefinite word looks like an adjective of relation: `محلية`."""
    return word in _OTHER or (len(word) > 4 and word.endswith(_RELATION) and not word.startswith("ال"))


class _At(NamedTuple):
    """Token `j` of a phrase from `start` that ends by `last`; `said`: what is said begins at `limit`."""

    start: int
    j: int
    last: int
    limit: int
    said: bool


class Phrases:
    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.words = syntax.words
        self.doc = syntax.doc

    def text(self, char: int, end: int) -> str:
        """The words from character `char` to token `end`; `للوزير` without its ل is `الوزير`, `للجنة` is `لجنة`."""
        last = self.doc[end - 1]
        written = str(self.syntax.text[char : last.idx + len(last.text)])
        article = self.syntax.text[max(0, char - 1) : char + 1] == "لل"
        known = reporting.speaker_heads().intersection(fold(written).split()[:1])
        return "ا" + written if article and not known else written

    def end(self, start: int, limit: int) -> int:
        """The end of the noun phrase that begins at token `start`: adjectives, genitives, what they are of."""
        j = start + 1
        last = min(limit, start + LONGEST, self.syntax.sentence[start][1])
        while j < last:
            at = _At(start, j, last, limit, self._said_at(limit))
            party = self.syntax.within.get(j)
            if party is not None:
                if self._another_party(at, party):
                    break
                j = max(party.end, j + 1)
            elif self.words[j] in _ISSUED:
                return min(self._issuer_end(j), max(limit, start + 1))
            elif (closing := self._quoted_end(at)) is not None:
                j = closing
            elif any(stops(self, at) for stops in _STOPS_AT):
                break
            else:
                j += 1
        while j > start + 1 and self.words[j - 1] in _DANGLING:
            j -= 1
        return min(j, max(limit, start + 1))

    def _another_party(self, at: _At, party: Party) -> bool:
        """Whether `party` is no part of the phrase: whom it is said to, or what is said of it."""
        before = self.words[at.j - 1]
        letters = self.syntax.proclitic(party)
        if letters.startswith("ل") and not self._speaks_for(at.start, at.j, party):
            return True
        definite = before.startswith("ال")
        state = party.type in ("country", "place") and party.kind != "demonym" and definite
        if state and not at.said:
            return True  # «دعت المنظمة [الرياض] إلى»
        if party.type == "organization" and definite and not letters and not at.said:
            return True  # «أخبر متحدث باسم الشركة [موقع النهار] أن»
        if party.type == "person" and before.endswith(("ون", "يه", "يها")) and not definite:
            return True  # «اتهم سياسيون [سلمى] بذلك», «انتقد اثنان من مستشاريه [سلمى]»
        return party.type == "person" and before in _BODIES and not at.said  # «طالبت الحكومة [مطيع] بالمال»

    def _issuer_end(self, j: int) -> int:
        """The end of `صدر عن الزعيمين` from its first word at `j`."""
        by = self.words[j + 1 : j + 2] in (_FROM, _OF)
        issuer = self.syntax.at.get(j + 1 + by)
        return issuer.end if issuer else j + 3 * by

    def _quoted_end(self, at: _At) -> int | None:
        """After a name in quotation marks right behind the head: `وكالة "ستاندرد آند بورز"`."""
        if self.words[at.j] not in OPENERS or at.j != at.start + 1:
            return None
        closing = (k + 1 for k in range(at.j + 2, min(at.j + 7, at.last)) if self.words[k] in CLOSERS)
        return next(closing, None)

    def _sign(self, at: _At) -> bool:
        """A sign, «that», a relative, a negation, a link, a date, an adverb or a verb of reporting."""
        word = self.words[at.j]
        mark = word in COMMAS or word in STOPS or word in OPENERS or word in CLOSERS or word in (":", "(", ")")
        that = word in THAT or (word[:1] == "ف" and word[1:] in THAT)  # «بحسب مصدر محلي [فإن] الجسر آمن»
        link = that or word in RELATIVES or word in _LINKS or word in _NEGATIONS
        adverbial = at.j in self.syntax.dated or word in ADVERBS
        return mark or link or word.isspace() or adverbial or reporting.verb(word) is not None

    def _bare_after_definite(self, at: _At) -> bool:
        """What is said, or whom it is told: `تؤكد التقارير الطبية [خطورة حالته]`, `أبلغ المسؤول المحلي [مؤتمرا] أن`."""
        word = self.words[at.j]
        if word.startswith(("ال", "و")) or word in PREPOSITIONS or not self.words[at.j - 1].startswith("ال"):
            return False
        return not at.said or (len(word) > 3 and word.endswith("ا"))

    def _definite_after_adjective(self, at: _At) -> bool:
        """`أدانت محكمة محلية [المتهم]`."""
        definite = self.words[at.j].startswith("ال") and at.j > at.start + 1
        return definite and _adjective(self.words[at.j - 1]) and not at.said

    def _another_verb(self, at: _At) -> bool:
        """`بلاغ [توصلت] به الصحيفة`, `النواب [وعادوا]`."""
        word = self.words[at.j]
        joined = word[0] == "و" and acting_verb(word) is not None
        several = word.endswith("وا") and self.syntax.is_verb(at.j)  # «بيانا [رفضوا] فيه»
        return joined or several or (word[0] in "تي" and not at.said and self.syntax.is_verb(at.j))

    def _after_several(self, at: _At) -> bool:
        """`اتهم حقوقيون [الشرطة]`, `دعت المنظمة [الحكومة] إلى`: a second definite noun is no part of the first."""
        word, before = self.words[at.j], self.words[at.j - 1]
        several = before.endswith("ون") and not before.startswith("ال")
        if several and not word.endswith("ون") and not word.startswith("و"):
            return word not in PREPOSITIONS
        after_name = at.j - 1 in self.syntax.within and self.syntax.within[at.j - 1].type == "person"
        definite = self._both_definite(at.j) or (after_name and word.startswith("ال"))  # «محامي سليم [النيابة]»
        if definite and word in reporting.documents():
            return True  # «نفى النادي [التقارير] بأن»
        return word in reporting.speaker_heads() and definite and not at.said

    def _from_somewhere(self, at: _At) -> bool:
        """`من أجل`, `من لبنان`: not of what the phrase is."""
        if self.words[at.j] != "من":
            return False
        party = self.syntax.at.get(at.j + 1)
        return self.words[at.j + 1 : at.j + 2] == ["اجل"] or (party is not None and party.type in ("place", "country"))

    def _preposition(self, at: _At) -> bool:
        """A preposition that opens a phrase of the clause, not of this noun: `في بيان`, `عن` but for `المسؤول عن`."""
        word = self.words[at.j]
        if word not in PREPOSITIONS:
            return False
        following = self.words[at.j + 1] if at.j + 1 < len(self.words) else ""
        name = self.syntax.tagged.pos[at.start] == "PROPN" and word != "من"
        if word not in _WITHIN or not following or name:
            return True
        if following in reporting.documents() or following in PERIODS:
            return True
        if word == "عن":
            return not self.words[at.j - 1].removeprefix("ال").startswith(_ABOUT)
        if word in ("في", "علي") and at.j == at.start + 1 and self.words[at.start].startswith("ال"):
            of = word == "في" and following.startswith("ال") and self._apposed_after(at.j, at.last)
            return not of
        return False

    def _its(self, at: _At) -> bool:
        """`أغلب الكتل [دعمها]`, `كشفت وثائق [ممارسته] التهريب`: the object."""
        word = self.words[at.j]
        its = word.endswith(_OWNERS) and len(word) > 4 and not word.startswith("ال")
        return its and not at.said

    def _another_phrase(self, at: _At) -> bool:
        """`أعلن الوزير [إغلاق] المعرض`: an indefinite noun after a definite one begins another phrase."""
        word, phrase = self.words[at.j], self.syntax.phrase_at(at.j)
        if word in _RADICAL and not at.said:
            return True  # «نفت مصادر محلية [وصول] الوفد»
        tagged = self.syntax.tagged
        glued = at.j in tagged.named and tagged.named[at.j] == tagged.named.get(at.j - 1)  # tagged as one name
        opens = phrase is not None and (phrase.start == at.j or glued) and not phrase.prep + phrase.conj
        if not opens or word.startswith("ال"):
            return False
        noun = tagged.pos[at.j] == "NOUN" and word not in _SAME
        owned = at.j - 1 > at.start and tagged.pos[at.j - 1] == "NOUN"
        its = owned and bool(self.syntax.word(at.j - 1).suffix)  # «اثنان من مستشاريه [إغلاق] الجسر»
        named = self.words[at.j - 1] in CLOSERS  # «شركة "النهار" [إطلاق] منتج»
        return noun and (its or named or self.words[at.j - 1].removeprefix("و").startswith("ال"))

    def _letter(self, at: _At) -> bool:
        """ب or ل onto a word that is no part of an office: `لوكالة`, but `للشؤون`, `المتحدث بوزارة النقل`."""
        word = self.words[at.j]
        office = word.startswith("لل") and word[2:].removeprefix("ال") not in _AUDIENCE
        office = office or word in ("لشوون", "باسم")
        body = word[0] == "ب" and word[1:] in reporting.speaker_heads()
        return word[0] in "بل" and len(word) > 4 and not office and not body

    def _both_definite(self, j: int) -> bool:
        return self.words[j].startswith("ال") and self.words[j - 1].startswith("ال")

    def _speaks_for(self, start: int, j: int, party: Party) -> bool:
        """`المكتب الإعلامي [لرئيس] الوزراء`: the party at `j` belongs to who begins at `start`."""
        head = self.words[start].removeprefix("ال")
        audience = self.words[party.start].removeprefix("ل").removeprefix("ال") in _AUDIENCE
        return head in _FOR and j <= start + 3 and not audience and party.type != "place"

    def _said_at(self, limit: int) -> bool:
        word = self.words[limit] if limit < len(self.words) else ""
        return word in THAT or word == ":" or word in OPENERS

    def _apposed_after(self, j: int, end: int) -> bool:
        """Whether a comma and a person's name follow soon: `الباحثة في التاريخ، [سلمى عمر]`."""
        for k in range(j + 1, min(j + 8, end)):
            if self.words[k] in COMMAS:
                return self._named_at(k, end) is not None
        return False

    def named_after(self, end: int, limit: int) -> Party | None:
        """`السفير لدى الأردن [سليم عمر]`: the name right after whom or where an office is for, before what is said."""
        titled = self.syntax.at.get(after_title(self.words, end - 1)) if end < limit else None
        if titled is not None and titled.start > end and titled.type == "person":
            return titled  # «العميد م. [سليم عمر]»
        k = end
        while k < limit and k < end + LONGEST:
            party = self.syntax.at.get(k)
            if party is not None and party.type == "person":
                name = party.kind == "name" and k > end and not self.syntax.proclitic(party)
                return party if name and party.end == limit and self._said_at(limit) else None
            if party is not None and (k > end or self.syntax.proclitic(party) == "ل"):
                k = party.end
            elif k == end and self.words[k] in ("لدي", "الي", "في"):
                k += 1
            else:
                return None
        return None

    def after_field(self, start: int, end: int, limit: int) -> Party | None:
        """`الخبير بالشؤون العسكرية [سليم عمر]`: the name behind the field of whom `start:end` tells."""
        expert = self.words[start].removeprefix("ال") in _EXPERTS
        if end >= limit or not expert or self.words[end][0] != "ب" or end in self.syntax.within:
            return None
        k = end + 1
        while k < min(limit, end + _FIELD) and k not in self.syntax.within and self.words[k].startswith("ال"):
            k += 1
        party = self.syntax.at.get(k) if k < limit else None
        if party is None or party.type != "person" or party.kind != "name" or self.syntax.proclitic(party):
            return None
        return party

    def apposed(self, end: int, limit: int) -> Party | None:
        """`وقالت محامية الوزير، [سلمى عمر]:` the name between commas, from the phrase's `end` to token `limit`."""
        last = min(limit, end + _FAR, self.syntax.sentence[max(0, end - 1)][1])
        called = self.syntax.at.get(end + 1) if end < last and self.words[end] in _CALLED else None
        if called is not None and called.type == "person":  # «راكبة تدعى سلمى عمر»
            return called
        for k in range(end, last):
            if k > end and (self.words[k] in THAT or self.words[k] in STOPS or self.words[k] in OPENERS):
                return None
            if (party := self._named_at(k, limit)) is not None:
                return party
        return None

    def _named_at(self, comma: int, limit: int) -> Party | None:
        party = self.syntax.at.get(comma + 1)
        if comma >= len(self.words) or self.words[comma] not in COMMAS or party is None:
            return None
        after = self.words[party.end] if party.end < len(self.words) else ""
        closed = after in COMMAS or after in THAT or after in STOPS or after in OPENERS or party.end == limit
        closed = closed or after == ":" or after in PREPOSITIONS
        return party if closed and party.type == "person" and party.kind == "name" else None


# What ends a noun phrase, in the order in which it is looked for.
_STOPS_AT: tuple[Callable[[Phrases, _At], bool], ...] = (
    Phrases._sign,
    Phrases._bare_after_definite,
    Phrases._definite_after_adjective,
    Phrases._another_verb,
    Phrases._after_several,
    Phrases._from_somewhere,
    Phrases._preposition,
    Phrases._its,
    Phrases._letter,
    Phrases._another_phrase,
)
