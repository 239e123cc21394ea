"""Records against gold: precision, recall and F1 of each kind, and how often the fields of what matches are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from arner.evaluation import matching
from arner.evaluation.gold import GoldArticle, GoldMeeting, GoldRole, GoldStatement
from arner.records import ArticleRecord, DateValue, Meeting, Ref, Role, Statement

KINDS = ("people", "roles", "countries", "organizations", "meetings", "statements", "attributed", "tight content")
_OVERALL = ("people", "roles", "countries", "meetings", "attributed")


@dataclass
class Tally:
    """How many the gold has, how many the records have, how many of them match."""

    gold: int = 0
    got: int = 0
    right: int = 0

    def add(self, gold: int, got: int, right: int) -> None:
        self.gold += gold
        self.got += got
        self.right += right

    @property
    def precision(self) -> float:
        return self.right / self.got if self.got else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0


@dataclass
class Scores:
    """Tallies of `KINDS`; of the fields of what matched, how many are right of how many; mistakes in words."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)
    mistakes: list[tuple[str, str, str]] = field(default_factory=list)  # article, what, which
    missing: list[str] = field(default_factory=list)  # gold articles without a record: all of them is missed

    @property
    def overall(self) -> float:
        """Mean F1 of people, roles, countries, meetings and attributed statements."""
        return sum(self.kinds[kind].f1 for kind in _OVERALL) / len(_OVERALL)

    def table(self) -> str:
        """The figures as lines of text."""
        lines = [f"{'':22}{'P':>7}{'R':>7}{'F1':>7}   gold"]
        for kind, t in self.kinds.items():
            lines.append(f"{kind:22}{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}   {t.gold}")
        lines += [f"{name:22}{right / all_:7.3f}   of {all_}" for name, (right, all_) in self.fields.items()]
        return "\n".join([*lines, f"{'overall (mean of F1)':22}{self.overall:7.3f}"])


def evaluate(gold: Iterable[tuple[str, GoldArticle]], records: Mapping[str, ArticleRecord]) -> Scores:
    """Score `records` (by id) against gold articles with their ids; records without gold do not count."""
    scores = Scores()
    for article, told in gold:
        record = records.get(article)
        if record is None:
            scores.missing.append(article)
            record = ArticleRecord(id=article, text="")
        _Comparison(scores, article, told, record).run()
    return scores


class _Comparison:
    """One article's gold with its record."""

    def __init__(self, scores: Scores, article: str, gold: GoldArticle, record: ArticleRecord) -> None:
        self.scores, self.article, self.gold, self.record = scores, article, gold, record
        self.known = {p.name for p in gold.people} | {o.name for o in gold.organizations}
        self.names = {p.id: p.name for p in record.people} | {o.id: o.name for o in record.organizations}

    def run(self) -> None:
        self.people()
        self.countries()
        self.organizations()
        self.meetings()
        self.statements()

    def people(self) -> None:
        gold, got = self.gold.people, self.record.people
        pairs = self.count(
            "people",
            "person",
            gold,
            got,
            lambda one, other: matching.name_score(one.name, [other.name, *other.aliases], matching.same_name),
            lambda person: person.name,
        )
        right = 0
        for i, j in pairs:
            one, other = gold[i], got[j]
            self.check("person: full name", matching.name_words(one.name) == matching.name_words(other.name))
            same = matching.assign(
                one.roles,
                other.roles,
                lambda a, b: (
                    matching.title_share(a.title, b.title)
                    if (a.country or None, a.former) == (b.country or None, b.former)
                    else 0.0
                ),
            )
            right += len(same)
            self.unmatched("role", one.roles, other.roles, same, partial(_office, one.name))
        self.tally("roles", sum(len(p.roles) for p in gold), sum(len(p.roles) for p in got), right)

    def countries(self) -> None:
        gold, got = ({country.code for country in side} for side in (self.gold.countries, self.record.countries))
        self.tally("countries", len(gold), len(got), len(gold & got))
        for code in sorted(gold ^ got):
            self.mistake("country MISS" if code in gold else "country FALSE", code)

    def organizations(self) -> None:
        self.count(
            "organizations",
            "organization",
            self.gold.organizations,
            self.record.organizations,
            lambda one, other: matching.name_score(one.name, [other.name, *other.aliases], matching.same_organization),
            lambda organization: organization.name,
        )

    def meetings(self) -> None:
        gold, got = self.gold.meetings, self.record.meetings
        pairs = self.count(
            "meetings",
            "meeting",
            gold,
            got,
            lambda one, other: matching.meeting_score(one, other, self.parties(other.participants), self.known),
            _meeting,
        )
        for i, j in pairs:
            one, other = gold[i], got[j]
            parties = self.parties(other.participants)
            place, country = (other.place.name, other.place.country) if other.place else (None, None)
            same_place = matching.share(one.place, place) >= 0.5 if one.place else not place
            same_parties = matching.parties_f1(one.participants, parties, self.known) >= 0.99
            for name, right, told, found in (
                ("kind", one.kind == other.kind, one.kind, other.kind),
                ("status", one.status == other.status, one.status, other.status),
                ("place", same_place, one.place, place),
                ("country", (one.country or None) == (country or None), one.country, country),
                ("date", matching.same_date(one.date, other.date), one.date, other.date and _date(other.date)),
                ("parties", same_parties, one.participants, parties),
            ):
                if not self.check(f"meeting: {name}", right):
                    self.mistake(f"meeting {name}", f"{_meeting(one)} | gold {told} | got {found}")

    def statements(self) -> None:
        gold, got = self.gold.statements, self.record.statements
        pairs = self.count(
            "statements",
            "statement",
            gold,
            got,
            lambda one, other: matching.statement_score(one, other, self.parties(other.speakers), self.known),
            _statement,
        )
        said = tight = 0
        for i, j in pairs:
            one, other = gold[i], got[j]
            parties = self.parties(other.speakers)
            if matching.parties_f1(one.speakers, parties, self.known) >= 0.75:
                said += 1
            else:
                self.mistake("speaker WRONG", f"gold {one.speakers} | got {parties} | {_statement(one)}")
            if matching.share(one.content, other.content.text) >= 0.8:
                tight += 1
            else:
                self.mistake("content LOOSE", f"gold {_statement(one)} | got {_statement(other)}")
            self.check("statement: mode", one.mode == other.mode)
            self.check("statement: verb", matching.words(one.verb) == matching.words(other.verb))
        self.tally("attributed", len(gold), len(got), said)
        self.tally("tight content", len(gold), len(got), tight)

    def parties(self, refs: Sequence[Ref]) -> list[str]:
        """Each party as the gold writes it: a name, an ISO code, or the words of the text."""
        return [
            ref.ref.removeprefix("country:")
            if ref.ref and ref.ref.startswith("country:")
            else self.names.get(ref.ref or "") or ref.name
            for ref in refs
        ]

    def count(
        self,
        kind: str,
        what: str,
        gold: Sequence[Any],
        got: Sequence[Any],
        score: Callable[[Any, Any], float],
        show: Callable[[Any], str],
    ) -> list[tuple[int, int]]:
        pairs = matching.assign(gold, got, score)
        self.tally(kind, len(gold), len(got), len(pairs))
        self.unmatched(what, gold, got, pairs, show)
        return pairs

    def unmatched(
        self,
        what: str,
        gold: Sequence[Any],
        got: Sequence[Any],
        pairs: list[tuple[int, int]],
        show: Callable[[Any], str],
    ) -> None:
        for name, side, items in (("MISS", 0, gold), ("FALSE", 1, got)):
            matched = {pair[side] for pair in pairs}
            for number, item in enumerate(items):
                if number not in matched:
                    self.mistake(f"{what} {name}", show(item))

    def tally(self, kind: str, gold: int, got: int, right: int) -> None:
        self.scores.kinds[kind].add(gold, got, right)

    def check(self, name: str, right: bool) -> bool:
        before, all_ = self.scores.fields.get(name, (0, 0))
        self.scores.fields[name] = (before + right, all_ + 1)
        return right

    def mistake(self, what: str, text: str) -> None:
        self.scores.mistakes.append((self.article, what, " ".join(text.split())))


def _office(of: str, role: GoldRole | Role) -> str:
    return " ".join(filter(None, (f"{of}:", role.title, role.country, "former" if role.former else None)))


def _date(date: DateValue) -> str:
    return f"{date.start or ''} «{date.text}»"


def _meeting(meeting: GoldMeeting | Meeting) -> str:
    evidence = meeting.evidence if isinstance(meeting.evidence, str) else "".join(s.text for s in meeting.evidence[:1])
    return f"{meeting.kind} {evidence[:90]}"


def _statement(statement: GoldStatement | Statement) -> str:
    content = statement.content if isinstance(statement.content, str) else statement.content.text
    return f"{statement.verb} | {content[:90]}"
