"""Linking and the graph as an archive grows: time, memory, disk, and how often who is found to be whom is right.

    python benchmarks/million.py real.jsonl links.jsonl -o million/
    python benchmarks/scale.py million/ --work /tmp/scale [--sizes 10000 100000] [--in-memory 30000] [--day 100000]

Every step is a command line in a process of its own; its memory is that of the process with all that it starts. A
size's records are the first segments of `million/`. `--day` also adds the last segment to an archive of the others;
`--spark` links through Spark in local mode. What was measured stands in `WORK/results.jsonl` and is not measured again.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from arner.graph.tabular import both

_SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
_TICK = 0.2  # seconds between two looks at the memory, at first
_LOOKS = 1_000  # about so many, however long it takes: a look at gigabytes is not free
_ARNER = (sys.executable, "-m", "arner.cli")
_READ = """
import sys
from arner.inputs import InputFailure, read_records
found = [0, 0]
for one in read_records(sys.argv[1:]):
    found[isinstance(one, InputFailure)] += 1
print(*found)
raise SystemExit(found[1] > 0)
"""
# Through Spark on this machine: every link as Parquet, in a folder. Spark reads zstd only where Hadoop has it built in.
_SPARK = """
import os, sys
from pyspark.sql import SparkSession
import arner.spark
folder, out, size = sys.argv[1:]
os.environ["PYSPARK_PYTHON"] = sys.executable
session = (
    SparkSession.builder.master("local[2]").config("spark.driver.memory", "3g").config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", str(max(16, int(size) // 15_000))).getOrCreate()
)
links = arner.spark.link(arner.spark.read(session, f"{folder}/*"))["link"]
links.write.mode("overwrite").parquet(out)
session.stop()
"""
KINDS = ("person", "organization", "place", "meeting")


@dataclass
class Measured:
    """What a step took: seconds, seconds of processor, MB of memory at most, MB of what it wrote."""

    step: str
    records: int
    wall: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0
    disk: float = 0.0
    found: dict[str, Any] = field(default_factory=dict)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("made", type=Path, help="the folder that million.py made")
    parser.add_argument("--work", type=Path, required=True, help="a folder for archives, graphs and results")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES)
    parser.add_argument("--in-memory", type=int, default=30_000, help="also link in memory up to this size")
    parser.add_argument("--day", type=int, nargs="*", default=[], help="sizes at which a day is added")
    parser.add_argument("--spark", type=int, nargs="*", default=[], help="sizes at which Spark links too")
    parser.add_argument("--jobs", type=int, default=2, help="processes of `arner link`")
    parser.add_argument("--keep", action="store_true", help="keep archives and graphs")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    runs = Runs(given.work / "results.jsonl")
    for size in given.sizes:
        measure(runs, given.made, given.work / str(size), size, given)
    print(table(runs.done.values()))


def measure(runs: Runs, made: Path, work: Path, size: int, given: argparse.Namespace) -> None:
    """Every step at one size; what is written is deleted as soon as nothing needs it."""
    asked, (records, last, size) = size, laid_out(made, work, size)
    store, files = work / "store", [str(folder) for folder in (records, last) if any(folder.iterdir())]
    truth, into = made / "truth.jsonl", ["--jobs", str(given.jobs), "--into"]
    runs.command("read", size, [sys.executable, "-c", _READ, *files])
    runs.command("link", size, [*_ARNER, "link", *files, *into, str(store)], [store])
    outputs = work / "graph.graphml", work / "graph.parquet"
    written = outputs[0], *both(outputs[1])
    asked_for = [part for out in outputs for part in ("-o", str(out))]
    runs.command("graph", size, [*_ARNER, "graph", str(store), *asked_for, "--jobs", str(given.jobs)], written)
    if not given.keep:
        remove(*written)
    runs.own("right", size, lambda: scored(store, truth))
    if asked <= given.in_memory:
        links, graph = work / "links.jsonl", work / "memory.graphml"
        runs.command("in memory", size, [*_ARNER, "graph", *files, "-o", str(graph), "--links", str(links)], [graph])
        runs.own("as in memory", size, lambda: differing(store, links))
    if asked in given.day and len(files) > 1:
        grown = work / "grown"
        runs.command("link all but a day", size, [*_ARNER, "link", files[0], *into, str(grown)], [grown])
        runs.command("add a day", size, [*_ARNER, "link", files[1], *into, str(grown)], [grown])
        runs.own("as all at once", size, lambda: differing(store, grown))
    if asked in given.spark:
        packed, links = repacked(work, files), work / "spark"
        runs.command("spark", size, [sys.executable, "-c", _SPARK, str(packed), str(links), str(size)], [links])
        runs.own("as through Spark", size, lambda: differing(store, links))
    if not given.keep:
        remove(work)


def laid_out(made: Path, work: Path, size: int) -> tuple[Path, Path, int]:
    """Folders with the first segments but the last of them, and with the last; how many records they have."""
    segments = json.loads(made.joinpath("manifest.json").read_text(encoding="utf-8"))["segments"]
    chosen, total = [], 0
    for segment in segments:
        if total + segment["records"] > size and chosen:
            break
        chosen.append(segment["name"])
        total += segment["records"]
    records, last = work / "records", work / "last"
    for folder, names in ((records, chosen[:-1]), (last, chosen[-1:])):
        remove(folder)
        folder.mkdir(parents=True)
        for name in names:
            folder.joinpath(name).symlink_to((made / "records" / name).resolve())
    return records, last, total


def repacked(work: Path, folders: Iterable[str]) -> Path:
    """A folder with the segments as gzip, which Spark reads everywhere."""
    import zstandard

    folder = work / "gzip"
    folder.mkdir(exist_ok=True)
    for file in (file for given in folders for file in Path(given).iterdir()):
        out = folder / f"{file.stem}.gz"
        if not out.exists():
            with file.open("rb") as packed, gzip.open(out, "wb", compresslevel=1) as stream:
                zstandard.ZstdDecompressor().copy_stream(packed, stream)
    return folder


class Runs:
    """What was measured, in a file, so that a run that was stopped goes on where it was."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.done: dict[tuple[str, int], Measured] = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                one = Measured(**json.loads(line))
                self.done[one.step, one.records] = one

    def command(self, step: str, size: int, command: list[str], writes: Iterable[Path] = ()) -> None:
        """Run a command, unless it was measured and what it wrote is there still or needed no more."""

        def run() -> Measured:
            remove(*(() if step == "add a day" else writes))
            found = run_measured(command)
            found.disk = sum(map(size_of, writes)) / 1e6
            return found

        self._do(step, size, run)

    def own(self, step: str, size: int, work: Callable[[], dict[str, Any]]) -> None:
        """Something that only looks at what was made."""

        def run() -> Measured:
            start = time.perf_counter()
            found = work()
            return Measured(step, size, time.perf_counter() - start, found=found)

        self._do(step, size, run)

    def _do(self, step: str, size: int, run: Callable[[], Measured]) -> None:
        if (step, size) in self.done:
            return
        found = run()
        found.step, found.records = step, size
        self.done[step, size] = found
        with self.path.open("a", encoding="utf-8") as out:
            out.write(json.dumps(asdict(found)) + "\n")
        print(
            f"{size:>9} {step:18} {found.wall:8.1f} s {found.cpu:8.1f} s of processor {found.memory:7.0f} MB"
            f" {found.disk:8.1f} MB on disk {found.found or ''}",
            flush=True,
        )


def run_measured(command: list[str]) -> Measured:
    """Run it to its end and watch the memory and the processor time of all its processes.

    Raises:
        SystemExit: it failed.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    peak, over = [0.0], threading.Event()
    spent: dict[int, float] = {}

    def watch() -> None:
        while not over.wait(max(_TICK, (time.perf_counter() - start) / _LOOKS)):
            peak[0] = max(peak[0], memory_of(process.pid))
            for one in descendants(process.pid):
                spent[one] = max(processor_of(one), spent.get(one, 0.0))  # that of a process that ended stays

    watcher = threading.Thread(target=watch)
    watcher.start()
    before = os.times()
    _, errors = process.communicate()
    after = os.times()
    over.set()
    watcher.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)[:300]}\n{errors[-2000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    cpu = max(cpu, sum(spent.values()))  # nobody waits for Spark's Java, so that it is not among the children's
    return Measured("", 0, time.perf_counter() - start, cpu, peak[0])


def memory_of(pid: int) -> float:
    """MB that a process and all below it hold; what these share with it or each other counts once."""
    total = 0
    for one in descendants(pid):
        kind = "Rss:" if one == pid else "Pss:"
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith(kind))
    return total / 1024


def processor_of(pid: int) -> float:
    """Seconds of processor that a process has taken; 0 where it is gone."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def descendants(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = [int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in _children(task)]
    except OSError:
        return
    for child in children:
        yield from descendants(child)


def _children(task: Path) -> list[str]:
    try:
        return task.joinpath("children").read_text().split()
    except OSError:
        return []


def size_of(path: Path) -> int:
    if path.is_dir():
        return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return path.stat().st_size if path.exists() else 0


def remove(*paths: Path) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


_LINKED = "SELECT article, local, kind, entity FROM {}"
# What is found (`got`) and what is true, for each entity of each record: in a replica its own, or the same in all.
_SCORED = """
CREATE TEMP TABLE judged AS
SELECT l.kind, l.entity AS got, l.name, t.entity AS original, right(l.article, 3) AS replica, t.own,
    t.entity || CASE WHEN t.own THEN right(l.article, 4) ELSE '' END AS real
FROM store.link l JOIN read_json(?, format = 'newline_delimited') t
    ON t.original = left(l.article, length(l.article) - 4) AND t.local = l.local;
"""
_B3 = """
WITH cell AS (SELECT got, real, count(*) AS n FROM judged WHERE kind = ? GROUP BY ALL),
    g AS (SELECT got, sum(n) AS n FROM cell GROUP BY got), r AS (SELECT real, sum(n) AS n FROM cell GROUP BY real)
SELECT sum(c.n), sum(c.n * c.n / g.n) / sum(c.n), sum(c.n * c.n / r.n) / sum(c.n),
    (SELECT count(*) FROM g), (SELECT count(*) FROM r)
FROM cell c JOIN g ON g.got = c.got JOIN r ON r.real = c.real
"""
# Names that chance gave to two in different replicas; entities in which such two were joined.
_BY_CHANCE = """
SELECT
    (SELECT count(*) FROM (
        SELECT name FROM judged WHERE kind = ? AND own GROUP BY name HAVING count(DISTINCT real) > 1
            AND count(DISTINCT replica) > 1)),
    (SELECT count(*) FROM (
        SELECT got FROM judged WHERE kind = ? AND own GROUP BY got HAVING count(DISTINCT replica) > 1))
"""


def scored(store: Path, truth: Path) -> dict[str, Any]:
    """B³ of each kind: what share of an entity's members is right, and of those it should have."""
    found: dict[str, Any] = {}
    with _opened(store) as sql:
        sql.execute(_SCORED, [str(truth)])
        for kind in KINDS:
            members, precision, recall, got, real = sql.execute(_B3, [kind]).fetchone()
            if not members:
                continue
            f1 = 2 * precision * recall / (precision + recall)
            found[kind] = {
                "members": int(members), "precision": round(precision, 4), "recall": round(recall, 4),
                "b3": round(f1, 4), "entities": got, "true": real,
            }  # fmt: skip
            names, joined = sql.execute(_BY_CHANCE, [kind, kind]).fetchone()
            found[kind] |= {"names of two": names, "joined by chance": joined}
    return found


def differing(store: Path, other: Path) -> dict[str, Any]:
    """How many of all entities of records another way of linking gives another id."""
    with _opened(store) as sql:
        if other.is_dir() and (other / "archive.duckdb").exists():
            sql.execute(f"ATTACH '{other / 'archive.duckdb'}' AS other (READ_ONLY)")
            theirs = _LINKED.format("other.link")
        elif other.is_dir():
            theirs = _LINKED.format(f"read_parquet('{other}/*.parquet')")
        else:
            theirs = _LINKED.format(f"read_json('{other}', format = 'newline_delimited')")
        mine = _LINKED.format("store.link")
        (links,) = sql.execute(f"SELECT count(*) FROM ({mine})").fetchone()
        (only,) = sql.execute(f"SELECT count(*) FROM ({mine} EXCEPT {theirs})").fetchone()
        (their_only,) = sql.execute(f"SELECT count(*) FROM ({theirs} EXCEPT {mine})").fetchone()
        return {"links": links, "only here": only, "only there": their_only}


def _opened(store: Path) -> Any:
    import duckdb

    sql = duckdb.connect()
    sql.execute("SET memory_limit = '4GB'")
    sql.execute(f"SET temp_directory = '{store.parent / 'tmp'}'")
    sql.execute(f"ATTACH '{store / 'archive.duckdb'}' AS store (READ_ONLY)")
    return sql


def table(measured: Iterable[Measured]) -> str:
    """Everything as Markdown, a line for each size."""
    by_size: dict[int, dict[str, Measured]] = {}
    for one in measured:
        by_size.setdefault(one.records, {})[one.step] = one
    steps = list(dict.fromkeys(step for found in by_size.values() for step in found))
    timed = [step for step in steps if any(found[step].memory for found in by_size.values() if step in found)]
    lines = ["| records | " + " | ".join(timed) + " |", "|---:|" + "---|" * len(timed)]
    for size, found in sorted(by_size.items()):
        cells = [_cell(found[step]) if step in found else "" for step in timed]
        lines.append(f"| {size:,} | " + " | ".join(cells) + " |")
    lines += ["", "| records | " + " | ".join(f"B³ of {kind}s" for kind in KINDS) + " | the same as |"]
    lines.append("|---:|" + "---|" * (len(KINDS) + 1))
    for size, found in sorted(by_size.items()):
        right = found["right"].found if "right" in found else {}
        cells = [_right(right[kind]) if kind in right else "" for kind in KINDS]
        same = [f"{step}: {one.found['only here']} other" for step, one in found.items() if "only here" in one.found]
        lines.append(f"| {size:,} | " + " | ".join(cells) + f" | {'; '.join(same)} |")
    return "\n".join(lines)


def _cell(one: Measured) -> str:
    disk = f", {one.disk:,.0f} MB written" if one.disk else ""
    return f"{one.wall:,.0f} s ({one.cpu:,.0f} s), {one.memory:,.0f} MB{disk}"


def _right(kind: dict[str, Any]) -> str:
    told = f"{kind['b3']:.4f} (P {kind['precision']:.4f}, R {kind['recall']:.4f})"
    return f"{told}, {kind['entities']:,} entities of {kind['members']:,}"


if __name__ == "__main__":
    main()
