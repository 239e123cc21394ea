"""The rest of a title that no list has, up to its holder."""

from __future__ import annotations

import pytest

from tests.entities.marked_roles import read, roles


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        # the minister of land planning, housing and town policy
        (
            "قالت وزيرة إعداد التراب والإسكان وسياسة المدينة {PER:هدى عمر} ذلك.",
            "وزيرة إعداد التراب والإسكان وسياسة المدينة",
        ),
        (
            "حضرت {PER:هدى عمر}، وزيرة الانتقال الطاقي والتنمية المستدامة، و{PER:زيد حسن}.",
            "وزيرة الانتقال الطاقي والتنمية المستدامة",
        ),
        (
            "قالت وزيرة الخارجية والمغاربة المقيمين بالخارج {PER:هدى عمر} ذلك.",
            "وزيرة الخارجية والمغاربة المقيمين بالخارج",
        ),
        # in charge of relations with parliament; of the treaty with Iran
        ("قالت الوزيرة المكلفة بالعلاقة مع البرلمان {PER:هدى عمر} ذلك.", "الوزيرة المكلفة بالعلاقة مع البرلمان"),
        ("وقالت المفوضة المسؤولة عن سياسة الجوار {PER:هدى عمر} ذلك.", "المفوضة المسؤولة عن سياسة الجوار"),
        # the head of His Highness's, the minister of defence's, office
        ("وحضرت مديرة مكتب سمو وزير الدفاع {PER:هدى عمر} ذلك.", "مديرة مكتب سمو وزير الدفاع"),
        ("وحضرت المستشارة في مكتب معالي وزير العدل {PER:هدى عمر} ذلك.", "المستشارة في مكتب معالي وزير العدل"),
        # a body where it is, or for whom
        ("وقالت مديرة مكتب الثقافة في {LOC:نابلس} {PER:هدى عمر} ذلك.", "مديرة مكتب الثقافة في نابلس"),
        ("وقالت عضوة المكتب التنفيذي للاتحاد {PER:هدى عمر} ذلك.", "عضوة المكتب التنفيذي للاتحاد"),
        ("وقالت رئيسة اللجنة المنظمة لكأس العالم {PER:هدى عمر} ذلك.", "رئيسة اللجنة المنظمة لكأس العالم"),
    ],
)
def test_up_to_the_name(marked: str, title: str) -> None:
    assert [said for said, _ in roles(read(marked))["هدى عمر"]] == [title]


@pytest.mark.parametrize(
    "marked",
    [
        "التقى وزير الصحة في {LOC:بيروت} {PER:سليم عمر} أمس.",  # met S. O. in Beirut
        "حضر وزير الصحة والسفير {PER:سليم عمر} الحفل.",  # the minister and the ambassador
        "استقبل الوزير في مكتبه {PER:سليم عمر} أمس.",
        "قال قيادي في حركة {ORG:النهضة} في مصير الجندي {PER:سليم عمر} ذلك.",  # on the fate of the soldier
        "ترأس وزير الدولة القطري أعمال الدورة {PER:سليم عمر}.",
        "قال رئيس الوزراء بعد لقاء {PER:سليم عمر} ذلك.",
    ],
)
def test_whom_it_does_not_reach(marked: str) -> None:
    assert all(
        "وزير" not in title and "قيادي" not in title and "رئيس" not in title
        for title, _ in roles(read(marked))["سليم عمر"]
    )


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # at the end of a sentence, before a relative clause, before the day
        ("اتصل برئيس الوزراء التونسي، {PER:سليم عمر}.", [("رئيس الوزراء", "TN")]),
        ("{PER:سليم عمر}، وزير الدفاع التونسي الذي استقال، وصل.", [("وزير الدفاع", "TN")]),
        ("ربط {PER:سليم عمر}، وزير الدفاع التونسي السبت، بين الأمرين.", [("وزير الدفاع", "TN")]),
        # S. O., who is a member of …
        ("قال {PER:سليم عمر} وهو عضو بارز في مجلس النواب التونسي ذلك.", [("عضو بارز في مجلس النواب", "TN")]),
        ("قال {PER:سليم عمر}، وهو وزير الدفاع التونسي، ذلك.", [("وزير الدفاع", "TN")]),
        # her spokesman; the first lady
        ("ترفض تونس ذلك. وقال المتحدث باسمها، {PER:سليم عمر}، إن هذا حق.", [("المتحدث", "TN")]),
        (
            "وصل المندوب الدائم لتونس لدى {ORG:الأمم المتحدة} {PER:سليم عمر}.",
            [("المندوب الدائم لدى الأمم المتحدة", "TN")],
        ),
    ],
)
def test_apposed(marked: str, expected: list[tuple[str, str | None]]) -> None:
    assert roles(read(marked))["سليم عمر"] == expected
