"""What a marked-up sentence says, for tests: who, with which word, what."""

from __future__ import annotations

from typing import Any

from tests.marked import STAGES, read

Said = tuple[list[str], str, str]


def records(marked: str, **settings: Any) -> list[dict[str, Any]]:
    """The statements of `marked` as the component leaves them, with their words under `said`."""
    doc = read(marked, stages=STAGES[:-1], **settings)
    return [{**s, "said": doc.text[s["content"]["start"] : s["content"]["end"]]} for s in doc._.statements]


def said(marked: str) -> list[Said]:
    return [([who["name"] for who in s["speakers"]], s["verb"], s["said"]) for s in records(marked)]
