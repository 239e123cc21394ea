"""The rest of a title, whatever it is, up to its holder's name: `وزيرة [إعداد التراب الوطني] سليمة عمر`.

No list has every field of government. What can belong to a title is taken word by word, and kept only where it ends
at a person's name, or at a sign when the name stands before the title and a comma.
"""

from __future__ import annotations

from arner.arabic.particles import readings
from arner.lexicon import word_class
from arner.mentions.name import SAYING
from arner.mentions.offices.heads import charged, honorifics, is_office_head, phrases
from arner.mentions.offices.reading import APART, NEVER, Phrase
from arner.syntax.verbs import acting_verb

_REST = 12  # tokens of a title behind what its parts are known by
_CHAIN = 3  # nouns in a row before a definite one: سحب [مياه نهر النيل]
_OF_SOMEBODY = word_class("verb_of_somebody")
_COMMAS = frozenset({"،", ","})
_WHERE = word_class("where_held")
_GOVERNING = word_class("governing_in_title")


def onward(phrase: Phrase) -> bool:
    """Take the rest of a title if it reaches its holder."""
    if phrase.head.kind != "office" or phrase.head.number != "sing":
        return False
    norms, end = phrase.text.norms, phrase.at
    limit = min(phrase.at + _REST, len(norms))
    while end < limit and phrase.goes_on(end) and (size := _part(phrase, end)):
        end += size
    if end in (phrase.at, len(norms)) or not _at_holder(phrase, end):
        return False
    body = _body_at(phrase, end)
    states = [phrase.text.inner.get(at) or phrase.text.countries.get(at) for at in range(phrase.at, end)]
    named = [state[1] for state in states if state and state[2] in ("name", "demonym")]
    if body and not phrase.organization:  # مدير إدارة آسيا في [صندوق النقد الدولي]
        phrase.take(body)
        phrase.in_body = True
    elif len(named) == 1 and not (phrase.countries or phrase.organization):  # الرياضة [بالبحرين], [والسنغاليين] بالخارج
        phrase.countries, phrase.country_from = named, "genitive"
    phrase.close(end, None)
    phrase.in_body = False
    phrase.described = True
    return True


def _body_at(phrase: Phrase, end: int) -> int:
    """The token where a body begins that ends the title and that «في» governs; 0 for none."""
    for at in range(phrase.at + 1, end):
        if phrase.text.entities.get(at) == (end, "ORG"):
            first = at - (phrase.text.norms[at - 1] in phrases("bodies", "words"))  # [شركة] النور
            return first if phrase.text.norms[first - 1] in _WHERE else 0
    return 0


def _at_holder(phrase: Phrase, end: int) -> bool:
    """Whether the holder's name stands at token `end`, behind a comma there, or before the title."""
    norms, people = phrase.text.norms, phrase.text.people
    if phrase.before_person(end) or (norms[end] in _COMMAS and phrase.before_person(end + 1)):
        return True
    before = norms[phrase.start - 1] if phrase.start else ""
    named = phrase.start - 1 in people or (before in _COMMAS and phrase.start - 2 in people)
    return named and not norms[end][:1].isalpha()


def _part(phrase: Phrase, at: int) -> int:
    """How many tokens at `at` may go on with a title: 0 for none."""
    text = phrase.text
    word = text.norms[at]
    if any(is_office_head(w) for w, _ in readings(word)) or (phrase.settled and not phrase.complement):
        return 0
    entity = text.entities.get(at)
    if entity and entity[1] == "ORG" and phrase.goes_on(entity[0] - 1):
        return entity[0] - at
    if word in _GOVERNING:
        return _governed(phrase, word, at)
    if word.startswith("و"):
        return _joined(phrase, word, at)
    if word.startswith(("لل", "بال")) and len(word) > 5 and word not in NEVER:
        return 1
    if word.startswith("ب") and len(word) > 4 and word not in NEVER and phrase.before_person(at + 1):
        return 1  # رئيس لجنة التنمية [بدارين] سالم عمر
    if word.startswith("ل") and (size := _chain(phrase, word[1:], at)):
        return size
    return 0 if at in text.countries else _noun(phrase, word, at)


def _joined(phrase: Phrase, word: str, at: int) -> int:
    """`مبعوث الشرق الأوسط [وآسيا الوسطى]`: a place or a noun that «and» joins to what the title has."""
    text = phrase.text
    entity = text.entities.get(at)
    if entity and entity[1] == "LOC" and at not in text.countries:
        return entity[0] - at
    return 0 if phrase.settled else _noun(phrase, word[1:], at)


def _named_at(phrase: Phrase, at: int) -> int:
    """The token after the place or body whose name begins at `at`; 0 for none."""
    entity = phrase.text.entities.get(at)
    return entity[0] if entity and entity[1] in ("LOC", "ORG") else 0


def _governed(phrase: Phrase, word: str, at: int) -> int:
    """`في [جنين]` behind a body, any preposition behind who has charge: `المكلف بالعلاقة [مع البرلمان]`."""
    text = phrase.text
    in_charge = any(w in charged() for w in text.norms[phrase.start : at])
    before = text.norms[phrase.start - 1] if phrase.start else ""
    there = word in _WHERE and not phrase.open and before not in _OF_SOMEBODY
    if not (in_charge or there) or not phrase.goes_on(at + 1):
        return 0
    named = _named_at(phrase, at + 1)
    if named and (in_charge or phrase.bodied or phrase.before_person(named)):
        return named - at
    if there and text.norms[at + 1] in phrases("bodies", "words") and not _is_definite(text.norms[at + 1]):
        named = _named_at(phrase, at + 2)  # مدير التسويق [في شركة النور]
        return named - at if named else 0
    if there and _is_definite(text.norms[at + 1]):
        return _there(phrase, at)
    if not in_charge:
        return 0
    size = _noun(phrase, text.norms[at + 1], at + 1)
    return size and size + 1


def _there(phrase: Phrase, at: int) -> int:
    """`رئيس العمليات [في المركز] سالم عمر`, `[في الحكومة المقالة] سالم عمر`: a definite noun, before the holder."""
    size = 2 + (phrase.goes_on(at + 2) and _is_definite(phrase.text.norms[at + 2]))
    return size if phrase.before_person(at + size) else 0


def _noun(phrase: Phrase, word: str, at: int) -> int:
    """A definite noun or adjective, or nouns in a row that end with one; a name ends a genitive."""
    joined = phrase.text.norms[at] != word  # توسيع الاتحاد الأوروبي [وسياسة الجوار]
    named = not joined and phrase.text.tokens.labels[at - 1] != ""  # مدير التمريض بمستشفى راشد [أهمية المؤتمر]
    return int(_is_definite(word)) or (0 if phrase.settled or named else _chain(phrase, word, at))


def _chain(phrase: Phrase, word: str, at: int) -> int:
    norms = phrase.text.norms
    for size in range(1, _CHAIN + 1):
        if not _is_plain(word) or not phrase.goes_on(at + size) or at + size in phrase.text.countries:
            return 0
        word = norms[at + size]
        if _is_definite(word):
            return size + 1
    return 0


def _is_definite(word: str) -> bool:
    return word.startswith("ال") and len(word) > 4 and _is_free(word)


def _is_plain(word: str) -> bool:
    """A noun without article, no verb and no particle."""
    noun = word.isalpha() and len(word) > 2 and not word.startswith(("ال", "با")) and word not in APART | SAYING
    noun = noun and not word.endswith("ا")  # وتبادلا
    return noun and _is_free(word) and acting_verb(word) is None


def _is_free(word: str) -> bool:
    return word not in NEVER and word not in honorifics() and not is_office_head(word)
