"""Runs that are stopped: what they keep, and what they go on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.records import Article, ArticleRecord
from arner.runs import FileRun, Run, RunError

MADE = {"by": "a test"}
TEXT = "قال الوزير سالم ناصر إن الجسر آمن."  # the minister, Salem Nasser, said that the bridge is safe


def articles(count: int) -> list[Article]:
    return [Article(id=str(number), text=f"{TEXT} {number}") for number in range(count)]


def record(article: Article) -> str:
    return ArticleRecord(id=str(article.id), text=article.full_text).model_dump_json()


def done(run: Run, todo: list[Article], stop: int | None = None) -> None:
    """The run of `todo`, which is stopped after `stop` records."""
    for number, article in enumerate(run.to_do(todo)):
        if number == stop:
            raise KeyboardInterrupt
        run.add(record(article))
    run.end()


def stopped(path: Path, todo: list[Article], stop: int) -> None:
    with pytest.raises(KeyboardInterrupt), FileRun(path, MADE, resume=False) as run:
        done(run, todo, stop)


def test_a_run_that_ends_leaves_nothing_but_its_records(tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    with FileRun(out, MADE, resume=False) as run:
        done(run, articles(3))
    assert [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()] == ["0", "1", "2"]
    assert [file.name for file in tmp_path.iterdir()] == ["records.jsonl"]


@given(stop=st.integers(0, 5), cut=st.integers(0, 40))
def test_a_run_gone_on_with_is_as_one_never_stopped(
    tmp_path_factory: pytest.TempPathFactory, stop: int, cut: int
) -> None:
    out = tmp_path_factory.mktemp("run") / "records.jsonl"
    stopped(out, articles(6), stop)
    part = out.with_name("records.jsonl.part")
    if part.exists():
        part.write_bytes(part.read_bytes()[: -cut or None])  # as a crash of the machine would leave it
    with FileRun(out, MADE, resume=True) as run:
        done(run, articles(6))
    assert out.read_text("utf-8").splitlines() == [record(article) for article in articles(6)]
    assert [file.name for file in out.parent.iterdir()] == ["records.jsonl"]


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    stopped(tmp_path / "records.jsonl", articles(5), 3)
    with FileRun(tmp_path / "records.jsonl", MADE, resume=True) as run:
        assert run.kept == 3
        done(run, articles(5))
        assert run.written == 2


def test_a_changed_article_is_read_again_and_a_missing_one_is_dropped(tmp_path: Path) -> None:
    stopped(tmp_path / "records.jsonl", articles(4), 3)
    changed = articles(4)[1:]
    changed[0] = Article(id="1", text="قال سالم ناصر إن الجسر مغلق.")  # said that the bridge is closed
    with FileRun(tmp_path / "records.jsonl", MADE, resume=True) as run:
        done(run, changed)
    lines = (tmp_path / "records.jsonl").read_text("utf-8").splitlines()
    assert sorted(lines) == sorted(map(record, changed))


def test_a_run_killed_before_its_first_record_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl.part").write_bytes(b"")
    with FileRun(tmp_path / "records.jsonl", MADE, resume=False) as run:
        done(run, articles(2))
    assert [file.name for file in tmp_path.iterdir()] == ["records.jsonl"]


def test_a_stopped_run_is_neither_overwritten_nor_mixed(tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    stopped(out, articles(4), 2)
    with pytest.raises(RunError, match="go on with it by --resume"):
        FileRun(out, MADE, resume=False)
    with pytest.raises(RunError, match="another version, model, lexicon"):
        FileRun(out, {"by": "another"}, resume=True)


def test_two_runs_to_one_place_are_refused(tmp_path: Path) -> None:
    with FileRun(tmp_path / "records.jsonl", MADE, resume=False) as run:
        with pytest.raises(RunError, match="another run is writing there"):
            FileRun(tmp_path / "records.jsonl", MADE, resume=False)
        done(run, articles(1))


def test_the_mode_of_an_older_output_stays(tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    out.write_text("older")
    out.chmod(0o600)
    with FileRun(out, MADE, resume=False) as run:
        done(run, articles(1))
    assert out.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_command_is_killed_and_goes_on(tmp_path: Path, sent: signal.Signals) -> None:
    """With two processes, none of which outlives the command."""
    source, out = tmp_path / "articles.jsonl", tmp_path / "records.jsonl"
    source.write_text("".join(json.dumps({"id": a.id, "text": a.text}) + "\n" for a in articles(200)), "utf-8")
    command = [
        sys.executable,
        "-c",
        "from arner.cli import main; main()",
        "extract",
        str(source),
        "-o",
        str(out),
        "--jobs",
        "2",
    ]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    part = tmp_path / "records.jsonl.part"
    deadline = time.monotonic() + 120
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.02)
    workers = _children(running.pid)
    running.send_signal(sent)
    said = running.communicate(timeout=60)[1]
    assert running.returncode == {signal.SIGKILL: -9, signal.SIGTERM: 143, signal.SIGINT: 130}[sent]
    assert sent == signal.SIGKILL or "the same command with --resume goes on" in said
    kept = len(part.read_bytes().splitlines())
    assert 0 < kept < 200
    deadline = time.monotonic() + 20
    while any(map(_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert workers
    assert not any(map(_alive, workers))
    subprocess.run([*command, "--resume"], check=True, timeout=120, capture_output=True)
    ids = [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()]
    assert ids == [str(number) for number in range(200)]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
def test_a_run_into_a_folder_survives_a_full_disk_and_dying_workers(tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    source.write_text("".join(json.dumps({"id": a.id, "text": a.text}) + "\n" for a in articles(30)), "utf-8")
    script = Path(__file__).parent.parent / "benchmarks" / "kill.py"
    command = [sys.executable, str(script), str(source), "--kills", "2", "--place", "folder"]
    done = subprocess.run([*command, "--ways", "disk,worker"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def _children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(child) for child in listed.stdout.split()]


def _alive(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")
