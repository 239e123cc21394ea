"""What kind of article it is: of sport, or of a story."""

from __future__ import annotations

import pytest

from arner.arabic.orthography import fold
from arner.genre import Genre, of_play, of_sport


@pytest.mark.parametrize(
    ("text", "sport", "story"),
    [
        # the national team won the match; the minister of sport received the team: one word alone is none
        ("فاز المنتخب في المباراة على ملعب المدينة بهدفين وسجل المهاجم", True, False),
        ("استقبل الوزير المنتخب في القصر وبحث معه الأوضاع", False, False),
        # the events of the series; a meeting of ministers
        ("تدور أحداثه حول لص والمسلسل من إخراج المخرج سالم", False, True),
        ("التقى الوزير نظيره في العاصمة", False, False),
        ("", False, False),
    ],
)
def test_its_words_tell_it(text: str, sport: bool, story: bool) -> None:
    genre = Genre(fold(text).split())
    assert (genre.sport, genre.story) == (sport, story)


def test_the_same_word_twice_counts_once() -> None:
    assert not Genre(["المنتخب", "والمنتخب", "فالمنتخب", "المنتخب"]).sport


def test_words_of_sport_and_of_play() -> None:
    assert of_sport(fold("ومباراة"))  # and a match
    assert of_sport(fold("الركنية"))  # the corner
    assert of_play(fold("ركنية"))
    assert not of_sport(fold("الموسم"))  # the season, of anything
