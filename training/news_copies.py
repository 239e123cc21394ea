"""What a run of sentences of arnews looks like the next time it is met: other names, another spelling.

Every time anew, so that no name is learnt by heart from its sentence: people's (`RunSwapper`: who is named again has
the same new name again), bodies' by the same kind (a ministry for a ministry, a bare name for a bare name), places'.
Now and then two people stand side by side as after a verb that takes an object (`التقى ترامب بوتين`), the hamzas are
missing, or the punctuation is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from arner.arabic.orthography import fold
from training import heads
from training.heads import Joint
from training.ner_data import RunSwapper, with_particle

_HEAD_OF = 4  # names that begin alike, so that their first word tells their kind
_MEETING = frozenset("التقى استقبل هاتف التقت استقبلت هنأ بحث لقاء استقبال التقي يلتقي يستقبل وزار وودع وخلف".split())
_BARE = str.maketrans("أإآٱ", "اااا")


class NewsSwapper(RunSwapper):
    """… in six runs of ten; `sentences` give the bodies and places."""

    _before = ""  # the word before the piece that is changed

    def __init__(
        self, sentences: Sequence[Joint], names: Counter[str], rare: Sequence[str] = (), seed: int = 0
    ) -> None:
        super().__init__(sentences, names, rare, seed)
        bodies = [words for found, spans in self.spans.items() if heads.kind(found) == "ORG" for words in spans]
        begins = Counter(_first(words) for words in bodies if len(words) > 1)
        self._heads = {word for word, many in begins.items() if many >= _HEAD_OF}
        self._bodies: dict[str, list[list[str]]] = defaultdict(list)
        for words in bodies:
            self._bodies[self._kind(words)].append(words)

    def copy(self, sentence: Joint) -> Joint:
        self.given, self._renames = {}, dict[str, list[str]]()
        if self.random.random() < 0.6:
            sentence = [word for piece in heads.pieces(sentence) for word in self._changed(piece)]
        if self.random.random() < 0.1:
            sentence = [(_loose(w) if self.random.random() < 0.95 else w, t) for w, t in sentence]
        if self.random.random() < 0.05:
            plain = [(w, t) for w, t in sentence if any(c.isalnum() for c in w) or t[heads.NEWS] != "O"]
            sentence = plain or sentence
        return sentence

    def _changed(self, piece: Joint) -> Joint:
        words, found = [w for w, _ in piece], heads.labels(piece)
        if found is None:
            return piece
        label, chance = heads.kind(found), self.random.random()
        if label == "PER":
            return self._people(words, found, chance)
        if label == "ORG" and chance < 0.4:
            words = self._again(words, self._bodies[self._kind(words)])
        elif label == "LOC" and chance < 0.3:
            words = self._again(words, self.spans[found])
        elif label == "LOC" and chance < 0.4 and words[0][0] not in "ولبكف":
            words = [with_particle(self.random.choice("وولبك"), words[0]), *words[1:]]
        elif label == "O" and chance < 0.04 and self.rare and len(words[0]) > 3:
            words = [self.random.choice(self.rare)]
        self._before = words[-1]
        return heads.tagged(words, found)

    def _people(self, words: list[str], found: tuple[str, ...], chance: float) -> Joint:
        result = heads.tagged(self._renamed(words) if chance < 0.7 else words, found)
        verb = self._before in _MEETING
        if chance < 0.05 or (verb and chance < 0.4):
            second = self._person(self.random.choice((1, 2)), bare=True)
            if not (verb or chance < 0.015):
                second[0] = with_particle(self.random.choice("ولب"), second[0])
            result += heads.tagged(second, found)
        self._before = words[-1]
        return result

    def _again(self, words: list[str], choices: list[list[str]]) -> list[str]:
        key = " ".join(words)
        if key not in self._renames:
            self._renames[key] = self.random.choice(choices)
        return self._renames[key]

    def _kind(self, words: list[str]) -> str:
        first = _first(words)
        return first if len(words) > 1 and first in self._heads else "several" if len(words) > 1 else "one"


def _first(words: Sequence[str]) -> str:
    return fold(words[0])


def _loose(word: str) -> str:
    """As those write who write fast: no hamza on the alef, `ى` for a final `ي`."""
    word = word.translate(_BARE)
    return word[:-1] + "ى" if word.endswith("ي") and len(word) > 2 and len(word) % 3 == 0 else word
