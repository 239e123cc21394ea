import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arner.syntax import Syntax
from tests.marked import by_hand
from tests.timing import cpu_seconds

_WORDS = [*'قال الوزير ، و الذي أن " ( ) . في وزارة الخارجية محمد 5 وقالت لهم هذا :'.split(), "\n"]


def _subject(text: str, verb: str) -> str | None:
    syntax = Syntax(by_hand(text))
    slot = syntax.subject_slot(syntax.words.index(verb))
    return None if slot.phrase is None else str(syntax.doc[slot.phrase.start : slot.phrase.end])


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        # the minister's wife said that …: the head of the genitive, nobody in it
        ("قالت زوجة الوزير إن الموسم جيد.", "قالت", "زوجة الوزير"),
        # the new director announced a plan
        ("أعلن المدير الجديد خطة لتطوير الميناء.", "اعلن", "المدير الجديد"),
        # and the company confirmed yesterday that …
        ("وأكدت الشركة أمس أن الميناء مفتوح.", "واكدت", "الشركة"),
        # the committee discussed a new plan: the second noun is the object
        ("ناقشت اللجنة خطة جديدة للميناء.", "ناقشت", "اللجنة"),
        # the delegation, which arrived yesterday, visits the port
        ("الوفد الرسمي يزور الميناء غدا.", "يزور", "الوفد الرسمي"),
        # the alleged leader of the organisation criticised the plan: an adjective ends no phrase
        ("انتقد الزعيم المفترض للتنظيم خطة الانسحاب.", "انتقد", "الزعيم المفترض"),
        # in her answer to the repeated calls, the minister said that …: the noun تكرر is no verb
        ("وفي ردها على تكرر الدعوات، قالت وزيرة المالية إنها باقية.", "قالت", "وزيرة المالية"),
        # and he added that …: nothing stands there
        ("وأضاف أن الميناء مفتوح.", "واضاف", None),
    ],
)
def test_subject(text: str, verb: str, subject: str | None) -> None:
    assert _subject(text, verb) == subject


def test_agreement() -> None:
    syntax = Syntax(by_hand("قالت زوجة الوزير إن الموسم جيد."))  # the minister's wife said that …
    wife = syntax.phrase_at(1)
    season = syntax.phrase_at(4)
    assert wife is not None
    assert season is not None
    assert syntax.agrees(0, wife)
    assert not syntax.agrees(0, season)  # a masculine noun


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_phrases_are_apart_and_slots_in_the_sentence(words: list[str]) -> None:
    syntax = Syntax(by_hand(" ".join(words)))
    last = 0
    for phrase in syntax.phrases.all:
        first, end = syntax.sentence[phrase.start]
        assert last <= phrase.start <= phrase.head < phrase.end <= end
        assert first <= phrase.start
        last = phrase.end
        assert syntax.phrase_at(phrase.head) == phrase
    for verb in syntax.clauses.verbs:
        for slot in (syntax.subject_slot(verb), syntax.object_slot(verb)):
            first, end = syntax.sentence[verb]
            assert slot.empty or first <= slot.token < end


@pytest.mark.parametrize("unit", ["قال ", "الوزير و", "كلمة", "قال الوزير، ", "(", "الذي قال "])
def test_time_is_linear(unit: str) -> None:
    def seconds(n: int) -> float:
        doc = by_hand(unit * n)

        def read() -> None:
            syntax = Syntax(doc)
            for verb in syntax.clauses.verbs:
                syntax.object_slot(verb)

        return cpu_seconds(read)

    assert seconds(8_000) < 12 * max(seconds(2_000), 0.02)
