"""Who of those who took part in an event stood on which side, as one article tells it.

«استقبل الملك وولي العهد الرئيس» (the king and the crown prince received the president): the two hosts met the guest,
not each other by that. The side is the part that somebody has (`host`, `guest`), else the slot of the frame that he
filled: who acts («التقى الرئيس», the president met) or whom he meets.
"""

from __future__ import annotations

from collections.abc import Sequence

from arner.records import Event, Ref

_SIDES = {"agent": "agent", "participant": "partner", "partner": "partner"}  # slot of a frame → side


def sides(event: Event, kind: str, parts: Sequence[tuple[str, Ref]]) -> list[str]:
    """The side of each of `parts` (role, who); empty where the article does not tell.

    Who travels together is on one side of a visit. Where all whom a frame names stand in one slot (`لقاء بين X وY`, a
    meeting between X and Y), nothing tells sides.
    """
    if kind == "visit":
        return ["host" if role == "host" else "guest" for role, _ in parts]
    if event.why is None or {role for role, _ in parts} & {"host", "guest"}:
        return [role if role in ("host", "guest") else "" for role, _ in parts]
    slots = {name: _SIDES.get(slot.slot, "") for slot in event.why.slots for name in slot.fillers}
    found = [slots.get(ref.name, "") for _, ref in parts]
    return found if {"agent", "partner"} <= set(found) else [""] * len(found)
