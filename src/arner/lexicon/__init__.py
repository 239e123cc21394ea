"""The words that rules know: the files in `data/`, and what a user's own files add to them.

Rules ask `load(name)` and `words(name)`; what they make from the answer is kept with `cached`. All three mean the
lexicon in use: the package's, or inside `with using(lexicon)` one that a user's files extend.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, update_wrapper
from importlib.resources import files
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from arner.arabic.orthography import fold
from arner.lexicon.own import Own, read_own

_P = ParamSpec("_P")
_T = TypeVar("_T")
RULES = {"statements": "reporting", "meetings": "meetings", "agreements": "agreements", "appointments": "appointments"}
"""The tables whose entries are rules, by their relation: they have an id and can be switched off."""
_MARK = re.compile(r"\{[A-Z]+:([^{}]*)\}")  # in an example: a name that the tagger finds


class Lexicon:
    """The package's words and those of a user's files (TOML or CSV, see docs/lexicon.md), `without` some rules.

    `without` has ids of entries (`headline`), and of what a record calls its `rule` (`announce/noun-that`).

    Raises:
        LexiconError: a file cannot be read or is malformed; it names the file, the line and the reason.
        UnknownRule: an id of `without` is no rule's.
    """

    def __init__(self, *own: Path, without: Iterable[str] = ()) -> None:
        self.own = Own()
        self.without = frozenset(without)
        for path in own:
            self.own = self.own.joined(read_own(path, {code for code in _shipped("countries") if len(code) == 2}))
        if clash := {"statements", *RULES, "events"} & set(self.own.relations()):
            raise ValueError(f"a relation of your own cannot be called {clash.pop()!r}")
        self._tables: dict[str, dict[str, Any]] = {}
        self.made: dict[Any, Any] = {}
        """What `cached` functions made under this lexicon, by function and arguments."""
        if self.without:
            known = {f"{of}{rule['id']}" for rule in rules(self) for of in ("", f"{rule['relation']}:")}
            for rule in sorted(self.without):
                if rule.partition("/")[0] not in known:
                    raise UnknownRule(f"no rule has the id {rule!r}")

    def table(self, name: str) -> dict[str, Any]:
        """The parsed file `data/<name>.toml` with the user's own entries. Treat it as read-only."""
        if name not in self._tables:
            self._tables[name] = self.own.added_to(name, {} if name in self.own.relations() else _shipped(name))
        return self._tables[name]


class UnknownRule(ValueError):
    """A rule that is to be switched off, but is none."""


class ClashingEntries(ValueError):
    """Two entries of one relation that are spelt alike, so that neither could be told from the other."""


def _entries(table: dict[str, Any]) -> list[dict[str, Any]]:
    lists = (entries for entries in table.values() if isinstance(entries, list))
    return [entry for entries in lists for entry in entries if "example" in entry]


@cache
def _shipped(name: str) -> dict[str, Any]:
    return tomllib.loads(files("arner.lexicon").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


def lines(name: str) -> list[str]:
    """The lines of the file `data/<name>` without remarks (`#`)."""
    text = files("arner.lexicon").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


@cache
def words(name: str) -> frozenset[str]:
    """The words of `data/<name>.txt`, one a line."""
    return frozenset(lines(f"{name}.txt"))


@cache
def name_counts() -> dict[str, tuple[int, bool]]:
    """Folded words of people's names without article → how many bear them, as a rough measure, whether Arabs do."""
    rows = (line.split("\t") for line in lines("name_counts.tsv"))
    return {word: (int(count), bool(arab)) for word, count, *arab in rows}


_in_use: ContextVar[Lexicon] = ContextVar("lexicon", default=Lexicon())  # noqa: B039 - never changed once made


def load(name: str) -> dict[str, Any]:
    """The table `name` of the lexicon in use. Treat it as read-only."""
    return _in_use.get().table(name)


def own() -> Own:
    """What the user's files add to the lexicon in use."""
    return _in_use.get().own


def switched_off() -> frozenset[str]:
    """Ids of the rules whose records are left out. They are still read: who spoke last does not depend on a switch."""
    return _in_use.get().without


def rules(lexicon: Lexicon) -> list[dict[str, Any]]:
    """Every rule of `lexicon`: an entry of the tables of `RULES`, with `id`, `relation` and `example`. Read-only."""
    tables = [*RULES.items(), *((relation, relation) for relation in lexicon.own.relations())]
    return [
        entry | {"relation": relation, "example": _MARK.sub(r"\1", entry["example"])}
        for relation, name in tables
        for entry in _entries(lexicon.table(name))
    ]


def is_off(relation: str, rule: str, frame: str | None = None) -> bool:
    """Whether what `rule` made is switched off: the rule, its entry, or its entry in this relation alone.

    A rule is an entry and a frame (`say/verb-that`); two entries that make a cue together stand as `sign+treaty/bind`.
    A statement's frame may be an entry too: `as-said`.
    """
    names = {rule, *re.split("[/+]", rule), frame if relation == "statements" else None}
    return any(off.removeprefix(f"{relation}:") in names for off in switched_off())


@cache
def word_class(name: str) -> frozenset[str]:
    """The folded words of the closed class `name` in `data/classes.toml`, with those of the classes it extends.

    >>> sorted(word_class("nasab"))
    ['ابن', 'بن', 'بنت']

    Raises:
        KeyError: there is no such class.
    """
    return _word_class(name, ())


@cache
def _word_class(name: str, within: tuple[str, ...]) -> frozenset[str]:
    """`within`: the classes that are being extended, so that a circle ends."""
    found = _shipped("classes").get(name)
    if found is None:
        raise KeyError(f"no class of words {name!r} in classes.toml")
    if name in within:
        raise ValueError(f"class of words {name!r} extends itself")
    own = frozenset(fold(word) or word for word in found.get("words", "").split())  # a lone tatweel folds to nothing
    return own.union(*(_word_class(base, (*within, name)) for base in found.get("extends", ())))


def cached(make: Callable[_P, _T]) -> Callable[_P, _T]:
    """Like `functools.cache`, for what is made from the lexicon: each lexicon keeps its own."""

    def look_up(*args: _P.args, **_: _P.kwargs) -> _T:
        made = _in_use.get().made
        key = (make, args) if args else make
        try:
            found: _T = made[key]
        except KeyError:
            found = made[key] = make(*args, **_)
        return found

    update_wrapper(look_up, make)
    return look_up


@contextmanager
def using(lexicon: Lexicon) -> Iterator[None]:
    """Within it, `lexicon` is the one in use."""
    before = _in_use.set(lexicon)
    try:
        yield
    finally:
        _in_use.reset(before)


def opened(paths: tuple[str, ...], without: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon that these files extend, `without` some rules; read again only when a file has changed.

    Raises:
        LexiconError, UnknownRule: as `Lexicon`.
    """
    there = [Path(p) for p in paths]
    return _opened(paths, without, tuple(p.stat().st_mtime_ns if p.exists() else 0 for p in there))


@cache
def _opened(paths: tuple[str, ...], without: tuple[str, ...], _: tuple[int, ...]) -> Lexicon:
    return Lexicon(*map(Path, paths), without=without)
