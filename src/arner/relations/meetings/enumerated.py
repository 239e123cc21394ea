"""Encounters that a noun counts and the words after it tell one by one: `لقاءين، الأول في مايو والثاني في يونيو`."""

from __future__ import annotations

from dataclasses import replace

from arner.arabic.numerals import ordinal
from arner.relations.meetings.clause import Clause
from arner.relations.meetings.cues import NounCue
from arner.relations.meetings.draft import Encounter
from arner.relations.meetings.events import EventMention
from arner.relations.meetings.participants import Participant, taken_at
from arner.relations.meetings.reading import Place
from arner.relations.meetings.venues import place_at
from arner.relations.meetings.vocabulary import plain
from arner.relations.reading import DateAt

ENUMERATED = 30  # words between the noun and «the first»
ONE = 20  # words that tell of one of them
_DUAL = ("ين", "ان")


def each_told(cue: Encounter, mention: EventMention) -> list[EventMention]:
    """The encounters that `mention` is, each with what is told of it; none where they are not told one by one."""
    clause, noun = cue.clause, cue.clause.cue
    if not isinstance(noun, NounCue) or noun.noun.definite or not clause.words[noun.start].endswith(_DUAL):
        return []
    starts = _numbered(clause, noun.end)
    if len(starts) < 2:
        return []
    parts = list(zip(starts, [*starts[1:], min(starts[-1] + ONE, clause.sent_end)], strict=True))
    partners = [_partners(cue, *part) for part in parts]
    own = {p.key for of_one in partners for p in of_one}
    shared = replace(mention, participants=[p for p in mention.participants if p.key not in own])
    told = [
        _one(clause, shared, n, part, of_one)
        for n, (part, of_one) in enumerate(zip(parts, partners, strict=True), start=1)
    ]
    return told if any(_own(m) != _own(mention) for m in told) else []


def _own(mention: EventMention) -> tuple[DateAt | None, Place | None, list[Participant]]:
    """What one of them may have of its own."""
    return mention.date, mention.place, mention.participants


def _numbered(clause: Clause, start: int) -> list[int]:
    """The tokens of `الأول`, `والثاني` … after token `start`, in their order."""
    found: list[int] = []
    for j in range(start, clause.sent_end):
        reach = ENUMERATED if not found else ONE
        if j - (found[-1] if found else start) > reach:
            break
        word = plain(clause.words[j])
        number = ordinal([word]) if word.startswith("ال") and j not in clause.reading.dates else None
        if number is not None and number.value == len(found) + 1 and (not found or clause.words[j][0] == "و"):
            found.append(j)
    return found


def _partners(cue: Encounter, start: int, end: int) -> tuple[Participant, ...]:
    """Who is told after «with» in `start:end`: `الأول مع [X]`."""
    i = next((j + 1 for j in range(start, end) if cue.clause.words[j] == "مع"), None)
    taken = None if i is None else taken_at(cue.clause, i, cue.role)
    return () if taken is None else taken.participants


def _one(
    clause: Clause, shared: EventMention, number: int, part: tuple[int, int], partners: tuple[Participant, ...]
) -> EventMention:
    """The encounter of that number, told in the tokens `part`: its own day, place and partners, or those of all."""
    start, end = part
    dates = (clause.reading.dates.get(j) for j in range(start, end))
    sites = (place_at(clause, j) for j in range(start + 1, end) if clause.reading.is_(j - 1, ("في",)))
    return replace(
        shared,
        participants=[*shared.participants, *partners],
        date=next((when for when in dates if when is not None), shared.date),
        place=next((place for place in sites if place is not None), shared.place),
        evidence=shared.evidence if number == 1 else clause.reading.span(start, end),
        ordinal=number,
    )
