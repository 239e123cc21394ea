"""Names: particles off, honorifics off, two names apart, bodies by the lexicon, hashtags."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from arner.mentions.name import shown
from tests.junk import texts
from tests.marked import read


def names(marked: str) -> list[tuple[str, str]]:
    found = read(marked, stages=("arner_mentions",))._.names
    assert all(a.end_token <= b.first_token for a, b in pairwise(found))
    return [(n.name, n.type) for n in found]


def people(marked: str) -> list[str]:
    return [text for text, kind in names(marked) if kind == "person"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # Putin said … and Putin added: و is «and»
        ("قال {PER:فلاديمير بوتين} وأضاف {PER:وبوتين}", ["فلاديمير بوتين", "بوتين"]),
        ("رسالة {PER:لبوتين} من {PER:جو بايدن}", ["بوتين", "جو بايدن"]),
        ("إدارة {PER:جو بايدن} وزيارة {PER:لبايدن}", ["جو بايدن", "بايدن"]),
        ("التقى {PER:وليد المعلم} نظيره", ["وليد المعلم"]),  # Walid keeps its و
        ("قال {PER:أنتوني بلينكن} وغادر {PER:بلينكن}", ["أنتوني بلينكن", "بلينكن"]),  # Blinken keeps its ب
        ("اجتمع {PER:وعادل الجبير}", ["عادل الجبير"]),
        ("تحدث {PER:الشيخ خالد العطية}", ["خالد العطية"]),  # an honorific is no name
        ("تحدث {PER:الشيخ}", []),
        ("لقاء بين {PER:سيرغي لافروف ومحمد جواد ظريف}", ["سيرغي لافروف", "محمد جواد ظريف"]),  # two, tagged as one
        ("قال {PER:سلمان} بن عبد العزيز أمس", ["سلمان بن عبد العزيز"]),  # the nasab is taken in
        ("قال {PER:#دونالد_ترمب} أمس", ["دونالد ترمب"]),
        ("قال {PER:بوتيــن}", ["بوتين"]),
        ("قال {PER:الزعيمان}", []),  # an office's head is no name
        ("زارت {PER:دوقة كامبريدج} المدينة", []),  # … nor is one with its place
        ("حضر {PER:دوق إدنبرة} و{PER:أمير دبي} الحفل", []),
        ("حضر {PER:أمير كرارة} الحفل", ["أمير كرارة"]),  # Prince is a name too
        ("{PER:The president said} وغادر {PER:Ursula von der Leyen}", ["Ursula von der Leyen"]),
        ("كتب {PER:we agree} وأضاف {PER:Emmanuel Macron}", ["Emmanuel Macron"]),
        # Xi received Putin, tagged as one name
        ("{PER:شي جين بينغ} و{PER:فلاديمير بوتين} التقيا واستقبل {PER:شي بوتين}",
         ["شي جين بينغ", "فلاديمير بوتين", "شي", "بوتين"]),
        ("قال {PER:تركي آل} الشيخ أمس", ["تركي آل الشيخ"]),  # no name ends with «the house of»
        ("قال {PER:سعود آل} ثاني للصحفيين", ["سعود آل ثاني"]),
        # «then» joins clauses: no word stands before it in its own
        ("زار {PER:ريدي} القرية ورحب {PER:فريدي} به", ["ريدي", "فريدي"]),
        ("زار {PER:ريدي} القرية، {PER:فريدي} بعده", ["ريدي", "ريدي"]),
        ("التقى {PER:كيم داي جونغ} {PER:ورو مو هيون} أمس", ["كيم داي جونغ", "رو مو هيون"]),  # the tagger began anew
        # missed by the tagger where the surname stands alone
        ("وصل {PER:سيرغي لافروف} ثم غادر لافروف", ["سيرغي لافروف", "لافروف"]),
        ("وصل {PER:محمد الحلبوسي} ووجه رسالة للحلبوسي", ["محمد الحلبوسي", "الحلبوسي"]),
    ],
)  # fmt: skip
def test_people(marked: str, expected: list[str]) -> None:
    assert people(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("أعلنت حركة «حماس» أمس", ["حركة حماس"]),  # the Hamas movement, not tagged
        ("رحبت الأمم المتحدة بالاتفاق", ["الأمم المتحدة"]),
        ("قرار للأمم المتحدة", ["الأمم المتحدة"]),
        ("شارك بحماس في اللقاء", []),  # «with enthusiasm»
        ("انتقدت {ORG:حركة}", []),  # a noun alone
        ("لعب لنادي {ORG:كالياري} موسمين", ["كالياري"]),  # nothing stands before a genitive
        ("أعلنت وزارة العمل والتنمية الاجتماعية والإسكان ذلك", ["وزارة العمل والتنمية الاجتماعية والإسكان"]),
        ("أعلنت وزارة الخارجية والسفارة ذلك", ["وزارة الخارجية"]),
        ("قالت {ORG:لجنة الصحة} والبيئة إنها وافقت", ["لجنة الصحة والبيئة"]),
        ("رحبت {ORG:دول الاتحاد الأوروبي} بذلك", ["الاتحاد الأوروبي"]),  # the states of the union
        # by construction: whatever the tagger says of them
        ("قالت اللجنة العليا للانتخابات في تونس ذلك", ["اللجنة العليا للانتخابات"]),
        ("زار الهيئة العامة للطيران المدني أمس", ["الهيئة العامة للطيران المدني"]),
        ("أعلن الاتحاد الدولي لكرة القدم ذلك", ["الاتحاد الدولي لكرة القدم"]),
        ("رحب المركز المصري لحقوق الإنسان بذلك", ["المركز المصري لحقوق الإنسان"]),
        ("وقعت هيئة {ORG:تنظيم الاتصالات} ذلك", ["هيئة تنظيم الاتصالات"]),
        ("قرار لمجلس حقوق الإنسان", ["مجلس حقوق الإنسان"]),
        ("قالت الهيئة العامة للصحفيين إن ذلك صحيح", []),  # told the reporters
        ("أغلقت الشركة الفرنسية للسيارات أبوابها", []),  # the French car company
        ("عقدت لجنة حقوق اليوم جلسة", []),
        ("قالت {ORG:لجنة الصحة} والوزيرة إن ذلك جيد", ["لجنة الصحة"]),
        ("قصفت {ORG:الميليشيا} المدينة وانسحبت {ORG:ميليشيا} أخرى", []),
        ('قال لقناة "{ORG:بي إف إم تي} في"، إنه سيعود', ["بي إف إم تي في"]),  # the last letter is «in» too
        ("قال مراسل {ORG:بي بي سي} في لندن", ["بي بي سي"]),
        ("وقع {ORG:الاتحاد السوفيتي} اتفاقا مع {ORG:فرنسا}", []),  # states, whatever the tagger calls them
        ("أعلن {ORG:بنك فرنسا} ذلك", ["بنك فرنسا"]),
        ("سلمت موسكو أنظمة {ORG:إس}-400 وسقطت {ORG:ميغ}-29", []),  # weapons, aircraft
        ("سددت شركة {ORG:بي}.دي.{ORG:إيه} ديونها", ["بي.دي.إيه"]),  # the names of letters are one name
        ("قالت {ORG:بي}.بي.سي ذلك. وقال {ORG:الاتحاد}.إن", ["بي.بي.سي", "الاتحاد"]),
        ("شارك في قمة {ORG:جي سفن}-20", ["جي سفن"]),
        ("هبطت الطائرة في مكسيكو {ORG:سيتي} أمس", []),  # the end of a capital's name
        ("بدأ العمل في مارس {ORG:وأبريل} وانتهى في {ORG:كانون الثاني}", []),  # months
    ],
)
def test_organizations(marked: str, expected: list[str]) -> None:
    assert [text for text, kind in names(marked) if kind == "organization"] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("#دونالد_ترمب", "دونالد ترمب"), ("«نِيويورك  تايمز»", "نيويورك تايمز"), ("", ""), ("_", "")],
)
def test_shown(written: str, expected: str) -> None:
    assert shown(written) == expected


@given(texts)
def test_a_name_shown_is_shown_as_it_is(text: str) -> None:
    assert shown(shown(text)) == shown(text)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # The tagger takes missions for places; they are bodies that speak.
        ("قالت {LOC:القنصلية السعودية} في {LOC:إسطنبول} ذلك", ("القنصلية السعودية", "organization")),
        ("أعلنت {LOC:سفارة كندا} ذلك", ("سفارة كندا", "organization")),
        ("وصل إلى {LOC:إسطنبول} أمس", ("إسطنبول", "place")),
        ("يستقر في {PER:أبو ظبي} بعد عام", ("أبو ظبي", "place")),  # a town called «father of a gazelle»
        ("اجتمعوا وفي {PER:سان خوسيه} اتفقوا", ("سان خوسيه", "place")),
        ("وصل {PER:أبو بكر} أمس", ("أبو بكر", "person")),
    ],
)
def test_missions_and_towns(marked: str, expected: tuple[str, str]) -> None:
    assert names(marked)[0] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # Subject and object side by side, which the tagger takes for one: known from their offices …
        ("التقى {PER:ترامب بوتين} في هلسنكي.", ["ترامب", "بوتين"]),  # Trump met Putin
        ("واستقبل {PER:ماكرون ميركل} أمس.", ["ماكرون", "ميركل"]),
        ("ويزور {PER:لافروف فلاديمير بوتين} غدا.", ["لافروف", "فلاديمير بوتين"]),
        # … or of names that no single person has
        ("التقى المبعوث الأممي {PER:مارتن غريفيث عبد الملك الحوثي} أمس.", ["مارتن غريفيث", "عبد الملك الحوثي"]),
        ("استقبل الوزير {PER:خالد بن محمد سيرغي لافروف} أمس.", ["خالد بن محمد", "سيرغي لافروف"]),
        ("هاتفت {PER:أنغيلا ميركل محمد منصور} مساء.", ["أنغيلا ميركل", "محمد منصور"]),
        # No verb that takes a person, one person
        ("قال {PER:مارتن غريفيث عبد الملك} ذلك.", ["مارتن غريفيث عبد الملك"]),
        ("زار {PER:حسن روحاني} الإقليم.", ["حسن روحاني"]),
        ("استقبل {PER:عبد الفتاح السيسي} ضيفه.", ["عبد الفتاح السيسي"]),
        # A preposition with a pronoun
        ("قال {PER:لي} إن الأمر انتهى.", []),
        ("وأكد {PER:لنا} أن الأمر انتهى.", []),
        ("تحدث {PER:بي} طويلا.", []),
        ("وصل {PER:لي كه تشيانغ} أمس. وقال {PER:لي} ذلك.", ["لي كه تشيانغ", "لي"]),
        # Numbers of kings and popes
        ("زار البابا {PER:يوحنا الثالث} والعشرون القدس.", ["يوحنا الثالث والعشرون"]),
        ("قال البابا {PER:بنديكت} السادس عشر ذلك.", ["بنديكت السادس عشر"]),
        ("توج الملك {PER:جورج} الخامس هناك.", ["جورج الخامس"]),
        ("وصل الملك {PER:حسين} الثالث من مايو.", ["حسين"]),  # on the third of May
        ("كتب {PER:لويس الرابع} عشر رسالة.", ["لويس الرابع عشر"]),
        # A surname of two words that the tagger missed
        ("وصل {PER:كارلو دي مارس} أمس. والتقى سليم عمر ودي مارس مجددا.", ["كارلو دي مارس", "دي مارس"]),
        ("وصل {PER:كارلو دي مارس} أمس. ثم غادر في مارس.", ["كارلو دي مارس"]),  # in March
        # A hashtag with a title
        ("#وزيرالخارجية_{PER:سامح_شكري} يلتقي نظيره", ["سامح شكري"]),
    ],
)
def test_two_people_pronouns_and_numbers(marked: str, expected: list[str]) -> None:
    assert people(marked) == expected


@pytest.mark.parametrize(
    "marked",
    ["الوزير {LOC:مصر} على رأيه.", "يبلغ {LOC:قطر} الأنبوب مترا.", "كان {PER:كريم منصور} {LOC:مصر} على ذلك."],
)
def test_a_word_that_is_no_state_is_no_place(marked: str) -> None:
    assert [name for name, kind in names(marked) if kind == "place"] == []
