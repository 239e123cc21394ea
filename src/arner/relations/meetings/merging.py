"""Many tellings, one record an event.

Two tellings are of one encounter when their kinds agree, whoever takes part in one takes part in the other, and
neither date, place nor status speak against it. A visit and the talks during it stay two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from arner.arabic.orthography import fold
from arner.relations.meetings.takers import Taker

GROUPS = {"meeting": "m", "talks": "m", "summit": "m", "visit": "v", "call": "c", "conference": "f"}
WINDOW = 100  # events back in which a telling's own is looked for: an article has a dozen
_SEATS = (["القصر"], ["المقر"], ["قصر"], ["مقر"], ["الديوان"], ["مكتبه"], ["مكتبها"])  # where a host receives
_KIND_RANK = {"summit": 3, "talks": 2, "meeting": 1}
_CLASS = {"held": "past", "ongoing": "past", "planned": "to come", "proposed": "", "cancelled": "off"}


@dataclass(slots=True)
class Telling:
    """What one trigger tells of an encounter."""

    kind: str
    rule: str
    status: str | None
    takers: list[Taker]
    place: dict[str, Any] | None
    date: dict[str, Any] | None
    topics: list[str]
    evidence: tuple[int, int]
    anaphoric: bool
    attended: bool
    title: bool
    creates: bool
    ordinal: int | None = None
    tour: bool = False
    """A tour is one visit, each of its stops another."""

    @property
    def group(self) -> str:
        return GROUPS[self.kind]

    @property
    def weight(self) -> int:
        """How much the telling says, to choose the best evidence."""
        return 2 * min(len(self.takers), 3) + bool(self.place) + bool(self.date) - 3 * self.title


@dataclass(slots=True)
class Event:
    tellings: list[Telling] = field(default_factory=list)
    takers: list[Taker] = field(default_factory=list)
    place: dict[str, Any] | None = None
    date: dict[str, Any] | None = None
    status: str | None = None
    ordinal: int | None = None

    @property
    def group(self) -> str:
        return self.tellings[0].group

    def add(self, telling: Telling) -> None:
        if self.tellings and all(t.title for t in self.tellings) and telling.takers:
            self.takers = [t for t in self.takers if t.ref]  # the text names whom a headline describes
            if same_weekday(self.date, telling.date):  # الثلاثاء, then الثلاثاء المقبل
                self.date, self.status = telling.date, telling.status
        self.tellings.append(telling)
        for taker in telling.takers:
            covered = any(same(taker, t) for t in self.takers)
            if not covered:
                self.takers = [t for t in self.takers if not stands_for(t, taker)]
                self.takers.append(taker)
        if telling.place and (not self.place or (not self.place["name"] and telling.place["name"])):
            self.place = telling.place
        if telling.date and (not self.date or (not self.date.get("start") and telling.date.get("start"))):
            self.date = telling.date
        self.ordinal = self.ordinal or telling.ordinal
        if self.status in (None, "proposed"):
            self.status = telling.status or self.status


def same(a: Taker, b: Taker) -> bool:
    """`a` adds nobody to `b`: the same, or the state that `b` acts for."""
    return a.key == b.key or stands_for(a, b) or _described_alike(a, b)


def _described_alike(a: Taker, b: Taker) -> bool:
    """Whether two descriptions are of the same: `قادة الأحزاب الرئيسية`, `قادة تلك الأحزاب`."""
    if a.ref or b.ref:
        return False
    first, second = fold(a.name).split(), fold(b.name).split()
    return first[:1] == second[:1] and len({*first} & {*second}) >= 2


def stands_for(state: Taker, person: Taker) -> bool:
    ref = state.ref or ""
    return ref.startswith("country:") and not (person.ref or "").startswith("country:") and person.country == ref[8:]


def merge(tellings: list[Telling]) -> list[Event]:
    """The events that `tellings` (in the order of the text) are of."""
    events: list[Event] = []
    for telling in tellings:
        event = _match(events, telling)
        if event is not None:
            event.add(telling)
        elif telling.creates:
            event = Event()
            event.add(telling)
            events.append(event)
    for n, event in enumerate(events):
        _place_of_visit(event, events[max(0, n - WINDOW) : n + WINDOW])
        _seat_of_host(event)
    return events


def _place_of_visit(event: Event, events: list[Event]) -> None:
    """Talks whose place or day is not told, of somebody who visits, are where and when the visit is."""
    if (event.place and event.place["country"] and event.date) or event.group != "m":
        return
    keys = {taker.key for taker in event.takers}
    states = {taker.country for taker in event.takers}
    at = event.tellings[0].evidence[0]
    for visit in sorted(events, key=lambda e: min(abs(t.evidence[0] - at) for t in e.tellings)):
        if visit.group != "v" or not visit.place or not visit.takers or visit.takers[0].key not in keys:
            continue
        same_time = _CLASS[visit.status or "held"] == _CLASS[event.status or "held"]
        near = _days_apart(visit.date, event.date) <= 3
        if near and (same_time or visit.place["country"] in states):
            elsewhere = event.place and event.place["country"] not in (None, visit.place["country"])
            if not event.date and same_time and not elsewhere and visit.date and visit.date["granularity"] == "day":
                event.date = visit.date
            if event.place and not event.place["country"]:
                event.place = {**event.place, "country": visit.place["country"]}  # the palace there
            event.place = event.place or visit.place
            return


def _seat_of_host(event: Event) -> None:
    """`استقبل الرئيس اللبناني ضيفه في القصر الجمهوري`: a palace that no town is told of is in the host's country."""
    hosts = {taker.country for taker in event.takers if taker.role == "host"}
    place = event.place
    if place and not place["country"] and not place["ref"] and len(hosts) == 1:
        seat = fold(place["name"] or "").split()[:1] in _SEATS
        event.place = {**place, "country": hosts.pop()} if seat else place


def _match(events: list[Event], telling: Telling) -> Event | None:
    for event in events[: -WINDOW - 1 : -1]:
        if event.group == telling.group and _agree(event, telling) and not _conflict(event, telling):
            return event
    return None


def _agree(event: Event, telling: Telling) -> bool:
    """Whether the same people take part."""
    if telling.attended:
        return True  # حضر اللقاء: who else was there
    if not telling.takers:
        if telling.kind == "summit" and all(t.kind != "summit" for t in event.tellings):
            return False
        return telling.anaphoric or bool(telling.place and event.place and telling.place == event.place)
    if not event.takers:
        return event.group == "f" or (event.group == "m" and event.tellings[0].kind == "summit")
    shared = sum(any(same(a, b) or same(b, a) for b in event.takers) for a in telling.takers)
    if event.group == "v":
        return any(same(a, b) or same(b, a) for a in telling.takers[:1] for b in event.takers)
    kinds = {telling.kind, *(t.kind for t in event.tellings)}
    if shared == 1 and "summit" in kinds and len(kinds) > 1 and not telling.anaphoric:
        return False  # who talks with one is at a summit with many
    known = len(telling.takers), len(event.takers)
    if telling.title or all(t.title for t in event.tellings):
        known = sum(bool(t.ref) for t in telling.takers), sum(bool(t.ref) for t in event.takers)
    return shared >= max(1, min(2, *known))


def _conflict(event: Event, telling: Telling) -> bool:
    if telling.tour != event.tellings[0].tour and telling.takers and (telling.place or event.place):
        return True
    if telling.ordinal and event.ordinal and telling.ordinal != event.ordinal:
        return True
    if telling.place and event.place:
        a, b = telling.place, event.place
        if a["country"] and b["country"] and a["country"] != b["country"]:
            return True
        if a["name"] and b["name"] and a["name"] != b["name"] and not (a["country"] and b["country"]):
            return True
    headline = all(t.title for t in event.tellings) and same_weekday(event.date, telling.date)
    if _days_apart(telling.date, event.date) > (7 if event.group == "v" else 0) and not headline:
        return True
    if telling.title or event.tellings[0].title or not telling.status or not event.status:
        return False
    if telling.anaphoric and not (telling.status == "planned" and event.status == "held" and telling.date):
        return False
    return len({_CLASS[telling.status], _CLASS[event.status]} - {""}) > 1


def same_weekday(a: dict[str, Any] | None, b: dict[str, Any] | None) -> bool:
    """Whether two days are a week apart: a headline's weekday is the last, the text's may be the next."""
    days = bool(a and b and a.get("granularity") == b.get("granularity") == "day")
    return days and _days_apart(a, b) == 7


def _days_apart(a: dict[str, Any] | None, b: dict[str, Any] | None) -> int:
    """Days between two dates; 0 where either is not known or one holds the other."""
    from datetime import date

    if not a or not b or not a.get("start") or not b.get("start"):
        return 0
    first, second = sorted((a, b), key=lambda d: str(d["start"]))
    gap = date.fromisoformat(second["start"]) - date.fromisoformat(first["end"] or first["start"])
    return max(0, gap.days)


def record(event: Event, number: int) -> dict[str, Any]:
    """`Meeting` of `records.py`, spans as offsets."""
    tellings = event.tellings
    best = max(tellings, key=lambda t: t.weight)
    kind = tellings[0].kind
    if event.group == "m":
        kind = max((t.kind for t in tellings), key=lambda k: _KIND_RANK[k])
    spans = dict.fromkeys([best.evidence, *(t.evidence for t in tellings)])
    return {
        "id": f"m{number}",
        "kind": kind,
        "status": event.status or "held",
        "participants": [{"ref": t.ref, "name": t.name, "role": t.role} for t in event.takers],
        "place": event.place,
        "date": event.date,
        "ordinal": event.ordinal,
        "topics": list(dict.fromkeys(topic for t in tellings for topic in t.topics)),
        "evidence": [{"start": start, "end": end} for start, end in spans],
        "rule": best.rule,
    }
