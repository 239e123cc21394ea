"""The component `arner_dates`."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("arner_dates", assigns=["doc._.dates"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    return _annotate


def _annotate(doc: Doc) -> Doc:
    doc._.dates = []
    return doc
