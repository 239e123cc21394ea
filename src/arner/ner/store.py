"""The models that `arner.load` knows: the bundled one, Stanza's official one (downloaded), a folder of yours.

A model folder is laid out as Stanza does: `resources.json`, `ar/ner/*.pt`, `ar/pretrain/*.pt` and, where the tagger
needs them, `ar/forward_charlm/*.pt` and `ar/backward_charlm/*.pt`; `model.json` describes it.
"""

from __future__ import annotations

import hashlib
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
    """One model: `name` as given to `arner.load`, its folder, and which of its files are not there."""

    name: str
    folder: Path
    missing: tuple[str, ...] = ()

    @property
    def available(self) -> bool:
        return not self.missing

    def card(self) -> dict[str, Any]:
        """What `model.json` says of it: version, labels, data, licences, scores; empty where there is none."""
        card = self.folder / "model.json"
        described: dict[str, Any] = json.loads(card.read_text(encoding="utf-8")) if card.is_file() else {}
        return described

    def run(self) -> int:
        """Up to how many words of sentences that follow each other it reads together; 0: each sentence alone."""
        run = self.card().get("run", 0)
        return run if isinstance(run, int) else 0

    def info(self) -> dict[str, Any]:
        """Its card, with name, folder and size."""
        files = self.folder.rglob("*.pt") if self.available else []
        size = sum(f.stat().st_size for f in files)
        return {
            "name": self.name,
            "folder": str(self.folder),
            "available": self.available,
            "bytes": size,
            **({"missing": list(self.missing)} if self.missing else {}),
        } | self.card()


def stanza_folder() -> Path:
    """Where Stanza's official model is kept: `STANZA_RESOURCES_DIR`, else `stanza_resources` in the home folder."""
    given = os.environ.get("STANZA_RESOURCES_DIR")
    return Path(given) if given else Path.home() / "stanza_resources"


def find(model: str | os.PathLike[str] = "bundled") -> Model:
    """The model of that name or in that folder.

    Raises:
        ModelError: neither "bundled" nor "stanza" nor a folder that exists.
    """
    if model == "bundled":
        return Model("bundled", BUNDLED, _missing(BUNDLED))
    if model == "stanza":
        return Model("stanza", stanza_folder(), _missing(stanza_folder()))
    folder = Path(model)
    if not folder.is_dir():
        raise ModelError(f"no model {str(model)!r}: give «bundled», «stanza» or a folder that holds a model")
    return Model(str(model), folder, _missing(folder))


def models() -> list[Model]:
    """The models that have a name."""
    return [find("bundled"), find("stanza")]


def download(resources_url: str | None = None) -> Model:
    """Fetch Stanza's official Arabic model (some 150 MB; needs the network).

    `resources_url`: another place that is laid out as Stanza's own, a mirror; default Stanza's.

    Raises:
        ModelError: it cannot be reached, or what came is not what Stanza's list says; files that came whole stay.
    """
    import stanza

    source = {"resources_url": resources_url} if resources_url else {}
    folder = stanza_folder()
    try:
        stanza.download("ar", model_dir=str(folder), processors="tokenize,ner", verbose=False, **source)
    except Exception as error:  # stanza lets every kind of network error through
        _drop_broken(folder)
        raise ModelError(f"Stanza's Arabic model could not be downloaded: {error}") from error
    return find("stanza")


def _drop_broken(folder: Path) -> None:
    """Stanza leaves a file that came wrong (an error page) in its place, where it would pass for a model."""
    for path, entry in _listed(_resources(folder)).items():
        if _is_other(folder / path, *_md5(entry)):
            (folder / path).unlink()


def pipeline_settings(model: Model) -> dict[str, Any]:
    """The arguments with which `stanza.Pipeline` loads `model` without the network.

    Raises:
        ModelError: the folder lacks a file of the model.
    """
    if not model.available:
        hint = "run `arner model download`" if model.name == "stanza" else "see `training/` to make one"
        lacks = " and ".join(model.missing)
        raise ModelError(f"model {model.name!r}: {model.folder} holds no Arabic NER model (no {lacks}); {hint}")
    settings: dict[str, Any] = {
        "lang": "ar",
        "dir": str(model.folder),
        "processors": "tokenize,ner",
        "tokenize_pretokenized": True,
        "ner_batch_size": 64,
        "download_method": None,
        "verbose": False,
    }
    if not _default_ner(_resources(model.folder)):  # else resources.json says which files belong together
        settings |= {
            "package": None,
            "allow_unknown_language": True,
            "ner_model_path": _only(model.folder, "ner"),
        }
        for key in ("pretrain", "forward_charlm", "backward_charlm"):
            if path := _only(model.folder, key):
                settings[f"ner_{key}_path"] = path
    return settings


def check(model: Model) -> None:
    """See that the files of a model are those that its makers list, by digests in `model.json` or `resources.json`.

    A model of your own lists none, and any file passes.

    Raises:
        ModelError: a file is another one: broken by a disk or a download, or changed by somebody.
    """
    listed = model.card().get("sha256", {})
    wanted = {path: ("sha256", {digest}) for path, digest in listed.items()} if isinstance(listed, dict) else {}
    for path, entry in _listed(_resources(model.folder)).items():
        wanted.setdefault(path, _md5(entry))
    for path, (kind, known) in wanted.items():
        file = model.folder / path
        if _is_other(file, kind, known):
            raise ModelError(f"model {model.name!r}: {file} is not the file that was made ({kind}): install it again")


def _md5(entry: dict[str, Any]) -> tuple[str, set[str]]:
    """The kind of digest that Stanza's list gives of a file, and those that are right."""
    return "md5", {entry["md5"], entry.get("alternate_md5", entry["md5"])}


def _is_other(file: Path, kind: str, known: set[str]) -> bool:
    """Whether `file` is there and its digest is none of those that are known."""
    return file.is_file() and hashlib.new(kind, file.read_bytes(), usedforsecurity=False).hexdigest() not in known


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every model file in `folder`, by its path there, as `check` wants them in `model.json`."""
    files = sorted((folder / "ar").rglob("*.pt"))
    return {f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def _missing(folder: Path) -> tuple[str, ...]:
    """What a model folder lacks, as paths in it."""
    resources = _resources(folder)
    if not resources:
        return ("resources.json",)
    if not (package := _default_ner(resources)):
        return () if _only(folder, "ner") else ("ar/ner/*.pt",)
    listed = _listed(resources)
    tagger = f"ar/ner/{package}.pt"
    more = (f"ar/{d['model']}/{d['package']}.pt" for d in listed.get(tagger, {}).get("dependencies", ()))
    return tuple(path for path in (tagger, *more) if not (folder / path).is_file())


def _resources(folder: Path) -> dict[str, Any]:
    """What `resources.json` says of Arabic; empty when there is none or it cannot be read."""
    try:
        found = json.loads((folder / "resources.json").read_text(encoding="utf-8"))
        arabic: dict[str, Any] = found["ar"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return arabic if isinstance(arabic, dict) else {}


def _default_ner(resources: dict[str, Any]) -> str | None:
    """The package of Stanza's default NER model, where the folder is laid out by packages as Stanza's own."""
    name: str | None = resources.get("packages", {}).get("default", {}).get("ner")
    return name


def _listed(resources: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every model file that `resources.json` lists, by its path, with its `md5` and `dependencies`."""
    return {
        f"ar/{processor}/{package}.pt": entry
        for processor, packages in resources.items()
        if isinstance(packages, dict)
        for package, entry in packages.items()
        if isinstance(entry, dict) and "md5" in entry and _is_name(processor) and _is_name(package)
    }


def _is_name(part: str) -> bool:
    """Whether a name from a list that came over the network stays within its folder."""
    return not {"/", "\\"} & set(part) and part not in ("", ".", "..")


def _only(folder: Path, processor: str) -> str | None:
    """The first file of a processor; a model folder of one's own has one of each."""
    files = sorted((folder / "ar" / processor).glob("*.pt"))
    return str(files[0]) if files else None
