"""Step 5: a model folder that `stanza.Pipeline` loads without a network, as small as it goes.

Weights become float16 (Stanza copies them into float32 when it loads them); Stanza's correction of the
vectors, all zeros as it was not trained, is left out, and so are the paths of the machine that trained.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import torch

NAME = "arner_news.pt"


def small(checkpoint: dict[str, Any]) -> dict[str, Any]:
    """A trainer's checkpoint without what serving does not need."""
    model, vocab, config = checkpoint["model"], checkpoint["vocab"], checkpoint["config"]
    if config["emb_finetune"]:
        raise ValueError("the tagger was trained with fine-tuned vectors: their correction would be lost")
    del model["delta_emb.weight"], vocab["delta"], vocab["_key2class"]["delta"]
    for name in config:
        if name.endswith(("_file", "_dir", "_name")):
            config[name] = None
    return {"model": {name: value.half() for name, value in model.items()}, "vocab": vocab, "config": config}


def export(work: Path, target: Path, card: dict[str, Any]) -> None:
    """Write the model of folder `work` (tagger.pt, pretrain.pt) to `target`, described by `card`."""
    checkpoint = torch.load(work / "tagger.pt", map_location="cpu", weights_only=True)
    labels = sorted({tag[2:] for tag in checkpoint["vocab"]["tag"]["_unit2id"][0] if tag[1:2] == "-"})
    for processor in ("ner", "pretrain"):
        (target / "ar" / processor).mkdir(parents=True, exist_ok=True)
    torch.save(small(checkpoint), target / "ar" / "ner" / NAME)
    shutil.copyfile(work / "pretrain.pt", target / "ar" / "pretrain" / NAME)
    resources = {
        "ar": {
            "lang_name": "Arabic",
            "default_processors": {"ner": Path(NAME).stem},
            "default_dependencies": {"ner": [{"model": "pretrain", "package": Path(NAME).stem}]},
        }
    }
    _write(target / "resources.json", resources)
    _write(target / "model.json", {"labels": labels} | card)


def _write(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
