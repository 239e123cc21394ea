"""The laws that the entities of any text keep, whatever the tagger says of it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from spacy.tokens import Span

from arner.entities.component import resolve
from arner.layers import ArticleFacts
from arner.mentions.component import find_mentions
from tests.junk import articles
from tests.marked import _language, read
from tests.timing import cpu_seconds

LANGUAGE = _language((), (), ())


@example("قال ـ", [(0, 2, "PER")])  # a stroke that folds away
@given(articles, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 4), st.sampled_from(["PER", "LOC", "ORG"]))))
def test_mentions_and_entities_belong_together(text: str, tagged: list[tuple[int, int, str]]) -> None:
    doc = LANGUAGE(text)
    doc._.article = ArticleFacts()
    free = 0
    spans = []
    for start, length, label in sorted(tagged):
        if free <= start < len(doc):
            free = min(start + length, len(doc))
            spans.append(Span(doc, start, free, label=label))
    doc.ents = spans
    resolve(find_mentions(doc))
    everything = list(doc._.entities)
    refs = {ref for m in doc._.mentions for ref in m.refs}
    assert refs == {e.id for e in everything}
    assert len(refs) == len(everything)
    for m in doc._.mentions:
        assert 0 <= m.outer_start <= m.start < m.end <= m.outer_end <= len(text)
        assert m.kind in ("name", "role", "demonym", "metonym", "pronoun")
    for person in doc._.entities.people:
        assert person.name not in person.aliases
        assert person.name.strip() == person.name != ""
    starts = [m.outer_start for m in doc._.mentions]
    assert starts == sorted(starts)


def test_many_people_and_offices_take_linear_time() -> None:
    def seconds(times: int) -> float:
        text = (
            "قال الرئيس الروسي {PER:فلاديمير بوتين} لنظيره الصيني {PER:شي جين بينغ} إن الزعيمين في {LOC:بكين}. " * times
        )
        return cpu_seconds(lambda: read(text, stages=("arner_mentions", "arner_entities")))

    assert seconds(800) < 30 * max(seconds(80), 0.02)
