"""The weights by which `arner.syntax.clauses` chooses a verb's subject and object, from the same treebank.

    python -m training.slots TREEBANK.conllu FOLDS OUT.json

`FOLDS`: the models of `training.parts_of_speech --folds`, so that the parts of speech are those of unseen sentences.
For each slot and each kind of candidate, a logistic regression over few numbers; every fifth sentence is held out
once to print what is to be expected.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import spacy
from benchmarks.syntax import dependents, parsed, verbs
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

from training.parts_of_speech import sentences, tokens

_SLOTS = {"subject": ("nsubj", "nsubj:pass"), "object": ("obj",)}
_PENALTY = 2.0

Floats = NDArray[np.float64]


def fit(x: Floats, y: Floats) -> Floats:
    """Weights of a logistic regression; the first column is the constant and is not held small."""

    def loss(w: Floats) -> tuple[float, Floats]:
        z = x @ w
        held = np.r_[0, w[1:]]
        value = np.logaddexp(0, z).sum() - (y * z).sum() + _PENALTY / 2 * (held @ held)
        return float(value), x.T @ (1 / (1 + np.exp(-z)) - y) + _PENALTY * held

    found: Floats = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("folds", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=int, help="leave out the sentences of this fold")
    given = parser.parse_args()
    nlp = spacy.blank("arner")
    rows: dict[str, list[tuple[tuple[float, ...], bool]]] = defaultdict(list)
    for number, (text, words) in enumerate(sentences(given.treebank)):
        if given.without is not None and number % 5 == given.without:
            continue
        gold = tokens(text, words, nlp)
        syntax, number_of = parsed(text, gold, nlp, given.folds / f"{number % 5}.npz")
        token_of = {n: i for i, n in number_of.items()}
        for slot, relations in _SLOTS.items():
            places = dependents(gold, relations)
            for n, token in verbs(gold):
                if slot == "subject" and token.main[7] in ("cop", "aux"):
                    continue
                right = places.get(token.main[0], [])
                for candidate in syntax.clauses.candidates(token_of[n]):
                    there = number_of.get(candidate.slot.token, -1)
                    rows[f"{slot} {candidate.kind}"].append((candidate.features, there in right))
    weights = {}
    for kind, seen in rows.items():
        x = np.array([features for features, _ in seen])
        y = np.array([float(right) for _, right in seen])
        if y.sum() >= 10:
            weights[kind] = [round(float(w), 3) for w in fit(x, y)]
            print(f"{kind:18} {len(y)} candidates, {int(y.sum())} right")
    given.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
