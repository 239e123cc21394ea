"""benchmarks/scale.py over three hundred records: every step runs, what is linked is right, each way gives the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from arner.linking.links import link
from tests.benchmarks.test_million import MILLION, real

pytest.importorskip("duckdb")
RECORDS = 300


def test_every_step_is_measured_and_every_way_of_linking_gives_the_same(tmp_path: Path) -> None:
    with tmp_path.joinpath("real.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(record.model_dump_json() + "\n" for record in real())
    with tmp_path.joinpath("links.jsonl").open("w", encoding="utf-8") as out:
        link(real()).write(out)
    command = [sys.executable, MILLION, "real.jsonl", "links.jsonl", "-o", "made", "-n", str(RECORDS)]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    size = str(RECORDS)
    command = [sys.executable, MILLION.with_name("scale.py"), "made", "--work", "work", "--sizes", size, "--day", size]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    lines = map(json.loads, tmp_path.joinpath("work", "results.jsonl").read_text(encoding="utf-8").splitlines())
    measured = {line["step"]: line for line in lines}
    assert {line["records"] for line in measured.values()} == {RECORDS}
    assert measured["link"]["memory"] > 0
    assert measured["link"]["disk"] > 0
    assert measured["graph"]["disk"] > 0
    for kind in ("person", "place"):
        assert measured["right"]["found"][kind]["b3"] > 0.95
    for step in ("as in memory", "as all at once"):
        found = measured[step]["found"]
        assert found["links"] > RECORDS
        assert (found["only here"], found["only there"]) == (0, 0)
