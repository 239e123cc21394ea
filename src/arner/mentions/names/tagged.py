"""The tagger's entities → names: signs at their ends off, parted at «and», letters with dots between them whole."""

from __future__ import annotations

from collections.abc import Iterable

from arner.arabic.acronyms import is_letter, joins
from arner.arabic.numerals import ordinal
from arner.arabic.orthography import fold, is_arabic
from arner.arabic.particles import bare, readings, starts_with_and
from arner.layers import NameType
from arner.lexicon import word_class, words
from arner.mentions.countries import is_place
from arner.mentions.name import Name, name_words, organization_heads
from arner.mentions.names.plausible import is_ordinary
from arner.mentions.offices.heads import heads, honorifics, is_office_head, is_title
from arner.tokens import Tokens

TYPES: dict[str, NameType] = {"PER": "person", "ORG": "organization", "LOC": "place"}


_MISSIONS = frozenset({"سفاره", "قنصليه"})


NASAB = word_class("nasab_with_walad")
_THAT = word_class("that_of_a_name")
_INCOMPLETE = NASAB | {"ال"}  # آل, the house of: no name ends with it
_GENERATION = frozenset({"الاب", "الابن", "جونيور"})
_FATHERS = 8  # بن … بن …: that a name is continued with


COMPOUND = word_class("name_opener")
_SMALL = frozenset("al and bin da de del den der di dos du el for ibn la le of the van von y".split())


def tagged_names(tokens: Tokens) -> list[Name]:
    """The tagger's names in their order."""
    names = [
        name
        for start, end, label in tokens.entities
        if label in TYPES
        for name in _parts(tokens, start, end, _type(tokens, start, label))
    ]
    return _whole_acronyms(tokens, tokens.norms, names)


def _type(tokens: Tokens, start: int, label: str) -> NameType:
    """What an entity of the tagger names: an embassy, which it takes for a place, is a body that speaks."""
    mission = any(bare(word) in _MISSIONS for word, _ in readings(tokens.norms[start]))
    return "organization" if mission else TYPES[label]


def _whole_acronyms(tokens: Tokens, norms: list[str], names: list[Name]) -> list[Name]:
    """`[بي].دي.في.إس.[إيه]`: letters with dots between them are one name."""
    whole: list[Name] = []
    for name in names:
        start, end = name.start, name.end
        while joins(norms, end) and not tokens.spaced[end - 1] and not tokens.spaced[end]:
            end += 2
        if _letters(norms[start:end]) and _letters(norms[end : end + 1]) and _closes(norms, end + 1):
            end += 1  # بي إف إم تي [في]
        while joins(norms, start - 1) and not tokens.spaced[start - 2] and not tokens.spaced[start - 1]:
            start -= 2
        if whole and start < whole[-1].end:
            continue
        same = (start, end) == (name.start, name.end)
        whole.append(name if same else Name(start, end, name.type, tokens.starts[start]))
    return whole


def _letters(norms: list[str]) -> bool:
    return bool(norms) and all(is_letter(word) for word in norms)


def _closes(norms: list[str], i: int) -> bool:
    """Whether no word stands at `i`, so that a letter that is a preposition too (`في`) governs nothing."""
    return i >= len(norms) or not norms[i][:1].isalnum()


def _parts(tokens: Tokens, start: int, end: int, kind: NameType) -> Iterable[Name]:
    """One entity of the tagger → its names: signs at its ends off, parted at «and», a nasab taken in."""
    start, end = _without_signs(tokens, start, end)
    if kind == "person":  # [فرهادي] لفرانس24: no person's name has a digit
        end = next((i for i in range(start, end) if any(c.isdigit() for c in tokens.texts[i])), end)
    written = tokens.texts[start:end]
    if not any(len(fold(w)) > 1 and not w.islower() for w in written) or any(_is_common(w) for w in written):
        return
    while kind == "organization" and end - start > 1 and tokens.norms[end - 1] in word_class("preposition") | _THAT:
        end -= 1  # [الوكالة الدولية] أن
    if kind == "person":
        end = _with_nasab(tokens, _after_servant_of(tokens, start, end))
        yield from _people(tokens, start, _with_generation(tokens, start, _with_number(tokens, start, end)))
    else:
        yield Name(start, end, kind, tokens.starts[start])


def _without_signs(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    while start < end and not is_arabic(tokens.texts[start]) and not tokens.texts[start][:1].isalnum():
        start += 1
    while end > start and not is_arabic(tokens.texts[end - 1]) and not tokens.texts[end - 1][-1:].isalnum():
        end -= 1
    return start, end


def _after_servant_of(tokens: Tokens, start: int, end: int) -> int:
    """The end of `[عبد الصمد] بونوة`: after a given name of two words the tagger stops early."""
    if end >= len(tokens) or end - start != 2 or tokens.norms[start] != "عبد":
        return end
    following = tokens.norms[end]
    own = tokens.labels[end] or is_office_head(following) or tokens.begins[end]
    return end + (is_arabic(tokens.texts[end]) and not own and following in name_words() and not is_ordinary(following))


def _with_nasab(tokens: Tokens, end: int) -> int:
    """The end of a person's name with the fathers that follow: `[سلمان] بن عبد العزيز`."""
    last = min(len(tokens), end + _FATHERS * 2)
    while end < last and is_arabic(tokens.texts[end]) and not tokens.begins[end]:
        nasab = tokens.norms[end] in NASAB and end + 1 < len(tokens) and is_arabic(tokens.texts[end + 1])
        if tokens.norms[end - 1] not in _INCOMPLETE and not nasab:
            break
        end += 2 if nasab else 1
        if end < len(tokens) and tokens.norms[end - 1] == "عبد" and is_arabic(tokens.texts[end]):
            end += 1
    return end


def _with_number(tokens: Tokens, start: int, end: int) -> int:
    """The end of a name with its number: `[يوحنا الثالث] والعشرون`, `البابا [بنديكت] السادس عشر`; no day of a month."""
    norms = tokens.norms[end - 1 : end + 3]
    if end - start > 1 and norms[0].startswith("ال") and (number := ordinal(norms)):
        return end - 1 + number.length
    titled = start > 0 and tokens.norms[start - 1] in honorifics() and not tokens.begins[start]
    if titled and end - start == 1 and norms[1:2] and norms[1].startswith("ال") and (number := ordinal(norms[1:])):
        after = tokens.norms[end + number.length] if end + number.length < len(tokens) else ""
        return end if after == "من" else end + number.length
    return end


def _with_generation(tokens: Tokens, start: int, end: int) -> int:
    """The end of `[جورج بوش] الابن` (junior): a full name with what tells father and son apart; no `الأب الروحي`."""
    if end - start < 2 or end >= len(tokens) or tokens.norms[end] not in _GENERATION or tokens.begins[end]:
        return end
    return end + (end + 1 >= len(tokens) or not tokens.norms[end + 1].startswith("ال"))


def _people(tokens: Tokens, start: int, end: int) -> Iterable[Name]:
    """The people whom tokens `start` to `end` name: parted at «and», «to», «with», without what somebody is."""
    for i in range(start + 1, end):
        if _is_and(tokens, i) and end - start > 2:  # ميرنا وايسمان stays one
            yield Name(start, i, "person", tokens.starts[start])
            start = i
        elif _is_object(tokens, i):
            yield Name(start, i, "person", tokens.starts[start])
            if tokens.norms[i][0] == "ب" and i + 1 == end:  # فاز [فرهادي] بأوسكار
                return
            start = i
        elif _is_noun_of_person(tokens, i):
            end = i  # كيت [دوقة كامبريدج]
            break
    yield Name(start, end, "person", tokens.starts[start])


def _is_noun_of_person(tokens: Tokens, i: int) -> bool:
    """Whether token `i` after somebody's name says what he is: `دوقة كامبريدج`, `جاسوس المخابرات`; not `خطيب زاده`."""
    word = tokens.norms[i]
    if word in name_words():
        return is_title(word) and word.endswith("ه")
    head = heads().get((word,))
    if head is None or head.number != "sing" or word.startswith("ال") or i + 1 == len(tokens):
        return False
    of = tokens.norms[i + 1]
    return of.startswith("ال") or is_place(of) or of in organization_heads() or is_office_head(of)


def _is_common(word: str) -> bool:
    """`said`, `house`: a word in small Latin letters, but for those within names (`University of Oxford`)."""
    return word.islower() and word not in _SMALL and not any(is_arabic(c) or c.isdigit() for c in word)


def _is_and(tokens: Tokens, i: int) -> bool:
    """Whether token `i` within a person's name begins with «and»: the rest is a name's word, the whole is not."""
    word = tokens.norms[i]
    known = name_words()
    if not starts_with_and(word) or bare(word) in known or word in words("own_letters"):
        return False
    return word[1:] in COMPOUND or (bare(word[1:]) in known and len(word) > 3)


def _is_object(tokens: Tokens, i: int) -> bool:
    """Whether token `i` within a person's name begins with «to» or «with»: `[ميركل] لماكرون`."""
    word, known = tokens.norms[i], name_words()
    if word[:1] not in ("ل", "ب") or len(word) < 5 or word in words("own_letters") or tokens.norms[i - 1] in COMPOUND:
        return False
    return bare(word) not in known and bare(word[1:]) in known and not is_ordinary(word)
