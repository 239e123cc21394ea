"""A Stanza tagger's own layers, read a batch at a time without a pipeline's bookkeeping.

`stanza.Pipeline` spells every token anew, makes an object of each, and decodes sentence by sentence and head by head:
two thirds of its time. Here a word is looked up and spelt once, what the layers make of it being kept for the next
articles, and only the head that answers is decoded, all sentences of a batch at once. The tags are the pipeline's.
Taggers with layers of another kind (Stanza's own, with character language models) go through the pipeline as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from torch import Tensor
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

KEPT = 20_000  # words that stay known between batches: 28 MB
BATCH = 6_000  # words that are read at once, those that fill up short sentences counted

Tags = NDArray[np.int64]


class Reader:
    """`trainer`: the tagger of a loaded `stanza.Pipeline` (`pipeline.processors["ner"].trainers[0]`)."""

    def __init__(self, trainer: Any) -> None:
        self._trainer = trainer
        self._model = trainer.model.eval()
        self._words, self._letters = trainer.vocab["word"], trainer.vocab["char"]
        self._lower, self._lower_letters = trainer.args.get("lowercase", True), trainer.args.get("char_lowercase")
        head = int(trainer.args["predict_tagset"])
        self.names: list[str] = list(trainer.vocab["tag"].items(head))
        self._head = self._model.tag_clfs[head]
        self._transitions: NDArray[np.float32] = self._model.crits[head]._transitions.detach().numpy()
        self._known: dict[str, int] = {}
        self._table = self._empty()

    @staticmethod
    def can_read(trainer: Any) -> bool:
        """Whether the tagger has the layers that this reads: vectors, one character LSTM, one LSTM, no more."""
        args, model = trainer.args, trainer.model
        return (
            bool(args["char"] and args["word_emb_dim"] and model.input_transform)
            and not (args["charlm"] or args.get("bert_model") or args.get("connect_output_layers"))
            and "word" in trainer.vocab
            and "delta" not in trainer.vocab
            and (args["num_layers"], args["char_num_layers"]) == (1, 1)
        )

    @torch.no_grad()
    def tags(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """The tag of every word of every sentence."""
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        found: list[list[str]] = [[]] * len(sentences)
        at = 0
        while at < len(order) and sentences[order[at]]:
            chosen = order[at : at + max(1, BATCH // len(sentences[order[at]]))]
            chosen = [i for i in chosen if sentences[i]]
            scores = self._head(self._read([sentences[i] for i in chosen])).numpy()
            lengths = np.array([len(sentences[i]) for i in chosen])
            best = viterbi(scores, lengths, self._transitions, VOCAB_PREFIX_SIZE)
            for i, row in zip(chosen, best.tolist(), strict=True):
                found[i] = [self.names[tag] for tag in row[: len(sentences[i])]]
            at += len(chosen)
        return found

    def _read(self, sentences: list[Sequence[str]]) -> Tensor:
        """(sentences, words, 2 × hidden) of sentences, longest first."""
        rows = self._rows(sentences)
        at = np.zeros((len(sentences), len(sentences[0])), dtype=np.int64)
        for line, sentence in zip(at, sentences, strict=True):
            line[: len(sentence)] = [rows[word] for word in sentence]
        lengths = torch.tensor([len(sentence) for sentence in sentences])
        packed = pack_padded_sequence(self._table[torch.from_numpy(at)], lengths, batch_first=True)
        read, _ = self._model.taggerlstm.lstm(packed)
        return pad_packed_sequence(read, batch_first=True)[0]

    def _rows(self, sentences: list[Sequence[str]]) -> dict[str, int]:
        """Where in the table each word of `sentences` stands; what is not there yet is put there."""
        words = {word for sentence in sentences for word in sentence}
        new = [word for word in words if word not in self._known]
        if len(self._known) + len(new) > len(self._table):
            new = list(words)
            self._known, self._table = {}, self._empty(len(new))
        if new:
            new.sort(key=len, reverse=True)
            first = len(self._known)
            self._table[first : first + len(new)] = self._shown(new)
            self._known |= {word: first + n for n, word in enumerate(new)}
        return self._known

    def _empty(self, rows: int = 0) -> Tensor:
        return torch.zeros(max(rows, KEPT), self._model.taggerlstm.lstm.input_size)

    def _shown(self, words: list[str]) -> Tensor:
        """What the LSTM over words is shown of each of `words`, longest first: vector and spelling."""
        model = self._model.charmodel
        sizes = [len(word) for word in words]
        letters = np.zeros((len(words), sizes[0]), dtype=np.int64)
        for line, word in zip(letters, words, strict=True):
            line[: len(word)] = self._letters.map(list(word.lower() if self._lower_letters else word))
        states = (model.charlstm_h_init, model.charlstm_c_init)
        begin = tuple(state.expand(-1, len(words), -1).contiguous() for state in states)
        spelt = pack_padded_sequence(model.char_emb(torch.from_numpy(letters)), sizes, batch_first=True)
        _, (last, _) = model.charlstm.lstm(spelt, begin)
        spelling = last.transpose(0, 1).reshape(len(words), -1)
        rows = self._words.map([word.lower() if self._lower else word for word in words])
        vectors = self._model.word_emb(torch.tensor(rows))
        shown: Tensor = self._model.input_transform(torch.cat([vectors, spelling], 1))
        return shown


def viterbi(scores: NDArray[np.float32], lengths: Tags, transitions: NDArray[np.float32], reserved: int) -> Tags:
    """The best tags (sentences, words) of `scores` (sentences, words, tags); none below `reserved` (padding …)."""
    sentences, words, tags = scores.shape
    scores = scores.copy()
    scores[:, :, :reserved] = -1e9
    best = scores[:, 0]
    came = np.zeros((sentences, words, tags), dtype=np.int64)
    came[:, :] = np.arange(tags)  # beyond a sentence's end: where it was
    for at in range(1, words):
        through = best[:, :, None] + transitions
        inside = (lengths > at)[:, None]
        came[:, at] = np.where(inside, through.argmax(axis=1), came[:, at])
        best = np.where(inside, through.max(axis=1) + scores[:, at], best)
    path = np.zeros((sentences, words), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    for at in range(words - 1, 0, -1):
        path[:, at - 1] = np.take_along_axis(came[:, at], path[:, at, None], axis=1)[:, 0]
    return path
