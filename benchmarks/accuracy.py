"""How right the records are: extracts the gold articles of the development data and scores them.

    python benchmarks/accuracy.py [--details] [--model bundled] [--jobs 1] [--data FOLDER]

First the wide set, 49 articles of sixteen kinds of source, then those that the rules were developed on, then the
agreements and changes of office of both. Needs the development data folder (`../shared` beside the repository).
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

    runs = (  # what it is called, the gold, the script that scores it, the articles
        ("wide: articles of sixteen kinds of source", gold / "wide", "score.py", [gold / "wide"]),
        ("narrow: the articles that the rules were developed on", gold, "score.py", [gold]),
        ("agreements and changes of office of both", gold / "events", "score_events.py", [gold / "wide", gold]),
    )
    with tempfile.TemporaryDirectory() as name:
        made: dict[Path, Path] = {}
        failed = 0
        for title, told, script, folders in runs:
            for folder in folders:
                if folder not in made:
                    made[folder] = Path(name, f"{len(made)}.jsonl")
                    extracted(folder / "articles.jsonl", made[folder], given.model, given.jobs)
            records = Path(name, "records.jsonl")
            records.write_bytes(b"".join(made[folder].read_bytes() for folder in folders))
            print(f"\n{title}", flush=True)
            details = ["--details"] if given.details else []
            failed |= subprocess.run([sys.executable, gold / script, told, records, *details], check=False).returncode
    sys.exit(failed)


def extracted(articles: Path, records: Path, model: str, jobs: int) -> None:
    read = [a for a in read_articles([articles]) if isinstance(a, Article)]
    with records.open("w", encoding="utf-8") as out:
        for outcome in extract(read, model, jobs):
            if isinstance(outcome, InputFailure):
                print(outcome, file=sys.stderr)
            else:
                out.write(f"{outcome}\n")


if __name__ == "__main__":
    main()
