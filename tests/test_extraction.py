"""Many articles, in one process or several: order kept, no article costing another its record."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from arner import extraction
from arner.extraction import extract
from arner.inputs import InputFailure
from arner.records import Article
from tests.faults import DIE, RAISE, pipeline, pool


@pytest.fixture(autouse=True)
def _faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "_pipeline", pipeline)
    monkeypatch.setattr(extraction, "pool", pool)


def articles(*texts: str) -> list[Article]:
    return [Article(id=str(number), text=text) for number, text in enumerate(texts)]


def told(outcomes: Iterator[str | InputFailure]) -> list[str]:
    return [f"{o.where} failed" if isinstance(o, InputFailure) else json.loads(o)["id"] for o in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_is_kept_and_a_failure_costs_one_record(jobs: int) -> None:
    texts = ["خبر"] * 30
    texts[3] = texts[17] = RAISE
    expected = [f"{n} failed" if text == RAISE else str(n) for n, text in enumerate(texts)]
    assert told(extract(articles(*texts), jobs=jobs)) == expected


def test_a_dying_process_costs_one_record() -> None:
    texts = ["خبر"] * 30
    texts[9] = DIE
    outcomes = list(extract(articles(*texts), jobs=2))
    assert told(iter(outcomes)) == [str(n) if n != 9 else "9 failed" for n in range(30)]
    assert outcomes[9] == InputFailure("9", "the process that read it died (out of memory?)")


def test_the_failure_says_why() -> None:
    assert list(extract(articles(RAISE))) == [InputFailure("0", "RuntimeError: لا أقرأ")]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_articles_no_records(jobs: int) -> None:
    assert list(extract([], jobs=jobs)) == []


def test_articles_are_read_as_they_are_needed() -> None:
    read = 0

    def source() -> Iterator[Article]:
        nonlocal read
        for article in articles(*["خبر"] * 1000):
            read += 1
            yield article

    next(extract(source()))
    assert read < 20
