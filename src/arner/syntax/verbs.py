"""Whether a word is a verb: what parts one clause from the next where no sign does."""

from __future__ import annotations

from functools import cache

from arner.arabic.inflection import Form, Verb, forms, readings
from arner.lexicon import lines

# Past forms of these patterns are spelt like nouns: قتل (killed, killing), تعرض (met with, exposure), نقل.
_LIKE_A_NOUN = 4


@cache
def _forms() -> dict[str, Form]:
    found: dict[str, Form] = {}
    for line in lines("verbs.txt"):
        past, present = line.split()
        for word, form in forms(Verb(past, present)).items():
            if form.kind in ("past", "present") and form.person == 3 and not _like_a_noun(word, form):
                found.setdefault(word, form)
    return found


def _like_a_noun(word: str, form: Form) -> bool:
    if form.kind == "present":  # «تقدم», «تبادل», «تنفيذ»: also verbal nouns; «يد», «يوم»
        return form.gender == "f" or len(word) < _LIKE_A_NOUN
    plain = form.number == "s" and form.gender == "m" and not form.suffix
    return form.suffix != "" or (plain and (len(word) < _LIKE_A_NOUN or word[0] in "تم")) or len(word) < _LIKE_A_NOUN


def acting_verb(word: str) -> Form | None:
    """`ووافقت` as a form of وافق; None for what may as well be a noun, and for verbs of reporting.

    `word` is folded and may carry و ف س.
    """
    for rest, future in readings(word):
        form = _forms().get(rest)
        if form is not None and (not future or form.kind == "present"):
            return form
    return None
