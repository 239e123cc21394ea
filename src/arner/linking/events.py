"""The same agreement, change of office or other event in many articles: the same kind, people, words and time.

Only what is sure is joined: whoever must be the same is known by name on both sides and the same, no value of
`alike` differs, and the days fit. What is less sure stays an event of its article alone.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.events import BY_ID, Relation
from arner.linking.clusters import ENOUGH, Apart, Group, Member, Verdict, gather
from arner.linking.times import When
from arner.records import Event

_SAME_WHO = 2.0  # points
_DAYS = 3  # between what two articles tell of one event


class Told(NamedTuple):
    """What an article tells of an event, as far as linking asks; `parts` are roles with ids of the record."""

    relation: str
    local: str
    kind: str
    status: str
    start: str | None
    end: str | None
    country: str
    alike: dict[str, str]
    """Words of what two articles must not tell differently."""
    parts: list[tuple[str, str | None]]

    @classmethod
    def of(cls, relation: Relation, event: Event) -> Told:
        place = getattr(event, "place", None)
        return cls(
            relation.id,
            event.id,
            relation.kind(event),
            str(getattr(event, "status", "")),
            event.date.start if event.date else None,
            event.date.end if event.date else None,
            (place.country if place else None) or getattr(event, "country", None) or "",
            {name: str(relation.value(event, name) or "") for name in relation.alike},
            [(role, ref.ref) for role, ref in relation.parts(event)],
        )


@dataclass(frozen=True, slots=True)
class Telling:
    """An event of one article; `who` gives for each of its parts the entity, None where only words do."""

    member: Member
    told: Told
    who: list[tuple[str, str | None]]
    published: str | None

    @property
    def relation(self) -> Relation:
        return BY_ID[self.told.relation]

    @property
    def when(self) -> When:
        return When.of(self.told.start, self.told.end, self.published)


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
        relation, event = told.relation, told.told
        chief = [(role, who) for role, who in told.who if relation.chief(role)]
        return cls(
            members=[told.member],
            articles={told.member.article},
            kinds={event.kind},
            chief=frozenset((role, who) for role, who in chief if who),
            unknown=sum(who is None for _, who in chief),
            alike={name: _words(words) for name, words in event.alike.items()},
            country=event.country,
            when=told.when,
            undone=event.status if event.status in relation.undone else "",
        )

    def absorb(self, other: Happening) -> None:
        self.members += other.members
        self.articles |= other.articles
        self.alike = {name: words or other.alike[name] for name, words in self.alike.items()}
        self.country = self.country or other.country
        self.when = self.when.surer(other.when)


def keys(event: Happening, relation: Relation) -> Iterator[Hashable]:
    """Blocks in which an event is found, and finds others; none of which too little is told to be another's."""
    if _SAME_WHO + event.when.most + sum(map(bool, event.alike.values())) < ENOUGH:
        return
    if len({who for _, who in event.chief}) >= relation.parties and not event.unknown:
        for week in event.when.weeks():
            yield event.chief, week


def group_events(told: Iterable[Telling], apart: Apart) -> list[Group[Happening]]:
    """Events of single articles, all of one relation → each once."""
    order = sorted(((Happening.of(t), t.relation) for t in told), key=lambda e: (e[0].when.order, e[0].members[0]))
    return gather([Group.of(e, blocks := list(keys(e, relation)), blocks) for e, relation in order], _compare, apart)


def _compare(event: Happening, group: Happening) -> Verdict | None:
    if event.articles & group.articles or event.kinds != group.kinds or event.undone != group.undone:
        return None
    if event.chief != group.chief or (event.country and group.country and event.country != group.country):
        return None
    when = event.when.compare(group.when, _DAYS)
    if when is None:
        return None
    points, reasons = _SAME_WHO + when[0], ["the same who", when[1]]
    for name, words in event.alike.items():
        if not words or not group.alike[name]:
            continue
        if not (words <= group.alike[name] or group.alike[name] <= words):
            return None
        points += 1.0
        reasons.append(f"the same {name}")
    return Verdict(points, tuple(reasons))


def _words(value: str) -> frozenset[str]:
    return frozenset(bare(word) for word in fold(value).casefold().split())
