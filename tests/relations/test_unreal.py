"""Encounters that did not take place: none of them comes out as held. Published on 2018-07-13."""

from __future__ import annotations

import pytest

from arner.syntax import modality
from tests.marked import read

BOTH = "{PER:سعيد عمر} و{PER:خالد حسن}"


def statuses(marked: str) -> list[str]:
    return [m["status"] for m in read(marked, published="2018-07-13")._.meetings if m["kind"] != "visit"]


@pytest.mark.parametrize(
    "marked",
    [
        # left the city without meeting him; without an encounter; without holding a meeting
        "غادر {PER:سعيد عمر} {LOC:نيويورك} من دون أن يجتمع مع {PER:خالد حسن}.",
        "عاد {PER:سعيد عمر} إلى بلاده دون لقاء مع {PER:خالد حسن}.",
        "وصل {PER:سعيد عمر} إلى {LOC:باريس} بدون عقد لقاء مع {PER:خالد حسن}.",
        # was supposed to meet him, but the encounter was called off; did not take place
        "كان من المفترض أن يلتقي {PER:سعيد عمر} نظيره القطري {PER:خالد حسن} أمس لكن اللقاء ألغي.",
        "كان من المقرر أن يجتمع {PER:سعيد عمر} مع {PER:خالد حسن} أمس لكن الاجتماع لم يعقد.",
        # ruled out; it is improbable; does not intend
        "استبعد {PER:فادي نور} عقد لقاء بين " + BOTH + ".",
        "من المستبعد عقد قمة بين " + BOTH + ".",
        "لا يعتزم {PER:سعيد عمر} عقد لقاء مع {PER:خالد حسن}.",
        # efforts failed; it was impossible; the mediator failed to bring them together
        "فشلت الجهود لعقد لقاء بين " + BOTH + ".",
        "تعذر عقد اجتماع بين " + BOTH + ".",
        "أخفق الوسيط في عقد لقاء بين " + BOTH + ".",
        # there was none; it did not come about; no plans; no truth in it; no need
        "لم يكن هناك لقاء بين " + BOTH + ".",
        "لم يتم اللقاء بين " + BOTH + ".",
        "لم تجر أي محادثات بين " + BOTH + " أمس.",
        "لا خطط للقاء بين " + BOTH + ".",
        "قال المتحدث إنه لا توجد خطط لعقد قمة بين " + BOTH + ".",
        "لا صحة لأنباء عن لقاء " + BOTH + ".",
        "لا حاجة إلى لقاء بين " + BOTH + ".",
        "لن تكون هناك قمة بين " + BOTH + ".",
        # almost
        "كاد {PER:سعيد عمر} يلتقي {PER:خالد حسن}.",
        "كان {PER:سعيد عمر} على وشك لقاء {PER:خالد حسن}.",
        # whether, if
        "تساءل عما إذا كان {PER:سعيد عمر} سيلتقي {PER:خالد حسن}.",
        "لو التقى {PER:سعيد عمر} نظيره {PER:خالد حسن} لتغير الأمر.",
        # impossible; never met
        "لا يمكن عقد قمة بين " + BOTH + ".",
        "لم يسبق أن التقى {PER:سعيد عمر} {PER:خالد حسن}.",
    ],
)
def test_what_did_not_happen_is_not_held(marked: str) -> None:
    assert set(statuses(marked)) <= {"cancelled"}


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        # if a meeting is held; does not rule out meeting him; is ready to
        ("في حال عقد لقاء بين " + BOTH + " سيكون ذلك مهما.", "proposed"),
        ("لم يستبعد {PER:فادي نور} عقد لقاء بين " + BOTH + ".", "proposed"),
        # met him although he had refused an encounter with another; met him without delay
        ("التقى {PER:سعيد عمر} نظيره {PER:خالد حسن} بعد أن رفض الاستقالة.", "held"),
        ("عقد {PER:سعيد عمر} لقاء مع {PER:خالد حسن} دون تأخير.", "held"),
        ("قال {PER:سعيد عمر} إنه اجتمع مع {PER:خالد حسن} ولم يبحث معه الأزمة.", "held"),
    ],
)
def test_a_denial_of_something_else_is_none(marked: str, status: str) -> None:
    assert statuses(marked)[:1] == [status]


def test_a_visit_that_was_called_off_later() -> None:
    # was due to visit Paris last week, but the visit did not take place
    marked = "كان من المقرر أن يزور {PER:سعيد عمر} {LOC:باريس} الأسبوع الماضي لكن الزيارة لم تتم."
    assert [m["status"] for m in read(marked, published="2018-07-13")._.meetings] == ["cancelled"]


def test_denials_are_told_from_what_they_do_not_reach() -> None:
    assert modality.without("من دون ان يجتمع".split(), 3, 0)
    assert not modality.without("اجتمع به دون تاخير".split(), 0, 0)
    assert modality.there_is_no("لا صحه لانباء عن لقاء".split(), 4, 0)
    assert not modality.there_is_no("لا يزال ينتظر لقاء".split(), 3, 0)
    assert modality.asked("ما اذا كان سيلتقي".split(), 3, 0)
