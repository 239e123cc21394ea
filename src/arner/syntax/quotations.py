"""Where quotations begin and end."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc

from arner.syntax.words import STOPS, THAT
from arner.tokens import Tokens, tokens_of

_FAMILY = {
    "«": 0, "»": 0, "<<": 0, ">>": 0,
    '"': 1, "“": 1, "”": 1, "„": 1, "''": 1, '""': 1,
    "‘": 2, "’": 2,
}  # fmt: skip
_STRAIGHT = '"'
_OPENS = frozenset({"«", "“", "„", "‘", "<<"})
_CLOSES = frozenset({"»", "”", "’", ">>"})


_SENTENCE = 30  # tokens before an opening mark, in which the sentence before it ends
_DEEP = 8  # quotations within each other that a mark may close
_PARAGRAPHS = 6  # over which a quotation goes on


class Quotation(NamedTuple):
    """Characters of a quotation with and without its marks; `closed`: its closing mark is there.

    `breaks`: where it is opened anew, at the mark that opens each further paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    breaks: tuple[int, ...] = ()


class _Open(NamedTuple):
    """An opening mark that waits for its closing one; `paragraphs`: how many it has gone on over."""

    start: int
    inner: int
    mark: str
    breaks: tuple[int, ...] = ()
    paragraphs: int = 0


def quotations(doc: Doc) -> list[Quotation]:
    """All quotations, by their start; they may nest, and go on over several sentences of a paragraph.

    `قال «نريد السلام»` (he said, "we want peace"). One that is never closed ends with its paragraph, unless the next
    one opens it anew, or closes it: `«نريد السلام.\\n«ونريد العمل»`.
    """
    tokens, marks = tokens_of(doc), _Marks(doc)
    found: list[Quotation] = []
    opened: list[_Open] = []
    for i in marks.at:
        word, start = tokens.texts[i], tokens.starts[i]
        if word not in _FAMILY:
            opened = _over_paragraph(marks, i, opened, found) if opened else []
            continue
        if opened and opened[-1].breaks and opened[-1].breaks[-1] == start:
            continue  # opens the same quotation anew
        level = _closed_by(opened, word)
        closes, opens = _directions(marks, i, level is not None)
        if closes and level is not None:
            one = opened[level]
            found.append(Quotation(one.start, start + len(word), one.inner, start, True, one.breaks))
            del opened[level:]
        elif opens:
            if opened and _forgotten(marks, opened[-1], i):
                found.append(_unclosed(opened.pop(), start))
            opened.append(_Open(start, start + len(word), word))
    found += [_unclosed(one, len(tokens.text)) for one in opened]
    return sorted(found)


class _Marks:
    """The tokens that are quotation marks or line breaks, `at`, and what stands behind each of them."""

    def __init__(self, doc: Doc) -> None:
        self.tokens = tokens_of(doc)
        texts = self.tokens.texts
        self.at = [i for i, text in enumerate(texts) if text in _FAMILY or "\n" in text]
        self.following: dict[int, list[str]] = {}
        """The next two marks after each."""
        self.closing: dict[int, str] = {}
        """The next mark after each where that one closes; else ""."""
        self.straight: dict[int, int] = {}
        """How many straight marks its paragraph has from it on."""
        straight = 0
        following: list[str] = []
        for i in reversed(self.at):
            self.following[i] = following
            self.closing[i] = following[0] if following and following[0] in _CLOSES else ""
            if texts[i] in _FAMILY:
                straight += texts[i] == _STRAIGHT
                following = [texts[i], *following[:1]]
            else:
                straight = 0
            self.straight[i] = straight


def _closed_by(opened: list[_Open], mark: str) -> int | None:
    """Which of the open quotations a mark may close: the innermost of its family."""
    innermost = range(len(opened) - 1, max(len(opened) - _DEEP, 0) - 1, -1)
    return next((n for n in innermost if _pair(opened[n].mark, mark)), None)


def _forgotten(marks: _Marks, last: _Open, i: int) -> bool:
    """Whether the closing mark of `last` was forgotten, where the mark at token `i` opens one like it."""
    word, following = marks.tokens.texts[i], marks.following[i]
    again = word in _OPENS and last.mark == word
    nested = len(following) > 1 and all(other in _CLOSES for other in following)
    return again and not nested and _stops_between(marks.tokens, last.inner, i)


def _stops_between(tokens: Tokens, char: int, mark: int) -> bool:
    """Whether a sentence has ended and another begun between character `char` and an opening `mark`, a token."""
    i = mark - 1
    while i > max(0, mark - _SENTENCE) and tokens.starts[i] >= char:
        if tokens.texts[i] in STOPS:
            return i < mark - 1
        i -= 1
    return False


def _unclosed(one: _Open, end: int) -> Quotation:
    return Quotation(one.start, end, one.inner, end, False, one.breaks)


def _over_paragraph(marks: _Marks, newline: int, opened: list[_Open], found: list[Quotation]) -> list[_Open]:
    """The one quotation that goes on over the line break; the others end there and are added to `found`."""
    outer, tokens, after = opened[0], marks.tokens, newline + 1
    goes_on: _Open | None = None
    if after < len(tokens) and outer.paragraphs < _PARAGRAPHS:
        again = tokens.texts[after] == outer.mark
        if again:
            goes_on = outer._replace(breaks=(*outer.breaks, tokens.starts[after]), paragraphs=outer.paragraphs + 1)
        elif outer.mark in _OPENS and _pair(outer.mark, marks.closing[newline] or "."):
            goes_on = outer._replace(paragraphs=outer.paragraphs + 1)
    found += [_unclosed(one, tokens.starts[newline]) for one in opened[1 if goes_on else 0 :]]
    return [goes_on] if goes_on is not None else []


def _directions(marks: _Marks, i: int, inside: bool) -> tuple[bool, bool]:
    """Whether a mark may close a quotation and whether it may open one; `inside`: one that it could close is open."""
    tokens = marks.tokens
    word, text, start, end = tokens.texts[i], tokens.text, tokens.starts[i], tokens.ends[i]
    space_before = start == 0 or text[start - 1].isspace()
    word_after = end < len(text) and (text[end].isalnum() or text[end] in "(«“#")
    introduced = start > 0 and text[start - 1] == ":"  # `قال:" نعم"`, spaced as a closing mark would be
    if not inside and i and tokens.norms[i - 1] in THAT:
        introduced = True  # `إن" نعم"`
    if not inside and word == _STRAIGHT and marks.straight[i] % 2 == 0 and not space_before:
        introduced = True  # `قال عامل الإنقاذ" نعم"`, where the marks from here on make pairs
    closes = not introduced and word not in ("«", "<<") and not (space_before and word_after)
    return closes, word in _OPENS or word_after or introduced or (space_before and word not in _CLOSES)


def _pair(opening: str, closing: str) -> bool:
    return _FAMILY[opening] == _FAMILY.get(closing)


def quoted_tokens(doc: Doc, spans: list[Quotation]) -> list[int]:
    """For each token the end character of the outermost closed quotation it stands in, else 0."""
    inside = [0] * len(doc)
    spans = [q for q in spans if q.closed]
    n = end = 0
    for i, start in enumerate(tokens_of(doc).starts if spans else ()):
        while n < len(spans) and spans[n].inner_start <= start:
            if spans[n].start >= end or start >= end:
                end = spans[n].end
            n += 1
        inside[i] = end if start < end - 1 else 0
    return inside
