"""Marked-up sentences: entity spans given by hand, so that a rule is tested without the tagger's mistakes.

    doc = read("قال {PER:فلاديمير بوتين} في {LOC:موسكو}", published="2024-05-16")

`read` gives a Doc with `doc.ents` set and every component after the tagger run (or those named in `stages`).
"""

from __future__ import annotations

import re
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from arner.pipeline import EXTENSIBLE

_MARK = re.compile(r"\{(PER|LOC|ORG|MISC):([^{}]*)\}")
STAGES = ("arner_mentions", "arner_dates", "arner_entities", "arner_statements", "arner_meetings")


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
    spans: list[tuple[int, int, str]] = []
    text, last = "", 0
    for m in _MARK.finditer(marked):
        text += marked[last : m.start()]
        spans.append((len(text), len(text) + len(m[2]), m[1]))
        text += m[2]
        last = m.end()
    text += marked[last:]
    nlp = _language(stages, lexicon, without)
    doc = nlp.make_doc(text)
    doc._.article = {"published": published, "title_end": None, "source": source}
    doc.ents = [
        span
        for start, end, label in spans
        if (span := doc.char_span(start, end, label=label, alignment_mode="expand")) is not None
    ]
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
