"""Two tag sets for one text, side by side.

ANERcorp's training part has been labelled twice: by its makers and corrected (CleanANERcorp), with other habits: a
national team named by its country is a place to the first and an organisation to the second, a nationality nothing to
the first and MISC to the second. A tagger with a head for each learns from both and answers as one of them. The texts
are taken from ANERcorp and the other tags laid over them, letter by letter.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from training.corpus import key

Sentence = list[tuple[str, str]]  # words and BIO tags
Joint = list[tuple[str, tuple[str, ...]]]  # words, and one BIO tag a head, in the order of HEADS

HEADS = ("anercorp", "cleananercorp")  # what `ner_data` lays side by side
NEWS = 2  # the third head: arnews' tags; `further` adds it
UNKNOWN = "_"  # a head that says nothing of this text; Stanza then learns nothing there

_SHORTEST = 15  # letters: a shorter sentence is not looked for in a running text


def lone(sentence: Sentence, head: str) -> Joint:
    """A sentence that only one head knows."""
    at = HEADS.index(head)
    return [(w, tuple(tag if i == at else UNKNOWN for i in range(len(HEADS)))) for w, tag in sentence]


def join(anercorp: Iterable[Sentence], corrected: Sequence[Sentence]) -> list[Joint]:
    """ANERcorp's sentences with the tags of CleanANERcorp where it has the same letters."""
    overlay = Overlay(corrected)
    result: list[Joint] = []
    for sentence in anercorp:
        tags = overlay.tags([word for word, _ in sentence])
        result.append([(word, (tag, other)) for (word, tag), other in zip(sentence, tags, strict=True)])
    return result


def news(sentence: Sentence) -> Joint:
    """A sentence of arnews, of which the first two heads say nothing."""
    return [(word, (UNKNOWN, UNKNOWN, tag)) for word, tag in sentence]


def without_news(sentence: Joint) -> Joint:
    """A sentence of the first two heads, of which the third says nothing."""
    return [(word, (*tags, UNKNOWN)) for word, tags in sentence]


class Overlay:
    """A tagged running text in which the tags of the same words, however they are cut, are looked up."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._starts: list[int] = []  # of each word, in letters
        self._tags: list[str] = []
        letters: list[str] = []
        at = 0
        for sentence in sentences:
            for word, tag in sentence:
                if part := key([word]):
                    self._starts.append(at)
                    self._tags.append(tag)
                    letters.append(part)
                    at += len(part)
        self._text = "".join(letters)

    def tags(self, words: Sequence[str]) -> list[str]:
        """A tag for each of `words`, or `UNKNOWN` for all when the text does not have them."""
        parts = [key([word]) for word in words]
        run = "".join(parts)
        at = self._text.find(run) if len(run) >= _SHORTEST else -1
        if at < 0:
            return [UNKNOWN] * len(words)
        result: list[str] = []
        for part in parts:
            result.append(self._tag(at, at + len(part), result[-1] if result else "O"))
            at += len(part)
        return result

    def _tag(self, start: int, end: int, before: str) -> str:
        """What covers these letters: the tag of the last named piece, `B-` if one begins here or nothing goes on."""
        if start == end:  # a sign
            return "O"
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        named = [tag for tag in self._tags[first : last + 1] if tag != "O"]
        if not named:
            return "O"
        label = named[-1][2:]
        begins = f"B-{label}" in named or before[2:] != label
        return f"{'B' if begins else 'I'}-{label}"


def column(sentence: Joint, head: int) -> Sentence:
    """The sentence as one head sees it."""
    return [(word, tags[head]) for word, tags in sentence]


def by_head(change: Callable[[Sentence], Sentence], sentence: Joint) -> Joint:
    """`change`, which alters words in a way that does not hang on their tags, done to every head's tags."""
    columns = [change(column(sentence, head)) for head in range(len(sentence[0][1]))]
    return [(words[0][0], tuple(tag for _, tag in words)) for words in zip(*columns, strict=True)]


def pieces(sentence: Joint) -> list[Joint]:
    """The sentence cut wherever no head has an entity that goes on."""
    result: list[Joint] = []
    for word, tags in sentence:
        if result and any(tag.startswith("I-") for tag in tags):
            result[-1].append((word, tags))
        else:
            result.append([(word, tags)])
    return result


def labels(piece: Joint) -> tuple[str, ...] | None:
    """One label (or `O`, or `UNKNOWN`) a head for the whole piece; None where a head cuts it otherwise."""
    first = piece[0][1]
    for _, tags in piece[1:]:
        for tag, begun in zip(tags, first, strict=True):
            if tag != ("I" + begun[1:] if begun[1:2] == "-" else begun):
                return None
    return tuple(tag[2:] if tag[1:2] == "-" else tag for tag in first)


def kind(found: tuple[str, ...]) -> str:
    """What the piece is by the first head that takes it for a name."""
    return next((label for label in found if label not in ("O", UNKNOWN)), "O")


def tagged(words: Sequence[str], found: tuple[str, ...]) -> Joint:
    """The other way round: words with `labels`."""
    return [
        (w, tuple(f if f in ("O", UNKNOWN) else f"{'I' if n else 'B'}-{f}" for f in found)) for n, w in enumerate(words)
    ]
