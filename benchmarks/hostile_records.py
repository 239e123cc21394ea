"""Records that make linking compare much: namesakes that nothing joins, records of thousands of people, one office.

A shape gives `size` records, or one record with `size` of something. The names are made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal

from arner.records import (
    Agreement,
    Appointment,
    ArticleRecord,
    Country,
    DateValue,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Mention,
    Organization,
    Participant,
    Person,
    Place,
    Ref,
    Role,
    Span,
    Statement,
)

GIVEN = "محمد أحمد علي حسن خالد سالم ناصر يوسف إبراهيم عمر طارق سامي هشام وليد جمال كمال نبيل رامي زياد فهد".split()
LETTERS = "بتثجحخدرزسشصطعفقكلمن"
STATES = "EG SA RU US FR DE IR IQ SY JO LB KW QA AE OM YE LY TN DZ MA SD TR CN JP IN PK GB IT ES UA".split()
OFFICES = "وزير|رئيس|مدير|نائب|سفير|محافظ|عضو|أمين".split("|")
FIELDS = "الخارجية|الدفاع|المالية|الزراعة|الصحة|التعليم|النقل|الطاقة|العدل|الإعلام".split("|")


def word(number: int) -> str:
    """A made-up word of five letters for each number, such as a surname that no list has."""
    letters = [LETTERS[number // 20**place % 20] for place in range(4)]
    return "ال" + letters[0] + letters[1] + "ا" + letters[2] + "و" + letters[3] + "ي"


def given(number: int) -> str:
    return GIVEN[number % len(GIVEN)]


class Draft:
    """A record in the making: what it names is written into its text as it comes."""

    def __init__(self, number: int, source: str = "الأولى", undated: bool = False) -> None:
        self.number = number
        self.day = date(2018, 1, 1) + timedelta(days=number % 1500)
        self._runs = [" ".join(word(number * 31 + 7 * place) for place in range(20))]  # or all would be reprints
        self._length = len(self._runs[0])
        self._head = {"id": f"n{number}", "source": source, "published": None if undated else self.day.isoformat()}
        self.people: list[Person] = []
        self.countries: dict[str, Country] = {}
        self.bodies: list[Organization] = []
        self.places: list[Place] = []
        self.meetings: list[Meeting] = []
        self.agreements: list[Agreement] = []
        self.appointments: list[Appointment] = []
        self.statements: list[Statement] = []

    def span(self, words: str) -> Span:
        start = self._length + 1
        self._runs.append(words)
        self._length = start + len(words)
        return Span(start=start, end=self._length, text=words)

    def _mention(self, words: str) -> Mention:
        return Mention(**self.span(words).model_dump(), kind="name")

    def person(self, name: str, title: str = "", country: str | None = None, known: str | None = None) -> Ref:
        roles = []
        if title:
            roles = [Role(title=title, country=country, country_from="genitive", evidence=self.span(title))]
        id_ = f"p{len(self.people) + 1}"
        mentions = [self._mention(name)]
        self.people.append(Person(id=id_, name=name, roles=roles, known=known, mentions=mentions))
        return Ref(ref=id_, name=name)

    def country(self, code: str) -> Ref:
        if code not in self.countries:
            found = Country(id=f"country:{code}", code=code, name=code, name_en=code, mentions=[self._mention(code)])
            self.countries[code] = found
        return Ref(ref=f"country:{code}", name=code)

    def body(self, name: str, country: str | None = None) -> Ref:
        id_ = f"o{len(self.bodies) + 1}"
        self.bodies.append(Organization(id=id_, name=name, country=country, mentions=[self._mention(name)]))
        return Ref(ref=id_, name=name)

    def place(self, name: str) -> Ref:
        id_ = f"l{len(self.places) + 1}"
        self.places.append(Place(id=id_, name=name, mentions=[self._mention(name)]))
        return Ref(ref=id_, name=name)

    def _date(self, days: int | None) -> DateValue | None:
        if days is None:
            return None
        day = (self.day + timedelta(days=days)).isoformat()
        return DateValue(text="أمس", start=day, end=day, granularity="day")

    def meeting(
        self, *who: Ref, days: int | None = -1, kind: MeetingKind = "talks", status: MeetingStatus = "held"
    ) -> None:
        self.meetings.append(
            Meeting(
                id=f"m{len(self.meetings) + 1}",
                kind=kind,
                status=status,
                participants=[Participant(ref=one.ref, name=one.name) for one in who],
                date=self._date(days),
                evidence=[self.span("التقى")],
                rule="meet",
            )
        )

    def agreement(self, *who: Ref, days: int | None = -1) -> None:
        self.agreements.append(
            Agreement(
                id=f"a{len(self.agreements) + 1}",
                kind="agreement",
                status="signed",
                parties=list(who),
                date=self._date(days),
                evidence=[self.span("وقع")],
                rule="sign",
            )
        )

    def appointment(self, who: Ref, title: str, country: str | None = None, days: int | None = -1) -> None:
        self.appointments.append(
            Appointment(
                id=f"j{len(self.appointments) + 1}",
                kind="appointed",
                status="done",
                person=who,
                title=title,
                country=country,
                date=self._date(days),
                evidence=[self.span("عين")],
                rule="appoint",
            )
        )

    def statement(self, who: Ref, about: Ref, words: str) -> None:
        told = self.span(words)
        self.statements.append(
            Statement(
                id=f"s{len(self.statements) + 1}",
                speakers=[who],
                verb="قال",
                act="say",
                mode="indirect",
                content=told,
                about=[about],
                evidence=told,
                rule="say",
            )
        )

    def record(self) -> ArticleRecord:
        return ArticleRecord(
            **self._head,
            text=" ".join(self._runs),
            people=self.people,
            countries=list(self.countries.values()),
            organizations=self.bodies,
            places=self.places,
            meetings=self.meetings,
            agreements=self.agreements,
            appointments=self.appointments,
            statements=self.statements,
        )


Shape = Callable[[int], Iterator[ArticleRecord]]
SHAPES: dict[str, Shape] = {}


def each(name: str) -> Callable[[Callable[[Draft, int], object]], None]:
    """A shape of many records, each of which the function fills."""

    def kept(fill: Callable[[Draft, int], object]) -> None:
        def records(size: int) -> Iterator[ArticleRecord]:
            for number in range(size):
                draft = Draft(number)
                fill(draft, number)
                yield draft.record()

        SHAPES[name] = records

    return kept


def one(name: str) -> Callable[[Callable[[Draft, int], object]], None]:
    """A shape of one record; the function fills it `size` times."""

    def kept(fill: Callable[[Draft, int], object]) -> None:
        def records(size: int) -> Iterator[ArticleRecord]:
            draft = Draft(0)
            for number in range(size):
                fill(draft, number)
            yield draft.record()

        SHAPES[name] = records

    return kept


def _about(draft: Draft, *states: int) -> None:
    for state in states:
        draft.country(STATES[state % len(STATES)])


# People -----------------------------------------------------------------------------------------------

each("a rare name")(lambda draft, n: draft.person("طارق البثجوحي"))
each("a common name")(lambda draft, n: draft.person("محمد علي"))


@each("a common name, states")
def _(draft: Draft, n: int) -> None:
    draft.person("محمد علي")
    _about(draft, n, n // 30)


@each("a common name, one state")
def _(draft: Draft, n: int) -> None:
    draft.person("محمد علي")
    _about(draft, 0)


@each("a common name, another beside it")
def _(draft: Draft, n: int) -> None:
    draft.person("محمد علي")
    draft.person(f"{given(n)} {word(n)}")


@each("a common name, many beside it")
def _(draft: Draft, n: int) -> None:
    draft.person("محمد علي")
    for place in range(8):
        draft.person(f"{given(n + place)} {word(n * 17 + place * place * 101)}")


@each("a common name, offices")
def _(draft: Draft, n: int) -> None:
    draft.person("محمد علي", f"{OFFICES[n % 8]} {FIELDS[n // 8 % 10]}", STATES[n // 80 % 30])


@each("a common name, an office of its own each")
def _(draft: Draft, n: int) -> None:
    draft.person("محمد علي", f"مدير شركة {word(n)}", STATES[n % 30])


each("common names of three")(lambda draft, n: draft.person(f"{given(n)} {given(n // 20)} {given(n // 400)}"))
each("one first and last of three")(lambda draft, n: draft.person(f"محمد {word(n)[2:]} العتيبي"))
each("one first of three")(lambda draft, n: draft.person(f"محمد علي {word(n)}"))
each("one last of three")(lambda draft, n: draft.person(f"{given(n)} {word(n)[2:]} العتيبي"))
each("one given name")(lambda draft, n: draft.person(f"محمد {word(n)}"))
each("one surname")(lambda draft, n: draft.person(f"{word(n)[2:]} العتيبي"))
each("a rare surname")(lambda draft, n: draft.person(f"{given(n)} {given(n // 20)} البثجوحي"))
each("a surname alone")(lambda draft, n: draft.person("العتيبي"))
each("a given name alone")(lambda draft, n: draft.person("محمد"))
each("fathers")(lambda draft, n: draft.person(f"أبو {word(n)}"))
each("one father")(lambda draft, n: draft.person("أبو محمد"))
each("distinct names")(lambda draft, n: draft.person(f"{word(n * 3)[2:]} {word(n)}"))


@each("a surname alone, and many of it")
def _(draft: Draft, n: int) -> None:
    draft.person("العتيبي" if n % 2 else f"{given(n // 2)} {word(n)[2:]} العتيبي")


@each("names that overlap")
def _(draft: Draft, n: int) -> None:
    draft.person(f"{word(n)[2:]} {word(n + 1)[2:]} {word(n + 2)[2:]}")


@each("spellings")
def _(draft: Draft, n: int) -> None:
    draft.person(
        f"{'مو' if n & 1 else 'م'}حمد {'ال' if n & 2 else ''}بو{'و' if n & 4 else ''}تفلي{'ق' if n & 8 else 'ك'}ة"
    )


@each("one office")
def _(draft: Draft, n: int) -> None:
    draft.person(f"{given(n)} {word(n)}", "وزير الخارجية", "RU")


@each("one office, words alone")
def _(draft: Draft, n: int) -> None:
    draft.person(word(n % 400) if n % 2 else given(n), "وزير الخارجية", "RU")


each("a known person")(lambda draft, n: draft.person("فلاديمير بوتين", known="vladimir-putin"))

# One record -------------------------------------------------------------------------------------------

one("one record, people")(lambda draft, n: draft.person(f"{given(n)} {word(n)}"))
one("one record, each twice")(lambda draft, n: draft.person(f"{given(n // 2)} {word(n // 2)}"))
one("one record, one surname")(lambda draft, n: draft.person(f"{word(n)[2:]} العتيبي"))
one("one record, one name")(lambda draft, n: draft.person("محمد علي"))
one("one record, bodies")(lambda draft, n: draft.body(f"شركة {word(n)}"))
one("one record, places")(lambda draft, n: draft.place(word(n)))
one("one record, meetings")(lambda draft, n: draft.meeting(draft.country("RU"), draft.country("US"), days=-n % 900))


@one("one record, a meeting each")
def _(draft: Draft, n: int) -> None:
    draft.meeting(draft.person(f"{given(n)} {word(n)}"), draft.country("RU"))


@one("one record, statements")
def _(draft: Draft, n: int) -> None:
    draft.statement(Ref(name="مسؤول"), draft.country("RU"), f"إن {word(n)}")


@one("one record, one meeting of all")
def _(draft: Draft, n: int) -> None:
    ref = draft.person(f"{given(n)} {word(n)}")
    if not draft.meetings:
        draft.meeting()
    draft.meetings[0].participants.append(Participant(ref=ref.ref, name=ref.name))


# Bodies and places ------------------------------------------------------------------------------------

each("one body")(lambda draft, n: draft.body("حزب البثجوحي"))
each("bodies")(lambda draft, n: draft.body(f"حزب {word(n)}"))
each("bodies, one beginning")(lambda draft, n: draft.body(f"المجلس الأعلى {word(n)}"))
each("a body every state has")(lambda draft, n: draft.body("وزارة الدفاع"))
each("one place")(lambda draft, n: draft.place("البثجوحي"))
each("places")(lambda draft, n: draft.place(word(n)))


@each("a body every state has, states")
def _(draft: Draft, n: int) -> None:
    draft.body("وزارة الدفاع", STATES[n % 30])
    _about(draft, n, n // 30)


@each("a body every state has, another beside it")
def _(draft: Draft, n: int) -> None:
    draft.body("وزارة الدفاع")
    draft.person(f"{given(n)} {word(n)}")


# Events -----------------------------------------------------------------------------------------------

Told = Literal["day", "no day"]


def _meet(draft: Draft, n: int, days: int | None) -> None:
    draft.meeting(draft.country("RU"), draft.country("US"), days=days)


each("two states meet")(lambda draft, n: _meet(draft, n, -1))
each("two states meet, no day")(lambda draft, n: _meet(draft, n, None))
each("two states meet, one day")(lambda draft, n: _meet(draft, n, -(n % 1500)))
each("two states meet, some days")(lambda draft, n: _meet(draft, n, -1 if n % 2 else None))


@each("a state meets everybody")
def _(draft: Draft, n: int) -> None:
    draft.meeting(draft.country("RU"), draft.person(f"{given(n)} {word(n)}"), days=None)


@each("two people meet")
def _(draft: Draft, n: int) -> None:
    draft.meeting(draft.person("طارق البثجوحي"), draft.person("سامي الخدرزوسي"))


@each("many take part")
def _(draft: Draft, n: int) -> None:
    draft.meeting(*(draft.country(state) for state in STATES), days=-(n % 1500), kind="summit")


@each("nobody takes part")
def _(draft: Draft, n: int) -> None:
    draft.meeting(days=None)


@each("visits, no day")
def _(draft: Draft, n: int) -> None:
    draft.meeting(draft.person("طارق البثجوحي"), draft.country("RU"), days=None, kind="visit")


@each("announced and called off")
def _(draft: Draft, n: int) -> None:
    status: MeetingStatus = "cancelled" if n % 2 else "planned"
    draft.meeting(draft.country("RU"), draft.country("US"), days=30, status=status)


each("agreements")(lambda draft, n: draft.agreement(draft.country("RU"), draft.country("US")))
each("agreements, no day")(lambda draft, n: draft.agreement(draft.country("RU"), draft.country("US"), days=None))


@each("appointments")
def _(draft: Draft, n: int) -> None:
    draft.appointment(draft.person("طارق البثجوحي"), "وزير الخارجية", "RU", days=None)


@each("appointments to one office")
def _(draft: Draft, n: int) -> None:
    draft.appointment(draft.person(f"{given(n)} {word(n)}"), "وزير الخارجية", "RU", days=None)


# Articles ---------------------------------------------------------------------------------------------


@each("one speaker")
def _(draft: Draft, n: int) -> None:
    draft.statement(draft.person("طارق البثجوحي"), draft.country(STATES[n % 30]), f"إن {word(n)}")


def _reprints(size: int) -> Iterator[ArticleRecord]:
    for number in range(size):
        draft = Draft(0)
        draft.statement(draft.person("طارق البثجوحي"), draft.country("RU"), "إن العمل مستمر في هذا اليوم")
        yield draft.record().model_copy(update={"id": f"n{number}", "published": Draft(number).day.isoformat()})


def _half_reprints(size: int) -> Iterator[ArticleRecord]:
    for number in range(size):
        draft = Draft(number)
        draft.span(" ".join(word(place) for place in range(10)))  # a third of the words of each
        yield draft.record()


def _sources(size: int) -> Iterator[ArticleRecord]:
    for number in range(size):
        draft = Draft(number, source=f"جريدة {word(number)}")
        draft.statement(draft.person("طارق البثجوحي"), draft.country("RU"), f"إن {word(number)}")
        draft.meeting(draft.country("RU"), draft.country("US"), days=-(number % 1500))
        yield draft.record()


def _undated(size: int) -> Iterator[ArticleRecord]:
    for number in range(size):
        draft = Draft(number, undated=True)
        draft.meeting(draft.country("RU"), draft.country("US"), days=None)
        yield draft.record()


def _lists(size: int) -> Iterator[ArticleRecord]:
    for number in range(4):
        draft = Draft(number)
        for place in range(size // 4):
            draft.person(f"{given(place)} {word(place)}")
        yield draft.record()


SHAPES |= {"reprints": _reprints, "half reprints": _half_reprints, "a source each": _sources, "undated": _undated}
SHAPES["four lists of the same people"] = _lists
