"""Reading gold files."""

from __future__ import annotations

from pathlib import Path

import pytest

from arner.evaluation.gold import GoldArticle, read_gold
from arner.inputs import InputFailure


@pytest.mark.parametrize("inner", ["", "gold"])
def test_a_folder_of_files_named_by_their_articles(inner: str, tmp_path: Path) -> None:
    folder = tmp_path / inner
    folder.mkdir(exist_ok=True)
    (folder / "b.json").write_text('{"countries": [{"code": "RU", "surfaces": ["روسيا"]}]}', encoding="utf-8")
    (folder / "a.json").write_text("{}", encoding="utf-8")
    (a, nothing), (b, russia) = read_gold(tmp_path)  # type: ignore[misc]
    assert (a, nothing) == ("a", GoldArticle())
    assert (b, russia.countries[0].code, russia.people) == ("b", "RU", None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "Invalid JSON"),
        ('{"people": [{"name": 1}]}', "people.0.name"),
        ('{"agreements": [{"kind": "pact", "status": "signed", "evidence": ""}]}', "agreements.0.kind"),
        ("[]", "not a gold file"),
        ("\udcff", ""),
    ],
)
def test_a_broken_file_is_named_and_the_others_are_read(text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    (tmp_path / "b.json").write_text("{}", encoding="utf-8")
    failure, other = read_gold(tmp_path)
    assert isinstance(failure, InputFailure)
    assert failure.where.endswith("a.json")
    assert problem in failure.problem
    assert other == ("b", GoldArticle())


def test_no_gold(tmp_path: Path) -> None:
    for folder, problem in ((tmp_path, "holds no gold file"), (tmp_path / "none", "no such folder")):
        (failure,) = read_gold(folder)
        assert isinstance(failure, InputFailure)
        assert problem in failure.problem
