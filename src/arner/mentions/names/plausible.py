"""Which of the tagger's people are people: a tagger takes a word that it has never seen for a name all too readily.

A word is ordinary when news use it often and hardly ever in a name (`ordinary_words.txt`), or when it is such a word
with a pronoun or an ending: `لكوكبنا` (to our planet), `شاركا` (the two took part), `مايزال` (still). Such words leave
the ends of names, and alone they are none, unless the article tells that somebody is called so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import replace

from spacy.tokens import Doc

from arner.arabic.orthography import fold, is_arabic
from arner.arabic.particles import bare, readings
from arner.arabic.spelling import spelling
from arner.lexicon import cached, load, word_class, words
from arner.mentions.countries import is_place, state_names
from arner.mentions.name import Name, name_words, organization_heads, own_people, speaks
from arner.mentions.names.namesakes import called_after_people
from arner.mentions.offices.heads import honorifics, is_office_head

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
PREPOSITIONS_APART = word_class("plain_preposition")
_PLACING = word_class("placing")


def plausible(doc: Doc, names: Iterable[Name], demonyms: Set[int]) -> list[Name]:
    """`names` without what is no person's name, each name of a person cut to the words that may be its own.

    `demonyms`: the characters where adjectives of countries begin. What a user's own file has stays as it is.
    """
    names = [n for n in _each(doc, names, lambda n: [_without_wish(doc, n)]) if n.words(doc)]  # no signs alone
    said = {n.words(doc) for n in names}
    surnames: dict[str, str] = {}
    for words_of in (n.words(doc) for n in names if n.end - n.start > 1):
        surnames.setdefault(words_of[-1], words_of[0])
    parted = _each(doc, names, lambda n: _parted(doc, n))
    cut = [n for n in _each(doc, parted, lambda n: [_cut(doc, n, said, surnames)]) if n.words(doc)]
    cut = called_after_people(doc, _each(doc, cut, lambda n: [] if _is_quality(doc, n) else [n]))
    towns = {n.words(doc) for n in cut if n.type == "place"}
    cut = _each(doc, cut, lambda n: [_as_elsewhere(doc, n, towns)])
    full = {spelling(w) for n in cut if n.type == "person" and n.end - n.start > 1 for w in n.words(doc)}
    return [n for n in _each(doc, cut, lambda n: [_placed(doc, n, full, demonyms)]) if n.words(doc)]


def _each(doc: Doc, names: Iterable[Name], better: Callable[[Name], Iterable[Name | None]]) -> list[Name]:
    """Every name as `better` has it, but a user's own as it is."""
    return [m for n in names for m in ([n] if _is_own(doc, n) else better(n)) if m is not None]


def _is_own(doc: Doc, name: Name) -> bool:
    """Whether a user's own file has it: that settles it."""
    key = name.words(doc)
    return bool(key) and key in own_people().get(key[0], ())


def _without_wish(doc: Doc, name: Name) -> Name | None:
    """`الملك عبدالله [رحمه الله]`, `-حفظه الله`: without «may God have mercy on him», «keep him»."""
    if name.type != "person":
        return name
    for i in range(name.start, name.end):
        before = doc[i - 1].norm_ if i else ""
        if doc[i].norm_ == "الله" and before in _wishing():
            return replace(name, end=i - 1) if i - 1 > name.start else None
    return name


def _parted(doc: Doc, name: Name) -> Iterable[Name]:
    """`جواد ظريف أقر جنتيلوني`: an ordinary word between two people's names parts them."""
    for i in range(name.start + 1, name.end - 1):
        word = doc[i].norm_
        apart = _foreign_to_names(word) and not word.startswith("ال")
        apart = apart or (is_place(word) and word not in name_words())
        if name.type == "person" and apart and not _binds(doc[i - 1].norm_):
            yield replace(name, end=i)
            yield from _parted(doc, Name(i + 1, name.end, name.type, doc[i + 1].idx))
            return
    yield name


def _cut(doc: Doc, name: Name, said: set[tuple[str, ...]], surnames: dict[str, str]) -> Name:
    """A person's name of several words without ordinary words at its ends: `[لموكب] آمون`, `كمال [سيغادران]`.

    A surname may be an adjective (`نبيل العربي`) or unknown; it leaves a name only where the rest is among the names
    `said`. `surnames`: the last words of these, with the first words of the first who is called so.
    """
    if name.type != "person" or name.end - name.start < 2:
        return name
    start, end = name.start, name.end
    after = doc[end].norm_ if end < len(doc) else ""
    if doc[end - 1].norm_ in _also_verbs() and after in PREPOSITIONS_APART:  # قال إن جاد [أشرف] على …
        end -= 1
    if doc[start].norm_ in _also_verbs() and name.words(doc)[1:] in said:  # [أشرف] محمد بن سلمان على …
        start += 1
    while end - start > 1 and not _binds(doc[end - 2].norm_):
        if not _ends_outside(replace(name, end=end - 1).words(doc), doc[end - 1].norm_, said):
            break
        end -= 1
    while end - start > 1:
        rest = Name(start + 1, end, name.type, doc[start + 1].idx).words(doc)
        first = name.words(doc)[0] if start == name.start else doc[start].norm_  # without its particle
        honoured = start > 0 and doc[start - 1].norm_ in honorifics() and doc[start + 1].norm_ in _BINDERS
        if honoured or not _begins_outside(first, rest, said, surnames):  # الأميرة [منال] بنت سليم
            break
        start += 1
    core = name.core if start == name.start else doc[start].idx
    return replace(name, start=start, end=end, core=core)


def _ends_outside(rest: tuple[str, ...], last: str, said: set[tuple[str, ...]]) -> bool:
    """Whether `last`, after the `rest` of a name, is none of its words: `كمال [سيغادران]`."""
    # A noun may be somebody's surname (سلمى فرح), a verb (يقول, زوروا) may not.
    verbal = last.startswith(("ي", "ت", "س", "ل", "ب")) or not is_ordinary(last)
    verbal = verbal or (last.endswith("وا") and not last.endswith("اوا"))
    if verbal and _foreign_to_names(last) and not last.startswith("ال"):
        return True
    elsewhere = rest in said and (len(rest) > 1 or last in state_names() or is_ordinary(last))
    return elsewhere and _unknown(last)


def _begins_outside(first: str, rest: tuple[str, ...], said: set[tuple[str, ...]], surnames: dict[str, str]) -> bool:
    """Whether `first`, before the `rest` of a name, is none of its words: `[لموكب] آمون`."""
    if is_ordinary(first) and len(rest) == 1 and surnames.get(rest[0], first) != first:
        return True  # [كاميرا] فرهادي, where he had another first name before
    return _foreign_to_names(first) or (rest in said and len(rest) > 1 and _unknown(first))


def _is_quality(doc: Doc, name: Name) -> bool:
    """`حسن النوايا` (good faith), `سلامة الملاحة`: a name that is a noun too, with what it is the quality of."""
    first, *rest = name.words(doc)
    noun = first in words("ambiguous_names") or first in words("passing_names")
    if name.type != "person" or len(rest) != 1 or not noun or _called(doc, name) or speaks(doc, name):
        return False
    return rest[0].startswith("ال") and is_ordinary(rest[0]) and _unknown(rest[0])


def _as_elsewhere(doc: Doc, name: Name, towns: set[tuple[str, ...]]) -> Name:
    """`من سانت لويس`, a person to the tagger, where the text has it as a place too and it is a town's name."""
    parts = name.words(doc)
    town = name.type == "person" and len(parts) > 1 and parts in towns and is_place(" ".join(parts))
    return replace(name, type="place") if town else name


def _placed(doc: Doc, name: Name, full: set[str], demonyms: Set[int]) -> Name | None:
    """A lone word: a person, a body after the noun that says so, a place after «in», or no name at all.

    Several words that are a town's name are a place after «in» too. A lone word that no list of names has is a person
    only if the text says so, or says it twice.
    """
    if name.type == "place" and _is_ours(doc, name):
        return None
    if name.type != "person":
        return name
    if _quoted(doc, name) and not is_arabic(doc[name.start].text):
        return None  # مجموعة "Soft Bank"
    if name.end - name.start > 1:
        return _several(doc, name, demonyms)
    word = name.words(doc)[-1] if name.words(doc) else ""
    if spelling(word) in full:
        return name
    if (doc[name.start].idx in demonyms and not word.startswith("ال")) or word in state_names():
        return None  # لاعبون [روس]
    if _called(doc, name):
        return name
    return None if _is_no_name(doc, name, word) else _lone(doc, name, word)


def _several(doc: Doc, name: Name, demonyms: Set[int]) -> Name | None:
    """A person's name of several words."""
    if name.end - name.start == 2 and doc[name.start + 1].idx in demonyms:  # بجواسيس [روس]
        first, adjective = doc[name.start].norm_, doc[name.start + 1].norm_
        return None if _unknown(first) and not adjective.startswith("ال") else name
    within = name.start > 0 and doc[name.start - 1].norm_ in ("في", "وفي") and name.core == doc[name.start].idx
    return replace(name, type="place") if within and is_place(" ".join(name.words(doc))) else name  # في [أبو ظبي]


def _is_no_name(doc: Doc, name: Name, word: str) -> bool:
    """Whether a lone word is a common one where it stands."""
    if is_ordinary(word) or word in _also_verbs() or word in nobody() or _quoted(doc, name) or _counted(doc, name):
        return True
    if _accusative(doc, name) and bare(word) not in name_words():
        return True
    if _is_thing(doc, name) or _passing(doc, name) or _is_predicate(doc, name):
        return True
    cut = name.core != doc[name.start].idx  # وفودا → فودا
    if cut and doc[name.start].norm_[0] == "ك" and not _again(doc, name):
        return True  # كان [كسولا]: «like» stands before names of whom the text tells otherwise
    unknown = _unknown(word)
    return (cut or unknown) and is_inflected(doc[name.start].norm_, particles=unknown)


def _lone(doc: Doc, name: Name, word: str) -> Name | None:
    """What a lone word names that is no common one."""
    if not _unknown(word):
        return name
    before = doc[name.start - 1].norm_ if name.start and not doc[name.start].is_sent_start else ""
    if before in _PLACING and name.core == doc[name.start].idx and before != "من":
        return replace(name, type="place")
    if _bracketed_body(doc, name):
        return replace(name, type="organization")
    if any(w in organization_heads() for w, _ in readings(before)) and name.core == doc[name.start].idx:
        return Name(name.start - 1, name.end, "organization", doc[name.start - 1].idx)
    return name if speaks(doc, name) or _again(doc, name) else None


def _is_ours(doc: Doc, name: Name) -> bool:
    """`برامجنا` (our programmes), taken for a place."""
    words_ = name.words(doc)
    return len(words_) == 1 and words_[0].endswith(_OURS) and is_inflected(words_[0]) and not is_place(words_[0])


def _called(doc: Doc, name: Name) -> bool:
    """Whether an honorific or an office stands before it: `الشيخ سلامة`, `الوزير جمعة`."""
    if name.start == 0 or doc[name.start].is_sent_start:
        return False
    before = readings(doc[name.start - 1].norm_)
    return any(word in honorifics() or is_office_head(word) for word, _ in before)


def _quoted(doc: Doc, name: Name) -> bool:
    """`جماعة "نكسيفم"`: what stands alone in quotation marks is a title or a body's name."""
    inside = name.start > 0 and name.end < len(doc)
    return inside and doc[name.start - 1].norm_ in QUOTES and doc[name.end].norm_ in QUOTES


def _bracketed_body(doc: Doc, name: Name) -> bool:
    """`المنظمة الأوروبية للسلامة الجوية (يوروكونترول)`: in brackets after a body, its short name."""
    at = name.start - 2
    return at >= 0 and doc[at + 1].norm_ == "(" and doc[at].ent_type_ == "ORG"


def _accusative(doc: Doc, name: Name) -> bool:
    """`احتفالا هستيريا`, `بريدا إلكترونيا`: a noun or an adjective in the accusative beside the other."""
    beside = [doc[i].norm_ for i in (name.start - 1, name.end) if 0 <= i < len(doc)]
    accusative = (w.endswith("ا") and len(w) > 3 and is_inflected(w) for w in beside)
    return doc[name.start].norm_.endswith("ا") and any(accusative)


def _is_thing(doc: Doc, name: Name) -> bool:
    """`جائزة شارلمان`, `الإعصار "مايكل"`: a word after the noun for a thing; or an unknown one alone in brackets."""
    before = doc[name.start - 1].norm_ if name.start else ""
    noun = doc[name.start - 2].norm_ if name.start > 1 and before in QUOTES else before
    if any(word in _things() or bare(word) in _things() for word, _ in readings(noun)):
        return True
    bracketed = before == "(" and name.end < len(doc) and doc[name.end].norm_ == ")"
    return bracketed and _unknown(doc[name.start].norm_)


def _passing(doc: Doc, name: Name) -> bool:
    """`بلد فريد` (a unique country): a word that is a name and an adjective, once in the text and with nothing said."""
    word = doc[name.start].norm_
    ambiguous = word in words("ambiguous_names") or bare(word) in words("passing_names")
    if not ambiguous or word.startswith("ال"):
        return False
    return not speaks(doc, name) and not _again(doc, name)


def _is_predicate(doc: Doc, name: Name) -> bool:
    """`هو الناجي الوحيد` (he is the only survivor): a noun with its article after the pronoun that is its subject."""
    return doc[name.start].norm_.startswith("ال") and name.start > 0 and doc[name.start - 1].norm_ in ("هو", "هي")


def _again(doc: Doc, name: Name) -> bool:
    """Whether the word stands a second time in the text, with a particle or without, and not in the same phrase."""
    word = name.words(doc)[-1]
    last = len(doc) - 1
    same = (t.i for t in doc if t.norm_.endswith(word) and word in (w for w, _ in readings(t.norm_)))
    return len({(doc[max(i - 1, 0)].norm_, doc[min(i + 1, last)].norm_) for i in same}) > 1


def _counted(doc: Doc, name: Name) -> bool:
    """`500 درويش`: what is counted is no name."""
    return name.start > 0 and doc[name.start - 1].norm_.isdigit() and not doc[name.start].is_sent_start


def _binds(word: str) -> bool:
    return word in _BINDERS


def _unknown(word: str) -> bool:
    """Whether nobody is known to be called so."""
    return (word not in name_words() and bare(word) not in name_words()) or word in state_names()


def _foreign_to_names(word: str) -> bool:
    """Whether no name begins or ends with a word; `محامو` (the lawyers of) has lost its ن to a genitive."""
    construct = word.endswith("و") and (is_ordinary(word + "ن") or is_inflected(word + "ن"))
    common = construct or is_ordinary(word) or is_inflected(word) or word in nobody()
    return common and _unknown(word) and word not in state_names()


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
def nobody() -> frozenset[str]:
    """Folded words that taggers take for people and that are none: الله."""
    return frozenset(fold(w) for w in load("names")["nobody"])


@cached
def _also_verbs() -> frozenset[str]:
    return frozenset(fold(w) for w in load("names")["also_verbs"])
