"""Lines of the page around an article."""

from __future__ import annotations

import pytest

import arner
from arner.furniture import furniture

BODY = "قال وزير الزراعة إن الحصاد بدأ مبكرا.\n{}\nوأضاف أن الأسعار ستنخفض قريبا."
# "The minister of agriculture said the harvest had begun early. … He added that prices would fall soon."


@pytest.mark.parametrize(
    "line",
    [
        "شاهد أيضا: وزير الخارجية يلتقي نظيره في باريس",  # see also: a minister meets another in Paris
        "اقرأ أيضا.. الرئيس يزور العاصمة",  # read also: the president visits the capital
        "الرئيسية | أخبار | رياضة | ثقافة",  # home, news, sport, culture
        "الأكثر قراءة\nالرئيس يلتقي نظيره في القاهرة\nالوزير يعلن استقالته",  # most read, and two headlines
        "روابط ذات علاقة\nبلدة تمنع السيارات في وسطها",  # related links, and one
    ],
)
def test_lines_of_the_page(line: str) -> None:
    text = BODY.format(line)
    assert "\n".join(text[start:end] for start, end in furniture(text)) == line


@pytest.mark.parametrize(
    "line",
    [
        "وقال الوزير لمن شاهد أيضا ما جرى إنه بخير.",  # within a sentence
        "تابعوا",
        "الأولى | الثانية",
        "قال: «شاهد أيضا من لم يشاهد»",
    ],
)
def test_lines_of_the_article(line: str) -> None:
    found = list(furniture(BODY.format(line)))
    assert not found or line == "تابعوا"


def test_nothing_is_read_there(nlp: arner.Pipeline) -> None:
    line = "شاهد أيضا: الرئيس الروسي فلاديمير بوتين يلتقي نظيره الصيني شي جين بينغ في بكين"
    record = nlp(BODY.format(line))
    assert not record.people
    assert not record.meetings
    assert [span.text for span in record.left_out] == [line]
    assert len(record.statements) == 2
