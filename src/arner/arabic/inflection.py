"""Inflection of listed verbs as news use them: from four principal parts to folded surface forms.

    forms(Verb(past="أكد", present="يؤكد", participle="مؤكد", masdars=("تأكيد",)))
    # {"اكد": Form("past", 3, "m", "s", ""), "تاكيدها": …, "موكدتين": …}

Sound, hollow (قال), defective (نفى، دعا), doubled (رد) and hamzated (أنبأ) verbs are told apart by
their principal parts; the passive is not made. Proclitics (و ف س) are taken off by `readings`, not multiplied out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from arner.arabic.orthography import fold

Kind = Literal["past", "present", "jussive", "participle", "masdar"]
PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "كم")
_OBJECTS = tuple(p for p in PRONOUNS if p != "ي")  # ي is written onto nouns: a verb has ني


@dataclass(frozen=True, slots=True)
class Verb:
    """Principal parts: past and present of `هو` (he), the active participle of one man, verbal nouns.

    A defective participle is given with its ي: `داعي` (calling).
    """

    past: str
    present: str
    participle: str | None = None
    masdars: tuple[str, ...] = ()


class Form(NamedTuple):
    """What a surface form says: person 1 or 3, gender m/f (None: both), number s/d/p, a pronoun on it."""

    kind: Kind
    person: int
    gender: str | None
    number: str
    suffix: str


_form = cache(Form)  # thousands of words have one of a hundred


def forms(verb: Verb) -> dict[str, Form]:
    """All folded forms of `verb`; where two are spelt alike the more frequent in news wins.

    >>> forms(Verb("نفى", "ينفي"))["تنفيه"]
    Form(kind='present', person=3, gender='f', number='s', suffix='ه')
    """
    found: dict[str, Form] = {}
    for word, form in _all(verb):
        found.setdefault(word, form)
    return found


def masdar_forms(verb: Verb) -> dict[str, Form]:
    """The forms of the verbal nouns alone, also those spelt like a verb's: `دعوة` (call), `دعوه` (they called him)."""
    return {word: form for masdar in verb.masdars for word, form in _masdar(fold(masdar))}


def readings(word: str) -> list[tuple[str, bool]]:
    """A folded verb with and without و ف and the س of the future: `(word, future)`, the whole word first.

    >>> readings("وسيعلن")
    [('وسيعلن', False), ('سيعلن', False), ('يعلن', True)]
    """
    found = [(word, False)]
    rest = word
    if len(rest) > 2 and rest[0] in "وف":
        rest = rest[1:]
        found.append((rest, False))
    if len(rest) > 3 and rest[0] == "س" and rest[1] in "يتان":
        found.append((rest[1:], True))
    return found


def _all(verb: Verb) -> Iterator[tuple[str, Form]]:
    yield from _past(verb)
    yield from _present(verb)
    if verb.participle:
        yield from _participle(fold(verb.participle))
    for masdar in verb.masdars:
        yield from _masdar(fold(masdar))


def _past(verb: Verb) -> Iterator[tuple[str, Form]]:
    base, present = fold(verb.past), fold(verb.present)
    first = base  # before ت and نا of the first person
    woman, joined = base, base  # before ت of the third person; before a pronoun
    dual, plural = base, base
    if _defective(verb):
        woman = plural = base[:-1]
        weak = "و" if present.endswith("و") else "ي"
        first = dual = base[:-1] + weak
        joined = base[:-1] + "ا"
    elif len(base) > 2 and base[-2] == "ا" and present[-2] in "ويا":
        first = base[:-2] + base[-1]
    elif len(present) == 3:
        first = base + base[-1]
    yield base, _form("past", 3, "m", "s", "")
    yield woman + "ت", _form("past", 3, "f", "s", "")
    yield dual + "ا", _form("past", 3, "m", "d", "")
    yield woman + "تا", _form("past", 3, "f", "d", "")
    yield plural + "وا", _form("past", 3, "m", "p", "")
    yield first + "ت", _form("past", 1, None, "s", "")
    yield first + "نا", _form("past", 1, None, "p", "")
    for pronoun in _OBJECTS:
        yield joined + pronoun, _form("past", 3, "m", "s", pronoun)
        yield woman + "ت" + pronoun, _form("past", 3, "f", "s", pronoun)
        yield dual + "ا" + pronoun, _form("past", 3, "m", "d", pronoun)
        yield plural + "و" + pronoun, _form("past", 3, "m", "p", pronoun)


def _present(verb: Verb) -> Iterator[tuple[str, Form]]:
    body = fold(verb.present)[1:]
    defective = _defective(verb)
    joined, plural, dual, short = body, body, body, body
    if defective:
        plural, short = body[:-1], body[:-1]
        if verb.present.endswith("ى"):
            joined = body[:-1] + "ا"
    elif len(body) > 2 and body[-2] in "ويا" and fold(verb.past)[-2:-1] == "ا":
        short = body[:-2] + body[-1]
    for prefix, person, gender in (("ي", 3, "m"), ("ت", 3, "f"), ("ا", 1, None), ("ن", 1, None)):
        number = "p" if prefix == "ن" else "s"
        yield prefix + body, _form("present", person, gender, number, "")
        if short != body:
            yield prefix + short, _form("jussive", person, gender, number, "")
        for pronoun in _OBJECTS:
            yield prefix + joined + pronoun, _form("present", person, gender, number, pronoun)
        if person == 1:
            continue
        yield prefix + dual + "ان", _form("present", 3, gender, "d", "")
        yield prefix + dual + "ا", _form("jussive", 3, gender, "d", "")
        if prefix == "ي":
            yield prefix + plural + "ون", _form("present", 3, "m", "p", "")
            yield prefix + plural + "وا", _form("jussive", 3, "m", "p", "")
            for pronoun in _OBJECTS:
                yield prefix + plural + "ون" + pronoun, _form("present", 3, "m", "p", pronoun)
                yield prefix + dual + "ان" + pronoun, _form("present", 3, "m", "d", pronoun)


def _participle(base: str) -> Iterator[tuple[str, Form]]:
    """Indefinite forms, as they carry on a sentence: `مؤكدا`, `مؤكدة`, `مؤكدين`."""
    plural = base[:-1] if base.endswith("ي") else base
    yield base + "ا", _form("participle", 3, "m", "s", "")
    yield base + "ه", _form("participle", 3, "f", "s", "")
    yield base + "تين", _form("participle", 3, "f", "d", "")
    yield plural + "ين", _form("participle", 3, "m", "p", "")
    yield plural + "ون", _form("participle", 3, "m", "p", "")
    yield base + "ات", _form("participle", 3, "f", "p", "")
    yield base, _form("participle", 3, "m", "s", "")


def _masdar(base: str) -> Iterator[tuple[str, Form]]:
    joined = [base[:-1] + "ت"] if base.endswith("ه") else [base]
    if base.endswith("ء"):
        joined += [base[:-1] + "ي", base[:-1] + "و"]  # ادعائه، ادعاؤه
    yield base, _form("masdar", 3, None, "s", "")
    yield "ال" + base, _form("masdar", 3, None, "s", "")
    for stem in joined:
        for pronoun in PRONOUNS:
            yield stem + pronoun, _form("masdar", 3, None, "s", pronoun)


def _defective(verb: Verb) -> bool:
    return verb.past[-1] in "ىا" and verb.present[-1] in "يىو"
