"""The component `arner_sentences`: where sentences begin.

A line break always ends a sentence (titles, paragraphs). Within a paragraph `. ! ؟ …` do, with the closing
quotation marks and brackets after them, but not inside a quotation and not after a lone letter (`أ. ف. ب`) nor
between the names of letters (`بي.بي.سي`).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from arner.arabic.acronyms import joins
from arner.tokens import Tokens

LONGEST = 300  # tokens; text without punctuation is cut here, so that what reads sentences stays linear

_ENDS = frozenset(".!؟?…")
_CLOSERS = frozenset("»”“\"'’)]}›")
_PAIRS = {"«": "»", "“": "”", '"': '"', "„": "“"}
_CLOSING = frozenset(_PAIRS.values())


@Language.factory("arner_sentences", assigns=["token.is_sent_start"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    return split


def split(doc: Doc) -> Doc:
    """Set `token.is_sent_start` on every token of `doc`."""
    tokens = Tokens(doc)
    starts = np.full(len(doc), -1, dtype=np.int64)  # spaCy's SENT_START: 1 begins a sentence, -1 does not
    first = 0
    for last, text in enumerate(tokens.texts):
        if "\n" in text or last == len(doc) - 1:
            _split_paragraph(tokens, first, last + 1, starts)
            first = last + 1
    # One call: spaCy's setter of one token looks at all the others, which is quadratic.
    doc.from_array([SENT_START], starts.reshape(-1, 1).astype(np.uint64))  # type: ignore[arg-type]
    return doc


def _split_paragraph(tokens: Tokens, first: int, end: int, starts: npt.NDArray[np.int64]) -> None:
    words = tokens.norms[first:end]
    quoted = _inside_quotation(words)
    start = 0  # of the current sentence
    starts[first] = 1
    for i in range(1, len(words)):
        ended = not words[i - 1].isalpha() and _ends_sentence(words, i, quoted)
        if ended and not tokens.spaced[first + i - 1]:
            ended = not joins(words, i - 1)
        if (ended or i - start >= LONGEST) and not (tokens.texts[first + i].isspace() and i == len(words) - 1):
            starts[first + i] = 1
            start = i


def _ends_sentence(words: list[str], i: int, quoted: list[bool]) -> bool:
    """Whether a sentence ends before word `i`."""
    if quoted[i] and quoted[i - 1]:
        return False
    if words[i][:1] in _ENDS or words[i].isspace() or (words[i] in _CLOSERS and not quoted[i]):
        return False
    if words[i] in ("،", "؛", ",", ":"):
        return False  # a quotation ends with «؟» and the sentence goes on
    j = i - 1
    while j > 0 and (words[j] in _CLOSERS or words[j].isspace()):
        j -= 1
    if words[j][:1] not in _ENDS:
        return False
    # An initial: أ. ف. ب
    return not (j > 0 and words[j] == "." and len(words[j - 1]) == 1 and words[j - 1].isalpha())


def _inside_quotation(words: list[str]) -> list[bool]:
    """For each word, whether it stands inside a quotation that is closed in the same paragraph."""
    inside = [False] * len(words)
    # closing sign → its last position, so that the search for a partner never runs twice
    last = {word: i for i, word in enumerate(words) if word in _CLOSING}
    i = 0
    while last and i < len(words):
        closing = _PAIRS.get(words[i])
        if closing and last.get(closing, -1) > i:
            j = words.index(closing, i + 1)
            for k in range(i, j + 1):
                inside[k] = True
            # the closing sign itself is outside, so that a sentence may end after it
            inside[j] = False
            i = j
        i += 1
    return inside
