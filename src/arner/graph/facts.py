"""What articles together say of one thing: each value with the number of articles that tell it.

Silence has a vote: where many articles tell of a meeting and one of them names a place, the place is that article's
slip until others name it too. What too few tell is not lost, but stands apart as `also`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable
from typing import Any, TypeVar

from arner.events import Relation
from arner.records import DateValue

T = TypeVar("T", bound=Hashable)

_MANY = 5  # articles, of which one alone is not believed
_SHARE = 0.1  # of the articles of one thing: what fewer say of it is a slip
_RARE = 0.01  # a name or an office that fewer tell, as a share of the articles that tell the commonest, is a slip
_SEVERAL = 50  # articles that tell the commonest name or office: one alone that has another is not believed
_ALSO = 5  # values of an attribute that are kept apart
DATE = ("date_text", "date_start", "date_end", "granularity")

Dated = tuple[str, str | None, str | None, str | None]


def dated(date: DateValue) -> Dated:
    """A date in the order of `DATE`."""
    return date.text, date.start, date.end, date.granularity


def most_told(told: Counter[T]) -> T:
    """Of equals, the first in the order of the alphabet."""
    return min(told, key=lambda value: (-told[value], str(value)))


def enough(told: int, articles: int) -> bool:
    """Whether so many articles are believed, where the others of one thing do not say it."""
    return told >= (max(2.0, _SHARE * articles) if articles >= _MANY else 1.0)


def believed(told: Counter[T], articles: int) -> T | None:
    """The value that most tell, if enough of the articles do.

    >>> believed(Counter(["Helsinki"] * 4 + ["Oslo"]), 20)
    'Helsinki'
    >>> believed(Counter(["Oslo"]), 20) is None
    True
    """
    if not told:
        return None
    best = most_told(told)
    return best if enough(told[best], articles) else None


def common(told: Counter[T]) -> list[T]:
    """Of what may be many (names, offices), what enough articles tell, the most told first."""
    most = max(told.values(), default=0)
    least = max(2.0 if most >= _SEVERAL else 1.0, _RARE * most)
    return sorted((value for value, n in told.items() if n >= least), key=lambda value: (-told[value], str(value)))


def written(start: str, end: str | None) -> str:
    """A day; where none is told, the interval (ISO 8601): of «last month» 2018-02-01/2018-02-28, not its first day."""
    return start if end in (None, start) else f"{start}/{end}"


def day_of(told: Counter[Dated], articles: int) -> tuple[Dated, int] | None:
    """The date that most tell, and how many do: a day goes before weeks, what is resolved before words.

    The words are those of the articles that tell this date.
    """
    days = Counter[tuple[str | None, str | None, str | None]]()
    for (_, *resolved), n in told.items():
        days[resolved[0], resolved[1], resolved[2]] += n
    exact = Counter({day: n for day, n in days.items() if day[0] is not None and day[0] == day[1]})
    spans = Counter({day: n for day, n in days.items() if day[0] is not None and day[0] != day[1]})
    best = believed(exact, articles) or believed(spans, articles) or believed(days, articles)
    if best is None:
        return None
    words = Counter({text: n for (text, *resolved), n in told.items() if tuple(resolved) == best})
    return (most_told(words), *best), days[best]


def status_of(told: Counter[tuple[str, str]], day: str | None, relation: Relation) -> str:
    """What became of an event that articles tell of as (status, day of publication), and whose own day is `day`.

    Who writes before the day cannot know that it took place. Where some say that it was called off and others that it
    took place, more voices decide; where others only announced it, the last word does. Else what happened goes before
    what was announced.

    >>> from arner.events import MEETING
    >>> status_of(Counter([("planned", "2018-07-01"), ("cancelled", "2018-07-10")]), "2018-07-16", MEETING)
    'cancelled'
    >>> status_of(Counter([("held", "2018-07-14")]), "2018-07-16", MEETING)
    'planned'
    """
    votes = Counter[str]()
    last: dict[str, str] = {}
    for (status, published), n in told.items():
        early = day and published and published < day and status in relation.happened
        known = "planned" if early else status
        votes[known] += n
        last[known] = max(published, last.get(known, ""))
    undone, happened = _of(votes, relation.undone), _of(votes, relation.happened)
    if undone and len(undone) < len(votes):
        others = votes.keys() - undone
        if happened:
            off = sum(votes[s] for s in undone) >= sum(votes[s] for s in happened)
        else:
            off = max(last[s] for s in undone) >= max(last[s] for s in others)
        return min(undone if off else happened or others, key=relation.rank)
    return min(votes, key=relation.rank)


def _of(votes: Iterable[str], some: Collection[str]) -> set[str]:
    return {status for status in votes if status in some}


class Facts:
    """What is written of a node: values that are believed, each with its number of articles, the others as `also`."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self._articles: int = data["articles"]
        self._also: list[str] = []

    def one(self, key: str, told: Counter[Any]) -> None:
        """An attribute that has one value."""
        best = believed(told, self._articles)
        if best is not None:
            self.data[key], self.data[f"{key}_articles"] = best, told[best]
        self._apart(key, told, {best})

    def many(self, key: str, told: Counter[str], but: Collection[str] = ()) -> None:
        """An attribute that may have several values, without those of `but`."""
        best = [value for value in common(told) if value not in but]
        if best:
            self.data[key], self.data[f"{key}_articles"] = best, [told[value] for value in best]
        self._apart(key, told, best)

    def date(self, told: Counter[Dated]) -> None:
        if found := day_of(told, self._articles):
            date, count = found
            self.data |= {key: value for key, value in zip(DATE, date, strict=True) if value is not None}
            self.data["date_articles"] = count
        days = Counter[str]()
        for (text, start, end, _), n in told.items():
            days[text if start is None else written(start, end)] += n
        self._apart("date", days, {self._day()})

    def slip(self, key: str, value: str, count: int) -> None:
        """What too few tell of something that is an edge, not an attribute."""
        self._also.append(f"{key}: {value} ({count})")

    def close(self) -> None:
        """After all attributes."""
        if self._also:
            self.data["also"] = self._also

    def _day(self) -> str | None:
        start, end = self.data.get("date_start"), self.data.get("date_end")
        return self.data.get("date_text") if start is None else written(start, end)

    def _apart(self, key: str, told: Counter[Any], taken: Collection[Any]) -> None:
        left = sorted((value for value in told if value not in taken), key=lambda value: (-told[value], str(value)))
        self._also += [f"{key}: {value} ({told[value]})" for value in left[:_ALSO]]
