"""Who has spoken in one Doc, from its beginning on, and who is a man or a woman."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arner.relations.reference import Genders
from arner.relations.rule import Filler
from arner.syntax import Syntax

if TYPE_CHECKING:
    from arner.relations.statements.voices import Voice

_BACK = 8  # statements back among which who spoke last is looked for


class Memory:
    """`spoken`: the reporting token and who spoke there; `genders`: of an entity, from a title or a verb with it."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.spoken: list[tuple[int, Voice]] = []
        self.genders = Genders(syntax)

    def remember(self, i: int, voice: Voice) -> None:
        self.spoken.append((i, replace(voice, step="")))
        if voice.gender is not None and len(voice.refs) == 1 and voice.ref is not None:
            self.genders.learn(voice.ref, voice.gender)

    def last(self, i: int, gender: str | None, adds: bool = True, many: bool = False) -> Voice | None:
        """Who spoke last before token `i`, among those that agree with the verb; a report goes on only to add.

        `many`: the verb is of several, so that no one person is its subject.
        """
        for n, (_, voice) in enumerate(reversed(self.spoken[-_BACK:])):
            unsigned = voice.ref is None and voice.source is not None
            if many and voice.is_person:
                continue
            if self.agrees(voice, gender) and (not unsigned or (adds and n == 0)):
                return voice
        return None

    def between(self, first: int, i: int, back: int) -> list[Voice]:
        """Who spoke from token `first` to `i`, among the last `back` statements."""
        return [voice for at, voice in self.spoken[-back:] if first <= at < i]

    def agrees(self, voice: Filler, gender: str | None) -> bool:
        own = self.gender(voice)
        return gender is None or own is None or own == gender

    def gender(self, voice: Filler) -> str | None:
        """The gender of who speaks, where it is known."""
        if len(voice.refs) == 1 and (voice.refs[0][0] or "").startswith("country:"):
            return self.genders.of(voice.refs)
        return getattr(voice, "gender", None) or self.genders.of(voice.refs)
