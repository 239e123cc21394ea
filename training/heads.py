"""Several tag sets for one text: what each corpus says of a sentence, side by side.

ANERcorp's training part has been labelled three times: by its makers, corrected (CleanANERcorp) and in 45 fine types
(NewsFANE). A tagger with a head for each learns from all and answers as one of them. The texts themselves are taken
from ANERcorp's training part alone and the other labels are laid over them, letter by letter, so that no sentence of
NewsFANE, which holds the test part too, gets in. CAraNER and AQMAR are other texts with heads of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from training.corpus import key

Sentence = list[tuple[str, str]]  # words and BIO tags
Joint = list[tuple[str, tuple[str, ...]]]  # words, and one BIO tag a head, in the order of HEADS

HEADS = ("anercorp", "cleananercorp", "newsfane", "caraner", "aqmar")
UNKNOWN = "_"  # a head that says nothing of this text; Stanza then learns nothing there
MAPPED = (0, 1, 3, 4)  # the heads whose labels are the library's; NewsFANE's are not

_RARE = 150  # a fine type with fewer entities is called OTHER
_SHORTEST = 15  # letters: a shorter sentence is not looked for in a running text


def lone(sentence: Sentence, head: str) -> Joint:
    """A sentence that only one head knows."""
    at = HEADS.index(head)
    return [(w, tuple(tag if i == at else UNKNOWN for i in range(len(HEADS)))) for w, tag in sentence]


def join(anercorp: Iterable[Sentence], clean: Sequence[Sentence], fine: Sequence[Sentence]) -> list[Joint]:
    """ANERcorp's sentences with the tags of CleanANERcorp and NewsFANE where these have the same letters."""
    cleaned, fined = Overlay(clean), Overlay(fine)
    common = Counter(tag[2:] for s in fine for _, tag in s if tag.startswith("B-"))
    result: list[Joint] = []
    for sentence in anercorp:
        words = [w for w, _ in sentence]
        fine_tags = [_grouped(tag, common) for tag in fined.tags(words)]
        columns = [[tag for _, tag in sentence], cleaned.tags(words), fine_tags]
        columns += [[UNKNOWN] * len(words)] * (len(HEADS) - len(columns))
        result.append(list(zip(words, zip(*columns, strict=True), strict=True)))
    return result


def _grouped(tag: str, common: Counter[str]) -> str:
    return f"{tag[:2]}OTHER" if tag[1:2] == "-" and common[tag[2:]] < _RARE else tag


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
    columns = [change(column(sentence, head)) for head in range(len(HEADS))]
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
    """What the piece is by the first head with the library's labels that knows it."""
    return next((found[head] for head in MAPPED if found[head] != UNKNOWN), "O")


def tagged(words: Sequence[str], found: tuple[str, ...]) -> Joint:
    """The other way round: words with `labels`."""
    return [
        (w, tuple(f if f in ("O", UNKNOWN) else f"{'I' if n else 'B'}-{f}" for f in found)) for n, w in enumerate(words)
    ]
