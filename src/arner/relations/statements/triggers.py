"""Which words of a Doc report: known forms that are not denied, asked, imagined or another word spelt alike."""

from __future__ import annotations

from itertools import pairwise

from arner.arabic.particles import letters
from arner.lexicon import word_class
from arner.relations.statements import reporting
from arner.relations.statements.quoting import Quoted
from arner.relations.statements.reporting import Report
from arner.relations.statements.words import NAMED
from arner.syntax.modality import plain
from arner.syntax.sentences import Syntax
from arner.syntax.subjects import subject_before
from arner.syntax.words import ADVERBS, CLOSERS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS, THAT

_NO_REPORT_AFTER = word_class("no_report_after")
_UNSAID = word_class("unsaid")
_BEFORE_REPORT = word_class("before_report")
_HIM = word_class("him_apart")
_BEFORE_NOUN = word_class("before_verbal_noun")
_AND_HAD = word_class("and_had")
_BUT_THEY = word_class("but_they")
_THAT_THEY = word_class("that_they")
_MAY = word_class("may")
_LENT = word_class("thanks_given")
_LENT_NEAR = 9  # words from a verb to the noun that makes a saying of it
_IN = PREPOSITIONS | {"ب", "ل"}
_NEGATIONS = word_class("denial")
_ASKED = word_class("question")
_WISHED = word_class("before_wish")  # before the present: «يريد أن يقول»
_STILL = word_class("still")  # between a denial and its verb: «لم يكن قد أعلن»
_PASSIVE = "\u064f"
_TANWIN = ("\u064c", "\u064d")
_ANOTHER_WORD = word_class("no_reporting_word")
_SHADDA = "\u0651"
_BETWEEN = ("بين", "وبين")  # spelt like «made clear»
_IN_ANSWER = word_class("in_answer")
_WHICH = word_class("which")
_BYLINE = word_class("byline")
_AFTER_BYLINE = COMMAS | frozenset({"/", ":"})
_OF_GOD = word_class("of_god")
_TO_SAY = ("لي", "لت")
_SUBJECT = 8  # words from «وكان» to «قد»
_YEAR = 4  # digits of a year: «عام 2017 متهما إياه»
_GOVERNING = word_class("governing_present")
_ASKS = 6  # words from «طلب» to whom it is asked of, or to «that»
_TOLD = 10  # words from «تبلغ» over whom it informs to «that»
_REMAINS = word_class("remains")
_BACK = word_class("came_back")
_CAME_BACK = 6  # words from «عاد» to «ليقول»
_SO_THAT = word_class("so_that")
_CLEAR = 16  # words from «وبين» to «that»
_THAT_NEAR = 20  # words after a verb that only reports with «that»
_THAT_ALONE = frozenset({"that"})
_TRUE = word_class("true")
_NOT = word_class("not_true")
_AS = word_class("according")
_OF_HIM = word_class("about_him") | {"عن", "لسان"}
_OF_WHOM = 25  # words from «نقلت» to whose words it passes on
_VOICED = 8  # words from «وعبر» to «عن»
_CALLED = 7  # words in quotation marks that may be a name


class Triggers:
    """`reports`: verbs and participles by token; `nouns`: verbal nouns; `ends`: where a clause before ends."""

    def __init__(self, syntax: Syntax, quoted: Quoted) -> None:
        self.syntax = syntax
        self.words = syntax.words
        self.doc = syntax.doc
        self.quoted = quoted
        self.reports: dict[int, Report] = {}
        self.nouns: dict[int, Report] = {}
        nouns, verbs, within = reporting.nouns(), reporting.verbs(), syntax.within
        for i, word in enumerate(self.words):
            if (nouns[word] or verbs[word] or word[:2] in _TO_SAY or word in _BETWEEN) and i not in within:
                self._look(i, word)
        self.ends = {self._beginning(i) for i, report in self.reports.items() if self._ends_clause(i, report)}

    def _look(self, i: int, word: str) -> None:
        noun, verb = reporting.nouns()[word], reporting.verb(word) or self._made_clear(i, word) or self._to_say(i, word)
        if (noun is None and verb is None) or self._is_none(i, word):
            return
        if verb is not None and self._tells_nothing(i, verb, noun):
            verb = None
        if verb is not None and self._is_report(i, verb):
            self.reports[i] = verb
        elif noun is not None and verb is None:
            self.nouns[i] = noun

    def _tells_nothing(self, i: int, verb: Report, noun: Report | None) -> bool:
        """Whether a word spelt like a reporting verb is none, or what it says is asked for, refused or said by another.

        `رأي`, `نفي`, not `رأى`, `نفى`; `هنا`, not `هنأ`; `مهنيا`, not `مهنئا`.
        """
        if (verb.form.kind != "present" and self._ends_in_ya(i, verb)) or (noun is not None and self._is_noun(i, verb)):
            return True
        return self._is_request(i, verb) or self._is_refused(i, verb) or self._goes_on_within(i, verb)

    def _goes_on_within(self, i: int, verb: Report) -> bool:
        """`قال إن الخطة تقلل الكلفة [وتؤكد] التزام الحكومة`: joined to a present within what was said in the past."""
        form, following = verb.form, self._after(i)
        if form.kind != "present" or self.words[i][0] != "و" or not verb.dropped or following in THAT:
            return False
        before = next(reversed(self.reports), -1)
        first = self.syntax.sentence[i][0]
        if before < first or self.reports[before].form.kind != "past" or verb.entry.act == "add":
            return False
        party = self.syntax.at.get(i + 1)
        if following in reporting.speaker_heads() or (party is not None and self.syntax.can_act(party)):
            return False
        letter = self.words[i][verb.dropped]
        clause = next((k for k in range(before + 1, i) if self.words[k] in THAT), i)
        return any(self.words[k][0] == letter and self.syntax.is_verb(k) for k in range(clause + 1, i))

    def _is_none(self, i: int, word: str) -> bool:
        """Whether no reporting word stands here: `ألف فدان` (acres), `ذكرٍ وأنثى` (male and female), `قال تعالى`."""
        another = word in _ANOTHER_WORD or self.doc[i].text.endswith(_TANWIN)
        if word in _BYLINE and self._after(i) in _AFTER_BYLINE and i == self.syntax.sentence[i][0]:
            return True  # «كتب - سليم عمر: أعلن الوزير»
        return another or self._in_a_name(i) or self._after(i) in _OF_GOD

    def _spelt_alike(self, i: int, word: str) -> Report | None:
        """A verb that another word is spelt like: `وبيّن الوزير أن`, `عاد ليقول`, `وشكر الوزير السفير على`."""
        return self._made_clear(i, word) or self._to_say(i, word) or self._thanked(i, word)

    def _thanked(self, i: int, word: str) -> Report | None:
        """`وشكر [الوزير] السفير على حضوره`: the verb, where it begins a clause and who thanks stands right after it."""
        opens = i == self.syntax.sentence[i][0] or self.words[i - 1] in COMMAS
        party = self.syntax.at.get(i + 1)
        if word not in ("شكر", "وشكر") or not opens or party is None or party.type != "person":
            return None
        stem = reporting.verb("شكرت")
        return Report(stem.entry, stem.form._replace(gender="m"), len(word) - 3) if stem is not None else None

    def _made_clear(self, i: int, word: str) -> Report | None:
        """`وبيّن الوزير أن`: spelt like «between», but for its mark, or where a clause begins with it and has «that»."""
        if word not in _BETWEEN:
            return None
        marked = _SHADDA in self.doc[i].text
        opens = i == self.syntax.sentence[i][0] or self.words[i - 1] in COMMAS
        party = self.syntax.at.get(i + 1)
        j = party.end if party is not None and party.type in ("person", "described") else i + 1
        that = self._after(j - 1)
        wished = that == "ان" and self._after(j)[:1] in ("ي", "ت", "ن")  # «بين أن يبقى وأن يرحل»
        marked = marked or (opens and self._said_by_one(i))
        if not marked and not (opens and that in THAT and not wished):
            return None
        self.words[i] = word.replace("بين", "بي" + _SHADDA + "ن")  # no preposition to whoever reads on
        stem = reporting.verb("بينت")
        return Report(stem.entry, stem.form._replace(gender="m"), len(word) - 3) if stem is not None else None

    def _said_by_one(self, i: int) -> bool:
        """`وبين المتحدث باسم المدينة، سليم عمر، أن`: a speaker and «that», and no two between whom anything is."""
        if self._after(i) not in reporting.speaker_heads() or not self._after(i).startswith("ال"):
            return False
        for k in range(i + 2, min(self.syntax.sentence[i][1] - 1, i + _CLEAR)):
            word = self.words[k]
            if word in THAT and k not in self.syntax.within:
                return self.words[k - 1] in COMMAS and self.syntax.clauses.verbs.get(k + 1) is None
            if word[0] == "و" and k not in self.syntax.within:
                return False
        return False

    def _to_say(self, i: int, word: str) -> Report | None:
        """`وعاد الوزير [ليقول] إن` (the minister came back to say): he said it."""
        stem = reporting.verb(word[1:]) if word[:2] in _TO_SAY else None
        first = max(self.syntax.sentence[i][0], i - _CAME_BACK)
        if stem is None or stem.form.kind != "present" or not _BACK.intersection(self.words[first:i]):
            return None
        return stem._replace(dropped=1)

    def _in_a_name(self, i: int) -> bool:
        """`برنامج «قال الراوي»` (the programme "The narrator said")."""
        q = self.quoted.around(i)
        if q is None or not q.closed:
            return False
        start, end = self.quoted.token(q.start), self.quoted.token(q.end - 1)
        return end - start <= _CALLED and start > 0 and self.words[start - 1].removeprefix("ل") in NAMED

    def _ends_in_ya(self, i: int, verb: Report) -> bool:
        text = self.doc[i].text
        without = verb.entry.past.endswith("أ") and not any(c in text for c in "أؤئإ")  # «هنا» (here), not «هنأ»
        alike = verb.form.kind == "past" and verb.entry.past.endswith("ى") and text.endswith("ي")
        return without or alike

    def _is_noun(self, i: int, verb: Report) -> bool:
        """`وصف`, `تعهد`: a verbal noun when a preposition or another noun governs it."""
        before = self.words[i - 1] if i else ""
        if verb.form.suffix and verb.dropped and verb.entry.act == "condemn":
            return True  # «وإدانة وتجريم»
        if verb.form.suffix or verb.dropped:
            return before in PREPOSITIONS
        if before in PREPOSITIONS or before in _BEFORE_NOUN:
            return True
        return i > 0 and i + 1 < len(self.words) and not (i == self.syntax.sentence[i][0] or self._may_open(i))

    def _is_request(self, i: int, verb: Report) -> bool:
        """`رفضت المحكمة [طلب] الاستئناف`: the noun, spelt like the verb; neither «of» whom nor «that» follows it."""
        near = self.words[i : i + _ASKS]
        if "asked" not in verb.entry.takes or not _like_a_noun(verb):
            return False
        whom = verb.entry.whom_after
        # not «طلب الاستئناف مؤكدة أن»
        asks = (b in whom or (b in THAT and (a == near[0] or reporting.verb(a) is None)) for a, b in pairwise(near))
        phrase = self.syntax.phrase_at(i - 1) if i else None
        feminine = phrase is not None and phrase.gender == "f"  # «رفض المحكمة العليا طلب الاستئناف أن»
        return feminine or self._is_noun(i, verb) or not any(asks)

    def _is_refused(self, i: int, verb: Report) -> bool:
        """`رفض الوزير [ربط] الحادث بالأزمة` (he refused to link): the noun, spelt like the verb."""
        first = self.syntax.sentence[i][0]
        if not _like_a_noun(verb) or verb.dropped or "clause" in verb.entry.takes:
            return False
        last = next(
            (k for k in range(i - 1, first, -1) if self.words[k] in COMMAS or self.words[k] in RELATIVES), first
        )
        refused = (k for k in range(last, i) if plain(self.words[k]) in _UNSAID)
        return any(k not in self.syntax.within and self.words[k - 1] not in RELATIVES for k in refused)

    def _may_open(self, i: int) -> bool:
        before = self.words[i - 1]
        return (
            before in COMMAS
            or before in ADVERBS
            or before in _BEFORE_REPORT
            or before in (":", "»", '"')
            or before in RELATIVES
            or (i - 1) in self.syntax.within
            or (i - 1) in self.syntax.dated
            or before.isspace()
            or before in STOPS
        )

    def _is_report(self, i: int, report: Report) -> bool:
        first = self.syntax.sentence[i][0]
        before = self.words[i - 1] if i > first else ""
        if self._unreal(i, first, report.form.kind == "present") or before in _NO_REPORT_AFTER:
            return False
        if self._means_something_else(i, before, report):
            return False
        return report.form.kind != "participle" or self._carries_on(i, before, report)

    def _means_something_else(self, i: int, before: str, report: Report) -> bool:
        """Whether the form is another word here, or a passive: `عبر نشر` (by way of), `تبلغ المريخ` (reaches)."""
        entry, form = report.entry, report.form
        through = self.words[i] == "عبر" or (self.words[i] == "وعبر" and "عن" not in self.words[i + 1 : i + _VOICED])
        if through and not self._may_voice(i + 1):
            return True  # «عبر نشر شائعات عن وفاته»: by way of
        if form.kind == "present" and (self.words[i].startswith("فس") or before.removeprefix("و") in _GOVERNING):
            return True  # «إذا ثبت ذلك [فسترد] الوزارة»: no clause of its own; «حول [تكرر] الحوادث»: a noun
        if entry.no_pronoun and form.suffix:
            return True  # «ما يراه الناس»
        if not self._lends(i, report):
            return True  # «قدم الوزير استقالته», «حمل السلاح»
        if self._after(i) in entry.not_subjects:
            return True  # «سواء تعلق الأمر بذلك»
        reaches = entry.reaches and form.kind == "present"  # «تبلغ المريخ»
        if reaches and not any(word in THAT for word in self.words[i + 1 : i + _TOLD]):
            return True
        if self._lacks_its_own(i, report):
            return True
        if form.suffix == "ه" and self.doc[i].text.endswith("ة"):
            return True  # «سياسة حذرة» (a cautious policy), not حذّره (he warned him)
        return _passive(self.doc[i].text, report) and "conveys" not in entry.takes

    def _lacks_its_own(self, i: int, report: Report) -> bool:
        """Whether what the verb at `i` would report with is not there: whose words it passes on, or «that» at once."""
        entry, following = report.entry, self._after(i)
        if entry.with_pronoun and not (entry.takes or entry.wants.after):
            return not (report.form.suffix and self._ascribed(i, entry.with_pronoun))
        if "conveys" in entry.takes and not report.form.suffix and not self._of_somebody(i):
            return True  # «ونقل إلى المستشفى» (was taken to hospital)
        if entry.takes == _THAT_ALONE:
            near = 1 if report.form.kind == "participle" else _THAT_NEAR
            if THAT.isdisjoint(self.words[i + 1 : i + 1 + near]):
                return True  # «مسجلا هدفين», «وأبرزوا جوانبه» (and showed its sides)
        return entry.at_once and not introduces(following, report)  # «يعدون تقريرا» (they prepare a report)

    def _ascribed(self, i: int, after: tuple[str, ...]) -> bool:
        """`هجوم نسبته [الشرطة] إلى تنظيم`: who does it follows, no medium, and then the preposition; not `نسبته 2%`."""
        k = i + 1 + (self._after(i) == "#")
        following, party = self.words[k] if k < len(self.words) else "", self.syntax.at.get(k)
        named = party is not None and not self.syntax.proclitic(party)
        somebody = (named or following in reporting.speaker_heads()) and following not in NAMED
        return somebody and not set(after).isdisjoint(self.words[i + 2 : i + _VOICED])

    def _of_somebody(self, i: int) -> bool:
        """Whether the sentence says whose words the verb at `i` passes on: `نقلت [عن] الوزير`, `على [لسان]`."""
        near = self.words[i + 1 : min(self.syntax.sentence[i][1], i + _OF_WHOM)]
        return any(word in _OF_HIM for word in near)

    def _lends(self, i: int, report: Report) -> bool:
        """Whether the noun that makes a saying of the verb follows it: `قدم [تهانيه]`, `حمل الحكومة [مسؤولية]`."""
        after = report.entry.wants.after
        needs = (
            _LENT
            if "lent" in report.entry.takes
            else frozenset(after)
            if after and not _IN.intersection(after)
            else None
        )
        return needs is None or not needs.isdisjoint(self.words[i + 1 : i + _LENT_NEAR])

    def _carries_on(self, i: int, before: str, report: Report) -> bool:
        """Whether a participle carries a sentence on, `مؤكدا أن`, and is no adjective or noun: `إجراءات مشددة`."""
        word = self.words[i][report.dropped :]
        if word == report.entry.participle or word.endswith(("ون", "ات")):
            return False
        if report.entry.act == "accuse" and self._after(i)[:1] == "ب" and i + 1 not in self.syntax.within:
            return False  # «متهمة بالتآمر»: is accused
        if word.endswith(("ه", "ين")) and self._is_adjective(i, before, report):
            return False
        if before in _REMAINS or (before.isdigit() and len(before) < _YEAR):
            return False  # «ما زال مصرا على» (is still intent on), «27 متهما»
        return before not in PREPOSITIONS

    def _is_adjective(self, i: int, before: str, report: Report) -> bool:
        """Whether a participle that may be an adjective is one: `إجراءات مشددة` (strict measures)."""
        following = self._after(i)
        if not introduces(following, report) and not (report.entry.whom and self._is_to_somebody(i, before)):
            return True
        # «ردود فعل دولية مرحبة بالاتفاق» (reactions that welcome the agreement)
        return following not in THAT and self._qualifies(i)

    def _is_to_somebody(self, i: int, before: str) -> bool:
        """Whether whom it is said to follows the participle at `i`: `داعية [الوزير] إلى`, `، مطالبا [الحكومة] بـ`."""
        following, party = self._after(i), self.syntax.at.get(i + 1)
        if party is not None and party.kind != "demonym" and not self.syntax.proclitic(party):
            return True
        apart = following.startswith("ال") or following in PREPOSITIONS  # «، داعية في الوقت نفسه الفصائل إلى»
        return before in COMMAS and apart

    def _qualifies(self, i: int) -> bool:
        """Whether the participle at `i` is an adjective of an indefinite noun right before it that does not speak."""
        phrase = self.syntax.phrase_at(i - 1) if i else None
        if phrase is None or phrase.definite or i - 1 in self.syntax.within or i - 1 in self.syntax.dated:
            return False
        before = self.words[i - 1]
        speaks = self.words[phrase.start] in reporting.speaker_heads() or self._after(i) in _HIM
        return before.isalpha() and before not in ADVERBS and not speaks

    def _may_voice(self, j: int) -> bool:
        """Whether what stands at `j` may follow «voiced»: its preposition, who voices, when."""
        word = self._after(j - 1)
        someone = j in self.syntax.at or word in reporting.speaker_heads() or word in reporting.honorifics()
        return someone or word == "عن" or word in ADVERBS or word in COMMAS or j in self.syntax.dated

    def _unreal(self, i: int, first: int, present: bool) -> bool:
        """Whether what is said is denied, asked, wished or only possible: `لم يكن قد أعلن`, `هل قال`, `قد يعلن`."""
        if i <= first:
            return False
        if present and self.words[i - 1] in _MAY:
            return True
        k = self._governor(i, first)
        before = self.words[k]
        as_said = (
            before == "لما" and k > first and _AS & {self.words[k - 1], self.words[k - 1].removeprefix("و")}
        )  # «وفقا [لما] أعلنته»
        if (before in _NEGATIONS and not as_said) or before in _ASKED or self._asks_who(k, first):
            return True
        if present and (before in _WISHED or self._coordinated_wish(i, first)):
            return True
        if not present and (self._denied_by_what(i, first) or self._untrue(i, first)):
            return True
        # «لم يسبق أن أعلن», «نفى أن يكون قد قال»
        return before == "ان" and k > first and (k < i - 1 or self.words[k - 1] in _STILL)

    def _asks_who(self, k: int, first: int) -> bool:
        """`ما [الذي] يدعو السكان إلى`, `فمن الذي أعلن`: the relative at `k` asks what or who."""
        return self.words[k] == "الذي" and k > first and self.words[k - 1].removeprefix("ف") in ("ما", "من")

    def _governor(self, i: int, first: int) -> int:
        """The token before the verb at `i`, over what may stand between a denial and it: `لم يكن [الوزير] قد أعلن`."""
        k = i - 1
        while k > first and self.words[k] in _STILL:
            k -= 1
        if k < i - 1 and k in self.syntax.within:
            before_party = self.syntax.within[k].start - 1
            if before_party > first and self.words[before_party] in _STILL:
                k = before_party - 1
        return k

    def _coordinated_wish(self, i: int, first: int) -> bool:
        """`لكي يتحرك [ويقول]`: joined to a verb of purpose, so nobody has said it yet."""
        if self.words[i][0] != "و":
            return False
        last = max(first, i - _SUBJECT)
        purpose = next((k for k in range(i - 1, last - 1, -1) if self.words[k] in _SO_THAT), None)
        return purpose is not None and not any(w in COMMAS or w in THAT for w in self.words[purpose + 1 : i])

    def _denied_by_what(self, i: int, first: int) -> bool:
        """`ما [قال] الوزير إن`: denied, where `ما` opens the clause and is not «what»."""
        opens = i - 1 == first or self.words[i - 2] in COMMAS
        return self.words[i - 1] in ("ما", "وما") and opens and not self.words[i].endswith(("ه", "ها"))

    def _untrue(self, i: int, first: int) -> bool:
        """`ليس صحيحا أن الوزير [قال]` (it is not true that the minister said)."""
        for k in range(i - 1, max(first + 1, i - _SUBJECT) - 1, -1):
            if self.words[k] in THAT:
                return self.words[k - 1] in _TRUE and self.words[k - 2] in _NOT
            if k in self.reports:
                return False
        return False

    def _after(self, i: int) -> str:
        return self.words[i + 1] if i + 1 < len(self.words) else ""

    def _beginning(self, i: int) -> int:
        """Where the clause of the verb at `i` begins: at `وكان` of `وكان الوزير قد أعلن`, `إلا` of `إلا أنه أعلن`."""
        if i > 1 and self.words[i - 2] == "الا" and self.words[i - 1] in _THAT_THEY:
            return i - 2
        if i and (self.words[i - 1] in _BUT_THEY or self.words[i - 1] in ("حيث", "اذ")):
            return i - 1
        if by_what(self.words, i, self.reports.get(i)):
            return i - 2
        if i > 1 and self.words[i - 1] in _WHICH and (self.words[i - 2] in COMMAS or self.words[i - 1][0] == "و"):
            return i - 1  # «، التي [قالت] إنها»
        if i and self.words[i - 1] == "قد":
            for k in range(i - 2, max(self.syntax.sentence[i][0], i - _SUBJECT) - 1, -1):
                if self.words[k] in _AND_HAD:
                    return k
        return i

    def _ends_clause(self, i: int, report: Report) -> bool:
        """Whether what was reported before ends at this reporting word."""
        before = self.words[i - 1] if i else ""
        if report.entry.with_pronoun and not (report.entry.takes or report.entry.wants.after):
            return False  # «الغارة التي دمرت الجسر ونسبتها الشرطة إلى»
        if report.form.kind == "participle":
            following = self.words[i + 1] if i + 1 < len(self.words) else ""
            asks = report.entry.whom and self.words[i].endswith("ا")  # «مطالبا الدول بـ»
            return introduces(following, report) or before in COMMAS or before in CLOSERS or asks
        if self._beginning(i) != i:
            return True
        if self.words[i][0] in "وف" and report.dropped and report.form.kind in ("past", "present"):
            return True
        # «أن الوزير، سليم عمر، أعلن»: the comma closes an apposition within what is reported
        return before in COMMAS and report.form.kind == "past" and subject_before(self.syntax, i) is None


def by_what(words: list[str], i: int, report: Report | None) -> bool:
    """Whether the verb at `i` is one of a frame: `على ما [ذكرت] الإذاعة` (as the radio said), not `ردا على ما قال`."""
    finite = report is not None and report.form.kind in ("past", "present") and not report.form.suffix
    return (
        finite
        and i > 1
        and words[i - 2 : i] == ["علي", "ما"]
        and not _IN_ANSWER.intersection(words[max(0, i - 4) : i - 2])
    )


def introduces(word: str, report: Report) -> bool:
    """Whether `word`, after a reporting word, opens what is reported."""
    after = report.entry.wants.after
    return (
        word in THAT
        or word in after
        or word in OPENERS
        or word == ":"
        or word in _HIM
        or (word == "في" and report.entry.wants.clause)
        or word[:1] in [p for p in after if len(p) == 1]
        or "object" in report.entry.takes
    )


def _like_a_noun(verb: Report) -> bool:
    """Whether a verb may be spelt like its noun: `طلب` (asked, a request), `ربط` (linked, linking)."""
    form = verb.form
    return form.kind == "past" and form.gender == "m" and form.number == "s" and not form.suffix


def _passive(text: str, report: Report) -> bool:
    """Whether a form is marked as passive: `كُتب` (was written), `تُعتبر` (is considered)."""
    i = letters(text, report.dropped)
    derived = report.entry.past.startswith("ا")  # the active present of اعتبر has an a: يَعتبر; of أعلن a u: يُعلن
    may_be = report.form.kind == "past" or (report.form.kind == "present" and derived)
    eighth = report.form.kind == "past" and text[i + 1 : i + 3] == "ت" + _PASSIVE  # «اتُهم» (was accused)
    return may_be and (text[i + 1 : i + 2] == _PASSIVE or eighth)
