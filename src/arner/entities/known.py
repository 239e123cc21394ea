"""Which row of the tables of known people and bodies (`lexicon/known.py`) somebody of an article is.

The text goes first: a row is out where the article gives the name an office of another state, or a trade that is none
of the row's. For it speak the name, the more the fuller and rarer; an office that it held then; that the article names
its state; that the article is of its time. Enough must speak for it, and more than for any other row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from arner.arabic.orthography import fold, fold_all
from arner.arabic.particles import bare
from arner.arabic.spelling import spelling
from arner.entities.keys import folded_words, title_key
from arner.entities.named import Key, by_key, keys_of
from arner.entities.people import fits
from arner.layers import ArticleFacts, Role
from arner.lexicon import cached, load, name_counts, own, word_class
from arner.lexicon.by_word import ByWord
from arner.lexicon.known import ambiguous_bodies, known_bodies, known_people
from arner.lexicon.rows import KnownBody, KnownOffice, KnownPerson

_ENOUGH = 3.0  # points
_SAID = frozenset({"adjective", "genitive", "capital"})  # where the text itself gives an office its state
_SPELT_OTHERWISE = 1.5  # points less for a spelling that the row has not
_COMMON = 20  # bearers of a word of a name
_EARLY = 10  # years before the first office in which news did not name somebody yet
_NEAR = 2  # years around an office in which news name its holder
_TRADES = word_class("trade")
_OF_MANY = word_class("office_of_many")
_ALONE_OF_MANY = word_class("office_of_many_alone")


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells of somebody: keys of the forms of the name, offices, words right before the name (folded),
    the states that the article names (ISO codes), the year of its publication.
    """

    forms: tuple[Key, ...]
    roles: Sequence[Role]
    titles: Collection[str]
    states: Collection[str]
    year: int | None


@dataclass(frozen=True, slots=True)
class _People:
    """The rows by the spelling of the first and the last word of a full name, by the last word; by office and state."""

    ends: dict[tuple[str, str], list[KnownPerson]]
    last: dict[str, list[KnownPerson]]
    offices: dict[tuple[str, str], list[tuple[KnownPerson, KnownOffice]]]


@cached
def _people() -> _People:
    people = _People({}, {}, {})
    spelt = ByWord(spelling)
    for row in known_people():
        for key in keys_of(row):
            last = spelt[key[-1]]
            _add(people.last.setdefault(last, []), row)
            if len(key) > 1:
                _add(people.ends.setdefault((spelt[key[0]], last), []), row)
        for office in row.offices:
            if office.country and not office.organization:
                people.offices.setdefault((title_key(office.title), office.country), []).append((row, office))
    return people


def _add(rows: list[KnownPerson], row: KnownPerson) -> None:
    """Adds a row, of which one name may have been added before, once."""
    if not rows or rows[-1] is not row:
        rows.append(row)


def _spelt(key: Key) -> Key:
    return tuple(map(spelling, key))


@cached
def known_names() -> dict[Key, int]:
    """Keys of names of which one is sure that they mean one person → a number of the person.

    Of a user's own people all names, else full names and those of fathers (`أبو مازن`) that only one row has.
    """
    mine = len(own().person)
    number = {row.id: n for n, row in enumerate(known_people())}
    found: dict[Key, int] = {}
    for key, names in by_key().items():
        rows = [number[row.id] for _, row in names]
        full = len(key) > 1 or key[0].startswith("ابو")
        if rows[0] < mine or (full and len(set(rows)) == 1):
            found[key] = rows[0]
    return found


def year_of(facts: ArticleFacts) -> int | None:
    """The year in which an article was published."""
    return int(facts.today[:4]) if facts.today else None


def person_meant(told: Told) -> KnownPerson | None:
    """The row of somebody, None where nothing or too little speaks for one, or for two alike."""
    rated = sorted(_rated(told), key=lambda pair: -pair[0])
    if not rated or rated[0][0] < _ENOUGH:
        return None
    return rated[0][1] if len(rated) == 1 or rated[0][0] > rated[1][0] else None


def _rated(told: Told) -> Iterable[tuple[float, KnownPerson]]:
    longest = max(told.forms, key=lambda key: (len(key), sum(map(len, key))), default=())
    if not longest:
        return
    for row, points in _by_name(longest).values():
        if _spoken_against(told, row):
            continue
        office = max((_agrees(told, role, held) for role in told.roles for held in row.offices), default=0.0)
        early = _early(told, row)
        if early and not office:
            continue
        state = 1.0 if row.countries & set(told.states) else 0.0
        yield points + office + state + _of_its_time(told, row, lone=len(longest) == 1 and points > 0), row


def _by_name(key: Key) -> dict[str, tuple[KnownPerson, float]]:
    """The rows that the name may be of, each with how much the name says."""
    people, spelt = _people(), _spelt(key)
    found: dict[str, tuple[KnownPerson, float]] = {}
    if len(key) == 1:
        for row in people.last.get(spelt[0], ()):
            if key in (forms := keys_of(row)):
                found[row.id] = row, 1.0
            elif any(form[-1:] == key for form in forms):
                found[row.id] = row, 0.0
        return found
    rare = sum(_rarity(word) for word in key)
    for row in people.ends.get((spelt[0], spelt[-1]), ()):
        forms = [form for form in keys_of(row) if len(form) > 1]
        if any(_same_name(form, key) for form in forms):
            points = 1.0 if rare < 3 else 2.0 if rare < 4 else 3.0
            found[row.id] = row, points if key in forms else points - _SPELT_OTHERWISE
        elif any(_is_shorter(*sorted((form, key), key=len)) for form in forms):
            found[row.id] = row, 1.0 if rare >= 4 else 0.0
    return found


def _is_shorter(short: Key, long: Key) -> bool:
    """Whether `short` is `long` with words between its first and its last left out."""
    return _same_name((short[0], short[-1]), (long[0], long[-1])) and fits(short, long)


def _same_name(one: Key, other: Key) -> bool:
    """Whether two names are spellings of one."""
    return len(one) == len(other) and all(map(_same_word, one, other))


def _same_word(one: str, other: str) -> bool:
    """Words that Arabs bear are spelt in one way: `سعد` is not `سعود`."""
    if one == other:
        return True
    return spelling(one) == spelling(other) and not (_is_arab(one) and _is_arab(other)) and {one, other} not in _apart()


@cached
def _apart() -> list[set[str]]:
    """Words that sound alike to a foreign ear and are two names: `الخميني`, `خامنئي`."""
    return [{bare(fold(word)) for word in pair} for pair in load("linking")["names"]["apart"]]


def _is_arab(word: str) -> bool:
    return name_counts().get(word, (0, False))[1]


def _rarity(word: str) -> float:
    """How much a word of a name says about whose it is; foreigners of one whole name are seldom two."""
    bearers, arab = name_counts().get(word, (0, False))
    return (1.0 if arab else 1.5) if bearers >= _COMMON else 2.0


def _spoken_against(told: Told, row: KnownPerson) -> bool:
    """Whether the article gives the name an office of a state that is none of the row's, or a trade."""
    said = {role.country for role in told.roles if role.country and role.country_from in _SAID}
    if said and not said & row.countries:
        return True
    own = {bare(word).removesuffix("ه") for held in row.offices for word in folded_words(held.title)}
    trades = {bare(word).removesuffix("ه") for word in told.titles} & _TRADES
    return bool(trades and row.offices and not trades & own)


def _of_its_time(told: Told, row: KnownPerson, lone: bool) -> float:
    """Whether the article is of the time of the row's offices.

    `lone`: a surname that the row lists is enough where the day of the article or those of the offices are not known.
    """
    if told.year is None or not any(held.dated for held in row.offices):
        return 1.0 if lone else 0.0
    return 1.0 if any(held.holds(told.year, _NEAR) for held in row.offices) else 0.0


def _early(told: Told, row: KnownPerson) -> bool:
    first = min((held.since for held in row.offices if held.since), default=None)
    return told.year is not None and first is not None and told.year < first - _EARLY


def _agrees(told: Told, role: Role, held: KnownOffice) -> float:
    """How much an office that the article gives is one that a row held."""
    same = title_key(role.title) == title_key(held.title)
    if not (same or _is_first_word(role.title, held.title)) or _is_elsewhere(role, held):
        return 0.0
    in_office = told.year is None or not held.dated or held.holds(told.year, 1)
    if told.year is not None and not in_office and not (held.until is not None and held.until <= told.year):
        return 0.0  # held only later
    of_body = bool(role.organization and held.organization)
    known = of_body or (role.country is not None and role.country_from in _SAID)
    points = 3.0 if known and same else 2.0 if known or same else 1.0
    points -= not in_office and not role.former  # told of in its time
    return points - 1.0 if _is_of_many(title_key(held.title)) and not of_body else points


def _is_first_word(title: str, held: str) -> bool:
    """Whether a title is the first word of a longer one, alone: `الرئيس` of `رئيس الجمهورية`."""
    head, *rest = folded_words(title) or ("",)
    return not rest and title_key(held).split()[:1] == [title_key(head)]


def _is_elsewhere(role: Role, held: KnownOffice) -> bool:
    """Whether an office is one of another state or another body than the one held."""
    if role.country and held.country and role.country != held.country:
        return True
    if not role.organization or not held.organization:
        return False
    return _body_key(role.organization) != _body_key(held.organization)


def _is_of_many(title: str) -> bool:
    """`عضو مجلس الشيوخ`, `النائب`: many hold it at once."""
    head, *rest = title.split()
    return head in _OF_MANY or (not rest and head in _ALONE_OF_MANY)


def office_held(row: KnownPerson, role: Role, year: int | None) -> KnownOffice | None:
    """The office of `row` that `role` is, as far as one is: of that title, then held."""
    key = title_key(role.title)
    said = [held for held in row.offices if title_key(held.title) == key]
    if not said and len(key.split()) == 1:
        said = [held for held in row.offices if title_key(held.title).split()[0] == key]
    then = [held for held in said if year is not None and held.holds(year)] if not role.former else []
    places = {(held.country, held.organization) for held in then or said}
    return (then or said)[-1] if len(places) == 1 else None


def country_of(office: KnownOffice) -> str | None:
    """The state that an office is of; None for one of a party, a company, a body of states."""
    body = body_meant([office.organization], office.country, ()) if office.organization else None
    return None if body is not None and body.kind not in _OF_STATES else office.country


def only_country(row: KnownPerson) -> str | None:
    """The state that the person and all offices of a row are of."""
    return next(iter(row.countries)) if len(row.countries) == 1 else None


def holder_of(title: str, country: str, year: int | None) -> KnownPerson | None:
    """Who alone holds an office of a state in that year, as far as the table knows."""
    if year is None:
        return None
    held = _people().offices.get((title_key(title), country), ())
    then = {row.id: row for row, office in held if office.holds(year)}
    return next(iter(then.values())) if len(then) == 1 else None


# -- bodies


def _body_key(name: str) -> Key:
    return _words_of_body(fold(name))


def _words_of_body(folded: str) -> Key:
    words = folded.replace('"', " ").replace(".", " ").replace("اميركي", "امريكي").split()
    return tuple(map(bare, words))


@cached
def _bodies() -> dict[Key, KnownBody | None]:
    """The key of every name of a known body → its row; None where two bear it."""
    named = [(form, row) for row in known_bodies() for form in row.forms]
    found: dict[Key, KnownBody | None] = {}
    for folded, (_, row) in zip(fold_all([form for form, _ in named]), named, strict=True):
        key = _words_of_body(folded)
        found[key] = None if found.get(key, row) is not row else row
    return found | dict.fromkeys(map(_body_key, ambiguous_bodies()))


_OF_STATES = frozenset({"ministry", "agency", "army", "court", "parliament", "other"})
"""Kinds of bodies whose offices are offices of the state."""
_EVERYWHERE = frozenset({"media", "news_agency", "company", "platform", "international", "alliance"})
"""Kinds of bodies that articles name which are about other states."""


def body_meant(
    names: Iterable[str], country: str | None, states: Collection[str], sport: bool = False
) -> KnownBody | None:
    """The row of a body with these names, of the state `country` as far as the text tells.

    One of a single state (a party, an authority) is meant only where the article names that state (`states`). In an
    article on `sport` a union of a continent is one of its teams: `الاتحاد الأفريقي`, not the African Union.
    """
    rows = {row.id: row for name in names if (row := _bodies().get(_body_key(name))) is not None}
    if len(rows) != 1:
        return None
    (row,) = rows.values()
    if sport and row.kind == "international" and row.forms[0].startswith("الاتحاد "):
        return None
    if row.country is None or row.country == country:
        return row
    if country is not None:
        return None
    return row if row.kind in _EVERYWHERE or row.country in states else None
