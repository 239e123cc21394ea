"""Articles in, records out: one, or many in a stream.

    nlp = arner.load()
    record = nlp(arner.Article(text="…", published="2024-05-16"))
    for record in nlp.pipe(articles):
        ...

`nlp.language` is the spaCy `Language` underneath: look at a `Doc`, replace a stage, add one.
"""

from __future__ import annotations

import hashlib
import os
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from itertools import islice
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from arner.arabic.language import NAMES, NOT_ARABIC, language_of
from arner.collector import at_rest
from arner.confidence import with_confidence
from arner.dates.calendar import counted_from
from arner.entities.described import Descriptions
from arner.gaps import Gaps
from arner.layers import ArticleFacts, Entities, Entity, Person, plain
from arner.lexicon import opened
from arner.markup import readable
from arner.ner import consistency, store
from arner.processes import pool, result
from arner.records import Article, ArticleRecord, Span, Why
from arner.relations.trace import Trace

COMPONENTS = (
    "arner_sentences",
    "arner_stanza",
    consistency.NAME,
    "arner_mentions",
    "arner_dates",
    "arner_entities",
    "arner_statements",
    "arner_meetings",
    "arner_agreements",
    "arner_appointments",
    "arner_events",
)
EXTENSIBLE = (
    "arner_mentions",
    "arner_entities",
    "arner_statements",
    "arner_meetings",
    "arner_agreements",
    "arner_appointments",
    "arner_events",
)  # by a user's lexicon
_TITLE = 200  # characters; a longer first line is no title
_LONGEST_TEXT = 50_000_000  # characters; nothing here needs spaCy's limit of a million, which is for parsers


@at_rest()
def load(
    model: str | os.PathLike[str] = "bundled",
    lexicon: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
    without: Iterable[str] = (),
) -> Pipeline:
    """A pipeline with a model: "bundled", "stanza" (Stanza's own, downloaded before) or the path of a folder.

    `lexicon`: one or more files (TOML, CSV) with people, organisations, offices, places, words for countries and of
    reporting of your own, see docs/lexicon.md. `without`: ids of rules to switch off, see docs/statements.md.
    The model's files are looked for now and loaded when the first article comes.

    Raises:
        arner.ner.store.ModelError: the model is not there.
        arner.lexicon.LexiconError: a file of yours is missing or malformed; it names file, line and reason.
        arner.lexicon.UnknownRule: an id of `without` is no rule's.
    """
    store.pipeline_settings(store.find(model))
    own = [str(f) for f in ([lexicon] if isinstance(lexicon, (str, os.PathLike)) else lexicon)]
    off = [without] if isinstance(without, str) else list(without)
    opened(tuple(own), tuple(off))
    settings: dict[str, dict[str, Any]] = {name: {"lexicon": own, "without": off} for name in EXTENSIBLE}
    settings["arner_stanza"] = {"model": str(model)}

    language = spacy.blank("arner")
    language.max_length = _LONGEST_TEXT
    for name in COMPONENTS:
        language.add_pipe(name, config=settings.get(name, {}))
    return Pipeline(language)


class Pipeline:
    """Takes a string or an `Article`, gives an `ArticleRecord`. Pickles: each process loads its own model."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._begun = False

    def __call__(self, article: Article | str) -> ArticleRecord:
        """The record of one article. Of a Persian or Urdu text it is empty, with a warning.

        Raises:
            TypeError: `article` is neither an `Article` nor a string.
        """
        record = next(self.pipe([article]))
        if record.language in NOT_ARABIC:
            warnings.warn(f"{record.id} is {NAMES[record.language]}, not Arabic: its record is empty", stacklevel=2)
        return record

    def pipe(
        self,
        articles: Iterable[Article | str],
        batch_size: int = 16,
        n_process: int = 1,
        on_error: Callable[[Article, Exception], None] | None = None,
    ) -> Iterator[ArticleRecord]:
        """Records of many articles, in order, as they are done.

        The sentences of `batch_size` articles go to the tagger together. Nothing is read ahead of a batch, or of two
        batches a process with `n_process`, each of which loads the model. An article that raises is left out and told
        to `on_error`, where it is given.

        Raises:
            TypeError: `articles` is one string, one article, or holds something else.
        """
        if isinstance(articles, (str, Article, Mapping)):
            raise TypeError("pipe takes many articles: give it a list, or call the pipeline with one")
        return self._records(map(_article, articles), batch_size, n_process, on_error)

    def _records(
        self,
        articles: Iterator[Article],
        batch_size: int,
        n_process: int,
        on_error: Callable[[Article, Exception], None] | None,
    ) -> Iterator[ArticleRecord]:
        batches = iter(lambda: list(islice(articles, batch_size)), [])
        done = map(self._outcomes, batches) if n_process == 1 else _in_processes(self, batches, n_process)
        for article, outcome in (pair for outcomes in done for pair in outcomes):
            if isinstance(outcome, ArticleRecord):
                yield outcome
            elif on_error is None:
                raise outcome
            else:
                on_error(article, outcome)

    def _outcomes(self, batch: list[Article]) -> list[tuple[Article, ArticleRecord | Exception]]:
        """The record of each article, or what it raised; where the batch as a whole raises, one by one."""
        if not self._begun:
            self._begun = True
            with at_rest(settles=True):  # the first article makes tables, which stay
                return self._outcomes(batch)
        try:
            given = [Gaps(readable(article.full_text)) for article in batch]
            docs = self.language.pipe(map(self._read, batch, given), batch_size=len(batch))
            done = zip(batch, docs, given, strict=True)
            return [(article, _record(doc, article, gaps)) for article, doc, gaps in done]
        except Exception as error:
            if len(batch) == 1:
                return [(batch[0], error)]
            return [outcome for article in batch for outcome in self._outcomes([article])]

    def _doc(self, article: Article) -> Doc:
        return self._read(article, Gaps(readable(article.full_text)))

    def _read(self, article: Article, gaps: Gaps) -> Doc:
        doc = self.language.make_doc(gaps.text)
        doc._.article = facts(article, gaps.text)
        return doc


def facts(article: Article, text: str) -> ArticleFacts:
    """What is known of `article` besides its `text`, as it is read."""
    title_end = _title_end(text, given=article.title is not None)
    return ArticleFacts(published=counted_from(article.published), source=article.source, title_end=title_end)


_Outcomes = list[tuple[Article, ArticleRecord | Exception]]
_worker: Pipeline | None = None  # in a process of `_in_processes`: its own pipeline


def _begin(pipeline: Pipeline) -> None:
    import torch

    global _worker
    torch.set_num_threads(1)  # its threads wait by spinning: more of them are slower as soon as cores are shared
    _worker = pipeline


def _work(batch: list[Article]) -> _Outcomes:
    assert _worker is not None
    return _worker._outcomes(batch)


def _in_processes(pipeline: Pipeline, batches: Iterator[list[Article]], count: int) -> Iterator[_Outcomes]:
    """What `pipeline` makes of each batch, in order, in `count` processes."""
    with pool(count, _begin, pipeline) as workers:
        under_way: deque[Future[_Outcomes]] = deque()
        for batch in batches:
            under_way.append(workers.submit(_work, batch))
            if len(under_way) >= 2 * count:
                yield result(under_way.popleft())
        while under_way:
            yield result(under_way.popleft())


def _article(given: object) -> Article:
    if isinstance(given, Article):
        return given
    if isinstance(given, str):
        return Article(text=given)
    advice = "Article(**it)" if isinstance(given, Mapping) else "Article(text=…)"
    raise TypeError(
        f"an article is an arner.Article or a string, not {type(given).__name__}: make it one with {advice}"
    )


def _title_end(text: str, given: bool) -> int | None:
    """Where the first line ends when it is a title: given as one, or short and followed by a text."""
    end = text.find("\n")
    if end <= 0 or not text[end:].strip():
        return None
    return end if given or (end <= _TITLE and text[:end].rstrip()[-1:] not in ".؟!:") else None


def record_of(doc: Doc, article: Article) -> ArticleRecord:
    """The record of a `Doc` that went through every component; its characters are those of the article's text."""
    return _record(doc, article, Gaps(readable(article.full_text)))


def _about(article: Article, text: str) -> dict[str, Any]:
    """What a record says of its article before anything is found in it; without an id one is made of the text."""
    return {
        "id": article.id or "text-" + hashlib.sha256(text.encode()).hexdigest()[:16],
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "language": language_of(text),
        "text": text,
    }


def _record(doc: Doc, article: Article, gaps: Gaps) -> ArticleRecord:
    text = gaps.given
    about = _about(article, text)
    if about["language"] in NOT_ARABIC:
        return ArticleRecord.model_validate(about)

    def characters(start: int, end: int) -> dict[str, Any]:
        start, end = gaps.original(start, end)
        found = text[start:end]
        inner = found.strip() or found
        start += found.index(inner)
        return {"start": start, "end": start + len(inner), "text": inner}

    def span(found: dict[str, int]) -> dict[str, Any]:
        return characters(found["start"], found["end"])

    mentions: dict[str, list[dict[str, Any]]] = {}
    for mention in doc._.mentions:
        for ref in mention.refs:
            mentions.setdefault(ref, []).append({**characters(mention.start, mention.end), "kind": mention.kind})

    def entity(found: Entity) -> dict[str, Any]:
        return {**plain(found), "mentions": mentions.get(found.id, [])}

    def why(trace: Trace | None) -> Why | None:
        return trace.record(Span(**characters(trace.start, trace.end))) if trace is not None else None

    def event(found: dict[str, Any]) -> dict[str, Any]:
        return {
            **described.told(found),
            "evidence": [span(e) for e in found["evidence"]],
            "why": why(found.get("why")),
            **({"subject": span(found["subject"])} if found.get("subject") else {}),
        }

    def person(found: Person) -> dict[str, Any]:
        roles = [{**plain(r), "evidence": characters(r.evidence.start, r.evidence.end)} for r in found.roles]
        return {**entity(found), "roles": roles}

    entities: Entities = doc._.entities
    described = Descriptions(doc, gaps.text)
    record = ArticleRecord.model_validate(
        {
            **about,
            "left_out": [{"start": start, "end": end, "text": text[start:end]} for start, end in gaps.left_out],
            "people": [person(p) for p in entities.people],
            "countries": [entity(c) for c in entities.countries],
            "organizations": [entity(o) for o in entities.organizations],
            "places": [entity(p) for p in entities.places],
            "meetings": [event(m) for m in doc._.meetings],
            "statements": [
                {
                    **described.told(s),
                    "content": span(s["content"]),
                    "evidence": span(s["evidence"]),
                    "parts": [span(p) for p in s.get("parts", [])],
                    "why": why(s.get("why")),
                }
                for s in doc._.statements
            ],
            "agreements": [event(a) for a in doc._.agreements or ()],
            "appointments": [event(a) for a in doc._.appointments or ()],
            "events": [event(e) for e in doc._.events or ()],
        }
    )
    return with_confidence(record)
