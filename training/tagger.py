"""Step 4: Stanza's own trainer (BiLSTM with a character LSTM and a CRF) on the data of the steps before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# Chosen on the development part; everything else is Stanza's default.
SETTINGS: dict[str, str | int | float | None] = {
    "hidden_dim": 256,
    "char_hidden_dim": 100,
    "char_emb_dim": 64,
    "word_dropout": 0.2,
    "optim": "adam",
    "lr": 0.002,
    "patience": 3,
    "no_emb_finetune": None,
    "eval_interval": 250,
    "max_steps": 6000,
    "seed": 7,
}


def train(folder: Path) -> Path:
    """Train on `folder`'s train.json, dev.json and pretrain.pt; the best state on dev.json is kept.

    One thread: two OpenMP threads on a machine that does anything else wait for each other and take five
    times as long.
    """
    options = [part for name, value in SETTINGS.items() for part in (f"--{name}", value) if part is not None]
    command = [
        *(
            sys.executable,
            "-m",
            "stanza.models.ner_tagger",
            "--mode",
            "train",
            "--cpu",
            "--shorthand",
            "ar_news",
        ),
        *("--train_file", folder / "train.json", "--eval_file", folder / "dev.json"),
        *("--wordvec_pretrain_file", folder / "pretrain.pt", "--pretrain_max_vocab", 1_000_000),
        *("--save_dir", folder, "--save_name", "tagger.pt"),
        *options,
    ]
    subprocess.run([str(part) for part in command], check=True, env=os.environ | {"OMP_NUM_THREADS": "1"})
    return folder / "tagger.pt"
