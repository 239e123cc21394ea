"""Whose adviser somebody is: who met «مستشار الرئيس سليم عمر» (the adviser of the president) has not met the president.

«مستشار الرئيس التركي، سليم عمر» may name the adviser or the president: it names the president where he is one, by
another office that the article gives him or by the table of known people.
"""

from __future__ import annotations

from arner.arabic.orthography import fold
from arner.lexicon import cached, word_class
from arner.lexicon.known import known_people
from arner.relations.meetings.reading import MeetingReading
from arner.relations.meetings.vocabulary import plain
from arner.syntax import Party

_AIDE = word_class("aide_of")
_PRINCIPAL = word_class("principal")


def is_principal(reading: MeetingReading, party: Party) -> bool:
    """Whether a person stands only as whose aide another is: `[بمستشار الرئيس التركي، سليم عمر]`."""
    words, i = reading.words, party.start
    if party.type != "person" or len(party.refs) != 1 or i + 1 >= party.end:
        return False
    head = plain(words[i])
    aide = head in _AIDE or (head[0] in "بل" and head[1:] in _AIDE)
    return aide and words[i + 1] in _PRINCIPAL and _is_one(reading, party.refs[0])


def _is_one(reading: MeetingReading, ref: str) -> bool:
    person = next((p for p in reading.people if p.id == ref), None)
    if person is None:
        return False
    return person.known in _known() or any(_first(role.title) in _PRINCIPAL for role in person.roles)


@cached
def _known() -> frozenset[str]:
    """The ids of known people who have been one."""
    return frozenset(p.id for p in known_people() if any(_first(office.title) in _PRINCIPAL for office in p.offices))


def _first(title: str) -> str:
    return fold(title).partition(" ")[0]
