"""Step 4: the tagger's encoder learns from running text before it sees a label.

ANERcorp has 3,600 sentences to learn from, the corpora have millions. So the parts of the tagger that read words, its
character LSTM and its BiLSTM, are first trained as two language models: forward to tell the next word, backward
the one before (the two directions of one layer do not see each other), as in ELMo (Peters et al. 2018), but with
the tagger's own layers, so that it costs nothing when the tagger runs. Words are told apart among those of the batch
and a sample of others (sampled softmax: Jean et al. 2015).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.common.vocab import UNK_ID
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from training.corpus import BREAK, Corpus, fitting

HALF = "osac_bbc_cnn"  # of the corpora before this one (ANT, 2018) every second sentence is read,
EVERY = 5  # of the others one in so many: 12 million words, half of which are of no politics
SHORTEST, LONGEST = 5, 60  # words of a sentence
BATCH = 2_000  # words
TOLD = 60_000  # words that are told apart, the most frequent
SAMPLE = 1_500  # of them, besides the batch's own, at each step
RATE = 0.002  # Adam; falls to a tenth
DROPOUT = 0.2
HIDDEN_VECTORS = 0.1  # of the words are shown by their letters alone

Ints = NDArray[np.int64]

# The tagger's names of the layers that are learnt here.
PARTS = {
    "char_emb": "charmodel.char_emb",
    "charlstm": "charmodel.charlstm.lstm",
    "input_transform": "input_transform",
    "taggerlstm": "taggerlstm.lstm",
}


class Encoder(nn.Module):
    """The layers of Stanza's tagger between words and labels, and what tells the words beside each word."""

    def __init__(self, config: dict[str, Any], letters: int) -> None:
        super().__init__()
        char, word, hidden = config["char_hidden_dim"], config["word_emb_dim"], config["hidden_dim"]
        self.hidden = hidden
        self.char_emb = nn.Embedding(letters, config["char_emb_dim"], padding_idx=0)
        self.charlstm = nn.LSTM(config["char_emb_dim"], char, batch_first=True, bidirectional=True)
        self.input_transform = nn.Linear(word + 2 * char, word + 2 * char)
        self.taggerlstm = nn.LSTM(word + 2 * char, hidden, batch_first=True, bidirectional=True)
        self.after, self.before = nn.Linear(hidden, word), nn.Linear(hidden, word)

    def forward(self, vectors: Tensor, words: Tensor, letters: Tensor, sizes: Tensor, lengths: Tensor) -> Tensor:
        """(sentences, words, 2 × hidden) of `vectors` (sentences, words, columns) and `letters` (distinct words,
        letters; longest word first, of `sizes`), of which `words` says where each word stands."""
        spelt = functional.dropout(self.char_emb(letters), DROPOUT)
        _, (last, _) = self.charlstm(pack_padded_sequence(spelt, sizes, batch_first=True))
        spelling = last.transpose(0, 1).reshape(len(letters), -1)[words]
        shown = self.input_transform(functional.dropout(torch.cat([vectors, spelling], 2), DROPOUT))
        read, _ = self.taggerlstm(pack_padded_sequence(shown, lengths, batch_first=True))
        return functional.dropout(pad_packed_sequence(read, batch_first=True)[0], DROPOUT)


def pretrain(texts: Corpus, vectors: Path, start: Path, target: Path) -> None:
    """Write the state `start` of a tagger with an encoder that has read `texts` as `target`."""
    torch.manual_seed(1)
    torch.set_float32_matmul_precision("medium")  # faster where the processor multiplies bfloat16
    random = np.random.default_rng(1)
    state = torch.load(start, weights_only=True)
    letter_ids: dict[str, int] = state["vocab"]["char"]["_unit2id"]
    table = torch.load(vectors, weights_only=True)
    rows: dict[str, int] = table["vocab"]["_unit2id"]
    fixed = table["emb"].float()
    row = np.array([rows.get(word, UNK_ID) for word in texts.words])

    told = np.argsort(-texts.counts, kind="stable")[:TOLD]
    rank = np.full(len(texts.words) + 1, -1)  # the last entry is that of no word
    rank[told] = np.arange(len(told))
    share = texts.counts[told] ** 0.75
    share = share / share.sum()

    model = Encoder(state["config"], len(letter_ids))
    output = nn.Embedding(len(told), fixed.shape[1], sparse=True)
    output.weight.data.copy_(fixed[row[told]])  # words that are used alike begin alike
    bias = nn.Embedding(len(told), 1, sparse=True)
    bias.weight.data.copy_(torch.from_numpy(np.log(texts.counts[told] + 1) / 2 - 3).unsqueeze(1))
    dense = torch.optim.Adam(model.parameters(), lr=RATE)
    sparse = torch.optim.SparseAdam([output.weight, bias.weight], lr=RATE)

    everything = list(batches(running(texts), random))
    started, seen, losses = time.perf_counter(), 0, [0.0, 0.0]
    for step, words in enumerate(everything, 1):
        for optimiser in (dense, sparse):
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1, step / 50) * (1 - 0.9 * step / len(everything))
        lengths = torch.from_numpy((words != BREAK).sum(axis=1))
        distinct, at = np.unique(words, return_inverse=True)
        letters, sizes, place = _spelt([texts.words[i] if i != BREAK else "." for i in distinct], letter_ids)
        shown = torch.from_numpy(np.where(words != BREAK, row[words], 0))
        shown = shown.masked_fill((torch.rand(shown.shape) < HIDDEN_VECTORS) & (shown > 0), UNK_ID)
        places = place[torch.from_numpy(at.reshape(words.shape))]
        read = model(functional.embedding(shown, fixed), places, letters, sizes, lengths)

        ranks = rank[words]
        sample = random.choice(len(told), SAMPLE, p=share)
        among = np.unique(np.concatenate([ranks[ranks >= 0], sample]))
        number = np.full(len(told) + 1, -100)  # the last entry is that of a word not told apart: no loss
        number[among] = np.arange(len(among))
        right = torch.from_numpy(number[ranks])
        candidates = torch.from_numpy(among)
        weight, shift = output(candidates), bias(candidates).squeeze(1)
        loss = [
            functional.cross_entropy((guess @ weight.T + shift).flatten(0, 1), answer.flatten())
            for guess, answer in (
                (model.after(read[:, :-1, : model.hidden]), right[:, 1:]),
                (model.before(read[:, 1:, model.hidden :]), right[:, :-1]),
            )
        ]
        for optimiser in (dense, sparse):
            optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimiser in (dense, sparse):
            optimiser.step()
        seen += int(lengths.sum())
        losses = [before + now.item() for before, now in zip(losses, loss, strict=True)]
        if step % 200 == 0:
            speed = seen / (time.perf_counter() - started)
            told_loss = ", ".join(f"{value / 200:.3f}" for value in losses)
            print(f"step {step} of {len(everything)}: loss {told_loss}; {speed:,.0f} words/s", flush=True)
            losses = [0.0, 0.0]

    for ours, theirs in PARTS.items():
        for name, value in getattr(model, ours).named_parameters():
            state["model"][f"{theirs}.{name}"] = value.detach()
    torch.save(state, target)


def running(texts: Corpus) -> NDArray[np.int32]:
    """The part of `texts` that is read."""
    ends = np.flatnonzero(texts.ids == BREAK)
    number = np.arange(len(ends))
    every = np.where(number < np.searchsorted(ends, texts.begins[HALF]), 2, EVERY)
    read: NDArray[np.int32] = texts.ids[np.repeat(number % every == 0, np.diff(ends, prepend=-1))]
    return read


def batches(ids: NDArray[np.int32], random: np.random.Generator) -> Iterator[Ints]:
    """Sentences of like length together, longest first, in an order of chance: (sentences, words)."""
    starts, ends, fit = fitting(ids, SHORTEST, LONGEST)
    lengths = ends - starts
    random.shuffle(fit)
    for first in range(0, len(fit), 20_000):
        near = fit[first : first + 20_000]
        near = near[np.argsort(-lengths[near], kind="stable")]
        groups, at = [], 0
        while at < len(near):
            many = max(1, BATCH // int(lengths[near[at]]))
            groups.append(near[at : at + many])
            at += many
        for group in random.permutation(len(groups)):
            chosen = groups[group]
            batch = np.full((len(chosen), lengths[chosen[0]]), BREAK, dtype=np.int64)
            for line, sentence in zip(batch, chosen, strict=True):
                line[: lengths[sentence]] = ids[starts[sentence] : ends[sentence]]
            yield batch


def _spelt(words: list[str], letter_ids: dict[str, int]) -> tuple[Tensor, Tensor, Tensor]:
    """The letters of `words`, longest word first; how many each has; where each of `words` then stands."""
    sizes = np.array([len(word) for word in words])
    order = np.argsort(-sizes, kind="stable")
    letters = torch.zeros(len(words), int(sizes.max()), dtype=torch.long)
    for line, i in enumerate(order):
        letters[line, : sizes[i]] = torch.tensor([letter_ids.get(letter, UNK_ID) for letter in words[i]])
    return letters, torch.from_numpy(sizes[order]), torch.from_numpy(np.argsort(order))
