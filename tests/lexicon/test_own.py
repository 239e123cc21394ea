"""A user's own words: what they add to the records, and how a malformed file is refused."""

from __future__ import annotations

import itertools
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest

import arner
from arner.lexicon import Lexicon, load, using
from arner.lexicon.own import LexiconError, Own, read_own
from tests.marked import read

CODES = {"IQ", "TN", "NO"}
TOML = """
[[person]]
name = "زهير مطر الجابري"
aliases = ["أبو نمر"]
name_latin = "Zuhair Matar"

[[organization]]
names = ["تجمع الضفتين", "تضف"]
country = "IQ"

[[office]]
masculine = "شهبندر"
feminine = "شهبندرة"
plural = ["شهبندرات"]

[[place]]
names = ["مرفأ الزنابق"]
country = "TN"

[[country]]
code = "NO"
names = ["بلاد الفيوردات"]
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.toml"
    path.write_text(TOML, encoding="utf-8")
    return str(path)


def test_own_people_are_found_without_the_tagger_and_are_one_with_their_aliases(own: str) -> None:
    # Zuhair Matar al-Jabiri arrived. Abu Nimr said that al-Jabiri would stay.
    doc = read("وصل زهير مطر الجابري. وقال أبو نمر إن الجابري سيبقى.", lexicon=(own,))
    (person,) = doc._.entities.people
    assert person.name == "زهير مطر الجابري"
    assert person.aliases == ("أبو نمر", "الجابري")
    assert (person.name_latin, person.name_latin_from) == ("Zuhair Matar", "known")


def test_own_organizations_offices_places_and_countries(own: str) -> None:
    # The shahbandar of Norway, Salim Omar, met the Two Banks Rally in the Port of Lilies.
    doc = read(
        "التقى شهبندر بلاد الفيوردات {PER:سليم عمر} تجمع الضفتين في {LOC:مرفأ الزنابق}، وقال إن تضف سيرد",
        lexicon=(own,),
    )
    entities = doc._.entities
    assert [(r.title, r.country) for r in entities.people[0].roles] == [("شهبندر", "NO")]
    assert [(o.name, o.aliases, o.country) for o in entities.organizations] == [("تجمع الضفتين", ("تضف",), "IQ")]
    assert [(p.name, p.country) for p in entities.places] == [("مرفأ الزنابق", "TN")]
    assert [c.code for c in entities.countries] == ["NO"]


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد إلى مرفأ الزنابق أمس.",  # the delegation came to the Port of Lilies
        "قصف الجيش مرفأ الزنابق.",  # the army shelled it
        "قتل اثنان بمرفأ الزنابق.",  # two were killed in it
    ],
)
def test_own_places_are_found_without_the_tagger(own: str, text: str) -> None:
    assert [(p.name, p.country) for p in read(text, lexicon=(own,))._.entities.places] == [("مرفأ الزنابق", "TN")]


def test_a_person_of_a_table_is_read_from_csv_and_toml_alike(tmp_path: Path) -> None:
    header = "kind,name,aliases,country,name_latin,id,offices,body\n"
    row = "person,زهير مطر,,IQ,Zuhair Matar,zuhair,وزير الصحة|IQ||2014|2018;الأمين العام||تضف|2019|,\n"
    (tmp_path / "own.csv").write_text(header + row + "organization,تضف,,IQ,Tadaf,tadaf,,party\n", encoding="utf-8")
    (tmp_path / "own.toml").write_text(
        '[[person]]\nname = "زهير مطر"\ncountry = "IQ"\nname_latin = "Zuhair Matar"\nid = "zuhair"\n'
        'offices = ["وزير الصحة|IQ||2014|2018", "الأمين العام||تضف|2019|"]\n'
        '[[organization]]\nnames = ["تضف"]\ncountry = "IQ"\nname_latin = "Tadaf"\nid = "tadaf"\nkind = "party"\n',
        encoding="utf-8",
    )
    assert read_own(tmp_path / "own.csv", CODES) == read_own(tmp_path / "own.toml", CODES)


def test_nothing_of_it_stays_for_others(own: str) -> None:
    read("وصل زهير مطر الجابري", lexicon=(own,))
    assert read("وصل زهير مطر الجابري")._.entities.people == ()


def test_a_csv_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "kind,name,aliases,country,name_latin\n"
        "person,زهير مطر الجابري,أبو نمر,,Zuhair Matar\n"
        "organization,تجمع الضفتين,تضف,IQ,\noffice,شهبندر,شهبندرات,,\n"
        "place,مرفأ الزنابق,,TN,\ncountry,بلاد الفيوردات,,NO,\n",
        encoding="utf-8",
    )
    from_toml = tomllib.loads(TOML)
    del from_toml["office"][0]["feminine"]
    assert read_own(path, CODES) == type(read_own(path, CODES)).model_validate(from_toml)


@pytest.mark.parametrize(
    ("name", "text", "line", "reason"),
    [
        ("a.toml", "[[person]]\nname = \n", 2, "not TOML"),
        ("a.toml", '[[person]]\nname = "سليم"\n\n[[person]]\nalias = "س"\n', 4, "name"),
        ("a.toml", '[[person]]\nname = "سليم"\naliases = "س"\n', 3, "aliases"),
        ("a.toml", '\n[[place]]\nnames = ["الزنابق"]\ncountry = "QQ"\n', 2, "'QQ'"),
        ("a.toml", '[[people]]\nname = "سليم"\n', 1, "people"),
        ("a.toml", '[[organization]]\nnames = [""]\n', 2, "names"),
        ("a.toml", '[[person]]\nname = "سليم"\noffices = ["وزير"]\n', 3, "an office is title|country"),
        ("a.toml", '[[person]]\nname = "سليم"\noffices = ["وزير|IQ||2014|14"]\n', 3, "'14' is no year"),
        ("a.toml", '[[person]]\nname = "سليم"\noffices = ["وزير|QQ|||"]\n', 1, "'QQ'"),
        ("a.toml", '[[organization]]\nnames = ["سليم"]\nkind = "club of mine"\n', 3, "kind"),
        ("a.csv", "kind,name,offices\nperson,عمر,\nperson,سليم,وزير|IQ\n", 3, "an office is title|country"),
        ("a.csv", "kind,name,id\nperson,سليم,s m\n", 2, "id"),
        ("a.csv", "kind,title\nperson,سليم\n", 1, "columns"),
        ("a.csv", "kind,name\nperson,سليم\nking,عمر\n", 3, "'king'"),
        ("a.csv", "kind,name,country\nperson,سليم,\ncountry,بلاد الضباب,\n", 3, "code"),
        ("a.csv", "kind,name\nperson,سليم,عمر\n", 2, "more values"),
        ("a.csv", "kind,name\nperson,\n", 2, "no name"),
        ("a.txt", "سليم", None, ".toml or .csv"),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(
    tmp_path: Path, name: str, text: str, line: int | None, reason: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as refused:
        arner.load(lexicon=path)
    assert refused.value.path == path
    assert refused.value.line == line
    assert reason in refused.value.reason
    assert str(refused.value).startswith(f"{path}:{line}: " if line else f"{path}: ")


VALUES = [
    "3",
    "[1]",
    "[[]]",
    "{}",
    "[{}]",
    "1979-05-27",
    '""',
    '"ـ"',
    "[{relation = 3}]",
    '[{relation = "agreements"}]',
]


@pytest.mark.parametrize("kind", Own.model_fields)
def test_whatever_a_key_holds_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    path, kind = tmp_path / "l.toml", kind.removeprefix("cue_")
    keys = [kind, *(f"[[{kind}]]\n{key}" for key in ("id", "name", "names", "relation", "past", "by", "slots", "x"))]
    for key, value in itertools.product(keys, VALUES):
        path.write_text(f"{key} = {value}\n", encoding="utf-8")
        with suppress(LexiconError):
            read_own(path, CODES)


def test_a_missing_file_and_one_that_is_not_utf_8_are_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such file"):
        Lexicon(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"\xe9")
    with pytest.raises(LexiconError, match="not UTF-8"):
        Lexicon(tmp_path / "latin.toml")


def test_the_package_s_tables_stay_as_they_are(own: str) -> None:
    before = len(load("organizations")["organization"])
    with using(Lexicon(Path(own))):
        assert len(load("organizations")["organization"]) == before + 1
    assert len(load("organizations")["organization"]) == before


def test_a_pipeline_with_own_words_reads_an_article(own: str) -> None:
    record = arner.load(lexicon=[own])("قال أبو نمر إن الاجتماع تأجل.")
    assert [p.name for p in record.people] == ["أبو نمر"]
    assert record.people[0].name_latin == "Zuhair Matar"
