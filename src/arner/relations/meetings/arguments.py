"""Who takes part in an encounter and where it is: read from the words around its trigger."""

from __future__ import annotations

from dataclasses import replace

from arner.relations.meetings.noun_arguments import NounReader
from arner.relations.meetings.scene import Scene
from arner.relations.meetings.takers import Arguments, Taker
from arner.relations.meetings.triggers import Trigger
from arner.relations.meetings.verb_arguments import VerbReader

Reader = NounReader | VerbReader


def reader_of(scene: Scene, trigger: Trigger, limit: int, earlier: Taker | None = None) -> Reader:
    """The reader of one trigger, whose arguments end before token `limit`."""
    return VerbReader(scene, trigger, limit) if trigger.verb else NounReader(scene, trigger, limit, earlier)


def read(reader: Reader) -> list[Arguments]:
    """The arguments; several where one trigger tells of several encounters."""
    reader.frame()
    found = reader.found
    if found.place is None and not found.stops:
        found.place = reader.place()
    if len(found.stops) > 1:
        noun = reader.trigger.noun  # a tour is a visit of its own beside its stops
        tour = [replace(found, place=None)] if noun is not None and noun.entry["id"] == "tour" else []
        return [*tour, *(replace(found, place=stop) for stop in found.stops)]
    if _each(reader):
        first, *others = found.takers
        return [replace(found, takers=[first, other]) for other in others]
    return [found]


def _each(reader: Reader) -> bool:
    """Whether a plural stands for one encounter with each: `لقاءات مع X وY`."""
    trigger = reader.trigger
    plural = reader.words[trigger.end - 1].lstrip("ولب").startswith(("لقاءات", "قاءات", "اجتماعات"))
    return plural and trigger.light is not None and len(reader.found.takers) > 2
