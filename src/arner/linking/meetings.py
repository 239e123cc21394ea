"""The same meeting in many articles: who took part, what kind it is, when and where.

A visit is known by its visitor and where it went; a meeting by two who took part. Days may differ by one (articles of
the day before announce it), a visit's by three. What one article announces and another reports is one meeting; what
was called off is not what took place.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import combinations

from arner.linking.clusters import Apart, Group, Member, Verdict, gather
from arner.linking.context import day
from arner.records import Meeting

_WEEK = 7
_MOST = 8  # participants whose pairs are blocks
_FAMILY = {"visit": "visit", "call": "call", "meeting": "talks", "talks": "talks", "summit": "talks",
           "conference": "conference"}  # fmt: skip


@dataclass(slots=True)
class Event:
    """What is known of a meeting; `who` are entities, `start` to `end` are days, where `exact` of the event itself."""

    members: list[Member]
    articles: set[str]
    family: str
    kinds: set[str]
    visitor: str
    who: set[str]
    chief: frozenset[str]  # host and guest, else the first two: others may attend several meetings of one day
    people: set[str]  # of `who`, those that are no states
    others: int  # how many took part whom only words describe
    start: int | None
    end: int | None
    exact: bool
    told: int | None  # day of publication
    country: str
    place: str
    cancelled: bool
    proposed: bool

    @classmethod
    def of(cls, member: Member, meeting: Meeting, who: list[str | None], published: str | None) -> Event:
        """`who` gives for every participant the entity's id, or None where only words describe it."""
        named = [w for w in who if w]
        first = next((w for p, w in zip(meeting.participants, who, strict=True) if w and p.role != "host"), "")
        parts = [(party.role, w) for party, w in zip(meeting.participants, who, strict=True) if w]
        host = next((w for role, w in parts if role == "host"), None)
        guest = next((w for role, w in parts if role == "guest" and w != host), None)
        chief = [w for w in (host, guest) if w] if host and guest else list(dict.fromkeys(named))[:2]
        date, place = meeting.date, meeting.place
        start, end = (day(date.start), day(date.end)) if date else (None, None)
        return cls(
            members=[member],
            articles={member.article},
            family=_FAMILY[meeting.kind],
            kinds={meeting.kind},
            visitor=first,
            who=set(named),
            chief=frozenset(chief),
            people={w for w in named if not w.startswith("country:")},
            others=len(who) - len(named),
            start=start,
            end=end,
            exact=date is not None and start is not None and start == end,
            told=day(published),
            country=(place.country if place else None) or "",
            place=(place.name if place else None) or "",
            cancelled=meeting.status == "cancelled",
            proposed=meeting.status == "proposed",
        )

    def absorb(self, other: Event) -> None:
        self.members += other.members
        self.articles |= other.articles
        self.kinds |= other.kinds
        self.who |= other.who
        self.people |= other.people
        if (other.exact, other.start is not None) > (self.exact, self.start is not None):
            self.start, self.end, self.exact = other.start, other.end, other.exact
        self.country = self.country or other.country
        self.place = self.place or other.place
        self.cancelled = self.cancelled and other.cancelled
        self.proposed = self.proposed and other.proposed

    @property
    def days(self) -> tuple[int, int] | None:
        """When it took place, else when it was told."""
        if self.start is not None and self.end is not None:
            return self.start, self.end
        return (self.told, self.told) if self.told is not None else None


def group_meetings(events: list[Event], apart: Apart) -> list[Group[Event]]:
    """Meetings of single articles → each once."""
    order = sorted(events, key=lambda e: (not e.exact, e.days is None, e.days or (0, 0), e.members[0]))
    return gather(order, _keys, _keys, _compare, apart)


def _keys(event: Event) -> Iterator[Hashable]:
    days = event.days
    if days is None:
        return
    if event.family == "visit":
        about: list[Hashable] = [("visit", event.visitor)] if event.visitor else []
    elif len(event.who) > 1:
        some = sorted(event.who, key=lambda w: (w.startswith("country:"), w))[:_MOST]
        about = [(event.family, *pair) for pair in combinations(some, 2)]
    else:
        about = [(event.family, one, event.country) for one in event.who if event.country]
    # Two days less than a week apart share one of the weeks that each yields.
    weeks = sorted({d // _WEEK + k for d in days for k in (0, 1)})
    for what in about:
        for week in weeks:
            yield what, week


def _compare(event: Event, group: Event) -> Verdict | None:
    if event.articles & group.articles or event.family != group.family or event.cancelled != group.cancelled:
        return None
    when = _when(event, group)
    where = _where(event, group)
    who = _who(event, group)
    if when is None or where is None or who is None:
        return None
    points = when[0] + where[0] + who[0]
    if event.proposed != group.proposed:
        points -= 1.0
    return Verdict(points, tuple(reason for _, reason in (who, when, where) if reason))


def _when(event: Event, group: Event) -> tuple[float, str] | None:
    one, other = event.days, group.days
    if one is None or other is None:
        return None
    gap = max(one[0] - other[1], other[0] - one[1], 0)
    most = 3 if event.family == "visit" else 1
    if event.exact and group.exact:
        return (1.5, "on the same day" if gap == 0 else "on days close together") if gap <= most else None
    dated = (event.start is not None) + (group.start is not None)
    if dated == 2:
        return (1.0, "at the same time") if gap == 0 else None
    if gap <= most + 2:
        return (0.5, "told at the same time") if dated == 0 else (0.5, "told when it took place")
    return None


def _where(event: Event, group: Event) -> tuple[float, str] | None:
    if event.country and group.country:
        return (1.0, f"in the same country: {event.country}") if event.country == group.country else None
    return 0.0, ""


def _who(event: Event, group: Event) -> tuple[float, str] | None:
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
