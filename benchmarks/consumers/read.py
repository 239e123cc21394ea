"""What the programs that a graph is written for make of it: each reads the files and says how many nodes and edges.

    arner graph records.jsonl -o FOLDER/g.graphml      … and g.gexf g.csv g.xlsx g.parquet g.cyjs g.json g.ftm.jsonl
    python benchmarks/consumers/read.py FOLDER

Readers that are not installed are named. `readers.mjs` and `page.mjs` are for those in JavaScript, with sigma's page
drawn by Chromium (playwright); SocNetV is started with the file under a virtual display, its window kept as a picture.
"""

from __future__ import annotations

import importlib
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

Counts = tuple[object, ...]


def networkx(folder: Path) -> Counts:
    import networkx as nx

    graphml = nx.read_graphml(folder / "g.graphml", force_multigraph=True)
    gexf = nx.read_gexf(folder / "g.gexf")
    linked = nx.node_link_graph(json.loads((folder / "g.json").read_text("utf-8")), edges="edges")
    return tuple((len(g), g.number_of_edges()) for g in (graphml, gexf, linked))


def igraph(folder: Path) -> Counts:
    import igraph

    graph = igraph.Graph.Read_GraphML(str(folder / "g.graphml"))
    names = graph.vs["name"]
    return graph.vcount(), graph.ecount(), "names unique" if len(set(names)) == len(names) else "names are not unique"


def pandas(folder: Path) -> Counts:
    import pandas as pd

    nodes, edges = (pd.read_csv(folder / f"g.{part}.csv", encoding="utf-8-sig") for part in ("nodes", "edges"))
    known = set(nodes["Id"])
    return len(nodes), len(edges), "ends known" if {*edges["Source"], *edges["Target"]} <= known else "ends unknown"


def pyarrow(folder: Path) -> Counts:
    from pyarrow import parquet

    tables = [parquet.read_table(folder / f"g.{part}.parquet") for part in ("nodes", "edges")]
    lists = [field.name for field in tables[0].schema if str(field.type).startswith("list")]
    return *(table.num_rows for table in tables), f"{len(lists)} columns of lists"


def polars(folder: Path) -> Counts:
    import polars as pl

    return tuple(pl.read_parquet(folder / f"g.{part}.parquet").height for part in ("nodes", "edges"))


def openpyxl(folder: Path) -> Counts:
    from openpyxl import load_workbook

    return tuple(sum(1 for _ in sheet.rows) - 1 for sheet in load_workbook(folder / "g.xlsx"))


def followthemoney(folder: Path) -> Counts:
    """Every entity as its schema has it; all ends of relations are there."""
    from followthemoney import model

    entities: dict[str, Any] = {}
    for line in (folder / "g.ftm.jsonl").read_text("utf-8").splitlines():
        proxy = model.get_proxy(json.loads(line), cleaned=False)
        model.get(proxy.schema.name).validate(json.loads(line))
        entities[proxy.id] = proxy
    ends = [v for e in entities.values() for p, v in e.itervalues() if p.type.name == "entity"]
    return len(entities), "ends known" if set(ends) <= entities.keys() else "ends unknown"


def sigma(folder: Path) -> Counts:
    """`page.js`, the bundle of page.mjs, must lie in the folder."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--enable-unsafe-swiftshader"])
        page = browser.new_page(viewport={"width": 1200, "height": 800})
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.set_content('<div id="graph" style="width:1200px;height:800px"></div>')
        page.add_script_tag(path=folder / "page.js")
        drawn = page.evaluate("xml => draw(xml)", (folder / "g.gexf").read_text("utf-8"))
        page.wait_for_timeout(2000)
        page.screenshot(path=folder / "sigma.png")
        browser.close()
    return (*drawn, *problems)


def socnetv(folder: Path) -> Counts:
    """Started with the file; its window is kept as socnetv.png."""
    display = ":77"
    screen = subprocess.Popen(["Xvfb", display, "-screen", "0", "1400x900x24"], stderr=subprocess.DEVNULL)
    time.sleep(2)
    shown = subprocess.Popen(
        ["socnetv", str(folder / "g.graphml")], env={"DISPLAY": display, "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    )
    time.sleep(15)
    for _ in range(2):  # which encoding: UTF-8; what was read: fine
        subprocess.run(["xdotool", "key", "Return"], env={"DISPLAY": display, "PATH": "/usr/bin:/bin"}, check=False)
        time.sleep(15)
    state = "closed" if shown.poll() is not None else "open"
    subprocess.run(["import", "-display", display, "-window", "root", folder / "socnetv.png"], check=False)
    for process in (shown, screen):
        process.terminate()
        process.wait()
    return (state,)


READERS: tuple[Callable[[Path], Counts], ...] = (
    networkx, igraph, pandas, pyarrow, polars, openpyxl, followthemoney, sigma, socnetv,
)  # fmt: skip


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    wanted = sys.argv[2:]
    for reader in READERS:
        name = reader.__name__
        if wanted and name not in wanted:
            continue
        try:
            counts = reader(folder)
        except (ImportError, FileNotFoundError) as error:
            print(f"{name}: not installed ({error})")
            continue
        try:
            importlib.import_module(name)
            name = f"{name} {version(name)}"
        except ImportError:
            pass
        print(f"{name}: {counts}")


if __name__ == "__main__":
    main()
