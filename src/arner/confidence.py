"""How sure a record is: how often records that the same steps made were right on articles read by hand.

`lexicon/data/confidence.tsv`, made by `benchmarks/confidence.py`, has for every combination of deciding steps how many
records it made on the gold articles, and how many of them were right. A combination that was seen seldom leans on the
more general ones: a figure of `n` cases counts as `n` beside four of what is more general (additive smoothing).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from arner.events import RELATIONS
from arner.lexicon import lines
from arner.records import ArticleRecord, Event, Person, Role, Statement, Why

_PRIOR = 4  # cases that what is more general counts for
_SUREST = 0.99  # some hundred articles cannot tell that nothing ever goes wrong
_T = TypeVar("_T", Statement, Role, Event)


def keys_of(item: Statement | Role | Event) -> tuple[str, ...]:
    """What decides whether `item` is right, from the general to the special: frame, then the steps that filled it."""
    if isinstance(item, Role):
        of = "body" if item.organization else item.country_from or "none"
        return ("", of, f"{of}, former" if item.former else f"{of}, present")
    why = item.why
    if why is None:
        return ("",)
    if isinstance(item, Statement):
        speaker, content = _step(why, "speaker"), _step(why, "content")
        return ("", speaker, f"{speaker} | {content}", f"{speaker} | {content} | {why.frame}")
    chief = why.slots[0].slot if why.slots else ""
    return ("", why.frame, f"{why.frame} | {_step(why, chief)}")


def _step(why: Why, slot: str) -> str:
    found = next((s for s in why.slots if s.slot == slot), None)
    return found.step if found and found.step else "nothing"


def confidence(kind: str, keys: Sequence[str]) -> float | None:
    """The share of right ones among records of `kind` with these `keys`; None where no such kind was ever measured."""
    sure: float | None = None
    for key in keys:
        right, cases = _table().get((kind, key), (0, 0))
        if not cases:
            break
        sure = right / cases if sure is None else (right + _PRIOR * sure) / (cases + _PRIOR)
    return None if sure is None else min(round(sure, 2), _SUREST)


@cache
def _table() -> dict[tuple[str, str], tuple[int, int]]:
    """(kind, key) → right ones, cases."""
    rows = (line.split("\t") for line in lines("confidence.tsv"))
    return {(kind, key): (int(right), int(cases)) for kind, key, right, cases in rows}


def with_confidence(record: ArticleRecord) -> ArticleRecord:
    """`record`, its statements, events and roles with how sure they are."""
    changed: dict[str, object] = {
        "statements": [_sure("statements", statement) for statement in record.statements],
        "people": [_with_sure_roles(person) for person in record.people],
    }
    for relation in RELATIONS:
        changed[relation.field] = [_sure(relation.field, event) for event in relation.of(record)]
    return record.model_copy(update=changed)


def _with_sure_roles(person: Person) -> Person:
    return person.model_copy(update={"roles": [_sure("roles", role) for role in person.roles]})


def _sure(kind: str, item: _T) -> _T:
    return item.model_copy(update={"confidence": confidence(kind, keys_of(item))})
