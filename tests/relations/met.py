"""Who met, visited or called whom in a marked-up sentence, published on Friday, 2018-07-13."""

from __future__ import annotations

from typing import Any

from tests.marked import read


def meetings(marked: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(marked, published="2018-07-13")._.meetings
    return found


def who(meeting: dict[str, Any]) -> list[str]:
    return [p["name"] for p in meeting["participants"]]


def told(marked: str) -> list[tuple[str, str, list[str]]]:
    """Kind, status and participants of each."""
    return [(m["kind"], m["status"], who(m)) for m in meetings(marked)]
