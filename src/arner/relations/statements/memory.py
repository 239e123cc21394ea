"""Who has spoken in one Doc, from its beginning on, and who is a man or a woman."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.relations.rule import Filler
from arner.relations.statements import reporting
from arner.syntax import Party, Syntax
from arner.syntax.verbs import acting_verb
from arner.syntax.words import COMMAS

if TYPE_CHECKING:
    from arner.relations.statements.voices import Voice

_OFFICES = word_class("gendered_office")
MASCULINE_STATES = frozenset({"LB", "IQ", "JO", "MA", "SD", "YE", "SS", "VA", "TD", "SN"})
_BACK = 8  # statements back among which who spoke last is looked for


class Memory:
    """`spoken`: the reporting token and who spoke there; `genders`: of an entity, from a title or a verb with it."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.spoken: list[tuple[int, Voice]] = []
        self.genders = self._genders()

    def _genders(self) -> dict[str, str]:
        """What the text says of people: `الوزيرة`, `مريم التي`, `استقبلت مريم` is a woman, `استقبل سليم` a man."""
        found: dict[str, str] = {}
        people = [p for p in self.syntax.parties if p.type == "person" and len(p.refs) == 1]
        for clue in (self._of_title, self._of_relative, self._of_verb):
            for party in people:
                if (gender := clue(party)) is not None:
                    found.setdefault(party.refs[0], gender)
        return found

    def _of_title(self, party: Party) -> str | None:
        words = self.syntax.words
        titles = [words[party.start].removeprefix(self.syntax.proclitic(party)), words[max(0, party.start - 1)]]
        title = next((t for t in (t.removeprefix("ال") for t in titles) if t in _OFFICES), None)
        return None if title is None else "f" if title.endswith("ه") else "m"

    def _of_relative(self, party: Party) -> str | None:
        if self.syntax.words[party.end - 1] not in fold(party.name):
            return None  # «سليم عمر المتحدث باسم الحكومة التي»
        after = self.syntax.words[party.end : party.end + 2]
        who = next((w for w in after if w not in COMMAS), "")
        return {"التي": "f", "الذي": "m"}.get(who)

    def _of_verb(self, party: Party) -> str | None:
        """The gender of a verb right before a name, which is its subject where nothing else is."""
        k = party.start - 1
        if k < 0 or self.syntax.proclitic(party):
            return None
        report = reporting.verb(self.syntax.words[k])
        form = report.form if report is not None else acting_verb(self.syntax.words[k])
        return form.gender if form is not None and form.number == "s" and not form.suffix else None

    def remember(self, i: int, voice: Voice) -> None:
        self.spoken.append((i, replace(voice, step="")))
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

    def agrees(self, voice: Filler, gender: str | None) -> bool:
        own = self.gender(voice)
        return gender is None or own is None or own == gender

    def gender(self, voice: Filler) -> str | None:
        """The gender of who speaks, where it is known: of a state feminine but for some."""
        ref = voice.refs[0][0] or ""
        if len(voice.refs) == 1 and ref.startswith("country:"):
            named = voice.refs[0][1]
            return None if ref[8:] in MASCULINE_STATES or named.startswith("ال") else "f"
        return getattr(voice, "gender", None) or self.genders.get(ref)
