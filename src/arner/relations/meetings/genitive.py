"""Whose an encounter is: the party in the construct after its noun, or the object after the noun's pronoun."""

from __future__ import annotations

from arner.relations.meetings.clause import Clause
from arner.relations.meetings.cues import NounCue, verbs
from arner.relations.meetings.venues import after_when_and_where
from arner.syntax import Party

GENITIVE = 6  # words between a noun and its genitive: a date, adjectives


def genitive_of(clause: Clause) -> Party | None:
    """The party in the construct after the clause's noun, or after its pronoun: `خلال لقائه الوزير`."""
    cue = clause.cue
    if not isinstance(cue, NounCue) or not _governs(clause, cue):
        return None
    start = object_start(clause) if cue.noun.suffix else cue.end
    for j in range(start, min(start + GENITIVE, clause.right)):
        p = clause.reading.at.get(j)
        if p is not None:
            return p if p.kind != "demonym" and not (clause.reading.letters(p) or clause.is_site(p)) else None
        if cue.noun.suffix or _parts_genitive(clause, j):
            return None
    return None


def object_start(clause: Clause) -> int:
    """Where the object after the noun's pronoun begins: `لقائه، الثلاثاء، [الوزير]`, `استقباله في القصر [الوزير]`."""
    cue = clause.cue
    takes_object = "meets" in cue.entry.features or cue.entry.id == "reception"
    return after_when_and_where(clause, cue.end, where=takes_object)


def _governs(clause: Clause, cue: NounCue) -> bool:
    """Whether a genitive may follow the noun; none does over an adjective that says that it is indefinite.

    `خلال اجتماع طارئ تعيين سليم عمر وزيرا` is no meeting of his.
    """
    if cue.noun.suffix:
        return not cue.noun.accusative
    i = cue.end
    adjective = i < clause.right and clause.reading.syntax.tagged.pos[i] == "ADJ"
    indefinite = adjective and not clause.words[i].startswith("ال")
    return not (cue.noun.accusative or cue.noun.definite or indefinite)


def _parts_genitive(clause: Clause, j: int) -> bool:
    """Whether no genitive can follow over word `j`."""
    word = clause.words[j]
    governs = clause.governed(j) or (word[0] in "لب" and len(word) > 3)
    known = j in clause.reading.dates or j in clause.reading.demonyms
    return governs or clause.reading.is_sign(j) or word in verbs() or (not known and clause.reading.syntax.is_verb(j))
