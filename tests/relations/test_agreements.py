"""Treaties, deals and truces: who, what about, how far. Mentions are marked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from arner.relations.agreements.component import find_agreements
from arner.relations.reading import reading_of
from tests.marked import read


def agreements(marked: str) -> list[dict[str, Any]]:
    return find_agreements(reading_of(read(marked, published="2019-03-14")))


def parties(agreement: dict[str, Any]) -> set[str]:
    return {party["ref"] or party["name"] for party in agreement["parties"]}


@pytest.mark.parametrize(
    ("marked", "kind", "status", "who"),
    [
        # Egypt and Jordan signed a gas agreement yesterday.
        ("وقعت {LOC:مصر} و{LOC:الأردن} أمس اتفاقية للغاز.", "agreement", "signed", {"country:EG", "country:JO"}),
        # The company's contract with the ministry is no state's: a body binds itself.
        ("أبرمت {ORG:شركة أمواج} عقدا مع {LOC:تونس} لبناء ميناء.", "contract", "reached", {"o1", "country:TN"}),
        # A minister who signs stands for his state.
        ("وقع وزير النقل المغربي {PER:سليم عمر} مع نظيره الإسباني مذكرة تفاهم.", "memorandum", "signed",
         {"country:MA", "country:ES"}),
        # President Salva Kiir signed with the Sudanese company: his own state is not named, so he binds himself.
        ("وقع الرئيس {PER:سلفا كير} اتفاقا مع {ORG:شركة النفط السودانية}.", "agreement", "signed", {"p1", "o1"}),
        # Washington left the nuclear deal: the one party that leaves.
        ("انسحبت {LOC:واشنطن} من الاتفاق النووي.", "agreement", "ended", {"country:US"}),
        # The truce agreed on between Iraq and Turkey (a relative clause carries it).
        ("الهدنة التي تم التوصل إليها بين {LOC:العراق} و{LOC:تركيا}.", "ceasefire", "reached",
         {"country:IQ", "country:TR"}),
        # France called for a truce between the two; who calls is no party.
        ("دعت {LOC:فرنسا} إلى هدنة بين {LOC:العراق} و{LOC:تركيا}.", "ceasefire", "proposed",
         {"country:IQ", "country:TR"}),
        # They are expected to sign.
        ("من المقرر أن توقع {LOC:مصر} و{LOC:الأردن} اتفاقية للنقل.", "agreement", "planned",
         {"country:EG", "country:JO"}),
        # Egypt and Jordan agreed to open a line.
        ("اتفقت {LOC:مصر} و{LOC:الأردن} على فتح خط بحري.", "agreement", "reached", {"country:EG", "country:JO"}),
    ],
)  # fmt: skip
def test_kind_status_and_parties(marked: str, kind: str, status: str, who: set[str]) -> None:
    (found,) = agreements(marked)
    assert (found["kind"], found["status"], parties(found)) == (kind, status, who)


def test_what_it_is_about_ends_with_the_line() -> None:
    # The deal that the state signed with Iran on (and the line ends).
    (found,) = agreements("الاتفاق الموقع مع {LOC:إيران} على\nقال الوزير ذلك.")
    assert found["subject"] is None
    (found,) = agreements("اتفقت {LOC:مصر} و{LOC:الأردن} على فتح خط\nقال الوزير ذلك.")
    assert found["subject"]["end"] - found["subject"]["start"] == len("فتح خط")


@pytest.mark.parametrize(
    "marked",
    [
        "وقع انفجار في {LOC:بيروت} أمس.",  # An explosion happened: the same verb.
        "تحدث الوزير عن الاتفاق.",  # The minister spoke of the agreement: a topic.
        "اتفقت {LOC:مصر} و{LOC:الأردن} على ذلك.",  # They agreed on that.
        "اتفق {PER:سليم عمر} مع {PER:خالد فرح}.",  # They were of one mind, on nothing told.
        "يتولى المجلس عقد لقاء في {LOC:بيروت}.",  # Holding a meeting is no contract.
    ],
)
def test_no_agreement(marked: str) -> None:
    assert agreements(marked) == []


def test_what_is_told_again_is_one() -> None:
    """Signed in the first sentence, named again in the second (the agreement between the two)."""
    (found,) = agreements(
        "وقعت {LOC:مصر} و{LOC:الأردن} في {LOC:عمان} اتفاقية للغاز. ويمتد الاتفاق بين {LOC:مصر} و{LOC:الأردن} سنوات."
    )
    assert found["status"] == "signed"
    assert found["place"]["name"] == "عمان"
    assert len(found["evidence"]) == 2
