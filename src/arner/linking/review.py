"""A user's word on what one article was taken to tell: which events, speakers and people of a record are left out.

    review = Review.of(read_judgements("judgements.csv"))
    review.read(record)                 # finds what the judgements are about
    review.applied(record)              # without it
    review.unfit()                      # judgements that fitted nothing

A judgement names characters of an article, `sochi#meeting@22-61`, and no id, so that it holds for what a later version
of the program finds there too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from arner.events import BY_ID, RELATIONS, Relation
from arner.linking.clusters import Member
from arner.linking.judgements import Judgement, Passage, Rulings
from arner.records import ArticleRecord, Event, Organization, Person, Place, Ref, Span, Statement

_ALIKE = 0.5  # of all characters of a judgement's passage and a span, the share that both have
_R = TypeVar("_R", bound=Ref)


@dataclass(slots=True)
class Review:
    """The judgements on records, by article, and what of the records read so far they are about."""

    left_out: set[Member] = field(default_factory=set)
    """People, and events that did not take place."""
    unsaid: set[Member] = field(default_factory=set)
    """Statements of somebody else."""
    named: dict[str, Member] = field(default_factory=dict)
    """`article#person@49-61` or `article#p1` of judgements on who is the same → who that is."""
    ids: set[str] = field(default_factory=set)
    """Entities of the graph that judgements name by their ids."""
    _asked: dict[str, list[tuple[Judgement, str, Passage]]] = field(default_factory=dict)
    _members: dict[str, list[str]] = field(default_factory=dict)
    _problems: dict[tuple[Judgement, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Review:
        """The judgements that name passages of records; the others are left to linking.

        Raises:
            JudgementError: one of them is on a record, and names no passage of an article.
        """
        review = cls()
        for judgement in judgements:
            on_a_record = Passage.of(judgement)
            sides = (judgement.left,) if on_a_record else (judgement.left, judgement.right)
            for side in sides:
                article, is_member, _ = side.rpartition("#")
                if passage := on_a_record or Passage.read(side):
                    review._asked.setdefault(passage.article, []).append((judgement, side, passage))
                    review._problems[judgement, side] = "fits nothing in the records"
                elif is_member:
                    review._members.setdefault(article, []).append(side)
                else:
                    review.ids.add(side)
        return review

    @property
    def articles(self) -> set[str]:
        """Those whose records `read` asks for; of others it learns nothing."""
        return self._asked.keys() | self._members.keys()

    def read(self, record: ArticleRecord) -> None:
        """Find what the judgements on this article are about."""
        for judgement, side, passage in self._asked.get(record.id, ()):
            match _fitting(record, passage):
                case [found]:
                    member = Member(record.id, found)
                    if judgement.word in ("same", "different"):
                        self.named[side] = member
                    else:
                        (self.unsaid if passage.kind == "statement" else self.left_out).add(member)
                    self._problems.pop((judgement, side), None)
                case [_, *_] as several:
                    self._problems[judgement, side] = f"fits more than one: {', '.join(several)}"

        if asked := self._members.get(record.id):
            items = chain[Person | Organization | Place | Event](
                record.people, record.organizations, record.places, record.all_events()
            )
            members = {str(member): member for item in items for member in [Member(record.id, item.id)]}
            self.named |= {side: members[side] for side in asked if side in members}

    def rulings(self, judgements: Iterable[Judgement], entities: Mapping[str, Sequence[Member]]) -> Rulings:
        """The judgements on who is the same; `entities` gives the members of each of `ids`.

        Raises:
            JudgementError: a judgement names nobody, or contradicts another.
        """
        known = {id_: list(members) for id_, members in entities.items()}
        known |= {side: [member] for side, member in self.named.items()}
        left = {side: [m for m in members if m not in self.left_out] for side, members in known.items()}

        def tells(one: Judgement) -> bool:
            """Whether it tells who is the same: who is left out is the same as nobody, and different from nobody."""
            if Passage.of(one) or not self.fits(one):
                return False
            if one.left not in known or one.right not in known:
                return True  # which is refused
            a, b = left[one.left], left[one.right]
            return bool(a and b) and (a != b or known[one.left] == known[one.right])

        return Rulings.of(filter(tells, judgements), left)

    def fits(self, judgement: Judgement) -> bool:
        """Whether the records have every passage that the judgement names."""
        return not {(judgement, judgement.left), (judgement, judgement.right)} & self._problems.keys()

    def unfit(self) -> list[str]:
        """A message for each judgement that was not applied."""
        return [f"{j.where}: {side!r} {problem}".lstrip(": ") for (j, side), problem in self._problems.items()]

    def applied(self, record: ArticleRecord) -> ArticleRecord:
        """The record without what is judged wrong; once more changes nothing."""
        if record.id not in self._asked:
            return record
        ids = [*(person.id for person in record.people), *(event.id for event in record.all_events())]
        out = {id_ for id_ in ids if Member(record.id, id_) in self.left_out}
        unsaid = {x.id for x in record.statements if Member(record.id, x.id) in self.unsaid}
        if not out and not unsaid:
            return record
        changed: dict[str, Any] = {
            "people": [person for person in record.people if person.id not in out],
            "statements": [_said(statement, out, statement.id in unsaid) for statement in record.statements],
        }
        for relation in RELATIONS:
            changed[relation.field] = [
                _told(relation, event, out) for event in relation.of(record) if event.id not in out
            ]
        return record.model_copy(update=changed)


def _fitting(record: ArticleRecord, passage: Passage) -> list[str]:
    """The ids of what stands at the passage; of several the likest, all of them where none is likelier."""
    shares = {
        id_: max((_share(passage, span) for span in spans), default=0.0) for id_, spans in _of(record, passage.kind)
    }
    best = max(shares.values(), default=0.0)
    return [id_ for id_, share in shares.items() if share == best] if best >= _ALIKE else []


def _of(record: ArticleRecord, kind: str) -> Iterator[tuple[str, Sequence[Span]]]:
    """The items of one kind, with the spans that a judgement may name."""
    items: Sequence[Person | Organization | Place | Statement | Event]
    match kind:
        case "person":
            items = record.people
        case "organization":
            items = record.organizations
        case "place":
            items = record.places
        case "statement":
            items = record.statements
        case _:
            items = BY_ID[kind].of(record)
    for item in items:
        match item:
            case Person() | Organization() | Place():
                yield item.id, item.mentions
            case Statement():
                yield item.id, [item.evidence, item.content, *([item.why.cue] if item.why else [])]
            case Event():
                yield item.id, [*item.evidence, *([item.why.cue] if item.why else [])]


def _share(passage: Passage, span: Span) -> float:
    both = min(passage.end, span.end) - max(passage.start, span.start)
    return both / (passage.end - passage.start + span.end - span.start - both) if both > 0 else 0.0


def _said(statement: Statement, out: set[str], unsaid: bool) -> Statement:
    changed = {name: _kept(getattr(statement, name), out) for name in ("speakers", "target", "addressee", "about")}
    return statement.model_copy(update=changed | ({"speakers": []} if unsaid else {}))


def _told(relation: Relation, event: Event, out: set[str]) -> Event:
    if relation.own:
        slots = event.slots  # type: ignore[attr-defined]
        return event.model_copy(update={"slots": {name: _kept(refs, out) for name, refs in slots.items()}})
    changed: dict[str, Any] = {}
    for slot in relation.slots:
        given = getattr(event, slot.field)
        kept = _kept(given if isinstance(given, list) else [given] if given else [], out)
        changed[slot.field] = kept if isinstance(given, list) else next(iter(kept), None)
    return event.model_copy(update=changed)


def _kept(refs: Sequence[_R], out: set[str]) -> list[_R]:
    """Those who are not left out; nor is anybody described by one who is."""
    return [_undescribed(ref, out) for ref in refs if ref.ref not in out]


def _undescribed(ref: _R, out: set[str]) -> _R:
    if ref.described is None or ref.described.person not in out:
        return ref
    return ref.model_copy(update={"described": ref.described.model_copy(update={"person": None})})
