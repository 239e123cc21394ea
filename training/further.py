"""Step 7: the tagger of step 6 learns arnews' tags too, in a third head, which is the one that answers.

Stanza's layers and its loss, in a loop of ours, for three reasons: the letters of a word that stands often in a batch
are read once; every time a run of sentences is met, other names are drawn for it; and what is kept is the mean of the
weights over the last steps (an exponential one), which is worth more here than the choice of a best step.
"""

from __future__ import annotations

import copy
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.vocab import EMPTY_ID, PAD_ID, UNK_ID
from stanza.models.ner.trainer import Trainer
from torch import Tensor, nn

from arner.ner.reading import Reader
from training import arnews, heads, ner_data
from training.evaluate import spans
from training.heads import NEWS, UNKNOWN, Joint, column
from training.news_copies import NewsSwapper

LABELS = ("PER", "LOC", "ORG")
TAGS = ("<PAD>", "<UNK>", "<EMPTY>", "<ROOT>", "O", *(f"{place}-{label}" for label in LABELS for place in "BIES"))


@dataclass(frozen=True, slots=True)
class Settings:
    """How long and how fast it learns."""

    steps: int = 3000
    words: int = 2400  # a batch
    rate: float = 0.0012  # Adam; rises over `warm` steps and falls in a straight line to nothing
    warm: int = 100
    mean: float = 0.999  # how much of the mean of the weights stays at each step
    old: float = 0.35  # of the batches are of the other heads' text
    seed: int = 12


def learn(shared: Path, names: Counter[str], rare: Sequence[str], start: Path, vectors: Path, target: Path) -> None:
    """Go on from the two-headed state `start` by `Settings()`, the development articles left out."""
    groups, dev = arnews.split(arnews.read(shared))
    tests = ner_data.test_keys(shared / "ner")
    old = [heads.without_news(heads.by_head(ner_data.recut, s)) for s in ner_data.parts(shared / "ner", tests, True)[0]]
    for sentences in (old, *groups):
        ner_data.check(sentences, tests)
    shown = [run for article in dev for run in ner_data.runs(article)]
    begun = target.with_suffix(".begin.pt")
    torch.save(with_head(torch.load(start, weights_only=True)), begun)
    network = Network(begun, vectors)
    settings = Settings()
    seed = settings.seed
    news = NewsSwapper([s for article in groups for s in article], names, rare, seed)
    others = NewsSwapper(old, names, rare, seed + 1)
    train(
        network,
        batches(groups, news, random.Random(seed), settings.words),
        batches([old], others, random.Random(seed + 1), settings.words),
        shown,
        settings,
    )
    save(network, begun, target)


def with_head(state: dict[str, Any]) -> dict[str, Any]:
    """A two-headed state with a third head that begins as the first one, without MISC."""
    state = copy.deepcopy(state)
    tags = state["vocab"]["tag"]
    first = tags["_unit2id"][0]
    tags["_unit2id"][NEWS] = {tag: n for n, tag in enumerate(TAGS)}
    tags["_id2unit"][NEWS] = list(TAGS)
    rows = torch.tensor([first[tag] for tag in TAGS])
    model = {name: value.float() for name, value in state["model"].items()}
    for part in ("weight", "bias"):
        model[f"tag_clfs.{NEWS}.{part}"] = model[f"tag_clfs.0.{part}"][rows]
    model[f"crits.{NEWS}._transitions"] = model["crits.0._transitions"][rows][:, rows]
    state["config"]["predict_tagset"] = NEWS
    return state | {"model": model}


class Network:
    """A three-headed tagger's layers, read a batch at a time."""

    def __init__(self, state: Path, vectors: Path) -> None:
        trainer = Trainer(model_file=str(state), pretrain=Pretrain(str(vectors), max_vocab=10_000_000), device="cpu")
        self._trainer = trainer
        self.model: Any = trainer.model
        vocab: Any = trainer.vocab
        self._letters: dict[str, int] = vocab["char"]._unit2id
        self._words: dict[str, int] = vocab["word"]._unit2id
        self._tags: list[dict[str, int]] = [vocab["tag"]._unit2id[head] for head in range(NEWS + 1)]
        self._spelt: dict[str, Tensor] = {}
        self.model.charmodel.requires_grad_(False)

    def read(self, sentences: Sequence[Sequence[str]]) -> tuple[Tensor, Tensor]:
        """(sentences, words, 2 × hidden) of sentences, longest first; and which places are words."""
        m = self.model
        lengths = torch.tensor([len(s) for s in sentences])
        row = torch.full((len(sentences), int(lengths[0])), PAD_ID)
        for n, sentence in enumerate(sentences):
            row[n, : len(sentence)] = torch.tensor([self._words.get(word.lower(), UNK_ID) for word in sentence])
        inside = row != PAD_ID
        spelling = torch.zeros(*row.shape, 2 * m.args["char_hidden_dim"])
        spelling[inside] = torch.stack([self._spelling(word) for sentence in sentences for word in sentence])
        shown = torch.cat([m.word_emb(row), spelling], 2)
        if m.training:
            shown = shown * (torch.rand(*row.shape, 1) >= m.args["word_dropout"])
        shown = m.input_transform(m.drop(shown))
        # Padded, each direction alone: packed sequences take twice the time when the gradients go back.
        places = torch.arange(row.shape[1]).expand(row.shape)
        back = torch.where(inside, lengths[:, None] - 1 - places, places)[:, :, None]
        # In bfloat16, which takes half the time; the weights that are learnt stay as they are.
        shown = shown.bfloat16()
        weights = [weight.bfloat16() for weight in m.taggerlstm.lstm.parameters()]
        none = shown.new_zeros(1, len(sentences), m.args["hidden_dim"])
        ways = []
        for way in (0, 1):
            seen = shown.gather(1, back.expand(shown.shape)) if way else shown
            out, _, _ = torch._VF.lstm(
                seen, (none, none), weights[4 * way : 4 * way + 4], True, 1, 0.0, True, False, True
            )
            ways.append(out.gather(1, back.expand(out.shape)) if way else out)
        return m.drop(torch.cat(ways, 2).float()), inside

    def loss(self, batch: Sequence[Joint]) -> Tensor:
        """The mean over the sentences, of the heads that say something of them."""
        batch = sorted(batch, key=len, reverse=True)
        read, inside = self.read([[word for word, _ in sentence] for sentence in batch])
        total = torch.zeros(())
        for head, known in enumerate(self._tags):
            rows = [n for n, sentence in enumerate(batch) if sentence[0][1][head] != UNKNOWN]
            if not rows:
                continue
            right = torch.full((len(rows), inside.shape[1]), EMPTY_ID)
            for n, row in enumerate(rows):
                tags = bioes([t[head] for _, t in batch[row]])
                right[n, : len(tags)] = torch.tensor([known[tag] for tag in tags])
            scores = self.model.tag_clfs[head](read[rows])
            loss = crf_loss(scores, inside[rows], right, self.model.crits[head]._transitions)
            total = total + loss * len(rows) / len(batch)
        return total

    def predict(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """The tags of the head that answers."""
        return Reader(self._trainer).tags(sentences)

    @torch.no_grad()
    def _spelling(self, word: str) -> Tensor:
        """What the layer that reads letters says of a word; it is not trained any more, so it is asked once."""
        if word not in self._spelt:
            m = self.model.charmodel
            letters = torch.tensor([[self._letters.get(letter, UNK_ID) for letter in word]])
            _, (last, _) = m.charlstm.lstm(m.char_emb(letters))
            self._spelt[word] = last.flatten()
        return self._spelt[word]


def bioes(tags: Sequence[str]) -> list[str]:
    result = []
    for tag, after in zip(tags, [*tags[1:], "O"], strict=True):
        ends = tag != "O" and after != "I" + tag[1:]
        result.append(("S" if tag[0] == "B" else "E") + tag[1:] if ends else tag)
    return result


def f1(network: Network, runs: Sequence[Joint]) -> dict[str, float]:
    """Entity-level F1 of the third head on `runs`, by label and of all."""
    counts: dict[str, list[int]] = {}
    predicted = network.predict([[word for word, _ in run] for run in runs])
    for run, tags in zip(runs, predicted, strict=True):
        gold, found = spans(t for _, t in column(run, NEWS)), spans(tags)
        for n, group in enumerate((gold & found, found, gold)):
            for span in group:
                for label in (span[2], "all"):
                    counts.setdefault(label, [0, 0, 0])[n] += 1
    return {label: round(200 * r / max(1, f + g), 1) for label, (r, f, g) in sorted(counts.items())}


def crf_loss(scores: Tensor, inside: Tensor, right: Tensor, transitions: Tensor) -> Tensor:
    """The mean over sentences of minus the log-likelihood of the tags `right`, as Stanza counts it."""
    steps = scores.unbind(1)
    total = steps[0]
    for at in range(1, len(steps)):
        through = (total.unsqueeze(2) + transitions).logsumexp(1) + steps[at]
        total = torch.where(inside[:, at, None], through, total)
    one = scores.gather(2, right.unsqueeze(2)).squeeze(2) * inside
    two = transitions[right[:, :-1], right[:, 1:]] * inside[:, 1:]
    return (total.logsumexp(1) - one.sum(1) - two.sum(1)).mean()


class Mean:
    """The exponential mean of a model's weights over the steps."""

    def __init__(self, model: nn.Module, stays: float) -> None:
        self._stays, self._steps = stays, 0
        self.weights = {name: p.detach().clone() for name, p in model.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def add(self, model: nn.Module) -> None:
        self._steps += 1
        new = 1 - min(self._stays, self._steps / (10 + self._steps))
        for name, parameter in model.named_parameters():
            if name in self.weights:
                self.weights[name].lerp_(parameter, new)

    @torch.no_grad()
    def swap(self, model: nn.Module) -> None:
        """The mean's weights into the model and the model's into the mean."""
        for name, parameter in model.named_parameters():
            if name in self.weights:
                kept = parameter.clone()
                parameter.copy_(self.weights[name])
                self.weights[name] = kept


def batches(
    groups: Sequence[Sequence[Joint]], swapper: NewsSwapper, random_: random.Random, words: int
) -> Iterator[list[Joint]]:
    """Without end: batches of about `words` words: runs of the sentences of each of `groups`, anew each time."""
    while True:
        runs = [swapper.copy(run) for group in groups for run in ner_data.runs(group, random_)]
        runs = [piece for run in runs for piece in ner_data.cut(run)]
        random_.shuffle(runs)
        near = [sorted(runs[at : at + 400], key=len) for at in range(0, len(runs), 400)]
        made: list[list[Joint]] = []
        for part in near:
            batch: list[Joint] = []
            for run in part:
                if batch and (len(batch) + 1) * len(run) > words:
                    made.append(batch)
                    batch = []
                batch.append(run)
            made.append(batch)
        random_.shuffle(made)
        yield from made


def train(
    network: Network,
    news: Iterator[list[Joint]],
    old: Iterator[list[Joint]],
    dev: Sequence[Joint],
    settings: Settings,
    every: int = 250,
) -> None:
    """Train `network`; in the end its weights are the mean of those of the last steps."""
    torch.manual_seed(settings.seed)
    torch.set_float32_matmul_precision("medium")
    draw = random.Random(settings.seed)
    model = network.model
    optimiser = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=settings.rate)
    mean = Mean(model, settings.mean)
    started, losses, words = time.perf_counter(), 0.0, 0
    for step in range(1, settings.steps + 1):
        left = max(0.02, 1 - step / settings.steps)
        for group in optimiser.param_groups:
            group["lr"] = settings.rate * min(step / settings.warm, left)
        model.train()
        batch = next(old if draw.random() < settings.old else news)
        loss = network.loss(batch)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimiser.step()
        mean.add(model)
        losses, words = losses + loss.item(), words + sum(map(len, batch))
        if step % every == 0 or step == settings.steps:
            mean.swap(model)
            speed = words / (time.perf_counter() - started)
            print(f"step {step}: loss {losses / every:.3f}; {speed:,.0f} words/s; {f1(network, dev)}", flush=True)
            if step < settings.steps:
                mean.swap(model)
            losses = 0.0


def save(network: Network, begun: Path, target: Path) -> None:
    """The checkpoint `begun` with the network's weights."""
    state = torch.load(begun, weights_only=True)
    weights = network.model.state_dict()
    state["model"] = {name: weights[name] for name in state["model"]}
    torch.save(state, target)
