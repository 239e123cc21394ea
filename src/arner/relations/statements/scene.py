"""What the rules share while they read one Doc: its words of reporting, its quotations, who spoke, what was found."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc

from arner.layers import Mention, TimeExpression
from arner.lexicon import word_class
from arner.relations.candidates import frames
from arner.relations.descriptions import Descriptions
from arner.relations.reading import Reading
from arner.relations.rule import Filled, Filler, Refs, Rejected, fill
from arner.relations.statements import reporting
from arner.relations.statements.asides import Asides
from arner.relations.statements.called import called_again
from arner.relations.statements.complement import Complement, Complements
from arner.relations.statements.content import Content, Contents
from arner.relations.statements.memory import Memory
from arner.relations.statements.objects import Objects
from arner.relations.statements.quoting import Quoted
from arner.relations.statements.reporting import Report
from arner.relations.statements.slot import Slots
from arner.relations.statements.steps import CARRIED, Saying, asked_gender, saying
from arner.relations.statements.targets import aimed
from arner.relations.statements.triggers import Triggers
from arner.relations.statements.voices import Voice, Voices

_RESPECT = word_class("respect")
_HEAD = 12  # words before a reporting word that may name what is spoken through
_NEAR = 60  # words after a reporting word that its complement may pass over


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
    source: str | None = None
    tried: tuple[Rejected, ...] = ()
    frame: str = ""
    aimed: tuple[Filled, ...] = ()

    @property
    def target(self) -> Refs:
        """Whom it accuses, praises, calls on."""
        return self.aimed[0].refs if self.aimed else ()

    @property
    def addressee(self) -> Refs:
        """Who is told."""
        return self.aimed[1].refs if self.aimed else ()

    @property
    def rule(self) -> str:
        return f"{self.report.entry.id}/{self.construction}"


def _start(span: Mention | TimeExpression) -> int:
    return span.start


def voice_of(filled: Filled) -> Voice | None:
    """Who fills a slot of speakers."""
    return next((voice for voice in filled.fillers if isinstance(voice, Voice)), None)


def _heads() -> frozenset[str]:
    return reporting.speaker_heads() | reporting.documents() | word_class("generic_person")


class Scene(Reading):
    """A Doc as the rules of statements read it: what has been found so far, and who spoke."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self.quoted = Quoted(self.syntax)
        triggers = Triggers(self.syntax, self.quoted)
        self.reports, self.nouns = triggers.reports, triggers.nouns
        self.asides = Asides(self.syntax)
        self.complements = Complements(self.quoted, self.asides, triggers)
        self.objects = Objects(self.quoted, self.asides, triggers.ends)
        self.contents = Contents(self.quoted, triggers.ends)
        self.memory = Memory(self.syntax)
        self.voices = Voices(self.syntax, self.names, self.memory)
        self.slots = Slots(self.syntax)
        self.descriptions = Descriptions(self, _heads())
        self.found: list[Statement] = []
        self.later: set[int] = set()  # reporting words that are not the first of their sentence
        self.passed: set[int] = set()  # words between a reporting word and its content
        self.conveyed: dict[int, Voice] = {}  # sentence start → whose words an agency passes on
        self.mentions: list[Mention] = sorted(doc._.mentions, key=_start)
        self.said_when: list[TimeExpression] = sorted(doc._.dates, key=_start)

    @cached_property
    def states_named(self) -> list[tuple[str, int]]:
        """The first two states that the article names, and the token where it does so first."""
        first: dict[str, int] = {}
        parties = ((p.country, p.start) for p in self.syntax.parties if p.type == "country")
        for code, at in (*parties, *((code, i) for i, code in self.demonyms.items())):
            if code:
                first[code] = min(at, first.get(code, at))
        return sorted(first.items(), key=lambda named: named[1])[:2]

    def speaker(self, cue: Saying) -> Filled:
        """Who speaks, by the steps of the cue's frame; whoever does not agree with the cue is passed over."""

        def disagrees(found: Filler) -> str | None:
            # «اجتمع سليم بالتجار وناقشوا», but not «عاد المدرب بعد مطالبتهم»
            acts = first < found.start and self.syntax.acts_at(found.start - 1) and cue.start not in self.nouns
            if cue.form.number in "dp" and self.voices.is_one(found) and not acts:
                return "one, the verb is of several"
            state = len(found.refs) == 1 and (found.refs[0][0] or "").startswith("country:")
            if cue.form.number == "p" and cue.form.kind != "participle" and state:
                return "a state, the verb is of several"
            return None if self.memory.agrees(found, asked) else "gender"

        asked, first = asked_gender(cue.form), self.syntax.sentence[cue.start][0]
        veto = disagrees if cue.frame in CARRIED else None
        return fill(self, cue, "speaker", frames("statements")[cue.frame].slots["speaker"], veto)

    def goes_on(self, i: int, report: Report) -> Voice | None:
        """Who speaks where the word at `i` names nobody."""
        return voice_of(self.speaker(saying(i, report, None, "goes-on")))

    def add(
        self,
        i: int,
        report: Report,
        complement: Complement,
        voice: Voice,
        construction: str,
        tried: tuple[Rejected, ...] = (),
        frame: str = "",
        carries: bool = True,
    ) -> None:
        """A statement whose content is what `complement` introduces; `tried`: who was not taken for the speaker.

        `frame`: of `frames.toml`, or the construction itself. `carries`: whoever speaks may go on after it.
        """
        content = self.contents.of(complement)
        if content is None:
            return
        first = min(i, voice.start) if self.syntax.sentence[i][0] <= voice.start else i
        source = voice.source or self.source(i, complement.at)
        rule = f"{construction}-{complement.how}"
        frame = frame or construction
        told = Statement(i, report, rule, voice, content, first, content.parts, source, tried, frame)
        self.keep(told, self.nested(i) or not carries)
        self.passed.update(range(i + 1, min(complement.start, i + _NEAR)))

    def resolved(self, voice: Voice) -> Voice:
        """Whoever a definite description means: `الوزير الإماراتي`; itself where that is not sure."""
        if len(voice.refs) != 1 or voice.ref is not None:
            return voice
        titled = self.words[voice.start] in _RESPECT and voice.end > voice.start + 1
        ref = self.descriptions.meant(voice.start + titled, voice.end)  # «الأخ [الرئيس]»
        refs = ((ref, self.names.get(ref, voice.refs[0][1])),) if ref is not None else called_again(self, voice)
        if refs is None or refs == voice.refs or not self.memory.agrees(replace(voice, refs=refs), voice.gender):
            return voice
        step = f"{voice.step} · description" if voice.step else "description"
        return replace(voice, refs=refs, step=step)

    def keep(self, statement: Statement, nested: bool = False) -> None:
        """Take it up; who speaks within another's words does not speak on."""
        statement = replace(statement, voice=self.resolved(statement.voice))
        statement = replace(statement, aimed=aimed(self, statement))
        if self.since(self.syntax.sentence[statement.at][0]):
            self.later.add(statement.at)
        self.found.append(statement)
        if not (nested or self.in_quotation(statement.at)):
            self.memory.remember(statement.at, statement.voice)

    def replace(self, statement: Statement, source: str) -> None:
        """Tell what `statement`, found before, came through."""
        self.found[self.found.index(statement)] = replace(statement, source=source)

    def nested(self, i: int) -> bool:
        """Whether the word at `i` stands in what somebody else has said."""
        char = self.doc[i].idx
        return any(s.content.start <= char < s.content.end for s in self.found[-4:])

    def in_quotation(self, i: int) -> bool:
        return self.quoted.inside[i] > 0

    def mentions_in(self, content: Content) -> list[Mention]:
        """The mentions inside `content`."""
        first = bisect_left(self.mentions, content.start, key=_start)
        last = bisect_left(self.mentions, content.end, key=_start)
        return [m for m in self.mentions[first:last] if m.end <= content.end]

    def dates_from(self, char: int, end: int) -> list[TimeExpression]:
        """The dates that begin between two characters."""
        return self.said_when[
            bisect_left(self.said_when, char, key=_start) : bisect_left(self.said_when, end, key=_start)
        ]

    def source(self, i: int, end: int) -> str | None:
        """The document or medium named between the word at `i` and token `end`, or before it at the sentence's head.

        `قال [في بيان مشترك] إن`, `و[في بيان مشترك] قالا إن`.
        """
        first = self.syntax.sentence[i][0]
        after = self.voices.medium(i + 1, min(end, i + 30))
        at_head = i - first <= _HEAD and not self.since(first)
        return after or (self.voices.medium(first, i) if at_head else None)

    def since(self, first: int) -> list[Statement]:
        """The statements found from token `first` on."""
        return [s for s in self.found[-12:] if s.at >= first]
