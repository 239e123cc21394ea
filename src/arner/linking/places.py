"""The same place in many articles: the same name, spelling aside, in the same state."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.linking.clusters import Apart, Group, Member
from arner.records import Place

_SIGNS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Spot:
    """A place by the key of its name and its state (ISO, or "")."""

    members: list[Member]
    key: str
    country: str

    @classmethod
    def of(cls, member: Member, place: Place) -> Spot:
        words = _SIGNS.sub(" ", fold(place.name)).casefold().split()
        return cls([member], " ".join(map(bare, words)), place.country or "")

    def absorb(self, other: Spot) -> None:
        self.members += other.members

    def copy(self) -> Spot:
        return Spot(list(self.members), self.key, self.country)


def group_places(spots: list[Spot], apart: Apart) -> list[Group[Spot]]:
    """Places of single articles → each once."""
    groups: dict[Hashable, Spot] = {}
    for spot in sorted(spots, key=lambda s: s.members[0]):
        same: Hashable = (spot.key, spot.country) if spot.key else spot.members[0]
        if same in groups and apart(spot.members, groups[same].members):
            same = spot.members[0]
        if same in groups:
            groups[same].absorb(spot)
        else:
            groups[same] = spot
    return [Group.of(spot) for spot in groups.values()]
