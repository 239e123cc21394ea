"""What kind of article a rule reads: of sport, or of a story that is made up; told by its words, once an article.

In an article on sport «التقى» (met) is mostly a match, and «الاتحاد» (the union) a team; in one on a film or a series
people meet who do not exist. What tells it is how many different words of a genre an article has: the words and how
they were found stand in `classes.toml` (`word_of_sport_article`, `word_of_story`).

Those of sport are words that the sport pages of three sources have at least twelve times as often as their other
pages, without the names of people, teams and states. Of the sport pages of four other sources, whose words were not
counted, 69 % have four of them or more, 96 % of the BBC's; 9 % of the pages that have are not among those of sport.
"""

from __future__ import annotations

from collections.abc import Sequence

from arner.lexicon import word_class
from arner.syntax.modality import plain

SPORT = 4  # different words of sport in an article of it
STORY = 3  # of a story

_SPORT_ARTICLE = word_class("word_of_sport_article")
_OF_SPORT = word_class("word_of_sport")
_OF_PLAY = word_class("word_of_play")
_STORY = word_class("word_of_story")


class Genre:
    """What the folded `words` of an article are about.

    >>> Genre("فاز المنتخب في المباراه علي ملعب الدوري".split()).sport
    True
    """

    def __init__(self, words: Sequence[str]) -> None:
        told = frozenset(map(plain, words))
        self.sport = len(told & _SPORT_ARTICLE) >= SPORT
        self.story = len(told & _STORY) >= STORY


def of_sport(word: str) -> bool:
    """Whether a folded word is only of sport: «مباراة» (match)."""
    return not _OF_SPORT.isdisjoint((word, plain(word))) or of_play(word)


def of_play(word: str) -> bool:
    """Whether a folded word is of what happens in a match: «ركنية» (a corner)."""
    return plain(word).removeprefix("ال") in _OF_PLAY
