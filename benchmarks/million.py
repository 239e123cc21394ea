"""Any number of records, made of real ones so that who is whom is known.

    arner graph real.jsonl -o /tmp/g.graphml --links links.jsonl        # who is whom in the real ones
    python benchmarks/million.py real.jsonl links.jsonl -o million/ -n 1000000

The folder gets `records/`, segments of JSON lines (zstd) that arner reads, `truth.jsonl`, and `manifest.json`. Record
`x.007` is the seventh replica of the real record `x` (see replicas.py). A line of `truth.jsonl` says of an entity of a
real record which one it is, and whether it is another in each replica (`own`). The same seed gives the same records.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import zstandard
from replicas import NAME, PERSON, Exchange, Slots, Template, filled, is_exchanged, spellings, state_body

from arner.arabic.orthography import LETTERS, fold
from arner.files import open_text

_SEGMENT = 1000  # records of a segment
_COMMON, _OFTEN = 100, 50  # so many words of the language stay as they are, if they stand so often
_LOOKED_AT = 2000  # records that tell which words are common
_MODES = {"people": PERSON, "organizations": NAME, "places": NAME}
_KINDS = {"people": "person", "organizations": "organization", "places": "place"}


class Segment(NamedTuple):
    """Some real records in one replica."""

    replica: int
    first: int
    records: int

    @property
    def name(self) -> str:
        return f"{self.replica:03d}-{self.first:06d}.jsonl.zst"


@dataclass(frozen=True)
class Known:
    """Who is whom in the real records: article and id there → entity, and the entities that every replica has."""

    entity: Mapping[tuple[str, str], tuple[str, str]]
    everywhere: frozenset[str]
    common: frozenset[str]
    spellings: Mapping[str, frozenset[str]]

    def own(self, record: Mapping[str, Any]) -> dict[str, int]:
        """Who of a record is somebody else in each replica, with what the words of the names are."""
        return {
            one["id"]: mode
            for field, mode in _MODES.items()
            for one in record.get(field, ())
            if self.entity[record["id"], one["id"]][1] not in self.everywhere
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("records", type=Path, help="real records, JSON lines")
    parser.add_argument("links", type=Path, help="who is whom in them, as `arner graph --links` writes it")
    parser.add_argument("-o", "--output", type=Path, required=True, help="a folder")
    parser.add_argument("-n", "--number", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()

    start = time.perf_counter()
    known, real = survey(given.records, given.links)
    folder = given.output / "records"
    folder.mkdir(parents=True, exist_ok=True)
    write_truth(known, given.output / "truth.jsonl")
    parts = list(segments(given.number, real))
    print(f"{real} real records read in {time.perf_counter() - start:.0f} s", flush=True)
    context = multiprocessing.get_context("fork")
    arguments = [(given.records, known, parts, folder, given.seed, (job, given.jobs)) for job in range(given.jobs)]
    workers = [context.Process(target=write_share, args=some) for some in arguments]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise SystemExit("a worker failed")
    written = [{"name": part.name, "records": part.records} for part in parts]
    manifest = {"records": given.number, "real": real, "seed": given.seed, "segments": written}
    given.output.joinpath("manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    took = time.perf_counter() - start
    size = sum(file.stat().st_size for file in folder.iterdir())
    print(f"{given.number} records in {took:.0f} s ({given.number / took:.0f} a second), {size / 1e6:.0f} MB packed")


def segments(number: int, real: int) -> Iterator[Segment]:
    """One replica after the other, each in segments, till there are so many records."""
    replica = 0
    while number > 0:
        for first in range(0, min(real, number), _SEGMENT):
            yield Segment(replica, first, min(_SEGMENT, real - first, number - first))
        number -= real
        replica += 1


def survey(records: Path, links: Path) -> tuple[Known, int]:
    """Who is whom, whom the lexicon knows, and how many records there are."""
    entity: dict[tuple[str, str], tuple[str, str]] = {}
    called: dict[str, set[str]] = {}
    with open_text(links) as lines:
        for line in map(json.loads, lines):
            entity[line["article"], line["local"]] = line["kind"], line["entity"]
            if line["kind"] == "person":
                called.setdefault(line["entity"], set()).add(line["name"])
    everywhere: set[str] = set()
    words: Counter[str] = Counter()
    real = 0
    for real, record in enumerate(_read(records), start=1):
        if real <= _LOOKED_AT:
            words.update(fold(found) for found in LETTERS.findall(record["text"]))
        for field, mode in _MODES.items():
            for one in record.get(field, ()):
                if stays(field, mode, one):
                    everywhere.add(entity[record["id"], one["id"]][1])
    common = frozenset(word for word, often in words.most_common(_COMMON) if often >= _OFTEN)
    others = (names for one, names in called.items() if one not in everywhere)
    return Known(entity, frozenset(everywhere), common, spellings(others)), real


def stays(field: str, mode: int, one: Mapping[str, Any]) -> bool:
    """Whether it is the same in all replicas: the lexicon knows it, or nothing in its name can be exchanged."""
    known = one.get("country") if field == "places" else one.get("known")
    return bool(known) or (field == "organizations" and state_body(one["name"])) or not is_exchanged(mode, one["name"])


def write_truth(known: Known, path: Path) -> None:
    named = set(_KINDS.values())
    with path.open("w", encoding="utf-8") as out:
        for (original, local), (kind, entity) in sorted(known.entity.items()):
            own = kind not in named or entity not in known.everywhere
            line = {"original": original, "local": local, "kind": kind, "entity": entity, "own": own}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def write_share(
    records: Path, known: Known, parts: list[Segment], folder: Path, seed: int, share: tuple[int, int]
) -> None:
    """Write every second segment (with two jobs): the same real records in each replica."""
    job, jobs = share
    mine = [part for part in parts if part.first // _SEGMENT % jobs == job]
    wanted = {part.first // _SEGMENT for part in mine}
    slots = Slots(known.common, known.spellings)
    templates = {
        number: Template(record, known.own(record), slots).ids
        for number, record in enumerate(_read(records))
        if number // _SEGMENT in wanted
    }
    plans, replica, stands = slots.plans(), -1, [""]
    for part in mine:
        if part.replica != replica:
            replica = part.replica
            stands = filled(plans, Exchange(seed, replica))
        with (
            folder.joinpath(part.name).open("wb") as file,
            zstandard.ZstdCompressor(level=3).stream_writer(file) as packed,
        ):
            for number in range(part.first, part.first + part.records):
                packed.write("".join([stands[slot] for slot in templates[number]]).encode())


def _read(records: Path) -> Iterator[dict[str, Any]]:
    with open_text(records) as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
