"""The records: what `arner` takes in (`Article`) and what it gives back (`ArticleRecord`).

This is the contract of the whole library. The names of the fields are a promise to users; the JSON of an
`ArticleRecord` carries `schema_version`. Every span counts characters of `ArticleRecord.text`
(Python string indices, end exclusive): `record.text[span.start:span.end] == span.text`, always.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from arner.events import RELATIONS

SCHEMA_VERSION = "1.1"

MentionKind = Literal["name", "role", "demonym", "metonym", "pronoun"]
CountrySource = Literal["adjective", "genitive", "capital", "known", "context"]
LatinSource = Literal["known", "table", "rule"]
MeetingKind = Literal["meeting", "visit", "summit", "talks", "call", "conference"]
MeetingStatus = Literal["held", "ongoing", "planned", "proposed", "cancelled"]
AgreementKind = Literal["agreement", "treaty", "memorandum", "contract", "ceasefire"]
AgreementStatus = Literal["signed", "reached", "in_force", "planned", "proposed", "rejected", "ended"]
AppointmentKind = Literal[
    "appointed", "elected", "sworn_in", "nominated", "dismissed", "resigned", "ended", "extended"
]  # fmt: skip
AppointmentStatus = Literal["done", "planned", "proposed", "rejected"]
Part = Literal["host", "guest", "participant"]
Language = Literal["ar", "ar-dialect", "fa", "ur", "other"]
Mode = Literal["direct", "indirect", "mixed"]
Granularity = Literal["day", "week", "month", "season", "year", "decade", "range"]
Act = Literal[
    "say", "add", "confirm", "deny", "claim", "judge", "praise", "welcome", "criticise", "condemn", "accuse",
    "warn", "threaten", "promise", "call_for", "demand", "announce", "reveal", "invite", "ask", "reply",
]  # fmt: skip


class UnknownField(UserWarning):
    """A record has a field that this version does not know; it was left out."""


def version_problem(version: str) -> str | None:
    """Why a record of this `schema_version` cannot be read; None where it can: a newer minor version only adds."""
    given, known = version.partition(".")[0], SCHEMA_VERSION.partition(".")[0]
    if given == known:
        return None
    newer = given.isdigit() and int(given) > int(known)
    advice = "a newer arner wrote it: update this one" if newer else "read the articles again with this arner"
    return f"a record of schema {version}, where {known}.x is read: {advice}"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        from arner.shown import shown

        return shown(self)


class Article(_Model):
    """One article as it comes from a newspaper.

    `published` is the ISO date that words such as «أمس» (yesterday) are counted from. The text that is read
    is `full_text`: the title, when there is one, is its first line.
    """

    text: str
    """The body, as published."""
    id: str | None = None
    """What the record is called by; made of the text where it is not given."""
    title: str | None = None
    """The headline, where it is not the first line of the text."""
    published: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$")
    """ISO day of publication."""
    source: str | None = None
    """The newspaper or agency."""
    url: str | None = None
    """Where it was published."""

    @field_validator("published", mode="before")
    @classmethod
    def _day(cls, value: object) -> object:
        """Also takes a `date`, a `datetime` or a pandas `Timestamp`: its day."""
        return value.isoformat()[:10] if isinstance(value, date) else value

    @property
    def full_text(self) -> str:
        return f"{self.title}\n{self.text}" if self.title else self.text


class Span(_Model):
    """A run of characters of the record's text."""

    start: int = Field(ge=0)
    """Where it begins, in characters."""
    end: int = Field(ge=0)
    """Where it ends, exclusive."""
    text: str
    """The characters between."""


class Mention(Span):
    """Where an entity stands in the text, without particles as far as the characters allow.

    `kind`: its name (بوتين), a role that stands for it (الرئيس الروسي), the adjective of a country (الروسي),
    a seat of power that acts for a state (الكرملين), or a pronoun.
    """

    kind: MentionKind
    """What stands in for the entity."""


class Role(_Model):
    """An office that the article gives a person, e.g. «وزير الخارجية» (foreign minister) of `country` RU.

    `country_from`: the adjective (الروسي), genitive (روسيا) or capital that says it; `known` where the article says
    none and news name the person with that country's offices; `context` where only the rest of the article tells.
    """

    title: str
    """The office without its country: «وزير الخارجية» (foreign minister)."""
    country: str | None = None
    """ISO code of the state it is an office of."""
    country_from: CountrySource | None = None
    """How the text gives the country: «الروسي», «وزير خارجية روسيا», a capital, or only what the article is about."""
    organization: str | None = None
    """The body it is an office of, where that is not the state."""
    former: bool = False
    """Whether the article calls it past: «السابق»."""
    evidence: Span
    """The words that give it."""
    confidence: float | None = None
    """How often roles found like this one are right on articles read by hand, from 0 to 1."""


class Person(_Model):
    """A human being named in the article, once; `name` is the fullest form that the article uses."""

    id: str
    """In this record: `p1`, `p2` …"""
    name: str
    """The fullest form that the article uses, without titles and particles."""
    name_latin: str | None = None
    """The name in Latin letters."""
    name_latin_from: LatinSource | None = None
    """`known`: this name as a whole is known; `table`: each of its words is; `rule`: transliterated."""
    aliases: list[str] = []
    """Every other form of the name in the article."""
    roles: list[Role] = []
    """The offices that the article gives."""
    known: str | None = None
    """Who it is: the id of a row of the known people (docs/lexicon.md), null where nothing tells."""
    mentions: list[Mention]
    """Where the person stands in the text."""


class Country(_Model):
    """A state; `id` is `country:` and its ISO 3166-1 alpha-2 code (also XK, SU, YU)."""

    id: str
    """`country:RU`, the same in every record."""
    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """In Arabic."""
    name_en: str
    """In English."""
    mentions: list[Mention]
    """Its name, adjective or people, and capitals that act for it."""


class Organization(_Model):
    """A named body: a party, an armed group, a company, an agency, an alliance, a newspaper."""

    id: str
    """In this record: `o1`, `o2` …"""
    name: str
    """The fullest form that the article uses."""
    aliases: list[str] = []
    """Other forms, acronyms among them."""
    country: str | None = None
    """ISO code, where it is known."""
    known: str | None = None
    """Which it is: the id of a row of the known organisations (docs/lexicon.md), null where nothing tells."""
    mentions: list[Mention]
    """Where it stands in the text."""


class Place(_Model):
    """A named place that is no country; `country` is the ISO code where the place is known."""

    id: str
    """In this record: `l1`, `l2` …"""
    name: str
    """As in the text, without particles."""
    country: str | None = None
    """ISO code, where the place is known."""
    mentions: list[Mention]
    """Where it stands in the text."""


class Description(_Model):
    """What the words say of somebody who is not named: `مسؤول في وزارة الخارجية الأميركية`, `زوجة السياسي سليم عمر`."""

    country: str | None = None
    """ISO code of the state that the words name, or that the body is of."""
    organization: str | None = None
    """The id in this record of the body that the words name."""
    person: str | None = None
    """The id of the person by whom somebody is described: whose wife, whose lawyer."""
    known: str | None = None
    """The known person who alone held the office of the words in the year of publication: `وزير الخارجية الأميركي`."""


class Ref(_Model):
    """Someone who speaks or takes part: `ref` is an id of this record, or null where only words are known."""

    ref: str | None = None
    """An id of this record; null for who is only described («مسؤول أمريكي», an American official)."""
    name: str
    """As it would be shown."""
    described: Description | None = None
    """Of who has no `ref`: the state, the body and the person that the words name, so that they can be counted."""


class Participant(Ref):
    role: Part = "participant"
    """What part the text gives."""


class MeetingPlace(_Model):
    """Where a meeting is held: `ref` an id of this record or null, `name` as in the text, `country` ISO."""

    ref: str | None = None
    """An id of this record, or null."""
    name: str | None = None
    """As in the text."""
    country: str | None = None
    """ISO code of the state it is in."""


class DateValue(_Model):
    """A date as the text gives it; `start` and `end` (ISO, both inclusive) are null where only words are sure."""

    text: str
    """The words: «أمس» (yesterday)."""
    start: str | None = None
    """First day, ISO."""
    end: str | None = None
    """Last day, ISO."""
    granularity: Granularity | None = None
    """How exact the words are."""


class Rejected(_Model):
    """A candidate for a slot that was tried and fell."""

    step: str
    """The step that proposed it."""
    text: str
    """The candidate's words."""
    reason: str
    """Why it fell: `gender`, `number`, `no speaker` …"""


class Slot(_Model):
    """How one slot of a frame was filled: by which step, and what was tried before."""

    slot: str
    """`speaker`, `content`, `participant`, `place` …"""
    step: str | None = None
    """The step whose candidate was taken; null where none was found."""
    fillers: list[str] = []
    """What was taken, as it is shown."""
    rejected: list[Rejected] = []
    """What was tried and fell, in the order it was tried."""


class Why(_Model):
    """Why a record is there: the cue, the frame, and for each slot of the frame the step that filled it."""

    cue: Span
    """The word that made it: «قال» (said), «التقى» (met)."""
    frame: str
    """The frame of the cue's entry (docs/rules.md)."""
    slots: list[Slot] = []
    """The frame's slots, in their order."""


class Event(_Model):
    """What all event mentions share."""

    id: str
    """In this record: `m1`, `a1`, `j1` …"""
    date: DateValue | None = None
    """When."""
    evidence: list[Span]
    """What tells of it, the fullest first."""
    rule: str
    """The rule that found it: entry, or entry/frame."""
    confidence: float | None = None
    """How often events found by these steps are right on articles read by hand, from 0 to 1."""
    why: Why | None = None
    """Cue, frame and steps."""

    def spans(self) -> list[Span]:
        """Every span of the event."""
        own = [value for name in type(self).model_fields if isinstance(value := getattr(self, name), Span)]
        return [*self.evidence, *own, *([self.why.cue] if self.why else [])]


class Meeting(Event):
    """One encounter, however often the article mentions it."""

    kind: MeetingKind
    """A visit and the talks held during it are two meetings."""
    status: MeetingStatus
    """Put off is planned; called for or invited to is proposed."""
    participants: list[Participant] = []
    """Who takes part; empty where the text names nobody."""
    place: MeetingPlace | None = None
    """Where."""
    ordinal: int | None = None
    """Which of a series, where the text says so: 4 for `رابع لقاء` (their fourth meeting)."""
    topics: list[str] = []
    """What about, in words of the text."""


class Agreement(Event):
    """Two or more parties bind themselves: a treaty, a memorandum, a contract, a ceasefire."""

    kind: AgreementKind
    """By its noun: «اتفاق», «معاهدة», «مذكرة», «عقد», «هدنة»."""
    status: AgreementStatus
    """`signed` needs a signature told; `ended` for the party that leaves."""
    parties: list[Ref] = []
    """Who binds himself; signing ministers stand for their states."""
    signatories: list[Ref] = []
    """Who signs for the parties."""
    subject: Span | None = None
    """What it is about, as short as clear."""
    place: MeetingPlace | None = None
    """Where it is signed or reached."""


class Appointment(Event):
    """Somebody takes, is given, loses or leaves an office."""

    kind: AppointmentKind
    """«عُين», «انتخب», «أدى اليمين», «رشح», «أقيل», «استقال», «انتهت ولايته», «مدد له»."""
    status: AppointmentStatus
    """Called for is proposed; refused or denied is rejected."""
    person: Ref | None = None
    """Who; null where the text tells nobody."""
    title: str
    """The office, without its country."""
    country: str | None = None
    """ISO code of the state it is an office of."""
    organization: str | None = None
    """The body it is an office of, where that is not the state."""
    by: Ref | None = None
    """Who appoints or dismisses."""


class OwnEvent(Event):
    """An event of a relation that a user's own file defines (docs/rules.md)."""

    relation: str
    """The id of the relation: `signing`."""
    status: str
    """`held`, `planned`, `proposed`, `cancelled` …, by the cue's modality."""
    slots: dict[str, list[Ref]] = {}
    """Each slot of the frame and what fills it."""
    place: MeetingPlace | None = None
    """Where, where the frame has that slot."""


class Statement(_Model):
    """One reporting expression with what it reports: `verb` as in the text, `content` verbatim."""

    id: str
    """In this record: `s1`, `s2` …"""
    speakers: list[Ref] = []
    """Who speaks; pronouns and roles are resolved."""
    verb: str
    """The reporting word as in the text, without particles."""
    act: Act
    """What kind of saying it is."""
    mode: Mode
    """In quotation, reported, or reported with a quoted part."""
    content: Span
    """What was said, verbatim, without the outer quotation marks."""
    parts: list[Span] = []
    """The runs of the content, where the speaker interrupts it."""
    target: list[Ref] = []
    """Whom it accuses, praises, condemns, calls on, asks, invites, answers or thanks."""
    addressee: list[Ref] = []
    """Who is told, where that is no medium."""
    source: str | None = None
    """The document or medium spoken through, where the sentence names it."""
    date: DateValue | None = None
    """When it was said."""
    about: list[Ref] = []
    """The entities that the content names."""
    evidence: Span
    """The whole expression."""
    rule: str
    """The rule that found it."""
    confidence: float | None = None
    """How often statements found by these steps are right on articles read by hand, from 0 to 1."""
    why: Why | None = None
    """Cue, frame and steps."""


_Rated = TypeVar("_Rated", bound=Event | Statement | Role)


class ArticleRecord(_Model):
    """Everything read from one article, with the text that all offsets count in."""

    schema_version: str = SCHEMA_VERSION
    """Of this structure; the number before the dot changes when a field is renamed or removed."""
    id: str
    """The article's."""
    source: str | None = None
    """As given with the article."""
    url: str | None = None
    """As given with the article."""
    published: str | None = None
    """As given with the article."""
    language: Language = "ar"
    """What the text is in: Standard Arabic, a dialect of it, Persian, Urdu or another language."""
    text: str
    """What was read, what all offsets count in: the title, where one was given, a line feed, and the body."""
    left_out: list[Span] = []
    """Lines of the text that belong to the page and not to the article, «شاهد أيضا: …» (see also)."""
    people: list[Person] = []
    """Named people, once each."""
    countries: list[Country] = []
    """States, once each."""
    organizations: list[Organization] = []
    """Named bodies, once each."""
    places: list[Place] = []
    """Named places that are no states, once each."""
    meetings: list[Meeting] = []
    """Encounters, once each."""
    statements: list[Statement] = []
    """Reporting expressions, in the order of the text."""
    agreements: list[Agreement] = []
    """Treaties, deals, contracts and truces, once each."""
    appointments: list[Appointment] = []
    """Offices taken, given, lost or left, once each."""
    events: list[OwnEvent] = []
    """Events of a user's own relations."""

    def __getitem__(self, key: str) -> Person | Country | Organization | Place | Event | Statement:
        """What the record calls by this id: `record["p1"]`, `record["country:RU"]`, `record["m2"]`.

        Raises:
            KeyError: it calls nothing so.
        """
        groups = (self.people, self.countries, self.organizations, self.places, self.all_events(), self.statements)
        found = next((item for group in groups for item in group if item.id == key), None)
        if found is None:
            raise KeyError(f"record {self.id} has no {key!r}")
        return found

    def all_events(self) -> list[Event]:
        """Every event of every relation: meetings, agreements, appointments, a user's own."""
        return [event for relation in RELATIONS for event in relation.of(self)]

    def surer_than(self, confidence: float) -> ArticleRecord:
        """The record without the events, statements and offices whose confidence is lower; what has none stays."""

        def sure(items: Sequence[_Rated]) -> list[_Rated]:
            return [item for item in items if item.confidence is None or item.confidence >= confidence]

        kept: dict[str, Any] = {relation.field: sure(relation.of(self)) for relation in RELATIONS}
        people = [person.model_copy(update={"roles": sure(person.roles)}) for person in self.people]
        return self.model_copy(update=kept | {"statements": sure(self.statements), "people": people})

    def spans(self) -> list[Span]:
        """Every span of the record."""
        entities: list[Person | Country | Organization | Place] = [
            *self.people,
            *self.countries,
            *self.organizations,
            *self.places,
        ]
        found: list[Span] = [*self.left_out, *(m for e in entities for m in e.mentions)]
        found += [r.evidence for p in self.people for r in p.roles]
        for event in self.all_events():
            found += event.spans()
        for s in self.statements:
            found += [s.content, s.evidence, *s.parts, *([s.why.cue] if s.why else [])]
        return found

    @model_validator(mode="wrap")
    @classmethod
    def _of_another_version(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        """Fields that a later minor version added are left out, with a warning, or noted in `context["unknown"]`."""
        if isinstance(data, dict) and (problem := version_problem(str(data.get("schema_version", SCHEMA_VERSION)))):
            raise ValueError(problem)
        try:
            return handler(data)
        except ValidationError as error:
            unknown = [e["loc"] for e in error.errors(include_url=False) if e["type"] == "extra_forbidden"]
            if not unknown:
                raise
            names = dict.fromkeys(".".join(str(part) for part in loc if isinstance(part, str)) for loc in unknown)
            read = handler(_without(data, unknown))
        if info.context and "unknown" in info.context:
            info.context["unknown"].update(names)
        else:
            warnings.warn(f"record {read.id}: unknown fields left out: {', '.join(names)}", UnknownField, stacklevel=2)
        return read

    @model_validator(mode="after")
    def _spans_fit_text(self) -> Self:
        for span in self.spans():
            if self.text[span.start : span.end] != span.text:
                raise ValueError(f"record {self.id}: span {span.start}:{span.end} is not {span.text!r}")
        return self


def _without(data: Any, places: list[tuple[int | str, ...]]) -> Any:
    """A copy of `data` (dicts and lists within each other) without what stands at these places."""
    gone: dict[int | str, list[tuple[int | str, ...]]] = {}
    for first, *rest in places:
        gone.setdefault(first, []).append(tuple(rest))
    if isinstance(data, dict):
        kept = {key: value for key, value in data.items() if () not in gone.get(key, ())}
        return {key: _without(value, gone[key]) if key in gone else value for key, value in kept.items()}
    if isinstance(data, list):
        return [_without(item, gone[i]) if i in gone else item for i, item in enumerate(data)]
    return data
