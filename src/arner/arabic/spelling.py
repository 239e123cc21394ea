"""What the spellings of one foreign name share: `سيرجي` and `سيرغي`, `ترمب` and `ترامب`."""

from __future__ import annotations

import re
from functools import lru_cache

_WEAK = re.compile("(?<=.)[اوي]")
_ALIKE = str.maketrans("جقكضطصثفپڤ", "غغغدتستوبو")


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """A word without what transliterations disagree on: `سيرجي` and `سيرغي`, `ترمب` and `ترامب` are one.

    >>> skeleton("سيرجي") == skeleton("سيرغي")
    True
    """
    return _WEAK.sub("", word).translate(_ALIKE)


def spelling(word: str) -> str:
    """What the spellings of a longer word share; a short word is spelt one way, but for ج, غ, ق and their like."""
    shared = skeleton(word)
    if len(word) < 4:
        return word
    return shared if len(shared) > 2 else word.translate(_ALIKE)
