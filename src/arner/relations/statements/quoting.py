"""The quotations of a Doc: where they stand, and which are speech and which only names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from arner.arabic.orthography import is_arabic
from arner.lexicon import word_class
from arner.relations.statements.words import NAMED
from arner.syntax.quotations import Quotation, quotations, quoted_tokens
from arner.syntax.sentences import Syntax
from arner.syntax.words import COMMAS, OPENERS, PREPOSITIONS, STOPS, THAT

_NAME = 8  # tokens of a name in quotation marks
_SHORT, _LONG = 2, 4  # tokens of a quotation before its speaker, with its opening mark: more than these
_DASHES = word_class("dash")
_ONE_WORD = 2  # tokens to the closing mark of a quotation of one word
SCARE = 4  # tokens of a quotation, with its closing mark, that may be one word of somebody else's
_MODIFIER = 6  # words that say what a name in quotation marks is, after it


class Quoted:
    """`inside`: for each token the end of the closed quotation it stands in, else 0."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.words = syntax.words
        self.doc = syntax.doc
        self.spans = quotations(self.doc)
        self.inside = quoted_tokens(self.doc, self.spans)
        self.starts = syntax.tokens.starts
        self._span_starts = [q.start for q in self.spans]
        self.opened = {q.start: q for q in self.spans}
        self.closed = {q.end: q for q in self.spans if q.closed}
        self._around = self._innermost()

    def _innermost(self) -> list[Quotation | None]:
        found: list[Quotation | None] = [None] * len(self.starts)
        open_now: list[Quotation] = []
        n = 0
        for i, start in enumerate(self.starts):
            while n < len(self.spans) and self.spans[n].start < start:
                open_now.append(self.spans[n])
                n += 1
            while open_now and open_now[-1].end <= start:
                open_now.pop()
            found[i] = open_now[-1] if open_now else None
        return found

    @cached_property
    def whole_sentences(self) -> dict[int, Quotation]:
        """The quotations that are whole sentences, by their opening token: `قال إنه قلق. [«لا يعرف أحد ما جرى»].`"""
        found: dict[int, Quotation] = {}
        for q in self.spans:
            first, last = self.token(q.start), self.token(q.end - 1)
            alone = first == self.syntax.sentence[first][0] and last - first > _LONG
            rest = self.words[last + 1 : self.syntax.sentence[last][1]]
            if not (q.closed and alone) or self.between(q.start + 1, q.end):
                continue
            if (rest or q.end == len(self.syntax.text)) and all(word in STOPS for word in rest):
                found[first] = q
        return found

    def between(self, start: int, end: int) -> list[Quotation]:
        """The quotations that begin at character `start` or after it, before `end`."""
        return self.spans[bisect_left(self._span_starts, start) : bisect_left(self._span_starts, end)]

    def around(self, i: int) -> Quotation | None:
        """The innermost quotation that token `i` stands in."""
        return self._around[i]

    def token(self, char: int) -> int:
        return max(0, bisect_right(self.starts, char) - 1)

    def speech_at(self, i: int) -> Quotation | None:
        """The quotation that opens at token `i` when it is words and not a name: not `صحيفة «الحياة»`."""
        q = self.opened.get(self.starts[i]) if i < len(self.words) else None
        if q is None:
            return None
        last = self.token(q.end - 1)
        before = self.words[i - 1] if i else ""
        if q.closed and last - i <= 7 and (before == "لدي" or before.removeprefix("ل") in NAMED):
            return None
        if q.closed and any(j in self.syntax.within for j in (i, i - 1)) and last - i <= 5:
            party = self.syntax.within.get(i) or self.syntax.within.get(i + 1)
            if party is not None and party.end >= last:
                return None
        if q.closed and last - i <= _NAME and self.syntax.at.get(i + 1, None) is not None:
            party = self.syntax.at[i + 1]
            if party.end >= last:
                return None
        return q

    def is_name(self, i: int, q: Quotation) -> bool:
        """`في تصريح لـ"النهار"`, `قال "مركز القمح" إن`: a few words in quotation marks that nobody says."""
        last = self.token(q.end - 1)
        if not q.closed or last - i > 7 or last + 1 >= len(self.words):
            return False
        after = last + 1
        if self.words[after].startswith("ال"):  # «قالت "النور" المصنعة للطائرات إن»
            end = min(after + _MODIFIER, self.syntax.sentence[i][1])
            after = next((k for k in range(after, end) if self._parts(k)), after)
        following = self.words[after]
        sure = following != "ان" or after > last + 1 or self.doc[after].text.startswith("إ")
        that = following in THAT and sure
        return that or following == ":" or self.words[i - 1] in ("ل", "لـ")

    def is_short(self, i: int, q: Quotation) -> bool:
        """Whether the quotation at `i` is closed and of a few words."""
        return q.closed and self.token(q.end - 1) - i <= SCARE

    def is_apposed_name(self, i: int, q: Quotation) -> bool:
        """Whether the quotation at `i` is a name of who stands before it: `أعلنت هيئة الاستثمار ["شروق"]، أمس، بدء`."""
        last = self.token(q.end - 1)
        return (
            q.closed
            and last - i == _ONE_WORD
            and self.words[last + 1 : last + 2] != []
            and self.words[last + 1] in COMMAS
        )

    def is_latin_name(self, i: int, q: Quotation) -> bool:
        """Whether the quotation at `i` is who speaks in Latin letters: `أعلنت الشركة المصنعة ["XLCC"] عن`."""
        last = self.token(q.end - 1)
        follows = self.words[last + 1 : last + 2]
        short = q.closed and last - i <= SCARE and bool(follows) and follows[0] in PREPOSITIONS
        return short and not any(is_arabic(w) for w in self.words[i + 1 : last])

    def _parts(self, k: int) -> bool:
        word = self.words[k]
        return word in THAT or word in COMMAS or word in STOPS or word in OPENERS or word == ":"

    def closing_before(self, i: int) -> Quotation | None:
        """The quotation that closes right before token `i` or the comma or dash there.

        One of few words opens its sentence and a comma parts it from the verb: `«لا تعليق»، قال الوزير`.
        """
        parted = i > 0 and self.words[i - 1] in COMMAS | _DASHES
        j = i - 1 - parted
        if j < 1:
            return None
        q = self.closed.get(self.syntax.tokens.ends[j])
        if q is None:
            return None
        first = self.token(q.start)
        opens = first == self.syntax.sentence[first][0] and parted
        return q if j - first > (_SHORT if opens else _LONG) else None
