"""Labels in one language, for drawing: Arabic, English where there is an English name, or Latin letters throughout.

    relabel(graph, "latin")    # سيرغي لافروف → Sergey Lavrov; talks: سيرغي لافروف → Talks: Sergey Lavrov

`name` and all other attributes stay what the articles say.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any, Literal, get_args

import networkx as nx

from arner.entities.latin import by_rule, by_words, name_latin
from arner.events import BY_ID, Relation
from arner.lexicon import cached

Language = Literal["ar", "en", "latin"]
LANGUAGES: tuple[str, ...] = get_args(Language)
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")


def relabel(graph: nx.Graph, language: Language) -> None:
    """Write the `label` of every node and edge of a graph of `build_graph`, `overview` or `project` in one language.

    `ar`: names, kinds of event and edges in Arabic. `en`: kinds and edges in English, names in Latin letters where the
    articles' people, states and bodies are known by one. `latin`: these, and every other Arabic word transliterated.
    """
    for node, data in graph.nodes(data=True):
        if data["type"] not in BY_ID:
            data["label"] = _node(str(node), data, language)
    for node, data in graph.nodes(data=True):  # which are called by who takes part
        if relation := BY_ID.get(data["type"]):
            data["label"] = _event(graph, node, relation, language)
    for *_, data in graph.edges(data=True):
        data["label"] = _edge(data, language)


def _node(node: str, data: dict[str, Any], language: str) -> str:
    name = str(data["name"])
    match data["type"]:
        case "statement":
            act, content = str(data["act"]).replace("_", " "), name.partition(": ")[2]
            return {"ar": name, "en": f"{act}: {content}"}.get(language, act)
        case "article" if language == "latin":
            return " ".join(filter(None, (data.get("published"), node.partition(":")[2])))
    if language == "ar":
        return name
    if known := data.get("name_en") or data.get("name_latin"):
        return str(known)
    return _transliterated(name, person=data["type"] == "person") if language == "latin" else name


def _event(graph: nx.Graph, node: str, relation: Relation, language: str) -> str:
    """As «Talks: Sergey Lavrov, Adel al-Jubeir»: its kind, and who takes part, the most told first."""
    data = graph.nodes[node]
    words = relation.ar if language == "ar" else relation.en
    kind = words.kinds.get(data["kind"], str(data["kind"]))
    edges = graph.in_edges(node, data=True) if graph.is_directed() else ()
    told = {
        (-edge["articles"], str(graph.nodes[who]["label"]))
        for who, _, edge in edges
        if edge["type"] == "takes_part" and relation.chief(edge["role"])
    }
    comma = "، " if language == "ar" else ", "
    names = comma.join(name for _, name in sorted(told))
    return f"{kind}: {names}" if names else kind


def _edge(data: dict[str, Any], language: str) -> str:
    type_ = str(data["type"])
    if language == "ar":
        return str(data.get("title") or _arabic().get(type_, type_))
    return type_.replace("_", " ")


def _transliterated(name: str, person: bool) -> str:
    """`name` in Latin letters; what is Latin in it stays."""
    latin, _ = name_latin(name) if person else by_words(name)
    return _ARABIC.sub(lambda found: by_rule(found.group()), latin or name)


@cached
def _arabic() -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(files("arner.graph").joinpath("labels.toml").read_text("utf-8"))["ar"]
    return found
