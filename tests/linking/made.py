"""Records made of names, for tests of linking: `record("a", "لافروف|وزير الخارجية RU", ...)`."""

from __future__ import annotations

from hypothesis import strategies as st

from arner.linking.judgements import Judgement
from arner.linking.links import Links
from arner.records import (
    ArticleRecord,
    Country,
    DateValue,
    Meeting,
    MeetingKind,
    MeetingPlace,
    MeetingStatus,
    Mention,
    Organization,
    Participant,
    Person,
    Role,
    Span,
)


def record(
    id_: str,
    *people: str,
    bodies: tuple[str, ...] = (),
    about: str = "",
    meetings: tuple[Meeting, ...] = (),
    published: str | None = None,
) -> ArticleRecord:
    """An article that names `people` (`name|title CODE`), `bodies` (`name|CODE`) the countries `about` ("RU SY").

    After `name`, `=row` is its row of the known people and bodies.
    """
    text = " ".join((*people, *bodies, about)) or " "

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start=start, end=start + len(words), text=words)

    def person(number: int, told: str) -> Person:
        name, _, office = told.partition("|")
        title, _, code = office.rpartition(" ")
        roles = [Role(title=title, country=code, country_from="adjective", evidence=span(title))] if title else []
        name, _, known = name.partition("=")
        return Person(id=f"p{number}", name=name, roles=roles, known=known or None, mentions=[])

    def body(number: int, told: str) -> Organization:
        name, _, code = told.partition("|")
        name, _, known = name.partition("=")
        return Organization(id=f"o{number}", name=name, country=code or None, known=known or None, mentions=[])

    countries = [
        Country(id=f"country:{c}", code=c, name=c, name_en=c, mentions=[Mention(**vars(span(c)), kind="name")])
        for c in about.split()
    ]
    return ArticleRecord(
        id=id_,
        text=text,
        published=published,
        people=[person(n, told) for n, told in enumerate(people, 1)],
        organizations=[body(n, told) for n, told in enumerate(bodies, 1)],
        countries=countries,
        meetings=list(meetings),
    )


def meeting(
    *who: str,
    id_: str = "m1",
    kind: MeetingKind = "talks",
    status: MeetingStatus = "held",
    day: str | None = None,
    country: str | None = None,
) -> Meeting:
    """A meeting of `who` (ids of the record) on `day` (ISO)."""
    date = DateValue(text=day, start=day, end=day, granularity="day") if day else None
    return Meeting(
        id=id_,
        kind=kind,
        status=status,
        participants=[Participant(ref=w, name=w) for w in who],
        place=MeetingPlace(country=country) if country else None,
        date=date,
        evidence=[],
        rule="made",
    )


NAMES = st.sampled_from(
    ["سيرغي لافروف", "سيرجي لافروف", "لافروف", "محمد علي", "محمد بن علي", "علي محمد", "محمد أحمد علي", "بن علي", "علي"]
)
OFFICES = st.sampled_from(["", "|الرئيس EG", "|الرئيس TN", "|وزير الخارجية RU"])
BODIES = st.sampled_from(["حماس", "حركة حماس", "وزارة الدفاع", "وزارة الدفاع الروسية", "حزب النهضة|TN", "حزب النهضة"])


@st.composite
def corpora(draw: st.DrawFn) -> list[ArticleRecord]:
    found = []
    for number in range(draw(st.integers(1, 6))):
        people = [draw(NAMES) + draw(OFFICES) for _ in range(draw(st.integers(1, 3)))]
        met = (meeting("p1", "p2", day=draw(st.sampled_from(["2020-01-01", "2020-01-02", None]))),) * (len(people) > 1)
        found.append(
            record(
                f"a{number}",
                *people,
                bodies=tuple(draw(st.lists(BODIES, max_size=2))),
                about=draw(st.sampled_from(["", "RU", "EG TN"])),
                meetings=met,
                published=draw(st.sampled_from(["2020-01-01", "2020-01-03", None])),
            )
        )
    return found


def some_of_every_word(records: list[ArticleRecord], links: Links) -> list[Judgement]:
    """Judgements on the records of `tests.samples`, some retold: by characters, in the record and in the graph."""

    def passage(kind: str, span: Span, article: str) -> str:
        return f"{article}#{kind}@{span.start}-{span.end}"

    one, other = records[0], records[2]
    nobody, meeting = one.people[-1], records[1].meetings[0]
    several = [e for e in links.entities.values() if e.kind == "person" and len(e.members) > 2]
    met = next(e for e in links.entities.values() if e.kind == "meeting" and len(e.members) > 1)
    return [
        Judgement(passage("person", nobody.mentions[0], one.id), "", "not a person"),
        Judgement(passage("meeting", meeting.evidence[0], records[1].id), "", "not held"),
        Judgement(passage("statement", one.statements[0].evidence, one.id), "", "wrong speaker"),
        Judgement("nowhere#person@1-2", f"{other.id}#{other.people[0].id}", "same"),
        Judgement(several[0].id, several[-1].id, "same"),
        Judgement(str(several[0].members[0]), str(several[0].members[-1]), "same"),
        Judgement(str(met.members[0]), str(met.members[-1]), "different"),
    ]
