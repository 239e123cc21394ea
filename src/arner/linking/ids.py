"""Ids of the entities of the graph: `person:sergey-lavrov-1c2d3e`, the same whatever else is linked beside it.

An id is made of the name (for people of the sounds of its first and last word, which later articles rarely change)
and of the article that told of it first; only of several that would be called alike the later ones carry their founder.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from arner.arabic.orthography import fold
from arner.entities.latin import by_words, name_latin
from arner.linking import names
from arner.linking.clusters import Group, Member
from arner.linking.events import Happening
from arner.linking.meetings import Encounter
from arner.linking.organizations import Body
from arner.linking.people import Somebody
from arner.linking.places import Spot

Kind = str  # person, organization, place, and the id of each relation
_NOT_ASCII = re.compile(r"[^a-z0-9]+")
_SLUG = 60
_SHORT, _LONG = 6, 12  # hexadecimal digits of a hash: of what is unlikely to share a slug, and of what does


class Founding(NamedTuple):
    """What the id of an entity is made of. They are sorted by age: no day is younger than any."""

    undated: bool
    published: str
    member: Member
    kind: Kind
    key: str
    slug: str

    @classmethod
    def of(
        cls, kind: Kind, group: Group[Any], name: Callable[[Member], str], published: Callable[[Member], str | None]
    ) -> Founding:
        """The member whose article is the oldest: of those that the entity is mostly called by, if it has a name."""
        whole = group.whole
        members: list[Member] = whole.members
        if isinstance(whole, Somebody):
            form = whole.form
            members = [m for m in members if names.units(name(m)) == form] or members
        undated, day, member = min((published(m) is None, published(m) or "", m) for m in members)
        if isinstance(whole, Encounter | Happening):
            slug = _slug(kind, "-".join(filter(None, (min(whole.kinds), day, whole.country))))
        else:
            slug = _slug(kind, name(member))
        return cls(undated, day, member, kind, _key(whole) or str(member), slug)

    @property
    def hash(self) -> str:
        """What ids that might be equal have in common."""
        return _hash(f"{self.kind}|{self.key}", _SHORT)


def named(foundings: Iterable[Founding]) -> Iterator[tuple[Founding, str]]:
    """The id of each. Of several that would have one, the first told of has it, the others a longer one.

    Those of one `hash` are enough to name these.
    """
    taken: set[tuple[str, str] | str] = set()
    for founding in sorted(foundings):
        id_ = f"{founding.kind}:{founding.slug}-{founding.hash}"
        key = (founding.kind, founding.key)
        if key in taken or id_ in taken:
            id_ = f"{founding.kind}:{founding.slug}-{_hash('|'.join((*key, str(founding.member))), _LONG)}"
        taken |= {key, id_}
        yield founding, id_


def entity_id(kind: Kind, name: str, key: str) -> str:
    """The id of what no record has as an entity of its own; `key` is what is compared of its name."""
    return f"{kind}:{_slug(kind, name)}-{_hash(f'{kind}|{key}', _SHORT)}"


def _key(whole: object) -> str:
    match whole:
        case Somebody() if whole.form:
            return "|".join(map(names.sound, (whole.form[0], whole.form[-1])))
        case Body() if whole.form:
            return f"{whole.form} {whole.country}".strip()
        case Spot() if whole.key:
            return f"{whole.key}|{whole.country}"
    return ""


def _slug(kind: Kind, name: str) -> str:
    """A name as Latin letters with hyphens between.

    >>> _slug("person", "فلاديمير بوتين"), _slug("place", "موسكو")
    ('vladimir-putin', 'moscow')
    """
    latin, _ = name_latin(name) if kind == "person" else by_words(name)
    return _NOT_ASCII.sub("-", (latin or fold(name)).lower())[:_SLUG].strip("-") or "x"


def _hash(key: str, digits: int) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
