"""Which words are hardly ever names: `python -m training.shares ../shared/corpora/ant_multisource.jsonl.xz DIRECTORY`.

The bundled model tags the whole corpus (7 M words, some 25 minutes); of each folded word is counted how often it stands
within a person's name. Three lists are written: `ordinary_words.txt`, frequent words that hardly ever do,
`ambiguous_names.txt`, names that are ordinary words as well (`صالح`, `الأسد`), and `passing_names.txt`, names that
are more often words than names, or rarer (`فرح`, joy).
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import arner
from arner.arabic.particles import bare
from arner.lexicon import words

OFTEN, SELDOM = 8, 0.1  # an ordinary word stands in the corpus so often at least, in names at most so seldom
NAMES, SURE = 80, 0.9  # an ambiguous name stands there so often, in names more than 0.3 and less than this
PASSING, MOSTLY = 20, 0.7  # a passing one so often, in names more than `SELDOM` and less than this


def _texts(corpus: Path) -> Iterator[str]:
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            yield f"{article.get('title') or ''}\n{article['text']}"


def count(corpus: Path) -> tuple[Counter[str], Counter[str]]:
    """Of each folded word: how often it stands there, how often in a person's name."""
    language = arner.load().language
    every: Counter[str] = Counter()
    in_names: Counter[str] = Counter()
    tagging = ("arner_sentences", "arner_stanza")
    with language.select_pipes(enable=tagging):
        for doc in language.pipe(map(language.make_doc, _texts(corpus)), batch_size=32):
            every.update(token.norm_ for token in doc)
            in_names.update(token.norm_ for token in doc if token.ent_type_ == "PER")
    return every, in_names


def write(every: Counter[str], in_names: Counter[str], folder: Path) -> None:
    """The two lists."""
    share = {w: in_names[w] / n for w, n in every.items() if w.isalpha()}
    ordinary = [w for w, s in share.items() if every[w] >= OFTEN and s < SELDOM]
    names = {w: s for w, s in share.items() if bare(w) in words("name_words")}
    ambiguous = [w for w, s in names.items() if every[w] >= NAMES and 0.3 <= s < SURE]
    passing = [w for w, s in names.items() if every[w] >= PASSING and SELDOM <= s < MOSTLY]
    passing = sorted(set(passing) - set(ambiguous))
    heads = {
        "ordinary_words": "# Frequent words of the news that hardly ever stand within a person's name, folded.",
        "ambiguous_names": "# Names of people that the tagger often misses: they are ordinary words as well, folded.",
        "passing_names": "# Names of people that the news use as ordinary words too, folded.",
    }
    lists = {"ordinary_words": ordinary, "ambiguous_names": ambiguous, "passing_names": passing}
    for name, found in lists.items():
        made = "# Made by training/shares.py from the ANT corpus (Chouigui, Ben Khiroun, Elayeb 2017)."
        (folder / f"{name}.txt").write_text("\n".join([heads[name], made, *sorted(found), ""]), encoding="utf-8")


if __name__ == "__main__":
    write(*count(Path(sys.argv[1])), Path(sys.argv[2]))
