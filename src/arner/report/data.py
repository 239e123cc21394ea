"""Records → the plain data that the report's page shows.

Everything refers to everything else by its index in one of four lists, so that the page follows a link without
a search. Offsets count UTF-16 units, as JavaScript's strings do: a character beyond U+FFFF (an emoji) is two.

    {"articles": [{"id", "source", "url", "published", "text", "marks": [[start, end, entity, kind]],
                   "meetings": [meeting], "statements": [statement]}],
     "entities": [{"id", "type", "name", "latin", "code", "country", "score", "aliases", "articles": [article],
                   "roles": [{"title", "country", "organization", "former", "article"}]}],
     "meetings": [{"id", "score", "tellings": [{"article", "kind", "status", "parties": [party], "place", "country",
                   "date", "topics", "evidence": [[start, end]]}]}],
     "statements": [{"article", "speakers": [party], "verb", "act", "mode", "content": [start, end],
                     "parts", "source", "date", "about": [party], "evidence"}]}

A party is `{"entity": index, "name", "role"}`; `score` that of the least certain link between articles. What is
not known is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from arner.arabic.orthography import clean
from arner.linking.links import Links
from arner.records import ArticleRecord, Country, DateValue, Meeting, Organization, Person, Place, Ref, Span, Statement

Data = dict[str, Any]
Entity = Person | Country | Organization | Place


def report_data(records: Sequence[ArticleRecord], links: Links) -> Data:
    """What the page shows of `records`; entities and meetings stand in the order of how many articles tell of them."""
    report = _Report(links)
    for record in records:
        report.add(record)
    return report.data()


class _Report:
    def __init__(self, links: Links) -> None:
        self.links = links
        self.articles: list[Data] = []
        self.entities: dict[str, Data] = {}
        self.meetings: dict[str, Data] = {}
        self.statements: list[Data] = []

    def add(self, record: ArticleRecord) -> None:
        number = len(self.articles)
        offset = _utf16(record.text)

        def at(span: Span) -> list[int]:
            return [offset(span.start), offset(span.end)]

        refs: dict[str, str] = {}
        marks = []
        for type_, entities in (
            ("person", record.people),
            ("country", record.countries),
            ("organization", record.organizations),
            ("place", record.places),
        ):
            for entity in entities:
                refs[entity.id] = key = self._entity(type_, entity, record, number)
                marks += [[*at(mention), key, mention.kind] for mention in entity.mentions]

        def party(ref: Ref) -> Data:
            return _given(entity=refs.get(ref.ref or ""), name=clean(ref.name), role=getattr(ref, "role", None))

        article = _given(
            id=record.id,
            source=record.source,
            url=record.url,
            published=record.published,
            text=record.text,
            marks=sorted(marks, key=lambda mark: (mark[0], -mark[1])),
        )
        article["meetings"] = [self._meeting(meeting, record, number, at, party) for meeting in record.meetings]
        article["statements"] = [self._statement(statement, number, at, party) for statement in record.statements]
        self.articles.append(article)

    def data(self) -> Data:
        """The lists, every reference an index."""
        for entity in self.entities.values():
            entity["aliases"] = sorted(entity["aliases"] - {entity["name"]})
        entities = _numbered(self.entities, lambda entity: len(entity["articles"]))
        meetings = _numbered(self.meetings, lambda meeting: len(meeting["tellings"]))
        parties = [p for m in self.meetings.values() for t in m["tellings"] for p in t["parties"]]
        for statement in self.statements:
            parties += statement["speakers"] + statement["about"]
        for party in parties:
            if "entity" in party:
                party["entity"] = entities[party["entity"]]
        for article in self.articles:
            article["marks"] = [[start, end, entities[key], kind] for start, end, key, kind in article["marks"]]
            article["meetings"] = [meetings[key] for key in article["meetings"]]
        return {
            "articles": self.articles,
            "entities": [self.entities[key] for key in entities],
            "meetings": [self.meetings[key] for key in meetings],
            "statements": self.statements,
        }

    def _entity(self, type_: str, entity: Entity, record: ArticleRecord, article: int) -> str:
        if isinstance(entity, Country):
            key, name, linked = entity.id, clean(entity.name), {}
        else:
            key = self.links.entity(record.id, entity.id)
            name, linked = self.links.entities[key].name, self._certainty(key)
        new = {"id": key, "type": type_, "name": name, "aliases": set(), "roles": [], "articles": []} | linked
        data = self.entities.setdefault(key, new)
        data["aliases"].add(clean(entity.name))
        if data["articles"][-1:] != [article]:  # two people of one article may have one name
            data["articles"].append(article)
        match entity:
            case Person():
                data |= _given(latin=data.get("latin") or entity.name_latin)
                data["aliases"].update(map(clean, entity.aliases))
                data["roles"] += [
                    _given(
                        title=clean(role.title),
                        country=role.country,
                        organization=self._called(role.organization, record),
                        former=role.former or None,
                        article=article,
                    )
                    for role in entity.roles
                ]
            case Country():
                data |= {"code": entity.code, "latin": entity.name_en}
            case Organization():
                data |= _given(country=data.get("country") or entity.country)
                data["aliases"].update(map(clean, entity.aliases))
            case Place():
                data |= _given(country=data.get("country") or entity.country)
        return key

    def _certainty(self, key: str) -> Data:
        score = self.links.entities[key].score
        return {"score": round(score, 2)} if score < 1 else {}

    @staticmethod
    def _called(organization: str | None, record: ArticleRecord) -> str | None:
        """The name of a role's organisation, which may be given by its id."""
        return next((o.name for o in record.organizations if o.id == organization), organization)

    def _meeting(
        self,
        meeting: Meeting,
        record: ArticleRecord,
        article: int,
        at: Callable[[Span], list[int]],
        party: Callable[[Ref], Data],
    ) -> str:
        key = self.links.entity(record.id, meeting.id)
        place = meeting.place
        telling = _given(
            article=article,
            kind=meeting.kind,
            status=meeting.status,
            place=place and place.name,
            country=place and place.country,
            date=_date(meeting.date),
            topics=meeting.topics or None,
        )
        telling |= {"parties": [party(p) for p in meeting.participants], "evidence": [at(s) for s in meeting.evidence]}
        tellings = self.meetings.setdefault(key, {"id": key, "tellings": []} | self._certainty(key))["tellings"]
        tellings.append(telling)
        return key

    def _statement(
        self, statement: Statement, article: int, at: Callable[[Span], list[int]], party: Callable[[Ref], Data]
    ) -> int:
        data = _given(
            article=article,
            verb=statement.verb,
            act=statement.act,
            mode=statement.mode,
            source=statement.source,
            date=_date(statement.date),
        )
        data |= {
            "speakers": [party(p) for p in statement.speakers],
            "about": [party(p) for p in statement.about],
            "content": at(statement.content),
            "parts": [at(span) for span in statement.parts],
            "evidence": at(statement.evidence),
        }
        self.statements.append(data)
        return len(self.statements) - 1


def _numbered(items: dict[str, Data], told: Callable[[Data], int]) -> dict[str, int]:
    """Key → index, those that most articles tell of first."""
    return {key: number for number, key in enumerate(sorted(items, key=lambda key: -told(items[key])))}


def _given(**fields: Any) -> Data:
    return {name: value for name, value in fields.items() if value is not None}


def _date(date: DateValue | None) -> Data | None:
    return _given(text=date.text, start=date.start, end=date.end, granularity=date.granularity) if date else None


def _utf16(text: str) -> Callable[[int], int]:
    """Offset in characters → offset in UTF-16 units."""
    wide = [i for i, c in enumerate(text) if c > "\uffff"]
    return lambda offset: offset + bisect_left(wide, offset)
