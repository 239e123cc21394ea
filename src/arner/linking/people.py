"""The same person in many articles.

What speaks for it: the name, the more the rarer its words; the same office of the same country; the same country; what
the articles are about, and who else is named in them. Against it: offices of different countries, articles about other
countries, names that contradict each other. A surname alone joins the full name that clearly most speaks for.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from arner.linking import names
from arner.linking.clusters import CLEARLY, ENOUGH, Apart, Blocks, Group, Member, Verdict, alike, gather, likeliest
from arner.linking.context import Context, likeness
from arner.linking.names import Name
from arner.linking.titles import Office, office
from arner.records import Person

_MANY = 10  # articles that make a name well known
_KNOWN = 6.0  # points for one row of the known people
_FORMS = 32  # of a name that are compared, the most told first: who joined first is whom most articles name
_FEW = 20  # of so many articles, one that names a contradicting form counts as a slip


@dataclass(slots=True)
class Somebody:
    """What is known of a person: forms of the name, offices and countries, each with the number of articles."""

    members: list[Member]
    forms: Counter[Name]
    short: Counter[str]  # words that stand for the name in articles that give it in full
    offices: Counter[Office]
    unsure: Counter[Office]  # whose country only the article's topic gives
    context: Context
    known: Counter[str]  # rows of the known people that it is
    titles: Counter[str] = field(init=False)  # of all the offices
    countries: Counter[str] = field(init=False)  # of the offices that are sure
    _form: Name | None = None

    def __post_init__(self) -> None:
        self.titles, self.countries = Counter(), Counter()
        for held, count in (*self.offices.items(), *self.unsure.items()):
            self.titles[held.title] += count
        for held, count in self.offices.items():
            if held.country:
                self.countries[held.country] += count

    @classmethod
    def of(cls, member: Member, person: Person, context: Context) -> Somebody:
        name = names.units(person.name)
        short = {unit for alias in person.aliases if len(units := names.units(alias)) == 1 for unit in units}
        sure, unsure = Counter[Office](), Counter[Office]()
        for role in person.roles:
            if held := office(role):
                (unsure if role.country_from == "context" else sure)[held] = 1
        known = Counter([person.known] if person.known else ())
        return cls([member], Counter([name]), Counter(short & {*name[:1], *name[-1:]}), sure, unsure, context, known)

    @classmethod
    def read(cls, members: list[Member], told: Any, context: Context) -> Somebody:
        """From what `told` gives, after JSON."""
        forms, short, offices, unsure, known = told
        held, perhaps = (Counter({Office(*office): n for office, n in given}) for given in (offices, unsure))
        return cls(
            members,
            Counter({tuple(form): n for form, n in forms}),
            Counter(short),
            held,
            perhaps,
            context,
            Counter(known),
        )

    def told(self) -> list[object]:
        """What is known but for members and context, in the types of JSON."""
        counts = (list(map(list, c.items())) for c in (self.forms, self.offices, self.unsure))
        forms, offices, unsure = counts
        return [forms, self.short, offices, unsure, self.known]

    def copy(self) -> Somebody:
        """One that can absorb others while this stays as it is."""
        return Somebody(
            list(self.members),
            Counter(self.forms),
            Counter(self.short),
            Counter(self.offices),
            Counter(self.unsure),
            self.context,
            Counter(self.known),
        )

    def absorb(self, other: Somebody) -> None:
        self.members += other.members
        self.forms.update(other.forms)
        if self._form is not None:  # of the others nothing changes
            self._form = self._likeliest((self._form, *other.forms))
        self.short.update(other.short)
        self.offices.update(other.offices)
        self.unsure.update(other.unsure)
        self.titles.update(other.titles)
        self.countries.update(other.countries)
        self.context = self.context.with_(other.context)
        self.known.update(other.known)

    @property
    def form(self) -> Name:
        """The form of the name that most articles use; full ones go before words alone."""
        if self._form is None:
            self._form = self._likeliest(self.forms)
        return self._form

    def _likeliest(self, forms: Iterable[Name]) -> Name:
        return min(forms, key=lambda f: (len(f) < 2, -self.forms[f], -len(f), f))

    @property
    def rare(self) -> bool:
        return math.fsum(map(names.rarity, self.form)) >= ENOUGH


def group_people(people: Iterable[Somebody], apart: Apart) -> list[Group[Somebody]]:
    """People of single articles, in the order of their members → each person once: those with full names, then whoever
    is called by a word alone.
    """
    named: list[Somebody] = []
    words: dict[str, list[Somebody]] = {}
    for person in people:
        word = word_of(person)
        (named if word is None else words.setdefault(word, [])).append(person)
    groups = group_named(named, apart)
    bearers: dict[str, list[Group[Somebody]]] = {word: [] for word in words}
    for group in groups:
        for word in words_for(group.whole):
            if word in words:
                bearers[word].append(group)
    groups = [group for group in groups if len(group.whole.form) != 1 or words_for(group.whole)[0] not in words]
    joins: list[Join] = []
    for word in sorted(words):
        found, others = group_words(bearers[word], words[word], apart)
        joins += found
        groups += others
    for join in joins:  # now that every word has its bearer, so that none hangs on another's choice
        join.to.absorb(join.group, join.verdict)
    return groups


def same(person: Somebody) -> tuple[Name, frozenset[Office], frozenset[str]] | None:
    """The same rare name, or the same name and office, needs no second look; None for who needs one."""
    if not person.form or not (person.rare or person.offices):
        return None
    return person.form, frozenset(person.offices), frozenset(person.known)


def word_of(person: Somebody) -> str | None:
    """The word alone by which somebody is called of whom nothing else tells who it is, by its sound; else None."""
    return names.sound(person.form[0]) if len(person.form) == 1 and not person.known else None


def words_for(person: Somebody) -> list[str]:
    """The words by which alone somebody may be called, by their sounds: of the first, second and last of the name."""
    return sorted({sound for _, sound, _ in _by_word(person)})


def group_named(people: Iterable[Somebody], apart: Apart) -> list[Group[Somebody]]:
    """Those with full names, and those whose row of the known people tells who a word alone is, in the order of their
    members.
    """
    items = sorted(alike(people, same, apart), key=_order)
    return gather([Group.of(p, keys(p), seeks(p)) for p in items], _compare, apart, _evidence)


class Join(NamedTuple):
    """That a group is who `to` is."""

    to: Group[Somebody]
    group: Group[Somebody]
    verdict: Verdict


def group_words(
    bearers: Iterable[Group[Somebody]], words: Iterable[Somebody], apart: Apart
) -> tuple[list[Join], list[Group[Somebody]]]:
    """Whom a word alone means: one of its `bearers`, where clearly most speaks for this one, else somebody whom nobody
    names in full. `words` are of one `word_of`, in the order of their members; `bearers` are all groups that this is
    one of the `words_for`; those that are called by a word alone too are not among the groups returned if they are
    somebody else.
    """
    ordered = sorted(bearers, key=lambda group: _order(group.whole))
    full = [group for group in ordered if len(group.whole.form) > 1]
    blocks = Blocks(_evidence)
    for group in full:
        blocks.add(Group(group.whole, blocks=dict.fromkeys(_by_word(group.whole))))
    alone = [Group.of(person) for person in alike(words, same, apart)]
    alone += [group for group in ordered if len(group.whole.form) == 1]
    joins: list[Join] = []
    called: dict[int, list[Member]] = {}  # who joined each of `full`

    def unjoined(groups: Iterable[Group[Somebody]]) -> Iterator[Group[Somebody]]:
        for group in groups:
            group.blocks = group.seeks = dict.fromkeys(_by_word(group.whole))
            best = likeliest(group, blocks.near(group), _compare, apart)
            likely = best is not None and best.verdict.points >= ENOUGH and best.ahead >= CLEARLY
            if best and likely and not apart(group.whole.members, called.setdefault(best.number, [])):
                called[best.number] += group.whole.members
                joins.append(Join(full[best.number], group, best.verdict))
            else:
                yield group

    left = list(unjoined(sorted(alone, key=lambda group: _order(group.whole))))
    # Together they may tell more than each alone.
    return joins, list(unjoined(gather(left, _compare, apart, _evidence, CLEARLY)))


def _order(person: Somebody) -> tuple[bool, int, int, Name, Member]:
    """Full names first; of them, whom most articles name."""
    return len(person.form) < 2, -len(person.members), -len(person.form), person.form, person.members[0]


def keys(person: Somebody) -> Iterator[Hashable]:
    """Blocks in which somebody with a full name, or with a row of the known people, is found."""
    yield from (("known", row) for row in person.known)
    if len(person.form) > 1:
        yield from names.keys(person.form)


def seeks(person: Somebody) -> Iterator[Hashable]:
    """Blocks in which somebody like this one may be found."""
    yield from (("known", row) for row in person.known)
    if len(person.form) > 1:
        yield from names.seeks(person.form)


def _by_word(person: Somebody) -> Iterator[tuple[Hashable, str, Hashable]]:
    """Blocks for words alone: of common ones, only who holds the same office is looked at."""
    form = person.form
    if not form:
        return
    for unit in dict.fromkeys((form[0], form[-1], *form[1:2])):
        if names.rarity(unit) > 1:
            yield "one", names.sound(unit), names.is_father(unit)
        for held in (*person.offices, *person.unsure):
            yield "office", names.sound(unit), held


def _evidence(person: Somebody) -> Iterator[Hashable]:
    """What tells one bearer of a common name from the others: the offices, and who is named beside."""
    yield from {held.title for held in (*person.offices, *person.unsure)}
    own = names.sounds(person.form)
    yield from (f"beside {somebody}" for somebody in person.context.busy() if somebody not in own)


def _compare(person: Somebody, group: Somebody) -> Verdict | None:
    if person.known and group.known:
        same = set(person.known) & set(group.known)
        return Verdict(_KNOWN, (f"both known to be {min(same)}",)) if same else None
    alike = _name(person.form, group)
    if alike is None:
        return None
    points, reasons = names.points(alike), [_named(alike)]
    arabs = names.is_arab(person.form[0]) and names.is_arab(group.form[0])
    if alike.kind == "end" and arabs and not (set(person.offices) & set(group.offices)):
        return None  # a son may bear his father's whole name after his own: أحمد علي عبدالله صالح
    for more, why in (_offices(person, group), _usual(person, group, alike)):
        points += more
        reasons += why
    own = names.sounds(person.form) | names.sounds(group.form)
    around, why = likeness(person.context, group.context, own)
    points += around
    reasons += why
    both = len(person.context.articles & group.context.articles)
    if both:
        points -= 1.5 * both / min(len(person.context.articles), len(group.context.articles))
        reasons.append("one article names both")
    return Verdict(points, tuple(reasons))


def _name(form: Name, group: Somebody) -> names.Likeness | None:
    """How the name is like the group's; None where it contradicts a form that more than a slip gives."""
    usual = group.form
    full = len(usual) > 1
    most = names.compare(form, usual)
    if full and most is None:
        return None
    best: names.Likeness | None = None
    against = 0
    forms = list(islice(group.forms.items(), _FORMS))
    total = sum(count for _, count in forms)
    for other, count in forms:
        if full and len(other) < 2:
            continue  # that one word alone joined says nothing for the next
        alike = most if other == usual else names.compare(form, other)
        if alike is None:
            against += count if len(other) > 1 else 0
            if against * _FEW > total:
                return None
        elif best is None or names.points(alike) > names.points(best):
            best = alike
    return best


def _named(alike: names.Likeness) -> str:
    words = {
        "same": "same name",
        "middle": "same name with a part left out",
        "beginning": "the name begins with the other",
        "end": "the name ends with the other",
        "order": "same name in another order",
        "surname": "surname of the other",
        "given name": "given name of the other",
        "father": "father's name of the other",
    }[alike.kind]
    spelt = {0.0: "", 0.5: ", spelt differently", 1.0: ", spelt differently"}.get(alike.difference, ", spelt loosely")
    rare = " (rare)" if alike.rarity >= ENOUGH else " (common)" if alike.rarity < 2 else ""
    return words + spelt + rare


def _offices(person: Somebody, group: Somebody) -> tuple[float, list[str]]:
    """What the offices speak for it; what a group of thousands holds is looked into, never gone through."""
    if shared := person.offices.keys() & group.offices.keys():
        return 3.5, [f"same office: {min(shared)}"]
    every = {*person.offices, *person.unsure}
    if shared := {held for held in every if held in group.offices or held in group.unsure}:
        return 1.5, [f"perhaps the same office: {min(shared)}"]
    if not (person.offices and group.offices) and (titles := person.titles.keys() & group.titles.keys()):
        return 1.0, [f"the same title: {min(titles)}"]
    if both := person.countries.keys() & group.countries.keys():
        return 1.0, [f"offices of the same country: {min(both)}"]
    if person.countries and group.countries:
        return -2.0, [f"offices of different countries: {min(person.countries)}, {min(group.countries)}"]
    return 0.0, []


def _usual(person: Somebody, group: Somebody, alike: names.Likeness) -> tuple[float, list[str]]:
    """A name means first of all the one whom newspapers often call so."""
    if alike.kind == "same":
        many = len(group.members)
        return (0.5 * math.log10(many), [f"{many} articles name this person"]) if many >= _MANY else (0.0, [])
    if len(person.form) > 1:
        return 0.0, []
    called = sum(n for unit, n in group.short.items() if names.difference(unit, person.form[0]) is not None)
    if not called:
        return 0.0, []
    return 1.0 + math.log10(called), [f"{called} articles call this person so"]
