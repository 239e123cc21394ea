"""A Stanza tagger's own layers, read a batch at a time without a pipeline's bookkeeping.

`stanza.Pipeline` spells every token anew, makes an object of each, and decodes sentence by sentence and head by head:
two thirds of its time. Here a word is looked up and spelt once, what the layers make of it being kept for the next
articles, and only the head that answers is decoded, all sentences of a batch at once. The tags are the pipeline's.
Taggers with layers of another kind (Stanza's own, with character language models) go through the pipeline as before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from torch import Tensor

KEPT = 15_000  # words that stay known between batches: 10 MB, or 20
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
        self._transitions: NDArray[np.float32] = self._model.crits[head]._transitions.detach().numpy()
        model = self._model
        self._vectors: Tensor = (model.word_emb.weight.detach() if vectors is None else vectors).half()
        self._number = torch.bfloat16 if _multiplies_bfloat16() else torch.float32
        ways = _ways(model.taggerlstm.lstm, model.taggerlstm_h_init, model.taggerlstm_c_init)
        halves = model.tag_clfs[head].weight.detach().chunk(2, dim=1)
        self._read = [_Reading(*way, half, self._number) for way, half in zip(ways, halves, strict=True)]
        self._always: NDArray[np.float32] = model.tag_clfs[head].bias.detach().numpy()
        letters = model.charmodel
        ways = _ways(letters.charlstm.lstm, letters.charlstm_h_init, letters.charlstm_c_init)
        self._spell = [_Spelling(letters.char_emb.weight.detach(), *way) for way in ways]
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
        order = sorted((i for i, sentence in enumerate(sentences) if sentence), key=lambda i: -len(sentences[i]))
        found: list[list[str]] = [[] for _ in sentences]
        while order:
            part = order[: max(1, KEPT // len(sentences[order[0]]))]
            rows = self._rows({word for i in part for word in sentences[i]})
            for i, tags in zip(part, self._decoded([[rows[word] for word in sentences[i]] for i in part]), strict=True):
                found[i] = [self.names[tag] for tag in tags]
            del order[: len(part)]
        return found

    def _decoded(self, sentences: list[list[int]]) -> Iterator[list[int]]:
        """The tags, as numbers, of sentences, longest first, of words given as rows of the table."""
        while sentences:
            batch = sentences[: max(1, BATCH // len(sentences[0]))]
            lengths = np.array([len(sentence) for sentence in batch])
            best = viterbi(self._scores(batch, lengths), lengths, self._transitions, VOCAB_PREFIX_SIZE)
            yield from (tags[:length] for tags, length in zip(best.tolist(), lengths.tolist(), strict=True))
            sentences = sentences[len(batch) :]

    def _scores(self, sentences: list[list[int]], lengths: NDArray[np.int64]) -> NDArray[np.float32]:
        """(sentences, words, tags): what both ways together make of each word."""
        places = np.arange(lengths[0])
        ends = lengths[:, None] - 1
        turned = np.where(places > ends, places, ends - places)  # the word that a place has for the way back
        rows = np.zeros(turned.shape, dtype=np.int64)
        for line, sentence in zip(rows, sentences, strict=True):
            line[: len(sentence)] = sentence
        there, back = self._read
        ahead = there(self._table[torch.from_numpy(rows)]).numpy()
        behind = back(self._table[torch.from_numpy(np.take_along_axis(rows, turned, 1))]).numpy()
        scores: NDArray[np.float32] = ahead + np.take_along_axis(behind, turned[:, :, None], 1) + self._always
        return scores

    def _rows(self, words: set[str]) -> dict[str, int]:
        """Where in the table each of `words` stands; what is not there yet is put there."""
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
        rows = self._words.map([word.lower() if self._lower else word for word in words])
        vectors = self._vectors[torch.tensor(rows)].float()
        shown: Tensor = self._model.input_transform(torch.cat([vectors, self._spelling(words)], 1))
        return shown

    def _spelling(self, words: list[str]) -> Tensor:
        sizes = np.array([len(word) for word in words])
        there, back = np.zeros((2, len(words), sizes[0]), dtype=np.int64)
        for ahead, turned, word in zip(there, back, words, strict=True):
            letters = [*map(self._letter, word.lower() if self._lower_letters else word)][: len(word)]
            ahead[: len(word)] = letters
            turned[: len(word)] = letters[::-1]
        return torch.cat([spell(letters, sizes) for spell, letters in zip(self._spell, (there, back), strict=True)], 1)


class _Spelling:
    """One way of an LSTM that reads words letter by letter: what it has in mind at the end of each.

    Words that begin alike are read once as far as they do, and what it makes of a letter by itself is multiplied out
    beforehand: half the time of torch's own, which reads every word from its first letter to the end of the longest.
    """

    def __init__(self, letters: Tensor, weights: list[Tensor], begin: list[Tensor]) -> None:
        of_letter, of_state, *more = weights
        take, keep, new, tell = torch.arange(len(of_state)).chunk(4)
        gates = torch.cat([take, keep, tell, new])  # those that go through a sigmoid stand together
        self._of_letter = (letters @ of_letter.T + sum(more))[:, gates].T.contiguous()
        self._of_state = of_state[gates]
        self._begin = [state[:, None] for state in begin]

    def __call__(self, words: NDArray[np.int64], sizes: NDArray[np.int64]) -> Tensor:
        """(words, hidden) of `words` (words, letters), longest first, `sizes` letters long."""
        hidden, cell = self._begin  # (hidden, beginnings of words that differ)
        size, known = len(hidden), self._of_letter.shape[1]
        ends = torch.empty(size, len(words))
        at = np.zeros(len(words), dtype=np.int64)  # the beginning that each word has
        for place, letters in enumerate(words.T):
            inside, onward = (int((sizes > end).sum()) for end in (place, place + 1))
            differ, at = np.unique(at[:inside] * known + letters[:inside], return_inverse=True)
            before, letter = torch.from_numpy(differ // known), torch.from_numpy(differ % known)
            shown = self._of_letter.index_select(1, letter)
            gates = torch.addmm(shown, self._of_state, hidden.index_select(1, before))
            take, keep, tell = gates[: 3 * size].sigmoid_().chunk(3)
            cell = torch.addcmul(keep * cell.index_select(1, before), take, gates[3 * size :].tanh_())
            hidden = tell * cell.tanh()
            ends[:, onward:inside] = hidden.index_select(1, torch.from_numpy(at[onward:]))
        return ends.T


class _Reading:
    """One way of an LSTM that reads sentences, and what its half of a head makes of each word.

    torch reads packed sequences, as Stanza gives them to it, more slowly than filled-up ones, each way alone.
    """

    def __init__(self, weights: list[Tensor], begin: list[Tensor], head: Tensor, number: torch.dtype) -> None:
        self._weights = [weight.to(number) for weight in weights]
        self._begin = [state.to(number) for state in begin]
        self._head = head.T

    def __call__(self, shown: Tensor) -> Tensor:
        """(sentences, words, tags) of `shown` (sentences, words, columns)."""
        begin = [state.expand(1, len(shown), -1).contiguous() for state in self._begin]
        read: Tensor = torch._VF.lstm(shown, begin, self._weights, True, 1, 0.0, False, False, True)[0]
        return read.float() @ self._head


def _ways(layer: Any, hidden: Tensor, cell: Tensor) -> Iterator[tuple[list[Tensor], list[Tensor]]]:
    """The weights, and the state to begin with, of each way of a layer that reads both ways."""
    weights = [weight.detach() for weight in layer.parameters()]
    for way in range(2):
        yield weights[4 * way : 4 * way + 4], [hidden[way, 0].detach(), cell[way, 0].detach()]


def _multiplies_bfloat16() -> bool:
    """Whether this processor multiplies bfloat16 by itself: an LSTM then takes half the time, at the same F1."""
    asked = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return bool(asked and asked())


def viterbi(scores: NDArray[np.float32], lengths: Tags, transitions: NDArray[np.float32], reserved: int) -> Tags:
    """The best tags (sentences, words) of `scores` (sentences, words, tags); none below `reserved` (padding …)."""
    order = np.argsort(-lengths, kind="stable")
    scores, lengths = scores[order], lengths[order]
    sentences, words, tags = scores.shape
    scores[:, :, :reserved] = -1e9
    into = np.ascontiguousarray(transitions.T)  # tag, the tag before it
    best = scores[:, 0].copy()
    came = np.zeros((sentences, words, tags), dtype=np.int64)
    came[:, :] = np.arange(tags)  # beyond a sentence's end: where it was
    for at in range(1, words):
        go_on = int((lengths > at).sum())
        through = best[:go_on, None] + into
        before = through.argmax(axis=2)
        came[:go_on, at] = before
        best[:go_on] = np.take_along_axis(through, before[:, :, None], axis=2)[:, :, 0] + scores[:go_on, at]
    path = np.zeros((sentences, words), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    for at in range(words - 1, 0, -1):
        path[:, at - 1] = np.take_along_axis(came[:, at], path[:, at, None], axis=1)[:, 0]
    found = np.empty_like(path)
    found[order] = path
    return found
