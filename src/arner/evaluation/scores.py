"""Records against gold: precision, recall and F1 of each kind, and how often the fields of what matches are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from arner.evaluation import matching
from arner.evaluation.gold import SCORED, GoldArticle, GoldEvent, GoldPerson, GoldRole, GoldStatement
from arner.events import Relation
from arner.records import ArticleRecord, DateValue, Event, Organization, Person, Ref, Role, Statement, Why

KINDS = (
    "people", "roles", "countries", "organizations", "meetings", "statements", "attributed", "tight content",
    *(relation.field for relation in SCORED if relation.field != "meetings"),
)  # fmt: skip
_CARRIED = ("unnamed", "goes-on")  # frames of statements whose speaker is named elsewhere
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
    counted: set[str] = field(default_factory=set)  # those that any gold file has
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)
    mistakes: list[tuple[str, str, str]] = field(default_factory=list)  # article, what, which
    missing: list[str] = field(default_factory=list)  # gold articles without a record: all of them is missed
    judged: list[tuple[str, Role | Event | Statement, bool]] = field(default_factory=list)
    """Every role, event and statement of the records with its kind: a role is right in title, country and former, an
    event when the gold has it with these people, a statement when it is one and every speaker is right."""

    @property
    def overall(self) -> float:
        """Mean F1 of people, roles, countries, meetings and attributed statements."""
        return sum(self.kinds[kind].f1 for kind in _OVERALL) / len(_OVERALL)

    def table(self) -> str:
        """The figures as lines of text."""
        lines = [f"{'':22}{'P':>7}{'R':>7}{'F1':>7}   gold"]
        for kind, t in self.kinds.items():
            if kind in self.counted:
                lines.append(f"{kind:22}{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}   {t.gold}")
        lines += [f"{name:22}{right / all_:7.3f}   of {all_}" for name, (right, all_) in self.fields.items()]
        if self.counted.issuperset(_OVERALL):
            lines.append(f"{'overall (mean of F1)':22}{self.overall:7.3f}")
        return "\n".join(lines)


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
        self.known = {p.name for p in gold.people or ()} | {o.name for o in gold.organizations or ()}
        self.names = {p.id: p.name for p in record.people} | {o.id: o.name for o in record.organizations}

    def run(self) -> None:
        if self.gold.people is not None:
            self.people(self.gold.people)
        if self.gold.countries is not None:
            self.countries({country.code for country in self.gold.countries})
        if self.gold.organizations is not None:
            self.count(
                "organizations",
                "organization",
                self.gold.organizations,
                self.record.organizations,
                lambda one, other: _name_score(one.name, other, matching.same_organization),
                lambda organization: organization.name,
            )
        for relation in SCORED:
            events = self.gold.events(relation)
            if events is not None:
                self.events(relation, events)
        if self.gold.statements is not None:
            self.statements(self.gold.statements)

    def people(self, gold: Sequence[GoldPerson]) -> None:
        got = self.record.people
        pairs = self.count(
            "people",
            "person",
            gold,
            got,
            lambda one, other: _name_score(one.name, other, matching.same_name),
            lambda person: person.name,
        )
        right = 0
        unknown = set(range(len(got))) - {j for _, j in pairs}
        self.judge("roles", [role for j in sorted(unknown) for role in got[j].roles], ())
        for i, j in pairs:
            one, other = gold[i], got[j]
            self.check("person: full name", matching.name_words(one.name) == matching.name_words(other.name))
            same = matching.assign(one.roles, other.roles, _role_score)
            right += len(same)
            self.judge("roles", other.roles, (k for _, k in same))
            self.unmatched("role", one.roles, other.roles, same, partial(_office, one.name))
        self.tally("roles", sum(len(p.roles) for p in gold), sum(len(p.roles) for p in got), right)

    def countries(self, gold: set[str]) -> None:
        got = {country.code for country in self.record.countries}
        self.tally("countries", len(gold), len(got), len(gold & got))
        for code in sorted(gold ^ got):
            self.mistake("country MISS" if code in gold else "country FALSE", code)

    def events(self, relation: Relation, gold: Sequence[GoldEvent]) -> None:
        got = relation.of(self.record)
        chief = relation.slots[0].field
        pairs = self.count(
            relation.field,
            relation.id,
            gold,
            got,
            lambda one, other: matching.event_score(relation, one, other, self.who(other, chief), self.known),
            partial(_event, relation),
        )
        self.judge(relation.field, got, (j for _, j in pairs))
        for i, j in pairs:
            if gold[i].status not in relation.happened:
                real = getattr(got[j], "status", None) in relation.happened
                self.check(f"{relation.id}: not made real", not real)  # what was planned or called off
            for name, right, told, found in self.fields(relation, gold[i], got[j]):
                if not self.check(f"{relation.id}: {name}", right):
                    text = f"{_event(relation, gold[i])} | gold {told} | got {found}"
                    self.mistake(f"{relation.id} {name}", text, got[j])

    def fields(self, relation: Relation, gold: GoldEvent, got: Event) -> Iterator[tuple[str, bool, object, object]]:
        """Each field that the gold gives: its name, whether it is right, what the gold and what the record has."""
        status = getattr(got, "status", None)
        yield "kind", gold.kind == relation.kind(got), gold.kind, relation.kind(got)
        yield "status", gold.status == status, gold.status, status
        if relation.placed:
            place = getattr(got, "place", None)
            name, country = (place.name, place.country) if place else (None, None)
            if "place" in gold.model_fields_set:
                yield "place", _same_words(gold.place, name), gold.place, name
            yield "country", (gold.country or None) == (country or None), gold.country, country
        yield "date", matching.same_date(gold.date, got.date), gold.date, got.date and _date(got.date)
        for slot in relation.slots:
            if slot.field in gold.model_fields_set:
                told, found = gold.who(slot.field), self.who(got, slot.field)
                same = matching.parties_f1(told, found, self.known) >= 0.99 if told else not found
                yield "parties" if slot.field == "participants" else slot.field, same, told, found
        for name in relation.values:
            if name in gold.model_fields_set:
                yield name, _same_value(name, gold, relation, got), gold.value(name), relation.value(got, name)

    def statements(self, gold: Sequence[GoldStatement]) -> None:
        got = self.record.statements
        pairs = self.count(
            "statements",
            "statement",
            gold,
            got,
            lambda one, other: matching.statement_score(one, other, self.parties(other.speakers), self.known),
            _statement,
        )
        tight = 0
        said: set[int] = set()
        for i, j in pairs:
            one, other = gold[i], got[j]
            parties = self.parties(other.speakers)
            if matching.parties_f1(one.speakers, parties, self.known) >= 0.75:
                said.add(j)
            else:
                self.mistake("speaker WRONG", f"gold {one.speakers} | got {parties} | {_statement(one)}", other)
            if matching.share(one.content, other.content.text) >= 0.8:
                tight += 1
            else:
                self.mistake("content LOOSE", f"gold {_statement(one)} | got {_statement(other)}", other)
            if parties:
                self.check("speaker: nobody else", not self.misattributed(one, other, parties))
                if _by_description(other):
                    self.check("speaker: by description", j in said)
            self.check("statement: mode", one.mode == other.mode)
            self.check("statement: verb", matching.words(one.verb) == matching.words(other.verb))
        self.judge("statements", got, said)
        self.tally("attributed", len(gold), len(got), len(said))
        self.tally("tight content", len(gold), len(got), tight)

    def misattributed(self, gold: GoldStatement, got: Statement, parties: Sequence[str]) -> bool:
        """Whether the words are given to somebody who did not say them.

        Whoever stands in the subject's place and is only called there (`المسؤول`, the official) is unresolved, not
        wrong.
        """
        carried = got.why is None or got.why.frame in _CARRIED
        return any(
            (ref.ref is not None or carried)
            and not any(matching.same_party(one, name, self.known) for one in gold.speakers)
            for ref, name in zip(got.speakers, parties, strict=True)
        )

    def who(self, event: Event, slot: str) -> list[str]:
        """Those of one slot, as the gold writes them."""
        given = getattr(event, slot)
        return self.parties(given if isinstance(given, list) else [given] if given else [])

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
                    self.mistake(f"{what} {name}", show(item), item)

    def tally(self, kind: str, gold: int, got: int, right: int) -> None:
        self.scores.kinds[kind].add(gold, got, right)
        self.scores.counted.add(kind)

    def judge(self, kind: str, got: Sequence[Role | Event | Statement], right: Iterable[int]) -> None:
        """`right`: the places in `got` of those that are right."""
        good = set(right)
        self.scores.judged += [(kind, item, number in good) for number, item in enumerate(got)]

    def check(self, name: str, right: bool) -> bool:
        before, all_ = self.scores.fields.get(name, (0, 0))
        self.scores.fields[name] = (before + right, all_ + 1)
        return right

    def mistake(self, what: str, text: str, got: object = None) -> None:
        """`got`, where it can, says why it was made."""
        why = getattr(got, "why", None)
        self.scores.mistakes.append((self.article, what, " ".join(f"{text} {_why(why) if why else ''}".split())))


def _why(why: Why) -> str:
    """`| why «وقع» parties: party ← states of the signatories, not subject after الوزير (person)`."""
    slots = []
    for slot in why.slots:
        fell = "".join(f", not {r.step} {r.text} ({r.reason})" for r in slot.rejected)
        slots.append(f"{slot.slot} ← {slot.step or 'nothing'}{fell}")
    return f"| why «{why.cue.text}» {why.frame}: {'; '.join(slots)}"


def _by_description(statement: Statement) -> bool:
    """Whether what the text calls its speaker was taken for somebody named elsewhere: `الوزير` (the minister)."""
    return statement.why is not None and any((slot.step or "").endswith("description") for slot in statement.why.slots)


def _name_score(gold: str, got: Person | Organization, same: Callable[[str, str], bool]) -> float:
    return matching.name_score(gold, [got.name, *got.aliases], same)


def _role_score(gold: GoldRole, got: Role) -> float:
    same = (gold.country or None, gold.former) == (got.country or None, got.former)
    return matching.title_share(gold.title, got.title) if same else 0.0


def _same_words(gold: str | None, got: str | None) -> bool:
    return matching.share(gold, got) >= 0.5 if gold else not got


def _same_value(name: str, gold: GoldEvent, relation: Relation, got: Event) -> bool:
    told, found = gold.value(name), relation.value(got, name)
    if name == "title":
        return matching.title_share(told, found) >= 0.8 if told else not found
    return (told or None) == (found or None) if name == "country" else _same_words(told, found and str(found))


def _office(of: str, role: GoldRole | Role) -> str:
    return " ".join(filter(None, (f"{of}:", role.title, role.country, "former" if role.former else None)))


def _date(date: DateValue) -> str:
    return f"{date.start or ''} «{date.text}»"


def _event(relation: Relation, event: GoldEvent | Event) -> str:
    if isinstance(event, GoldEvent):
        return f"{event.kind} {event.evidence[:90]}"
    return f"{relation.kind(event)} {''.join(span.text for span in event.evidence[:1])[:90]}"


def _statement(statement: GoldStatement | Statement) -> str:
    content = statement.content if isinstance(statement.content, str) else statement.content.text
    return f"{statement.verb} | {content[:90]}"
