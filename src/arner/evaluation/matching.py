"""When a record says what the gold says: names, parties, titles, dates, words.

All comparisons are of folded words (`words`), so that spelling, marks and punctuation do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set
from typing import TypeVar

from arner.arabic.orthography import fold
from arner.evaluation.gold import GoldEvent, GoldStatement
from arner.events import Relation
from arner.lexicon import word_class
from arner.records import DateValue, Event, Statement

MATCH = 0.5  # a pair that scores less is no match
_SAME_WORDS = 0.6  # of the words of two descriptions, for them to be of one party
_NASAB = word_class("nasab")  # son of, daughter of
_LINKS = _NASAB | word_class("name_prefix")
_GROUPS = {"meeting": "encounter", "talks": "encounter", "summit": "encounter"}  # kinds that are easily confused
_GRAINS = {4: "year", 7: "month", 10: "day"}  # by the length of an ISO date
_NOT_WORDS = re.compile(r"[\W_]+")
_CODE = re.compile("[A-Z]{2}")

_Gold = TypeVar("_Gold")
_Got = TypeVar("_Got")


def words(text: str | None) -> list[str]:
    return _NOT_WORDS.sub(" ", fold(text or "")).split()


def bare(text: str | None) -> list[str]:
    """Words without the definite article."""
    return [word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words(text)]


def name_words(name: str) -> list[str]:
    """Words of a name: no article, `عبد العزيز` and `عبدالعزيز` alike."""
    found: list[str] = []
    for word in bare(name):
        if found and found[-1] == "عبد":
            found[-1] += word
        else:
            found.append(re.sub("^عبدال", "عبد", word))
    return found


def same_name(one: str, other: str) -> bool:
    """Equal, or the shorter stands in the longer and ends (without a nasab: or begins) as it does.

    >>> same_name("لافروف", "سيرغي لافروف"), same_name("سلمان بن عبدالعزيز", "محمد بن سلمان")
    (True, False)
    """
    short, long = sorted((name_words(one), name_words(other)), key=len)
    if not short or set(short) <= _LINKS or not set(short) <= set(long):
        return bool(short) and short == long
    if _NASAB & set(short):
        return short[0] == long[0]
    return short[-1] == long[-1] or short[0] == long[0]


def share(one: str | None, other: str | None) -> float:
    """F1 of the words of two runs of text."""
    left, right = Counter(bare(one)), Counter(bare(other))
    common = (left & right).total()
    return 2 * common / (left.total() + right.total()) if common else 0.0


def covered(one: str, other: str) -> float:
    """The part of the shorter run's words that stand in the longer, less where one is over three times the other."""
    left, right = Counter(words(one)), Counter(words(other))
    n, m = left.total(), right.total()
    return (left & right).total() / min(n, m) * min(1.0, 3 * n / m, 3 * m / n) if n and m else 0.0


def title_share(one: str | None, other: str | None) -> float:
    """As `share`, for titles that begin with the same word."""
    left, right = bare(one), bare(other)
    score = share(one, other)
    return score if left and right and left[0] == right[0] and score > 0.5 else 0.0


def name_score(gold: str, names: Sequence[str], same: Callable[[str, str], bool]) -> float:
    """1 for a shared name or alias, 1.5 where it is spelt in full as the gold's."""
    return max(float(same(gold, name)) + (0.5 if words(gold) == words(name) else 0.0) for name in names)


def same_organization(one: str, other: str) -> bool:
    return bare(one) == bare(other) or share(one, other) >= _SAME_WORDS


def same_party(gold: str, got: str, known: Set[str]) -> bool:
    """Same person, state or organisation; who is only described, not `known` by name, needs most words in common."""
    if _CODE.fullmatch(gold) or _CODE.fullmatch(got):
        return gold == got
    return same_name(gold, got) or (gold not in known and share(gold, got) >= _SAME_WORDS)


def parties_f1(gold: Sequence[str], got: Sequence[str], known: Set[str]) -> float:
    if not gold:
        return 0.75  # the text names nobody: parties say nothing
    pairs = assign(gold, got, lambda one, other: float(same_party(one, other, known)))
    return 2 * len(pairs) / (len(gold) + len(got))


def same_date(gold: str | None, got: DateValue | None) -> bool:
    """The same ISO date, as exact as the gold's; the same words where the gold has words; none where it has none."""
    if not gold:
        return got is None or not (got.start or got.text)
    if got is None:
        return False
    if not gold[0].isdigit():
        return covered(gold, got.text) >= 0.5
    return (got.start or "").startswith(gold) and got.granularity in (None, _GRAINS.get(len(gold)))


Score = Callable[[Relation, GoldEvent, Event, Sequence[str], Set[str]], float]


def event_score(relation: Relation, gold: GoldEvent, got: Event, parties: Sequence[str], known: Set[str]) -> float:
    """How well `got`, whose first slot holds `parties`, fits; the relation may have a way of its own."""
    return _SCORES.get(relation.id, _event_score)(relation, gold, got, parties, known)


def _told(gold: GoldEvent, got: Event) -> float:
    return max((covered(gold.evidence, span.text) for span in got.evidence), default=0.0)


def _event_score(relation: Relation, gold: GoldEvent, got: Event, parties: Sequence[str], known: Set[str]) -> float:
    """Parties must fit, and the evidence or what it is about; the kind settles which of several it is."""
    who = parties_f1(gold.who(relation.slots[0].field), parties, known)
    about = max((share(gold.value(name), relation.value(got, name)) for name in relation.alike), default=0.0)
    told = max(_told(gold, got), about)
    if who < 0.5 or told < 0.4:
        return 0.0
    return 0.5 * who + 0.3 * told + 0.2 * (gold.kind == relation.kind(got))


def _meeting_score(relation: Relation, gold: GoldEvent, got: Event, parties: Sequence[str], known: Set[str]) -> float:
    """Participants and evidence must fit; kind, date and country settle which of several it is."""
    who = parties_f1(gold.who("participants"), parties, known)
    told = _told(gold, got)
    groups = [_GROUPS.get(kind, kind) for kind in (gold.kind, relation.kind(got))]
    kind = 1.0 if gold.kind == relation.kind(got) else 0.7 if groups[0] == groups[1] else 0.0
    country = place.country if (place := getattr(got, "place", None)) else None
    same = bool(gold.date) and same_date(gold.date, got.date) and (gold.country or None) == country
    if who < 0.5 or (told < 0.4 and not same):
        return 0.0
    return 0.5 * who + 0.2 * kind + 0.25 * told + 0.05 * same


def _appointment_score(
    relation: Relation, gold: GoldEvent, got: Event, parties: Sequence[str], known: Set[str]
) -> float:
    """The person must be the same (or nobody on both sides), and the office or the evidence fit."""
    who = gold.who("person")
    same = same_party(who[0], parties[0], known) if who and parties else not (who or parties)
    title = title_share(gold.value("title"), relation.value(got, "title"))
    if not same or (title < 0.5 and _told(gold, got) < 0.5):
        return 0.0
    return 0.6 + 0.2 * title + 0.2 * (gold.kind == relation.kind(got))


_SCORES: dict[str, Score] = {"meeting": _meeting_score, "appointment": _appointment_score}


def statement_score(gold: GoldStatement, got: Statement, parties: Sequence[str], known: Set[str]) -> float:
    """What was said must overlap, or one stand in the other; verb and speakers settle which of several it is."""
    score = share(gold.content, got.content.text)
    if score < 0.4 or (score < MATCH and covered(gold.content, got.content.text) < 0.9):
        return 0.0
    tie = 0.01 * (words(gold.verb) == words(got.verb)) + 0.02 * parties_f1(gold.speakers, parties, known)
    return max(score, 0.55) + tie


def assign(gold: Sequence[_Gold], got: Sequence[_Got], score: Callable[[_Gold, _Got], float]) -> list[tuple[int, int]]:
    """One-to-one matching, best pairs first: indices of gold and got."""
    cells = [(score(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(got)]
    pairs: list[tuple[int, int]] = []
    seen_gold, seen_got = set(), set()
    for _, i, j in sorted((cell for cell in cells if cell[0] >= MATCH), key=lambda cell: (-cell[0], cell[1:])):
        if i not in seen_gold and j not in seen_got:
            seen_gold.add(i)
            seen_got.add(j)
            pairs.append((i, j))
    return pairs
