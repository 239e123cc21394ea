"""Candidates for states, and the state of a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arner
from arner.mentions.countries import (
    adjective_forms,
    country_names,
    find_countries,
    is_code,
    is_place,
    place_country,
)
from arner.tokens import Tokens
from tests.marked import read


def countries(text: str, source: str | None = None) -> list[tuple[str, str, str]]:
    doc = read(text, source=source, stages=())
    return [(doc.text[c.start : c.end], c.code, c.how) for c in find_countries(Tokens(doc), source or "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # France and (to) China and (like) Iran: particles stay outside
        (
            "وفرنسا ثم وللصين وكإيران",
            [("فرنسا", "FR", "name"), ("لصين", "CN", "name"), ("إيران", "IR", "name")],
        ),
        # a source in the Kremlin; to the Kremlin
        ("في الكرملين وللكرملين", [("الكرملين", "RU", "seat"), ("لكرملين", "RU", "seat")]),
        # the longest name wins: South Sudan, not Sudan
        ("عاد إلى جنوب السودان", [("جنوب السودان", "SS", "name")]),
        # hashtags
        (
            "عقوبات #الولايات_المتحدة على #روسيا",
            [("الولايات_المتحدة", "US", "name"), ("روسيا", "RU", "name")],
        ),
        # diacritics and tatweel
        ("زار اليَمَن وتـــركيا", [("اليَمَن", "YE", "name"), ("تـــركيا", "TR", "name")]),
        # adjectives in every number
        (
            "الوزير الهولندي والوزيران البلجيكيان والضباط الأتراك وخبيرات نرويجيات",
            [
                ("الهولندي", "NL", "demonym"),
                ("البلجيكيان", "BE", "demonym"),
                ("الأتراك", "TR", "demonym"),
                ("نرويجيات", "NO", "demonym"),
            ],
        ),
        # dairy, New Jersey, the Mongols of history; Albanians
        ("إنتاج ألبان المدينة في نيو جيرسي بعد صلح المغول", []),
        ("التقى الزعماء الألبان", [("الألبان", "AL", "demonym")]),
        # compounds agree in both words
        ("الصحف الكورية الجنوبية", [("الكورية الجنوبية", "KR", "demonym")]),
        ("الوزير الجنوب أفريقي", [("الجنوب أفريقي", "ZA", "demonym")]),
        # an adjective in the accusative is spelt like the country
        ("استقبل وفداً روسياً", [("روسياً", "RU", "demonym")]),
        # both Koreas
        ("اتفقت الكوريتان", [("الكوريتان", "KP", "name"), ("الكوريتان", "KR", "name")]),
        # capitals
        ("أعلنت أنقرة ووارسو", [("أنقرة", "TR", "capital"), ("وارسو", "PL", "capital")]),
    ],
)
def test_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert countries(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "شكر الوفد الأمير تركي على ذلك",  # Prince Turki, no Turk
        "غيرت السدود مجرى النهر والمجرى القديم",  # the course of the river, no Hungarian
        "تحدث باللغة الإيطالية ثم بالفرنسية",  # in Italian, then in French
        "عبرت السفن المحيط الهندي",  # the Indian Ocean
        "تراجعت دول أمريكا اللاتينية",  # Latin America
        "الدعم المالي والإصلاح المالي",  # financial support
        "بعد صلاة المغرب",  # after the sunset prayer
        "وهو مصر على رأيه",  # he insists
        "الوزير مصر على رأيه",
        "وكان المدرب الجديد مصر على خطته",
        "قالوا إن الرئيس مصر على بناء الجدار",
        "يبلغ قطر الأنبوب مترا",  # the pipe's diameter
        "حفرت فوهة قطر الواحدة منها عشرة أمتار",
        "يزيد قطر الكرة على سنتيمتر",
        "ممر يصل بين البحرين الأحمر والمتوسط",  # the two seas
        "قناة البحرين الأبيض والأسود",
        "صيادو البحرين المتوسط والميت",
        "أمن المحيطين الهندي والهادي",  # the Indian and the Pacific
        "سفن في المحيطين الهندي والأطلسي",
        "مياه المحيطين الهندي والهادئ",
        "رفضوا أي تعهد {LOC:مالي} جديد",  # financial
        "كل دعم {LOC:مالي} مرفوض",
        "وقع خبير {LOC:مالي} التقرير",
        "عاصفة في جورجيا. وقال حاكم ولاية جورجيا ذلك. وعاد من جورجيا.",  # of the United States, throughout
        "طائرة تحطمت في جورجيا، وفق الحرس الوطني في ولاية جورجيا",
        "انتخابات ولاية جورجيا: الفائز يزور جورجيا",
        "عاد إلى مسقط رأسه",  # where he was born
        "سجل هدفا في مسقط رأسها",
        "أصيب في يده اليمنى",  # his right hand
        "نصف قطر الدائرة",  # the circle's radius
        "كيف حدث ذلك",  # how
        "مياه خليج عمان",  # the Gulf of Oman
        "",
        "Paris 2018 ! ؟",
    ],
)
def test_not_found(text: str) -> None:
    assert countries(text) == []


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        # the kingdom is that of the newspaper, else the one that the article names
        ("وصل إلى المملكة", "alriyadh", [("المملكة", "SA", "name")]),
        ("وصل إلى المملكة", "hespress", [("المملكة", "MA", "name")]),
        ("وصل إلى المملكة", None, []),
        ("زار المنامة ثم غادر المملكة", None, [("المنامة", "BH", "capital"), ("المملكة", "BH", "name")]),
        # Amman or Oman
        (
            "استقبل الملك الأردني ضيفه في عمان",
            None,
            [("الأردني", "JO", "demonym"), ("عمان", "JO", "capital")],
        ),
        ("زار عمان", None, [("عمان", "OM", "name")]),
        ("في عمّان", None, [("عمّان", "JO", "capital")]),
        # the city of Tunis
        ("وسط العاصمة تونس", None, [("تونس", "TN", "capital")]),
        # Mali after a preposition
        ("القوات المنتشرة في مالي", None, [("مالي", "ML", "name")]),
    ],
)
def test_ambiguous(text: str, source: str | None, expected: list[tuple[str, str, str]]) -> None:
    assert countries(text, source) == expected


def test_names() -> None:
    assert country_names("US") == ("الولايات المتحدة", "United States")
    assert country_names("PS") == ("فلسطين", "Palestine")
    assert all(is_code(code) for code in ("XK", "SU", "YU"))
    assert not any(is_code(code) for code in ("guard", "ZZ"))


@pytest.mark.parametrize(
    ("place", "code"),
    [("سوتشي", "RU"), ("شرم الشيخ", "EG"), ("ادلب", "SY"), ("موسكو", "RU"), ("القدس", None), ("كتاب", None)],
)
def test_place(place: str, code: str | None) -> None:
    assert place_country(place) == code


def test_contested_place_is_a_place() -> None:
    assert is_place("القدس")
    assert not is_place("كتاب")


def test_adjective_forms_agree() -> None:
    forms = set(adjective_forms("كوري شمالي"))
    assert {"الكوريه الشماليه", "كوريين شماليين"} <= forms
    assert "الكوريه الشمالي" not in forms


@given(st.text(alphabet="روسيا المملكةوللبفك#_ّ\n«»a1عمانفي", max_size=80))
def test_offsets_lie_in_the_text(text: str) -> None:
    doc = read(text, stages=())
    for found in find_countries(Tokens(doc)):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار الكونغو والكونغو الديمقراطية.", ["CG", "CD"]),
        ("عاد من الكونغو الديمقراطية والكونغو.", ["CD", "CG"]),
        ("قمة كوريا الجنوبية وكوريا أمس.", ["KR", "KP"]),
        ("وصل إلى الكونغو. ثم عاد إلى الكونغو الديمقراطية.", ["CD", "CD"]),
        ("أعلنت مصر على لسان وزيرها ذلك.", ["EG"]),
        ("تنتصر اليوم مصر على الإرهاب.", ["EG"]),
        ("تبعد قطر الشقيقة نحو ساعة.", ["QA"]),
    ],
)
def test_two_of_one_word_side_by_side(text: str, expected: list[str]) -> None:
    assert [code for _, code, _ in countries(text)] == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("تصدر المجلة باللغات العربية والأمازيغية والفرنسية والإنجليزية.", set()),  # in Arabic, Tamazight, French …
        ("يتقن سالم اللغتين الإنجليزية والفرنسية.", set()),  # masters the two languages
        ("ترجم الكتاب إلى لغات الهند واللغة الروسية.", {"IN"}),  # into the languages of India and Russian
        ("التقت الحكومتان الإنجليزية والفرنسية.", {"GB", "FR"}),  # the two governments
        ("اطلع الوزير على مجريات التحقيق.", set()),  # the course of the inquiry, not women of Hungary
    ],
)
def test_languages_are_no_states(text: str, codes: set[str], nlp: arner.Pipeline) -> None:
    assert {country.code for country in nlp(text).countries} == codes
