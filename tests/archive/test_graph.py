"""The graph of an archive is the graph of its records, and so is every part and file of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from arner.archive import graph as stored
from arner.archive import open_archive
from arner.archive.graph import StoredGraph, TooLarge, stored_graph
from arner.cli.app import app
from arner.graph.build import build_graph
from arner.graph.formats import write_graph
from arner.graph.views import PROJECTIONS, overview, project, select, view_of
from arner.linking.links import link
from arner.records import ArticleRecord
from tests.linking.made import corpora
from tests.linking.test_reprints import printed
from tests.samples import first, second, signed, signing

SAMPLES = [first(), second(), signing(), signed(), *printed()]


@contextmanager
def kept(records: list[ArticleRecord], **part: Any) -> Iterator[StoredGraph]:
    with TemporaryDirectory() as folder, open_archive(folder, create=True) as archive:
        archive.add(records)
        archive.link()
        with stored_graph(archive, **part) as graph:
            yield graph


def content(graph: nx.Graph | StoredGraph) -> tuple[list[Any], list[Any]]:
    directed = graph.is_directed()
    edges = [(*((a, b) if directed else sorted((a, b))), data) for a, b, data in graph.edges(data=True)]
    return sorted(graph.nodes(data=True)), sorted(edges, key=lambda edge: (*edge[:2], str(sorted(edge[2].items()))))


@settings(max_examples=20, deadline=None)
@given(corpora())
def test_an_archive_has_the_graph_of_its_records(records: list[ArticleRecord]) -> None:
    graph = build_graph(records)
    with kept(records) as found:
        assert content(found) == content(graph)
        assert list(found) == list(graph)
        assert list(found.edges(keys=True)) == list(graph.edges(keys=True))


def test_reprints_and_judgements_of_names_are_the_same_on_disk() -> None:
    with kept(SAMPLES) as found:
        assert content(found) == content(build_graph(SAMPLES))


VIEWS: dict[str, tuple[Callable[[nx.MultiDiGraph], nx.Graph], Callable[[StoredGraph], None]]] = {
    "overview": (overview, StoredGraph.overview),
    "statements as nodes": (lambda g: overview(g, statements=True), lambda s: s.overview(statements=True)),
    "with all": (
        lambda g: overview(g, described=True, articles=True),
        lambda s: s.overview(described=True, articles=True),
    ),
    "without media": (lambda g: overview(g, media=False), lambda s: s.overview(media=False)),
    "people twice": (lambda g: select(g, {"person"}, 2), lambda s: s.select({"person"}, 2)),
    "whatever is told twice": (lambda g: select(g, (), 2), lambda s: s.select((), 2)),
}
VIEWS |= {p: (lambda g, p=p: project(g, p), lambda s, p=p: s.project(view_of(p))) for p in PROJECTIONS}


@pytest.mark.parametrize("view", VIEWS)
def test_a_part_is_the_same_on_disk(view: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "_TELL", 2)
    in_memory, on_disk = VIEWS[view]
    with kept(SAMPLES) as found:
        on_disk(found)
        assert content(found) == content(in_memory(build_graph(SAMPLES)))


@settings(max_examples=15, deadline=None)
@given(corpora(), st.sampled_from(sorted(VIEWS)))
def test_a_part_of_any_records_is_the_same_on_disk(records: list[ArticleRecord], view: str) -> None:
    in_memory, on_disk = VIEWS[view]
    with kept(records) as found:
        on_disk(found)
        assert content(found) == content(in_memory(build_graph(records)))


@pytest.mark.parametrize("suffix", [".graphml", ".gexf", ".csv", ".parquet", ".neo4j", ".json", ".cyjs"])
def test_a_file_is_the_same_from_disk(suffix: str, tmp_path: Path) -> None:
    write_graph(build_graph(SAMPLES), tmp_path / f"memory{suffix}")
    with kept(SAMPLES) as found:
        write_graph(found, tmp_path / f"disk{suffix}")
    written = {path: path.read_bytes() for path in tmp_path.rglob("memory*") if path.is_file()}
    written |= {path: path.read_bytes() for path in (tmp_path / f"memory{suffix}").glob("*")}
    assert written
    for path, content in written.items():
        assert Path(str(path).replace("memory", "disk")).read_bytes() == content


def test_a_part_in_time_keeps_ids_and_names() -> None:
    records = [first(), second()]
    with kept(records, since="2019-03-01", until="2019-03-31") as found:
        assert content(found) == content(build_graph(records[:1], link(records)))


def test_several_processes_tell_the_same() -> None:
    with kept(SAMPLES, jobs=2) as found:
        assert content(found) == content(build_graph(SAMPLES))


def test_what_does_not_fit_is_said() -> None:
    with kept(SAMPLES) as found:
        assert content(found.networkx()) == content(build_graph(SAMPLES))
        with pytest.raises(TooLarge, match="at most 10"):
            found.networkx(most=10)


@pytest.mark.parametrize("options", [[], ["--project", "meetings"], ["--labels", "en", "--min-count", "2"]])
def test_the_command_draws_an_archive_as_its_records(options: list[str], tmp_path: Path) -> None:
    records, archive = tmp_path / "records.jsonl", tmp_path / "store"
    records.write_text("".join(record.model_dump_json() + "\n" for record in SAMPLES), encoding="utf-8")
    run = CliRunner()
    assert run.invoke(app, ["link", str(records), "--into", str(archive)]).exit_code == 0
    for source in (records, archive):
        out, links = tmp_path / f"{source.stem}.graphml", tmp_path / f"{source.stem}.links"
        result = run.invoke(app, ["graph", str(source), "-o", str(out), "--links", str(links), *options])
        assert result.exit_code == 0, result.output
    one, other = (nx.read_graphml(tmp_path / f"{stem}.graphml", force_multigraph=True) for stem in ("records", "store"))
    assert content(one) == content(other)
    assert (tmp_path / "records.links").read_text() == (tmp_path / "store.links").read_text()
