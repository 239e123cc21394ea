"""Titles compared: whose office `الوزير الروسي` may be later in an article, and of which state an office is.

An office phrase without a name stands for a person of this article who holds such an office, else for somebody who is
only described.
"""

from __future__ import annotations

from dataclasses import replace

from arner.arabic.orthography import fold
from arner.arabic.particles import bare
from arner.layers import OfficeMention, Role, Span
from arner.lexicon import word_class
from arner.mentions.offices.heads import private_bodies, without_suffix

_TITLES = word_class("title_alone")
# Heads of offices that lead a state (`الزعيم`, the leader), folded, masculine.
LEADERS = word_class("leader_of_state")
_REGIONS = word_class("region")


def titled(office: OfficeMention) -> bool:
    """`الملك سلمان`, `السفير عمر حسن`: words that are offices before a name, also where no country is given."""
    return fold(office.title) in _TITLES


def role_of(office: OfficeMention) -> Role:
    """The record's `Role` of an office phrase."""
    return Role(
        title=office.title,
        country=office.country,
        country_from=office.country_from,
        organization=office.organization,
        former=office.former,
        evidence=Span(office.start, office.end),
    )


def add_role(roles: list[Role], role: Role) -> None:
    """Add `role` unless it is there; the same title with and without a country is one, with it."""
    for at, known in enumerate(list(roles)):
        head, other = _title_words(role.title), _title_words(known.title)
        if known.country in (role.country, None) and head[:1] == other[:1] and head[0] == "وزير":
            if len(head) == 1:
                return  # الوزير, where the ministry is known
            if len(other) == 1:
                roles.remove(known)
                continue
        if role.organization and role.organization == known.organization and _begins(head, other):
            return  # رئيس الاتحاد العمالي [في لبنان]
        if same_title(known.title, role.title) and (known.former or not role.former):
            if known.country == role.country or role.country is None:
                return
            if known.country is None:
                roles[at] = replace(known, country=role.country, country_from=role.country_from)
                return
    roles.append(role)


def _begins(a: list[str], b: list[str]) -> bool:
    """Whether one title of several words is the beginning of the other."""
    short = min(len(a), len(b))
    return 1 < short < max(len(a), len(b)) and a[:short] == b[:short]


def same_title(a: str, b: str) -> bool:
    """Equal but for the article on the first word: `الرئيس`, `رئيس`."""
    return _title_words(a) == _title_words(b)


def title_head(title: str) -> str:
    """The head of a title, folded, masculine, without article: `رئيسة الوزراء` → `رييس`."""
    return next(iter(_title_words(title)), "")


def is_feminine(title: str) -> bool:
    """Whether the head of a title is a woman's: `وزيرة الثقافة`."""
    return fold(title).split()[0].endswith("ه")


def _title_words(title: str) -> list[str]:
    words = [bare(w) for w in fold(title).split()]
    words = [w for i, w in enumerate(words) if w not in _REGIONS or i + 1 == len(words)]  # حاكم [ولاية] تكساس
    return [words[0].removesuffix("ه"), *words[1:]] if words else []  # وزيرة as وزير


def may_stand_for(office: OfficeMention, role: Role) -> bool:
    """Whether an office phrase alone may mean the holder of `role`: `الوزير الروسي` a minister of Russia.

    A bare head (`الوزير`) means every office that begins with it, a longer title only the same one.
    """
    if office.country and role.country and office.country != role.country:
        return False
    if office.former != role.former and office.former:
        return False
    said, held = _title_words(office.title), _title_words(role.title)
    if not said or not held:
        return False
    if said[0] == held[0] and is_feminine(office.title) != is_feminine(role.title):
        return False
    if said == held:
        return True
    if said[0] in ("زعيم", "قايد") and len(said) == 1:
        return held[0] in LEADERS
    if said == ["رييس"]:
        return held[0] == "رييس" and role.organization is not None and not office.country
    short, long = sorted((said, held), key=len)
    return len(short) == 1 and long[0] == short[0] and (len(said) == 1 or said[0] != "رييس")


def is_leader(office: OfficeMention) -> bool:
    """`الزعيم الكوري الشمالي`: no office, but whoever is once called so is meant by it again."""
    return called_leader(office) and office.country is not None


def called_leader(office: OfficeMention) -> bool:
    """`الزعيم`, of a state or of whatever it does not say."""
    return office.kind == "described" and _title_words(office.title)[:1] in (["زعيم"], ["قايد"])


def is_private(title: str) -> bool:
    """`رئيس البلدية`, `مدير الشركة`: an office of a body that is none of the state's, as far as the title tells."""
    return any(word in private_bodies() for word in _title_words(title)[1:])


def is_of_delegation(title: str) -> bool:
    """`رئيس الوفد القطري`: who leads a delegation holds no office by that."""
    return _title_words(title)[1:2] == ["وفد"]


def is_of_state(title: str) -> bool:
    """`وزير خارجيتها`, `رئيس حكومتها`: offices that only states have."""
    return title_head(title) in _STATE_HEADS or bool(
        _STATE_WORDS & {without_suffix(w) for w in fold(title).split()[1:]}
    )


_STATE_HEADS = word_class("head_of_state_office")
_STATE_WORDS = word_class("word_of_state")
