"""What surrounds an entity in the articles that name it: the evidence that two of one name are one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest

from arner.linking.names import is_father, sound, units
from arner.records import ArticleRecord

_MUCH, _SOME, _NONE = 0.4, 0.15, 0.03  # likeness of two articles' countries
_WELL_KNOWN = 10  # articles; who is named in more turns up with new topics
_BUSY = 40  # co-actors kept in the comparison of an item
_LIST = 200  # people of a record, of whom more are a list: only so many are evidence, or n of them would keep n² names


@dataclass(slots=True)
class Context:
    """Countries and people of the articles that name an entity, each with the number of those articles.

    That of a record is shared by all its entities; `with_` makes a new one where it is.
    """

    articles: set[str] = field(default_factory=set)
    countries: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    shared: bool = True
    _busy: list[str] | None = None

    def with_(self, other: Context) -> Context:
        """Both together."""
        mine = Context(set(self.articles), self.countries.copy(), self.people.copy(), False) if self.shared else self
        mine.articles |= other.articles
        mine.countries.update(other.countries)
        mine.people.update(other.people)
        mine._busy = None
        return mine

    def busy(self) -> list[str]:
        """The people who are named in most of the articles, by their sounds."""
        if self._busy is None:  # asked for at each comparison, and a record may have thousands of people
            self._busy = nsmallest(_BUSY, self.people, key=lambda p: (-self.people[p], p))
        return self._busy


def context(record: ArticleRecord) -> Context:
    """The surroundings that all entities of a record have in common."""
    countries: Counter[str] = Counter()
    for country in record.countries:
        countries[country.code] += min(len(country.mentions), 5)
    named: dict[str, int] = {}  # by the sound of the last name, how often
    for person in record.people:
        for unit in units(person.name)[-1:]:
            if not is_father(unit):
                named[sound(unit)] = named.get(sound(unit), 0) + len(person.mentions)
    people = list(named)
    if len(people) > _LIST:
        people = nsmallest(_LIST, people, key=lambda who: (-named[who], who))
    return Context({record.id}, countries, Counter(people))


def day(iso: str | None) -> int | None:
    """The day of an ISO date as a number; None for what is none."""
    try:
        return date.fromisoformat(iso).toordinal() if iso else None
    except ValueError:
        return None


def likeness(one: Context, other: Context, own: frozenset[str]) -> tuple[float, list[str]]:
    """What the surroundings speak for one entity, in points, and why; `own` sounds are of the names compared."""
    points = 0.0
    reasons: list[str] = []
    shared = _cosine(one.countries, other.countries)
    if shared is not None and (shared >= _SOME or shared < _NONE):
        if shared >= _SOME:
            points += 0.75 if shared >= _MUCH else 0.5
            both = [c for c, _ in one.countries.most_common() if c in other.countries][:3]
            reasons.append(f"the articles are about the same countries: {', '.join(sorted(both))}")
        else:
            points -= 0.5 if max(len(one.articles), len(other.articles)) >= _WELL_KNOWN else 1.0
            reasons.append("the articles are about other countries")
    if len(one.people) > len(other.people):
        one, other = other, one
    together = [p for p in one.busy() if p in other.people and p not in own]
    if together:
        points += 0.5 if len(together) == 1 else 1.0
        reasons.append(f"{len(together)} other people named beside it in both")
    return points, reasons


def _cosine(one: Counter[str], other: Counter[str]) -> float | None:
    """None where one has nothing."""
    if not one or not other:
        return None
    small, large = sorted((one, other), key=len)
    product = sum(n * large[c] for c, n in small.items() if c in large)
    return float(product / (sum(n * n for n in one.values()) * sum(n * n for n in other.values())) ** 0.5)
