"""What one article gives to linking, as rows of plain values: so linking can happen far from the records, and later.

    facts = Facts.of(record)
    facts.entities[0].kind, facts.entities[0].name        # ("person", "سيرغي لافروف")

Entities of all articles that share a `same` are one, those of one neighbourhood (`hood_keys`) may be. The functions
below link one neighbourhood each, whoever brings its rows together: a database on disk, or a cluster of machines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Set
from hashlib import blake2b
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from arner.arabic.orthography import clean
from arner.events import MEETING, RELATIONS
from arner.linking import events, meetings, organizations, people, places
from arner.linking.clusters import Apart, Group, Joined, Member, Verdict
from arner.linking.context import Context, context
from arner.linking.events import Happening, Telling, Told
from arner.linking.ids import Founding, Kind
from arner.linking.judgements import Rulings
from arner.linking.links import group_relation
from arner.linking.meetings import Encounter
from arner.linking.names import sound
from arner.linking.organizations import Body
from arner.linking.people import Somebody
from arner.linking.places import Spot
from arner.linking.reprints import Print
from arner.records import ArticleRecord

_apart = Rulings().apart  # nothing is judged


class Fact(NamedTuple):
    """A person, organisation or place of an article."""

    kind: Kind
    same: int
    word: str
    """By which word alone somebody is called, of whom nothing else tells who it is; else empty."""
    local: str
    name: str
    told: str
    """What is known of it, as JSON."""


class Facts(NamedTuple):
    """All that an article gives."""

    article: str
    published: str | None
    around: str
    """What surrounds its entities, as JSON."""
    entities: list[Fact]
    events: list[Told]
    printed: Print

    @classmethod
    def of(cls, record: ArticleRecord) -> Facts:
        around = context(record)
        items: list[tuple[Kind, str, Somebody | Body | Spot]] = []
        for person in record.people:
            items.append(("person", person.name, Somebody.of(Member(record.id, person.id), person, around)))
        for body in record.organizations:
            items.append(("organization", body.name, Body.of(Member(record.id, body.id), body, around)))
        for place in record.places:
            items.append(("place", place.name, Spot.of(Member(record.id, place.id), place)))
        return cls(
            record.id,
            record.published,
            _json([around.countries, around.people]),
            [
                Fact(
                    kind,
                    _same(kind, item),
                    (isinstance(item, Somebody) and people.word_of(item)) or "",
                    item.members[0].local,
                    clean(name),
                    _json(item.told()),
                )
                for kind, name, item in items
            ],
            [Told.of(relation, event) for relation in RELATIONS for event in relation.of(record)],
            Print.of(record),
        )


class Row(NamedTuple):
    """A fact beside what its article tells."""

    article: str
    local: str
    name: str
    told: str
    published: str | None
    around: str


class Occurrence(NamedTuple):
    """An event of an article, with the entities that took part, as JSON: who, and what else is told."""

    article: str
    local: str
    told: str
    who: str
    published: str | None


class Linking(NamedTuple):
    """That a member is of an entity; `to` is the member it was joined to."""

    member: Member
    name: str
    to: Member | None
    score: float
    reasons: tuple[str, ...]


class Linked(NamedTuple):
    """An entity of many articles, with its members."""

    founding: Founding
    name: str
    links: list[Linking]
    words: list[str]
    """Of those asked for, the words by which alone this person may be called."""
    state: str
    """What is known of a person who may be, as JSON; else empty."""
    alone: bool = False
    """Whether this person is called by such a word alone, so that `link_word` has the last say."""


class Called(NamedTuple):
    """That those whom articles call by a word alone are the entity that `founder` founded."""

    founder: Member
    links: list[Linking]


Names = dict[Member, tuple[str, str | None]]  # name and day of publication


def hashed(key: Hashable) -> int:
    """64 bits, for keys that are only compared: the same in every process."""
    written = repr(_ordered(key)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(written, digest_size=8).digest(), signed=True)


def _ordered(key: object) -> object:
    """A key with its sets in order, which each process has in another."""
    match key:
        case tuple():
            return tuple(map(_ordered, key))
        case frozenset():
            return sorted(map(_ordered, key), key=repr)
    return key


def hood_keys(kind: Kind, row: Row) -> Iterator[tuple[int, bool, bool]]:
    """By which keys an entity is found, and looks for others: (key, found, sought). Who meet by one are neighbours.

    By keys that are neither, somebody is known who may be called by a word alone: those of `word_key`.
    """
    item = _item(kind, row)
    found: set[int] = set()
    sought: set[int] = set()
    words: set[int] = set()
    if isinstance(item, Somebody):
        found, sought = set(map(hashed, people.keys(item))), set(map(hashed, people.seeks(item)))
        words = {word_key(sound(unit)) for unit in (*item.form[:2], *item.form[-1:])}
    elif isinstance(item, Body):
        found = sought = {hashed((kind, key)) for key in organizations.keys(item)}
    yield from ((key, key in found, key in sought) for key in sorted(found | sought | words))


def word_key(word: str) -> int:
    """The key of who may be called by a word alone, for `hood_keys`."""
    return hashed(("word", word))


def occurrence_keys(occurrence: Occurrence) -> list[int]:
    """Keys by which events are neighbours."""
    telling = _telling(occurrence)
    relation, event = telling.relation, _event_of(telling)
    keys: Iterable[Hashable]
    keys = meetings.keys(event) if isinstance(event, Encounter) else events.keys(event, relation)
    return sorted({hashed((relation.id, key)) for key in keys})


def _event_of(telling: Telling) -> Encounter | Happening:
    """What is known of an event from one article."""
    return Encounter.of(telling) if telling.relation == MEETING else Happening.of(telling)


def link_hood(
    kind: Kind, rows: Iterable[Row], words: Set[str] = frozenset(), apart: Apart = _apart
) -> Iterator[Linked]:
    """The entities of a neighbourhood; `words` are those by which alone articles call somebody."""
    names: Names = {}
    for group in _GATHER[kind](_items(kind, rows, names), apart):
        yield _linked(kind, group, names, words)


def link_word(
    bearers: Iterable[tuple[Member, str]], rows: Iterable[Row], apart: Apart = _apart
) -> Iterator[Linked | Called]:
    """Whom a word alone means in each article: one of its bearers (founder, state), or an entity of its own. A bearer
    who is called by a word alone too, and known by something else, comes out as one or the other.
    """
    names: Names = {}
    groups = []
    founders: dict[Member, Member] = {}
    for founder, state in bearers:
        group = _restored(state, names)
        groups.append(group)
        founders[group.whole.members[0]] = founder
    joins, own = people.group_words(groups, _items("person", rows, names), apart)
    for to, group, verdict in joins:
        first = Joined(group.whole.members[0], to.whole.members[0], verdict)
        yield Called(founders[first.to], _linkings(group.whole.members, [first, *group.joined], names))
    for group in own:
        yield _linked("person", group, names, frozenset())


def link_occurrences(relation: str, occurrences: Iterable[Occurrence], apart: Apart = _apart) -> Iterator[Linked]:
    """The events of one relation in a neighbourhood, each once."""
    told = {Member(o.article, o.local): o for o in occurrences}
    names: Names = {member: ("", o.published) for member, o in told.items()}
    for group in group_relation(relation, map(_telling, told.values()), apart):
        yield _linked(relation, group, names, frozenset())


def join_judged(
    kind: Kind, entities: Iterable[tuple[Iterable[Row | Occurrence], Iterable[Linking]]], rulings: Rulings
) -> Iterator[Linked]:
    """Entities, each with what is known of its members and how they were joined, after what is judged to be the same
    is joined. Whatever judgements do not name can be left out.
    """
    names: Names = {}
    groups: list[Group[Any]] = []
    for rows, links in entities:
        whole: Any = None
        for row in sorted(rows, key=lambda row: (row.article, row.local)):
            names[Member(row.article, row.local)] = row.name if isinstance(row, Row) else "", row.published
            item = _item(kind, row) if isinstance(row, Row) else _event_of(_telling(row))
            if whole is None:
                whole = item
            else:
                whole.absorb(item)
        joined = [Joined(link.member, link.to, Verdict.scored(link.score, link.reasons)) for link in links if link.to]
        groups.append(Group(whole, joined))
    for group in rulings.applied(groups):
        yield _linked(kind, group, names, frozenset())


def _linked(kind: Kind, group: Group[Any], names: Names, words: Set[str]) -> Linked:
    founding = Founding.of(kind, group, lambda m: names[m][0], lambda m: names[m][1])
    whole = group.whole
    called = [word for word in people.words_for(whole) if word in words] if words and kind == "person" else []
    state = _state(group, names) if called else ""
    links = _linkings(whole.members, group.joined, names)
    return Linked(founding, names[founding.member][0], links, called, state, bool(called) and len(whole.form) == 1)


def _linkings(members: Iterable[Member], joined: Iterable[Joined], names: Names) -> list[Linking]:
    to = {join.member: join for join in joined}
    found = []
    for member in members:
        join = to.get(member)
        verdict = join.verdict if join else None
        found.append(
            Linking(
                member,
                names[member][0],
                join.to if join else None,
                verdict.score if verdict else 1.0,
                verdict.reasons if verdict else (),
            )
        )
    return found


def _items(kind: Kind, rows: Iterable[Row], names: Names) -> Iterator[Any]:
    """What is known from each article, in the order of members, whose names are added to `names`. One at a time: a
    neighbourhood may be a large part of an archive, and most of its rows say the same as another (`clusters.alike`).
    """
    waiting = sorted(rows, key=lambda row: (row.article, row.local), reverse=True)
    while waiting:
        row = waiting.pop()
        names[Member(row.article, row.local)] = row.name, row.published
        yield _item(kind, row)


def _item(kind: Kind, row: Row) -> Somebody | Body | Spot:
    members, told = [Member(row.article, row.local)], from_json(row.told)
    match kind:
        case "person":
            return Somebody.read(members, told, _context(members, from_json(row.around)))
        case "organization":
            return Body.read(members, told, _context(members, from_json(row.around)))
        case _:
            return Spot(members, *told)


def _context(members: Iterable[Member], around: Any) -> Context:
    countries, people = around
    return Context({member.article for member in members}, Counter(countries), Counter(people))


def _state(group: Group[Somebody], names: Names) -> str:
    """A group as JSON, for `_restored`."""
    whole = group.whole
    return _json(
        [
            [[*member, *names[member]] for member in whole.members],
            whole.told(),
            [whole.context.countries, whole.context.people],
            [[*join.member, *join.to, *join.verdict] for join in group.joined] if len(whole.form) == 1 else [],
        ]
    )


def _restored(state: str, names: Names) -> Group[Somebody]:
    """The group, whose members' names are added to `names`."""
    told_of, told, around, joined = from_json(state)
    members = []
    for article, local, name, published in told_of:
        members.append(member := Member(article, local))
        names[member] = name, published
    joins = [Joined(Member(*j[:2]), Member(*j[2:4]), Verdict(j[4], tuple(j[5]))) for j in joined]
    return Group(Somebody.read(members, told, _context(members, around)), joins)


def _telling(occurrence: Occurrence) -> Telling:
    told = Told(*from_json(occurrence.told))
    who = [(role, entity) for role, entity in from_json(occurrence.who)]
    return Telling(Member(occurrence.article, occurrence.local), told, who, occurrence.published)


def _same(kind: Kind, item: Somebody | Body | Spot) -> int:
    same: tuple[object, ...] | None
    match item:
        case Somebody():
            same = people.same(item)
        case Body():
            same = organizations.same(item)
        case Spot():
            same = places.same(item)
    return hashed((kind, same or item.members[0]))


def _json(value: object) -> str:
    return to_json(value).decode()


_GATHER: dict[Kind, Callable[[Iterable[Any], Apart], list[Group[Any]]]] = {
    "person": people.group_named,
    "organization": organizations.group_organizations,
    "place": places.group_places,
}
