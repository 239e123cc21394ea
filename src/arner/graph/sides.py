"""Who of those who took part in a meeting stood on which side, as one article tells it.

«استقبل الملك وولي العهد الرئيس» (the king and the crown prince received the president): the two hosts met the guest,
not each other by that. The side is the part that somebody has (`host`, `guest`), else the slot of the frame that he
filled: who acts («التقى الرئيس», the president met) or whom he meets. Where nothing tells sides («لقاء بين X وY وZ», a
meeting between three), each is a side of his own.
"""

from __future__ import annotations

from collections.abc import Sequence

from arner.records import Event, Ref, Span, Why

_SIDES = {"agent": "agent", "participant": "partner", "partner": "partner"}  # slot of a frame → side
_WITH = "with or between"  # the step that finds both
_MOST = 5  # who take part in a meeting without sides: more have not all met each other by that


def sides(event: Event, kind: str, parts: Sequence[tuple[str, Ref]]) -> list[str]:
    """The side of each of `parts` (role, who); empty where he faced nobody, or nobody knows whom.

    Who travels together is on one side of a visit, and those `with` whom somebody met who is not named («لقاءات مع X
    وY») on one side of a meeting. Of a crowd, and of who attends a conference, nobody is known to have met anybody.
    """
    if kind == "conference":
        return [""] * len(parts)
    roles = [role if role in ("host", "guest") else "" for role, _ in parts]
    if kind == "visit":
        return [role or "guest" for role in roles]
    if any(roles):
        return roles
    told = _told(event, parts)
    if told is not None:
        return told
    return [str(n) if len(parts) <= _MOST else "" for n in range(len(parts))]


def _told(event: Event, parts: Sequence[tuple[str, Ref]]) -> list[str] | None:
    """The sides that the slots of the frame tell."""
    if event.why is None:
        return None
    slots = {name: _SIDES.get(slot.slot, "") for slot in event.why.slots for name in slot.fillers}
    found = [slots.get(ref.name, "") for _, ref in parts]
    one_side = set(found) == {"partner"} and _only_with(event.why, event.evidence)
    return found if one_side or {"agent", "partner"} <= set(found) else None


def _only_with(why: Why, evidence: Sequence[Span]) -> bool:
    """Whether all who take part stand after «with», and nothing is between («بين») anybody."""
    steps = {slot.step for slot in why.slots if slot.fillers and slot.slot in _SIDES}
    words = [word for span in evidence[:1] for word in span.text.split()]
    return steps == {_WITH} and not any(word.lstrip("و").startswith("بين") for word in words)
