"""A rule is an entry and a frame, both data: a cue's words, and for each slot the named steps that may fill it.

    [[frame]]
    relation = "agreements"
    id = "bind"
    party = ["subject after", "subject before", "and company", "and between"]
    needs = { party = 1 }

A step is one documented function, registered under its name; what it finds keeps the name. So rules can be listed,
switched off and asked why (`trace`) without code of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from arner.layers import packed

if TYPE_CHECKING:
    from arner.relations.reading import Reading

Refs = tuple[tuple[str | None, str], ...]
AND = "and "  # before a step's name: what it finds comes on top of what the steps before it found


@packed
@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot. `start`, `end`: tokens; `refs`: ids of entities (or None) with the names to show.

    `country`: the state that it is of, where the words say it.
    """

    refs: Refs
    start: int
    end: int
    step: str = ""
    country: str | None = None

    @property
    def text(self) -> str:
        return "، ".join(name for _, name in self.refs)


@packed
@dataclass(frozen=True, slots=True)
class Rejected:
    """What a step found and did not take: the words, and the reason."""

    text: str
    reason: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that makes a record: tokens `start` to `end`, the id of its entry and of the entry's frame."""

    start: int
    end: int
    rule: str
    frame: str


Outcome = Filler | Rejected | None | Sequence[Filler | Rejected]
"""None: the step has nothing to say here. A sequence: everything tried, in its order, the filler last."""

_R = TypeVar("_R", bound="Reading")
_C = TypeVar("_C", bound=Cue)
_P = ParamSpec("_P")


@dataclass(frozen=True, slots=True)
class Step:
    """`name` ends in «…» where the frame gives it a word: `after …` is used as `after مع`."""

    name: str
    room: str
    explains: str
    run: Callable[..., Outcome] = field(compare=False)

    def __call__(self, reading: Reading, cue: Cue, *word: str) -> Outcome:
        return self.run(reading, cue, *word)


STEPS: dict[str, Step] = {}
"""Every step by its name."""


def step(
    name: str,
) -> Callable[[Callable[Concatenate[_R, _C, _P], Outcome]], Callable[Concatenate[_R, _C, _P], Outcome]]:
    """Register a function `(reading, cue)` as the step `name`; its docstring is its documentation.

    A relation's own steps may ask for its own reading and cue: only its own frames name them.
    """

    def register(
        run: Callable[Concatenate[_R, _C, _P], Outcome],
    ) -> Callable[Concatenate[_R, _C, _P], Outcome]:
        if name in STEPS and STEPS[name].run.__qualname__ != run.__qualname__:
            raise ValueError(f"two steps are called {name!r}")
        of_package = (run.__module__ or "").partition("arner.relations.")[2]
        room = of_package.partition(".")[0] or "own"
        STEPS[name] = Step(name, room, " ".join((run.__doc__ or "").split()), cast(Callable[..., Outcome], run))
        return run

    return register


@cache
def step_named(name: str) -> tuple[Step, tuple[str, ...]]:
    """The step and its word: `after مع` → (`after …`, `مع`).

    Raises:
        KeyError: no step is called so.
    """
    if name in STEPS:
        return STEPS[name], ()
    head, _, word = name.rpartition(" ")
    return STEPS[f"{head} …"], (word,)


@packed
@dataclass(frozen=True, slots=True)
class Filled:
    """A slot after its steps were tried: what was taken, and what fell."""

    slot: str
    fillers: tuple[Filler, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    @property
    def refs(self) -> Refs:
        return tuple(dict.fromkeys(ref for filler in self.fillers for ref in filler.refs))


Veto = Callable[[Filler], str | None]
"""The reason why a filler must not be taken, or None."""


def fill(reading: Reading, cue: Cue, slot: str, steps: Iterable[str], veto: Veto | None = None) -> Filled:
    """Try `steps` in their order: the first filler without a veto is taken; those after an «and» are added to it."""
    taken: list[Filler] = []
    fell: list[Rejected] = []
    done = False
    for name in steps:
        adds = name.startswith(AND)
        if done and not adds:
            continue
        found = _first(reading, cue, name.removeprefix(AND), veto, fell)
        known = {ref for filler in taken for ref in filler.refs}
        if found is not None and not set(found.refs) <= known:
            taken.append(found)
        done = done or (found is not None and not adds)
    return Filled(slot, tuple(taken), tuple(fell))


def _first(reading: Reading, cue: Cue, name: str, veto: Veto | None, fell: list[Rejected]) -> Filler | None:
    one, word = step_named(name)
    outcome = one(reading, cue, *word)
    for tried in [outcome] if isinstance(outcome, Filler | Rejected) else outcome or ():
        if isinstance(tried, Rejected):
            fell.append(tried if tried.step else replace(tried, step=name))
        elif veto is not None and (reason := veto(tried)):
            fell.append(Rejected(tried.text, reason, name))
        else:
            return tried if tried.step else replace(tried, step=name)
    return None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a cue's slots are filled by. `needs`: how many must be found in a slot for a record to be made.

    `status`: what each modality of the cue means in this relation (`planned` → `planned`).
    """

    id: str
    relation: str
    slots: Mapping[str, tuple[str, ...]]
    needs: Mapping[str, int] = field(default_factory=dict)
    status: Mapping[str, str] = field(default_factory=dict)
    explains: str = ""

    def unknown_step(self) -> str | None:
        """The first step that there is not, or that reads what only another relation has."""
        for name in (name.removeprefix(AND) for steps in self.slots.values() for name in steps):
            try:
                known, _ = step_named(name)
            except KeyError:
                return name
            if known.room not in ("slots", "own", self.relation):
                return name
        return None


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry with its frame, as `arner rules` lists it."""

    id: str
    relation: str
    frame: str
    example: str


__all__ = [
    "AND", "STEPS", "Cue", "Filled", "Filler", "Frame", "Outcome", "Refs", "Rejected", "Rule", "Step", "Veto", "fill",
    "step", "step_named",
]  # fmt: skip
