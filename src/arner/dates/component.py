"""The component `arner_dates`: finds time expressions and resolves them against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from arner.arabic.numerals import CARDINAL_HEADS, ORDINAL_HEADS
from arner.arabic.orthography import MARKS
from arner.dates import calendar
from arner.dates import words as w
from arner.dates.dateline import own_day
from arner.dates.reader import expression
from arner.dates.text import Found, Text
from arner.layers import ArticleFacts, TimeExpression
from arner.lexicon import word_class
from arner.lexicon.by_word import ByWord
from arner.lexicon.component import needs_folded_words
from arner.tokens import tokens_of

# Words that may begin an expression; figures and ordinals (`الثالث عشر من يوليو`) are seen by their look.
_HEADS = frozenset().union(
    *(
        phrases.heads
        for phrases in (w.WEEKDAYS, w.DEICTIC, w.PARTS, w.MONTHS, w.SEASONS, w.DECADES, w.EDGES, w.PHRASES)
    ),
    *(w.YEAR_NOUNS, w.THIS, w.SAME, w.THE_ONE, w.THE_SOME, w.BACK_OR_AHEAD, w.SHARES, w.COUNTED),
)
_NAMED_DAYS = {"اليوم": 0} | dict.fromkeys(word_class("yesterday"), -1)  # days before a weekday's name
_VOW = re.compile(f"[وف]?{MARKS.pattern}?س{MARKS.pattern}?أ\\w{{3}}")  # سأزور (I shall visit), not سابق
_FIRST = _HEADS | ORDINAL_HEADS | CARDINAL_HEADS | {w.FIRST_OF_MONTH}


@Language.factory("arner_dates", assigns=["doc._.dates"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Sets `doc._.dates`: «وصل مساء الخميس» (arrived on Thursday evening) gives `مساء الخميس` and its day."""
    needs_folded_words(nlp, name)
    return annotate


def annotate(doc: Doc) -> Doc:
    """Sets `doc._.dates`, counted from the day of publication, and `doc._.article.written` where the text says another.

    Where no day of publication is known, that is the day of its dateline.
    """
    article: ArticleFacts = doc._.article
    tokens = tokens_of(doc)
    # رجب، شعبان in a name are no months, سيرجيو is no future
    words = ["" if label == "PER" else norm for norm, label in zip(tokens.norms, tokens.labels, strict=True)]
    published = _published(article.published)
    known = published or own_day(words)
    day = _written_on(words, known) if known else None
    if day != published and day is not None:
        doc._.article = replace(article, written=day.isoformat())
    text = Text(words, day, frozenset(i for i, word in enumerate(tokens.texts) if "س" in word and _VOW.match(word)))
    dates: list[TimeExpression] = []
    i = 0
    while i < len(words):
        openings = _OPENINGS[words[i]]
        read = _read(text, i, openings) if openings else None
        if read is None:
            i += 1
            continue
        found, taken = read
        first_day, last_day, granularity = found.period
        resolved = first_day is not None and last_day is not None
        dates.append(
            TimeExpression(
                start=tokens.starts[i] + _letters(tokens.texts[i], taken),
                end=tokens.ends[found.end - 1],
                first_day=first_day.isoformat() if first_day and resolved else None,
                last_day=last_day.isoformat() if last_day and resolved else None,
                granularity=granularity,
                kind=found.kind,
                points=found.points,
            )
        )
        i = found.end
    doc._.dates = dates
    return doc


def _written_on(words: list[str], published: date) -> date:
    """The day a text was written, a day before or after it was published where it says so itself.

    `اليوم (الأربعاء)` (today, Wednesday) in a text that was published on a Thursday is of the day before.
    """
    for i, word in enumerate(words[:-2]):
        if (offset := _NAMED_DAYS.get(word)) is None:
            continue
        named = w.WEEKDAYS.at(words, i + 1 + (words[i + 1] == "("))
        if named is not None:
            agrees = (days for days in (0, -1, 1) if (published.weekday() + days + offset) % 7 == named[1])
            return calendar.shifted(published, next(agrees, 0)) or published
    return published


def _read(text: Text, i: int, openings: tuple[tuple[int, str], ...]) -> tuple[Found, int] | None:
    """The expression at word `i` and how many letters of particles stand before it."""
    for taken, core in openings:
        if found := expression(text.instead(i, core) if taken else text, i):
            return found, taken
    return None


def _openings(word: str) -> tuple[tuple[int, str], ...]:
    """What of `word` may begin an expression, and how many letters stand before it: `وبالأمس`, `بالامس`, `الامس`."""
    # باب is a door, not في آب
    cores = [(taken, core) for taken, core in _cores(word) if len(core) > 2 or core == "غد" or core.isdigit()]
    return tuple((taken, core) for taken, core in ((0, word), *cores) if _may_begin(core))


def _may_begin(word: str) -> bool:
    return word in _FIRST or word[:1].isdigit() or (word[2:3].isdigit() and word.startswith("ال"))


def _cores(word: str) -> Iterator[tuple[int, str]]:
    """What stands after particles: `وبالأمس` → `بالامس`, `الامس`; `للعام` → `العام`, one letter taken."""
    for taken in (0, 1):
        if taken and word[:1] not in ("و", "ف"):
            return
        rest = word[taken:]
        if taken and rest:
            yield taken, rest
        if rest.startswith("لل"):
            yield taken + 1, "ال" + rest[2:]
        elif rest[:1] in ("ب", "ل", "ك"):
            yield taken + 1, rest[1:]


_OPENINGS = ByWord(_openings)


def _letters(text: str, count: int) -> int:
    """How many characters of `text` its first `count` letters take, with the marks between and after them."""
    i = 0
    while i < len(text) and (count > 0 or MARKS.match(text[i])):
        count -= not MARKS.match(text[i])
        i += 1
    return i if i < len(text) else 0


def _published(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
