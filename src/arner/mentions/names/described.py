"""Bodies that are only described: `الحزب` (the party), `المجلة الأميركية` (the American magazine), `لجنة للتدريب` (a
committee for training). They say of what kind a body is, and whose; which one, only the article tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from arner.arabic.orthography import fold
from arner.arabic.particles import bare, readings
from arner.lexicon import cached, load, word_class, words
from arner.mentions.countries import is_place
from arner.mentions.name import Name, known_bodies, of_bodies, organization_heads, speaks
from arner.mentions.offices.heads import is_office_head
from arner.syntax.tagged import tagged_of
from arner.tokens import Tokens

_GENERIC = word_class("generic_person")
_JAZEERA = ("الجزيره",)  # the channel, «the island»
_ISLANDS = frozenset({"جزيره", "جزر", "ارخبيل"})
_SIGNS = frozenset("\"«»“”'()")
_SOUND_PLURAL = ("ون", "ين")


def described(tokens: Tokens, names: Iterable[Name], demonyms: Set[int]) -> Iterator[Name]:
    """`names`, of them the bodies that are only described as such, and without people and events that are none."""
    names = list(names)
    longer = {bare(n.words(tokens)[0]) for n in names if n.type == "organization" and n.end - n.start > 1}
    island = any(n.words(tokens) == _JAZEERA for n in names) and _is_of_islands(tokens)
    for name in names:
        if island and name.words(tokens) == _JAZEERA and not speaks(tokens, name):
            continue
        if not _is_none(tokens, name):
            yield replace(name, type="described") if _is_described(tokens, name, demonyms, longer) else name


def _is_none(tokens: Tokens, name: Name) -> bool:
    """`المسؤول الباكستاني`, `مؤتمر ميونخ`: what begins with somebody or with an event is no body."""
    parts = name.words(tokens)
    if name.type != "organization" or not parts or _has_head(tokens, name):
        return False
    somebody = len(parts) > 1 and parts[0].startswith("ال") and _is_somebody(parts[0])
    return somebody or parts[0] in of_bodies("no_heads")


def _is_of_islands(tokens: Tokens) -> bool:
    """Whether an article is of an island, so that `سكان [الجزيرة]` (the islanders) has no channel."""
    return any(word in _ISLANDS for norm in tokens.norms for word, _ in readings(norm))


def _is_described(tokens: Tokens, name: Name, demonyms: Set[int], longer: Set[str]) -> bool:
    """Whether a body's name says no more than what it is; `longer`: the nouns that begin a longer name."""
    parts = name.words(tokens)
    if name.type != "organization" or not parts or parts in known_bodies().get(parts[0], ()):
        return False
    if parts in _only_described():
        return True
    states = {i for i in range(name.start, name.end) if tokens.starts[i] in demonyms}
    if len(parts) != name.end - name.start or _has_head(tokens, name):
        return False
    if len(parts) > 1 and _is_indefinite(tokens, name, parts, states):
        return True
    if _is_quoted(tokens, name):
        return False
    if len(parts) == 1:
        return _is_noun(parts[0]) and (bare(parts[0]) not in of_bodies("names_too") or bare(parts[0]) in longer)
    return _is_of_state(tokens, name, parts, states)


def _is_somebody(word: str) -> bool:
    """`المسؤول الباكستاني`, `الناشطة العراقية`: people, no body."""
    somebody = is_office_head(word) or word in _GENERIC or bare(word) in _GENERIC
    return somebody and bare(word) not in of_bodies("names_too")


def _is_quoted(tokens: Tokens, name: Name) -> bool:
    inside = name.start > 0 and name.end < len(tokens)
    return inside and tokens.norms[name.start - 1] in _SIGNS and tokens.norms[name.end] in _SIGNS


def _has_head(tokens: Tokens, name: Name) -> bool:
    """`حزب [القوات اللبنانية]`: what a body's noun governs is its name."""
    before = readings(tokens.norms[name.start - 1]) if name.start and not tokens.begins[name.start] else []
    return name.core == tokens.starts[name.start] and any(word in organization_heads() for word, _ in before)


def _is_noun(word: str) -> bool:
    """A lone word: a body's noun (`المجلس`), or people by what they do (`المسلحين`)."""
    noun = bare(word)
    if noun in organization_heads() | of_bodies("alone") | of_bodies("plurals") | of_bodies("bodies"):
        return True
    return word.startswith("الم") and word.endswith(_SOUND_PLURAL) and word in words("ordinary_words")


def _is_of_state(tokens: Tokens, name: Name, parts: tuple[str, ...], states: set[int]) -> bool:
    """`المجلة [الأميركية]`, `القوات [الأفغانية]`, `المنظمة [الدولية]`: the noun and no more than whose it is."""
    if not parts[0].startswith("ال") or bare(parts[0]) not in of_bodies("described"):
        return False
    return all(i in states or tokens.norms[i] in of_bodies("reach") for i in range(name.start + 1, name.end))


def _is_indefinite(tokens: Tokens, name: Name, parts: tuple[str, ...], states: set[int]) -> bool:
    """`حزب ثالث` (a third party), `محكمة سورية`, `لجنة للتدريب`, `مؤسسة لتمويل المشاريع`: one of many."""
    if parts[0] not in organization_heads():
        return False
    second = name.start + 1
    tagged = tagged_of(tokens.doc)
    if is_place(parts[1]) and second not in states:
        return False
    if tagged.prep(second) and tagged.pos[second] in ("NOUN", "VERB") and parts[1][1:] in words("ordinary_words"):
        return True
    adjective = tagged.pos[second] == "ADJ" and parts[1] in words("ordinary_words")
    return not parts[1].startswith("ال") and (adjective or second in states)


@cached
def _only_described() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(w).split()) for w in load("organization_heads")["only_described"])
