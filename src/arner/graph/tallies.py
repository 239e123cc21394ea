"""What all articles together tell of one node or one edge: the second of the two steps by which records become a graph.

    tally = NodeTally()
    for row in rows_of_one_node:
        tally.add(row)
    entity(row.node, tally, score=None)     # its attributes

The order of the rows changes nothing. A story that several newspapers print counts once. What takes more than one node
is given from outside: the names of who takes part in an event, the aliases that mostly mean somebody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from babel import Locale

from arner.events import BY_ID, Relation
from arner.graph.facts import DATE, Facts, enough, most_told, status_of
from arner.graph.tellings import Data, EdgeRow, NodeRow, Told, merge, short, type_of
from arner.linking.organizations import in_lexicon

_ARTICLE = ("published", "source", "url")
_STATEMENT = ("verb", "act", "mode", "content", "start", "end", "source", "rule", "confidence", *DATE)
_FEW = 16  # sources
_OF_ENTITY = ("country", "known", "name_en", "name_latin")  # facts with one value


class _Tally:
    """In how many articles, when and where something is told of; `seen` is what stories printed again have counted."""

    __slots__ = ("articles", "first", "last", "seen", "sources")

    def __init__(self) -> None:
        self.articles = 0
        self.first = self.last = ""
        self.sources: tuple[str, ...] | set[str] = ()
        self.seen: set[tuple[str, ...]] | None = None

    def _count(self, row: NodeRow | EdgeRow) -> None:
        if row.story:
            self.seen = self.seen or set()
            self.articles += (row.story,) not in self.seen
            self.seen.add((row.story,))
        else:
            self.articles += 1
        if day := row.published:
            self.first = min(day, self.first or day)
            self.last = max(day, self.last)
        if row.source and row.source not in self.sources:
            if isinstance(self.sources, set):
                self.sources.add(row.source)
            elif len(self.sources) < _FEW:  # as most are, and less room is taken so
                self.sources = (*self.sources, row.source)
            else:
                self.sources = {*self.sources, row.source}

    def _count_into(self, data: Data) -> None:
        data["articles"] = self.articles
        if self.first:
            data["first_seen"], data["last_seen"] = self.first, self.last
        if self.sources:
            data["source_names"], data["sources"] = sorted(self.sources), len(self.sources)


class NodeTally(_Tally):
    """What articles tell of a node: of each attribute every value, with the number of articles."""

    __slots__ = ("_mentions", "_printed", "_told")

    def __init__(self) -> None:
        super().__init__()
        self._told: Told = {}
        self._mentions: int | None = None
        self._printed: dict[str, int] | None = None  # story that is printed again → mentions

    @classmethod
    def of(cls, rows: Iterable[NodeRow]) -> NodeTally:
        tally = cls()
        for row in rows:
            tally.add(row)
        return tally

    def add(self, row: NodeRow) -> None:
        self._count(row)
        if row.mentions is not None:
            if row.story:
                self._printed = self._printed or {}
                self._printed[row.story] = max(row.mentions, self._printed.get(row.story, 0))
            else:
                self._mentions = (self._mentions or 0) + row.mentions
        told = self._unseen(row.story, row.told) if row.story else row.told
        if not self._told:
            self._told = told
            return
        for key, values in told.items():
            mine = self._told.setdefault(key, values)
            if mine is not values:
                for value in values:
                    mine[value] = mine.get(value, 0) + 1

    def _unseen(self, story: str, told: Told) -> Told:
        """What no article of the story told before."""
        seen: Any = self.seen
        new = {key: {v: 1 for v in values if (story, key, v) not in seen} for key, values in told.items()}
        seen.update((story, key, value) for key, values in new.items() for value in values)
        return {key: values for key, values in new.items() if values}

    def told(self, key: str) -> Counter[Any]:
        return Counter(self._told.get(key))

    def __contains__(self, key: str) -> bool:
        return key in self._told

    def node(self, node: str, name: str) -> Data:
        """What every node carries."""
        data: Data = {"type": type_of(node), "label": name, "name": name}
        self._count_into(data)
        if self._mentions is not None or self._printed is not None:
            data["mentions"] = (self._mentions or 0) + sum((self._printed or {}).values())
        return data


class EdgeTally(_Tally):
    """What articles tell of an edge."""

    __slots__ = ("_data", "_mentions")

    def __init__(self) -> None:
        super().__init__()
        self._data: Data = {}
        self._mentions = 0

    @classmethod
    def of(cls, rows: Iterable[EdgeRow]) -> EdgeTally:
        tally = cls()
        for row in rows:
            tally.add(row)
        return tally

    def add(self, row: EdgeRow) -> None:
        self._count(row)
        self._mentions += row.mentions
        if self._data:
            merge(self._data, row.data)
        else:
            self._data = row.data

    def edge(self, key: str) -> Data:
        """What the edge carries; of an office also whether its state is `guessed`, until `sure` has looked at it."""
        type_ = type_of(key)
        data: Data = {"type": type_, "label": self._data.get("title", type_)}
        data.update(self._data)
        self._count_into(data)
        if self._mentions:
            data["mentions"] = self._mentions
        data["weight"] = self._mentions or self.articles
        return data


def plain(node: str, tally: NodeTally) -> Data:
    """An article, a statement, or who is only described."""
    match type_of(node):
        case "article":
            ((name, *given),) = tally.told("told")
            return tally.node(node, name) | _given(_ARTICLE, given)
        case "statement":
            _, _, name, *given = min(tally.told("told"), key=lambda told: told[:2])
            return tally.node(node, name) | _given(_STATEMENT, given)
    data = tally.node(node, most_told(tally.told("name")))
    if "known" in tally:
        data["known"] = most_told(tally.told("known"))
    return data


def name_of(node: str, tally: NodeTally) -> tuple[str, int]:
    """The name of an entity that most articles use, and how many do; full ones go before words alone.

    What the lexicon calls a body goes before a newspaper's own phrase.
    """
    told = tally.told("name")
    if not told:  # a state that only stands in an office or a place's address
        code = node.partition(":")[2]
        return Locale("ar").territories.get(code, code), 0
    if type_of(node) == "organization":
        told = Counter({name: n for name, n in told.items() if in_lexicon(name)}) or told
    name = min(told, key=lambda name: (" " not in name, -told[name], name))
    return name, tally.told("name")[name]


def other_names(tally: NodeTally, name: str) -> Counter[str]:
    """By which other names than its own articles call an entity."""
    return Counter({n: count for n, count in (tally.told("name") | tally.told("alias")).items() if n != name})


def mostly_another(name: str, told: int, of: str, meant: Mapping[str, int]) -> bool:
    """Whether an alias that so many articles tell `of` an entity mostly means another: «الخميني» is none of Khamenei's.

    `meant`: the names that are the same as the alias but for spelling → how many articles call their entity so.
    """
    return any(count > told and other != of for other, count in meant.items())


def entity(node: str, tally: NodeTally, name: str, score: float | None = None, but: Collection[str] = ()) -> Data:
    """A person, country, organisation or place of this `name`; `but` are aliases that mostly mean somebody else."""
    data = tally.node(node, name)
    if data["type"] == "country":
        data["code"] = node.partition(":")[2]
    facts = Facts(data)
    for key in _OF_ENTITY:
        if key in tally:
            facts.one(key, tally.told(key))
    facts.many("roles", _roles(tally.told("role"), tally.told("guess")))
    facts.many("aliases", other_names(tally, name), but)
    if "medium" in tally and most_told(tally.told("medium")):
        data["media"] = True
    if score is not None:
        data["confidence"] = score
    facts.close()
    return data


class Part(NamedTuple):
    """That somebody takes part in an event: the edge, and what he is called."""

    who: str
    key: str
    data: Data
    called: str


def event(node: str, tally: NodeTally, told: Iterable[Part]) -> tuple[Data, list[Part]]:
    """An event, and of those who are `told` to take part who is believed to."""
    relation = BY_ID[type_of(node)]
    kind = most_told(tally.told("kind"))
    data = tally.node(node, kind) | {"kind": kind}
    facts = Facts(data)
    for key in ("place", "country", *relation.values):
        if key in tally:
            facts.one(key, tally.told(key))
    facts.date(tally.told("date"))
    data["status"] = status_of(tally.told("status"), data.get("date_start"), relation)
    for key in (*relation.lists, "evidence", "rules"):
        if key in tally:
            data[key] = sorted(tally.told(key))
    if "confidence" in tally:
        data["confidence"] = max(tally.told("confidence"))
    parts: list[Part] = []
    for part in sorted(told, key=lambda part: part[:2]):
        if enough(part.data["articles"], tally.articles):
            parts.append(part)
        else:
            facts.slip(part.data["role"], part.called, part.data["articles"])
    facts.close()
    _face(parts, tally.told("faced"))
    data["label"] = data["name"] = _event_label(data, parts, relation)
    return data, parts


def _face(parts: Sequence[Part], faced: Collection[tuple[str, str]]) -> None:
    """Give the edges of who takes part those whom he faced."""
    there = {part.who for part in parts}
    opposite: dict[str, list[str]] = {}
    for one, other in sorted(faced):
        if other in there:
            opposite.setdefault(one, []).append(other)
    for part in parts:
        if part.who in opposite:
            part.data["opposite"] = list(opposite[part.who])


def _event_label(data: Data, parts: Sequence[Part], relation: Relation) -> str:
    told = {(-part.data["articles"], part.called) for part in parts if relation.chief(part.data["role"])}
    names = "، ".join(name for _, name in sorted(told))
    values = [str(data[name]) for name in relation.alike if name in data and name not in relation.concerns]
    return short(f"{data['kind']}: {' – '.join(filter(None, (names, *values)))}".rstrip(": "))


def sure(offices: Sequence[Data]) -> list[bool]:
    """Which of somebody's offices of one title stay, of all that articles tell.

    One of a country that only the context gave leaves where articles give the same office its country.
    """
    guessed = [office.pop("guessed") for office in offices]
    return [not (guess and not all(guessed)) for guess in guessed]


def reprints(told: Iterable[tuple[str, bool, str]]) -> dict[str, Data]:
    """Of the articles of one story, given as (article, whether it is a copy, day), what their nodes say of that.

    Of a part without the first, the next is what others reprint.
    """
    first, *copies = [article for _, _, article in sorted((copied, day, article) for article, copied, day in told)]
    if not copies:
        return {}
    return {first: {"copies": len(copies)}} | {copy: {"duplicate_of": first} for copy in copies}


def _given(names: Sequence[str], values: Sequence[Any]) -> Data:
    return {name: value for name, value in zip(names, values, strict=True) if value is not None}


def _roles(told: Counter[str], guessed: Counter[tuple[str, str]]) -> Counter[str]:
    """The offices told of somebody; one of a country that the context gave if no article tells the title's country."""
    titles = {role.partition(" (")[0] for role in told}
    return told + Counter({role: n for (title, role), n in guessed.items() if title not in titles})
