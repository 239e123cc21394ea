"""Bodies, each once: longer and shorter forms, acronyms in brackets, particles, their country."""

from __future__ import annotations

import pytest

from tests.entities.marked_roles import read


def bodies(marked: str) -> list[tuple[str, list[str]]]:
    return [(o.name, list(o.aliases)) for o in read(marked)._.entities.organizations]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the movement named twice
        ("قالت {ORG:حركة النهضة} ذلك. ونفت {ORG:حركة النهضة}.", [("حركة النهضة", [])]),
        # the agency and its acronym
        ("قالت {ORG:وكالة الأنباء الليبية} ({ORG:وال}). ونقلت {ORG:وال} ذلك.", [("وكالة الأنباء الليبية", ["وال"])]),
        # … in quotation marks; what is only named beside it is another
        ('قالت {ORG:وكالة الأنباء الليبية} "{ORG:وال}". ونقلت {ORG:وال} ذلك.', [("وكالة الأنباء الليبية", ["وال"])]),
        ("أعلنت {ORG:جماعة النور} «{ORG:أنصار الفجر}» ذلك.", [("جماعة النور", ["أنصار الفجر"])]),
        ('رحبت {ORG:جماعة النور} ب"{ORG:أنصار الفجر}".', [("جماعة النور", []), ("أنصار الفجر", [])]),
        ("قرار للأمم المتحدة. رحبت الأمم المتحدة.", [("الأمم المتحدة", [])]),
        ("انتقد {ORG:حزب العمال} {ORG:حزب المحافظين}.", [("حزب العمال", []), ("حزب المحافظين", [])]),
        ("قال {ORG:حزب العدالة والتنمية التركي}. ورد {ORG:حزب العدالة والتنمية}.",
         [("حزب العدالة والتنمية التركي", ["حزب العدالة والتنمية"])]),
    ],
)  # fmt: skip
def test_each_body_once(marked: str, expected: list[tuple[str, list[str]]]) -> None:
    assert bodies(marked) == expected


def test_the_lexicon_s_forms_are_one() -> None:
    found = bodies("انسحبت من حلف شمال الأطلسي. وقال الناتو إنه مستعد.")  # NATO by two names
    assert len(found) == 1


def test_a_body_is_of_the_country_in_its_name() -> None:
    (body,) = read("نددت {ORG:وزارة الخارجية الإيرانية} بذلك.")._.entities.organizations
    assert body.country == "IR"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the senate, the committee of services and education, the court of appeal: a noun and a definite genitive
        ("صوت مجلس الأعيان على النص.", "مجلس الأعيان"),
        ("وقالت لجنة الخدمات والتعليم إن النص جاهز.", "لجنة الخدمات والتعليم"),
        ("وأيدت محكمة الاستئناف الحكم.", "محكمة الاستئناف"),
        # the constitutional court, the Sudanese military council, the public prosecution: an adjective of field or rank
        ("قضت المحكمة الدستورية ببطلان النص.", "المحكمة الدستورية"),
        ("أعلن المجلس العسكري السوداني ذلك.", "المجلس العسكري السوداني"),
        ("حققت النيابة العامة في ذلك.", "النيابة العامة"),
        # the Korean army, the Norwegian embassy, the Turkish presidency: what only states have
        ("أعلن الجيش الكوري الجنوبي ذلك.", "الجيش الكوري الجنوبي"),
        ("نفت السفارة النرويجية ذلك.", "السفارة النرويجية"),
        ("افتتح الوزير الجامعة الألمانية أمس.", "الجامعة الألمانية"),  # the German University
        ("وقالت الرئاسة التركية إن ذلك صحيح.", "الرئاسة التركية"),
        # the Sudan fund for reconstruction, the general assembly of the United Nations: its field after ل
        ("تعهد صندوق السودان للإعمار بذلك.", "صندوق السودان للإعمار"),
        ("صوتت الجمعية العامة للأمم المتحدة أمس.", "الجمعية العامة للأمم المتحدة"),
        ("وذكرت وكالة {ORG:المرصاد} للأنباء ذلك.", "وكالة المرصاد للأنباء"),
    ],
)
def test_bodies_by_construction(marked: str, expected: str) -> None:
    assert [name for name, _ in bodies(marked)] == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        "اجتمع رئيس مجلس الأعيان بالوفد.",  # the president of the senate: of a title
        "قالت لجنة التحكيم ذلك.",  # the jury
        "رحبت اللجنة الدولية بذلك.",  # the international committee: which?
        "وزيرا الخارجية الفرنسي والألماني",  # of a minister's title
        "انتقد المجلس الحالي ذلك.",  # the present council
    ],
)
def test_no_bodies(marked: str) -> None:
    assert bodies(marked) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the speaker of parliament said; parliament voted; the spokesman of the British army
        ("قال رئيس {ORG:مجلس النواب} {PER:سامي حداد} ذلك.", []),
        ("صوت {ORG:مجلس النواب} على القرار.", [("مجلس النواب", [])]),
        ("قال قائد {ORG:الجيش البريطاني} {PER:سامي حداد} ذلك.", [("الجيش البريطاني", [])]),
    ],
)
def test_an_organ_without_its_state_in_a_title_is_a_word_of_it(
    marked: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert bodies(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the network Nour and Nour, the company and the site Sahab, the trade organisation in another order
        ("قالت شبكة {ORG:النور} ذلك. ونقلت {ORG:النور} عنه.", 1),
        ("أعلنت شركة {ORG:سحاب} ذلك. وعلى موقع {ORG:سحاب} قالت إنها تنمو.", 1),
        ("قالت {ORG:منظمة الصحة الجبلية} ذلك. وأكدت {ORG:المنظمة الجبلية للصحة} ذلك.", 1),
        ("قالت {ORG:صحيفة النور} ذلك. ونفت {ORG:حركة النور} ذلك.", 2),  # a newspaper is no movement
    ],
)
def test_type_words_are_folded(marked: str, expected: int) -> None:
    assert len(bodies(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # an agency of Iran and its short name; the club Zahra of Lebanon; a club by the first word of its name
        ("قالت {ORG:برناء} ذلك. ونقلت {ORG:وكالة برناء الإيرانية للأنباء} عنه.", ["وكالة برناء الإيرانية للأنباء"]),
        ("فاز {ORG:نادي الزهراني اللبناني} أمس. وقال {ORG:الزهراني} ذلك.", ["نادي الزهراني اللبناني"]),
        ("فاز {ORG:سبورتينغ براغا} أمس. وقال مدرب {ORG:سبورتنغ} ذلك.", ["سبورتينغ براغا"]),
        ("فاز {ORG:هلال كادوقلي} أمس. وخسر {ORG:هلال كادقلي} قبلها.", ["هلال كادوقلي"]),
        # two clubs of one town; ministries and agencies of two states
        ("فاز {ORG:براغا الشمال} على {ORG:براغا الجنوب} أمس. وقال {ORG:براغا} ذلك.",
         ["براغا الشمال", "براغا الجنوب", "براغا"]),
        ("اتفقت {ORG:وزارة الدفاع الأميركية} و{ORG:وزارة الدفاع الروسية} أمس.",
         ["وزارة الدفاع الأميركية", "وزارة الدفاع الروسية"]),
        ("نقلت {ORG:وكالة الأنباء السورية} ذلك. ونفته {ORG:وكالة الأنباء اليمنية}.",
         ["وكالة الأنباء السورية", "وكالة الأنباء اليمنية"]),
        # a row of the known bodies by two names, and a longer name that is another row's
        ("قالت {ORG:غوغل} ذلك. وأكدت {ORG:Google} ذلك. وبحثت {ORG:مايكروسوفت} ذلك.", ["غوغل", "مايكروسوفت"]),
    ],
)  # fmt: skip
def test_one_body_by_many_names(marked: str, expected: list[str]) -> None:
    assert [name for name, _ in bodies(marked)] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("قال القيادي في حزب الشروق {PER:سليم عمر} ذلك.", ["حزب الشروق"]),  # a leading member of the Shurouq party
        ("قال رئيس الحزب الاشتراكي المصري {PER:سليم عمر} ذلك.", ["الحزب الاشتراكي المصري"]),
        ("قال رئيس الحزب {PER:سليم عمر} ذلك.", []),
        ("قال مدير بنك سعودي {PER:سليم عمر} ذلك.", []),  # of a Saudi bank
    ],
)
def test_the_body_of_an_office_is_one(marked: str, expected: list[str]) -> None:
    assert [name for name, _ in bodies(marked)] == expected


@pytest.mark.parametrize(
    ("marked", "known"),
    [
        ("قال {ORG:الاتحاد الأفريقي} إن القمة ستعقد غدا.", "african-union"),  # the African Union
        # of football, in an article on it
        ("فاز المنتخب في المباراة على ملعب الدوري. وقال {ORG:الاتحاد الأفريقي} إن الكأس له.", None),
        ("فاز المنتخب في المباراة على ملعب الدوري. وقالت {ORG:الأمم المتحدة} إن الكأس له.", "united-nations"),
    ],
)
def test_a_union_in_an_article_on_sport(marked: str, known: str | None) -> None:
    assert [body.known for body in read(marked)._.entities.organizations] == [known]
