"""Finds the statements of a Doc: every rule at every token, from the beginning on."""

from __future__ import annotations

from spacy.tokens import Doc

from arner.relations.statements import frames, nouns, verbs
from arner.relations.statements.scene import Scene
from arner.syntax.links import is_link


def find(doc: Doc) -> Scene:
    """The scene of `doc` with all that was found in it."""
    scene = Scene(doc)
    for i in range(len(scene.words)):
        if i in scene.passed or is_link(scene.words, *scene.syntax.sentence[i]):
            continue
        if i in scene.reports:
            _report(scene, i)
        elif i in scene.nouns:
            nouns.statement(scene, i, scene.nouns[i])
        elif scene.words[i] == ":":
            frames.headline(scene, i)
        elif i in scene.quoted.whole_sentences:
            frames.floating(scene, i)
        elif scene.words[i] in frames.DASHES:
            frames.signed(scene, i)
        else:
            frames.according(scene, i)
    return scene


def _report(scene: Scene, i: int) -> None:
    report = scene.reports[i]
    if "conveys" in report.entry.takes:
        nouns.convey(scene, i, report)
    elif "document" in report.entry.takes:
        nouns.in_document(scene, i, report)
    else:
        verbs.statement(scene, i, report)
