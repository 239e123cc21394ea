import pytest

from arner.arabic.inflection import Verb, forms, readings
from arner.arabic.orthography import fold

SAY = Verb("قال", "يقول", "قائل", ("قول",))
CONFIRM = Verb("أكد", "يؤكد", "مؤكد", ("تأكيد",))
DENY = Verb("نفى", "ينفي", "نافي", ("نفي",))
CALL = Verb("دعا", "يدعو", "داعي", ("دعوة",))
POINT = Verb("أشار", "يشير", "مشير")
SEE = Verb("رأى", "يرى")
REPLY = Verb("رد", "يرد")
CLAIM = Verb("ادعى", "يدعي", None, ("ادعاء",))


@pytest.mark.parametrize(
    ("verb", "surface"),
    [
        (SAY, "قال قالت قالا قالتا قالوا قلت قلنا يقول تقول يقولان يقولون يقل قائلا قائلة قائلين قوله قولها"),
        (CONFIRM, "أكد أكدت أكدا أكدوا أكدوه يؤكد تؤكد يؤكدون نؤكد مؤكدا مؤكدةً مؤكدين مؤكدتين تأكيده التأكيد"),
        (DENY, "نفى نفت نفيا نفوا نفاه نفته نفيت ينفي تنفي تنفيه ينفون ينفيان ينف نافيا نافية نافين نفيه"),
        (CALL, "دعا دعت دعوا دعاه دعوت يدعو تدعو يدعون تدعوه داعيا داعية داعين دعوته دعوتها"),
        (POINT, "أشار أشارت أشاروا أشرت يشير تشير يشيرون يشر مشيرا مشيرة مشيرين"),
        (SEE, "رأى رأت رأوا رأيت يرى ترى يراه يرون"),
        (REPLY, "رد ردت ردوا رددت يرد ترد"),
        (CLAIM, "ادعى ادعت ادعوا يدعي تدعي يدعون ادعاءه ادعائه ادعاؤها"),
    ],
)
def test_forms(verb: Verb, surface: str) -> None:
    found = forms(verb)
    assert [w for w in surface.split() if fold(w) not in found] == []


@pytest.mark.parametrize(
    ("verb", "word", "form"),
    [
        (DENY, "تنفيه", ("present", 3, "f", "s", "ه")),  # she denies it
        (CONFIRM, "أكدوه", ("past", 3, "m", "p", "ه")),  # they confirmed it
        (CONFIRM, "مؤكدتين", ("participle", 3, "f", "d", "")),
        (SAY, "قالا", ("past", 3, "m", "d", "")),  # both said
        (SAY, "قولهما", ("masdar", 3, None, "s", "هما")),  # the words of both
    ],
)
def test_features(verb: Verb, word: str, form: tuple[object, ...]) -> None:
    assert tuple(forms(verb)[fold(word)]) == form


def test_readings() -> None:
    assert readings("وسيؤكد") == [("وسيؤكد", False), ("سيؤكد", False), ("يؤكد", True)]
    assert readings("قال") == [("قال", False)]
