"""Step 9: entity-level scores of an exported model, through a real `stanza.Pipeline`.

    python -m training.evaluate ../shared/ner/anercorp/test.txt ../shared/ner/cleananercorp/test.txt --heads 0 1

The files have `word tag` lines. An entity counts when its first word, its last word and its label are
right (as conlleval counts). Words are cleaned as the library cleans them; the tokens are the file's own.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from arner.ner import store
from arner.ner.tagger import runs
from training.heads import Sentence
from training.ner_data import read

Span = tuple[int, int, str]
LABELS = ("PER", "LOC", "ORG", "MISC")
TOTALS = {"micro": LABELS, "without MISC": LABELS[:3]}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of entities: right, found, in the gold file."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def spans(tags: Iterable[str]) -> set[Span]:
    """The entities of BIO or BIOES tags, as (first word, word after the last, label)."""
    found: list[Span] = []
    before = ""
    for i, tag in enumerate(tags):
        place, _, label = tag.partition("-")
        if label and place in "IE" and label == before:
            found[-1] = (found[-1][0], i + 1, label)
        elif label:
            found.append((i, i + 1, label))
        before = label if place in "BI" else ""
    return set(found)


def pipeline(folder: Path, head: int | None = None) -> Any:
    """A model that answers as `head` of `heads.HEADS`; None: as it was exported."""
    import stanza

    # As text: Stanza takes the number 0 for nothing.
    choice = {} if head is None else {"ner_predict_tagset": str(head)}
    return stanza.Pipeline(**store.pipeline_settings(store.find(folder)), **choice)


def predict(nlp: Any, sentences: list[Sentence], most: int = 0) -> list[list[str]]:
    """The tags of every sentence, by position; those that follow each other are shown together, up to `most` words."""
    together = list(runs(sentences, most))
    shown = [[word for sentence in run for word, _ in sentence] for run in together]
    tags = [iter([token.ner for token in read.tokens]) for read in nlp(shown).sentences]
    split = [list(islice(given, len(s))) for run, given in zip(together, tags, strict=True) for s in run]
    if [len(t) for t in split] != [len(s) for s in sentences] or any(next(given, None) for given in tags):
        raise RuntimeError("Stanza gave other tokens back than it was given")
    return split


def score(sentences: list[Sentence], predicted: list[list[str]]) -> dict[str, Score]:
    """The score of each label and of those of `TOTALS` together."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for sentence, tags in zip(sentences, predicted, strict=True):
        expected, given = spans(tag for _, tag in sentence), spans(tags)
        for counter, entities in ((right, expected & given), (found, given), (gold, expected)):
            for _, _, label in entities:
                counter.update((label, *(total for total, labels in TOTALS.items() if label in labels)))
    return {label: Score(right[label], found[label], gold[label]) for label in (*LABELS, *TOTALS)}


def main(given: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--model", type=Path, default=store.BUNDLED, help="a model's folder (the bundled one)")
    parser.add_argument(
        "--heads",
        nargs="+",
        type=int,
        help="whose tags to answer each file with: 0 ANERcorp's, 1 CleanANERcorp's, 2 arnews'",
    )
    parser.add_argument("--together", action="store_true", help="show sentences in runs, as the library does")
    parser.add_argument("--record", action="store_true", help="write the F1 scores into its model.json")
    arguments = parser.parse_args(given)
    answering = arguments.heads or [None] * len(arguments.files)
    if len(answering) != len(arguments.files):
        parser.error("--heads: one for each file")

    import torch

    torch.set_num_threads(1)
    recorded: dict[str, dict[str, float]] = {}
    for file, head in zip(arguments.files, answering, strict=True):
        sentences = read(file)
        nlp = pipeline(arguments.model, head)
        started = time.perf_counter()
        predicted = predict(nlp, sentences, store.find(arguments.model).run() if arguments.together else 0)
        speed = sum(map(len, sentences)) / (time.perf_counter() - started)
        by_head = "" if head is None else f" with head {head}"
        print(f"\n{file}{by_head}: {len(sentences)} sentences, {speed:,.0f} tokens/s with one thread")
        print(f"{'':14}{'precision':>10}{'recall':>8}{'F1':>8}{'entities':>10}")
        scores = score(sentences, predicted)
        recorded["/".join(file.parts[-2:])] = {label: round(s.f1, 1) for label, s in scores.items()}
        for label, result in scores.items():
            print(f"{label:14}{result.precision:10.1f}{result.recall:8.1f}{result.f1:8.1f}{result.gold:10}")
    if arguments.record:
        card = arguments.model / "model.json"
        described = json.loads(card.read_text(encoding="utf-8")) | {"scores": recorded}
        card.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
