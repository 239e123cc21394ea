"""Who stands near an encounter and takes no part in it: in another clause, a companion, a father. On 2018-07-13."""

from __future__ import annotations

import pytest

from tests.marked import read

OMAR, HASSAN, NOUR = "سعيد عمر", "خالد حسن", "فادي نور"


def told(marked: str) -> list[set[str]]:
    return [{p["name"] for p in m["participants"]} for m in read(marked, published="2018-07-13")._.meetings]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        # met him in the palace after a week of differences over the plan of a third
        ("التقى {PER:سعيد عمر} {PER:خالد حسن} في القصر بعد أسبوع من خلاف على خطة {PER:فادي نور}.", {OMAR, HASSAN}),
        # the council, in which Egypt has a seat beside Tunisia, meets with him
        ("يجتمع {PER:سعيد عمر}، الذي عمل إلى جانب {PER:فادي نور}، مع {PER:خالد حسن} اليوم.", {OMAR, HASSAN}),
        # the minister, his name, met him and praised a third
        ("قال المتحدث إن الوزير، {PER:سعيد عمر}، التقى {PER:خالد حسن} وشكر {PER:فادي نور}.", {OMAR, HASSAN}),
        # negotiates with him after his agreement with a third
        ("أجرى {PER:سعيد عمر} مفاوضات مع {PER:خالد حسن} بعد تفاهمه مع {PER:فادي نور}.", {OMAR, HASSAN}),
    ],
)
def test_who_stands_in_another_clause(marked: str, who: set[str]) -> None:
    assert told(marked) == [who]


@pytest.mark.parametrize(
    "marked",
    [
        # discussed the option, and studied with his advisers how to force a third; met after joining his campaign
        "ناقش {PER:سعيد عمر} الخيار، ودرس مع مستشاريه خطة ضد {GPE:قبرص}.",
        "التقى {PER:سعيد عمر} بعد انضمامه إلى حملة {PER:فادي نور}.",
        # met soldiers of the coalition's operation; an encounter with young people and British soldiers
        "التقت {PER:ليلى بدر} في القاعدة جنودا ألمانا في إطار عمليات {ORG:حركة النهضة}.",
        # «the boycott is applicable», spelt like «he met him»
        "سأل {PER:سعيد عمر} {PER:خالد حسن} هل المقاطعة قابلة للتطبيق.",
    ],
)
def test_nobody_is_met(marked: str) -> None:
    assert not [who for who in told(marked) if len(who) > 1]


def test_who_comes_with_the_host_is_not_received() -> None:
    # received, with his wife, the team
    (who,) = told("استقبل الرئيس {PER:سعيد عمر} وزوجته {PER:ليلى بدر} {PER:خالد حسن} في القصر.")
    assert who >= {OMAR, HASSAN}
    # met him, with his wife
    assert told("اجتمع {PER:سعيد عمر} مع زوجته {PER:ليلى بدر} مع {PER:خالد حسن} أمس.") == [{OMAR, HASSAN}]


def test_who_is_named_in_a_later_clause_is_not_received() -> None:
    # received the mission in the palace, where people were invited, among them somebody
    found = told("استقبل {PER:سعيد عمر} البعثة في القصر، حيث دعي كثيرون، ومنهم {PER:خالد حسن}.")
    assert not [who for who in found if HASSAN in who]


def test_a_son_is_not_his_father() -> None:
    assert told("التقى {PER:سعيد عمر} نجل {PER:خالد حسن} أمس.") == [{OMAR, "نجل خالد حسن"}]


def test_an_aide_is_not_the_leader() -> None:
    # after a meeting that he held with a prominent aide of his
    (who,) = told("قال {PER:سعيد عمر} ذلك بعد اجتماع عقده أمس مع مساعد بارز ل{PER:خالد حسن}.")
    assert HASSAN not in who
    assert OMAR in who


def test_teams_of_states_play_a_match() -> None:
    text = "فاز المنتخب في مباراة أمس بهدفين، وسجل اللاعب في الشوط الثاني من ملعب المدينة. "
    assert told(f"{text}وتلتقي {{GPE:بولندا}} مع {{GPE:السنغال}} لاحقا.") == []
    assert told("تلتقي {GPE:بولندا} مع {GPE:السنغال} لاحقا لبحث الأزمة.") != []


@pytest.mark.parametrize(
    "marked",
    [
        # thinks that holding talks with him would be of no use; expected a meeting; thinks of holding one
        "قال {PER:سعيد عمر} إنه يعتقد أن إجراء محادثات مع {PER:خالد حسن} بلا جدوى.",
        "نشرت الصحيفة تقريرا توقعت فيه اجتماعا بين {PER:سعيد عمر} و{PER:خالد حسن}.",
        "قال المتحدث إن {PER:سعيد عمر} يفكر في إجراء محادثات مع {PER:خالد حسن}.",
    ],
)
def test_what_is_thought_of_was_not_held(marked: str) -> None:
    assert not [m for m in read(marked, published="2018-07-13")._.meetings if m["status"] in ("held", "ongoing")]
