"""Bodies whose name is a construction: `الهيئة العامة للطيران المدني`, `مجلس حقوق الإنسان`.

A definite noun for a body, an adjective of rank, reach or country and, after ل, its field; or the noun in the construct
with what the body does and to what. Neither needs to be known, as nothing but a body is called so.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.tokens import Doc

from arner.arabic.orthography import fold
from arner.arabic.particles import bare, letters, readings
from arner.lexicon import cached, load
from arner.mentions.countries import is_place
from arner.mentions.name import Name, organization_heads
from arner.mentions.offices.heads import is_office_head

_ADJECTIVES = ("ي", "يه", "ماء", "مر")  # of a field: المدني، الذرية، الأحمر


def named_bodies(doc: Doc, demonyms: Set[int]) -> Iterator[Name]:
    """The bodies of `doc` that are named by a construction, in their order.

    `demonyms`: the characters where adjectives of countries begin.
    """
    norms = [t.norm_ for t in doc]
    for i, norm in enumerate(norms[:-2]):
        for word, dropped in readings(norm):
            known = norms[i + 1] in _list("ranks") or (
                doc[i + 1].idx in demonyms and bare(word) not in _list("trading")
            )
            end = (known and _with_field(norms, word, i + 1)) or _with_work(norms, word, i + 1)
            if end and not any(t.is_sent_start or t.is_space for t in doc[i + 1 : end]):
                yield Name(i, end, "organization", doc[i].idx + letters(doc[i].text, dropped))
                break


def _with_field(norms: list[str], word: str, at: int) -> int:
    """The token after `[الهيئة] العامة للطيران المدني`, else 0."""
    if not word.startswith("ال") or bare(word) not in _list("led"):
        return 0
    field = norms[at + 1]
    following = norms[at + 2] if at + 2 < len(norms) else ""
    if field.startswith("لل") and len(field) > 5:
        noun = "ال" + field[2:]
        if bare(noun) in organization_heads() | _list("audience") or is_office_head(noun) or is_place(noun):
            return 0
        more = following.startswith("ال") and len(following) > 4 and following.endswith(_ADJECTIVES)
        return at + 2 + (more and not is_place(following))
    return at + 3 if field[:1] == "ل" and field[1:] in _list("works") and _is_definite(following) else 0


def _with_work(norms: list[str], word: str, at: int) -> int:
    """The token after `[مجلس] حقوق الإنسان`, else 0."""
    fits = word in _list("led") and norms[at] in _list("works")
    return at + 2 if fits and _is_definite(norms[at + 1]) else 0


def _is_definite(word: str) -> bool:
    return word.startswith("ال") and len(word) > 4 and word not in _list("dates")


@cached
def _list(key: str) -> frozenset[str]:
    """Folded words of a list in organization_heads.toml."""
    return frozenset(fold(w) for w in load("organization_heads")[key])
