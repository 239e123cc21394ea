"""How fast the HTML report is written and opened.

    python benchmarks/report.py records.jsonl

Writes the report of the records, opens it five times in headless Chromium (`chromium` on the path, or Playwright's
own) and prints medians: until the overview is there, and from each address to its page painted.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from arner.inputs import InputFailure, read_records
from arner.report.build import write_report

# Two frames after the address has changed its page has been laid out and painted.
SHOW = """to => new Promise((done) => {
    addEventListener("hashchange", () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
    location.hash = to;
})"""
ADDRESSES = ("#/articles", "#/article/0", "#/entity/0", "#/statements", "#/search/روسيا", "#/graph")


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("records", type=Path)
    given = parser.parse_args()
    records = [r for r in read_records([given.records]) if not isinstance(r, InputFailure)]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "report.html")
        with path.open("w", encoding="utf-8", newline="") as out:
            seconds = timed(lambda: write_report(records, out))
        print(f"{len(records)} articles: {path.stat().st_size / 1e6:.1f} MB, written in {seconds:.2f} s")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        took: dict[str, list[float]] = {}
        for _ in range(5):
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            took.setdefault("open", []).append(timed(lambda page=page: page.goto(path.as_uri(), wait_until="load")))
            for address in ADDRESSES:
                took.setdefault(address, []).append(timed(lambda page=page, to=address: page.evaluate(SHOW, to)))
            page.close()
        browser.close()
    for what, seconds_each in took.items():
        print(f"{what:16}{statistics.median(seconds_each):7.2f} s")


if __name__ == "__main__":
    main()
