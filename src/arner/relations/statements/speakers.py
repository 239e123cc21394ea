"""Who says it: the subject of the reporting word, else who spoke before."""

from __future__ import annotations

from typing import NamedTuple

from arner.arabic.inflection import Form
from arner.arabic.particles import letters
from arner.layers import Entities
from arner.lexicon import word_class
from arner.relations.statements import reporting
from arner.relations.statements.phrases import LONGEST, Phrases
from arner.syntax.sentences import Party, Syntax
from arner.syntax.subjects import Subject, subject_after, subject_before
from arner.syntax.verbs import acting_verb
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS, THAT

# Heads whose genitive is somebody else: «مكتب نتنياهو», «محامي ترامب».
_NOT_THE_PERSON = word_class("not_the_person")

# Documents that somebody issues: without his name, whoever spoke before.
_SIGNED = word_class("document")
_TITLES = word_class("honorific")
_THROUGH = word_class("spoken_in")
_TENSE = word_class("tense_before")
_CLAUSE_OPENERS = word_class("clause_opener")
# Of these many speak, whatever the verb's gender is.
_MANY = word_class("many")
_NO_NOUN = word_class("no_noun")
_WHICH = word_class("which")
_OFFICES = word_class("gendered_office")
_BROKEN_PLURALS = word_class("broken_plural")


class Voice(NamedTuple):
    """Who speaks, in how many; `end`: the token after the words that name them; `source`: spoken through."""

    refs: tuple[tuple[str | None, str], ...]
    gender: str | None
    start: int
    end: int
    source: str | None = None


class Speakers:
    """Resolves speakers in one Doc, from its beginning on: it remembers who has spoken."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.words = syntax.words
        self.doc = syntax.doc
        self.phrases = Phrases(syntax)
        entities: Entities = self.doc._.entities
        self.names = entities.names()
        self.spoken: list[tuple[int, Voice]] = []  # token of the report, who
        self.genders = self._titled()  # of an entity, from a title or a verb that stood with it

    def remember(self, i: int, voice: Voice) -> None:
        self.spoken.append((i, voice))
        if voice.gender is not None and len(voice.refs) == 1 and voice.refs[0][0] is not None:
            self.genders[voice.refs[0][0]] = voice.gender

    def _titled(self) -> dict[str, str]:
        """What the offices of people say: `الوزيرة` is a woman's, `الوزير` a man's."""
        found: dict[str, str] = {}
        for party in self.syntax.parties:
            title = self.words[party.start].removeprefix(self.syntax.proclitic(party)).removeprefix("ال")
            if party.type == "person" and len(party.refs) == 1 and title in _OFFICES:
                found.setdefault(party.refs[0], "f" if title.endswith("ه") else "m")
        return found

    # -- named where the word stands ------------------------------------------------------------

    def after(self, i: int, limit: int, form: Form, any_noun: bool = False) -> Voice | None:
        """The subject after the verb at `i`, before token `limit`; `any_noun`: a noun at once is the subject."""
        subject = subject_after(self.syntax, i, limit)
        first = self._first_noun(i, limit, form, any_noun)
        if first is not None and (subject is None or first < subject.parties[0].start):
            quoted = self._quoted_name(first, limit) if first == i + 2 else None
            return quoted or self.described(first, limit)
        return self.voice(subject, limit) if subject is not None else None

    def _quoted_name(self, start: int, limit: int) -> Voice | None:
        """`قالت «[بناء السلام]» إن`: somebody whose name is in quotation marks, whole."""
        if self.words[start - 1] not in OPENERS:
            return None
        end = next((k for k in range(start + 1, limit) if self.words[k] in CLOSERS), None)
        if end is None:
            return None
        return Voice(((None, self.phrases.text(self.doc[start].idx, end)),), None, start, end + 1)

    def before(self, i: int) -> Voice | None:
        subject = subject_before(self.syntax, i)
        if subject is not None:
            return self.voice(subject)
        return None

    def leading(self, i: int, form: Form, anybody: bool) -> Voice | None:
        """A noun phrase that begins the clause and ends at its verb: `لكن [سكان الحي الجديد] قالوا`.

        `anybody`: any noun may be the subject, not only those that are known to speak.
        """
        first = self.syntax.sentence[i][0]
        start = end = i
        while end > first and self.words[end - 1] in _TENSE:
            end -= 1
        start = end
        while start > first and start > i - LONGEST and self._nominal(start - 1):
            start -= 1
        if start > first and self.words[start - 1] not in COMMAS | _CLAUSE_OPENERS and not self._at_line_start(start):
            return None
        while start < end and self.words[start] in _CLAUSE_OPENERS:
            start += 1
        if start >= end or start in self.syntax.dated or self.words[start] in ADVERBS | PREPOSITIONS:
            return None
        bare = self.words[start].removeprefix("و").removeprefix("ف")
        head = bare in reporting.speaker_heads() or self.words[start] in reporting.speaker_heads() | _MANY
        if not head and not (anybody and bare.startswith("ال")):
            return None
        gender = _gender(self.words[start])
        if form.number == "s" and form.gender is not None and gender != form.gender and self.words[start] not in _MANY:
            return None
        return self.described(start, end, whole=True)

    def _nominal(self, k: int) -> bool:
        word = self.words[k]
        if word in COMMAS or word in STOPS or word in THAT or word in RELATIVES or word in OPENERS or word in CLOSERS:
            return False
        verbal = reporting.verb(word) is not None or acting_verb(word) is not None or _they_do(word)
        return word[0].isalpha() and word not in _CLAUSE_OPENERS and (k in self.syntax.within or not verbal)

    def _at_line_start(self, start: int) -> bool:
        return self.words[start - 1].isspace() or self.words[start - 1] in STOPS

    def genitive(self, i: int, limit: int) -> Voice | None:
        """The party right after a verbal noun: `إعلان [الرئيس التونسي]`."""
        party = self.syntax.at.get(i + 1)
        if party is None or self.syntax.proclitic(party) or party.type == "place":
            return None
        group = self.syntax.group(party)
        return self.voice(Subject(group[group.index(party) :], group[-1].end, before=False))

    def whose(self, i: int, limit: int, anybody: bool = False) -> Voice | None:
        """Whoever a preposition governs at token `i`: `بحسب [الوزير]`, `نقلا عن [مصدر محلي]`, `وفقا ل[ضابط]`.

        `anybody`: any noun may be meant, not only those that are known to speak.
        """
        if i >= limit:
            return None
        party = self.syntax.at.get(i)
        if party is not None:
            return self.of(self.syntax.group(party)) if party.type != "place" else None
        word = self.words[i]
        if word in OPENERS and i + 1 < limit and self.words[i + 1] in reporting.speaker_heads():
            return self._quoted_name(i + 1, limit)  # نقلا عن "مصدر مسؤول"
        bare = word[1:] if word[0] == "ل" and not word.startswith("لل") else word.replace("لل", "ال", 1)
        known = bare in reporting.speaker_heads() | reporting.documents() | _MANY
        known = known or (anybody and len(word) > 2 and word[0].isalpha() and word not in _NO_NOUN)
        if not known or word in ADVERBS:
            return None
        voice = self.described(i, limit)
        if voice is None or bare == word or voice.refs[0][0] is not None:
            return voice
        name = voice.refs[0][1]
        return voice._replace(refs=((None, name[1:] if not word.startswith("لل") else "ال" + name[2:]),))

    def of(self, group: tuple[Party, ...]) -> Voice:
        """The parties of `group` as they are named."""
        return self.voice(Subject(group, group[-1].end, before=False))

    def voice(self, subject: Subject, limit: int | None = None) -> Voice:
        refs: list[tuple[str | None, str]] = []
        for party in subject.parties:
            refs += self.refs(party)
        first, last = subject.parties[0], subject.parties[-1]
        end = last.end
        if not last.refs:
            end = max(end, self.phrases.end(last.start, limit or self.syntax.sentence[last.start][1]))
            named = self.phrases.apposed(end, end + 1 if limit is None or limit > end + LONGEST * 2 else limit)
            refs[-1:] = self.refs(named) if named else [(None, self.phrases.text(last.char_start, end))]
            end = named.end if named else end
        return Voice(tuple(dict.fromkeys(refs)), None, first.start, end)

    def refs(self, party: Party) -> list[tuple[str | None, str]]:
        unnamed: list[tuple[str | None, str]] = [(None, self.phrases.text(party.char_start, party.end))]
        return [(ref, self.names.get(ref, party.name)) for ref in party.refs] or unnamed

    def _first_noun(self, i: int, limit: int, form: Form, any_noun: bool) -> int | None:
        """Where a noun stands that can speak though it is no party: `قالت [مصادر] مطلعة`."""
        j = i + 1
        governed = False
        end = min(limit, self.syntax.sentence[i][1], i + LONGEST)
        while j < end:
            if j in self.syntax.dated:
                j = max(self.syntax.dated[j], j + 1)
                continue
            word = self.words[j]
            if word in ("كل", "كلا") and self.words[j + 1 : j + 2] == ["من"]:
                j += 2
                continue
            if j in self.syntax.within and not self._only_country(j):
                if not governed:
                    return None
                j, governed = self.syntax.within[j].end, False
                continue
            begins = self.words[limit] if limit < len(self.words) else ""
            if word in OPENERS and j == i + 1 and (begins in THAT or begins in OPENERS):
                return j + 1 if any(w in CLOSERS for w in self.words[j + 1 : limit]) else None  # «قال "المركز" إن»
            if word in THAT or word in STOPS or word == ":" or word in OPENERS or word in RELATIVES:
                return None
            head = word in reporting.speaker_heads() or word in reporting.documents()
            if word in COMMAS or word in ADVERBS:
                governed = False
            elif word in PREPOSITIONS or (word[0] in "بل" and not head):
                governed = True
            elif word in reporting.honorifics():
                return None
            elif not governed:
                if head:
                    return j
                if j == i + 1 and self._may_speak(word, limit, form, any_noun):
                    return j
                # any definite noun, when «that» follows: «قال الطيار الشاب إن»
                if word.startswith("ال") and limit < len(self.words) and self.words[limit] in THAT:
                    return j
                return None
            j += 1
        return None

    def _may_speak(self, word: str, limit: int, form: Form, any_noun: bool) -> bool:
        """Whether a noun right after the verb is its subject: `قالت [سيدة] في المخيم: …`, `اتهم [حقوقيون] الشرطة`."""
        if len(word) < 3 or word in _NO_NOUN or reporting.verb(word) is not None or acting_verb(word) is not None:
            return False
        if word.endswith("ون") and form.gender == "m":
            return True  # a nominative
        after = self.words[limit] if limit < len(self.words) else ""
        said = any_noun or after in THAT or after == ":" or after in OPENERS
        if not said or word.endswith(("ا", "ين")):  # the accusative: «ردا», «موضحا», whom it is said to
            return False
        agrees = form.gender != "m" or form.number != "s" or not word.endswith("ه")
        return agrees and (form.gender != "f" or _gender(word) == "f")

    def _only_country(self, j: int) -> bool:
        return self.syntax.within[j].kind == "demonym"

    def described(self, start: int, limit: int, whole: bool = False) -> Voice | None:
        """Who is described by the phrase that begins at `start`; `whole`: it goes on to `limit`."""
        end = limit if whole else self.phrases.end(start, limit)
        bound = not whole or self.words[start] in reporting.speaker_heads()  # وزراء
        head = self.words[start] if bound else self.words[start].removeprefix("و")
        bare = head.removeprefix("ال")
        inner = self.syntax.between(start, end) if end - start <= 40 else []
        people = [p for p in inner if p.type == "person" and p.refs and p.kind == "name"]
        if bare in {w.removeprefix("ال") for w in reporting.documents()}:
            return self._document(start, end, inner)
        named = self.phrases.apposed(end, limit)
        if named is not None:
            return Voice(tuple(self.refs(named)), _gender(head), start, named.end)
        if people and bare not in _NOT_THE_PERSON:
            last = people[-1]
            glued = last.start == start + 1 and not head.startswith("ال")
            if not glued and not self.syntax.oblique(last) and self.words[last.start - 1] != "باسم":
                return Voice(tuple(self.refs(last)), _gender(head), start, last.end)
        if head in _TITLES and inner and inner[0].refs and inner[0].start <= start + 3:
            return Voice(tuple(self.refs(inner[0])), _gender(head), start, max(end, inner[0].end))
        char = self.doc[start].idx + letters(self.doc[start].text, len(self.words[start]) - len(head))
        text = self.phrases.text(char, end)
        earlier = self._same_words(start, end)
        refs = earlier or ((None, text),)
        return Voice(refs, _gender(head), start, end)

    def _document(self, start: int, end: int, inner: list[Party]) -> Voice | None:
        text = self.phrases.text(self.doc[start].idx, end)
        for party in inner:
            if (party.type != "place" and not self.syntax.oblique(party)) or self.words[party.start - 1] in (
                "عن",
                "من",
            ):
                return Voice(tuple(self.refs(party)), None, start, end, text)
        issuer = self._issuer(start, end)
        if issuer is not None:
            return issuer._replace(start=start, end=max(end, issuer.end), source=text)
        last = self.last(start, None)
        carried = self.words[start].removeprefix("ال") in _SIGNED
        if last is not None and carried:
            return Voice(last.refs, None, start, end, text)
        return Voice(((None, text),), None, start, end, text)

    def _issuer(self, start: int, end: int) -> Voice | None:
        """Whose the document at `start` is, where it is no party: `بيان [وزارة النقل]`, `بيان ل[وزارة النقل]`."""
        limit = self.syntax.sentence[start][1]
        if start + 1 < end and self.words[start + 1] in reporting.speaker_heads():
            return self.described(start + 1, end)
        if start + 1 < limit and self.words[start + 1][0] == "ل":
            return self.whose(start + 1, limit)
        return None

    def _same_words(self, start: int, end: int) -> tuple[tuple[str | None, str], ...] | None:
        """`المصدر`, `القيادي`: whoever was described before with this word."""
        head = self.words[start]
        if not head.startswith("ال"):
            return None
        for _, voice in reversed(self.spoken[-6:]):
            if voice.refs[0][0] is None and head[2:] in [w.removeprefix("ال") for w in self._folded(voice)]:
                return voice.refs
        return None

    def _folded(self, voice: Voice) -> list[str]:
        return self.words[voice.start : voice.end]

    def medium(self, start: int, end: int) -> str | None:
        """What is spoken through, between two tokens: `في [مقابلة مع قناة النهار]`, `ل[وكالة النهار]`."""
        for j in range(start, end):
            following = self.words[j + 1] if j + 1 < end else ""
            if self.words[j] in _THROUGH and following in reporting.documents():
                last = self.phrases.end(j + 1, end)
                if last < end and self.words[last] == "مع":
                    party = self.syntax.at.get(last + 1) or self.syntax.at.get(last + 2)
                    last = party.end if party is not None and party.type == "organization" else last
                return self.phrases.text(self.doc[j + 1].idx, last)
            party = self.syntax.at.get(j)
            told = j == start or j - 1 in self.syntax.within or self.words[j - 1] in COMMAS | ADVERBS
            if told and party is not None and party.type == "organization" and self.syntax.proclitic(party) == "ل":
                return self.refs(party)[0][1]
        return None

    # -- carried on ------------------------------------------------------------

    def carried(self, i: int, form: Form, adds: bool = False) -> Voice | None:
        """Who speaks where the verb at `i` names nobody, or a participle carries a sentence on."""
        first = self.syntax.sentence[i][0]
        many = form.number in "dp"
        same = [v for at, v in self.spoken[-LONGEST:] if first <= at < i]
        if same and (not many or len(same[-1].refs) > 1 or not _single(same[-1])):
            return same[-1]
        gender = form.gender if form.kind in ("past", "present") and form.number == "s" else None
        pair = self._pair(first) if form.number == "d" and not self.acting(first, i, True) else None
        if pair is not None:
            return pair
        near = self.acting(first, i, many)
        if near is not None and self._agrees(near, gender):
            return (self._several(first, i) if form.number == "p" and _one_person(near) else None) or near
        if not adds and form.kind != "participle" and first > 0:
            before = self.syntax.sentence[first - 1][0]
            silent = not any(before <= at < first for at, _ in self.spoken[-8:])
            other = self.acting(before, first, many) if silent and before < first else None
            if other is not None and (other.refs[0][0] or "").startswith("p") and other.gender is None:
                return other
        return self.last(i, gender, adds) or (None if self.spoken else self._previous(first))

    def _several(self, first: int, i: int) -> Voice | None:
        """Who acts before a verb of several: `احتج [النواب] على الوزير واشتكوا من أن`."""
        for k in range(i - 1, first, -1):
            head = self.words[k] in reporting.speaker_heads() or self.words[k].endswith("ون")
            if not head or k in self.syntax.within or not self.words[k].startswith("ال"):
                continue
            report = reporting.verb(self.words[k - 1])
            form = report.form if report is not None else acting_verb(self.words[k - 1])
            if form is not None and form.number == "s":  # as a verb before its subject is
                return self.described(k, i)
        return None

    def _pair(self, first: int) -> Voice | None:
        """The two people of the sentence before the one that begins at `first`: `التقى سليم سلمى. [وأكدا] أن`."""
        start = self.syntax.sentence[first - 1][0] if first else first
        two: dict[tuple[str | None, str], Party] = {}
        for party in self.syntax.between(start, first):
            if party.type == "person" and party.kind == "name":
                two.update((ref, party) for ref in self.refs(party))
        return Voice(tuple(two), None, start, start + 1) if len(two) == 2 else None

    def acting(self, first: int, i: int, many: bool) -> Voice | None:
        """Who acts in the words from `first` to `i`: the first that nothing governs, or the last relative's."""
        chosen: Subject | None = None
        for party in self.syntax.between(first, i):
            if party.end > i:
                break
            if self.words[party.start] in reporting.documents():
                continue  # «تويتر»: spoken through
            if not self.syntax.can_act(party) or self.syntax.proclitic(party).strip("وف"):
                continue
            group = self.syntax.group(party)
            follows = self.words[party.end : party.end + 2]
            relative = bool(follows) and (
                follows[0] in RELATIVES or (follows[0] in COMMAS and follows[-1] in RELATIVES)
            )
            if chosen is None or (relative and party.type == "person"):
                chosen = Subject(group if many else group[:1] if group[0] is party else (party,), party.end, True)
        return self.voice(chosen) if chosen else None

    def last(self, i: int, gender: str | None, adds: bool = True) -> Voice | None:
        """Who spoke last before token `i`, among those that agree with the verb; a report goes on only to add."""
        for n, (_, voice) in enumerate(reversed(self.spoken[-8:])):
            unsigned = voice.refs[0][0] is None and voice.source is not None
            if self._agrees(voice, gender) and (not unsigned or (adds and n == 0)):
                return voice
        return None

    def _agrees(self, voice: Voice, gender: str | None) -> bool:
        own = voice.gender or self.genders.get(voice.refs[0][0] or "")
        return gender is None or own is None or own == gender

    def antecedent(self, i: int, form: Form) -> tuple[bool, Voice | None]:
        """Whether the verb at `i` is in a relative clause on a noun, and that noun if it can speak.

        `التقارير التي [تفيد] بأن` (the reports that say), `مصادر [أكدت] أن` (sources that confirmed).
        """
        first = self.syntax.sentence[i][0]
        k = i - 1
        while k > first and self.words[k] in ("قد", "كان", "كانت", "لا", "سبق"):
            k -= 1
        relative = k > first and self.words[k] in _WHICH
        k -= relative
        if k > first and relative and self.words[k] in COMMAS:
            k -= 1
        last, head = k, -1
        while k >= first and k > last - 6:
            word = self.words[k]
            if not word[0].isalpha() or word in PREPOSITIONS or word in THAT or reporting.verb(word) is not None:
                break
            if word.removeprefix("و") in reporting.speaker_heads() | reporting.documents():
                if head >= 0 and word.startswith("ال"):
                    break
                head = k
            k -= 1
        noun = head if head >= 0 else last
        if form.number == "s" and form.gender is not None and _gender(self.words[noun]) != form.gender:
            return False, None  # «التدخلات التي قال إنها …»: not who speaks but what of
        if head < 0 or (not relative and self._governs_document(head)):
            return relative and last not in self.syntax.within and self.words[last][0].isalpha(), None
        return True, self.described(head, i)

    def written_in(self, i: int) -> Voice | None:
        """Whose words are `في تصريح لسليم، [قال] فيه إن` (in a statement by Salim, in which he said)."""
        if self.words[i + 1 : i + 2] not in (["فيه"], ["فيها"]):
            return None
        first = self.syntax.sentence[i][0]
        author = self.syntax.within.get(i - 1 - (i > first and self.words[i - 1] in COMMAS))
        if author is not None and author.type == "person" and author.refs:  # مقالا للباحثة سلمى عمر، قالت فيه
            return self.of((author,))
        for k in range(i - 1, max(first, i - LONGEST) - 1, -1):
            if self.words[k].removeprefix("ل").removeprefix("ب") in reporting.documents():
                voice = self.described(k, i)
                unsigned = voice is not None and voice.refs[0][0] is None and voice.source is not None
                who = self.acting(first, k, False) or self._publisher(first, k) if unsigned else None
                return voice._replace(refs=who.refs) if voice is not None and who is not None else voice
        return None

    def _publisher(self, first: int, k: int) -> Voice | None:
        """Who publishes the document at `k`: `نشرت [السفارة الروسية] تغريدات قالت فيها`."""
        for j in range(first, k):
            if self.words[j] in reporting.speaker_heads() and (j == first or self.words[j - 1] not in PREPOSITIONS):
                return self.described(j, k)
        return None

    def _governs_document(self, head: int) -> bool:
        """`في بيان أكدت`: spoken through, not who speaks."""
        before = self.words[head - 1] if head else ""
        return self.words[head] in reporting.documents() and before in PREPOSITIONS and before not in ("بعد", "الي")

    def _previous(self, first: int) -> Voice | None:
        while first > 0:
            start = self.syntax.sentence[first - 1][0]
            voice = self.acting(start, first, False)
            if voice is not None and (voice.refs[0][0] or "").startswith("country:"):
                voice = None  # «لبنان.. اعتقال …»: what it is about
            if voice is not None or start == first:
                return voice
            first = start
        return None


def _they_do(word: str) -> bool:
    """`يختطفون`: whether an unknown verb has the form of «they …»; adjectives of relation end so too: `يمنيون`."""
    return len(word) > 5 and word[0] == "ي" and word.endswith("ون") and not word.endswith("يون")


def _single(voice: Voice) -> bool:
    return voice.refs[0][0] is not None


def _one_person(voice: Voice) -> bool:
    """Who is meant by no verb of several: `واشتكوا` (and they complained)."""
    return len(voice.refs) == 1 and (voice.refs[0][0] or "").startswith("p")


def _gender(word: str) -> str | None:
    feminine = word.endswith(("ه", "ات")) or word.removeprefix("ال") in _BROKEN_PLURALS
    return "f" if feminine else "m"
