"""Who says it: the subject of the reporting word, else who spoke before."""

from __future__ import annotations

from typing import Any, NamedTuple

from arner.arabic.inflection import Form
from arner.clauses.parties import Party, Subject, Syntax, subject_after, subject_before
from arner.clauses.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS, THAT, wordset
from arner.relations.statements import reporting

Ref = dict[str, Any]

LONGEST = 12  # words of a speaker who is only described
# Heads whose genitive is somebody else: «مكتب نتنياهو», «محامي ترامب».
_NOT_THE_PERSON = wordset(
    "مكتب مصدر مصادر حكومه اداره حزب محامي محام والد والده عايله اوساط مستشار مساعد حمله فريق نجل شقيق موقع صحيفه"
)

# Documents that somebody issues: without his name, whoever spoke before.
_SIGNED = wordset("بيان تصريح رساله تغريده منشور خطاب كلمه برقيه")
_AUDIENCE = wordset("صحفيين صحافيين اعلاميين اعلام وكاله صحيفه قناه تلفزيون شبكه اذاعه موقع صحف")
_TITLES = wordset("معالي فخامه سعاده جلاله صاحب سمو")
_ISSUED = wordset("صدر صدرت صادر الصادر الصادره صادره اصدره اصدرته اصدرها اصدرتها نشره نشرته نشرها نشرتها")
_FROM, _OF = ["عن"], ["من"]
_WHICH = wordset("الذي التي الذين والذي والتي والذين")
_OFFICES = wordset(
    "رييس رييسه وزير وزيره مستشار مستشاره سفير سفيره نايب نايبه ملك ملكه امير اميره مفوض مفوضه ممثل ممثله "
    "زعيم زعيمه متحدث متحدثه ناطق ناطقه مبعوث مبعوثه مندوب مندوبه مدير مديره محام محاميه ناشط ناشطه مرشح مرشحه"
)
_BROKEN_PLURALS = wordset("تقارير وثايق وسايل صحف مواقع اوساط دول قوات اجهزه احزاب مصادر")
_LINKS = wordset("كيف لماذا حيث كما بينما فيما ثم او لكن قبل بعد")


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
        entities = self.doc._.entities or {}
        kinds = ("people", "countries", "organizations", "places")
        self.names: dict[str, str] = {e["id"]: e["name"] for k in kinds for e in entities.get(k, ())}
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

    def after(self, i: int, limit: int, any_noun: bool = False) -> Voice | None:
        """The subject after the verb at `i`, before token `limit`; `any_noun`: a noun at once is the subject."""
        subject = subject_after(self.syntax, i, limit)
        first = self._first_noun(i, limit, any_noun)
        if first is not None and (subject is None or first < subject.parties[0].start):
            return self.described(first, limit)
        return self.voice(subject) if subject is not None else None

    def before(self, i: int) -> Voice | None:
        subject = subject_before(self.syntax, i)
        if subject is not None:
            return self.voice(subject)
        return None

    def genitive(self, i: int, limit: int) -> Voice | None:
        """The party right after a verbal noun: `إعلان [الرئيس التونسي]`."""
        party = self.syntax.at.get(i + 1)
        if party is None or self.syntax.proclitic(party) or party.type == "place":
            return None
        group = self.syntax.group(party)
        return self.voice(Subject(group[group.index(party) :], group[-1].end, before=False))

    def voice(self, subject: Subject) -> Voice:
        refs: list[tuple[str | None, str]] = []
        for party in subject.parties:
            refs += self.refs(party)
        first, last = subject.parties[0], subject.parties[-1]
        end = last.end
        if not last.refs:
            end = max(end, self.phrase_end(last.start, self.syntax.sentence[last.start][1]))
            named = self._apposed(end)
            refs[-1:] = self.refs(named) if named else [(None, self.text(last.char_start, end))]
            end = named.end if named else end
        return Voice(tuple(dict.fromkeys(refs)), None, first.start, end)

    def refs(self, party: Party) -> list[tuple[str | None, str]]:
        return [(ref, self.names.get(ref, party.name)) for ref in party.refs] or [(None, party.name)]

    def _first_noun(self, i: int, limit: int, any_noun: bool = False) -> int | None:
        """Where a noun stands that can speak though it is no party: `قالت [مصادر] مطلعة`."""
        j = i + 1
        governed = False
        end = min(limit, self.syntax.sentence[i][1], i + LONGEST)
        while j < end:
            if j in self.syntax.dated:
                j = max(self.syntax.dated[j], j + 1)
                continue
            word = self.words[j]
            if j in self.syntax.within and not self._only_country(j):
                if not governed:
                    return None
                j, governed = self.syntax.within[j].end, False
                continue
            if word in OPENERS and j == i + 1 and self.words[limit : limit + 1] and self.words[limit] in THAT:
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
                # «قالت سيدة في المخيم: …»; a word in the accusative (ردا، موضحا) is an adverb
                after = self.words[limit] if limit < len(self.words) else ""
                said = any_noun or after == ":" or after in OPENERS
                reported = after in THAT or (said and not word.endswith("ا"))
                if j == i + 1 and len(word) > 3 and reported:
                    return j
                # any definite noun, when «that» follows: «قال الطيار الشاب إن»
                if word.startswith("ال") and limit < len(self.words) and self.words[limit] in THAT:
                    return j
                return None
            j += 1
        return None

    def _only_country(self, j: int) -> bool:
        return self.syntax.within[j].kind == "demonym"

    def described(self, start: int, limit: int) -> Voice | None:
        end = self.phrase_end(start, limit)
        head = self.words[start]
        bare = head.removeprefix("ال")
        inner = [p for p in self.syntax.parties if start <= p.start < end] if end - start <= 40 else []
        people = [p for p in inner if p.type == "person" and p.refs and p.kind == "name"]
        if bare in {w.removeprefix("ال") for w in reporting.documents()}:
            return self._document(start, end, inner)
        named = self._apposed(end)
        if named is not None:
            return Voice(tuple(self.refs(named)), _gender(head), start, named.end)
        if people and bare not in _NOT_THE_PERSON:
            last = people[-1]
            glued = last.start == start + 1 and not head.startswith("ال")
            if not glued and not self.syntax.oblique(last) and self.words[last.start - 1] != "باسم":
                return Voice(tuple(self.refs(last)), _gender(head), start, last.end)
        if head in _TITLES and inner and inner[0].refs and inner[0].start <= start + 3:
            return Voice(tuple(self.refs(inner[0])), _gender(head), start, max(end, inner[0].end))
        text = self.text(self.doc[start].idx, end)
        earlier = self._same_words(start, end)
        refs = earlier or ((None, text),)
        return Voice(refs, _gender(head), start, end)

    def _apposed(self, end: int) -> Party | None:
        """`وقالت محامية الوزير، [سلمى عمر]:` the name between the comma at `end` and what is said."""
        party = self.syntax.at.get(end + 1)
        if end >= len(self.words) or self.words[end] not in COMMAS or party is None:
            return None
        after = self.words[party.end] if party.end < len(self.words) else ""
        closed = after in COMMAS or after in THAT or after in STOPS or after == ":" or after in OPENERS
        return party if closed and party.type == "person" and party.kind == "name" else None

    def _document(self, start: int, end: int, inner: list[Party]) -> Voice | None:
        text = self.text(self.doc[start].idx, end)
        for party in inner:
            if (party.type != "place" and not self.syntax.oblique(party)) or self.words[party.start - 1] in (
                "عن",
                "من",
            ):
                return Voice(tuple(self.refs(party)), None, start, end, text)
        last = self.last(start, None)
        carried = self.words[start].removeprefix("ال") in _SIGNED
        if last is not None and carried:
            return Voice(last.refs, None, start, end, text)
        return Voice(((None, text),), None, start, end, text)

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

    def phrase_end(self, start: int, limit: int) -> int:
        """The end of the noun phrase that begins at `start`: adjectives, genitives, what they are of."""
        j = start + 1
        end = min(limit, start + LONGEST, self.syntax.sentence[start][1])
        while j < end:
            word = self.words[j]
            if j in self.syntax.within:
                party = self.syntax.within[j]
                if self.syntax.proclitic(party).startswith("ل"):
                    break
                j = max(party.end, j + 1)
                continue
            if word in COMMAS or word in STOPS or word in THAT or word == ":" or word in RELATIVES or word.isspace():
                break
            if word in _ISSUED:  # «بيان صدر عن الزعيمين»
                j += 2 if self.words[j + 1 : j + 2] in (_FROM, _OF) else 1
                return min(self.syntax.at[j].end if j in self.syntax.at else j + 1, max(limit, start + 1))
            if word in OPENERS and j == start + 1:  # «وكالة "ستاندرد آند بورز"»
                closing = [k for k in range(j + 2, min(j + 7, end)) if self.words[k] in CLOSERS]
                if closing:
                    j = closing[0] + 1
                    continue
            if word in OPENERS or word in CLOSERS or word in ("(", ")") or word in _LINKS:
                break
            indefinite = not word.startswith(("ال", "و")) and word not in PREPOSITIONS and word not in _ISSUED
            if indefinite and self.words[j - 1].startswith("ال") and not self._said_at(limit):
                break  # «تؤكد التقارير الطبية [خطورة حالته]»: what is said begins
            if word == "من" and j + 1 in self.syntax.at and self.syntax.at[j + 1].type in ("place", "country"):
                break
            if j in self.syntax.dated or word in ADVERBS or reporting.verb(word) is not None:
                break
            following = self.words[j + 1] if j + 1 < len(self.words) else ""
            if word in PREPOSITIONS and (
                word not in ("في", "من", "باسم", "عن", "علي", "لدي")
                or following in reporting.documents()
                or not following
            ):
                break
            of = word == "في" and following.startswith("ال") and self._apposed_after(j, end)
            if word in ("في", "علي") and j == start + 1 and self.words[start].startswith("ال") and not of:
                break
            office = word.startswith("لل") and word[2:].removeprefix("ال") not in _AUDIENCE
            office = office or word in ("لشوون", "باسم")
            if word.endswith(("ها", "هما")) and len(word) > 4 and not word.startswith("ال"):
                break  # «أغلب الكتل دعمها»: the object
            body = word[0] == "ب" and word[1:] in reporting.speaker_heads()  # «المتحدث بوزارة النقل»
            if word[0] in "بل" and len(word) > 4 and not office and not body:
                break
            j += 1
        return min(j, max(limit, start + 1))

    def _said_at(self, limit: int) -> bool:
        word = self.words[limit] if limit < len(self.words) else ""
        return word in THAT or word == ":" or word in OPENERS

    def _apposed_after(self, j: int, end: int) -> bool:
        """Whether a comma and a person's name follow soon: `الباحثة في التاريخ، [سلمى عمر]`."""
        for k in range(j + 1, min(j + 8, end)):
            if self.words[k] in COMMAS:
                return self._apposed(k) is not None
        return False

    def text(self, char: int, end: int) -> str:
        last = self.doc[end - 1]
        return str(self.syntax.text[char : last.idx + len(last.text)])

    # -- carried on ------------------------------------------------------------

    def carried(self, i: int, form: Form, adds: bool = False) -> Voice | None:
        """Who speaks where the verb at `i` names nobody, or a participle carries a sentence on."""
        first = self.syntax.sentence[i][0]
        many = form.number in "dp"
        same = [v for at, v in self.spoken if first <= at < i]
        if same and (not many or len(same[-1].refs) > 1 or not _single(same[-1])):
            return same[-1]
        gender = form.gender if form.kind in ("past", "present") and form.number == "s" else None
        near = self.acting(first, i, many)
        if near is not None and self._agrees(near, gender):
            return near
        if not adds and form.kind != "participle" and first > 0:
            before = self.syntax.sentence[first - 1][0]
            silent = not any(before <= at < first for at, _ in self.spoken[-8:])
            other = self.acting(before, first, many) if silent and before < first else None
            if other is not None and (other.refs[0][0] or "").startswith("p") and other.gender is None:
                return other
        return self.last(i, gender, adds) or (None if self.spoken else self._previous(first))

    def acting(self, first: int, i: int, many: bool) -> Voice | None:
        """Who acts in the words from `first` to `i`: the first that nothing governs, or the last relative's."""
        chosen: Subject | None = None
        for party in self.syntax.parties:
            if party.end > i:
                break
            if party.start < first or not self.syntax.can_act(party) or self.syntax.proclitic(party).strip("وف"):
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

    def _governs_document(self, head: int) -> bool:
        """`في بيان أكدت`: spoken through, not who speaks."""
        before = self.words[head - 1] if head else ""
        return self.words[head] in reporting.documents() and before in PREPOSITIONS and before not in ("بعد", "الي")

    def _previous(self, first: int) -> Voice | None:
        while first > 0:
            start = self.syntax.sentence[first - 1][0]
            voice = self.acting(start, first, False)
            if voice is not None or start == first:
                return voice
            first = start
        return None


def _single(voice: Voice) -> bool:
    return voice.refs[0][0] is not None


def _gender(word: str) -> str | None:
    feminine = word.endswith(("ه", "ات")) or word.removeprefix("ال") in _BROKEN_PLURALS
    return "f" if feminine else "m"
