"""Bodies of one article, each once: the same name, the lexicon's short forms, a longer form, another noun of its kind
(`شبكة CNN`, `CNN`), the words in another order, an acronym in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

from arner.arabic.orthography import clean, fold, is_arabic
from arner.arabic.particles import bare
from arner.arabic.spelling import spelling
from arner.entities.countries import States
from arner.entities.known import body_meant
from arner.genre import Genre
from arner.layers import Mention, NameMention, OfficeMention, Organization
from arner.lexicon import cached, load, words
from arner.mentions.countries import adjective_forms, newspaper_country
from arner.mentions.name import organization_heads
from arner.tokens import tokens_of

Key = tuple[str, ...]  # folded words of a name without their articles

_AGENCY = frozenset({"للانباء", "الاخباريه", "اخباريه", "رسميه"})
_CLOSING = {"(": ")", '"': '"', "«": "»", "“": "”"}


@cached
def _entries() -> dict[Key, dict[str, Any]]:
    return {_key(name): entry for entry in load("organizations")["organization"] for name in entry["names"]}


@cached
def _kinds() -> tuple[frozenset[str], frozenset[str]]:
    """Folded nouns that only say what a body is, and of these those that one body may be called by in turn."""
    heads = load("organization_heads")
    return frozenset(fold(w) for w in heads["kinds"]), frozenset(fold(w) for w in heads["interchangeable"])


def _key(name: str) -> Key:
    return tuple(bare(w) for w in fold(name).replace('"', " ").replace(".", " ").replace("اميركي", "امريكي").split())


def _words(key: Key) -> tuple[str, frozenset[str]] | None:
    """The words of a longer name in any order: `منظمة التجارة العالمية`, `المنظمة العالمية للتجارة`."""
    inner = frozenset(w.removeprefix("لل") for w in key)
    return ("words", inner) if len(inner) > 2 else None


@dataclass(slots=True)
class Body:
    """One organisation: the forms of its name as they stand in the text, and the indices of its names."""

    id: str
    country: str | None
    names: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    known: str | None = None

    def take(self, other: Body) -> None:
        """What `other`, the same body, is called."""
        self.names += other.names
        self.at += other.at
        self.country, self.known = self.country or other.country, self.known or other.known

    @property
    def name(self) -> str:
        """The fullest form, Arabic before Latin letters."""
        return max(dict.fromkeys(self.names), key=lambda f: (len(f.split()), is_arabic(f), len(f)))

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every other form, in the order of the text."""
        return tuple(f for f in dict.fromkeys(self.names) if f != self.name)


def organizations_of(
    doc: Doc, names: Sequence[NameMention], states: States
) -> tuple[list[Organization], list[Mention]]:
    """The organisations of an article, and their mentions: each with the country known when it is named."""
    names = [n for n in names if n.type == "organization"]
    found: list[Organization] = []
    mentions: list[Mention] = []
    home = newspaper_country(doc._.article.source or "") or ""
    sport = Genre(tokens_of(doc).norms).sport
    bodies = group(doc, names)
    for body in bodies:
        inner = [state for i in body.at for state in states.within(names[i].start, names[i].end)]
        body.country = body.country or (inner[0].code if inner else None)
        row = body_meant(body.names, body.country, {*states.counts, home}, sport)
        body.known = row.id if row else None
    for number, body in enumerate(_each_once(bodies), 1):
        ref = f"o{number}"
        mentions += (Mention.of_name(names[i], ref, body.country) for i in body.at)
        found.append(Organization(ref, body.name, body.aliases, body.country, body.known))
    return found, mentions


def _each_once(bodies: list[Body]) -> list[Body]:
    """Bodies that are one row of the known ones are one, and `سبورتنغ` is the only one whose name begins so."""
    by_row: dict[str, Body] = {}
    one = {body.id: by_row.setdefault(body.known or body.id, body) for body in bodies}
    begun: dict[str, list[Body]] = {}
    short: list[tuple[Body, str]] = []
    for body in by_row.values():
        first, *rest = _key(body.name)
        if rest:
            begun.setdefault(spelling(first), []).append(body)
        elif first not in organization_heads():
            short.append((body, spelling(first)))
    for body, first in short:
        longer = begun.get(first, [])
        if len(longer) == 1 and (body.known is None or longer[0].known is None):
            one[body.id] = longer[0]
    kept: list[Body] = []
    for body in bodies:
        same = one[one[body.id].id]
        if same is body:
            kept.append(body)
        else:
            same.take(body)
    return kept


def bodies_described(names: Sequence[NameMention], states: States) -> Iterator[Mention]:
    """The mentions of bodies that are only described: `المجلس`, `المجلة الأميركية`."""
    for name in names:
        if name.type == "described":
            inner = states.within(name.start, name.end)
            country = inner[-1].code if inner else None
            yield Mention(name.start, name.end, name.start, name.end, "described", "role", (), country)


def bodies_of_offices(
    doc: Doc, names: Sequence[NameMention], offices: Sequence[OfficeMention]
) -> Iterator[NameMention]:
    """The bodies of offices that are no names yet: `القيادي في [حزب الشروق]`, by their noun."""
    taken = {i for n in names for i in range(n.first_token, n.end_token)}
    for office in offices:
        body = office.organization.split() if office.organization else []
        if not _names_itself(body):
            continue
        for i in range(office.first_token, office.end_token - len(body) + 1):
            end = i + len(body)
            written = [clean(t.text) for t in doc[i:end]]
            if written[1:] == body[1:] and written[0].endswith(body[0]) and not taken.intersection(range(i, end)):
                start = doc[i].idx + len(doc[i].text) - len(body[0])
                last = doc[end - 1]
                taken.update(range(i, end))
                yield NameMention(start, last.idx + len(last.text), i, end, "organization", " ".join(body))


def _names_itself(body: list[str]) -> bool:
    """`حزب الشروق`, `الحزب الاشتراكي المصري`: a body's noun with what it is of, or with more than one adjective."""
    if len(body) < 2:
        return False
    first, last = fold(body[0]), fold(body[-1])
    if first in organization_heads():
        return any(word.startswith("ال") for word in body[1:]) or last not in words("ordinary_words")
    return len(body) > 2 and all(word.startswith("ال") for word in body) and bare(first) in organization_heads()


def group(doc: Doc, names: list[NameMention]) -> list[Body]:
    """The organisations that `names` are names of."""
    bodies: list[Body] = []
    by_key: dict[object, Body] = {}
    by_start = _ByStart()
    ends = {n.end_token: i for i, n in enumerate(names)}
    for i, name in enumerate(names):
        key = _key(name.name)
        entry = _entries().get(key)
        given, taken = _keys(key, entry)
        found = next((by_key[k] for k in taken if k in by_key), None)
        if found is None:
            found = by_start.longer(key) or _in_brackets(doc, name, names, ends, by_key)
        if found is None:
            found = Body(f"o{len(bodies) + 1}", entry.get("country") if entry else None)
            bodies.append(found)
        for k in given:
            by_key.setdefault(k, found)
        by_start.add(key, found)
        found.names.append(name.name)
        found.at.append(i)
    return bodies


def _keys(key: Key, entry: dict[str, Any] | None) -> tuple[list[object], list[object]]:
    """What this name gives to later names of the same body, and what it takes from earlier ones; the lexicon first.

    `شبكة CNN` gives its name to a later `CNN`, and takes that of an earlier one, but no other kind's: `حركة النور` is
    not `صحيفة النور`.
    """
    same: list[object] = [id(entry)] if entry else []
    same.append(key)
    if any_order := _words(key):
        same.append(any_order)
    if len(key) > 1 or len(key[0]) > 5:
        same.append(("spelt", tuple(map(spelling, key))))
    if len(key) < 2 or key[0] not in _kinds()[0]:
        return same, [*same, ("said with its kind", key)]
    inner = _inner(key[1:])
    if key[0] in _kinds()[1]:
        same.append(("interchangeable", inner))
    same.append((key[0], inner))
    return [*same, ("said with its kind", inner)], [*same, inner]


def _inner(key: Key) -> Key:
    """`وكالة [فارس] الإيرانية للأنباء`: the name within what its kind governs."""
    inner = key
    while len(inner) > 1 and (inner[-1] in _AGENCY or inner[-1] in _demonyms()):
        inner = inner[:-1]
    return key if "ال" + inner[-1] in words("ordinary_words") else inner  # وكالة [الأنباء] السورية


@cached
def _demonyms() -> frozenset[str]:
    """Adjectives of states in one word, folded and without article."""
    entries = (entry for entry in load("countries").values() if isinstance(entry, dict))
    adjectives = (adjective for entry in entries for adjective in entry.get("adjectives", ()))
    return frozenset(bare(form) for adjective in adjectives for form in adjective_forms(adjective) if " " not in form)


class _ByStart:
    """The bodies by their longest names and what these begin with."""

    _MORE = 2  # words that a name may go on with

    def __init__(self) -> None:
        self._longest: dict[str, Key] = {}  # by the body's id
        self._named: dict[Key, list[Body]] = {}
        self._begun: dict[Key, list[Body]] = {}

    def add(self, key: Key, body: Body) -> None:
        """A name of `body`."""
        if len(key) <= len(self._longest.get(body.id, ())):
            return
        self._longest[body.id] = key
        self._named.setdefault(key, []).append(body)
        for size in range(max(len(key) - self._MORE, 2), len(key)):
            self._begun.setdefault(key[:size], []).append(body)

    def longer(self, key: Key) -> Body | None:
        """The first body of at least two words that begins as `key` does, or that `key` goes on from."""
        if len(key) < 2:
            return None
        shorter = (key[:size] for size in range(max(len(key) - self._MORE, 2), len(key) + 1))
        bodies = [body for part in shorter for body in self._named.get(part, ()) if self._longest[body.id] == part]
        bodies += next(([b] for b in self._begun.get(key, ()) if len(self._longest[b.id]) - len(key) <= self._MORE), [])
        return min(bodies, key=lambda body: int(body.id[1:]), default=None)


def _in_brackets(
    doc: Doc, name: NameMention, names: list[NameMention], ends: dict[int, int], by_key: dict[object, Body]
) -> Body | None:
    """`وكالة الأنباء الإيرانية (إرنا)`, `… "إرنا"`: in brackets or quoted after a name, another form of it."""
    first, last = name.first_token, name.end_token
    closing = _CLOSING.get(doc[first - 1].norm_) if first > 1 else None
    if closing is None or first - 1 not in ends or (last < len(doc) and doc[last].norm_ != closing):
        return None
    return by_key.get(_key(names[ends[first - 1]].name))
