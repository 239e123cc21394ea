"""Which row of the known people and bodies somebody of an article is; what the text says goes first."""

from __future__ import annotations

from pathlib import Path

import pytest

import arner
from arner.entities.known import Told, holder_of, person_meant
from arner.lexicon.known import known_bodies, known_people
from arner.lexicon.rows import KnownOffice
from arner.records import Ref
from tests.marked import read

OWN = """
[[person]]
id = "zuhair-matar"
name = "زهير مطر"
aliases = ["أبو نمر"]
name_latin = "Zuhair Matar"
country = "NO"
offices = ["وزير الخارجية|NO||2010|2014", "وزير الطاقة|NO||2010|2014", "الأمين العام||تجمع الضفتين|2015|"]

[[person]]
id = "khalil-matar"
name = "خليل مطر"
country = "TN"
offices = ["وزير الصحة|TN||2010|2014"]

[[person]]
id = "walid-nasri"
name = "وليد النصري"
country = "TN"
offices = ["وزير الدفاع|TN||2010|2014"]

[[organization]]
id = "two-banks-rally"
names = ["تجمع الضفتين", "تضف"]
country = "IQ"
kind = "party"
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return str(path)


def people(text: str, own: str, published: str | None = "2012-05-16") -> list[tuple[str, str | None]]:
    return [(p.name, p.known) for p in read(text, published, lexicon=(own,))._.entities.people]


def test_a_full_name_is_its_row_and_the_office_gets_its_country(own: str) -> None:
    # The foreign minister, Zuhair Matar, said that Norway …
    doc = read("قال وزير الخارجية {PER:زهير مطر} إن النرويج والسويد لن تنتظرا", "2012-05-16", lexicon=(own,))
    (person,) = doc._.entities.people
    assert person.known == "zuhair-matar"
    assert [(r.title, r.country, r.country_from) for r in person.roles] == [("وزير الخارجية", "NO", "known")]


def test_an_office_of_a_body_has_no_country(own: str) -> None:
    # The secretary-general, Zuhair Matar, praised Tunisia.
    doc = read("أشاد الأمين العام {PER:زهير مطر} بموقف تونس والنرويج", "2016-05-16", lexicon=(own,))
    (person,) = doc._.entities.people
    assert person.known == "zuhair-matar"
    assert [r.country for r in person.roles] == [None]


def test_a_surname_alone_is_who_held_the_office_then(own: str) -> None:
    # The Norwegian foreign minister Matar / the Tunisian health minister Matar said …
    assert people("قال وزير الخارجية النرويجي {PER:مطر} إن الأمر انتهى", own) == [("مطر", "zuhair-matar")]
    assert people("قال وزير الصحة التونسي {PER:مطر} إن الأمر انتهى", own) == [("مطر", "khalil-matar")]
    # Matar said: which one is not told.
    assert people("قال {PER:مطر} إن الأمر انتهى", own) == [("مطر", None)]


def test_an_office_of_another_state_speaks_against_a_row(own: str) -> None:
    # The Yemeni defence minister Walid al-Nasri: a namesake, whatever the table says.
    assert people("قال وزير الدفاع اليمني {PER:وليد النصري} إن تونس ستشارك", own) == [("وليد النصري", None)]


def test_a_trade_speaks_against_a_politician_s_row(own: str) -> None:
    # The player Walid al-Nasri left Tunisia's team.
    assert people("غادر اللاعب {PER:وليد النصري} منتخب تونس", own) == [("وليد النصري", None)]


def test_a_body_is_its_row_by_any_of_its_names(own: str) -> None:
    doc = read("قال {ORG:تضف} إن العراق سيرد", lexicon=(own,))
    assert [(o.name, o.known) for o in doc._.entities.organizations] == [("تضف", "two-banks-rally")]


def test_names_that_several_bodies_bear_decide_nothing() -> None:
    doc = read("قال {ORG:حزب العدالة والتنمية} إن الاتفاق انتهى")
    assert [o.known for o in doc._.entities.organizations] == [None]


def test_a_body_of_one_state_is_meant_only_where_the_article_names_the_state() -> None:
    # The Army of Islam in Gaza is not the one in Syria.
    doc = read("خطف {ORG:جيش الإسلام} صحفيا في غزة في فلسطين")
    assert [o.known for o in doc._.entities.organizations] == [None]
    doc = read("سيطر {ORG:جيش الإسلام} على مدينة في سوريا")
    assert [o.known for o in doc._.entities.organizations] == ["jaysh-al-islam"]


@pytest.mark.parametrize(
    ("marked", "published", "known"),
    [
        ("انتقد {PER:نتنياهو} قرار إسرائيل", None, "benjamin-netanyahu"),  # a surname that the row lists, and its state
        ("انتقد {PER:نتنياهو} القرار", None, None),
        ("انتقد {PER:الخميني} قرار إيران", "2018-05-16", None),  # no spelling of Khamenei
        ("قال وزير الخارجية {PER:طارق عزيز} إن العراق سيرد", "2018-05-16", "tariq-aziz"),  # told of in its time
    ],
)
def test_what_is_enough_for_a_row(marked: str, published: str | None, known: str | None) -> None:
    assert [p.known for p in read(marked, published)._.entities.people] == [known]


def test_two_spellings_of_one_person_are_one() -> None:
    # Riek Machar came. Later Riak Mashar said …
    doc = read("وصل {PER:رياك مشار} إلى جوبا. وقال {PER:ريك مشار} إن جنوب السودان بخير")
    assert [p.known for p in doc._.entities.people] == ["riek-machar"]


def test_arabs_names_that_differ_are_not_spellings() -> None:
    # Saad al-Qahtani is not Saud al-Qahtani.
    doc = read("قال {PER:سعد القحطاني} إن السعودية بخير", "2018-05-16")
    assert [p.known for p in doc._.entities.people] == [None]


def test_the_holder_of_an_office_is_told_only_where_one_held_it_all_year() -> None:
    holder = holder_of("وزير الخارجية", "RU", 2018)
    assert holder is not None
    assert holder.id == "sergey-lavrov"
    assert holder_of("وزير الخارجية", "US", 2021) is None  # Pompeo until January, then Blinken
    assert holder_of("وزير الخارجية", "RU", None) is None


def test_every_row_is_well_formed() -> None:
    people, bodies = known_people(), known_bodies()
    ids = [row.id for row in (*people, *bodies)]
    assert len(ids) == len(set(ids))
    assert all(row.latin and row.latin.isprintable() for row in people)
    offices = [office for row in people for office in row.offices]
    assert all((office.since or 0) <= (office.until or 9999) for office in offices)


@pytest.mark.parametrize("row", ["وزير", "|RU||2004|", "وزير|RU||04|", "وزير|RU||2004|2005|x"])
def test_an_office_that_is_none_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match="year"):
        KnownOffice.read(row)


def test_nobody_is_meant_by_nothing() -> None:
    assert person_meant(Told((), (), (), (), None)) is None


def known(ref: Ref) -> str | None:
    return ref.described.known if ref.described else None


def test_who_is_only_described_by_an_office_is_known_but_not_named(own: str) -> None:
    # The Norwegian energy minister, who was Zuhair Matar then, and a former one speak.
    marked = "قال وزير الطاقة النرويجي إن الاتفاق انتهى. وقال وزير الطاقة النرويجي الأسبق إن الأمر خطير."
    article = arner.Article(text=marked, published="2012-05-16")
    record = arner.load(lexicon=own)(article)
    assert record.people == []
    assert [(s.ref, s.name, known(s)) for s in record.statements[0].speakers] == [
        (None, "وزير الطاقة النرويجي", "zuhair-matar")
    ]
    assert all(known(ref) is None for ref in record.statements[1].speakers)
    undated = arner.load(lexicon=own)(marked)
    assert all(known(ref) is None for s in undated.statements for ref in s.speakers)
