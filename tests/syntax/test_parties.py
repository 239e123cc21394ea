import pytest

from arner.syntax.sentences import Syntax, parties
from arner.syntax.subjects import subject_of
from tests.marked import by_hand


@pytest.mark.parametrize(
    ("marked", "joined"),
    [
        # Finland and Estonia and Latvia
        ("اتفقت {FI:فنلندا} و{EE:إستونيا} و{LV:لاتفيا} على الخطة", ["فنلندا", "إستونيا", "لاتفيا"]),
        # Finland, Estonia and Latvia
        ("اتفقت {FI:فنلندا}، {EE:إستونيا} و{LV:لاتفيا} على الخطة", ["فنلندا", "إستونيا", "لاتفيا"]),
        # Finland (and Estonia is no partner: a comma alone does not join)
        ("اتفقت {FI:فنلندا}، {EE:إستونيا} بعيدة", ["فنلندا"]),
        # the king with the minister: no و
        ("سافر {p1:الملك} مع {p2:الوزير}", ["الملك"]),
        # the minister (45 years) and his deputy
        ("سافر {p1:الوزير} (45 عاما) و{p2:نائبه} أمس", ["الوزير", "نائبه"]),
    ],
)
def test_coordination(marked: str, joined: list[str]) -> None:
    syntax = Syntax(by_hand(marked))
    assert [p.name for p in syntax.group(syntax.parties[0])] == joined


@pytest.mark.parametrize(
    ("marked", "verb", "subject"),
    [
        # said in Lima yesterday the minister that …
        ("قال في {l:ليما} أمس {p1:الوزير} إن الموسم جيد", "قال", ["p1"]),
        # said, after a meeting with the king, the minister that …
        ("قال بعد لقاء مع {p2:الملك} {p1:الوزير} إن الموسم جيد", "قال", ["p1"]),
        # the minister, who visited Lima, said that …
        ("{p1:الوزير}، الذي زار {l:ليما}، قال إن الموسم جيد", "قال", ["p1"]),
        # and the minister had threatened
        ("وكان {p1:الوزير} قد هدد بالاستقالة", "هدد", ["p1"]),
        # the king and the minister pledge
        ("{p1:الملك} و{p2:الوزير} يتعهدان بالعمل", "يتعهدان", ["p1", "p2"]),
        # he said to the minister that …: the minister is no subject
        ("وقال ل{p1:الوزير} إن الموسم جيد", "وقال", None),
        # and he said that the minister …
        ("وقال إن {p1:الوزير} مريض", "وقال", None),
        # a new clause: «and he said» has no subject before it
        ("سافر {p1:الوزير} وقال إن الموسم جيد", "وقال", None),
    ],
)
def test_subject(marked: str, verb: str, subject: list[str] | None) -> None:
    syntax = Syntax(by_hand(marked))
    found = subject_of(syntax, syntax.words.index(verb))
    assert ([p.refs[0] for p in found.parties] if found else None) == subject


def test_places_and_descriptions() -> None:
    doc = by_hand("قال {x:مسؤول نرويجي} في {l:أوسلو}")
    assert [(p.type, p.refs) for p in parties(doc)] == [("described", ()), ("place", ("l:أوسلو",))]
