"""The same agreement, change of office or other event in many articles: the same kind, people, words and time.

Only what is sure is joined: whoever must be the same is known by name on both sides and the same, no value of
`alike` differs, and the days fit. What is less sure stays an event of its article alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.events import Relation
from arner.linking.clusters import Apart, Group, Member, Verdict, gather
from arner.linking.times import When
from arner.records import Event

_DAYS = 3  # between what two articles tell of one event


@dataclass(frozen=True, slots=True)
class Telling:
    """An event of one article; `who` gives for each of the relation's parts the entity, None where only words do."""

    relation: Relation
    member: Member
    event: Event
    who: list[tuple[str, str | None]]
    published: str | None

    @property
    def country(self) -> str:
        place = getattr(self.event, "place", None)
        return (place.country if place else None) or getattr(self.event, "country", None) or ""


@dataclass(slots=True)
class Happening:
    """What is known of an event; `chief` are those whom two articles must agree on, each with the part."""

    members: list[Member]
    articles: set[str]
    kinds: set[str]
    chief: frozenset[tuple[str, str]]
    unknown: int  # how many of them only words describe
    alike: dict[str, frozenset[str]]  # words of what must not differ
    country: str
    when: When
    undone: str  # its status, where that is one of the relation's `undone`

    @classmethod
    def of(cls, told: Telling) -> Happening:
        relation, event = told.relation, told.event
        chief = [(role, who) for role, who in told.who if relation.chief(role)]
        status = str(getattr(event, "status", ""))
        return cls(
            members=[told.member],
            articles={told.member.article},
            kinds={relation.kind(event)},
            chief=frozenset((role, who) for role, who in chief if who),
            unknown=sum(who is None for _, who in chief),
            alike={name: _words(relation.value(event, name)) for name in relation.alike},
            country=told.country,
            when=When.of(event.date, told.published),
            undone=status if status in relation.undone else "",
        )

    def absorb(self, other: Happening) -> None:
        self.members += other.members
        self.articles |= other.articles
        self.alike = {name: words or other.alike[name] for name, words in self.alike.items()}
        self.country = self.country or other.country
        self.when = self.when.surer(other.when)


def group_events(relation: Relation) -> Callable[[Sequence[Telling], Apart], list[Group[Happening]]]:
    """How events of single articles become each once."""

    def keys(event: Happening) -> Iterator[Hashable]:
        if len({who for _, who in event.chief}) >= relation.parties and not event.unknown:
            for week in event.when.weeks():
                yield event.chief, week

    def group(told: Sequence[Telling], apart: Apart) -> list[Group[Happening]]:
        order = sorted(map(Happening.of, told), key=lambda e: (e.when.order, e.members[0]))
        return gather([Group.of(e, blocks := list(keys(e)), blocks) for e in order], _compare, apart)

    return group


def _compare(event: Happening, group: Happening) -> Verdict | None:
    if event.articles & group.articles or event.kinds != group.kinds or event.undone != group.undone:
        return None
    if event.chief != group.chief or (event.country and group.country and event.country != group.country):
        return None
    when = event.when.compare(group.when, _DAYS)
    if when is None:
        return None
    points, reasons = 2.0 + when[0], ["the same who", when[1]]
    for name, words in event.alike.items():
        if not words or not group.alike[name]:
            continue
        if not (words <= group.alike[name] or group.alike[name] <= words):
            return None
        points += 1.0
        reasons.append(f"the same {name}")
    return Verdict(points, tuple(reasons))


def _words(value: Any) -> frozenset[str]:
    return frozenset(bare(word) for word in fold(str(value or "")).casefold().split())
