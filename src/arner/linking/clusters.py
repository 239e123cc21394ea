"""Gathering what is found in single articles into entities, each item once, whatever the order of the input.

Items are taken one by one, in an order that their own content gives. Each joins the group that most speaks for, if
enough does and clearly more than for any other, else it begins one. Only groups that share a block with an item are
looked at, and of a large block a part, so the cost grows with the number of items; and an item changes only groups
of its neighbourhood: what shares blocks with it, directly or by others between. So each neighbourhood can be gathered
by itself, wherever it lies.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Container, Hashable, Iterable, Set
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, Protocol, Self, TypeVar

import numpy as np

ENOUGH = 3.0  # points
CLEARLY = 1.0  # points more than the second best, where an item may be one of several
_CROWD, _FEW = 32, 8  # groups of a block that are always looked at; of those that share a piece of evidence


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

    @classmethod
    def scored(cls, score: float, reasons: Iterable[str]) -> Verdict:
        """The verdict that has this `score`."""
        points = ENOUGH - 1 - math.log(1 / score - 1) if 0 < score < 1 else math.copysign(math.inf, score - 0.5)
        return cls(points, tuple(reasons))

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
        ends = (m for m in self.whole.members if m not in joined or joined[m].to in leaving)
        first = min(ends, key=lambda m: (m in joined, m))
        self.joined = [
            j._replace(to=first) if j.to in leaving else j
            for j in joined.values()
            if j.member not in leaving and j.member != first
        ]
        return [j for j in joined.values() if j.member in leaving and j.to in leaving]


Apart = Callable[[Iterable[Member], Iterable[Member]], bool]


class Blocks(Generic[T]):
    """Groups by what they may be found by. Of a crowd that shares one block, such as all who are called «محمد علي»,
    those are found that came first and those that share a piece of `evidence` too: else a block of n takes n² looks.
    """

    def __init__(self, evidence: Callable[[T], Iterable[Hashable]] = lambda item: ()) -> None:
        self.kept: list[Group[T]] = []
        self._evidence = evidence
        self._first: dict[Hashable, list[int]] = {}
        self._crowd: dict[tuple[Hashable, Hashable], list[int]] = {}

    def add(self, group: Group[T], number: int | None = None) -> None:
        """Keep a group; with a `number` it has joined the group of that number, which its blocks lead to as well."""
        if number is None:
            number = len(self.kept)
            self.kept.append(group)
        shared: list[Hashable] | None = None
        for key in group.blocks:
            first = self._first.setdefault(key, [])
            if number in first:
                continue
            if len(first) < _CROWD:
                first.append(number)
                continue
            shared = list(self._evidence(group.whole)) if shared is None else shared
            for piece in shared:
                some = self._crowd.setdefault((key, piece), [])
                if len(some) < _FEW and number not in some:
                    some.append(number)

    def near(self, group: Group[T]) -> Near[T]:
        """The groups to compare with."""
        found: set[int] = set()
        crowded = []
        for key in group.seeks:
            first = self._first.get(key, ())
            found.update(first)
            if len(first) == _CROWD:
                crowded.append(key)
        for piece in self._evidence(group.whole) if crowded else ():
            for key in crowded:
                found.update(self._crowd.get((key, piece), ()))
        return Near({number: self.kept[number] for number in sorted(found)}, not crowded)


class Near(NamedTuple, Generic[T]):
    """Groups by their numbers, in their order; `whole`: whether these are all with which something could be one."""

    groups: dict[int, Group[T]]
    whole: bool

    def but(self, some: Container[Group[T]]) -> Near[T]:
        return Near({number: group for number, group in self.groups.items() if group not in some}, self.whole)


def gather(
    items: Iterable[Group[T]],
    compare: Callable[[T, T], Verdict | None],
    apart: Apart,
    evidence: Callable[[T], Iterable[Hashable]] = lambda item: (),
    ahead: float = -math.inf,
) -> list[Group[T]]:
    """Groups of `items`, which come in the order they are to be taken; they are used up.

    `compare` tells what speaks for an item's being of a group (None: nothing can), `apart` whether a judgement keeps
    two sets of members apart. An item joins a group only where `ahead` points more speak for it than for the next.
    """

    settled: set[Group[T]] = set()  # those that can be none of all before them, and are as they were then

    def likely(group: Group[T], near: Near[T]) -> Likeliest | None:
        best = likeliest(group, near, compare, apart)
        return best if best and best.verdict.points >= ENOUGH else None

    def taken(groups: Iterable[Group[T]], again: bool) -> list[Group[T]]:
        blocks = Blocks(evidence)
        for group in groups:
            near = blocks.near(group)
            best = likely(group, near.but(settled) if group in settled else near)
            if best and group in settled:
                best = likely(group, near)
            if best and best.ahead >= ahead:
                joined = blocks.kept[best.number]
                settled.discard(joined)
                joined.absorb(group, best.verdict)
                blocks.add(group, best.number)
                continue
            if near.whole and not best and not again:
                settled.add(group)
            blocks.add(group)
        return blocks.kept

    # A second look: what came first may fit what was gathered later.
    return taken(taken(items, again=False), again=True)


class Likeliest(NamedTuple):
    """The group that most speaks for, and by how many points more than for any other."""

    number: int
    verdict: Verdict
    ahead: float


def likeliest(
    group: Group[T], near: Near[T], compare: Callable[[T, T], Verdict | None], apart: Apart
) -> Likeliest | None:
    """The group of those `near` that `group` most probably is; None where it can be none of them."""
    best: tuple[float, int, Verdict] | None = None
    second = -math.inf if near.whole else ENOUGH  # whoever was not looked at in a crowd may come near to it
    for number, other in near.groups.items():
        verdict = compare(group.whole, other.whole)
        if verdict is None or apart(group.whole.members, other.whole.members):
            continue
        if best is None or verdict.points > best[0]:
            second = max(second, best[0]) if best else second
            best = (verdict.points, number, verdict)
        else:
            second = max(second, verdict.points)
    return Likeliest(best[1], best[2], best[0] - second) if best else None


def alike(items: Iterable[T], same: Callable[[T], Hashable], apart: Apart) -> list[T]:
    """Items that need no comparison become one: those that `same` gives one value, but None for what is like nothing.

    They come in the order of their first members, so that the first stands for them, and are forgotten one by one.
    """
    found: dict[Hashable, T] = {}
    for item in items:
        key = same(item)
        if key is None or (key in found and apart(item.members, found[key].members)):
            key = item.members[0]
        if key in found:
            found[key].absorb(item)
        else:
            found[key] = item
    return list(found.values())


class Neighbourhoods:
    """Which items can come together at all, directly or by others between: the sets that are linked each by itself.

    Whatever is far apart is never compared, so linking a neighbourhood alone gives what linking everything gives.
    Items are numbers; `join` tells that two may meet (union by the smaller number, with path halving: Tarjan 1975).
    """

    def __init__(self, size: int = 0) -> None:
        self._parent = array("q", range(size))

    def of(self, item: int) -> int:
        """The smallest number of the neighbourhood."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        a, b = self.of(one), self.of(other)
        self._parent[max(a, b)] = min(a, b)


_Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]


def components(ones: _Numbers, others: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Of the numbers that pairs (of `ones` and `others`) join: each, and the smallest of its neighbourhood."""
    numbers, ends = np.unique(np.concatenate([ones, others]), return_inverse=True)
    hoods = Neighbourhoods(len(numbers))
    for one, other in zip(*map(np.ndarray.tolist, np.split(ends, 2)), strict=True):
        hoods.join(one, other)
    return numbers, numbers[[hoods.of(number) for number in range(len(numbers))]] if len(numbers) else numbers
