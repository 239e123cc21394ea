"""The tokens of a Doc as plain lists, read from it once: what rules look at again and again.

spaCy makes a `Token` anew at every look, and puts `doc.text` together each time; a list answers in a tenth of the time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from functools import cached_property
from itertools import accumulate

from spacy.attrs import NORM, ORTH, SENT_START, SPACY
from spacy.strings import StringStore
from spacy.tokens import Doc

from arner.arabic.particles import letters, readings


class Tokens:
    """Lists by token; characters count in `text`, ends are exclusive."""

    def __init__(self, doc: Doc) -> None:
        words, norms, spaced, starts = doc.to_array([ORTH, NORM, SPACY, SENT_START]).T.tolist()
        self.doc = doc
        self.texts = _strings(words, doc.vocab.strings)
        self.norms = _strings(norms, doc.vocab.strings)
        """The folded words: `token.norm_`."""
        self.spaced: list[int] = spaced
        """Whether a space follows: 0 or 1."""
        self.begins: list[bool] = [start == 1 for start in starts]
        """Whether a sentence begins."""
        self.entities: list[tuple[int, int, str]] = [(e.start, e.end, e.label_) for e in doc.ents]
        """The name tagger's: first token, token after the last, label."""
        self.words_of_names: dict[tuple[int, int], tuple[str, ...]] = {}
        """The folded words of names that were asked for, by their first character and the token after the last."""

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def text(self) -> str:
        return "".join([word + " " if gap else word for word, gap in zip(self.texts, self.spaced, strict=True)])

    @cached_property
    def starts(self) -> list[int]:
        return [end - len(word) for end, word in zip(self.ends, self.texts, strict=True)]

    @cached_property
    def ends(self) -> list[int]:
        after = accumulate(map(len, self.texts))
        return [end + gaps for end, gaps in zip(after, accumulate(self.spaced, initial=0), strict=False)]

    @cached_property
    def labels(self) -> list[str]:
        """The label of the name that a token belongs to, or ""."""
        labels = [""] * len(self.texts)
        for start, end, label in self.entities:
            labels[start:end] = [label] * (end - start)
        return labels

    @cached_property
    def readings(self) -> list[tuple[tuple[str, int], ...]]:
        """Each token with fewer and fewer proclitics: see `arner.arabic.particles.readings`."""
        return list(map(readings, self.norms))

    def read_as(self, words: Container[str]) -> Iterator[tuple[int, str, int]]:
        """Every reading of a token that is among `words`: the token, the word, how many letters stand before it."""
        for i, options in enumerate(self.readings):
            for word, dropped in options:
                if word in words:
                    yield i, word, dropped

    def sentences(self) -> list[tuple[int, int]]:
        """First token, and token after the last. Raises `ValueError` where no stage has set them."""
        return [(sentence.start, sentence.end) for sentence in self.doc.sents]

    def at(self, character: int) -> int:
        """The token in which a character stands, or after which, where it is a space."""
        return max(0, bisect_right(self.starts, character) - 1)

    def core(self, i: int, dropped: int) -> int:
        """The character of token `i` behind its first `dropped` letters."""
        return self.starts[i] + letters(self.texts[i], dropped) if dropped else self.starts[i]

    def opens_entity(self, i: int) -> bool:
        """Whether a name of the tagger's begins at token `i`."""
        at = bisect_left(self.entities, (i,))
        return at < len(self.entities) and self.entities[at][0] == i


_KEPT = 50_000
_known: dict[int, str] = {}  # a string's number, which is its digest, → the string


def _strings(keys: list[int], store: StringStore) -> list[str]:
    try:
        return [_known[key] for key in keys]
    except KeyError:
        if len(_known) > _KEPT:
            _known.clear()
        _known.update((key, store[key]) for key in keys if key not in _known)
        return [_known[key] for key in keys]


_last: list[Tokens] = []  # the stages run over one Doc after the other


def tokens_of(doc: Doc) -> Tokens:
    """The `Tokens` of `doc`, made once for the stages that follow each other: when its sentences and names are set."""
    if not _last or _last[0].doc is not doc:
        _last[:] = [Tokens(doc)]
    return _last[0]
