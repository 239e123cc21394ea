"""The words of time, folded, as tables that a reader looks up by the first word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from arner import lexicon
from arner.arabic.orthography import fold
from arner.lexicon import word_class

T = TypeVar("T")
DATA: dict[str, Any] = lexicon.load("dates")
_MONTHS: dict[str, Any] = lexicon.load("months")


class Phrases(Generic[T]):
    """Phrases of one or several words and what each means; the longest that stands at a place is found."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[list[str], T]]] = {}
        for phrase, value in entries:
            words = fold(phrase).split()
            self._by_first.setdefault(words[0], []).append((words, value))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda entry: -len(entry[0]))
        self.heads = frozenset(self._by_first)

    def at(self, words: Sequence[str], i: int) -> tuple[int, T] | None:
        """The end of the phrase that stands at `words[i]`, and its value."""
        for phrase, value in self._by_first.get(words[i], ()) if i < len(words) else ():
            if words[i : i + len(phrase)] == phrase:
                return i + len(phrase), value
        return None


def folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _constant(phrases: Iterable[str], value: T) -> list[tuple[str, T]]:
    return [(phrase, value) for phrase in phrases]


WEEKDAYS = Phrases((w, int(d)) for d, forms in DATA["weekdays"].items() if d.isdigit() for w in forms)
DEICTIC = Phrases((form, offset) for form, offset in DATA["deictic"]["forms"])
PARTS = Phrases(
    (article + word, word) for word in DATA["parts"]["words"] for article in (("", "ال") if " " not in word else ("",))
)
MODIFIERS = Phrases(
    entry
    for kind, forms in DATA["modifiers"].items()
    if kind not in ("example", "small", "same")
    for entry in _constant(forms, kind)
)
SMALL = folded(DATA["modifiers"]["small"])
SAME = folded(DATA["modifiers"]["same"])

ONE: dict[str, str] = {}
TWO: dict[str, str] = {}
MANY: dict[str, str] = {}
for _unit in DATA["unit"]:
    for _table, _key in ((ONE, "one"), (TWO, "two"), (MANY, "many")):
        _table.update((fold(word), _unit["granularity"]) for word in _unit[_key])
THE_ONE = {"ال" + w: unit for w, unit in ONE.items() if unit not in ("day", "hour", "decade", "century")}
THE_SOME = {"ال" + w: unit for w, unit in (TWO | MANY).items() if w not in ONE}

MONTHS = Phrases(
    (name, (calendar, entry["number"], sure))
    for calendar, entries in _MONTHS.items()
    for entry in entries
    for sure, names in ((True, entry["names"]), (False, entry["unsure"]))
    for name in names
)
SEASONS = Phrases((w, int(m)) for m, forms in DATA["seasons"].items() if m.isdigit() for w in forms)
DECADES = Phrases(
    (article + w, int(d))
    for d, forms in DATA["decades"].items()
    if d.isdigit()
    for w in forms
    for article in ("", "ال")
)
EDGES = Phrases(_constant(DATA["edges"]["words"], True))
BACK_OR_AHEAD = {fold(w): -1 for w in DATA["relative"]["back"]} | {fold(w): 1 for w in DATA["relative"]["ahead"]}
ABOUT = Phrases(_constant(DATA["relative"]["about"], False) + _constant(DATA["relative"]["vague"], True))
OF_AN_EVENT = folded(DATA["relative"]["of"])
PHRASES = Phrases(_constant(DATA["phrases"]["forms"], True))

NOT_WEEKDAY_AFTER = folded(DATA["weekdays"]["not_after"])
NAMED_TODAY_AFTER = folded(DATA["deictic"]["named_after"])
NAMED_DAY = folded(DATA["deictic"]["named_before"])
NAMES_AFTER = folded(DATA["names"]["places"])
EVENTS_AFTER = folded(DATA["names"]["events"])
BARE_YEAR_AFTER = folded(DATA["bare_years"]["after"])
BOUND_BY_YEAR = word_class("bound_by_year")
GENERAL_AFTER = folded(DATA["general"]["nouns"])
YEAR_NOUNS = word_class("year")
YEARS_NOUNS = word_class("years")
# Parts of a year by their months; of a month by weeks.
SHARES = {"النصف": 6, "الثلث": 4, "الربع": 3, "الفصل": 3, "الاسبوع": 0}
# Before a weekday, a month, numbers of days or years.
COUNTED = word_class("counted_time")
THIS = frozenset({"هذا", "هذه"})
FIRST_OF_MONTH = "فاتح"
DAY_HEADS = frozenset({"يوم", "نهار"})
SEVERAL_DAYS = frozenset({"يومي", "ايام"})
ALSO_NOUNS = word_class("day_or_noun")  # the day, tomorrow, yesterday: not always the publication's
BEFORE_DATE = frozenset({"(", "الموافق", "الموافقه", "ل", "،", ","})  # between a weekday and its date
BEFORE_MONTH = word_class("before_month")  # a word after them that may be a month is one
AFTER_YEAR = lexicon.word_class("preposition") | lexicon.word_class("subordinator")
FROM = word_class("range_start")
HIJRI_MARKS = word_class("hijri")
GREGORIAN_MARKS = frozenset({"م", "ميلادي", "ميلاديه"})
AFTER_DECADE = word_class("after_decade")  # عقد is «holding» before others
FUTURE = folded(DATA["tense"]["future"])
PAST = folded(DATA["tense"]["past"])
NOT_FUTURE = tuple(folded(DATA["tense"]["not_future"]))
SUBJUNCTIVE = folded(DATA["tense"]["subjunctive"])
BOUNDS = folded(DATA["tense"]["bounds"])
