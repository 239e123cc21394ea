"""Who has spoken in one Doc, from its beginning on, and who is a man or a woman."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arner.lexicon import word_class
from arner.syntax import Syntax

if TYPE_CHECKING:
    from arner.relations.statements.voices import Voice

_OFFICES = word_class("gendered_office")
_BACK = 8  # statements back among which who spoke last is looked for


class Memory:
    """`spoken`: the reporting token and who spoke there; `genders`: of an entity, from a title or a verb with it."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.spoken: list[tuple[int, Voice]] = []
        self.genders = self._titled()

    def _titled(self) -> dict[str, str]:
        """What the offices of people say: `الوزيرة` is a woman's, `الوزير` a man's."""
        found: dict[str, str] = {}
        for party in self.syntax.parties:
            title = self.syntax.words[party.start].removeprefix(self.syntax.proclitic(party)).removeprefix("ال")
            if party.type == "person" and len(party.refs) == 1 and title in _OFFICES:
                found.setdefault(party.refs[0], "f" if title.endswith("ه") else "m")
        return found

    def remember(self, i: int, voice: Voice) -> None:
        self.spoken.append((i, voice))
        if voice.gender is not None and len(voice.refs) == 1 and voice.ref is not None:
            self.genders[voice.ref] = voice.gender

    def last(self, i: int, gender: str | None, adds: bool = True) -> Voice | None:
        """Who spoke last before token `i`, among those that agree with the verb; a report goes on only to add."""
        for n, (_, voice) in enumerate(reversed(self.spoken[-_BACK:])):
            unsigned = voice.ref is None and voice.source is not None
            if self.agrees(voice, gender) and (not unsigned or (adds and n == 0)):
                return voice
        return None

    def between(self, first: int, i: int, back: int) -> list[Voice]:
        """Who spoke from token `first` to `i`, among the last `back` statements."""
        return [voice for at, voice in self.spoken[-back:] if first <= at < i]

    def agrees(self, voice: Voice, gender: str | None) -> bool:
        own = voice.gender or self.genders.get(voice.ref or "")
        return gender is None or own is None or own == gender
