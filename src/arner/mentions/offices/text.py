"""A Doc with what is asked at every word of an office's phrase, looked up once."""

from __future__ import annotations

from dataclasses import dataclass, field

from arner.arabic.orthography import clean
from arner.layers import CountryMention
from arner.tokens import Tokens

_UNWRITTEN = frozenset({"_", "#", '"', "«", "»", "“", "”"})  # no part of a title


@dataclass(slots=True)
class OfficeText:
    """A text with what the reader asks at every step, looked up once."""

    tokens: Tokens
    named: list[CountryMention]
    norms: list[str] = field(default_factory=list)
    countries: dict[int, tuple[int, str, str]] = field(default_factory=dict)  # token → end token, code, how
    inner: dict[int, tuple[int, str, str]] = field(default_factory=dict)  # the same, where a particle stands before
    entities: dict[int, tuple[int, str]] = field(default_factory=dict)  # first token → end token, label
    people: set[int] = field(default_factory=set)
    has_marbuta: bool = False

    def __post_init__(self) -> None:
        tokens = self.tokens
        self.norms = tokens.norms
        self.has_marbuta = "ة" in tokens.text
        for found in self.named:
            first, last = tokens.at(found.start), tokens.at(found.end - 1)
            here = self.countries if tokens.starts[first] == found.start else self.inner
            here.setdefault(first, (last + 1, found.code, found.how))
        for start, end, label in tokens.entities:
            self.entities[start] = (end, label)
            if label == "PER":
                self.people.update(range(start, end))

    def written(self, start: int, end: int) -> str:
        """The characters of tokens `start` to `end`."""
        return self.tokens.text[self.tokens.starts[start] : self.tokens.ends[end - 1]]

    def shown(self, start: int, end: int) -> list[str]:
        """The words of tokens `start` to `end` as a title shows them."""
        texts, norms = self.tokens.texts[start:end], self.norms[start:end]
        return [clean(text) for text, norm in zip(texts, norms, strict=True) if norm not in _UNWRITTEN]
