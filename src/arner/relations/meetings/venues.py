"""Places where they stand in the words: a place by its name, a building that only common nouns tell."""

from __future__ import annotations

from arner.arabic.orthography import fold
from arner.mentions.offices.heads import honorifics
from arner.relations.meetings.clause import Clause
from arner.relations.meetings.reading import Place
from arner.relations.meetings.vocabulary import plain
from arner.syntax.words import COMMAS

_REGION = fold("منطقة")
VENUE = 5  # words of a venue's name


def place_at(clause: Clause, i: int) -> Place | None:
    """The place whose name begins at token `i` or after `العاصمة`, `مدينة` and the like there."""
    reading = clause.reading
    for j in range(i, min(i + 4, clause.right)):
        if j in reading.sites:
            return reading.place(j)
        if not reading.is_(j, clause.vocabulary.before_place) and j not in reading.demonyms and not reading.is_sign(j):
            return None
    return None


def after_when_and_where(clause: Clause, i: int, *, where: bool) -> int:
    """The token after what tells from `i` on when an encounter is, and `where`: `[في قصر الحكومة، أمس،] الوزير`."""
    dated = clause.reading.syntax.dated
    start, end = i, i
    while i < clause.right:
        told = dated[i] if i in dated else _place_end(clause, i) if where else i
        if told > i:
            i = end = told
        elif clause.words[i] in COMMAS and i in (start, end):
            i += 1
        else:
            break
    return min(i, clause.right)


def _place_end(clause: Clause, i: int) -> int:
    """The token after the place that «in» at `i` governs, else `i`: `في العاصمة عمان`, `بمقر رئاسة الوزراء`."""
    reading, inside = clause.reading, clause.reading.is_(i, ("في", "داخل"))
    j = i + inside
    if j >= clause.right or not (inside or clause.words[j][0] == "ب"):
        return i
    if is_venue(clause, j, inside):
        return venue_end(clause, j) or i
    for k in range(j, min(j + 4, clause.right)):
        if k in reading.sites:
            return reading.token(reading.sites[k].end - 1) + 1
        if k in reading.at and clause.is_site(reading.at[k]):
            return reading.at[k].end
        if not reading.is_(k, clause.vocabulary.before_place) and k not in reading.demonyms:
            break
    return i


def is_venue(clause: Clause, j: int, inside: bool) -> bool:
    """Whether a building stands at `j`, after في (`inside`) or with ب before it."""
    venues, word = clause.vocabulary.venue, clause.words[j]
    word = word if word in venues else plain(word)  # فندق is no «and»
    if not ((word in venues and inside) or (word[:1] == "ب" and word[1:] in venues)):
        return False
    holder = clause.reading.within.get(j)  # «المستشار [بالديوان الملكي]»: of the office
    return holder is None or holder.type not in ("person", "described")


def venue_end(clause: Clause, j: int) -> int | None:
    """Where the name of the building at `j` ends; None for one that nothing names."""
    words, last = clause.words, j + 1
    while last < min(clause.right, j + VENUE) and _names_venue(clause, j, last):
        last += 1
    if last > j + 1 or words[j].removeprefix("ب").startswith("ال"):
        return last
    following = words[j + 2 : j + 3]
    return (
        j + 3 if following and following[0].startswith("ال") and j + 2 < clause.right else None
    )  # مقر رئاسة الجمهورية


def _names_venue(clause: Clause, j: int, k: int) -> bool:
    """Whether word `k` belongs to the name of the building at `j`."""
    reading, word = clause.reading, clause.words[k]
    if reading.is_sign(k) or clause.governed(k) or k in reading.dates:
        return False
    known = word.startswith("ال") or k in reading.within or k in reading.sites
    return known and not (k > j + 1 and word in honorifics())


def country_of(clause: Clause, start: int, end: int) -> str | None:
    """The country told within a venue or right after it: `مقر الخارجية المصرية`, `في فندق بالدوحة`."""
    reading = clause.reading
    for j in range(start, min(end + 4, clause.right)):
        if j >= end and reading.is_sign(j):
            return reading.home
        if j in reading.demonyms and j < end and not clause.words[start].endswith(_REGION):  # المنطقة الكورية: whose?
            return reading.demonyms[j]
        if j in reading.sites:
            return reading.place(j).country
    return reading.home
