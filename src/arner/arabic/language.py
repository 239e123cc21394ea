"""Which language a text in Arabic letters is in: by letters that the others have, and by words of the dialects."""

from __future__ import annotations

from arner.arabic.orthography import LETTERS, fold_all, is_arabic
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
_PERSIAN_WORDS = word_class("persian")
_DIALECT_WORDS = word_class("dialect")
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
    letters = "".join(filter(str.isalpha, sample))
    arabic = len(letters) - sum(not is_arabic(c) for c in LETTERS.sub("", letters))
    if not arabic or arabic < len(letters) / 3:
        return "other"
    many = max(arabic * _FOREIGN, _LEAST - 1)
    if sum(map(letters.count, _URDU)) > many:
        return "ur"
    words = " ".join(fold_all(sample.split())).split()
    persian = sum(map(_PERSIAN_WORDS.__contains__, words)) > len(words) * _DIALECT
    if persian and sum(map(letters.count, _PERSIAN)) > many:
        return "fa"
    dialect = sum(map(_DIALECT_WORDS.__contains__, words))
    return "ar-dialect" if dialect > 1 and dialect > len(words) * _DIALECT else "ar"
