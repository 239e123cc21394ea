"""One word, cut once: what is written onto it and what its form says.

    cut("وللحكومه")   # conj "و", prep "ل", article, core "حكومه"
    cut("وسيلتقيه")   # conj "و", core "يلتقي", suffix "ه", future

A first letter does not show by itself whether it is «and» or the word's own (`ولاية`, state), nor a last one whether it
is a pronoun (`وجه`, face). `cut` decides by known words; who knows more (the parts of speech in a sentence) says so
with `cut_as`. All words are folded (`arner.arabic.orthography`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from arner.arabic.inflection import PRONOUNS
from arner.lexicon import word_class, words

_SURE = word_class("sure_pronoun")
_OBJECTS = tuple(sorted(word_class("object_ending")))

Gender = Literal["m", "f"]
Number = Literal["s", "d", "p"]
Tense = Literal["past", "present", "future"]

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_ARTICLE = "ال"
_OWN_UN = tuple(sorted(word_class("own_un")))  # `يكون`, `يتعاون`: no plural
_OWN_H = tuple(sorted(word_class("own_h")))  # verbs that end in ه
_OWN_S = tuple(sorted(word_class("own_s")))  # verbs with a س of their own
_SHORTEST = 2  # letters that a word keeps when something is cut off it
_LONG = 3  # letters of a word whose pronoun is cut without evidence


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a word says if it is a finite verb; `gender` None where its form leaves it open (first person)."""

    tense: Tense
    person: Literal[1, 3]
    gender: Gender | None
    number: Number


@dataclass(frozen=True, slots=True)
class NounForm:
    """What a word says if it is a noun or an adjective; `gender`, `number` by its ending alone."""

    gender: Gender
    number: Number
    definite: bool  # by its article or a pronoun


@dataclass(frozen=True, slots=True)
class Word:
    """`norm`: the whole word. What is written onto it: `conj` (و ف), `future` (س), `prep` (ب ل ك), `article`,
    `suffix` (a pronoun). `core`: what remains, without the article; before a pronoun ه stands as ت (`حكومته`: core
    `حكومت`)."""

    norm: str
    conj: str
    prep: str
    article: bool
    core: str
    suffix: str
    future: bool

    @property
    def stem(self) -> str:
        """The word without what stands before it, with its article and its pronoun: `وللحكومه` → `الحكومه`."""
        return (_ARTICLE if self.article else "") + self.core + self.suffix

    @property
    def dropped(self) -> int:
        """Letters of `norm` before `stem`; the second of `لل` is counted to the stem, as it stands for the article."""
        return len(self.conj) + len(self.prep) + self.future

    @property
    def verb(self) -> VerbForm:
        """Its reading as a finite verb."""
        return verb_form(self.core, self.future, joined=bool(self.suffix))

    @property
    def noun(self) -> NounForm:
        """Its reading as a noun."""
        return noun_form(self.core, self.article, self.suffix)


def known(word: str) -> bool:
    """Whether a folded word is one that news often have, with or without its article."""
    ordinary = words("ordinary_words")
    return word in ordinary or _ARTICLE + word in ordinary


@lru_cache(maxsize=100_000)
def cut(norm: str) -> Word:
    """The likeliest cut of a folded word that stands for itself."""
    rest, conj, prep = norm, "", ""
    if rest[:1] in ("و", "ف") and len(rest) > _SHORTEST + 1 and _may_lose(rest, rest[1:]):
        conj, rest = rest[0], rest[1:]
    if _governed_article(rest) or (
        rest[:1] and rest[0] in _PREPOSITIONS and len(rest) > _SHORTEST + 1 and _may_lose(rest, rest[1:])
    ):
        prep, rest = rest[0], rest[1:]
    if prep == "ل" and rest.startswith("ل") and not rest.startswith(_ARTICLE):
        rest = "ا" + rest
    return cut_as(norm, bool(conj), bool(prep), suffix=_has_pronoun(rest), verb=_is_future(rest))


def _may_lose(whole: str, rest: str) -> bool:
    """Whether the first letter of `whole` is no letter of its own: `rest` is better known."""
    if whole in words("own_letters") or known(whole):
        return rest.startswith(_ARTICLE) and len(rest) > len(_ARTICLE) + 1 and whole[0] != "ف"
    return rest.startswith(_ARTICLE) or known(rest) or whole[0] == "و"


def _governed_article(rest: str) -> bool:
    """`للحكومة`, `بالحكومة`: a preposition by its form."""
    return len(rest) > 4 and (rest.startswith("لل") or (rest[0] in _PREPOSITIONS and rest.startswith(_ARTICLE, 1)))


def _has_pronoun(rest: str) -> bool:
    if rest.startswith(_ARTICLE) or known(rest):
        return False
    pronoun = _pronoun(rest)
    core = rest[: len(rest) - len(pronoun)]
    if not pronoun or len(core) < _LONG:
        return False
    return known(core) or (core.endswith("ت") and known(core[:-1] + "ه")) or pronoun in _SURE


def _is_future(rest: str) -> bool:
    return _future(rest) and not known(rest)


def _future(verb: str) -> bool:
    """Whether a verb begins with the س of the future: `سيعلن`, not `سيطر` (dominated)."""
    return len(verb) > 3 and verb[0] == "س" and verb[1] in "يتن" and not verb.startswith(_OWN_S)


def _pronoun(word: str) -> str:
    """The longest pronoun that `word` may end with; "" for none."""
    return max((p for p in PRONOUNS if word.endswith(p) and len(word) - len(p) >= _SHORTEST), key=len, default="")


@lru_cache(maxsize=100_000)
def cut_as(norm: str, conj: bool, prep: bool, suffix: bool, verb: bool = False) -> Word:
    """A folded word cut as told, as far as its letters allow; a `verb` has no article (`التقى`, he met)."""
    rest = norm
    and_ = rest[0] if conj and rest[:1] in ("و", "ف") and len(rest) > 1 else ""
    rest = rest[len(and_) :]
    by = rest[0] if prep and rest[:1] and rest[0] in _PREPOSITIONS and len(rest) > 1 else ""
    rest = rest[len(by) :]
    soon = verb and _future(rest)
    rest = rest[soon:]
    if by == "ل" and rest.startswith("ل") and len(rest) > _SHORTEST + 1:
        article, rest = True, rest[1:]  # لل
    else:
        article = not verb and rest.startswith(_ARTICLE) and len(rest) > len(_ARTICLE) + 1
        rest = rest.removeprefix(_ARTICLE) if article else rest
    pronoun = _pronoun(rest) if suffix and not article else ""
    return Word(norm, and_, by, article, rest[: len(rest) - len(pronoun)], pronoun, soon)


def has_object(verb: str) -> bool:
    """Whether a folded verb ends in a pronoun by its form: `تبعتها`, `يحتاجه`; not `يواجه`, whose ه is its own.

    >>> has_object("يحتاجه"), has_object("يواجه")
    (True, False)
    """
    if len(verb) < 5:
        return False
    if verb.endswith(_OBJECTS):
        return True
    present = verb.lstrip("وفس")[:1] in ("ي", "ت", "ن")
    return present and (verb.endswith("نا") or (verb.endswith("ه") and not verb.endswith(_OWN_H)))


def verb_form(core: str, future: bool = False, joined: bool = False) -> VerbForm:
    """Tense, person, gender and number of a folded finite verb without what is written onto it.

    `joined`: a pronoun followed, so that its last letter is not the end of a word: `سالو[ه]`.

    >>> verb_form("يلتقون")
    VerbForm(tense='present', person=3, gender='m', number='p')
    """
    tense: Tense = "future" if future else "present"
    if core[:1] == "ن" and len(core) > 3 and future:
        return VerbForm(tense, 1, None, "p")
    if len(core) > 2 and (core[0] == "ي" or (core[0] == "ت" and not _ends_as_past(core))):
        return _present_form(core, tense, joined)
    return _past_form(core, joined)


def _present_form(core: str, tense: Tense, joined: bool) -> VerbForm:
    gender: Gender = "m" if core[0] == "ي" else "f"
    if (core.endswith(("ون", "وا")) and not core.endswith(_OWN_UN)) or (joined and core.endswith("و")):
        return VerbForm(tense, 3, "m", "p")
    return VerbForm(tense, 3, gender, "d" if core.endswith("ان") and len(core) > 5 else "s")


_PAST_ENDINGS: tuple[tuple[str, int, VerbForm], ...] = (  # ending, letters that the word has more than, form
    ("وا", 2, VerbForm("past", 3, "m", "p")),
    ("تا", 4, VerbForm("past", 3, "f", "d")),
    ("نا", 3, VerbForm("past", 1, None, "p")),
    ("ت", 2, VerbForm("past", 3, "f", "s")),
    ("يا", 0, VerbForm("past", 3, "m", "s")),
    ("ا", 3, VerbForm("past", 3, "m", "d")),
)


def _past_form(core: str, joined: bool) -> VerbForm:
    if joined and core.endswith("و") and len(core) > 3:
        return VerbForm("past", 3, "m", "p")  # «سألو[ه]»
    fits = (form for ending, least, form in _PAST_ENDINGS if core.endswith(ending) and len(core) > least)
    return next(fits, VerbForm("past", 3, "m", "s"))


def _ends_as_past(core: str) -> bool:
    """`تحدثت`, `تمكنوا`: a past form that begins with ت of its own."""
    return core.endswith(("ت", "تا")) or (core.endswith("وا") and len(core) > 4)


def noun_form(core: str, article: bool = False, suffix: str = "") -> NounForm:
    """Gender, number and definiteness that the ending of a folded noun shows; plurals made within are not seen.

    >>> noun_form("حكومه", article=True)
    NounForm(gender='f', number='s', definite=True)
    """
    definite = article or suffix != ""
    if core.endswith("ات") and len(core) > 3:
        return NounForm("f", "p", definite)
    if core.endswith(("تين", "تان")) and len(core) > 4:
        return NounForm("f", "d", definite)
    if core.endswith(("ون", "ين")) and len(core) > 4:
        return NounForm("m", "p", definite)
    if core.endswith(("ه", "اء")) or (suffix and core.endswith("ت") and len(core) > 3):
        return NounForm("f", "s", definite)
    return NounForm("m", "s", definite)
