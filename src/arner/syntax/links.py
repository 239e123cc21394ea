"""Lines that are links to other articles: `شاهد أيضا: …`, `قد يهمك/ …`. Nothing that they tell is this article's."""

from __future__ import annotations

from collections.abc import Sequence

from arner.lexicon import word_class

_BEGINNINGS = {
    ("شاهد", "ايضا"),
    ("اقرا", "ايضا"),
    ("اقرا", "المزيد"),
    ("للمزيد",),
    ("تابعوا",),
    ("اقرا", "ايضا:"),
    ("قد", "يهمك"),
    ("اقرا", "كذلك"),
    ("طالع", "ايضا"),
}
_LOOK = word_class("look")
_AT = word_class("link_target")


def is_link(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the sentence of the folded `words` from `start` to `end` is a link."""
    while start < end and not words[start][:1].isalpha():
        start += 1
    opening = tuple(words[start : start + 2])
    if len(opening) == 2 and opening[0] in _LOOK and opening[1] in _AT:
        return True
    return opening in _BEGINNINGS or opening[:1] in _BEGINNINGS
