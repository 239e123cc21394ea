"""All steps in their order: corpora and NER data in, a model folder out.

    python -m training --shared ../shared

`--work` keeps what the steps make; a step whose result is there already is not run again.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path

from arner.ner import store
from training import corpus, evaluate, export, further, heads, language_model, names, ner_data, tagger, usage, vectors

CARD = Path(__file__).parent / "card.json"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with corpora/, ner/ and names/")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="for what the steps make")
    parser.add_argument("--target", type=Path, default=store.BUNDLED, help="the model's folder")
    arguments = parser.parse_args()
    shared, work, target = arguments.shared, arguments.work, arguments.target
    work.mkdir(parents=True, exist_ok=True)

    persons = names.person_words(shared)
    tests = ner_data.test_keys(shared / "ner")
    rare, empty, table, start = (work / name for name in ("rare.txt", "empty.pt", "pretrain.pt", "start.pt"))
    data, whole = work / "data", work / "whole"
    sketch, measured, trained = data / "sentences" / "sketch.pt", work / "measured.pt", work / "two_heads.pt"

    answering = work / "tagger.pt"

    @cache
    def texts() -> corpus.Corpus:
        return corpus.read(shared / "corpora", tests)

    def make_vectors() -> None:
        rare.write_text("\n".join(vectors.rare_words(texts(), persons)), encoding="utf-8")
        vectors.build(texts(), persons, empty)

    def make_data() -> None:
        words = rare.read_text(encoding="utf-8").split()
        for build, name in ((ner_data.build_runs, "runs"), (ner_data.build, "sentences")):
            for folder in (data, whole):
                build(shared / "ner", persons, folder / name, words, whole=folder == whole)

    def make_start() -> None:
        language_model.pretrain(texts(), empty, tagger.begin(data / "sentences", empty), start)

    def make_tagger(folder: Path, made: Path) -> None:
        tagger.train(folder / "sentences", folder / "runs", table, start, made)

    _step("word vectors", empty, make_vectors)
    _step("NER data", whole / "sentences" / "train.json", make_data)
    _step(
        "language model",
        start,
        lambda: language_model.pretrain(texts(), empty, tagger.begin(data / "sentences", empty), start),
    )
    _step("sketch of a tagger", sketch, lambda: tagger.sketch(data / "sentences", empty))
    _step("what it takes each word for", table, lambda: usage.add(texts(), empty, sketch, table))
    _step("tagger without the development part", measured, lambda: make_tagger(data, measured))
    _step("tagger", trained, lambda: make_tagger(whole, trained))
    _step(
        "third head",
        answering,
        lambda: further.learn(shared, persons, rare.read_text(encoding="utf-8").split(), trained, table, answering),
    )
    card = json.loads(CARD.read_text(encoding="utf-8"))
    settings = {"all": tagger.SETTINGS, "fast": tagger.FAST, "fine": tagger.FINE, "runs": tagger.RUNS}
    settings["third head"] = asdict(further.Settings())
    card["training"] = card["training"] | {"settings": settings}
    export.export(answering, table, target, card, heads.NEWS)
    print(f"exported to {target}; scores:", flush=True)
    files = [str(shared / "ner" / name) for name in ("anercorp/test.txt", "cleananercorp/test.txt")]
    evaluate.main([*files, "--heads", "0", "1", "--record", "--model", str(target)])


def _step(name: str, result: Path, make: Callable[[], object]) -> None:
    if result.exists():
        print(f"{name}: {result} is there", flush=True)
        return
    started = time.perf_counter()
    make()
    print(f"{name}: {time.perf_counter() - started:,.0f} s", flush=True)


if __name__ == "__main__":
    main()
