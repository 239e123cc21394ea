"""Lines of a page that are no part of its article: links to others, lists of them, navigation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from arner.arabic.orthography import fold
from arner.lexicon import lines

_LINE = re.compile(r"[^\n]+")
_LONGEST = 200  # characters of a link; a longer line is a paragraph
_HEADLINE = 120  # characters of a headline in a list of links
_LISTED = 12  # headlines of such a list
_ITEMS = 4  # of a line of navigation: الرئيسية | أخبار | رياضة | ثقافة
_ITEM = 30  # characters of one


def furniture(text: str) -> Iterator[tuple[int, int]]:
    """Characters of each line that belongs to the page; linear in the text.

    `شاهد أيضا: …` (see also), headlines under `روابط ذات علاقة` (related links), `الرئيسية | أخبار | رياضة | ثقافة`.
    """
    listed = 0  # headlines that may still follow a heading
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if not line:
            listed = 0 if listed < _LISTED else listed
            continue
        opening = _opening(line) if len(line) <= _LONGEST else None
        if opening == "heading":
            listed = _LISTED
        elif listed:
            listed = listed - 1 if _is_headline(line) else 0
        if opening or listed or _is_navigation(line):
            yield match.span()


def _opening(line: str) -> str | None:
    """Whether a line begins as a link does, or is the heading of a list of them."""
    words = re.findall(r"\w+", fold(line[:60]))
    for length in (2, 3, 1):
        if tuple(words[:length]) in _openings():
            return "heading" if len(re.findall(r"\w+", fold(line))) == length else "link"
    return None


@cache
def _openings() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(line).split()) for line in lines("page_furniture.txt"))


def _is_headline(line: str) -> bool:
    return len(line) <= _HEADLINE and line[-1] not in '.؟!»"”:،'


def _is_navigation(line: str) -> bool:
    items = re.split(r"\s+[|›»]\s+", line) if len(line) <= _LONGEST else []
    return len(items) >= _ITEMS and all(0 < len(item) <= _ITEM for item in items)
