"""How fast the tagger and the records are beside a BERT-base tagger, on one core and the same articles.

    python benchmarks/peers.py articles.jsonl [-n 60]        (needs `pip install transformers`)

The BERT-base (12 layers, 768 wide, a vocabulary of 64,000: what CAMeL Tools' and AraBERT's taggers are) has random
weights: its time does not hang on what it has learnt. It is shown one piece a token, the least that a word costs it (a
vocabulary of that size learnt from news makes 1.06), and sentences of like length together; both make it the faster.
Only the network is measured: no cutting into pieces, no names made of its tags. Every figure is of a process of its
own, the median of some, for whoever else is on a machine takes its caches too.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from itertools import islice
from statistics import median

from spacy.tokens import Doc

os.environ["OMP_NUM_THREADS"] = "1"

from arner.inputs import read_articles
from arner.ner.tagger import StanzaTagger
from arner.records import Article

LAYERS, WIDTH, HEADS, VOCABULARY = 12, 768, 12, 64_000
LABELS = 9
BATCH = 32  # sentences
LONGEST = 512  # pieces that such a model reads at once


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", nargs="+", help="as `arner extract` takes them")
    parser.add_argument("-n", type=int, default=60, help="how many articles")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured; the median counts")
    given = parser.parse_args()
    found = (a for a in read_articles(given.articles) if isinstance(a, Article))
    texts = [a.full_text for a in islice(found, given.n)]
    if len(texts) < 3:
        sys.exit("three articles at least are needed")
    rounds = [{name: _alone(measure, texts) for name, measure in MEASURED.items()} for _ in range(given.rounds)]
    speeds = {name: median(speed[name] for speed in rounds) for name in MEASURED}
    bert = speeds["BERT-base"]
    for name, speed in speeds.items():
        print(f"{name:18}{speed:10,.0f} tokens a second of the processor {speed / bert:8.1f} × BERT-base")


def _alone(measure: Callable[[list[str]], float], texts: list[str]) -> float:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (texts,))


def _sentences(texts: list[str]) -> list[Doc]:
    import spacy

    language = spacy.blank("arner")
    language.add_pipe("arner_sentences")
    return list(language.pipe(texts))


def bert(texts: list[str]) -> float:
    import torch
    from transformers import BertConfig, BertForTokenClassification  # type: ignore[import-not-found,unused-ignore]

    torch.set_num_threads(1)
    config = BertConfig(
        vocab_size=VOCABULARY,
        hidden_size=WIDTH,
        num_hidden_layers=LAYERS,
        num_attention_heads=HEADS,
        intermediate_size=4 * WIDTH,
        num_labels=LABELS,
    )
    model = BertForTokenClassification(config).eval()
    lengths = sorted(
        (min(sum(not t.is_space for t in s), LONGEST - 2) for doc in _sentences(texts) for s in doc.sents), reverse=True
    )
    with torch.inference_mode():
        used = time.process_time()
        for at in range(0, len(lengths), BATCH):
            shown = lengths[at : at + BATCH]
            pieces = torch.randint(0, VOCABULARY, (len(shown), shown[0] + 2))  # [CLS] and [SEP]
            inside = torch.arange(shown[0] + 2) < torch.tensor(shown)[:, None] + 2
            model(input_ids=pieces, attention_mask=inside.long()).logits.argmax(-1)
        return sum(lengths) / (time.process_time() - used)


def tagger(texts: list[str]) -> float:
    import torch

    torch.set_num_threads(1)
    first, *docs = _sentences(texts)
    component = StanzaTagger("bundled")
    list(component.pipe([first]))
    tokens = sum(not t.is_space for doc in docs for t in doc)
    used = time.process_time()
    list(component.pipe(docs))
    return tokens / (time.process_time() - used)


def records(texts: list[str]) -> float:
    import torch

    import arner

    torch.set_num_threads(1)
    nlp = arner.load()
    first, *rest = texts
    list(nlp.pipe([first]))
    tokens = sum(not t.is_space for text in rest for t in nlp.language.make_doc(text))
    used = time.process_time()
    list(nlp.pipe(rest))
    return tokens / (time.process_time() - used)


MEASURED = {"BERT-base": bert, "tagger": tagger, "text to records": records}

if __name__ == "__main__":
    main()
