"""Which models there are, and what is said when one is not."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

import arner
from arner.ner import store


def test_an_unknown_name_is_refused_with_what_to_give() -> None:
    with pytest.raises(store.ModelError, match=r"'larger'.*bundled.*stanza.*folder"):
        arner.load("larger")


def test_a_file_is_no_model(tmp_path: Path) -> None:
    file = tmp_path / "arner.pt"
    file.write_bytes(b"")
    with pytest.raises(store.ModelError, match="folder"):
        arner.load(file)


def test_a_folder_without_a_model_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(store.ModelError, match="holds no Arabic NER model") as error:
        arner.load(tmp_path)
    assert str(tmp_path) in str(error.value)


@pytest.mark.parametrize("missing", ["resources.json", "ar/ner"])
def test_half_a_model_is_refused(tmp_path: Path, missing: str) -> None:
    folder = tmp_path / "half"
    shutil.copytree(store.BUNDLED, folder)
    if (folder / missing).is_dir():
        shutil.rmtree(folder / missing)
    else:
        (folder / missing).unlink()
    assert not store.find(folder).available
    with pytest.raises(store.ModelError, match="holds no Arabic NER model"):
        arner.load(folder)


def test_stanza_s_own_model_is_looked_for_where_stanza_puts_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))
    assert store.find("stanza").folder == tmp_path
    assert [m.name for m in store.models()] == ["bundled", "stanza"]
    with pytest.raises(store.ModelError, match="arner model download"):
        arner.load("stanza")


def test_a_model_tells_about_itself(tmp_path: Path) -> None:
    bundled = store.find().info()
    assert bundled["name"] == "bundled"
    assert bundled["available"]
    assert bundled["bytes"] > 1_000_000
    assert bundled["labels"] == ["LOC", "ORG", "PER"]
    assert store.find(tmp_path).info() == {
        "name": str(tmp_path), "folder": str(tmp_path), "available": False, "bytes": 0,
        "missing": ["resources.json"],
    }  # fmt: skip


@pytest.mark.parametrize(("card", "words"), [('{"run": 40}', 40), ("{}", 0), ('{"run": "all"}', 0), (None, 0)])
def test_a_model_s_card_says_how_much_it_reads_together(tmp_path: Path, card: str | None, words: int) -> None:
    if card is not None:
        (tmp_path / "model.json").write_text(card, encoding="utf-8")
    assert store.find(tmp_path).run() == words


def test_a_copy_elsewhere_reads_the_same(tmp_path: Path, nlp: arner.Pipeline) -> None:
    folder = tmp_path / "نموذج"  # "model"
    shutil.copytree(store.BUNDLED, folder)
    text = "استقبل الرئيس الفرنسي إيمانويل ماكرون نظيره المصري عبد الفتاح السيسي في باريس."
    record = arner.load(folder)(text)
    assert record == nlp(text)
    assert len(record.people) == 2


def test_a_changed_model_file_is_told(tmp_path: Path) -> None:
    """A bit of the vectors turned: without the check other names would be found, and no word said."""
    folder = tmp_path / "model"
    shutil.copytree(store.BUNDLED, folder)
    store.check(store.find(folder))
    (vectors,) = (folder / "ar" / "pretrain").glob("*.pt")
    changed = bytearray(vectors.read_bytes())
    changed[len(changed) // 2] ^= 1
    vectors.write_bytes(changed)
    with pytest.raises(store.ModelError, match="is not the file that was made"):
        store.check(store.find(folder))


JUNK = ["{", "[1]", "null", "[" * 50_000, '{"ar": [1]}',
        '{"ar": {"packages": [1]}}', '{"ar": {"packages": {"default": 1}}}',
        '{"ar": {"packages": {"default": {"ner": ["x"]}}}}', '{"ar": {"packages": {"default": {"ner": "../x"}}}}',
        '{"ar": {"ner": {"x": {"md5": [1], "dependencies": 3}}}}', '{"ar": {"ner": [1]}, "sha256": 3}',
        '{"sha256": {"\\u0000": 2}}', '{"sha256": {"LONG": 1}}',
        '{"ar": {"packages": {"default": {"ner": "LONG"}}}}']  # fmt: skip


@pytest.mark.parametrize("name", ["model.json", "resources.json"])
@pytest.mark.parametrize("junk", JUNK)
def test_whatever_stands_in_a_model_folder_is_a_model_error(tmp_path: Path, name: str, junk: str) -> None:
    (tmp_path / "resources.json").write_text("{}", encoding="utf-8")
    (tmp_path / name).write_text(junk.replace("LONG", "x" * 5000), encoding="utf-8")
    with pytest.raises(store.ModelError):
        store.pipeline_settings(store.find(tmp_path))
    with suppress(store.ModelError):
        json.dumps(store.find(tmp_path).info())
        store.check(store.find(tmp_path))


def test_names_from_a_mirror_stay_in_their_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.pt"
    outside.write_bytes(b"kept")
    folder = tmp_path / "models"
    folder.mkdir()
    listed = {"ar": {"ner": {"../../../outside": {"md5": "0"}}}}
    (folder / "resources.json").write_text(json.dumps(listed), encoding="utf-8")
    store._drop_broken(folder)
    assert outside.read_bytes() == b"kept"
