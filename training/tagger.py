"""Step 4: Stanza's own trainer (BiLSTM with a character LSTM and a CRF) on the data of the steps before.

Two runs: a fast one, then one that goes on from its best state in small steps. The vectors are not
fine-tuned: that learns the training words sooner and then takes unknown words for names more often.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import torch

# Chosen on the development part; everything else is Stanza's default.
SETTINGS: dict[str, str | int | float] = {
    "hidden_dim": 256,
    "char_hidden_dim": 100,
    "char_emb_dim": 64,
    "word_dropout": 0.2,
    "optim": "adam",
    "patience": 1,
    "seed": 7,
}
FAST: dict[str, str | int | float] = {"lr": 0.002, "max_steps": 1500, "eval_interval": 250}
FINE: dict[str, str | int | float] = {"lr": 0.0006, "max_steps": 1500, "eval_interval": 150}


def train(folder: Path) -> Path:
    """Train on `folder`'s train.json, dev.json and pretrain.pt; the best state on dev.json is kept."""
    _run(folder, "fast.pt", FAST)
    # Stanza takes the learning rate from the state it goes on from, not from the command.
    state = torch.load(folder / "fast.pt", weights_only=True)
    state["config"]["lr"] = FINE["lr"]
    torch.save(state, folder / "fast.pt")
    return _run(folder, "tagger.pt", FINE, "--finetune", "--finetune_load_name", folder / "fast.pt")


def _run(folder: Path, result: str, settings: dict[str, str | int | float], *more: str | Path) -> Path:
    options = [part for name, value in (SETTINGS | settings).items() for part in (f"--{name}", value)]
    command = [
        *(sys.executable, "-m", "stanza.models.ner_tagger", "--mode", "train", "--cpu", "--no_emb_finetune"),
        *(
            "--shorthand",
            "ar_news",
            "--train_file",
            folder / "train.json",
            "--eval_file",
            folder / "dev.json",
        ),
        *("--wordvec_pretrain_file", folder / "pretrain.pt", "--pretrain_max_vocab", 1_000_000),
        *("--save_dir", folder, "--save_name", result),
        *options,
        *more,
    ]
    # One thread: two OpenMP threads on a machine that does anything else wait for each other.
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    subprocess.run([str(part) for part in command], check=True, env=environment)
    return folder / result
