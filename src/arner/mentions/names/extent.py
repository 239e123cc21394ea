"""How far the name of a body reaches: a tagger runs on into what follows, and joins what stands beside it.

Arabic says where a name cannot go on. A definite noun governs nothing, so that the definite noun after it begins
something else (`ورفض [الاتحاد] النفط الروسي`, the union rejected Russian oil), and an adjective agrees with a noun
before it. Nor does what a writer says of a body belong to its name: `[الحزب الجمهوري] الحاكم` (the ruling party).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from arner.arabic.particles import bare, readings
from arner.lexicon import words
from arner.mentions.name import Name, known_bodies, of_bodies, organization_heads
from arner.mentions.offices.heads import is_office_head, portfolios
from arner.syntax.tagged import Tagged, tagged_of
from arner.tokens import Tokens

_NOUNS = frozenset({"NOUN", "PROPN"})
_OPEN = _NOUNS | {"ADJ", "ADP"}  # كلية متعددة [التخصصات]
_BACK = 12  # tokens of a name that are looked at for an adjective's noun
_PLURAL = ("ون", "ين")


def whole(tokens: Tokens, name: Name) -> Iterator[Name]:
    """The bodies that `name` is the name of, each as far as it reaches."""
    if name.type != "organization" or name.end - name.start < 2 or _is_known(tokens, name):
        yield name
        return
    tagged = tagged_of(tokens.doc)
    for part in _parted(tokens, tagged, name):
        yield replace(part, end=_end(tokens, tagged, part))


def _is_known(tokens: Tokens, name: Name) -> bool:
    parts = name.words(tokens)
    return parts in known_bodies().get(parts[0] if parts else "", ())


def _parted(tokens: Tokens, tagged: Tagged, name: Name) -> Iterator[Name]:
    """`[الحركة الشعبية] و[التجمع الوطني]`: a second body, or an office, that is joined to a name is none of it."""
    start = name.start
    for i in range(name.start + 1, name.end):
        joined = tokens.norms[i][:1] == "و" and _begins_another(tokens, tagged, name.start, i)
        if joined:
            yield Name(start, i, name.type, name.core if start == name.start else tokens.starts[start] + 1)
            start = i
    if start == name.start:
        yield name
    elif _is_named(tokens, tagged, start, name.end):
        yield Name(start, name.end, name.type, tokens.starts[start] + 1)


def _begins_another(tokens: Tokens, tagged: Tagged, start: int, i: int) -> bool:
    """Whether the noun that و joins at token `i` is a body beside the one that begins at token `start`.

    A field is a plural of bodies beside another (`المجلس الأعلى للجامعات والمعاهد`), or one of government.
    """
    noun = tokens.norms[i][1:]
    if noun in portfolios() or bare(noun) in of_bodies("fields"):
        return False
    if bare(noun) in of_bodies("plurals") and any(
        word in of_bodies("of_fields") for word, _ in readings(tokens.norms[start])
    ):
        return False  # لجنة الداخلية [والجماعات الترابية]
    if bare(noun) in of_bodies("plurals"):
        return not any(tagged.number(k) == "p" for k in range(max(start, i - _BACK), i) if tagged.pos[k] in _NOUNS)
    if bare(noun) in organization_heads() | of_bodies("bodies") | of_bodies("duals"):
        return noun.startswith("ال") or tagged.pos[i] in _NOUNS
    return not noun.startswith("ال") and len(noun) > 3 and is_office_head(noun)


def _is_named(tokens: Tokens, tagged: Tagged, start: int, end: int) -> bool:
    """Whether what was joined names a body by itself: `ومختبر المجتمع`, not `والمنظمات الدولية`."""
    noun = bare(tokens.norms[start][1:])
    return end - start > 1 and noun in organization_heads() | of_bodies("duals") and noun not in of_bodies("plurals")


def _end(tokens: Tokens, tagged: Tagged, name: Name) -> int:
    """The token after a body's name within what was tagged."""
    closed = False  # a definite noun, which governs no other, is the last
    field = 0  # the last token that ل governs
    for i in range(name.start, name.end):
        word = _word(tokens, name, i)
        if i > name.start and (
            (closed and _begins_anew(tagged, i, word, tokens.norms[i - 1]))
            or (closed and _is_said_of(tokens, tagged, name, i, word))
            or (closed and _is_of_other_gender(tokens, tagged, name, i, word))
            or _is_purpose(tokens, tagged, name, i, word, field)
        ):
            return i
        closed = word.startswith("ال") or (closed and tagged.pos[i] not in _OPEN)
        if word[:1] == "ل" and not word.startswith("لا"):
            field = i
    return name.end


def _word(tokens: Tokens, name: Name, i: int) -> str:
    """Token `i`, folded, the first one without what is written onto it."""
    return name.words(tokens)[0] if i == name.start else tokens.norms[i]


def _begins_anew(tagged: Tagged, i: int, word: str, before: str) -> bool:
    """Whether the noun at token `i` begins another phrase: `الاتحاد الأوروبي [النفط]`, `المجلس [دول] العالم`."""
    if tagged.pos[i] != "NOUN" or word in of_bodies("ranks"):
        return False
    if not word.startswith("ال"):
        governs = tagged.words[i + 1 : i + 2] and tagged.words[i + 1].startswith("ال")
        return bool(governs) and word in words("ordinary_words") and not tagged.conj(i) and not tagged.prep(i)
    if word.endswith("ي"):
        return False  # البنك [الاحتياطي] الفيدرالي: an adjective by its form
    people = before.endswith((*_PLURAL, "ان")) and not word.endswith("ه")  # الإخوان المسلمين، المحامين الشباب
    return not people and tagged.score("pos", "ADJ", i) < 0.4


def _is_said_of(tokens: Tokens, tagged: Tagged, name: Name, i: int, word: str) -> bool:
    """Whether the adjective at token `i` says what a body is like, or what it has to do with: `الحاكم`, `المكلفة`."""
    if word not in of_bodies("said_of") or tagged.pos[i] in _NOUNS:
        return False
    if i > name.start + 1 and bare(tokens.norms[i - 1]) in organization_heads():
        return False  # تنسيقية أحزاب [الائتلاف الحاكم]: said of what it is of
    return i + 1 >= name.end or not tokens.norms[i + 1].startswith("لل")  # الهيئة المستقلة السابقة [للانتخابات]


def _is_of_other_gender(tokens: Tokens, tagged: Tagged, name: Name, i: int, word: str) -> bool:
    """Whether the definite adjective at token `i` agrees with no noun before it: `قوات الجيش [الموالية]` agrees with
    the first.
    """
    head = bare(_word(tokens, name, name.start))
    if (
        head not in organization_heads() | of_bodies("bodies")
        or head in of_bodies("names_too")
        or word in of_bodies("ranks")
    ):
        return False
    if not word.startswith("ال") or tagged.pos[i] != "ADJ" or word.endswith((*_PLURAL, "ات")):
        return False
    nouns = [k for k in range(max(name.start, i - _BACK), i) if tagged.pos[k] in _NOUNS]
    feminine = word.endswith("ه") or tagged.gender(i) == "f"
    return bool(nouns) and not any(_may_take(tokens, tagged, k, feminine) for k in nouns)


def _may_take(tokens: Tokens, tagged: Tagged, k: int, feminine: bool) -> bool:
    """Whether the noun at token `k` may have an adjective of this gender; a plural may have either."""
    if tagged.number(k) != "s" or tagged.gender(k) is None:
        return True
    ends_feminine = tokens.norms[k].endswith("ه")
    if tagged.gender(k) == "f":
        return feminine or not ends_feminine
    return not feminine or ends_feminine


def _is_purpose(tokens: Tokens, tagged: Tagged, name: Name, i: int, word: str, field: int) -> bool:
    """`[الوكالة] للمشاريع`, `… للثقافة [لزيارة] السلطنة`: ل after a noun that nothing qualifies, or a second one."""
    if word[:1] != "ل" or not tagged.prep(i) or tagged.pos[i] not in _NOUNS:
        return False
    head = bare(_word(tokens, name, name.start))
    bare_head = i == name.start + 1 and _word(tokens, name, name.start).startswith("ال")
    bare_head = bare_head and head in organization_heads() | of_bodies("bodies") and head not in of_bodies("names_too")
    return bare_head or (name.start < field < i and not word.startswith("لل"))
