"""A preposition that belongs to an office, with its noun: `باسم الحكومة`, `لدى السعودية`, `للشؤون الخارجية`."""

from __future__ import annotations

from arner.arabic.particles import bare, readings
from arner.lexicon import word_class
from arner.mentions.offices.genitive import genitive, place_at
from arner.mentions.offices.heads import charged, construct_portfolios, longest_head, phrases, without_suffix
from arner.mentions.offices.reading import NEVER, Phrase

_APART_PREPOSITIONS = word_class("preposition_of_title")


def preposition(phrase: Phrase, word: str) -> bool:
    """`إلى سوريا`, `باسم الحكومة`, `للشؤون الخارجية`: only where a noun follows that fits."""
    if without_suffix(word) == "باسم" != word and "باسم" in phrase.after:  # المتحدثة الرسمية [باسمها]
        phrase.take(phrase.at + 1, keep=False)
        phrase.owned = phrase.governed = phrase.complement = True
        return True
    preposition, at, rest = _governor(phrase, word)
    if not rest or not _may_govern(phrase, preposition, at, rest):
        return False
    if at != phrase.at and (at >= len(phrase.text.norms) or phrase.text.tokens.texts[at].isspace()):
        return False
    saved = {key: list(value) if isinstance(value, list) else value for key, value in vars(phrase).items()}
    phrase.take(at)
    loose = not phrase.head.definite and not phrase.definite
    phrase.preposition, phrase.open, phrase.governed = preposition, True, True
    fits = _fits(phrase, preposition, rest, at)
    if fits and at in phrase.text.people and preposition == "باسم":
        phrase.close(phrase.text.entities.get(at, (at + 1, ""))[0], None)
        phrase.loose |= loose
        return True
    if fits and genitive(phrase, rest, at):
        if phrase.organization and not saved["organization"] and (preposition == "ل" or phrase.head.bare):
            phrase.bare_title, phrase.bare_at = saved["title"], phrase.at
        phrase.complement = phrase.described = True
        phrase.settled = False
        phrase.loose |= loose
        return True
    vars(phrase).update(saved)
    return False


def _governor(phrase: Phrase, word: str) -> tuple[str, int, str]:
    """The preposition at the next token, the token of the noun that it governs, and that noun; else no noun."""
    norms = phrase.text.norms
    if word in _APART_PREPOSITIONS:
        at = phrase.at + 1
        at += norms[at : at + 1] == ["#"]
        return word, at, norms[at] if at < len(norms) else ""
    if len(word) > 3 and word[0] in "لب" and word not in NEVER:
        return word[0], phrase.at, readings(word)[-1][0]
    return "", phrase.at, ""


def _may_govern(phrase: Phrase, preposition: str, at: int, rest: str) -> bool:
    """Whether the preposition belongs to the head, to a body that was named, or to who has charge of something."""
    if preposition in phrase.after or (preposition in ("ب", "عن") and phrase.text.norms[phrase.at - 1] in charged()):
        return True
    if preposition == "في" and (phrase.bodied or phrase.head.kind == "described"):
        return phrase.text.norms[at + 1 : at + 2] not in (["سموه"], ["معاليه"], ["سعادته"], ["فضيلته"])
    if preposition != "ب" or not phrase.complement:
        return False
    place = place_at(phrase, at, rest)  # مدير الإعلام [بالجمعية], ممثل المنظمة [باليمن]
    there = "في" in phrase.after and (phrase.text.inner.get(at) or place) is not None
    there |= phrase.bodied and place is not None and phrase.before_person(place[0])  # الهيئة الملكية [بينبع]
    return there or bare(rest) in phrases("bodies", "words")


def _fits(phrase: Phrase, preposition: str, rest: str, at: int) -> bool:
    """Whether the noun after a preposition is of the kind that belongs to a title."""
    if preposition == "باسم" or (preposition == "ب" and phrase.text.norms[at - 1] in charged()):
        return True
    body = _is_body_noun(phrase, rest, at)
    field_ = bool(phrase.match(construct_portfolios(), rest, at)) or bare(rest) == "شؤون"
    if preposition == "عن":
        return field_ or body or rest.startswith("ال")
    if preposition in ("الي", "لدي"):
        return body or _is_served(phrase, rest) or rest.startswith("ال") or _is_located(phrase, rest, at)
    if preposition in ("في", "ب"):
        located = "في" in phrase.after or (preposition == "ب" and phrase.bodied)
        return body or (located and _is_located(phrase, rest, at))
    return field_ or _is_of_whom(phrase, rest, at, body)


def _is_served(phrase: Phrase, rest: str) -> bool:
    """`الوزير المنتدب لدى [رئيس الحكومة]`: whether the noun after a preposition is an office that this one serves."""
    return "office" in phrase.takes and rest in longest_head()


def _is_of_whom(phrase: Phrase, rest: str, at: int, body: bool) -> bool:
    """Whether the noun after ل is whose office it is: another office, a body, a state."""
    office = rest in longest_head()
    if "portfolio" in phrase.takes:
        return office and "genitive" in phrase.takes  # المستشار السياسي للأمين العام
    return body or office or _is_state(phrase, at) or (rest.startswith("ال") and bool(phrase.genders))


def _is_body_noun(phrase: Phrase, rest: str, at: int) -> bool:
    tagged = phrase.text.entities.get(at, (0, ""))[1] == "ORG"
    return tagged or rest in phrases("bodies", "words") or bare(rest) in phrases("bodies", "words")


def _is_state(phrase: Phrase, at: int) -> bool:
    country = phrase.text.countries.get(at) or phrase.text.inner.get(at)
    return bool(country and country[2] != "demonym")


def _is_located(phrase: Phrase, rest: str, at: int) -> bool:
    return _is_state(phrase, at) or place_at(phrase, at, rest) is not None
