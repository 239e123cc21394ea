"""Who acts: the parties that are the subject of a verb."""

from __future__ import annotations

from typing import NamedTuple

from arner.lexicon import word_class
from arner.syntax.sentences import Party, Syntax, after_brackets, after_title
from arner.syntax.words import (
    ADVERBS,
    CLOSERS,
    COMMAS,
    OPENERS,
    PREPOSITIONS,
    RADICAL_CONJUNCTION,
    RELATIVES,
    STOPS,
    THAT,
)

REACH = 30  # words between a verb and its subject or between a subject and its verb
_TENSE = word_class("tense_beside_subject")
_TO_WHOM = word_class("told_to")


class Subject(NamedTuple):
    """Who acts, joined by و; `end`: the token after them; `before`: they stand before the verb."""

    parties: tuple[Party, ...]
    end: int
    before: bool


def subject_of(syntax: Syntax, verb: int, limit: int | None = None) -> Subject | None:
    """The subject of the verb at token `verb`: after it, else before it.

    `قال في موسكو أمس الرئيس الروسي …` (said in Moscow yesterday the Russian president),
    `بوتين، الذي زار الصين، قال` (Putin, who visited China, said). Nothing at `limit` or after it can be the subject.
    """
    return subject_after(syntax, verb, limit) or subject_before(syntax, verb)


def subject_after(syntax: Syntax, verb: int, limit: int | None = None) -> Subject | None:
    """The subject that follows its verb, over adverbs, dates, prepositional phrases and brackets."""
    words = syntax.words
    end = min(syntax.sentence[verb][1], verb + REACH, len(words) if limit is None else limit)
    j, governed = verb + 1, False
    while j < end:
        party = syntax.at.get(j)
        if party is not None and not governed and syntax.can_act(party) and syntax.proclitic(party) != "و":
            return _joined_from(syntax, party)
        if party is not None or j in syntax.dated:
            j, governed = max(party.end if party is not None else syntax.dated[j], j + 1), False
            continue
        if (each := _each_of(syntax, j)) is not None:
            return each
        if (after := _after_sign(words, j)) > j:
            j = after
            continue
        now = _governs(syntax, j, governed)
        if now is None:
            return None
        j, governed = j + 1, now
    return None


def _governs(syntax: Syntax, j: int, governed: bool) -> bool | None:
    """Whether what follows token `j` is governed by a preposition; None where no subject can follow.

    `governed`: whether token `j` is.
    """
    word = syntax.words[j]
    if word in _TO_WHOM:
        return False
    if word in THAT or word == ":" or word in STOPS:
        return None
    if word in COMMAS or word in ADVERBS:
        return False
    if word in PREPOSITIONS or word == "ل" or (word[0] in "بل" and len(word) > 3):
        return not word.startswith("لل") or not _is_person(syntax, j + 1)  # «قال للصحافة [العقيد سليم]»
    if governed or word in OPENERS or word == "#" or word in CLOSERS:
        return governed
    return None  # some other noun stands where the subject would


def _is_person(syntax: Syntax, j: int) -> bool:
    party = syntax.at.get(j)
    return party is not None and party.type in ("person", "described")


def _joined_from(syntax: Syntax, party: Party) -> Subject:
    """A party after its verb with those that are joined to it."""
    group = syntax.group(party)
    group = group[group.index(party) :]
    return Subject(group, group[-1].end, before=False)


def _each_of(syntax: Syntax, j: int) -> Subject | None:
    """`كل من [الوزيرة والسفير]`: those whom «each of» at `j` counts."""
    counts = syntax.words[j] in ("كل", "كلا") and syntax.words[j + 1 : j + 2] == ["من"]
    each = syntax.at.get(j + 2) if counts else None
    if each is None or syntax.proclitic(each):
        return None
    group = syntax.group(each)
    return Subject(group, group[-1].end, before=False)


def _after_sign(words: list[str], j: int) -> int:
    """After brackets or an abbreviated title at `j`, `أ.د. سلمى عمر`; `j` where there is neither."""
    return after_title(words, after_brackets(words, j))


def subject_before(syntax: Syntax, verb: int) -> Subject | None:
    """The subject that precedes its verb: at once, or with a relative clause or apposition between commas."""
    words = syntax.words
    first = syntax.sentence[verb][0]
    if words[verb][0] in "وف" and not words[verb].startswith(RADICAL_CONJUNCTION):
        return None  # «and he …»: a new clause
    j = verb - 1
    while j >= first and (words[j] in _TENSE or words[j] in ADVERBS) and j not in syntax.within:
        j -= 1
    if j < first:
        return None
    if words[j] in RELATIVES and words[j].startswith("ال"):
        return _ending_at(syntax, j - 1 - (j > first and words[j - 1] in COMMAS), governed=True)
    if words[j] in COMMAS or words[j] == ")":
        return _before_aside(syntax, j, first)
    return _ending_at(syntax, j)


def _before_aside(syntax: Syntax, closing: int, first: int) -> Subject | None:
    """The subject before the aside that the comma or the bracket at `closing` ends: `[الوزير]، الذي زار، قال`."""
    words = syntax.words
    inner = syntax.within.get(closing - 1)
    if inner is not None and inner.end == closing and any(w in COMMAS for w in words[inner.start : closing]):
        return _ending_at(syntax, closing - 1)  # the party holds its own apposition
    opening = "(" if words[closing] == ")" else words[closing]
    k = closing - 1
    while k > max(first, closing - REACH) and words[k] != opening:
        k -= 1
    return _ending_at(syntax, k - 1) if k > first and words[k] == opening else None


def _ending_at(syntax: Syntax, last: int, governed: bool = False) -> Subject | None:
    """The party that ends at token `last`; `governed`: a preposition may govern it: `من قبل [موسكو] التي هددت`."""
    party = syntax.within.get(last)
    if party is None or party.end != last + 1:
        return None
    group = syntax.group(party)
    group = group[: group.index(party) + 1]
    if governed and party.type != "place" and not syntax.can_act(party):
        return Subject((party,), party.end, before=True)
    if not syntax.can_act(group[0]):
        return _spokesman(syntax, party)
    return Subject(group, party.end, before=True)


def _spokesman(syntax: Syntax, body: Party) -> Subject | None:
    """`سليم عمر المتحدث باسم [الوزارة]`: the person who speaks for it."""
    i = body.start - 1
    i -= i >= 0 and syntax.words[i] == "#"
    if i < 2 or syntax.words[i] != "باسم":
        return None
    party = syntax.within.get(i - 2)
    if party is None or party.end != i - 1 or party.type != "person" or not syntax.can_act(party):
        return None
    return Subject((party,), body.end, before=True)
