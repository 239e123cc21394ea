"""The models that `arner.load` knows: the bundled one, Stanza's official one (downloaded), a folder of yours.

A model folder is laid out as Stanza does: `resources.json`, `ar/ner/*.pt`, `ar/pretrain/*.pt` and, where the tagger
needs them, `ar/forward_charlm/*.pt` and `ar/backward_charlm/*.pt`; `model.json` describes it.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

_LONGEST = 80  # characters of a name in a list
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
        """What `model.json` says of it: version, labels, data, licences, scores; empty where there is none.

        Raises:
            ModelError: the file is no JSON object.
        """
        card = self.folder / "model.json"
        if not card.is_file():
            return {}
        if (described := _object(card)) is None:
            raise ModelError(f"model {self.name!r}: {card} is no JSON object")
        return described

    def run(self) -> int:
        """Up to how many words of sentences that follow each other it reads together; 0: each sentence alone."""
        run = self.card().get("run", 0)
        return run if isinstance(run, int) else 0  # a user's own file may hold anything

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

    folder = stanza_folder()
    try:
        _fetch_list(folder, resources_url)
        stanza.download("ar", str(folder), processors="tokenize,ner", verbose=False, download_json=False)
    except ModelError:
        raise
    except Exception as error:  # stanza lets every kind of network error through
        _drop_broken(folder)
        raise ModelError(f"Stanza's Arabic model could not be downloaded: {error}") from error
    return find("stanza")


def _fetch_list(folder: Path, resources_url: str | None) -> None:
    """Fetch the list of models. Stanza writes files where it says: every name must be one, not a way out of `folder`.

    Raises:
        ModelError: it is no list of models, or one of its names leads elsewhere.
    """
    from stanza.resources.common import download_resources_json

    source = {"resources_url": resources_url} if resources_url is not None else {}
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as fetched:
        file = Path(fetched) / "resources.json"
        download_resources_json(resources_filepath=str(file), **source)
        arabic = (_object(file) or {}).get("ar")
        if not isinstance(arabic, dict) or "alias" in arabic:
            raise ModelError(f"{resources_url or 'Stanza'} lists no Arabic model")
        if (wrong := next((name for name in _strings(arabic) if not _is_name(name)), None)) is not None:
            raise ModelError(f"{resources_url or 'Stanza'} lists {wrong!r}, which is no name of a model")
        file.replace(folder / "resources.json")


def _strings(value: object) -> Iterator[str]:
    """Every string in a JSON value, keys too."""
    left = [value]
    while left:
        match left.pop():
            case str() as text:
                yield text
            case dict() as inner:
                left += [*inner, *inner.values()]
            case list() as inner:
                left += inner


def _drop_broken(folder: Path) -> None:
    """Stanza leaves a file that came wrong (an error page) in its place, where it would pass for a model."""
    for path, entry in _listed(_resources(folder)).items():
        if _is_other(folder / path, "md5", entry.right()):
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
    wanted = {path: ("sha256", {str(digest)}) for path, digest in listed.items()} if isinstance(listed, dict) else {}
    for path, entry in _listed(_resources(model.folder)).items():
        wanted.setdefault(path, ("md5", entry.right()))
    for path, (kind, known) in wanted.items():
        file = model.folder / path
        if _is_other(file, kind, known):
            raise ModelError(f"model {model.name!r}: {file} is not the file that was made ({kind}): install it again")


def _is_other(file: Path, kind: str, known: set[str]) -> bool:
    """Whether `file` is there and its digest is none of those that are known."""
    return _is_there(file) and hashlib.new(kind, file.read_bytes(), usedforsecurity=False).hexdigest() not in known


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name that is too long
        return False


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
    needed = listed[tagger].dependencies if tagger in listed else []
    more = (f"ar/{other.model}/{other.package}.pt" for other in needed)
    return tuple(path for path in (tagger, *more) if not _is_there(folder / path))


def _resources(folder: Path) -> dict[str, Any]:
    """What `resources.json` says of Arabic; empty when there is none or it cannot be read."""
    arabic = (_object(folder / "resources.json") or {}).get("ar")
    return arabic if isinstance(arabic, dict) else {}


def _object(file: Path) -> dict[str, Any] | None:
    """The JSON object in a file; None where there is none."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _default_ner(resources: dict[str, Any]) -> str | None:
    """The package of Stanza's default NER model, where the folder is laid out by packages as Stanza's own."""
    name: object = resources
    for key in ("packages", "default", "ner"):
        name = name.get(key) if isinstance(name, dict) else None
    return name if isinstance(name, str) and _is_name(name) else None


class _Other(BaseModel):
    """A model that another needs."""

    model: str
    package: str


class _File(BaseModel):
    """What `resources.json` says of a model file."""

    md5: str
    alternate_md5: str | None = None
    dependencies: list[_Other] = []

    def right(self) -> set[str]:
        """The digests that the file may have."""
        return {self.md5, self.alternate_md5 or self.md5}


def _listed(resources: dict[str, Any]) -> dict[str, _File]:
    """Every model file that `resources.json` lists, by its path."""
    found: dict[str, _File] = {}
    for processor, packages in resources.items():
        for package, entry in packages.items() if isinstance(packages, dict) else ():
            if _is_name(processor) and _is_name(package):
                with suppress(ValidationError):  # what describes no file
                    found[f"ar/{processor}/{package}.pt"] = _File.model_validate(entry)
    return found


def _is_name(part: str) -> bool:
    """Whether a name from a list that came over the network stays within its folder."""
    return not {"/", "\\", "\0"} & set(part) and part not in ("", ".", "..") and len(part) <= _LONGEST


def _only(folder: Path, processor: str) -> str | None:
    """The first file of a processor; a model folder of one's own has one of each."""
    files = sorted((folder / "ar" / processor).glob("*.pt"))
    return str(files[0]) if files else None
