"""Where quotations and reported clauses begin and end."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from spacy.tokens import Doc

from arner.clauses.parties import Syntax
from arner.clauses.words import COMMAS, STOPS, THAT

_FAMILY = {
    "«": 0, "»": 0, "<<": 0, ">>": 0,
    '"': 1, "“": 1, "”": 1, "„": 1, "''": 1, '""': 1,
    "‘": 2, "’": 2,
}  # fmt: skip
_OPENS = frozenset({"«", "“", "„", "‘", "<<"})
_CLOSES = frozenset({"»", "”", "’", ">>"})

# Words that begin something the speaker did not say, after a comma; with the second word where one is needed.
_AFTER_COMMA: dict[str, tuple[str, ...] | None] = {
    "فيما": None, "بينما": None, "وذلك": None, "كما": None, "لكنه": None, "لكنها": None, "علما": None,
    "وهو": ("ما", "الامر", "امر"), "الامر": ("الذي",),
    "وياتي": None, "وتاتي": None, "وجاءت": None,
    "حيث": None, "وفقا": None, "وفق": None, "طبقا": None,
    "في": ("حين", "اشاره", "وقت", "الوقت", "ما", "خطوه", "اول"),
    "قبل": ("ان",), "بعد": ("ان", "ساعات", "يوم", "ايام"), "وسط": None,
}  # fmt: skip
# … and that do so without a comma.
_ANYWHERE: dict[str, tuple[str, ...] | None] = {
    "بحسب": None, "حسبما": None, "بحسبما": None, "نقلا": None,
    "وفقا": ("لما", "لمصادر", "لمصدر", "لبيان"), "وفق": ("ما", "مصادر", "بيان", "مصدر"), "طبقا": ("لما",),
    "وذلك": ("خلال", "بعد", "قبل", "في", "عقب", "اثناء", "وفقا", "بحسب"), "حسب": None, "علي": ("حد",), "في": ("اشاره",),
    "دون": ("ذكر", "تقديم", "الكشف", "اعطاء", "الخوض", "تفاصيل"),
    "دونما": None, "ولكنه": None, "ولكنها": None, "بينما": None,
    "فيما": ("اكد", "قال", "اعلن", "اعلنت", "قالت", "اكدت", "راي", "اعتبر"),
}  # fmt: skip


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
        space_before = start == 0 or text[start - 1].isspace()
        word_after = end < len(text) and (text[end].isalnum() or text[end] in "(«“#")
        level = next((n for n in range(len(opened) - 1, -1, -1) if _pair(opened[n][2], word)), None)
        introduced = start > 0 and text[start - 1] == ":"  # `قال:" نعم"`, spaced as a closing mark would be
        if level is None and token.i and doc[token.i - 1].norm_ in THAT:
            introduced = True  # `إن" نعم"`
        closes = level is not None and not introduced and word not in ("«", "<<") and not (space_before and word_after)
        if closes and level is not None:
            begin, inner, _ = opened[level]
            found.append(Quotation(begin, end, inner, start, True))
            del opened[level:]
        elif word in _OPENS or word_after or introduced or (space_before and word not in _CLOSES):
            opened.append((start, end, word))
    found += [Quotation(s, len(text), inner, len(text), False) for s, inner, _ in opened]
    return sorted(found)


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


def clause_end(syntax: Syntax, start: int, inside: list[int], reports: Container[int] = ()) -> int:
    """The token after the last one of the reported clause that begins at token `start`.

    It goes on to the end of the sentence, but not over `، مضيفا …` and other words of
    reporting (`reports`: their tokens), `، فيما …` (while) or `بحسب …` (according to); nothing ends it in a quotation.
    """
    words = syntax.words
    end = syntax.sentence[start][1]
    own = inside[start]
    j = start
    while j < end:
        if inside[j] and inside[j] != own:
            j += 1
            continue
        word = words[j]
        if j > start and (j in reports or (word in STOPS and word != "…" and j + 1 >= end)):
            break
        if j > start and goes_on(words, j):
            break
        if word in COMMAS and j + 1 < end and (j + 1 in reports or _begins(words, j + 1, _AFTER_COMMA)):
            break
        j += 1
    while j > start + 1 and (words[j - 1] in COMMAS or words[j - 1] in STOPS or words[j - 1].isspace()):
        j -= 1
    return j


def goes_on(words: list[str], i: int) -> bool:
    """Whether the journalist's own words go on at `i`, with or without a comma: `بحسب …`, `في إشارة إلى …`."""
    return _begins(words, i, _ANYWHERE)


def _begins(words: list[str], i: int, table: dict[str, tuple[str, ...] | None]) -> bool:
    if words[i] not in table:
        return False
    following = table[words[i]]
    return following is None or (i + 1 < len(words) and words[i + 1] in following)
