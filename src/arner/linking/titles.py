"""Offices as they are compared over articles: `رئيس الوزراء`, `رئيس الحكومة` and `الوزير الأول` are one."""

from __future__ import annotations

from typing import NamedTuple

from arner.entities.keys import title_key
from arner.records import Role


class Office(NamedTuple):
    """An office by its key, with its country (ISO) or its organisation's key."""

    title: str
    country: str
    organization: str = ""

    def __str__(self) -> str:
        return f"{self.title} ({self.country or self.organization})" if self[1:] != ("", "") else self.title


def office(role: Role) -> Office | None:
    """The office of a role; None where it is no state's and no organisation's, so says little."""
    if role.country is None and role.organization is None:
        return None
    return Office(title_key(role.title), role.country or "", "" if role.country else title_key(role.organization or ""))
