"""Where quotations begin and end."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from arner.syntax.words import THAT

_FAMILY = {
    "«": 0, "»": 0, "<<": 0, ">>": 0,
    '"': 1, "“": 1, "”": 1, "„": 1, "''": 1, '""': 1,
    "‘": 2, "’": 2,
}  # fmt: skip
_OPENS = frozenset({"«", "“", "„", "‘", "<<"})
_CLOSES = frozenset({"»", "”", "’", ">>"})


class Quotation(NamedTuple):
    """Characters of a quotation with and without its marks; `closed`: its closing mark is there."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def quotations(doc: Doc) -> list[Quotation]:
    """All quotations, by their start; they may nest, and go on over several sentences of a paragraph.

    `قال «نريد السلام»` (he said, "we want peace"). One that is never closed ends with its paragraph.
    """
    text = doc.text
    found: list[Quotation] = []
    opened: list[tuple[int, int, str]] = []  # start, inner start, mark
    for token in doc:
        word = token.text
        if "\n" in word:
            found += [Quotation(s, token.idx, inner, token.idx, False) for s, inner, _ in opened]
            opened.clear()
        if word not in _FAMILY:
            continue
        start, end = token.idx, token.idx + len(word)
        level = next((n for n in range(len(opened) - 1, -1, -1) if _pair(opened[n][2], word)), None)
        closes, opens = _directions(doc, text, token, level is not None)
        if closes and level is not None:
            begin, inner, _ = opened[level]
            found.append(Quotation(begin, end, inner, start, True))
            del opened[level:]
        elif opens:
            opened.append((start, end, word))
    found += [Quotation(s, len(text), inner, len(text), False) for s, inner, _ in opened]
    return sorted(found)


def _directions(doc: Doc, text: str, mark: Token, inside: bool) -> tuple[bool, bool]:
    """Whether a mark may close a quotation and whether it may open one; `inside`: one that it could close is open.

    `text`: the Doc's, which is made anew at every access.
    """
    word = mark.text
    start, end = mark.idx, mark.idx + len(mark.text)
    space_before = start == 0 or text[start - 1].isspace()
    word_after = end < len(text) and (text[end].isalnum() or text[end] in "(«“#")
    introduced = start > 0 and text[start - 1] == ":"  # `قال:" نعم"`, spaced as a closing mark would be
    if not inside and mark.i and doc[mark.i - 1].norm_ in THAT:
        introduced = True  # `إن" نعم"`
    closes = not introduced and word not in ("«", "<<") and not (space_before and word_after)
    return closes, word in _OPENS or word_after or introduced or (space_before and word not in _CLOSES)


def _pair(opening: str, closing: str) -> bool:
    return _FAMILY[opening] == _FAMILY[closing]


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
