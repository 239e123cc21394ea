import pytest
from hypothesis import given
from hypothesis import strategies as st

from arner.syntax.bounds import clause_end
from arner.syntax.quotations import quotations, quoted_tokens
from arner.syntax.sentences import Syntax
from tests.marked import by_hand


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("قال «نريد السلام» أمس", ["نريد السلام"]),  # "we want peace"
        ('قال "نريد السلام" أمس', ["نريد السلام"]),
        ("قال ''نريد السلام'' أمس", ["نريد السلام"]),
        ("قال ”نريد السلام” أمس", ["نريد السلام"]),
        ("قال “نريد السلام. نريد العمل” أمس", ["نريد السلام. نريد العمل"]),  # over sentences
        ('قال «نريد "السلام" الآن» أمس', ['نريد "السلام" الآن', "السلام"]),  # nested
        ("قال «نريد السلام\nوسافر", ["نريد السلام"]),  # never closed: to the end of the paragraph
        ("وصل إلى المدينة» ثم سافر", []),  # a stray closing mark
        ("قال «نريد السلام.\nونريد العمل» أمس", ["نريد السلام.\nونريد العمل"]),  # closed in the next paragraph
        ("قال “نريد السلام.\nونريد العمل.\nوالخبز” أمس", ["نريد السلام.\nونريد العمل.\nوالخبز"]),
        ("قال «نريد السلام.\n«ونريد العمل».", ["نريد السلام.\n«ونريد العمل"]),  # opened anew at each paragraph
        (
            "“نريد السلام الآن. وقال “نريد العمل”. وقال “لا”.",
            ["نريد السلام الآن. وقال ", "نريد العمل", "لا"],
        ),  # forgotten
        ("“نريد السلام. ومعه “العمل” لنا”.", ["نريد السلام. ومعه “العمل” لنا", "العمل"]),  # nested
        ("قال «نريد السلام.\nقال «نريد العمل».", ["نريد السلام.", "نريد العمل"]),  # another one
        ('قال "نحن على "الطريق" الصحيح.', ['نحن على "الطريق" الصحيح.', "الطريق"]),
    ],
)
def test_quotations(text: str, inner: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in quotations(by_hand(text))] == inner


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # that the bridge is safe, while traffic stopped
        ("قال إن الجسر آمن، فيما توقف السير.", "الجسر", "آمن"),
        # that the bridge is safe, according to the plan's authors
        ("قال إن الجسر آمن بحسب أصحاب الخطة.", "الجسر", "آمن"),
        # the comma inside goes on
        ("قال إن الجسر، الذي بني حديثا، آمن.", "الجسر", "آمن"),
        # not inside a quotation
        ("قال إن الجسر «آمن، فيما الطريق مغلق» اليوم.", "الجسر", "اليوم"),
    ],
)
def test_clause_end(text: str, start: str, end: str) -> None:
    doc = by_hand(text)
    syntax = Syntax(doc)
    words = [t.text for t in doc]
    inside = quoted_tokens(doc, quotations(doc))
    assert words[clause_end(syntax, words.index(start), inside) - 1] == end


@given(st.text(alphabet="قال إن«»\"“”''\n.، ", max_size=60))
def test_quotations_lie_in_the_text(text: str) -> None:
    for q in quotations(by_hand(text)):
        assert 0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
