"""Records as notebooks show them: right to left, what was found marked in its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from pydantic import BaseModel

from arner.records import ArticleRecord, Event, Person, Ref, Span, Statement

if TYPE_CHECKING:
    from arner.linking.links import Links

_COLORS = {"person": "#b2dfdb", "country": "#ffe0b2", "organization": "#d1c4e9", "place": "#c8e6c9", "": "#fff59d"}
_SHOWN = 50  # entities of links
_LONGEST = 6000  # characters of an article that a cell shows


def shown(of: BaseModel) -> str:
    """`of` as a piece of HTML; every text in it escaped."""
    match of:
        case ArticleRecord():
            return _box(
                _text(of) + _list("people", map(_person, of.people)) + _list("statements", map(_said, of.statements))
            )
        case Statement():
            return _box(_said(of))
        case Event():
            return _box(_event(of))
        case Person():
            return _box(_person(of))
    rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(str(value))}</td></tr>" for name, value in of if value)
    return _box(f"<table>{rows}</table>")


def _box(inner: str) -> str:
    return f'<div dir="rtl" style="text-align:right;line-height:1.8;max-width:60em">{inner}</div>'


def _text(record: ArticleRecord) -> str:
    groups = (
        ("person", record.people),
        ("country", record.countries),
        ("organization", record.organizations),
        ("place", record.places),
    )
    marks = sorted(
        (mention.start, -mention.end, kind, entity.name)
        for kind, items in groups
        for entity in items
        for mention in entity.mentions
    )
    parts: list[str] = []
    last = 0
    for start, end, kind, name in marks:
        if start < last or -end > _LONGEST:
            continue
        parts += [escape(record.text[last:start]), _mark(record.text[start:-end], kind, name)]
        last = -end
    parts.append(escape(record.text[last:_LONGEST]) + ("…" if len(record.text) > _LONGEST else ""))
    return f"<p>{''.join(parts)}</p>".replace("\n", "<br>")


def _mark(text: str, kind: str = "", title: str = "") -> str:
    return f'<mark style="background:{_COLORS[kind]};padding:0 .15em" title="{escape(title)}">{escape(text)}</mark>'


def _list(name: str, items: Iterable[str]) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f'<details><summary dir="ltr">{name}</summary><ul>{rows}</ul></details>' if rows else ""


def _person(person: Person) -> str:
    offices = "، ".join(
        f"{role.title} ({role.country or role.organization})" if role.country or role.organization else role.title
        for role in person.roles
    )
    latin = f" <bdi>{escape(person.name_latin)}</bdi>" if person.name_latin else ""
    return f"<b>{escape(person.name)}</b>{latin} {escape(offices)}"


def _names(refs: Sequence[Ref]) -> str:
    return escape("، ".join(ref.name for ref in refs))


def _said(statement: Statement) -> str:
    return f"<b>{_names(statement.speakers) or '؟'}</b> {escape(statement.verb)}: {_mark(statement.content.text)}"


def _event(event: Event) -> str:
    told = [escape(str(getattr(event, name))) for name in ("kind", "relation", "status") if getattr(event, name, None)]
    who = [
        _names(value if isinstance(value, list) else [value])
        for value in (getattr(event, name) for name in type(event).model_fields)
        if isinstance(value, Ref) or (isinstance(value, list) and value and isinstance(value[0], Ref))
    ]
    when = [escape(event.date.start or event.date.text)] if event.date else []
    evidence: Sequence[Span] = event.evidence[:1]
    return " · ".join(filter(None, (*told, *who, *when))) + "".join(f"<br>{_mark(span.text)}" for span in evidence)


def shown_links(links: Links) -> str:
    """The entities that most articles name: kind, name, articles, score of the least certain link."""
    told = sorted(links.entities.values(), key=lambda e: (-len({m.article for m in e.members}), e.name))
    rows = "".join(
        f"<tr><td>{escape(e.kind)}</td><td>{escape(e.name)}</td><td>{len({m.article for m in e.members})}</td>"
        f"<td>{e.score:.1f}</td></tr>"
        for e in told[:_SHOWN]
    )
    more = f"<p>… {len(told) - _SHOWN}</p>" if len(told) > _SHOWN else ""
    head = "<tr><th>kind</th><th>name</th><th>articles</th><th>score</th></tr>"
    return _box(f"<table>{head}{rows}</table>{more}")
