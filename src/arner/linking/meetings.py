"""The same meeting in many articles: who took part, what kind it is, when and where.

A visit is known by its visitor and where it went; a meeting by two who took part. Days may differ by one (articles of
the day before announce it), a visit's by three. What one article announces and another reports is one meeting; so is
what is called off on the day for which others announce it.

Articles are gathered in two steps. In the first, each joins others that tell of the same time. In the second, the
little that is told without a day, or with a day that hardly anybody else tells, joins the much told meeting that it
can only be: of the same people, in no other state, and told when one announces or reports that meeting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from arner.events import MEETING
from arner.linking.clusters import ENOUGH, Apart, Group, Member, Verdict, gather
from arner.linking.events import Telling
from arner.linking.times import When

_PAIR, _PEOPLE, _ALONE, _VISITOR, _HERE = 2.0, 0.5, 0.5, 1.5, 1.0  # points
_MOST = 8  # participants whose pairs are blocks
_FAMILY = {"visit": "visit", "call": "call", "meeting": "talks", "talks": "talks", "summit": "talks",
           "conference": "conference"}  # fmt: skip
_UNDONE = "cancelled"
_BEFORE, _AFTER = 45, 21  # days in which articles announce a meeting, or come back to it, without its day
_LONG_AFTER = 60  # … in which they come back to a summit in the same country
_SLIP = 14  # days by which a date that an article has wrong differs at most
_VAGUE = 7  # days between the words of one article («last week») and the day that others tell
_MEETING, _VISIT = 1, 3  # days by which articles that have it right may differ
_MUCH = 5  # times as many articles tell the day of a meeting of which another day is a slip
_LIKELY, _WEEK = 2, 7  # so many times, where the slip is a likely one: the weekday of another week
_YEAR = (365, 366)
_WELL_TOLD = 3  # articles, where only the people and the time tell which meeting it is


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
    told: Counter[tuple[When, str]]  # when and with which status
    country: str
    statuses: set[str]
    _days: Counter[int | None] = field(default_factory=Counter)  # articles that tell a day
    _surest: dict[int | None, When] = field(default_factory=dict)  # of each such day, and of none
    _when: When | None = None

    def __post_init__(self) -> None:
        self._date(self.told)

    @classmethod
    def of(cls, told: Telling) -> Encounter:
        meeting = told.told
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
            told=Counter([(told.when, meeting.status)]),
            country=meeting.country,
            statuses={meeting.status},
        )

    def absorb(self, other: Encounter) -> None:
        self.members += other.members
        self.articles |= other.articles
        self.kinds |= other.kinds
        self.who |= other.who
        self.people |= other.people
        self.told.update(other.told)
        self.country = self.country or other.country
        self.statuses |= other.statuses
        self._date(other.told)

    def _date(self, told: Mapping[tuple[When, str], int]) -> None:
        """Count when it is told to have been."""
        for (when, _), articles in told.items():
            day = when.start if when.exact else None
            if day is not None:
                self._days[day] += articles
            self._surest[day] = min(self._surest.get(day, when), when, key=_sureness)
        self._when = None

    @property
    def when(self) -> When:
        """The day that most articles tell, else what is told surest."""
        if self._when is None:
            self._when = min(self._surest.values(), key=lambda w: (not w.exact, -self._days[w.start], *_sureness(w)))
        return self._when

    @property
    def undone(self) -> bool:
        return self.statuses == {_UNDONE}

    @property
    def proposed(self) -> bool:
        return self.statuses == {"proposed"}


def _sureness(when: When) -> tuple[bool, tuple[bool, bool, tuple[int, int]], int]:
    return when.start is None, when.order, when.told or 0


def _chief(named: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Host and guest, else the first two."""
    host = next((w for role, w in named if role == "host"), None)
    guest = next((w for role, w in named if role == "guest" and w != host), None)
    return frozenset((host, guest) if host and guest else list(dict.fromkeys(w for _, w in named))[:2])


def group_meetings(told: Iterable[Telling], apart: Apart) -> list[Group[Encounter]]:
    """Meetings of single articles → each once."""
    order = sorted(map(Encounter.of, told), key=lambda e: (e.when.order, e.members[0]))
    groups = gather([Group.of(e, blocks := list(_keys(e)), blocks) for e in order], _compare, apart)
    return _retold(groups, apart)


def keys(event: Encounter) -> Iterator[Hashable]:
    """Blocks in which a meeting is found, and finds others, in either step."""
    yield from _keys(event)
    if block := _block(event):
        yield block


def _keys(event: Encounter) -> Iterator[Hashable]:
    if event.when.most + _HERE * bool(event.country) + _most_of_who(event) < ENOUGH:
        return  # too little is told of it to be another's
    if event.family == "visit":
        about: list[Hashable] = [("visit", event.visitor)] if event.visitor else []
    elif len(event.who) > 1:
        some = sorted(event.who, key=lambda w: (w.startswith("country:"), w))[:_MOST]
        about = [(event.family, *pair) for pair in combinations(some, 2)]
        if "summit" in event.kinds and event.country:  # nobody is at two a day: also who is named alone
            about += [(event.family, one, event.country) for one in some if one in event.people]
    else:
        about = [(event.family, one, event.country) for one in event.who if event.country]
    for what in about:
        for week in event.when.weeks():
            yield what, week


def _compare(event: Encounter, group: Encounter) -> Verdict | None:
    if event.articles & group.articles or event.family != group.family or event.undone != group.undone:
        return None
    when = event.when.compare(group.when, _VISIT if event.family == "visit" else _MEETING)
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
        return (_HERE, f"in the same country: {event.country}") if event.country == group.country else None
    return 0.0, ""


def _who(event: Encounter, group: Encounter) -> tuple[float, str] | None:
    both = event.who & group.who
    if event.family == "visit":
        if not event.visitor or event.visitor not in group.who:
            return None
        return (_VISITOR if event.country and event.country == group.country else 0.0), "the same visitor"
    if len(both) > 1:
        if not (event.chief <= group.who and group.chief <= event.who):
            return None
        return _PAIR + _PEOPLE * (len(both & event.people & group.people) > 1), "the same participants"
    # One alone: only where nobody else is named on one side.
    if len(both) == 1 and min(len(event.who), len(group.who)) == 1 and both <= event.people | group.people:
        return _ALONE, "one participant in both, no other named"
    return None


def _most_of_who(event: Encounter) -> float:
    """The points that `_who` gives at most."""
    if event.family == "visit":
        return _VISITOR if event.country else 0.0
    return _PAIR + _PEOPLE * (len(event.people) > 1) if len(event.who) > 1 else _ALONE


def _retold(groups: list[Group[Encounter]], apart: Apart) -> list[Group[Encounter]]:
    """The groups after those that few articles tell of have joined the much told meeting that they can only be."""
    same: dict[Hashable, _ByDay] = {}
    kept: list[Group[Encounter]] = []
    for group in sorted(groups, key=lambda g: (-len(g.whole.articles), g.whole.when.order, min(g.whole.members))):
        block = _block(group.whole)
        told = same.setdefault(block, _ByDay()) if block else _ByDay()
        found = [(v.points, -n, v) for n in told.near(group.whole) if (v := _again(group.whole, told.kept[n].whole))]
        if found and not apart(group.whole.members, told.kept[-max(found)[1]].whole.members):
            told.absorb(-max(found)[1], group, max(found)[2])
        else:
            told.add(group)
            kept.append(group)
    return kept


class _ByDay:
    """Meetings of the same people, found by their day: each is compared with those of its weeks, not with all."""

    def __init__(self) -> None:
        self.kept: list[Group[Encounter]] = []
        self._at: dict[int, set[int]] = {}  # of those with a day alone: nothing can join another

    def near(self, event: Encounter) -> list[int]:
        """The numbers of all that may be what `event` is, in their order."""
        found: set[int] = set()
        for days in _possible(event):
            among = days if len(days) < len(self._at) else [day for day in self._at if day in days]
            for day in among:
                found |= self._at.get(day, set())
        return sorted(found)

    def add(self, group: Group[Encounter]) -> None:
        self.kept.append(group)
        self._put(len(self.kept) - 1)

    def absorb(self, number: int, group: Group[Encounter], verdict: Verdict) -> None:
        whole = self.kept[number]
        self._at.get(whole.whole.when.start or 0, set()).discard(number)
        whole.absorb(group, verdict)
        self._put(number)

    def _put(self, number: int) -> None:
        when = self.kept[number].whole.when
        if when.exact and when.start is not None:
            self._at.setdefault(when.start, set()).add(number)


def _block(event: Encounter) -> Hashable:
    """Whom the second step asks to be the same; None where too little is known."""
    if event.family == "visit":
        return ("visit", event.visitor, event.country) if event.visitor and event.country else None
    return (event.family, event.chief) if len(event.chief) == 2 else None


def _again(event: Encounter, group: Encounter) -> Verdict | None:
    """What speaks for the less told `event` being what `group` is: when it was told, when it was, and where."""
    dated = event.when.exact and group.when.exact
    if event.articles & group.articles and not dated:
        return None  # an article that tells them apart has its reason: «his last visit»
    if _where(event, group) is None or (event.undone != group.undone and not dated):
        return None
    sure = dated or (event.country and group.country) or len(group.articles) >= _WELL_TOLD
    when = _same_time(event, group) if sure else None
    return Verdict(when[0], ("the same participants", when[1])) if when else None


def _same_time(event: Encounter, group: Encounter) -> tuple[float, str] | None:
    """What the times speak for it, in points, and why; None where they are of two meetings.

    A few may tell another day, of the same state and not far off: a weekday that was counted from the wrong week.
    """
    day, most = group.when, _VISIT if event.family == "visit" else _MEETING
    if not day.exact or day.start is None:
        return None
    here = bool(event.country) and event.country == group.country
    after = _LONG_AFTER if here and "summit" in event.kinds & group.kinds else _AFTER
    told = (_gap(when, status, day.start, after) for when, status in event.told.elements())
    gaps = [gap for gap in told if gap is not None]
    slips = [gap for gap in gaps if gap > most]
    if not gaps:
        return None
    if not slips:
        return 5.0 - max(gaps) / 10, "on the same day" if max(gaps) == 0 else "at the same time"
    against = sum(_LIKELY if gap == _WEEK else _MUCH for gap in slips)
    if here and max(gaps) <= _SLIP and against <= len(group.articles) + len(gaps) - len(slips):
        return 3.5 - max(gaps) / 100, "few tell another day"
    return None


def _possible(event: Encounter) -> list[range]:
    """All days that are not too far, by `_gap`, from the first that `event` is told of."""
    for when, _ in event.told:
        if when.start is not None and when.end is not None:
            years = [(when.start - year, when.end + year) for year in _YEAR] if when.exact else []
            return [
                range(when.start - _SLIP, when.end + _SLIP + 1),
                *(range(day, day + 1) for year in years for day in year),
            ]
        if when.told is not None:
            return [range(when.told - _LONG_AFTER, when.told + _BEFORE + 1)]
    return []


def _gap(when: When, status: str, day: int, after: int = _AFTER) -> int | None:
    """How many days lie between what an article tells and the day; None where it tells of no time.

    Words such as «last week» may be a week off, a day without its year a year. Without any, a meeting that took place
    was told of after the day, one that is to come before it; what contradicts that is as likely as a wrong week.
    """
    if when.start is not None and when.end is not None:
        gap = max(when.start - day, day - when.end, 0)
        if when.exact:
            return 0 if gap in _YEAR and when.told is not None and abs(when.told - day) <= _BEFORE else gap
        return gap if gap > _VAGUE else 0
    if when.told is None:
        return None
    earliest, latest = (-1, after) if status in MEETING.happened else (-_BEFORE, 1)
    if earliest <= when.told - day <= latest:
        return 0
    return _WEEK if -_BEFORE <= when.told - day <= after else _SLIP + 1
