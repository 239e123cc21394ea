"""Every other place where a surname of the article stands alone: the tagger may miss it there."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import bare, letters, readings
from arner.lexicon import cached, load, words
from arner.mentions.countries import place_country
from arner.mentions.name import Name, name_words
from arner.mentions.names.plausible import is_ordinary, nobody
from arner.mentions.offices.heads import is_office_head


def repeated(doc: Doc, names: list[Name]) -> list[Name]:
    """Every other place where a surname of the article stands alone: the tagger may miss it there.

    Also a name that is a word as well, where a noun is before it that governs a person: `نظام الأسد`.
    """
    surnames, unsure = _surnames(doc, names)
    taken = {i for n in names for i in range(n.start, n.end)}
    found = [replace(n, type="person") if _is_surname(doc, n, surnames) else n for n in names]
    for token in doc:
        if token.i in taken or is_ordinary(token.norm_):
            continue
        for word, dropped in readings(token.norm_):
            known = word in surnames and (word not in unsure or not dropped)
            governed = not dropped and word in words("ambiguous_names") and _is_governed(doc, token.i)
            if known or governed:
                found.append(_with_given_name(doc, token.i, token.idx + letters(token.text, dropped), taken))
                break
    return sorted(found, key=lambda n: n.start)


def _surnames(doc: Doc, names: list[Name]) -> tuple[set[str], set[str]]:
    """The folded surnames of the article's people, and those of them that may be something else with a particle."""
    people = [n.words(doc) for n in names if n.type == "person"]
    alone = {words[-1] for words in people if len(words) == 1}
    surnames = {words[-1] for words in people if len(words) > 1 and len(bare(words[-1])) > 2} | alone
    surnames = {s for s in surnames if place_country(s) is None and not is_ordinary(s)} - nobody()
    return surnames, {s for s in surnames if bare(s) in words("ambiguous_names") or len(bare(s)) < 5} - alone


def _is_surname(doc: Doc, name: Name, surnames: set[str]) -> bool:
    """Whether a name of one word, to the tagger a place or a body, is somebody's surname."""
    return name.end - name.start == 1 and name.type != "person" and name.words(doc)[-1] in surnames


def _with_given_name(doc: Doc, i: int, core: int, taken: set[int]) -> Name:
    """A surname found in token `i`, with the given name before it: `[حلا] بركات` is not `أحمد بركات`."""
    given = doc[i - 1].norm_ if i and i - 1 not in taken and not doc[i].is_sent_start else ""
    if core != doc[i].idx or given not in name_words() or is_ordinary(given) or is_office_head(given):
        return Name(i, i + 1, "person", core)
    return Name(i - 1, i + 1, "person", doc[i - 1].idx)


def _is_governed(doc: Doc, i: int) -> bool:
    """Whether the noun before token `i` governs a person."""
    before = readings(doc[i - 1].norm_) if i and not doc[i].is_sent_start else []
    return any(word in _govern() for word, _ in before)


@cached
def _govern() -> frozenset[str]:
    """Folded nouns whose genitive is a person: نظام, قوات."""
    return frozenset(fold(w) for w in load("names")["governing"])
