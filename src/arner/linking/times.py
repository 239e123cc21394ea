"""When an event took place, or was told, and whether two of them may be of one time."""

from __future__ import annotations

from dataclasses import dataclass

from arner.linking.context import day

_LATER = 2  # days more between two articles than between two events


@dataclass(frozen=True, slots=True)
class When:
    """`start` to `end` are days (as numbers) where the text gives them; `told` is the day of publication."""

    start: int | None
    end: int | None
    told: int | None

    @classmethod
    def of(cls, start: str | None, end: str | None, published: str | None) -> When:
        """From ISO dates."""
        return cls(day(start), day(end), day(published))

    @property
    def exact(self) -> bool:
        return self.start is not None and self.start == self.end

    @property
    def days(self) -> tuple[int, int] | None:
        """When it took place, else when it was told."""
        if self.start is not None and self.end is not None:
            return self.start, self.end
        return (self.told, self.told) if self.told is not None else None

    @property
    def order(self) -> tuple[bool, bool, tuple[int, int]]:
        """To sort by: what is sure first."""
        return not self.exact, self.days is None, self.days or (0, 0)

    def surer(self, other: When) -> When:
        """Whichever tells more."""
        better = (other.exact, other.start is not None) > (self.exact, self.start is not None)
        return When(other.start, other.end, self.told) if better else self

    def compare(self, other: When, most: int) -> tuple[float, str] | None:
        """What their times speak for one event, in points, and why; None where they are over `most` days apart."""
        one, two = self.days, other.days
        if one is None or two is None:
            return None
        gap = max(one[0] - two[1], two[0] - one[1], 0)
        if self.exact and other.exact:
            return (1.5, "on the same day" if gap == 0 else "on days close together") if gap <= most else None
        dated = (self.start is not None) + (other.start is not None)
        if dated == 2:
            return (1.0, "at the same time") if gap == 0 else None
        if gap <= most + _LATER:
            return (0.5, "told at the same time") if dated == 0 else (0.5, "told when it took place")
        return None

    @property
    def most(self) -> float:
        """The points that `compare` gives at most."""
        return 1.5 if self.exact else 1.0 if self.start is not None else 0.5

    def weeks(self, length: int = 7) -> list[int]:
        """Blocks of `length` days: two events whose days are less than that apart share one."""
        return sorted({d // length + k for d in self.days or () for k in (0, 1)})
