"""Who says «I» or «we» in a quotation is who met, visited or negotiated: the speaker of the statement around it."""

from __future__ import annotations

import pytest

from tests.relations.met import meetings

A, B = "{PER:سليم عمر}", "{PER:زيد حسن}"


@pytest.mark.parametrize(
    ("marked", "kind", "status"),
    [
        # A said: “I met B in Moscow yesterday.”
        (f"وقال {A}: «التقيت {B} أمس في {{LOC:موسكو}}».", "meeting", "held"),
        # A said: “I shall meet B in Rabat on Monday” (سألتقي is spelt like «he met» with س before it)
        (f"وقال {A}: «سألتقي {B} الاثنين في {{LOC:الرباط}}».", "meeting", "planned"),
        # A said: “I held talks with B in Rabat yesterday.”
        (f'وقال {A}: "أجريت محادثات مع {B} في {{LOC:الرباط}} أمس".', "talks", "held"),
        # A added: “We met B yesterday in Geneva.”
        (f'وأضاف {A}: "اجتمعنا أمس مع {B} في {{LOC:جنيف}}".', "meeting", "held"),
        # A said that he was busy, and went on: “I did not meet B.”
        (f'وقال {A} إنه مشغول. وتابع: "لم ألتق {B}".', "meeting", "cancelled"),
    ],
)
def test_the_speaker_took_part(marked: str, kind: str, status: str) -> None:
    (met,) = meetings(marked)
    assert (met["kind"], met["status"]) == (kind, status)
    assert [p["name"] for p in met["participants"]] == ["سليم عمر", "زيد حسن"]


@pytest.mark.parametrize(
    "marked",
    [
        # I met B yesterday (whoever writes it is nobody the text names)
        f"التقيت {B} أمس في {{LOC:موسكو}}.",
        # our correspondent said: “I met B yesterday.”
        f'وقال مراسلنا: "التقيت {B} أمس".',
        # A welcomed the guests. We visited Geneva, where we saw the lake.
        f"رحب {A} بالضيوف. وزرنا {{LOC:جنيف}} وشاهدنا البحيرة.",
    ],
)
def test_where_nobody_named_speaks_nobody_named_took_part(marked: str) -> None:
    assert all(p["ref"] is None or p["name"] != "سليم عمر" for m in meetings(marked) for p in m["participants"])
    assert [m for m in meetings(marked) if len(m["participants"]) > 1] == []
