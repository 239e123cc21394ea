"""Which of the tagger's people are people: a tagger takes a word that it has never seen for a name all too readily.

A word is ordinary when news use it often and hardly ever in a name (`ordinary_words.txt`), or when it is such a word
with a pronoun or an ending: `لكوكبنا` (to our planet), `شاركا` (the two took part), `مايزال` (still). Such words leave
the ends of names, and alone they are none, unless the article tells that somebody is called so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, replace

from arner.arabic.orthography import fold, is_arabic
from arner.arabic.particles import PREPOSITIONS, bare, readings
from arner.arabic.spelling import spelling
from arner.lexicon import cached, load, word_class, words
from arner.mentions.countries import is_place, state_names
from arner.mentions.name import Name, name_words, organization_heads, own_people, speaks
from arner.mentions.names.namesakes import called_after_people
from arner.mentions.offices.heads import honorifics, is_office_head, without_suffix
from arner.syntax.verbs import acting_verb
from arner.tokens import Tokens

_FUSED = tuple(sorted(word_class("fused_negation")))
_FUTURE = tuple(sorted(word_class("future_prefix")))
_BINDERS = word_class("name_binder")
_OURS = tuple(sorted(word_class("owner_suffix")))

# Pronouns, the endings of verbs and the indefinite endings of nouns.
_ENDINGS = (
    "", "ه", "ها", "هم", "هما", "نا", "كم", "ا", "ان", "ين", "ون", "ات", "تان", "تين", "تا", "تم", "وا", "ته", "تها",
    "تهم", "تنا", "تي", "يه", "ك", "ي",
)  # fmt: skip
QUOTES = frozenset("\"«»“”'")
_AYATOLLAH = ["ايه", "الله"]
PREPOSITIONS_APART = word_class("plain_preposition")
_PLACING = word_class("placing")
_SEVERAL = (*sorted(word_class("person_plural")), "ات")  # قال [قانونيون]
_BEFORE_PRESENT = tuple(sorted(word_class("particle_of_present")))
_GLUED = ("ابو", "عبدال")


def plausible(tokens: Tokens, names: Iterable[Name], demonyms: Set[int]) -> list[Name]:
    """`names` without what is no person's name, each name of a person cut to the words that may be its own.

    `demonyms`: the characters where adjectives of countries begin. What a user's own file has stays as it is.
    """
    names = [n for n in _each(tokens, names, lambda n: [_without_wish(tokens, n)]) if n.words(tokens)]  # no signs alone
    said = {n.words(tokens) for n in names}
    surnames: dict[str, str] = {}
    for words_of in (n.words(tokens) for n in names if n.end - n.start > 1):
        surnames.setdefault(words_of[-1], words_of[0])
    parted = _each(tokens, names, lambda n: _parted(tokens, n))
    parted = _each(tokens, parted, lambda n: [_without_nationality(tokens, n, demonyms)])
    cut = [n for n in _each(tokens, parted, lambda n: [_cut(tokens, n, said, surnames)]) if n.words(tokens)]
    cut = called_after_people(tokens, _each(tokens, cut, lambda n: [] if _is_quality(tokens, n) else [n]))
    towns = {n.words(tokens) for n in cut if n.type == "place"}
    cut = _each(tokens, cut, lambda n: [_as_elsewhere(tokens, n, towns)])
    told = _told(tokens, cut, demonyms)
    return [n for n in _each(tokens, cut, lambda n: [_placed(tokens, n, told)]) if n.words(tokens)]


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article tells of its people: the words of names of several words, by their spelling; lone names that
    stand at several places; the tokens where people's names that are sure begin and end; titles: what stands in
    quotation marks and has no word of a name; where adjectives of countries begin (characters).
    """

    full: set[str]
    often: set[str]
    begins: set[int]
    ends: set[int]
    titles: set[tuple[str, ...]]
    demonyms: Set[int]


def _told(tokens: Tokens, names: list[Name], demonyms: Set[int]) -> _Told:
    people = [(n, n.words(tokens)) for n in names if n.type == "person" and n.words(tokens)]
    sure = [n for n, parts in people if len(parts) > 1 or not _unknown(parts[0])]
    ends = {n.end for n in sure}
    for name, _ in people:  # ألبرتو وريفيلينو وجيرزينيو
        if name.start in ends and tokens.norms[name.start].startswith("و"):
            ends.add(name.end)
    return _Told(
        full={spelling(w) for _, parts in people if len(parts) > 1 for w in parts},
        often=_often(tokens, (n for n, parts in people if len(parts) == 1)),
        begins={n.start for n in sure},
        ends=ends,
        titles={parts for n, parts in people if len(parts) > 1 and _is_label(tokens, n, parts)},
        demonyms=demonyms,
    )


def _often(tokens: Tokens, lone: Iterable[Name]) -> set[str]:
    """The words of names of one word that stand between different words at different places."""
    places: dict[str, set[tuple[str, str]]] = {}
    for name in lone:
        beside = (tokens.norms[max(name.start - 1, 0)], tokens.norms[min(name.end, len(tokens) - 1)])
        places.setdefault(name.words(tokens)[0], set()).add(beside)
    return {word for word, beside in places.items() if len(beside) > 1}


def _each(tokens: Tokens, names: Iterable[Name], better: Callable[[Name], Iterable[Name | None]]) -> list[Name]:
    """Every name as `better` has it, but a user's own as it is: that settles it."""
    own = _own_names()
    return [m for n in names for m in ([n] if own and n.words(tokens) in own else better(n)) if m is not None]


@cached
def _own_names() -> frozenset[tuple[str, ...]]:
    return frozenset(key for keys in own_people().values() for key in keys)


def _without_wish(tokens: Tokens, name: Name) -> Name | None:
    """`الملك عبدالله [رحمه الله]`, `-حفظه الله`: without «may God have mercy on him», «keep him»."""
    if name.type != "person":
        return name
    for i in range(name.start, name.end):
        before = tokens.norms[i - 1] if i else ""
        if tokens.norms[i] == "الله" and before in _wishing():
            return replace(name, end=i - 1) if i - 1 > name.start else None
    return name


def _parted(tokens: Tokens, name: Name) -> Iterable[Name]:
    """`جواد ظريف أقر باولو جنتيلوني`: a verb, a title or a place between two people's names parts them."""
    for i in range(name.start + 1, name.end - 1):
        full = name.start + 1 < i < name.end - 2  # with a full name on either side
        if name.type == "person" and _is_between(tokens.norms[i], full) and not _binds(tokens.norms[i - 1]):
            yield replace(name, end=i)
            after = i + 1 + (tokens.norms[i + 1] == "." and i + 2 < name.end)  # د.
            yield from _parted(tokens, Name(after, name.end, name.type, tokens.starts[after]))
            return
    yield name


def _is_between(word: str, full: bool) -> bool:
    """Whether a folded word stands between two names; `full`: each of them is a full one."""
    if word in name_words():
        return word == "د"
    verb = is_ordinary(word) and (full or _is_verb(word) or acting_verb(word) is not None)
    return verb or word in honorifics() or is_place(word)


def _cut(tokens: Tokens, name: Name, said: set[tuple[str, ...]], surnames: dict[str, str]) -> Name:
    """A person's name of several words without ordinary words at its ends: `[لموكب] آمون`, `كمال [سيغادران]`.

    A surname may be an adjective (`نبيل العربي`) or unknown; it leaves a name only where the rest is among the names
    `said`. `surnames`: the last words of these, with the first words of the first who is called so.
    """
    if name.type != "person" or name.end - name.start < 2:
        return name
    start, end = _without_verbs(tokens, name, said)
    while end - start > 1 and not _binds(tokens.norms[end - 2]):
        if not _ends_outside(replace(name, end=end - 1).words(tokens), tokens.norms[end - 1], said):
            break
        end -= 1
    while end - start > 1:
        rest = Name(start + 1, end, name.type, tokens.starts[start + 1]).words(tokens)
        first = name.words(tokens)[0] if start == name.start else tokens.norms[start]  # without its particle
        honoured = start > 0 and tokens.norms[start - 1] in honorifics() and tokens.norms[start + 1] in _BINDERS
        if honoured or not _begins_outside(first, rest, said, surnames):  # الأميرة [منال] بنت سليم
            break
        start += 1
    if start and end - start > 1 and tokens.norms[start - 1 : start + 1] == _AYATOLLAH:
        start += 1  # آية الله [علي خامنئي]
    core = name.core if start == name.start else tokens.starts[start]
    return replace(name, start=start, end=end, core=core)


def _without_verbs(tokens: Tokens, name: Name, said: set[tuple[str, ...]]) -> tuple[int, int]:
    """Tokens of a name without a word at its ends that is a verb there and a name elsewhere."""
    start, end = name.start, name.end
    after = tokens.norms[end] if end < len(tokens) else ""
    if tokens.norms[end - 1] in _also_verbs() and after in PREPOSITIONS_APART:  # قال إن جاد [أشرف] على …
        end -= 1
    if tokens.norms[start] in _also_verbs() and name.words(tokens)[1:] in said:  # [أشرف] محمد بن سلمان على …
        start += 1
    return start, end


def _without_nationality(tokens: Tokens, name: Name, demonyms: Set[int]) -> Name:
    """`بلاتنيوم [الزيمبابوي]`: without a country's adjective behind a lone word that no list of names has either."""
    first, last = tokens.norms[name.start], tokens.norms[name.end - 1]
    adjective = last.startswith("ال") and tokens.starts[name.end - 1] in demonyms
    pair = name.type == "person" and name.end - name.start == 2 and adjective
    return replace(name, end=name.end - 1) if pair and _unknown(first) and _unknown(last) else name


def _ends_outside(rest: tuple[str, ...], last: str, said: set[tuple[str, ...]]) -> bool:
    """Whether `last`, after the `rest` of a name, is none of its words: `كمال [سيغادران]`, `بيكر [كقاضية]`.

    A surname may well be a noun or an adjective (`سلمى فرح`, `حمدين صباحي`); a verb, a noun in the accusative and what
    a preposition governs may not.
    """
    if not _unknown(last) or last in state_names():
        return rest in said and last in state_names()
    accusative = last.endswith("ا") and len(last) > 4 and is_ordinary(last) and is_ordinary(last[:-1])
    commanded = last.endswith("وا") and not last.endswith("اوا") and (is_ordinary(last) or is_inflected(last))  # زوروا
    if _is_verb(last) or _is_governed(last) or accusative or commanded:
        return True
    return rest in said and is_ordinary(last)


def _begins_outside(first: str, rest: tuple[str, ...], said: set[tuple[str, ...]], surnames: dict[str, str]) -> bool:
    """Whether `first`, before the `rest` of a name, is none of its words: `[لموكب] آمون`, `[البرازيلي] كاكا`.

    A given name may well be a noun (`مقتدى الصدر`).
    """
    if is_ordinary(first) and len(rest) == 1 and surnames.get(rest[0], first) != first:
        return True  # [كاميرا] فرهادي, where he had another first name before
    if not _unknown(first) or first in state_names():
        return False
    if _is_verb(first) or _is_governed(first, shortest=4) or _is_construct(first):
        return True
    whole = len(rest) > 1 and rest[0] not in _BINDERS
    return is_ordinary(first) and (first.startswith("ال") or (whole and rest in said))


def _is_common(word: str) -> bool:
    """Whether a folded word is a common one and nobody's name."""
    return _unknown(word) and (is_ordinary(word) or is_inflected(word))


def _is_verb(word: str) -> bool:
    """Whether a folded word that is no name's is a verb in the present by its form: `يقول`, `لينهي`, `سيغادران`."""
    if word.startswith("تت") and len(word) > 4:  # تتشمس
        return True
    present = word[1:] if word.startswith(_BEFORE_PRESENT) else word
    stems = (present.removesuffix(ending) for ending in ("", "ان", "ون"))
    return present.startswith(("ي", "ت")) and any(len(stem) > 3 and is_ordinary(stem) for stem in stems)


def _is_governed(word: str, shortest: int = 5) -> bool:
    """Whether a folded word that is no name's is an ordinary one, of `shortest` letters at least, with a preposition:
    `كقاضية`, `لتلميذه`.
    """
    for rest, dropped in readings(word)[1:]:
        verb = rest[0] == "ي" and word[dropped - 1] in "بك"  # which govern none: بيتميز
        governed = word[dropped - 1] in PREPOSITIONS and len(rest) >= shortest and not verb
        if governed and (is_ordinary(rest) or is_ordinary(without_suffix(rest)) or is_office_head(rest)):
            return True
    return False


def _is_construct(word: str) -> bool:
    """`محامو` (the lawyers of) has lost its ن to a genitive."""
    return word.endswith("و") and is_ordinary(word + "ن")


def _is_quality(tokens: Tokens, name: Name) -> bool:
    """`حسن النوايا` (good faith), `سلامة الملاحة`: a name that is a noun too, with what it is the quality of; `وسامي
    المجلسين` (the councils' two medals).
    """
    first, *rest = name.words(tokens)
    if name.type != "person" or len(rest) != 1 or not rest[0].startswith("ال") or not _unknown(rest[0]):
        return False
    if _called(tokens, name) or speaks(tokens, name):
        return False
    noun = first in words("ambiguous_names") or first in words("passing_names")
    several = name.core != tokens.starts[name.start] and rest[0].endswith(_SEVERAL) and is_inflected(rest[0])
    return several or (noun and is_ordinary(rest[0]))


def _as_elsewhere(tokens: Tokens, name: Name, towns: set[tuple[str, ...]]) -> Name:
    """`من سانت لويس`, a person to the tagger, where the text has it as a place too and it is a town's name."""
    parts = name.words(tokens)
    town = name.type == "person" and len(parts) > 1 and parts in towns and is_place(" ".join(parts))
    return replace(name, type="place") if town else name


def _placed(tokens: Tokens, name: Name, told: _Told) -> Name | None:
    """A lone word: a person, a body after the noun that says so, a place after «in», or no name at all.

    Several words that are a town's name are a place after «in» too. A lone word that no list of names has is a person
    only if the text says so, or says it twice.
    """
    if name.type == "place" and _is_ours(tokens, name):
        return None
    if name.type != "person":
        return name
    if _quoted(tokens, name) and not is_arabic(tokens.texts[name.start]):
        return None  # مجموعة "Soft Bank"
    if tokens.texts[name.end - 1].endswith(("ً", "ًا")) and _unknown(tokens.norms[name.end - 1]):
        return None  # الإمام [شاهراً] سيفه
    if name.end - name.start > 1:
        return _several(tokens, name, told)
    word = name.words(tokens)[-1] if name.words(tokens) else ""
    if spelling(word) in told.full:
        return name
    if (tokens.starts[name.start] in told.demonyms and not word.startswith("ال")) or word in state_names():
        return None  # لاعبون [روس]
    if _called(tokens, name) or _of_country(tokens, name, word, told):
        return name
    return None if _is_no_name(tokens, name, word, told) else _lone(tokens, name, word, told)


def _several(tokens: Tokens, name: Name, told: _Told) -> Name | None:
    """A person's name of several words; `هاتان القضيتان` (these two cases), `بجواسيس روس` (Russian spies), a title in
    quotation marks (حملة "مانيش مسامح") are none.
    """
    written = [tokens.norms[i] for i in range(name.start, name.end)]
    parts = name.words(tokens)
    if parts in told.titles or (all(map(_is_common, parts)) and not _called(tokens, name)):
        return None
    if tokens.starts[name.start] in told.demonyms and written[0].endswith(_SEVERAL):
        return None  # مبعوثون [كوريون جنوبيون]
    if len(written) == 2 and tokens.starts[name.start + 1] in told.demonyms and not written[1].startswith("ال"):
        noun = _is_common(written[0]) or any(is_office_head(word) for word, _ in readings(written[0]))
        return None if noun else name
    within = name.start > 0 and tokens.norms[name.start - 1] in ("في", "وفي") and name.core == tokens.starts[name.start]
    return replace(name, type="place") if within and is_place(" ".join(name.words(tokens))) else name  # في [أبو ظبي]


def _is_no_name(tokens: Tokens, name: Name, word: str, told: _Told) -> bool:
    """Whether a lone word is a common one where it stands."""
    if word in _also_verbs() or word in nobody() or _counted(tokens, name) or _is_thing(tokens, name):
        return True
    if _passing(tokens, name) or _is_predicate(tokens, name):
        return True
    if is_ordinary(word):  # وأوضح [الراعي] may be the patriarch
        return _unknown(word) or not (word in told.often or (word.startswith("ال") and speaks(tokens, name)))
    return word not in told.often and _looks_common(tokens, name, word)


def _looks_common(tokens: Tokens, name: Name, word: str) -> bool:
    """Whether a lone word that stands once has the form of a common one, or what stands around it says so."""
    if (_quoted(tokens, name) and _unknown(word)) or (_accusative(tokens, name) and bare(word) not in name_words()):
        return True
    cut = name.core != tokens.starts[name.start]  # وفودا → فودا
    if cut and tokens.norms[name.start][0] == "ك" and not _again(tokens, name):
        return True  # كان [كسولا]: «like» stands before names of whom the text tells otherwise
    if not cut and speaks(tokens, name) and not word.endswith(_SEVERAL):
        return False
    return (cut or _unknown(word)) and is_inflected(tokens.norms[name.start], particles=_unknown(word))


def _lone(tokens: Tokens, name: Name, word: str, told: _Told) -> Name | None:
    """What a lone word names that is no common one."""
    if not _unknown(word) or word in told.often or _among_people(tokens, name, told):
        return name
    before = tokens.norms[name.start - 1] if name.start and not tokens.begins[name.start] else ""
    if before in _PLACING and name.core == tokens.starts[name.start] and before != "من":
        return replace(name, type="place")
    if _bracketed_body(tokens, name):
        return replace(name, type="organization")
    if any(w in organization_heads() for w, _ in readings(before)) and name.core == tokens.starts[name.start]:
        return Name(name.start - 1, name.end, "organization", tokens.starts[name.start - 1])
    opens = tokens.begins[name.start] and name.end < len(tokens) and tokens.norms[name.end] == ":"  # بودهان: لن نقبل
    return name if speaks(tokens, name) or opens or _again(tokens, name) else None


def _of_country(tokens: Tokens, name: Name, word: str, told: _Told) -> bool:
    """`البرازيلي نيمار`, `اللاعب اليوغندي موتيابا`: whether a country's adjective before the name says whose it is."""
    whole = name.start > 0 and name.core == tokens.starts[name.start] and not tokens.begins[name.start]
    if not whole or word.startswith("ال") or is_ordinary(word) or (word.endswith("ا") and is_inflected(word)):
        return False
    before = tokens.norms[name.start - 1]
    adjective = before.startswith("ال") and not before.endswith("ه")
    return adjective and tokens.starts[name.start - 1] in told.demonyms


def _among_people(tokens: Tokens, name: Name, told: _Told) -> bool:
    """`ألبرتو وريفيلينو`: whether «and» joins the name to a person's."""
    joined = name.start in told.ends and tokens.norms[name.start].startswith("و")
    return joined or (name.end in told.begins and tokens.norms[name.end].startswith("و"))


def _is_ours(tokens: Tokens, name: Name) -> bool:
    """`برامجنا` (our programmes), taken for a place."""
    words_ = name.words(tokens)
    return len(words_) == 1 and words_[0].endswith(_OURS) and is_inflected(words_[0]) and not is_place(words_[0])


def _is_label(tokens: Tokens, name: Name, parts: tuple[str, ...]) -> bool:
    """`حملة "مانيش مسامح"`: in quotation marks, without a word of a name, and nobody is said to be called so."""
    label = _quoted(tokens, name) and all(map(_unknown, parts))
    return label and not _called(tokens, name) and not speaks(tokens, name)


def _called(tokens: Tokens, name: Name) -> bool:
    """Whether an honorific, an office or what somebody is stands before it: `الشيخ سلامة`, `المدرب بيتكوفيتش`."""
    if name.start == 0 or tokens.begins[name.start]:
        return False
    before = readings(tokens.norms[name.start - 1])
    told = honorifics() | _callings() | word_class("kin")
    return any(word in told or is_office_head(word) for word, _ in before)


def _quoted(tokens: Tokens, name: Name) -> bool:
    """`جماعة "نكسيفم"`: what stands alone in quotation marks is a title or a body's name."""
    inside = name.start > 0 and name.end < len(tokens)
    return inside and tokens.norms[name.start - 1] in QUOTES and tokens.norms[name.end] in QUOTES


def _bracketed_body(tokens: Tokens, name: Name) -> bool:
    """`المنظمة الأوروبية للسلامة الجوية (يوروكونترول)`: in brackets after a body, its short name."""
    at = name.start - 2
    return at >= 0 and tokens.norms[at + 1] == "(" and tokens.labels[at] == "ORG"


def _accusative(tokens: Tokens, name: Name) -> bool:
    """`احتفالا هستيريا`, `بريدا إلكترونيا`: a noun or an adjective in the accusative beside the other."""
    beside = [tokens.norms[i] for i in (name.start - 1, name.end) if 0 <= i < len(tokens)]
    accusative = (w.endswith("ا") and len(w) > 3 and is_inflected(w) for w in beside)
    return tokens.norms[name.start].endswith("ا") and any(accusative)


def _is_thing(tokens: Tokens, name: Name) -> bool:
    """`جائزة شارلمان`, `الإعصار "مايكل"`: a word after the noun for a thing; or an unknown one alone in brackets."""
    before = tokens.norms[name.start - 1] if name.start else ""
    noun = tokens.norms[name.start - 2] if name.start > 1 and before in QUOTES else before
    if any(word in _things() or bare(word) in _things() for word, _ in readings(noun)):
        return True
    bracketed = before == "(" and name.end < len(tokens) and tokens.norms[name.end] == ")"
    return bracketed and _unknown(tokens.norms[name.start])


def _passing(tokens: Tokens, name: Name) -> bool:
    """`بلد فريد` (a unique country): a word that is a name and an adjective, once in the text and with nothing said."""
    word = tokens.norms[name.start]
    ambiguous = word in words("ambiguous_names") or bare(word) in words("passing_names")
    if not ambiguous or word.startswith("ال"):
        return False
    return not speaks(tokens, name) and not _again(tokens, name)


def _is_predicate(tokens: Tokens, name: Name) -> bool:
    """`هو الناجي الوحيد` (he is the only survivor): a noun with its article after the pronoun that is its subject."""
    return tokens.norms[name.start].startswith("ال") and name.start > 0 and tokens.norms[name.start - 1] in ("هو", "هي")


def _again(tokens: Tokens, name: Name) -> bool:
    """Whether the word stands a second time in the text, with a particle or without, and not in the same phrase."""
    word = name.words(tokens)[-1]
    last = len(tokens) - 1
    same = (i for i, norm in enumerate(tokens.norms) if norm.endswith(word) and word in dict(readings(norm)))
    return len({(tokens.norms[max(i - 1, 0)], tokens.norms[min(i + 1, last)]) for i in same}) > 1


def _counted(tokens: Tokens, name: Name) -> bool:
    """`500 درويش`: what is counted is no name."""
    return name.start > 0 and tokens.norms[name.start - 1].isdigit() and not tokens.begins[name.start]


def _binds(word: str) -> bool:
    return word in _BINDERS


def _unknown(word: str) -> bool:
    """Whether nobody is known to be called so; `أبومازن` is a name by its form."""
    if word.startswith(_GLUED) and len(word) > 6:
        return False
    return (word not in name_words() and bare(word) not in name_words()) or word in state_names()


def is_ordinary(word: str) -> bool:
    """Whether a folded word is frequent and hardly ever stands in a name."""
    return word in words("ordinary_words")


def is_inflected(word: str, particles: bool = True) -> bool:
    """Whether a folded word is an ordinary one with a pronoun, an ending or, if `particles`, a particle.

    >>> is_inflected("لكوكبنا"), is_inflected("سكريبال")
    (True, False)
    """
    ordinary = words("ordinary_words")
    if word in words("surnames"):  # لوبان
        return False
    stems = [(rest, dropped > 0) for rest, dropped in readings(word) if particles or not dropped]
    stems += [(r[1:], True) for r, _ in stems if r.startswith(_FUTURE)]
    stems += [(r[2:], True) for r, _ in stems[:1] if r.startswith(_FUSED)]
    for rest, changed in stems:
        for ending in _ENDINGS:
            stem = rest.removesuffix(ending)
            if len(stem) < 3 or not rest.endswith(ending) or not (changed or ending):
                continue
            if ending == "ي" and rest.startswith("ال"):
                continue  # a surname: الرافعي
            if stem in ordinary or (ending and stem + "ه" in ordinary):
                return True
    return False


@cached
def _wishing() -> frozenset[str]:
    """Folded words before God's name in wishes: رحمه."""
    return frozenset(fold(w) for w in load("names")["wishing"])


@cached
def _things() -> frozenset[str]:
    return frozenset(fold(w) for w in load("names")["things"])


@cached
def _callings() -> frozenset[str]:
    return frozenset("ال" + fold(w) for w in load("names")["callings"])


@cached
def nobody() -> frozenset[str]:
    """Folded words that taggers take for people and that are none: الله."""
    return frozenset(fold(w) for w in load("names")["nobody"])


@cached
def _also_verbs() -> frozenset[str]:
    return frozenset(fold(w) for w in load("names")["also_verbs"])
