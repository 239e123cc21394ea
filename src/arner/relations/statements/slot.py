"""The noun that a verb's subject begins with where it is no party: `قالت [مصادر] مطلعة`, `لكن [سكان الحي] قالوا`."""

from __future__ import annotations

from arner.arabic.inflection import Form
from arner.lexicon import word_class
from arner.relations.statements import reporting
from arner.relations.statements.phrases import LONGEST
from arner.relations.statements.voices import gender_of
from arner.relations.statements.words import NAMED
from arner.syntax import Syntax
from arner.syntax.sentences import after_title
from arner.syntax.verbs import acting_verb
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS, THAT

_TO_WHOM = word_class("told_to")
# «أعلنت [عنه] الشركة»; but «بيان أعلنت فيه»: who speaks is whose it is
_PASSED = _TO_WHOM | (word_class("prepositional_pronoun") - {"فيه", "فيها"})
_TENSE = word_class("tense_before")
_CLAUSE_OPENERS = word_class("clause_opener")
_MANY = word_class("many")
_NO_NOUN = word_class("no_noun")
_NAME = 6  # tokens of a name in quotation marks
_OF_SEVERAL = 4  # letters of a plural before its genitive: more than these
_ABSTRACT = word_class("abstract")


class Slots:
    """Finds where in one Doc the subject of a verb begins."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.words = syntax.words

    # -- after the verb --------------------------------------------------------------------------

    def noun_after(self, i: int, limit: int, form: Form, any_noun: bool) -> int | None:
        """The noun after the verb at `i`, before token `limit`, over phrases that something governs, dates, adverbs.

        `any_noun`: one right after the verb is its subject whatever it means. None where a party stands first.
        """
        j, governed = i + 1, False
        end = min(limit, self.syntax.sentence[i][1], i + LONGEST)
        while j < end:
            word = self.words[j]
            if (after := self._after_aside(j)) > j:
                j = after
            elif word in _PASSED:
                j, governed = j + 1, False
            elif word in OPENERS and governed and (closing := self._closing(j, end)):
                j, governed = closing, False  # «قال لـ«النهار» [مسؤول] إن»
            elif j in self.syntax.within and self.syntax.within[j].kind != "demonym":
                if not governed:
                    return None
                j, governed = self.syntax.within[j].end, False
            elif word in OPENERS and j == i + 1 and self._begins_content(limit):
                return j + 1 if self._closing(j, limit) else None  # «قال "المركز" إن»
            elif self._closes(word):
                return None
            elif (now := self._governs(j, governed)) or governed or word in COMMAS or word in ADVERBS:
                j, governed = j + 1, now
            else:
                return j if self._subject_at(j, i, limit, form, any_noun) else None
        return None

    def _after_aside(self, j: int) -> int:
        """After what stands at `j` and governs nothing: a date, `د.`, `كل من`, an adjective; `j` where nothing does."""
        if j in self.syntax.dated:
            return max(self.syntax.dated[j], j + 1)
        if (after := after_title(self.words, j)) > j:
            return after
        if self.words[j] in ("كل", "كلا") and self.words[j + 1 : j + 2] == ["من"]:
            return j + 2
        return j + self._of_quoted(j)

    def _closing(self, j: int, end: int) -> int | None:
        """The token after the quotation marks that open at `j`."""
        return next((k + 1 for k in range(j + 1, end) if self.words[k] in CLOSERS), None)

    def _of_quoted(self, j: int) -> bool:
        """`لصحيفة "الأفق" [الأردنية]`: an adjective of the body whose name is in quotation marks."""
        return self.words[j - 1] in CLOSERS and self.words[j].startswith("ال") and self.words[j].endswith(("ي", "يه"))

    def _begins_content(self, limit: int) -> bool:
        word = self.words[limit] if limit < len(self.words) else ""
        return word in THAT or word in OPENERS

    def _closes(self, word: str) -> bool:
        """Whether nothing after `word` can be the subject."""
        return word in THAT or word in STOPS or word == ":" or word in OPENERS or word in RELATIVES

    def _governs(self, j: int, governed: bool) -> bool:
        """Whether what follows token `j` is governed: a preposition stands there, or one stood before."""
        word = self.words[j]
        if word in COMMAS or word in ADVERBS:
            return False
        head = word in reporting.speaker_heads() or word in reporting.documents()
        return governed or word in PREPOSITIONS or (word[0] in "بل" and not head)

    def _subject_at(self, j: int, i: int, limit: int, form: Form, any_noun: bool) -> bool:
        word = self.words[j]
        if word in reporting.honorifics():
            return False
        if word in reporting.speaker_heads() or word in reporting.documents():
            return True
        if j == i + 1 and word in NAMED and self.words[j + 1 : j + 2] != [] and self.words[j + 1] in OPENERS:
            return True  # «أعلنت [خدمة] "النهار" حذف أعماله»
        if j == i + 1 and self._may_speak(j, limit, form, any_noun):
            return True
        # any definite noun, when «that» follows: «قال الطيار الشاب إن»
        return word.startswith("ال") and limit < len(self.words) and self.words[limit] in THAT

    def _may_speak(self, j: int, limit: int, form: Form, any_noun: bool) -> bool:
        """Whether a noun right after the verb is its subject: `قالت [سيدة] في المخيم: …`, `اتهم [حقوقيون] الشرطة`."""
        word = self.words[j]
        if len(word) < 3 or word in _NO_NOUN or reporting.verb(word) is not None or acting_verb(word) is not None:
            return False
        if form.gender == "m" and self._is_nominative(j, limit):
            return True
        if word.removeprefix("ال") in _ABSTRACT:
            return False  # «أكد استعداد الشركة»
        if not (any_noun or self._content_at(limit)) or word.endswith(("ا", "ين")):
            return False  # the accusative: «ردا», «موضحا», whom it is said to
        return self._agrees(j, form)

    def _is_nominative(self, j: int, limit: int) -> bool:
        """Whether the noun at `j`, or its adjective before token `limit`, has the ending: `العمال [القانونيون]`."""
        word = self.words[j]
        adjective = self.words[j + 1] if j + 1 < limit and word.startswith("ال") else ""
        return word.endswith("ون") or (adjective.startswith("ال") and adjective.endswith("ون"))

    def _content_at(self, limit: int) -> bool:
        """Whether something that introduces what is said stands at token `limit`: «that», a colon, quotation marks."""
        return self._begins_content(limit) or self.words[limit : limit + 1] == [":"]

    def _agrees(self, j: int, form: Form) -> bool:
        """Whether the noun at `j` may be the subject of a verb of that gender; of a name no ending tells it."""
        word = self.words[j]
        masculine = form.gender == "m" and form.number == "s"
        if masculine and word.endswith("ه"):
            return False
        return form.gender != "f" or gender_of(word) == "f" or self._is_name(j)

    def _is_name(self, j: int) -> bool:
        """Whether a word that is no party is a name, of which no ending tells the gender: `وقالت [ناسون]`."""
        return self.syntax.tagged.pos[j] == "PROPN"

    # -- before the verb -------------------------------------------------------------------------

    def phrase_before(self, i: int, form: Form, anybody: bool) -> tuple[int, int] | None:
        """Tokens of a noun phrase that begins the clause and ends at its verb: `لكن [سكان الحي الجديد] قالوا`.

        `anybody`: any noun may be the subject, not only those that are known to speak.
        """
        first = self.syntax.sentence[i][0]
        end = i
        while end > first and self.words[end - 1] in _TENSE:
            end -= 1
        if self.words[end - 1] == "وقد":
            return None  # a new clause: «السؤال عبادة وقد دعا الرسل»
        start = end
        while start > first and start > i - LONGEST:
            before = self._opening_before(start, first) if form.number == "p" else None
            if before is None and not self._nominal(start - 1):
                break
            start = start - 1 if before is None else before
        if start > first and self.words[start - 1] not in COMMAS | _CLAUSE_OPENERS and not self._at_line_start(start):
            return None
        while start < end and self.words[start] in _CLAUSE_OPENERS:
            start += 1
        if start >= end or start in self.syntax.dated or self.words[start] in ADVERBS | PREPOSITIONS:
            return None
        return (start, end) if self._leads(self.words[start], form, anybody) else None

    def _opening_before(self, start: int, first: int) -> int | None:
        """Where a name in quotation marks that ends before token `start` opens: `مشجعو [«النهار»] اعتبروا`."""
        if self.words[start - 1] not in CLOSERS:
            return None
        near = range(start - 3, max(first, start - _NAME) - 1, -1)
        return next((k for k in near if self.words[k] in OPENERS), None)

    def _leads(self, word: str, form: Form, anybody: bool) -> bool:
        bare = word.removeprefix("و").removeprefix("ف")
        head = bare in reporting.speaker_heads() or word in reporting.speaker_heads() | _MANY
        head = head or (form.number == "p" and len(bare) > _OF_SEVERAL and bare.endswith("و"))  # «مشجعو الفريق»
        if not head and not (anybody and bare.startswith("ال")):
            return False
        agrees = form.number != "s" or form.gender is None or gender_of(word) == form.gender
        return agrees or word in _MANY

    def _nominal(self, k: int) -> bool:
        word = self.words[k]
        if word in COMMAS or word in STOPS or word in THAT or word in RELATIVES or word in OPENERS or word in CLOSERS:
            return False
        verbal = reporting.verb(word) is not None or acting_verb(word) is not None or _they_do(word)
        verbal = verbal or (self.syntax.is_verb(k) and not word.startswith("ال"))
        return word[0].isalpha() and word not in _CLAUSE_OPENERS and (k in self.syntax.within or not verbal)

    def _at_line_start(self, start: int) -> bool:
        return self.words[start - 1].isspace() or self.words[start - 1] in STOPS


def _they_do(word: str) -> bool:
    """`يختطفون`: whether an unknown verb has the form of «they …»; adjectives of relation end so too: `يمنيون`."""
    return len(word) > 5 and word[0] == "ي" and word.endswith("ون") and not word.endswith("يون")
