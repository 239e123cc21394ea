"""What a reporting word reports: where its content begins, how it is quoted, and where it ends."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, Literal, NamedTuple

from arner.arabic.orthography import fold
from arner.clauses.bounds import Quotation, clause_end, quotations, quoted_tokens
from arner.clauses.parties import Syntax
from arner.clauses.words import (
    ADVERBS,
    CLOSERS,
    COMMAS,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    THAT,
    wordset,
)
from arner.relations.statements import reporting

How = Literal["that", "quote", "colon", "governed", "object"]

FAR = 40  # words that may stand between a reporting word and what it reports

# Words that begin with ب or ل and are no «by …» or «to …» of a reporting verb.
_NO_PARTICLE = wordset(
    "بعد بين بينهم بينهما بسبب بشان بلاد بلاده بلادها بلادهم بلادنا بلد بلده بلدان بلدين "
    "بلدينا بيان بيانا بدايه بريطانيا برلين بكين باريس بغداد بيروت بروكسل برلمان باسم بحضور "
    "بمناسبه بحسب بدوره بدورها بدورهم بدورهما بشكل بصوره بشده بوضوح بقوه بحزم بالتالي "
    "بالتاكيد بالفعل بدون بل باكستان بلجيكا بولندا البحرين بنك بيت بطوله برنامج بالاضافه "
    "بالمقابل بعيد بعض بحث برئاسه برياسه باستمرار بشدده بعدما بينما بدا بات بقي بلغ بموجب "
    "بالتزامن بالنسبه لكن لقد لان لم لن لا ليس ليست لدي لديه لديها لدى لقاء لقاءه لقائه لجنه "
    "لدول لافروف لندن ليبيا لبنان لو لولا لما لهم له لها لهما لنا لي لك لاحقا للصحفيين "
    "للصحافيين للاعلاميين للاعلام لوكاله لصحيفه لقناه للوكاله لشبكه لموقع لاذاعه لمجله "
    "لتلفزيون للتلفزيون بقوله بقولها بقولهم بالقول لدينا ليل ليلا لحظه بارز بارزه باحث باحثون"
)
# A quotation after these is a name: «صحيفة "لوموند"».
_NAMED = wordset(
    "صحيفه مجله قناه شبكه شبكتي وكاله موقع اذاعه تلفزيون معهد شركه مجموعه حركه حزب تنظيم موسسه برنامج "
    "مركز منظمه جمعيه هييه بنك صندوق جماعه فصيل كتيبه لواء فرقه تحالف ايتلاف حمله"
)
# After the noun of an adverbial: «في وقت [سابق]», «في الوقت [ذاته]».
_CLOSE_PHRASE = wordset("سابق لاحق مبكر متاخر ذاته ذاتها نفسه نفسها عينه عينها")
_NO_PARTICLE_BEFORE = (
    "لقاي",
    "لقاء",
    "لجن",
    "لحظ",
    "لبنان",
    "لندن",
    "ليبيا",
    "لاعب",
    "لواء",
    "لدي",
    "بعد",
    "بين",
    "بلاد",
    "بيان",
    "برنامج",
    "برلمان",
    "بحث",
    "بطول",
    "بريطان",
    "برلين",
    "بكين",
    "باريس",
    "بغداد",
    "بيروت",
    "بروكسل",
    "بقاء",
    "بناء",
    "بناي",
    "بقاي",
)
# A preposition after these belongs to them, not to the verb: «خلال زيارته إلى الصين».
_GOVERN = wordset(
    "زياره زيارته زيارتها زيارتهما وصوله وصولها وصول سفره عودته عودتها رحلته رحله جولته "
    "مبعوثه مبعوث توجهه انتقال بالنسبه نسبه بالاضافه اضافه استنادا نظرا ردا تعليقا رده تعليقه "
    "نشره نشرته نشرها نشرتها اصدره اصدرته عقب السفير سفير دخوله انضمام المبعوث"
)
_WITHOUT = wordset("بعدم لبحث لبعض")  # «بعدم», by not …: the particle though the word begins like «بعد»
_IDIOMS = {
    "علي": ("هامش", "متن", "راس", "حد", "صعيد", "مدي", "خلفيه", "الاقل", "الفور", "غرار"),
    "من": ("جانبه", "جانبها", "جانبهم", "جهته", "جهتها", "جهتهم", "جهه", "ناحيته", "خلال", "قبل", "ناحيه"),
    "الي": ("جانب", "ذلك", "حد"),
    "عن": ("طريق", "كثب"),
    "في": ("بيان", "تصريح", "تصريحات", "مقابله", "كلمه", "كلمته", "موتمر", "حديث", "خطاب", "تغريده"),
}
_TO_HIM = wordset("عنه عنها عنهم عليه عليها عليهم اليه اليها اليهم منه منها منهم فيه فيها له لها لهم به بها معه معها")
_NEGATIONS_AND_LINKS = wordset("ثم او ام اذا حين عندما حيث كما لكن بل هل لماذا كيف متي سواء")
# «أن» after these is no report: «منذ أن», «من المتوقع أن».
_NO_REPORT = wordset(
    "منذ بعد قبل دون رغم غير الا كما حيث حتي سوي بيد بما كون المتوقع المقرر المرجح المفترض "
    "الممكن يمكن يجب ينبغي لدرجه شرط بشرط شريطه مخافه مثل لولا ضروره اهميه الضروري"
)


class Complement(NamedTuple):
    """Content begins at token `start` and character `char`; `at`: the token that introduces it."""

    how: How
    at: int
    start: int
    char: int
    quotation: Quotation | None = None


class Content(NamedTuple):
    start: int
    end: int
    mode: str


class Complements:
    """Finds complements in one Doc; `reports`: tokens that begin a report of their own."""

    def __init__(self, syntax: Syntax, reports: set[int]) -> None:
        self.syntax = syntax
        self.words = syntax.words
        self.doc = syntax.doc
        self.reports = reports
        self.quotations = quotations(self.doc)
        self.inside = quoted_tokens(self.doc, self.quotations)
        self.starts = [token.idx for token in self.doc]
        self.opened = {q.start: q for q in self.quotations}
        self.closed = {q.end: q for q in self.quotations if q.closed}
        self._dots_ya = "على" in syntax.text  # where «على» is written with its letter, «علي» is a name

    def token(self, char: int) -> int:
        return max(0, bisect_right(self.starts, char) - 1)

    def speech_at(self, i: int) -> Quotation | None:
        """The quotation that opens at token `i` when it is words and not a name: not `صحيفة «الحياة»`."""
        q = self.opened.get(self.starts[i]) if i < len(self.words) else None
        if q is None:
            return None
        last = self.token(q.end - 1)
        before = self.words[i - 1] if i else ""
        if q.closed and last - i <= 7 and (before == "لدي" or before.removeprefix("ل") in _NAMED):
            return None
        if q.closed and any(j in self.syntax.within for j in (i, i - 1)) and last - i <= 5:
            party = self.syntax.within.get(i) or self.syntax.within.get(i + 1)
            if party is not None and party.end >= last:
                return None
        if q.closed and last - i <= 4 and self.syntax.at.get(i + 1, None) is not None:
            party = self.syntax.at[i + 1]
            if party.end >= last:
                return None
        return q

    def _quoted_name(self, i: int, q: Quotation) -> bool:
        """`في تصريح لـ"النهار"`, `قال "مركز القمح" إن`: a few words in quotation marks that nobody says."""
        last = self.token(q.end - 1)
        if not q.closed or last - i > 7 or last + 1 >= len(self.words):
            return False
        following = self.words[last + 1]
        that = following in THAT and (following != "ان" or self.doc[last + 1].text.startswith("إ"))
        return that or following == ":" or self.words[i - 1] in ("ل", "لـ")

    def closing_before(self, i: int) -> Quotation | None:
        """The quotation of some words that closes right before token `i` or the comma there."""
        j = i - 1 - (i > 0 and self.words[i - 1] in COMMAS)
        if j < 1:
            return None
        q = self.closed.get(self.starts[j] + len(self.doc[j].text))
        return q if q is not None and j - self.token(q.start) > 4 else None

    def first(self, i: int, entry: dict[str, Any], start: int) -> Complement | None:
        """The first complement of the reporting word at `i`, at token `start` or after it."""
        words, takes = self.words, entry["takes"]
        clause = "clause" in takes
        that = clause or "that" in takes or "goes" in takes
        speech = clause or "speech" in takes or "conveys" in takes
        after = [fold(p) for p in entry.get("after", ())]
        end = min(self.syntax.sentence[i][1], i + FAR)
        own = self.inside[i]
        j = start
        while j < end:
            word = words[j]
            if self.inside[j] and self.inside[j] != own and j != start:
                j += 1
                continue
            if word == ":" and (speech or that):
                return self.colon(j)
            if speech and (q := self.speech_at(j)) and not self._quoted_name(j, q):
                return Complement("quote", j, min(j + 1, len(words) - 1), q.inner_start, q)
            if word in THAT and words[j - 1] in _NO_REPORT:
                return None
            if word in THAT and (that or (after and word.startswith("بان") and "ب" in after) or "speech" in takes):
                return self._that(j)
            if (found := self._governed(j, after, entry)) is not None:
                if word == "في" and "clause" in takes and self._clause_follows(j, end):
                    j += 1  # «رأت اللجنة في تقريرها أن»
                    continue
                return found
            if j > start and j in self.reports and words[j][0] in "وف":
                return None
            j += 1
        return None

    def colon(self, j: int) -> Complement | None:
        k = j + 1
        while k < len(self.words) and self.words[k].isspace() and k < j + 3:
            k += 1
        if k >= len(self.words):
            return None
        if q := self.opened.get(self.starts[k]):
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

    def _governed(self, j: int, after: list[str], entry: dict[str, Any]) -> Complement | None:
        words = self.words
        word = words[j]
        following = words[j + 1] if j + 1 < len(words) else ""
        if word in after and following:
            if following in _IDIOMS.get(word, ()) or (j > 0 and words[j - 1] in _GOVERN):
                return None
            if j + 1 in self.syntax.dated:
                return None
            there = self.syntax.at.get(j + 1)
            if word == "الي" and there is not None and there.type in ("place", "country"):
                return None  # «دعا مبعوث المنظمة إلى اليمن إلى …»
            if word == "علي" and self.doc[j].text.endswith("ي") and self._dots_ya:
                return None  # the name Ali
            if following in THAT:
                return self._that(j + 1)
            q = self.opened.get(self.starts[j + 1])
            if q is not None and j + 3 < len(words) and words[j + 2] in THAT:  # «شدد على "أن …"»
                inner = self.starts[j + 3]
                return Complement("quote", j, j + 3, inner, q._replace(inner_start=inner))
            return self._at("governed", j, j + 1)
        letter = word[:1]
        if letter not in after or letter not in "بل" or (len(word) < 3 and following[:1] not in OPENERS):
            if letter in after and word in ("ب", "بـ", "ل") and following in OPENERS:
                return self._at("governed", j, j + 1)
            return None
        radical = word in _NO_PARTICLE or (word.startswith(_NO_PARTICLE_BEFORE) and word not in _WITHOUT)
        if radical or word in ADVERBS or j in self.syntax.dated:
            return None
        party = self.syntax.within.get(j)
        if party is not None and (party.start != j or not self.syntax.proclitic(party).endswith(letter)):
            return None
        if party is not None and entry["act"] in ("accuse", "call_for"):
            return None  # «دعا لبنان»: to whom, not to what
        if word in THAT or word in ("به", "بها", "بهم", "بهما", "له", "لها", "لهم"):
            return None
        whole = word.startswith("لل")
        token = self.doc[j]
        return Complement("governed", j, j, token.idx + (0 if whole else _letter_length(token.text)))

    def object(self, i: int, start: int) -> Complement | None:
        """The direct object: the first noun at token `start` or a little after it."""
        words = self.words
        end = min(self.syntax.sentence[i][1], start + 12)
        j = start
        while j < end:
            if j in self.syntax.dated:
                j = max(self.syntax.dated[j], j + 1)
                continue
            word = words[j]
            if self.opened.get(self.starts[j]) is not None:
                return self._at("object", j, j)
            if word in STOPS or word == ":" or word in RELATIVES or word in THAT or j in self.reports:
                return None
            if word in COMMAS:
                if j == start:
                    j = self._after_apposition(j, end)
                    continue
                if self.words[j - 1] in _CLOSE_PHRASE:  # «انتقدت في وقت سابق، دعم …»
                    j += 1
                    continue
                return None
            if word in ADVERBS or word in CLOSERS:
                j += 1
                continue
            if word in PREPOSITIONS:
                j = self._after_phrase(j, end)
                continue
            if word in _NEGATIONS_AND_LINKS or word in _TO_HIM or not any(c.isalpha() for c in word):
                return None
            if word[0] in "وف" and j in self.syntax.at and self.syntax.proclitic(self.syntax.at[j]):
                return None
            if word[0] in "بل" and j in self.syntax.at and self.syntax.proclitic(self.syntax.at[j]):
                j = max(self.syntax.at[j].end, j + 1)
                continue
            if reporting.verb(word) is not None and reporting.noun(word) is None:
                return None
            return self._at("object", j, j)
        return None

    def _after_phrase(self, j: int, end: int) -> int:
        """After a prepositional phrase of a party, a medium or a date; its noun and what describes it."""
        k = j + 1
        if k in self.syntax.within:
            return self.syntax.within[k].end
        k += 1
        while k < end and (
            self.words[k] in PREPOSITIONS
            or k in self.syntax.within
            or self.words[k] in ADVERBS
            or self.words[k] in _CLOSE_PHRASE
            or (self.words[k - 1].startswith("ال") and self.words[k].startswith("ال"))
            or (
                self.words[k - 1] in reporting.documents()
                and not self.words[k].startswith("ال")
                and self.words[k] not in COMMAS
            )
        ):
            k += 1
        return k

    def _after_apposition(self, j: int, end: int) -> int:
        for k in range(j + 1, min(j + FAR, self.syntax.sentence[j][1])):
            if self.words[k] == self.words[j]:
                return k + 1
        return j + 1

    def _at(self, how: How, at: int, start: int) -> Complement | None:
        end = self.syntax.sentence[at][1]
        if start >= end or start >= len(self.words):
            return None
        q = self.opened.get(self.starts[start])
        return Complement(how, at, start, self.starts[start], q)

    # -- ends ------------------------------------------------------------

    def content(self, c: Complement) -> Content | None:
        """The characters of what `c` introduces, and whether they are quoted."""
        q = c.quotation
        if q is not None and self._whole(q):
            mode = "direct"
            if q.inner_end <= q.inner_start:
                return None
            return self.trim(q.inner_start, q.inner_end, mode)
        start = c.start
        if q is not None:
            start = min(self.token(q.start) + 1, len(self.words) - 1)
            if not q.closed:  # its end is unknown: the sentence's
                end = clause_end(self.syntax, start, self.inside, self.reports)
                return self.trim(q.inner_start, self._char(end), "mixed")
        if c.how == "colon":
            end = self.syntax.sentence[c.start][1]
            return self.trim(c.char, self._char(end), "direct")
        first = start if q is None else self.token(q.start)
        end = clause_end(self.syntax, first, self.inside, self.reports)
        if c.how in ("governed", "object"):
            end = self._phrase(first, end, c.how == "governed")
        char = c.char if q is None or c.how != "quote" else q.start
        return self.trim(char, self._char(end), self.mode(char, self._char(end)))

    def _phrase(self, start: int, end: int, governed: bool) -> int:
        """The end of a noun phrase in `start:end`: its commas only join, `، و…`, and no medium is part of it."""
        words, own = self.words, self.inside[start]
        for j in range(start + 1, end - 1):
            if self.inside[j] and self.inside[j] != own:
                continue
            if words[j] in THAT:
                return end  # a clause of its own: commas no longer part things
            following = words[j + 1]
            if words[j] in COMMAS and following[0] != "و" and following not in RELATIVES and j - start > 1:
                return j
            if words[j] == "،" and following[0] == "و" and following.endswith("ت") and not following.endswith("ات"):
                return j
            if governed and words[j] == "في" and following in reporting.documents() and not following.startswith("ال"):
                return j
        return end

    def _whole(self, q: Quotation) -> bool:
        """Whether nothing of the reported clause follows the quotation."""
        if not q.closed:
            return False
        k = self.token(q.end - 1) + 1
        if k >= len(self.words) or k >= self.syntax.sentence[k - 1][1]:
            return True
        word = self.words[k]
        if self.words[k].isspace() or word in STOPS or word in CLOSERS or k in self.reports or word == "(":
            return True
        if word in COMMAS:
            return True
        return clause_end(self.syntax, k, self.inside, self.reports) == k

    def _char(self, end: int) -> int:
        last = self.doc[max(0, end - 1)]
        return int(last.idx + len(last.text))

    def mode(self, start: int, end: int) -> str:
        for q in self.quotations:
            if q.start >= end:
                break
            if q.start >= start and q.end <= end + 1:
                i = self.token(q.start)
                if self.speech_at(i) is not None and (i + 1) not in self.syntax.within:
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


def _letter_length(text: str) -> int:
    """Characters of the first letter with the marks and the tatweel on it."""
    n = 1
    while n < len(text) and (text[n] == "ـ" or not fold(text[n])):
        n += 1
    return n if n < len(text) else 0
