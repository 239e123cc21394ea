"""Who holds which office, and who is meant where an office stands alone."""

from __future__ import annotations

import pytest

from tests import marked
from tests.entities.marked_roles import named, read, roles


@pytest.mark.parametrize(
    ("marked", "person", "expected"),
    [
        # said the Russian president Vladimir Putin
        ("قال الرئيس الروسي {PER:فلاديمير بوتين} أمس.", "فلاديمير بوتين", [("الرئيس", "RU")]),
        ("وصل {PER:سيرغي لافروف}، وزير الخارجية الروسي، أمس.", "سيرغي لافروف", [("وزير الخارجية", "RU")]),
        ("وصل {PER:سيرغي لافروف} وزير الخارجية الروسي أمس.", "سيرغي لافروف", [("وزير الخارجية", "RU")]),
        ("استقبل أمير الكويت الشيخ {PER:صباح الأحمد} الوفد.", "صباح الأحمد", [("أمير", "KW")]),
        ("قال وزير المالية الألماني السابق {PER:فولفغانغ شويبله}.", "فولفغانغ شويبله", [("وزير المالية", "DE")]),
        ("{PER:سيرجي شويجو}، الذي يشغل منصب وزير الدفاع الروسي، وصل.", "سيرجي شويجو", [("وزير الدفاع", "RU")]),
        # two offices of one man
        (
            "قال نائب رئيس الوزراء ووزير الدفاع القطري {PER:خالد العطية}.",
            "خالد العطية",
            [("نائب رئيس الوزراء", "QA"), ("وزير الدفاع", "QA")],
        ),
        # two offices shared out; a country in the genitive; one who wants an office
        ("اجتمع الرئيسان الروسي {PER:فلاديمير بوتين} والصيني {PER:شي جين بينغ}.", "شي جين بينغ", [("الرئيس", "CN")]),
        ("بحث وزيرا الدفاع الروسي {PER:سيرغي شويغو} والتركي {PER:خلوصي أكار}.", "خلوصي أكار", [("وزير الدفاع", "TR")]),
        ("اجتمع وزراء خارجية مصر {PER:سامح شكري} والأردن {PER:أيمن الصفدي}.", "أيمن الصفدي", [("وزير خارجية", "JO")]),
        ("قال المرشح لرئاسة تونس {PER:سالم عمر} ذلك.", "سالم عمر", [("المرشح لرئاسة", "TN")]),
        ("قال رئيس إقليم كردستان العراق {PER:مسعود بارزاني}.", "مسعود بارزاني", [("رئيس إقليم كردستان العراق", "IQ")]),
        ("التقى وزير الدفاع المعين حديثا {PER:سالم عمر} ضباط ليبيا.", "سالم عمر", [("وزير الدفاع", "LY")]),
        ("زارت {PER:كيت} دوقة كامبريدج المدينة في بريطانيا.", "كيت", [("دوقة كامبريدج", "GB")]),
        ("قال النائب {PER:سالم عمر} ذلك في لبنان.", "سالم عمر", [("النائب", "LB")]),
        # a counterpart has the office of who acts, not of who was named last
        (
            "عقد وزير الخارجية المصري {PER:سامح شكري} بعد لقائه أمير قطر {PER:تميم بن حمد} اجتماعا مع نظيره القطري "
            "{PER:خالد العطية}.",
            "خالد العطية",
            [("وزير الخارجية", "QA")],
        ),
        # the office that «to» governs is somebody else's, for the name has its own
        ("ضم الوفد المرافق لولي العهد {PER:أحمد الخطيب} وزير السياحة.", "أحمد الخطيب", [("وزير السياحة", "SA")]),
        # whom he congratulated has the other office
        ("هنأ رئيس الوزراء المجري {PER:فيكتور أوربان} الرئيس التركي أمس.", "فيكتور أوربان", [("رئيس الوزراء", "HU")]),
        # an adviser's president: he is not the adviser, the vice president is one
        ("قال مستشار الرئيس {PER:سالم عمر} أمس في مصر.", "سالم عمر", [("الرئيس", "EG")]),
        ("التقى مبعوث الرئيس {PER:سالم عمر} وفدا من مصر.", "سالم عمر", [("الرئيس", "EG")]),
        ("قال مستشار الرئيس التونسي {PER:سالم عمر} أمس.", "سالم عمر", [("مستشار الرئيس", "TN")]),
        ("قال نائب الرئيس {PER:سالم عمر} أمس في مصر.", "سالم عمر", [("نائب الرئيس", "EG")]),
        (
            "أكد {PER:سالم عمر} وزير الدفاع التونسي السابق مستشار المرشد {PER:علي حسن} ذلك.",
            "سالم عمر",
            [("وزير الدفاع", "TN")],
        ),
        (
            "وصل الرئيس التنفيذي لنادي {ORG:سحاب} الإيطالي لكرة القدم {PER:سالم عمر}.",
            "سالم عمر",
            [("الرئيس التنفيذي لنادي سحاب لكرة القدم", "IT")],
        ),
        # an apposition that a preposition ends
        ("ذكره مدير مكتب وزير الدفاع، {PER:سالم عمر} عبر تويتر.", "سالم عمر", [("مدير مكتب وزير الدفاع", None)]),
        ("قال وزير الدفاع التونسي، {PER:سالم عمر} إنه باق.", "سالم عمر", [("وزير الدفاع", "TN")]),
        # the adjective after a field in the plural: the state's
        ("أكد وزير الموارد المائية العراقية، {PER:سالم عمر}، ذلك.", "سالم عمر", [("وزير الموارد المائية", "IQ")]),
        # of a club, of no state
        ("قال الرئيس التنفيذي للنادي {PER:سالم عمر} في فرنسا ذلك.", "سالم عمر", [("الرئيس التنفيذي", None)]),
        # a title and a name after an office, between commas
        (
            "قال المتحدث باسم وزارة الدفاع المصرية، السفير {PER:سالم عمر}، ذلك.",
            "سالم عمر",
            [("المتحدث باسم وزارة الدفاع", "EG"), ("السفير", "EG")],
        ),
        ('قالت المتحدثة باسم الشرطة، {PER:سلمى عمر}: "لا".', "سلمى عمر", [("المتحدثة باسم الشرطة", None)]),
        # what a body does, and to what
        ("قال قائد قوات حفظ السلام {PER:سالم عمر} ذلك.", "سالم عمر", [("قائد قوات حفظ السلام", None)]),
        ("وصل المبعوث الدولي إلى اليمن {PER:سالم عمر}.", "سالم عمر", [("المبعوث الدولي إلى اليمن", None)]),
        ("فاز الرئيس التونسي المنتهية ولايته {PER:سالم عمر} أمس.", "سالم عمر", [("الرئيس", "TN")]),
        (
            "قال مدير عام الدفاع المدني بمنطقة تبوك اللواء {PER:سالم عمر} ذلك.",
            "سالم عمر",
            [("مدير عام الدفاع المدني بمنطقة تبوك", "SA")],
        ),
        (
            "أوضح مدير العلاقات العامة والإعلام بالجمعية {PER:سالم عمر} ذلك.",
            "سالم عمر",
            [("مدير العلاقات العامة والإعلام بالجمعية", None)],
        ),
        ("قال ممثل {ORG:منظمة الصحة} باليمن {PER:سالم عمر} ذلك.", "سالم عمر", [("ممثل منظمة الصحة باليمن", None)]),
        ("قال {PER:سالم عمر} عضو هيئة كبار العلماء ذلك.", "سالم عمر", [("عضو هيئة كبار العلماء", None)]),
        ("قال رئيس اتحاد كرة القدم {PER:سالم عمر} ذلك.", "سالم عمر", [("رئيس اتحاد كرة القدم", None)]),
        ("قال أمير منطقة {LOC:مكة} المكرمة {PER:سالم عمر} ذلك.", "سالم عمر", [("أمير منطقة مكة المكرمة", "SA")]),
        (
            "التقى الأمين العام لمجلس التعاون لدول الخليج العربية {PER:سالم عمر} الوفد.",
            "سالم عمر",
            [("الأمين العام", None)],
        ),
        (
            "بحضور مدير التسويق بشركة زين المهندس {PER:سالم عمر} أمس.",
            "سالم عمر",
            [("مدير التسويق بشركة زين", None)],
        ),
        (
            "قال الرئيس التنفيذي للهيئة الملكية بينبع الدكتور {PER:سالم عمر} ذلك.",
            "سالم عمر",
            [("الرئيس التنفيذي للهيئة الملكية بينبع", "SA")],
        ),
        ("قدمه مدير عام إدارة الحج والعمرة د. {PER:سالم عمر}.", "سالم عمر", [("مدير عام إدارة الحج والعمرة", None)]),
        (
            "وصل سفير خادم الحرمين الشريفين لدى اليمن {PER:سالم عمر}.",
            "سالم عمر",
            [("سفير خادم الحرمين الشريفين لدى اليمن", "SA")],
        ),
        (
            "وحضر {PER:سالم عمر} المستشار السياسي للأمين العام.",
            "سالم عمر",
            [("المستشار السياسي للأمين العام", None)],
        ),
        ("استقبل {PER:سالم عمر} أمير منطقة الرياض في مكتب سموه الوفد.", "سالم عمر", [("أمير منطقة الرياض", "SA")]),
        # where an envoy goes is not whose he is
        ("دعا المبعوث الأممي لليمن {PER:سالم عمر} إلى ذلك.", "سالم عمر", [("المبعوث الأممي لليمن", None)]),
        # a body's second field
        ("قال رئيس لجنة الأمن والدفاع {PER:سالم عمر} ذلك.", "سالم عمر", [("رئيس لجنة الأمن والدفاع", None)]),
        ("قال مدير مركز الدراسات والتدريب {PER:سالم عمر} ذلك.", "سالم عمر", [("مدير مركز الدراسات والتدريب", None)]),
        (
            "وقع رئيس {ORG:لجنة الصحة} والبيئة في البرلمان التونسي {PER:سالم عمر} الاتفاق.",
            "سالم عمر",
            [("رئيس لجنة الصحة والبيئة في البرلمان", "TN")],
        ),
        # «and» before a bare title: somebody else
        ("غادر رئيس هيئة الاستثمار والسفير {PER:سالم عمر} القاعة.", "سالم عمر", [("السفير", None)]),
        # a region's president is not the state's
        ("قال الرئيس الشيشاني {PER:رمضان قديروف} ذلك.", "رمضان قديروف", [("الرئيس الشيشاني", "RU")]),
        ("وصلت الرئيسة الكتالونية {PER:سلمى عمر} أمس.", "سلمى عمر", [("الرئيسة الكتالونية", "ES")]),
        # hashtags
        ("قال #وزير_الدفاع_التركي {PER:سالم عمر} ذلك.", "سالم عمر", [("وزير الدفاع", "TR")]),
        ("التقى الوفد #رئيس_الوزراء {PER:سالم عمر} في تونس.", "سالم عمر", [("رئيس الوزراء", "TN")]),
        ("التقى #ولي_العهد_السعودي الأمير {PER:سالم عمر} الوفد.", "سالم عمر", [("ولي العهد", "SA")]),
        ("دعا #أمير_الكويت الشيخ {PER:سالم عمر} إلى ذلك.", "سالم عمر", [("أمير", "KW")]),
        # a secretary-general is of a body, not of the country that is written of
        ("وصل {PER:سالم عمر}، مبعوث الأمين العام، إلى اليمن.", "سالم عمر", [("مبعوث الأمين العام", None)]),
        # an address: his excellency
        ("دعمت لبنان دولة الرئيس {PER:سالم عمر} أمس.", "سالم عمر", []),
        # bodies in quotation marks
        ('وصل رئيس شركة "السحاب" {PER:سالم عمر} أمس.', "سالم عمر", [("رئيس شركة السحاب", None)]),
        ("قالت رئيسة تحرير صحيفة «الغد» {PER:سلمى عمر} ذلك.", "سلمى عمر", [("رئيسة تحرير صحيفة الغد", None)]),
        ('وقع رئيس مجلس إدارة "{ORG:سحاب}"، {PER:سالم عمر}، الاتفاق.', "سالم عمر", [("رئيس مجلس إدارة سحاب", None)]),
        # an honorific is no office
        ("قال السيد {PER:عمرو موسى} أمس.", "عمرو موسى", []),
        # the office of somebody else in the next sentence
        ("غادر {PER:جون كيري}.\nوزير الخارجية الروسي وصل.", "جون كيري", []),
    ],
)
def test_offices_of_a_name(marked: str, person: str, expected: list[tuple[str, str | None]]) -> None:
    assert sorted(roles(read(marked))[person]) == sorted(expected)


@pytest.mark.parametrize(
    ("marked", "former"),
    [
        ("قال الرئيس الأمريكي السابق {PER:باراك أوباما}.", True),
        ("قال الرئيس الأمريكي {PER:جو بايدن}.", False),
        ("قالت الوزيرة الألمانية السابقة {PER:أورسولا فون دير لاين}.", True),
    ],
)
def test_a_former_office(marked: str, former: bool) -> None:
    (person,) = read(marked)._.entities.people
    assert [r.former for r in person.roles] == [former]


def test_evidence_is_the_office_in_the_text() -> None:
    doc = read("قال وللرئيس الفرنسي {PER:إيمانويل ماكرون} رأي آخر.")
    ((role,),) = [p.roles for p in doc._.entities.people]
    assert doc.text[role.evidence.start : role.evidence.end].endswith("لرئيس الفرنسي")
    assert role.title == "الرئيس"


def test_a_counterpart_holds_the_same_office_of_another_state() -> None:
    # The Turkish foreign minister Çavuşoğlu met his Chinese counterpart Wang Yi.
    doc = read("التقى وزير الخارجية التركي {PER:مولود تشاووش أوغلو} نظيره الصيني {PER:وانغ يي} أمس.")
    assert roles(doc) == {"مولود تشاووش أوغلو": [("وزير الخارجية", "TR")], "وانغ يي": [("وزير الخارجية", "CN")]}


def test_a_counterpart_alone_is_who_holds_that_office() -> None:
    # … Putin and Xi arrived. Then the Russian president received his Chinese counterpart.
    doc = read(
        "وصل الرئيس الروسي {PER:فلاديمير بوتين} والرئيس الصيني {PER:شي جين بينغ}. ثم استقبل الرئيس الروسي نظيره الصيني."
    )
    assert named(doc, "نظيره الصيني") == ["شي جين بينغ"]
    assert named(doc, "الرئيس الروسي") == ["فلاديمير بوتين"]


def test_a_predecessor_held_the_office() -> None:
    doc = read("وصل وزير الدفاع الروسي {PER:أندريه بيلوسوف} وسلفه {PER:سيرجي شويجو} أمس.")
    (role,) = next(p.roles for p in doc._.entities.people if p.name == "سيرجي شويجو")
    assert (role.title, role.country, role.former) == ("وزير الدفاع", "RU", True)


@pytest.mark.parametrize(
    ("marked", "words", "expected"),
    [
        (
            "اجتمع الرئيس الروسي {PER:فلاديمير بوتين} بالرئيس الصيني {PER:شي جين بينغ}. وأكد الزعيمان التعاون.",
            "الزعيمان",
            ["فلاديمير بوتين", "شي جين بينغ"],
        ),
        (  # leaders are whom the text is about, not the one who was named last
            "اجتمع الرئيس الروسي {PER:فلاديمير بوتين} بالرئيس الصيني {PER:شي جين بينغ}. وشكر {PER:بوتين} {PER:شي}. "
            "وتابع الرئيس الأوكراني {PER:فولوديمير زيلينسكي} الاجتماع. وأكد الزعيمان التعاون.",
            "الزعيمان",
            ["فلاديمير بوتين", "شي جين بينغ"],
        ),
        (
            "اجتمع وزير الخارجية الروسي {PER:سيرغي لافروف} بوزير الخارجية المصري {PER:سامح شكري}. وبحث الوزيران الأمر.",
            "الوزيران",
            ["سيرغي لافروف", "سامح شكري"],
        ),
        (
            "التقى {PER:سيرغي لافروف} الوزير {PER:سامح شكري}. ووصل الدبلوماسيان أمس.",
            "الدبلوماسيان",
            ["سيرغي لافروف", "سامح شكري"],
        ),
        ("وقعت روسيا والصين اتفاقا. وأكد البلدان التعاون.", "البلدان", ["RU", "CN"]),
        # both are the two that were named last, not those that the article names most
        ("زارت مصر قطر. وشكرت مصر قطر. والتقت تونس والأردن. وقال إن كلا البلدين وقع.", "البلدين", ["TN", "JO"]),
    ],
)
def test_a_dual_stands_for_two(marked: str, words: str, expected: list[str]) -> None:
    assert sorted(named(read(marked), words)) == sorted(expected)


def test_the_two_state_solution_is_not_of_two_that_were_named() -> None:
    doc = read("أكدت مصر والأردن أن حل الدولتين قريب.")  # Egypt and Jordan affirmed that the two-state solution is near
    assert {doc.text[m.start : m.end] for m in doc._.mentions} == {"مصر", "الأردن"}


def test_a_dual_of_ministers_is_not_a_president() -> None:
    doc = read(
        "استقبل وزير الخارجية الروسي {PER:سيرغي لافروف} وزير الخارجية المصري {PER:سامح شكري} بحضور الرئيس الصيني"
        " {PER:شي جين بينغ}. وبحث الوزيران الأزمة."
    )
    assert sorted(named(doc, "الوزيران")) == sorted(["سيرغي لافروف", "سامح شكري"])


def test_the_noun_for_a_region_may_be_left_out() -> None:
    doc = read("قال حاكم ولاية تكساس {PER:سالم عمر} ذلك. ونفى حاكم تكساس الخبر.")
    assert named(doc, "حاكم تكساس") == ["سالم عمر"]


def test_an_office_alone_is_its_holder_or_only_described() -> None:
    doc = read("قال وزير الخارجية السعودي {PER:عادل الجبير} ذلك. وأضاف الوزير السعودي أن الوزير التركي غادر.")
    assert named(doc, "الوزير السعودي") == ["عادل الجبير"]
    assert named(doc, "الوزير التركي") == []


def test_a_paper_leaves_its_own_country_out() -> None:
    marked = "في السعودية قال وزير الصحة {PER:توفيق الربيعة} إن الصين والصين والصين بعيدة."
    assert roles(read(marked, source="عكاظ"))["توفيق الربيعة"] == [("وزير الصحة", "SA")]


@pytest.mark.parametrize(
    ("marked", "person", "country", "country_from"),
    [
        ("قال الرئيس {PER:دونالد ترامب} إن إيران وإسرائيل تعرفان ذلك.", "دونالد ترامب", "US", "known"),
        ("قال الرئيس {PER:ترامب} إن إيران وإسرائيل تعرفان ذلك.", "ترامب", "US", "known"),
        ("قال الرئيس {PER:سالم عمر} إن تشاد تعرف ذلك.", "سالم عمر", "TD", "context"),
        ("قال الرئيس التشادي {PER:سالم عمر} ذلك.", "سالم عمر", "TD", "adjective"),
        ("قال رئيس تشاد {PER:سالم عمر} ذلك.", "سالم عمر", "TD", "genitive"),
    ],
)
def test_where_the_country_of_an_office_is_from(marked: str, person: str, country: str, country_from: str) -> None:
    (holder,) = [p for p in read(marked)._.entities.people if p.name == person]
    assert [(r.country, r.country_from) for r in holder.roles] == [(country, country_from)]


def test_a_woman_s_office_is_no_man_s() -> None:
    # The prime minister (he) arrived; the prime minister (she) of Britain, Theresa May, left.
    doc = read("وصل رئيس الوزراء. وغادرت رئيسة وزراء بريطانيا {PER:تيريزا ماي}. وقالت رئيسة الوزراء ذلك.")
    assert named(doc, "رئيس الوزراء") == []
    assert named(doc, "رئيسة الوزراء") == ["تيريزا ماي"]


@pytest.mark.parametrize(
    ("marked", "person", "expected"),
    [
        # whose it is, by a suffix: their prime minister, its political bureau's head, its executive director
        ("وصل وفد من النرويج ومعه رئيس حكومتها {PER:سالم عمر}.", "سالم عمر", ("رئيس حكومتها", "NO", None)),
        (
            "زار وفد من {ORG:حركة الفجر} ومعه رئيس مكتبها السياسي، {PER:سالم عمر}، المدينة.",
            "سالم عمر",
            ("رئيس مكتبها السياسي", None, "حركة الفجر"),
        ),
        (
            "نفت {ORG:منظمة الفجر} ذلك. وأكد مديرها التنفيذي {PER:سالم عمر} ذلك.",
            "سالم عمر",
            ("المدير التنفيذي", None, "منظمة الفجر"),
        ),
        # heads that are neither ministers nor presidents
        ("أصيبت مراسلة {ORG:قناة الفجر} {PER:مريم حداد}.", "مريم حداد", ("مراسلة قناة الفجر", None, "قناة الفجر")),
        ("استقال كبير موظفي البيت الأبيض {PER:سالم عمر}.", "سالم عمر", ("كبير موظفي البيت الأبيض", "US", None)),
        (
            "قالت مسؤولة الأمن في {ORG:الاتحاد الأوروبي} {PER:مريم حداد} ذلك.",
            "مريم حداد",
            ("مسؤولة الأمن في الاتحاد الأوروبي", None, "الاتحاد الأوروبي"),
        ),
        # of a body: the title without it after a preposition, no country
        (
            "قال المدير العام {ORG:للوكالة الجبلية} {PER:سالم عمر} في فرنسا ذلك.",
            "سالم عمر",
            ("المدير العام", None, "الوكالة الجبلية"),
        ),
        ("أكد القيادي في {ORG:حزب الفجر} {PER:سالم عمر} ذلك.", "سالم عمر", ("القيادي", None, "حزب الفجر")),
        (
            "قال رئيس {ORG:الائتلاف السوري} {PER:سالم عمر} ذلك.",
            "سالم عمر",
            ("رئيس الائتلاف السوري", None, "الائتلاف السوري"),
        ),
    ],
)  # fmt: skip
def test_offices_of_states_and_bodies(marked: str, person: str, expected: tuple[str, str | None, str | None]) -> None:
    found = {p.name: [(r.title, r.country, r.organization) for r in p.roles] for p in read(marked)._.entities.people}
    assert found[person] == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # with his Russian counterpart, …, and the Turkish one, …: each has the office of whom the sentence tells
        (
            "التقى الرئيس الإيراني {PER:سالم عمر} بنظيريه الروسي، {PER:كريم حداد}، والتركي، {PER:زياد نصر}.",
            {"سالم عمر": [("الرئيس", "IR")], "كريم حداد": [("الرئيس", "RU")], "زياد نصر": [("الرئيس", "TR")]},
        ),
        # the Chinese president received the president of Cyprus: an object, no apposition
        (
            "استقبل الرئيس الصيني {PER:سالم عمر} الرئيس القبرصي أمس.",
            {"سالم عمر": [("الرئيس", "CN")]},
        ),
        # the head of the municipality, the director of the company: no state's, whatever the article names
        ("قال رئيس البلدية {PER:سالم عمر} في فرنسا ذلك.", {"سالم عمر": [("رئيس البلدية", None)]}),
        # a comma after a name of many words
        (
            "قال وزير الخارجية القطري، الشيخ {PER:سالم بن عمر بن حداد آل نصر}، إن ذلك صحيح.",
            {"سالم بن عمر بن حداد آل نصر": [("وزير الخارجية", "QA")]},
        ),
    ],
)
def test_who_has_which_office(marked: str, expected: dict[str, list[tuple[str, str | None]]]) -> None:
    assert roles(read(marked)) == expected


@pytest.mark.parametrize(
    "marked",
    ["كان {PER:سالم عمر} يشغل منصب وزير الدفاع الفرنسي.", "شغل {PER:سالم عمر} منصب وزير الدفاع الفرنسي."],
)
def test_an_office_that_was_held_is_former(marked: str) -> None:
    ((role,),) = [p.roles for p in read(marked)._.entities.people]
    assert role.former


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the adviser of the president …, for political affairs, …: her name stands behind the comma, his is within
        (
            "قالت مستشارة الرئيس القبرصي {PER:سالم عمر} للشؤون السياسية، {PER:مريم حداد}، إن الحل قريب.",
            {"سالم عمر": ["الرئيس"], "مريم حداد": ["مستشارة الرئيس"]},
        ),
        # the former director of the campaign of …, …
        (
            "قال المدير السابق لحملة {PER:سالم عمر}، {PER:كريم حداد}، ذلك.",
            {"سالم عمر": [], "كريم حداد": ["المدير لحملة"]},
        ),
        # fields that no list has, up to the name or its comma
        ("قال وزير الصحة والحماية الاجتماعية {PER:سالم عمر} ذلك.", {"سالم عمر": ["وزير الصحة والحماية الاجتماعية"]}),
        (
            "حضر {PER:سالم عمر}، وزير الصحة والحماية الاجتماعية، الحفل.",
            {"سالم عمر": ["وزير الصحة والحماية الاجتماعية"]},
        ),
        # the minister and the delegation are two
        ("اجتمع وزير الصحة والوفد المرافق مع {PER:سالم عمر} أمس.", {"سالم عمر": []}),
    ],
)
def test_a_name_within_the_genitive_has_no_office(marked: str, expected: dict[str, list[str]]) -> None:
    found = {name: [title for title, _ in held] for name, held in roles(read(marked)).items()}
    assert found == expected


def test_two_of_three_leaders_are_told_together_somewhere() -> None:
    # three leaders in one sentence: «the two presidents» may be any two of them
    three = (
        "تحدث الرئيس الأمريكي {PER:دونالد ترامب} عن الزعيم {PER:كيم جونغ أون} والرئيس الكوري الجنوبي {PER:مون جاي إن}. "
    )
    doc = read(three + "وقال متحدث إن الرئيسين تبادلا الآراء.")
    assert not [m for m in doc._.mentions if doc.text[m.start : m.end] == "الرئيسين" and m.refs]
    both = "واستقبل {PER:دونالد ترامب} ضيفه {PER:مون جاي إن}. "
    doc = read(three + both + "وقال متحدث إن الرئيسين تبادلا الآراء.")
    assert [len(m.refs) for m in doc._.mentions if doc.text[m.start : m.end] == "الرئيسين"] == [2]


def test_who_leads_a_state_by_the_table_is_its_leader() -> None:
    # met Kim Jong Un, and the North Korean leader thanked him
    doc = marked.read("التقى الوزير {PER:كيم جونغ أون}. وشكره الزعيم الكوري الشمالي.", published="2018-05-30")
    assert named(doc, "الزعيم الكوري الشمالي") == ["كيم جونغ أون"]
