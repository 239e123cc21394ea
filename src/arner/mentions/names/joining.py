"""People's names that the tagger cut or ran together: `[مساعد] بن محمد`, `[الباجي] [قايد السبسي]`, `شي بوتين`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from arner.arabic.orthography import fold, is_arabic
from arner.arabic.particles import bare, readings
from arner.lexicon import cached, word_class, words
from arner.mentions.countries import is_place
from arner.mentions.name import LEADER, SAYING, Name, arab_names, name_words, officials
from arner.mentions.names.plausible import is_ordinary
from arner.mentions.names.tagged import NASAB
from arner.mentions.offices.heads import is_office_head
from arner.tokens import Tokens

_LONGEST = 12  # words of a name that is cut in two wherever it may be


def to_the_left(tokens: Tokens, name: Name, free: int, dotted: bool) -> Name:
    """A person's name that begins too late: at a nasab (`[مساعد] بن محمد`), or after an honorific with words between
    (`الشيخ [صباح] الأحمد`). Tokens before `free` belong to another name; `dotted`: the text writes ى and ي apart.
    """
    if name.type != "person" or name.core != tokens.starts[name.start]:
        return name
    start = name.start
    if tokens.norms[start] in NASAB and start - 1 >= free and _is_child(tokens.norms[start - 1]):
        start -= 1
    while start - 1 >= free and not tokens.begins[start] and _is_given_name(tokens, start - 1, dotted):
        start -= 1
    for back in range(start - 1, max(free, start - 3) - 1, -1):
        if tokens.begins[back + 1] or not is_arabic(tokens.texts[back]):
            break
        if tokens.norms[back] in _BEFORE_NAMES:
            between = [bare(norm) for norm in tokens.norms[back + 1 : start]]
            if all(w in name_words() for w in between):
                start = back + 1
            break
    return replace(name, start=start, core=tokens.starts[start]) if start < name.start else name


def _is_child(word: str) -> bool:
    """Whether the word before a nasab is a name: `[مساعد] بن محمد`, but `وأكد [بن دغر]`: a surname."""
    return any(w in name_words() and not is_ordinary(w) and w not in SAYING for w, _ in readings(word))


def _is_given_name(tokens: Tokens, i: int, dotted: bool) -> bool:
    """Whether token `i`, right before a name, is a part of it that the tagger missed: `[علي] شمخاني`."""
    word = tokens.norms[i]
    if word == "علي":  # على, but where a text writes that with its letter, علي is the name
        return dotted and tokens.texts[i] == "علي"
    return word in words("ambiguous_names") and not word.startswith("ال") and not is_office_head(word)


_TAKES_PERSON = word_class("verb_of_person")
_VERB = 8  # tokens between such a verb and the name of its subject or object: an office
_OFFICE = 5  # tokens of an office in brackets before a first name
_BEFORE_NAMES = word_class("sure_honorific")


def joined(tokens: Tokens, names: list[Name]) -> list[Name]:
    """`[الباجي] [قايد السبسي]`: two people's names side by side are one, unless `two_people` parts them again.

    A name that is told again in Latin letters (`كيندال لارسن Kendall Larsen`) is told once.
    """
    whole_names: list[Name] = []
    for name in names:
        last = whole_names[-1] if whole_names else None
        if last and _in_latin(tokens, last, name):
            continue
        whole = _one_name(tokens, last, name) if last else None
        if whole is not None:
            whole_names[-1] = whole
        else:
            whole_names.append(name)
    return whole_names


def _in_latin(tokens: Tokens, last: Name, name: Name) -> bool:
    """Whether a person's name in Latin letters stands right behind one in Arabic letters, in brackets or not."""
    bracketed = last.end + 1 == name.start and tokens.norms[last.end] == "("
    people = last.type == name.type == "person" and (last.end == name.start or bracketed)
    return (
        people
        and is_arabic(tokens.texts[last.end - 1])
        and not any(map(is_arabic, tokens.texts[name.start : name.end]))
    )


def _one_name(tokens: Tokens, last: Name, name: Name) -> Name | None:
    """The name that `last` and the `name` after it are together, if they are one."""
    if last.type != name.type:
        return None
    whole = replace(last, end=name.end)
    if name.type == "place":
        return whole if last.end == name.start and is_place(fold(whole.text(tokens))) else None  # [سان] [بطرسبرج]
    if name.type != "person" or not (last.end == name.start or _bracketed(tokens, last, name)):
        return None
    if name.end - name.start > 1 and not tokens.norms[name.start].startswith("ال"):
        return None  # [دي ميستورا] [جيسي شاهين], [ميا فارو] [وودي آلن]
    return whole if name.core == tokens.starts[name.start] and not tokens.begins[name.start] else None


def _bracketed(tokens: Tokens, first: Name, rest: Name) -> bool:
    """`(فلاديمير) بوتين`, `(رئيس الوزراء إيهود) أولمرت`: a first name in brackets, alone or with an office."""
    if first.end + 1 != rest.start or tokens.norms[first.end] != ")" or rest.end - rest.start > 1:
        return False
    return "(" in tokens.norms[max(first.start - _OFFICE, 0) : first.start]


def ends_of_full_names(tokens: Tokens, names: list[Name]) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """What a full name of the article begins or ends with → the full names that do."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for full in {n.words(tokens) for n in names if n.type == "person" and n.end - n.start <= _LONGEST}:
        for cut in range(1, len(full)):
            found.setdefault(full[:cut], set()).add(full)
            found.setdefault(full[cut:], set()).add(full)
    return found


def two_people(
    tokens: Tokens, name: Name, ends: dict[tuple[str, ...], set[tuple[str, ...]]], alone: set[tuple[str, ...]]
) -> Iterable[Name]:
    """`استقبل شي بوتين` (Xi received Putin), tagged as one name: two people whom the article names in full.

    The first is also called by that alone, or a verb that takes a person stands before: `وخالد العيسى` stays one
    beside `خالد الحميدان` and `فهد العيسى`.
    """
    parts = name.words(tokens)
    after_verb = name.core == tokens.starts[name.start] and _after_verb(tokens, name)
    if name.type == "person" and 1 < len(parts) <= _LONGEST and len(parts) == name.end - name.start:
        for cut in range(1, len(parts)):
            left, right = parts[:cut], parts[cut:]
            if (left not in alone and not (after_verb and cut == 1)) or left[-1] in NASAB or right[0] in NASAB:
                continue
            first = any(right[-1] not in full for full in ends.get(left, ()))
            second = any(left[0] not in full for full in ends.get(right, ()))
            if first and second:
                at = name.start + cut
                yield replace(name, end=at)
                yield Name(at, name.end, name.type, tokens.starts[at])
                return
        if (begins := _object(tokens, name, parts)) is not None:
            yield replace(name, end=begins)
            yield Name(begins, name.end, name.type, tokens.starts[begins])
            return
    yield name


def _object(tokens: Tokens, name: Name, parts: tuple[str, ...]) -> int | None:
    """The token where the second of two people begins, behind a verb that takes a person: `التقى [ترامب] [بوتين]`.

    Each of them is known from his offices, or one has an Arab's name of several words and the other a foreigner's:
    `مارتن غريفيث` | `عبد الملك الحوثي`.
    """
    if not _after_verb(tokens, name):
        return None
    words_ = [bare(w) for w in parts]
    cuts = [k for k in range(1, len(parts)) if words_[k] not in NASAB and words_[k - 1] not in NASAB | {"عبد", "ابو"}]
    for k in cuts:
        if (tuple(words_[:k]) in _known_people()) and tuple(words_[k:]) in _known_people():
            return name.start + k
    arab = [_is_arab(words_, k) for k in range(len(parts))]
    for k in cuts:
        sides = set(arab[:k]), set(arab[k:])
        if 1 < k < len(parts) - 1 and all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
            return name.start + k
    return None


def _after_verb(tokens: Tokens, name: Name) -> bool:
    """Whether a verb that takes a person stands before a name, with no sign between them, but perhaps an office."""
    start = name.start
    while start > 0 and name.start - start < _VERB and not tokens.begins[start] and tokens.texts[start - 1].isalpha():
        start -= 1
        if any(word in _TAKES_PERSON for word, _ in readings(tokens.norms[start])):
            return True
    return False


def _is_arab(parts: list[str], k: int) -> bool:
    """Whether an Arab may be called so: a word of Arabs' names, a nasab, what stands after عبد."""
    before = parts[k - 1] if k else ""
    return (
        parts[k] in arab_names()
        or parts[k] in NASAB | {"عبد", "ابو"}
        or before == "عبد"
        or parts[k].startswith("عبدال")
    )


@cached
def _known_people() -> frozenset[tuple[str, ...]]:
    """The names of those whom news name often with an office, and the surnames of leaders among them."""
    leaders = {o.name[-1:] for o in officials() if o.times >= LEADER}
    given = {o.name[0] for o in officials()}
    return frozenset({o.name for o in officials()} | {(word,) for (word,) in leaders if word not in given})
