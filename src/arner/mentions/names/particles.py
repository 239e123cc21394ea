"""Particles and honorifics off a name: `لبوتين` → `بوتين`, `الشيخ خالد العطية` → `خالد العطية`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from spacy.tokens import Doc

from arner.arabic.orthography import fold, is_arabic
from arner.arabic.particles import bare, letters, readings, without_particles
from arner.lexicon import cached, load, word_class, words
from arner.mentions.countries import capitals, is_place, place_country
from arner.mentions.name import Name, name_words, organization_heads
from arner.mentions.names.tagged import COMPOUND

Evidence = dict[str, Callable[[str], bool]]  # type of a name → whether a word is known to stand by itself


def evidence(doc: Doc, names: list[Name]) -> Evidence:
    """For each type of name, which words are known to stand by themselves."""
    inner = {bare(t.norm_) for n in names for t in doc[n.start + 1 : n.end]}
    plain = {bare(t.norm_) for n in names for t in doc[n.start : n.start + 1] if t.norm_[:1] not in "وفبلك"}
    seen = inner | plain
    people, own = name_words(), words("own_letters")
    heads = organization_heads() | word_class("region")  # ولاية
    return {
        "seen": lambda word: word in seen,
        "person": lambda word: word in people or word in seen or word in COMPOUND or word in own,
        "place": lambda word: place_country(word) is not None or word in seen or word in own,
        "organization": lambda word: word in seen or word in heads or word in own or is_place(word),
    }


def without_and(doc: Doc, names: list[Name]) -> Iterable[Name]:
    """`فبينيلوبي كروز` where the text also has `بينيلوبي كروز`: the same words after one letter are that name."""
    said = {tuple(t.norm_ for t in doc[n.start : n.end]) for n in names if n.type == "person"}
    for name in names:
        first, *rest = [t.norm_ for t in doc[name.start : name.end]]
        if name.core == doc[name.start].idx and rest and (first[1:], *rest) in said and first[0] in "وفبلك":
            name = replace(name, core=name.core + letters(doc[name.start].text, 1))
        yield name


def cut_particles(doc: Doc, name: Name, known: Evidence) -> Name:
    """`لبوتين` → `بوتين`: the name without what is written onto its first word."""
    first = doc[name.start]
    if name.core != first.idx or not is_arabic(first.text):
        return name
    if first.norm_ in ("و", "ب", "ل", "ك") and name.end > name.start + 1:
        return replace(name, start=name.start + 1, core=doc[name.start + 1].idx)
    if _follows_a_word(doc, name):
        return name
    if _governed_whole(name, first.norm_):
        return replace(name, core=first.idx + letters(first.text, 1))  # بيان [للكونفدرالية]: ل and the article
    if first.norm_[0] == "و" and name.end > name.start + 1:
        compound = first.norm_[1:] in COMPOUND  # ودي ماريا
        joined = known[name.type](first.norm_[1:]) or not known[name.type](first.norm_)
        if compound or (_begins_after_person(doc, name) and joined):
            return replace(name, core=first.idx + letters(first.text, 1))
    if name.type == "place" and known["place"](fold(name.text(doc))):
        return name
    if name.type == "organization" and _is_genitive(doc, name):
        return name
    if name.type == "person" and name.end == name.start + 1 and (cut := _lone(doc, name, known)) is not None:
        return cut
    _, dropped = without_particles(first.norm_, known[name.type])
    return replace(name, core=first.idx + letters(first.text, dropped))


def _governed_whole(name: Name, first: str) -> bool:
    """`بيان [للكونفدرالية]`: whether ل and the article begin a body's name."""
    return name.type == "organization" and first.startswith("لل") and len(first) > 5


def _follows_a_word(doc: Doc, name: Name) -> bool:
    """`وصل [فرانك]`: ف (then) joins clauses, so it hardly stands after a word of its own."""
    first = doc[name.start]
    return first.norm_[0] == "ف" and name.start > 0 and not first.is_sent_start and is_arabic(doc[name.start - 1].text)


def _is_genitive(doc: Doc, name: Name) -> bool:
    """`نادي [كالياري]`: nothing is written onto a body's name that its head governs."""
    first = doc[name.start]
    if not name.start or first.is_sent_start or first.norm_[0] == "و":
        return False
    return readings(doc[name.start - 1].norm_)[-1][0] in organization_heads()


def _lone(doc: Doc, name: Name, known: Evidence) -> Name | None:
    """A person's name of one word without its particle, where the rest is known; a place taken for a person is one."""
    first = doc[name.start]
    short = [(first.norm_[1:], 1)] if first.norm_[:1] in "وفبلك" else []  # `وشي`: too short for `readings`
    for rest, dropped in [*readings(first.norm_), *short]:
        if rest in capitals() or (is_place(rest) and rest not in name_words()):  # `لبيروت`
            return replace(name, type="place", core=first.idx + letters(first.text, dropped))
        if dropped and known["seen"](bare(rest)) and not known["seen"](bare(first.norm_)):
            return replace(name, core=first.idx + letters(first.text, dropped))
    return None


def _begins_after_person(doc: Doc, name: Name) -> bool:
    """`[كيم داي جونغ] [ورو مو هيون]`: whether the tagger began another person's name right after one."""
    first, before = doc[name.start], doc[max(name.start - 1, 0)]
    return first.ent_iob_ == "B" and first.ent_type_ == before.ent_type_ == "PER" and before.i < first.i


def cut_honorifics(doc: Doc, name: Name) -> Iterable[Name]:
    """`الشيخ خالد العطية` → `خالد العطية`; an honorific alone is no name."""
    if name.type != "person":
        yield name
        return
    honorifics = all_honorifics()
    start, core = name.start, name.core
    while start < name.end:
        word = fold(doc[start].text[core - doc[start].idx :])
        if word not in honorifics and word != ".":
            break
        start += 1
        core = doc[start].idx if start < name.end else core
    if start < name.end:
        yield replace(name, start=start, core=core)


@cached
def all_honorifics() -> frozenset[str]:
    """Folded words that stand before a name, also those that are adjectives elsewhere."""
    return frozenset(fold(w) for w in load("offices")["honorifics"]["words"])
