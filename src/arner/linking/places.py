"""The same place in many articles: the same name, spelling aside, in the same state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.linking.clusters import Apart, Group, Member, alike
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

    def told(self) -> list[object]:
        """What is known but for its members, in the types of JSON."""
        return [self.key, self.country]

    def copy(self) -> Spot:
        return Spot(list(self.members), self.key, self.country)


def same(spot: Spot) -> tuple[str, str] | None:
    """One name in one state is one place; None for what has no name."""
    return (spot.key, spot.country) if spot.key else None


def group_places(spots: Iterable[Spot], apart: Apart) -> list[Group[Spot]]:
    """Places of single articles, in the order of their members → each once."""
    return [Group.of(spot) for spot in alike(spots, same, apart)]
