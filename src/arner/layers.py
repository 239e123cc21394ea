"""What the stages leave on a Doc, as typed values: one meaning an attribute of `doc._`.

`start` and `end` count characters of `doc.text`, `first_token` and `end_token` its tokens; ends are exclusive. The
values are frozen, go through `Doc.to_bytes()` and `nlp.pipe(n_process=2)`, and compare by what they hold.

    doc._.article     ArticleFacts            set before the stages run
    doc._.names       list[NameMention]       by arner_mentions: what the words say, nobody resolved
    doc._.countries   list[CountryMention]
    doc._.offices     list[OfficeMention]
    doc._.dates       list[TimeExpression]    by arner_dates
    doc._.mentions    list[Mention]           by arner_entities: who is meant
    doc._.entities    Entities
    doc._.statements  list of dicts           shaped as `Statement` of `records.py`, spans as offsets
    doc._.meetings    list of dicts           shaped as `Meeting` of `records.py`, spans as offsets
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Literal, TypeVar

import srsly
from spacy.tokens import Doc

from arner.records import CountrySource, Granularity, LatinSource, MentionKind

NameType = Literal["person", "organization", "place", "described"]  # described: a body that is not named, `المجلس`
MentionType = Literal["person", "country", "organization", "place", "described"]
CountryHow = Literal["name", "demonym", "capital", "seat"]
TimeKind = Literal[
    "deictic",  # أمس
    "weekday",  # الخميس
    "date",  # 13 يوليو 2018
    "month",
    "season",
    "year",
    "decade",
    "century",
    "unit",  # الأسبوع الماضي
    "length",  # قبل يومين
    "range",  # من الاثنين إلى الأربعاء
    "vague",  # مؤخرا, نفس اليوم: words only
]
OfficeKind = Literal["office", "counterpart", "described", "dual"]
GrammaticalNumber = Literal["sing", "dual", "plural"]
Gender = Literal["m", "f"]


_TAG = "arner.layers"
_packed: dict[str, type] = {}
_Class = TypeVar("_Class", bound=type)
_Chain = Callable[[object], object] | None


def packed(layer: _Class) -> _Class:
    """A dataclass with slots that goes through `Doc.to_bytes()` in `doc.user_data`; its sequences are tuples."""
    _packed[layer.__name__] = layer
    return layer


@srsly.msgpack_encoders("arner.layers")  # type: ignore[untyped-decorator]
def _encode(value: object, chain: _Chain = None) -> object:
    """A value as a plain dict."""
    layer = type(value)
    if _packed.get(layer.__name__) is layer:
        return {_TAG: layer.__name__, "values": [getattr(value, field) for field in layer.__slots__]}  # type: ignore[attr-defined]
    return value if chain is None else chain(value)


@srsly.msgpack_decoders("arner.layers")  # type: ignore[untyped-decorator]
def _decode(found: dict[str, object], chain: _Chain = None) -> object:
    """The value of which `_encode` made `found`."""
    layer = _packed.get(str(found[_TAG])) if _TAG in found else None
    values = found.get("values")
    if layer is not None and isinstance(values, list):
        return layer(*map(_tuples, values))
    return found if chain is None else chain(found)


def _tuples(value: object) -> object:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


@packed
@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What is known of the article besides its text."""

    published: str | None = None
    """ISO day."""
    source: str | None = None
    """The newspaper or agency."""
    title_end: int | None = None
    """The character where the first line ends, when it is a title."""
    written: str | None = None
    """ISO day, where the words say another than `published` (`اليوم الأربعاء`, today, Wednesday), or where that is not
    known and a dateline tells it; by arner_dates."""

    @property
    def today(self) -> str | None:
        """ISO day that «أمس» (yesterday) counts from."""
        return self.written or self.published


@packed
@dataclass(frozen=True, slots=True)
class NameMention:
    """A name, not yet known whose: `لبوتين` with `start` at `بوتين`."""

    start: int
    end: int
    first_token: int
    end_token: int
    type: NameType
    name: str
    """As it is shown, without particles and marks."""


@packed
@dataclass(frozen=True, slots=True)
class CountryMention:
    """Words that may name a state: `روسيا`, `الروسي`, `موسكو`, `الكرملين`."""

    start: int
    end: int
    code: str
    """ISO 3166-1 alpha-2."""
    how: CountryHow


@packed
@dataclass(frozen=True, slots=True)
class OfficeMention:
    """A phrase that names an office, not yet known whose: `وزير الخارجية الروسي السابق`."""

    first_token: int
    end_token: int
    start: int
    end: int
    title: str
    """The office without its country's adjective: `وزير الخارجية`."""
    singular: str
    """The title of one of several: `وزير الخارجية` of `وزيرا الخارجية`."""
    country: str | None
    countries: tuple[str, ...]
    """The states of a dual or plural: `الرئيسان الروسي والتركي`."""
    country_from: CountrySource | None
    organization: str | None
    former: bool
    definite: bool
    number: GrammaticalNumber
    gender: Gender | None
    kind: OfficeKind
    owned: bool = False
    """A suffix says whose it is: `مديرها`, `وزير خارجيته`."""
    reaches: int | None = None
    """The token of the comma behind which the holder's name stands: `مستشارة الرئيس بشار الأسد[،] بثينة شعبان`."""
    joined: bool = False
    """It follows another office at once, perhaps of the same person: `نائب رئيس الوزراء ووزير الدفاع`."""


@packed
@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something: `الرئيس الروسي [فلاديمير بوتين]`, `الزعيمان`, `موسكو`."""

    start: int
    end: int
    outer_start: int
    """Where the whole noun phrase begins, with titles, without particles."""
    outer_end: int
    type: MentionType
    """`described`: somebody the article does not name (`مسؤول أمريكي`, an American official)."""
    kind: MentionKind
    refs: tuple[str, ...]
    """Ids of entities: two for a dual, none for who is only described."""
    country: str | None = None
    """ISO code of the country itself, of a place's country, or of an office."""
    known: str | None = None
    """The row of the known people that who is only described is: who held the office then."""

    @classmethod
    def of_name(
        cls, name: NameMention, ref: str, country: str | None = None, outer_start: int | None = None, outer_end: int = 0
    ) -> Mention:
        """The mention of who or what is called `name`, in a noun phrase from `outer_start` to `outer_end`."""
        start = name.start if outer_start is None else outer_start
        return cls(name.start, name.end, start, max(name.end, outer_end), name.type, "name", (ref,), country)


@packed
@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters."""

    start: int
    end: int


@packed
@dataclass(frozen=True, slots=True)
class Role:
    """An office that the article gives a person; see `records.Role`."""

    title: str
    country: str | None
    country_from: CountrySource | None
    organization: str | None
    former: bool
    evidence: Span


@packed
@dataclass(frozen=True, slots=True)
class Person:
    """A named human being; see `records.Person`."""

    id: str
    name: str
    name_latin: str | None = None
    name_latin_from: LatinSource | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    known: str | None = None


@packed
@dataclass(frozen=True, slots=True)
class Country:
    """A state; see `records.Country`."""

    id: str
    code: str
    name: str
    name_en: str


@packed
@dataclass(frozen=True, slots=True)
class Organization:
    """A named body; see `records.Organization`."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    known: str | None = None


@packed
@dataclass(frozen=True, slots=True)
class Place:
    """A named place that is no state; see `records.Place`."""

    id: str
    name: str
    country: str | None = None


Entity = Person | Country | Organization | Place


@packed
@dataclass(frozen=True, slots=True)
class Entities:
    """The people, countries, organisations and places of one article, each once."""

    people: tuple[Person, ...] = ()
    countries: tuple[Country, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()

    def __iter__(self) -> Iterator[Entity]:
        yield from self.people
        yield from self.countries
        yield from self.organizations
        yield from self.places

    def names(self) -> dict[str, str]:
        """The name of every entity by its id."""
        return {entity.id: entity.name for entity in self}


@packed
@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words for a time and the days they mean: `مساء الخميس`."""

    start: int
    end: int
    first_day: str | None
    """ISO, None where only words are sure."""
    last_day: str | None
    """ISO, inclusive."""
    granularity: Granularity | None
    kind: TimeKind = "date"
    points: int = 0
    """-1 where the words themselves point back (`أمس`, `الماضي`), 1 where they point ahead (`المقبل`), else 0."""


def plain(value: Entity | Role | Span) -> dict[str, object]:
    """The fields of a value by name, what they hold unchanged."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


Doc.set_extension("article", default=ArticleFacts(), force=True)
Doc.set_extension("entities", default=Entities(), force=True)
for _name in ("names", "countries", "offices", "dates", "mentions"):
    Doc.set_extension(_name, default=(), force=True)
for _name in ("statements", "meetings", "agreements", "appointments", "events"):
    Doc.set_extension(_name, default=None, force=True)
