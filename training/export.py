"""Step 8: a model folder that `stanza.Pipeline` loads without a network, as small as it goes.

Weights become float16 (Stanza copies them into float32 when it loads them); Stanza's correction of the vectors, all
zeros as it was not trained, is left out, and so are the paths of the machine that trained. The words of the vectors
stand in the tagger already: the vectors' own file need not repeat them, and reading them a second time would cost a
second.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from stanza.models.common.pretrain import PretrainedWordVocab

from arner.ner.store import digests

NAME = "arner_news.pt"


def small(checkpoint: dict[str, Any], served: int) -> dict[str, Any]:
    """A trainer's checkpoint without what serving does not need, answering as head `served`."""
    model, vocab, config = checkpoint["model"], checkpoint["vocab"], checkpoint["config"]
    if config["emb_finetune"]:
        raise ValueError("the tagger was trained with fine-tuned vectors: their correction would be lost")
    for part in (vocab, vocab["_key2class"]):
        part.pop("delta", None)
    config["predict_tagset"] = served
    for name in config:
        if name.endswith(("_file", "_dir", "_name")):
            config[name] = None
    weights = {name: value.half() for name, value in model.items() if name != "delta_emb.weight"}
    return {"model": weights, "vocab": vocab, "config": config}


def export(tagger: Path, vectors: Path, target: Path, card: dict[str, Any], served: int = 0) -> None:
    """Write a trained `tagger` and its `vectors` to the folder `target`, described by `card`."""
    checkpoint = torch.load(tagger, map_location="cpu", weights_only=True)
    labels = sorted({tag[2:] for tag in checkpoint["vocab"]["tag"]["_unit2id"][served] if tag[1:2] == "-"})
    for processor in ("ner", "pretrain"):
        (target / "ar" / processor).mkdir(parents=True, exist_ok=True)
    torch.save(small(checkpoint, served), target / "ar" / "ner" / NAME)
    emb = torch.load(vectors, map_location="cpu", weights_only=True)["emb"]
    torch.save({"vocab": PretrainedWordVocab([]).state_dict(), "emb": emb}, target / "ar" / "pretrain" / NAME)
    resources = {
        "ar": {
            "lang_name": "Arabic",
            "default_processors": {"ner": Path(NAME).stem},
            "default_dependencies": {"ner": [{"model": "pretrain", "package": Path(NAME).stem}]},
        }
    }
    _write(target / "resources.json", resources)
    _write(target / "model.json", {"labels": labels} | card | {"sha256": digests(target)})


def _write(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
