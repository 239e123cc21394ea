"""Which language a text in Arabic letters is in: by letters that the others have, and by words of the dialects."""

from __future__ import annotations

from arner.arabic.orthography import fold, is_arabic
from arner.lexicon import word_class
from arner.records import Language

NAMES: dict[Language, str] = {
    "ar": "Standard Arabic",
    "ar-dialect": "an Arabic dialect",
    "fa": "Persian",
    "ur": "Urdu",
    "other": "in another language",
}

NOT_ARABIC: frozenset[Language] = frozenset({"fa", "ur"})
"""Languages in Arabic letters whose words the rules would take for Arabic ones: nothing is read from them."""

_URDU = frozenset("ٹڈڑںےھ")
_PERSIAN = frozenset("پچژگکی")
_SAMPLE = 4000  # characters that are looked at
_FOREIGN = 0.02  # of the letters
_LEAST = 3  # letters: one or two may be a name, or slips of a keyboard
_DIALECT = 0.04  # of the words


def language_of(text: str) -> Language:
    """The language that most of the first 4,000 characters of `text` are in.

    >>> language_of("قال الوزير إن الاتفاق قريب"), language_of("وزیر خارجه ایران گفت که توافق نزدیک است")
    ('ar', 'fa')
    """
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    arabic = [c for c in letters if is_arabic(c)]
    if not arabic or len(arabic) < len(letters) / 3:
        return "other"
    many = max(len(arabic) * _FOREIGN, _LEAST - 1)
    if sum(c in _URDU for c in arabic) > many:
        return "ur"
    words = fold(sample).split()
    persian = sum(word in word_class("persian") for word in words) > len(words) * _DIALECT
    if persian and sum(c in _PERSIAN for c in arabic) > many:
        return "fa"
    dialect = sum(word in word_class("dialect") for word in words)
    return "ar-dialect" if dialect > 1 and dialect > len(words) * _DIALECT else "ar"
