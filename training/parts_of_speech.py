"""The small tagger of parts of speech in `arner.syntax`, trained on one treebank (UD Arabic-PUD, CC BY-SA 3.0).

    python -m training.parts_of_speech TREEBANK.conllu VECTORS.npz OUT.npz
    python -m training.parts_of_speech TREEBANK.conllu VECTORS.npz OUT_FOLDER --folds 5

`VECTORS.npz` holds `words` and `vectors` (float; those of the name tagger), the most frequent word first. With
`--folds` each of the models has not seen every fifth sentence; what they say of those is printed and is what is to
be expected. No sentence of the treebank is in the file, only numbers, frequent words and letters.
"""

from __future__ import annotations

import argparse
import json
import random
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import spacy
import torch
from torch import Tensor, nn

from arner.arabic.orthography import fold
from arner.syntax.tagging import REACH, Tagger, features, paradigm, shown

HEADS = ("pos", "conj", "prep", "suffix", "future", "gender", "number", "definite", "relation", "phrase")
WORDS = 41_000
OWN, AFFIX, HIDDEN = 20, 24, 144
EPOCHS, BATCH, SEEN_TWICE = 24, 8, 2
_RELATIONS = frozenset(
    "nsubj nsubj:pass obj obl obl:tmod nmod amod conj appos flat root ccomp xcomp acl acl:relcl advcl det nummod "
    "parataxis advmod case cop aux mark cc punct fixed".split()
)

_WITHIN = frozenset({"amod", "flat", "compound", "nummod", "det", "fixed"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "SYM", "X"})

Row = list[str]


class Token(NamedTuple):
    """A token of arner: its text, one label a head, the treebank's words in it, the main one among them."""

    text: str
    start: int
    labels: dict[str, str]
    words: tuple[Row, ...]
    main: Row


def sentences(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Text and words of every sentence of a CoNLL-U file."""
    text, rows = "", list[Row]()
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line[:1].isdigit() and line.split("\t")[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            yield text, rows
            rows = []


def tokens(text: str, rows: list[Row], nlp: spacy.language.Language) -> list[Token]:
    """The tokens of arner in `text` with what the treebank says of them."""
    doc = nlp.make_doc(text)
    starts = [t.idx for t in doc]
    groups: list[list[Row]] = [[] for _ in doc]
    at = 0
    for row in rows:
        at = text.index(row[1], at)
        groups[bisect_right(starts, at) - 1].append(row)
        at += len(row[1])
    by_id = {row[0]: row for row in rows}
    heads = phrase_heads(rows)
    found: list[Token] = []
    for t, group in zip(doc, groups, strict=True):
        if group:
            token = _token(t.text, t.idx, group, by_id)
            head = heads.get(token.main[0])
            goes_on = found and head and head == heads.get(found[-1].main[0])
            token.labels["phrase"] = "-" if head is None else "in" if goes_on else "first"
            found.append(token)
    return found


def phrase_heads(rows: list[Row]) -> dict[str, str]:
    """For each word of a noun phrase (head, genitives without a preposition, adjectives, names, numbers) its head."""
    governed = {row[6] for row in rows if row[7] == "case"}
    within: dict[str, str] = {}
    for row in rows:
        genitive = row[7] == "nmod" and row[0] not in governed
        if (genitive or row[7] in _WITHIN) and row[3] in _NOMINAL:
            within[row[0]] = row[6]
    heads: dict[str, str] = {}
    by_id = {row[0]: row for row in rows}
    for row in rows:
        if row[3] not in _NOMINAL:
            continue
        at, steps = row[0], 0
        while at in within and by_id[within[at]][3] in _NOMINAL and steps < len(rows):
            at, steps = within[at], steps + 1
        heads[row[0]] = at
    return heads


def _token(text: str, start: int, group: list[Row], by_id: dict[str, Row]) -> Token:
    rest = list(group)
    conj = prep = suffix = "-"
    future = "-"
    if len(rest) > 1 and rest[0][3] in ("CCONJ", "PART") and rest[0][1] in "وف":
        conj = rest.pop(0)[1]
    if len(rest) > 1 and rest[0][3] in ("ADP", "PART", "SCONJ") and rest[0][1] in "بلك":
        prep = rest.pop(0)[1]
    if len(rest) > 1 and rest[0][1] == "س":
        future = rest.pop(0)[1]
    if len(rest) > 1 and rest[-1][3] == "PRON":
        rest.pop()
        suffix = "+"
    main = rest[0]
    told = dict(feature.split("=", 1) for feature in main[5].split("|")) if main[5] != "_" else {}
    labels = {"pos": _pos(main), "conj": conj, "prep": prep, "suffix": suffix, "future": future}
    labels |= {name: told.get(name.capitalize(), "-") for name in ("gender", "number", "definite")}
    return Token(text, start, labels | {"relation": _relation(main, by_id)}, tuple(group), main)


def _pos(row: Row) -> str:
    if row[3] == "VERB" and row[4] != "VBC":
        return "NOUN" if row[4] == "NN" else "ADJ"
    if row[4] in ("REL", "WP"):
        return "REL"
    return row[3]


def _relation(row: Row, by_id: dict[str, Row]) -> str:
    """The relation, with the side of the verb for subjects and objects."""
    relation = row[7] if row[7] in _RELATIONS else "other"
    if relation in ("nsubj", "nsubj:pass"):
        governor = by_id.get(row[6])
        if governor is None or _pos(governor) not in ("VERB", "AUX"):
            return "topic"
        return "nsubj" if int(row[6]) < int(row[0]) else "nsubj before"
    return relation


class Network(nn.Module):
    def __init__(self, affixes: int, answers: int, columns: int) -> None:
        super().__init__()
        self.own = nn.Linear(columns, OWN, bias=False)
        self.affixes = nn.EmbeddingBag(affixes + 1, AFFIX, mode="sum", padding_idx=affixes)
        self.affixes.weight.data *= 0.3
        width = 2 * REACH + 1
        self.one, self.two = nn.Linear((OWN + AFFIX) * width, HIDDEN), nn.Linear(HIDDEN * width, HIDDEN)
        self.out = nn.Linear(HIDDEN, answers)

    def forward(self, vectors: Tensor, rows: Tensor, there: Tensor) -> Tensor:
        """`vectors` (sentences, words, columns), `rows` (sentences, words, affixes), `there`: no padding."""
        batch, length = there.shape
        own = self.own(nn.functional.dropout(vectors, 0.25, self.training))
        affixes = self.affixes(rows.reshape(batch * length, -1)).reshape(batch, length, -1)
        x = nn.functional.dropout(torch.cat([own, affixes], -1), 0.3, self.training) * there[..., None]
        hidden = nn.functional.dropout(torch.relu(self.one(_beside(x))), 0.4, self.training) * there[..., None]
        hidden = hidden + nn.functional.dropout(torch.relu(self.two(_beside(hidden))), 0.4, self.training)
        return self.out(hidden)  # type: ignore[no-any-return]


def _beside(x: Tensor) -> Tensor:
    padded = nn.functional.pad(x, (0, 0, REACH, REACH))
    return torch.cat([padded[:, k : k + x.shape[1]] for k in range(2 * REACH + 1)], -1)


class Vectors:
    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as given:
            self.words = [str(word) for word in given["words"][:WORDS]]
            table = given["vectors"][:WORDS].astype(np.float32)
        table = (table - table.mean(0)) / (table.std(0) + 1e-6)
        self.table = torch.tensor(np.concatenate([table, np.zeros((1, table.shape[1]), np.float32)]))


def train(data: list[list[Token]], vectors: Vectors, seed: int = 0) -> dict[str, np.ndarray]:
    """The arrays of the model file."""
    torch.set_num_threads(1)  # the network is small
    torch.manual_seed(seed)
    dice = random.Random(seed)
    labels = {head: sorted({t.labels[head] for s in data for t in s}) for head in HEADS}
    numbers = {head: {label: n for n, label in enumerate(names)} for head, names in labels.items()}
    looks = Tagger.__new__(Tagger)
    looks.words = {}
    for n, word in enumerate(vectors.words):
        looks.words.setdefault(word, n)
        looks.words.setdefault(fold(word), n)
    every = {word: features(word) + paradigm(fold(word), looks.words) for word in _spellings(data)}
    counts = Counter(f for s in data for t in s for f in every[shown(t.text)])
    known = [f for f, n in counts.items() if n >= SEEN_TWICE]
    rows_of = {f: n for n, f in enumerate(known)}
    seen: dict[str, tuple[int, list[int]]] = {}
    network = Network(len(known), sum(map(len, labels.values())), vectors.table.shape[1])
    optimizer = torch.optim.Adam(network.parameters(), lr=2e-3, weight_decay=1e-5)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS)
    for _ in range(EPOCHS):
        network.train()
        order = dice.sample(range(len(data)), len(data))
        for start in range(0, len(order), BATCH):
            batch = [data[n] for n in order[start : start + BATCH]]
            longest = max(map(len, batch))
            own = torch.full((len(batch), longest), len(vectors.words))
            rows, gold = [], torch.full((len(HEADS), len(batch), longest), -100)
            for b, sentence in enumerate(batch):
                spelt = fold if dice.random() < 0.15 else str
                for i, token in enumerate(sentence):
                    word = shown(spelt(token.text))
                    if word not in seen:
                        row = looks.row(word)
                        ids = [rows_of[f] for f in every[word] if f in rows_of]
                        seen[word] = (row if row >= 0 else len(vectors.words), ids)
                    own[b, i], ids = seen[word]
                    rows.append(ids)
                    for h, head in enumerate(HEADS):
                        gold[h, b, i] = numbers[head][token.labels[head]]
                rows += [[]] * (longest - len(sentence))
            widest = max(map(len, rows))
            bags = torch.tensor([r + [len(known)] * (widest - len(r)) for r in rows]).reshape(len(batch), longest, -1)
            out = network(vectors.table[own], bags, (gold[0] >= 0).float())
            loss = torch.zeros(())
            for head, part, answer in zip(HEADS, out.split([len(labels[h]) for h in HEADS], -1), gold, strict=True):
                weight = 2 if head == "relation" else 1
                cost = nn.functional.cross_entropy(part.flatten(0, 1), answer.flatten(), ignore_index=-100)
                loss = loss + weight * cost
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        schedule.step()
    return _arrays(network.eval(), vectors, labels, known)


def _spellings(data: list[list[Token]]) -> set[str]:
    return {shown(spelt(token.text)) for sentence in data for token in sentence for spelt in (fold, str)}


def _arrays(
    network: Network, vectors: Vectors, labels: dict[str, list[str]], known: list[str]
) -> dict[str, np.ndarray]:
    with torch.no_grad():
        own = network.own(vectors.table[:-1]).numpy()
    scale = np.abs(own).max(0) / 127 + 1e-9
    told = {"labels": labels, "features": known, "words": vectors.words}
    arrays = {
        "vectors": np.round(own / scale).astype(np.int8),
        "text": np.frombuffer(json.dumps(told, ensure_ascii=False).encode("utf-8"), dtype=np.uint8),
        "scale": scale,
        "affixes": network.affixes.weight.detach().numpy()[:-1],
        "w1": network.one.weight.detach().numpy().T,
        "b1": network.one.bias.detach().numpy(),
        "w2": network.two.weight.detach().numpy().T,
        "b2": network.two.bias.detach().numpy(),
        "w3": network.out.weight.detach().numpy().T,
        "b3": network.out.bias.detach().numpy(),
    }
    return {n: a if a.dtype in (np.int8, np.uint8) else a.astype(np.float16) for n, a in arrays.items()}


def evaluate(model: Tagger, data: list[list[Token]], right: dict[str, Counter[tuple[str, str]]]) -> None:
    """Adds the (gold, found) pairs of every head to `right`."""
    for sentence in data:
        tags = model.tag([t.text for t in sentence])
        for head in HEADS:
            right[head].update(zip((t.labels[head] for t in sentence), tags.best(head), strict=True))


def report(right: dict[str, Counter[tuple[str, str]]]) -> None:
    for head, pairs in right.items():
        print(f"{head:10} {sum(n for (a, b), n in pairs.items() if a == b) / pairs.total():.4f}")
    verbs = {(a in ("VERB", "AUX"), b in ("VERB", "AUX")): 0 for a, b in right["pos"]}
    for (a, b), n in right["pos"].items():
        verbs[a in ("VERB", "AUX"), b in ("VERB", "AUX")] += n
    found = verbs[True, True]
    print(f"verbs      P {found / (found + verbs[False, True]):.4f} R {found / (found + verbs[True, False]):.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    nlp = spacy.blank("arner")
    data = [tokens(text, rows, nlp) for text, rows in sentences(given.treebank)]
    vectors = Vectors(given.vectors)
    right: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    if not given.folds:
        np.savez_compressed(given.out, **train(data, vectors))
        print(f"{given.out}: {given.out.stat().st_size} bytes")
        return
    given.out.mkdir(parents=True, exist_ok=True)
    for fold_ in range(given.folds):
        path = given.out / f"{fold_}.npz"
        np.savez_compressed(path, **train([s for n, s in enumerate(data) if n % given.folds != fold_], vectors))
        evaluate(Tagger(path), data[fold_ :: given.folds], right)
    report(right)


if __name__ == "__main__":
    main()
