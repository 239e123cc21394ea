"""What the tagger takes for people and is none; where their names begin and end."""

from __future__ import annotations

import pytest

from arner.mentions.plausible import is_inflected, is_ordinary
from tests.marked import read


def people(marked: str) -> list[str]:
    doc = read(marked, stages=("arner_mentions", "arner_entities"))
    return [p["name"] for p in doc._.entities["people"]]


@pytest.mark.parametrize(
    "marked",
    [
        "اقترب النيزك {PER:لكوكبنا} كثيرا.",  # The meteor came close to our planet
        "قالت المنظمتان إنهما {PER:شاركا} في الحوار.",  # … that the two took part
        "الوضع {PER:مايزال} صعبا.",  # still
        "اصطدمت {PER:سيارتان} مسرعتان.",  # two cars
        "وصلت {PER:وفودا} كثيرة.",  # delegations
        "{PER:دان} رئيس البرلمان الهجوم.",  # The speaker condemned the attack
        "دافع {PER:محاميان} عن المتهم.",  # two lawyers
        "خرج 500 {PER:درويش} إلى الشارع.",  # 500 dervishes
        'انضم إلى جماعة "{PER:نكسيفم}" قبل عام.',  # the group "Nxivm"
        "دعا المصلون {PER:الله} أن يوقف الحرب.",  # prayed to God
        "عرض {PER:سيستفيدون} منه.",  # they will profit
    ],
)
def test_no_person(marked: str) -> None:
    assert people(marked) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("وصل {PER:كمال منصور سيغادران} غدا.", ["كمال منصور"]),  # … will leave
        # Najib's bank account
        ("قال {PER:نجيب رزاق} ذلك، وخرج {PER:نجيب}. ومن حساب {PER:نجيب المصرفي} دفع المال.", ["نجيب رزاق"]),
        ("قال {PER:نبيل العربي} ذلك.", ["نبيل العربي"]),  # a surname that is an adjective too
        ("التقى {PER:جواد ظريف أقر باولو جنتيلوني} أمس.", ["جواد ظريف", "باولو جنتيلوني"]),  # … decided …
        ("بحث ذلك الشيخ {PER:سلامة} أمس.", ["سلامة"]),  # an honorific tells that the word, safety, is a name
        ("عاد {PER:سكريبال} إلى بيته. وقال سكريبال ذلك.", ["سكريبال"]),  # unknown, but named twice
        ("عاد {PER:زكربال} إلى بيته.", []),
        ("قال {PER:زكربال} ذلك.", ["زكربال"]),  # … but he speaks
        ("قال الأمين العام {ORG:لجامعة الدول العربية نبيل العربي} ذلك.", ["نبيل العربي"]),
        ("استقبله {PER:كيت دوقة كامبريدج} أمس.", ["كيت"]),  # Kate, Duchess of Cambridge
        ("التقى الرئيس ({PER:فلاديمير}) {PER:بوتين} ضيفه.", ["فلاديمير بوتين"]),
        ("قصف نظام الأسد المدينة.", ["الأسد"]),  # al-Assad's regime; the tagger misses the lion
        ("قصفت قوات صالح المدينة.", ["صالح"]),
        ("عمل لصالح الشركة.", []),  # in favour of
        ("أشار على الفور علي {PER:شمخاني} إلى ذلك.", ["علي شمخاني"]),
        ("حضر {PER:محمد بن} سلمان الافتتاح.", ["محمد بن سلمان"]),
        ("قال العقيد {PER:ركن عبد الله الجاسر} ذلك.", ["عبد الله الجاسر"]),
        (
            "وصل {PER:خالد الحميدان} و{PER:فهد العيسى}، و{PER:خالد العيسى}.",
            ["خالد الحميدان", "فهد العيسى", "خالد العيسى"],
        ),
    ],
)
def test_people(marked: str, expected: list[str]) -> None:
    assert people(marked) == expected


def test_places_and_bodies_that_the_tagger_took_for_people() -> None:
    doc = read("هزم ائتلاف {PER:باريزان} وهو يعيش في {PER:تريبلنكوف}.", stages=("arner_mentions", "arner_entities"))
    assert [o["name"] for o in doc._.entities["organizations"]] == ["ائتلاف باريزان"]
    assert [p["name"] for p in doc._.entities["places"]] == ["تريبلنكوف"]
    assert doc._.entities["people"] == []


def test_words() -> None:
    assert is_ordinary("قال")
    assert not is_ordinary("بوتين")
    assert is_inflected("بكتابهم")  # with their book
    assert not is_inflected("لافروف")
