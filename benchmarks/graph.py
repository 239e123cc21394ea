"""How long linking, building and writing take, and how much memory, as the number of records grows.

    python benchmarks/graph.py records.jsonl [--sizes 1000 3000 10000] [--formats .graphml .gexf]

Each size runs in a process of its own; records are read twice, as the command line does. `--synthetic 100000` writes
a graph of so many nodes and three times as many edges instead.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

import networkx as nx

from arner.graph.build import build_graph
from arner.graph.formats import SUFFIXES, write_graph
from arner.inputs import InputFailure, read_records
from arner.linking.links import link
from arner.records import ArticleRecord

_T = TypeVar("_T")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("records", nargs="?", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    parser.add_argument("--formats", nargs="+", default=[".graphml"], choices=SUFFIXES)
    parser.add_argument("--synthetic", type=int, help="nodes of a made-up graph")
    given = parser.parse_args()
    processes = multiprocessing.get_context("spawn")
    if given.synthetic:
        run = processes.Process(target=_synthetic, args=(given.synthetic, given.formats))
        run.start()
        run.join()
        return
    for size in given.sizes:
        run = processes.Process(target=_measure, args=(given.records, size, given.formats))
        run.start()
        run.join()


def _measure(path: Path, size: int, formats: list[str]) -> None:
    def records() -> Iterator[ArticleRecord]:
        return islice((r for r in read_records([path]) if not isinstance(r, InputFailure)), size)

    _timed(f"{size} records: read", lambda: sum(1 for _ in records()))
    links = _timed("  read and link", lambda: link(records()))
    graph = _timed("  read and build", lambda: build_graph(records(), links))
    print(f"  {len(links.of)} found, {len(links.entities)} entities; {len(graph)} nodes, {graph.size()} edges")
    _write(graph, formats)


def _synthetic(nodes: int, formats: list[str]) -> None:
    """A node has what a person has, an edge what a mention has."""
    graph = nx.MultiDiGraph()
    times = {"first_seen": "2018-01-01", "last_seen": "2018-12-31", "sources": ["الأولى", "الثانية"]}
    for n in range(nodes):
        name = f"فلان بن فلان {n}"
        graph.add_node(f"person:{n}", type="person", name=name, label=name, articles=n % 90, aliases=["فلان"], **times)
    for n in range(3 * nodes):
        ends = f"person:{n % nodes}", f"person:{(n * 7919) % nodes}"
        graph.add_edge(*ends, f"k{n}", type="mentions", label="mentions", weight=n % 9, articles=1, **times)
    print(f"{len(graph)} nodes, {graph.size()} edges")
    _write(graph, formats)


def _write(graph: nx.MultiDiGraph, formats: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for suffix in formats:
            _timed(f"  write {suffix}", lambda suffix=suffix: write_graph(graph, Path(folder, f"g{suffix}")))


def _timed(what: str, do: Callable[[], _T]) -> _T:
    start, used = time.perf_counter(), time.process_time()
    done = do()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall, used = time.perf_counter() - start, time.process_time() - used
    print(f"{what}: {wall:.1f} s ({used:.1f} s of processor), {memory:.0f} MB at most", flush=True)
    return done


if __name__ == "__main__":
    main()
