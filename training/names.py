"""Words of people's names: Wikidata's labels in Arabic (CC0), counted by word."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from arner.arabic.orthography import clean

PERSONS = Path("names/wikidata_persons_en_ar_cc0.tsv")


def person_words(shared: Path) -> Counter[str]:
    """How many people bear each Arabic word in their name; words of one letter are left out."""
    words: Counter[str] = Counter()
    for line in (shared / PERSONS).read_text(encoding="utf-8").splitlines():
        _, arabic, count = line.split("\t")
        if len(word := clean(arabic)) > 1 and word.isalpha():
            words[word] += int(count)
    return words
