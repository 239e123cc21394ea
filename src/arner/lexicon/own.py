"""A user's own people, organisations, offices, places and countries, from a TOML or a CSV file.

    [[person]]                                        kind,name,aliases,country,name_latin
    name = "محمد الغامدي"                             person,محمد الغامدي,أبو فهد,,Mohammed Al-Ghamdi
    aliases = ["أبو فهد"]                             country,بلاد الرافدين,,IQ,
    name_latin = "Mohammed Al-Ghamdi"

People and organisations have the form of the tables of those known (`known_people.tsv`, `known_organizations.tsv`).
Nothing is taken from a file that has a fault: the error says where it is.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from arner.arabic.orthography import fold
from arner.lexicon.rows import BodyKind, KnownOffice
from arner.records import Act

Modality = Literal["real", "open", "denied", "possible", "planned", "proposed", "asked", "cancelled"]


def _has_letter(word: str) -> bool:
    return any(c.isalnum() for c in fold(word))


def _spelt(word: str) -> str:
    if not _has_letter(word):
        raise ValueError(f"{word!r} has no letter")
    return word


Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_spelt)]
_Inflected = Annotated[str, StringConstraints(strip_whitespace=True, pattern="^(?:[ء-ي][ً-ْ]*){2,}$")]
_KnownId = Annotated[Word, StringConstraints(pattern=r"^[^\s|#]+$")]
_CUES = ("verb", "noun", "carrier")
_KINDS = ("person", "organization", "office", "place", "country")
_COLUMNS = ("kind", "name", "aliases", "country", "name_latin", "id", "offices", "body")


class LexiconError(ValueError):
    """A user's file that cannot be used: `path`, `line` (from 1; None where none can be told) and `reason`."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        super().__init__(f"{path}{f':{line}' if line else ''}: {reason}")


def _office(row: str) -> str:
    KnownOffice.read(row)
    return row


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OwnPerson(_Entry):
    """Somebody who is found by `name` and `aliases` even where the tagger misses them: a row of `known_people.tsv`.

    `offices`: `title|country|organization|first year|last year` each.
    """

    id: _KnownId | None = None
    name: Word
    aliases: list[Word] = []
    name_latin: Word | None = None
    country: Word | None = None
    offices: list[Annotated[Word, AfterValidator(_office)]] = []

    @property
    def known_id(self) -> str:
        """What records call the person by in `known`."""
        return self.id or "-".join(self.name.split())


class OwnOrganization(_Entry):
    """A body; all `names` mean the same one: a row of `known_organizations.tsv`."""

    id: _KnownId | None = None
    names: list[Word] = Field(min_length=1)
    name_latin: Word | None = None
    country: Word | None = None
    kind: BodyKind | None = None

    @property
    def known_id(self) -> str:
        """What records call the body by in `known`."""
        return self.id or "-".join(self.names[0].split())


class OwnOffice(_Entry):
    """The head of an office's phrase; the keys mean what they mean in the package's offices.toml."""

    masculine: Word
    feminine: Word | None = None
    plural: list[Word] = []
    takes: list[Literal["portfolio", "genitive", "office", "region"]] = ["genitive"]
    after: list[Word] = []
    needs: Literal["country", "complement", "organization", "genitive", "after"] | None = None
    alone: bool = True
    bare: bool = False
    country: Word | None = None


class OwnPlace(_Entry):
    """A city, region or venue, all `names` of it; `country` is left out where none has it."""

    names: list[Word] = Field(min_length=1)
    country: Word | None = None


class OwnCountry(_Entry):
    """More words for the state `code`, by how they mean it."""

    code: Word
    names: list[Word] = []
    adjectives: list[Word] = []
    people: list[Word] = []
    capitals: list[Word] = []
    seats: list[Word] = []


class OwnVerb(_Entry):
    """A word of reporting; the keys mean what they mean in the package's reporting.toml.

    One with the id of an entry there takes its place.
    """

    id: Annotated[Word, StringConstraints(pattern="^[a-z][a-z0-9-]*$")]
    past: _Inflected
    present: _Inflected
    participle: _Inflected | None = None
    masdars: list[_Inflected] = []
    act: Act
    takes: list[Literal["clause", "speech", "quoted", "that", "object", "somebody"]] = ["clause"]
    after: list[Word] = []
    except_: list[Word] = Field([], alias="except")
    not_objects: list[Word] = []
    not_subjects: list[Word] = []
    with_pronoun: list[Word] = []
    impersonal: list[Literal["that", "quote", "colon", "governed", "object"]] = []
    no_pronoun: bool = False
    told: bool = False
    whom: bool = False
    things: bool = False
    person: bool = False
    through: list[Word] = []
    two_objects: bool = False
    renews: bool = False
    reaches: bool = False
    at_once: bool = False
    bare: bool = False
    whom_after: list[Word] = []
    example: Word


_Id = Annotated[Word, StringConstraints(pattern="^[a-z][a-z0-9-]*$")]
_FrameId = Annotated[Word, StringConstraints(pattern="^[a-z][a-z0-9 -]*$")]


class OwnRelation(_Entry):
    """A relation of your own: its events go to `record.events`. `status`: what each modality of a cue means in it."""

    id: _Id
    status: dict[Modality, Word] = {}


class OwnFrame(_Entry):
    """What fills the slots of a cue: the names of steps, as `arner rules --steps` lists them."""

    relation: _Id
    id: _FrameId
    explains: str = ""
    slots: dict[_Id, list[Word]]
    needs: dict[_Id, int] = {}
    status: dict[Modality, Word] = {}


class OwnCue(_Entry):
    """A verb, noun or carrier of a relation other than statements; the keys mean what they mean in agreements.toml."""

    relation: _Id
    id: _Id
    frame: _FrameId | None = None
    past: _Inflected | None = None
    present: _Inflected | None = None
    participle: _Inflected | None = None
    passive: _Inflected | None = None
    masdars: list[_Inflected] = []
    forms: list[_Inflected] = []
    by: list[str] = []
    with_: list[Word] = Field([], alias="with")
    near: list[Word] = []
    not_near: list[Word] = []
    carriers: list[Word] = []
    except_: list[Word] = Field([], alias="except")
    kind: Word | None = None
    status: Word | None = None
    example: Word


class Own(_Entry):
    """Everything that a user's files add. `verb` reports speech; cues of other relations stand apart."""

    person: list[OwnPerson] = []
    organization: list[OwnOrganization] = []
    office: list[OwnOffice] = []
    place: list[OwnPlace] = []
    country: list[OwnCountry] = []
    verb: list[OwnVerb] = []
    relation: list[OwnRelation] = []
    frame: list[OwnFrame] = []
    cue_verb: list[OwnCue] = []
    cue_noun: list[OwnCue] = []
    cue_carrier: list[OwnCue] = []

    def relations(self) -> list[str]:
        """The ids of the user's own relations."""
        return [relation.id for relation in self.relation]

    def joined(self, other: Own) -> Own:
        """Both together."""
        return Own(**{kind: [*getattr(self, kind), *getattr(other, kind)] for kind in Own.model_fields})

    def added_to(self, name: str, table: dict[str, Any]) -> dict[str, Any]:
        """The package's table `name` with these entries; `table` itself stays as it is."""
        if name == "organizations":
            return {**table, "organization": [*table["organization"], *map(_fields, self.organization)]}
        if name == "reporting":  # the user's first: they go before the package's where a form is of both
            mine = {entry.id for entry in self.verb}
            theirs = [entry for entry in table["verb"] if entry["id"] not in mine]
            return {**table, "verb": [*map(_fields, self.verb), *theirs]}
        if name == "frames":
            frames, relations = map(_fields, self.frame), map(_fields, self.relation)
            return {**table, "frame": [*table["frame"], *frames], "relation": [*table["relation"], *relations]}
        cues = {kind: [c for c in getattr(self, f"cue_{kind}") if c.relation == name] for kind in _CUES}
        if any(cues.values()):
            return {**table, **{kind: [*table.get(kind, []), *map(_fields, mine)] for kind, mine in cues.items()}}
        if name == "offices":
            return {**table, "office": [*map(_fields, self.office), *table["office"]]}
        if name == "places":
            return _with(table, ((place.country or "contested", {None: place.names}) for place in self.place))
        if name == "countries":
            return _with(table, ((c.code, c.model_dump(exclude={"code"})) for c in self.country))
        return table


def _fields(entry: _Entry) -> dict[str, Any]:
    return entry.model_dump(exclude_none=True, by_alias=True)


def _with(table: dict[str, Any], added: Iterable[tuple[str, Mapping[Any, Any]]]) -> dict[str, Any]:
    """`table` with words added to the lists under its keys, or to the lists in the tables there."""
    table = dict(table)
    for key, lists in added:
        for inner, words in lists.items():
            if inner is None:
                table[key] = [*table.get(key, []), *words]
            elif words:
                entry = table.get(key, {})
                table[key] = {**entry, inner: [*entry.get(inner, []), *words]}
    return table


def read_own(path: Path, codes: Set[str]) -> Own:
    """The entries of a user's file; `codes` are the countries there are.

    Raises:
        LexiconError: the file cannot be read, is neither TOML nor CSV, or has an entry that is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise LexiconError(path, None, "no such file") from None
    except UnicodeDecodeError as error:
        raise LexiconError(path, None, f"not UTF-8 (byte {error.start})") from None
    except OSError as error:
        raise LexiconError(path, None, error.strerror or str(error)) from None
    if path.suffix.lower() == ".csv":
        return _from_csv(path, text, codes)
    if path.suffix.lower() == ".toml":
        return _from_toml(path, text, codes)
    raise LexiconError(path, None, "a lexicon file ends in .toml or .csv")


def _from_toml(path: Path, text: str, codes: Set[str]) -> Own:
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise LexiconError(path, int(line[1]) if line else None, f"not TOML: {error}") from None
    except (RecursionError, ValueError) as error:  # nested a thousand deep, a number of a thousand digits
        raise LexiconError(path, None, f"not TOML: {error}") from None
    for kind in _CUES:  # [[verb]] is of statements where it names no relation
        given = entries.get(kind)
        if not isinstance(given, list):
            continue  # which is refused below
        cues = [entry for entry in given if isinstance(entry, dict) and "relation" in entry]
        others = [entry for entry in given if not (isinstance(entry, dict) and "relation" in entry)]
        if cues:
            entries |= {f"cue_{kind}": cues, kind: others}
            if not others:
                del entries[kind]
    try:
        own = Own.model_validate(entries)
    except ValidationError as error:
        where = error.errors()[0]["loc"]
        raise LexiconError(path, line_of(text, where), _reason(error)) from None
    for kind, number, code in _countries_of(own):
        if code not in codes:
            raise LexiconError(path, line_of(text, (kind, number)), _unknown(code))
    return own


def line_of(text: str, where: tuple[int | str, ...]) -> int | None:
    """The line of the entry, or of its key, that `where` points at: (kind, number, key), or (section, key)."""
    lines = text.splitlines()
    kind, number, key = (*where, None, None, None)[:3]
    kind = str(kind).removeprefix("cue_")
    if isinstance(number, str):
        number, key = None, number
    heads = [i for i, line in enumerate(lines, 1) if re.match(rf"\s*\[+\s*{re.escape(str(kind))}\s*[\].]", line)]
    heads = heads or [i for i, line in enumerate(lines, 1) if re.match(rf"\s*{re.escape(str(kind))}\s*=", line)]
    if not heads:
        return None
    head = heads[number] if isinstance(number, int) and number < len(heads) else heads[0]
    for i, line in enumerate(lines[head:], head + 1):
        if line.lstrip().startswith("["):
            break
        if key is not None and re.match(rf"\s*{re.escape(str(key))}\s*=", line):
            return i
    return head


def _countries_of(own: Own) -> Iterator[tuple[str, int, str]]:
    for kind in ("person", "organization", "office", "place"):
        for number, entry in enumerate(getattr(own, kind)):
            if entry.country is not None:
                yield kind, number, entry.country
    for number, person in enumerate(own.person):
        for office in map(KnownOffice.read, person.offices):
            if office.country is not None:
                yield "person", number, office.country
    for number, country in enumerate(own.country):
        yield "country", number, country.code


def _from_csv(path: Path, text: str, codes: Set[str]) -> Own:
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in rows.fieldnames or ()]
    except csv.Error as error:
        raise LexiconError(path, 1, f"not CSV: {error}") from None
    if not {"kind", "name"} <= set(header) or not set(header) <= set(_COLUMNS):
        raise LexiconError(path, 1, f"the columns are {', '.join(_COLUMNS)} (kind and name at least)")
    rows.fieldnames = header
    found: dict[str, list[dict[str, Any]]] = {}
    try:
        for row in rows:
            line = rows.line_num
            if None in row:
                raise LexiconError(path, line, "more values than columns")
            given = {key: (value or "").strip() for key, value in row.items()}
            kind, country = given["kind"], given.get("country") or None
            if not given["name"]:
                raise LexiconError(path, line, "no name")
            aliases = [alias.strip() for alias in given.get("aliases", "").split("|") if alias.strip()]
            entry = _of_row(path, line, kind, given, aliases, country)
            found.setdefault(kind, []).append(entry)
            _hold_to_form(path, line, kind, entry, codes)
    except csv.Error as error:
        raise LexiconError(path, rows.line_num, f"not CSV: {error}") from None
    return Own.model_validate(found)


def _of_row(
    path: Path, line: int, kind: str, given: dict[str, str], aliases: list[str], country: str | None
) -> dict[str, Any]:
    name = given["name"]
    row = {"id": given.get("id") or None, "name_latin": given.get("name_latin") or None, "country": country}
    if kind == "person":
        offices = [office.strip() for office in given.get("offices", "").split(";") if office.strip()]
        return {"name": name, "aliases": aliases, "offices": offices, **row}
    if kind == "organization":
        return {"names": [name, *aliases], "kind": given.get("body") or None, **row}
    if kind == "place":
        return {"names": [name, *aliases], "country": country}
    if kind == "office":
        return {"masculine": name, "plural": aliases, "country": country}
    if kind == "country":
        if country is None:
            raise LexiconError(path, line, "a country's name needs its code in the column «country»")
        return {"code": country, "names": [name, *aliases]}
    raise LexiconError(path, line, f"kind {kind!r} is none of {', '.join(k for k in Own.model_fields if k in _KINDS)}")


def _hold_to_form(path: Path, line: int, kind: str, entry: dict[str, Any], codes: Set[str]) -> None:
    """Raise where a row of a CSV file is malformed, while its line is known."""
    try:
        own = Own.model_validate({kind: [entry]})
    except ValidationError as error:
        raise LexiconError(path, line, _reason(error)) from None
    for _, _, code in _countries_of(own):
        if code not in codes:
            raise LexiconError(path, line, _unknown(code))


def _unknown(code: str) -> str:
    return f"{code!r} is no ISO 3166-1 alpha-2 code that arner knows"


def _reason(error: ValidationError) -> str:
    first = error.errors()[0]
    at = ".".join(str(part) for part in first["loc"])
    return f"{at}: {first['msg'].removeprefix('Value error, ')}"
