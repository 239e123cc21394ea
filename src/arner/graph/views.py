"""What analysts look at: an overview, parts of the graph, and its projections to who met whom and the like.

overview(graph)                       # who, what happened and where; who spoke about whom
met = project(graph, "meetings")       # who met whom
met.edges(data="weight")               # in how many meetings
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from operator import itemgetter
from typing import Any, NamedTuple, get_args

import networkx as nx

from arner.arabic.orthography import fold
from arner.events import BY_ID, MEETING, RELATIONS, Relation
from arner.graph.facts import written
from arner.records import Act
from arner.relations.meetings.vocabulary import vocabulary

# Projections of statements: the edge of a statement that leads to the other, and what the two are to each other.
SAYINGS = {"statements": ("about", "spoke_about"), "targets": ("targets", "spoke_to")}
PROJECTIONS: tuple[str, ...] = (*(relation.field for relation in RELATIONS), "countries", *SAYINGS, "mentions")
ACTORS = frozenset({"person", "country", "organization"})
_MET = frozenset({MEETING.field, "countries"})  # projections without media: an interview is no meeting
_CROWD = 200  # entities of one article; those of a longer list of names say little of each other


def overview(
    graph: nx.MultiDiGraph,
    *,
    statements: bool = False,
    described: bool = False,
    articles: bool = False,
    media: bool = True,
) -> nx.MultiDiGraph:
    """What one looks at of the graph that `build_graph` makes: people, states, organisations, places and events.

    A statement is an edge from who speaks to whom it is about (`spoke_about`) or aimed at (`spoke_to`), as `project`
    makes them, unless `statements` asks for nodes. Who is only described, and articles with what they mention, are
    there if they are asked for, media unless they are not wanted. Events have `article_ids`, the articles that tell
    of them. Nodes that lose all their edges by that go.
    """
    hidden = {"statement": not statements, "described": not described, "article": not articles}
    kept = [n for n, data in graph.nodes(data=True) if not hidden.get(data["type"], not media and data.get("media"))]
    part = graph.subgraph(kept).copy()
    for node, data in part.nodes(data=True) if not articles else ():
        if data["type"] in BY_ID:
            told = _ends(graph, node, "reports")
            data["article_ids"] = sorted(article.removeprefix("article:") for article, _ in told)
    for view in () if statements else sayings(media):
        part.add_edges_from((one, other, data["type"], data) for one, other, data in view.edges(graph))
    part.remove_nodes_from([node for node in list(nx.isolates(part)) if graph.degree(node)])
    return part


def select(graph: nx.Graph, types: Collection[str] = (), min_count: int = 1) -> nx.Graph:
    """The part of a graph with nodes of these types (all if none are given) that enough articles tell of.

    Edges need the weight `min_count` too; nodes that lose all their edges by that go. The graph is not changed.
    """
    part = graph.subgraph([n for n, data in graph.nodes(data=True) if not types or data.get("type") in types]).copy()
    if min_count > 1:
        linked = {node for node, degree in part.degree() if degree}
        part.remove_nodes_from([n for n, data in part.nodes(data=True) if not _enough(data, min_count)])
        few = [edge for edge in _edges(part) if edge[-1].get("weight", 1) < min_count and _counted(edge[-1])]
        part.remove_edges_from([edge[:-1] for edge in few])
        part.remove_nodes_from([node for node in list(nx.isolates(part)) if node in linked])
    return part


def _enough(data: dict[str, Any], least: int) -> bool:
    """Articles and statements are single by their nature: of them, no count is asked."""
    return data.get("type") in ("article", "statement") or data.get("articles", least) >= least


def _counted(data: dict[str, Any]) -> bool:
    return data.get("type") not in ("reports", "says", "about", "targets", "addresses")


def _edges(graph: nx.Graph) -> Iterator[tuple[Any, ...]]:
    if graph.is_multigraph():
        return iter(graph.edges(keys=True, data=True))
    return iter(graph.edges(data=True))


def project(graph: nx.MultiDiGraph, projection: str, only: Collection[str] = (), media: bool | None = None) -> nx.Graph:
    """One of the projections of the graph that `build_graph` makes:

    meetings      who met whom: people, states, organisations
    agreements    who agreed with whom: the parties
    appointments  who appointed or dismissed whom, directed
    events        who took part together in the events of a user's own relations
    countries     state to state: meetings of those who act for them; a visit counts the state visited too
    statements    who spoke about whom, directed; `acts` tells how
    targets       who accused, praised, called on whom, directed; `acts` tells which
    mentions      who is named in one article with whom

    Of events, those count that took place (meetings: held and ongoing; agreements: signed, reached and in force), or
    those with a status of `only`; of statements all, or those with an act of `only`. Whom media talk to they have not
    met: they are left out of meetings and countries, of the others only if `media` is False; True keeps them.

    Nodes keep their attributes. Edges have `type`, `label`, `weight` (the number of different events, statements or
    articles) and what they rest on: the ids of events or statements (`meetings`, `agreements` …, `statements`) with
    their `kinds`, `statuses`, `acts`, `dates` and `places`; `articles` (how many) and `article_ids`, `sources` (how
    many) and `source_names`; `first_date` and `last_date` of the events, `first_seen` and `last_seen` of the articles.

    Raises:
        ValueError: there is no such projection, or it has no such status or act.
    """
    return view_of(projection, only, media).graph(graph)


@dataclass(frozen=True, slots=True)
class View:
    """What ties two actors: each meeting, statement or article tells of pairs, and all that tell of a pair tie it."""

    tells: str
    """The type of the nodes that tie."""
    directed: bool
    media: bool
    """Whether media are among the actors."""
    pairs: Callable[[nx.MultiDiGraph, Collection[str]], Iterator[Pair]]
    """The pairs that the nodes of a graph tell of, of these actors."""

    def ties(self, graph: nx.MultiDiGraph) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Each pair as often as something ties it, with what that is.

        Of `graph`, only the nodes that tie are needed, their ends, and the offices and states of those.
        """
        for pair in self.pairs(graph, _actors(graph, self.media)):
            yield pair.one, pair.other, _tie(graph, pair)

    def edges(self, graph: nx.MultiDiGraph) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Each pair once, in the order of ids."""
        found: dict[tuple[str, str], Tied] = {}
        for one, other, tie in self.ties(graph):
            found.setdefault((one, other), Tied()).add(tie)
        for (one, other), tied in sorted(found.items(), key=itemgetter(0)):
            yield one, other, tied.edge()

    def graph(self, graph: nx.MultiDiGraph) -> nx.Graph:
        """The projection of a graph."""
        view, edges = nx.DiGraph() if self.directed else nx.Graph(), list(self.edges(graph))
        ends = sorted({end for one, other, _ in edges for end in (one, other)})
        view.add_nodes_from((end, dict(graph.nodes[end])) for end in ends)
        view.add_edges_from(edges)
        return view


class Pair(NamedTuple):
    """Two whom a node ties; `field` lists the ids of such nodes."""

    one: str
    other: str
    type: str
    told: str
    field: str


def sayings(media: bool) -> list[View]:
    """Who spoke about whom and who was aimed at, as an overview has them."""
    return [view_of(projection, (), media) for projection in SAYINGS]


def view_of(projection: str, only: Collection[str] = (), media: bool | None = None) -> View:
    """The view that a projection is.

    Raises:
        ValueError: as `project`.
    """
    if projection not in PROJECTIONS:
        raise ValueError(f"no projection {projection!r}; there are {', '.join(PROJECTIONS)}")
    kept = projection not in _MET if media is None else media
    if projection == "mentions":
        if only:
            raise ValueError("a status is for a projection of events, an act for one of statements")
        return View("article", False, kept, _mentions)
    if projection in SAYINGS:
        _among(only, get_args(Act), f"{projection} have no act")
        edge, type_ = SAYINGS[projection]
        acts = only or get_args(Act)
        return View("statement", True, kept, lambda graph, actors: _statements(graph, actors, edge, type_, acts))
    relation = next((r for r in RELATIONS if r.field == projection), MEETING)
    _among(only, relation.statuses, f"{projection} have no status")
    chosen = frozenset(only) or relation.happened
    if projection == "countries":
        return View(relation.id, False, kept, lambda graph, actors: _countries(graph, actors, chosen))
    directed = bool(relation.directed)
    return View(relation.id, directed, kept, lambda graph, actors: _took_part(graph, actors, relation, chosen))


def _actors(graph: nx.MultiDiGraph, media: bool) -> set[str]:
    """The people, states and organisations, with or without media."""
    return {n for n, data in graph.nodes(data=True) if data["type"] in ACTORS and (media or not data.get("media"))}


def _among(given: Collection[str], known: Collection[str], problem: str) -> None:
    if unknown := sorted(set(given) - set(known)):
        raise ValueError(f"{problem} {unknown[0]}; there are {', '.join(known)}")


def _took_part(
    graph: nx.MultiDiGraph, who_acts: Collection[str], relation: Relation, statuses: Collection[str]
) -> Iterator[Pair]:
    state = {node: _state(graph, node) for node in who_acts}
    for event, data in _of_type(graph, relation.id):
        if data["status"] not in statuses:
            continue
        parts = [(who, edge) for who, edge in _ends(graph, event, "takes_part") if who in who_acts]
        pairs: Iterable[tuple[str, str]]
        if relation.directed:
            ends = [sorted({who for who, edge in parts if edge.get("role") == end}) for end in relation.directed]
            pairs = ((a, b) for a, b in product(*ends) if a != b)
        else:
            chief = [(who, edge) for who, edge in parts if relation.chief(edge.get("role", ""))]
            if relation.faces:
                pairs = _together(graph, chief, data["kind"], state)
            else:
                pairs = combinations(sorted({who for who, _ in chief}), 2)
        yield from (Pair(one, other, relation.tie, event, relation.field) for one, other in pairs)


def _together(
    graph: nx.MultiDiGraph, parts: Sequence[tuple[str, dict[str, Any]]], kind: str, state: Mapping[str, str | None]
) -> Iterator[tuple[str, str]]:
    """Pairs of those who met each other by taking part: who stood on two sides (`graph/sides.py`).

    Of whom no article tells the side, those of another state. Where several states meet, two of one are on one side.
    Nobody meets the body or the state that he acts for, and to sit in a body is not to meet it.
    """
    opposite: dict[str, set[str]] = {}
    for who, edge in parts:
        opposite.setdefault(who, set()).update(edge.get("opposite", ()))
    several = len({state[who] for who in opposite} - {None}) > 1
    for one, other in combinations(sorted(opposite), 2):
        ours, theirs = state[one], state[other]
        if (several and ours is not None and ours == theirs) or _own(graph, one, other, state):
            continue
        alone = len(opposite) == 2
        if kind in ("meeting", "summit") and (
            _sits_in(graph, one, other, state, alone) or _sits_in(graph, other, one, state, alone)
        ):
            continue
        unsided = any(opposite.values()) and not (opposite[one] and opposite[other])
        if other in opposite[one] or (unsided and None not in (ours, theirs) and ours != theirs):
            yield one, other


def _own(graph: nx.MultiDiGraph, one: str, other: str, state: Mapping[str, str | None]) -> bool:
    """Whether one of the two holds an office of the other, or acts for the state that the other is."""
    for who, whose in ((one, other), (other, one)):
        if _type(graph, who) == "person" and any(whose == end for _, end in graph.out_edges(who)):
            return True
        if state[who] == whose:
            return True
    return False


def _sits_in(graph: nx.MultiDiGraph, who: str, body: str, state: Mapping[str, str | None], alone: bool) -> bool:
    """Whether a body's meeting is rather a sitting that `who` attends: «ترأس الوزير اجتماع اللجنة».

    A body of another state is met where the two are `alone`; where others take part, it sits with all of them.
    """
    if _type(graph, body) != "organization" or (alone and state[body] not in (None, state[who])):
        return False
    head = fold(graph.nodes[body]["name"]).split()[:1]
    return _type(graph, who) != "organization" and vocabulary().body.issuperset(head)


def _countries(graph: nx.MultiDiGraph, actors: Collection[str], statuses: Collection[str]) -> Iterator[Pair]:
    state = {node: _state(graph, node) for node in actors}
    for meeting, data in _of_type(graph, MEETING.id):
        if data["status"] not in statuses:
            continue
        states = {found for who, _ in _ends(graph, meeting, "takes_part") if (found := state.get(who))}
        if data["kind"] == "visit":
            states |= {end for _, end, key in graph.out_edges(meeting, keys=True) if _type(graph, end) == "country"}
        for one, other in combinations(sorted(states), 2):
            yield Pair(one, other, MEETING.tie, meeting, MEETING.field)


def _statements(
    graph: nx.MultiDiGraph, actors: Collection[str], type_: str, tie: str, acts: Collection[str]
) -> Iterator[Pair]:
    for statement, data in _of_type(graph, "statement"):
        if data["act"] not in acts:
            continue
        speakers = {who for who, _ in _ends(graph, statement, "says") if who in actors}
        others = {end for _, end, edge in graph.out_edges(statement, data=True) if edge["type"] == type_}
        for one, other in product(sorted(speakers), sorted(others)):
            if one != other and other in actors:
                yield Pair(one, other, tie, statement, "statements")


def _mentions(graph: nx.MultiDiGraph, actors: Collection[str]) -> Iterator[Pair]:
    for article, _ in _of_type(graph, "article"):
        ends = ((end, edge["type"]) for _, end, edge in graph.out_edges(article, data=True))
        named = sorted({end for end, type_ in ends if type_ == "mentions" and end in actors})
        for one, other in combinations(named, 2) if len(named) <= _CROWD else ():
            yield Pair(one, other, "named_together", article, "")


def _state(graph: nx.MultiDiGraph, actor: str) -> str | None:
    """The state that an actor speaks for: itself, an organisation's, of a person the one whose office most give."""
    data = graph.nodes[actor]
    if data["type"] == "country":
        return actor
    if data["type"] == "organization":
        node = f"country:{data.get('country')}"
        return node if node in graph else None
    offices: Counter[str] = Counter()
    for _, end, edge in graph.out_edges(actor, data=True):
        if edge["type"] == "holds_office" and _type(graph, end) == "country" and not edge.get("former"):
            offices[end] += edge["articles"]
    return min(offices, key=lambda node: (-offices[node], node), default=None)


# Attribute of the event or statement → that of the edge, which lists what all of them have.
_LISTED = {"kind": "kinds", "status": "statuses", "place": "places", "act": "acts"}


# Attribute of the edge → that of the event or statement of which it is the first or the last.
_DAYS = {"first_seen": "first_seen", "last_seen": "last_seen", "first_date": "date_start", "last_date": "date_end"}


def _tie(graph: nx.MultiDiGraph, pair: Pair) -> dict[str, Any]:
    """What one event, statement or article ties two by; `articles` are those that reprint no other."""
    data = graph.nodes[pair.told]
    articles = [pair.told] if data["type"] == "article" else [who for who, _ in _ends(graph, pair.told, "reports")]
    tie: dict[str, Any] = {"type": pair.type, "weight": int("duplicate_of" not in data)}
    if pair.field:
        tie[pair.field] = [pair.told]
    tie |= {name: [data[key]] for key, name in _LISTED.items() if key in data}
    if "date_start" in data:
        tie["dates"] = [written(data["date_start"], data.get("date_end"))]
    tie["article_ids"] = [article.removeprefix("article:") for article in articles]
    tie["source_names"] = data.get("source_names", [])
    tie["articles"] = [article for article in articles if "duplicate_of" not in graph.nodes[article]]
    return tie | {name: day for name, key in _DAYS.items() if (day := data.get(key))}


class Tied:
    """All that ties two."""

    def __init__(self) -> None:
        self._edge: dict[str, Any] = {}
        self._lists: dict[str, set[Any]] = {}
        self._days: dict[str, str] = {}

    def add(self, tie: Mapping[str, Any]) -> None:
        if not self._edge:
            self._edge = {"type": tie["type"], "label": tie["type"], "weight": 0}
        self._edge["weight"] += tie["weight"]
        for name, value in tie.items():
            if isinstance(value, list):
                self._lists.setdefault(name, set()).update(value)
            elif name not in self._edge:
                best = min if name.startswith("first") else max
                self._days[name] = best(value, self._days.get(name, value))

    def edge(self) -> dict[str, Any]:
        """What the edge carries: sets as sorted lists, articles and sources counted; what is empty is absent."""
        articles = self._lists.pop("articles")
        listed = {name: sorted(values) for name, values in self._lists.items() if values}
        counts = {"articles": len(articles), "sources": len(listed.get("source_names", ()))}
        return self._edge | listed | self._days | counts


def _of_type(graph: nx.MultiDiGraph, type_: str) -> list[tuple[str, dict[str, Any]]]:
    return [(node, data) for node, data in graph.nodes(data=True) if data["type"] == type_]


def _type(graph: nx.MultiDiGraph, node: str) -> str:
    return str(graph.nodes[node]["type"])


def _ends(graph: nx.MultiDiGraph, node: str, type_: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Who has an edge of this type to `node`, with the edge."""
    return ((start, edge) for start, _, edge in graph.in_edges(node, data=True) if edge["type"] == type_)
