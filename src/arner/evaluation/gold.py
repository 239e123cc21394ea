"""Gold files: what a careful reader takes from an article, one JSON file an article, named by the article's id.

    {"people": [{"name": "عادل الجبير", "aliases": ["الجبير"],
                 "roles": [{"title": "وزير الخارجية", "country": "SA", "former": false}]}],
     "countries": [{"code": "RU"}],
     "organizations": [{"name": "حماس"}],
     "meetings": [{"kind": "talks", "participants": ["عادل الجبير", "RU"], "place": "موسكو", "country": "RU",
                   "date": "2015-08-11", "status": "held", "evidence": "words of the article that tell of it"}],
     "statements": [{"speakers": ["عادل الجبير"], "verb": "قال", "mode": "direct", "content": "what was said"}]}

and likewise, with the fields that `arner.events` tells of, for every other kind of event: `agreements`,
`appointments`. A party is a person's or an organisation's name, the ISO code of a state, or the words of the text. A
date is an ISO day, month or year, or the words of the text. What a file has no key for is not counted for it, nor is
a field of an event that it leaves out; fields that are not named here are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError, create_model

from arner.events import RELATIONS, Relation
from arner.files import READ_ERRORS
from arner.inputs import InputFailure, first_problem
from arner.records import ArticleRecord, Mode

SCORED = tuple(relation for relation in RELATIONS if not relation.own)


class GoldRole(BaseModel):
    title: str
    country: str | None = None
    former: bool = False


class GoldPerson(BaseModel):
    name: str
    aliases: list[str] = []
    roles: list[GoldRole] = []


class GoldCountry(BaseModel):
    code: str


class GoldOrganization(BaseModel):
    name: str


class GoldEvent(BaseModel):
    """An event; slots and values of its relation are fields of its subclass."""

    kind: str
    status: str
    evidence: str
    place: str | None = None
    country: str | None = None
    date: str | None = None

    def who(self, slot: str) -> list[str]:
        given = getattr(self, slot)
        return given if isinstance(given, list) else [given] if given else []

    def value(self, name: str) -> str | None:
        given = getattr(self, name)
        return None if given is None else str(given)


class GoldStatement(BaseModel):
    speakers: list[str] = []
    verb: str
    mode: Mode
    content: str


def _event(relation: Relation) -> Any:
    """The model of a relation's events, with the kinds and statuses that records have."""
    (record,) = get_args(ArticleRecord.model_fields[relation.field].annotation)
    fields: dict[str, Any] = {name: (record.model_fields[name].annotation, ...) for name in ("kind", "status")}
    fields |= {slot.field: (list[str] | str | None, None) for slot in relation.slots}
    fields |= dict.fromkeys(relation.values, (str | int | None, None))
    return create_model(f"Gold{relation.id.capitalize()}", __base__=GoldEvent, **fields)


class _GoldArticle(BaseModel):
    people: list[GoldPerson] | None = None
    countries: list[GoldCountry] | None = None
    organizations: list[GoldOrganization] | None = None
    statements: list[GoldStatement] | None = None

    def events(self, relation: Relation) -> list[GoldEvent] | None:
        found: list[GoldEvent] | None = getattr(self, relation.field)
        return found


if TYPE_CHECKING:

    class GoldArticle(_GoldArticle): ...
else:
    GoldArticle = create_model(
        "GoldArticle", __base__=_GoldArticle, **{r.field: (list[_event(r)] | None, None) for r in SCORED}
    )


def read_gold(folder: Path) -> Iterator[tuple[str, GoldArticle] | InputFailure]:
    """The gold files of `folder`, or of `folder/gold` where that is, with the ids of their articles, by name."""
    inner = folder / "gold"
    files = sorted((inner if inner.is_dir() else folder).glob("*.json"))
    if not files:
        yield InputFailure(
            str(folder), "the folder holds no gold file (*.json)" if folder.is_dir() else "no such folder"
        )
    for file in files:
        try:
            yield file.stem, GoldArticle.model_validate_json(file.read_bytes())
        except READ_ERRORS as error:
            yield InputFailure(str(file), str(error))
        except ValidationError as error:
            yield InputFailure(str(file), f"not a gold file: {first_problem(error)}")
