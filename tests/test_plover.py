"""PLOVER codes of meetings and statements."""

from __future__ import annotations

from typing import get_args

import pytest

from arner import plover
from arner.records import (
    Act,
    Agreement,
    AgreementKind,
    AgreementStatus,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Span,
    Statement,
)
from tests.samples import signing


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("meeting", "held", ("CONSULT", None)),
        ("summit", "ongoing", ("CONSULT", None)),
        ("visit", "held", ("CONSULT", "visit")),
        ("call", "held", ("CONSULT", "phone")),
        ("visit", "planned", ("AGREE", None)),
        ("talks", "proposed", ("DEMAND", "meet")),
        ("visit", "cancelled", ("REJECT", "meet")),
    ],
)
def test_meetings(kind: MeetingKind, status: MeetingStatus, expected: tuple[str, str | None]) -> None:
    assert plover.code(Meeting(id="m1", kind=kind, status=status, evidence=[], rule="visit")) == expected


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("memorandum", "signed", ("SUPPORT", None)),
        ("agreement", "reached", ("AGREE", None)),
        ("ceasefire", "reached", ("RETREAT", "ceasefire")),
        ("ceasefire", "proposed", ("DEMAND", "meet")),
        ("treaty", "rejected", ("REJECT", "meet")),
        ("treaty", "ended", None),
    ],
)
def test_agreements(kind: AgreementKind, status: AgreementStatus, expected: tuple[str, str | None] | None) -> None:
    assert plover.code(Agreement(id="a1", kind=kind, status=status, evidence=[], rule="sign")) == expected


def test_a_change_of_office_has_no_code() -> None:
    assert plover.code(signing().appointments[0]) is None


def statement(act: Act) -> Statement:
    span = Span(start=0, end=3, text="قال")
    return Statement(id="s1", verb="قال", act=act, mode="indirect", content=span, evidence=span, rule="say")


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("accuse", ("ACCUSE", "disapprove")),
        ("threaten", ("THREATEN", None)),
        ("praise", ("SUPPORT", None)),
        ("say", None),
    ],
)
def test_statements(act: Act, expected: tuple[str, str | None] | None) -> None:
    assert plover.code(statement(act)) == expected


def test_every_code_is_of_an_event_type() -> None:
    types = {"AGREE", "CONSULT", "SUPPORT", "DEMAND", "ACCUSE", "REJECT", "THREATEN"}
    codes = [plover.code(statement(act)) for act in get_args(Act)]
    assert {code.event for code in codes if code} <= types
    assert sum(code is None for code in codes) > 5  # PLOVER codes no mere remarks
