"""Quotation marks of every kind as «…» and "…", letter for letter, so that no character moves."""

from __future__ import annotations

import re

_INNER = r"(?=\S)([^\n{0}]{{1,1200}})(?<=\S)"
_ARABIC = r"(?=[^\n]{0,3}[\u0621-\u064a])"
# »لن نقبل«: closing marks that open, where no «…» stands around them
_REVERSED = re.compile(rf"(?<![^\s:(])»{_INNER.format('«»')}«(?![^\W_])")
_QUOTES = re.compile(rf"(?<![\w'’])'{_ARABIC}{_INNER.format(chr(39))}'(?![\w'])")
_DOUBLE_BRACKETS = re.compile(rf"(?<!\()\(\({_INNER.format('()')}\)\)(?!\))")
# «وأضاف: (العمل مستمر).»: several words in brackets after a colon, and nothing but a stop or «and» after them
_BRACKETS = re.compile(
    rf"(?<=:)( ?)\({_ARABIC}((?=\S)[^()\s]{{1,40}} [^()\n]{{1,1200}})(?<=\S)\)(?=[.،؛]?(?:\s*$|\s*\n|[.،؛]\s| و))",
    re.MULTILINE,
)


def plain_marks(text: str) -> str:
    """`text`, as long as it was, with the quotation marks that the stages know.

    >>> plain_marks("قال: »نعم، غدا« وأضاف: ((لا بأس))")
    'قال: «نعم، غدا» وأضاف: <<لا بأس>>'
    """
    text = text.replace("‹", "«").replace("›", "»")
    if "«" in text:
        text = _REVERSED.sub(r"«\1»", text)
    if "'" in text:
        text = _QUOTES.sub(r'"\1"', text)
    if "(" in text:
        text = _DOUBLE_BRACKETS.sub(r"<<\1>>", text)
        text = _BRACKETS.sub(r"\1«\2»", text)
    return text
