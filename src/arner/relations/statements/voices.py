"""Who speaks, as the text names or describes them: `الوزير`, `مصادر مطلعة`, `بيان الوزارة`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from arner.arabic.particles import letters
from arner.lexicon import word_class
from arner.relations.rule import Filler, Refs
from arner.relations.statements import reporting
from arner.relations.statements.memory import Memory
from arner.relations.statements.phrases import LONGEST, Phrases
from arner.relations.statements.words import NAMED
from arner.syntax import Party, Syntax
from arner.syntax.subjects import Subject, subject_of
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS

_NOT_THE_PERSON = word_class("not_the_person")
_SIGNED = word_class("document")
_TITLES = word_class("honorific")
_THROUGH = word_class("spoken_in")
_ISSUING = word_class("issuing")
_ISSUED = word_class("issued_document")
_SAME = word_class("same")
_SAME_BEFORE = word_class("same_before")
_DEFINITE = ("ال", "بال", "لل")
_DOCUMENT_BACK = 400  # tokens back to where a document was named first
_ISSUED_BEFORE = 40  # tokens from the verb of issuing to the document
_DOCUMENT_NEAR = 60  # the same for one that is surely meant
_BACK = 12  # statements back among which who speaks through it is looked for
_MANY = word_class("many")
_SEVERAL = ("ون", "ين", "ات", "ان", "اء")
_NO_NOUN = word_class("no_noun")
_BROKEN_PLURALS = word_class("broken_plural")
_PLURAL = tuple(sorted(word_class("several_ending")))
_SOURCES = word_class("never_named")
_BODIES = word_class("collective_body")
_ONE = word_class("generic_person") | word_class("gendered_office")


@dataclass(frozen=True, slots=True)
class Voice(Filler):
    """Who speaks; `end`: the token after the words that name them; `source`: the document spoken through."""

    gender: str | None = None
    source: str | None = None

    @property
    def ref(self) -> str | None:
        """The id of whoever is named first."""
        return self.refs[0][0]

    @property
    def is_person(self) -> bool:
        return len(self.refs) == 1 and (self.ref or "").startswith("p")


class Voices:
    """Makes voices of the parties and phrases of one Doc."""

    def __init__(self, syntax: Syntax, names: dict[str, str], memory: Memory) -> None:
        self.syntax = syntax
        self.words = syntax.words
        self.doc = syntax.doc
        self.names = names
        self.memory = memory
        self.phrases = Phrases(syntax)

    def is_one(self, found: Filler) -> bool:
        """Whether this is one human being, named or only described: `المسؤول`; a body's members may speak as «they»."""
        if len(found.refs) != 1:
            return False
        ref = found.refs[0][0]
        if ref is not None:
            return ref.startswith("p")
        phrase = self.syntax.phrase_at(found.start)
        several = self.words[found.start].endswith(("و", *_SEVERAL))  # «مؤسسو الجمعية»
        singular = phrase is not None and phrase.number == "s" and not several
        head = self.words[found.start]
        return head.removeprefix("ال") in _ONE or (singular and head not in reporting.speaker_heads() | _MANY)

    def is_many(self, word: str) -> bool:
        """Whether a folded word is a quantity of people, with which a verb of either gender stands: `بعض`."""
        return word in _MANY

    # -- named -----------------------------------------------------------------------------------

    def of(self, group: tuple[Party, ...]) -> Voice:
        """The parties of `group` as they are named."""
        return self.voice(Subject(group, group[-1].end, before=False))

    def voice(self, subject: Subject, limit: int | None = None) -> Voice:
        """The parties of `subject`; the words of the last, if it is only described, end before token `limit`."""
        if (described := self._of_states(subject)) is not None:
            return described
        refs: list[tuple[str | None, str]] = []
        for party in subject.parties:
            refs += self.refs(party)
        first, last = subject.parties[0], subject.parties[-1]
        adjacent = all(a.end == b.start for a, b in pairwise(subject.parties))
        if adjacent and not any(party.refs for party in subject.parties):  # مسؤولون ودبلوماسيون: one description
            refs = [(None, self.phrases.text(first.char_start, last.end))]
        end = last.end
        if not last.refs:
            refs[-1:], end = self._of_description(last, first if len(refs) == 1 else None, limit)
        joined = self._joined(end, limit) if last.refs else None
        if joined is not None:
            refs += joined.refs
            end = joined.end
        return Voice(tuple(dict.fromkeys(refs)), first.start, end)

    def _of_description(self, last: Party, alone: Party | None, limit: int | None) -> tuple[Refs, int]:
        """Who the description `last` is of: a name beside it, whom the same words meant before, or its own words.

        `alone`: where the words begin, if nobody else speaks. Also the token after the words that name them.
        """
        sentence_end = self.syntax.sentence[last.start][1]
        end = max(last.end, self.phrases.end(last.start, limit or sentence_end))
        named = self._name_beside(last, end, limit)
        if named is not None:
            return self.refs(named), named.end
        if alone is not None and (end == alone.start + 1 or self.words[alone.start + 1] in _SAME):
            again = self._same_words(alone.start)
            if again:
                return again, end
        return ((None, self.phrases.text((alone or last).char_start, end)),), end

    def _name_beside(self, described: Party, end: int, limit: int | None) -> Party | None:
        """The name in apposition to a description that ends before token `end`, that ends it, or behind its field."""
        near = end + 1 if limit is None or limit > end + LONGEST * 2 else limit
        apposed = self.phrases.apposed(end, near) if self._may_be_named(described.start) else None
        if (named := apposed or self._tail(described, end)) is not None:
            return named
        return self.phrases.after_field(described.start, end, self.syntax.sentence[described.start][1])

    def _of_states(self, subject: Subject) -> Voice | None:
        """`مسؤولون [مصريون وفلسطينيون]`: several adjectives of one description, no state that is joined to it."""
        first, *others = subject.parties
        people = first.refs == () and self.words[first.start].endswith(_SEVERAL)
        if not others or not people or not all(p.kind == "demonym" and self.words[p.start][0] == "و" for p in others):
            return None
        if any(self.words[p.start].startswith("وال") for p in others):
            return None
        end = others[-1].end
        return Voice(((None, self.phrases.text(first.char_start, end)),), first.start, end)

    def _may_be_named(self, start: int) -> bool:
        """Whether the noun at `start` is of one person, whom a name in apposition may tell; not `مصادر`, `الشرطة`."""
        bare = self.words[start].removeprefix("ال")
        several = bare.endswith(_PLURAL) or bare in _BROKEN_PLURALS or bare in _SOURCES
        return not several and "ال" + bare not in _BODIES

    def _tail(self, described: Party, end: int) -> Party | None:
        """The name that a description of one ends with: `المتحدث باسم التحالف العقيد [سليم عمر]`.

        It is in apposition after a definite noun or a name; after another noun it is a genitive: `رئيس حملة سليم`.
        """
        head = self.words[described.start]
        last = next((p for p in self.syntax.between(described.end, end) if p.end == end), None)
        if last is None or last.type != "person" or last.kind != "name" or self.syntax.oblique(last):
            return None
        if head.removeprefix("ال") in _NOT_THE_PERSON or head.endswith(_SEVERAL):
            return None
        if any(self.syntax.is_verb(k) for k in range(described.end, last.start)):
            return None  # «مسؤول يرافق سليما»
        before = last.start - 1
        return last if self.words[before].startswith("ال") or before in self.syntax.within else None

    def _joined(self, j: int, limit: int | None) -> Voice | None:
        """Who is only described and joined to the party before token `j`: `سليم عمر [واثنان من مستشاريه]`."""
        limit = self.syntax.sentence[max(0, j - 1)][1] if limit is None else limit
        word = self.words[j] if j < limit else ""
        bare = word.removeprefix("و")
        several = bare in _MANY or (bare in reporting.speaker_heads() and bare.endswith(_SEVERAL))
        speaks = bare != word and several and not bare.startswith("ال")  # no «ورئيس اللجنة»: what else he is
        return self.described(j, limit) if speaks and j not in self.syntax.within else None

    def refs(self, party: Party) -> Refs:
        unnamed: Refs = ((None, self.phrases.text(party.char_start, party.end)),)
        return tuple((ref, self.names.get(ref, party.name)) for ref in party.refs) or unnamed

    def genitive(self, i: int) -> Voice | None:
        """The party right after a verbal noun: `إعلان [الرئيس التونسي]`."""
        party = self.syntax.at.get(i + 1)
        if party is None or self.syntax.proclitic(party) or party.type == "place":
            return None
        group = self.syntax.group(party)
        return self.voice(Subject(group[group.index(party) :], group[-1].end, before=False))

    def quoted_name(self, start: int, limit: int) -> Voice | None:
        """`قالت «[بناء السلام]» إن`: somebody whose name is in quotation marks, whole."""
        if self.words[start - 1] not in OPENERS:
            return None
        end = next((k for k in range(start + 1, limit) if self.words[k] in CLOSERS), None)
        if end is None:
            return None
        return Voice(((None, self.phrases.text(self.doc[start].idx, end)),), start, end + 1)

    def whose(self, i: int, limit: int, anybody: bool = False) -> Voice | None:
        """Whoever a preposition governs at token `i`: `بحسب [الوزير]`, `نقلا عن [مصدر محلي]`, `وفقا ل[ضابط]`.

        `anybody`: any noun may be meant, not only those that are known to speak.
        """
        i = self._after_same(i, limit)
        if i >= limit:
            return None
        party = self.syntax.at.get(i)
        if party is not None:
            return self.of(self.syntax.group(party)) if party.type != "place" else None
        word = self.words[i]
        if (named := self._body_named(i, limit)) is not None:
            return self.of((named,))
        if word in OPENERS and i + 1 < limit and self.words[i + 1] in reporting.speaker_heads():
            return self.quoted_name(i + 1, limit)  # نقلا عن "مصدر مسؤول"
        bare = word[1:] if word[0] == "ل" and not word.startswith("لل") else word.replace("لل", "ال", 1)
        meant = _is_known(bare) or (anybody and _is_noun(word))
        if not meant or word in ADVERBS:
            return None
        voice = self.described(i, limit)
        if voice is None or bare == word or voice.ref is not None:
            return voice
        name = voice.refs[0][1]
        return replace(voice, refs=((None, name[1:] if not word.startswith("لل") else "ال" + name[2:]),))

    def _body_named(self, i: int, limit: int) -> Party | None:
        """The body whose kind stands at token `i`: `تقرير لصحيفة [الأفق]`."""
        if i + 1 >= limit or self.words[i].removeprefix("ل") not in NAMED:
            return None
        named = self.syntax.at.get(i + 1)
        body = named is not None and named.type == "organization" and not self.syntax.proclitic(named)
        return named if body else None

    # -- described -------------------------------------------------------------------------------

    def described(self, start: int, limit: int, whole: bool = False) -> Voice:
        """Who is described by the phrase that begins at `start`; `whole`: it goes on to `limit`."""
        start = self._after_same(start, limit)
        end = limit if whole else self.phrases.end(start, limit)
        word = self.words[start]
        joined = word not in reporting.speaker_heads() and word.removeprefix("و") in reporting.speaker_heads() | _MANY
        joined = joined or (whole and word not in reporting.speaker_heads())  # وزراء
        head = word.removeprefix("و") if joined else word
        inner = self.syntax.between(start, end) if end - start <= 40 else []
        if head.removeprefix("ال") in {w.removeprefix("ال") for w in reporting.documents()}:
            return self._document(start, end, inner)
        named = self._named_by(start, end, limit, head, inner)
        if named is not None:
            return named
        char = self.doc[start].idx + letters(self.doc[start].text, len(self.words[start]) - len(head))
        refs = self._same_words(start) or ((None, self.phrases.text(char, end)),)
        return Voice(refs, start, end, gender=gender_of(head))

    def _after_same(self, i: int, limit: int) -> int:
        """Over «the same» before its noun: `ذات [المصدر]`."""
        before = i + 1 < limit and self.words[i] in _SAME_BEFORE and self.words[i + 1].startswith("ال")
        return i + before

    def _named_by(self, start: int, end: int, limit: int, head: str, inner: list[Party]) -> Voice | None:
        """The name that the phrase gives: in apposition, as its last words, or after a title of respect."""
        gender = gender_of(head)
        near = self.phrases.apposed(end, limit) if self._may_be_named(start) else None
        apposed = self.phrases.named_after(end, limit) or near
        apposed = apposed or self.phrases.after_field(start, end, self.syntax.sentence[start][1])
        if apposed is not None:
            return Voice(self.refs(apposed), start, apposed.end, gender=gender)
        people = [p for p in inner if p.type == "person" and p.refs and p.kind == "name"]
        if people and head.removeprefix("ال") not in _NOT_THE_PERSON:
            last = people[-1]
            glued = last.start == start + 1 and not head.startswith("ال")
            if not glued and not self.syntax.oblique(last) and self.words[last.start - 1] != "باسم":
                return Voice(self.refs(last), start, last.end, gender=gender)
        if head in _TITLES and inner and inner[0].refs and inner[0].start <= start + 3:
            return Voice(self.refs(inner[0]), start, max(end, inner[0].end), gender=gender)
        return None

    def _same_words(self, start: int) -> Refs | None:
        """`المصدر`, `القيادي`: whoever was described before with this word."""
        head = self.words[start]
        if not head.startswith("ال"):
            return None
        for _, voice in reversed(self.memory.spoken[-6:]):
            words = [word.removeprefix("ال") for word in self.words[voice.start : voice.end]]
            # «مصدر مسؤول», «عدة مصادر»; but «الفريق» is no «قائد فريق»
            described = words if head[2:] in _ONE else words[: 1 + (words[0] not in reporting.speaker_heads())]
            if voice.ref is None and head[2:] in described:
                return voice.refs
        return None

    # -- documents and media ---------------------------------------------------------------------

    def _document(self, start: int, end: int, inner: list[Party]) -> Voice:
        """Who speaks through the document at `start`: who issued it, who spoke before, or the document itself."""
        text = self.phrases.text(self.doc[start].idx, end)
        for party in inner:
            by = self.words[party.start - 1] in ("عن", "من")
            if (party.type != "place" and not self.syntax.oblique(party)) or by:
                return Voice(self.refs(party), start, end, source=text)
        issuer = self._issuer(start, end)
        if issuer is not None:
            return replace(issuer, start=start, end=max(end, issuer.end), source=text)
        if self.words[start].startswith("ال") and (refs := self._issued_before(start)) is not None:
            return Voice(refs or ((None, text),), start, end, source=text)
        last = self.memory.last(start, None)
        unnamed = last is not None and last.ref is None and self.is_one(last)  # «مسؤول محلي»: it is not his
        if last is not None and not unnamed and self.words[start].removeprefix("ال") in _SIGNED:
            return Voice(last.refs, start, end, source=text)
        return Voice(((None, text),), start, end, gender=gender_of(self.words[start]), source=text)

    def _issuer(self, start: int, end: int) -> Voice | None:
        """Whose the document at `start` is, where it is no party: `بيان [وزارة النقل]`, `بيان ل[وزارة النقل]`."""
        limit = self.syntax.sentence[start][1]
        if start + 1 < end and self.words[start + 1] in reporting.speaker_heads():
            return self.described(start + 1, end)
        k = start + 1
        while k < limit and self.words[k].startswith("ال") and k not in self.syntax.within:
            k += 1  # «البيان الختامي [لقمة الدول]»
        return self.whose(k, limit) if k < limit and self.words[k][0] == "ل" else None

    def _issued_before(self, start: int) -> Refs | None:
        """Whose the document at `start`, named before, is: `أصدرت [اللجنة] بلاغا … وأضاف البلاغ`.

        Nobody's that can be told, where it is named shortly before without its issuer; None where it is not named.
        """
        noun = self.words[start].removeprefix("ال")
        if noun not in _ISSUED:
            return None
        forms = {before + noun + end for before in ("", "ب", "ل", *_DEFINITE) for end in ("", "ا")}
        for k in range(start - 1, max(0, start - _DOCUMENT_BACK), -1):
            word = self.words[k].removeprefix("و")
            if word not in forms:
                continue
            again = word.startswith(_DEFINITE)
            refs = self._issuer_at(k, again)
            if refs is not None or (not again and start - k < _DOCUMENT_NEAR):
                return refs or ()
        return None

    def _issuer_at(self, k: int, again: bool) -> Refs | None:
        """Whose the document at token `k` is: named with it, who issues it, or who speaks in its sentence; `again`: it
        was named before."""
        first, limit = self.syntax.sentence[k]
        spoken = [voice for at, voice in reversed(self.memory.spoken[-_BACK:]) if first <= at < limit]
        if again:
            return next((voice.refs for voice in spoken if voice.source), None)
        end = self.phrases.end(k, limit)
        if (issuer := self._issuer(k, end)) is not None:
            return issuer.refs
        for party in self.syntax.between(k, end):
            if party.type != "place" and not self.syntax.oblique(party):
                return self.refs(party)
        for i in range(k - 1, max(first, k - _ISSUED_BEFORE) - 1, -1):
            if self.words[i] in _ISSUING and (subject := subject_of(self.syntax, i, k)) is not None:
                return self.voice(subject).refs
        return next((voice.refs for voice in spoken if voice.source is None), None)

    def medium(self, start: int, end: int) -> str | None:
        """What is spoken through, between two tokens: `في [مقابلة مع قناة النهار]`, `ل[وكالة النهار]`."""
        for j in range(start, end):
            following = self.words[j + 1] if j + 1 < end else ""
            if self.words[j] in _THROUGH and following in reporting.documents():
                return self.phrases.text(self.doc[j + 1].idx, self._medium_end(j + 1, end))
            party = self.syntax.at.get(j)
            told = j == start or j - 1 in self.syntax.within or self.words[j - 1] in COMMAS | ADVERBS
            if told and party is not None and party.type == "organization" and self.syntax.proclitic(party) == "ل":
                return self.refs(party)[0][1]
        return None

    def _medium_end(self, start: int, end: int) -> int:
        """The end of a document's phrase with the body that it was given to: `مقابلة مع [قناة النهار]`."""
        last = self.phrases.end(start, end)
        if last < end and self.words[last] == "مع":
            party = self.syntax.at.get(last + 1) or self.syntax.at.get(last + 2)
            return party.end if party is not None and party.type == "organization" else last
        return last


def gender_of(word: str) -> str:
    """What a noun's form says: `مصادر` (a plural of things) is feminine."""
    feminine = word.endswith(("ه", "ات")) or word.removeprefix("ال") in _BROKEN_PLURALS
    return "f" if feminine else "m"


def _is_known(word: str) -> bool:
    """Whether a folded noun is one that speaks, a document, or a number of people."""
    return word in reporting.speaker_heads() or word in reporting.documents() or word in _MANY


def _is_noun(word: str) -> bool:
    """Whether a folded word may be a noun of whatever meaning."""
    return len(word) > 2 and word[0].isalpha() and word not in _NO_NOUN
