"""How fast records are made: time to load, words a second, memory, on articles of yours.

python benchmarks/speed.py articles.jsonl [-n 200] [--model bundled] [--jobs 1]
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from itertools import islice

from arner.extraction import extract
from arner.inputs import InputFailure, read_articles
from arner.records import Article


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", nargs="+", help="as `arner extract` takes them")
    parser.add_argument("-n", type=int, default=200, help="how many articles")
    parser.add_argument("--model", default="bundled")
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()

    found = (a for a in read_articles(given.articles) if isinstance(a, Article))
    articles = list(islice(found, given.n))
    words = sum(len(a.full_text.split()) for a in articles)

    start = time.perf_counter()
    list(extract([Article(id="first", text="قال")], given.model))  # "he said": the rest is loading
    loaded = time.perf_counter()
    failed = sum(isinstance(o, InputFailure) for o in extract(articles, given.model, given.jobs))
    done = time.perf_counter()

    rows = {
        "articles": f"{len(articles)} ({words:,} words), {failed} failed",
        "load": f"{loaded - start:.1f} s",
        "speed": f"{words / (done - loaded):,.0f} words/s, {len(articles) / (done - loaded):.1f} articles/s",
        "memory": f"{_peak(resource.RUSAGE_SELF):,.0f} MB",
    }
    if given.jobs > 1:
        rows["speed"] += f" ({given.jobs} processes, with their loading)"
        rows["memory"] = f"{_peak(resource.RUSAGE_CHILDREN):,.0f} MB in the largest process"
    for name, value in rows.items():
        print(f"{name:10}{value}")


def _peak(who: int) -> float:
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return resource.getrusage(who).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    main()
