"""The models that `arner.load` knows: the bundled one, Stanza's official one (downloaded), a folder of yours.

A model folder is laid out as Stanza does: `resources.json`, `ar/ner/*.pt`, `ar/pretrain/*.pt` and, where the tagger
needs them, `ar/forward_charlm/*.pt` and `ar/backward_charlm/*.pt`; `model.json` describes it.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BUNDLED = Path(__file__).parent / "bundled"


class ModelError(Exception):
    """A model that is not there or not complete; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Model:
    """One model: `name` as given to `arner.load`, its folder, whether its files are there."""

    name: str
    folder: Path
    available: bool

    def info(self) -> dict[str, Any]:
        """What `model.json` says of it (version, labels, data, licences, scores), with name, folder and size."""
        described: dict[str, Any] = {}
        card = self.folder / "model.json"
        if card.is_file():
            described = json.loads(card.read_text(encoding="utf-8"))
        files = self.folder.rglob("*.pt") if self.available else []
        size = sum(f.stat().st_size for f in files)
        return {
            "name": self.name,
            "folder": str(self.folder),
            "available": self.available,
            "bytes": size,
        } | described


def stanza_folder() -> Path:
    """Where Stanza keeps what it downloads; the environment's STANZA_RESOURCES_DIR, as in Stanza itself."""
    given = os.environ.get("STANZA_RESOURCES_DIR")
    return Path(given) if given else Path.home() / "stanza_resources"


def find(model: str | os.PathLike[str] = "bundled") -> Model:
    """The model of that name or in that folder.

    Raises:
        ModelError: neither "bundled" nor "stanza" nor a folder that exists.
    """
    if model == "bundled":
        return Model("bundled", BUNDLED, _complete(BUNDLED))
    if model == "stanza":
        return Model("stanza", stanza_folder(), _complete(stanza_folder()))
    folder = Path(model)
    if not folder.is_dir():
        raise ModelError(f"no model {str(model)!r}: give «bundled», «stanza» or a folder that holds a model")
    return Model(str(model), folder, _complete(folder))


def models() -> list[Model]:
    """The models that have a name."""
    return [find("bundled"), find("stanza")]


def download() -> Model:
    """Fetch Stanza's official Arabic model from its hub (about 150 MB; needs the network).

    Raises:
        ModelError: the hub cannot be reached.
    """
    import stanza

    try:
        stanza.download("ar", model_dir=str(stanza_folder()), processors="tokenize,ner", verbose=False)
    except Exception as error:  # stanza lets every kind of network error through
        raise ModelError(f"Stanza's Arabic model could not be downloaded: {error}") from error
    return find("stanza")


def pipeline_settings(model: Model) -> dict[str, Any]:
    """The arguments with which `stanza.Pipeline` loads `model` without the network.

    Raises:
        ModelError: the folder lacks a tagger or its resources.
    """
    if not model.available:
        hint = "run `arner model download`" if model.name == "stanza" else "see `training/` to make one"
        raise ModelError(f"model {model.name!r}: {model.folder} holds no Arabic NER model; {hint}")
    settings: dict[str, Any] = {
        "lang": "ar",
        "dir": str(model.folder),
        "processors": "tokenize,ner",
        "tokenize_pretokenized": True,
        "download_method": None,
        "verbose": False,
    }
    if model.name != "stanza":  # the official one is described by its own resources.json
        settings |= {
            "package": None,
            "allow_unknown_language": True,
            "ner_model_path": _only(model.folder, "ner"),
        }
        for key in ("pretrain", "forward_charlm", "backward_charlm"):
            if path := _only(model.folder, key):
                settings[f"ner_{key}_path"] = path
    return settings


def _complete(folder: Path) -> bool:
    return (folder / "resources.json").is_file() and _only(folder, "ner") is not None


def _only(folder: Path, processor: str) -> str | None:
    """The first file of a processor; a model folder has one of each."""
    files = sorted((folder / "ar" / processor).glob("*.pt"))
    return str(files[0]) if files else None
