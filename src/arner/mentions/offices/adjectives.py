"""Adjectives of an office: `السابق`, `الدائم`, `الروسي`, `الاقتصادي`."""

from __future__ import annotations

from arner.arabic.orthography import clean, fold
from arner.arabic.particles import bare
from arner.lexicon import load, word_class, words
from arner.mentions.offices.heads import honorifics, phrases, regions
from arner.mentions.offices.reading import NEVER, Phrase

_RELATIVE = ("ي", "ية", "يه", "يون", "يين")
_PARTICIPLES = tuple(sorted(word_class("participle_ending")))  # المسلحة، المشتركة، المتحدة، العامة


def modifier(phrase: Phrase, word: str) -> bool:
    fits = word.startswith(("ال", "ب")) == phrase.definite or phrase.open
    for key in ("former", "passing", "kept"):
        size = phrase.match(phrases("modifiers", key), word, phrase.at)
        if not size or not (fits or key == "former"):
            continue
        if phrase.open and word.startswith("ال"):
            return False  # رئيس العام: a genitive
        phrase.open = phrase.open and word == "عام"  # مدير عام [الشؤون الصحية]
        phrase.former |= key == "former"
        in_body, phrase.in_body = phrase.in_body, phrase.in_body and key == "kept"
        phrase.take(phrase.at + size, keep=key == "kept")
        phrase.in_body = in_body and key == "kept"
        phrase.described = True
        return True
    bodies = load("offices")["modifiers"]["organization"]
    for name, body in bodies.items():
        if word == fold(name) and fits:
            phrase.take(phrase.at + 1)
            phrase.organization, phrase.complement, phrase.described = [body], True, True
            phrase.open = False
            return True
    return False


def adjective_of_country(phrase: Phrase) -> bool:
    """`الروسي`; after a dual or plural `الروسي والتركي`."""
    found = phrase.text.countries.get(phrase.at)
    if found is None or found[2] != "demonym":
        return False
    end, code, _ = found
    word = phrase.text.norms[phrase.at]
    several = phrase.head.number != "sing"
    if not _is_of_head(phrase, word):
        return False
    named = end in phrase.text.people or (phrase.text.norms[end : end + 1] == ["،"] and end + 1 in phrase.text.people)
    if several and not phrase.complement and not named and not _of_several(phrase, word, end):
        return False
    phrase.adjoined = end if phrase.served == phrase.at else phrase.adjoined  # مستشار الرئيس [السوري]
    phrase.take(end, keep=False)
    phrase.country_from, phrase.described, phrase.open = "adjective", True, False
    phrase.settled = True
    phrase.countries = [code]
    if several and phrase.text.norms[phrase.at - 1][-1:] in "يه":
        phrase.take_joined("demonym")
    return True


def _is_of_head(phrase: Phrase, word: str) -> bool:
    """Whether a country's adjective is definite as its noun is, agrees with it, and is the first one."""
    if phrase.country_from == "adjective" or (phrase.countries and phrase.head.country):
        return False
    definite = word.startswith("ال")
    if definite if phrase.open else definite != phrase.definite:
        return False  # رئيس الأمريكيين
    return phrase.head.number != "sing" or phrase.agrees(word)


def _of_several(phrase: Phrase, word: str, end: int) -> bool:
    """Whether an adjective fits a plural: it is one itself, or others are joined to it."""
    following = phrase.text.inner.get(end)
    return word[-1] not in "يه" or bool(following and following[2] == "demonym")


def adjective_of_field(phrase: Phrase, word: str) -> bool:
    """An adjective of a field that agrees: `الاقتصادي`, of somebody described also `أمني`."""
    if phrase.settled or word in NEVER or word in honorifics() or phrase.head.kind in ("dual", "counterpart"):
        return False
    if not _is_of_field(phrase, word):
        return False
    phrase.take(phrase.at + 1)
    phrase.described = True
    if bare(word) in regions() and not phrase.countries:
        phrase.countries, phrase.country_from = [regions()[bare(word)]], "adjective"
    return True


def _is_of_field(phrase: Phrase, word: str) -> bool:
    written = clean(phrase.text.tokens.texts[phrase.at])
    definite = word.startswith("ال")
    if definite != phrase.definite or len(word) < 5:
        return False
    if not written.endswith(_RELATIVE) and not (phrase.complement and word.endswith(_PARTICIPLES)):
        return False
    if not definite and (phrase.head.kind != "described" or word[0] in "يتن" or phrase.at in phrase.text.inner):
        return False
    # The broken plural of a complement (الشؤون, الأمم) has a feminine adjective.
    agrees = phrase.agrees(word) or (phrase.complement and word.endswith("ه"))
    if phrase.head.number == "sing" and not agrees:
        return False
    return not (definite and not phrase.complement and bare(word) in words("name_words"))
