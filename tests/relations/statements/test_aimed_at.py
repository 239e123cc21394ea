"""Whom one hundred statements of accusing, praising, condemning, calling on are aimed at, with made-up names."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from arner.arabic.orthography import fold
from tests.relations.statements.said import records

RIGHT = 0.85


def sentences() -> list[dict[str, Any]]:
    file = Path(__file__).with_name("targets.toml")
    return list(tomllib.loads(file.read_text(encoding="utf-8"))["statement"])


def is_right(one: dict[str, Any]) -> bool:
    """Whether the first statement that `cue` makes has exactly the targets that the sentence tells."""
    told = [s for s in records(one["text"]) if fold(one["cue"]) in fold(s["verb"])]
    return bool(told) and {who["name"] for who in told[0]["target"]} == set(one["target"])


def test_most_targets_are_right() -> None:
    every = sentences()
    wrong = [one["text"] for one in every if not is_right(one)]
    assert len(every) == 100
    assert 1 - len(wrong) / len(every) >= RIGHT, "\n".join(wrong)


def test_hardly_any_target_is_somebody_else() -> None:
    """A wrong target is worse than none."""
    wrong = []
    for one in sentences():
        told = [s for s in records(one["text"]) if fold(one["cue"]) in fold(s["verb"])]
        if told and not {who["name"] for who in told[0]["target"]} <= set(one["target"]):
            wrong.append(one["text"])
    assert len(wrong) <= 2, "\n".join(wrong)
