"""Gaps between words that are wider than one space, or of another kind: `وذكرت\\u00a0وسائل  إعلام`.

Every seventh article of the web has them, and no word stands nearer to or farther from another for it. So the stages
read a text in which each gap is one plain space, and what they found is told in characters of the text as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left

# Spaces of any width between two words of a line; more than four in a row set a table, a tab does too.
_GAP = re.compile(r"(?<=\S)[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{1,4}(?=\S)")


class Gaps:
    """`text` with one space in each gap, and where its characters stood.

    >>> gaps = Gaps("وذكرت  وسائل")
    >>> gaps.text, gaps.original(6, 11)
    ('وذكرت وسائل', (7, 12))
    """

    def __init__(self, text: str) -> None:
        self._at: list[int] = []  # the space of each wider gap, in the new text
        self._dropped = [0]  # characters left out up to it
        parts: list[str] = []
        last = 0
        for gap in _GAP.finditer(text):
            if gap[0] == " ":
                continue
            parts += [text[last : gap.start()], " "]
            last = gap.end()
            if len(gap[0]) > 1:
                self._at.append(gap.start() - self._dropped[-1])
                self._dropped.append(self._dropped[-1] + len(gap[0]) - 1)
        self.text = "".join([*parts, text[last:]]) if parts else text

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where characters `start` to `end` of the new text stood."""
        if end <= start:
            return (self._back(start), self._back(start))
        return (self._back(start), self._back(end - 1) + 1)

    def _back(self, at: int) -> int:
        return at + self._dropped[bisect_left(self._at, at)]
