"""Names of people over articles: the units a name has, how rare they are, and how two names can mean one person.

A unit is a word of the name as it is compared, folded; `عبد العزيز`, `نصر الله`, `دي ميستورا` are one unit each, and so
is a father's name with its بن: `محمد بن سلمان` has the units `محمد` and `بن سلمان`. Units are equal, their article
aside (`الفيصل`, a family, is still not `بن فيصل`, a father), or variants of one foreign sound (`سيرغي`, `سيرجي`); two
words that Arabs bear are never variants: `سعد`, `سعيد` and `سعود` are three names.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from arner.arabic.orthography import clean, fold
from arner.arabic.particles import bare
from arner.arabic.spelling import skeleton
from arner.lexicon import cached, load, name_counts, word_class, words

Name = tuple[str, ...]

_NASAB = "بن "
_FATHER = word_class("nasab_with_walad")
_BEFORE = {"عبد": "عبد", "ابو": "ابو", "ابا": "ابو", "ام": "ام"}  # joined with the next word
_FOREIGN_BEFORE = word_class("foreign_name_prefix")
_AFTER = frozenset({"الله", "الدين"})  # joined with the word before: نصر الله، سعد الدين
_SIGNS = re.compile(r"[\W_]+")
_LOOSE = str.maketrans({"ش": "س", "ز": "س", "ذ": "د", "ه": None, "ح": None, "ع": None, "ء": None})
_DOUBLED = re.compile(r"(.)\1+")
_G = str.maketrans("جقطضصثفپڤ", "غكتدستوبو")
_SHARED = 0.7  # of the letters
_LONGEST = 32  # letters of a word that are compared; no name has so many
_RARE = 5  # bearers: the table lists nobody below
_COMMON = 20


@lru_cache(maxsize=200_000)
def units(name: str) -> Name:
    """What a name is compared by.

    >>> units("سلمان بن عبد العزيز آل سعود")
    ('سلمان', 'بن عبدالعزيز', 'سعود')
    >>> units("سعود الفيصل")
    ('سعود', 'الفيصل')
    >>> units("ستيفان دي ميستورا")
    ('ستيفان', 'دي ميستورا')
    """
    found: list[str] = []
    before, father = "", False
    for written in _SIGNS.sub(" ", clean(name)).split():
        word = fold(written)
        if word in _AFTER and found and not before:
            found[-1] += word
        elif word in _FATHER:
            before, father = "", True
        elif word in _BEFORE and not before:
            before = _BEFORE[word]
        elif word in _FOREIGN_BEFORE:
            before += word + " "
        elif word != "ال":
            unit = before + word if before else _plain(written, word)
            found.append(_NASAB + unit if father else unit)
            before, father = "", False
    if before.strip():
        found.append(before.strip())
    return tuple(found)


def _plain(written: str, word: str) -> str:
    """The word, marked with `_` where its first letters belong to the name and are no article: `إليزابيث`."""
    if word.startswith("ال") and (
        written.startswith(("إ", "أ", "آ")) or (word in name_words() and bare(word) not in name_words())
    ):
        return word.replace("ال", "ا_ل", 1)
    return word


@lru_cache(maxsize=200_000)
def word_of(unit: str) -> str:
    """The word of a unit without بن and article.

    >>> [word_of(unit) for unit in ("بن سلمان", "الفيصل")]
    ['سلمان', 'فيصل']
    """
    return bare(unit.removeprefix(_NASAB).replace(" ", "")).replace("_", "")


def is_father(unit: str) -> bool:
    """Whether a unit is a father's name: `بن سلمان`."""
    return unit.startswith(_NASAB)


@cache
def name_words() -> frozenset[str]:
    """Words that names are made of, folded; some begin with the letters of the article."""
    return words("name_words")


def is_arab(unit: str) -> bool:
    """Whether Arabs bear this word as a name."""
    word = word_of(unit)
    return word.startswith(("عبد", "ابو")) or name_counts().get(word, (0, False))[1]


def rarity(unit: str) -> float:
    """How much a unit says about who is meant: 1 for `محمد` (Muhammad), 3 for `لافروف` (Lavrov).

    >>> rarity("محمد"), rarity("لافروف")
    (1.0, 3.0)
    """
    bearers, _ = name_counts().get(word_of(unit), (0, False))
    if bearers >= _COMMON:
        return 1.0
    if bearers >= _RARE:
        return 2.0
    return 3.0 if len(word_of(unit)) > 3 else 2.0


@lru_cache(maxsize=200_000)
def sound(unit: str) -> str:
    """A key that all variants of a unit share.

    >>> sound("غوتيريش") == sound("جوتيريس")
    True
    """
    loose = _loose(unit)
    return loose if len(loose) > 1 else word_of(unit).removesuffix("الدين")


@lru_cache(maxsize=200_000)
def _loose(unit: str) -> str:
    """The letters that two units have in common wherever there is a `difference`, be they few or none."""
    word = word_of(unit).removesuffix("الدين")
    return _DOUBLED.sub(r"\1", skeleton(word).replace("تش", "ش").translate(_LOOSE))


@lru_cache(maxsize=200_000)
def difference(one: str, other: str) -> float | None:
    """How far two units are from the same: 0 equal, 0.5 a variant of a foreign word, 2 perhaps one; None: two names.

    >>> difference("ترامب", "ترمب"), difference("سعد", "سعيد")
    (0.5, None)
    """
    family = one.startswith("ال"), other.startswith("ال")
    if (family[0] and is_father(other)) or (family[1] and is_father(one)):
        return None
    one, other = word_of(one), word_of(other)
    if one == other:
        return 0.5 if family[0] != family[1] and is_arab(one) else 0.0  # محمد أمين, محمد الأمين
    if any(family):
        return None  # a foreign name, whose spelling varies, has no article
    if one.removesuffix("الدين") == other.removesuffix("الدين"):
        return 0.5  # سعد and سعد الدين
    if (is_arab(one) and is_arab(other)) or frozenset((one, other)) in _apart():
        return None
    apart = _variant(one, other)
    return apart if apart is not None and _near(*sorted((one, other))) else None


def _variant(one: str, other: str) -> float | None:
    """How far two spellings of a foreign word are apart, by their consonants."""
    a, b = skeleton(one), skeleton(other)
    long = min(len(one), len(other)) > 3
    if a == b and len(a) > 2 and long:
        # أتاتورك, and what is called after him; بوتين, and a woman of such a name, بوتينا; مرسي, an Arab, and ماروسيا
        shorter, longer = sorted((one, other), key=len)
        unsure = longer in (shorter + "ي", shorter + "ا", shorter + "ه") or is_arab(one) or is_arab(other)
        return 2.0 if unsure else 0.5
    if a == b and len(a) > 1 and one[0] == other[0]:
        return 2.0
    return 2.0 if long and sound(one) == sound(other) and len(sound(one)) > 2 else None


def _near(one: str, other: str) -> bool:
    """Whether two words of one sound share most of their letters: `كوتس` and `كاتسويا` do not, nor ج and ك."""
    one, other = one.translate(_G)[:_LONGEST], other.translate(_G)[:_LONGEST]
    return 2 * _both(one, other) / (len(one) + len(other)) >= _SHARED


def _both(one: str, other: str) -> int:
    """How many letters two words have in common: those of the longest run in both, then what is before and after it.

    That is what `difflib.SequenceMatcher` counts, which takes ten times as long for words.
    """
    letters, size, first = len(one), 0, 0
    for start in range(letters):
        if start + size >= letters:
            break
        while start + size < letters and one[start : start + size + 1] in other:
            size, first = size + 1, start
    if not size:
        return 0
    end, at = first + size, other.find(one[first : first + size])
    before = _both(one[:first], other[:at]) if first and at else 0
    after = _both(one[end:], other[at + size :]) if end < letters and at + size < len(other) else 0
    return size + before + after


@cached
def _apart() -> frozenset[frozenset[str]]:
    """Pairs of words that sound alike and are two names."""
    return frozenset(frozenset(bare(fold(w)) for w in pair) for pair in load("linking")["names"]["apart"])


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two names may be forms of one; `kind`:

    same         the same units
    middle       the shorter lacks units between: `محمد ظريف`, `محمد جواد ظريف`
    beginning    it lacks the last ones: `محمد بن سلمان`, `محمد بن سلمان بن عبدالعزيز`
    end          it lacks the first ones: `منصور هادي`, `عبدربه منصور هادي`
    order        the same units in another order: `شي جين بينغ`, `جين بينغ شي`
    surname      one unit, the last of the longer
    given name   one unit, the first of the longer
    father       `بن سلمان` of `محمد بن سلمان`
    """

    kind: str
    difference: float
    rarity: float  # of the units that both have


_MISSING = {
    "same": 0.0,
    "middle": 0.5,
    "beginning": 1.0,
    "end": 1.5,
    "order": 1.5,
    "surname": 1.0,
    "given name": 2.0,
    "father": 1.0,
}


def points(likeness: Likeness) -> float:
    """What a likeness speaks for one person; 3 and more stand without further evidence."""
    missing = _MISSING[likeness.kind]
    if likeness.kind == "middle" and likeness.rarity <= 2:
        missing = 1.5  # a large family: محمد الصباح
    if likeness.kind in ("beginning", "end") and likeness.difference:
        missing += 1.0
    return min(likeness.rarity, 6.0) - missing - likeness.difference


def compare(one: Name, other: Name) -> Likeness | None:
    """How two names may be forms of one, else None.

    >>> compare(units("عادل الجبير"), units("عادل بن أحمد الجبير")).kind
    'middle'
    >>> compare(units("سلمان بن عبدالعزيز"), units("محمد بن سلمان بن عبدالعزيز")) is None  # father and son
    True
    """
    short, long = (one, other) if (len(one), one) <= (len(other), other) else (other, one)
    if not short:
        return None
    if len(short) == 1:
        return _lone(short[0], long)
    return _full(short, long) if _every(short) <= _every(long) else None


@lru_cache(maxsize=200_000)
def _every(name: Name) -> frozenset[str]:
    """What the units have in common with all their variants."""
    return frozenset(map(_loose, name))


@lru_cache(maxsize=200_000)
def _full(short: Name, long: Name) -> Likeness | None:
    """How two names of several units may be forms of one."""
    aligned = _aligned(short, long)
    if aligned is None:
        return _turned(short, long)
    places, apart = aligned
    if any(is_father(short[n]) and places[n] != places[n - 1] + 1 for n in range(1, len(short))):
        return None  # محمد بن عبدالعزيز is no son of سلمان بن عبدالعزيز
    first, last = places[0] == 0, places[-1] == len(long) - 1
    if first and last:
        kind = "same" if len(short) == len(long) else "middle"
    elif places == list(range(len(short))):
        kind = "beginning"
    elif places == list(range(len(long) - len(short), len(long))) and not is_father(long[places[0]]):
        kind = "end"
    else:
        return None
    return Likeness(kind, apart, _rarity(short))


def _rarity(name: Name) -> float:
    """Of a full name; two foreigners in the news seldom have the same one, however common its words."""
    return math.fsum(max(rarity(unit), 1.0 if is_arab(unit) else 1.5) for unit in name)


def _lone(unit: str, long: Name) -> Likeness | None:
    if len(long) == 1:
        places = [("same", 0)]
    elif is_father(unit):
        places = [("father", 1)]
    else:
        places = [("surname", -1), ("given name", 0)]
    for kind, at in places:
        apart = difference(unit, long[at])
        if apart is not None and is_father(unit) == is_father(long[at]):
            return Likeness(kind, 2 * apart, rarity(unit))  # nothing else of the name speaks for it
    return None


def _aligned(short: Name, long: Name) -> tuple[list[int], float] | None:
    """Where the units of `short` stand in `long`, in their order, and how different they are together."""
    places: list[int] = []
    apart = 0.0
    at = 0
    for unit in short:
        while at < len(long):
            gap = difference(unit, long[at])
            at += 1
            if gap is not None:
                places.append(at - 1)
                apart += gap
                break
        else:
            return None
    return places, apart


def _turned(short: Name, long: Name) -> Likeness | None:
    if len(short) != len(long) or sorted(short) != sorted(long) or any(map(is_father, short)):
        return None
    return Likeness("order", 0.0, _rarity(short))


@lru_cache(maxsize=200_000)
def sounds(name: Name) -> frozenset[str]:
    """The sounds of all units."""
    return frozenset(map(sound, name))


def keys(name: Name) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Blocks in which a name of two units or more can be found; a name that `compare` likens `seeks` one of them."""
    sounds = tuple(map(sound, name))
    yield "ends", (sounds[0], sounds[-1])
    yield "order", tuple(sorted(sounds))
    yield "whole", sounds
    for cut in range(2, len(sounds)):
        yield "beginning", sounds[:cut]
        yield "end", sounds[-cut:]


def seeks(name: Name) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Blocks in which names that `compare` likens to this one can be found."""
    sounds = tuple(map(sound, name))
    yield "ends", (sounds[0], sounds[-1])
    yield "order", tuple(sorted(sounds))
    yield "beginning", sounds
    yield "end", sounds
    for cut in range(2, len(sounds)):
        yield "whole", sounds[:cut]
        yield "whole", sounds[-cut:]
