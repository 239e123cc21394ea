"""Bodies, each once: longer and shorter forms, acronyms in brackets, particles, their country."""

from __future__ import annotations

import pytest

from arner.entities.organizations import is_agency
from tests.entities.marked_roles import read


def bodies(marked: str) -> list[tuple[str, list[str]]]:
    return [(o.name, list(o.aliases)) for o in read(marked)._.entities.organizations]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the movement named twice
        ("قالت {ORG:حركة النهضة} ذلك. ونفت {ORG:حركة النهضة}.", [("حركة النهضة", [])]),
        # the agency and its acronym
        ("قالت {ORG:وكالة الأنباء الليبية} ({ORG:وال}). ونقلت {ORG:وال} ذلك.", [("وكالة الأنباء الليبية", ["وال"])]),
        # … in quotation marks; what is only named beside it is another
        ('قالت {ORG:وكالة الأنباء الليبية} "{ORG:وال}". ونقلت {ORG:وال} ذلك.', [("وكالة الأنباء الليبية", ["وال"])]),
        ("أعلنت {ORG:جماعة النور} «{ORG:أنصار الفجر}» ذلك.", [("جماعة النور", ["أنصار الفجر"])]),
        ('رحبت {ORG:جماعة النور} ب"{ORG:أنصار الفجر}".', [("جماعة النور", []), ("أنصار الفجر", [])]),
        ("قرار للأمم المتحدة. رحبت الأمم المتحدة.", [("الأمم المتحدة", [])]),
        ("انتقد {ORG:حزب العمال} {ORG:حزب المحافظين}.", [("حزب العمال", []), ("حزب المحافظين", [])]),
        ("قال {ORG:حزب العدالة والتنمية التركي}. ورد {ORG:حزب العدالة والتنمية}.",
         [("حزب العدالة والتنمية التركي", ["حزب العدالة والتنمية"])]),
    ],
)  # fmt: skip
def test_each_body_once(marked: str, expected: list[tuple[str, list[str]]]) -> None:
    assert bodies(marked) == expected


def test_the_lexicon_s_forms_are_one() -> None:
    found = bodies("انسحبت من حلف شمال الأطلسي. وقال الناتو إنه مستعد.")  # NATO by two names
    assert len(found) == 1


def test_a_body_is_of_the_country_in_its_name() -> None:
    (body,) = read("نددت {ORG:وزارة الخارجية الإيرانية} بذلك.")._.entities.organizations
    assert body.country == "IR"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("وكالة رويترز", True),
        ("صحيفة «الغد»", True),
        ("قناة الجزيرة", True),
        ("حركة حماس", False),
        ("", False),
        ("وال", False),
    ],
)
def test_is_agency(name: str, expected: bool) -> None:
    assert is_agency(name) is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the speaker of parliament said; parliament voted; the spokesman of the British army
        ("قال رئيس {ORG:مجلس النواب} {PER:سامي حداد} ذلك.", []),
        ("صوت {ORG:مجلس النواب} على القرار.", [("مجلس النواب", [])]),
        ("قال قائد {ORG:الجيش البريطاني} {PER:سامي حداد} ذلك.", [("الجيش البريطاني", [])]),
    ],
)
def test_an_organ_without_its_state_in_a_title_is_a_word_of_it(
    marked: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert bodies(marked) == expected
