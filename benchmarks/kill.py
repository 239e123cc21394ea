"""Whether a run of `arner extract` survives whatever stops it: its records are in the end those of a run never stopped.

    python benchmarks/kill.py ARTICLES.jsonl [-n 150] [--kills 20] [--seed 1] [--ways parent,disk]

A run is stopped at a random moment, in one of five ways: its process is killed (kill -9), a worker is, it is
interrupted (SIGINT), told to end (SIGTERM), or the disk is full (no file may grow beyond a size). `--resume` goes on,
is stopped again, and so on, until it ends; then the records are compared byte for byte with those of a run that nobody
stopped, and nothing else may be left: no file, no process. Each line of the table is a stop. The status is 1 where
anything was not as it should be.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from arner.segments import MANIFEST

WAYS = {
    "parent": {-signal.SIGKILL},
    "worker": set(),
    "interrupt": {130, -signal.SIGINT},
    "terminate": {143, -signal.SIGTERM},
    "disk": {2},
}
"""How a run is stopped, and the status with which it ends; a killed worker does not stop it.

Before the command line is loaded a signal ends Python as it ends any program.
"""
PLACES = {"file": ("records.jsonl", 1), "file, two processes": ("records.jsonl", 2), "folder": ("records/", 2)}
"""Where records go, and the number of processes."""
_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE = 300  # seconds in which a process that was stopped ends, also on a busy machine


@dataclass
class Stop:
    """A stop and what came of it."""

    way: str
    moment: float  # seconds of processor time since the run began, or bytes on the disk
    kept: int = 0  # bytes of records
    wrong: str = ""


def processes(root: int) -> dict[int, float]:
    """The processes that `root` began and itself, each with the seconds of processor time that it took."""
    found: dict[int, tuple[int, float]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            found[int(status.parent.name)] = int(fields[1]), (int(fields[11]) + int(fields[12])) / _TICKS
    family = {root}
    while more := {pid for pid, (parent, _) in found.items() if parent in family} - family:
        family |= more
    return {pid: found[pid][1] for pid in family if pid in found}


class Runs:
    """Runs over the same articles into `folder`."""

    def __init__(self, articles: Path, folder: Path, place: str, jobs: int) -> None:
        self.folder = folder
        self.output = folder / place.rstrip("/")
        # With small segments, a folder's files are closed between two stops.
        main = "import arner.runs; arner.runs._SEGMENT = 200_000; from arner.cli import main; main()"
        self._command = [sys.executable, "-c", main, "extract", str(articles), "-o", f"{folder}/{place}"]
        self._command += ["--jobs", str(jobs)]
        self._begun = False

    def begin(self, largest: int | None = None) -> subprocess.Popen[str]:
        """Start, or go on; `largest`: the bytes to which a file may grow."""

        def bounded() -> None:
            if largest is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

        command = [*self._command, *(["--resume"] if self._begun else [])]
        self._begun = True
        return subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, preexec_fn=bounded
        )

    def kept(self) -> list[Path]:
        """The files that hold records of a run that goes on or was stopped."""
        if self.output.is_dir():
            return [file for file in self.output.iterdir() if "jsonl" in file.name]
        return [file for file in self.folder.iterdir() if file.suffix == ".part"]

    def has_ended(self) -> bool:
        if self.output.is_dir():
            manifest = self.output / MANIFEST
            return manifest.exists() and bool(json.loads(manifest.read_text("utf-8"))["ended"])
        return self.output.exists()

    def size(self) -> int:
        """Bytes of whole records; a line that a full disk cut off is none."""
        return sum(file.read_bytes().rfind(b"\n") + 1 for file in self.kept() if file.exists())

    def records(self) -> bytes:
        if self.output.is_dir():
            return b"".join(file.read_bytes() for file in sorted(self.output.glob("*.jsonl")))
        return self.output.read_bytes()

    def leftovers(self) -> list[str]:
        """Files that a run that has ended should not leave."""
        files = [file for file in self.folder.rglob("*") if file.is_file() and file != self.output]
        named = [file for file in files if file.parent == self.output and not file.name.startswith(".")]
        return sorted(str(file.relative_to(self.folder)) for file in files if file not in named)


def stop(runs: Runs, way: str, rng: random.Random, whole: Undisturbed) -> Stop | None:
    """Begin, or go on, and stop at a random moment; None where the run had ended before."""
    before, size = runs.size(), len(whole.records)
    if way == "disk":
        largest = rng.randint(0, size)
        told = Stop(way, largest)
        running = runs.begin(largest=largest)
        family: set[int] = set()
    else:
        left = whole.seconds * (0.3 + 0.7 * max(0, 1 - before / size))  # to load takes a third
        told = Stop(way, round(rng.uniform(0.02, 1.0) * left, 2))
        running = runs.begin()
        family = set(_wait(running, told.moment))
        _send(running, way, family)
    try:
        _, said = running.communicate(timeout=_PATIENCE * 10 if way in ("worker", "disk") else _PATIENCE)
    except subprocess.TimeoutExpired:
        running.kill()
        _, said = running.communicate()
        told.wrong = "does not end"
    told.kept = runs.size()
    status = running.returncode
    if not told.wrong and status == 0:
        return told if way == "worker" and family else None  # a worker is replaced, and the run goes on to its end
    if not told.wrong and status not in WAYS[way]:
        told.wrong = f"status {status}: {said.strip()[-200:]}"
    elif "Traceback" in said and status >= 0:
        told.wrong = said[-300:]
    elif way in ("interrupt", "terminate", "disk") and told.kept > before and "--resume goes on" not in said:
        told.wrong = f"does not say what it kept: {said[-200:]!r}"
    elif told.kept < before:
        told.wrong = f"kept {before} bytes before"
    deadline = time.monotonic() + _PATIENCE
    while (alive := {pid for pid in family if Path(f"/proc/{pid}").exists()}) and time.monotonic() < deadline:
        time.sleep(0.2)
    if alive:
        told.wrong += f" processes left: {alive}"
        for pid in alive:
            os.kill(pid, signal.SIGKILL)
    return told


def _wait(running: subprocess.Popen[str], moment: float) -> dict[int, float]:
    """Until the processes took so many seconds; the processes."""
    while running.poll() is None:
        family = processes(running.pid)
        if sum(family.values()) >= moment:
            return family
        time.sleep(0.05)
    return {}


def _send(running: subprocess.Popen[str], way: str, family: set[int]) -> None:
    if running.poll() is not None:
        return
    if way == "worker":
        # The youngest processes are the workers; the one between is what keeps track of what they share.
        if workers := sorted(family - {running.pid})[1:]:
            os.kill(workers[0], signal.SIGKILL)
        return
    running.send_signal({"parent": signal.SIGKILL, "interrupt": signal.SIGINT, "terminate": signal.SIGTERM}[way])


@dataclass(frozen=True)
class Undisturbed:
    """What a run that nobody stops takes and makes."""

    seconds: float  # of processor time
    records: bytes


def undisturbed(articles: Path, place: str, jobs: int) -> Undisturbed:
    with tempfile.TemporaryDirectory() as folder:
        runs = Runs(articles, Path(folder), place, jobs)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        _, said = (running := runs.begin()).communicate()
        if running.returncode:
            raise SystemExit(said)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Undisturbed(seconds, runs.records())


def tried(
    articles: Path, kills: int, rng: random.Random, ways: list[str], places: list[tuple[str, int]]
) -> Iterator[tuple[str, int, Stop]]:
    """Stops of runs to each of the places in turn, until there were `kills`; behind those of a run, how it ended."""
    order = cycle(ways)
    whole = {(place, jobs): undisturbed(articles, place, jobs) for place, jobs in places}
    if len({one.records for one in whole.values()}) > 1:
        raise SystemExit("undisturbed runs differ")
    counted = 0
    for place, jobs in cycle(places):
        with tempfile.TemporaryDirectory() as folder:
            runs = Runs(articles, Path(folder), place, jobs)
            for _ in range(min(rng.randint(3, 7), kills - counted)):
                way = next(way for way in order if way != "worker" or jobs > 1)
                if (told := stop(runs, way, rng, whole[place, jobs])) is None:
                    break
                counted += 1
                yield place, jobs, told
                if runs.has_ended():
                    break
            yield place, jobs, ended(runs, whole[place, jobs].records)
        if counted == kills:
            return


def ended(runs: Runs, records: bytes) -> Stop:
    """The run is gone on with to its end: what is wrong with what it leaves."""
    told = Stop("the end", 0)
    if not runs.has_ended():
        _, said = (running := runs.begin()).communicate()
        told.wrong = f"status {running.returncode}: {said[-300:]}" if running.returncode else ""
    if not runs.output.exists() or (found := runs.records()) != records:
        told.wrong += " other records than those of a run that nobody stopped"
    else:
        told.kept = len(found)
    if left := runs.leftovers():
        told.wrong += f" files left: {', '.join(left)}"
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("-n", "--number", type=int, default=150, help="of the articles")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ways", default=",".join(WAYS))
    parser.add_argument("--place", choices=PLACES, help="else each in turn")
    args = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        some = Path(folder) / "articles.jsonl"
        with args.articles.open(encoding="utf-8") as lines:
            some.write_text("".join(line for _, line in zip(range(args.number), lines, strict=False)), "utf-8")
        print(f"{'into':14} jobs {'stopped by':12} {'at':>9} {'bytes kept':>12}")
        places = [PLACES[args.place]] if args.place else list(PLACES.values())
        for place, jobs, told in tried(some, args.kills, random.Random(args.seed), args.ways.split(","), places):
            wrong += bool(told.wrong)
            print(f"{place:14} {jobs:4} {told.way:12} {told.moment:9} {told.kept:12,} {told.wrong}", flush=True)
    print(f"{args.kills} stops, {wrong} wrong")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
