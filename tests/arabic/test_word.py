import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.arabic.word import Word, cut, cut_as, noun_form, verb_form


@pytest.mark.parametrize(
    ("norm", "conj", "prep", "article", "core", "suffix"),
    [
        ("وللحكومه", "و", "ل", True, "حكومه", ""),  # and for the government
        ("بالاتفاق", "", "ب", True, "اتفاق", ""),  # with the agreement
        ("والوزير", "و", "", True, "وزير", ""),  # and the minister
        ("ولايه", "", "", False, "ولايه", ""),  # state: the و is its own
        ("في", "", "", False, "في", ""),
    ],
)
def test_cut(norm: str, conj: str, prep: str, article: bool, core: str, suffix: str) -> None:
    word = cut(norm)
    assert (word.conj, word.prep, word.article, word.core, word.suffix) == (conj, prep, article, core, suffix)


def test_a_verb_has_no_article() -> None:
    assert cut_as("والتقي", conj=True, prep=False, suffix=False, verb=True).core == "التقي"  # and he met
    assert cut_as("سيلتقيه", conj=False, prep=False, suffix=True, verb=True) == Word(
        "سيلتقيه", "", "", False, "يلتقي", "ه", True
    )  # he will meet him
    assert not cut_as("سيطر", conj=False, prep=False, suffix=False, verb=True).future  # he dominated


@pytest.mark.parametrize(
    ("core", "said"),
    [
        ("اعلنت", ("past", 3, "f", "s")),  # she announced
        ("تحدثوا", ("past", 3, "m", "p")),  # they spoke: the ت is the verb's own
        ("تحدث", ("present", 3, "f", "s")),
        ("يلتقون", ("present", 3, "m", "p")),
        ("يكون", ("present", 3, "m", "s")),
        ("قررتا", ("past", 3, "f", "d")),
    ],
)
def test_verb_form(core: str, said: tuple[str, int, str, str]) -> None:
    assert tuple(getattr(verb_form(core), name) for name in ("tense", "person", "gender", "number")) == said


def test_noun_form() -> None:
    assert noun_form("وزيرات").number == "p"
    assert noun_form("حكومت", suffix="هم") == noun_form("حكومه", article=True)


@given(st.text(alphabet="والبكسيتنهامكم", max_size=12), st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_nothing_is_lost(norm: str, conj: bool, prep: bool, suffix: bool, verb: bool) -> None:
    for word in (cut(norm), cut_as(norm, conj, prep, suffix, verb)):
        before = word.conj + word.prep + ("س" if word.future else "")
        assert norm.startswith(before)
        assert norm.endswith(word.core + word.suffix)
