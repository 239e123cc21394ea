"""Stanza's official model, fetched from a server on this machine that is laid out as Stanza's: real files, no mocks."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import torch
from stanza.resources.common import DEFAULT_RESOURCES_VERSION
from typer.testing import CliRunner

import arner
from arner.cli.app import app
from arner.ner import store

TEXT = "استقبل الرئيس الفرنسي إيمانويل ماكرون نظيره المصري عبد الفتاح السيسي في باريس."  # Macron received Sisi
DEPENDENCIES = [
    {"model": "pretrain", "package": "fasttextwiki"},
    {"model": "forward_charlm", "package": "ccwiki"},
    {"model": "backward_charlm", "package": "ccwiki"},
]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@dataclass
class Server:
    """A tree of files as Stanza's hub has it, and the address at which it is served."""

    files: Path
    url: str

    @contextmanager
    def changed(self, path: str, content: bytes | None) -> Iterator[None]:
        file = self.files / "models" / "ar" / path
        kept = file.read_bytes()
        file.unlink() if content is None else file.write_bytes(content)
        try:
            yield
        finally:
            file.write_bytes(kept)


def with_stanza_s_labels(tagger: Path) -> dict[str, Any]:
    """The bundled tagger, calling the rest `MIS` as Stanza's official one does."""
    state: dict[str, Any] = torch.load(tagger, weights_only=True)
    tags = state["vocab"]["tag"]
    for head, numbers in tags["_unit2id"].items():
        tags["_unit2id"][head] = {tag.replace("MISC", "MIS"): n for tag, n in numbers.items()}
        tags["_id2unit"][head] = [tag.replace("MISC", "MIS") for tag in tags["_id2unit"][head]]
    return state


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    root = tmp_path_factory.mktemp("served")
    arabic = root / "models" / "ar"
    for folder in ("tokenize", "mwt", "ner", "pretrain", "forward_charlm", "backward_charlm"):
        (arabic / folder).mkdir(parents=True)
    (bundled,) = (store.BUNDLED / "ar" / "ner").glob("*.pt")
    (vectors,) = (store.BUNDLED / "ar" / "pretrain").glob("*.pt")
    torch.save(with_stanza_s_labels(bundled), arabic / "ner" / "aqmar_charlm.pt")
    (arabic / "pretrain" / "fasttextwiki.pt").symlink_to(vectors)
    for small in ("tokenize/padt.pt", "mwt/padt.pt", "forward_charlm/ccwiki.pt", "backward_charlm/ccwiki.pt"):
        (arabic / small).write_bytes(small.encode())  # listed and fetched; spaCy's tokens need none of them

    listed: dict[str, Any] = {"lang_name": "Arabic", "packages": {"default": {"ner": "aqmar_charlm"}}}
    listed["packages"]["default"] |= {"tokenize": "padt", "mwt": "padt"}
    for file in arabic.rglob("*.pt"):
        entry = {"md5": hashlib.md5(file.read_bytes()).hexdigest()}
        listed.setdefault(file.parent.name, {})[file.stem] = entry
    listed["ner"]["aqmar_charlm"]["dependencies"] = DEPENDENCIES

    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    url = f"http://127.0.0.1:{running.server_port}"
    resources = {"ar": listed, "url": url + "/models/{lang}/{filename}"}
    (root / f"resources_{DEFAULT_RESOURCES_VERSION}.json").write_text(json.dumps(resources), encoding="utf-8")
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield Server(root, url)
    finally:
        running.shutdown()
        running.server_close()


def test_the_official_model_is_fetched_runs_and_its_labels_are_ours(server: Server, nlp: arner.Pipeline) -> None:
    model = store.download(server.url)
    assert model.available
    assert model == store.find("stanza")
    fetched = arner.load("stanza")
    assert fetched(TEXT) == nlp(TEXT)
    text = "فاز فيلم «المومياء» بجائزة نوبل للآداب."  # the film The Mummy won the Nobel prize for literature
    labels = {e.label_ for e in fetched.language(text).ents}
    assert labels <= {"PER", "LOC", "ORG", "MISC"}
    assert labels == {e.label_ for e in nlp.language(text).ents}


def test_a_folder_laid_out_as_stanza_s_is_taken_by_its_path(server: Server, nlp: arner.Pipeline) -> None:
    folder = store.download(server.url).folder
    second = folder / "ar" / "pretrain" / "another.pt"  # of another model: resources.json says which belongs to which
    second.write_bytes(b"")
    assert arner.load(folder)(TEXT) == nlp(TEXT)


@pytest.mark.parametrize("path", ["ner/aqmar_charlm.pt", "pretrain/fasttextwiki.pt", "forward_charlm/ccwiki.pt"])
def test_a_file_that_is_missing_is_named(server: Server, path: str) -> None:
    (store.download(server.url).folder / "ar" / path).unlink()
    with pytest.raises(store.ModelError, match=f"no ar/{path}.*arner model download"):
        arner.load("stanza")


@pytest.mark.parametrize("content", [None, b"<html>moved</html>"])
def test_a_file_that_comes_wrong_is_an_error_and_does_not_stay(server: Server, content: bytes | None) -> None:
    with server.changed("ner/aqmar_charlm.pt", content), pytest.raises(store.ModelError, match="not be downloaded"):
        store.download(server.url)
    assert "ar/ner/aqmar_charlm.pt" in store.find("stanza").missing


@pytest.mark.parametrize("way", ["../../../outside", "..", "a/b", "a\\b", "/etc/x", ""])
@pytest.mark.parametrize("place", ["package", "processor", "default", "dependency", "alias"])
def test_a_mirror_cannot_write_outside_the_folder(server: Server, tmp_path: Path, way: str, place: str) -> None:
    list_ = server.files / f"resources_{DEFAULT_RESOURCES_VERSION}.json"
    kept = list_.read_text(encoding="utf-8")
    arabic: dict[str, Any] = json.loads(kept)["ar"]
    file = {"md5": hashlib.md5(b"x").hexdigest()}
    match place:
        case "package":
            arabic["tokenize"][way] = file
        case "processor":
            arabic[way] = {"x": file}
        case "default":
            arabic["packages"]["default"]["ner"] = way
        case "dependency":
            arabic["ner"]["aqmar_charlm"]["dependencies"] = [{"model": "pretrain", "package": way}]
        case "alias":
            arabic["alias"] = way
    (tmp_path / "outside.pt").write_bytes(b"kept")
    list_.write_text(json.dumps(json.loads(kept) | {"ar": arabic}), encoding="utf-8")
    try:
        with pytest.raises(store.ModelError, match="lists"):
            store.download(server.url)
    finally:
        list_.write_text(kept, encoding="utf-8")
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["outside.pt"]
    assert (tmp_path / "outside.pt").read_bytes() == b"kept"


def test_without_a_server_the_error_says_so() -> None:
    with pytest.raises(store.ModelError, match="could not be downloaded"):
        store.download("http://127.0.0.1:9")  # the discard port: nobody listens
    assert not store.find("stanza").available


def test_the_command_line_tells_about_all_three(server: Server) -> None:
    run = CliRunner().invoke
    assert "not here" in run(app, ["model", "list"]).stdout
    assert json.loads(run(app, ["model", "info", "stanza"]).stdout)["missing"] == ["resources.json"]
    assert run(app, ["model", "download", "--resources-url", "http://127.0.0.1:9"]).exit_code == 2
    told = run(app, ["model", "download", "--resources-url", server.url])
    assert told.exit_code == 0
    assert json.loads(told.stdout)["available"]
    assert run(app, ["model", "list"]).stdout.count("ready") == 2
    own = json.loads(run(app, ["model", "info", str(store.BUNDLED)]).stdout)
    assert own["available"]
    assert own["labels"] == ["LOC", "ORG", "PER"]
