"""Whose officials are whose: `python -m training.officials ../shared/corpora CORPUS … > officials.tsv`.

News that call somebody «الرئيس ترامب» (President Trump) have written «الرئيس الأمريكي دونالد ترامب» before. Here
`arner` reads a part of each corpus and counts with which country's offices each person stands; those that stand twice
at least, and nearly always with one country, are written.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import arner
from arner.entities.keys import folded_words, name_key

OFTEN, SURE = 2, 0.85
PART = 3000  # articles of each corpus


def _articles(corpora: Path, names: list[str]) -> Iterator[arner.Article]:
    for name in names:
        with lzma.open(corpora / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        for row in random.Random(5).sample(rows, min(PART, len(rows))):
            yield arner.Article(text=row["text"], title=row.get("title") or None)


def count(articles: Iterator[arner.Article]) -> dict[str, Counter[str]]:
    """Key of a person's name → how many offices of each country are given with it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for record in arner.load().pipe(articles, batch_size=32):
        for person in record.people:
            said = [r for r in person.roles if r.country_from in ("adjective", "genitive") and not r.organization]
            found[" ".join(name_key(folded_words(person.name)))].update(r.country for r in said if r.country)
    return found


def officials(found: dict[str, Counter[str]]) -> dict[str, tuple[str, int]]:
    """Key of a full name → the country that nearly all of its offices are of, and how many are."""
    sure: dict[str, tuple[str, int]] = {}
    for name, countries in sorted(found.items()):
        code, times = countries.most_common(1)[0] if countries else ("", 0)
        if " " in name and times >= OFTEN and times >= SURE * countries.total():
            sure[name] = code, times
    return sure


if __name__ == "__main__":
    print("# Person (arner.entities.people.name_key), country of the offices that news give, how many were seen.")
    print("# Made by training/officials.py.")
    for name, (code, times) in officials(count(_articles(Path(sys.argv[1]), sys.argv[2:]))).items():
        print(f"{name}\t{code}\t{times}")
