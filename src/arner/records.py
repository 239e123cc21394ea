"""The records: what `arner` takes in (`Article`) and what it gives back (`ArticleRecord`).

This is the contract of the whole library. The names of the fields are a promise to users; the JSON of an
`ArticleRecord` carries `schema_version`. Every span counts characters of `ArticleRecord.text`
(Python string indices, end exclusive): `record.text[span.start:span.end] == span.text`, always.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION = "1.0"

MentionKind = Literal["name", "role", "demonym", "metonym", "pronoun"]
CountrySource = Literal["adjective", "genitive", "capital", "context"]
MeetingKind = Literal["meeting", "visit", "summit", "talks", "call", "conference"]
MeetingStatus = Literal["held", "ongoing", "planned", "proposed", "cancelled"]
Part = Literal["host", "guest", "participant"]
Mode = Literal["direct", "indirect", "mixed"]
Granularity = Literal["day", "week", "month", "season", "year", "decade", "range"]
Act = Literal[
    "say", "add", "confirm", "deny", "claim", "judge", "praise", "welcome", "criticise", "condemn", "accuse",
    "warn", "threaten", "promise", "call_for", "demand", "announce", "reveal", "invite", "ask", "reply",
]  # fmt: skip


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Article(_Model):
    """One article as it comes from a newspaper.

    `published` is the ISO date that words such as «أمس» (yesterday) are counted from. The text that is read
    is `full_text`: the title, when there is one, is its first line.
    """

    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$")
    source: str | None = None
    url: str | None = None

    @property
    def full_text(self) -> str:
        return f"{self.title}\n{self.text}" if self.title else self.text


class Span(_Model):
    """A run of characters of the record's text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Mention(Span):
    """Where an entity stands in the text, without particles as far as the characters allow.

    `kind`: its name (بوتين), a role that stands for it (الرئيس الروسي), the adjective of a country (الروسي),
    a seat of power that acts for a state (الكرملين), or a pronoun.
    """

    kind: MentionKind


class Role(_Model):
    """An office that the article gives a person, e.g. «وزير الخارجية» (foreign minister) of `country` RU."""

    title: str
    country: str | None = None
    country_from: CountrySource | None = None
    organization: str | None = None
    former: bool = False
    evidence: Span


class Person(_Model):
    """A human being named in the article, once; `name` is the fullest form that the article uses."""

    id: str
    name: str
    name_latin: str | None = None
    name_latin_from: Literal["table", "rule"] | None = None
    aliases: list[str] = []
    roles: list[Role] = []
    mentions: list[Mention]


class Country(_Model):
    """A state; `id` is `country:` and its ISO 3166-1 alpha-2 code (also XK, SU, YU)."""

    id: str
    code: str
    name: str
    name_en: str
    mentions: list[Mention]


class Organization(_Model):
    """A named body: a party, an armed group, a company, an agency, an alliance, a newspaper."""

    id: str
    name: str
    aliases: list[str] = []
    country: str | None = None
    mentions: list[Mention]


class Place(_Model):
    """A named place that is no country; `country` is the ISO code where the place is known."""

    id: str
    name: str
    country: str | None = None
    mentions: list[Mention]


class Ref(_Model):
    """Someone who speaks or takes part: `ref` is an id of this record, or null where only words are known."""

    ref: str | None = None
    name: str


class Participant(Ref):
    role: Part = "participant"


class MeetingPlace(_Model):
    """Where a meeting is held: `ref` an id of this record or null, `name` as in the text, `country` ISO."""

    ref: str | None = None
    name: str | None = None
    country: str | None = None


class DateValue(_Model):
    """A date as the text gives it; `start` and `end` (ISO, both inclusive) are null where only words are sure."""

    text: str
    start: str | None = None
    end: str | None = None
    granularity: Granularity | None = None


class Meeting(_Model):
    """One encounter, however often the article mentions it."""

    id: str
    kind: MeetingKind
    status: MeetingStatus
    participants: list[Participant] = []
    place: MeetingPlace | None = None
    date: DateValue | None = None
    topics: list[str] = []
    evidence: list[Span]
    rule: str


class Statement(_Model):
    """One reporting expression with what it reports: `verb` as in the text, `content` verbatim."""

    id: str
    speakers: list[Ref] = []
    verb: str
    act: Act
    mode: Mode
    content: Span
    parts: list[Span] = []
    source: str | None = None
    date: DateValue | None = None
    about: list[Ref] = []
    evidence: Span
    rule: str


class ArticleRecord(_Model):
    """Everything read from one article, with the text that all offsets count in."""

    schema_version: str = SCHEMA_VERSION
    id: str
    source: str | None = None
    url: str | None = None
    published: str | None = None
    text: str
    people: list[Person] = []
    countries: list[Country] = []
    organizations: list[Organization] = []
    places: list[Place] = []
    meetings: list[Meeting] = []
    statements: list[Statement] = []

    def spans(self) -> list[Span]:
        """Every span of the record."""
        entities: list[Person | Country | Organization | Place] = [
            *self.people,
            *self.countries,
            *self.organizations,
            *self.places,
        ]
        found: list[Span] = [m for e in entities for m in e.mentions]
        found += [r.evidence for p in self.people for r in p.roles]
        found += [s for m in self.meetings for s in m.evidence]
        for s in self.statements:
            found += [s.content, s.evidence, *s.parts]
        return found

    @model_validator(mode="after")
    def _spans_fit_text(self) -> Self:
        for span in self.spans():
            if self.text[span.start : span.end] != span.text:
                raise ValueError(f"record {self.id}: span {span.start}:{span.end} is not {span.text!r}")
        return self
