"""Who speaks where the subject is nobody known, is only called something, or must not be guessed."""

import pytest

from tests.relations.statements.said import records

S, M = "{PER:سليم عمر}", "{PER:مريم فرح}"


def speakers(marked: str) -> list[list[str]]:
    return [[who["name"] for who in found["speakers"]] for found in records(marked)]


SUBJECT_SLOT = [  # the noun phrase after the verb is its subject, whoever spoke before
    ("وكتب الجيران القدامى أن الجسر مغلق.", "الجيران القدامى"),
    ("وتفيد الأنباء بأن الجسر مغلق.", "الأنباء"),  # the news says
    ("وقالت الجارة العجوز إن الطريق مفتوح.", "الجارة العجوز"),
]
NOT_THE_SUBJECT = [  # an act, whom it is said to, in answer to what: who spoke before goes on
    "وأكد استعداد الشركة لإصلاح الجسر.",  # the company's readiness
    "وأعلن إغلاق الجسر.",
    "وقال لرويترز إن الجسر آمن.",
    "وقال ردا على سؤال إن الجسر آمن.",
]


@pytest.mark.parametrize(("sentence", "speaker"), SUBJECT_SLOT)
def test_the_noun_in_the_subject_s_place_speaks(sentence: str, speaker: str) -> None:
    assert speakers(f"أكد {S} أن الأمر صعب. {sentence}")[-1] == [speaker]


@pytest.mark.parametrize("sentence", NOT_THE_SUBJECT)
def test_what_cannot_speak_does_not(sentence: str) -> None:
    assert speakers(f"أكد {S} أن الأمر صعب. {sentence}")[-1] == ["سليم عمر"]


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        (f"زار النائب {S} الجسر.", "وقال النائب إن الجسر آمن.", "سليم عمر"),  # the deputy
        (
            f"عاد الوزير الأردني {S}، والتقى الوزير اللبناني {{PER:خالد نور}}.",
            "وقال الوزير الأردني إن الجسر آمن.",
            "سليم عمر",
        ),
        ("نشرت صحيفة {ORG:الأفق} صورا.", "وذكرت الصحيفة أن الجسر آمن.", "الأفق"),
        ("عقدت {ORG:منظمة الغد} مؤتمرا.", "وأوضحت المنظمة أن الجسر آمن.", "منظمة الغد"),
        (f"وقال {S} إن الأمر صعب.", "وأضاف المتحدث نفسه أن الجسر آمن.", "سليم عمر"),
        # two fit, none does
        (f"التقى النائب {S} النائب {{PER:خالد نور}}.", "وقال النائب إن الجسر آمن.", "النائب"),
        (f"عاد الرئيس الأردني {S}.", "وقال الرئيس السوداني إن الجسر آمن.", "الرئيس السوداني"),
        (f"وقال {S} إن الأمر صعب.", "وقال المسؤول عن المرور إن الجسر آمن.", "المسؤول عن المرور"),
    ],
)
def test_a_definite_description_means_the_last_of_its_kind(before: str, sentence: str, speaker: str) -> None:
    name = speakers(f"{before} {sentence}")[-1]
    assert len(name) == 1
    assert speaker in name[0]


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        (f"استقبل {S} نظيرته {M}.", "وأكدت أن الجسر آمن.", ["مريم فرح"]),  # she confirmed: not he
        (f"قال {S} إن الأمر صعب. وقالت {M} إنه سهل.", "وأوضح أن الجسر آمن.", ["سليم عمر"]),
        (f"وقالت {M} إن الأمر صعب. وعاد {S} إلى الساحل.", "وأضافت أن الجسر آمن.", ["مريم فرح"]),
        (f"قال {S} إن {M} زارت الجسر،", "مشيرا إلى أنه آمن.", ["سليم عمر"]),
    ],
)
def test_gender_is_a_veto(before: str, sentence: str, speaker: list[str]) -> None:
    found = speakers(f"{before} {sentence}")
    assert not found or found[-1] == speaker


@pytest.mark.parametrize(
    ("sentence", "verb", "content"),
    [
        (f"واكتفى {S} بالقول إن الجسر آمن.", "القول", "الجسر آمن"),  # contented himself with saying
        (f"وخلص {S} إلى القول إن الجسر آمن.", "القول", "الجسر آمن"),
        (f"وخلصت {M} إلى القول: الجسر آمن للجميع.", "القول", "الجسر آمن للجميع"),
        (f"امتدح {S} شجاعة العمال.", "امتدح", "شجاعة العمال"),
        (f"وهنأت {M} العمال بفتح الجسر.", "هنأت", "فتح الجسر"),
        (f"وسجل {S} أن الأسعار تضاعفت.", "سجل", "الأسعار تضاعفت"),
    ],
)
def test_words_of_saying(sentence: str, verb: str, content: str) -> None:
    found = records(sentence)[-1]
    assert (found["verb"].removeprefix("ب"), found["said"]) == (verb, content)
    assert found["speakers"][0]["name"] in ("سليم عمر", "مريم فرح")
