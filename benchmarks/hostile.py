"""Whether time and memory grow linearly with the text, whatever the text is made of.

    python benchmarks/hostile.py [--sizes 30000,100000] [--shapes commas,kunya] [--by-stage]

Each shape is a piece that is repeated, or made anew with a number in it, up to a size in characters. A size is read in
a process of its own, by the whole pipeline. Printed are seconds of processor time, the slope of log time over log size
between the last two sizes (1 is linear, 2 the square) and the peak of memory; the status is 1 where a slope is over 1.2
or a peak over 1.5 GB. The tagger's share is linear and large; `--by-stage` tells the slowest stage instead.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import accumulate, count, takewhile

GIVEN = "محمد أحمد علي حسن خالد سالم ناصر يوسف إبراهيم عمر طارق سامي هشام وليد جمال كمال نبيل رامي زياد فهد".split()
LETTERS = "بتثجحخدرزسشصطعفقكلمن"


def word(number: int) -> str:
    """A made-up word of five letters for each number, such as a surname that no list has."""
    letters = [LETTERS[number // 20**place % 20] for place in range(4)]
    return "ال" + letters[0] + letters[1] + "ا" + letters[2] + "و" + letters[3] + "ي"


def given(number: int) -> str:
    return GIVEN[number % len(GIVEN)]


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


def text_of(shape: str, size: int) -> str:
    """`size` characters of a shape."""
    piece = SHAPES[shape]
    if isinstance(piece, str):
        return (piece * (size // len(piece) + 1))[:size]
    pieces = map(piece, count())
    whole = takewhile(lambda text: len(text) < size, accumulate(pieces))
    *_, last = whole
    return last


def measure(shape: str, size: int) -> None:
    """Reads one text in this process and prints what it took as JSON."""
    import torch

    import arner
    from arner.pipeline import record_of
    from arner.records import Article

    torch.set_num_threads(1)
    nlp = arner.load()
    nlp("قال الرئيس فلاديمير بوتين إن العمل مستمر.")
    article = Article(text=text_of(shape, size))
    stages: dict[str, float] = {}
    begun = time.process_time()
    doc = nlp._doc(article)
    stages["text"] = time.process_time() - begun
    for name, stage in nlp.language.pipeline:
        since = time.process_time()
        doc = stage(doc)
        stages[name] = time.process_time() - since
    since = time.process_time()
    record_of(doc, article).model_dump_json()
    stages["record"] = time.process_time() - since
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6  # kB on Linux
    print(json.dumps({"seconds": time.process_time() - begun, "peak": peak, "stages": stages}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="30000,100000", help="characters")
    parser.add_argument("--shapes", default=",".join(SHAPES).replace(", ", "; "), help="names, parted by commas")
    parser.add_argument("--by-stage", action="store_true", help="the slope of each stage but the tagger")
    parser.add_argument("--one", nargs=2, metavar=("SHAPE", "SIZE"), help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=int, default=300, help="a text that takes longer is given up")
    args = parser.parse_args()
    if args.one:
        return measure(args.one[0], int(args.one[1]))
    sizes = [int(size) for size in args.sizes.split(",")]
    bad = 0
    for shape in (name.replace("; ", ", ") for name in args.shapes.split(",")):
        command = [sys.executable, __file__, "--one", shape]
        took = []
        for size in sizes:
            try:
                done = subprocess.run([*command, str(size)], capture_output=True, timeout=args.seconds, check=False)
            except subprocess.TimeoutExpired:
                print(f"{shape:28} {size:,} characters: over {args.seconds} s")
                break
            if done.returncode:
                print(f"{shape:28} {size:,} characters: {done.stderr.decode()[-300:]}")
                break
            took.append(json.loads(done.stdout))
        if len(took) < len(sizes):
            bad += 1
            continue
        growth = math.log(sizes[-1] / sizes[-2])
        slope = math.log(took[-1]["seconds"] / took[-2]["seconds"]) / growth
        peak = max(run["peak"] for run in took)
        wrong = (slope > 1.2 and took[-1]["seconds"] > 2) or peak > 1.5
        bad += wrong
        times = " ".join(f"{run['seconds']:8.2f}" for run in took)
        print(f"{shape:28} {times} s   slope {slope:5.2f}   {peak:.2f} GB {'!' if wrong else ''}", flush=True)
        if args.by_stage:
            for stage, seconds in took[-1]["stages"].items():
                if stage != "arner_stanza" and seconds > 0.5:
                    before = max(took[-2]["stages"][stage], 1e-3)
                    print(
                        f"    {stage:24} {before:8.2f} {seconds:8.2f}   slope {math.log(seconds / before) / growth:.2f}"
                    )
    raise SystemExit(bool(bad))


if __name__ == "__main__":
    main()
