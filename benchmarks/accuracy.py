"""How right the records are: extracts the gold articles of the development data and scores them.

    python benchmarks/accuracy.py [--details] [--model bundled] [--jobs 1]

Needs the development data folder (`../shared` beside the repository, or `--data`).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from arner.extraction import extract
from arner.inputs import InputFailure, read_articles
from arner.records import Article

DATA = Path(__file__).parents[2] / "shared"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA, help="the development data folder")
    parser.add_argument("--model", default="bundled")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--details", action="store_true", help="list every miss and every false alarm")
    given = parser.parse_args()
    gold = given.data / "gold"
    if not gold.is_dir():
        sys.exit(f"{gold}: no such folder; name the development data with --data")

    articles = [a for a in read_articles([gold / "articles.jsonl"]) if isinstance(a, Article)]
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder, "records.jsonl")
        with records.open("w", encoding="utf-8") as out:
            for outcome in extract(articles, given.model, given.jobs):
                if isinstance(outcome, InputFailure):
                    print(outcome, file=sys.stderr)
                else:
                    out.write(f"{outcome}\n")
        details = ["--details"] if given.details else []
        sys.exit(subprocess.run([sys.executable, gold / "score.py", gold, records, *details], check=False).returncode)


if __name__ == "__main__":
    main()
