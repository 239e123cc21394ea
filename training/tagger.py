"""Step 6: Stanza's own trainer (BiLSTM with a character LSTM and a CRF) on the data of the other steps.

One tagger learns two tag sets at once, a head for each (`heads.HEADS`): fast steps, then fine ones from the best state
of those. The vectors are not fine-tuned: that learns the training words sooner and then takes unknown words for names
more often.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
LONG: Steps = {"lr": 0.002, "max_steps": 3000, "eval_interval": 500}  # where silver sentences are learnt too
FINE: Steps = {"lr": 0.0006, "max_steps": 1050, "eval_interval": 150}


def begin(folder: Path, vectors: Path) -> Path:
    """A tagger for `folder`'s train.json that has learnt nothing yet, as Stanza writes one."""
    return _run(folder, vectors, "blank.pt", {"lr": 0.0, "max_steps": 1, "eval_interval": 1, "seed": 7})


def sketch(folder: Path, vectors: Path) -> Path:
    """A first tagger, by fast steps alone."""
    return _run(folder, vectors, "sketch.pt", FAST)


def train(folder: Path, vectors: Path, start: Path, name: str, *, first: Path | None = None) -> Path:
    """Go on from the state `start` on `folder`'s train.json; the best state on its dev.json (first head) is kept.

    `first`: a folder with more sentences, which the fast steps learn from; there are then more of these.
    """
    fast = _go_on(first or folder, vectors, start, f"{name}-fast.pt", LONG if first else FAST)
    return _go_on(folder, vectors, fast, f"{name}.pt", FINE)


def _go_on(folder: Path, vectors: Path, start: Path, result: str, settings: Steps) -> Path:
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
