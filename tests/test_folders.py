"""Records that go into a folder: segments closed whole, a manifest, runs that are stopped anywhere and gone on with."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from typer.testing import CliRunner

from arner import extraction, runs
from arner.cli.app import app
from arner.columnar import read_parquet, write_parquet
from arner.inputs import InputFailure, read_articles, read_records
from arner.records import Article, ArticleRecord
from arner.runs import FolderRun, RunError
from arner.segments import FORMATS, MANIFEST, Manifest
from tests.faults import pipeline
from tests.samples import first, second, signed, signing

MADE = {"by": "a test"}
TEXT = "قال الوزير سالم ناصر إن الجسر آمن."  # the minister, Salem Nasser, said that the bridge is safe


def articles(numbers: Iterable[int], text: str = TEXT) -> list[Article]:
    return [Article(id=str(number), text=f"{text} {number}") for number in numbers]


def record(article: Article) -> str:
    return ArticleRecord(id=str(article.id), text=article.full_text).model_dump_json()


SEGMENT = 5 * len(record(articles([0])[0]).encode()) // 2  # a segment has three records


def done(folder: Path, todo: list[Article], format: str, resume: bool = False, stop: int | None = None) -> FolderRun:
    """A run of `todo`, which is stopped after `stop` new records."""
    with FolderRun(folder, MADE, resume, format, SEGMENT) as run:
        for number, article in enumerate(run.to_do(todo)):
            if number == stop:
                raise KeyboardInterrupt
            run.add(record(article))
        run.end()
    return run


def content(folder: Path) -> list[str]:
    """The records as they are read; the folder has nothing but them."""
    manifest = Manifest.read(folder)
    assert manifest.ended
    assert sorted(file.name for file in folder.iterdir()) == sorted(
        [MANIFEST, *(segment.file for segment in manifest.segments)]
    )
    found = [item for item in read_records([folder]) if isinstance(item, ArticleRecord)]
    assert len(found) == sum(segment.records for segment in manifest.segments)
    return [item.model_dump_json() for item in found]


@pytest.mark.parametrize("format", FORMATS)
def test_segments_are_closed_and_the_manifest_names_them(tmp_path: Path, format: str) -> None:
    done(tmp_path / "out", articles(range(8)), format)
    assert content(tmp_path / "out") == list(map(record, articles(range(8))))
    told = json.loads((tmp_path / "out" / MANIFEST).read_text("utf-8"))
    assert (told["format"], told["made_with"], told["ended"], told["records"]) == (format, MADE, True, 8)
    assert [segment["records"] for segment in told["segments"]] == [3, 3, 2]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("stop", range(9))
def test_a_run_gone_on_with_is_as_one_never_stopped(tmp_path: Path, stop: int, format: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        done(tmp_path / "out", articles(range(9)), format, stop=stop)
    if stop == 0:
        assert not (tmp_path / "out").exists()
    for file in tmp_path.glob("out/.open-*"):
        file.write_bytes(file.read_bytes()[:-20])  # as a crash of the machine would leave it
    done(tmp_path / "out", articles(range(9)), format, resume=True)
    done(tmp_path / "whole", articles(range(9)), format)
    assert content(tmp_path / "out") == content(tmp_path / "whole")
    assert (tmp_path / "out" / MANIFEST).read_bytes() == (tmp_path / "whole" / MANIFEST).read_bytes()


class Killed(BaseException):
    """As kill -9: nothing is done to a file any more."""


def killed_at(step: int, monkeypatch: pytest.MonkeyPatch, run: Callable[[], object]) -> bool:
    """Whether `run` came to its end before its `step`-th step on the disk, where it is killed."""
    steps = iter(range(step))
    locks: list[FileLock] = []

    def mortal(does: Callable[..., Any]) -> Callable[..., Any]:
        def do(*args: Any, **more: Any) -> Any:
            if next(steps, None) is None:
                raise Killed
            return does(*args, **more)

        return do

    def lock(*args: Any, **more: Any) -> FileLock:
        locks.append(FileLock(*args, **more))
        return locks[-1]

    with monkeypatch.context() as patched:
        patched.setattr(runs, "FileLock", lock)
        for place, name in ((Path, "replace"), (Path, "unlink"), (Path, "rmdir"), (os, "fsync"), (runs._Lines, "add")):
            patched.setattr(place, name, mortal(getattr(place, name)))
        try:
            run()
        except Killed:
            for one in locks:
                one.release(force=True)  # as the system does
            return False
    return True


@pytest.mark.parametrize("format", FORMATS)
def test_a_run_killed_between_any_two_steps_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    step = 0
    while True:
        folder = tmp_path / str(step)
        if killed_at(step, monkeypatch, lambda: done(folder, articles(range(7)), format)):  # noqa: B023
            break
        done(folder, articles(range(7)), format, resume=True)
        assert content(folder) == list(map(record, articles(range(7))))
        step += 1
    assert step > 15


@pytest.mark.parametrize("format", FORMATS)
def test_records_of_changed_articles_are_exchanged_wherever_it_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    """1 is another text now ("… said that the bridge is closed"), 3, 4 and 5, a whole segment, are no more."""
    now = [*articles([0]), *articles([1], "قال سالم ناصر إن الجسر مغلق."), *articles([2, 6, 7])]
    step, ended = 0, False
    while not ended:
        folder = tmp_path / str(step)
        done(folder, articles(range(7)), format)
        ended = killed_at(step, monkeypatch, lambda: done(folder, now, format, resume=True))  # noqa: B023
        run = done(folder, now, format, resume=True)
        assert ended or run.dropped <= 4
        assert sorted(content(folder)) == sorted(map(record, now))
        step += 1
    assert step > 10


@pytest.mark.parametrize("format", FORMATS)
def test_a_folder_that_is_whole_takes_what_is_new(tmp_path: Path, format: str) -> None:
    done(tmp_path / "out", articles(range(4)), format)
    run = done(tmp_path / "out", articles(range(6)), format, resume=True)
    assert (run.kept, run.written, run.dropped) == (4, 2, 0)
    assert content(tmp_path / "out") == list(map(record, articles(range(6))))


@pytest.mark.parametrize("format", FORMATS)
def test_a_damaged_segment_is_named_and_made_anew_when_it_is_deleted(tmp_path: Path, format: str) -> None:
    done(tmp_path / "out", articles(range(7)), format)
    damaged = tmp_path / "out" / Manifest.read(tmp_path / "out").segments[1].file
    held = bytearray(damaged.read_bytes())
    held[len(held) // 2] ^= 1
    damaged.write_bytes(held)
    with pytest.raises(RunError, match=f"{damaged.name}: the segment is damaged"):
        done(tmp_path / "out", articles(range(7)), format, resume=True)
    found = list(read_records([tmp_path / "out"]))
    (failure,) = (item for item in found if isinstance(item, InputFailure))
    assert failure.where == str(damaged)
    assert len(found) == 5
    damaged.unlink()
    run = done(tmp_path / "out", articles(range(7)), format, resume=True)
    assert (run.kept, run.written) == (4, 3)
    assert sorted(content(tmp_path / "out")) == list(map(record, articles(range(7))))


def test_a_folder_that_cannot_be_gone_on_with_says_why(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done(out, articles(range(2)), "jsonl")
    with pytest.raises(RunError, match="holds the records of a run: go on with it by --resume"):
        FolderRun(out, MADE, resume=False)
    with pytest.raises(RunError, match="another version, model, lexicon"):
        FolderRun(out, {"by": "another"}, resume=True)
    with pytest.raises(RunError, match="holds records as jsonl, not as parquet"):
        FolderRun(out, MADE, resume=True, format="parquet")
    with FolderRun(out, MADE, resume=True), pytest.raises(RunError, match="another run is writing there"):
        FolderRun(out, MADE, resume=True)
    (out / MANIFEST).write_text("{}", "utf-8")
    with pytest.raises(RunError, match="not a manifest of records"):
        FolderRun(out, MADE, resume=True)
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(RunError, match=r"holds other files \(a.txt …\)"):
        FolderRun(tmp_path, MADE, resume=False)
    with pytest.raises(FileNotFoundError):
        FolderRun(tmp_path / "none" / "out", MADE, resume=False)


def test_a_manifest_names_nothing_outside_its_folder(tmp_path: Path) -> None:
    done(tmp_path / "out", articles(range(2)), "jsonl")
    told = json.loads((tmp_path / "out" / MANIFEST).read_text("utf-8"))
    told["segments"][0]["file"] = "../secret.jsonl"
    (tmp_path / "out" / MANIFEST).write_text(json.dumps(told), "utf-8")
    (failure,) = read_records([tmp_path / "out"])
    assert isinstance(failure, InputFailure)
    assert "'../secret.jsonl' is no name of a segment" in failure.problem


def test_a_run_that_has_not_ended_is_told_to_who_reads_it(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        done(tmp_path / "out", articles(range(5)), "jsonl", stop=4)
    found = list(read_records([tmp_path / "out"]))
    assert len(found) == 4
    assert isinstance(found[-1], InputFailure)
    assert "there will be more" in found[-1].problem
    assert not any(isinstance(item, Article) for item in read_articles([tmp_path / "out"]))


def test_parquet_loses_nothing(tmp_path: Path) -> None:
    written = [sample().model_dump_json() for sample in (first, second, signing, signed)]
    write_parquet([line.encode() for line in written], tmp_path / "a.parquet")
    found = [ArticleRecord.model_validate(row) for row in read_parquet(tmp_path / "a.parquet")]
    assert [item.model_dump_json() for item in found] == written
    (tmp_path / "b.parquet").write_bytes((tmp_path / "a.parquet").read_bytes()[:-100])
    with pytest.raises(ValueError, match="not a Parquet file"):
        list(read_parquet(tmp_path / "b.parquet"))


def test_what_spark_wrote_is_read(tmp_path: Path) -> None:
    import pandas

    rows = [
        {"id": "sochi", "json": first().model_dump_json(), "problem": None, "notice": None},
        {"id": "empty", "json": None, "problem": "the article is empty", "notice": None},
    ]
    pandas.DataFrame(rows).to_parquet(tmp_path / "a.parquet")
    one, other = read_records([tmp_path / "a.parquet"])
    assert one == first()
    assert other == InputFailure(f"{tmp_path / 'a.parquet'}:2", "empty: the article is empty")


@pytest.mark.parametrize("options", [["-o", "out/"], ["-o", "out", "--format", "parquet"]])
def test_the_command(options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "_pipeline", pipeline)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, arguments)
        return result.exit_code, result.stdout + result.stderr

    for name in ("a.txt", "b.txt"):
        Path(name).write_text(TEXT, "utf-8")
    assert run("extract", "a.txt", "b.txt", *options) == (0, "")
    assert run("extract", "a.txt", "b.txt", "-o", "out.jsonl") == (0, "")
    assert run("table", "people", "out") == run("table", "people", "out.jsonl")
    assert run("extract", "a.txt", *options)[0] == 2
    told = "2 records of the run that was stopped are kept"
    dropped = "1 records of articles that are not given any more, or were changed, were taken out"
    assert run("extract", "a.txt", *options, "--resume") == (0, f"arner: {told}\narner: {dropped}\n")
    assert len(content(Path("out"))) == 1


def test_parquet_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for options in (["-o", "out.parquet"], ["--format", "parquet"]):
        assert CliRunner().invoke(app, ["extract", "a.txt", *options]).exit_code == 2
