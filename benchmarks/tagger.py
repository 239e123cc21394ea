"""How fast the tagger is: loading, tokens a second on one and two cores, sentence by sentence, text to records, memory.

python benchmarks/tagger.py articles.jsonl [-n 200] [--model bundled …]

On a machine that does other things too, the processor's own time (CPU) says more than the clock.

Every figure is of a process of its own, so that loading and memory are a fresh one's. Two cores: two processes with one
thread each, which beats two threads. Name several models to compare them.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import time
from itertools import islice

os.environ["OMP_NUM_THREADS"] = "1"

from arner.inputs import read_articles
from arner.records import Article

SINGLY = 300  # sentences that are tagged one at a time
Measured = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", nargs="+", help="as `arner extract` takes them")
    parser.add_argument("-n", type=int, default=200, help="how many articles")
    parser.add_argument("--model", nargs="+", default=["bundled"], help="names or folders")
    given = parser.parse_args()
    found = (a for a in read_articles(given.articles) if isinstance(a, Article))
    texts = [a.full_text for a in islice(found, given.n)]
    if len(texts) < 2:
        sys.exit("two articles at least are needed")
    for model in given.model:
        print(f"{model}: {len(texts)} articles")
        one = _processes(_tag, [(model, texts)])
        print(f"{'imports (torch, spaCy, stanza)':34}{one['imports']:10.1f} s")
        print(f"{'load, these being imported':34}{one['load']:10.1f} s ({one['load_cpu']:.1f} s CPU)")
        print(f"{'memory':34}{one['memory']:10,.0f} MB")
        print(f"{'tagger, sentence by sentence':34}{one['singly']:10,.0f} tokens/s")
        print(f"{'tagger, one core':34}{_speed(one)}")
        two = _processes(_tag, [(model, texts[::2]), (model, texts[1::2])])
        print(f"{'tagger, two cores':34}{_speed(two)}")
        records = _processes(_read, [(model, texts)])
        print(f"{'text to records, one core':34}{_speed(records)}")
        records = _processes(_read, [(model, texts[::2]), (model, texts[1::2])])
        print(f"{'text to records, two cores':34}{_speed(records)}", flush=True)


def _speed(measured: Measured) -> str:
    per_cpu = measured["tokens"] / measured["cpu"]
    return f"{measured['tokens'] / measured['seconds']:10,.0f} tokens/s ({per_cpu:,.0f} a CPU second)"


def _processes(work: object, shares: list[tuple[str, list[str]]]) -> Measured:
    """All shares at once, each in a fresh process: tokens add up, the longest time counts."""
    with multiprocessing.get_context("spawn").Pool(len(shares)) as pool:
        results: list[Measured] = pool.starmap(work, shares, chunksize=1)  # type: ignore[arg-type]
    slowest = max(results, key=lambda result: result["seconds"])
    return slowest | {name: sum(result[name] for result in results) for name in ("tokens", "cpu")}


def _tag(model: str, texts: list[str]) -> Measured:
    start = time.perf_counter()
    import spacy
    import stanza  # noqa: F401
    import torch

    torch.set_num_threads(1)
    imported, used = time.perf_counter(), time.process_time()
    language = spacy.blank("arner")
    language.add_pipe("arner_sentences")
    tagger = language.add_pipe("arner_stanza", config={"model": model})
    tagger.load()  # type: ignore[attr-defined]
    loaded, load_cpu = time.perf_counter(), time.process_time() - used
    docs = [language.get_pipe("arner_sentences")(language.make_doc(text)) for text in texts]
    tokens = sum(not t.is_space for doc in docs for t in doc)
    list(tagger.pipe(docs[:2]))  # type: ignore[attr-defined]  # torch's first call makes its own preparations

    begun, used = time.perf_counter(), time.process_time()
    list(tagger.pipe(docs))  # type: ignore[attr-defined]
    seconds, cpu = time.perf_counter() - begun, time.process_time() - used
    sentences = list(islice((s.as_doc() for doc in docs for s in doc.sents), SINGLY))
    begun = time.perf_counter()
    for sentence in sentences:
        tagger(sentence)
    singly = sum(map(len, sentences)) / (time.perf_counter() - begun)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return {
        "imports": imported - start,
        "load": loaded - imported,
        "load_cpu": load_cpu,
        "cpu": cpu,
        "tokens": tokens,
        "seconds": seconds,
        "singly": singly,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6,
    }


def _read(model: str, texts: list[str]) -> Measured:
    import torch

    import arner

    torch.set_num_threads(1)
    nlp = arner.load(model)
    tokens = sum(not t.is_space for text in texts for t in nlp.language.make_doc(text))
    list(nlp.pipe(texts[:2]))
    begun, used = time.perf_counter(), time.process_time()
    list(nlp.pipe(texts))
    return {"tokens": tokens, "seconds": time.perf_counter() - begun, "cpu": time.process_time() - used}


if __name__ == "__main__":
    main()
