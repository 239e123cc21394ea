"""How often each combination of deciding steps is right on articles read by hand: the table behind `confidence`.

    python benchmarks/confidence.py [--data ../shared] [--model bundled]

Extracts the gold articles of both sets, compares what was found with what a careful reader found, and writes
`src/arner/lexicon/data/confidence.tsv`: kind, key (`arner.confidence.keys_of`), right ones, cases.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import arner
from arner.confidence import keys_of
from arner.evaluation.gold import read_gold
from arner.evaluation.scores import evaluate
from arner.inputs import InputFailure, read_articles

OUT = Path(__file__).parents[1] / "src/arner/lexicon/data/confidence.tsv"
DATA = Path(__file__).parents[2] / "shared"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA, help="the development data folder")
    parser.add_argument("--model", default="bundled")
    given = parser.parse_args()
    gold = given.data / "gold"
    if not gold.is_dir():
        sys.exit(f"{gold}: no such folder; name the development data with --data")

    nlp = arner.load(given.model)
    paths = [folder / "articles.jsonl" for folder in (gold / "wide", gold)]
    articles = [a for a in read_articles(paths) if isinstance(a, arner.Article)]
    records = {record.id: record for record in nlp.pipe(articles)}
    right: Counter[tuple[str, str]] = Counter()
    cases: Counter[tuple[str, str]] = Counter()
    for folder in (gold / "wide", gold, gold / "events"):
        told = [item for item in read_gold(folder) if not isinstance(item, InputFailure)]
        for kind, item, good in evaluate(told, records).judged:
            for key in keys_of(item):
                right[kind, key] += good
                cases[kind, key] += 1
    with OUT.open("w", encoding="utf-8") as out:
        out.write("# kind, key, right ones, cases; made by benchmarks/confidence.py\n")
        out.writelines(f"{kind}\t{key}\t{right[kind, key]}\t{cases[kind, key]}\n" for kind, key in sorted(cases))
    for kind, key in sorted(cases):
        if not key:
            print(f"{kind:14} {right[kind, key] / cases[kind, key]:.2f} of {cases[kind, key]}")


if __name__ == "__main__":
    main()
