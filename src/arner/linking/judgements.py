"""A user's word on who is the same and what is wrong: a CSV file that goes before all evidence.

    left,right,judgement,note
    sochi#p1,reuters#p1,different,father and son
    person:ali-hassan-1f2e3d,person:ali-hassan-9a8b7c,same,

`left` and `right` are an entity of a record, as `article#id` or by the characters that name or tell it,
`sochi#person@49-61`, or an entity of the graph by its id, as linking without judgements gives it. What one article was
taken to tell is judged by its characters, with nothing on the right (`arner.linking.review` applies it):

    sochi#meeting@22-61,,not held,called off an hour later
    sochi#statement@98-129,,wrong speaker,
    sochi#person@49-61,,not a person,a ship
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from arner.cells import plain_cell
from arner.events import BY_ID
from arner.files import READ_ERRORS, not_utf8, open_text
from arner.linking.clusters import Group, Joined, Member, T, Verdict

_SAID = 20.0  # points: more than anything else can speak for
Word = Literal["same", "different", "not held", "wrong speaker", "not a person"]
# What each word on a record may be said of.
_SAID_OF = {
    "not held": frozenset(BY_ID),
    "wrong speaker": frozenset({"statement"}),
    "not a person": frozenset({"person"}),
}
_WORDS = ("same", "different", *_SAID_OF)
_ENTITIES = frozenset({"person", "organization", "place", *BY_ID})
_PASSAGE = re.compile(r"(?P<article>.+)#(?P<kind>[a-z]+)@(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})", re.DOTALL)


class JudgementError(ValueError):
    """A judgement that cannot be read, names nobody or contradicts another; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """That `left` and `right` are one, or are not, or that `left` is wrong; `where` (file:line) is for messages."""

    left: str
    right: str
    word: Word
    where: str = ""
    note: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters of an article's text (end exclusive) that tell of something of a kind: `article#meeting@120-245`."""

    article: str
    kind: str
    start: int
    end: int

    @classmethod
    def read(cls, text: str, kinds: Collection[str] = _ENTITIES) -> Passage | None:
        """`article#kind@start-end` of one of these kinds, else None."""
        found = _PASSAGE.fullmatch(text)
        if found is None or found["kind"] not in kinds or int(found["start"]) >= int(found["end"]):
            return None
        return cls(found["article"], found["kind"], int(found["start"]), int(found["end"]))

    @classmethod
    def of(cls, judgement: Judgement) -> Passage | None:
        """What a judgement on a record is about; None for one on who is the same.

        Raises:
            JudgementError: it does not name such a passage, or one of a kind that its word is not said of.
        """
        kinds = _SAID_OF.get(judgement.word)
        if kinds is None:
            return None
        passage = cls.read(judgement.left, kinds)
        if passage is None:
            form = " or ".join(f"article#{kind}@start-end" for kind in sorted(kinds))
            problem = f"{judgement.word!r} is said of {form}, not of {judgement.left!r}"
        elif judgement.right:
            problem = f"{judgement.word!r} has nothing on the right, not {judgement.right!r}"
        else:
            return passage
        raise JudgementError(f"{judgement.where}: {problem}".lstrip(": "))


def read_judgements(path: str | os.PathLike[str]) -> list[Judgement]:
    """The judgements of a CSV file with the columns left, right and judgement; others are for the user.

    Raises:
        JudgementError: the file cannot be read, a column is missing, or a line is none of the known judgements.
    """
    path = Path(path)
    try:
        with open_text(path, newline="") as stream:
            text = stream.read()
    except READ_ERRORS as error:
        raise JudgementError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    if problem := not_utf8(text):
        raise JudgementError(f"{path}: {problem}")
    rows = csv.DictReader(text.splitlines(keepends=True))
    try:
        return list(_judgements(path, rows))
    except csv.Error as error:
        raise JudgementError(f"{path}: not CSV: {error}") from None


def _judgements(path: Path, rows: csv.DictReader[str]) -> Iterator[Judgement]:
    if missing := {"left", "right", "judgement"} - set(rows.fieldnames or ()):
        raise JudgementError(f"{path}: no column {', '.join(sorted(missing))}")
    for row in rows:
        left, right, word = (_cell(row[c]) for c in ("left", "right", "judgement"))
        if not (left or right or word):
            continue
        where = f"{path}:{rows.line_num}"
        if word not in _WORDS:
            raise JudgementError(f"{where}: the judgement is {word!r}, not {', '.join(_WORDS[:-1])} or {_WORDS[-1]}")
        judgement = Judgement(left, right, cast(Word, word), where, (row.get("note") or "").strip())
        Passage.of(judgement)  # whether it can be applied is told with its line
        yield judgement


def _cell(text: str | None) -> str:
    """What stands in a cell, without the apostrophe before what a spreadsheet would run as a formula."""
    return plain_cell((text or "").strip())


@dataclass(slots=True)
class Rulings:
    """Judgements on members: `apart` keeps groups from joining, `applied` joins and parts what is left."""

    same: list[tuple[Member, Member, str]] = field(default_factory=list)
    _one: dict[Member, set[Member]] = field(default_factory=dict)  # a member → all that are told to be the same as it
    _sides: dict[Member, set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Iterable[Judgement], members: Mapping[str, list[Member]]) -> Rulings:
        """`members` gives for `article#id` or the id of an entity the members it stands for.

        Raises:
            JudgementError: a side names nobody, or two judgements contradict each other.
        """
        rulings = cls()
        parted: list[tuple[list[Member], list[Member], str]] = []
        parent: dict[Member, Member] = {}

        def root(member: Member) -> Member:
            while parent.get(member, member) != member:
                member = parent[member]
            return member

        for judgement in judgements:
            sides = []
            for name in (judgement.left, judgement.right):
                if name not in members:
                    raise JudgementError(f"{judgement.where}: {name!r} is in no record and no entity".lstrip(": "))
                sides.append(members[name])
            left, right = sides
            if judgement.word == "different":
                # An entity and one of its members: the member leaves it.
                a, b = set(left), set(right)
                if a == b:
                    raise JudgementError(f"{judgement.where}: left and right are the same".lstrip(": "))
                parted.append((sorted(a - b) or left, sorted(b - a) or right, judgement.where))
            else:
                for member in (*left[1:], *right):
                    rulings.same.append((left[0], member, judgement.where))
                    kept, gone = sorted((root(left[0]), root(member)))
                    parent[gone] = kept
        components: dict[Member, set[Member]] = {}
        for member in {m for a, b, _ in rulings.same for m in (a, b)}:
            rulings._one[member] = components.setdefault(root(member), set())
            rulings._one[member].add(member)
        for number, (left, right, where) in enumerate(parted):
            one, other = ({x for m in side for x in rulings._one.get(m, {m})} for side in (left, right))
            if both := one & other:
                raise JudgementError(f"{where}: {min(both)} is told to be the same and to be different".lstrip(": "))
            for side, judged in ((2 * number, one), (2 * number + 1, other)):
                for member in judged:
                    rulings._sides.setdefault(member, set()).add(side)
        return rulings

    @property
    def kept_apart(self) -> Set[Member]:
        """Whoever is judged to be different from somebody."""
        return self._sides.keys()

    def apart(self, one: Iterable[Member], other: Iterable[Member]) -> bool:
        """Whether a judgement says that no member of `one` is who a member of `other` is."""
        if not self._sides:
            return False
        mine = {side ^ 1 for m in one if m in self._sides for side in self._sides[m]}
        return bool(mine) and any(not mine.isdisjoint(self._sides[m]) for m in other if m in self._sides)

    def applied(self, groups: list[Group[T]]) -> list[Group[T]]:
        """The groups after what is told to be the same is joined."""
        if not self.same:
            return groups
        of = {member: group for group in groups for member in group.whole.members}
        for left, right, where in self.same:
            if left not in of or right not in of or of[left] is of[right]:
                continue
            kept, gone = of[left], of[right]
            said = Joined(right, left, Verdict(_SAID, (f"judged the same{where and f' ({Path(where).name})'}",)))
            if not self.apart(kept.whole.members, gone.whole.members):
                of |= dict.fromkeys(gone.whole.members, kept)
                kept.joined += [*gone.joined, said]
                kept.whole.absorb(gone.whole)
            else:  # the rest of the other group stays away; whoever is told to be the same goes together
                moved = [m for m in gone.whole.members if m in self._one[right]]
                joined = {j.member: j for j in gone.part(self._one[right]) if j.member != right}
                along = Verdict(_SAID, ("judged the same",))  # by another line than this
                kept.joined += [joined.get(m) or Joined(m, right, along) for m in moved if m != right]
                kept.joined.append(said)
                kept.whole.members += moved
                of |= dict.fromkeys(moved, kept)
        return list({id(group): group for group in of.values()}.values())
