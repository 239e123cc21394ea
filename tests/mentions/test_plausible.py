"""What the tagger takes for people and is none; where their names begin and end."""

from __future__ import annotations

import pytest

from arner.mentions.names.plausible import is_inflected, is_ordinary
from tests.marked import read


def people(marked: str) -> list[str]:
    doc = read(marked, stages=("arner_mentions", "arner_entities"))
    return [p.name for p in doc._.entities.people]


@pytest.mark.parametrize(
    "marked",
    [
        "اقترب النيزك {PER:لكوكبنا} كثيرا.",  # The meteor came close to our planet
        "قالت المنظمتان إنهما {PER:شاركا} في الحوار.",  # … that the two took part
        "الوضع {PER:مايزال} صعبا.",  # still
        "اصطدمت {PER:سيارتان} مسرعتان.",  # two cars
        "وصلت {PER:وفودا} كثيرة.",  # delegations
        "{PER:دان} رئيس البرلمان الهجوم.",  # The speaker condemned the attack
        "دافع {PER:محاميان} عن المتهم.",  # two lawyers
        "خرج 500 {PER:درويش} إلى الشارع.",  # 500 dervishes
        'انضم إلى جماعة "{PER:نكسيفم}" قبل عام.',  # the group "Nxivm"
        "دعا المصلون {PER:الله} أن يوقف الحرب.",  # prayed to God
        "عرض {PER:سيستفيدون} منه.",  # they will profit
        'ضرب الإعصار "{PER:مايكل}" الساحل.',  # hurricane Michael
        "ذرفت الأم دموع {PER:فرح} أمس.",  # tears of joy
        "هو {PER:الناجي} الوحيد من الحادث.",  # the only survivor
        "هي {PER:الراعي} الرسمي للمهرجان.",  # the official sponsor
        "قالت {PER:لفرانس24} إنها سعيدة.",  # to France 24
        "جرت المباراة على ملعب {PER:ويمبلي} أمس.",
        "أغلق نفق {PER:أحمد حمدي} أمس.",  # tunnels, mosques, provinces called after people
        "صلى الناس في مسجد {PER:عمرو بن العاص} أمس.",
        "هبطت بمطار الملك {PER:خالد} الدولي.",
        "قتل في محافظة {PER:صلاح الدين} أمس. وفي محافظة {PER:صلاح الدين} أيضا.",
        "فتحت مدينة #{PER:شيخاني} أمس. وقال سكان {PER:شيخاني} ذلك.",  # a town, wherever it stands
        'يعيش في منطقة "{PER:إيداهو فول}" وحده.',
        "عاد {PER:زكربال} إلى بيته. وانتهت المزكربال أمس.",  # another word that ends alike
        "ولد في ولاية {PER:مكلنبورغ فوربومرن} أمس.",
        "كان خط الوسط {PER:كسولا} أمس.",  # lazy: no Sola
        "بدا {PER:كسعيدين} أمس.",
        "عاد من {PER:سانت لويس} أمس. وقالت صحف {LOC:سانت لويس} ذلك.",  # a town, as the text has it elsewhere
        "غادر بعد مبادلته {PER:بجواسيس روس} أمس.",  # Russian spies
        "يتمركز {PER:ألفان} من الجنود هناك.",  # two thousand
        "شهدت المدينة {PER:هستيريا} جماعيا وغريبا.",
        'دعت المجموعة "{PER:Soft Bank}" إلى الهدوء.',
        "تظاهروا {PER:لثاني} يوم على التوالي.",  # for the second day
        "ثار بركان {PER:كيلاويا} ليلا. ثار بركان {PER:كيلاويا} ليلا.",  # a caption said again
        # Two common words are nobody's name
        "وصل مبعوثون {PER:كوريون جنوبيون} أمس.",  # South Korean envoys
        "نوقشت {PER:هاتان القضيتان} أمس.",  # these two cases
        "بدأت عملية استهداف {PER:الطائرات المسيرة} أمس.",  # the drones
        "كان رد الوزير الإيراني {PER:ساخرا} أمس.",  # mocking
        "بلغت قوته أربع درجات على مقياس {PER:ريختر}.",
        'نظمت حملة "{PER:زكربال مسامح}" مسيرة. وقال أعضاء {PER:زكربال مسامح} ذلك.',  # a campaign's name
        'بدأ برنامج "{PER:صباحات الزكربال}" أمس.',
        'أطلقوا وسم "{PER:كفاكم عبثا}" اليوم.',
        "كان ذلك في عهد الملك المؤسس {PER:طيب الله ثراه}.",  # God make his grave sweet
        "قال القائد الإمام {PER:شاهراً} سيفه.",  # drawing his sword
        "وقف الحارس {PER:مكتوفاً} أمام المرمى.",
        "قام الجيش بدور {PER:مهيمنا} أمس.",
        "سلمته الجمعية {PER:وسامي المجلسين} أمس.",  # the two councils' medals
    ],
)
def test_no_person(marked: str) -> None:
    assert people(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "عاشت {PER:كيلاويا} ثورة. ثارت {PER:كيلاويا} ليلا.",  # two phrases: twice is twice
    ],
)
def test_a_word_that_returns_is_a_name(marked: str) -> None:
    assert people(marked) != []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("وصل {PER:كمال منصور سيغادران} غدا.", ["كمال منصور"]),  # … will leave
        # Najib's bank account
        ("قال {PER:نجيب رزاق} ذلك، وخرج {PER:نجيب}. ومن حساب {PER:نجيب المصرفي} دفع المال.", ["نجيب رزاق"]),
        ("قال {PER:كمال منصور جاسوس} المخابرات السابق ذلك.", ["كمال منصور"]),  # the spy of
        ("دافع {PER:محامو كمال منصور} عنه.", ["كمال منصور"]),  # the lawyers of
        ("رد {PER:مسؤولو منصور} أمس. وقال {PER:منصور} ذلك.", ["منصور"]),
        # Wishes; bodies and towns that bear a king's name
        ("قال الملك {PER:عبدالله رحمه الله} ذلك.", ["عبدالله"]),
        ("قال الملك {PER:سلمان بن عبدالعزيز} {PER:حفظه الله} ذلك.", ["سلمان بن عبدالعزيز"]),
        ("قال النبي {PER:صلى الله} عليه وسلم ذلك.", []),
        ("وصل {PER:حسن نصر الله} أمس.", ["حسن نصر الله"]),
        ("قال مدير جامعة الملك {PER:سعود} الدكتور {PER:بدران العمر} ذلك.", ["بدران العمر"]),
        ("أعلن مركز الأمير {PER:سلطان بن عبدالعزيز} ذلك.", []),
        ("بنى في مدينة الملك {PER:عبدالله} مصنعا.", []),
        ("أعلن مكتب الرئيس {PER:بوتين} ذلك.", ["بوتين"]),  # his office, his party, his forces
        ("قصفت قوات الأمير {PER:سلطان بن عبدالعزيز} المدينة.", ["سلطان بن عبدالعزيز"]),
        # What is written onto an object or a second person within one entity of the tagger
        ("فاز {PER:فرهادي بأوسكار} أمس.", ["فرهادي"]),  # won an Oscar
        ("اتصلت {PER:أنغيلا ميركل لماكرون} أمس.", ["أنغيلا ميركل", "ماكرون"]),
        ("سجل {PER:مبابي} {PER:ودي ماريا} هدفين.", ["مبابي", "دي ماريا"]),
        ("حضر {PER:كافاني ومبابي ودي ماريا} اللقاء.", ["كافاني", "مبابي", "دي ماريا"]),
        ("وصلت {PER:بينيلوبي كروز} أمس، {PER:فبينيلوبي كروز} نجمة.", ["بينيلوبي كروز"]),
        ("وصل {PER:أصغر فرهادي} أمس. {PER:وكاميرا فرهادي} تصور.", ["أصغر فرهادي"]),  # his camera
        # Surnames that look like verbs or particles: what stands behind given names in the news is one
        ("قالت {PER:ماري لوبان} ذلك.", ["ماري لوبان"]),
        ("تلقى {PER:ماركو فيراتي} بطاقة.", ["ماركو فيراتي"]),
        ("وصل {PER:بطرس بلينكن} أمس.", ["بطرس بلينكن"]),
        ("قال {PER:دكتور مورتيمر هاريس} ذلك.", ["مورتيمر هاريس"]),
        # A ground called after somebody whom the article tells of
        ("زار {PER:رفائيل نادال} ملعب {PER:نادال} أمس.", ["رفائيل نادال"]),
        ("قال {PER:نبيل العربي} ذلك.", ["نبيل العربي"]),  # a surname that is an adjective too
        ("التقى {PER:جواد ظريف أقر باولو جنتيلوني} أمس.", ["جواد ظريف", "باولو جنتيلوني"]),  # … decided …
        ("بحث ذلك الشيخ {PER:سلامة} أمس.", ["سلامة"]),  # an honorific tells that the word, safety, is a name
        ("عاد {PER:سكريبال} إلى بيته. وقال سكريبال ذلك.", ["سكريبال"]),  # unknown, but named twice
        ("عاد {PER:زكربال} إلى بيته.", []),
        ("قال {PER:زكربال} ذلك.", ["زكربال"]),  # … but he speaks
        ("قال الأمين العام {ORG:لجامعة الدول العربية نبيل العربي} ذلك.", ["نبيل العربي"]),
        ("{PER:رجاء زوروا} الموقع.", []),  # please visit
        ("ذكر {PER:أكيرا كوروساوا} ذلك.", ["أكيرا كوروساوا"]),
        ("بدأت مفاوضات {PER:حسن النوايا} أمس.", []),  # good faith, good luck
        ("كان من {PER:حسن الحظ} أن نجا.", []),
        ("وصل {PER:حسن الشاذلي} أمس.", ["حسن الشاذلي"]),
        ("{PER:أليس} كذلك؟", []),  # isn't it?
        ("وصلت {PER:أليس والتون} أمس، ثم غادرت {PER:أليس}.", ["أليس والتون"]),
        ("استقبله {PER:كيت دوقة كامبريدج} أمس.", ["كيت"]),  # Kate, Duchess of Cambridge
        ("التقى الرئيس ({PER:فلاديمير}) {PER:بوتين} ضيفه.", ["فلاديمير بوتين"]),
        ("قصف نظام الأسد المدينة.", ["الأسد"]),  # al-Assad's regime; the tagger misses the lion
        ("قصفت قوات صالح المدينة.", ["صالح"]),
        ("عمل لصالح الشركة.", []),  # in favour of
        ("أشار على الفور علي {PER:شمخاني} إلى ذلك.", ["علي شمخاني"]),
        ("حضر {PER:محمد بن} سلمان الافتتاح.", ["محمد بن سلمان"]),
        ("قال العقيد {PER:ركن عبد الله الجاسر} ذلك.", ["عبد الله الجاسر"]),
        (
            "وصل {PER:خالد الحميدان} و{PER:فهد العيسى}، و{PER:خالد العيسى}.",
            ["خالد الحميدان", "فهد العيسى", "خالد العيسى"],
        ),
    ],
)
def test_people(marked: str, expected: list[str]) -> None:
    assert people(marked) == expected


def test_places_and_bodies_that_the_tagger_took_for_people() -> None:
    doc = read("هزم ائتلاف {PER:باريزان} وهو يعيش في {PER:تريبلنكوف}.", stages=("arner_mentions", "arner_entities"))
    assert [o.name for o in doc._.entities.organizations] == ["ائتلاف باريزان"]
    assert [p.name for p in doc._.entities.places] == ["تريبلنكوف"]
    assert doc._.entities.people == ()


def test_words() -> None:
    assert is_ordinary("قال")
    assert not is_ordinary("بوتين")
    assert is_inflected("بكتابهم")  # with their book
    assert not is_inflected("لافروف")


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("قالت الأميرة {PER:منيال بنت سليم} إن الأمر صعب. وعادت {PER:بنت سليم} أمس.", "منيال بنت سليم"),
        ("وصل الأمير {PER:شادول بن سليم} إلى المدينة.", "شادول بن سليم"),
        ("زار الشيخ {PER:لافون بن خالد} الجسر.", "لافون بن خالد"),
    ],
)
def test_what_a_title_and_a_father_enclose_is_a_name(marked: str, name: str) -> None:
    assert name in people(marked)


@pytest.mark.parametrize("country", ["المغربي", "التونسي", "الأردني"])
def test_the_adjective_of_an_office_is_no_given_name(country: str) -> None:
    assert people(f"وكان الوزير {country} {{PER:بن علي فرحات}} في المدينة.") == ["بن علي فرحات"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # Given names that are words: what the tagger takes for a name of several words is one
        ("قالت الدكتورة {PER:سماء العنزي} ذلك.", ["سماء العنزي"]),  # Sky
        ("وصل {PER:خامس ميراندا} أمس.", ["خامس ميراندا"]),  # James, and «fifth»
        ("التقى زعيم التيار {PER:مقتدى الموسوي} ضيفه. وقال {PER:الموسوي} ذلك.", ["مقتدى الموسوي"]),
        # … and surnames, also such as look like a word with an ending
        ("فاز {PER:حمدين صباحي} أمس.", ["حمدين صباحي"]),
        ("وصل {PER:جلعاد أردان} أمس. وقال {PER:أردان} ذلك.", ["جلعاد أردان"]),
        ("قال {PER:تيري كويليو} ذلك.", ["تيري كويليو"]),
        ("قتل العقيد {PER:حسن صياد ميرزايي} أمس.", ["حسن صياد ميرزايي"]),
        # But not a verb, what a preposition governs, an adjective of a country, a noun in the accusative
        ("وعملت {PER:ليلى منصور كقاضية} أعواما.", ["ليلى منصور"]),
        ("كتبت {PER:أميرة منصور تشارك} اليوم.", ["أميرة منصور"]),
        ("غاب {PER:البرازيلي كاكا} أمس.", ["كاكا"]),
        ("أصدر {PER:سعيد مرسوما} أمس. وقال {PER:سعيد} ذلك.", ["سعيد"]),
        # A surname that begins with بن has no given name to its left
        ("وأكد {PER:بن شريف} ذلك.", ["بن شريف"]),
        ("نشرت رواية {PER:ابن رشد} أمس.", ["ابن رشد"]),
        ("بث شريط {PER:بن لادن} أمس.", ["بن لادن"]),
        # A lone word that no list has: after a country's adjective, after what somebody is, beside somebody else
        ("سجل البرازيلي {PER:زكربال} هدفا.", ["زكربال"]),
        ("غاب اللاعب الأوغندي {PER:زكربال} أمس.", ["زكربال"]),
        ("أهدر المهاجم {PER:زكربال} الفرصة.", ["زكربال"]),
        ("وصل {PER:كريم منصور} {PER:وزكربال} أمس.", ["كريم منصور", "زكربال"]),
        ("{PER:زكربال}: لن نتراجع", ["زكربال"]),
        ("قال {PER:أبوزكربال} ذلك.", ["أبوزكربال"]),
        ('دعا "{PER:مبارك}" إلى الهدوء.', ["مبارك"]),
        ("كتب {PER:ويليام تتشمس} أمس.", ["ويليام"]),
        # A nationality behind a given name may be the surname, not behind a word that is no name
        ("تغلبوا على {PER:زكربال الزيمبابوي} أمس.", []),
        ("غنى المطرب {PER:كريم الكويتي} أمس.", ["كريم الكويتي"]),
        ("وصل {PER:كريم التركي} أمس.", ["كريم التركي"]),
        # Words for offices within names
        ("قال المتحدث {PER:سعيد خطيب زاده} ذلك.", ["سعيد خطيب زاده"]),
        ("أكد الرئيس {PER:إبراهيم رئيسي} ذلك.", ["إبراهيم رئيسي"]),
        ("قالت {PER:كيت دوقة كامبريدج} ذلك.", ["كيت"]),
        # A name told again in Latin letters
        ("وصف {PER:كيندال لارسن} {PER:Kendall Larsen} الخطوة.", ["كيندال لارسن"]),
        ("وصف {PER:كيندال لارسن} ({PER:Kendall Larsen}) الخطوة.", ["كيندال لارسن"]),
        # Brothers: no verb takes one of them
        (
            "وصل {PER:حامد كرزاي} مع {PER:أحمد منصور}. والاعتماد على {PER:أحمد كرزاي} كبير.",
            ["حامد كرزاي", "أحمد منصور", "أحمد كرزاي"],
        ),
        # People side by side whom the tagger keeps apart
        ("وصلت شقيقة {PER:نيمار} {PER:رافائيلا ميراندا} أمس.", ["نيمار", "رافائيلا ميراندا"]),
        ("قالت الناطقة باسم {PER:دي ميستورا} {PER:ليلى منصور} ذلك.", ["دي ميستورا", "ليلى منصور"]),
        ("وصل {PER:كريم منصور} {PER:وقاسم سعيد} أمس.", ["كريم منصور", "قاسم سعيد"]),
        # A first name in brackets with an office
        ("التقى (رئيس الوزراء السابق {PER:أيهود}) {PER:أولمرت} ضيفه.", ["أيهود أولمرت"]),
        # Through Kane; in al-Maliki's term: neither a road nor a province
        ("سجل عن طريق {PER:هاري كين} هدفا.", ["هاري كين"]),
        ("عين خلال ولاية {PER:نوري المالكي} الثانية.", ["نوري المالكي"]),
    ],
)
def test_the_tagger_is_believed(marked: str, expected: list[str]) -> None:
    assert people(marked) == expected
