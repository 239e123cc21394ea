"""Office phrases: where they begin and end, and what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.layers import OfficeMention
from tests.marked import read


def offices(text: str) -> list[OfficeMention]:
    return list(read(text, stages=("arner_mentions",))._.offices)


def words(text: str, office: OfficeMention) -> str:
    return read(text, stages=()).text[office.start : office.end]


@pytest.mark.parametrize(
    ("text", "phrase", "title", "country"),
    [
        # the Turkish defence minister Hulusi …: the phrase ends before the name
        ("قال وزير الدفاع التركي {PER:خلوصي أكار}", "وزير الدفاع التركي", "وزير الدفاع", "TR"),
        ("قال وزير خارجية إيطاليا {PER:باولو}", "وزير خارجية إيطاليا", "وزير خارجية", "IT"),
        ("الوزيرة الهولندية للدفاع", "الوزيرة الهولندية للدفاع", "الوزيرة للدفاع", "NL"),
        ("وزير الطاقة والصناعة القطري", "وزير الطاقة والصناعة القطري", "وزير الطاقة والصناعة", "QA"),
        ("للرئيس الفرنسي", "لرئيس الفرنسي", "الرئيس", "FR"),
        ("رئيسة الوزراء الدنماركية", "رئيسة الوزراء الدنماركية", "رئيسة الوزراء", "DK"),
        ("رئيس مجلس النواب المغربي", "رئيس مجلس النواب المغربي", "رئيس مجلس النواب", "MA"),
        # the speaker of parliament, the commander of the army, the chief of intelligence: organs of the state, tagged
        ("رئيس {ORG:مجلس النواب} المغربي", "رئيس مجلس النواب المغربي", "رئيس مجلس النواب", "MA"),
        ("قائد {ORG:القوات المسلحة السعودية}", "قائد القوات المسلحة السعودية", "قائد القوات المسلحة", "SA"),
        ("رئيس {ORG:الاستخبارات العامة} الأردنية", "رئيس الاستخبارات العامة الأردنية", "رئيس الاستخبارات العامة", "JO"),
        ("ملك البحرين {PER:حمد}", "ملك البحرين", "ملك", "BH"),
        ("رئيس جنوب أفريقيا", "رئيس جنوب أفريقيا", "رئيس", "ZA"),
        ("نائب الرئيس الأمريكي {PER:مايك}", "نائب الرئيس الأمريكي", "نائب الرئيس", "US"),
        (
            "المبعوث الفرنسي الخاص إلى ليبيا",
            "المبعوث الفرنسي الخاص إلى ليبيا",
            "المبعوث الخاص إلى ليبيا",
            "FR",
        ),
        ("السفير الإيراني لدى العراق", "السفير الإيراني لدى العراق", "السفير لدى العراق", "IR"),
        (
            "المتحدثة باسم الخارجية الألمانية",
            "المتحدثة باسم الخارجية الألمانية",
            "المتحدثة باسم الخارجية",
            "DE",
        ),
        ("المتحدث باسم الكرملين", "المتحدث باسم الكرملين", "المتحدث باسم الكرملين", "RU"),
        ("أمير منطقة تبوك", "أمير منطقة تبوك", "أمير منطقة تبوك", "SA"),
        ("عمدة لندن {PER:صادق}", "عمدة لندن", "عمدة لندن", "GB"),
        ("خادم الحرمين الشريفين", "خادم الحرمين الشريفين", "خادم الحرمين الشريفين", "SA"),
        ("رئيس الجمهورية التونسية", "رئيس الجمهورية التونسية", "رئيس الجمهورية", "TN"),
        ("المستشار في الديوان الأميري {PER:فهد}", "المستشار في الديوان الأميري", "المستشار في الديوان الأميري", None),
        ("مساعد وزير الشؤون الاقتصادية", "مساعد وزير الشؤون الاقتصادية", "مساعد وزير الشؤون الاقتصادية", None),
        ("المبعوث الأمريكي إلى #أفغانستان", "المبعوث الأمريكي إلى #أفغانستان", "المبعوث إلى أفغانستان", "US"),
        # the adjective is spelt like the country
        ("قائد القوات المسلحة السعودية", "قائد القوات المسلحة السعودية", "قائد القوات المسلحة", "SA"),
        # a verb, an object, a day after the office
        ("زار الرئيس السعودية", "الرئيس", "الرئيس", None),
        ("الرئيس التقى الوفد", "الرئيس", "الرئيس", None),
        ("أعلن وزير المالية الخميس", "وزير المالية", "وزير المالية", None),
    ],
)
def test_office(text: str, phrase: str, title: str, country: str | None) -> None:
    [office] = offices(text)
    assert (words(text, office), office.title, office.country) == (phrase, title, country)
    assert office.kind == "office"


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("الأمين العام ل{ORG:حلف شمال الأطلسي} {PER:ينس}", "حلف شمال الأطلسي"),
        ("الأمين العام {ORG:للأمم المتحدة} {PER:أنطونيو}", "الأمم المتحدة"),
        ("زعيم {ORG:حركة النهضة} {PER:راشد}", "حركة النهضة"),
        ("المبعوث الأممي إلى ليبيا {PER:غسان}", "الأمم المتحدة"),
        ("رئيس حزب المحافظين البريطاني", "حزب المحافظين البريطاني"),
        ("رئيس الوزراء العراقي", None),
    ],
)
def test_organization(text: str, organization: str | None) -> None:
    [office] = offices(text)
    assert office.organization == organization


def test_former_is_no_part_of_the_title() -> None:
    text = "وزير الدفاع الأمريكي السابق {PER:جيمس}"
    [office] = offices(text)
    assert office.former
    assert office.title == "وزير الدفاع"
    assert words(text, office).endswith("السابق")


def test_two_offices_of_one_person() -> None:
    first, second = offices("نائب رئيس الوزراء ووزير الدفاع {PER:خالد}")
    assert (first.title, second.title) == ("نائب رئيس الوزراء", "وزير الدفاع")
    assert second.joined


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        ("اتفق الرئيسان الروسي والتركي", "dual", ["RU", "TR"]),  # the Russian and the Turkish president
        ("لقاء وزيري خارجية مصر والسودان", "dual", ["EG", "SD"]),  # the foreign ministers of Egypt and Sudan
        ("بحث الجانبان", "dual", []),  # both sides
        ("التقى نظيره الياباني", "counterpart", ["JP"]),
        ("مع نظيرتها الكورية الجنوبية", "counterpart", ["KR"]),
        ("قال مسؤول هندي كبير", "described", ["IN"]),
        ("ذكرت مصادر دبلوماسية", "described", []),
        ("الزعيم الصيني", "described", ["CN"]),
    ],
)
def test_other_kinds(text: str, kind: str, countries: list[str]) -> None:
    [office] = offices(text)
    assert (office.kind, office.countries) == (kind, tuple(countries))


@pytest.mark.parametrize(
    "text",
    [
        "له دور رئيسي في الأزمة",  # a main part
        "الشؤون السياسية",  # political affairs
        "وصلت المساعدات الإنسانية",  # humanitarian aid
        "صوت مجلس النواب",  # the house of representatives
        "",
        "رئيس",
    ],
)
def test_none(text: str) -> None:
    assert offices(text) == []


WORDS = [
    "رئيس",
    "الوزراء",
    "وزير",
    "خارجية",
    "روسيا",
    "الروسي",
    "ل",
    "في",
    "باسم",
    "نائب",
    "ممثل",
    "أمين",
    "العام",
    "لشؤون",
    "و",
    ".",
]


@given(st.lists(st.sampled_from([*WORDS, "\n"]), max_size=12))
def test_never_raises(parts: list[str]) -> None:
    text = " ".join(parts)
    for office in offices(text):
        assert 0 <= office.start < office.end <= len(text)


@pytest.mark.parametrize("text", ["التقى ممثل أمين", "ممثلة أمين", "نائب رئيس"])
def test_an_office_of_an_office_ends_with_the_text(text: str) -> None:
    (office,) = offices(text)
    assert office.end == len(text)


@pytest.mark.parametrize("repeated", ["رئيس مجلس ", "نائب مساعد ", "لنائب في لجنة ", "مسؤول و"])
def test_long_repeats_end(repeated: str) -> None:
    assert len(offices(repeated * 2000)) <= 4000
