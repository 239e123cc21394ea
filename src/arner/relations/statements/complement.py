"""What a reporting word reports: that …, a quotation, what a preposition governs; and where it begins."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Literal, NamedTuple

from arner.arabic.orthography import fold
from arner.arabic.particles import readings
from arner.lexicon import word_class
from arner.relations.statements import reporting
from arner.relations.statements.asides import FAR, Asides
from arner.relations.statements.quoting import SCARE, Quoted
from arner.relations.statements.reporting import Wants
from arner.relations.statements.triggers import Triggers
from arner.relations.statements.words import (
    GOVERN,
    IDIOMS,
    IN_WORDS,
    NO_PARTICLE,
    NO_PARTICLE_BEFORE,
    NO_REPORT,
    WHOM,
    WITHOUT,
)
from arner.syntax.quotations import Quotation
from arner.syntax.words import ADVERBS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS, THAT

IN_IT = frozenset({"فيه", "فيها"})
_WHICH_MEANS = frozenset({"ما", "مما"})
_WITH = frozenset({"مع"})  # «مع المطالبة بـ»: adds to what is said
_WITH_HIM = word_class("with_or_to_him")

How = Literal["that", "quote", "colon", "governed", "object"]


class Complement(NamedTuple):
    """Content begins at token `start` and character `char`; `at`: the token that introduces it."""

    how: How
    at: int
    start: int
    char: int
    quotation: Quotation | None = None


def begun(quoted: Quoted, how: How, at: int, start: int) -> Complement | None:
    """The complement that begins with token `start`, in the sentence of `at`; None where that ends before it."""
    end = quoted.syntax.sentence[at][1]
    if start >= end or start >= len(quoted.words):
        return None
    q = quoted.opened.get(quoted.starts[start])
    return Complement(how, at, start, quoted.starts[start], q)


class _At(NamedTuple):
    """Token `j` on the way from `start` to `end`; the reporting word at `i` asks for what it `wants`."""

    i: int
    start: int
    end: int
    wants: Wants
    j: int


class _Nothing(Enum):
    """Nothing is reported: what stands here closes the way."""

    HERE = "here"


# What a step says of a token: that what is reported begins there, that nothing does, the token to go on from; or None.
_Found = Complement | _Nothing | int | None


class Complements:
    """Finds complements in one Doc; `reports`: tokens that begin a report of their own; `verbs`: all that report."""

    def __init__(self, quoted: Quoted, asides: Asides, triggers: Triggers) -> None:
        self.quoted = quoted
        self.asides = asides
        self.syntax = quoted.syntax
        self.words = self.syntax.words
        self.doc = self.syntax.doc
        self.reports = triggers.ends
        self.verbs = triggers.reports
        self._named = {m.start for m in self.doc._.mentions}  # characters where names begin: «بريطانية»
        self._dots_ya = "على" in self.syntax.text  # where «على» is written with its letter, «علي» is a name

    def first(self, i: int, wants: Wants, start: int) -> Complement | None:
        """The first complement of the reporting word at `i`, at token `start` or after it; none that another has."""
        found = self._first(i, wants, start)
        return None if found is not None and self._of_another(i, found) else found

    def _first(self, i: int, wants: Wants, start: int) -> Complement | None:
        """The steps at each token in turn, until one finds what is reported or that nothing is."""
        end = min(self.syntax.sentence[i][1], i + FAR)
        j = start
        while j < end:
            at = _At(i, start, end, wants, j)
            found = next((said for step in _STEPS if (said := step(self, at)) is not None), j + 1)
            if not isinstance(found, int):
                return found if isinstance(found, Complement) else None
            j = found
        return None

    def _in_another_quotation(self, at: _At) -> int | None:
        """Over the words of a quotation in which the reporting word does not stand."""
        inside = self.quoted.inside[at.j]
        return at.j + 1 if inside and inside != self.quoted.inside[at.i] and at.j != at.start else None

    def _after_colon(self, at: _At) -> _Found:
        """`قال الوزير: [الجسر آمن]`."""
        if self.words[at.j] != ":" or not (at.wants.speech or at.wants.that):
            return None
        c = self.colon(at.j)
        other = c is not None and c.how == "that" and "quoted" in at.wants.takes
        other = other or (c is not None and c.how != "that" and not at.wants.speech)  # «سجل أهداف الفريق: …»
        return _Nothing.HERE if c is None or other else c

    def _another_begins(self, at: _At) -> _Found:
        """Another report begins after a comma: `أعلنت الشرطة تفاصيل القضية، [مؤكدة] أن`, `نفى المسؤولية، [حيث] قال`."""
        words, j = self.words, at.j
        if j == at.start:
            return None
        carries_on = j in self.reports and words[j - 1] in COMMAS
        alone = "object" in at.wants.takes or not (at.wants.that or at.wants.speech)
        if carries_on and alone and words[j][0] == "م":
            return _Nothing.HERE
        where = words[j] == "حيث" and reporting.verb(words[min(j + 1, len(words) - 1)]) is not None
        return _Nothing.HERE if where else None

    def _aside(self, at: _At) -> int | None:
        """Over `، النائب عن الحزب،` from its comma, where what the cue asks for follows at once."""
        if self.words[at.j] not in COMMAS or not self.asides.describes(at.j + 1):
            return None
        for k in range(at.j + 2, at.end - 1):
            if self.words[k] in COMMAS:
                following = self.words[k + 1]
                asked = (following in THAT and at.wants.that) or following in at.wants.after
                return k + 1 if asked else None
            if self.words[k] in THAT or k in self.reports:
                return None
        return None

    def _speech(self, at: _At) -> _Found:
        """`قال الوزير «[الجسر آمن]»`."""
        q = self.quoted.speech_at(at.j) if at.wants.speech else None
        if q is not None and at.j > at.start and self._of_its_noun(at, q):
            return None
        if q is not None and at.j == at.start and "object" in at.wants.takes and self.quoted.is_apposed_name(at.j, q):
            return None  # «أعلنت هيئة الاستثمار "شروق"، أمس، بدء العمل»
        return self._quotation(at.j, at.j, q) if q is not None and not self._not_speech(at.i, at.j, q) else None

    def _of_its_noun(self, at: _At, q: Quotation) -> bool:
        """`نقلت عن وثيقة بشأن ["أسعار الغاز في السوق"]، أن`: a preposition governs it, the clause is still to come."""
        before = self.words[at.j - 1]
        if before not in PREPOSITIONS or before in at.wants.after or not (q.closed and at.wants.that):
            return False
        last = self.quoted.token(q.end - 1)
        return any(self.words[k] in THAT for k in range(last + 1, min(at.end, last + 3)))

    def _clause(self, at: _At) -> _Found:
        """`قال الوزير إن [الجسر آمن]`."""
        word, takes, after = self.words[at.j], at.wants.takes, at.wants.after
        if word not in THAT:
            return None
        if at.j in self.syntax.within:
            return at.j + 1  # «بان كي مون», «سي إن إن»: names
        if self.words[at.j - 1] in NO_REPORT:
            return _Nothing.HERE
        if self._which_means(at):
            return _Nothing.HERE
        if at.wants.asserts and at.j > at.start and self._to_do(at.j):
            return at.j + 1  # «بينت الدراسة قدرة الناس على صمود لم يستطع الجفاف [أن] يكسره»
        if at.wants.that or (after and word.startswith("بان") and "ب" in after) or "speech" in takes:
            return self._that(at.j) or _Nothing.HERE
        return None

    def _which_means(self, at: _At) -> bool:
        """`سجل ولوج شركات، ما يعكس [أن] السوق تتحسن` (which shows that): no clause of the cue's."""
        which = at.j - 2 > at.i and self.words[at.j - 2] in _WHICH_MEANS
        return which and self.syntax.is_verb(at.j - 1) and at.j - 1 not in self.verbs

    def _said_in_it(self, at: _At) -> _Found:
        """`يعلق على تقرير جاء [فيه] أن`: the report says it, not who comments on it; but `كلمته التي قال [فيها]`."""
        if self.words[at.j] not in IN_IT or at.j <= at.start + 1:
            return None
        verb = reporting.verb(self.words[at.j - 1])
        other = verb is not None and not verb.dropped and self.words[at.j - 2] not in RELATIVES
        return _Nothing.HERE if other else None

    def _phrase(self, at: _At) -> _Found:
        """`أشاد الوزير ب[الجهود]`, but over `رأت اللجنة [في] تقريرها أن`."""
        found = self._governed(at.j, at.wants) or self._governed_in_quotation(at)
        if found is None:
            return None
        if found.start == at.j > at.start + 1 and self.words[at.j - 2] in RELATIVES and self.syntax.is_verb(at.j - 1):
            return at.j + 1  # «هنأت السكان الذين أدلوا [بأصواتهم] بنجاح الاقتراع»
        in_it = self.words[at.j] == "في" and at.wants.clause and self._clause_follows(at.j, at.end)
        by_the_way = at.wants.that and self._clause_after_aside(at)
        return at.j + 1 if in_it or by_the_way else found

    def _of_a_speech(self, at: _At) -> _Found:
        """`كلمة الوزير، التي ألقاها [وهاجم] فيها النقابة`: a further report, but not one within the noun."""
        j = at.j
        further = j > at.start and j in self.reports and self.words[j][0] in "وف" and self.words[j] not in RELATIVES
        return _Nothing.HERE if further and not IN_IT & {*self.words[j + 1 : j + 2]} else None

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
        return c.how == "that" and self._right_after_another(i, c.at)

    def _right_after_another(self, i: int, that: int) -> bool:
        """`نفى وجود مواد [قالت الشركة] إنها سامة`: a verb stands right before the clause, with its subject alone.

        Or with its preposition: `أعلنت التحاقهم بالنقابة، التي [شددت على] أن`.
        """
        k = that - 1
        own = self.verbs.get(k - 1)
        if own is not None and self.words[k] in own.entry.wants.after:
            k -= 1
        subject = self.syntax.within.get(k)
        if subject is not None:
            k = subject.start - 1
        verb = self.verbs.get(k) if k > i else None
        finite = verb is not None and verb.form.kind in ("past", "present") and verb.entry.wants.that
        return finite and self.words[k - 1] != "ما"  # «نقلت عن الموقع [ما يفيد] بأن»

    def _not_speech(self, i: int, j: int, q: Quotation) -> bool:
        """Whether the quotation at `j` is a name, or a word that the journalist keeps at a distance."""
        if self.quoted.is_name(j, q) or self._is_speaker(j, q) or self.quoted.is_latin_name(j, q):
            return True
        if not q.closed or self.quoted.token(q.end - 1) - j > SCARE or j == i + 1:
            return False
        before = self.words[j - 1]
        parted = before in COMMAS or before in ADVERBS or j - 1 in self.syntax.within
        return not parted and before not in reporting.speaker_heads() and reporting.verb(before) is None

    def _is_speaker(self, j: int, q: Quotation) -> bool:
        """`أكد "المصدر المسؤول" في الوزارة "أن الجسر آمن"`: few words that say who, and later what is said."""
        last = self.quoted.token(q.end - 1)
        if not q.closed or last - j > SCARE or self.words[j + 1] not in reporting.speaker_heads():
            return False
        end = min(self.syntax.sentence[j][1], last + SCARE * 2)
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
        return begun(self.quoted, "colon", j, k)

    def _that(self, j: int) -> Complement | None:
        """What follows أن at `j`, also after a colon: `أن: «الجسر آمن»`."""
        colon = j + 2 < len(self.words) and self.words[j + 1] == ":"
        return begun(self.quoted, "that", j, j + 1 + colon)

    def _clause_follows(self, j: int, end: int) -> bool:
        """Whether أن stands soon after `j`, with nothing between that could be reported itself."""
        for k in range(j + 1, min(j + 8, end)):
            if self.words[k] in THAT:
                return True
            if self.words[k] in STOPS or self.words[k] in OPENERS or self.words[k] == ":":
                return False
        return False

    def _clause_after_aside(self, at: _At) -> bool:
        """`صرح الوزير خلال حلوله [بالمجلس]، مساء اليوم، بأن`: the clause after the comma is what is said."""
        for k in range(at.j + 1, at.end):
            word = self.words[k]
            if k in self.verbs or word in STOPS or word in OPENERS or word == ":":
                return False
            if word in THAT and k not in self.syntax.within:
                return self.words[k - 1] in COMMAS and not self._to_do(k)
        return False

    def _to_do(self, j: int) -> bool:
        """Whether أن at `j` is that of a verb that wants or can: `لم يستطع [أن] يحدث`, not `أكد [أن] الجسر آمن`."""
        group = self.syntax.clauses.verbs.get(j + 1)
        return self.words[j] == "ان" and group is not None and group.tense == "present"

    def _governed(self, j: int, wants: Wants) -> Complement | None:
        """What a preposition at token `j`, or one written onto it, governs where the cue asks for it."""
        word = self.words[j]
        following = self.words[j + 1] if j + 1 < len(self.words) else ""
        if word in wants.after and following:
            return self._after_preposition(j, following, wants.after == (word,) and not wants.takes)
        letter = word[:1]
        if letter not in wants.after or letter not in "بل":
            return None
        if len(word) < 3 and following[:1] not in OPENERS:
            return None
        if word in ("ب", "بـ", "ل") and following in OPENERS:
            return begun(self.quoted, "governed", j, j + 1)
        if len(word) < 3 or self._own_letter(j, wants) or self._of_a_noun(j, letter):
            return None
        return self._attached(j)

    def _of_a_noun(self, j: int, letter: str) -> bool:
        """Whether the noun of saying right before token `j` governs it: `ذكر دائرة المطالبة [برفع] الحصار`."""
        noun = reporting.nouns()[self.words[j - 1]] if self.words[j - 1].startswith("ال") else None
        return noun is not None and letter in noun.entry.wants.after and j > 1 and self.words[j - 2] not in _WITH

    def _governed_in_quotation(self, at: _At) -> Complement | None:
        """`منددا "[بالعدوان على القرية]"`: the preposition stands within the quotation marks."""
        q = self.quoted.opened.get(self.quoted.starts[at.j])
        if q is None or at.j != at.start or at.wants.speech or at.j + 1 >= len(self.words):
            return None
        letter = self.words[at.j + 1][:1]
        if letter not in "بل" or letter not in at.wants.after or len(self.words[at.j + 1]) < 3:
            return None
        return None if self._own_letter(at.j + 1, at.wants) else self._quotation(at.j, at.j, q)

    def _after_preposition(self, j: int, following: str, alone: bool) -> Complement | None:
        """What the preposition at `j` governs; `alone`: the cue asks for nothing else, so also a state."""
        words, word = self.words, self.words[j]
        if following in IDIOMS.get(word, ()) or (j > 0 and words[j - 1] in GOVERN) or j + 1 in self.syntax.dated:
            return None
        there = self.syntax.at.get(j + 1)
        if word == "الي" and not alone and there is not None and there.type in ("place", "country"):
            return None  # «دعا مبعوث المنظمة إلى اليمن إلى …»
        if j in self.syntax.within or (word == "علي" and self.doc[j].text.endswith("ي") and self._dots_ya):
            return None  # the name Ali
        if following in THAT:
            return self._that(j + 1)
        q = self.quoted.opened.get(self.quoted.starts[j + 1])
        if q is not None and j + 3 < len(words) and words[j + 2] in THAT:  # «شدد على "أن …"»
            return self._quotation(j, j + 1, q)
        return begun(self.quoted, "governed", j, j + 1)

    def _own_letter(self, j: int, wants: Wants) -> bool:
        """Whether the first letter of token `j` is no preposition that the cue governs: its own, or an adverb's."""
        word = self.words[j]
        if (
            word in IN_WORDS
            or self.doc[j].idx in self._named
            or word in ADVERBS
            or j in self.syntax.dated
            or word in _WITH_HIM
        ):
            return True
        if word in NO_PARTICLE or (word.startswith(NO_PARTICLE_BEFORE) and word not in WITHOUT) or word in THAT:
            return True
        party = self.syntax.within.get(j)
        if party is not None:  # «دعا لبنان»: to whom, not to what
            return wants.whom or party.start != j or not self.syntax.proclitic(party).endswith(word[0])
        # «دعوته [للأطراف] إلى»
        whom = readings(word)[-1][0]  # no «دعا لتنظيم لقاء»: an organisation and to organise are one word
        return wants.whom and (whom in WHOM or (whom.startswith("ال") and whom in reporting.speaker_heads()))

    def _attached(self, j: int) -> Complement:
        token = self.doc[j]
        whole = self.words[j].startswith("لل")
        return Complement("governed", j, j, token.idx + (0 if whole else _letter_length(token.text)))


# What is looked for at each token, in this order.
_STEPS: tuple[Callable[[Complements, _At], _Found], ...] = (
    Complements._in_another_quotation,
    Complements._after_colon,
    Complements._another_begins,
    Complements._aside,
    Complements._speech,
    Complements._clause,
    Complements._said_in_it,
    Complements._phrase,
    Complements._of_a_speech,
)


def _letter_length(text: str) -> int:
    """Characters of the first letter with the marks and the tatweel on it."""
    n = 1
    while n < len(text) and (text[n] == "ـ" or not fold(text[n])):
        n += 1
    return n if n < len(text) else 0
