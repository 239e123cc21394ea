"""What each table of the lexicon may hold: one model a file of `data/`, its keys those that some rule reads.

The shipped tables are checked by the tests, not at each start; a user's file is checked when it is read (`own.py`).
A legend at the head of each file says what its keys mean.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from arner.lexicon.own import LexiconError, OwnFrame, OwnOffice, OwnRelation, OwnVerb, Word, line_of
from arner.records import (
    Act,
    AgreementKind,
    AgreementStatus,
    AppointmentKind,
    AppointmentStatus,
    Granularity,
    MeetingKind,
    MeetingStatus,
)

Words = list[Word]
Code = Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]
_Takes = Literal[
    "clause", "speech", "quoted", "that", "object", "somebody", "invitation", "document", "conveys", "asked", "lent"
]
_Key = Annotated[str, StringConstraints(pattern="^[a-z_]+$")]
Id = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9-]*$")]


class Table(BaseModel):
    """A table, or a part of one: it has the keys that are listed and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _Example(Table):
    """Something with an example sentence."""

    example: Word


# --- closed classes


class WordClass(Table):
    """`words` are separated by spaces."""

    gloss: Word
    words: str = ""
    extends: list[str] = []


# --- reporting


class ReportingVerb(OwnVerb):
    """As a user's, with what only the package's need."""

    takes: list[_Takes] = Field(["clause"])  # type: ignore[assignment]


class ReportingFrame(_Example):
    """What reports without a verb: `words` open it."""

    id: Id
    words: Words = []
    act: Act


class Speakers(_Example):
    """Who and what speaks though nobody is named."""

    heads: Words
    honorifics: Words
    documents: Words


class Reporting(Table):
    """reporting.toml"""

    verb: list[ReportingVerb]
    frame: list[ReportingFrame]
    speakers: Speakers


# --- meetings


class MeetingVerb(_Example):
    """A verb that is an encounter."""

    id: Id
    past: Word
    present: Word
    kind: MeetingKind
    frame: Literal["with", "receive", "go", "go to", "be"]
    object: bool = False
    by: Words = []
    to: Words = []
    host: Words = []
    with_: Words = Field([], alias="with")
    status: MeetingStatus | None = None
    departs: bool = False
    turns: bool = False
    like_a_noun: bool = False
    corresponds: bool = False
    sits: bool = False


class MeetingLight(_Example):
    """A verb that is an encounter with a noun."""

    id: Id
    past: Word
    present: Word
    frame: Literal["do", "host", "happen"]
    by: list[str] = []
    status: MeetingStatus | None = None
    kinds: list[MeetingKind] = []
    attends: bool = False
    chairs: bool = False
    gathers: bool = False
    itself: bool = False


class MeetingNoun(_Example):
    """A noun that is an encounter."""

    id: Id
    forms: Words
    kind: MeetingKind
    with_: Words = Field([], alias="with")
    round: bool = False
    tour: bool = False
    participle: bool = False
    bare_destination: bool = False
    between: bool = False
    meets: bool = False
    sits: bool = False
    body: bool = False
    phrase: bool = False


class Heads(Table):
    """Heads of noun phrases."""

    heads: Words
    collective: Words


class Venues(Table):
    """Where people meet."""

    venues: Words
    before: Words


class Meetings(Table):
    """meetings.toml; `words` are held to the vocabulary of the relation when it is made."""

    verb: list[MeetingVerb]
    light: list[MeetingLight]
    noun: list[MeetingNoun]
    not_before: dict[MeetingKind, Words]
    described: Heads
    place: Venues
    words: dict[str, str]


# --- dates and months


class Weekdays(_Example):
    """Names of the days by their number; 0 is Monday."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Annotated[str, StringConstraints(pattern="^[0-6]$")], Words]
    not_after: Words


class Deictic(_Example):
    """Words and how many days they are from the publication."""

    forms: list[tuple[Word, int]]
    named_after: Words
    named_before: Words


class Modifiers(_Example):
    """Words after a unit, a weekday, a month."""

    past: Words
    before_last: Words
    after_next: Words
    current: Words
    future: Words
    narrated: Words
    same: Words
    recent: Words
    small: Words


class Unit(_Example):
    """A unit of time."""

    granularity: Granularity | Literal["hour", "century"]
    one: Words
    two: Words
    many: Words


class Numbered(_Example):
    """Words by a number: seasons by their first month, decades by their first year."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Annotated[str, StringConstraints(pattern="^[0-9]{1,2}$")], Words]


class WordList(_Example):
    """A list of words."""

    words: Words


class Forms(_Example):
    """Phrases that stand by themselves."""

    forms: Words


class Relative(_Example):
    """Words before and after a length of time."""

    back: Words
    ahead: Words
    about: Words
    vague: Words
    of: Words


class After(_Example):
    """Words after which something is a date."""

    after: Words


class CalledSo(_Example):
    """What is called after a date."""

    places: Words
    events: Words


class Tense(_Example):
    """Signs of what is to come and of what is over."""

    future: Words
    past: Words
    not_future: Words
    subjunctive: Words
    bounds: Words


class General(_Example):
    """Nouns after which العام is an adjective."""

    nouns: Words


class Dates(Table):
    """dates.toml"""

    weekdays: Weekdays
    deictic: Deictic
    parts: WordList
    modifiers: Modifiers
    unit: list[Unit]
    seasons: Numbered
    decades: Numbered
    edges: WordList
    relative: Relative
    phrases: Forms
    bare_years: After
    names: CalledSo
    tense: Tense
    general: General


class Month(_Example):
    """A month of one calendar."""

    number: int = Field(ge=1, le=12)
    names: Words
    unsure: Words


class Months(Table):
    """months.toml"""

    gregorian: list[Month] = Field(min_length=12, max_length=12)
    hijri: list[Month] = Field(min_length=12, max_length=12)


# --- countries, places, organisations, names


class Country(Table):
    """A state's names."""

    name: Word | None = None
    name_en: Word | None = None
    names: Words = []
    adjectives: Words = []
    people: Words = []
    capitals: Words = []
    seats: Words = []


class Guard(_Example):
    """When a word is no country."""

    words: Words = []
    as_: str = Field("", alias="as")
    not_after: list[str] = []  # signs too
    listed: bool = False
    not_before: Words = []
    not_spelt: Words = []
    only_after: Words = []
    capital_after: Words = []
    predicate_with: Words = []
    measured_by: Words = []
    throughout: bool = False


class ByArticle(_Example):
    """Words for several states, told apart by the article."""

    words: Words
    readings: dict[Code, str]
    not_after: Words = []
    spelt: dict[str, Code] = {}
    default: Code | None = None
    source: dict[Code, Words] = {}


class Countries(Table):
    """countries.toml: a state's code is its key."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Code, Country]
    guard: list[Guard]
    by_article: list[ByArticle]


class Places(Table):
    """places.toml: a state's code is its key."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Code, Words]
    contested: Words


class Organization(Table):
    """A body; all `names` mean the same one."""

    names: Words = Field(min_length=1)
    country: Code | None = None
    example: Word | None = None


class Organizations(Table):
    """organizations.toml"""

    also_words: Words
    organization: list[Organization]


class Same(Table):
    """What means the same."""

    same: Words
    example: Word | None = None


class Apart(_Example):
    """Words of names that are two names."""

    apart: list[tuple[Word, Word]]


class Generic(_Example):
    """Bodies that every state has."""

    heads: Words
    names: Words


class Linking(Table):
    """linking.toml"""

    names: Apart
    office: list[Same]
    generic: Generic
    body: list[Same]


# --- offices


class Office(OwnOffice):
    """As a user's, with what only the package's need."""

    serves: bool = False
    example: Word


class DescribedNoun(Table):
    """A noun for somebody who is not named."""

    masculine: Word
    feminine: Word | None = None
    plural: Words = []


class Described(_Example):
    """Nouns that describe people without naming them."""

    nouns: list[DescribedNoun]
    need_adjective: Words


class Counterpart(_Example):
    """`نظيره`: stems and their endings."""

    stems: Words
    suffixes: Words
    plural: Words
    feminine: Words
    dual: Words


class Dual(_Example):
    """`الرئيسان`, `الجانبان`, `البلدان`."""

    person: Words
    side: Words
    country: Words


class OfficeModifiers(Table):
    """Adjectives of offices."""

    former: Words
    passing: Words
    charged: Words
    kept: Words
    organization: dict[str, str]


class Plain(Table):
    """A list of words without an example."""

    words: Words


class OfficeBodies(Table):
    """Bodies that offices are of."""

    words: Words
    organs: Words
    organizations: Words
    private: Words


class Offices(Table):
    """offices.toml"""

    regions: dict[Code, Words]
    office: list[Office]
    described: Described
    counterpart: Counterpart
    dual: Dual
    honorifics: WordList
    modifiers: OfficeModifiers
    portfolios: Plain
    state: Plain
    bodies: OfficeBodies


class Names(_Example):
    """names.toml"""

    words: Words
    also_verbs: Words
    nobody: Words
    wishing: Words
    things: Words
    sites: Words
    bodies: Words
    royal: Words
    towns: Words
    governing: Words
    callings: Words
    latin: dict[str, str]


class CueWord(_Example):
    """A verb, noun or carrier of a relation; the keys are told at the head of agreements.toml."""

    id: Id
    past: Word | None = None
    present: Word | None = None
    passive: Word | None = None
    masdars: Words = []
    forms: Words = []
    except_: Words = Field([], alias="except")
    by: list[str] = []
    with_: Words = Field([], alias="with")
    near: Words = []
    not_near: Words = []
    carriers: list[Id] = []
    kind: AgreementKind | AppointmentKind | None = None
    status: AgreementStatus | AppointmentStatus | None = None
    frame: Id | None = None


class Cues(Table):
    verb: list[CueWord] = []
    noun: list[CueWord] = []
    carrier: list[CueWord] = []


class ModalityWords(_Example):
    """A word that governs an event or qualifies it; see modality.toml."""

    modality: Literal["real", "denied", "possible", "planned", "proposed", "asked", "cancelled", "ongoing"]
    gloss: str
    words: Words = []
    verbs: Words = []
    stems: Words = []
    takes_in: bool = False
    of: Literal["encounters", "acts"] | None = None


class Modalities(Table):
    governor: list[ModalityWords]
    adjective: list[ModalityWords]


class StepWords(Table):
    collective: Words
    own: Words
    posts: Words
    after_office: Words
    about: Words
    field: Words
    not_about: Words
    phrase_stops: Words
    plain_adjectives: Words
    not_company: Words
    before_places: Words
    in_places: Words
    parts_dates: Words


class Frames(Table):
    relation: list[OwnRelation]
    frame: list[OwnFrame]
    words: StepWords


TABLES: dict[str, TypeAdapter[object]] = {
    "frames": TypeAdapter(Frames),
    "modality": TypeAdapter(Modalities),
    "agreements": TypeAdapter(Cues),
    "appointments": TypeAdapter(Cues),
    "classes": TypeAdapter(dict[_Key, WordClass]),
    "reporting": TypeAdapter(Reporting),
    "meetings": TypeAdapter(Meetings),
    "dates": TypeAdapter(Dates),
    "months": TypeAdapter(Months),
    "countries": TypeAdapter(Countries),
    "places": TypeAdapter(Places),
    "organizations": TypeAdapter(Organizations),
    "linking": TypeAdapter(Linking),
    "offices": TypeAdapter(Offices),
    "names": TypeAdapter(Names),
    "organization_heads": TypeAdapter(dict[_Key, Words | str]),
}


def check(name: str, path: Path) -> None:
    """Holds the file at `path` to what the table `name` may hold.

    Raises:
        LexiconError: a key that is not known, or a value that is none; it names the file, the line and the reason.
    """
    text = path.read_text(encoding="utf-8")
    try:
        TABLES[name].validate_python(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(path, None, f"not TOML: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(str(part) for part in first["loc"])
        raise LexiconError(path, line_of(text, first["loc"]), f"{at}: {first['msg']}") from None
