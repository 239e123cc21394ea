"""Which words are a state here: a capital that acts for it (`أعلنت موسكو`) or that is only a place (`في موسكو`)."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Doc

from arner.lexicon import word_class

_EACH = word_class("each")
_WHERE = word_class("where")
_GOING = word_class("going")


def is_only_a_place(doc: Doc, token: int, particle: str, people: Set[int] = frozenset()) -> bool:
    """Whether the capital in `token` (after the proclitic letters `particle`) is a place and no actor.

    `people`: the tokens of names and offices of people, who may stand between a verb and the place they go to:
    `زار بوتفليقة باريس` (Bouteflika visited Paris).

    >>> # «في باريس» (in Paris), «الغوطة قرب دمشق» (near Damascus), «بيروت - » at the head of a report
    """
    letters = particle.lstrip("وف")
    if letters == "ب":
        return True
    before = doc[token - 1].norm_ if token else ""
    if letters == "ل":
        return before in _WHERE
    if before in ("_", "#", '"', "«", "“", "("):
        before = doc[token - 2].norm_ if token > 1 else ""
    if before.lstrip("وف") in _WHERE or before in _WHERE:
        return before != "من" or not _follows_source(doc, token)
    back = token - 1
    while back in people and not doc[back].is_sent_start:
        back -= 1
    if back < token - 1 and doc[back].norm_.lstrip("وف") in _GOING:
        return True
    after = doc[token + 1].norm_ if token + 1 < len(doc) else ""
    return bool(doc[token].is_sent_start) and after in ("-", "–", ":", "—", "(", "/")


def _follows_source(doc: Doc, token: int) -> bool:
    """`من موسكو وواشنطن`: «each of», not «from»."""
    return token > 1 and doc[token - 2].norm_ in _EACH
