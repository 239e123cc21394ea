"""Meetings of the same people are found by their day, and nothing is missed by it."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from arner.events import MEETING
from arner.linking import meetings
from arner.linking.clusters import Joined, Member
from arner.linking.events import Telling, Told

KINDS = "visit talks talks summit".split()
STATUSES = "held held planned cancelled proposed".split()
WHO = ["p1", "country:US", "country:RU", None]


def telling(number: int, rng: random.Random, days: int) -> Telling:
    """A meeting of few, told on one of so many days: exactly, vaguely, of a wrong year, without any day."""
    published = date(2018, 1, 1) + timedelta(rng.randrange(days))
    start = published + timedelta(rng.choice([*range(-5, 15), 365, -366]))
    end = start + timedelta(rng.choice([0, 0, 0, 1, 6, 30, 365]))
    dated = rng.random() < 0.8
    told = Told(
        MEETING.id,
        f"m{number}",
        rng.choice(KINDS),
        rng.choice(STATUSES),
        start.isoformat() if dated else None,
        end.isoformat() if dated else None,
        rng.choice(["", "US", "RU"]),
        {},
        [],
    )
    who = [(rng.choice(["participant", "host", "guest"]), rng.choice(WHO)) for _ in range(rng.randrange(1, 4))]
    published_ = published.isoformat() if rng.random() < 0.8 else None
    return Telling(Member(f"a{rng.randrange(60)}", f"m{number}"), told, who, published_)


def grouped(told: list[Telling]) -> list[tuple[list[Member], list[Joined]]]:
    return [(g.whole.members, g.joined) for g in meetings.group_meetings(told, lambda ours, theirs: False)]


@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_missed_by_looking_only_near_the_day(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    told = [telling(number, rng, 20 + 20 * seed) for number in range(200)]
    found = grouped(told)
    monkeypatch.setattr(meetings._ByDay, "near", lambda self, event: range(len(self.kept)))
    assert found == grouped(told)
    assert len(found) < 200
