"""The command line: what goes where, and the exit status."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from typer.testing import CliRunner

import arner
from arner import extraction
from arner.cli.app import app
from arner.events import BY_ID
from arner.graph.formats import SUFFIXES
from arner.graph.views import PROJECTIONS
from arner.rows import TABLES
from tests.faults import RAISE, pipeline
from tests.samples import first, second, signed, signing

FIXTURE = Path(__file__).parent.parent / "data" / "fixtures" / "xi-putin-beijing.txt"
NEWS = "أعلنت موسكو الخبر."  # "Moscow announced the news."


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Runs a command in an empty folder, with the pipeline that fails on demand."""
    monkeypatch.setattr(extraction, "_pipeline", pipeline)
    monkeypatch.chdir(tmp_path)
    return lambda *args, **more: CliRunner().invoke(app, [str(a) for a in args], **more)


def write(name: str, text: str = NEWS) -> Path:
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def records(run: Any) -> Path:
    lines = [first().model_dump_json(), second().model_dump_json()]
    return write("records.jsonl", "\n".join(lines) + "\n")


def ids(text: str) -> list[str]:
    return [json.loads(line)["id"] for line in text.splitlines()]


def names() -> list[str]:
    return sorted(p.name for p in Path().iterdir())


def test_records_go_to_standard_output_and_nothing_else_does(run: Any) -> None:
    result = run("extract", write("a.txt"), write("b.txt"))
    assert (result.exit_code, ids(result.stdout), result.stderr) == (0, ["a", "b"], "")


def test_records_go_to_a_file(run: Any) -> None:
    result = run("extract", write("a.txt"), "-o", "records.jsonl", "--published", "2024-05-16")
    assert (result.exit_code, result.output) == (0, "")
    (record,) = map(json.loads, Path("records.jsonl").read_text("utf-8").splitlines())
    assert (record["id"], record["text"], record["published"]) == ("a", NEWS, "2024-05-16")


def test_standard_input(run: Any) -> None:
    result = run("extract", "-", input=json.dumps({"story": NEWS, "id": "x"}), catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (
        1,
        "arner: -:1: no column 'text'; there is 'story', 'id'\narner: 0 records, 1 failed\n",
    )
    result = run("extract", "-", "--column", "text=story", input=json.dumps({"story": NEWS, "id": "x"}))
    assert (result.exit_code, ids(result.stdout)) == (0, ["x"])


def test_what_fails_is_listed_and_the_others_are_done(run: Any) -> None:
    write("a.txt")
    write("b.txt", f"{RAISE} في المقال")
    write("c.jsonl", '{"id": "c"\n' + json.dumps({"id": "d", "text": NEWS}))
    result = run("extract", "a.txt", "b.txt", "none.txt", "c.jsonl", "--failures", "failed.jsonl", "-o", "out.jsonl")
    assert result.exit_code == 1
    assert ids(Path("out.jsonl").read_text("utf-8")) == ["a", "d"]
    failed = [json.loads(line) for line in Path("failed.jsonl").read_text("utf-8").splitlines()]
    assert {f["where"] for f in failed} == {"b", "none.txt", "c.jsonl:1"}
    assert all(f"{f['where']}: {f['problem']}" in result.stderr for f in failed)
    assert result.stderr.endswith("2 records, 3 failed\n")


def test_many_failures_do_not_flood_the_screen(run: Any) -> None:
    write("a.jsonl", "{\n" * 100)
    result = run("extract", "a.jsonl", "--failures", "failed.jsonl")
    assert result.stderr.count("\n") < 30
    assert len(Path("failed.jsonl").read_text("utf-8").splitlines()) == 100


def test_an_older_output_stays_when_nothing_comes_out(run: Any) -> None:
    older = write("out.jsonl", "older")
    assert run("extract", "none.txt", "-o", older).exit_code == 1
    assert older.read_text("utf-8") == "older"
    assert names() == ["out.jsonl"]


def test_an_older_output_stays_when_interrupted(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object) -> Any:
        yield first().model_dump_json()
        raise KeyboardInterrupt

    monkeypatch.setattr(extraction, "extract", interrupted)
    older = write("out.jsonl", "older")
    result = run("extract", write("a.txt"), "-o", older)
    assert (result.exit_code, "1 records are kept in" in result.stderr) == (130, True)
    assert older.read_text("utf-8") == "older"
    assert names() == ["a.txt", "out.jsonl", "out.jsonl.part", "out.jsonl.run"]


def test_a_text_without_arabic_is_warned_of(run: Any) -> None:
    result = run("extract", write("a.txt", "Putin met Xi."))
    assert (result.exit_code, ids(result.stdout)) == (0, ["a"])
    assert (
        result.stderr
        == "arner: warning: a.txt: the text is in another language, not Standard Arabic; its record may be wrong\n"
    )


@pytest.mark.parametrize(
    "args",
    [
        ["extract"],
        ["extract", "a.txt", "--published", "16/5/2024"],
        ["extract", "a.txt", "--column", "text"],
        ["extract", "a.txt", "--column", "texts=body"],
        ["extract", "a.txt", "--jobs", "0"],
        ["extract", "a.txt", "--model", "none"],
        ["extract", "a.txt", "--model", "."],
        ["extract", "a.txt", "-o", "a.txt"],
        ["extract", "a.txt", "-o", "out", "--failures", "./out"],
        ["extract", "a.txt", "-o", "none/out.jsonl"],
        ["extract", "a.txt", "-o", "."],
        ["extract", "a.txt", "-o", "out", "--failures", "none/failed.jsonl"],
        ["graph", "records.jsonl"],
        ["graph", "records.jsonl", "-o", "none/x.graphml"],
        ["graph", "records.jsonl", "-o", "records.jsonl"],
        ["report", "records.jsonl"],
        ["report", "records.jsonl", "-o", "none/x.html"],
        ["report", "records.jsonl", "-o", "records.jsonl"],
        ["table", "articles", "records.jsonl"],
        ["model", "info", "none"],
        ["unknown"],
    ],
)
def test_usage_errors(args: list[str], run: Any, records: Path) -> None:
    write("a.txt")
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert "Traceback" not in result.stderr
    assert names() == ["a.txt", "records.jsonl"]


def test_a_device_is_no_file_to_replace(run: Any) -> None:
    assert run("extract", write("a.txt"), "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def named(path: str | Path) -> dict[str, dict[str, Any]]:
    """The nodes of a GraphML file by their names."""
    return {data["name"]: data for _, data in nx.read_graphml(path, force_multigraph=True).nodes(data=True)}


def test_graph(run: Any, records: Path) -> None:
    result = run("graph", records, "-o", "x.graphml")
    assert (result.exit_code, result.output) == (0, "")
    assert named("x.graphml")["سيرغي لافروف"]["articles"] == 2


def test_a_graph_comes_from_a_pipe_too(run: Any, records: Path) -> None:
    assert run("graph", "-", "-o", "x.graphml", input=records.read_bytes()).exit_code == 0
    assert named("x.graphml")["سيرغي لافروف"]["articles"] == 2


@pytest.mark.parametrize("output", ["x.gexf", "x.cyjs", "x.json", "x.ftm.jsonl"])
def test_a_graph_in_the_format_of_its_name(run: Any, records: Path, output: str) -> None:
    assert run("graph", records, "-o", output).exit_code == 0
    assert "سيرغي لافروف" in Path(output).read_text(encoding="utf-8")


def test_a_graph_in_several_formats_at_once(run: Any, records: Path) -> None:
    assert run("graph", records, "-o", "x.graphml", "-o", "x.gexf", "-o", "x.csv").exit_code == 0
    assert names() == ["records.jsonl", "x.edges.csv", "x.gexf", "x.graphml", "x.nodes.csv"]
    for alone in ("graphml", "gexf"):
        assert run("graph", records, "-o", f"y.{alone}").exit_code == 0
        assert Path(f"y.{alone}").read_bytes() == Path(f"x.{alone}").read_bytes()


def test_a_graph_as_tables(run: Any, records: Path) -> None:
    assert run("graph", records, "-o", "x.csv").exit_code == 0
    assert names() == ["records.jsonl", "x.edges.csv", "x.nodes.csv"]


def test_links_and_judgements(run: Any, records: Path) -> None:
    assert run("graph", records, "-o", "x.graphml", "--links", "links.jsonl").exit_code == 0
    links = [json.loads(line) for line in Path("links.jsonl").read_text("utf-8").splitlines()]
    assert len({x["entity"] for x in links if x["name"] == "سيرغي لافروف"}) == 1
    write("j.csv", "left,right,judgement\nsochi#p1,reuters#p1,different\n")
    assert run("graph", records, "-o", "x.json", "--judgements", "j.csv", "--links", "links.jsonl").exit_code == 0
    links = [json.loads(line) for line in Path("links.jsonl").read_text("utf-8").splitlines()]
    assert len({x["entity"] for x in links if x["name"] == "سيرغي لافروف"}) == 2


def test_a_judgement_on_nobody_is_a_mistake(run: Any, records: Path) -> None:
    write("j.csv", "left,right,judgement\nsochi#p1,nobody#p1,same\n")
    result = run("graph", records, "-o", "x.graphml", "--judgements", "j.csv")
    assert result.exit_code == 2
    assert "j.csv:2: 'nobody#p1'" in result.stderr
    assert not Path("x.graphml").exists()


def test_judgements_on_what_articles_tell(run: Any, records: Path) -> None:
    """`graph`, `report` and `table` leave it out, and name a judgement that fits nothing."""
    (told,) = first().meetings[0].evidence
    write(
        "j.csv",
        f"left,right,judgement\nsochi#meeting@{told.start}-{told.end},,not held\nsochi#person@90-91,,not a person\n",
    )
    warning = "arner: warning: j.csv:3: 'sochi#person@90-91' fits nothing in the records\n"

    def meetings(*options: str) -> int:
        result = run("graph", records, "-o", "x.json", *options)
        assert (result.exit_code, result.stderr) == (0, warning if options else "")
        return sum(node["type"] == "meeting" for node in json.loads(Path("x.json").read_text("utf-8"))["nodes"])

    assert meetings("--judgements", "j.csv") == meetings() - 1
    result = run("table", "meetings", records, "--linked", "--judgements", "j.csv")
    assert (result.exit_code, result.stderr, "sochi,m1" in result.stdout) == (0, warning, False)
    result = run("report", records, "--judgements", "j.csv", "-o", "x.html")
    assert (result.exit_code, result.stderr) == (0, warning)
    write("j.csv", "left,right,judgement\nsochi#m1,,not held\n")
    for command in (["graph"], ["report"], ["table", "meetings"]):
        out = "y.html" if command == ["report"] else "y.csv"
        result = run(*command, records, "-o", out, "--judgements", "j.csv")
        assert (result.exit_code, result.stderr.startswith("arner: j.csv:2: 'not held' is said of")) == (2, True)


def test_parts_of_a_graph(run: Any, records: Path) -> None:
    assert run("graph", records, "-o", "x.graphml", "--since", "2019-04-01").exit_code == 0
    assert named("x.graphml")["سيرغي لافروف"]["articles"] == 1
    assert run("graph", records, "-o", "x.graphml", "--until", "2019-03-31").exit_code == 0
    assert "عبدالفتاح السيسي" not in named("x.graphml")
    assert run("graph", records, "-o", "x.graphml", "--type", "person", "--min-count", 2).exit_code == 0
    assert set(named("x.graphml")) == {"سيرغي لافروف"}
    assert run("graph", records, "-o", "x.graphml", "--project", "meetings").exit_code == 0
    assert set(named("x.graphml")) == {"سيرغي لافروف", "عادل الجبير"}
    planned = ("--project", "meetings", "--status", "planned")
    assert run("graph", records, "-o", "x.graphml", *planned).exit_code == 0
    assert set(named("x.graphml")) == {"سيرغي لافروف", "عبدالفتاح السيسي"}


def test_a_graph_shows_the_rest_where_asked(run: Any, records: Path) -> None:
    def types(*options: str) -> set[str]:
        assert run("graph", records, "-o", "x.graphml", *options).exit_code == 0
        return {data["node_type"] for data in named("x.graphml").values()}

    assert types() == {"person", "country", "place", "meeting"}
    assert types("--statements", "nodes", "--described") == types() | {"statement", "described"}
    assert types("--articles") == types() | {"article", "organization"}
    assert "organization" not in types("--articles", "--no-media")  # the agency Reuters
    assert types("--type", "article", "--type", "person") == {"article", "person"}
    result = run("graph", records, "-o", "x.graphml", "--project", "meetings", "--statements", "nodes")
    assert (result.exit_code, result.stderr) == (2, "arner: --project meetings has no nodes for a statement\n")


def test_a_graph_is_labelled_measured_and_laid_out(run: Any, records: Path) -> None:
    assert run("graph", records, "-o", "x.graphml", "--labels", "latin", "--measures", "--positions").exit_code == 0
    lavrov = named("x.graphml")["سيرغي لافروف"]
    assert (lavrov["label"], lavrov["degree"], lavrov["community"]) == ("Sergey Lavrov", 3, 1)
    assert {type(lavrov[key]) for key in ("betweenness", "x", "y")} == {float}
    met = ("--project", "meetings", "--labels", "en", "--measures", "--positions")
    assert run("graph", records, "-o", "x.graphml", *met).exit_code == 0
    assert named("x.graphml")["سيرغي لافروف"]["degree"] == 1
    assert run("graph", records, "-o", "x.graphml", "--labels", "fr").exit_code == 2


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_projection_in_every_format(run: Any, records: Path, projection: str, suffix: str) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    with records.open("a", encoding="utf-8") as stream:
        stream.write(f"{signing().model_dump_json()}\n{signed().model_dump_json()}\n")
    result = run("graph", records, "-o", f"x{suffix}", "--project", projection)
    if suffix == ".ftm.jsonl":
        assert (result.exit_code, names()) == (2, ["records.jsonl"])
        assert "no projection" in result.stderr
    else:
        assert (result.exit_code, result.output) == (0, "")
        assert len(names()) > 1


def test_a_table_with_the_names_of_the_graph(run: Any, records: Path) -> None:
    def people(*options: object) -> list[tuple[str, str]]:
        result = run("table", "people", records, *options)
        assert result.exit_code == 0
        return [(row["name"], row["entity"]) for row in csv.DictReader(result.stdout.splitlines())]

    one, _, same, _ = people("--linked")
    assert one == same
    assert one[0] == "سيرغي لافروف"
    assert run("table", "people", records, "--linked", "-o", "x.json").exit_code == 0
    assert tuple(json.loads(Path("x.json").read_text("utf-8"))[2][key] for key in ("name", "entity")) == one
    write("j.csv", "left,right,judgement\nsochi#p1,reuters#p1,different\n")
    one, _, other, _ = people("--judgements", "j.csv")
    assert one[1] != other[1]
    write("j.csv", "left,right,judgement\nsochi#p1,nobody#p1,same\n")
    assert run("table", "people", records, "--judgements", "j.csv").exit_code == 2


def test_what_is_less_sure_can_be_left_out(run: Any) -> None:
    write("r.jsonl", signing().model_dump_json())
    for least, kinds in ((0, {"agreement", "appointment", "event"}), (0.7, {"agreement", "event"}), (0.9, {"event"})):
        assert run("graph", "r.jsonl", "-o", "x.graphml", "--min-confidence", least).exit_code == 0
        assert {data["node_type"] for data in named("x.graphml").values()} & set(BY_ID) == kinds
    assert len(run("table", "appointments", "r.jsonl", "--min-confidence", 0.7).stdout.splitlines()) == 1
    assert run("graph", "r.jsonl", "-o", "x.graphml", "--min-confidence", 2).exit_code == 2


def test_unknown_fields_are_named_once(run: Any, records: Path) -> None:
    lines = [json.dumps(json.loads(line) | {"mood": 1}) for line in records.read_text("utf-8").splitlines()]
    records.write_text("\n".join(lines), "utf-8")
    for command in (["graph", "-o", "x.graphml"], ["table", "people"], ["report", "-o", "x.html"]):
        result = run(*command, records)
        assert result.exit_code == 0
        assert result.stderr.startswith("arner: warning: ")
        assert result.stderr.count("mood") == 1


@pytest.mark.parametrize(
    "options",
    [
        ["-o", "x.docx"],
        ["-o", "x.json", "--since", "soon"],
        ["-o", "x", "--links", "x"],
        ["-o", "x.json", "-o", "x.json"],
        ["-o", "x.json", "-o", "./a/../x.json"],
        ["-o", "x.csv", "--links", "x.edges.csv"],
        ["-o", "x.json", "-o", "x.json/y.graphml"],
        ["-o", "y.graphml", "-o", "x.neo4j", "--links", "x.neo4j/nodes.csv"],
        ["-o", "x.ftm.jsonl", "-o", "x.graphml"],
        ["-o", "x.json", "--status", "held"],
        ["-o", "x.json", "--project", "agreements", "--status", "held"],
    ],
)
def test_a_graph_that_makes_no_sense(run: Any, records: Path, options: list[str]) -> None:
    assert run("graph", records, *options).exit_code == 2


def test_a_graph_of_what_can_be_read(run: Any, records: Path) -> None:
    with records.open("a", encoding="utf-8") as stream:
        stream.write("{}\n")
    result = run("graph", records, "none.jsonl", "-o", "x.graphml")
    assert result.exit_code == 1
    assert "records.jsonl:3: not a record" in result.stderr
    assert "none.jsonl: no such file" in result.stderr
    assert len(nx.read_graphml("x.graphml")) > 2
    assert run("graph", "none.jsonl", "-o", "y.graphml").exit_code == 1
    assert not Path("y.graphml").exists()


def test_a_report_of_what_can_be_read(run: Any, records: Path) -> None:
    result = run("report", records, "-o", "x.html")
    assert (result.exit_code, result.output) == (0, "")
    assert "سيرغي لافروف" in Path("x.html").read_text("utf-8")
    result = run("report", records, "none.jsonl", "-o", "x.html")
    assert (result.exit_code, result.stderr) == (1, "arner: none.jsonl: no such file\narner: 2 records, 1 failed\n")
    write("j.csv", "left,right,judgement\nsochi#p9,reuters#p1,same\n")
    result = run("report", records, "--judgements", "j.csv", "-o", "y.html")
    assert (result.exit_code, result.stderr.startswith("arner: j.csv:2: ")) == (2, True)
    assert run("report", "none.jsonl", "-o", "y.html").exit_code == 1
    assert not Path("y.html").exists()


def test_eval(run: Any, records: Path) -> None:
    Path("gold").mkdir()
    write("gold/sochi.json", '{"people": [{"name": "سيرغي لافروف"}, {"name": "فلان"}]}')
    write("gold/other.json", "{}")
    result = run("eval", "gold", records, "--details")
    assert result.exit_code == 0
    assert "people                  0.500  0.500  0.500   2\n" in result.stdout
    assert "sochi\tperson MISS\tفلان\n" in result.stdout
    assert result.stderr == "arner: no record for 1 articles: other\n"
    write("gold/other.json", "{")
    result = run("eval", "gold", records)
    assert (result.exit_code, "person MISS" in result.stdout) == (1, False)
    assert "other.json: not a gold file" in result.stderr
    result = run("eval", "none", records)
    assert (result.exit_code, result.stdout) == (1, "")


def test_a_table_for_excel(run: Any, records: Path) -> None:
    assert run("table", "people", records, "-o", "x.csv").exit_code == 0
    written = Path("x.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfarticle,")
    result = run("table", "people", records)
    assert result.stdout_bytes == written.removeprefix(b"\xef\xbb\xbf")


@pytest.mark.parametrize("kind", TABLES)
def test_every_table_has_a_command(kind: str, run: Any, records: Path) -> None:
    assert run("table", kind, records).stdout.startswith("article,")


def test_duplicates(run: Any) -> None:
    again = first().model_copy(update={"id": "again", "published": "2019-03-06", "source": "الجريدة"})
    write("records.jsonl", "".join(r.model_dump_json() + "\n" for r in (again, first(), second())))
    told = run("duplicates", "records.jsonl")
    assert told.stdout == "sochi\tagain\t1.00\t2019-03-06\tالجريدة\tلافروف يستقبل الجبير\n"


def test_schema(run: Any) -> None:
    assert json.loads(run("schema").stdout)["title"] == "ArticleRecord"


def test_models(run: Any) -> None:
    assert [line.split()[0] for line in run("model", "list").stdout.splitlines()] == ["bundled", "stanza"]
    assert json.loads(run("model", "info").stdout)["name"] == "bundled"


def test_a_download_that_fails_says_so(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from arner.ner import store

    def fail(resources_url: str | None) -> None:
        raise store.ModelError("no network")

    monkeypatch.setattr(store, "download", fail)
    result = run("model", "download")
    assert (result.exit_code, result.stderr) == (2, "arner: no network\n")


def test_version(run: Any) -> None:
    assert run("--version").stdout == f"arner {arner.__version__}\n"


def command(*args: object, **more: Any) -> subprocess.CompletedProcess[bytes]:
    code = "from arner.cli import main; main()"
    return subprocess.run([sys.executable, "-c", code, *map(str, args)], capture_output=True, check=False, **more)


def test_output_is_utf8_whatever_the_system_says(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(first().model_dump_json(), encoding="utf-8")
    env = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = command("table", "people", path, env=env)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "سيرغي لافروف" in result.stdout.decode("utf-8")


def test_an_article_to_a_graph_with_the_bundled_model(tmp_path: Path) -> None:
    records, output = tmp_path / "r.jsonl", tmp_path / "x.graphml"
    other = tmp_path / "other.txt"
    other.write_text("قال الرئيس الروسي فلاديمير بوتين ذلك في موسكو.", encoding="utf-8")
    options = ("--published", "2024-05-16", "--jobs", 2)
    result = command("extract", FIXTURE, other, "-o", records, *options)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    made = [arner.ArticleRecord.model_validate_json(line) for line in io.StringIO(records.read_text("utf-8"))]
    assert [r.id for r in made] == [FIXTURE.stem, "other"]
    assert made[0].text == FIXTURE.read_bytes().decode("utf-8")
    assert command("graph", records, "-o", output).returncode == 0
    assert named(output)["فلاديمير بوتين"]["articles"] == 2


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx", ".json", ".parquet", ".html"])
def test_a_table_is_written_as_its_name_says(run: Any, records: Path, suffix: str) -> None:
    assert run("table", "people", str(records), "-o", f"people{suffix}").exit_code == 0
    read: dict[str, Any] = {
        ".csv": pd.read_csv,
        ".tsv": partial(pd.read_csv, sep="\t"),
        ".xlsx": pd.read_excel,
        ".json": pd.read_json,
        ".parquet": pd.read_parquet,
        ".html": lambda path: pd.read_html(path)[0],
    }
    frame = read[suffix](f"people{suffix}")
    assert list(frame.columns)[:5] == ["article", "published", "source", "id", "name"]
    assert len(frame) > 0


def test_a_table_of_another_kind_is_refused(run: Any, records: Path) -> None:
    result = run("table", "people", str(records), "-o", "people.doc")
    assert result.exit_code == 2
    assert ".xlsx" in result.stderr


def test_init_writes_files_to_begin_with(run: Any) -> None:
    assert run("init", "mine").exit_code == 0
    text = write("a.txt", NEWS)
    assert run("extract", text, "--lexicon", "mine/lexicon.toml", "-o", "r.jsonl").exit_code == 0
    assert run("graph", "r.jsonl", "--judgements", "mine/judgements.csv", "-o", "g.graphml").exit_code == 0
    Path("mine/lexicon.toml").write_text("# kept\n", encoding="utf-8")
    result = run("init", "mine")
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path("mine/lexicon.toml").read_text(encoding="utf-8") == "# kept\n"


def test_every_entry_of_the_lexicon_to_begin_with_is_right(run: Any) -> None:
    from arner.starters import STARTERS

    lines = STARTERS["lexicon.toml"].splitlines()
    filled = [line.removeprefix("# ") for line in lines if re.match(r"# (\[\[|[a-z_]+ = )", line)]
    write("l.toml", "\n".join(filled))
    assert run("extract", write("a.txt", NEWS), "--lexicon", "l.toml").exit_code == 0


def test_articles_given_for_records_are_recognised(run: Any) -> None:
    result = run("report", write("a.jsonl", json.dumps({"text": NEWS, "id": "x"})), "-o", "r.html")
    assert result.exit_code == 1
    assert "this is an article; `arner extract` makes its record" in result.stderr
    assert not Path("r.html").exists()


def test_a_zone_that_is_none(run: Any) -> None:
    assert run("extract", write("a.txt", NEWS), "--timezone", "Mars/Base").exit_code == 2


def test_a_file_that_unpacks_to_gigabytes_costs_itself_only(run: Any) -> None:
    """Ten kilobytes of zeros, packed, are ten megabytes in one line."""
    Path("bomb.jsonl.gz").write_bytes(gzip.compress(b"a" * 10_000_000))
    Path("bomb.txt.gz").write_bytes(gzip.compress("قال ".encode() * 1_000_000))
    result = run("extract", "bomb.jsonl.gz", "bomb.txt.gz", write("a.txt"), "--largest", "2")
    assert (result.exit_code, ids(result.stdout)) == (1, ["a"])
    assert "bomb.jsonl.gz: over 2 MB without a line break" in result.stderr
    assert "bomb.txt.gz: over 2 MB in all" in result.stderr


def test_an_article_is_never_longer_than_told(run: Any) -> None:
    result = run("extract", write("a.txt", "قال " * 30), write("b.txt"), "--longest", "100")
    assert (result.exit_code, ids(result.stdout)) == (1, ["b"])
    assert "a.txt: 120 characters, over the 100 of an article; --longest" in result.stderr


@pytest.mark.parametrize("date", ["0101-01-01", "9999-12-31"])
def test_a_date_at_the_end_of_the_calendar_is_none(run: Any, date: str) -> None:
    """Databases write 9999-12-31 for «no date»; said yesterday, Monday; will meet next Tuesday."""
    text = "قال سالم أمس الاثنين إنه قوي. سيلتقي سالم الوزير الثلاثاء المقبل."
    result = run("extract", "-", input=json.dumps({"id": "x", "text": text, "date": date}))
    assert (result.exit_code, ids(result.stdout)) == (0, ["x"])


def test_a_resumed_run_needs_a_file(run: Any) -> None:
    assert run("extract", write("a.txt"), "--resume").exit_code == 2


@pytest.mark.parametrize(
    ("shell", "told"),
    [
        (">/dev/full", "No space left on device"),
        (">&-", "standard output is closed"),
        (">/dev/full 2>&-", None),
        (">&- 2>&-", None),
    ],
)
def test_what_stops_the_process_is_a_sentence(shell: str, told: str | None) -> None:
    command = f'"{sys.executable}" -c "from arner.cli import main; main()" schema {shell}'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, f"arner: {told}\n" if told else "")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interruption_while_the_command_line_loads_is_a_sentence() -> None:
    finder = "def find_spec(name, *_): name == 'typer' and signal.raise_signal(signal.SIGINT)"
    code = f"import signal, sys\nclass Finder:\n    {finder}\nsys.meta_path.insert(0, Finder)\n"
    code += "from arner.cli import main\nmain()"
    done = subprocess.run([sys.executable, "-c", code, "schema"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (-signal.SIGINT, "")
    assert done.stderr == "arner: interrupted before anything was done\n"


def test_a_fault_of_the_program_is_a_sentence_and_shown_in_development(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from arner.cli import app, main; app.app = lambda: 1 // 0; main()"
    for flags, lines in (([], 1), (["-X", "dev"], 8)):
        command = [sys.executable, *flags, "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode == 2) is not bool(flags)
        assert "ZeroDivisionError: integer division" in done.stderr
        assert (done.stderr.count("\n") == 1) is (lines == 1)


def test_a_pipe_is_written_to(run: Any, records: Path) -> None:
    command = f'"{sys.executable}" -m arner.cli graph records.jsonl -o x.graphml --links /dev/stdout | cat'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.stderr, json.loads(done.stdout.splitlines()[0])["article"]) == ("", "reuters")


def test_links_do_not_come_without_their_graph(run: Any, records: Path) -> None:
    Path("links.jsonl").write_text("older", encoding="utf-8")
    Path("x.graphml").mkdir()
    assert run("graph", records, "-o", "x.graphml", "--links", "links.jsonl").exit_code == 2
    assert Path("links.jsonl").read_text(encoding="utf-8") == "older"
