"""What the table of known organisations says of the nodes: whether one is a medium, and its Latin name.

Whom a newspaper, a channel or an agency talks to, it has not met: its questions are how articles come to be. A graph of
who met whom is therefore drawn without media, and every such node says so.
"""

from __future__ import annotations

from arner.arabic.orthography import fold
from arner.lexicon import cached, word_class
from arner.lexicon.known import known_bodies
from arner.lexicon.rows import KnownBody

_KINDS = frozenset({"media", "news_agency"})
_MEDIUM = word_class("medium") - word_class("medium_or_body")
_PRESS = word_class("press")


def is_medium(name: str, known: str | None = None) -> bool:
    """Whether the organisation of this name, or of this row of the known ones, is a medium.

    >>> is_medium("صحيفة الضحى"), is_medium("وكالة رويترز للأنباء"), is_medium("الوكالة الدولية للطاقة الذرية")
    (True, True, False)
    """
    words = fold(name).split()
    if rows := _rows(name, known) or _by_name().get(" ".join(words[1:]), ()):
        return all(row.kind in _KINDS for row in rows)
    return bool(words) and (words[0] in _MEDIUM or not _PRESS.isdisjoint(words))


def body_latin(name: str, known: str | None = None) -> str | None:
    """The Latin name of an organisation, where the table has it and no other of this name.

    >>> body_latin("رويترز"), body_latin("جمعية البيت السعيد")
    ('Reuters', None)
    """
    rows = _rows(name, known)
    return rows[0].latin if len(rows) == 1 else None


def _rows(name: str, known: str | None) -> tuple[KnownBody, ...]:
    """The row that a record names, else all that bear this name."""
    row = _by_id().get(known or "")
    return (row,) if row else _by_name().get(" ".join(fold(name).split()), ())


@cached
def _by_id() -> dict[str, KnownBody]:
    return {row.id: row for row in known_bodies()}


@cached
def _by_name() -> dict[str, tuple[KnownBody, ...]]:
    """Folded name → all bodies that bear it."""
    found: dict[str, tuple[KnownBody, ...]] = {}
    for row in known_bodies():
        for form in dict.fromkeys(map(fold, row.forms)):
            found[form] = (*found.get(form, ()), row)
    return found
