"""The same meeting in many articles: who took part, what kind it is, when and where.

A visit is known by its visitor and where it went; a meeting by two who took part. Days may differ by one (articles of
the day before announce it), a visit's by three. What one article announces and another reports is one meeting; what
was called off is not what took place.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from arner.linking.clusters import Apart, Group, Member, Verdict, gather
from arner.linking.events import Telling
from arner.linking.times import When
from arner.records import Meeting

_MOST = 8  # participants whose pairs are blocks
_FAMILY = {"visit": "visit", "call": "call", "meeting": "talks", "talks": "talks", "summit": "talks",
           "conference": "conference"}  # fmt: skip


@dataclass(slots=True)
class Encounter:
    """What is known of a meeting; `who` are entities."""

    members: list[Member]
    articles: set[str]
    family: str
    kinds: set[str]
    visitor: str
    who: set[str]
    chief: frozenset[str]  # host and guest, else the first two: others may attend several meetings of one day
    people: set[str]  # of `who`, those that are no states
    others: int  # how many took part whom only words describe
    when: When
    country: str
    place: str
    cancelled: bool
    proposed: bool

    @classmethod
    def of(cls, told: Telling) -> Encounter:
        meeting = told.event
        assert isinstance(meeting, Meeting)
        named = [(role, w) for role, w in told.who if w]
        return cls(
            members=[told.member],
            articles={told.member.article},
            family=_FAMILY[meeting.kind],
            kinds={meeting.kind},
            visitor=next((w for role, w in named if role != "host"), ""),
            who={w for _, w in named},
            chief=_chief(named),
            people={w for _, w in named if not w.startswith("country:")},
            others=len(told.who) - len(named),
            when=When.of(meeting.date, told.published),
            country=told.country,
            place=(meeting.place.name if meeting.place else None) or "",
            cancelled=meeting.status == "cancelled",
            proposed=meeting.status == "proposed",
        )

    def absorb(self, other: Encounter) -> None:
        self.members += other.members
        self.articles |= other.articles
        self.kinds |= other.kinds
        self.who |= other.who
        self.people |= other.people
        self.when = self.when.surer(other.when)
        self.country = self.country or other.country
        self.place = self.place or other.place
        self.cancelled = self.cancelled and other.cancelled
        self.proposed = self.proposed and other.proposed


def _chief(named: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Host and guest, else the first two."""
    host = next((w for role, w in named if role == "host"), None)
    guest = next((w for role, w in named if role == "guest" and w != host), None)
    return frozenset((host, guest) if host and guest else list(dict.fromkeys(w for _, w in named))[:2])


def group_meetings(told: Sequence[Telling], apart: Apart) -> list[Group[Encounter]]:
    """Meetings of single articles → each once."""
    order = sorted(map(Encounter.of, told), key=lambda e: (e.when.order, e.members[0]))
    return gather(order, _keys, _keys, _compare, apart)


def _keys(event: Encounter) -> Iterator[Hashable]:
    if event.family == "visit":
        about: list[Hashable] = [("visit", event.visitor)] if event.visitor else []
    elif len(event.who) > 1:
        some = sorted(event.who, key=lambda w: (w.startswith("country:"), w))[:_MOST]
        about = [(event.family, *pair) for pair in combinations(some, 2)]
    else:
        about = [(event.family, one, event.country) for one in event.who if event.country]
    for what in about:
        for week in event.when.weeks():
            yield what, week


def _compare(event: Encounter, group: Encounter) -> Verdict | None:
    if event.articles & group.articles or event.family != group.family or event.cancelled != group.cancelled:
        return None
    when = event.when.compare(group.when, 3 if event.family == "visit" else 1)
    where = _where(event, group)
    who = _who(event, group)
    if when is None or where is None or who is None:
        return None
    points = when[0] + where[0] + who[0]
    if event.proposed != group.proposed:
        points -= 1.0
    return Verdict(points, tuple(reason for _, reason in (who, when, where) if reason))


def _where(event: Encounter, group: Encounter) -> tuple[float, str] | None:
    if event.country and group.country:
        return (1.0, f"in the same country: {event.country}") if event.country == group.country else None
    return 0.0, ""


def _who(event: Encounter, group: Encounter) -> tuple[float, str] | None:
    both = event.who & group.who
    if event.family == "visit":
        if not event.visitor or event.visitor not in group.who:
            return None
        return (1.5 if event.country and event.country == group.country else 0.0), "the same visitor"
    if len(both) > 1:
        if not (event.chief <= group.who and group.chief <= event.who):
            return None
        return 2.0 + 0.5 * (len(both & event.people & group.people) > 1), "the same participants"
    # One alone: only where nobody else is named on one side.
    if len(both) == 1 and min(len(event.who), len(group.who)) == 1 and both <= event.people | group.people:
        return 0.5, "one participant in both, no other named"
    return None
