"""Spelling of Arabic as news write it: marks to ignore, letters that vary, forms that only look different.

Two strengths, both total functions of any text:

- `clean` removes what carries no letter (diacritics, tatweel, bidi marks, zero-width signs) and turns
  presentation forms into letters: what a reader would type. Names are shown cleaned.
- `fold` also makes spelling variants equal (أإآا, ىي, ةه, ؤو, ئي, Persian ک ی): what rules and look-ups compare.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Diacritics (harakat, superscript alef, Quranic signs), tatweel, zero-width and bidi signs, byte order mark.
_MARK_CLASS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
    "\u00ad\u061c\u180e\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
MARKS = re.compile(f"[{_MARK_CLASS}]")
_PRESENTATION_CLASS = "\ufb50-\ufdff\ufe70-\ufefc"
_PRESENTATION = re.compile(f"[{_PRESENTATION_CLASS}]")
_UNCLEAN = re.compile(f"[{_MARK_CLASS}{_PRESENTATION_CLASS}]")
LETTERS = re.compile("[\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06fa-\u06ff]+")  # no tatweel
_VARIES = "أإآٱىیېکةۀؤئ۔" + "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_FOLDED = str.maketrans(_VARIES, "اااايييكههوي." + "01234567890123456789")
_UNFOLDED = re.compile(f"[{_VARIES}]")


def clean(text: str) -> str:
    """`text` without marks, presentation forms as letters; idempotent.

    >>> clean("بـــوتيــن قالَ")
    'بوتين قال'
    """
    if _UNCLEAN.search(text) is None:
        return text
    text = MARKS.sub("", text)
    if _PRESENTATION.search(text):
        text = _PRESENTATION.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
        text = MARKS.sub("", text)  # some ligatures decompose into letters with marks
    return text


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """`text` cleaned, spelling variants and digits made equal; idempotent.

    >>> fold("إلى الأمم المتّحدة ٢٠١٨")
    'الي الامم المتحده 2018'
    """
    text = clean(text)
    return text.translate(_FOLDED) if _UNFOLDED.search(text) else text


def fold_all(texts: Sequence[str]) -> list[str]:
    """`fold` of each text of a table, all at once: a tenth of the time of one by one."""
    together = clean("\n".join(texts))
    for letter, folded in _FOLDED.items():
        together = together.replace(chr(letter), chr(folded))  # faster than `translate` in a long text
    found = together.split("\n")
    return found if len(found) == len(texts) else list(map(fold, texts))  # one has a line break, or there is none


def is_arabic(text: str) -> bool:
    """Whether `text` has at least one Arabic letter; tatweel is none."""
    return LETTERS.search(text) is not None or (
        _PRESENTATION.search(text) is not None and LETTERS.search(clean(text)) is not None
    )
