"""Phrases that name an office: `وزير الخارجية الروسي السابق`, `الأمين العام للأمم المتحدة`, `نظيره الصيني`.

A phrase is read from its head (وزير) onwards: a field or a body in the genitive, adjectives that agree, a
noun after a preposition that belongs to it. It ends where none of these goes on,
at the latest at a person's name.
"""

from __future__ import annotations

from dataclasses import replace

from arner.arabic.orthography import clean
from arner.arabic.particles import readings
from arner.layers import CountryMention, OfficeMention
from arner.lexicon import cached, word_class
from arner.mentions.name import SAYING
from arner.mentions.offices.adjectives import adjective_of_country, adjective_of_field, modifier
from arner.mentions.offices.genitive import construct, genitive
from arner.mentions.offices.heads import (
    SUFFIXES,
    Head,
    heads,
    honorifics,
    is_office_head,
    longest_head,
    owned_heads,
    phrases,
)
from arner.mentions.offices.joined import joined_field
from arner.mentions.offices.onward import onward
from arner.mentions.offices.outcome import office_of_named, outcome
from arner.mentions.offices.prepositions import preposition
from arner.mentions.offices.reading import APART, Phrase
from arner.mentions.offices.text import OfficeText
from arner.syntax.verbs import acting_verb
from arner.tokens import Tokens

_EXCELLENCY = word_class("excellency")


def find_offices(tokens: Tokens, countries: list[CountryMention]) -> list[OfficeMention]:
    """The office phrases of a text in order, none resolved to a person."""
    text = OfficeText(tokens, countries)
    found: list[OfficeMention] = []
    free = 0
    for i, word, dropped in tokens.read_as(_opening_words()):
        if i < free or (i in text.people and i not in text.entities):
            continue
        office = _office(text, i, word, dropped)
        if office is None:
            continue
        free = i + 1
        if not (office.number == "plural" and _names_body(text.norms, i)):
            joined = bool(found) and found[-1].end_token == i
            found.append(replace(office, joined=True) if joined else office)
            if office.reaches is None:  # else the office within is the named one's
                free = office.end_token
    return found


def _office(text: OfficeText, i: int, word: str, dropped: int) -> OfficeMention | None:
    """The office whose head begins in token `i`, read as `word`: its own holder's (`مديرها`), or the longest head."""
    if (own := _owned_head(text, i, word)) and (office := _read(Phrase(text, i, dropped, word, i + 1, own))):
        return office
    for size in range(longest_head().get(word, 0), 0, -1):
        rest, end = _following(text.norms, i + 1, size - 1)
        head = heads().get((word, *rest))
        if head and not _is_excellency(text, i, word):
            return _read(Phrase(text, i, dropped, word, end, head))
    return None


@cached
def _opening_words() -> frozenset[str]:
    """The words that the head of an office may begin with."""
    return frozenset(longest_head()) | owned_heads().keys() | {f"{word}ه" for word in longest_head()}


def _owned_head(text: OfficeText, i: int, word: str) -> Head | None:
    """The head of `مديرها`, `مستشاره`; a text that has no ة writes a woman's office with ه."""
    written = clean(text.tokens.texts[i])
    if written.endswith("ه") and text.has_marbuta:
        base = heads().get((word[:-1],))
        if base and base.kind == "office" and base.number == "sing" and not base.definite and len(word) > 4:
            return replace(base, definite=True, owned=True)
    return owned_heads().get(word) if written.endswith(SUFFIXES) else None


def _following(norms: list[str], at: int, count: int) -> tuple[list[str], int]:
    """The next `count` words from token `at`, and the token after them: `#ولي_[العهد]_السعودي`."""
    found: list[str] = []
    while len(found) < count and at < len(norms):
        if norms[at] != "_":
            found.append(norms[at])
        at += 1
    return found, at


def _is_excellency(text: OfficeText, i: int, word: str) -> bool:
    """`دولة الرئيس سعد الحريري` (his excellency): how a prime minister or a speaker is addressed is no office."""
    addressed = word == "الرييس" and i > 0 and text.norms[i - 1] in _EXCELLENCY
    return addressed and i + 1 in text.people


def _names_body(norms: list[str], i: int) -> bool:
    """`مجلس النواب`, `حزب المحافظين`: the plural is part of a body's name."""
    return bool(i) and any(w in phrases("bodies", "words") for w, _ in readings(norms[i - 1]))


def _read(phrase: Phrase) -> OfficeMention | None:
    while phrase.goes_on():
        before = phrase.at
        phrase.at += phrase.text.norms[phrase.at] == "_"  # #وزير_الدفاع
        if not (phrase.goes_on() and _step(phrase)):
            phrase.at = before
            break
    if onward(phrase):
        return outcome(phrase)
    of_body = phrase.open and phrase.bodied  # المدير السابق لحملة [ترامب]، بول مانافورت
    if (phrase.speaks_for or phrase.served == phrase.at or of_body) and phrase.at in phrase.text.people:
        return office_of_named(phrase)  # المتحدث باسم الرئيس الفلسطيني محمود عباس: he is the president
    if phrase.adjoined == phrase.at and phrase.at in phrase.text.people and (found := office_of_named(phrase)):
        return found  # مستشارة الرئيس السوري بشار الأسد، بثينة شعبان; but مستشار الرئيس التونسي سالم عمر
    return outcome(phrase)


def _step(phrase: Phrase) -> bool:
    word = phrase.text.norms[phrase.at]
    if phrase.open and word in honorifics() and _before_head(phrase):  # مدير مكتب [سمو] وزير الدفاع
        phrase.take(phrase.at + 1)
        return True
    if phrase.open and phrase.bodied and construct(phrase, word, phrase.at):  # المتحدث باسم تحالف [دعم الشرعية]
        phrase.take(phrase.at + 2)
        phrase.complement, phrase.open, phrase.definite = True, False, True
        return True
    if modifier(phrase, word) or adjective_of_country(phrase):
        return True
    if phrase.open and genitive(phrase, word, phrase.at):
        return True
    if joined_field(phrase, word) or adjective_of_field(phrase, word) or preposition(phrase, word):
        return True
    return _called(phrase, word)


def _before_head(phrase: Phrase) -> bool:
    """Whether another office stands behind the next token."""
    return phrase.goes_on(phrase.at + 1) and is_office_head(phrase.text.norms[phrase.at + 1])


def _called(phrase: Phrase, word: str) -> bool:
    """`مدير شركة [زين] المهندس فلان`: one unknown word between a body's noun and whom the office is of."""
    noun = word.isalpha() and len(word) > 2 and word[0] not in "وفبل" and word not in APART | SAYING
    if (
        not (phrase.bodied and phrase.open and noun and phrase.before_person(phrase.at + 1))
        or acting_verb(word) is not None
    ):
        return False
    phrase.close(phrase.at + 1, None)
    return True
