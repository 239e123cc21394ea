"""Noun phrases that can act: who speaks, who takes part.

A `Party` is an outermost mention (`الرئيس الروسي فلاديمير بوتين`, `موسكو`, `مسؤول أمريكي`) as a run of tokens.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """`start`, `end`: token indices of the Doc, end exclusive; `refs` ids of entities (several for a dual)."""

    start: int
    end: int
    refs: tuple[str, ...]
    name: str
    type: str
    kind: str
    country: str | None
    char_start: int
    char_end: int
