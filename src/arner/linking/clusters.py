"""Gathering what is found in single articles into entities, each item once, whatever the order of the input.

Items are taken one by one, in an order that their own content gives. Each joins the group that most speaks for, if
enough does and clearly more than for any other, else it begins one. Only groups that share a block with an item are
looked at, so the cost grows with the number of items and the size of blocks, not with its square; and an item
changes only groups it shares a block with.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Set
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, Protocol, Self, TypeVar

ENOUGH = 3.0  # points
_CLEARLY = 1.0  # points more than the second best, where an item may be one of several


class Member(NamedTuple):
    """An entity, meeting or place of one record."""

    article: str
    local: str

    def __str__(self) -> str:
        return f"{self.article}#{self.local}"


class Verdict(NamedTuple):
    """What speaks for an item's being of a group, in points, with the reasons in words."""

    points: float
    reasons: tuple[str, ...]

    @property
    def score(self) -> float:
        """Between 0 and 1; about 0.73 for what is just enough."""
        return round(1 / (1 + math.exp(ENOUGH - 1 - self.points)), 3)


SAME_WORDS = Verdict(6.0, ("same words",))


class Joined(NamedTuple):
    """That a member is of the entity that `to` is of."""

    member: Member
    to: Member
    verdict: Verdict


class Item(Protocol):
    """What is known of one entity in an article, or in several that say the same; `first` stands for it."""

    members: list[Member]

    def absorb(self, other: Self) -> None: ...


T = TypeVar("T", bound=Item)


@dataclass(slots=True, eq=False)
class Group(Generic[T]):
    """Items that are one entity: `whole` is all that is known of it; it is found in `blocks` and looks in `seeks`."""

    whole: T
    joined: list[Joined] = field(default_factory=list)
    blocks: dict[Hashable, None] = field(default_factory=dict)
    seeks: dict[Hashable, None] = field(default_factory=dict)

    @classmethod
    def of(cls, item: T, blocks: Iterable[Hashable] = (), seeks: Iterable[Hashable] = ()) -> Group[T]:
        first, *others = item.members
        return cls(item, [Joined(m, first, SAME_WORDS) for m in others], dict.fromkeys(blocks), dict.fromkeys(seeks))

    def absorb(self, other: Group[T], verdict: Verdict) -> None:
        self.joined += [Joined(other.whole.members[0], self.whole.members[0], verdict), *other.joined]
        self.whole.absorb(other.whole)
        self.blocks |= other.blocks
        self.seeks |= other.seeks

    def part(self, leaving: Set[Member]) -> list[Joined]:
        """Let members leave, not all: what joins them to each other. Who was joined to one of them is to who stays."""
        joined = {j.member: j for j in self.joined}
        self.whole.members[:] = [m for m in self.whole.members if m not in leaving]
        first = next(m for m in self.whole.members if m not in joined or joined[m].to in leaving)
        self.joined = [
            j._replace(to=first) if j.to in leaving else j
            for j in joined.values()
            if j.member not in leaving and j.member != first
        ]
        return [j for j in joined.values() if j.member in leaving and j.to in leaving]


Apart = Callable[[Iterable[Member], Iterable[Member]], bool]


def gather(
    items: Iterable[T],
    keys: Callable[[T], Iterable[Hashable]],
    seeks: Callable[[T], Iterable[Hashable]],
    compare: Callable[[T, T], Verdict | None],
    apart: Apart,
    ambiguous: Callable[[T], bool] = lambda item: False,
) -> list[Group[T]]:
    """Groups of `items`, which come in the order they are to be taken; they are used up.

    `keys` gives the blocks in which an item is found, `seeks` those in which it looks for others, `compare` what speaks
    for an item's being of a group (None: nothing can), `apart` whether a judgement keeps two sets of members apart. An
    `ambiguous` item joins only a group for which clearly more speaks than for the next.
    """

    def taken(groups: Iterable[Group[T]]) -> list[Group[T]]:
        kept: list[Group[T]] = []
        blocks: dict[Hashable, dict[int, Group[T]]] = {}
        for group in groups:
            near = {number: other for key in group.seeks for number, other in blocks.get(key, {}).items()}
            best: tuple[float, int, Verdict] | None = None
            second = -math.inf
            for number in sorted(near):
                verdict = compare(group.whole, near[number].whole)
                if verdict is None or apart(group.whole.members, near[number].whole.members):
                    continue
                if best is None or verdict.points > best[0]:
                    second = best[0] if best else second
                    best = (verdict.points, number, verdict)
                else:
                    second = max(second, verdict.points)
            number = len(kept)
            if best and best[0] >= ENOUGH and not (ambiguous(group.whole) and best[0] - second < _CLEARLY):
                number = best[1]
                kept[number].absorb(group, best[2])
            else:
                kept.append(group)
            for key in group.blocks:
                blocks.setdefault(key, {})[number] = kept[number]
        return kept

    # A second look: what came first may fit what was gathered later.
    return taken(taken(Group.of(item, keys(item), seeks(item)) for item in items))
