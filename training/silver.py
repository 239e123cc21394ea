"""Silver sentences, an experiment (docs/model.md): `python -m training.silver SHARED WORK TARGET`.

The bundled tagger and the rules of `mentions/` read articles of 2018. A sentence in which both found the same names,
with a person of whom a word is not in ANERcorp, is trained on as they read it, and once more with other names. `WORK`
is the folder of `python -m training`; in `TARGET` its training set stands with these sentences added, and its
development set.
"""

from __future__ import annotations

import json
import lzma
import random
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc

import arner
from arner.arabic.orthography import clean
from training import heads, names, ner_data
from training.corpus import key
from training.heads import Sentence

ARTICLES = 900
LETTERS = 2_500  # of an article, from its beginning
SHORTEST, LONGEST = 6, 60  # words of a sentence
LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}


def _texts(corpora: Path, but: frozenset[str]) -> list[str]:
    with lzma.open(corpora / "ant_multisource.jsonl.xz", "rt", encoding="utf-8") as lines:
        articles = [article for article in map(json.loads, lines) if str(article["id"]) not in but]
    drawn = random.Random(0).sample(articles, min(ARTICLES, len(articles)))
    return [f"{a.get('title') or ''}\n{a['text'][:LETTERS]}" for a in drawn]


def read_alike(doc: Doc, known: set[str]) -> Iterator[Sentence]:
    """The sentences of `doc` in which the tagger's names are those of the rules, with a person not in `known`."""
    tagged = {(e.start, e.end, e.label_) for e in doc.ents if e.label_ != "MISC"}
    ruled = {(m["first"], m["last"], LABELS[m["type"]]) for m in doc._.mentions if m["what"] == "name"}
    for sentence in doc.sents:
        inside = [{e for e in found if sentence.start <= e[0] < sentence.end} for found in (tagged, ruled)]
        people = {t.text for start, end, label in inside[0] if label == "PER" for t in doc[start:end]}
        words = [(t.i, clean(t.text)) for t in sentence if clean(t.text).strip("#_ \n")]
        if inside[0] != inside[1] or not people - known or not SHORTEST <= len(words) <= LONGEST:
            continue
        tags = {
            i: f"{'B' if i == e.start else 'I'}-{e.label_}"
            for e in doc.ents
            if sentence.start <= e.start < sentence.end
            for i in range(e.start, e.end)
        }
        yield [(word, tags.get(i, "O")) for i, word in words]


def silver(shared: Path, gold: frozenset[str]) -> list[Sentence]:
    """Each sentence once, none of the tests'; articles with an id in `gold` are not read."""
    known = {w for s in ner_data.read(shared / "ner" / ner_data.TRAIN) for w, tag in s if tag.endswith("PER")}
    taken = set(ner_data.test_keys(shared / "ner"))
    language = arner.load().language
    found: list[Sentence] = []
    with language.select_pipes(enable=["arner_sentences", "arner_stanza", "arner_mentions"]):
        for doc in language.pipe(_texts(shared / "corpora", gold), batch_size=64):
            for sentence in read_alike(doc, known):
                if (letters := key(w for w, _ in sentence)) not in taken:
                    taken.add(letters)
                    found.append(sentence)
    return found


def write(sentences: Iterable[Sentence], shared: Path, work: Path, target: Path) -> None:
    """`train.json` and `dev.json` of a training that goes on from the first."""
    joint = [heads.lone(s, "anercorp") for s in sentences]
    rare = (work / "rare.txt").read_text(encoding="utf-8").split()
    swapper = ner_data.Swapper(joint, names.person_words(shared), rare, seed=1)
    joint += [swapper.copy(s) for s in joint]
    ner_data.check(joint, ner_data.test_keys(shared / "ner"))
    target.mkdir(parents=True, exist_ok=True)
    ner_data.write(joint, target / "train.json")
    both = [json.loads((folder / "train.json").read_text(encoding="utf-8")) for folder in (work / "data", target)]
    (target / "train.json").write_text(json.dumps(both[0] + both[1], ensure_ascii=False), encoding="utf-8")
    shutil.copyfile(work / "data" / "dev.json", target / "dev.json")
    print(f"{len(both[0])} sentences and {len(both[1])} of silver", flush=True)


if __name__ == "__main__":
    given = [Path(part) for part in sys.argv[1:4]]
    ids = frozenset(path.stem for path in (given[0] / "gold" / "articles").glob("*.txt"))
    write(silver(given[0], ids), *given)
