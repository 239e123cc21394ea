"""Where quotations begin and end."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from arner.syntax.words import STOPS, THAT

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
    text = doc.text
    found: list[Quotation] = []
    opened: list[_Open] = []
    closes_first = _closing_first(doc)
    straight = _straight_left(doc)
    marks = [token.text for token in doc if token.text in _FAMILY]
    n = -1  # of the mark that is looked at
    for token in doc:
        if "\n" in token.text and opened:
            opened = _over_paragraph(doc, token, opened, closes_first, found)
        if token.text not in _FAMILY:
            continue
        n += 1
        if opened and opened[-1].breaks and opened[-1].breaks[-1] == token.idx:
            continue  # opens the same quotation anew
        level = _closed_by(opened, token.text)
        closes, opens = _directions(doc, text, token, level is not None, straight[token.i])
        if closes and level is not None:
            found.append(_closed(opened[level], token))
            del opened[level:]
        elif opens:
            if opened and _forgotten(doc, opened[-1], token, marks[n + 1 : n + 3]):
                found.append(_unclosed(opened.pop(), token.idx))
            opened.append(_Open(token.idx, token.idx + len(token.text), token.text))
    found += [_unclosed(one, len(text)) for one in opened]
    return sorted(found)


def _closed_by(opened: list[_Open], mark: str) -> int | None:
    """Which of the open quotations a mark may close: the innermost of its family."""
    innermost = range(len(opened) - 1, max(len(opened) - _DEEP, 0) - 1, -1)
    return next((n for n in innermost if _pair(opened[n].mark, mark)), None)


def _forgotten(doc: Doc, last: _Open, mark: Token, following: list[str]) -> bool:
    """Whether the closing mark of `last` was forgotten, where `mark` opens one like it; `following`: the next marks."""
    again = mark.text in _OPENS and last.mark == mark.text
    nested = len(following) > 1 and all(other in _CLOSES for other in following)
    return again and not nested and _stops_between(doc, last.inner, mark)


def _closed(one: _Open, mark: Token) -> Quotation:
    return Quotation(one.start, mark.idx + len(mark.text), one.inner, mark.idx, True, one.breaks)


def _stops_between(doc: Doc, char: int, mark: Token) -> bool:
    """Whether a sentence has ended and another begun between character `char` and an opening `mark`."""
    i = mark.i - 1
    while i > max(0, mark.i - _SENTENCE) and doc[i].idx >= char:
        if doc[i].text in STOPS:
            return i < mark.i - 1
        i -= 1
    return False


def _unclosed(one: _Open, end: int) -> Quotation:
    return Quotation(one.start, end, one.inner, end, False, one.breaks)


def _over_paragraph(
    doc: Doc, newline: Token, opened: list[_Open], closes_first: list[str], found: list[Quotation]
) -> list[_Open]:
    """The one quotation that goes on over the line break; the others end there and are added to `found`."""
    outer = opened[0]
    after = doc[newline.i + 1] if newline.i + 1 < len(doc) else None
    goes_on: _Open | None = None
    if after is not None and outer.paragraphs < _PARAGRAPHS:
        again = after.text == outer.mark
        if again:
            goes_on = outer._replace(breaks=(*outer.breaks, after.idx), paragraphs=outer.paragraphs + 1)
        elif outer.mark in _OPENS and _pair(outer.mark, closes_first[newline.i + 1] or "."):
            goes_on = outer._replace(paragraphs=outer.paragraphs + 1)
    found += [_unclosed(one, newline.idx) for one in opened[1 if goes_on else 0 :]]
    return [goes_on] if goes_on is not None else []


def _closing_first(doc: Doc) -> list[str]:
    """For the first token of each paragraph, the next quotation mark from it on where that one closes; else ""."""
    first = [""] * (len(doc) + 1)
    mark = ""
    for i in range(len(doc) - 1, -1, -1):
        if doc[i].text in _FAMILY:
            mark = doc[i].text if doc[i].text in _CLOSES else ""
        first[i] = mark
    return first


def _straight_left(doc: Doc) -> list[int]:
    """For each token, how many straight marks its paragraph has from it on."""
    left = [0] * len(doc)
    n = 0
    for i in range(len(doc) - 1, -1, -1):
        word = doc[i].text
        n = 0 if "\n" in word else n + (word == _STRAIGHT)
        left[i] = n
    return left


def _directions(doc: Doc, text: str, mark: Token, inside: bool, left: int) -> tuple[bool, bool]:
    """Whether a mark may close a quotation and whether it may open one; `inside`: one that it could close is open;
    `left`: straight marks from it on in its paragraph.

    `text`: the Doc's, which is made anew at every access.
    """
    word = mark.text
    start, end = mark.idx, mark.idx + len(mark.text)
    space_before = start == 0 or text[start - 1].isspace()
    word_after = end < len(text) and (text[end].isalnum() or text[end] in "(«“#")
    introduced = start > 0 and text[start - 1] == ":"  # `قال:" نعم"`, spaced as a closing mark would be
    if not inside and mark.i and doc[mark.i - 1].norm_ in THAT:
        introduced = True  # `إن" نعم"`
    if not inside and word == _STRAIGHT and left % 2 == 0 and not space_before:
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
    for token in doc:
        while n < len(spans) and spans[n].inner_start <= token.idx:
            if spans[n].start >= end or token.idx >= end:
                end = spans[n].end
            n += 1
        inside[token.i] = end if token.idx < end - 1 else 0
    return inside
