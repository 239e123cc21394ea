"""Gold files: what a careful reader takes from an article, one JSON file an article, named by the article's id.

    {"people": [{"name": "عادل الجبير", "aliases": ["الجبير"],
                 "roles": [{"title": "وزير الخارجية", "country": "SA", "former": false}]}],
     "countries": [{"code": "RU"}],
     "organizations": [{"name": "حماس"}],
     "meetings": [{"kind": "talks", "participants": ["عادل الجبير", "RU"], "place": "موسكو", "country": "RU",
                   "date": "2015-08-11", "status": "held", "evidence": "words of the article that tell of it"}],
     "statements": [{"speakers": ["عادل الجبير"], "verb": "قال", "mode": "direct", "content": "what was said"}]}

A party is a person's or an organisation's name, the ISO code of a state, or the words of the text. A date is an ISO
day, month or year, or the words of the text. Fields that are not named here are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError

from arner.files import READ_ERRORS
from arner.inputs import InputFailure, first_problem
from arner.records import MeetingKind, MeetingStatus, Mode


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


class GoldMeeting(BaseModel):
    kind: MeetingKind
    status: MeetingStatus
    participants: list[str] = []
    place: str | None = None
    country: str | None = None
    date: str | None = None
    evidence: str


class GoldStatement(BaseModel):
    speakers: list[str] = []
    verb: str
    mode: Mode
    content: str


class GoldArticle(BaseModel):
    people: list[GoldPerson] = []
    countries: list[GoldCountry] = []
    organizations: list[GoldOrganization] = []
    meetings: list[GoldMeeting] = []
    statements: list[GoldStatement] = []


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
