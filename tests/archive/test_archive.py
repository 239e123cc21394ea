"""An archive on disk: what it finds is what linking in memory finds, however its records came into it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arner.archive import Archive, ArchiveError, open_archive
from arner.inputs import read_records
from arner.linking.clusters import Member
from arner.linking.facts import hashed
from arner.linking.links import Link, Links, link
from arner.records import ArticleRecord
from tests.linking.made import meeting, record

PEOPLE = (
    "سيرغي لافروف|وزير الخارجية RU",
    "سيرجي لافروف",
    "لافروف|الوزير RU",
    "لافروف",
    "محمد علي",
    "محمد علي|وزير الدفاع EG",
    "محمد علي حسن",
    "علي",
    "فلاديمير بوتين=vladimir-putin",
    "بوتين=vladimir-putin",
    "بوتين",
    "ترامب|الرئيس US",
)
BODIES = ("وزارة الدفاع|EG", "وزارة الدفاع", "الأمم المتحدة", "شركة النور", "النور")


@st.composite
def articles(draw: st.DrawFn) -> list[ArticleRecord]:
    count = draw(st.integers(1, 12))
    found = []
    for number in range(count):
        people = draw(st.lists(st.sampled_from(PEOPLE), max_size=4, unique=True))
        bodies = tuple(draw(st.lists(st.sampled_from(BODIES), max_size=2, unique=True)))
        about = " ".join(draw(st.lists(st.sampled_from(["RU", "EG", "US"]), max_size=2, unique=True)))
        day = draw(st.sampled_from([None, "2018-07-01", "2018-07-02", "2018-07-16"]))
        met = (meeting("p1", "p2", day=day),) if len(people) > 1 and draw(st.booleans()) else ()
        found.append(record(f"a{number}", *people, bodies=bodies, about=about, meetings=met, published=day))
    return found


def links_of(archive: Archive) -> dict[Member, Link]:
    rows = archive.rows(
        "SELECT article, local, kind, entity, name, joined_article, joined_local, score, reasons FROM link"
    )
    found = {}
    for article, local, kind, entity, name, to_article, to_local, score, _ in rows:
        to = Member(to_article, to_local) if to_article else None
        found[Member(article, local)] = Link(Member(article, local), kind, entity, name, to, score, ())
    return found


def told(links: Links) -> dict[Member, Link]:
    return {m: Link(m, x.kind, x.entity, x.name, x.to, x.score, ()) for m, x in links.of.items()}


def archived(folder: Path, *days: Iterable[ArticleRecord]) -> dict[Member, Link]:
    for day in days:
        with open_archive(folder, create=True) as archive:
            archive.add(day)
            archive.link()
    with open_archive(folder) as archive:
        return links_of(archive)


def who_took_part(folder: Path) -> list[tuple[str, ...]]:
    with open_archive(folder) as archive:
        return archive.rows("SELECT article, local, who FROM occurrence ORDER BY ALL")


@settings(max_examples=12, deadline=None)
@given(articles(), st.randoms())
def test_an_archive_finds_what_memory_finds_however_records_come(
    records: list[ArticleRecord], order: random.Random
) -> None:
    expected = told(link(records))
    order.shuffle(records)
    cut = order.randint(0, len(records))
    with TemporaryDirectory() as folder:
        assert archived(Path(folder, "whole"), records) == expected
        assert archived(Path(folder, "days"), records[:cut], records[cut:]) == expected
        assert who_took_part(Path(folder, "days")) == who_took_part(Path(folder, "whole"))


def test_it_finds_the_same_in_several_processes_though_giants_stay_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("arner.archive.link._CHUNK", 3)
    monkeypatch.setattr("arner.archive.link._GIANT", 4)
    every = [record(f"{n}-{m}", *PEOPLE[n : n + 3], bodies=BODIES[n % 4 :][:2]) for n in range(10) for m in range(3)]
    with open_archive(tmp_path / "store", create=True) as archive:
        archive.add(every)
        archive.link(jobs=2)
        assert links_of(archive) == told(link(every))


def test_a_word_alone_finds_its_bearer_who_comes_later(tmp_path: Path) -> None:
    """«لافروف» (Lavrov) of the first day is whom the second day names in full."""
    first = record("a", "لافروف|وزير الخارجية RU", about="RU", published="2018-07-01")
    second = record("b", "سيرغي لافروف|وزير الخارجية RU", about="RU", published="2018-07-02")
    found = archived(tmp_path / "store", [first], [second])
    assert found[Member("a", "p1")].entity == found[Member("b", "p1")].entity
    assert found == told(link([first, second]))


def test_keys_are_the_same_in_every_process() -> None:
    """Sets have another order in each, and what one run adds meets what another added."""
    key = ("met", frozenset({("host", "country:RU"), ("guest", "country:EG"), ("guest", "country:US")}))
    code = f"from arner.linking.facts import hashed; print(hashed({key!r}))"
    seeds = ({**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2", "3"))
    told = {subprocess.run([sys.executable, "-c", code], env=env, capture_output=True).stdout for env in seeds}
    assert told == {f"{hashed(key)}\n".encode()}


def test_reprints_are_found_over_days(tmp_path: Path) -> None:
    words = " ".join(f"كلمة{number}" for number in range(60))
    first, second = (record(id_, words, published=day) for id_, day in (("a", "2018-07-01"), ("b", "2018-07-02")))
    archived(tmp_path / "store", [second], [first])
    with open_archive(tmp_path / "store") as archive:
        assert archive.rows("SELECT * FROM copy") == [("b", "a", 1.0)]


def test_records_that_are_there_are_passed_over(tmp_path: Path) -> None:
    records = [record(f"a{n}", "سيرغي لافروف", published="2018-07-01") for n in range(3)]
    with open_archive(tmp_path / "store", create=True) as archive:
        assert archive.add(records[:2]) == (2, 0)
        assert archive.add(records) == (1, 2)
        archive.link()
        archive.link()
        assert len(links_of(archive)) == 3


def test_another_record_of_an_article_is_refused(tmp_path: Path) -> None:
    with open_archive(tmp_path / "store", create=True) as archive:
        archive.add([record("a", "سيرغي لافروف")])
        with pytest.raises(ArchiveError, match="another record of the article 'a'"):
            archive.add([record("a", "فلاديمير بوتين")])
        with pytest.raises(ArchiveError, match="two records have the id 'b'"):
            archive.add([record("b", "سيرغي لافروف"), record("b", "فلاديمير بوتين")])


def test_a_run_that_stops_while_linking_leaves_the_archive_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [record(f"a{n}", "سيرغي لافروف", "بوتين", published="2018-07-01") for n in range(4)]
    before = archived(tmp_path / "store", records[:2])
    with open_archive(tmp_path / "store") as archive, monkeypatch.context() as patch:
        archive.add(records[2:])
        patch.setattr("arner.archive.link._link_words", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            archive.link()
        assert links_of(archive) == before
    with open_archive(tmp_path / "store") as archive:
        archive.link()
        assert links_of(archive) == told(link(records))


def test_an_archive_is_one_run_s_alone(tmp_path: Path) -> None:
    with (
        open_archive(tmp_path / "store", create=True),
        pytest.raises(ArchiveError, match="another run has it open"),
        open_archive(tmp_path / "store"),
    ):
        pass


def test_what_a_killed_run_left_goes_when_the_archive_is_opened(tmp_path: Path) -> None:
    with open_archive(store := tmp_path / "store", create=True) as archive:
        archive.add([record("a", "سيرغي لافروف")])
    for name in ("tmp", "tmp0a_b1cd2", "tmpfiles", "mine"):
        (store / name).mkdir()
        (store / name / "archive.duckdb").write_bytes(b"half a copy")
    (store / "tmp1a_b1cd2").write_text("no folder")
    with open_archive(store) as archive:
        assert archive.rows("SELECT article FROM record") == [("a",)]
    assert sorted(path.name for path in store.iterdir()) == [
        ".lock",
        "archive.duckdb",
        "mine",
        "tmp1a_b1cd2",
        "tmpfiles",
    ]


def test_a_broken_archive_is_told_so(tmp_path: Path) -> None:
    """Whatever stands where its file should begin."""
    with open_archive(tmp_path, create=True):
        pass
    file = tmp_path / "archive.duckdb"
    whole = file.read_bytes()
    noise = random.Random(7).randbytes(20_000)
    for broken in (noise, whole[:9000], whole[:4096] + noise + whole[24_096:], whole[:9] + noise[:40] + whole[49:]):
        file.write_bytes(broken)
        with pytest.raises(ArchiveError, match=r"archive\.duckdb: "), open_archive(tmp_path):
            pass


def test_a_folder_without_an_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive"), open_archive(tmp_path):
        pass


def test_what_reads_records_says_that_an_archive_is_none(tmp_path: Path) -> None:
    with open_archive(tmp_path / "store", create=True):
        pass
    (failure,) = read_records([tmp_path / "store"])
    assert str(failure).endswith("an archive of linked records, which `arner graph` reads")
