"""What is known of a word alone, found once a word: the words of news come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")
_KEPT = 20_000  # words; nine of ten words of the next article are among them


class ByWord(dict[str, _T]):
    """`found[word]` is `make(word)`, remembered for the words that came last.

    >>> lengths = ByWord(len)
    >>> lengths["قال"]
    3
    """

    def __init__(self, make: Callable[[str], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> _T:
        if len(self) >= _KEPT:
            self.clear()
        found = self[word] = self._make(word)
        return found
