"""Whether time and memory grow linearly with the text, whatever the text is made of, and with the records to link.

    python benchmarks/hostile.py [--sizes 30000,100000] [--shapes commas,kunya] [--by-stage]
    python benchmarks/hostile.py --linking [--sizes 2000,8000] [--shapes "a common name"]

Each shape is a piece that is repeated, or made anew with a number in it, up to a size in characters. A size is read in
a process of its own, by the whole pipeline, loaded once. Printed are seconds of processor time, the slope of log time
over log size between the last two sizes (1 is linear, 2 the square) and the peak of memory; the status is 1 where a
slope, all in all or of a stage, is over 1.2 or a peak over 1.5 GB. The tagger's share is linear and large; `--by-stage`
tells of each stage.

With `--linking` a size is a number of records, or of what one record has (hostile_records.py), which `link` and then
`build_graph` read; making the records is not counted.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import os
import re
import resource
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, count, takewhile
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more of numpy's threads spin for cores that others have
sys.path.insert(0, str(Path(__file__).parent))
from hostile_records import SHAPES as RECORDS
from hostile_records import given, word

SHAPES: dict[str, str | Callable[[int], str]] = {
    "kunya": "محمد بن ",
    "kunya in sentences": "قال محمد بن علي بن محمد بن حسن. ",
    "commas": "بوتين، ",
    "commas, full names": lambda n: f"{given(n)} {word(n)}، ",
    "joined by and": lambda n: f"و{given(n)} {word(n)} ",
    "slashes": lambda n: f"{given(n)} {word(n)} / ",
    "semicolons": lambda n: f"{given(n)} {word(n)}؛ ",
    "distinct people": lambda n: f"قال الرئيس {given(n)} {word(n)} إن العمل مستمر. ",
    "distinct people, no office": lambda n: f"قال {given(n)} {word(n)} إن العمل مستمر. ",
    "one surname": lambda n: f"قال {word(n)} العتيبي إن العمل مستمر. ",
    "one given name": lambda n: f"قال محمد {word(n)} إن العمل مستمر. ",
    "names of three": lambda n: f"قال محمد {word(n)} العتيبي. ",
    "one sentence of names": lambda n: f"{given(n)} {word(n)} ",
    "unknown words": lambda n: f"{word(n)} ",
    "one name": "بوتين ",
    "one full name": "فلاديمير بوتين ",
    "one name, sentences": "قال بوتين. ",
    "one name, lines": "بوتين\n",
    "hashtags": "#بوتين ",
    "glued hashtags": lambda n: f"#{given(n)}_{word(n)} ",
    "parties": lambda n: f"قال حزب {word(n)} إنه مستمر. ",
    "ministries": lambda n: f"قالت وزارة {word(n)} إنها مستمرة. ",
    "bodies joined": lambda n: f"ووزارة {word(n)} ",
    "genitives": "وزير خارجية رئيس مجلس نواب ",
    "offices": "وزير ",
    "offices and names": lambda n: f"وزير الخارجية {given(n)} {word(n)} ووزير الدفاع ",
    "adjectives": "الروسي الأمريكي الصيني ",
    "countries": "روسيا ",
    "countries joined": "وروسيا والصين ",
    "countries, commas": "روسيا، الصين، ",
    "met": "التقى بوتين و",
    "met, nothing": "التقى ",
    "met, sentences": lambda n: f"التقى {given(n)} {word(n)} الرئيس بوتين في موسكو. ",
    "meetings": "اجتماع ",
    "meetings of": "اجتماع بين ",
    "visits": "خلال زيارة بوتين إلى موسكو ",
    "said": "قال ",
    "said that": "قال إن ",
    "said and added": "وأضاف ",
    "according to": "بحسب ",
    "said by somebody": "قال بوتين إن ",
    "colons": "بوتين: ",
    "colons, lines": "بوتين: نعم\n",
    "quotations": "«نعم» ",
    "opening marks": "«",
    "closing marks": "»",
    "straight marks": '"',
    "mixed marks": "« \" “ ' ‹ ",
    "nested marks": "«نعم “لا ",
    "odd mark a line": "قال «نعم\n",
    "brackets": "(",
    "brackets and names": "(بوتين) ",
    "dashes": "- بوتين - ",
    "dots": ".",
    "commas alone": "،",
    "days": "الخميس ",
    "dates": "13 يوليو 2018 ",
    "figures": "1/2/3/4/",
    "numbers joined": "3 و",
    "months": "يوليو ",
    "until": "من 2 إلى ",
    "line breaks": "\n",
    "blanks": " ",
    "short lines": "نعم\n",
    "one long token": "ب",
    "marks on letters": "بَّ",
    "tatweel": "ـ",
    "Latin": "abc ",
    "Latin names": lambda n: f"(Reuters {n}) ",
    "addresses": "https://a.b/c ",
    "tags": "<p>",
    "open tags": "<a href='",
    "entities": "&amp;",
    "emoji": "😀",
    "no": "لم ",
    "if": "إذا ",
    "which": "الذي ",
    "who met": "الذي التقى بوتين الذي ",
    "and": "و",
    "in": "في ",
    "his": "نظيره ",
    "the two": "الرئيسان ",
    "the minister": "الوزير ",
    "appointed": lambda n: f"عين {given(n)} {word(n)} وزيرا ",
    "agreed": "وقعت روسيا والصين اتفاقا ",
}

STEEP = 1.2
MOST_MEMORY = 12_000_000_000  # bytes of addresses; what takes more fails
STAGE = 1.0  # seconds of a stage that count: less is mostly what the first look at anything costs


def text_of(shape: str, size: int) -> str:
    """`size` characters of a shape."""
    piece = SHAPES[shape]
    if isinstance(piece, str):
        return (piece * (size // len(piece) + 1))[:size]
    pieces = map(piece, count())
    whole = takewhile(lambda text: len(text) < size, accumulate(pieces))
    *_, last = whole
    return last


Measure = Callable[[str, int], dict[str, float]]


def reading() -> Measure:
    """What reads a text of a shape and gives the seconds of each stage."""
    import torch

    import arner
    from arner.pipeline import record_of
    from arner.records import Article

    torch.set_num_threads(1)
    nlp = arner.load()
    nlp("قال الرئيس فلاديمير بوتين إن العمل مستمر. والتقى في موسكو وزير الخارجية المصري سامح شكري أمس.")

    def measure(shape: str, size: int) -> dict[str, float]:
        article = Article(text=text_of(shape, size))
        stages: dict[str, float] = {}
        since = time.process_time()
        doc = nlp._doc(article)
        stages["text"] = time.process_time() - since
        for name, stage in nlp.language.pipeline:
            since = time.process_time()
            doc = stage(doc)
            stages[name] = time.process_time() - since
        since = time.process_time()
        record_of(doc, article).model_dump_json()
        stages["record"] = time.process_time() - since
        return stages

    return measure


def linking() -> Measure:
    """What links records of a shape and builds their graph, and gives the seconds of both."""
    from arner.graph.build import build_graph
    from arner.linking.links import link

    build_graph(list(RECORDS["appointments"](3)))

    def measure(shape: str, size: int) -> dict[str, float]:
        records = list(RECORDS[shape](size))
        begun = time.process_time()
        links = link(records)
        linked = time.process_time()
        build_graph(records, links)
        return {"link": linked - begun, "build_graph": time.process_time() - linked}

    return measure


@dataclass
class Taken:
    """What one text, or set of records, took."""

    stages: dict[str, float]
    peak: float

    @property
    def seconds(self) -> float:
        return sum(self.stages.values())


def apart(measure: Measure, shape: str, size: int, most: int) -> Taken | str:
    """`measure` in a copy of this process, with its own memory; why it ended where it did not come to its end."""
    read, write = os.pipe()
    if not (child := os.fork()):
        status = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (most, most))
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            stages = measure(shape, size)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6  # kB on Linux
            os.write(write, json.dumps([stages, peak]).encode())
            status = 0
        except BaseException:
            traceback.print_exc()
        os._exit(status)
    os.close(write)
    with os.fdopen(read, "rb") as answer:
        told = answer.read()
    _, status = os.waitpid(child, 0)
    if told:
        return Taken(*json.loads(told))
    return f"over {most} s" if os.WIFSIGNALED(status) else "failed"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--linking", action="store_true", help="records instead of texts")
    parser.add_argument("--sizes", help="characters [30000,100000], or records [2000,8000]")
    parser.add_argument("--shapes", help="names, parted by commas; a blank behind a comma is of the name")
    parser.add_argument("--by-stage", action="store_true", help="the slope of each stage but the tagger")
    parser.add_argument("--seconds", type=int, default=300, help="what takes longer is given up")
    args = parser.parse_args()
    sizes = [int(size) for size in (args.sizes or ("2000,8000" if args.linking else "30000,100000")).split(",")]
    shapes = re.split(",(?! )", args.shapes) if args.shapes else list(RECORDS if args.linking else SHAPES)
    measure = linking() if args.linking else reading()
    gc.collect()
    gc.freeze()
    bad = [shape for shape in shapes if grows(measure, shape, sizes, args)]
    print(f"{len(shapes)} shapes, {len(bad)} of them too steep or too large: {', '.join(bad) or 'none'}")
    raise SystemExit(bool(bad))


def grows(measure: Measure, shape: str, sizes: list[int], args: argparse.Namespace) -> bool:
    """Whether a shape takes too much; prints what it takes."""
    took: list[Taken] = []
    for size in sizes:
        taken = apart(measure, shape, size, args.seconds)
        if isinstance(taken, str):
            print(f"{shape:40} {size:,}: {taken} !", flush=True)
            return True
        took.append(taken)
    growth = math.log(sizes[-1] / sizes[-2])

    def slope(before: float, after: float) -> float:
        return math.log(max(after, 1e-3) / max(before, 1e-3)) / growth

    peak = max(run.peak for run in took)
    all_in_all = slope(took[-2].seconds, took[-1].seconds)
    # A stage that is small now is most of it at ten times the size.
    steep = {
        stage: (took[-2].stages.get(stage, 0.0), seconds)
        for stage, seconds in took[-1].stages.items()
        if seconds > STAGE and slope(took[-2].stages.get(stage, 0.0), seconds) > STEEP
    }
    wrong = (all_in_all > STEEP and took[-1].seconds > 2) or bool(steep) or peak > 1.5
    times = " ".join(f"{run.seconds:8.2f}" for run in took)
    print(f"{shape:40} {times} s   slope {all_in_all:5.2f}   {peak:.2f} GB {'!' if wrong else ''}", flush=True)
    shown = took[-1].stages if args.by_stage else steep
    for stage in shown:
        before, after = took[-2].stages.get(stage, 0.0), took[-1].stages[stage]
        if after > 0.3 and stage != "arner_stanza":
            print(f"    {stage:24} {before:8.2f} {after:8.2f}   slope {slope(before, after):.2f}", flush=True)
    return wrong


if __name__ == "__main__":
    main()
