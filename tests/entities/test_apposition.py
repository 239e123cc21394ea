"""What is apposed to a name, and what is the object of its verb."""

from __future__ import annotations

import pytest

from tests.entities.marked_roles import read, roles


@pytest.mark.parametrize(
    ("marked", "person", "expected"),
    [
        # Haddad received the Cypriot president: a surname whose verb still lacks its object
        ("استقبل {PER:حداد} الرئيس القبرصي في تونس.", "حداد", []),
        ("وأبلغت {PER:حداد} وزير الخارجية الصيني أن بلادها ترفض ذلك.", "حداد", []),
        ("وسيلتقي {PER:حداد} رئيس الوزراء المغربي غدا.", "حداد", []),
        # his own title says that he is one of another state, or of another office
        ("هنأ الرئيس {PER:سليم حداد} الرئيس القبرصي بالعيد.", "سليم حداد", [("الرئيس", "CY")]),
        ("شكر الرئيس {PER:سليم حداد} وزير الدفاع المغربي أمس.", "سليم حداد", [("الرئيس", "MA")]),
        ("استقبل الرئيس الروسي {PER:فلاديمير بوتين} الرئيس الصيني.", "فلاديمير بوتين", [("الرئيس", "RU")]),
        # where news know whose minister he is, a full name shows it too
        ("التقى {PER:سيرغي لافروف} وزير الخارجية المغربي أمس.", "سيرغي لافروف", []),
        ("التقى {PER:سيرغي لافروف} وزير الخارجية الروسي وفدا.", "سيرغي لافروف", [("وزير الخارجية", "RU")]),
        # apposed: behind a comma, a full name, a verb that has no such object, a name that is governed
        ("التقى {PER:حداد}، وزير الخارجية المغربي، وفدا.", "حداد", [("وزير الخارجية", "MA")]),
        ("استقبل {PER:سليم حداد} وزير الخارجية المغربي وفدا.", "سليم حداد", [("وزير الخارجية", "MA")]),
        ("قال {PER:حداد} وزير الخارجية المغربي ذلك.", "حداد", [("وزير الخارجية", "MA")]),
        (
            "تلقى اتصالا من الرئيس {PER:سليم حداد} رئيس الجمهورية التونسية.",
            "سليم حداد",
            [("الرئيس", "TN"), ("رئيس الجمهورية", "TN")],
        ),
    ],
)
def test_object(marked: str, person: str, expected: list[tuple[str, str | None]]) -> None:
    assert roles(read(marked))[person] == expected
