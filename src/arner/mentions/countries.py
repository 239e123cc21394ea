"""Where a text names states: their names, adjectives, capitals and seats of power.

These are candidates of the words alone. That a name stands within an organisation's (`بنك إنجلترا`) or a
person's name, or that a capital is only a place, is decided later, with the entities.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from operator import add
from typing import Any, Literal

from babel import Locale

from arner.arabic.orthography import clean, fold
from arner.arabic.particles import PREPOSITIONS
from arner.layers import CountryHow, CountryMention
from arner.lexicon import cached, lines, load, word_class
from arner.lexicon.by_word import ByWord
from arner.tokens import Tokens

_ARTICLES = tuple(sorted(word_class("article")))

READINGS: dict[str, CountryHow] = {
    "names": "name",
    "adjectives": "demonym",
    "people": "demonym",
    "capitals": "capital",
    "seats": "seat",
}
_LISTED = 8  # words of a list of languages
_NEAR = 5  # tokens between what is measured and its unit: `قطر الأنبوب الواحد نحو 50 سنتيمترا`
_ENDINGS = ("", "ا", "ه", "ان", "ين", "ون", "تان", "تين", "ات")


@dataclass(frozen=True, slots=True)
class _Reading:
    code: str
    how: CountryHow


@dataclass(slots=True)
class _Guard:
    """When a word is no country; see countries.toml."""

    only_how: str | None
    not_after: frozenset[str] = frozenset()
    listed: bool = False
    not_before: frozenset[str] = frozenset()
    only_after: frozenset[str] = frozenset()
    not_spelt: frozenset[str] = frozenset()
    capital_after: frozenset[str] = frozenset()
    predicate_with: frozenset[str] = frozenset()
    measured_by: frozenset[str] = frozenset()
    throughout: bool = False


@dataclass(slots=True)
class _Choice:
    """A word for one of several states; see countries.toml."""

    readings: dict[str, CountryHow | Literal["place"]]
    spelt: dict[str, str]
    source: dict[str, list[str]]
    default: str | None


@dataclass(slots=True)
class _Words:
    """The look-up: a phrase is a tuple of folded words."""

    phrases: dict[tuple[str, ...], list[_Reading]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)  # first word → words of the longest phrase
    guards: dict[tuple[str, ...], list[_Guard]] = field(default_factory=dict)
    general: list[_Guard] = field(default_factory=list)
    choices: dict[tuple[str, ...], _Choice] = field(default_factory=dict)
    twofold: set[tuple[str, ...]] = field(default_factory=set)  # names that are adjectives too: السعودية

    def add(self, phrase: str, reading: _Reading | None = None) -> None:
        """`phrase` is folded."""
        words = tuple(phrase.split())
        found = self.phrases.setdefault(words, [])
        if reading and all(r.code != reading.code for r in found):
            found.append(reading)
        elif reading and reading.how == "demonym" and _Reading(reading.code, "name") in found and words[-1][-1] == "ه":
            self.twofold.add(words)
        self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))


@cached
def country_names(code: str) -> tuple[str, str]:
    """The usual short names of a state, Arabic and English.

    >>> country_names("SA")
    ('السعودية', 'Saudi Arabia')
    """
    entry = load("countries").get(code, {})
    arabic = entry.get("name") or _territories("ar").get(code, code)
    english = entry.get("name_en") or _territories("en").get(code, code)
    return clean(arabic), english


@cache
def _territories(language: str) -> Mapping[str, str]:
    """What a language calls states and territories (CLDR)."""
    names: Mapping[str, str] = Locale(language).territories
    return names


def is_code(code: str) -> bool:
    """Whether `code` is one of a state or territory that the lexicon has."""
    return len(code) == 2 and code in load("countries")


def adjective_forms(adjective: str) -> Iterator[str]:
    """Every form of a relative adjective, folded; the words of a compound agree (`الكوريتان الجنوبيتان`).

    >>> sorted(adjective_forms("روسي"))[:4]
    ['الروسي', 'الروسيا', 'الروسيات', 'الروسيان']
    """
    words = fold(adjective).split()
    agreeing = [
        articles
        for articles in product(("", "ال"), repeat=len(words))
        if articles[0] or not any(articles[1:]) or not words[0].endswith("ي")
    ]
    for ending in _ENDINGS:
        inflected = [w + ending if w.endswith("ي") else w for w in words]
        for articles in agreeing:
            yield " ".join(map(add, articles, inflected))


@cached
def _words() -> _Words:
    lexicon = load("countries")
    words = _Words()
    for code, entry in lexicon.items():
        if not is_code(code):
            continue
        cldr = _territories("ar").get(code)
        for name in [*entry.get("names", ()), *([cldr] if cldr and "(" not in cldr else ())]:
            words.add(fold(name.replace(" - ", " ")), _Reading(code, "name"))
        for key, how in READINGS.items():
            reading = _Reading(code, how)
            for word in entry.get(key, ()) if key != "names" else ():
                for form in _forms(word, key):
                    words.add(form, reading)
    for entry in lexicon["by_article"]:
        choice = _Choice(entry["readings"], entry.get("spelt", {}), entry.get("source", {}), entry.get("default"))
        guard = _guard(entry)
        for word in entry["words"]:
            key = "adjectives" if "demonym" in choice.readings.values() else "names"
            for form in _forms(word, key):
                if len(words.phrases.get(tuple(form.split()), ())) > 1:
                    continue  # الكوريتان: both, nothing to choose
                words.add(form)
                words.choices[tuple(form.split())] = choice
                words.guards.setdefault(tuple(form.split()), []).append(guard)
    for entry in lexicon["guard"]:
        guard = _guard(entry)
        if "words" not in entry:
            words.general.append(guard)
        for word in entry.get("words", ()):
            for form in {fold(word), *(adjective_forms(word) if fold(word).endswith("ي") else ())}:
                words.guards.setdefault(tuple(form.split()), []).append(guard)
    return words


def _forms(word: str, key: str) -> Iterator[str]:
    if key == "adjectives":
        yield from adjective_forms(word)
    elif key == "people":
        yield from (fold(word), "ال" + fold(word), fold(word) + "ا")
    else:
        yield fold(word)


def _guard(entry: dict[str, Any]) -> _Guard:
    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(w) for w in entry.get(key, ()))

    return _Guard(
        only_how=entry.get("as"),
        not_after=folded("not_after"),
        listed=entry.get("listed", False),
        not_before=folded("not_before"),
        only_after=folded("only_after"),
        not_spelt=frozenset(entry.get("not_spelt", ())),
        capital_after=folded("capital_after"),
        predicate_with=folded("predicate_with"),
        measured_by=folded("measured_by"),
        throughout=entry.get("throughout", False),
    )


@cached
def state_names() -> frozenset[str]:
    """Folded names of states that are one word: `لبنان`."""
    return frozenset(
        p[0] for p, found in _words().phrases.items() if len(p) == 1 and any(r.how == "name" for r in found)
    )


def find_countries(tokens: Tokens, source: str = "") -> list[CountryMention]:
    """Where a text may name a state, in order, longest first; `source` is the newspaper.

    `start` comes after the proclitics. A word for two states gives two entries.

    `وبحث الوزير الروسي في لندن` (and the Russian minister discussed in London) → `الروسي` RU demonym,
    `لندن` GB capital.
    """
    words = _words()
    text, norms = tokens.text, tokens.norms
    found: list[CountryMention] = []
    open_choices: list[tuple[_Choice, int, int, str]] = []
    forbidden: set[str] = set()  # codes whose name is another place's throughout
    free = 0
    for i, opening in _openings(words, tokens):
        match = _longest_match(words, norms, i, opening) if i >= free else None
        if match is None:
            continue
        phrase, dropped, end = match
        free = end
        start_char = tokens.core(i, dropped)
        end_char = tokens.ends[end - 1]
        written = text[start_char:end_char]
        if phrase in words.choices:
            choice = words.choices[phrase]
            if _allowed(words, phrase, "name", tokens, i, end, dropped, written):
                open_choices.append((choice, start_char, end_char, written))
        else:
            for reading in words.phrases[phrase]:
                how = reading.how
                if how == "name" and _is_adjective(words, phrase, norms[i - 1] if i and not dropped else "", written):
                    how = "demonym"
                allowed = _allowed(words, phrase, how, tokens, i, end, dropped, written)
                if allowed and not (allowed == "demonym" and _is_language(norms[i], phrase)):
                    found.append(CountryMention(start_char, end_char, reading.code, allowed))
                if not allowed and _is_throughout(words, phrase, how):
                    forbidden.add(reading.code)
    found = _without_names(found, forbidden)
    if open_choices:
        found += list(_chosen(text, open_choices, found, source))
        found.sort(key=lambda f: (f.start, f.code))
    return found


def _is_throughout(words: _Words, phrase: tuple[str, ...], how: CountryHow) -> bool:
    """Whether a name that is once another place's is so in the whole article: `ولاية جورجيا` (the state of Georgia)."""
    return how == "name" and any(guard.throughout for guard in words.guards.get(phrase, ()))


def _without_names(found: list[CountryMention], forbidden: Set[str]) -> list[CountryMention]:
    """Without the names of the states `forbidden`; their adjectives and capitals stay."""
    return [f for f in found if f.how != "name" or f.code not in forbidden]


def _chosen(
    text: str, open_choices: list[tuple[_Choice, int, int, str]], found: list[CountryMention], source: str
) -> Iterator[CountryMention]:
    """The states that words for several mean; `found`: those of the article that are sure."""
    counts = Counter(f.code for f in found)
    begins, ends = {f.start: f.code for f in found}, {f.end: f.code for f in found}
    # First those that are somebody's in any case: they tell of the others.
    for choice, start_char, end_char, written in sorted(open_choices, key=lambda c: c[0].default is None):
        joined = text[start_char - 1 : start_char], text[end_char + 1 : end_char + 2]  # «and» before it and after
        beside = {
            ends.get(start_char - 2) if joined[0] == "و" else None,
            begins.get(end_char + 2) if joined[1] == "و" else None,
        }
        code = _choose(choice, written, source, counts, beside)
        if code:
            counts[code] += 1
        if code and (told := choice.readings[code]) != "place":
            yield CountryMention(start_char, end_char, code, told)


def _openings(words: _Words, tokens: Tokens) -> Iterator[tuple[int, list[tuple[str, int]]]]:
    """The tokens that may begin a phrase, with the readings that do."""
    for i, options in enumerate(tokens.readings):
        if "لل" in tokens.norms[i]:  # للبنان, لليبيا
            options += tuple((word[1:], dropped + 1) for word, dropped in options if word.startswith("لل"))
        if opening := [option for option in options if option[0] in words.longest]:
            yield i, opening


def _longest_match(
    words: _Words, norms: list[str], i: int, opening: list[tuple[str, int]]
) -> tuple[tuple[str, ...], int, int] | None:
    """The longest phrase that token `i`, read as one of `opening`, begins: it, the letters before it, where it ends."""
    best: tuple[tuple[str, ...], int, int] | None = None
    for word, dropped in opening:
        limit = words.longest[word]
        phrase: list[str] = [word]
        end = i + 1
        while True:
            key = tuple(phrase)
            if key in words.phrases and (best is None or len(key) > len(best[0])):
                best = (key, dropped, end)
            if len(phrase) == limit:
                break
            if end < len(norms) and norms[end] == "_":  # a hashtag: #الولايات_المتحدة
                end += 1
            if end >= len(norms):
                break
            phrase.append(norms[end])
            end += 1
    return best


def _allowed(
    words: _Words,
    phrase: tuple[str, ...],
    how: CountryHow,
    tokens: Tokens,
    start: int,
    end: int,
    dropped: int,
    written: str,
) -> CountryHow | None:
    """What the phrase is where it stands, or None when a guard forbids it."""
    norms = tokens.norms
    before = _word_before(norms, start, dropped)
    after = norms[end] if end < len(norms) else ""
    for guard in (*words.guards.get(phrase, ()), *words.general):
        if guard.only_how and guard.only_how != how:
            continue
        if (
            before in guard.not_after
            or before.removeprefix("و") in guard.not_after
            or (guard.listed and _before_list(norms, start) in guard.not_after)
            or after in guard.not_before
            or written in guard.not_spelt
            or (not dropped and _is_other_word(guard, tokens, start, end))
        ):
            return None
        if guard.only_after and before not in guard.only_after and tokens.labels[start] != "LOC":
            return None
        if before in guard.capital_after:
            return "capital"
    return how


def _word_before(norms: list[str], start: int, dropped: int) -> str:
    """The word before token `start`, over a hashtag's sign; `dropped`: how many letters are written onto the token."""
    if dropped and norms[start][dropped - 1] in PREPOSITIONS:
        return "في"  # a preposition is a preposition, written apart or not
    before = norms[start - 1] if start else ""
    return norms[start - 2] if before == "#" and start > 1 else before


def _before_list(norms: list[str], start: int) -> str:
    """The word before the first of the words that و joins to the one at `start`: `[باللغات] العربية والفرنسية`."""
    first = start
    while first > max(start - _LISTED, 0) and norms[first].startswith("وال"):
        first -= 1
    return norms[first - 1] if first else ""


def _is_other_word(guard: _Guard, tokens: Tokens, start: int, end: int) -> bool:
    """`الرئيس مصر على موقفه` (the president insists), `قطر الأنبوب 50 سنتيمترا` (the pipe's diameter)."""
    after = tokens.norms[end] if end < len(tokens) else ""
    if after in guard.predicate_with and start and not tokens.begins[start]:
        before = tokens.norms[start - 1]
        noun = before.startswith("ال") and before not in word_class("day_or_noun")
        return noun or tokens.labels[start - 1] == "PER"  # which governs nothing: the subject
    near = tokens.norms[max(start - 1, 0) : end + _NEAR] if guard.measured_by else ()
    return after.startswith("ال") and not guard.measured_by.isdisjoint(near)


def is_other_word(tokens: Tokens, i: int) -> bool:
    """Whether token `i`, which is spelt like a state's name, is a noun or an adjective there."""
    return any(_is_other_word(guard, tokens, i, i + 1) for guard in _words().guards.get((tokens.norms[i],), ()))


def _is_adjective(words: _Words, phrase: tuple[str, ...], before: str, written: str) -> bool:
    """What is spelt like a name: `روسياً` without its mark, `السعودية` after a feminine noun with the article."""
    if written.endswith(("ً", "ًا")):
        return True
    return phrase in words.twofold and before.startswith(_ARTICLES) and before.endswith(("ه", "ات"))


def _is_language(word: str, phrase: tuple[str, ...]) -> bool:
    """`بالفرنسية`: an adjective that a preposition governs alone, in the feminine, is the language."""
    return len(phrase) == 1 and word.startswith(("بال", "وبال")) and word.endswith("يه")


def _choose(choice: _Choice, written: str, source: str, counts: Counter[str], beside: Set[str | None]) -> str | None:
    """The code of the state that a word for several means; `beside`: those that «and» joins to it: `الكونغو والكونغو
    الديمقراطية` are two.
    """
    for spelling, code in choice.spelt.items():
        if written == spelling:
            return code
    if home := _paper_of(choice.source, source):
        return home
    others = [code for code in choice.readings if code not in beside]
    named = max(others or choice.readings, key=lambda code: counts[code])
    sole = others[0] if len(others) == 1 < len(choice.readings) else choice.default
    return named if counts[named] else sole


def _paper_of(papers: dict[str, list[str]], source: str) -> str | None:
    """The state among whose newspapers (words of their names) `source` is."""
    source = source.casefold()
    name = re.findall(r"\w+", source)
    for code, known in papers.items():
        if any(word in name or (len(word) > 4 and word in source) for word in known):
            return code
    return None


def newspaper_country(source: str) -> str | None:
    """The state of a newspaper, where the lexicon knows it.

    >>> newspaper_country("alriyadh")
    'SA'
    """
    return _newspapers()[source]


@cached
def _newspapers() -> ByWord[str | None]:
    choices = _words().choices.values()
    return ByWord(lambda source: next((code for c in choices if (code := _paper_of(c.source, source))), None))


@cached
def _places() -> dict[str, str | None]:
    """Folded name of a city or region → its state."""
    places: dict[str, str | None] = {}
    for line in lines("places.tsv"):
        name, code = line.split("\t")
        places[fold(name)] = code
    for code, names in load("places").items():
        places |= {fold(name): code if is_code(code) else None for name in names}
    return places | capitals()


@cached
def capitals() -> dict[str, str]:
    """Folded name of a capital, or of a city that a state acts from (`تل أبيب`) → the state.

    >>> capitals()["موسكو"]
    'RU'
    """
    found = {
        fold(c): code for code, entry in load("countries").items() if is_code(code) for c in entry.get("capitals", ())
    }
    # A city that is named like its state.
    return found | {fold(country_names(code)[0]): code for code in ("DJ", "DZ", "KW", "LU", "MC", "SG", "TN")}


def place_country(name: str) -> str | None:
    """The state of a city or region, None where the name is unknown or the place contested.

    >>> place_country("سوتشي")
    'RU'
    """
    return _places().get(fold(name))


def is_place(name: str) -> bool:
    """Whether `name` is known as a place that is no state: a capital, a city, a region."""
    return fold(name) in _places()
