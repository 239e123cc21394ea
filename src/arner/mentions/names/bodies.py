"""Names of bodies: what the lexicon knows, ministries and media with their title, beside what the tagger found."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import bare, letters, readings
from arner.layers import NameType
from arner.lexicon import cached, load, word_class
from arner.mentions.name import Name, Phrases, known_bodies, name_words, organization_heads, own_people, own_places
from arner.mentions.names.constructions import named_bodies
from arner.mentions.names.plausible import is_ordinary
from arner.mentions.names.tagged import tagged_names
from arner.mentions.offices.heads import is_office_head, portfolios

_QUOTES = frozenset("\"«»“”'()")


_TITLE_MARKS = {"«": "»", '"': '"', "“": "”"}


_MEDIA = word_class("medium")
_FIELDS = 10  # words of the fields of one ministry


def candidates(doc: Doc, demonyms: Set[int]) -> list[Name]:
    """The bodies and the user's people and places that the words name, and the tagger's names beside them.

    `demonyms`: the characters where adjectives of countries begin.
    """
    bodies = _without_overlap(doc, _known_bodies(doc), [*_ministries_and_media(doc), *named_bodies(doc, demonyms)])
    bodies = _without_overlap(doc, _listed(doc, own_people(), "person"), bodies)
    bodies = _without_overlap(doc, _listed(doc, own_places(), "place"), bodies)
    both = _without_overlap(doc, bodies, tagged_names(doc))
    return [m for n in both for m in _body_and_person(doc, n, bodies)]


@cached
def _also_words() -> frozenset[tuple[str, ...]]:
    """Names of bodies that are words too: after a particle they are those, `بحماس` is «with enthusiasm»."""
    return frozenset((fold(w),) for w in load("organizations")["also_words"])


def _known_bodies(doc: Doc) -> list[Name]:
    """Names of the lexicon's organisations in `doc` with the noun before them."""
    bodies = _listed(doc, known_bodies(), "organization")
    return [_with_head(doc, b) if b.core == doc[b.start].idx else b for b in bodies]


def _listed(doc: Doc, listed: Phrases, kind: NameType) -> list[Name]:
    """Names of `listed` in `doc`, longest first at each place."""
    norms = [t.norm_ for t in doc] if listed else []
    found: list[Name] = []
    i = 0
    while i < len(norms):
        name = None
        short = [(norms[i][1:], 1)] if norms[i][:1] in "وبل" else []  # `لبي بي سي`: too short for `readings`
        for word, dropped in [*readings(norms[i]), *short]:
            for key in listed.get(word, ()):
                sure = not dropped or key not in _also_words()
                if sure and (word, *norms[i + 1 : i + len(key)]) == key:
                    name = Name(i, i + len(key), kind, doc[i].idx + letters(doc[i].text, dropped))
                    break
            if name:
                break
        if name:
            found.append(name)
        i = name.end if name else i + 1
    return found


def _ministries_and_media(doc: Doc) -> list[Name]:
    """`وزارة الخارجية`, `ووزارة التربية والتعليم`: a ministry and its field; `صحيفة «الغد»`: a medium and its title."""
    found: list[Name] = []
    for token in doc[:-2]:
        for word, dropped in readings(token.norm_):
            end = 0
            if word == "وزاره":
                end = _field(doc, token.i + 1)
            elif word in _MEDIA:
                end = _title(doc, token.i + 1)
            if end:
                found.append(Name(token.i, end, "organization", token.idx + letters(token.text, dropped)))
                break
    return found


def _field(doc: Doc, start: int) -> int:
    """The token after the field of government that begins at `start`, else 0; also after `والتنمية الاجتماعية`."""
    norms = [t.norm_ for t in doc[start : start + _FIELDS]]
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


def _title(doc: Doc, start: int) -> int:
    """The token after the title in quotation marks, of four words at most, that begins at `start`, else 0."""
    closing = _TITLE_MARKS.get(doc[start].norm_)
    for at in range(start + 2, min(start + 6, len(doc))):
        if closing and doc[at].norm_ == closing:
            return at + 1
    return 0


def _with_head(doc: Doc, name: Name) -> Name:
    """`حركة «حماس»`: the noun that says what a body is belongs to its name."""
    at = name.start - 1
    quoted = at > 0 and doc[at].norm_ in _QUOTES
    at -= quoted
    if at < 0 or doc[at].is_space or doc[name.start].is_sent_start:
        return name
    for word, dropped in readings(doc[at].norm_):
        if word in organization_heads():
            end = name.end + (quoted and name.end < len(doc) and doc[name.end].norm_ in _QUOTES)
            return Name(at, end, name.type, doc[at].idx + letters(doc[at].text, dropped))
    return name


def _without_overlap(doc: Doc, bodies: list[Name], tagged: list[Name]) -> list[Name]:
    """Both together: a longer body, or a longer person around a person, of the tagger's wins, else the lexicon's."""
    taken: dict[int, Name] = {i: b for b in bodies for i in range(b.start, b.end)}
    kept: list[Name] = []
    dropped: set[Name] = set()
    for name in tagged:
        inside = {taken[i] for i in range(name.start, name.end) if i in taken}
        longer = all(
            name.type in ("organization", b.type)
            and not _grouped(doc, name, b)
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


def _grouped(doc: Doc, name: Name, body: Name) -> bool:
    """`[دول] مجلس التعاون الخليجي`: before a body that is known, a noun that makes it no other body."""
    before = doc[name.start].norm_ if name.start == body.start - 1 and name.end == body.end else ""
    return bool(before) and not any(word in organization_heads() for word, _ in readings(before))


def _body_and_person(doc: Doc, name: Name, bodies: list[Name]) -> Iterable[Name]:
    """`لجامعة الدول العربية [نبيل العربي]`, tagged as one body: the lexicon's body, then two words of names."""
    body = next((b for b in bodies if b.start == name.start and b.end < name.end), None)
    if name.type != "organization" or body is None or not 2 <= name.end - body.end <= 4:
        yield name
        return
    rest = doc[body.end : name.end]
    given = rest[0].norm_
    family = all(bare(t.norm_) in name_words() or t.norm_.startswith("ال") for t in rest)
    if family and given in name_words() and not is_office_head(given) and not is_ordinary(given):
        yield body
        yield Name(body.end, name.end, "person", rest[0].idx)
    else:
        yield name


def agency(doc: Doc, name: Name) -> Name:
    """`وكالة [المرصاد] للأنباء`: a news agency is named with both nouns."""
    end = name.end + (name.end < len(doc) and doc[name.end].ent_type_ == "" and _is_demonym(doc[name.end].norm_))
    if name.type != "organization" or end >= len(doc) or doc[end].norm_ not in ("للانباء", "الاخباريه"):
        return name
    if doc[name.start].norm_.endswith("وكاله") or doc[end].norm_ != "للانباء":
        return replace(name, end=end + 1)
    head = name.start - 1
    if head < 0 or doc[name.start].is_sent_start:
        return name
    found = next((dropped for word, dropped in readings(doc[head].norm_) if word == "وكاله"), None)
    return name if found is None else Name(head, end + 1, name.type, doc[head].idx + letters(doc[head].text, found))


def _is_demonym(word: str) -> bool:
    return word.startswith("ال") and word.endswith("يه")


def with_country(doc: Doc, name: Name, adjectives: set[int]) -> Name:
    """`وكالة الأنباء [الإيرانية الرسمية]`: the country's adjective after a body's name is part of it.

    `adjectives` are the characters where those end.
    """
    end = name.end
    while name.type == "organization" and name.end - name.start > 1 and end < len(doc):
        after = doc[end]
        fits = doc[end - 1].norm_.startswith("ال") and after.norm_.startswith("ال") and not after.is_sent_start
        if not fits or (after.norm_ != "الرسميه" and after.idx + len(after.text) not in adjectives):
            break
        end += 1
    return replace(name, end=end)


def with_fields(doc: Doc, name: Name) -> Name:
    """`لجنة الأمن [والدفاع]`: a second field of government belongs to the body's name."""
    if name.type != "organization" or name.end - name.start != 2 or name.end == len(doc):
        return name
    field, following = doc[name.end - 1].norm_, doc[name.end].norm_
    fits = field in portfolios() and following.startswith("وال") and not doc[name.end].is_sent_start
    if not fits or not any(w in organization_heads() for w, _ in readings(doc[name.start].norm_)):
        return name
    return replace(name, end=max(_field(doc, name.end - 1), name.end))
