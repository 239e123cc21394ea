"""PLOVER event types and modes of meetings, agreements and statements, for political scientists.

PLOVER (Political Language Ontology for Verifiable Event Records, Open Event Data Alliance) is the successor of CAMEO.
The codes below are those of its table from CAMEO, `CAMEO2PLOVER-2021.txt` in https://github.com/openeventdata/PLOVER;
beside each stands the CAMEO code that it is mapped from. They are computed from a record and stored nowhere.

    >>> from arner import plover
    >>> from arner.records import Meeting
    >>> plover.code(Meeting(id="m1", kind="visit", status="held", evidence=[], rule="visit"))
    Code(event='CONSULT', mode='visit')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from arner.records import Event, Statement

__all__ = ["Code", "code"]


class Code(NamedTuple):
    """An event type and its mode, None where PLOVER has none that the record tells."""

    event: str
    mode: str | None = None


_STATUS = {
    "planned": Code("AGREE"),  # 036: express intent to meet or negotiate
    "proposed": Code("DEMAND", "meet"),  # 106: demand meeting, negotiation
    "cancelled": Code("REJECT", "meet"),  # 125: reject proposal to meet, discuss, negotiate
}
_KIND = {
    "call": Code("CONSULT", "phone"),  # 041
    "visit": Code("CONSULT", "visit"),  # 042
}
_AGREEMENT = {
    "signed": Code("SUPPORT"),  # 057: sign formal agreement
    "reached": Code("AGREE"),  # 030: express intent to cooperate
    "planned": Code("AGREE"),  # 030
    "proposed": Code("DEMAND", "meet"),  # 107: demand settling of dispute
    "rejected": Code("REJECT", "meet"),  # 127: reject plan, agreement to settle dispute
}
_TRUCE = Code("RETREAT", "ceasefire")  # 0871: declare truce, ceasefire
_ACT = {
    "promise": Code("AGREE"),  # 030
    "praise": Code("SUPPORT"),  # 051: praise or endorse
    "welcome": Code("SUPPORT"),  # 051
    "criticise": Code("ACCUSE", "disapprove"),  # 111: criticise or denounce
    "condemn": Code("ACCUSE", "disapprove"),  # 111
    "accuse": Code("ACCUSE", "disapprove"),  # 112
    "threaten": Code("THREATEN"),  # 130
    "demand": Code("DEMAND"),  # 100
    "call_for": Code("DEMAND"),  # 100
}


def code(event: Event | Statement) -> Code | None:
    """The code of an event or a statement; None for what PLOVER codes not at all, such as a mere remark.

    «ألغى الرئيس زيارته إلى طوكيو» (the president called off his visit to Tokyo), a cancelled visit: `REJECT`, `meet`.
    """
    from arner.records import Agreement, Meeting, Statement  # here, so that `import arner.plover` costs nothing

    match event:
        case Statement():
            return _ACT.get(event.act)
        case Meeting():
            return _STATUS.get(event.status) or _KIND.get(event.kind) or Code("CONSULT")  # 040
        case Agreement():
            truce = event.kind == "ceasefire" and event.status in ("signed", "reached")
            return _TRUCE if truce else _AGREEMENT.get(event.status)
    return None
