"""Every shipped table holds what its schema says, and nothing that no rule reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from pydantic import BaseModel

from arner.lexicon import schema
from arner.lexicon.own import LexiconError
from arner.lexicon.schema import TABLES, Table, check

DATA = Path(str(files("arner.lexicon"))) / "data"
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(str(files("arner"))).rglob("*.py")
    if path.name not in ("schema.py", "own.py")
)
# Keys that tell a reader of the file something, not the program.
FOR_READERS = {"example", "gloss"}
# Keys of tables that a rule goes through as a whole.
ONE_OF_MANY = {"recent", "contested"}


def _models() -> Iterator[type[BaseModel]]:
    yield from (model for model in vars(schema).values() if isinstance(model, type) and issubclass(model, BaseModel))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_holds_what_its_schema_says(name: str) -> None:
    check(name, DATA / f"{name}.toml")


@pytest.mark.parametrize("model", _models(), ids=lambda m: m.__name__)
def test_every_key_is_read_by_some_rule(model: type[BaseModel]) -> None:
    keys = {field.alias or name for name, field in model.model_fields.items()} - FOR_READERS - ONE_OF_MANY
    unread = {key for key in keys if not re.search(rf"""["'.]{re.escape(key)}\b|\b{re.escape(key)}: """, CODE)}
    assert not unread


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ('[[unit]]\ngranularity = "day"\ncolour = "red"\n', 3, "unit.0.colour"),
        ('[tense]\nfuture = ["سوف"]\npasts = ["كان"]\n', 3, "tense.pasts"),
        ("[colours]\n", 1, "colours"),
    ],
)
def test_an_unknown_key_is_an_error_with_its_line(tmp_path: Path, table: str, line: int, reason: str) -> None:
    shipped = (DATA / "dates.toml").read_text(encoding="utf-8")
    name = table.split("]")[0].lstrip("[")
    cut = re.sub(rf"(?ms)^\[+{name}\]+.*?(?=^\[|\Z)", "", shipped) if name != "colours" else shipped
    path = tmp_path / "dates.toml"
    path.write_text(table + cut, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        check("dates", path)
    assert caught.value.path == path
    assert reason.split(".")[0] in caught.value.reason
    assert caught.value.line is not None


def test_tables_are_frozen() -> None:
    assert all(model.model_config.get("frozen") for model in _models() if issubclass(model, Table))
