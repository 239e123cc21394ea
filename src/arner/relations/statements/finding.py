"""Finds the statements of a Doc: every reporting word with its speaker and its content."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from arner.arabic.inflection import Form
from arner.arabic.orthography import fold
from arner.arabic.particles import letters
from arner.clauses.parties import Syntax, subject_before
from arner.clauses.words import ADVERBS, COMMAS, OPENERS, PREPOSITIONS, RELATIVES, STOPS, THAT, wordset
from arner.relations.statements import reporting
from arner.relations.statements.complement import Complement, Complements, Content
from arner.relations.statements.reporting import Report
from arner.relations.statements.speakers import Speakers, Voice

_NEGATIONS = wordset("لم لن لا ولم ولن ولا فلم فلا عدم دون بدون ليس ليست الم")
_QUESTIONS = wordset("هل لماذا متي كيف اذا لو ان")
_PROMOTION = (
    ("شاهد", "ايضا"),
    ("اقرا", "ايضا"),
    ("اقرا", "المزيد"),
    ("للمزيد",),
    ("تابعوا",),
    ("اقرا", "ايضا:"),
)


_FRAME = Form("masdar", 3, None, "s", "")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement before it becomes a record; `at`: its reporting token."""

    at: int
    report: Report
    construction: str
    voice: Voice
    content: Content
    first: int
    parts: tuple[tuple[int, int], ...] = ()


class Finder:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.syntax = Syntax(doc)
        self.words = self.syntax.words
        self.reports: dict[int, Report] = {}
        self.nouns: dict[int, Report] = {}
        self._collect()
        ends = {i for i, r in self.reports.items() if self._ends_clause(i, r)}
        self.complements = Complements(self.syntax, ends)
        self.speakers = Speakers(self.syntax)
        self.found: list[Statement] = []
        self.passed: set[int] = set()  # words between a reporting word and its content
        self.conveyed: dict[int, Voice] = {}  # sentence start → whose words an agency passes on

    # -- reporting words ------------------------------------------------------------

    def _collect(self) -> None:
        for i, word in enumerate(self.words):
            if i in self.syntax.within:
                continue
            noun = reporting.noun(word)
            verb = reporting.verb(word)
            if verb is not None and verb.form.kind == "past" and self._ends_in_ya(i, verb):
                verb = None  # «رأي», «نفي», not «رأى», «نفى»
            if verb is not None and noun is not None and self._is_noun(i, verb):
                verb = None
            if verb is not None and self._is_report(i, verb):
                self.reports[i] = verb
            elif noun is not None and not verb:
                self.nouns[i] = noun

    def _ends_in_ya(self, i: int, verb: Report) -> bool:
        return bool(verb.entry["past"].endswith("ى") and self.doc[i].text.endswith("ي"))

    def _is_noun(self, i: int, verb: Report) -> bool:
        """`وصف`, `تعهد`: a verbal noun when a preposition or another noun governs it."""
        before = self.words[i - 1] if i else ""
        if verb.form.suffix or verb.dropped:
            return before in PREPOSITIONS
        if before in PREPOSITIONS or before in ("رغم", "رفض", "بعد", "كل", "اي", "يوم"):
            return True
        return i > 0 and i + 1 < len(self.words) and not (i == self.syntax.sentence[i][0] or self._may_open(i))

    def _may_open(self, i: int) -> bool:
        before = self.words[i - 1]
        return (
            before in COMMAS
            or before in ADVERBS
            or before in ("كما", "و", "حيث", "فقد", "وقد", "قد", "بدوره", ":", "»", '"')
            or before in RELATIVES
            or (i - 1) in self.syntax.within
            or (i - 1) in self.syntax.dated
            or self.words[i - 1].isspace()
            or before in STOPS
        )

    def _is_report(self, i: int, report: Report) -> bool:
        before = self.words[i - 1] if i > self.syntax.sentence[i][0] else ""
        if before in _NEGATIONS or (before in _QUESTIONS and report.form.kind == "present"):
            return False
        if before in ("بما", "مما", "سبق"):
            return False
        if report.form.kind == "past" and _passive(self.doc[i].text, report.dropped):
            return False
        form, word = report.form, self.words[i][report.dropped :]
        if form.kind != "participle":
            return True
        if word == fold(report.entry.get("participle", "")) or word.endswith(("ون", "ات")):
            return False
        following = self.words[i + 1] if i + 1 < len(self.words) else ""
        if word.endswith(("ه", "ين")) and not self._introduces(following, report):
            return False  # an adjective: «إجراءات مشددة»
        return before not in PREPOSITIONS

    def _ends_clause(self, i: int, report: Report) -> bool:
        """Whether what was reported before ends at this reporting word."""
        before = self.words[i - 1] if i else ""
        if report.form.kind == "participle":
            following = self.words[i + 1] if i + 1 < len(self.words) else ""
            return self._introduces(following, report) or before in COMMAS
        if self.words[i][0] in "وف" and report.dropped and report.form.kind in ("past", "present"):
            return True
        # «أن الوزير، سليم عمر، أعلن»: the comma closes an apposition within what is reported
        return before in COMMAS and report.form.kind == "past" and subject_before(self.syntax, i) is None

    def _introduces(self, word: str, report: Report) -> bool:
        after = [fold(p) for p in report.entry.get("after", ())]
        return (
            word in THAT
            or word in after
            or word in ('"', "«", "“", ":", "اياها", "اياه", "اياهم", "في")
            or word[:1] in [p for p in after if len(p) == 1]
            or "object" in report.entry["takes"]
        )

    # -- one report after the other ------------------------------------------------------------

    def statements(self) -> list[Statement]:
        for i in range(len(self.words)):
            if i in self.passed or self._promotion(i):
                continue
            if i in self.reports:
                self._verb(i, self.reports[i])
            elif i in self.nouns:
                self._noun(i, self.nouns[i])
            elif self.words[i] == ":":
                self._headline(i)
            else:
                self._according(i)
        return self.found

    def _promotion(self, i: int) -> bool:
        start = self.syntax.sentence[i][0]
        while start < i and not self.words[start][0].isalpha():
            start += 1
        return any(tuple(self.words[start : start + len(p)]) == p for p in _PROMOTION)

    def _quoted(self, i: int) -> bool:
        return self.complements.inside[i] > 0

    def _verb(self, i: int, report: Report) -> None:
        entry, form = report.entry, report.form
        takes = entry["takes"]
        if "conveys" in takes:
            return self._convey(i, report)
        if "document" in takes:
            return self._in_document(i, report)
        if self._which(i, report):
            return None
        voice, complement = self._arguments(i, report)
        if complement is not None and self._interrupts(i, report, voice, complement):
            return None
        if entry["act"] == "accuse" and complement is not None and complement.at == i + 1 and not form.suffix:
            return None  # «متهمين بالسرقة», «اتهم بالسرقة»: passive
        if complement is None and ("clause" in takes or "speech" in takes) and self._after_quotation(i, report, voice):
            return None
        said = "clause" in takes or "speech" in takes or form.suffix
        if complement is None and voice is not None and said and self._as_said(i, report, voice):
            return None
        if complement is None:
            return None
        own = voice is not None
        nested = self._nested(i)
        if voice is None:
            if entry["id"] == "consider" and form.kind == "present" and complement.how == "object":
                return None  # «يعتبر ضروريا»: is considered
            if (
                nested
                and report.dropped == 0
                and form.kind != "participle"
                and self.words[i - 1] not in RELATIVES | {"ما"}
            ):
                return None
            if self._quoted(i) or (entry["id"] == "mention" and form.kind == "present"):
                return None
            if form.kind != "participle" and not report.dropped and self._has_other_subject(i):
                return None
            honoured = i + 1 < len(self.words) and self.words[i + 1] in reporting.honorifics()
            if form.kind != "participle" and not report.dropped:
                related, voice = self.speakers.antecedent(i, form)
                if related and voice is None:
                    return None
            if voice is None and honoured:
                voice = self.speakers.last(i, None)
            elif voice is None:
                voice = self.speakers.carried(i, form, entry["act"] == "add")
        if voice is None:
            return None
        if own and form.kind in ("past", "present") and form.number == "s":
            voice = voice._replace(gender=form.gender)
        self._add(i, report, complement, voice, "participle" if form.kind == "participle" else "verb")
        return None

    def _arguments(self, i: int, report: Report) -> tuple[Voice | None, Complement | None]:
        """Subject and complement of the verb at `i`, found together: the one bounds the other."""
        entry, form = report.entry, report.form
        find = self.complements
        if entry["id"] == "describe" and form.suffix:  # «ما وصفه بالنجاح»
            entry = {**entry, "takes": [], "after": ["ب"]}
        c = find.first(i, entry, i + 1)
        limit = c.at if c is not None else self.syntax.sentence[i][1]
        is_object = "object" in entry["takes"]
        voice: Voice | None = None
        if form.kind != "participle":
            before = self.speakers.before(i)
            direct = self.syntax.at.get(i + 1)
            adjacent = direct is not None and self.syntax.can_act(direct)
            clausal = c is not None and c.how in ("that", "colon", "quote", "governed")
            if before is not None and not (adjacent and clausal):
                voice = before
            else:
                voice = self.speakers.after(i, limit, self._subject_at_once(i, report, c))
                if voice is None:
                    voice = before
                elif "somebody" in entry["takes"] and c is not None and not form.suffix:
                    voice = self._accuser(i, form, voice, before, c)
        start = i + 1
        if voice is not None and voice.start > i:
            start = voice.end
            c = find.first(i, entry, start)
        elif form.suffix and not is_object and c is None:
            return voice, None
        told = bool(form.suffix) and form.kind in ("past", "present") and entry["id"] not in ("describe", "consider")
        if is_object and not told and not (c is not None and c.at <= start):
            o = find.object(i, start)
            title = o is not None and (
                self.words[o.start] in reporting.speaker_heads() or self.words[o.start] in OPENERS
            )
            # an object stands at once, or there is none where a clause follows: «أوضح في الاجتماع أن»
            at_once = c is None or o is None or o.start == start or c.how == "governed"
            if c is not None and c.how == "that" and o is not None and self.words[o.start].startswith("ل"):
                at_once = False  # «كشف تقرير للجنة أن»
            if o is not None and at_once and (c is None or (o.start < c.at and not title)):
                c = o
        if "invitation" in entry["takes"] and c is not None:
            span = self.words[i + 1 : c.at]
            if not any(w in ("دعوه", "الدعوه") for w in span):
                return voice, None
            following = [
                k
                for k in range(c.start, min(c.start + 14, self.syntax.sentence[i][1]))
                if self.words[k].startswith(("لزيار", "للمشارك", "لحضور", "للحضور", "للزيار"))
            ]
            if not following:
                return voice, None
            k = following[0]
            c = Complement("governed", k, k, self.doc[k].idx + (0 if self.words[k].startswith("لل") else 1))
        return voice, c

    def _subject_at_once(self, i: int, report: Report, c: Complement | None) -> bool:
        """Whether any noun right after the verb is its subject: it has an object, or takes none."""
        before = self.words[i - 1] if i else ""
        if report.form.suffix or before == "ما" or before in reporting.frames("as_said"):
            return True
        governed = c is not None and c.how == "governed" and c.at > i + 1
        return governed and (report.entry["id"] == "express" or report.entry["act"] in ("praise", "welcome"))

    def _accuser(self, i: int, form: Form, voice: Voice, before: Voice | None, c: Complement) -> Voice | None:
        """Who accuses where one noun alone follows the verb: `اتهم خصومه بالكذب` (he accused his rivals of lying).

        That noun is the accused when somebody agreeing with the verb has spoken before, or it is no nominative.
        """
        if voice.start <= i or voice.end < c.at:
            return voice
        if before is not None:
            return before
        if voice.refs[-1][0] is None and self.words[voice.start] in reporting.speaker_heads():
            return voice
        oblique = self.words[voice.start].endswith("ين")
        gender = form.gender if form.number == "s" else None
        spoke = self.speakers.last(i, gender)
        other = spoke is not None and spoke.refs != voice.refs
        return None if oblique or other else voice

    def _interrupts(self, i: int, report: Report, voice: Voice | None, complement: Complement) -> bool:
        """`«لن ننسحب»، قال الوزير، «ولن نتراجع»`: one statement in two runs."""
        second = complement.quotation
        if complement.how != "quote" or second is None or not second.closed or voice is None or report.dropped:
            return False
        first = self.complements.closing_before(i)
        if first is None or self.words[complement.at - 1] not in COMMAS:
            return False
        content = Content(first.inner_start, second.inner_end, "direct")
        parts = ((first.inner_start, first.inner_end), (second.inner_start, second.inner_end))
        start = self.complements.token(first.start)
        self.found.append(Statement(i, report, "verb-interrupting", voice, content, start, parts))
        self.speakers.remember(i, voice)
        self.passed.update(range(i + 1, min(complement.start, i + 60)))
        return True

    def _add(self, i: int, report: Report, complement: Complement, voice: Voice, construction: str) -> Statement | None:
        content = self.complements.content(complement)
        if content is None:
            return None
        first = min(i, voice.start) if self.syntax.sentence[i][0] <= voice.start else i
        statement = Statement(i, report, f"{construction}-{complement.how}", voice, content, first)
        nested = self._nested(i)
        self.found.append(statement)
        if not nested:
            self.speakers.remember(i, voice)
        self.passed.update(range(i + 1, min(complement.start, i + 60)))
        return statement

    def _has_other_subject(self, i: int) -> bool:
        """Whether a noun that is no party stands right before the verb: `التجربة تؤكد أن` (experience confirms)."""
        before = self.words[i - 1] if i > self.syntax.sentence[i][0] else ""
        return before.startswith("ال") and before not in RELATIVES | ADVERBS and i - 1 not in self.syntax.dated

    def _nested(self, i: int) -> bool:
        """Whether the word at `i` stands in what somebody else has said."""
        char = self.doc[i].idx
        return any(s.content.start <= char < s.content.end for s in self.found[-4:])

    def _in_document(self, i: int, report: Report) -> None:
        """`جاء في بيان الوزارة أن …` (it said in the ministry's statement that): whoever issued it speaks."""
        if self.words[i + 1 : i + 2] != ["في"] or i + 2 >= len(self.words):
            return
        c = self.complements.first(i, {**report.entry, "takes": ["clause"]}, i + 2)
        if self.words[i + 2] not in reporting.documents() or c is None:
            return
        voice = self.speakers.described(i + 2, c.at)
        if voice is not None:
            self._add(i, report, c, voice, "document")

    def _which(self, i: int, report: Report) -> bool:
        """`وهو ما تنفيه موسكو` (which Moscow denies): what was said before is the content."""
        if report.form.suffix not in ("ه", "ها") or report.entry["act"] not in ("deny", "confirm"):
            return False
        before = self.words[i - 1] if i else ""
        if before not in ("ما", "الذي", "التي", "الامر"):
            return False
        first, end = self.syntax.sentence[i]
        voice = self.speakers.after(i, end)
        earlier = [s for s in self.found if s.at >= first]
        if voice is None or not earlier:
            return True
        content = earlier[-1].content._replace(mode="indirect")
        self.found.append(Statement(i, report, "verb-which", voice, content, i))
        self.speakers.remember(i, voice)
        return True

    def _after_quotation(self, i: int, report: Report, voice: Voice | None) -> bool:
        """`«لن ننسحب»، قال الوزير`: the words stand before the verb."""
        if report.dropped or voice is None or voice.start < i:
            return False
        q = self.complements.closing_before(i)
        if q is None:
            return False
        content = Content(q.inner_start, q.inner_end, "direct")
        first = self.complements.token(q.start)
        self.found.append(Statement(i, report, "verb-after-quotation", voice, content, first))
        self.speakers.remember(i, voice)
        return True

    def _as_said(self, i: int, report: Report, voice: Voice) -> bool:
        """`…، كما أعلن الوزير` (as the minister announced): the sentence before it is the content."""
        before = self.words[i - 1] if i else ""
        if before not in reporting.frames("as_said") and before != "ما":
            return False
        j = i - 1
        if before == "ما":
            j -= 1
            if j < 0 or self.words[j] not in ("حسب", "بحسب", "وفق", "لما", "وفقا"):
                return False
        return self._frame(i, j, report, voice)

    def _frame(self, i: int, j: int, report: Report, voice: Voice) -> bool:
        """A frame that begins at `j` is about the clause before it."""
        first = self.syntax.sentence[i][0]
        if j - first < 4 or any(s.at >= first for s in self.found):
            return False
        end = j - 1
        while end > first and (self.words[end] in COMMAS or self.words[end].isspace()):
            end -= 1
        last = self.doc[end]
        content = self.complements.trim(self.doc[first].idx, last.idx + len(last.text), "indirect")
        if content is None:
            return False
        mode = self.complements.mode(content.start, content.end)
        self.found.append(Statement(i, report, "frame", voice, content._replace(mode=mode), first))
        self.speakers.remember(i, voice)
        return True

    def _according(self, i: int) -> None:
        """`بحسب الوزير` (according to the minister), about the words before it or the clause after it."""
        if self._quoted(i):
            return
        word = self.words[i][1:] if self.words[i][:1] == "و" and self.words[i] not in ("وفق", "وفقا") else self.words[i]
        to = word in reporting.frames("according_to")
        if not to and word not in reporting.frames("according"):
            return
        end = self.syntax.sentence[i][1]
        j = i + 1
        party = self.syntax.at.get(j)
        if party is None or party.type == "place":
            return
        letters = self.syntax.proclitic(party)
        if to != (letters == "ل") or party.type == "country":
            return
        group = self.syntax.group(party)
        refs = tuple(r for p in group for r in self.speakers.refs(p))
        voice = Voice(refs, None, party.start, group[-1].end)
        report = Report({"id": "according", "act": "say"}, _FRAME, len(self.words[i]) - len(word))
        if i - self.syntax.sentence[i][0] > 2:
            self._frame(i, i, report, voice)
            return
        k = group[-1].end
        if k < end and self.words[k] in COMMAS and k + 1 < end and (k + 1) not in self.reports:
            complement = Complement("object", k, k + 1, self.doc[k + 1].idx)
            self._add(i, report, complement, voice, "frame")

    def _convey(self, i: int, report: Report) -> None:
        """`نقلت وكالة … عن الوزير قوله إن`: the agency is the source, the minister speaks."""
        end = self.syntax.sentence[i][1]
        for j in range(i + 1, min(end, i + 25)):
            if self.words[j] != "عن":
                continue
            voice = None
            party = self.syntax.at.get(j + 1)
            source = None
            agency = self.speakers.after(i, j)
            if agency is not None:
                source = ", ".join(name for _, name in agency.refs)
            if party is not None and party.type != "place":
                group = self.syntax.group(party)
                refs = tuple(r for p in group for r in self.speakers.refs(p))
                voice = Voice(refs, None, party.start, group[-1].end, source)
            elif j + 1 < end and self.words[j + 1] in reporting.speaker_heads():
                voice = self.speakers.described(j + 1, end)
                voice = voice._replace(source=source) if voice else None
            if voice is None:
                return
            self.conveyed[self.syntax.sentence[i][0]] = voice
            for k in range(voice.end, min(end, voice.end + 25)):
                if k in self.nouns and self.nouns[k].form.suffix:
                    return  # «قوله» carries the words
            entry = {**report.entry, "takes": ["clause"]}
            c = self.complements.first(i, entry, voice.end)
            if c is not None:
                self._add(i, report, c, voice, "conveyed")
            return

    def _noun(self, i: int, report: Report) -> None:
        """`إعلان الوزير أن …`, `قوله إن …`, `تنديده بالهجوم`."""
        if i and self.words[i - 1] in _NEGATIONS:
            return
        entry, form = report.entry, report.form
        first, end = self.syntax.sentence[i]
        definite = self.words[i][report.dropped :].startswith("ال")
        voice: Voice | None
        if definite:  # «…، مع التأكيد على»: of whoever speaks in this sentence
            if i == 0 or self.words[i - 1] != "مع" or not any(s.at >= first for s in self.found):
                return
            voice, start = self.speakers.carried(i, form), i + 1
        elif form.suffix:
            if self._quoted(i):
                return
            if form.suffix not in ("ه", "ها", "هم", "هما"):
                return
            voice = self.conveyed.get(first)
            if voice is None:
                many = form.suffix in ("هم", "هما")
                number = "d" if form.suffix == "هما" else "p" if form.suffix == "هم" else "s"
                gender = {"ه": "m", "ها": "f"}.get(form.suffix)
                voice = self.speakers.carried(i, form._replace(kind="past", number=number, gender=gender))
                if many and voice is not None and len(voice.refs) < 2:
                    both = self.speakers.acting(first, i, True)
                    voice = both if both is not None and len(both.refs) > 1 else voice
            start = i + 1
        else:
            voice = self.speakers.genitive(i, end)
            start = voice.end if voice is not None else i + 1
        if voice is None:
            return
        near = self.complements.first(i, entry, start)
        if near is not None and near.at - start > (12 if near.how == "that" else 6):
            near = None
        if form.suffix and "object" in entry["takes"] and (near is None or near.at > start):
            thing = self.complements.object(i, start)
            if thing is not None and thing.start == start:
                near = thing
        if near is None or near.how == "colon":
            return
        self._add(i, report, near, voice, "noun")

    def _headline(self, i: int) -> None:
        """`ماكرون: لن نتراجع`: a speaker, a colon, his words; at the head of a line."""
        first, end = self.syntax.sentence[i]
        while first < i and not self.words[first][0].isalnum():
            first += 1
        party = self.syntax.at.get(first)
        if party is None or party.type in ("place",) or self.syntax.proclitic(party) or i - first > 14:
            return
        group = self.syntax.group(party)
        between = self.words[group[-1].end : i]
        if between and between[0] not in PREPOSITIONS and between[0][0] not in "لب" and between[0] != "(":
            return
        if any(j in self.reports for j in range(first, i)):
            return
        if party.type == "country" and between:
            return
        refs = tuple(r for p in group for r in self.speakers.refs(p))
        voice = Voice(refs, None, party.start, group[-1].end)
        c = self.complements.colon(i)
        if c is None or c.start >= len(self.words) or (c.how == "colon" and end - c.start < 3):
            return
        we = self.words[c.start].startswith(("ن", "سن", "لن"))
        if party.type == "country" and party.kind != "metonym" and c.how == "colon" and not we:
            return  # «سوريا: …» says what it is about
        report = Report({"id": "headline", "act": "say"}, _FRAME, 0)
        self._add(i, report, c, voice, "headline")


def _passive(text: str, dropped: int) -> bool:
    """Whether a past form is marked as passive: `كُتب` (was written)."""
    i = letters(text, dropped)
    return text[i + 1 : i + 2] == "\u064f"


def source_of(finder: Finder, s: Statement) -> str | None:
    """The document or medium named between the reporting word and the content: `في بيان مشترك`."""
    if s.voice.source:
        return s.voice.source
    words = finder.words
    last = finder.complements.token(s.content.start)
    for j in range(s.at + 1, min(last, s.at + 30)):
        if words[j] in ("في", "عبر", "خلال") and words[j + 1] in reporting.documents():
            end = finder.speakers.phrase_end(j + 1, last)
            return finder.speakers.text(finder.doc[j + 1].idx, end)
    return None
