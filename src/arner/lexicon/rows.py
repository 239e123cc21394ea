"""The rows of the tables of known people and organisations (`known.py` reads them), and of a user's own."""

from __future__ import annotations

from typing import Literal, NamedTuple

LAST_YEAR = 2026
"""Until when the tables know who holds an office."""
BodyKind = Literal[
    "party", "armed_group", "ministry", "agency", "army", "court", "parliament", "bank", "company", "media",
    "news_agency", "university", "club", "federation", "ngo", "international", "alliance", "platform", "other",
]  # fmt: skip


class KnownOffice(NamedTuple):
    """An office that somebody held from the year `since` to the year `until`, as far as they are known."""

    title: str
    country: str | None
    organization: str | None
    since: int | None
    until: int | None

    @classmethod
    def read(cls, text: str) -> KnownOffice:
        """The office of `title|country|organization|first year|last year`.

        Raises:
            ValueError: there are not five parts, no title, or a year is none.

        >>> KnownOffice.read("وزير الخارجية|RU||2004|").holds(2018)
        True
        """
        parts = [part.strip() for part in text.split("|")]
        if len(parts) != 5 or not parts[0]:
            raise ValueError("an office is title|country|organization|first year|last year")
        title, country, organization, since, until = parts
        for year in (since, until):
            if year and not (year.isdecimal() and len(year) == 4):
                raise ValueError(f"{year!r} is no year")
        return cls(
            title,
            country or None,
            organization or None,
            int(since) if since else None,
            int(until) if until else LAST_YEAR if since else None,
        )

    @property
    def dated(self) -> bool:
        """Whether any year of it is known."""
        return self.since is not None or self.until is not None

    def holds(self, year: int, give: int = 0) -> bool:
        """Whether it was held in `year`, or within `give` years of it; one without years never surely is."""
        return self.dated and (self.since or 0) - give <= year <= (self.until or LAST_YEAR) + give


class KnownPerson(NamedTuple):
    """A row of the table of people; `forms` are all names, the usual one first."""

    id: str
    forms: tuple[str, ...]
    latin: str | None
    country: str | None
    offices: tuple[KnownOffice, ...]

    @property
    def countries(self) -> frozenset[str]:
        """The person's own country and those of the offices."""
        return frozenset(c for c in (self.country, *(office.country for office in self.offices)) if c)


class KnownBody(NamedTuple):
    """A row of the table of organisations; `forms` are all names, the usual one first, acronyms among them."""

    id: str
    forms: tuple[str, ...]
    latin: str | None
    country: str | None
    kind: BodyKind | None
