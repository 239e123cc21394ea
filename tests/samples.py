"""Two records written by hand, of two articles that tell of the same people."""

from __future__ import annotations

from arner.records import (
    ArticleRecord,
    Country,
    DateValue,
    Meeting,
    MeetingPlace,
    Mention,
    MentionKind,
    Organization,
    Participant,
    Person,
    Place,
    Ref,
    Role,
    Span,
    Statement,
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
