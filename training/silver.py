"""Silver sentences, an experiment (docs/model.md): `python -m training.silver SHARED WORK TARGET A VECTORS B VECTORS`.

Two taggers that began differently, `A` and `B`, read running text; a third learns what both found. A sentence that both
read alike by ANERcorp's tags is trained on as they read it (self-training by agreement, as in tri-training: Zhou and Li
2005), half of those with a person under other names: then the sentence alone tells that a name stands there. By
CleanANERcorp's tags too where they agree on these. Of sentences without a name most are left out. `WORK` is the folder
of `python -m training`, from whose states the third tagger begins; its sentences are written to `TARGET`.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import numpy as np

from training import corpus, heads, ner_data, tagger
from training.corpus import Corpus, fitting, key
from training.heads import Joint
from training.names import person_words
from training.reading import Reader, Tags

NEWS = "wiki_long_docs"  # the corpora before this one are news
READ = 120_000  # sentences that both read
SHORTEST, LONGEST = 7, 50  # words of a sentence
NAMELESS = 0.2  # of the sentences without a name are trained on
GOLD = 3  # times that the labelled sentences are taken
LONG: tagger.Steps = tagger.FAST | {"max_steps": 3000}
OTHER_NAMES = 0.5  # of the sentences with a person


def drawn(texts: Corpus, seed: int = 5) -> list[list[str]]:
    """Sentences of news, each once, in an order of chance."""
    ids = texts.ids[: texts.begins[NEWS]]
    starts, ends, fit = fitting(ids, SHORTEST, LONGEST)
    chosen = np.random.default_rng(seed).permutation(fit)[: 2 * READ]
    found: dict[str, list[str]] = {}
    for at in chosen:
        words = [texts.words[i] for i in ids[starts[at] : ends[at]]]
        found.setdefault(key(words), words)
        if len(found) == READ:
            break
    return list(found.values())


def agreed(
    sentences: Sequence[Sequence[str]], readings: Sequence[Iterable[Sequence[Tags]]], names: Sequence[Sequence[str]]
) -> list[Joint]:
    """The sentences that all `readings` tag alike by the first head; by another head too, where they agree."""
    found: list[Joint] = []
    for words, *read in zip(sentences, *readings, strict=True):
        alike = [all(np.array_equal(read[0][head], other[head]) for other in read[1:]) for head in range(len(names))]
        if alike[0]:
            columns = [
                _bio(read[0][head], names[head]) if same else [heads.UNKNOWN] * len(words)
                for head, same in enumerate(alike)
            ]
            found.append(list(zip(words, zip(*columns, strict=True), strict=True)))
    return found


def _bio(tags: Tags, names: Sequence[str]) -> list[str]:
    return [names[tag].replace("S-", "B-").replace("E-", "I-") for tag in tags]


def chosen(sentences: Sequence[Joint], swapper: ner_data.Swapper, seed: int = 6) -> list[Joint]:
    """What is trained on of `sentences`, part of it under other names."""
    random = Random(seed)
    result: list[Joint] = []
    for sentence in sentences:
        tags = {tags[0] for _, tags in sentence}
        if tags == {"O"} and random.random() > NAMELESS:
            continue
        other = "B-PER" in tags and random.random() < OTHER_NAMES
        result.append(swapper.copy(sentence) if other else sentence)
    return result


def build(texts: Corpus, readers: Sequence[Reader], shared: Path, work: Path, target: Path) -> None:
    """In `target` the train.json and dev.json of `work`'s data, with silver sentences added, none of a test within."""
    sentences = drawn(texts)
    found = agreed(sentences, [reader.tags(sentences) for reader in readers], readers[0].names)
    gold = ner_data.load(work / "data" / "sentences" / "train.json")
    rare = (work / "rare.txt").read_text(encoding="utf-8").split()
    swapper = ner_data.Swapper([*gold, *found], person_words(shared), rare, seed=1)
    tests = ner_data.test_keys(shared / "ner")
    new = ner_data.without(chosen(found, swapper), tests)
    ner_data.check(new, tests)
    target.mkdir(parents=True, exist_ok=True)
    ner_data.write([*gold * GOLD, *new], target / "train.json")
    shutil.copyfile(work / "data" / "sentences" / "dev.json", target / "dev.json")
    print(f"{len(found):,} read alike; {len(gold):,} sentences {GOLD} times, {len(new):,} of silver", flush=True)


if __name__ == "__main__":
    shared, work, target, *given = (Path(part) for part in sys.argv[1:])
    readers = [Reader([path], table) for path, table in zip(given[::2], given[1::2], strict=True)]
    build(corpus.read(shared / "corpora", ner_data.test_keys(shared / "ner")), readers, shared, work, target)
    fast = tagger.go_on(target, work / "pretrain.pt", work / "start.pt", "fast.pt", LONG)
    tagger.go_on(work / "data" / "sentences", work / "pretrain.pt", fast, "silver.pt", tagger.FINE)
