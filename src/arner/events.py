"""The kinds of event that records tell of, as data.

Whatever comes after reading (linking, graph, tables, report, evaluation, command line) goes through `RELATIONS` and
names no relation itself: a new one is its model and field in `records.py`, one entry here and
its words in `events.toml`.

    for relation in RELATIONS:
        for event in relation.of(record):
            print(relation.kind(event), [(role, ref.name) for role, ref in relation.parts(event)])
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from arner.records import ArticleRecord, Event, Ref

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of the event that holds who takes part: one `Ref` or a list of them."""

    field: str
    role: str = ""
    """The part of those who stand there; empty where each has a `role` of its own."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the report's page calls the relation's pages, kinds, statuses, parts and fields in one language."""

    one: str
    many: str
    most_told: str
    tied: str
    kinds: Names
    statuses: Names
    roles: Names
    fields: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """One kind of event: which of its fields mean what."""

    id: str
    """Type of its nodes, of its links, address of its pages: `meeting`."""
    field: str
    """Field of the record, name of its table and projection: `meetings`."""
    sign: str
    """What marks it on the page."""
    slots: tuple[Slot, ...]
    """The first holds those whom two articles must agree on for it to be one event."""
    statuses: tuple[str, ...]
    """Of what several articles say, the first of these holds."""
    happened: frozenset[str]
    """What a projection shows unless asked for others."""
    undone: frozenset[str]
    """An event with such a status is no event that another article tells without it."""
    tie: str
    """Type of the edge between two who took part, in the relation's projection."""
    en: Words
    ar: Words
    directed: tuple[str, str] | None = None
    """In its projection, edges lead from one role to another; without it they join those of the first slot."""
    values: tuple[str, ...] = ()
    """Fields with one value beside kind, status, date and place."""
    lists: tuple[str, ...] = ()
    """Fields with words that are collected over articles."""
    alike: tuple[str, ...] = ()
    """Of `values`, what two articles must not tell differently."""
    concerns: tuple[str, ...] = ()
    """Of `values`, the ISO code of a state or the name of a body that it is about."""
    parties: int = 1
    """How many of the first slot two articles must both name."""
    faces: bool = False
    """Whether who takes part may stand on sides (`graph/sides.py`), so that not all of them are tied by it."""
    placed: bool = True
    """Whether it has a `place`."""
    own: bool = False
    """Whether its slots and kinds are those of a user's file."""

    def of(self, record: ArticleRecord) -> Sequence[Event]:
        found: Sequence[Event] = getattr(record, self.field)
        return found

    def kind(self, event: Event) -> str:
        return str(getattr(event, "relation" if self.own else "kind"))

    def parts(self, event: Event) -> Iterator[tuple[str, Ref]]:
        """Who takes part, with the role of each, slot by slot."""
        if self.own:
            slots: Mapping[str, Sequence[Ref]] = event.slots  # type: ignore[attr-defined]
            yield from ((role, ref) for role, refs in slots.items() for ref in refs)
            return
        for slot in self.slots:
            given = getattr(event, slot.field)
            for ref in given if isinstance(given, list) else [given] if given else []:
                yield slot.role or ref.role, ref

    def chief(self, role: str) -> bool:
        """Whether those of this role stand in the first slot."""
        return self.own or self.slots[0].role in ("", role)

    def value(self, event: Event, name: str) -> Any:
        """One of `values`; of a span, its text."""
        given = getattr(event, name)
        return getattr(given, "text", given)

    def rank(self, status: str) -> tuple[int, str]:
        """To sort by status; what is not among `statuses` goes last."""
        return (self.statuses.index(status) if status in self.statuses else len(self.statuses), status)


_WORDING = tomllib.loads(files("arner").joinpath("events.toml").read_text(encoding="utf-8"))


def _words(relation: str, language: str) -> Words:
    """What `events.toml` calls a relation in one language."""
    return Words(**_WORDING[relation][language])


MEETING = Relation(
    id="meeting",
    field="meetings",
    sign="⇄",
    slots=(Slot("participants"),),
    statuses=("held", "ongoing", "planned", "proposed", "cancelled"),
    happened=frozenset({"held", "ongoing"}),
    undone=frozenset({"cancelled"}),
    tie="met",
    faces=True,
    values=("ordinal",),
    lists=("topics",),
    en=_words("meeting", "en"),
    ar=_words("meeting", "ar"),
)

AGREEMENT = Relation(
    id="agreement",
    field="agreements",
    sign="§",
    slots=(Slot("parties", "party"), Slot("signatories", "signatory")),
    statuses=("signed", "reached", "in_force", "planned", "proposed", "rejected", "ended"),
    happened=frozenset({"signed", "reached", "in_force"}),
    undone=frozenset({"rejected", "ended"}),
    tie="agreed",
    values=("subject",),
    alike=("subject",),
    parties=2,
    en=_words("agreement", "en"),
    ar=_words("agreement", "ar"),
)

APPOINTMENT = Relation(
    id="appointment",
    field="appointments",
    sign="★",
    slots=(Slot("person", "person"), Slot("by", "by")),
    statuses=("done", "planned", "proposed", "rejected"),
    happened=frozenset({"done"}),
    undone=frozenset({"rejected"}),
    tie="appointed",
    directed=("by", "person"),
    values=("title", "organization", "country"),
    alike=("title", "country"),
    concerns=("organization", "country"),
    placed=False,
    en=_words("appointment", "en"),
    ar=_words("appointment", "ar"),
)

OWN = Relation(
    id="event",
    field="events",
    sign="◎",
    slots=(),
    statuses=("held", "ongoing", "planned", "proposed", "cancelled"),
    happened=frozenset({"held", "ongoing"}),
    undone=frozenset({"cancelled"}),
    tie="took_part",
    parties=2,
    own=True,
    en=_words("event", "en"),
    ar=_words("event", "ar"),
)

RELATIONS: tuple[Relation, ...] = (MEETING, AGREEMENT, APPOINTMENT, OWN)
BY_ID = {relation.id: relation for relation in RELATIONS}
