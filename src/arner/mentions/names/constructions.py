"""Bodies whose name is a construction, so that none needs to be known: nothing but a body is called so.

- a definite noun, adjectives of rank, reach or country, and after ل the field: `الهيئة العامة للطيران المدني`
- the noun in the construct with what the body does and to what: `مجلس حقوق الإنسان`
- the noun in the construct with a definite genitive: `مجلس الأعيان`, `لجنة الخدمات والتعليم`
- the definite noun with an adjective of rank or field: `المحكمة الدستورية`, `المجلس العسكري السوداني`
- the definite noun of what only states have, with the state's adjective: `الجيش الكوري`, `السفارة النرويجية`
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from arner.arabic.particles import bare, readings
from arner.lexicon import cached, word_class, words
from arner.mentions.countries import is_place
from arner.mentions.name import Name, known_bodies, of_bodies, organization_heads
from arner.mentions.offices.heads import is_office_head, is_plural, portfolios
from arner.tokens import Tokens

_ADJECTIVES = ("ي", "يه", "ماء", "مر")  # of a field: المدني، الذرية، الأحمر
_RELATIVE = ("ي", "يه")
_LONGEST = 8  # tokens of a name, so that adjectives in a row are read in linear time


@dataclass(frozen=True, slots=True)
class _Text:
    """The folded words of a Doc, and the tokens that are adjectives of countries."""

    norms: list[str]
    demonyms: frozenset[int]

    def at(self, i: int) -> str:
        return self.norms[i] if i < len(self.norms) else ""


def named_bodies(tokens: Tokens, demonyms: Set[int]) -> Iterator[Name]:
    """The bodies that are named by a construction, in their order.

    `demonyms`: the characters where adjectives of countries begin.
    """
    text = _Text(tokens.norms, frozenset(i for i, start in enumerate(tokens.starts) if start in demonyms))
    free = 0
    for i, word, dropped in tokens.read_as(_nouns()):
        if i < free or i + 1 == len(tokens) or text.norms[i + 1].isspace():
            continue
        end = max(construction(text, word, i) for construction in _CONSTRUCTIONS)
        if end and not any(tokens.begins[k] or tokens.texts[k].isspace() for k in range(i + 1, end)):
            yield Name(i, end, "organization", tokens.core(i, dropped))
            free = end


def _with_field(text: _Text, word: str, i: int) -> int:
    """The token after `[الهيئة] العامة للطيران المدني`, else 0."""
    if not word.startswith("ال") or bare(word) not in of_bodies("led"):
        return 0
    known = i + 1 in text.demonyms and bare(word) not in of_bodies("trading")
    end = i + 1
    while end < i + _LONGEST and (text.at(end) in of_bodies("ranks") or (known and end in text.demonyms)):
        end += 1
    return _field(text, end) if end > i + 1 else 0


def _field(text: _Text, at: int) -> int:
    """The token after the field that `ل` governs at token `at`: `للطيران المدني`, `لحقوق الإنسان`; else 0."""
    field, following = text.at(at), text.at(at + 1)
    if field.startswith("لل") and len(field) > 4:
        noun = "ال" + field[2:]
        for known in known_bodies().get(noun, ()):
            if tuple(text.norms[at + 1 : at + len(known)]) == known[1:]:
                return at + len(known)  # الجمعية العامة [للأمم المتحدة]
        if len(field) < 6:
            return 0
        if bare(noun) in organization_heads() | of_bodies("audience") or is_office_head(noun) or is_place(noun):
            return 0
        more = following.startswith("ال") and len(following) > 4 and following.endswith(_ADJECTIVES)
        end = at + 1 + (more and not is_place(following))
        while end < at + _LONGEST and _joined_field(text, end):
            end += 1
        return end
    return at + 2 if field[:1] == "ل" and field[1:] in of_bodies("works") and _is_definite(following) else 0


def _with_work(text: _Text, word: str, i: int) -> int:
    """The token after `[مجلس] حقوق الإنسان`, else 0."""
    fits = word in of_bodies("led") and text.at(i + 1) in of_bodies("works")
    return _qualified(text, i + 3) if fits and _is_definite(text.at(i + 2)) else 0


def _with_genitive(text: _Text, word: str, i: int) -> int:
    """The token after `[مجلس] الأعيان`, `[لجنة] الخدمات والتعليم`, else 0."""
    noun = text.at(i + 1)
    if (word, noun) in known_bodies().get(word, ()):
        return 0  # مجلس الأمن: the lexicon's
    if word not in of_bodies("construct") or not _is_definite(noun) or i + 1 in text.demonyms:
        return 0
    if noun in of_bodies("common_genitives") or bare(noun) in organization_heads() or not _is_field(noun):
        return 0
    if word in of_bodies("in_titles") and _in_title(text, i):
        return 0
    end = _qualified(text, i + 2)
    if word in of_bodies("fielded"):
        end = max(end, _field(text, end))
    while word in of_bodies("with_fields") and end < i + _LONGEST and _joined_field(text, end):
        end = _qualified(text, end + 1)
    return end


def _in_title(text: _Text, i: int) -> bool:
    """Whether the word before token `i`, without article, governs it as the head of an office or of a longer body."""
    before = readings(text.norms[i - 1]) if i else []
    return any(not w.startswith("ال") and (is_office_head(w) or w in organization_heads()) for w, _ in before)


def _is_field(noun: str) -> bool:
    """Whether a definite noun may be what a body is of: no person (`الأمير`), but `النواب`."""
    return not is_office_head(noun) or is_plural(noun)


def _joined_field(text: _Text, at: int) -> bool:
    """Whether token `at` joins a second field: `لجنة الأمن [والدفاع]`."""
    noun = text.at(at).removeprefix("و")
    if noun == text.at(at) or not _is_definite(noun) or at - 1 in text.demonyms:
        return False
    return noun in portfolios() or (not is_office_head(noun) and bare(noun) not in organization_heads())


def _qualified(text: _Text, at: int) -> int:
    """The token after the definite adjectives of rank, field or country from token `at` on."""
    end = at
    while end < at + _LONGEST and (
        text.at(end) in of_bodies("ranks")
        or (end in text.demonyms and text.at(end).startswith("ال"))
        or _is_relative(text.at(end))
    ):
        end += 1
    return end


def _is_relative(word: str) -> bool:
    fits = word.startswith("ال") and len(word) > 5 and word.endswith(_RELATIVE)
    return fits and word not in of_bodies("common_adjectives") and not is_office_head(word)


def _ranked(text: _Text, word: str, i: int) -> int:
    """The token after `[المحكمة] الدستورية`, `[المجلس] العسكري السوداني`, else 0."""
    if not word.startswith("ال") or bare(word) not in of_bodies("ranked") or i + 1 in text.demonyms:
        return 0
    if text.at(i + 1) in of_bodies("common_adjectives"):
        return 0
    end = _qualified(text, i + 1)
    if end == i + 1:
        return 0
    whole = _field(text, end) or end
    only_rank = whole == i + 2 and text.at(i + 1) in of_bodies("ranks")  # المجلس الأعلى: of what?
    return 0 if only_rank and bare(word) in of_bodies("needs_more") else whole


def _of_state(text: _Text, word: str, i: int) -> int:
    """The token after `[الجيش] الكوري`, `[السفارة] النرويجية`, else 0."""
    if not word.startswith("ال") or bare(word) not in of_bodies("of_state"):
        return 0
    if _in_title(text, i):
        return 0  # وزير [الخارجية الألمانية]: of a title, or of a longer name
    feminine = text.at(i + 1).endswith("ه") or not bare(word).endswith("ه")
    fits = i + 1 in text.demonyms and text.at(i + 1).startswith("ال") and feminine
    return _qualified(text, i + 1) if fits else 0


def _medium(text: _Text, word: str, i: int) -> int:
    """The token after `[صحيفة] اعتماد` (the newspaper Etemad), which an adjective of its own follows, else 0."""
    title, after = text.at(i + 1), text.at(i + 2)
    if word not in word_class("paper_or_channel") or i + 1 in text.demonyms or title in of_bodies("works"):
        return 0
    if len(title) < 4 or title.startswith("ال") or title not in words("ordinary_words"):
        return 0
    of_title = after.startswith("ال") and (i + 2 in text.demonyms or _is_relative(after)) and after.endswith("يه")
    return i + 2 if of_title and not title.endswith(("ه", "ات")) else 0


@cached
def _nouns() -> frozenset[str]:
    """The words that a construction may begin with."""
    definite = of_bodies("led") | of_bodies("ranked") | of_bodies("of_state")
    return of_bodies("led") | of_bodies("construct") | word_class("paper_or_channel") | {f"ال{w}" for w in definite}


_CONSTRUCTIONS: tuple[Callable[[_Text, str, int], int], ...] = (
    _with_field,
    _with_work,
    _with_genitive,
    _ranked,
    _of_state,
    _medium,
)


def _is_definite(word: str) -> bool:
    return word.startswith("ال") and len(word) > 4 and word not in of_bodies("dates")
