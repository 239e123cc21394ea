from arner.syntax import syntax_of
from tests.marked import by_hand


def test_one_syntax_a_doc_and_a_new_one_for_new_mentions() -> None:
    doc = by_hand("قال {p1:الوزير} إن الموسم جيد")  # the minister said the season was good
    assert syntax_of(doc) is syntax_of(doc)
    made = syntax_of(doc)
    doc._.mentions = []
    assert syntax_of(doc) is not made


def test_the_doc_does_not_carry_it() -> None:
    doc = by_hand("قال {p1:الوزير} إن الموسم جيد")
    before = doc.to_bytes()
    syntax_of(doc)
    assert doc.to_bytes() == before
