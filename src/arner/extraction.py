"""Articles → lines of records, in this process or in several; no article costs another its record."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from arner.collector import at_rest
from arner.inputs import InputFailure
from arner.ner.store import ModelError
from arner.processes import pool, result
from arner.records import Article

if TYPE_CHECKING:
    from arner.pipeline import Pipeline

_CHUNK = 8  # articles that go to a process, and to the tagger, together

Outcome = str | InputFailure


class Settings(NamedTuple):
    """What `arner.load` is given in every process."""

    model: str
    lexicon: tuple[str, ...]
    without: tuple[str, ...]


def extract(
    articles: Iterable[Article],
    model: str = "bundled",
    jobs: int = 1,
    lexicon: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
) -> Iterator[Outcome]:
    """For every article, in order, its record as a line of JSON, or why there is none.

    `lexicon` and `without` are those of `arner.load`.

    With several jobs each process loads the model and uses one thread; an article on which a process dies is
    reported like one that raises. Articles are read as they are needed.

    Raises:
        ModelError: the model cannot be loaded.
        LexiconError: a file of `lexicon` is malformed.
    """
    settings = Settings(model, lexicon, without)
    source = iter(articles)
    chunks = iter(lambda: list(islice(source, _CHUNK)), [])
    if jobs > 1:
        yield from _in_processes(chunks, settings, jobs)
    else:
        for chunk in chunks:
            yield from _outcomes(settings, chunk)


def _in_processes(chunks: Iterator[list[Article]], settings: Settings, jobs: int) -> Iterator[Outcome]:
    workers = pool(jobs)
    under_way: deque[tuple[list[Article], Future[list[Outcome]] | None]] = deque()
    try:
        while True:
            try:
                while len(under_way) < 2 * jobs and (chunk := next(chunks, [])):
                    under_way.append((chunk, None))  # first, so that it is not lost when the pool is broken
                    under_way[-1] = (chunk, workers.submit(_outcomes, settings, chunk))
                if not under_way:
                    return
                done = under_way[0][1]
                outcomes = result(done) if done else []
                under_way.popleft()
                yield from outcomes
            except BrokenProcessPool:
                workers.shutdown()
                for chunk, future in under_way:
                    whole = future is not None and future.done() and not future.exception()
                    yield from future.result() if future and whole else _one_by_one(settings, chunk)
                under_way.clear()
                workers = pool(jobs)
    finally:
        workers.shutdown(cancel_futures=True)


def _one_by_one(settings: Settings, articles: list[Article]) -> Iterator[Outcome]:
    """After the death of a process: each article in a process that only it can bring down."""
    workers = pool(1)
    try:
        for article in articles:
            try:
                yield from result(workers.submit(_outcomes, settings, [article]))
            except BrokenProcessPool:
                yield InputFailure(str(article.id), "the process that read it died (out of memory?)")
                workers.shutdown()
                workers = pool(1)
    finally:
        workers.shutdown(cancel_futures=True)


@lru_cache(maxsize=1)
@at_rest()
def _pipeline(settings: Settings) -> Pipeline:
    import torch

    from arner.pipeline import load

    torch.set_num_threads(1)  # its threads wait by spinning: more of them are slower as soon as cores are shared
    pipeline = load(*settings)
    try:  # the tagger loads its files when first used: what is wrong with them is no article's fault
        doc = pipeline.language.make_doc("قال")
        for name in ("arner_sentences", "arner_stanza"):
            doc = pipeline.language.get_pipe(name)(doc)
    except Exception as error:
        told = f"{type(error).__name__}: {error}".rstrip(": ")
        raise ModelError(f"model {settings.model!r} cannot be loaded: {told}") from error
    return pipeline


def _outcomes(settings: Settings, articles: list[Article]) -> list[Outcome]:
    pipeline = _pipeline(settings)
    try:
        return [record.model_dump_json() for record in pipeline.pipe(articles)]
    except Exception as error:
        if len(articles) == 1:
            return [InputFailure(str(articles[0].id), f"{type(error).__name__}: {error}")]
        return [outcome for article in articles for outcome in _outcomes(settings, [article])]
