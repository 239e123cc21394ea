"""Names of bodies: what the lexicon knows, ministries and media with their title, beside what the tagger found."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from arner.arabic.orthography import fold
from arner.arabic.particles import bare, readings
from arner.layers import NameType
from arner.lexicon import cached, load, word_class
from arner.mentions.name import Name, Phrases, known_bodies, name_words, organization_heads, own_people, own_places
from arner.mentions.names.constructions import named_bodies
from arner.mentions.names.plausible import is_ordinary
from arner.mentions.names.tagged import tagged_names
from arner.mentions.offices.heads import is_office_head, portfolios
from arner.tokens import Tokens

_QUOTES = frozenset("\"«»“”'()")


_TITLE_MARKS = {"«": "»", '"': '"', "“": "”"}


_MEDIA = word_class("medium")
_MINISTRY_OR_MEDIUM = _MEDIA | {"وزاره"}
_FIELDS = 10  # words of the fields of one ministry


def candidates(tokens: Tokens, demonyms: Set[int]) -> list[Name]:
    """The bodies and the user's people and places that the words name, and the tagger's names beside them.

    `demonyms`: the characters where adjectives of countries begin.
    """
    named = [*_ministries_and_media(tokens), *named_bodies(tokens, demonyms)]
    bodies = _without_overlap(tokens, _known_bodies(tokens), named)
    bodies = _without_overlap(tokens, _listed(tokens, own_people(), "person"), bodies)
    bodies = _without_overlap(tokens, _listed(tokens, own_places(), "place"), bodies)
    both = _without_overlap(tokens, bodies, tagged_names(tokens))
    return [m for n in both for m in _body_and_person(tokens, n, bodies)]


@cached
def _also_words() -> frozenset[tuple[str, ...]]:
    """Names of bodies that are words too: after a particle they are those, `بحماس` is «with enthusiasm»."""
    return frozenset((fold(w),) for w in load("organizations")["also_words"])


def _known_bodies(tokens: Tokens) -> list[Name]:
    """Names of the lexicon's organisations with the noun before them."""
    bodies = _listed(tokens, known_bodies(), "organization")
    return [_with_head(tokens, b) if b.core == tokens.starts[b.start] else b for b in bodies]


def _listed(tokens: Tokens, listed: Phrases, kind: NameType) -> list[Name]:
    """Names of `listed`, longest first at each place."""
    norms = tokens.norms
    found: list[Name] = []
    free = 0
    for i, options in enumerate(tokens.readings if listed else ()):
        if norms[i][:1] in ("و", "ب", "ل"):
            options += ((norms[i][1:], 1),)  # `لبي بي سي`: too short for `readings`
        for word, dropped in options:
            if word in listed and i >= free and (key := _listed_at(norms, i, word, dropped, listed[word])):
                found.append(Name(i, i + len(key), kind, tokens.core(i, dropped)))
                free = i + len(key)
    return found


def _listed_at(
    norms: list[str], i: int, word: str, dropped: int, keys: list[tuple[str, ...]]
) -> tuple[str, ...] | None:
    """The first of `keys` that stands at token `i`, which is read as `word`."""
    for key in keys:
        if (word, *norms[i + 1 : i + len(key)]) == key and not (dropped and key in _also_words()):
            return key
    return None


def _ministries_and_media(tokens: Tokens) -> list[Name]:
    """`وزارة الخارجية`, `ووزارة التربية والتعليم`: a ministry and its field; `صحيفة «الغد»`: a medium and its title."""
    found: list[Name] = []
    for i, word, dropped in tokens.read_as(_MINISTRY_OR_MEDIUM):
        if i + 2 >= len(tokens) or (found and found[-1].start == i):
            continue
        end = _title(tokens, i + 1) if word in _MEDIA else _field(tokens, i + 1)
        if end:
            found.append(Name(i, end, "organization", tokens.core(i, dropped)))
    return found


def _field(tokens: Tokens, start: int) -> int:
    """The token after the field of government that begins at `start`, else 0; also after `والتنمية الاجتماعية`."""
    norms = tokens.norms[start : start + _FIELDS]
    end = 0
    while end < len(norms):
        first = norms[end].removeprefix("و") if end else norms[end]
        if end and first == norms[end]:
            break
        fitting = (p for p in portfolios().get(first, ()) if (first, *norms[end + 1 : end + len(p)]) == p)
        size = next((len(phrase) for phrase in fitting), 0)
        if not size:
            break
        end += size
    return start + end if end else 0


def _title(tokens: Tokens, start: int) -> int:
    """The token after the title in quotation marks, of four words at most, that begins at `start`, else 0."""
    closing = _TITLE_MARKS.get(tokens.norms[start])
    for at in range(start + 2, min(start + 6, len(tokens))):
        if closing and tokens.norms[at] == closing:
            return at + 1
    return 0


def _with_head(tokens: Tokens, name: Name) -> Name:
    """`حركة «حماس»`: the noun that says what a body is belongs to its name."""
    at = name.start - 1
    quoted = at > 0 and tokens.norms[at] in _QUOTES
    at -= quoted
    if at < 0 or tokens.texts[at].isspace() or tokens.begins[name.start]:
        return name
    for word, dropped in readings(tokens.norms[at]):
        if word in organization_heads():
            end = name.end + (quoted and name.end < len(tokens) and tokens.norms[name.end] in _QUOTES)
            return Name(at, end, name.type, tokens.core(at, dropped))
    return name


def _without_overlap(tokens: Tokens, bodies: list[Name], tagged: list[Name]) -> list[Name]:
    """Both together: a longer body, or a longer person around a person, of the tagger's wins, else the lexicon's."""
    taken: dict[int, Name] = {i: b for b in bodies for i in range(b.start, b.end)}
    kept: list[Name] = []
    dropped: set[Name] = set()
    for name in tagged:
        inside = {taken[i] for i in range(name.start, name.end) if i in taken}
        longer = all(
            name.type in ("organization", b.type)
            and not _grouped(tokens, name, b)
            and name.start <= b.start
            and b.end <= name.end
            and name.end - name.start > b.end - b.start
            for b in inside
        )
        if not inside:
            kept.append(name)
        elif longer and len(inside) == 1:
            kept.append(name)
            dropped |= inside
    return sorted([*kept, *(b for b in bodies if b not in dropped)], key=lambda n: n.start)


def _grouped(tokens: Tokens, name: Name, body: Name) -> bool:
    """`[دول] مجلس التعاون الخليجي`: before a body that is known, a noun that makes it no other body."""
    before = tokens.norms[name.start] if name.start == body.start - 1 and name.end == body.end else ""
    return bool(before) and not any(word in organization_heads() for word, _ in readings(before))


def _body_and_person(tokens: Tokens, name: Name, bodies: list[Name]) -> Iterable[Name]:
    """`لجامعة الدول العربية [نبيل العربي]`, tagged as one body: the lexicon's body, then two words of names."""
    body = next((b for b in bodies if b.start == name.start and b.end < name.end), None)
    if name.type != "organization" or body is None or not 2 <= name.end - body.end <= 4:
        yield name
        return
    given = tokens.norms[body.end]
    family = all(bare(n) in name_words() or n.startswith("ال") for n in tokens.norms[body.end : name.end])
    if family and given in name_words() and not is_office_head(given) and not is_ordinary(given):
        yield body
        yield Name(body.end, name.end, "person", tokens.starts[body.end])
    else:
        yield name


def agency(tokens: Tokens, name: Name) -> Name:
    """`وكالة [المرصاد] للأنباء`: a news agency is named with both nouns."""
    end = name.end + (name.end < len(tokens) and tokens.labels[name.end] == "" and _is_demonym(tokens.norms[name.end]))
    if name.type != "organization" or end >= len(tokens) or tokens.norms[end] not in ("للانباء", "الاخباريه"):
        return name
    if tokens.norms[name.start].endswith("وكاله") or tokens.norms[end] != "للانباء":
        return replace(name, end=end + 1)
    head = name.start - 1
    if head < 0 or tokens.begins[name.start]:
        return name
    found = next((dropped for word, dropped in readings(tokens.norms[head]) if word == "وكاله"), None)
    return name if found is None else Name(head, end + 1, name.type, tokens.core(head, found))


def _is_demonym(word: str) -> bool:
    return word.startswith("ال") and word.endswith("يه")


def with_country(tokens: Tokens, name: Name, adjectives: set[int]) -> Name:
    """`وكالة الأنباء [الإيرانية الرسمية]`: the country's adjective after a body's name is part of it.

    `adjectives` are the characters where those end.
    """
    end = name.end
    while name.type == "organization" and name.end - name.start > 1 and end < len(tokens):
        after = tokens.norms[end]
        fits = tokens.norms[end - 1].startswith("ال") and after.startswith("ال") and not tokens.begins[end]
        if not fits or (after != "الرسميه" and tokens.ends[end] not in adjectives):
            break
        end += 1
    return replace(name, end=end) if end > name.end else name


def with_fields(tokens: Tokens, name: Name) -> Name:
    """`لجنة الأمن [والدفاع]`: a second field of government belongs to the body's name."""
    if name.type != "organization" or name.end - name.start != 2 or name.end == len(tokens):
        return name
    field, following = tokens.norms[name.end - 1], tokens.norms[name.end]
    fits = field in portfolios() and following.startswith("وال") and not tokens.begins[name.end]
    if not fits or not any(w in organization_heads() for w, _ in readings(tokens.norms[name.start])):
        return name
    return replace(name, end=max(_field(tokens, name.end - 1), name.end))
