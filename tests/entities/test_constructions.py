"""Names, offices, countries and bodies in the constructions of the news: each line a sentence and what it holds."""

from __future__ import annotations

import pytest

from tests.entities.marked_roles import named, read, roles


def people(marked: str) -> dict[str, list[str]]:
    """Name → other forms."""
    return {p.name: list(p.aliases) for p in read(marked)._.entities.people}


def codes(marked: str) -> set[str]:
    return {c.code for c in read(marked)._.entities.countries}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("قال {PER:وليد جنبلاط} ذلك.", ["وليد جنبلاط"]),  # Walid keeps its و
        ("قال {PER:بلينكن} ذلك.", ["بلينكن"]),  # Blinken its ب
        ("رسالة {PER:لبايدن} و{PER:كبوتين}.", ["بايدن", "بوتين"]),  # to Biden, like Putin
        ("سلم الرسالة {PER:للأسد} أمس.", ["الأسد"]),  # to al-Assad: لل holds the article
        ("قال {PER:ستيفان دي ميستورا} ذلك.", ["ستيفان دي ميستورا"]),
        ("قال {PER:كيم جونغ-أون} ذلك.", ["كيم جونغ-أون"]),
        ("قال سمو الأمير {PER:خالد الفيصل} ذلك.", ["خالد الفيصل"]),  # His Highness Prince …
        ("قال معالي الدكتور {PER:عادل الجبير} ذلك.", ["عادل الجبير"]),
        ("غرد #{PER:دونالد_ترامب} أمس.", ["دونالد ترامب"]),
        ("قال {PER:محمد بن راشد آل مكتوم} ذلك.", ["محمد بن راشد آل مكتوم"]),
    ],
)
def test_names(marked: str, expected: list[str]) -> None:
    assert list(people(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("قال {PER:سيرجي شويجو} ذلك. وعاد {PER:سيرغي شويغو}.", {"سيرجي شويجو": ["سيرغي شويغو"]}),
        ("قال {PER:عبدالفتاح السيسي} ذلك. وعاد {PER:عبد الفتاح السيسي}.", {"عبد الفتاح السيسي": ["عبدالفتاح السيسي"]}),
        ("قال {PER:دونالد ترامب} ذلك. وعاد {PER:ترمب}.", {"دونالد ترامب": ["ترمب"]}),
        (  # father and son
            "حضر {PER:سلمان بن عبدالعزيز} و{PER:محمد بن سلمان بن عبدالعزيز}. وغادر {PER:محمد بن سلمان}.",
            {"سلمان بن عبدالعزيز": [], "محمد بن سلمان بن عبدالعزيز": ["محمد بن سلمان"]},
        ),
        (  # two people of one surname: the one named last
            "تحدثت {PER:ميشيل أوباما} ثم {PER:باراك أوباما}. وقال {PER:أوباما} إن الوقت حان.",
            {"ميشيل أوباما": [], "باراك أوباما": ["أوباما"]},
        ),
    ],
)
def test_who_is_one(marked: str, expected: dict[str, list[str]]) -> None:
    assert people(marked) == expected


@pytest.mark.parametrize(
    ("marked", "words", "expected"),
    [
        (
            "قال وزير الخارجية السعودي {PER:عادل الجبير} ذلك. ووصل وزير الخارجية الأمريكي {PER:ريكس تيلرسون}. "
            "وشكر الوزير السعودي نظيره الأمريكي.",
            "الوزير السعودي",
            ["عادل الجبير"],
        ),
        (
            "قال وزير الخارجية السعودي {PER:عادل الجبير} ذلك. ووصل وزير الخارجية الأمريكي {PER:ريكس تيلرسون}. "
            "وشكر الوزير السعودي نظيره الأمريكي.",
            "نظيره الأمريكي",
            ["ريكس تيلرسون"],
        ),
        ("التقى {PER:سيرغي لافروف} و{PER:جون كيري}. وأكد كلاهما التعاون.", "كلاهما", ["سيرغي لافروف", "جون كيري"]),
        ("التقى {PER:سيرغي لافروف} و{PER:جون كيري} وبحث الجانبان ذلك.", "الجانبان", ["سيرغي لافروف", "جون كيري"]),
        # «the leader» of a state is no office, but whoever is called so once is meant again
        (
            "وصل الزعيم الكوري الشمالي {PER:كيم جونغ أون} أمس. وقال الزعيم الكوري الشمالي ذلك.",
            "الزعيم الكوري الشمالي",
            ["كيم جونغ أون"],
        ),
    ],
)
def test_whom_a_role_means(marked: str, words: str, expected: list[str]) -> None:
    assert sorted(named(read(marked), words)) == sorted(expected)


@pytest.mark.parametrize(
    ("marked", "person", "expected"),
    [
        # who speaks for an office: the name after a comma is his, one at once the holder's
        (
            "قال المتحدث باسم رئيس الوزراء العراقي، {PER:سعد الحديثي}، ذلك.",
            "سعد الحديثي",
            [("المتحدث باسم رئيس الوزراء", "IQ")],
        ),
        ("نفى ذلك المتحدث باسم الرئيس الفلسطيني {PER:محمود عباس}.", "محمود عباس", [("الرئيس", "PS")]),
        ("قال وزير خارجية روسيا {PER:سيرغي لافروف}.", "سيرغي لافروف", [("وزير خارجية", "RU")]),
        ("قال الوزير الروسي للخارجية {PER:سيرغي لافروف}.", "سيرغي لافروف", [("الوزير للخارجية", "RU")]),
        (
            "{PER:سيرجي شويجو}، الذي يشغل الآن منصب أمين مجلس الأمن الروسي، وصل.",
            "سيرجي شويجو",
            [("أمين مجلس الأمن", "RU")],
        ),
        (
            "قال خادم الحرمين الشريفين الملك {PER:سلمان بن عبدالعزيز} ذلك.",
            "سلمان بن عبدالعزيز",
            [("خادم الحرمين الشريفين", "SA"), ("الملك", "SA")],
        ),
        (  # his predecessor
            "شكر وزير الدفاع الفرنسي {PER:سالم عمر} سلفه {PER:ماهر زيد}.",
            "ماهر زيد",
            [("وزير الدفاع", "FR")],
        ),
    ],
)
def test_offices(marked: str, person: str, expected: list[tuple[str, str | None]]) -> None:
    assert sorted(roles(read(marked))[person]) == sorted(expected)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # two offices in apposition, which «and» joins
        (
            "قال {PER:سالم عمر}، الأمين العام لحزب النور ورئيس الحكومة السابق، ذلك في مصر.",
            {"سالم عمر": ["الأمين العام لحزب النور", "رئيس الحكومة"]},
        ),
        (
            "دعا {PER:سالم عمر}، القيادي في حزب النور والوزير السابق، إلى ذلك.",
            {"سالم عمر": ["القيادي في حزب النور", "الوزير"]},
        ),
        # the second office is another's, who is named behind it
        (
            "التقى {PER:سالم عمر}، رئيس الوزراء ووزير الخارجية {PER:ماهر زيد}، أمس.",
            {"سالم عمر": [], "ماهر زيد": ["رئيس الوزراء", "وزير الخارجية"]},
        ),
        # the prime minister, whom nobody names, and the president
        ("استقبل رئيس الوزراء الفرنسي والرئيس {PER:سالم عمر} الوفد.", {"سالم عمر": ["الرئيس"]}),
        # where the office is held, between it and the comma
        (
            "قال {PER:سالم عمر}، المتحدث باسم القوات الأمريكية في {LOC:أفغانستان}، ذلك.",
            {"سالم عمر": ["المتحدث باسم القوات"]},
        ),
        ("قال قائد القوات الأمريكية في {LOC:أفغانستان}، الجنرال {PER:سالم عمر}، ذلك.", {"سالم عمر": ["قائد القوات"]}),
        (
            "قال {PER:سالم عمر}، مدير إدارة {LOC:الشرق الأوسط} و{LOC:آسيا الوسطى} في {ORG:صندوق النقد الدولي}، ذلك.",
            {"سالم عمر": ["مدير إدارة الشرق الأوسط وآسيا الوسطى في صندوق النقد الدولي"]},
        ),
        # the day stands between the name and the verb's complement
        (
            "أكد الناطق الرسمي باسم وزارة الدفاع، العقيد {PER:سالم عمر} اليوم أن الأمر انتهى.",
            {"سالم عمر": ["الناطق الرسمي باسم وزارة الدفاع"]},
        ),
        # what the verb tells of is no part of the title, nor is there a comma before it
        (
            "وأكد {PER:سالم عمر}، مدير التمريض ب{ORG:مستشفى راشد} أهمية المؤتمر.",
            {"سالم عمر": ["مدير التمريض بمستشفى راشد"]},
        ),
        ("وقال {PER:سالم عمر}، وزير الصحة سيصل غدا.", {"سالم عمر": []}),
        # in whose government he held the office
        (
            "شغل {PER:سالم عمر} منصب وزير العدل في حكومة {PER:ماهر زيد}، كما شغل منصب وزير الصحة في مصر.",
            {"سالم عمر": ["وزير العدل", "وزير الصحة"], "ماهر زيد": []},
        ),
        # behind a dash, behind «founder and», a second time between commas, before «said that»
        ("أما {PER:سالم عمر} ـ مستشار وزارة العدل فقد طالب بذلك.", {"سالم عمر": ["مستشار وزارة العدل"]}),
        ("وصل {PER:سالم عمر}، مؤسس ورئيس نادي الطيران، أمس.", {"سالم عمر": ["رئيس نادي الطيران"]}),
        (
            "حضر {PER:سالم عمر} مدير الأيام، مدير إدارة المسرح، وآخرون.",
            {"سالم عمر": ["مدير الأيام", "مدير إدارة المسرح"]},
        ),
        ("أكد {PER:سالم عمر} – مدرب فريق {ORG:العروبة} أن فريقه فاز.", {"سالم عمر": ["مدرب فريق العروبة"]}),
        ("نقل عن {PER:سالم عمر}، مدير المرصد قوله ذلك.", {"سالم عمر": ["مدير المرصد"]}),
        # where he holds it, right before his name; but where they met is no part of a title
        (
            "قال رئيس العمليات الإقليمية في المركز {PER:سالم عمر} ذلك.",
            {"سالم عمر": ["رئيس العمليات الإقليمية في المركز"]},
        ),
        (
            "قال مدير المبيعات والتسويق في شركة {ORG:النور} {PER:سالم عمر} ذلك.",
            {"سالم عمر": ["مدير المبيعات والتسويق في شركة النور"]},
        ),
        ("التقى وزير الصحة في {LOC:القاهرة} {PER:سالم عمر}.", {"سالم عمر": []}),
        # a minister at the prime minister's
        (
            "قال {PER:سالم عمر}، الوزير المنتدب لدى رئيس الحكومة المكلف بالميزانية، ذلك في المغرب.",
            {"سالم عمر": ["الوزير المنتدب لدى رئيس الحكومة المكلف بالميزانية"]},
        ),
        # God's sign: an honorific of two or three words
        ("قال المرشد الأعلى الإيراني {PER:آية الله سالم عمر} ذلك.", {"سالم عمر": ["المرشد الأعلى"]}),
        ("قال المرشد الأعلى الإيراني، آية الله العظمى {PER:سالم عمر}، ذلك.", {"سالم عمر": ["المرشد الأعلى"]}),
        # who leads a delegation holds no office by that
        ("وصف {PER:سالم عمر} رئيس الوفد القطري الهزيمة.", {"سالم عمر": []}),
        # «his» counterpart is no woman's
        (
            "التقت وزيرة الثقافة الفرنسية {PER:سارة لوران} الوفد. وشدد نظيره الهولندي {PER:ماهر زيد} على ذلك.",
            {"سارة لوران": ["وزيرة الثقافة"], "ماهر زيد": []},
        ),
    ],
)
def test_titles(marked: str, expected: dict[str, list[str]]) -> None:
    found = roles(read(marked))
    assert {person: [title for title, _ in held] for person, held in found.items()} == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the sporting director, a committee's member, the chief executive: of no state, whatever the article tells of
        ("بحثت {ORG:الهيئة} ذلك في مصر، وقال المدير الرياضي {PER:سالم عمر} ذلك.", None),
        ("بحثت {ORG:الهيئة} ذلك في مصر، وقال عضو اللجنة {PER:سالم عمر} ذلك.", None),
        ("بحثت {ORG:الهيئة} ذلك في مصر، وقال الرئيس التنفيذي {PER:سالم عمر} ذلك.", None),
        ("بحثت {ORG:الهيئة} ذلك في مصر، وقال مدير الأمن {PER:سالم عمر} ذلك.", "EG"),
        ("بحثت {ORG:الهيئة} ذلك في مصر، وقال عضو البرلمان {PER:سالم عمر} ذلك.", "EG"),
        ("بحثت {ORG:الهيئة} ذلك في مصر، وقالت وزيرة خارجية الاتحاد الأوروبي {PER:سارة لوران} ذلك.", None),
    ],
)
def test_an_office_of_no_state(marked: str, expected: str | None) -> None:
    assert [country for held in roles(read(marked)).values() for _, country in held] == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("تعزز العلاقات الصينية الروسية.", {"CN", "RU"}),
        ("بدأ الحوار الروسي-الأمريكي.", {"RU", "US"}),
        ("قال الكرملين إن البيت الأبيض وقصر الإليزيه وداونينغ ستريت على اتصال.", {"RU", "US", "FR", "GB"}),
        ("إنها كفرنسا وكألمانيا.", {"FR", "DE"}),  # like France
        ("سافر وفد للبنان.", {"LB"}),
        ("وصل إلى ضفة نهر الأردن.", set()),  # the river
        ("وصل إلى الأردن.", {"JO"}),
        ("تعهدت النيجر ونيجيريا بالتعاون.", {"NE", "NG"}),
        ("تبحث غينيا بيساو وغينيا الاستوائية ذلك.", {"GW", "GQ"}),
        ("وقعت جورجيا والمكسيك اتفاقا.", {"GE", "MX"}),
        ("نقل مسؤول من سلطنة عمان رسالة إلى السلطة الفلسطينية.", {"OM", "PS"}),
    ],
)
def test_countries(marked: str, expected: set[str]) -> None:
    assert codes(marked) == expected


def test_bodies_have_short_names_and_countries() -> None:
    # NATO struck. NATO said that the Islamic State retreated and that Daesh was finished; the Pentagon agreed.
    doc = read(
        "قصف حلف شمال الأطلسي موقعا. وقال الناتو إن تنظيم الدولة الإسلامية تراجع وإن داعش انتهى. ووافق البنتاغون."
    )
    found = {o.name: (list(o.aliases), o.country) for o in doc._.entities.organizations}
    assert found == {
        "حلف شمال الأطلسي": (["الناتو"], None),
        "تنظيم الدولة الإسلامية": (["داعش"], None),
        "البنتاغون": ([], "US"),
    }
