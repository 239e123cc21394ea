"""Step 4: Stanza's own trainer (BiLSTM with a character LSTM and a CRF) on the data of the steps before.

Three runs: a fast one on ANERcorp's labels, one that goes on from its best state in small steps, and one in which
the same tagger gets a head for each tag set (`heads.HEADS`) and learns from all. The vectors are not fine-tuned: that
learns the training words sooner and then takes unknown words for names more often.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import torch
from stanza.models.common.doc import Document
from stanza.models.ner.data import DataLoader

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
JOINT: dict[str, str | int | float] = {"lr": 0.001, "max_steps": 300, "eval_interval": 150}
SETTLE: dict[str, str | int | float] = {"lr": 0.0004, "max_steps": 900, "eval_interval": 100}


def train(folder: Path, vectors: Path) -> Path:
    """Train on `folder`'s train.json; the best state on its dev.json is kept."""
    _run(folder, vectors, "fast.pt", FAST)
    return _go_on(folder, vectors, "fast.pt", "tagger.pt", FINE)


def train_jointly(folder: Path, vectors: Path, first: Path) -> Path:
    """Go on from the tagger `first` with several tag sets, on `folder`'s train.json and dev.json."""
    sentences = json.loads((folder / "train.json").read_text(encoding="utf-8"))
    torch.save(widened(torch.load(first, weights_only=True), sentences), folder / "wide.pt")
    _go_on(folder, vectors, "wide.pt", "joint.pt", JOINT)
    return _go_on(folder, vectors, "joint.pt", "tagger.pt", SETTLE)


def _go_on(folder: Path, vectors: Path, start: str, result: str, settings: dict[str, str | int | float]) -> Path:
    """Train further from a state, in other steps."""
    # Stanza takes the learning rate from the state it goes on from, not from the command.
    state = torch.load(folder / start, weights_only=True)
    state["config"]["lr"] = settings["lr"]
    torch.save(state, folder / start)
    return _run(folder, vectors, result, settings, "--finetune", "--finetune_load_name", folder / start)


def widened(state: dict[str, Any], sentences: list[list[dict[str, Any]]]) -> dict[str, Any]:
    """A tagger of one tag set with the further ones of `sentences`: what it knows stays, new heads begin anew."""
    torch.manual_seed(int(SETTINGS["seed"]))
    config = state["config"] | {"predict_tagset": 0}
    config = {name: None if name.endswith(("_file", "_dir", "_name")) else value for name, value in config.items()}
    labels = DataLoader(Document(sentences), 32, config | {"charlm": False}).vocab["tag"]
    old = state["vocab"]["tag"]["_unit2id"][0]
    kept = [old.get(label) for label in labels.items(0)]  # for each label of the first head its old place
    if None in kept or len(kept) != len(old):
        raise ValueError("the first tag set is another than the one that the tagger was trained on")
    vocab = {name: part for name, part in state["vocab"].items() if name != "delta"}
    vocab |= {"tag": labels.state_dict(), "_key2class": {n: c for n, c in vocab["_key2class"].items() if n != "delta"}}

    weights = {name: value.float() for name, value in state["model"].items() if name != "delta_emb.weight"}
    for head, size in enumerate(labels.lens()):
        layer, crf = f"tag_clfs.{head}", f"crits.{head}._transitions"
        if head == 0:
            for name in (f"{layer}.weight", f"{layer}.bias"):
                weights[name] = weights[name][kept]
            weights[crf] = weights[crf][kept][:, kept]
        else:
            new = torch.nn.Linear(2 * int(config["hidden_dim"]), size)
            weights |= {f"{layer}.weight": new.weight.data, f"{layer}.bias": torch.zeros(size)}
            weights[crf] = torch.zeros(size, size)
    return {"model": weights, "vocab": vocab, "config": config}


def _run(folder: Path, vectors: Path, result: str, settings: dict[str, str | int | float], *more: str | Path) -> Path:
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
        *("--wordvec_pretrain_file", vectors, "--pretrain_max_vocab", 1_000_000),
        *("--save_dir", folder, "--save_name", result),
        *options,
        *more,
    ]
    # One thread: two OpenMP threads on a machine that does anything else wait for each other.
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    subprocess.run([str(part) for part in command], check=True, env=environment)
    return folder / result
