"""Marked-up sentences: what a stage before would find is given by hand, so that a rule is tested without its mistakes.

`read` marks what the tagger finds; every component after it runs:

    doc = read("قال {PER:فلاديمير بوتين} في {LOC:موسكو}", published="2024-05-16")

`by_hand` marks resolved mentions and dates; no component runs but the one that ends sentences:

    doc = by_hand("قال {p1:الرئيس التركي} إن {IR:إيران} …")

`p1`, `o1` are a person, an organisation; `IR` a country, `IR!` its adjective; `l` a place; `x` somebody only described;
`p1+p2` two people; `d2019-03-13` a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from arner.layers import ArticleFacts, Entities, Mention, MentionType, Person, Role, Span, TimeExpression
from arner.ner.sentences import split
from arner.pipeline import EXTENSIBLE
from arner.records import MentionKind

_MARK = re.compile(r"\{([A-Za-z0-9.+!-]+):([^{}]*)\}")
STAGES = ("arner_mentions", "arner_dates", "arner_entities", "arner_statements", "arner_meetings")


class Marked(NamedTuple):
    """The words `text[start:end]`, in characters, that are marked with `tag`."""

    start: int
    end: int
    tag: str


def unmark(marked: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and where they stood."""
    text, last, marks = "", 0, []
    for m in _MARK.finditer(marked):
        text += marked[last : m.start()]
        marks.append(Marked(len(text), len(text) + len(m[2]), m[1]))
        text += m[2]
        last = m.end()
    return text + marked[last:], marks


@cache
def _language(stages: tuple[str, ...], lexicon: tuple[str, ...], without: tuple[str, ...]) -> Language:
    nlp = spacy.blank("arner")
    nlp.add_pipe("arner_sentences")
    for stage in stages:
        settings = {"lexicon": list(lexicon), "without": list(without)}
        nlp.add_pipe(stage, config=settings if stage in EXTENSIBLE else {})
    return nlp


def read(
    marked: str,
    published: str | None = None,
    source: str | None = None,
    stages: tuple[str, ...] = STAGES,
    lexicon: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
) -> Doc:
    """A Doc with `doc.ents` as marked, and every component after the tagger run, or those named in `stages`."""
    text, marks = unmark(marked)
    nlp = _language(stages, lexicon, without)
    doc = nlp.make_doc(text)
    doc._.article = ArticleFacts(published=published, source=source)
    doc.ents = [
        span
        for start, end, label in marks
        if (span := doc.char_span(start, end, label=label, alignment_mode="expand")) is not None
    ]
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


@cache
def _blank() -> Language:
    return spacy.blank("arner")


def by_hand(
    marked: str,
    published: str | None = None,
    title_end: int | None = None,
    states: Mapping[str, str] | None = None,
    cities: Mapping[str, str] | None = None,
) -> Doc:
    """A Doc with mentions and dates as marked; `states` of people (`p1`) and `cities` by name are countries' codes."""
    text, marks = unmark(marked)
    states, cities = states or {}, cities or {}
    doc = split(_blank().make_doc(text))
    doc._.article = ArticleFacts(published=published, title_end=title_end)
    doc._.mentions = [_mention(text, mark, states, cities) for mark in marks if not _is_date(mark.tag)]
    doc._.dates = [_date(mark) for mark in marks if _is_date(mark.tag)]
    doc._.entities = _entities(text, marks, states)
    return doc


def _is_date(tag: str) -> bool:
    return tag[0] == "d"


def _date(mark: Marked) -> TimeExpression:
    day = mark.tag[1:]
    return TimeExpression(mark.start, mark.end, day, day, "day")


def _mention(text: str, mark: Marked, states: Mapping[str, str], cities: Mapping[str, str]) -> Mention:
    start, end, tag = mark
    refs: list[str] = tag.split("+")
    type_: MentionType
    kind: MentionKind = "name"
    country = None
    if tag == "l":
        type_, refs, country = "place", [f"l:{text[start:end]}"], cities.get(text[start:end])
    elif tag == "x":
        type_, refs = "described", []
    elif tag[0] in "po":
        type_, country = "person" if tag[0] == "p" else "organization", states.get(tag)
    else:
        type_, country = "country", tag.rstrip("!")
        refs, kind = [f"country:{country}"], "demonym" if tag.endswith("!") else "name"
    return Mention(start, end, start, end, type_, kind, tuple(refs), country)


def _entities(text: str, marks: Iterable[Marked], states: Mapping[str, str]) -> Entities:
    names = {ref: ref for ref in states}
    for start, end, tag in marks:
        if tag[0] in "po":
            refs = tag.split("+")
            for ref in refs:
                names.setdefault(ref, text[start:end] if len(refs) == 1 else ref)
    return Entities(people=tuple(Person(ref, name, roles=_roles(states.get(ref))) for ref, name in names.items()))


def _roles(country: str | None) -> tuple[Role, ...]:
    return (Role("الرئيس", country, "adjective", None, False, Span(0, 0)),) if country else ()
