"""How the words of people's names are written in Latin letters: `python -m training.latin ../shared`.

Wikidata pairs the words of English and Arabic names by their place, so that some pairs are of different words
(`trump محمد`). Of the Latin forms of an Arabic word the one that most people bear is taken, if the two sound alike.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from arner.arabic.orthography import clean, fold
from arner.entities.latin import by_rule
from training.names import PERSONS

_SOUNDS = str.maketrans({"c": "k", "q": "k", "v": "f", "p": "b", "z": "s", "x": "s", "g": "j", "d": "t", "'": None})


def _consonants(word: str) -> str:
    word = word.lower().replace("gh", "j").replace("kh", "k").replace("sh", "s").replace("ch", "s").replace("th", "t")
    word = word.replace("dh", "t").replace("ph", "f")
    return re.sub(r"(.)\1+", r"\1", re.sub("[^bcdfgjklmnpqrstvxz]", "", word).translate(_SOUNDS))


def _alike(arabic: str, latin: str) -> float:
    a, b = _consonants(by_rule(arabic)), _consonants(latin)
    return len(set(a) & set(b)) / max(len(set(a) | set(b)), 1) if a or b else 1.0


def latin_words(shared: Path) -> dict[str, str]:
    """Folded Arabic word → its Latin form."""
    forms: dict[str, Counter[str]] = {}
    for line in (shared / PERSONS).read_text(encoding="utf-8").splitlines():
        latin, arabic, count = line.split("\t")
        word = fold(clean(arabic))
        if len(word) > 1 and word.isalpha() and latin.isalpha() and _alike(arabic, latin) >= 0.5:
            forms.setdefault(word, Counter())[latin] += int(count)
    return {word: form.most_common(1)[0][0] for word, form in sorted(forms.items())}


if __name__ == "__main__":
    print("# Folded word of a person's name in Arabic, tab, how most people who bear it write it in Latin letters.")
    print("# Made by training/latin.py from Wikidata (CC0).")
    for arabic, latin in latin_words(Path(sys.argv[1])).items():
        print(f"{arabic}\t{latin}")
