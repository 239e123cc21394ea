"""Trained taggers read running text, alone or several together: what they found there is learnt from again.

Several taggers answer as one: every tag gets the mean of the scores that they give it, and the best sequence is
decoded from these, for each head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.common.doc import Document
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.ner.data import DataLoader
from stanza.models.ner.trainer import Trainer, unpack_batch

from arner.ner.reading import viterbi

BATCH = 128  # sentences
NEAR = 20_000  # sentences that are sorted by their length together

Tags = NDArray[np.int8]


class Reader:
    """`taggers`: checkpoints of Stanza's trainer that share their words, letters and tags."""

    def __init__(self, taggers: Sequence[Path], vectors: Path) -> None:
        table = Pretrain(str(vectors), max_vocab=10_000_000)
        self._trainers = [Trainer(model_file=str(path), pretrain=table, device="cpu") for path in taggers]
        self._vocab: Any = self._trainers[0].vocab
        # The names of the tags of each head, by their numbers.
        self.names: tuple[list[str], ...] = tuple(self._vocab["tag"]._id2unit.values())
        with torch.no_grad():
            transitions = zip(*([c._transitions.numpy() for c in t.model.crits] for t in self._trainers), strict=True)
            self._transitions = [np.mean(head, axis=0) for head in transitions]

    def tags(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[Tags]]:
        """The numbers of the tags of every sentence, in the order given: one array a head."""
        for first in range(0, len(sentences), NEAR):
            near = sentences[first : first + NEAR]
            order = sorted(range(len(near)), key=lambda i: -len(near[i]))
            found: list[list[Tags]] = [[]] * len(near)
            for at in range(0, len(order), BATCH):
                chosen = order[at : at + BATCH]
                for i, tags in zip(chosen, self._batch([near[i] for i in chosen]), strict=True):
                    found[i] = tags
            yield from found

    @torch.no_grad()
    def _batch(self, sentences: list[Sequence[str]]) -> list[list[Tags]]:
        heads = len(self.names)
        blank = tuple("O" for _ in range(heads))
        rows = [[{"id": n, "text": w, "multi_ner": blank} for n, w in enumerate(s, 1)] for s in sentences]
        trainer = self._trainers[0]
        loader = DataLoader(Document(rows), len(rows), trainer.args, vocab=self._vocab, evaluation=True)
        inputs, order, word_order, char_order, lengths, word_lengths, char_lengths, offsets = unpack_batch(
            loader[0], torch.device("cpu")
        )
        words, letters, mask, chars, tags = inputs
        total: list[NDArray[np.float32]] = []
        for one in self._trainers:
            one.model.eval()
            _, scores, _ = one.model(
                words, letters, mask, tags, word_order, lengths, word_lengths, chars, offsets, char_lengths, char_order
            )
            given = [s.numpy() / len(self._trainers) for s in scores]
            total = given if not total else [a + b for a, b in zip(total, given, strict=True)]
        best = [
            viterbi(s, np.array(lengths), t, VOCAB_PREFIX_SIZE) for s, t in zip(total, self._transitions, strict=True)
        ]
        result: list[list[Tags]] = [[]] * len(rows)
        for row, i in enumerate(order):
            result[i] = [head[row, : lengths[row]].astype(np.int8) for head in best]
        return result
