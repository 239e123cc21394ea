"""A second field after «and»: `وزير الطاقة والصناعة`, `رئيس لجنة الأمن والدفاع`."""

from __future__ import annotations

from arner.arabic.particles import readings
from arner.mentions.offices.heads import construct_portfolios, honorifics, is_office_head, phrases
from arner.mentions.offices.reading import Phrase

_VERBAL_NOUNS = ("الت", "الا")  # التدريب، التعاون، الاتصال، الإعلام


def joined_field(phrase: Phrase, word: str) -> bool:
    """`وزير الطاقة والصناعة`, `الشؤون الاقتصادية والاجتماعية`."""
    if not phrase.complement or word[:1] != "و" or phrase.settled:
        return False
    definite = phrase.text.norms[phrase.at - 1].startswith("ال")  # مدير العلاقات العامة [والإعلام]
    if (definite or "portfolio" in phrase.takes) and (
        size := phrase.match(construct_portfolios(), word[1:], phrase.at)
    ):
        phrase.take(phrase.at + size)
        return True
    if phrase.bodied and (size := _second_field(phrase, word[1:])):
        in_body, phrase.in_body = phrase.in_body, bool(phrase.organization)
        phrase.take(phrase.at + size)
        phrase.in_body = in_body
        return True
    before = phrase.text.norms[phrase.at - 1]
    if before.startswith("ال") and before.endswith("يه") and word.startswith("وال") and word.endswith("يه"):
        if phrase.at in phrase.text.inner:
            return False
        phrase.take(phrase.at + 1)
        return True
    return False


def _second_field(phrase: Phrase, word: str) -> int:
    """How many tokens the second field of a body takes: `رئيس لجنة الأمن [والدفاع]`, `مركز الدراسات [والتدريب]`.

    A field of government, or before a person what can be no person: a verbal noun, a feminine that is no office.
    """
    norms, at = phrase.text.norms, phrase.at
    bodies = phrases("bodies", "words")
    tagged = phrase.text.entities.get(at - 2) == (at, "ORG")  # [لجنة الأمن]
    if not norms[at - 1].startswith("ال") or not (tagged or any(w in bodies for w, _ in readings(norms[at - 2]))):
        return 0
    if not word.startswith("ال") or is_office_head(word) or word in honorifics() or at in phrase.text.inner:
        return 0
    if size := phrase.match(construct_portfolios(), word, at):
        return size
    return int(at + 1 in phrase.text.people and (word.startswith(_VERBAL_NOUNS) or word.endswith(("ه", "ات"))))
