"""Finds the statements of a Doc: every rule at every token, from the beginning on."""

from __future__ import annotations

from spacy.tokens import Doc

from arner.relations.statements import frames, nouns, verbs
from arner.relations.statements.scene import Scene

# Lines that begin so are links to other articles.
_PROMOTION = (
    ("شاهد", "ايضا"),
    ("اقرا", "ايضا"),
    ("اقرا", "المزيد"),
    ("للمزيد",),
    ("تابعوا",),
    ("اقرا", "ايضا:"),
    ("قد", "يهمك"),
    ("اقرا", "كذلك"),
    ("طالع", "ايضا"),
)
_LOOK = frozenset({"شاهد", "شاهدوا", "طالع", "انظر"})
_AT = frozenset({"الفيديو", "الصور", "الصوره", "الانفوجرافيك", "الانفوغرافيك", "الرسم", "الرابط", "التقرير", "المقطع"})


def find(doc: Doc) -> Scene:
    """The scene of `doc` with all that was found in it."""
    scene = Scene(doc)
    for i in range(len(scene.words)):
        if i in scene.passed or _promotion(scene, i):
            continue
        if i in scene.reports:
            _report(scene, i)
        elif i in scene.nouns:
            nouns.statement(scene, i, scene.nouns[i])
        elif scene.words[i] == ":":
            frames.headline(scene, i)
        else:
            frames.according(scene, i)
    return scene


def _report(scene: Scene, i: int) -> None:
    report = scene.reports[i]
    if "conveys" in report.entry["takes"]:
        nouns.convey(scene, i, report)
    elif "document" in report.entry["takes"]:
        nouns.in_document(scene, i, report)
    else:
        verbs.statement(scene, i, report)


def _promotion(scene: Scene, i: int) -> bool:
    words, start = scene.words, scene.syntax.sentence[i][0]
    while start < i and not words[start][0].isalpha():
        start += 1
    if words[start] in _LOOK and words[start + 1 : start + 2] and words[start + 1] in _AT:
        return True
    return any(tuple(words[start : start + len(p)]) == p for p in _PROMOTION)
