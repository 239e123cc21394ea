"""What stands in the genitive of an office: a state, a field of government, another office, a body, a noun."""

from __future__ import annotations

from arner.arabic.orthography import clean, fold
from arner.arabic.particles import bare, readings
from arner.mentions.countries import is_place, place_country
from arner.mentions.offices.heads import (
    body_names,
    construct_portfolios,
    heads,
    honorifics,
    is_office_head,
    longest_head,
    phrases,
    private_bodies,
    without_suffix,
)
from arner.mentions.offices.reading import APART, NEVER, Phrase, written
from arner.syntax.verbs import acting_verb

_CLOSING = {'"': '"', "«": "»", "“": "”"}
_QUOTED = 5  # words of a body's name in quotation marks


def genitive(phrase: Phrase, word: str, at: int) -> bool:
    """What stands in the genitive: a country, a field, a body, another office."""
    first = clean(phrase.text.tokens.texts[at]) if word != phrase.text.norms[at] else None
    tagged = phrase.text.entities.get(at, (0, ""))[1] == "ORG"
    if phrase.governed and tagged and _of_body(phrase, word, at, first):
        return True  # مسؤول الأمن في [الاتحاد الأوروبي]: no field
    if _of_state(phrase, word, at, first) or _of_field(phrase, word, at, first) or _of_office(phrase, word, at, first):
        return True
    if phrase.takes <= {"portfolio", "office"} and not phrase.governed:
        return False
    return _of_body(phrase, word, at, first) or _of_noun(phrase, word, at, first)


def _of_state(phrase: Phrase, word: str, at: int, first: str | None) -> bool:
    country = phrase.text.countries.get(at) or (phrase.text.inner.get(at) if first else None)
    if country and country[2] != "demonym" and (phrase.takes != {"office"} or phrase.governed):
        return _take_country(phrase, country, first)
    place = place_at(phrase, at, word)
    if not place or not ("region" in phrase.takes or phrase.bodied or phrase.governed):
        return False
    phrase.countries = phrase.countries or [c for c in [place[1]] if c]
    phrase.close(place[0], first)
    of = phrase.text.countries.get(phrase.at) if phrase.goes_on() else None
    if of and of[2] == "name":  # رئيس إقليم كردستان [العراق]
        phrase.countries, phrase.country_from = [of[1]], "genitive"
        phrase.take(of[0])
    return True


def _of_field(phrase: Phrase, word: str, at: int, first: str | None) -> bool:
    own = without_suffix(word)
    size = phrase.match(construct_portfolios(), word, at) if "portfolio" in phrase.takes else 0
    if not size and own != word:
        fits = "portfolio" in phrase.takes and (own,) in construct_portfolios().get(own, ())
        state = (own,) in phrases("state", "words").get(own, ()) or own in phrases("bodies", "words")
        if fits or (state and "genitive" in phrase.takes):  # وزير [خارجيتها], رئيس [حكومتها]
            phrase.close(at + 1, first)
            phrase.owned = True
            return True
    if not size:
        return False
    # الموارد المائية العراقية: the broken plural of a field has a feminine adjective
    feminine = word.endswith("ه") or phrase.text.norms[at + size - 1].endswith("ه")
    phrase.genders.add("f" if feminine else "m")
    phrase.take(at + size, first=first)
    phrase.complement, phrase.open = True, not word.startswith("ال") and word != "شؤون"
    phrase.definite = phrase.definite or not phrase.open
    return True


def _of_office(phrase: Phrase, word: str, at: int, first: str | None) -> bool:
    speaks_for = phrase.preposition == "باسم"
    for size in range(longest_head().get(word, 0), 0, -1):
        words = (word, *phrase.text.norms[at + 1 : at + size])  # fewer at the end of the text
        inner = heads().get(words)
        if inner and inner.kind == "office" and (phrase.takes & {"genitive", "office"} or speaks_for):
            phrase.speaks_for |= speaks_for
            phrase.take(at + len(words), first=first)
            phrase.served = phrase.at if phrase.head.serves and inner.definite else -1
            phrase.complement, phrase.open, phrase.definite = True, not inner.definite, inner.definite
            phrase.takes, phrase.after = inner.takes, phrase.after | inner.after
            phrase.countries = phrase.countries or [c for c in [inner.country] if c]  # سفير خادم الحرمين الشريفين
            phrase.genders.add(inner.gender or "m")
            return True
    return False


def _of_body(phrase: Phrase, word: str, at: int, first: str | None) -> bool:
    """A body that is quoted, in the lexicon, or tagged; an organ of the state (`مجلس النواب`) is the state's."""
    if end := _quoted_body(phrase, at):
        _take_body(phrase, end, first)
        return True
    entity = phrase.text.entities.get(at)
    known = phrase.match(body_names(), word, at)
    organ = phrase.match(phrases("state", "words"), word, at) or word in phrases("bodies", "organs")
    if known > 1 or (entity and entity[1] == "ORG" and not organ):
        _take_body(phrase, max(at + known, entity[0] if entity else 0), first)
        return True
    return False


def _of_noun(phrase: Phrase, word: str, at: int, first: str | None) -> bool:
    """A noun of the state or of a body, any definite noun, or a noun with a definite one: `رئيس [فوج العمل]`."""
    state = phrase.match(phrases("state", "words"), word, at)
    body = word in phrases("bodies", "words")
    field_ = phrase.bodied and bool(phrase.match(construct_portfolios(), word, at))  # إدارة [الحج]
    definite = word.startswith("ال")
    if not (state or body or field_ or (definite and len(word) > 4 and word not in NEVER | honorifics())):
        if not first and "genitive" in phrase.takes and construct(phrase, word, at):
            phrase.take(at + 2)
            phrase.complement, phrase.open, phrase.definite = True, False, True
            return True
        return False
    if definite and phrase.takes.isdisjoint({"genitive", "region"}) and not phrase.governed:
        return False
    if word in phrases("bodies", "organizations") and not phrase.organization:
        phrase.in_body = True
    phrase.bodied |= body
    phrase.genders.add("f" if word.endswith(("ه", "ات", "اء")) else "m")
    end = at + max(state, 1)
    phrase.take(end, first=first)
    phrase.open = not phrase.text.norms[end - 1].startswith("ال")
    phrase.complement = True
    phrase.definite = not phrase.open
    return True


def construct(phrase: Phrase, word: str, at: int) -> bool:
    """Whether a body goes on with a noun and its definite genitive: `هيئة [تنظيم الاتصالات]`."""
    norms = phrase.text.norms
    if at in phrase.text.entities or at + 1 in phrase.text.countries:
        return False
    if at != phrase.at or not phrase.goes_on(at + 1) or not norms[at + 1].startswith("ال") or len(norms[at + 1]) < 5:
        return False
    noun = word.isalpha() and len(word) > 2 and not word.startswith("ال") and word not in APART
    if not noun or acting_verb(word) is not None or is_office_head(word) or is_place(word):
        return False
    return norms[at + 1] not in NEVER | honorifics()


def _take_country(phrase: Phrase, country: tuple[int, str, str], first: str | None) -> bool:
    end, code, how = country
    if how == "name" and phrase.text.norms[phrase.at] == "الجمهوريه":
        phrase.take(phrase.at + 1)  # رئيس الجمهورية اليمنية: رئيس الجمهورية
    # المبعوث الأممي [لليمن]: where he goes
    sent = phrase.governed and phrase.preposition == "ل" and "الي" in phrase.after
    drop = how == "name" and (not phrase.governed or phrase.preposition == "ل") and not sent
    drop = drop and (phrase.governed or not _is_needed(phrase, end))
    phrase.take(end, keep=not drop, first=first)
    if not phrase.governed or (phrase.preposition in ("ل", "باسم") and not sent):
        phrase.countries = phrase.countries or [code]
        phrase.country_from = phrase.country_from or "genitive"
    if drop and phrase.head.number != "sing":  # وزيرا خارجية روسيا وإيران
        phrase.take_joined("name")
    phrase.open, phrase.definite = False, True
    phrase.complement = phrase.complement or phrase.governed or how == "seat"  # كبير موظفي [البيت الأبيض]
    return True


def _is_needed(phrase: Phrase, end: int) -> bool:
    """`مندوب [روسيا] الدائم`, `سفير [فرنسا] لدى لبنان`: what follows a state needs it in the title."""
    after = phrase.text.norms[end] if end < len(phrase.text.norms) else ""
    return after in phrase.after or bool(after and phrase.match(phrases("modifiers", "kept"), after, end))


def place_at(phrase: Phrase, at: int, word: str) -> tuple[int, str | None] | None:
    entity = phrase.text.entities.get(at)
    tagged = entity[0] - at if entity and entity[1] == "LOC" else 0
    for size in (3, 2, 1):
        name = " ".join((word, *phrase.text.norms[at + 1 : at + size]))
        if size > tagged and at + size <= len(phrase.text.norms) and is_place(name):  # [مكة] المكرمة
            return at + size, place_country(name)
    return (at + tagged, place_country(phrase.text.written(at, at + tagged))) if tagged else None


def _take_body(phrase: Phrase, end: int, first: str | None) -> None:
    """An organisation that the tagger found; its country's adjective is no part of the title."""
    name = phrase.text.shown(phrase.at, end)
    if first is not None:
        name[0] = written(phrase.text.tokens.texts[phrase.at], 1, readings(fold(first))[-1][0])
    phrase.in_body, phrase.bodied = False, True
    private = bare(fold(name[0])) in private_bodies() if name else False  # رئيس الائتلاف السوري: not of Syria
    phrase.organization = [*phrase.organization, *name]
    while phrase.at < end:
        country = phrase.text.countries.get(phrase.at)
        if country and country[2] == "demonym" and country[0] == end and len(name) > 1 and not private:
            phrase.countries, phrase.country_from = phrase.countries or [country[1]], "adjective"
            phrase.take(country[0], keep=False)
        else:
            phrase.take(phrase.at + 1, first=first)
        first = None
    phrase.open, phrase.definite, phrase.complement = False, True, True


def _quoted_body(phrase: Phrase, at: int) -> int:
    """The token after a body's name in quotation marks: `رئيس شركة ["بوينغ"]`, `رئيس تحرير صحيفة ["الغد"]`."""
    norms, entity = phrase.text.norms, phrase.text.entities.get(at + 1)
    closing = _CLOSING.get(norms[at])
    if closing is None or not (phrase.bodied or (entity and entity[1] == "ORG")):
        return 0
    ends = (k + 1 for k in range(at + 2, min(at + 2 + _QUOTED, len(norms))) if norms[k] == closing)
    return next(ends, 0)
