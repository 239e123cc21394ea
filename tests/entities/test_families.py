"""Fathers, sons, wives and namesakes of one article stay apart."""

from __future__ import annotations

import pytest

from tests.entities.test_constructions import people


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # his son Ziad S. H.; with a grandfather's name; his father
        (
            "قتل {PER:سليم حداد} أمس. وقال نجله {PER:زياد سليم حداد} ذلك.",
            {"سليم حداد": [], "زياد سليم حداد": []},
        ),
        (
            "قال {PER:زياد سليم حداد} ذلك عن والده {PER:سليم حداد}.",
            {"زياد سليم حداد": [], "سليم حداد": []},
        ),
        (
            "قتل {PER:سليم حداد}. وعاد {PER:زياد سليم حداد} و{PER:كريم سليم حداد}.",
            {"سليم حداد": [], "زياد سليم حداد": [], "كريم سليم حداد": []},
        ),
        # the same man with one name more
        ("قال {PER:كريم سليم حداد} ذلك. وعاد {PER:سليم حداد}.", {"كريم سليم حداد": ["سليم حداد"]}),
        # senior and junior, within the name and behind it; the surname is who was named last
        (
            "قال {PER:سليم حداد الأب} ذلك. وقال {PER:سليم حداد} الابن هذا. وعاد {PER:حداد}.",
            {"سليم حداد الأب": [], "سليم حداد الابن": ["حداد"]},
        ),
        ("قال {PER:سليم حداد} الأب الروحي للحركة ذلك.", {"سليم حداد": []}),  # their spiritual father
        # known to be two
        (
            "قال {PER:دونالد ترامب الابن} إن {PER:دونالد ترامب} بخير.",
            {"دونالد ترامب الابن": [], "دونالد ترامب": []},
        ),
        (
            "كان {PER:صدام حسين} رئيسا. وقتل {PER:قصي صدام حسين}.",
            {"صدام حسين": [], "قصي صدام حسين": []},
        ),
        ("قال {PER:جورج بوش الأب} ذلك. وعاد {PER:جورج بوش}.", {"جورج بوش الأب": [], "جورج بوش": []}),
        # a woman speaks, or a lady is named
        (
            "قالت {PER:هدى حداد} ذلك. وقال {PER:سليم حداد} هذا. وأضافت {PER:حداد} أن ذلك حق.",
            {"هدى حداد": ["حداد"], "سليم حداد": []},
        ),
        (
            "قالت {PER:هدى حداد} ذلك. وقال {PER:سليم حداد} هذا. وعادت السيدة {PER:حداد}.",
            {"هدى حداد": ["حداد"], "سليم حداد": []},
        ),
        (
            "قال {PER:سليم حداد} ذلك. وقالت زوجته {PER:هدى حداد} هذا. وقال {PER:حداد} نعم.",
            {"سليم حداد": ["حداد"], "هدى حداد": []},
        ),
        # Putin and Putina
        (
            "قال {PER:فلاديمير بوتين} ذلك. وعادت {PER:ليودميلا بوتينا}. وقالت {PER:بوتينا} نعم.",
            {"فلاديمير بوتين": [], "ليودميلا بوتينا": ["بوتينا"]},
        ),
    ],
)
def test_apart(marked: str, expected: dict[str, list[str]]) -> None:
    assert people(marked) == expected
