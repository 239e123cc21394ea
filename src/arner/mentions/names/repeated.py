"""Every other place where a surname of the article stands alone: the tagger may miss it there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from arner.arabic.orthography import fold
from arner.arabic.particles import bare, readings
from arner.lexicon import cached, load, word_class, words
from arner.mentions.countries import place_country
from arner.mentions.name import Name, name_words
from arner.mentions.names.plausible import is_ordinary, nobody
from arner.mentions.offices.heads import is_office_head
from arner.tokens import Tokens


def repeated(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Every other place where a surname of the article stands alone: the tagger may miss it there.

    Also a name that is a word as well, where a noun is before it that governs a person: `نظام الأسد`.
    """
    surnames, unsure = _surnames(tokens, names)
    taken = {i for n in names for i in range(n.start, n.end)}
    found = [replace(n, type="person") if _is_surname(tokens, n, surnames) else n for n in names]
    ambiguous = words("ambiguous_names")
    for i, options in enumerate(tokens.readings):
        for word, dropped in options:
            known = word in surnames and (word not in unsure or not dropped)
            governed = not (known or dropped) and word in ambiguous and _is_governed(tokens, i)
            if (known or governed) and i not in taken and not is_ordinary(tokens.norms[i]):
                core = tokens.core(i, dropped)
                found.append(_with_given_name(tokens, i, core, taken))
                break
    found += _of_two_words(tokens, names, {i for n in found for i in range(n.start, n.end)})
    return sorted(found, key=lambda n: n.start)


def _of_two_words(tokens: Tokens, names: list[Name], taken: set[int]) -> Iterator[Name]:
    """A surname with its particle: `روسي [ودي مارس]` where the text also has `كارلو دي مارس`, though مارس is March."""
    full = (n.words(tokens) for n in names if n.type == "person")
    pairs = {
        (words[-2], words[-1]) for words in full if len(words) > 2 and words[-2] in word_class("foreign_name_prefix")
    }
    for i, (word, last) in enumerate(pairwise(tokens.norms) if pairs else ()):
        joined = word[:1] == "و" and (word[1:], last) in pairs
        if (joined or (word, last) in pairs) and not {i, i + 1} & taken and not tokens.begins[i + 1]:
            yield Name(i, i + 2, "person", tokens.core(i, int(joined)))


def _surnames(tokens: Tokens, names: list[Name]) -> tuple[set[str], set[str]]:
    """The folded surnames of the article's people, and those of them that may be something else with a particle."""
    people = [n.words(tokens) for n in names if n.type == "person"]
    alone = {words[-1] for words in people if len(words) == 1}
    surnames = {words[-1] for words in people if len(words) > 1 and len(bare(words[-1])) > 2} | alone
    surnames = {s for s in surnames if place_country(s) is None and not is_ordinary(s)} - nobody()
    return surnames, {s for s in surnames if bare(s) in words("ambiguous_names") or len(bare(s)) < 5} - alone


def _is_surname(tokens: Tokens, name: Name, surnames: set[str]) -> bool:
    """Whether a name of one word, to the tagger a place or a body, is somebody's surname."""
    return name.end - name.start == 1 and name.type != "person" and name.words(tokens)[-1] in surnames


def _with_given_name(tokens: Tokens, i: int, core: int, taken: set[int]) -> Name:
    """A surname found in token `i`, with the given name before it: `[حلا] بركات` is not `أحمد بركات`."""
    given = tokens.norms[i - 1] if i and i - 1 not in taken and not tokens.begins[i] else ""
    if core != tokens.starts[i] or given not in name_words() or is_ordinary(given) or is_office_head(given):
        return Name(i, i + 1, "person", core)
    return Name(i - 1, i + 1, "person", tokens.starts[i - 1])


def _is_governed(tokens: Tokens, i: int) -> bool:
    """Whether the noun before token `i` governs a person."""
    before = readings(tokens.norms[i - 1]) if i and not tokens.begins[i] else []
    return any(word in _govern() for word, _ in before)


@cached
def _govern() -> frozenset[str]:
    """Folded nouns whose genitive is a person: نظام, قوات."""
    return frozenset(fold(w) for w in load("names")["governing"])
