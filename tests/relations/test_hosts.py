"""Whose guest a visitor is, who acts where the text leaves it to be understood, and who is no party."""

from __future__ import annotations

import pytest

from tests.relations.met import meetings, told, who

OMAR, HASSAN = "سليم عمر", "زيد حسن"
VISIT = "يزور الرئيس المصري {PER:سليم عمر} {LOC:فرنسا} الأحد. "


def visitors(marked: str) -> list[list[str]]:
    return [who(meeting) for meeting in meetings(marked) if meeting["kind"] == "visit"]


@pytest.mark.parametrize(
    ("marked", "visits"),
    [
        # he will meet the French president; the king of Jordan told to have met him there
        (VISIT + "وسيلتقي {PER:سليم عمر} الرئيس الفرنسي {PER:زيد حسن}.", [[OMAR, HASSAN]]),
        (
            "تأتي بعد زيارة الرئيس المصري {PER:سليم عمر} إلى {LOC:عمان}، التي التقى خلالها ملك الأردن {PER:زيد حسن}.",
            [[OMAR, HASSAN]],
        ),
        # a minister of that state; the president of another; a minister who is received by the president
        (VISIT + "وسيلتقي {PER:سليم عمر} وزير النقل الفرنسي {PER:زيد حسن}.", [[OMAR]]),
        (VISIT + "وسيلتقي {PER:سليم عمر} الرئيس التركي {PER:زيد حسن}.", [[OMAR]]),
        (
            "زار وزير الخارجية المصري {PER:سليم عمر} {LOC:فرنسا} والتقى الرئيس الفرنسي {PER:زيد حسن}.",
            [[OMAR]],
        ),
    ],
)
def test_who_leads_the_state_is_the_host_of_another_leader(marked: str, visits: list[list[str]]) -> None:
    assert visitors(marked) == visits


@pytest.mark.parametrize(
    ("marked", "people"),
    [
        # Turkey had not got on in the negotiations; «it» held a retreat; what his tour comprised, where he met
        ("لم تكن {LOC:تركيا} قد تقدمت في المفاوضات مع {ORG:الاتحاد الأوروبي}.", {"تركيا", "الاتحاد الأوروبي"}),
        ("أعلنت اللجنة المحلية للنقل أنها عقدت اجتماعا مع {PER:سليم عمر}.", {"اللجنة المحلية للنقل", OMAR}),
        ("شملت جولة {PER:سليم عمر} أيضا {LOC:ليبيا}، حيث اجتمع مع {PER:زيد حسن}.", {OMAR, HASSAN}),
        # the villagers received him; the minister, minister of …, received him; at the ministry he met him
        ("استقبل القرويون {PER:سليم عمر} أمس.", {"القرويون", OMAR}),
        ("استقبل {PER:سليم عمر}، وزير الشؤون الخارجية والتعاون، اليوم في {LOC:الرباط}، {PER:زيد حسن}.", {OMAR, HASSAN}),
        ("التقى {PER:سليم عمر} ب{ORG:وزارة الثقافة} أمس {PER:زيد حسن}.", {OMAR, HASSAN}),
    ],
)
def test_who_acts(marked: str, people: set[str]) -> None:
    assert [set(names) for kind, _, names in told(marked) if kind != "visit"] == [people]


@pytest.mark.parametrize(
    ("marked", "nobody"),
    [
        # the paper revealed …, and held a meeting with him: rather another; the painting stolen from his house
        ("كشفت {ORG:صحيفة النهار} أمس أن الأزمة انتهت. وعقد اجتماعا مع {PER:زيد حسن}.", "صحيفة النهار"),
        (
            "قال المحلل إن اتصالات جرت بين {LOC:قبرص} و{LOC:اليونان} بشأن اللوحة التي سرقت من بيت {PER:زيد حسن}.",
            HASSAN,
        ),
        # that at the donors' conference the world pledged help
        (
            "قال {PER:زيد حسن} ذلك. وأشار الكاتب إلى أنه في مؤتمر المانحين الذي عقد عام 2007، تعهد العالم بالدعم.",
            HASSAN,
        ),
    ],
)
def test_who_does_not_act(marked: str, nobody: str) -> None:
    assert nobody not in {name for _, _, names in told(marked) for name in names}
