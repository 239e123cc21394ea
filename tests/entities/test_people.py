"""Who is who: short forms join full ones, different people stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.arabic.spelling import skeleton
from arner.entities.keys import folded_words, name_key
from arner.entities.people import fits, identify
from tests.marked import read


def grouped(*names: str) -> list[list[int]]:
    """For each person, which of `names` are theirs."""
    found = identify([folded_words(n) for n in names])
    return [sorted(i for at in p.forms.values() for i in at) for p in found]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["فلاديمير بوتين", "بوتين"], [[0, 1]]),
        (["بوتين", "فلاديمير بوتين"], [[0, 1]]),  # in the title only the surname
        (["شي جين بينغ", "شي"], [[0, 1]]),  # Xi: the first word
        (["سيرغي لافروف", "سيرجي لافروف", "لافروف"], [[0, 1, 2]]),
        (["دونالد ترامب", "ترمب", "دونالد ترمب"], [[0, 1, 2]]),
        (["سلمان بن عبدالعزيز", "سلمان بن عبد العزيز"], [[0, 1]]),
        (["عبدالفتاح السيسي", "السيسي", "عبد الفتاح السيسي"], [[0, 1, 2]]),
        (["بشار الأسد", "الأسد", "بشار الاسد"], [[0, 1, 2]]),
        # father and son
        (["سلمان بن عبدالعزيز", "محمد بن سلمان بن عبدالعزيز"], [[0], [1]]),
        (["محمد بن سلمان", "محمد بن سلمان بن عبدالعزيز"], [[0, 1]]),
        (["علي عبدالله صالح", "أحمد علي عبدالله صالح", "صالح"], [[0], [1, 2]]),
        (["سارة بنت عبدالله حداد", "عبدالله حداد", "حداد"], [[0], [1, 2]]),
        (["بن سلمان", "محمد بن سلمان"], [[0, 1]]),  # by his father's name alone
        (["بن سلمان", "سلمان بن عبدالعزيز"], [[0], [1]]),
        # two who share a surname; the short form is who was named last before it
        (["جورج بوش", "بوش", "جيب بوش", "بوش"], [[0, 1], [2, 3]]),
        (["رفعت الأسد", "بشار الأسد"], [[0], [1]]),
        # two who share a first name
        (["محمد مرسي", "محمد البرادعي"], [[0], [1]]),
        (["محمد بن زايد", "محمد بن راشد", "محمد بن زايد"], [[0, 2], [1]]),
        # short words are spelt one way
        (["علي لاريجاني", "عمر البشير"], [[0], [1]]),
        (["بوتين", "بايدن"], [[0], [1]]),
        ([], []),
    ],
)
def test_identify(names: list[str], expected: list[list[int]]) -> None:
    assert grouped(*names) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("سيرجي", "سيرغي"), ("ترامب", "ترمب"), ("تشاووش", "تشاوش"), ("غوتيريش", "جوتيريش"), ("اوباما", "أوباما")],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    (a,), (b,) = folded_words(one), folded_words(other)
    assert skeleton(a) == skeleton(b)


NAMES = st.lists(
    st.sampled_from("محمد بن سلمان عبد العزيز عبدالعزيز بوتين فلاديمير ال سعود شي بوش جورج ابو".split()), max_size=4
)


@given(st.lists(NAMES.map(tuple), max_size=8))
def test_every_name_is_in_one_person(names: list[tuple[str, ...]]) -> None:
    places = [sorted(i for at in p.forms.values() for i in at) for p in identify(names)]
    assert sorted(i for at in places for i in at) == list(range(len(names)))
    assert [at[0] for at in places] == sorted(at[0] for at in places)


@given(st.lists(NAMES.map(tuple), min_size=1, max_size=6))
def test_saying_it_all_again_makes_nobody_new(names: list[tuple[str, ...]]) -> None:
    assert len(identify([*names, *names])) == len(identify(names))


@given(NAMES.map(tuple))
def test_a_name_is_a_form_of_itself(name: tuple[str, ...]) -> None:
    assert fits(name_key(name), name_key(name))
    assert name_key(name_key(name)) == name_key(name)


def test_the_fullest_form_is_the_name() -> None:
    # Putin arrived; Vladimir Putin and to Putin
    doc = read("وصل {PER:بوتين} وقال {PER:فلاديمير بوتين} في رسالة {PER:لبوتين}")
    (person,) = doc._.entities.people
    assert (person.name, person.aliases) == ("فلاديمير بوتين", ("بوتين",))
    assert [doc.text[m.start : m.end] for m in doc._.mentions if m.type == "person"] == [
        "بوتين",
        "فلاديمير بوتين",
        "بوتين",
    ]
