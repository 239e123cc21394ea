"""Step 3: the tagger's training and development sets, in Stanza's JSON.

ANERcorp's training part gives both: whole blocks of sentences (documents are not marked in it) go to
development, so that a text does not stand on both sides. After all choices the tagger that ships learns from the
whole part. What the training side gets besides:

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
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

from arner.arabic.orthography import clean
from training import heads
from training.corpus import key, tokens
from training.heads import Joint, Sentence

T = TypeVar("T")

LABELS = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC", "MIS": "MISC"}
TESTS = ("anercorp/test.txt", "cleananercorp/test.txt", "aqmar/test.txt")
TRAIN = "anercorp/train.txt"
CLEAN = "cleananercorp/train.txt"

BLOCK = 40  # sentences that stay together
DEV_EVERY = 10  # one block in so many is for development
LETTERS = 30  # a test sentence of so many is also looked for within longer ones
RUN = 100  # words of sentences that are read together
LONGEST = 120  # words: longer sentences are cut, they would make batches slow


class Leak(Exception):
    """A sentence of a test file is about to be trained on."""


def read(path: Path, labels: Mapping[str, str] | None = LABELS) -> list[Sentence]:
    """A file of `word tag` lines, with a blank line between sentences.

    Labels become what the library calls them and others `O`; with `labels` None all stay.
    """
    found: list[Sentence] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if not fields:
            found.append([])
        else:
            word = clean(fields[0])
            if word:  # what is only a mark (a lone tatweel) the library does not show the tagger either
                found[-1].append((word, _tag(fields[-1] if len(fields) > 1 else "O", labels)))
    return [_repaired(sentence) for sentence in found if sentence]


def _tag(raw: str, labels: Mapping[str, str] | None) -> str:
    place, _, label = raw.partition("-")
    if labels is not None:
        label = labels.get(label, "")
    return f"{place}-{label}" if label else "O"


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


def check(sentences: Iterable[Sequence[tuple[str, object]]], tests: frozenset[str]) -> None:
    """Raise `Leak` when one of `tests` stands in `sentences`, whole or within, however it is spelt and cut."""
    for _, test in _leaks(sentences, tests):
        raise Leak(f"a test sentence among the training data: {test}")


def without(sentences: Sequence[Joint], tests: frozenset[str]) -> list[Joint]:
    """The sentences that have none of `tests`, whole or within."""
    bad = {at for at, _ in _leaks(sentences, tests)}
    return [sentence for at, sentence in enumerate(sentences) if at not in bad]


def _leaks(sentences: Iterable[Sequence[tuple[str, object]]], tests: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Where among `sentences` one of `tests` stands, and which."""
    keys = [key(w for w, _ in sentence) for sentence in sentences]
    yield from ((at, k) for at, k in enumerate(keys) if k in tests)
    starts = [0, *accumulate(len(k) + 1 for k in keys)]
    running = "\n".join(keys)
    for test in tests:
        at = running.find(test) if len(test) >= LETTERS else -1
        while at >= 0:
            yield bisect_right(starts, at) - 1, test
            at = running.find(test, at + 1)


def split(sentences: Sequence[T], seed: int = 0) -> tuple[list[T], list[T]]:
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
            result.append((part, "I" + tag[1:] if n and tag.startswith("B-") else tag))
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
        self, sentences: Sequence[Joint], names: Counter[str], rare: Sequence[str] = (), seed: int = 0
    ) -> None:
        self.random = random.Random(seed)
        self.rare = rare
        self.names = sorted(names)
        self.weights = _cumulative([names[w] ** 0.5 for w in self.names])
        # By what every head says of it: what may take another's place.
        self.spans: dict[tuple[str, ...], list[list[str]]] = {}
        for sentence in sentences:
            for piece in heads.pieces(sentence):
                found = heads.labels(piece)
                if found and heads.kind(found) in ("LOC", "ORG"):
                    self.spans.setdefault(found, []).append([w for w, _ in piece])

    def copy(self, sentence: Joint) -> Joint:
        result: Joint = []
        for piece in heads.pieces(sentence):
            chance = self.random.random()
            words, found = [w for w, _ in piece], heads.labels(piece)
            if found is None:  # the heads cut it each in its own way
                result += piece
                continue
            label = heads.kind(found)
            if label == "PER":
                result += heads.tagged(self._renamed(words), found)
                if chance < 0.1:
                    second = self._person(self.random.choice((1, 2)), bare=True)
                    words = [with_particle("و" if chance < 0.05 else "ل", second[0]), *second[1:]]
                else:
                    continue
            elif label in ("LOC", "ORG") and chance < 0.3:
                words = self.random.choice(self.spans[found])
            elif label == "LOC" and chance < 0.5 and words[0][0] not in "ولبكف":
                words = [with_particle(self.random.choice("وولب"), words[0]), *words[1:]]
            elif set(found) <= {"O", heads.UNKNOWN} and chance < 0.06 and self.rare and len(words[0]) > 3:
                words = [self.random.choice(self.rare)]
            result += heads.tagged(words, found)
        return result

    def _renamed(self, words: list[str]) -> list[str]:
        return self._person(len(words))

    def _person(self, length: int, bare: bool = False) -> list[str]:
        if length == 1 or self.random.random() < 1 / 3:
            length = 1
        words = self.random.choices(self.names, cum_weights=self.weights, k=length)
        if self.random.random() < 0.5:  # as many rare words as frequent ones
            words[-1] = self.random.choice(self.names)
        if not bare and self.random.random() < 0.2:
            words[0] = with_particle(self.random.choice("وووللبك"), words[0])
        return words


class RunSwapper(Swapper):
    """… of several sentences that follow each other: who is named again has the same new name again.

    So a surname that stands alone can be told by the full name before it.
    """

    def copy(self, sentence: Joint) -> Joint:
        self.given: dict[str, str] = {}
        return super().copy(sentence)

    def _renamed(self, words: list[str]) -> list[str]:
        new = self._person(len(words), bare=True)
        again = [self._known(word) for word in words]
        if any(again):
            new = [known or self.given.setdefault(old, self._word()) for old, known in zip(words, again, strict=True)]
        else:  # of a shortened name the last word stays
            whole = [self._word() for _ in words[len(new) :]] + new
            self.given |= zip(words, whole, strict=True)
        if self.random.random() < 0.2:
            new[0] = with_particle(self.random.choice("وووللبك"), new[0])
        return new

    def _known(self, word: str) -> str | None:
        bare = word[1:] if len(word) > 3 and word[0] in "ولبكف" else word
        return self.given.get(word) or self.given.get(bare)

    def _word(self) -> str:
        return self.random.choices(self.names, cum_weights=self.weights)[0]


def with_particle(particle: str, word: str) -> str:
    """`ل` swallows the alef of the article: `للسيسي`."""
    return "لل" + word[2:] if particle == "ل" and word.startswith("ال") else particle + word


def _cumulative(weights: Iterable[float]) -> list[float]:
    total, result = 0.0, []
    for weight in weights:
        total += weight
        result.append(total)
    return result


def cut(sentence: Joint) -> list[Joint]:
    """Pieces of at most `LONGEST` words, never within an entity of any head."""
    parts: list[Joint] = [[]]
    for piece in heads.pieces(sentence):
        if len(parts[-1]) >= LONGEST:
            parts.append([])
        parts[-1] += piece
    return parts


def write(sentences: Iterable[Joint], target: Path) -> None:
    """In the JSON of Stanza's trainer."""
    document = [
        [{"id": n, "text": word, "multi_ner": tags} for n, (word, tags) in enumerate(sentence, 1)]
        for sentence in sentences
    ]
    target.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def load(path: Path) -> list[Joint]:
    """What `write` has written."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return [[(word["text"], tuple(word["multi_ner"])) for word in sentence] for sentence in document]


def _copies(sentence: Joint) -> int:
    kinds = {heads.kind(found) for piece in heads.pieces(sentence) if (found := heads.labels(piece))}
    return 2 if "PER" in kinds else int(kinds != {"O"})


def build(ner: Path, names: Counter[str], target: Path, rare: Sequence[str] = (), *, whole: bool = False) -> None:
    """Write `train.json` and `dev.json` into `target`, with the tags of all of `heads.HEADS`.

    `rare`: words without a vector that are no names; `whole`: the development sentences are trained on too.
    """
    tests = test_keys(ner)
    train, dev = parts(ner, tests, whole)
    swapper = Swapper(train, names, rare)
    recuts = [heads.by_head(recut, s) for s in train]
    copies = [swapper.copy(s) for s in recuts for _ in range(_copies(s))]
    changed = [new for new, old in zip(recuts, train, strict=True) if new != old]
    _write(target, tests, train + changed + copies, dev)
    corrected = sum(s[0][1][1] != heads.UNKNOWN for s in train)
    print(
        f"{len(train)} sentences to train on ({corrected} with both tag sets), {len(changed)} recut, {len(copies)} "
        f"with other names; {len(dev)} for development",
        flush=True,
    )


def build_runs(ner: Path, names: Counter[str], target: Path, rare: Sequence[str] = (), *, whole: bool = False) -> None:
    """The same with sentences that follow each other joined to runs, as the library shows them to the tagger."""
    tests = test_keys(ner)
    train, dev = parts(ner, tests, whole)
    random_ = random.Random(4)
    swapper = RunSwapper(train, names, rare)
    recuts = [heads.by_head(recut, s) for s in train]
    originals = [*runs(train, random_), *runs(recuts, random_)]
    copies = [swapper.copy(run) for more in (0, 1) for run in runs(recuts, random_) if _copies(run) > more]
    singly = [swapper.copy(s) for s in recuts if _copies(s)]
    read = [run for at in range(0, len(dev), BLOCK) for run in runs(dev[at : at + BLOCK])]
    _write(target, tests, originals + copies + singly, read)
    print(f"{len(originals)} runs, {len(copies)} and {len(singly)} sentences with other names", flush=True)


def runs(sentences: Sequence[Joint], random_: random.Random | None = None) -> list[Joint]:
    """Sentences that follow each other, joined up to `RUN` words; with `random_` some to fewer or none.

    Sentences of which not the same heads say something stay apart: one would hide the other from a head.
    """

    def limit() -> int:
        return random_.choice((1, RUN // 2, RUN, RUN)) if random_ else RUN

    result: list[Joint] = []
    most = limit()
    for sentence in sentences:
        alike = result and _silent(result[-1]) == _silent(sentence)
        if alike and len(result[-1]) + len(sentence) <= most:
            result[-1] = result[-1] + sentence
        else:
            if result:
                most = limit()
            result.append(list(sentence))
    return result


def _silent(sentence: Joint) -> tuple[bool, ...]:
    """Which heads say nothing of it."""
    return tuple(tag == heads.UNKNOWN for tag in sentence[0][1])


def parts(ner: Path, tests: frozenset[str], whole: bool) -> tuple[list[Joint], list[Joint]]:
    """The training and the development sentences, with the tags of all heads."""
    known = [s for s in read(ner / TRAIN) if not _held_out(s, tests)]
    joined = heads.join(known, read(ner / CLEAN))
    train, dev = split(joined)
    return [piece for s in (joined if whole else train) for piece in cut(s)], dev


def _write(target: Path, tests: frozenset[str], train: Sequence[Joint], dev: Sequence[Joint]) -> None:
    check(train, tests)
    check(dev, tests)
    target.mkdir(parents=True, exist_ok=True)
    write(train, target / "train.json")
    write(dev, target / "dev.json")


def _held_out(sentence: Sentence, keys: frozenset[str]) -> bool:
    return len(sentence) >= 5 and key(w for w, _ in sentence) in keys
