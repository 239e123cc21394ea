"""What exactly is said: the characters from where a complement begins to where the journalist goes on."""

from __future__ import annotations

import re
from typing import NamedTuple

from arner.lexicon import word_class
from arner.relations.statements import reporting
from arner.relations.statements.complement import Complement
from arner.relations.statements.quoting import SCARE, Quoted
from arner.syntax.bounds import clause_end, goes_on
from arner.syntax.quotations import Quotation
from arner.syntax.verbs import acting_verb
from arner.syntax.words import CLOSERS, COMMAS, OPENERS, RELATIVES, STOPS, THAT

_ANSWER = 3  # tokens of a short answer with its full stop
_SENTENCES = 6  # that words without quotation marks may go on over
_WE = word_class("first_person")
_DASHES = word_class("dash")
_VERBAL = re.compile("وت..ي.(ه|ها|هم)?")  # «وتعميق», «وتعزيزها»: verbal nouns
_SHORT = 4  # letters of a verb of three with its و, which may be a verbal noun: «ورفض»
_GOES_ON = word_class("phrase_goes_on")
_BUT = frozenset({"لكن", "ولكن"})  # «أعلنت استعدادها للسفر [لكن] العقبات كثيرة»: a clause is no part of a phrase


class Content(NamedTuple):
    """Characters of what is said; `parts`: its runs, where it is in several."""

    start: int
    end: int
    mode: str
    parts: tuple[tuple[int, int], ...] = ()


class Contents:
    """Makes complements into contents; `reports`: tokens that begin a report of their own."""

    def __init__(self, quoted: Quoted, reports: set[int]) -> None:
        self.quoted = quoted
        self.syntax = quoted.syntax
        self.words = self.syntax.words
        self.doc = self.syntax.doc
        self.reports = reports

    def of(self, c: Complement) -> Content | None:
        """The characters of what `c` introduces, and whether they are quoted."""
        q = c.quotation
        if q is not None and self._whole(q, c.how == "that"):
            mode = "direct"
            if q.inner_end <= q.inner_start:
                return None
            whole = self.trim(q.inner_start, q.inner_end, mode)
            return whole._replace(parts=self._runs(whole, q.breaks)) if whole is not None and q.breaks else whole
        start = c.start
        if q is not None:
            start = min(self.quoted.token(q.start) + 1, len(self.words) - 1)
            if not q.closed:  # its end is unknown: the sentence's
                end = clause_end(self.syntax, start, self.quoted.inside, self.reports)
                last = self.syntax.sentence[start][1]
                end = self._in_own_words(last) if end >= last - 1 else end
                return self.trim(q.inner_start, self._char(end), "mixed")
        if c.how == "colon":
            end = self.syntax.sentence[c.start][1]
            if c.at == c.start:  # nothing introduces it: another report ends it
                end = min(end, clause_end(self.syntax, c.start, self.quoted.inside, self.reports))
            if end >= self.syntax.sentence[c.start][1] - 1:
                end = self._in_own_words(self._after_short_answer(c.start))
            return self.trim(c.char, self._char(end), "direct")
        first = start if q is None else self.quoted.token(q.start)
        end = clause_end(self.syntax, first, self.quoted.inside, self.reports)
        if c.how in ("governed", "object", "quote"):
            end = self._phrase(first, end, c.how == "governed")
        char = c.char if q is None or c.how != "quote" else q.start
        return self.trim(char, self._char(end), self.mode(char, self._char(end)))

    def _after_short_answer(self, start: int) -> int:
        """The end of the sentence at token `start`, or of the next where it is only a word or two: `قال: لم يحدث. …`"""
        end = self.syntax.sentence[start][1]
        if end - start > _ANSWER or end >= len(self.words) or self.words[end - 1] not in STOPS:
            return end
        stop = self.syntax.sentence[end][1]
        another = self.words[end].isspace() or self.words[end][0] in "وف"  # «قال: الجسر آمن. وعاد السكان»
        another = another or any(j in self.reports for j in range(end, stop))
        return end if another or reporting.verb(self.words[end]) is not None else stop

    def _in_own_words(self, end: int) -> int:
        """The end of the last sentence of the paragraph in which somebody goes on as «we» or «I», from token `end`."""
        last, first = end, end
        for _ in range(_SENTENCES):
            if first >= len(self.words) or self.words[first - 1].isspace() or self.words[first].isspace():
                break
            stop = self.syntax.sentence[first][1]
            if reporting.verb(self.words[first]) is not None or any(j in self.reports for j in range(first, stop)):
                break
            if any(self._first_person(j) for j in range(first, stop)):
                last = stop
            first = stop
        return last

    def _first_person(self, j: int) -> bool:
        group = self.syntax.clauses.verbs.get(j)
        we_will = self.words[j - 1] in ("لن", "سوف") and self.words[j].startswith("ن")
        return self.words[j] in _WE or we_will or (group is not None and group.person == 1)

    def _phrase(self, start: int, end: int, governed: bool) -> int:
        """The end of a noun phrase in `start:end`: its commas only join, `، و…`, and no medium is part of it."""
        words, own = self.words, self.quoted.inside[start]
        for j in range(start + 1, end - 1):
            if self.quoted.inside[j] and self.quoted.inside[j] != own:
                continue
            if words[j] in THAT:
                return end  # a clause of its own: commas no longer part things
            following = words[j + 1]
            if words[j] in _BUT:
                return j
            if words[j][0] == "و" and acting_verb(words[j]) is not None and j not in self.syntax.within:
                return j
            if self._said(j):
                return j  # «وبشأن التهديد بقتل السفير [قال] ليس لدي علم»
            named = j - start > 1 or start in self.syntax.within
            if words[j] in COMMAS and named and (words[j] in _DASHES or not self._joins(j + 1)):
                return j
            through = words[j] == "في" and following in reporting.documents() and not following.startswith("ال")
            # not «وصف الوزير في مقابلة بأنه»
            if through and (governed or THAT.isdisjoint(words[j:end])):
                return j
        return end

    def _said(self, j: int) -> bool:
        """Whether a verb of saying at token `j` begins a clause of its own, that no relative or «that» opens."""
        report, before = reporting.verb(self.words[j]), self.words[j - 1]
        said = report is not None and report.entry.act == "say" and report.form.kind == "past"
        opened = before in RELATIVES or before in THAT or before.endswith("ما") or before in COMMAS
        phrase = self.syntax.phrase_at(j - 1)
        after_definite = j - 1 in self.syntax.within or (phrase is not None and phrase.definite)
        return said and not opened and after_definite and j not in self.syntax.within and self.syntax.is_verb(j)

    def _joins(self, k: int) -> bool:
        """Whether what follows a comma at token `k` still belongs to the phrase: `، وصيانة …`, `، خاصة في القرى`."""
        word = self.words[k]
        if word[0] == "و" and word not in _GOES_ON:
            group = self.syntax.clauses.verbs.get(k)
            she_did = word.endswith("ت") and not word.endswith("ات")
            long = len(word) > _SHORT or word[-1] == "ا"  # «، وبدا أنه»
            told = group is not None and group.tense == "past" and long
            return _VERBAL.fullmatch(word) is not None or (
                not she_did and not told
            )  # «، وأبدى تعاطفا»; but «، ورفض التواكل» may be a noun
        if word == "لا":
            return self.words[k + 1 : k + 2] == ["سيما"]
        if word == "حيث":
            return self._argues(k + 1)
        if word in OPENERS:
            return self._says_more(k)
        qualifies = word.startswith("ال") and self.syntax.tagged.pos[k] == "ADJ"
        if word in RELATIVES or word in _GOES_ON or qualifies:
            return True  # «إلى الشراكة مع المعهد، [الرامية] إلى»
        purpose = word[0] == "ل" and k not in self.syntax.within and self.syntax.word(k).prep == "ل"
        return purpose or (word == "في" and k + 1 in self.syntax.dated)

    def _says_more(self, k: int) -> bool:
        """Whether the quotation at token `k` goes on with a phrase: `انتقد القانون، ["ضاربا به حقوق العمال"]`."""
        q = self.quoted.speech_at(k)
        return q is not None and q.closed and self.quoted.token(q.end - 1) - k > SCARE

    def _argues(self, k: int) -> bool:
        """Whether «where» before token `k` gives a reason of who speaks: `، حيث [يمكن] …`, not `، حيث [وقع] الهجوم`."""
        place = self.syntax.within.get(k - 3)
        if (place is not None and place.type == "place") or k >= len(self.words):
            return False
        group = self.syntax.clauses.verbs.get(k) or self.syntax.clauses.verbs.get(k + 1)
        return group is not None and group.tense != "past" and reporting.verb(self.words[k]) is None

    def _runs(self, whole: Content, breaks: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
        """The paragraphs of a quotation that each opens anew, at the marks `breaks`."""
        starts = [whole.start, *(at + 1 for at in breaks)]
        ends = [*breaks, whole.end]
        runs = (self.trim(start, end, whole.mode) for start, end in zip(starts, ends, strict=True))
        return tuple((run.start, run.end) for run in runs if run is not None)

    def _whole(self, q: Quotation, clause: bool) -> bool:
        """Whether nothing of the reported clause follows the quotation; `clause`: it stands after أن."""
        if not q.closed:
            return False
        k = self.quoted.token(q.end - 1) + 1
        if self.syntax.sentence[self.quoted.token(q.start)][1] < k:
            return True  # it has gone on over paragraphs
        if k >= len(self.words) or k >= self.syntax.sentence[k - 1][1]:
            return True
        word = self.words[k]
        after = k + (word in COMMAS)
        joined = self.words[after : after + 2]
        if joined[:1] == ["و"] and not OPENERS.isdisjoint(joined[1:]):
            return False  # «طالب بـ"فتح الجسر"، و"إغلاق الطريق"»
        further = self.words[after : after + 1]
        if clause and word in COMMAS and further and (further[0] in RELATIVES or further[0].removeprefix("و") in THAT):
            return False  # «أن "الجسر مغلق"، وأن العمل بدأ», «أن "النهار"، التي اشترت النادي، تخسر»
        if self.words[k].isspace() or word in STOPS or word in CLOSERS or k in self.reports or word == "(":
            return True
        if word in COMMAS or goes_on(self.words, k):
            return True
        return clause_end(self.syntax, k, self.quoted.inside, self.reports) == k

    def _char(self, end: int) -> int:
        last = self.doc[max(0, end - 1)]
        return int(last.idx + len(last.text))

    def mode(self, start: int, end: int) -> str:
        for q in self.quoted.between(start, end):
            if q.end <= end + 1:
                i = self.quoted.token(q.start)
                if self.quoted.speech_at(i) is not None and (i + 1) not in self.syntax.within:
                    return "mixed"
        return "indirect"

    def trim(self, start: int, end: int, mode: str) -> Content | None:
        text = self.syntax.text
        while start < end and (text[start].isspace() or text[start] in "،,:؛.ـ-"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ".،,:؛-–"):
            end -= 1
        for opening, closing in (("«", "»"), ('"', '"'), ("“", "”"), ("(", ")")):
            if end > start and text[end - 1] == closing:
                piece = text[start:end]
                stray = piece.count(closing) % 2 if opening == closing else piece.count(closing) > piece.count(opening)
                if stray:
                    end -= 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ".،,:؛"):
            end -= 1
        return Content(start, end, mode) if end - start >= 2 else None
