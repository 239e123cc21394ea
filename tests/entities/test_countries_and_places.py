"""Which words are a state: names, adjectives, capitals that act; what is only a place."""

from __future__ import annotations

import pytest

from tests.entities.marked_roles import named, read


def codes(marked: str) -> set[str]:
    return {c.code for c in read(marked)._.entities.countries}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("زارت وفود روسيا الهند.", {"RU", "IN"}),
        ("قال مسؤول أمريكي ذلك.", {"US"}),
        ("أعلنت موسكو أنها مستعدة.", {"RU"}),  # Moscow announced
        ("نفى الكرملين الخبر.", {"RU"}),
        ("رفض البيت الأبيض التعليق.", {"US"}),
        ("اجتمعوا في {LOC:باريس} أمس.", set()),  # only a place
        ("تستعد الوزارة بمنطقة {LOC:الرياض} لرمضان.", set()),
        ("هبطت الطائرة قرب مطار {LOC:دمشق} أمس.", set()),
        ("قال سكان ضاحية {LOC:بيروت} ذلك.", set()),
        ("تعثرت محادثات {LOC:فيينا} أمس.", set()),  # called by where they were held
        ("انسحبوا من اتفاق {LOC:باريس} للمناخ.", set()),
        ("بعد مؤتمر {LOC:برلين} بعام.", set()),
        ("بدأت محادثات {LOC:موسكو} و{LOC:واشنطن} أمس.", {"RU", "US"}),  # between them
        ("وصل إلى {LOC:موسكو} أمس.", set()),
        ("اجتمعوا بباريس أمس.", set()),
        ("زار {PER:بوتفليقة} باريس أمس.", set()),  # Bouteflika visited Paris: the one who goes stands between
        ("توتر بين موسكو وواشنطن.", {"RU", "US"}),
        ("دعت الأمم المتحدة إلى الحوار.", set()),
        ("قالت {ORG:جامعة واشنطن} ذلك.", set()),  # within the name of a body
        ("قال {PER:ميشال لبنان} ذلك.", set()),  # within the name of a person
        ("نددت {ORG:وزارة الخارجية الإيرانية} بذلك.", {"IR"}),  # an adjective counts also there
    ],
)
def test_countries(marked: str, expected: set[str]) -> None:
    assert codes(marked) == expected


def test_each_country_is_one_with_all_its_mentions() -> None:
    doc = read("قالت روسيا إن الموقف الروسي ثابت، وأكدت موسكو ذلك، وللروس رأيهم.")
    (country,) = doc._.entities.countries
    assert (country.id, country.name_en) == ("country:RU", "Russia")
    assert [m.kind for m in doc._.mentions if m.refs == ("country:RU",)][:3] == ["name", "demonym", "metonym"]


def test_a_capital_that_acts_is_the_state_and_elsewhere_a_place() -> None:
    doc = read("أعلنت باريس موقفها، واجتمع الوفد في باريس.")
    kinds = [(m.type, m.country) for m in doc._.mentions if doc.text[m.start : m.end] == "باريس"]
    assert kinds == [("country", "FR"), ("place", "FR")]
    (place,) = doc._.entities.places
    assert (place.name, place.country) == ("باريس", "FR")


def test_a_place_is_one_however_often_it_is_named() -> None:
    doc = read("اجتمعوا في {LOC:إسطنبول}، ثم غادروا {LOC:إسطنبول} إلى {LOC:أنطاليا}.")
    assert [(p.name, p.country) for p in doc._.entities.places] == [("إسطنبول", "TR"), ("أنطاليا", "TR")]


def test_a_government_acts_for_its_state() -> None:
    assert named(read("قررت الحكومة الفرنسية ذلك."), "الحكومة الفرنسية") == ["FR"]
