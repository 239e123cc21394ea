"""README and docs: every snippet runs as it is printed, in the order of its page; the site builds without a warning."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from typer.testing import CliRunner

import arner
from arner.cli.app import app
from tests.samples import FIRST

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
_FENCE = re.compile(r'^```(\w*)(?: title="([^"]+)")?\n(.*?)^```$', re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^ {4}(arner \S.*?)(?: {2,}.*)?$", re.MULTILINE)  # two spaces: what it does, in words
_SYNOPSIS = re.compile(r"[A-Z]{3,}|\||\.\.\.")  # arner extract ARTICLE...: a form, not a command
# What a judgement says of this version's reading a later version may read rightly by itself.
_NEEDLESS = re.compile(r"arner: (.* fits (nothing in the records|more than one: .*)|.* records added, .*)\n")
_MACHINE = re.compile(r"venv|pip install")  # README's two commands, which CI runs
Files = dict[str, str]


def snippets(page: Path) -> Iterator[tuple[str, str | None, str]]:
    """Language, name of the file to be written, text, in the order of the page; with indented commands."""
    text = page.read_text(encoding="utf-8")
    found = [(m.start(), (m[1], m[2], m[3])) for m in _FENCE.finditer(text)]
    outside = _FENCE.sub(lambda m: " " * len(m[0]), text)
    found += [(m.start(), ("sh", None, m[1])) for m in _COMMAND.finditer(outside) if not _SYNOPSIS.search(m[1])]
    return (snippet for _, snippet in sorted(found))


@pytest.fixture(scope="session")
def given(nlp: arner.Pipeline) -> tuple[list[arner.ArticleRecord], Files]:
    """What pages speak of without making it: records, and files with them, an article, a folder of articles."""
    article = (ROOT / "data/fixtures/xi-putin-beijing.txt").read_text(encoding="utf-8")
    records = [nlp(arner.Article(id="article", text=article, published="2024-05-16"))]
    lines = "".join(f"{record.model_dump_json()}\n" for record in records)
    return records, {"records.jsonl": lines, "article.txt": article, "articles/a.txt": FIRST, "archive/a.txt": FIRST}


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "spark.md"], ids=lambda page: page.name)
def test_every_snippet_runs(
    page: Path,
    given: tuple[list[arner.ArticleRecord], Files],
    nlp: arner.Pipeline,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    records, files = given
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for name, text in files.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    # What a page's first snippet may use: what the snippets of README have made.
    names: dict[str, Any] = {
        "arner": arner,
        "nlp": nlp,
        "records": records,
        "record": records[0],
        "graph": arner.build_graph(records),
    }
    for language, file, text in snippets(page):
        if file:
            Path(file).write_text(text, encoding="utf-8")
        match language:
            case "python":
                exec(compile(text, str(page), "exec"), names)
            case "sh":
                for line in text.splitlines():
                    if not _MACHINE.search(line):
                        command, *arguments = shlex.split(line, comments=True)
                        assert command == "arner"
                        result = CliRunner().invoke(app, arguments)
                        assert (result.exit_code, _NEEDLESS.sub("", result.stderr)) == (0, ""), line
            case "toml":
                tomllib.loads(text)
            case "json":
                json.loads(text)
            case _:
                assert file, f"a snippet of {page.name} that nothing runs: {text[:80]}"


def test_the_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for cell in json.loads((ROOT / "docs/tutorial.ipynb").read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), "tutorial.ipynb", "exec"), names)
    assert len(names["records"]) == 3
    assert set(names["tables"]["meetings"]["country"]) == {"RU"}
    assert len(networkx.read_graphml("graph.graphml")) == len(names["graph"])


def test_readme_claims_what_comes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for language, file, text in snippets(ROOT / "README.md"):
        if file:
            Path(file).write_text(text, encoding="utf-8")
        elif language == "python":
            exec(compile(text, "README.md", "exec"), names)
    (meeting,) = names["meetings"].to_dict("records")
    assert (meeting["participants"], meeting["date_start"]) == ("فلاديمير بوتين | شي جين بينغ", "2024-05-16")
    assert capsys.readouterr().out.startswith("meeting 2024-05-16 ['فلاديمير بوتين', 'شي جين بينغ']")
    assert len(networkx.read_graphml("graph.graphml")) > 4


def test_the_site_builds_and_has_every_field(tmp_path: Path) -> None:
    build(load_config(str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(tmp_path)))
    reference = (tmp_path / "reference.html").read_text(encoding="utf-8")
    assert "<td>None</td>" not in reference  # a field that nothing is said of
    for name in ("ArticleRecord", "MeetingPlace", "schema_version", "granularity", "call_for"):
        assert name in reference
    assert 'dir="rtl"' in (tmp_path / "ar.html").read_text(encoding="utf-8")
