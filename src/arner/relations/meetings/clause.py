"""The clause of a cue: its bounds, and what can be asked about the parties that stand in it."""

from __future__ import annotations

from arner.arabic.numerals import cardinal, ordinal
from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.mentions.countries import is_place
from arner.relations.meetings.cues import Cue, nouns, verbs
from arner.relations.meetings.reading import MeetingReading
from arner.relations.meetings.vocabulary import plain
from arner.syntax import Party
from arner.syntax.verbs import acting_verb
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, THAT

BEFORE_VERB = 9  # words between a subject and the verb after it: a relative clause
DATE = 4  # words of a date before a preposition
PARTNER = 12  # words between an encounter and the medium that it is with
NAME = 4  # words of a body's name between quotation marks
HOLDER = 5  # words between somebody and the body that he heads
PARTICIPLE = 5  # letters of an active participle in the accusative: مبديا
DESCRIPTION = 8  # words of a noun phrase that describes people
BEFORE = frozenset({"قبل", "قبيل"})
BEFORE_OR_AFTER = frozenset({"قبل", "بعد"})


class Clause:
    """`left`, `right`: the tokens of the clause around `cue`, whose arguments end before `limit`.

    `floor`: from where a place before the cue may be its own. `after_verb`: whether a verb of encounter stands before
    the noun, whose date and place are not the noun's.
    """

    def __init__(
        self, reading: MeetingReading, cue: Cue, limit: int, floor: int | None = None, after_verb: bool = False
    ) -> None:
        self.reading = reading
        self.cue = cue
        self.words = reading.words
        self.vocabulary = reading.vocabulary
        self.sent_start, self.sent_end = reading.bounds[reading.sentence[cue.start]]
        self.left = self.left_of(cue.start)
        self.right = self._right(cue.end, min(limit, max(cue.end, reading.quoted_from(cue.start))))
        self.floor = self.left if floor is None else max(self.left, min(floor, cue.governed))
        self.floor = max((j for j in range(self.floor, cue.start) if self.words[j] == "وذلك"), default=self.floor)
        if (held := self.masdar()) is not None and held > self.floor and self.words[held - 1] == "علي":
            self.floor = held  # اتفقا في باريس على [عقد قمة]: they agreed there
        self.after_verb = after_verb
        visit = cue.kind == "visit"
        self._idle = ("place", "country") if visit else ("place",)
        self._minds = ("person", "described") if visit else ("person", "described", "organization")

    # -- bounds ------------------------------------------------------------------------------------

    def left_of(self, i: int) -> int:
        """Where the clause of token `i` begins."""
        while i > self.sent_start and not self._bounds(i - 1):
            i -= 1
        return i

    def _right(self, i: int, limit: int) -> int:
        while i < limit and not self._bounds(i):
            i += 1
        return i

    def _bounds(self, i: int) -> bool:
        """Whether another clause begins with word `i`: `أن`, `فيما`, `في الوقت الذي`, `، وهي جامعة …`."""
        words = self.words
        if words[i] == "ان" and i in self.reading.within:
            return False  # السفيرة [آن] غريو
        if words[i] == "ان" and list(words[i + 2 : i + 3]) in (["بها"], ["به"]):
            return False  # زيارة كان من المقرر أن يقوم بها إلى
        if words[i] == "وذلك" and i + 1 < len(words) and words[i + 1] in self.vocabulary.temporal:
            return False  # أعلن الوزير ذلك، وذلك [عقب] لقاء نظيره
        if words[i] in self.vocabulary.stop or self.reading.is_(i, self.vocabulary.clause):
            return True
        if words[i] in _REMARK:
            return i > self.sent_start and words[i - 1] in ("،", ",")
        return plain(words[i]) == "في" and (
            list(words[i + 1 : i + 3]) == ["الوقت", "الذي"] or list(words[i + 1 : i + 2]) == ["حين"]
        )

    # -- words -------------------------------------------------------------------------------------

    def masdar(self) -> int | None:
        """The token of the verbal noun of holding that governs the encounter: `[عقد] قمة`, `[عقد] أول قمة`."""
        i = self.cue.start - 1
        counted = i > self.sent_start and not self.words[i].startswith("ال")
        i -= counted and ordinal([self.words[i]]) is not None
        return i if i >= self.sent_start and self.words[i] in self.vocabulary.masdar else None

    def governed(self, i: int) -> bool:
        """Whether a preposition stands at `i`."""
        return self.reading.is_(i, self.vocabulary.preposition)

    def since(self) -> bool:
        """Whether the encounter only dates something: `منذ وصوله إلى السلطة` (since his arrival in power)."""
        i = self.cue.start
        return i > self.left and plain(self.words[i - 1]) == "منذ"

    def compares(self, i: int) -> bool:
        """Whether `مع` at `i` belongs to another noun: `تزامنا مع`, `التعاون مع`, `مقارنة مع`."""
        before = self._before_date(i)
        word = self.words[before - 1] if before > self.sent_start else ""
        near = self.words[max(self.sent_start, i - 3) : i]
        if self.words[i] == "مع" and any(plain(w) in self.vocabulary.conflict for w in near):
            return True  # خلاف المملكة مع قطر
        return self.words[i] == "مع" and plain(word).removeprefix("ب") in self.vocabulary.not_company

    def _before_date(self, i: int) -> int:
        """Token `i`, or where a date right before it begins: `الاتفاق الموقع [عام 2015] مع طهران`."""
        dates = (self.reading.dates.get(j) for j in range(i - 1, max(self.sent_start, i - DATE) - 1, -1))
        return next((when.start for when in dates if when is not None and when.end == i), i)

    def subordinate(self, i: int) -> bool:
        """Whether a clause of its own begins at `i`: a relative pronoun or a verb."""
        if self.reading.is_(i, self.vocabulary.relative):
            return True
        return not self.known(i) and self.words[i] not in ADVERBS and self.reading.syntax.is_verb(i)

    def until_subordinate(self, start: int, reach: int) -> int:
        """Where a clause of its own begins within `reach` words from `start`, else where these end."""
        end = min(self.right, start + reach)
        return next((j for j in range(start, end) if self.subordinate(j)), end)

    def companion(self, i: int) -> bool:
        """Whether somebody's wife or son stands at `i`, who comes with him: `مع [زوجته] ليلى`."""
        return i < self.right and plain(self.words[i]) in _HIS_KIN

    def goes_on(self, i: int) -> bool:
        """Whether the verb `i` is joined to what stands before it and may keep its subject: `كما استقبل`."""
        dropping = self.vocabulary.dropping - self.vocabulary.relative
        if (
            self.left > self.sent_start
            and i - self.left <= 1
            and self.reading.is_(self.left - 1, self.vocabulary.pronominal)
        ):
            return True  # قال إنه قد يلتقي, وأنه طرح المسألة
        joined = self.words[i][0] == "و" and verbs().get(self.words[i][1:]) is not None
        return joined or (i > self.sent_start and self.words[i - 1] in dropping)

    # -- parties -----------------------------------------------------------------------------------

    def oblique(self, party: Party) -> bool:
        """Whether a preposition or a noun in the construct stands before `party`."""
        i = party.start
        if self.reading.syntax.oblique(party):
            return True
        if i == self.sent_start:
            return False
        if self._aims(i - 1):
            return True
        noun = nouns().get(self.words[i - 1])
        return self.governed(i - 1) or (noun is not None and not noun.definite and i - 1 >= self.left)

    def _aims(self, i: int) -> bool:
        """Whether a verbal noun with ل stands at `i`, whose object follows: `سيتوجه إلى جنيف [لمقابلة] الوزير`."""
        word = self.words[i]
        return word[0] == "ل" and len(word) > 4 and word[1] in "تمانز" and word.endswith(_VERBAL) and not self.known(i)

    def acts(self, party: Party) -> bool:
        """Whether `party` can take part at all: a visit is nobody's who is a place or a state."""
        return party.kind != "demonym" and party.type not in self._idle and not self.is_site(party)

    def is_site(self, party: Party) -> bool:
        """`أول اجتماعات [كامب ديفيد] بين سليم عمر وزيد حسن`: a place by its table, of whatever it was taken for."""
        taken_for = party.kind == "name" and party.type in ("person", "organization") and " " in party.name
        place = taken_for and (is_place(party.name) or (party.name[0] == "ب" and is_place(party.name[1:])))  # برام الله
        return place and not any(ref in self.reading.roles for ref in party.refs)

    def is_seat(self, party: Party) -> bool:
        """`التقى X [بوزارة الثقافة] Y`: with ب a ministry, an embassy is where they meet and not whom."""
        head = fold(party.name).partition(" ")[0]
        return party.type == "organization" and self.reading.letters(party) == "ب" and head in _SEATED

    def leads(self, party: Party) -> bool:
        """Whether a pronoun or a dropped subject may stand for `party`."""
        dateline = party.end < self.sent_end and self.words[party.end] in (")", "--")  # (CNN)--
        if dateline or not self.reading.platforms.isdisjoint(party.refs):
            return False
        return self.acts(party) and party.type in self._minds and not self.oblique(party)

    def first_party(self, start: int, end: int) -> Party | None:
        """The first party in `start:end` that can be subject or object of a verb."""
        skipped = False
        for p in self.reading.between(start, end):
            companion = p.start > start and self.words[p.start - 1][0] == "و" and self.companion(p.start - 1)
            skipped = (
                companion
                or self.words[p.start - 1] == "("
                or self.oblique(p)
                or (skipped and self.reading.letters(p) == "و")
            )
            if self.acts(p) and not skipped:  # يلتقي بالملك ووزيره: the minister is joined to the king
                return p
        return None

    def before_verb(self, i: int) -> Party | None:
        """The subject right before the verb `i`: `الوزير يزور`, `الوزير الذي كان قد وصل`."""
        relative = False
        at = i
        for j in range(i - 1, max(self.left, i - BEFORE_VERB) - 1, -1):
            p = self.reading.within.get(j)
            if p is not None:
                if relative and self._other_gender(at, p):
                    return None
                if p.kind == "role" and p.start > self.left and self.words[p.start - 1] in _FOREMOST:
                    return None  # يعتبر X أعلى مسؤول أمريكي يزور بيونغ يانغ: X visits
                if relative and (holder := self._holder_of(p) or self._named_before(p)) is not None:
                    return holder
                lead = not self.oblique(p) or (relative and p.type == "person")
                return p if self.acts(p) and lead else None
            if not relative and self.words[j] in self.vocabulary.relative:
                relative, at = True, j
            if self._parts_subject(j, relative):
                return None
        return None

    def _holder_of(self, body: Party) -> Party | None:
        """`[سليم عمر]، رئيس مجلس الشيوخ، الذي يزور المغرب`: a visit is of the person, not of the body that he heads."""
        if body.type != "organization" or self.cue.kind != "visit":
            return None
        near = range(body.start - 1, max(self.left, body.start - HOLDER), -1)
        holder = next((p for j in near if (p := self.reading.within.get(j)) is not None and p.type == "person"), None)
        return holder if holder is not None and self.words[holder.end] in COMMAS and self.acts(holder) else None

    def _named_before(self, office: Party) -> Party | None:
        """`[سليم عمر]، رئيس مجلس الشيوخ، الذي يزور المغرب`: who has the office that stands after a comma."""
        if office.type != "described" or office.refs or office.start - 2 < self.left:
            return None
        named = self.reading.within.get(office.start - 2) if self.words[office.start - 1] in COMMAS else None
        return named if named is not None and named.type == "person" and self.acts(named) else None

    def _parts_subject(self, j: int, relative: bool) -> bool:
        """Whether word `j` parts a verb after it from a subject before it; `relative`: in a relative clause."""
        sign = self.reading.is_sign(j) and self.words[j] not in "،,"
        if sign or self.governed(j) or j in self.reading.sites:
            return True
        return not relative and (self.reading.is_(j, self.vocabulary.dropping) or self.words[j] in verbs())

    def leading(self, start: int, end: int) -> Party | None:
        """Whom the words `start:end` are about, for whom a pronoun after them stands."""
        for j in range(end - 1, start, -1):  # a relative clause is about the one before it
            if self.words[j] in self.vocabulary.relative:
                for k in (j - 1, j - 2):
                    p = self.reading.within.get(k) if k >= start else None
                    if p is not None and self.acts(p) and p.type in self._minds and not self._other_gender(j, p):
                        return p
        p = self._first_leading(start, end)
        if p is None and start < end:  # سبق لأوباما أن زار
            q = self.reading.within.get(end - 1)
            before = self.words[q.start - 1] if q is not None and q.start > start else ""
            p = q if plain(before) == "سبق" else None
        return p

    def _other_gender(self, i: int, party: Party) -> bool:
        """Whether the relative pronoun at `i` is of no such person: `روسيا حليفة الرئيس سليم عمر [التي]`."""
        gender = {"التي": "f", "الذي": "m"}.get(self.words[i])
        return party.type == "person" and self.reading.genders.vetoes(party, gender)

    def _first_leading(self, start: int, end: int) -> Party | None:
        """The first that leads and is not joined to somebody who does not: `نجوم الفريق مثل سليم عمر [وزيد حسن]`."""
        skipped = False
        for p in self.reading.between(start, end):
            skipped = self.oblique(p) or (skipped and self.reading.letters(p) == "و")
            if not skipped and self.leads(p):
                return p
        return None

    # -- nouns that are no party -------------------------------------------------------------------

    def no_party(self, i: int) -> bool:
        """Whether a noun that is no party stands at `i`, right after a verb: `وصل الاضطهاد`, `غادر نحو 30 ألف شخص`."""
        if i >= self.right or self.known(i):
            return False
        word = self.words[i]
        if word in self.vocabulary.about or word[0].isdecimal():
            return True
        listed = {word, word[2:]} & (self.vocabulary.people | self.vocabulary.before_place)
        return self._definite(i) and word not in self.vocabulary.relative and not listed and not self._titled(i)

    def names_another(self, i: int) -> bool:
        """Whether the subject of the verb `i` is told, by a noun that is no party: `زارت البعثة`, `التي تصل`."""
        if i > self.sent_start and (self.words[i - 1] in self.vocabulary.relative or i - 1 in self.reading.within):
            return self.words[i - 1] in self.vocabulary.relative
        return self.names_subject(i + 1)

    def had_another(self, i: int) -> bool:
        """`وكان [الأول] قد التقى X`: whether a noun that is no party stands as its subject before the verb `i`."""
        was = i - 3 >= self.sent_start and self.words[i - 1] == "قد" and plain(self.words[i - 3]).startswith("كان")
        return was and not self.known(i - 2) and self._definite(i - 2)

    def begins_with_another(self, i: int) -> bool:
        """Whether the clause of the verb `i` has a subject that is no party: `قال إن "[الوفد] كان قد عقد لقاءات"`."""
        j = self.left_of(i)
        if j == self.sent_start or self.words[j - 1] not in THAT:
            return False
        j += self.words[j] in OPENERS
        return j < i and not self.known(j) and self._definite(j)

    def names_subject(self, j: int) -> bool:
        """Whether a noun that is no party stands at `j`, right after a verb."""
        if j >= self.right or self.known(j):
            return False
        return self._definite(j) or (self.described(j) is not None and not self.words[j].endswith("ين"))

    def known(self, i: int) -> bool:
        """Whether token `i` stands in the name of a party or a place, or in a date."""
        return i in self.reading.within or i in self.reading.sites or i in self.reading.dates

    def _definite(self, i: int) -> bool:
        word = self.words[i]
        return word.startswith("ال") and len(word) > 4 and word not in nouns()

    def _titled(self, i: int) -> bool:
        """Whether a name follows the noun at `i`: `المخرج [فلان]`, `النائبة الجديدة [فلانة]`; not `الفلاحون`."""
        if self.words[i].endswith("ون") and len(self.words[i]) > 6:
            return False
        near = (self.reading.at.get(j) for j in range(i + 1, min(i + 4, self.right)) if not self.governed(j))
        return any(p is not None and p.type in ("person", "described") for p in near)

    def state_before(self, i: int) -> bool:
        """Whether a state is the subject right before the verb `i`: `إن روسيا زارت الموقع`; a state visits nobody."""
        j = i - 1
        while j > self.left and (self.reading.is_sign(j) or self.words[j] in _TENSE):
            j -= 1
        p = self.reading.within.get(j)
        return p is not None and p.type == "country" and p.kind == "name" and not self.oblique(p)

    # -- descriptions ------------------------------------------------------------------------------

    def described(self, i: int, letters: str = "ب") -> int | None:
        """Where a noun phrase ends that only describes people and begins at `i`: `مسؤولين أوروبيين`.

        `letters`: which of the prepositions written onto a word may stand on it.
        """
        if i >= self.right or i in self.reading.within or not self._describes(i, letters):
            return None
        return self.phrase_end(i)

    def client(self, i: int, j: int) -> Party | None:
        """The person at token `j` for whom somebody is told at `i` to act: `محامي [سليم عمر]`."""
        client = self.reading.at.get(j) if plain(self.words[i]) in _AGENT_OF else None
        return client if client is not None and client.type == "person" else None

    def phrase_end(self, i: int) -> int:
        """Where a noun phrase that begins at `i` ends."""
        j = i + 1
        if (client := self.client(i, j)) is not None:
            return client.end
        if self.words[j : j + 1] and self.words[j] in OPENERS and j + 1 in self.reading.within:
            j = self.reading.within[j + 1].end  # وفد «حماس»
            return min(j + (self.words[j : j + 1] != [] and self.words[j] in CLOSERS), self.right)
        while j < min(self.right, i + DESCRIPTION) and not self._ends_description(j):
            p = self.reading.at.get(j)
            j = p.end if p is not None else j + 1
        if j - 1 > i and self.words[j - 1] == "من":  # فصائل [من] أجل: no part of it
            j -= 1
        return min(j, self.right)

    def partner(self, i: int) -> int | None:
        """Where a noun phrase ends that stands right after `مع` or `بين` at `i` and is several people or a body there.

        Beside those that `described` knows: `مع [المتقاعدين]`, `بين [النقابات الأكثر تمثيلية]`, `مع [شركات أجنبية]`.
        """
        if i >= self.right or i in self.reading.within or self.reading.is_sign(i) or i in self.reading.dates:
            return None
        word = plain(self.words[i])
        bare = word.removeprefix("ال")
        if not (
            self._by_ending(word) or {self.words[i], word, bare, "ال" + bare} & self.vocabulary.collective
        ):  # فريق is no «and»
            return self.described(i)
        return self.phrase_end(i)

    def _by_ending(self, word: str) -> bool:
        """Whether a definite noun is several people by its ending: `المتقاعدين`."""
        return word.endswith(("ين", "ون")) and word.startswith("ال") and len(word) > 6 and word not in _NO_PEOPLE

    def body(self, i: int) -> int | None:
        """Where a noun phrase ends that is a body which sits and begins at `i`: `مجلس الوزراء`, `للجنة الوطنية`."""
        party = self.reading.within.get(i)
        if i >= self.right or (party is not None and party.type != "described") or self.reading.is_sign(i):
            return None
        word = self.words[i]
        cores = {word, plain(word), "ال" + word[2:] if word.startswith("لل") else word}
        if word[0] in "لب":
            cores |= {word[1:], "ا" + word if word.startswith("لل") else word}
        if not cores & self.vocabulary.body:
            return None
        j = self._after_quoted(i + 1)
        while j < min(self.right, i + DESCRIPTION) and not self._ends_body(i, j):
            p = self.reading.at.get(j)
            j = p.end if p is not None else j + 1
        named = j > i + 1 or word.startswith(("ال", "لل", "بال"))  # مجلس alone names none
        return min(j, self.right) if named else None

    def _after_quoted(self, j: int) -> int:
        """Where a name between quotation marks ends that begins at `j`, else `j`: `لجنة [«كوبرا»]`."""
        if self.words[j : j + 1] == [] or self.words[j] not in OPENERS:
            return j
        ends = (k for k in range(j + 1, min(self.right, j + NAME)) if self.words[k] in CLOSERS)
        return next(ends, j - 1) + 1

    def is_body(self, ref: str | None, name: str) -> bool:
        """Whether a participant is a body that may sit: named as one, or by the head of its name; no medium is."""
        head = fold(name).split()[0]
        return head in self.vocabulary.body or ((ref or "").startswith("o") and not self.is_medium(name))

    def is_medium(self, name: str) -> bool:
        """Whether a body is called a newspaper, a channel, an agency, a site."""
        words = frozenset(fold(name).split()) - _NO_MEDIUM
        return bool(words & (word_class("medium") | word_class("press")))

    def tells_news(self, party: Party) -> bool:
        """Whether a party is a newspaper, a channel, an agency, which tells of encounters and holds none."""
        known = not self.reading.media.isdisjoint(party.refs)
        return party.type == "organization" and (known or self.is_medium(party.name))

    def interview(self) -> bool:
        """Whether what the noun tells of is talk with a medium: `في اتصال هاتفي مع إذاعة`, `في لقاء مع قناة`."""
        for j in range(self.cue.end, min(self.right, self.cue.end + PARTNER)):
            if self.words[j].lstrip("بل") in _ONE_OF and not _MEDIA.isdisjoint(self.words[j + 1 : j + 2]):
                return True  # في لقاء لإحدى الفضائيات
            if plain(self.words[j]) not in ("مع", "بين") and self.words[j] not in ("علي", "عبر"):
                continue
            p = self.reading.at.get(j + 1)
            if not word_class("medium").isdisjoint(self.words[j + 1 : j + 2]):
                return True
            if self.words[j + 1 : j + 2] == ["برنامج"] and any(w in OPENERS for w in self.words[j + 2 : j + 3]):
                return True  # في لقاء مع برنامج «صباح الخير»
            if p is not None:
                known = not self.reading.media.isdisjoint(p.refs)
                return p.type == "organization" and (known or self.is_medium(p.name))
        return False

    def with_the_press(self) -> bool:
        """Whether the noun is of talk with journalists, a source of statements: `خلال لقائه الصحافيين`."""
        i = self.cue.end
        i += i < self.right and self.words[i] == "مع"
        return i < self.right and self.words[i].lstrip("بل").removeprefix("ال") in _JOURNALISTS

    def by_a_medium(self) -> bool:
        """Whether a medium asks somebody: `اتصلت «الصحيفة» بالخبير`, `وفي اتصال للقناة معه`."""
        near = (self.reading.within.get(i) for i in (self.cue.start - 1, self.cue.start - 2, self.cue.end))
        return any(p is not None and p.type == "organization" and self.is_medium(p.name) for p in near)

    def _ends_body(self, i: int, j: int) -> bool:
        """Whether word `j` stands no more in the name of the body at `i`."""
        word, p = self.words[j], self.reading.at.get(j)
        if p is not None and (p.type == "person" or self.reading.letters(p) == "ب"):
            return True
        if word in _CONVENED:
            return True
        if p is not None:
            return False
        listed = word in self.vocabulary.relative or word in verbs() or word in nouns() or j in self.reading.dates
        if listed or self.reading.is_sign(j) or self.governed(j) or word.startswith(("بال", "وال")):
            return True
        if word in self.reading.vocabulary.body:
            return False
        construct = not self.words[i].lstrip("وبل").startswith("ال") and not self.words[i].startswith("لل")
        if j == i + 1 and construct:
            return self.reading.syntax.is_verb(j)  # its genitive may be indefinite: لجنة تحقيق
        return not (word.startswith(("ال", "لل")) or (word[0] == "ل" and j - 1 > i) or j in self.reading.demonyms)

    def _describes(self, i: int, letters: str) -> bool:
        """Whether a noun for people stands at `i`, or a quantity of them: `عدد من المسؤولين`."""
        word, people = self.words[i], self.vocabulary.people
        if not {word, plain(word), word[1:] if word[0] in letters else word} & (people | self.vocabulary.counting):
            return False
        if plain(word).startswith("ممثل") and self.words[i + 1 : i + 2] == ["في"]:
            return False  # المديرية ممثلة في إدارتها (represented by)
        if plain(word) not in self.vocabulary.counting:
            return True
        k = i + 1 + (self.words[i + 1 : i + 2] == ["من"])
        if k < self.right and k > i + 1 and self._by_ending(self.words[k]):
            return True  # عدد من المهتمين
        counted = {self.words[k], self.words[k].removeprefix("ال")} if k < self.right else set()
        return bool(counted & (people | self.vocabulary.collective))

    def _ends_description(self, j: int) -> bool:
        """Whether word `j` stands no more in the description before it."""
        word, p = self.words[j], self.reading.at.get(j)
        if (self.governed(j) and word != "من") or self.reading.is_sign(j) or j in self.reading.dates:
            return True
        if self._begins_what_is_told(j) or self._tells_of_another(j) or self._acts_meanwhile(j):
            return True
        if (p is not None and p.type == "person") or word[0] == "ل" or word.startswith(("بال", "وبال")):
            return True
        if p is None and self._tells_more(j):
            return True
        of_them = self.words[j - 1] == "من" or self.words[j - 1] in self.vocabulary.ministry  # وزراء خارجية دول الخليج
        there = j in self.reading.sites and self.reading.proclitic(j, self.reading.sites[j].outer_start) == "ب"
        return there or (j in self.reading.sites and not of_them and word[0] not in "بو")

    def _begins_what_is_told(self, j: int) -> bool:
        """Whether word `j` begins what is said of who is described: `وفدا [يضم] نوابا`, `وفدين [بغياب] X`, a topic."""
        word, v = self.words[j], self.vocabulary
        about = word in THAT or word in v.dropping or word in v.company or self.reading.is_(j, v.topic)
        return about or word.lstrip("ب") in _ABSENCE

    def _acts_meanwhile(self, j: int) -> bool:
        """Whether a participle tells what somebody did meanwhile: `مع ممثلي الأندية [مبديا] إعجابه`."""
        word = self.words[j]
        accusative = word.startswith("م") and word.endswith("ا") and len(word) >= PARTICIPLE and not self.known(j)
        return accusative and self.words[j - 1].startswith("ال")

    def _tells_of_another(self, j: int) -> bool:
        """Whether a verb or noun of encounter stands at `j`; `وزارة` begins a name, and is no «and he visited him»."""
        word, p = self.words[j], self.reading.at.get(j)
        return word in nouns() or (word in verbs() and (p is None or p.type != "organization"))

    def _tells_more(self, j: int) -> bool:
        """Whether a verb or an adverb stands at `j`: `شركة طيران [قد] تنجح`, `مع النقابات [استعدادا]`."""
        word = self.words[j]
        if cardinal(self.words, j) is not None:
            return False  # تسع دول: nine, not it accommodates
        if word.endswith("ا") and word[:2] != "ال" and not self.words[j - 1].endswith(("ه", *_ACCUSATIVE)):
            return True
        if word in _BEFORE_VERB or word in _DATED:
            return True
        return self.reading.syntax.is_verb(j) and acting_verb(word) is not None


_ABSENCE = word_class("absence")
_AGENT_OF = word_class("agent_of")
_SEATED = word_class("seated_body")
_JOURNALISTS = word_class("journalists")
_ONE_OF = word_class("one_of")
_MEDIA = word_class("media")
_VERBAL = tuple(word_class("verbal_ending"))
_HIS_KIN = word_class("his_kin")
_FOREMOST = word_class("foremost")
_ACCUSATIVE = tuple(word_class("accusative_ending"))
_NO_MEDIUM = word_class("medium_or_body")  # وكالة الطاقة; of those that publish their names say more
_TENSE = tuple(sorted(word_class("tense_of_encounter")))
_NO_PEOPLE = word_class("no_people")
_BEFORE_VERB = word_class("denial") | word_class("tense_particle")
_DATED = word_class("dated")
_CONVENED = word_class("convened")
_REMARK = tuple(sorted(word_class("circumstance")))
