"""Which organisations are media: newspapers, channels, agencies, sites with news.

Whom an agency talks to, it has not met: its questions are how articles come to be. A graph of who met whom is
therefore drawn without media, and every such node says so.
"""

from __future__ import annotations

from arner.arabic.orthography import fold
from arner.lexicon import cached, word_class
from arner.lexicon.known import known_bodies

_KINDS = frozenset({"media", "news_agency"})
_MEDIUM = word_class("medium") - word_class("medium_or_body")
_PRESS = word_class("press")


def is_medium(name: str, known: str | None = None) -> bool:
    """Whether the organisation of this name, or of this row of the known ones, is a medium.

    >>> is_medium("صحيفة الضحى"), is_medium("وكالة رويترز للأنباء"), is_medium("الوكالة الدولية للطاقة الذرية")
    (True, True, False)
    """
    if kinds := _by_row().get(known or ""):
        return kinds <= _KINDS
    words = fold(name).split()
    kinds = _by_name().get(" ".join(words)) or _by_name().get(" ".join(words[1:]), frozenset())
    if kinds:
        return kinds <= _KINDS
    return bool(words) and (words[0] in _MEDIUM or not _PRESS.isdisjoint(words))


@cached
def _by_row() -> dict[str, frozenset[str | None]]:
    return {row.id: frozenset({row.kind}) for row in known_bodies()}


@cached
def _by_name() -> dict[str, frozenset[str | None]]:
    """Folded name → the kinds of all bodies that bear it."""
    kinds: dict[str, frozenset[str | None]] = {}
    for row in known_bodies():
        for form in map(fold, row.forms):
            kinds[form] = kinds.get(form, frozenset()) | {row.kind}
    return kinds
