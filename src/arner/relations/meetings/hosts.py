"""Whose guest a visitor is: who leads a state and meets there whoever leads the other is his guest.

`يزور الرئيس سليم عمر باريس غدا … ويلتقي الرئيس الفرنسي`: the French president is the host of the visit. A minister who
is received by the president is his colleague's guest, whom the text may not name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from arner.arabic.orthography import fold
from arner.layers import Entities
from arner.lexicon import cached, word_class
from arner.lexicon.known import known_people
from arner.relations.meetings.events import DAYS_WITHIN_A_VISIT, WINDOW, Event, days_apart
from arner.relations.meetings.participants import Participant

_LEADER = word_class("leader_of_state") | word_class("other_leader")
_GOVERNMENT = word_class("head_of_government")
_OF_STATE = word_class("what_a_leader_leads")
_TO_COME = frozenset({"planned", "proposed"})


def with_hosts(events: list[Event], leaders: Mapping[str, bool]) -> list[Event]:
    """The events, each visit of a leader with the host that an encounter of the two tells of."""
    for n, event in enumerate(events):
        host = _host(event, events[max(0, n - WINDOW) : n + WINDOW], leaders)
        if host is not None:
            event.participants.append(replace(host, role="host"))
    return events


def leaders(entities: Entities) -> dict[str, bool]:
    """The ids of people who lead a state, or are to: a president, a prime minister; whether he is its head."""
    found: dict[str, bool] = {}
    for person in entities.people:
        titles = [role.title for role in person.roles if not role.organization and _leads(role.title)]
        if titles or person.known in _known():
            found[person.id] = not titles or not all(_GOVERNMENT.intersection(fold(title).split()) for title in titles)
    return found


@cached
def _known() -> frozenset[str]:
    return frozenset(p.id for p in known_people() if any(_leads(office.title) for office in p.offices))


def _leads(title: str) -> bool:
    """Whether a title is of whoever leads a state: `الرئيس`, `رئيس الوزراء`, `ملك`; not `رئيس اللجنة`."""
    first, *rest = fold(title).split() or [""]
    return first.removeprefix("ال") in _LEADER and all(word in _OF_STATE for word in rest)


def _host(visit: Event, events: Sequence[Event], leaders: Mapping[str, bool]) -> Participant | None:
    """Who leads the state that a leader visits and meets him there, where one alone does, or is its head."""
    guest = visit.participants[0] if visit.participants else None
    if visit.group != "v" or guest is None or guest.ref not in leaders:
        return None
    if visit.place is None or visit.place.country in (None, guest.country):
        return None
    if any(p.role == "host" for p in visit.participants):
        return None
    host, event = _received_by(guest, visit.place.country, events, leaders) or (None, visit)
    another = any(_is_sibling(e, visit) for e in events) and not _on_its_day(event, visit)
    return host if _is_then(event, visit) and not another else None


def _received_by(
    guest: Participant, there: str | None, events: Sequence[Event], leaders: Mapping[str, bool]
) -> tuple[Participant, Event] | None:
    """Who leads the state `there` and meets the guest, and at what; None where none does, or more than one."""
    met = [e for e in events if _of_two_states(e) and guest.key in {p.key for p in e.participants}]
    hosts = {p.ref or "": (p, e) for e in met for p in e.participants if p.country == there and p.ref in leaders}
    heads = [ref for ref in hosts if leaders[ref]]
    chosen = heads if len(heads) == 1 else list(hosts)
    return hosts[chosen[0]] if len(chosen) == 1 else None


def _is_sibling(event: Event, visit: Event) -> bool:
    """Whether an event is another visit of the same to the same state, or to none that is told."""
    if event.group != "v" or event is visit or visit.place is None or not event.participants:
        return False
    there = event.place is None or event.place.country == visit.place.country
    return there and event.participants[0].key == visit.participants[0].key


def _on_its_day(event: Event, visit: Event) -> bool:
    """Whether an encounter is on the day of a visit, so that it is of no other visit."""
    return event.date is not None and visit.date is not None and event.date.first == visit.date.first is not None


def _of_two_states(event: Event) -> bool:
    """Whether an encounter is of one state with another, and no summit of many."""
    return event.group == "m" and len({p.country for p in event.participants} - {None}) == 2


def _is_then(event: Event, visit: Event) -> bool:
    """Whether an encounter may be of the visit: as real, of the same days, in no other state."""
    there = event.place is None or visit.place is None or event.place.country in (None, visit.place.country)
    same = event.status == visit.status or (event.status in _TO_COME) == (visit.status in _TO_COME)
    off = "cancelled" in (event.status, visit.status) and event.status != visit.status
    return there and same and not off and days_apart(event.date, visit.date) <= DAYS_WITHIN_A_VISIT
