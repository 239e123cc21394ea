"""The same organisation in many articles: names, short forms, acronyms, the country in the name or beside it.

`وكالة الأنباء الإيرانية الرسمية` is compared as `وكالة انباء` of IR. A body that every state has one of (a ministry, a
parliament: `generic` in linking.toml) is the same only where the country is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.lexicon import cached, load, word_class
from arner.linking.clusters import Apart, Group, Member, Verdict, alike, gather
from arner.linking.context import Context, likeness
from arner.records import Organization

_SIGNS = re.compile(r"[\W_]+")
_EPITHETS = word_class("epithet_of_body")
_LONGEST = 12  # words of a name that are looked at


@dataclass(slots=True)
class Body:
    """What is known of an organisation: keys of its names, its countries, each with the number of articles."""

    members: list[Member]
    names: Counter[str]
    countries: Counter[str]
    known: bool  # whether the lexicon has it, so that the name alone says which it is
    context: Context
    rows: Counter[str]  # of the known organisations that it is

    @classmethod
    def of(cls, member: Member, body: Organization, context: Context) -> Body:
        key, country, known = key_of(body.name)
        country = country or ("" if known else body.country or "")
        return cls([member], Counter([key]), Counter([country] if country else ()), known, context, _rows(body))

    @classmethod
    def read(cls, members: list[Member], told: Any, context: Context) -> Body:
        """From what `told` gives, after JSON."""
        names, countries, known, rows = told
        return cls(members, Counter(names), Counter(countries), known, context, Counter(rows))

    def told(self) -> list[object]:
        """What is known but for members and context, in the types of JSON."""
        return [self.names, self.countries, self.known, self.rows]

    def copy(self) -> Body:
        """One that can absorb others while this stays as it is."""
        copied = Counter(self.names), Counter(self.countries), self.known, self.context, Counter(self.rows)
        return Body(list(self.members), *copied)

    def absorb(self, other: Body) -> None:
        self.members += other.members
        self.names.update(other.names)
        self.countries.update(other.countries)
        self.known = self.known or other.known
        self.context = self.context.with_(other.context)
        self.rows.update(other.rows)

    @property
    def form(self) -> str:
        return min(self.names, key=lambda n: (-self.names[n], -len(n), n))

    @property
    def country(self) -> str:
        return min(self.countries, key=lambda c: (-self.countries[c], c), default="")


def _rows(body: Organization) -> Counter[str]:
    return Counter([body.known] if body.known else ())


def key_of(name: str) -> tuple[str, str, bool]:
    """What a name is compared by, the country that stands in it ("" if none), and whether the lexicon has it.

    >>> key_of("وزارة الدفاع الروسية")
    ('وزاره دفاع', 'RU', False)
    """
    words = _SIGNS.sub(" ", fold(name)).split()[:_LONGEST]
    plain = [w for w in words if w not in _EPITHETS] or words
    named = bool(plain) and plain[0] in _heads() and plain[0] not in _generic()
    for known in (plain, plain[1:] if named else plain):
        if key := _known().get(_joined(known)):
            return key, "", True
    country = ""
    kept: list[str] = []
    for i, word in enumerate(plain):
        code = _adjectives().get(bare(word)) if i else None
        if code and (word.startswith("ال") or len(plain) == i + 1):
            country = country or code
        else:
            kept.append(word)
    if country and kept[0] not in _generic() and (key := _known().get(_joined(kept))):
        return key, "", True  # حزب الله اللبناني
    return _joined(kept or plain), country, False


def in_lexicon(name: str) -> bool:
    """Whether the lexicon has these very words as a body's name."""
    return _joined(_SIGNS.sub(" ", fold(name)).split()) in _known()


def _joined(words: list[str]) -> str:
    return " ".join(map(bare, words))


@cached
def _known() -> dict[str, str]:
    """Every name of a body in the lexicon → the key of the body."""
    groups = [entry["names"] for entry in load("organizations")["organization"]]
    groups += [entry["same"] for entry in load("linking")["body"]]
    unknown = {_joined(fold(name).split()) for name in load("linking")["generic"]["names"]}
    key: dict[str, str] = {}
    for group in groups:
        forms = list(dict.fromkeys(_joined(_SIGNS.sub(" ", fold(name)).split()) for name in group))
        if forms[0] in unknown:
            continue
        old = {key[f] for f in forms if f in key}
        best = min(old, default=forms[0])
        key |= {form: best for form, other in key.items() if other in old}
        key |= dict.fromkeys(forms, best)
    return key


@cached
def _heads() -> frozenset[str]:
    return frozenset(fold(w) for w in load("organization_heads")["words"])


@cached
def _generic() -> frozenset[str]:
    return frozenset(bare(fold(w)) for w in load("linking")["generic"]["heads"])


@cached
def _adjectives() -> dict[str, str]:
    """Adjectives of countries, folded and without article, in the forms that follow a body's name."""
    found: dict[str, str] = {}
    for code, entry in load("countries").items():
        for adjective in entry.get("adjectives", ()) if isinstance(entry, dict) else ():
            word = bare(fold(adjective))
            found |= {word: code, word + "ه": code}
    return found


def group_organizations(bodies: Iterable[Body], apart: Apart) -> list[Group[Body]]:
    """Organisations of single articles, in the order of their members → each once."""
    items = sorted(
        alike(bodies, same, apart),
        key=lambda b: (not b.known, not b.country, -len(b.members), b.form, b.members[0]),
    )
    return gather([Group.of(body, blocks := list(keys(body)), blocks) for body in items], _compare, apart)


def same(body: Body) -> tuple[str, str, frozenset[str]] | None:
    """The same name with its country, or in the lexicon, needs no second look; None for what needs one."""
    if not body.form or (not body.country and not body.known):
        return None
    return body.form, body.country, frozenset(body.rows)


def keys(body: Body) -> Iterator[Hashable]:
    """Blocks in which a body is found, and finds others."""
    yield from (("row", row) for row in body.rows)
    key = body.form
    if not key:
        return
    if body.country or body.known or key.split()[0] not in _generic():
        yield key
    elif body.context.articles:
        for country, _ in sorted(body.context.countries.items(), key=lambda c: (-c[1], c[0]))[:1]:
            yield key, country
    if body.country:
        yield key, body.country
    head, _, rest = key.partition(" ")
    if head in _heads() and _tells(rest):
        yield rest


def _tells(rest: str) -> bool:
    """Whether what follows the head is a name by itself: two words, or one that is no Arabic noun with article."""
    return " " in rest


def _compare(body: Body, group: Body) -> Verdict | None:
    """Whether two are one: of one name, and of one country as far as the articles tell."""
    if (body.rows and group.rows) or body.known or group.known:
        return _compare_known(body, group)
    alike = _alike(body.form, group.form)
    if alike is None:
        return None
    points, reasons = alike[0], [alike[1]]
    one, other = body.country, group.country
    if one and other:
        if one not in group.countries:
            return None
        points += 2.0
        reasons.append(f"of the same country: {one}")
    elif body.form.split()[0] in _generic():
        main = _main(body)
        if not main or (other or _main(group)) != main:
            return None
        reasons.append(f"the articles are about the same country: {main}")
        return Verdict(points - 0.5, tuple(reasons))
    elif one or other:
        country, unsaid = (one, group) if one else (other, body)
        if country not in unsaid.context.countries:
            return None
        reasons.append(f"the articles are about its country: {country}")
    around, why = likeness(body.context, group.context, frozenset())
    return Verdict(points + around / 2, (*reasons, *why))


def _compare_known(body: Body, group: Body) -> Verdict | None:
    """Whether two are one, of which the table of known bodies or the lexicon has one at least."""
    if body.rows and group.rows:
        shared = set(body.rows) & set(group.rows)
        return Verdict(6.0, (f"both known to be {min(shared)}",)) if shared else None
    same = body.known and group.known and body.form == group.form
    return Verdict(6.0, ("names of one body in the lexicon",)) if same else None


def _alike(form: str, other: str) -> tuple[float, str] | None:
    """How much two names say that they are one body's, and why; None for names of two bodies."""
    if form == other:
        return 4.0, "same name"
    return (3.5, "same name without the noun before it") if _without_head(form) == _without_head(other) else None


def _main(body: Body) -> str:
    """The country that most of the body's articles are about."""
    countries = body.context.countries
    return min(countries, key=lambda c: (-countries[c], c), default="")


def _without_head(key: str) -> str:
    head, _, rest = key.partition(" ")
    return rest if head in _heads() and _tells(rest) else key
