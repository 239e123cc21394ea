"""The real pipeline with one component more, which fails where a text tells it to: for what must survive failures."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

import arner
from arner import extraction, processes

RAISE, DIE = "خطأ", "موت"  # "error", "death"


@Language.component("tests_fault")
def fail_on_demand(doc: Doc) -> Doc:
    if RAISE in doc.text:
        raise RuntimeError("لا أقرأ")
    if DIE in doc.text:
        os._exit(1)
    return doc


@cache
def pipeline(settings: extraction.Settings) -> arner.Pipeline:
    faulty = arner.load(*settings)
    faulty.language.add_pipe("tests_fault", first=True)
    return faulty


def install() -> None:
    extraction._pipeline = pipeline  # type: ignore[assignment]


def pool(jobs: int) -> ProcessPoolExecutor:
    return processes.pool(jobs, install)
