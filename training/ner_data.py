"""Step 3: the tagger's training and development sets, in Stanza's JSON.

ANERcorp's training part gives both: whole blocks of sentences (documents are not marked in it) go to
development, so that a text does not stand on both sides. What the training side gets besides:

- its sentences a second time with their tokens cut as the library cuts them (`(د` → `(`, `د`);
- two copies of every sentence that has a person and one of any other that has a name, with other people in
  the place of theirs (Wikidata's words, a third of them a lone surname), now and then with a particle in
  front, as in `وبوتين`; three quarters of the people a tagger misses are lone words that no text had;
- in these copies places and organisations sometimes change places with others of their kind, a place may get
  a particle, another person may follow a person (`ميركل لماكرون`), and a few other words are replaced by rare
  inflected forms, for else every unknown word would look like a name.

No sentence of a test file may get in: `check` compares every sentence with theirs and stops the training.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from arner.arabic.orthography import clean
from training.corpus import key, tokens

Sentence = list[tuple[str, str]]  # words and BIO tags

LABELS = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC", "MIS": "MISC"}
TESTS = ("anercorp/test.txt", "cleananercorp/test.txt", "aqmar/test.txt")
TRAIN = "anercorp/train.txt"

BLOCK = 40  # sentences that stay together
DEV_EVERY = 10  # one block in so many is for development
LONGEST = 120  # words: longer sentences are cut, they would make batches slow


class Leak(Exception):
    """A sentence of a test file is about to be trained on."""


def read(path: Path) -> list[Sentence]:
    """A file of `word tag` lines, with a blank line between sentences; labels as the library names them."""
    found: list[Sentence] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if not fields:
            found.append([])
        else:
            word = clean(fields[0])
            if word:  # what is only a mark (a lone tatweel) the library does not show the tagger either
                found[-1].append((word, _tag(fields[-1] if len(fields) > 1 else "O")))
    return [_repaired(sentence) for sentence in found if sentence]


def _tag(raw: str) -> str:
    place, _, label = raw.partition("-")
    return f"{place}-{LABELS[label]}" if label in LABELS else "O"


def _repaired(sentence: Sentence) -> Sentence:
    """An `I-` that continues nothing begins its entity."""
    result: Sentence = []
    for word, tag in sentence:
        before = result[-1][1] if result else "O"
        if tag.startswith("I-") and before[2:] != tag[2:]:
            tag = "B" + tag[1:]
        result.append((word, tag))
    return result


def test_keys(ner: Path) -> frozenset[str]:
    """The keys of every sentence of the test files that has five words or more."""
    sentences = (s for name in TESTS for s in read(ner / name))
    return frozenset(key(w for w, _ in s) for s in sentences if len(s) >= 5)


def check(sentences: Iterable[Sentence], tests: frozenset[str]) -> None:
    """Raise `Leak` when one of `sentences` stands in a test file."""
    for sentence in sentences:
        if len(sentence) >= 5 and key(w for w, _ in sentence) in tests:
            raise Leak("a test sentence among the training data: " + " ".join(w for w, _ in sentence))


def split(sentences: Sequence[Sentence], seed: int = 0) -> tuple[list[Sentence], list[Sentence]]:
    """Training and development sentences, by whole blocks."""
    blocks = [list(sentences[i : i + BLOCK]) for i in range(0, len(sentences), BLOCK)]
    chosen = set(random.Random(seed).sample(range(len(blocks)), len(blocks) // DEV_EVERY))
    train = [s for i, block in enumerate(blocks) if i not in chosen for s in block]
    return train, [s for i in sorted(chosen) for s in blocks[i]]


def recut(sentence: Sentence) -> Sentence:
    """The same sentence in the library's tokens."""
    result: Sentence = []
    for word, tag in sentence:
        parts = tokens(word) or [word]
        for n, part in enumerate(parts):
            result.append((part, tag if n == 0 or tag == "O" else "I" + tag[1:]))
    # A sign at an entity's edge does not belong to it: `بغداد.`
    for i in range(len(result) - 1, -1, -1):
        word, tag = result[i]
        last = i + 1 == len(result) or not result[i + 1][1].startswith("I-")
        if tag.startswith("I-") and last and not any(c.isalnum() for c in word):
            result[i] = (word, "O")
    for i, (word, tag) in enumerate(result[:-1]):
        if tag.startswith("B-") and not any(c.isalnum() for c in word) and result[i + 1][1].startswith("I-"):
            result[i], result[i + 1] = (word, "O"), (result[i + 1][0], "B" + result[i + 1][1][1:])
    return result


class Swapper:
    """Puts other names in the place of a sentence's names."""

    def __init__(
        self, sentences: Sequence[Sentence], names: Counter[str], rare: Sequence[str] = (), seed: int = 0
    ) -> None:
        self.random = random.Random(seed)
        self.rare = rare
        self.names = sorted(names)
        self.weights = _cumulative([names[w] ** 0.5 for w in self.names])
        self.spans: dict[str, list[list[str]]] = {"LOC": [], "ORG": []}
        for sentence in sentences:
            for words, label in entities(sentence):
                if label in self.spans:
                    self.spans[label].append(words)

    def copy(self, sentence: Sentence) -> Sentence:
        result: Sentence = []
        for words, label in entities(sentence):
            chance = self.random.random()
            if label == "PER":
                result += _tagged(self._person(len(words)), label)
                if chance < 0.1:
                    second = self._person(self.random.choice((1, 2)), bare=True)
                    words = [_with_particle("و" if chance < 0.05 else "ل", second[0]), *second[1:]]
                else:
                    continue
            elif label in self.spans and chance < 0.3:
                words = self.random.choice(self.spans[label])
            elif label == "LOC" and chance < 0.5 and words[0][0] not in "ولبكف":
                words = [_with_particle(self.random.choice("وولب"), words[0]), *words[1:]]
            elif label == "O" and chance < 0.06 and self.rare and len(words[0]) > 3:
                words = [self.random.choice(self.rare)]
            result += _tagged(words, label)
        return result

    def _person(self, length: int, bare: bool = False) -> list[str]:
        if length == 1 or self.random.random() < 1 / 3:
            length = 1
        words = self.random.choices(self.names, cum_weights=self.weights, k=length)
        if self.random.random() < 0.5:  # as many rare words as frequent ones
            words[-1] = self.random.choice(self.names)
        if not bare and self.random.random() < 0.2:
            words[0] = _with_particle(self.random.choice("وووللبك"), words[0])
        return words


def _with_particle(particle: str, word: str) -> str:
    """`ل` swallows the alef of the article: `للسيسي`."""
    return "لل" + word[2:] if particle == "ل" and word.startswith("ال") else particle + word


def _tagged(words: Sequence[str], label: str) -> Sentence:
    return [(word, "O" if label == "O" else f"{'I' if n else 'B'}-{label}") for n, word in enumerate(words)]


def entities(sentence: Sentence) -> list[tuple[list[str], str]]:
    """The sentence as pieces: an entity's words with its label, any other word alone with `O`."""
    pieces: list[tuple[list[str], str]] = []
    for word, tag in sentence:
        if tag.startswith("I-") and pieces:
            pieces[-1][0].append(word)
        else:
            pieces.append(([word], tag[2:] or "O"))
    return pieces


def _cumulative(weights: Iterable[float]) -> list[float]:
    total, result = 0.0, []
    for weight in weights:
        total += weight
        result.append(total)
    return result


def cut(sentence: Sentence) -> list[Sentence]:
    """Pieces of at most `LONGEST` words, never within an entity."""
    pieces: list[Sentence] = [[]]
    for word, tag in sentence:
        if len(pieces[-1]) >= LONGEST and not tag.startswith("I-"):
            pieces.append([])
        pieces[-1].append((word, tag))
    return pieces


def write(sentences: Iterable[Sentence], target: Path) -> None:
    """In the JSON of Stanza's trainer."""
    document = [
        [{"id": n + 1, "text": word, "ner": tag} for n, (word, tag) in enumerate(sentence)] for sentence in sentences
    ]
    target.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def _copies(sentence: Sentence) -> int:
    tags = {tag for _, tag in sentence}
    return 2 if "B-PER" in tags else int(tags != {"O"})


def _agrees(sentence: Sentence) -> bool:
    """Whether a sentence of another corpus means what ANERcorp would: their MISC are not the same things."""
    return len(sentence) >= 5 and not any(tag.endswith("-MISC") for _, tag in sentence)


def build(ner: Path, names: Counter[str], target: Path, rare: Sequence[str] = (), extra: Sequence[str] = ()) -> None:
    """Write `train.json` and `dev.json` into `target`.

    `rare`: words without a vector that are no names; `extra`: further files of `ner` to train on.
    """
    tests = test_keys(ner)
    everything = read(ner / TRAIN)
    known = [s for s in everything if len(s) < 5 or key(w for w, _ in s) not in tests]
    train, dev = split(known)
    for name in extra:
        train += [s for s in read(ner / name) if _agrees(s) and key(w for w, _ in s) not in tests]
    train = [piece for s in train for piece in cut(s)]
    swapper = Swapper(train, names, rare)
    recuts = [recut(s) for s in train]
    copies = [swapper.copy(s) for s in recuts for _ in range(_copies(s))]
    changed = [new for new, old in zip(recuts, train, strict=True) if new != old]
    for part in (train, changed, copies, dev):
        check(part, tests)
    target.mkdir(parents=True, exist_ok=True)
    write(train + changed + copies, target / "train.json")
    write(dev, target / "dev.json")
    print(
        f"{len(everything) - len(known)} sentences that the tests have too left out; {len(train)} to train "
        f"on, {len(changed)} recut, {len(copies)} with other names; {len(dev)} for development",
        flush=True,
    )
