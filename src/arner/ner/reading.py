"""A Stanza tagger's own layers, read a batch at a time without a pipeline's bookkeeping.

`stanza.Pipeline` spells every token anew, makes an object of each, and decodes sentence by sentence and head by head:
two thirds of its time. Here a word is looked up and spelt once, what the layers make of it being kept for the next
articles, and only the head that answers is decoded, all sentences of a batch at once. The tags are the pipeline's.
Taggers with layers of another kind (Stanza's own, with character language models) go through the pipeline as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from torch import Tensor

KEPT = 15_000  # words that stay known between batches: 10 MB, or 20
SPELT = 150  # words that are spelt at once
BATCH = 3_000  # words that are read at once, those that fill up short sentences counted

Tags = NDArray[np.int64]


class Reader:
    """`trainer`: the tagger of a loaded `stanza.Pipeline` (`pipeline.processors["ner"].trainers[0]`).

    `vectors`: those of its words, as the file of vectors has them; else Stanza's copy is read.
    """

    def __init__(self, trainer: Any, vectors: Tensor | None = None) -> None:
        self._trainer = trainer
        self._model = trainer.model.eval()
        self._words, self._letter = trainer.vocab["word"], lru_cache(maxsize=5_000)(trainer.vocab["char"].unit2id)
        self._lower, self._lower_letters = trainer.args.get("lowercase", True), trainer.args.get("char_lowercase")
        head = int(trainer.args["predict_tagset"])
        self.names: list[str] = list(trainer.vocab["tag"].items(head))
        self._head = self._model.tag_clfs[head]
        self._transitions: NDArray[np.float32] = self._model.crits[head]._transitions.detach().numpy()
        model = self._model
        self._vectors: Tensor = (model.word_emb.weight.detach() if vectors is None else vectors).half()
        self._number = torch.bfloat16 if _multiplies_bfloat16() else torch.float32
        begin = (model.taggerlstm_h_init, model.taggerlstm_c_init)
        self._reads = _BothWays(model.taggerlstm.lstm, *begin, number=self._number)
        letters = model.charmodel
        self._spells = _BothWays(letters.charlstm.lstm, letters.charlstm_h_init, letters.charlstm_c_init)
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
            and not (args["rec_dropout"] or args["char_rec_dropout"])
        )

    def replace_pipeline(self) -> None:
        """Nobody reads by the pipeline any more.

        Vectors stand in their file in 16 bits; Stanza makes 32 of them, 77 MB of the same numbers, which are let go.
        """
        self._model.word_emb.weight.data = torch.empty(0)

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
        return self._reads(self._table[torch.from_numpy(at)], torch.tensor([len(s) for s in sentences]))

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
        return torch.zeros(max(rows, KEPT), self._model.taggerlstm.lstm.input_size, dtype=self._number)

    def _shown(self, words: list[str]) -> Tensor:
        """What the LSTM over words is shown of each of `words`, longest first: vector and spelling."""
        spelling = [self._spelling(words[at : at + SPELT]) for at in range(0, len(words), SPELT)]
        rows = self._words.map([word.lower() if self._lower else word for word in words])
        vectors = self._vectors[torch.tensor(rows)].float()
        shown: Tensor = self._model.input_transform(torch.cat([vectors, torch.cat(spelling)], 1))
        return shown

    def _spelling(self, words: list[str]) -> Tensor:
        sizes = [len(word) for word in words]
        letters = np.zeros((len(words), sizes[0]), dtype=np.int64)
        for line, word in zip(letters, words, strict=True):
            line[: len(word)] = [*map(self._letter, word.lower() if self._lower_letters else word)]
        return self._spells.last(self._model.charmodel.char_emb(torch.from_numpy(letters)), torch.tensor(sizes))


class _BothWays:
    """A bidirectional LSTM that reads filled-up sequences, each way alone, turned round for the way back.

    torch reads packed sequences, as Stanza gives them to it, more slowly: twice the time for the letters of words.
    """

    def __init__(self, layer: Any, *begin: Tensor, number: torch.dtype = torch.float32) -> None:
        self._number = number
        weights = [weight.detach().to(self._number) for weight in layer.parameters()]
        self._ways = (weights[:4], weights[4:])
        self._begin = [state.detach().to(self._number) for state in begin]

    def __call__(self, shown: Tensor, lengths: Tensor) -> Tensor:
        """(sequences, places, 2 × hidden) of `shown` (sequences, places, columns)."""
        turned = self._turned(shown, lengths)
        there, back = self._read(shown, turned)
        return torch.cat([there, back.gather(1, turned.expand(back.shape))], 2).float()

    def last(self, shown: Tensor, lengths: Tensor) -> Tensor:
        """(sequences, 2 × hidden): the state of each way at the end of its reading."""
        rows = torch.arange(len(shown))
        ends = [out[rows, lengths - 1] for out in self._read(shown, self._turned(shown, lengths))]
        return torch.cat(ends, 1).float()

    def _turned(self, shown: Tensor, lengths: Tensor) -> Tensor:
        """For each place the one that stands there when a sequence is read from its end."""
        places = torch.arange(shown.shape[1]).expand(shown.shape[:2])
        return torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)[:, :, None]

    def _read(self, shown: Tensor, turned: Tensor) -> tuple[Tensor, Tensor]:
        """Both ways, each in the order of its reading."""
        shown = shown.to(self._number)
        both: list[Tensor] = []
        for way, weights in enumerate(self._ways):
            seen = shown.gather(1, turned.expand(shown.shape)) if way else shown
            begin = tuple(state[way : way + 1].expand(-1, len(shown), -1).contiguous() for state in self._begin)
            both.append(torch._VF.lstm(seen, begin, weights, True, 1, 0.0, False, False, True)[0])
        return both[0], both[1]


def _multiplies_bfloat16() -> bool:
    """Whether this processor multiplies bfloat16 by itself: an LSTM then takes half the time, at the same F1."""
    asked = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return bool(asked and asked())


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
