"""Bodies: how far a name reaches, which are two, which are only described."""

from __future__ import annotations

import pytest

from tests.mentions.test_names import names


def bodies(marked: str, kind: str = "organization") -> list[str]:
    return [text for text, found in names(marked) if found == kind]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the European Union rejected Russian gas: a definite noun governs no other
        ("ورفض {ORG:الاتحاد الأوروبي الغاز الروسي} أمس", ["الاتحاد الأوروبي"]),
        ("وزارت {ORG:لجنة الصحة المستشفى الجديد} أمس", ["لجنة الصحة"]),
        ("وطالب {ORG:المجلس القروي دول الجوار} بالتدخل", ["المجلس القروي"]),
        # the loyal forces of the army: an adjective agrees with a noun before it
        ("حررت قوات {ORG:الجيش السوداني الموالية} المدينة", ["الجيش السوداني"]),
        ("وقالت {ORG:المحكمة الدستورية العليا} ذلك", ["المحكمة الدستورية العليا"]),
        # the ruling Reform Party, the electoral committee in charge of the file: what is said of a body
        ("فاز {ORG:حزب الإصلاح الحاكم} بالمقعد", ["حزب الإصلاح"]),
        ("قالت {ORG:اللجنة الانتخابية المكلفة} بالملف ذلك", ["اللجنة الانتخابية"]),
        ("زار {ORG:المجلس الأعلى للثقافة لتكريم} الشاعر", ["المجلس الأعلى للثقافة"]),
        # two bodies, a body and an office
        ("اتفقت {ORG:الحركة الوطنية والتجمع الشعبي} على ذلك", ["الحركة الوطنية", "التجمع الشعبي"]),
        ("دعت {ORG:منظمة التعاون الجبلي والمنظمات الدولية} إلى ذلك", ["منظمة التعاون الجبلي"]),
        ("شارك {ORG:مركز السلام للدراسات ومدير} المتحف", ["مركز السلام للدراسات"]),
        ("وقع {ORG:معهد الجبل وجامعة السهل} المذكرة", ["معهد الجبل", "جامعة السهل"]),
        # … and the fields of one
        ("قالت {ORG:وزارة الصناعة والتجارة} ذلك", ["وزارة الصناعة والتجارة"]),
        ("قال {ORG:المجلس الأعلى للجامعات والمعاهد} ذلك", ["المجلس الأعلى للجامعات والمعاهد"]),
        ("قالت {ORG:جمعية المحامين الشباب} ذلك", ["جمعية المحامين الشباب"]),
        ("ناقشت {ORG:لجنة الأمن في البرلمان} ذلك", ["لجنة الأمن في البرلمان"]),
        ("وأحال النص {ORG:للجنة الأمن}", ["لجنة الأمن"]),  # to the security committee: three ل, two written
        ("وأحال النص {ORG:للجنة القانونية}", ["اللجنة القانونية"]),
    ],
)
def test_extent(marked: str, expected: list[str]) -> None:
    assert bodies(marked) == expected


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("انتقد {ORG:الحزب الحاكم} القرار", "الحزب"),  # the ruling party
        ("وقالت {ORG:المجلة الأميركية} ذلك", "المجلة الأميركية"),  # the American magazine
        ("ودعت {ORG:المنظمة الدولية} إلى ذلك", "المنظمة الدولية"),  # the international organisation
        ("وقصفت {ORG:القوات الهندية} الموقع", "القوات الهندية"),  # the Indian forces
        ("شكل {ORG:لجنة للتدريب} أمس", "لجنة للتدريب"),  # a committee for training
        ("وأدانته {ORG:محكمة سورية} أمس", "محكمة سورية"),  # a Syrian court
        ("هاجم {ORG:المسلحين} في الجبل", "المسلحين"),  # the gunmen
        ("رأس {ORG:مجلس الإدارة} سنوات", "مجلس الإدارة"),  # the board
    ],
)
def test_described(marked: str, words: str) -> None:
    assert bodies(marked) == []
    assert bodies(marked, "described") == [words]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("قال {ORG:المسؤول الهندي} ذلك", []),  # the Indian official: somebody
        ("شارك في {ORG:مؤتمر الجبل للسلام}", []),  # a conference
        ('أعلنت "{ORG:حماس}" ذلك', ["حماس"]),
        ("وصل إلى جزيرة الصخر. وسيطر الجيش على {ORG:الجزيرة} أمس", []),  # the island
        ("وسألته {ORG:الجزيرة} عن ذلك", ["الجزيرة"]),  # the channel
        # the reformist newspaper Independence; an American newspaper; the prince's court, the general intelligence
        ("وكشفت صحيفة استقلال الإصلاحية ذلك", ["صحيفة استقلال"]),
        ("وكشفت صحيفة أمريكية ذلك", []),
        ("وأعلن الديوان الأميري ذلك", ["الديوان الأميري"]),
        ("وقالت المخابرات العامة ذلك", ["المخابرات العامة"]),
        ("قال حزب {ORG:القوات اللبنانية} ذلك", ["القوات اللبنانية"]),  # a party is called «the Lebanese forces»
        ("دعت {ORG:السلطة الفلسطينية} إلى ذلك", ["السلطة الفلسطينية"]),
        ("فاز {ORG:النجم الساحلي} أمس", ["النجم الساحلي"]),  # a club, «the coastal star»
        ("وأعلن {ORG:جيش كوريا} ذلك", ["جيش كوريا"]),
        ("أعلنت {ORG:القوات المسلحة الأردنية} ذلك", ["القوات المسلحة الأردنية"]),
    ],
)
def test_named(marked: str, expected: list[str]) -> None:
    assert bodies(marked) == expected
