"""Records written by hand: two articles that tell of the same people, two that tell of the same agreement."""

from __future__ import annotations

from arner.records import (
    Agreement,
    Appointment,
    ArticleRecord,
    Country,
    DateValue,
    Meeting,
    MeetingPlace,
    Mention,
    MentionKind,
    Organization,
    OwnEvent,
    Participant,
    Person,
    Place,
    Ref,
    Rejected,
    Role,
    Slot,
    Span,
    Statement,
    Why,
)

# "Lavrov receives al-Jubeir. The Russian foreign minister Sergey Lavrov received in Sochi yesterday his Saudi
# counterpart Adel al-Jubeir to discuss the war in Yemen. Lavrov said that his country supports dialogue."
FIRST = (
    "لافروف يستقبل الجبير\n"
    "استقبل وزير الخارجية الروسي سيرغي لافروف في سوتشي أمس نظيره السعودي عادل الجبير لبحث الحرب في اليمن."
    " وقال لافروف إن بلاده تدعم الحوار."
)
# "A Saudi official told Reuters that Sergey Lavrov and Abdel Fattah al-Sisi will meet in Moscow."
SECOND = "قال مسؤول سعودي لوكالة رويترز إن سيرغي لافــروف وعبدالفتاح السيسي سيلتقيان في موسكو."

# "The Egyptian minister Salim Omar and his French counterpart Marc Laurent signed a memorandum on military cooperation
# in Paris yesterday. President Karim Hasan appointed Maryam Farah minister of finance. France sold Egypt two boats."
SIGNING = (
    "وقع الوزير المصري سليم عمر ونظيره الفرنسي مارك لوران في باريس أمس مذكرة بشأن التعاون العسكري."
    " وعين الرئيس كريم حسن مريم فرح وزيرة المالية. وباعت فرنسا مصر زورقين."
)
# "Egypt and France signed a memorandum on cooperation. Maryam Farah became minister of finance."
SIGNED = "وقعت مصر وفرنسا مذكرة بشأن التعاون. وأصبحت مريم فرح وزيرة المالية."


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start=start, end=start + len(words), text=words)


def mention(text: str, words: str, kind: MentionKind = "name", after: int = 0) -> Mention:
    return Mention(**span(text, words, after).model_dump(), kind=kind)


def first() -> ArticleRecord:
    body = FIRST.index("\n")
    return ArticleRecord(
        id="sochi",
        source="الأولى",
        published="2019-03-05",
        text=FIRST,
        people=[
            Person(
                id="p1",
                name="سيرغي لافروف",
                name_latin="Sergey Lavrov",
                name_latin_from="table",
                aliases=["لافروف"],
                roles=[
                    Role(
                        title="وزير الخارجية",
                        country="RU",
                        country_from="adjective",
                        evidence=span(FIRST, "وزير الخارجية الروسي"),
                    )
                ],
                mentions=[mention(FIRST, "لافروف"), mention(FIRST, "سيرغي لافروف")],
            ),
            Person(id="p2", name="عادل الجبير", aliases=["الجبير"], mentions=[mention(FIRST, "عادل الجبير")]),
        ],
        countries=[
            Country(
                id="country:RU",
                code="RU",
                name="روسيا",
                name_en="Russia",
                mentions=[mention(FIRST, "الروسي", "demonym")],
            ),
            Country(
                id="country:SA",
                code="SA",
                name="السعودية",
                name_en="Saudi Arabia",
                mentions=[mention(FIRST, "السعودي", "demonym")],
            ),
        ],
        places=[Place(id="l1", name="سوتشي", country="RU", mentions=[mention(FIRST, "سوتشي")])],
        meetings=[
            Meeting(
                id="m1",
                kind="meeting",
                status="held",
                participants=[
                    Participant(ref="p1", name="سيرغي لافروف", role="host"),
                    Participant(ref="p2", name="عادل الجبير", role="guest"),
                ],
                place=MeetingPlace(ref="l1", name="سوتشي", country="RU"),
                date=DateValue(text="أمس", start="2019-03-04", end="2019-03-04", granularity="day"),
                topics=["الحرب في اليمن"],
                evidence=[span(FIRST, "استقبل وزير الخارجية الروسي سيرغي لافروف", body)],
                rule="receive",
            )
        ],
        statements=[
            Statement(
                id="s1",
                speakers=[Ref(ref="p1", name="سيرغي لافروف")],
                verb="قال",
                act="say",
                mode="indirect",
                content=span(FIRST, "بلاده تدعم الحوار"),
                about=[Ref(ref="country:RU", name="روسيا")],
                evidence=span(FIRST, "قال لافروف إن بلاده تدعم الحوار"),
                rule="say_that",
            )
        ],
    )


def second() -> ArticleRecord:
    return ArticleRecord(
        id="reuters",
        source="الثانية",
        published="2019-04-01",
        text=SECOND,
        people=[
            Person(id="p1", name="سيرغي لافــروف", mentions=[mention(SECOND, "سيرغي لافــروف")]),
            Person(id="p2", name="عبدالفتاح السيسي", mentions=[mention(SECOND, "عبدالفتاح السيسي")]),
        ],
        organizations=[Organization(id="o1", name="وكالة رويترز", mentions=[mention(SECOND, "وكالة رويترز")])],
        meetings=[
            Meeting(
                id="m1",
                kind="meeting",
                status="planned",
                participants=[
                    Participant(ref="p1", name="سيرغي لافروف"),
                    Participant(ref="p2", name="عبدالفتاح السيسي"),
                ],
                place=MeetingPlace(name="موسكو", country="RU"),
                evidence=[span(SECOND, "سيلتقيان في موسكو")],
                rule="meet",
            )
        ],
        statements=[
            Statement(
                id="s1",
                speakers=[Ref(name="مسؤول سعودي")],
                verb="قال",
                act="say",
                mode="indirect",
                content=span(SECOND, "سيرغي لافــروف وعبدالفتاح السيسي سيلتقيان في موسكو"),
                about=[Ref(ref="p1", name="سيرغي لافروف"), Ref(ref="p2", name="عبدالفتاح السيسي")],
                evidence=span(SECOND, SECOND),
                rule="say_that",
            )
        ],
    )


def signing() -> ArticleRecord:
    def state(code: str, name: str, english: str, words: str) -> Country:
        mentions = [mention(SIGNING, words, "demonym")]
        return Country(id=f"country:{code}", code=code, name=name, name_en=english, mentions=mentions)

    people = {"سليم عمر": "الوزير", "مارك لوران": "", "كريم حسن": "الرئيس", "مريم فرح": "وزيرة المالية"}
    egypt, france = Ref(ref="country:EG", name="مصر"), Ref(ref="country:FR", name="فرنسا")
    return ArticleRecord(
        id="signing",
        source="الأولى",
        published="2021-05-05",
        text=SIGNING,
        people=[
            Person(
                id=f"p{n}",
                name=name,
                mentions=[mention(SIGNING, name)],
                roles=[Role(title=title, country="EG", evidence=span(SIGNING, title))] if title else [],
            )
            for n, (name, title) in enumerate(people.items(), 1)
        ],
        countries=[state("EG", "مصر", "Egypt", "المصري"), state("FR", "فرنسا", "France", "الفرنسي")],
        places=[Place(id="l1", name="باريس", country="FR", mentions=[mention(SIGNING, "باريس")])],
        agreements=[
            Agreement(
                id="a1",
                kind="memorandum",
                status="signed",
                parties=[egypt, france],
                signatories=[Ref(ref="p1", name="سليم عمر"), Ref(ref="p2", name="مارك لوران")],
                subject=span(SIGNING, "التعاون العسكري"),
                place=MeetingPlace(ref="l1", name="باريس", country="FR"),
                date=DateValue(text="أمس", start="2021-05-04", end="2021-05-04", granularity="day"),
                evidence=[span(SIGNING, SIGNING.partition(".")[0])],
                rule="sign/parties",
                confidence=0.8,
                why=Why(
                    cue=span(SIGNING, "وقع"),
                    frame="parties",
                    slots=[
                        Slot(
                            slot="party",
                            step="states of the signatories",
                            fillers=["مصر", "فرنسا"],
                            rejected=[Rejected(step="subject after", text="الوزير", reason="person")],
                        ),
                        Slot(slot="place", step="located", fillers=["باريس"]),
                    ],
                ),
            )
        ],
        appointments=[
            Appointment(
                id="j1",
                kind="appointed",
                status="done",
                person=Ref(ref="p4", name="مريم فرح"),
                title="وزيرة المالية",
                country="EG",
                by=Ref(ref="p3", name="كريم حسن"),
                evidence=[span(SIGNING, "وعين الرئيس كريم حسن مريم فرح وزيرة المالية")],
                rule="appoint",
                confidence=0.5,
            )
        ],
        events=[
            OwnEvent(
                id="e1",
                relation="sale",
                status="held",
                slots={"seller": [france], "buyer": [egypt], "thing": [Ref(name="زورقين")]},
                evidence=[span(SIGNING, "وباعت فرنسا مصر زورقين")],
                rule="sell",
            )
        ],
    )


def signed() -> ArticleRecord:
    """Another newspaper, a day later."""
    return ArticleRecord(
        id="signed",
        source="الثانية",
        published="2021-05-06",
        text=SIGNED,
        people=[
            Person(
                id="p1",
                name="مريم فرح",
                mentions=[mention(SIGNED, "مريم فرح")],
                roles=[Role(title="وزيرة المالية", country="EG", evidence=span(SIGNED, "وزيرة المالية"))],
            )
        ],
        countries=[
            Country(id="country:EG", code="EG", name="مصر", name_en="Egypt", mentions=[mention(SIGNED, "مصر")]),
            Country(id="country:FR", code="FR", name="فرنسا", name_en="France", mentions=[mention(SIGNED, "فرنسا")]),
        ],
        agreements=[
            Agreement(
                id="a1",
                kind="memorandum",
                status="signed",
                parties=[Ref(ref="country:FR", name="فرنسا"), Ref(ref="country:EG", name="مصر")],
                subject=span(SIGNED, "التعاون"),
                evidence=[span(SIGNED, "وقعت مصر وفرنسا مذكرة بشأن التعاون")],
                rule="sign/parties",
                confidence=0.9,
            )
        ],
        appointments=[
            Appointment(
                id="j1",
                kind="appointed",
                status="done",
                person=Ref(ref="p1", name="مريم فرح"),
                title="وزيرة المالية",
                evidence=[span(SIGNED, "وأصبحت مريم فرح وزيرة المالية")],
                rule="become",
            )
        ],
    )


def retold(record: ArticleRecord, number: int, **update: object) -> ArticleRecord:
    """The same record of another article, whose own words make it no reprint."""
    own = " ".join(f"كلمة{number}س{n}" for n in range(len(record.text.split()) + 20))
    return record.model_copy(update={"id": f"a{number}", "text": f"{record.text}\n{own}"} | update)
