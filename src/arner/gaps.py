"""The text as the stages read it: one space between words, whole lines; and where its characters stood.

Every seventh article of the web has wide gaps between words (`وذكرت\\u00a0وسائل  إعلام`), some have every line broken
at the same width, or the letters of PDF files. No word stands nearer to or farther from another for it, so the stages
read a text without, and without the lines of the page around the article; what they found is told in characters of
the text as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from arner.arabic.marks import plain_marks
from arner.furniture import furniture

# Spaces of any width between two words of a line, but for one plain space; more than four in a row set a table, a tab
# does too.
_GAP = re.compile(r"(?<=\S)(?! \S)[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{1,4}(?=\S)")
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")  # also end a line

_WIDEST = 140  # characters of a line that an editor or a mail program breaks
_NARROWEST = 20
_ALIKE = 0.6  # of the longest line: how long the others are at least
_ENDS = '.!؟?:…»"”'  # a line that ends so may be a paragraph

# لام-ألف in the order of the font: «األمين» is «الأمين». No word begins so otherwise.
_SWAPPED = re.compile(r"(?<![^\W_])([وفبك]?ا)([أإآ])ل")
_SWAPPED_AFTER_LAM = re.compile(r"(?<![^\W_])(و?ل)([أإآ])ل(?=[^\W_]{2})")


class Gaps:
    """`text` with one space in each gap and no line broken in mid-sentence, and where its characters stood.

    >>> gaps = Gaps("وذكرت  وسائل")
    >>> gaps.text, gaps.original(6, 11)
    ('وذكرت وسائل', (7, 12))
    """

    def __init__(self, text: str) -> None:
        self.given = text
        self._at: list[int] = []  # the space of each wider gap, in the new text
        self._dropped = [0]  # characters left out up to it
        parts: list[str] = []
        last = 0
        self.left_out = list(furniture(text := _BREAKS.sub("\n", text)))
        """Characters of the text as it was that no stage reads: lines of the page around the article."""
        text = plain_marks(_whole_lines(_in_order(_blank(text, self.left_out))))
        for gap in _GAP.finditer(text):
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


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with spaces for the characters of `spans`."""
    parts: list[str] = []
    last = 0
    for start, end in spans:
        parts += [text[last:start], " " * (end - start)]
        last = end
    return "".join([*parts, text[last:]]) if parts else text


def _in_order(text: str) -> str:
    """`text` with the لام-ألف of PDF files put right, letter for letter: `األمين` → `الأمين`, `لألمم` → `للأمم`."""
    text, swapped = _SWAPPED.subn(r"\1ل\2", text)
    return _SWAPPED_AFTER_LAM.sub(r"\1ل\2", text) if swapped else text


def _whole_lines(text: str) -> str:
    """`text` with a space for each line feed at which an editor broke a paragraph, where its lines are of one width.

    Lines are taken for broken when they are about equally long, none is wider than a screen, and most do not end as
    sentences do; the last line of a paragraph may be short.
    """
    lines = text.split("\n")
    if len(lines) < 3 or max(map(len, lines)) > _WIDEST:
        return text
    paragraphs = [[line.rstrip() for line in part.split("\n")] for part in re.split(r"\n[ \t\r]*\n", text)]
    inner = [line for paragraph in paragraphs for line in paragraph[:-1] if line]
    if len(inner) < 2:
        return text
    longest = max(map(len, inner))
    even = sum(len(line) >= longest * _ALIKE for line in inner) >= len(inner) * 0.9
    open_ = sum(line[-1] not in _ENDS for line in inner) >= len(inner) * 0.6
    if longest < _NARROWEST or not (even and open_):
        return text
    joined = [lines[0]]
    for line, following in pairwise(lines):
        goes_on = line.strip() and following.strip() and len(line.rstrip()) >= longest * _ALIKE
        joined += [" " if goes_on else "\n", following]
    return "".join(joined)
