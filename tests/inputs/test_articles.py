"""Files of every kind → articles; what cannot be read is a failure in its place, and reading goes on."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from arner.inputs import InputFailure, read_articles, read_records
from arner.records import Article, ArticleRecord, UnknownField
from tests.samples import first, second

NEWS = "أعلنت موسكو الخبر.\nقال الوزير ذلك."  # "Moscow announced the news. The minister said so."


def articles(*paths: Path, **options: object) -> list[Article]:
    found = list(read_articles(paths, **options))  # type: ignore[arg-type]
    assert not [item for item in found if isinstance(item, InputFailure)]
    return [item for item in found if isinstance(item, Article)]


def outcomes(*paths: Path | str) -> list[str]:
    """Ids of articles, and failures and notices without the folder."""
    found = read_articles(paths)
    return [
        i.id or "" if isinstance(i, Article) else str(i).replace(str(Path(paths[0]).parent) + "/", "") for i in found
    ]


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{r if isinstance(r, str) else json.dumps(r)}\n" for r in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("text", [NEWS, "\u202bعنوان\u202c\r\nنصّ 🇷🇺\r\n\r\n", "  فراغ\u00a0 \n", "a\rb\x85c\u2028د"])
def test_a_text_file_is_read_to_the_letter(text: str, tmp_path: Path) -> None:
    path = tmp_path / "نشرة.الأولى.txt"
    path.write_bytes(text.encode())
    assert articles(path) == [Article(text=text, id="نشرة.الأولى")]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + NEWS.encode())
    (tmp_path / "b.jsonl").write_bytes(b"\xef\xbb\xbf" + json.dumps({"text": NEWS, "id": "b"}).encode())
    (tmp_path / "c.csv").write_bytes(b"\xef\xbb\xbf" + f'text,id\r\n"{NEWS}",c\r\n'.encode())
    found = articles(tmp_path / "a.txt", tmp_path / "b.jsonl", tmp_path / "c.csv")
    assert [(a.id, a.text) for a in found] == [("a", NEWS), ("b", NEWS), ("c", NEWS)]


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".xz", lzma.compress)])
def test_packed_files(suffix: str, pack: type, tmp_path: Path) -> None:
    text, table = tmp_path / f"a.txt{suffix}", tmp_path / f"b.CSV{suffix}"
    text.write_bytes(pack(NEWS.encode()))  # type: ignore[call-arg]
    table.write_bytes(pack(f'id,text\nb,"{NEWS}"\n'.encode()))  # type: ignore[call-arg]
    assert [(a.id, a.text) for a in articles(text, table)] == [("a", NEWS), ("b", NEWS)]


def test_columns(tmp_path: Path) -> None:
    row = {
        "text": NEWS,
        "id": 7,
        "title": "عنوان",
        "date": "2018-04-11T08:30:00Z",
        "source": " ",
        "url": "u",
        "x": 1,
    }
    path = lines(tmp_path / "a.jsonl", row)
    expected = Article(text=NEWS, id="7", title="عنوان", published="2018-04-11", url="u")
    assert articles(path) == [expected]


def test_columns_of_other_names(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"body": NEWS, "text": "ملخص", "day": "2018-04-11", "id": "a"})
    (found,) = articles(path, columns={"text": "body", "published": "day"})
    assert (found.text, found.published) == (NEWS, "2018-04-11")


def test_the_date_given_is_for_articles_without_one(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": NEWS, "id": "a"}, {"text": NEWS, "id": "b", "date": "2018-04-11"})
    assert [a.published for a in articles(path, published="2024-05-16")] == ["2024-05-16", "2018-04-11"]


def test_an_article_without_an_id_gets_one_of_its_text(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": NEWS}, {"text": "خبر آخر"})
    one, other = articles(path)
    assert one.id != other.id
    assert articles(path)[0].id == one.id


def test_lines_that_fail_leave_the_others(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "a.jsonl",
        {"text": NEWS, "id": "1"},
        '{"text": ',
        "",
        {"id": "4"},
        {"text": " \n", "id": "5"},
        {"text": NEWS, "id": "1"},
        {"text": NEWS, "id": "8", "date": "2018-02-30"},
        [1],
        {"text": 10, "id": "10"},
        "[" * 100_000,
        {"text": NEWS, "id": "12"},
    )
    found = outcomes(path)
    assert [item.partition(":")[0] if item.startswith("a.jsonl") else item for item in found] == [
        "1",
        *["a.jsonl"] * 5,
        "8",
        *["a.jsonl"] * 3,
        "12",
    ]
    for item, told in zip(
        found[1:-1],
        [
            "2: not JSON",
            "4: no column 'text'; there is 'id'",
            "5: the article is empty",
            "6: the id '1' was already used",
            "7: '2018-02-30' is no date that can be read",
            "8",
            "8: not a JSON object",
            "9: the text is no string but int",
            "10: not JSON",
        ],
        strict=True,
    ):
        assert item.startswith((f"a.jsonl:{told}", told))


def test_half_characters_in_json_are_replaced_one_for_one(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", '{"id": "a", "text": "بو\\ud800تين", "title": "\\udfff"}')
    (found,) = articles(path)
    assert (found.text, found.title) == ("بو\ufffdتين", "\ufffd")


def test_bytes_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    text, table, rows = tmp_path / "a.txt", tmp_path / "b.jsonl", tmp_path / "c.csv"
    text.write_bytes("أعلن".encode() + b"\xc7\xe1")
    table.write_bytes(b'{"text": "\xe3\xe6"}\n' + json.dumps({"text": NEWS, "id": "b"}).encode())
    rows.write_bytes("text,id\nأ,1\n".encode() + b"\xe3\xe6,2\n" + "ب,3\n".encode())
    assert outcomes(text) == ["a.txt: not UTF-8: byte 0xc7 at position 8; save it as UTF-8"]
    assert outcomes(table) == ["b.jsonl:1: not UTF-8: byte 0xe3 at position 10; save it as UTF-8", "b"]
    assert outcomes(rows) == ["1", "c.csv:3: not UTF-8: byte 0xe3 at position 0; save it as UTF-8", "3"]


def test_csv_cells_of_any_size_and_several_lines(tmp_path: Path) -> None:
    long = 'كلمة، "قول"\n' * 50_000
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["id", "text"], ["1", long], [], ["2", ""], ["3"], ["4", NEWS]])
    assert articles(lines(tmp_path / "b.jsonl", {"id": "1", "text": long}))[0].text == long
    found = list(read_articles([path]))
    assert isinstance(found[0], Article)
    assert found[0].text == long
    where = [f"{path}:{50_000 + n}" for n in (4, 5)]
    assert found[1:3] == [
        InputFailure(where[0], "the article is empty"),
        InputFailure(where[1], "1 cells where the header has 2"),
    ]
    assert isinstance(found[3], Article)


def test_a_table_without_the_column_fails_once(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.csv", "id,story", "1,خبر", "2,خبر")
    assert outcomes(path) == ["a.csv:1: no column 'text'; there is 'id', 'story'"]
    assert len(articles(path, columns={"text": "story"})) == 2


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_tables_of_any_country(between: str, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.csv", f"id{between}text", f'1{between}"{NEWS}"')
    assert [(a.id, a.text) for a in articles(path)] == [("1", NEWS)]


def test_a_quotation_mark_left_open_swallows_no_articles_in_silence(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.csv", "id,text", "1,خبر", '2,"خبر', "3,خبر")
    assert outcomes(path) == ["1", "a.csv:3: not CSV: unexpected end of data"]


def test_folders_in_each_other_have_no_bottom(tmp_path: Path) -> None:
    folders = [tmp_path / "a"]
    while len(folders) < 1_200:
        folders.append(folders[-1] / "a")
    for folder in folders:
        folder.mkdir()
    try:
        for folder in (folders[0], folders[-1]):
            (folder / "b.txt").write_text("قال الوزير ذلك.", "utf-8")
        found = [item for item in read_articles([tmp_path]) if isinstance(item, Article)]
        assert [item.id for item in found] == [f"{'a/' * 1_200}b", "a/b"]
        result = subprocess.run([sys.executable, "-m", "arner.cli", "extract", str(tmp_path)], capture_output=True)
        assert (result.returncode, result.stdout.count(b"\n")) == (0, 2), result.stderr
    finally:
        for folder in reversed(folders):  # too deep for what tidies up after tests
            (folder / "b.txt").unlink(missing_ok=True)
            folder.rmdir()


def test_folders_hold_files_of_every_kind(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.txt", "sub/b.txt", ".hidden.txt", "photo.jpg", "sub/.git/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(NEWS, encoding="utf-8")
    lines(tmp_path / "rows.jsonl", {"text": NEWS, "id": "r"})
    lines(tmp_path / "made.jsonl", first().model_dump(mode="json"))
    found = outcomes(tmp_path)
    assert [item for item in found if ":" not in item] == ["b", "r", "sub/a", "sub/b"]
    assert [item.partition(": ")[2] for item in found if ":" in item] == [
        "left out: these are records that arner wrote, no articles",
        "1 files of kinds that are not read were left out: .jpg",
    ]


def test_files_that_are_not_there_or_not_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.doc").write_bytes(b"PK")
    (tmp_path / "b.jsonl").write_bytes(b"\n")
    (tmp_path / "c.csv").write_bytes(b"")
    (tmp_path / "d.txt").write_bytes(b"")
    whole = lzma.compress(NEWS.encode() * 1000)
    (tmp_path / "e.txt.xz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "f.txt.gz").write_bytes(NEWS.encode())
    problems = {
        "none.txt": "no such file",
        "none": "no such file",
        "empty": "the folder holds no file that is read",
        "a.doc": "not a kind of file that is read (.txt, ",
        "b.jsonl": "the file holds no article",
        "c.csv": "the file holds no article",
        "d.txt": "the article is empty",
        "e.txt.xz": "cannot be unpacked: ",
        "f.txt.gz": "cannot be unpacked: ",
    }
    found = list(read_articles(tmp_path / name for name in problems))
    for (name, problem), item in zip(problems.items(), found, strict=True):
        assert str(item).startswith(f"{tmp_path / name}: {problem}")


def test_reading_is_lazy(tmp_path: Path) -> None:
    def paths() -> Iterator[Path]:
        yield lines(tmp_path / "a.jsonl", {"text": NEWS}, '{"')
        raise AssertionError("read ahead")

    assert isinstance(next(read_articles(paths())), Article)


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        (json.dumps({"text": NEWS, "id": "1"}) + "\r\n" + json.dumps({"text": NEWS, "id": "2"}), ["1", "2"]),
        (NEWS, ["text-"]),
        ("", ["-: the article is empty"]),
    ],
)
def test_standard_input(given: str, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="ascii"))
    found = outcomes("-")
    assert len(found) == len(ids)
    assert all(item.startswith(start) for item, start in zip(found, ids, strict=True))


def test_records_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl.gz"
    shifted = first().model_dump() | {"id": "x", "text": "نص آخر"}
    rows = [
        first().model_dump_json(),
        second().model_dump_json(),
        first().model_dump_json(),
        json.dumps(shifted),
        json.dumps({"schema_version": "2.0"}),
        json.dumps({"schema_version": "0.3"}),
        json.dumps({"id": "y"}),
    ]
    path.write_bytes(gzip.compress("\n".join(rows).encode()))
    found = list(read_records([path]))
    assert found[:2] == [first(), second()]
    problems = [item.problem for item in found[2:] if isinstance(item, InputFailure)]
    assert problems[0] == "the id 'sochi' was already used"
    assert "span 0:6 is not" in problems[1]
    assert problems[2:] == [
        "a record of schema 2.0, where 1.x is read: a newer arner wrote it: update this one",
        "a record of schema 0.3, where 1.x is read: read the articles again with this arner",
        "not a record: text: Field required",
    ]
    assert not [item for item in found[2:] if isinstance(item, ArticleRecord)]


def test_fields_of_a_later_version_are_left_out_and_named_once_a_file(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    rows = []
    for record in (first(), second()):
        row = record.model_dump(mode="json")
        row |= {"schema_version": "1.9", "mood": "calm"}
        row["meetings"][0]["participants"][0]["seat"] = {"left": [1]}
        rows.append(json.dumps(row))
    path.write_text("\n".join(rows), encoding="utf-8")
    told: list[str] = []
    later = {"schema_version": "1.9"}
    assert list(read_records([path], told.append)) == [r.model_copy(update=later) for r in (first(), second())]
    assert [message.partition(" field ")[2].partition(";")[0] for message in told] == [
        "meetings.participants.seat",
        "mood",
    ]
    assert all(message.startswith(f"{path}:1: ") for message in told)
    with pytest.warns(UnknownField, match="does not know the field"):
        list(read_records([path]))


def test_records_of_schema_1_0_are_read(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    row = first().model_dump(mode="json", exclude_none=True)
    row["schema_version"] = "1.0"
    for name in ("agreements", "appointments", "events"):
        del row[name]
    path.write_text(json.dumps(row), encoding="utf-8")
    (record,) = read_records([path])
    assert record == first().model_copy(update={"schema_version": "1.0"})


def test_a_file_without_records_is_no_success(tmp_path: Path) -> None:
    path = lines(tmp_path / "r.jsonl")
    assert list(read_records([path])) == [InputFailure(str(path), "the file holds no record")]
