"""Step 6: Stanza's own trainer (BiLSTM with a character LSTM and a CRF) on the data of the other steps.

One tagger learns two tag sets at once, a head for each (`heads.HEADS`): fast steps, then, from the best state of those,
fine ones twice: on single sentences, and on runs of sentences that follow each other. The mean of both ships. The
vectors are not fine-tuned: that learns the training words sooner and then takes unknown words for names more often.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

Steps = dict[str, str | int | float]

# Chosen on the development part; everything else is Stanza's default.
SETTINGS: Steps = {
    "hidden_dim": 256,
    "char_hidden_dim": 100,
    "char_emb_dim": 64,
    "word_dropout": 0.2,
    "optim": "adam",
    "patience": 1,
    "seed": 11,
}
FAST: Steps = {"lr": 0.002, "max_steps": 1500, "eval_interval": 250}
FINE: Steps = {"lr": 0.0006, "max_steps": 1050, "eval_interval": 150}
RUNS: Steps = {"lr": 0.001, "max_steps": 1200, "eval_interval": 150, "batch_size": 20}  # runs are long


def begin(folder: Path, vectors: Path) -> Path:
    """A tagger for `folder`'s train.json that has learnt nothing yet, as Stanza writes one."""
    return _run(folder, vectors, "blank.pt", {"lr": 0.0, "max_steps": 1, "eval_interval": 1, "seed": 7})


def sketch(folder: Path, vectors: Path) -> Path:
    """A first tagger, by fast steps alone."""
    return _run(folder, vectors, "sketch.pt", FAST)


def train(folder: Path, runs: Path, vectors: Path, start: Path, target: Path) -> None:
    """Go on from the state `start` on the train.json of `folder`, then on those of `folder` and of `runs` apart.

    Of each the best state on its dev.json (first head) is kept; `target` is the mean of the two (a model soup: Wortsman
    et al. 2022).
    """
    fast = go_on(folder, vectors, start, "fast.pt", FAST)
    fine = [go_on(folder, vectors, fast, "fine.pt", FINE), go_on(runs, vectors, fast, "fine.pt", RUNS)]
    torch.save(mean([torch.load(path, weights_only=True) for path in fine]), target)


def mean(states: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The first of `states` with the mean of the weights of all."""
    weights = {name: sum(state["model"][name] for state in states) / len(states) for name in states[0]["model"]}
    return states[0] | {"model": weights}


def go_on(folder: Path, vectors: Path, start: Path, result: str, settings: Steps) -> Path:
    """Train further from a state, in other steps."""
    # Stanza takes the learning rate from the state it goes on from, not from the command.
    state = torch.load(start, weights_only=True)
    state["config"]["lr"] = settings["lr"]
    begun = folder / f"begin-{result}"
    torch.save(state, begun)
    return _run(folder, vectors, result, settings, "--finetune", "--finetune_load_name", begun)


def _run(folder: Path, vectors: Path, result: str, settings: Steps, *more: str | Path) -> Path:
    options = [part for name, value in (SETTINGS | settings).items() for part in (f"--{name}", value)]
    command = [
        *(sys.executable, "-m", "stanza.models.ner_tagger", "--mode", "train", "--cpu", "--no_emb_finetune"),
        *("--shorthand", "ar_news", "--train_file", folder / "train.json", "--eval_file", folder / "dev.json"),
        *("--wordvec_pretrain_file", vectors, "--pretrain_max_vocab", 1_000_000),
        *("--save_dir", folder, "--save_name", result),
        *options,
        *more,
    ]
    # One thread: two OpenMP threads on a machine that does anything else wait for each other.
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    subprocess.run([str(part) for part in command], check=True, env=environment)
    return folder / result
