"""Finds the statements of a Doc: every rule at every token, from the beginning on."""

from __future__ import annotations

from spacy.tokens import Doc

from arner.relations.statements import frames, nouns, verbs
from arner.relations.statements.scene import Scene
from arner.relations.statements.steps import said_in_it


def find(doc: Doc) -> Scene:
    """The scene of `doc` with all that was found in it."""
    scene = Scene(doc)
    openings = frames.openings()
    for start, end in scene.syntax.telling:
        for i in range(start, end):
            if i in scene.passed and not said_in_it(scene, i):
                continue
            word = scene.words[i]
            if i in scene.reports:
                _report(scene, i)
            elif i in scene.nouns:
                nouns.statement(scene, i, scene.nouns[i])
            elif word == ":":
                frames.headline(scene, i)
            elif i in scene.quoted.whole_sentences:
                frames.floating(scene, i)
            elif word in frames.DASHES:
                frames.signed(scene, i)
            elif opening := openings[word]:
                frames.according(scene, i, opening)
    return scene


def _report(scene: Scene, i: int) -> None:
    report = scene.reports[i]
    if "conveys" in report.entry.takes:
        nouns.convey(scene, i, report)
    elif "document" in report.entry.takes:
        nouns.in_document(scene, i, report)
    else:
        verbs.statement(scene, i, report)
