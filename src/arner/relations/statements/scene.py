"""What the rules share while they read one Doc: its words of reporting, its quotations, who spoke, what was found."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from arner.layers import Mention, TimeExpression
from arner.lexicon import switched_off
from arner.relations.statements.complement import Complement, Complements
from arner.relations.statements.content import Content, Contents
from arner.relations.statements.quoting import Quoted
from arner.relations.statements.reporting import Report
from arner.relations.statements.speakers import Speakers, Voice
from arner.relations.statements.triggers import Triggers
from arner.syntax.sentences import Syntax

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

    @property
    def rule(self) -> str:
        return f"{self.report.entry.id}/{self.construction}"


def _start(span: Mention | TimeExpression) -> int:
    return span.start


class Scene:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.syntax = Syntax(doc)
        self.words = self.syntax.words
        self.quoted = Quoted(self.syntax)
        triggers = Triggers(self.syntax, self.quoted)
        self.reports, self.nouns = triggers.reports, triggers.nouns
        self.complements = Complements(self.quoted, triggers.ends)
        self.contents = Contents(self.quoted, triggers.ends)
        self.speakers = Speakers(self.syntax)
        self.found: list[Statement] = []
        self.later: set[int] = set()  # reporting words that are not the first of their sentence
        self.passed: set[int] = set()  # words between a reporting word and its content
        self.conveyed: dict[int, Voice] = {}  # sentence start → whose words an agency passes on
        self.mentions: list[Mention] = sorted(doc._.mentions, key=_start)
        self.dates: list[TimeExpression] = sorted(doc._.dates, key=_start)
        self._off = switched_off()

    def add(self, i: int, report: Report, complement: Complement, voice: Voice, construction: str) -> None:
        """A statement whose content is what `complement` introduces."""
        content = self.contents.of(complement)
        if content is None:
            return
        first = min(i, voice.start) if self.syntax.sentence[i][0] <= voice.start else i
        source = voice.source or self.source(i, complement.at)
        rule = f"{construction}-{complement.how}"
        self.keep(Statement(i, report, rule, voice, content, first, source=source), self.nested(i))
        self.passed.update(range(i + 1, min(complement.start, i + _NEAR)))

    def keep(self, statement: Statement, nested: bool = False) -> None:
        """Take it up unless its rule is switched off; who speaks within another's words does not speak on."""
        if self.since(self.syntax.sentence[statement.at][0]):
            self.later.add(statement.at)
        if statement.rule not in self._off:
            self.found.append(statement)
        if not nested:
            self.speakers.remember(statement.at, statement.voice)

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
        return self.dates[bisect_left(self.dates, char, key=_start) : bisect_left(self.dates, end, key=_start)]

    def source(self, i: int, end: int) -> str | None:
        """The document or medium named between the word at `i` and token `end`, or before it at the sentence's head.

        `قال [في بيان مشترك] إن`, `و[في بيان مشترك] قالا إن`.
        """
        first = self.syntax.sentence[i][0]
        after = self.speakers.medium(i + 1, min(end, i + 30))
        at_head = i - first <= _HEAD and not self.since(first)
        return after or (self.speakers.medium(first, i) if at_head else None)

    def since(self, first: int) -> list[Statement]:
        """The statements found from token `first` on."""
        return [s for s in self.found[-12:] if s.at >= first]
