"""The weights by which `arner.syntax.clauses` chooses a verb's subject and object, from the same treebank.

    python -m training.slots TREEBANK.conllu FOLDS OUT.json

`FOLDS`: the models of `training.parts_of_speech --folds`, so that the parts of speech are those of unseen sentences.
For each slot and each kind of candidate, a logistic regression over few numbers; every fifth sentence is held out
once to print what is to be expected.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import spacy
from benchmarks.syntax import dependents, parsed, verbs
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

from arner.syntax.clauses import EMPTY
from training.parts_of_speech import sentences, tokens

_PENALTY = 1.0
_LEAN = 0.5  # towards giving an answer: recall for precision
_FEWEST = 8  # right candidates of a kind

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
    given = parser.parse_args()
    seen = list(rows(given.treebank, given.folds))
    for fold in range(5):
        held = weights([row for row in seen if row.sentence % 5 != fold])
        (given.folds / f"slots{fold}.json").write_text(json.dumps(held), encoding="utf-8")
    made = weights(seen)
    for kind in made:
        of = [row.right for row in seen if row.kind == kind]
        print(f"{kind:18} {len(of)} candidates, {sum(of)} right")
    given.out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


class Row(NamedTuple):
    """One candidate: the number of its sentence, slot and kind, its features, whether the treebank has it."""

    sentence: int
    kind: str
    features: tuple[float, ...]
    right: bool


def rows(treebank: Path, folds: Path) -> Iterator[Row]:
    """The candidates of every verb; those of objects beside the subject of the treebank."""
    nlp = spacy.blank("arner")
    for number, (text, words) in enumerate(sentences(treebank)):
        gold = tokens(text, words, nlp)
        syntax, number_of = parsed(text, gold, nlp, folds / f"{number % 5}.npz")
        token_of = {n: i for i, n in number_of.items()}
        subjects, objects = dependents(gold, ("nsubj", "nsubj:pass")), dependents(gold, ("obj",))
        for n, token in verbs(gold):
            verb = token_of[n]
            right = [token_of[r] for r in subjects.get(token.main[0], [])]
            subject = EMPTY
            if right or token.main[7] not in ("cop", "aux"):
                for candidate in syntax.clauses.candidates(verb):
                    if candidate.slot.token in right:
                        subject = candidate.slot
                    yield Row(number, f"subject {candidate.kind}", candidate.features, candidate.slot.token in right)
            if verb in syntax.clauses.verbs and not syntax.clauses.verbs[verb].joined:
                right = [token_of[r] for r in objects.get(token.main[0], [])]
                for candidate in syntax.clauses.objects(verb, subject):
                    yield Row(number, f"object {candidate.kind}", candidate.features, candidate.slot.token in right)


def weights(seen: list[Row]) -> dict[str, list[float]]:
    """For each kind of candidate that is often enough right, its weights."""
    found = {}
    for kind in sorted({row.kind for row in seen}):
        of = [row for row in seen if row.kind == kind]
        if sum(row.right for row in of) >= _FEWEST:
            fitted = fit(np.array([row.features for row in of]), np.array([float(row.right) for row in of]))
            fitted[0] += _LEAN
            found[kind] = [round(float(w), 3) for w in fitted]
    return found


if __name__ == "__main__":
    main()
