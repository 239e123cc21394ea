"""The bundled model: small, safe to load, described, and a real stanza pipeline finds names with it."""

import json
from typing import Any

import pytest
import torch

from arner.ner import store

LIMIT = 60_000_000


@pytest.fixture(scope="module")
def pipeline() -> Any:
    import stanza

    return stanza.Pipeline(**store.pipeline_settings(store.find("bundled")))


def test_it_is_small() -> None:
    assert sum(f.stat().st_size for f in store.BUNDLED.rglob("*") if f.is_file()) < LIMIT


def test_its_files_hold_weights_only_and_no_path_of_a_machine() -> None:
    for file in store.BUNDLED.rglob("*.pt"):
        content = torch.load(file, weights_only=True)
        config = content.get("config", {})
        assert not [v for v in config.values() if isinstance(v, str) and "/" in v]
        assert "optimizer" not in content


def test_it_is_described() -> None:
    card = json.loads((store.BUNDLED / "model.json").read_text(encoding="utf-8"))
    assert card["labels"] == ["LOC", "ORG", "PER"]
    assert {"version", "licence", "data", "training", "scores"} <= card.keys()
    assert "CC BY-SA 4.0" in (store.BUNDLED / "LICENSE").read_text(encoding="utf-8")


def test_it_finds_people_places_and_organisations(pipeline: Any) -> None:
    text = "قال رئيس الوزراء البريطاني ديفيد كاميرون في لندن إن مجلس الأمن اجتمع أمس ."
    (sentence,) = pipeline([text.split()]).sentences
    found = {(entity.text, entity.type) for entity in sentence.ents}
    assert {("ديفيد كاميرون", "PER"), ("لندن", "LOC"), ("مجلس الأمن", "ORG")} <= found
