"""Names of people, organisations and places: the tagger's entities, put right by what Arabic and the article tell.

The tagger marks whole tokens. Here, a pass after another, particles come off (`لبوتين` → `بوتين`), names joined by و
part, honorifics leave the name, bodies that everybody knows are found by the lexicon, and a name tagged once is found
wherever it stands. `trace` shows the names after each pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from arner.arabic.orthography import fold
from arner.arabic.particles import readings
from arner.layers import CountryMention
from arner.lexicon import cached, load
from arner.mentions.countries import is_other_word, is_place
from arner.mentions.name import Name
from arner.mentions.names.bodies import agency, candidates, with_country, with_fields
from arner.mentions.names.described import described
from arner.mentions.names.extent import whole
from arner.mentions.names.joining import ends_of_full_names, joined, to_the_left, two_people
from arner.mentions.names.particles import Evidence, cut_honorifics, cut_particles, evidence, without_and
from arner.mentions.names.plausible import plausible
from arner.mentions.names.repeated import repeated
from arner.mentions.offices.heads import is_office_head, is_title
from arner.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Article:
    """What the passes look at besides the names: characters where what names a country begins and ends."""

    tokens: Tokens
    countries: list[CountryMention]
    known: Evidence

    def demonyms(self) -> set[int]:
        """Where adjectives of countries begin."""
        return {c.start for c in self.countries if c.how == "demonym"}


class Pass(NamedTuple):
    """One step from names to better names; `name` tells it in a trace."""

    name: str
    run: Callable[[Article, list[Name]], Iterable[Name]]


def find_names(tokens: Tokens, countries: list[CountryMention]) -> list[Name]:
    """The names of a text in order, none within another; `countries` as `find_countries` gives them."""
    return [names for _, names in trace(tokens, countries)][-1]


def trace(tokens: Tokens, countries: list[CountryMention]) -> Iterator[tuple[str, list[Name]]]:
    """The names after each pass, with the pass's name."""
    names = candidates(tokens, {c.start for c in countries if c.how == "demonym"})
    yield "candidates", names
    article = Article(tokens, countries, evidence(tokens, names))
    for each in PASSES:
        names = list(each.run(article, names))
        yield each.name, names


def _particles(article: Article, names: list[Name]) -> Iterable[Name]:
    tokens = article.tokens
    return (cut_particles(tokens, n, article.known) for n in without_and(tokens, names) if not _is_office(tokens, n))


def _no_names(article: Article, names: list[Name]) -> Iterable[Name]:
    """Without what is a country or no name there, the end of a capital's name, a month, the model of a weapon."""
    states = {(c.start, c.end) for c in article.countries if c.how in ("name", "seat")}
    seats = {c.end: c.start for c in article.countries if c.how != "demonym"}
    for name in names:
        state = _is_country(article.tokens, name, states) or _is_within(article.tokens, name, seats)
        other = name.type == "place" and name.end == name.start + 1 and is_other_word(article.tokens, name.start)
        if not state and not other and not _is_month(article.tokens, name) and not _is_model(article.tokens, name):
            yield name


def _honorifics(article: Article, names: list[Name]) -> Iterable[Name]:
    return (m for n in names for m in cut_honorifics(article.tokens, n))


def _whole_bodies(article: Article, names: list[Name]) -> Iterable[Name]:
    tokens = article.tokens
    adjectives = {c.end for c in article.countries if c.how == "demonym"}
    names = [m for n in names for m in whole(tokens, n)]
    return (agency(tokens, with_country(tokens, with_fields(tokens, n), adjectives)) for n in names)


def _begun_too_late(article: Article, names: list[Name]) -> Iterable[Name]:
    tokens = article.tokens
    demonyms = article.demonyms()
    dotted = "على" in tokens.texts
    for k, name in enumerate(names):
        before = name.start - 1
        adjective = before >= 0 and tokens.starts[before] in demonyms and tokens.norms[before].startswith("ال")
        free = name.start if adjective else names[k - 1].end if k else 0  # «الوزير المغربي [بن علي]»
        longer = to_the_left(tokens, name, free, dotted)
        yield name if longer == name else cut_particles(tokens, longer, article.known)


def _side_by_side(article: Article, names: list[Name]) -> Iterable[Name]:
    tokens = article.tokens
    names = joined(tokens, sorted(names, key=lambda n: n.start))
    ends, alone = ends_of_full_names(tokens, names), {n.words(tokens) for n in names if n.type == "person"}
    return (m for n in names for m in two_people(tokens, n, ends, alone))


def _plausible(article: Article, names: list[Name]) -> Iterable[Name]:
    tokens = article.tokens
    demonyms = article.demonyms()
    return plausible(tokens, described(tokens, names, demonyms), demonyms)


def _repeated(article: Article, names: list[Name]) -> Iterable[Name]:
    return repeated(article.tokens, names)


PASSES = (
    Pass("particles", _particles),
    Pass("no names", _no_names),
    Pass("honorifics", _honorifics),
    Pass("whole bodies", _whole_bodies),
    Pass("begun too late", _begun_too_late),
    Pass("side by side", _side_by_side),
    Pass("plausible", _plausible),
    Pass("repeated", _repeated),
)


def _is_office(tokens: Tokens, name: Name) -> bool:
    """`الزعيمان`, `وولي`, `دوقة كامبريدج` tagged as a person: an office is no name."""
    if name.type != "person":
        return False
    first, *rest = tokens.norms[name.start : name.end]
    if rest:
        return is_place(" ".join(rest)) and any(is_title(word) for word, _ in readings(first))
    return any(is_office_head(word) for word, _ in readings(first))


def _is_country(tokens: Tokens, name: Name, states: set[tuple[int, int]]) -> bool:
    """`الاتحاد السوفيتي`, `الكرملين` tagged as a body: that is the state; `states` are the characters of such."""
    return name.type == "organization" and (name.core, tokens.ends[name.end - 1]) in states


def _is_within(tokens: Tokens, name: Name, seats: dict[int, int]) -> bool:
    """`مكسيكو [سيتي]`, tagged as a body: the end of a capital's name; `seats`: where such begin, by their end."""
    return name.type != "place" and seats.get(tokens.ends[name.end - 1], name.core) < name.core


def _is_month(tokens: Tokens, name: Name) -> bool:
    """`وأبريل`, tagged as a place. A person may be called so: `مايو`, May."""
    return name.type != "person" and " ".join(name.words(tokens)) in _months()


@cached
def _months() -> frozenset[str]:
    """Folded names of months that are hardly anything else."""
    months = load("months")["gregorian"]
    return frozenset(fold(n) for month in months for n in month["names"] if n not in month["unsure"])


def _is_model(tokens: Tokens, name: Name) -> bool:
    """`[إس]-300`, `طائرة [إف]-16`: what a weapon or an aircraft is called begins with letters."""
    numbered = name.end + 1 < len(tokens) and tokens.texts[name.end] == "-" and tokens.texts[name.end + 1][:1].isdigit()
    return numbered and name.end - name.start == 1 and not tokens.spaced[name.start] and len(name.text(tokens)) < 6
