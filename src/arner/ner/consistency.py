"""The component `arner_consistency`: within one article the same name is tagged the same way everywhere.

A tagger sees few sentences at a time. What an article says in one of them helps in the others: a name that is
mostly tagged as one kind is that kind, a name that is tagged somewhere is one wherever it stands, a surname that ends a
full name begins no other, and words after a title that nothing else explains are a person. (A lone surname of somebody
named in full is found by `mentions/`, which knows who is named.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span

from arner.arabic.orthography import fold, is_arabic
from arner.arabic.particles import readings
from arner.lexicon import cached, load, word_class, words
from arner.lexicon.component import needs_folded_words
from arner.tokens import Tokens

_ARTICLES = tuple(sorted(word_class("article_of_title")))
NAME = "arner_consistency"

Found = tuple[int, int, str]  # first token, token after the last, label

_SURE = 2  # times as often as all other kinds together
_TITLE = 6  # words of a title between its head and the name: `وزير الخارجية والمغتربين المصري السابق …`
_GENERATIONS = frozenset({"الاب", "الابن"})
_RUN = 4  # words of a name that only the title speaks for
_LONGEST = 12  # words of a name that is looked for again


@Language.factory(NAME, requires=["doc.ents"], assigns=["doc.ents"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    needs_folded_words(nlp, name)
    return agree


def agree(doc: Doc) -> Doc:
    """Make `doc.ents` agree with each other; what was found stays, at most under another label or as two people."""
    tokens = Tokens(doc)
    norms = tokens.norms
    found = _of_one_kind(norms, _apart(norms, tokens.entities))
    found += _titled(tokens, _free(found, len(norms)))
    found += _again(tokens, found)
    found = sorted(_elder_and_younger(tokens, found))
    if found != tokens.entities:
        doc.ents = [Span(doc, start, end, label=label) for start, end, label in found]
    return doc


def _free(found: list[Found], length: int) -> list[bool]:
    free = [True] * length
    for start, end, _ in found:
        free[start:end] = [False] * (end - start)
    return free


def _key(norms: list[str], start: int, end: int, known: set[tuple[str, ...]]) -> tuple[str, ...]:
    """A name's words, without a proclitic where the article has the name without it too."""
    rest = norms[start + 1 : end]
    for word, _ in reversed(readings(norms[start])):
        if (word, *rest) in known:
            return (word, *rest)
    return (norms[start], *rest)


def _apart(norms: list[str], found: list[Found]) -> list[Found]:
    """Two people that were taken for one: `علاقة [تيلرسون] [ببوتين]`, where the article has `ريكس تيلرسون` too.

    The first is a surname that no list has as a given name; the second has several words, or a particle and a name of
    the article.
    """
    people = [(start, end) for start, end, label in found if label == "PER"]
    last = {norms[end - 1] for start, end in people if end - start > 1} - words("name_words")
    named = {norms[i] for start, end in people for i in range(start, end)}
    result: list[Found] = []
    for start, end, label in found:
        surname = label == "PER" and any(word in last for word, _ in readings(norms[start]))
        again = start + 2 == end and any(cut and word in named for word, cut in readings(norms[end - 1]))
        descends = start + 1 < len(norms) and norms[start + 1] in word_class("nasab")  # عبدالعزيز بن سعود
        if surname and not descends and (again or end - start > 2):
            result += [(start, start + 1, label), (start + 1, end, label)]
        else:
            result.append((start, end, label))
    return result


def _of_one_kind(norms: list[str], found: list[Found]) -> list[Found]:
    """Names of one spelling under the label that most of them have, where that is clear."""
    known = {tuple(norms[start:end]) for start, end, _ in found}
    keys = [_key(norms, start, end, known) for start, end, _ in found]
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for key, (_, _, label) in zip(keys, found, strict=True):
        votes.setdefault(key, Counter())[label] += 1
    result: list[Found] = []
    for key, (start, end, label) in zip(keys, found, strict=True):
        most, count = votes[key].most_common(1)[0]
        clear = count >= _SURE * (votes[key].total() - count)
        if label == "PER" and len(key) == 1:
            clear = False  # a surname that is a town's or a paper's name as well
        result.append((start, end, most if clear else label))
    return result


def _again(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Where a name of several words, or one tagged more than once, stands untagged."""
    norms = tokens.norms
    kinds: dict[tuple[str, ...], Counter[str]] = {}
    for start, end, label in found:
        kinds.setdefault(tuple(norms[start:end]), Counter())[label] += 1
    names = {
        key: next(iter(counts))
        for key, counts in kinds.items()
        if len(counts) == 1 and len(key) <= _LONGEST
        if (_is_name(key, counts) if len(key) > 1 else _speaks_for_itself(key[0], counts))
    }
    sizes: dict[str, set[int]] = {}
    for key in names:
        sizes.setdefault(key[0], set()).add(len(key))
    free = _free(found, len(norms))
    more: list[Found] = []
    for i in dict.fromkeys(i for i, _, _ in tokens.read_as(sizes)):
        if not free[i]:
            continue
        key = next((k for k in _standing(norms, i, names, sizes) if all(free[i : i + len(k)])), ())
        if key and not any(tokens.begins[i + 1 : i + len(key)]):
            more.append((i, i + len(key), names[key]))
            free[i : i + len(key)] = [False] * len(key)
    return more


def _elder_and_younger(tokens: Tokens, found: list[Found]) -> list[Found]:
    """`جورج بوش [الابن]`, `[الأب]`: the word that tells two of one name apart is part of it; before a name it is a
    priest's title."""
    norms = tokens.norms
    begins = {start for start, _, _ in found}
    result: list[Found] = []
    for start, end, label in found:
        told = label == "PER" and end < len(norms) and norms[end] in _GENERATIONS and not tokens.begins[end]
        longer = told and end not in begins and end + 1 not in begins
        result.append((start, end + longer, label))
    return result


def _standing(
    norms: list[str], i: int, names: Mapping[tuple[str, ...], str], sizes: Mapping[str, set[int]]
) -> Iterator[tuple[str, ...]]:
    """The names that stand at token `i`, with a proclitic or without, longest first.

    `sizes`: how many words the names have that begin with a word.
    """
    for word, _ in readings(norms[i]):
        for size in sorted(sizes.get(word, ()), reverse=True):
            key = (word, *norms[i + 1 : i + size])
            if key in names:
                yield key


def _is_name(key: tuple[str, ...], counts: Counter[str]) -> bool:
    """Whether words that were tagged together are a name also elsewhere: a mistake is not to be repeated."""
    if counts.keys() == {"PER"}:
        return sum(word in words("name_words") for word in key) * 2 >= len(key)
    return counts.keys() != {"MISC"}


def _speaks_for_itself(word: str, counts: Counter[str]) -> bool:
    """Whether a lone word is a body's or a place's name wherever it stands."""
    return (
        counts.total() > 1
        and not {"PER", "MISC"} & counts.keys()
        and len(word) > 3
        and word not in words("ordinary_words")
        and word not in words("name_words")
    )


def _titled(tokens: Tokens, free: list[bool]) -> list[Found]:
    """Words after a title that are no words of the news: `وزير المالية الكويتي أنس الصالح`."""
    norms = tokens.norms
    found: list[Found] = []
    for i, _, _ in tokens.read_as(_titles()):
        if not free[i]:
            continue
        start = i + 1
        while (
            start < len(norms)
            and start - i <= _TITLE
            and free[start]
            and _goes_on(tokens, start)
            and _in_title(norms, start)
        ):
            start += 1
        end = start
        while end < len(norms) and end - start < _RUN and free[end] and _goes_on(tokens, end) and _in_name(norms[end]):
            end += 1
        run = norms[start:end]
        last = found[-1][1] if found else 0
        if len(run) > 1 and start >= last and sum(word in words("name_words") for word in run) * 2 >= len(run):
            found.append((start, end, "PER"))
    return found


def _goes_on(tokens: Tokens, i: int) -> bool:
    return not tokens.begins[i] and is_arabic(tokens.texts[i])


def _in_title(norms: list[str], i: int) -> bool:
    """Whether a word after a title's head may belong to it: a definite one, or the field of an office."""
    return norms[i].startswith(_ARTICLES) and (
        norms[i] in words("ordinary_words") or norms[i].removeprefix("و") in words("ordinary_words")
    )


def _in_name(word: str) -> bool:
    return len(word) > 1 and not any(rest in words("ordinary_words") for rest, _ in readings(word))


@cached
def _titles() -> frozenset[str]:
    """Folded heads of an office in the singular, and honorifics."""
    offices = load("offices")
    forms = [e[g] for e in offices["office"] for g in ("masculine", "feminine") if g in e]
    single = {fold(form) for form in forms if " " not in form}
    return frozenset(single | {"ال" + form for form in single} | {fold(w) for w in offices["honorifics"]["words"]})
