"""Of which state an office is that is given without a country."""

from __future__ import annotations

import pytest

from tests.entities.marked_roles import read, roles


@pytest.mark.parametrize(
    ("marked", "person", "country"),
    [
        # listed: the Moroccan president S. H. and the foreign minister Z. O.; Italy is what the article is about
        ("إيطاليا وإيطاليا. التقى الرئيس المغربي {PER:سليم حداد} ووزير الخارجية {PER:زيد عمر}.", "زيد عمر", "MA"),
        ("إيطاليا، إيطاليا. حضر {PER:سليم حداد} الوزير المغربي، و{PER:زيد عمر} وزير العدل.", "زيد عمر", "MA"),
        (
            "إيطاليا. حضر {PER:سليم حداد} الوزير المغربي، و{PER:علي حسن} وزير العدل، و{PER:زيد عمر} وزير النفط.",
            "زيد عمر",
            "MA",
        ),
        # the body has its country's adjective elsewhere: the Moroccan upper house
        ("شكر في إيطاليا رئيس مجلس المستشارين {PER:زيد عمر}. ويضم مجلس المستشارين المغربي نوابا.", "زيد عمر", "MA"),
        (
            "ترفض الحكومة المغربية. وقالت إيطاليا وإيطاليا. وقال المتحدث باسم الحكومة {PER:زيد عمر}.",
            "زيد عمر",
            "MA",
        ),
        ("في مجلس الشيوخ الإيطالي نقاش. ترى فرنسا وفرنسا ذلك. وعاد رئيس مجلس الشيوخ {PER:زيد عمر}.", "زيد عمر", "IT"),
        # whom he goes with: the Moroccan minister arrived in Italy with the minister of …
        ("وصل الوزير المغربي {PER:سليم حداد} إلى إيطاليا برفقة وزيرة السياحة {PER:هدى عمر}.", "هدى عمر", "MA"),
        (
            "عاد ولي العهد الأردني {PER:سليم حداد} من إيطاليا. ويضم وفد ولي العهد الدكتور {PER:زيد عمر} وزير العدل.",
            "زيد عمر",
            "JO",
        ),
        ("زار الوزير المغربي {PER:سليم حداد} إيطاليا يرافقه السفير {PER:زيد عمر}.", "زيد عمر", "MA"),
        # the state that the sentence names before it
        ("ترفض إيطاليا وإيطاليا ذلك. وفي المغرب قال النائب {PER:زيد عمر} نعم.", "زيد عمر", "MA"),
        ("ترفض إيطاليا وإيطاليا ذلك. ويزور المغرب ليلتقي الرئيس {PER:زيد عمر}.", "زيد عمر", "MA"),
        # who speaks for somebody is of that one's state; offices of a faith are of none
        (
            "زار الرئيس المغربي {PER:سليم حداد} إيطاليا. وقالت الناطقة باسم {PER:حداد}، {PER:هدى عمر}، نعم.",
            "هدى عمر",
            "MA",
        ),
        ("زار إيطاليا المرجع {PER:زيد عمر}.", "زيد عمر", None),
    ],
)
def test_country(marked: str, person: str, country: str | None) -> None:
    assert [code for _, code in roles(read(marked))[person]] == [country]
