"""All steps in their order: corpora and NER data in, a model folder out.

    python -m training --shared ../shared

`--work` keeps what the steps make; a step whose result is there already is not run again. `--joint` goes on to train
the tagger with several tag sets and exports that one: an experiment, see docs/model.md.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from arner.ner import store
from training import corpus, evaluate, export, names, ner_data, tagger, vectors

FIRST, JOINT = "first", "joint"  # the folders of the two trainings
CARD = Path(__file__).parent / "card.json"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with corpora/, ner/ and names/")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="for what the steps make")
    parser.add_argument("--target", type=Path, default=store.BUNDLED, help="the model's folder")
    parser.add_argument("--joint", action="store_true", help="train on with several tag sets")
    arguments = parser.parse_args()
    shared, work, target = arguments.shared, arguments.work, arguments.target
    work.mkdir(parents=True, exist_ok=True)

    persons = names.person_words(shared)
    tests = ner_data.test_keys(shared / "ner")
    rare = work / "rare.txt"

    def make_vectors() -> None:
        texts = corpus.read(shared / "corpora", tests)
        rare.write_text("\n".join(vectors.rare_words(texts, persons)), encoding="utf-8")
        vectors.build(texts, persons, work / "pretrain.pt")

    def make_data(name: str) -> Callable[[], object]:
        words = rare.read_text(encoding="utf-8").split()
        return lambda: ner_data.build(shared / "ner", persons, work / name, words, joint=name == JOINT)

    _step("word vectors", work / "pretrain.pt", make_vectors)
    _step("NER data", work / FIRST / "train.json", make_data(FIRST))
    _step("tagger", work / "first.pt", lambda: _keep(tagger.train(work / FIRST, work / "pretrain.pt")))
    trained = work / "first.pt"
    if arguments.joint:
        first, trained = trained, work / "joint.pt"
        _step("NER data of several tag sets", work / JOINT / "train.json", make_data(JOINT))
        _step("its tagger", trained, lambda: _keep(tagger.train_jointly(work / JOINT, work / "pretrain.pt", first)))
    card = json.loads(CARD.read_text(encoding="utf-8"))
    settings = {"both": tagger.SETTINGS, "fast": tagger.FAST, "fine": tagger.FINE}
    if arguments.joint:
        settings |= {"joint": tagger.JOINT, "settle": tagger.SETTLE}
    card["training"] = card["training"] | {"settings": settings}
    export.export(trained, work / "pretrain.pt", target, card)
    print(f"exported to {target}; scores:", flush=True)
    sys.argv = [
        "evaluate",
        "--record",
        "--model",
        str(target),
        *(str(shared / "ner" / name) for name in ("anercorp/test.txt", "cleananercorp/test.txt")),
    ]
    evaluate.main()


def _keep(trained: Path) -> None:
    """Put what a training made where the next step looks: only when it has ended."""
    shutil.copyfile(trained, trained.parents[1] / f"{trained.parent.name}.pt")


def _step(name: str, result: Path, make: Callable[[], object]) -> None:
    if result.exists():
        print(f"{name}: {result} is there", flush=True)
        return
    started = time.perf_counter()
    make()
    print(f"{name}: {time.perf_counter() - started:,.0f} s", flush=True)


if __name__ == "__main__":
    main()
