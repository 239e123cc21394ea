"""Measures subjects, objects and noun phrases against a treebank with dependencies.

    python benchmarks/syntax.py TREEBANK.conllu [--folds FOLDER] [--errors]

Subjects: for every finite verb that has an overt nominal subject in the treebank (nsubj, nsubj:pass), is the token
of the subject's head the one that the syntax gives; precision over all that it gives for finite verbs. A clitic of
the treebank is the token that it is written onto. `--folds`: models that have not seen every fifth sentence, made by
`training/parts_of_speech.py --folds 5`; without them, a treebank that the tagger has learned from flatters it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from training.parts_of_speech import Token, sentences, tokens

from arner.ner.sentences import split
from arner.syntax import clauses, tagged
from arner.syntax.sentences import Syntax
from arner.syntax.tagging import Tagger, tagger

_SUBJECTS = ("nsubj", "nsubj:pass")


def verbs(found: list[Token]) -> Iterator[tuple[int, Token]]:
    """Finite verbs by their token's number."""
    for n, token in enumerate(found):
        if token.main[4] == "VBC":
            yield n, token


def dependents(found: list[Token], relations: tuple[str, ...]) -> dict[str, list[int]]:
    """Governor (its id in the treebank) → tokens of the words that hang on it by one of `relations`."""
    places: dict[str, list[int]] = {}
    for n, token in enumerate(found):
        for row in token.words:
            if row[7] in relations:
                places.setdefault(row[6], []).append(n)
    return places


def chunks(labels: list[str]) -> set[tuple[int, int]]:
    starts = [n for n, label in enumerate(labels) if label == "first"]
    found = set()
    for start in starts:
        end = start + 1
        while end < len(labels) and labels[end] == "in":
            end += 1
        found.add((start, end))
    return found


def parsed(text: str, gold: list[Token], nlp: Language, model: Path | None) -> tuple[Syntax, dict[int, int]]:
    """The syntax of a sentence and for each token of the Doc its number in `gold`."""
    doc = split(nlp.make_doc(text))
    doc._.mentions, doc._.dates = [], []
    tagged.tagger = (lambda: _model(model)) if model else tagger  # type: ignore[attr-defined, assignment]
    place = {token.start: n for n, token in enumerate(gold)}
    syntax = Syntax(doc)
    assert syntax.clauses.verbs is not None  # tagged now, by this model
    return syntax, {t.i: place.get(t.idx, -1) for t in doc}


@cache
def _model(path: Path) -> Tagger:
    return Tagger(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    nlp = spacy.blank("arner")
    counts: Counter[str] = Counter()
    for number, (text, rows) in enumerate(sentences(given.treebank)):
        gold = tokens(text, rows, nlp)
        if given.folds:
            clauses.CHOICE = given.folds / f"slots{number % 5}.json"
        syntax, number_of = parsed(text, gold, nlp, given.folds / f"{number % 5}.npz" if given.folds else None)
        token_of = {n: i for i, n in number_of.items()}
        subjects, objects = dependents(gold, _SUBJECTS), dependents(gold, ("obj",))
        for n, token in verbs(gold):
            i = token_of[n]
            for kind, right, slot in (
                ("subject", subjects.get(token.main[0], []), syntax.subject_slot(i)),
                ("object", objects.get(token.main[0], []), syntax.object_slot(i)),
            ):
                there = number_of.get(slot.token, -1)
                if kind == "subject" and not right and token.main[7] in ("cop", "aux"):
                    continue  # «كان الوزير مريضا»: the treebank hangs the subject on the adjective
                counts[f"{kind} gold"] += bool(right)
                counts[f"{kind} found"] += there >= 0
                counts[f"{kind} right"] += there in right
                counts[f"{kind} given"] += bool(right) and there >= 0
                if given.errors and (bool(right) or there >= 0) and there not in right:
                    told = gold[there].text if there >= 0 else "-"
                    print(f"{kind}: {token.text} → {told}, gold {[gold[r].text for r in right]}: {text}")
        extents = {(number_of[p.start], number_of[p.end - 1] + 1) for p in syntax.phrases.all}
        right_ = chunks([t.labels["phrase"] for t in gold])
        counts["phrase gold"] += len(right_)
        counts["phrase found"] += len(extents)
        counts["phrase right"] += len(extents & right_)
    for kind in ("subject", "object", "phrase"):
        right_n, found_n, gold_n = (counts[f"{kind} {what}"] for what in ("right", "found", "gold"))
        precision, recall = right_n / max(1, found_n), right_n / max(1, gold_n)
        score = 2 * precision * recall / max(1e-9, precision + recall)
        if kind != "phrase":
            overt = right_n / max(1, counts[f"{kind} given"])
            print(f"{kind:8} P {overt:.3f} R {recall:.3f} of the verbs that have one in the treebank; of all verbs:")
        print(f"{kind:8} P {precision:.3f} R {recall:.3f} F {score:.3f}  ({right_n} of {gold_n}, {found_n} given)")


if __name__ == "__main__":
    main()
