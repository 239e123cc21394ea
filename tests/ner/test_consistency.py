"""Names of one article agree with each other; the tagger's entities are given by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from arner.ner import consistency
from tests.junk import articles
from tests.marked import read
from tests.timing import cpu_seconds


def names(marked: str) -> list[tuple[str, str]]:
    return [(e.text, e.label_) for e in read(marked, stages=(consistency.NAME,)).ents]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # The Green Crescent society distributed food. (twice) The Green Crescent society warned of hunger.
        (
            "وزعت {ORG:جمعية الهلال الأخضر} الغذاء. وحذرت جمعية الهلال الأخضر من الجوع.",
            [("جمعية الهلال الأخضر", "ORG")] * 2,
        ),
        # with a particle the second time: to the Green Crescent society
        (
            "وصل وفد {ORG:جمعية الهلال الأخضر}. وقدم لجمعية الهلال الأخضر هدية.",
            [("جمعية الهلال الأخضر", "ORG"), ("لجمعية الهلال الأخضر", "ORG")],
        ),
        # Sami Haddad arrived. Haddad's friend Sami Haddad left.
        ("وصل {PER:سامي حداد} أمس. وغادر سامي حداد اليوم.", [("سامي حداد", "PER")] * 2),
        # a body that was taken for a place once of three times
        (
            "قالت {ORG:منظمة نور}. وأعلنت {LOC:منظمة نور}. وأكدت {ORG:منظمة نور}.",
            [("منظمة نور", "ORG")] * 3,
        ),
        # Rex Tillerson left. Tillerson's aide Margaret Peterlin … Tillerson's relation to Putin
        (
            "غادر {PER:ريكس تيلرسون} أمس. وقالت مساعدة {PER:تيلرسون مارغريت بيترلين} ذلك.",
            [("ريكس تيلرسون", "PER"), ("تيلرسون", "PER"), ("مارغريت بيترلين", "PER")],
        ),
        (
            "غادر {PER:ريكس تيلرسون} روسيا. ووصل {PER:بوتين}. وتحسنت علاقة {PER:تيلرسون ببوتين}.",
            [("ريكس تيلرسون", "PER"), ("بوتين", "PER"), ("تيلرسون", "PER"), ("ببوتين", "PER")],
        ),
        # George Haddad the elder left; Haddad the younger arrived; he met Sami, the father Boulos went on.
        ("غادر {PER:جورج حداد} الأب.", [("جورج حداد الأب", "PER")]),
        ("وصل {PER:حداد} الابن أمس.", [("حداد الابن", "PER")]),
        ("التقى {PER:سامي حداد} الأب {PER:بولس}.", [("سامي حداد", "PER"), ("بولس", "PER")]),
        # the minister of finance Anas Haddad said
        ("قال وزير المالية أنس حداد أمس إن الميزانية جاهزة.", [("أنس حداد", "PER")]),
        # the Kuwaiti minister of finance
        ("أكد وزير المالية الكويتي أنس حداد ذلك.", [("أنس حداد", "PER")]),
    ],
)
def test_what_one_sentence_tells_helps_in_another(marked: str, expected: list[tuple[str, str]]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "قالت {ORG:منظمة نور}. وأعلنت {LOC:منظمة نور}.",  # one against one: nobody knows
        "فازت {LOC:طرابلس}. وخسرت {ORG:طرابلس}. ولعبت {ORG:طرابلس}. قال {PER:طرابلس}.",  # a lone person stays one
        "قال وزير المالية إن الحكومة ستناقش الميزانية.",  # the finance minister said that the government will discuss
        "قال الوزير أمس.",
        # Hasan is a given name too; Lanson Borden may be one person
        "وصل {PER:أحمد حسن}. وغادر {PER:حسن نصر الله}.",
        "وصل {PER:سعود بن عبدالمحسن}. وغادر {PER:عبدالمحسن بن خالد}.",
        "وصل {PER:توم لانسون}. وغادر {PER:لانسون بوردن}.",
        "وصل {PER:سامي}. وذهب سامي.",  # lone people are left to what knows who is named
    ],
)
def test_what_is_not_clear_is_left_as_it_is(marked: str) -> None:
    assert names(marked) == [(e.text, e.label_) for e in read(marked, stages=()).ents]


def test_no_name_goes_over_the_end_of_a_sentence() -> None:
    marked = "وصل {PER:سامي حداد}. وقال سامي.\nحداد في البلاد."  # mourning in the country
    assert names(marked) == [("سامي حداد", "PER")]


@given(articles)
@settings(max_examples=50)
def test_nothing_found_is_lost_and_any_text_is_taken(text: str) -> None:
    doc = read(text, stages=())
    before = {(e.start, e.end) for e in doc.ents}
    after = [(e.start, e.end) for e in consistency.agree(doc).ents]
    assert all(any(start == s and end <= e for s, e in after) for start, end in before)


@pytest.mark.parametrize("piece", ["وزير ", "{PER:سامي حداد} قال سامي حداد ", "وزير المالية أنس حداد "])
def test_time_is_linear(piece: str) -> None:
    def seconds(count: int) -> float:
        docs = [read(piece * count, stages=()) for _ in range(3)]  # each is changed
        return cpu_seconds(lambda: consistency.agree(docs.pop()), tries=len(docs))

    assert seconds(1600) < 16 * max(seconds(200), 0.005)
