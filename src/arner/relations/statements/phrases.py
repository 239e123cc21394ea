"""Noun phrases of whoever is only described: `مسؤول أمريكي كبير`, `رئيس الغرفة، سليم عمر`."""

from __future__ import annotations

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.relations.statements import reporting
from arner.relations.statements.words import PERIODS
from arner.syntax.sentences import Party, Syntax
from arner.syntax.verbs import acting_verb
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS, THAT

LONGEST = 12  # words of a speaker who is only described
_FAR = 30  # words between a described speaker and the name in apposition

_AUDIENCE = word_class("audience")
_ISSUED = word_class("issued")
_DANGLING = PREPOSITIONS | {"ل", "لـ", "ب", "بـ"}
_ABOUT = tuple(sorted(word_class("responsible_for")))  # with عن: «المسؤول عن الملف»
_FROM, _OF = ["عن"], ["من"]
_CALLED = word_class("called")
# Bodies, of which no person's name says who is meant.
_BODIES = word_class("collective_body")
_LINKS = word_class("phrase_link")
# Who holds these speaks for somebody: «المكتب الإعلامي لرئيس الوزراء».
_FOR = word_class("holder_for")


def _adjective(word: str) -> bool:
    """Whether an indefinite word looks like an adjective of relation: `محلية`."""
    return len(word) > 4 and word.endswith(("يه", "ييون", "يين")) and not word.startswith("ال")


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
        """The end of the noun phrase that begins at `start`: adjectives, genitives, what they are of."""
        j = start + 1
        last = min(limit, start + LONGEST, self.syntax.sentence[start][1])
        while j < last:
            word = self.words[j]
            if j in self.syntax.within:
                party = self.syntax.within[j]
                if self.syntax.proclitic(party).startswith("ل") and not self._speaks_for(start, j, party):
                    break
                state = (
                    party.type in ("country", "place")
                    and party.kind != "demonym"
                    and self.words[j - 1].startswith("ال")
                )
                if state and not self._said_at(limit):
                    break  # «دعت المنظمة [الرياض] إلى»
                body = party.type == "organization" and self.words[j - 1].startswith("ال")
                if body and not self.syntax.proclitic(party) and not self._said_at(limit):
                    break  # «أخبر متحدث باسم الشركة [موقع النهار] أن»
                several = self.words[j - 1].endswith("ون") and not self.words[j - 1].startswith("ال")
                if party.type == "person" and several:
                    break  # «اتهم سياسيون [سلمى] بذلك»
                if party.type == "person" and self.words[j - 1] in _BODIES and not self._said_at(limit):
                    break  # «طالبت الحكومة [مطيع] بالمال»
                j = max(party.end, j + 1)
                continue
            if word in ("لم", "لن", "لا", "ما"):
                break  # «مصدر [لم] تذكر اسمه»
            if word in COMMAS or word in STOPS or word in THAT or word == ":" or word in RELATIVES or word.isspace():
                break
            if word in _ISSUED:  # «بيان صدر عن الزعيمين»
                by = self.words[j + 1 : j + 2] in (_FROM, _OF)
                issuer = self.syntax.at.get(j + 1 + by)
                return min(issuer.end if issuer else j + 3 * by, max(limit, start + 1))
            if word in OPENERS and j == start + 1:  # «وكالة "ستاندرد آند بورز"»
                closing = [k for k in range(j + 2, min(j + 7, last)) if self.words[k] in CLOSERS]
                if closing:
                    j = closing[0] + 1
                    continue
            if word in OPENERS or word in CLOSERS or word in ("(", ")") or word in _LINKS:
                break
            indefinite = not word.startswith(("ال", "و")) and word not in PREPOSITIONS and word not in _ISSUED
            if indefinite and self.words[j - 1].startswith("ال") and not self._said_at(limit):
                break  # «تؤكد التقارير الطبية [خطورة حالته]»: what is said begins
            if indefinite and len(word) > 3 and word.endswith("ا") and self.words[j - 1].startswith("ال"):
                break  # «أبلغ المسؤول المحلي [مؤتمرا صحفيا] أن»: an accusative
            if word.startswith("ال") and j > start + 1 and _adjective(self.words[j - 1]) and not self._said_at(limit):
                break  # «أدانت محكمة محلية [المتهم]»
            if word[0] == "و" and acting_verb(word) is not None:
                break
            several = self.words[j - 1].endswith("ون") and not self.words[j - 1].startswith("ال")
            if several and not word.endswith("ون") and not word.startswith("و"):
                if word not in PREPOSITIONS:
                    break  # «اتهم حقوقيون [الشرطة]»
            elif word in reporting.speaker_heads() and self._both_definite(j) and not self._said_at(limit):
                break  # «دعت المنظمة [الحكومة] إلى»
            if word == "من" and self.words[j + 1 : j + 2] == ["اجل"]:
                break
            if word == "من" and j + 1 in self.syntax.at and self.syntax.at[j + 1].type in ("place", "country"):
                break
            if j in self.syntax.dated or word in ADVERBS or reporting.verb(word) is not None:
                break
            following = self.words[j + 1] if j + 1 < len(self.words) else ""
            if word in PREPOSITIONS and (
                word not in ("في", "من", "باسم", "عن", "علي", "لدي")
                or following in reporting.documents()
                or following in PERIODS
                or (word == "عن" and not self.words[j - 1].removeprefix("ال").startswith(_ABOUT))
                or not following
            ):
                break
            of = word == "في" and following.startswith("ال") and self._apposed_after(j, last)
            if word in ("في", "علي") and j == start + 1 and self.words[start].startswith("ال") and not of:
                break
            office = word.startswith("لل") and word[2:].removeprefix("ال") not in _AUDIENCE
            office = office or word in ("لشوون", "باسم")
            its = word.endswith(("ها", "هما", "هم", "ته")) and len(word) > 4 and not word.startswith("ال")
            if its and not self._said_at(limit):
                break  # «أغلب الكتل [دعمها]», «كشفت وثائق [ممارسته] التهريب»: the object
            body = word[0] == "ب" and word[1:] in reporting.speaker_heads()  # «المتحدث بوزارة النقل»
            if word[0] in "بل" and len(word) > 4 and not office and not body:
                break
            j += 1
        while j > start + 1 and self.words[j - 1] in _DANGLING:
            j -= 1
        return min(j, max(limit, start + 1))

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
