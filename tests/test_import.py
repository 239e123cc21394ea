"""`import arner` costs nothing: what is heavy comes when it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import arner

HEAVY = {"babel", "networkx", "numpy", "pydantic", "rich", "spacy", "stanza", "torch"}


def run(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


@pytest.mark.parametrize("module", ["arner", "arner.cli"])
def test_nothing_heavy_is_imported(module: str) -> None:
    loaded = run(f"import {module}, sys; print(*sys.modules)").split()
    assert not HEAVY & set(loaded)


def test_records_need_no_model() -> None:
    loaded = run("from arner import Article, ArticleRecord; import sys; print(*sys.modules)").split()
    assert not (HEAVY - {"pydantic"}) & set(loaded)


def test_who_gives_work_to_others_needs_no_model() -> None:
    code = "import arner.extraction, arner.inputs, arner.runs as r, sys; r._key('1', '', None, None, None)"
    assert not {"numpy", "spacy", "stanza", "torch"} & set(run(f"{code}; print(*sys.modules)").split())


def test_linking_needs_no_model() -> None:
    loaded = run("import arner.linking.links, arner.graph.build, sys; print(*sys.modules)").split()
    assert not {"spacy", "stanza", "torch"} & set(loaded)


def test_the_import_is_quick() -> None:
    code = "import time; t = time.perf_counter(); import arner; print(time.perf_counter() - t)"
    assert min(float(run(code)) for _ in range(5)) < 0.3


def test_every_public_name_is_there() -> None:
    for name in arner.__all__:
        assert getattr(arner, name) is not None
    assert set(dir(arner)) == set(arner.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        arner.nothing  # noqa: B018
