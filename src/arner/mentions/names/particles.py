"""Particles and honorifics off a name: `لبوتين` → `بوتين`, `الشيخ خالد العطية` → `خالد العطية`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from arner.arabic.orthography import fold, is_arabic
from arner.arabic.particles import bare, letters, readings, without_particles
from arner.lexicon import cached, load, word_class, words
from arner.mentions.countries import capitals, is_place, place_country
from arner.mentions.name import Name, name_words, organization_heads
from arner.mentions.names.tagged import COMPOUND
from arner.tokens import Tokens

Evidence = dict[str, Callable[[str], bool]]  # type of a name → whether a word is known to stand by itself


def evidence(tokens: Tokens, names: list[Name]) -> Evidence:
    """For each type of name, which words are known to stand by themselves."""
    inner = {bare(norm) for n in names for norm in tokens.norms[n.start + 1 : n.end]}
    firsts = [tokens.norms[n.start] for n in names]
    plain = {bare(norm) for norm in firsts if norm[:1] not in "وفبلك"}
    seen = inner | plain
    people, own = name_words(), words("own_letters")
    heads = organization_heads() | word_class("region")  # ولاية
    units = word_class("unit_of_place")  # بشارع صاري
    return {
        "seen": lambda word: word in seen,
        "person": lambda word: word in people or word in seen or word in COMPOUND or word in own,
        "place": lambda word: place_country(word) is not None or word in seen or word in own or word in units,
        "organization": lambda word: word in seen or word in heads or word in own or is_place(word),
    }


def without_and(tokens: Tokens, names: list[Name]) -> Iterable[Name]:
    """`فبينيلوبي كروز` where the text also has `بينيلوبي كروز`: the same words after one letter are that name."""
    said = {tuple(tokens.norms[n.start : n.end]) for n in names if n.type == "person"}
    for name in names:
        first, *rest = tokens.norms[name.start : name.end]
        if name.core == tokens.starts[name.start] and rest and (first[1:], *rest) in said and first[0] in "وفبلك":
            name = replace(name, core=name.core + letters(tokens.texts[name.start], 1))
        yield name


def cut_particles(tokens: Tokens, name: Name, known: Evidence) -> Name:
    """`لبوتين` → `بوتين`: the name without what is written onto its first word."""
    first = tokens.norms[name.start]
    if name.core != tokens.starts[name.start] or not is_arabic(tokens.texts[name.start]):
        return name
    if first in ("و", "ب", "ل", "ك") and name.end > name.start + 1:
        return replace(name, start=name.start + 1, core=tokens.starts[name.start + 1])
    if _follows_a_word(tokens, name):
        return name
    if _governed_whole(name, first):
        return replace(name, core=tokens.core(name.start, 1))  # بيان [للكونفدرالية]: ل and the article
    if _joined(tokens, name, known):
        return replace(name, core=tokens.core(name.start, 1))
    if name.type == "place":
        if known["place"](fold(name.text(tokens))):
            return name
        if _qualified(tokens, name):
            return replace(name, core=tokens.core(name.start, 1))
    if name.type == "organization" and _is_genitive(tokens, name):
        return name
    if name.type == "person" and name.end == name.start + 1 and (cut := _lone(tokens, name, known)) is not None:
        return cut
    _, dropped = without_particles(first, known[name.type])
    return replace(name, core=tokens.core(name.start, dropped)) if dropped else name


def _joined(tokens: Tokens, name: Name, known: Evidence) -> bool:
    """`سالم عمر [وسلمى فرح]`, `[ودي ماريا]`: whether the و of a name of several words is «and», no letter of it."""
    first = tokens.norms[name.start]
    if first[0] != "و" or name.end <= name.start + 1:
        return False
    if first[1:] in COMPOUND:
        return True
    is_known = known[name.type]
    return _begins_after_person(tokens, name) and (is_known(first[1:]) or not is_known(first))


def _governed_whole(name: Name, first: str) -> bool:
    """`بيان [للكونفدرالية]`: whether ل and the article begin a body's name."""
    return name.type == "organization" and first.startswith("لل") and len(first) > 5


def _qualified(tokens: Tokens, name: Name) -> bool:
    """`[بالحي] الثقافي`: whether a definite adjective follows, before which no name begins with بال of its own."""
    following = tokens.norms[name.start + 1] if name.end > name.start + 1 else ""
    return tokens.norms[name.start].startswith("بال") and following.startswith("ال")


def _follows_a_word(tokens: Tokens, name: Name) -> bool:
    """`وصل [فرانك]`: ف (then) joins clauses, so it hardly stands after a word of its own."""
    then = tokens.norms[name.start][0] == "ف" and name.start > 0 and not tokens.begins[name.start]
    return then and is_arabic(tokens.texts[name.start - 1])


def _is_genitive(tokens: Tokens, name: Name) -> bool:
    """`نادي [كالياري]`: nothing is written onto a body's name that its head governs."""
    if not name.start or tokens.begins[name.start] or tokens.norms[name.start][0] == "و":
        return False
    return readings(tokens.norms[name.start - 1])[-1][0] in organization_heads()


def _lone(tokens: Tokens, name: Name, known: Evidence) -> Name | None:
    """A person's name of one word without its particle, where the rest is known; a place taken for a person is one."""
    first = tokens.norms[name.start]
    short = [(first[1:], 1)] if first[:1] in "وفبلك" else []  # `وشي`: too short for `readings`
    for rest, dropped in [*readings(first), *short]:
        if rest in capitals() or (is_place(rest) and rest not in name_words()):  # `لبيروت`
            return replace(name, type="place", core=tokens.core(name.start, dropped))
        if dropped and known["seen"](bare(rest)) and not known["seen"](bare(first)):
            return replace(name, core=tokens.core(name.start, dropped))
    return None


def _begins_after_person(tokens: Tokens, name: Name) -> bool:
    """`[كيم داي جونغ] [ورو مو هيون]`: whether the tagger began another person's name right after one."""
    beside = name.start > 0 and tokens.labels[name.start] == tokens.labels[name.start - 1] == "PER"
    return beside and tokens.opens_entity(name.start)


def cut_honorifics(tokens: Tokens, name: Name) -> Iterable[Name]:
    """`الشيخ خالد العطية` → `خالد العطية`; an honorific alone is no name."""
    if name.type != "person":
        yield name
        return
    honorifics = all_honorifics()
    start, core = name.start, name.core
    while start < name.end:
        word = fold(tokens.texts[start][core - tokens.starts[start] :])
        if word not in honorifics and word != ".":
            break
        start += 1
        core = tokens.starts[start] if start < name.end else core
    if start < name.end:
        yield replace(name, start=start, core=core)


@cached
def all_honorifics() -> frozenset[str]:
    """Folded words that stand before a name, also those that are adjectives elsewhere."""
    return frozenset(fold(w) for w in load("offices")["honorifics"]["words"])
