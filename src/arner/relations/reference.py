"""Who a pronoun or a dropped subject can stand for: gender as a veto, one answer for every relation.

What the text says of people's gender is found once a Doc: `الوزيرة مريم`, `مريم التي`, `استقبلت مريم` is a woman,
`استقبل سليم` a man. Of whom it says nothing may be either: a veto needs two that are known and differ.
"""

from __future__ import annotations

from arner.arabic.orthography import fold
from arner.lexicon import word_class
from arner.relations.rule import Refs
from arner.relations.statements import reporting
from arner.syntax import Party, Syntax
from arner.syntax.verbs import acting_verb
from arner.syntax.words import COMMAS, THAT

MASCULINE_STATES = frozenset({"LB", "IQ", "JO", "MA", "SD", "YE", "SS", "VA", "TD", "SN"})
_BARE_THAT = frozenset({"ان", "بان", "لان", "كان"})
_OFFICES = word_class("gendered_office")


class Genders:
    """The gender of the people of one Doc, by the id of each; a relation may `learn` more from its own verbs."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._known: dict[str, str] = {}
        people = [p for p in syntax.parties if p.type == "person" and len(p.refs) == 1]
        for clue in (self._of_title, self._of_relative, self._of_verb):
            for party in people:
                if (gender := clue(party)) is not None:
                    self._known.setdefault(party.refs[0], gender)

    def learn(self, ref: str, gender: str) -> None:
        self._known[ref] = gender

    def of(self, refs: Refs) -> str | None:
        """The gender of whoever these are, where it is known: of a state feminine but for some."""
        ref, name = refs[0][0] or "", refs[0][1]
        if len(refs) == 1 and ref.startswith("country:"):
            return None if ref[8:] in MASCULINE_STATES or name.startswith("ال") else "f"
        return self._known.get(ref)

    def vetoes(self, party: Party, gender: str | None) -> bool:
        """Whether a verb or pronoun of `gender` cannot stand for `party`, a person."""
        if gender is None or party.type != "person" or len(party.refs) != 1:
            return False
        return self.of(((party.refs[0], party.name),)) not in (None, gender)

    def _of_title(self, party: Party) -> str | None:
        words = self._syntax.words
        titles = [words[party.start].removeprefix(self._syntax.proclitic(party)), words[max(0, party.start - 1)]]
        if self._syntax.doc[party.start].text.endswith("ه"):
            titles = titles[1:]  # نائبه, his deputy, folded as نائبة is
        title = next((t for t in (t.removeprefix("ال") for t in titles) if t in _OFFICES), None)
        return None if title is None else "f" if title.endswith("ه") else "m"

    def _of_relative(self, party: Party) -> str | None:
        if self._syntax.words[party.end - 1] not in fold(party.name):
            return None  # «سليم عمر المتحدث باسم الحكومة التي»
        after = self._syntax.words[party.end : party.end + 2]
        who = next((w for w in after if w not in COMMAS), "")
        return {"التي": "f", "الذي": "m"}.get(who)

    def _of_verb(self, party: Party) -> str | None:
        """The gender of a verb right before a name, which is its subject where nothing else is."""
        k = party.start - 1
        if k < 0 or self._syntax.proclitic(party):
            return None
        if k > 0 and self._syntax.words[k - 1] in THAT - _BARE_THAT:
            return None  # «إنه التقى مريم»: he met her
        report = reporting.verb(self._syntax.words[k])
        form = report.form if report is not None else acting_verb(self._syntax.words[k])
        return form.gender if form is not None and form.number == "s" and not form.suffix else None
