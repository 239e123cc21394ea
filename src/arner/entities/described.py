"""Who is only described (`مسؤول في الخارجية الأميركية`, `زوجة السياسي سليم عمر`): by which state, body, person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Any

from spacy.tokens import Doc

from arner.layers import Mention

_REFS = ("speakers", "target", "addressee", "participants", "parties", "signatories", "person", "by")
_REACH = 3000  # characters around the evidence where the words are looked for: a subject may stand far back


class Descriptions:
    """What the words of one article say of those whom it does not name; `text`: those of `doc`."""

    def __init__(self, doc: Doc, text: str) -> None:
        self._text = text
        self._mentions = sorted(doc._.mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]
        self._bodies = {o.id: o.country for o in doc._.entities.organizations}

    def told(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """A statement or an event as a dict, those in it who are not named with what they are described by."""
        return {key: self._party(value, record) if key in _REFS else value for key, value in record.items()}

    def _party(self, value: Any, record: Mapping[str, Any]) -> Any:
        if isinstance(value, list):
            return [self._party(each, record) for each in value]
        if not isinstance(value, dict) or value.get("ref"):
            return value
        evidence = record["evidence"]
        near = evidence[0] if isinstance(evidence, list) else evidence
        return {**value, "described": self._by(value["name"], near["end"])}

    def _by(self, words: str, near: int) -> dict[str, str | None] | None:
        """By whom the `words` describe, where they stand last before the character `near`, or else after it."""
        start = self._text.rfind(words, max(0, near - _REACH), near)
        start = self._text.find(words, near, near + _REACH) if start < 0 else start
        if start < 0:
            return None
        at, end = bisect_left(self._starts, start), start + len(words)
        inside = [m for m in self._mentions[at : bisect_left(self._starts, end)] if m.end <= end]
        body, person = _only(inside, "organization"), _only(inside, "person")
        country = self._country(inside) if body is None else self._bodies.get(body) or self._country(inside)
        known = next((m.known for m in inside if (m.start, m.end) == (start, end) and m.known), None)
        found = {"country": country, "organization": body, "person": person, "known": known}
        return found if any(found.values()) else None

    def _country(self, inside: Iterable[Mention]) -> str | None:
        """The state that a description names; none where it names two."""
        codes = {m.country for m in inside if m.country and m.type in ("country", "described", "organization")}
        return codes.pop() if len(codes) == 1 else None


def _only(inside: Iterable[Mention], kind: str) -> str | None:
    """The one entity of a kind that is mentioned; none where there are two."""
    refs = {ref for m in inside if m.type == kind for ref in m.refs}
    return refs.pop() if len(refs) == 1 else None
